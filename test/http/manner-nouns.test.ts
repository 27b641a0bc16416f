/** Every noun and verb in another era and in the generic form: answered as in the contract's own way. */
import { eras } from '../../src/contract/spelling.js';
import { operations, type AnyResponse, type Verb } from '../../src/generated/operations.js';
import { nouns } from '../../src/nouns.js';
import type { NounRow } from '../../src/services/noun-row.js';
import { mediaTypes } from '../../src/soap/envelope.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import {
  fullContent,
  inProfile,
  mannerText,
  operationOf,
  type MessageParts,
  type TextManner,
} from '../support/noun-messages.js';
import { checkRequest } from '../support/soap-check.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const native: TextManner = { form: 'typed', spelling: {}, version: '1.1' };
const others = {
  'in 2017': { ...native, spelling: eras['2017'] },
  'in the generic form': { ...native, form: 'generic' },
  'in 2021': { ...native, spelling: eras['2021'] },
  'in the generic form of 2021': { ...native, form: 'generic', spelling: eras['2021'], version: '1.2' },
} as const;

/** In this order an object comes, is looked at, changed and taken away, again and again. */
const order: readonly Verb[] = [
  ...(['create', 'get', 'change', 'close', 'created', 'changed', 'cancel', 'delete', 'get'] as const),
  ...(['canceled', 'closed', 'deleted', 'execute'] as const),
];

let serial = 0;

/** What is answered to every verb of a noun, one after the other, about objects of their own. */
async function life(noun: string, row: NounRow, manner: TextManner): Promise<readonly object[]> {
  const content = fullContent(noun, row.objects, `life${++serial}`);
  const verbs = order.filter((verb) => operations.some((one) => one.noun === noun && one.verb === verb));
  const answers: object[] = [];
  let ids: readonly string[] = ['no-such-object'];
  for (const verb of verbs) {
    const reply = await ask(noun, verb, partsOf(verb, content, ids), manner);
    const given = reply.Reply.ID?.map(({ text }) => text) ?? [];
    if (verb === 'create' && given.length > 0) ids = given;
    answers.push({
      verb,
      answered: reply.Header.Verb,
      result: reply.Reply.Result,
      codes: reply.Reply.Error?.map(({ code, level }) => `${code} ${level}`),
      ids: given.length,
      payload: Object.keys(reply.Payload ?? {}).filter((name) => reply.Payload?.[name] !== undefined),
    });
  }
  return answers;
}

function partsOf(verb: Verb, content: MessageParts['content'], ids: readonly string[]): MessageParts {
  if (verb === 'get' || verb === 'cancel' || verb === 'close' || verb === 'delete') return { ids };
  return { content };
}

async function ask(noun: string, verb: Verb, parts: MessageParts, manner: TextManner): Promise<AnyResponse> {
  const operation = operationOf(noun, verb);
  const text = mannerText(operation, parts, manner);
  checkRequest(text, operation, manner);
  const answer = await gateway.post('/soap', text, { 'Content-Type': mediaTypes[manner.version] });
  if (answer.reply === undefined) throw new Error(`a fault for ${verb} ${noun}: ${answer.text}`);
  expect(answer.checked?.form).toBe(manner.form);
  if (manner.form === 'typed') expect(answer.checked?.spelling).toEqual(manner.spelling);
  return answer.reply;
}

test.each(Object.entries(nouns) as [string, NounRow][])('%s', async (noun, row) => {
  const asUsual = await life(noun, row, native);
  // no meter has the names of the fullest readings there can be
  if (noun !== 'MeterReadings') expect(asUsual).toContainEqual(expect.objectContaining({ result: 'OK' }));
  for (const [how, manner] of Object.entries(others))
    expect({ how, answers: await life(noun, row, manner) }).toEqual({ how, answers: asUsual });
});

test('readings of a meter', async () => {
  const get = inProfile('GetMeterReadings');
  const content = [get('EndDevice', [get('Names', [get('name', ['SIM-000001'])])])];
  for (const manner of [native, ...Object.values(others)]) {
    const { Reply, Payload } = await ask('MeterReadings', 'get', { content }, manner);
    expect(Reply.Result).toBe('OK');
    expect(Payload?.['MeterReadings']).toMatchObject({
      MeterReading: [{ Meter: { Names: [{ name: 'SIM-000001' }] } }],
    });
  }
});
