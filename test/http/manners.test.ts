/** The same message in every era, form and SOAP version: the same effect, and an answer in the same manner, valid there. */
import { eras, type Spelling } from '../../src/contract/spelling.js';
import type { Verb } from '../../src/generated/operations.js';
import { mediaTypes, type SoapVersion } from '../../src/soap/envelope.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { infosetOf, type Infoset } from '../support/infoset.js';
import {
  childText,
  fullContent,
  inProfile,
  mannerText,
  operationOf,
  type MessageParts,
  type TextManner,
} from '../support/noun-messages.js';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const draft: Spelling = { envelope: 'http://www.iec.ch/TC57/2011/schema/message' };
const drafts: Spelling = { ...draft, messages: 'http://www.iec.ch/TC57/2011/{Name}Message' };
const spellings: Readonly<Record<string, Spelling>> = { ...eras, 'a draft': draft, 'a whole draft': drafts };
const forms = ['typed', 'generic', 'bare'] as const;
const versions: readonly SoapVersion[] = ['1.1', '1.2'];

const manners: readonly (readonly [string, TextManner])[] = Object.entries(spellings).flatMap(([era, spelling]) =>
  forms.flatMap((form) =>
    versions.map((version) => [`${form}, ${era}, SOAP ${version}`, { form, spelling, version }] as const),
  ),
);

/** Sends a message in a manner to the address of all services; the answer must come in the same manner. */
async function send(noun: string, verb: Verb, parts: MessageParts, manner: TextManner): Promise<Answer> {
  const text = mannerText(operationOf(noun, verb), parts, manner);
  const answer = await gateway.post('/soap', text, { 'Content-Type': mediaTypes[manner.version] });
  expect({ ...answer.checked, ...manner, text: answer.text }).toMatchObject({ ...shownBy(manner), text: answer.text });
  return answer;
}

/** What an answer shows of its manner: a weakly typed one has no messages of the noun. */
function shownBy({ form, spelling, version }: TextManner): object {
  const { messages, ...rest } = spelling;
  return { form, version, spelling: form === 'typed' && messages !== undefined ? { ...rest, messages } : rest };
}

/** The payload of an answer, in whatever namespaces of its own. */
function payloadOf({ text }: Answer, noun: string): Infoset {
  const find = (at: Infoset): Infoset | undefined =>
    at.name === noun && at.namespace.endsWith('#')
      ? at
      : at.content.map((part) => (typeof part === 'string' ? undefined : find(part))).find((one) => one !== undefined);
  const found = find(infosetOf(text));
  if (found === undefined) throw new Error(`no ${noun} in ${text}`);
  return found;
}

let serial = 0;

describe.each(manners)('%s', (_, manner) => {
  test('an object is made, found and taken away, as in the manner of the contract', async () => {
    const plain: TextManner = { form: 'typed', spelling: {}, version: '1.1' };
    const content = fullContent('MeterConfig', ['Meter'], `m${++serial}`);
    const created = await send('MeterConfig', 'create', { content }, manner);
    expect(created.reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.0' }] });
    const profile = inProfile('GetMeterConfig');
    const wanted = {
      content: content.map((tree) => profile(tree.name, [profile('mRID', [childText(tree, 'mRID')!])])),
    };
    const found = await send('MeterConfig', 'get', wanted, manner);
    const asUsual = await send('MeterConfig', 'get', wanted, plain);
    expect(payloadOf(found, 'MeterConfig')).toEqual(payloadOf(asUsual, 'MeterConfig'));
    const deleted = await send('MeterConfig', 'delete', { ids: [childText(content[0]!, 'mRID')!] }, manner);
    expect(deleted.reply?.Reply.Result).toBe('OK');
  });

  test('what is not valid is a fault in the same manner, which speaks of its own namespaces', async () => {
    const content = [inProfile('MeterConfig')('Nonsense')];
    const answer = await send('MeterConfig', 'create', { content }, manner);
    expect(answer.checked?.fault?.reason).toContain('Payload.MeterConfig.Nonsense');
    expect(answer.status).toBe(manner.version === '1.1' ? 500 : 400);
  });
});
