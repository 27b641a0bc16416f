/**
 * Says what is wrong with an answer: it is to be SOAP, valid against the contract, and no confession of a fault of our own; and
 * gateway and libxml2 are to agree about which requests are well-formed.
 */
import { fileURLToPath } from 'node:url';
import { ParseOption } from 'libxml2-wasm';
import * as libxml2 from 'libxml2-wasm/lib/libxml2.mjs';
import { ParsedDocument, Validators } from '../../../dist/contract/validator.js';

const validators = new Validators(fileURLToPath(new URL('../../../wsdl', import.meta.url)));
const versions = {
  'http://schemas.xmlsoap.org/soap/envelope/': { media: 'text/xml; charset=utf-8', parts: 'faultcode faultstring' },
  'http://www.w3.org/2003/05/soap-envelope': { media: 'application/soap+xml; charset=utf-8', parts: 'Code Reason' },
};
/** 503 is none of them: so few come at a time that nothing is full. */
const statuses = new Set([200, 400, 404, 413, 415, 500]);
/** libxml2's own words for what only knows of namespaces. */
const namespaceTrouble = /namespace|xmlns|prefix|QName|colon/i;

const bounded = ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE;

/** Whether libxml2 finds a document well-formed, with respect to namespaces too. Bytes as they came: it finds their encoding itself. */
export function isWellFormed(body) {
  const context = libxml2.xmlNewParserCtxt();
  const errors = libxml2.error.storage.allocate([]);
  try {
    libxml2.xmlCtxtSetErrorHandler(context, libxml2.error.errorCollector, errors);
    const document = libxml2.xmlReadMemory(context, body, null, null, bounded);
    if (document !== 0) libxml2.xmlFreeDoc(document);
    // level 2 are errors that a document survives, such as a prefix that nobody has declared
    return document !== 0 && !libxml2.error.storage.get(errors).some(({ level }) => level >= 2);
  } finally {
    libxml2.error.storage.free(errors);
    libxml2.xmlFreeParserCtxt(context);
  }
}

const { XmlTreeCommonStruct: tree } = libxml2;
function childrenOf(node) {
  const children = [];
  for (let child = tree.children(node); child !== 0; child = tree.next(child))
    if (tree.type(child) === 1) children.push(child);
  return children;
}
const nameOf = (node) => tree.name_(node);

/** A message that was mutated into another era is answered in its namespaces: held against the contract as if in its own. */
function inOwnNamespaces(body) {
  const text = body.toString('utf8');
  const own = text.replace(
    /"http:\/\/(?:www\.)?iec\.ch\/TC57\/20(?:15|17|21)\/(\w+Message|schema\/message)"/g,
    '"http://iec.ch/TC57/2011/$1"',
  );
  return own === text ? body : Buffer.from(own);
}

/** What is wrong with a SOAP answer; undefined when nothing is. `kind` is told what it was. */
function soapComplaint({ status, contentType, body }, kind) {
  let parsed;
  try {
    ParsedDocument.parse(body)[Symbol.dispose]();
    parsed = ParsedDocument.parse(inOwnNamespaces(body));
  } catch (error) {
    return `an answer that is not well-formed: ${error.reason ?? error.message}`;
  }
  try {
    const text = body.toString('utf8', 0, 200);
    const soap = Object.keys(versions).find((namespace) => text.includes(`="${namespace}"`));
    if (soap === undefined || nameOf(parsed.root) !== 'Envelope') return 'an answer without an envelope';
    const { media, parts } = versions[soap];
    if (contentType !== media) return `an answer in ${contentType}, not ${media}`;
    const [bodyElement, ...others] = childrenOf(parsed.root);
    if (bodyElement === undefined || others.length > 0 || nameOf(bodyElement) !== 'Body') return 'more than a Body';
    const [message, ...more] = childrenOf(bodyElement);
    if (message === undefined || more.length > 0) return 'not one message in the Body';
    if (nameOf(message) !== 'Fault') {
      kind('reply');
      return status === 200 ? invalid(message) : `a reply with status ${status}`;
    }
    kind('fault');
    if (status < 400) return `a fault with status ${status}`;
    const names = childrenOf(message).map(nameOf);
    if (!names.join(' ').startsWith(parts)) return `a fault of ${names.join(' ')}`;
    const detail = childrenOf(message)[names.findIndex((name) => /^detail$/i.test(name))];
    return detail === undefined ? undefined : invalid(childrenOf(detail)[0]);
  } finally {
    parsed[Symbol.dispose]();
  }
}

function invalid(element) {
  if (element === undefined) return 'a detail without a message';
  const [first] = validators.validate(element);
  return first && `an answer that its schema does not allow: ${first.message}`;
}

/** What is wrong with the answer to a request; undefined when nothing is. */
export function complaintOf(request, answer, tally) {
  const count = (what) => (tally[what] = (tally[what] ?? 0) + 1);
  if (answer === undefined) return 'no answer';
  if (request.raw !== undefined) {
    // what was made of the head: only that there is an end is certain
    count(answer.status === undefined ? 'bare: closed' : `bare: ${Math.floor(answer.status / 100)}xx`);
    return /fault of its own/.test(answer.body) ? 'a fault of our own' : undefined;
  }
  if (!statuses.has(answer.status)) return `the status ${answer.status}`;
  const text = answer.body.toString('utf8');
  if (text.includes('fault of its own')) return 'a fault of our own';
  let kind;
  const wrong = soapComplaint(answer, (what) => (kind = what));
  count(kind === 'reply' ? `reply ${/Result>(\w+)</.exec(text)?.[1]}` : `fault ${answer.status}`);
  return wrong ?? (request.plain ? disagreement(request.body, kind, text, count) : undefined);
}

function disagreement(body, kind, text, count) {
  const sound = isWellFormed(body);
  count(sound ? 'well-formed' : 'not well-formed');
  if (!sound && kind === 'reply') return 'a reply to what libxml2 does not find well-formed';
  const said = /(?:faultstring|Text xml:lang="en")>([^<]*)/.exec(text)?.[1] ?? '';
  if (sound && /is not well-formed/.test(said) && !namespaceTrouble.test(said))
    return `"${said}" about what libxml2 finds well-formed`;
  return undefined;
}
