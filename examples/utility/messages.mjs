/** The SOAP messages of the loader: creates of many objects, operation sets of links, gets by name, sets of gets. */
import { randomUUID } from 'node:crypto';
import { uuidOf } from './utility.mjs';
import { element, members } from './xml.mjs';

const base = 'http://iec.ch/TC57/2011';
const header = 'http://iec.ch/TC57/2011/schema/message';

/**
 * The MessageID of what changes something comes from what it says: sent again after an interruption, a message that has been carried
 * out gets its first answer once more, and nothing happens twice. A question is a new one each time.
 */
function envelope({ root, noun, verb, inside, isQuestion = verb === 'get' }) {
  const messageID = isQuestion ? randomUUID() : uuidOf(`${root} ${inside}`);
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n` +
    `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>` +
    `<m:${root} xmlns:m="${base}/${root.startsWith('Get') ? 'Get' : ''}${noun}Message" xmlns:h="${header}">` +
    `<m:Header><h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun><h:Source>CIS</h:Source>` +
    `<h:MessageID>${messageID}</h:MessageID></m:Header>${inside}</m:${root}></soap:Body></soap:Envelope>`
  );
}

const profile = (name, content) => `<${name} xmlns="${base}/${name}#">${content}</${name}>`;

/** `Create<noun>` of objects of one kind. */
export const create = (noun, kind, objects) =>
  envelope({
    root: `Create${noun}`,
    noun,
    verb: 'create',
    inside: `<m:Payload>${profile(noun, element(kind, objects))}</m:Payload>`,
  });

/** `Get<noun>` of objects of one kind by name. */
export const get = (noun, kind, names) =>
  envelope({
    root: `Get${noun}`,
    noun,
    verb: 'get',
    inside: `<m:Request>${profile(`Get${noun}`, element(kind, names))}</m:Request>`,
  });

/**
 * `ExecuteOperationSet`: all of it or nothing.
 * @param {readonly { noun: string, verb: 'create' | 'get', content: object }[]} operations
 */
export function operationSet(operations) {
  const each = operations.map(({ noun, verb, content }, at) => {
    const payload = profile(verb === 'get' ? `Get${noun}` : noun, members(content));
    const head = `<h:operationId>${at + 1}</h:operationId><h:noun>${noun}</h:noun><h:verb>${verb}</h:verb>`;
    return `<h:Operation>${head}${payload}</h:Operation>`;
  });
  const whole = '<h:enforceTransactionalIntegrity>true</h:enforceTransactionalIntegrity>';
  const inside = `<m:Payload><m:OperationSet>${whole}${each.join('')}</m:OperationSet></m:Payload>`;
  const isQuestion = operations.every(({ verb }) => verb === 'get');
  return envelope({ root: 'ExecuteOperationSet', noun: 'OperationSet', verb: 'execute', inside, isQuestion });
}
