/** The same message in every era, form and SOAP version: the same effect, and an answer in the same manner, valid there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eras, spelled, type Spelling } from '../../src/contract/spelling.js';
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
  profileNamespace,
  type MessageParts,
  type TextManner,
} from '../support/noun-messages.js';
import { alsoSpelled, checkRequest } from '../support/soap-check.js';

/** A partner whose content is in namespaces of its own. */
const partner: Spelling = { ...eras['2017'], profiles: 'http://iec.ch/TC57/2011/podis15/{Name}#' };

let folder: string;
let gateway: TestGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'manners-'));
  const file = join(folder, 'settings.yaml');
  writeFileSync(file, `dialects: { podis: { namespaces: { profiles: '${partner.profiles}' } } }\n`);
  alsoSpelled({ profiles: partner.profiles });
  gateway = await testGateway({ env: { CIMGATE_CONFIG: file } });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

const draft: Spelling = { envelope: 'http://www.iec.ch/TC57/2011/schema/message' };
const drafts: Spelling = { ...draft, messages: 'http://www.iec.ch/TC57/2011/{Name}Message' };
const spellings: Readonly<Record<string, Spelling>> = {
  ...eras,
  'a draft': draft,
  'a whole draft': drafts,
  'a partner': partner,
};
const forms = ['typed', 'generic', 'bare'] as const;
const versions: readonly SoapVersion[] = ['1.1', '1.2'];

const manners: readonly (readonly [string, TextManner])[] = Object.entries(spellings).flatMap(([era, spelling]) =>
  forms.flatMap((form) =>
    versions.map((version) => [`${form}, ${era}, SOAP ${version}`, { form, spelling, version }] as const),
  ),
);

/** Sends a message in a manner to the address of all services; the answer must come in the same manner. */
async function send(noun: string, verb: Verb, parts: MessageParts, manner: TextManner): Promise<Answer> {
  const operation = operationOf(noun, verb);
  const text = mannerText(operation, parts, manner);
  if (!text.includes('Nonsense')) checkRequest(text, operation, manner);
  const answer = await gateway.post('/soap', text, { 'Content-Type': mediaTypes[manner.version] });
  expect({ ...answer.checked, ...manner, text: answer.text }).toMatchObject({ ...shownBy(manner), text: answer.text });
  return answer;
}

/** What an answer shows of its manner: a weakly typed one has no messages of the noun. */
function shownBy({ form, spelling, version }: TextManner): object {
  const { messages, ...rest } = spelling;
  return { form, version, spelling: form === 'typed' && messages !== undefined ? { ...rest, messages } : rest };
}

/** The payload of a message, in whatever namespaces of its own. */
function rootIn(message: Infoset, noun: string): Infoset {
  const find = (at: Infoset): Infoset | undefined =>
    at.name === noun && at.namespace.endsWith('#')
      ? at
      : at.content.map((part) => (typeof part === 'string' ? undefined : find(part))).find((one) => one !== undefined);
  const found = find(message);
  if (found === undefined) throw new Error(`no ${noun} in ${JSON.stringify(message)}`);
  return found;
}

/** The same content as the contract has it. */
function inContract(at: Infoset): Infoset {
  const namespace = at.namespace.endsWith('MeterConfig#') ? profileNamespace('MeterConfig') : at.namespace;
  return { ...at, namespace, content: at.content.map((part) => (typeof part === 'string' ? part : inContract(part))) };
}

const plain: TextManner = { form: 'typed', spelling: {}, version: '1.1' };

let serial = 0;

describe.each(manners)('%s', (_, manner) => {
  test.each([
    ['plain', false],
    ['compressed', true],
  ])('an object is made, found and taken away, %s, as in the manner of the contract', async (_way, packed) => {
    const content = fullContent('MeterConfig', ['Meter'], `m${++serial}`);
    const created = await send('MeterConfig', 'create', { content, packed }, manner);
    expect(created.reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.0' }] });
    const profile = inProfile('GetMeterConfig');
    const wanted = {
      content: content.map((tree) => profile(tree.name, [profile('mRID', [childText(tree, 'mRID')!])])),
    };
    const options = packed ? { Compressed: 'true' } : undefined;
    const found = await send('MeterConfig', 'get', { ...wanted, options }, manner);
    expect(found.checked?.unpacked === undefined).toBe(!packed);
    const asUsual = await send('MeterConfig', 'get', wanted, plain);
    expect(rootIn(infosetOf(asUsual.text), 'MeterConfig').content).not.toEqual([]);
    const payload = rootIn(infosetOf(found.checked?.unpacked ?? found.text), 'MeterConfig');
    expect(payload.namespace).toBe(spelled(profileNamespace('MeterConfig'), manner.spelling));
    expect(inContract(payload)).toEqual(rootIn(infosetOf(asUsual.text), 'MeterConfig'));
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
