/** Operation sets over HTTP: as a service of their own, within a noun's message, large ones, answered later; every answer is proved. */
import { operationSetOf } from '../../src/message/operation-set.js';
import type { AnyResponse } from '../../src/generated/operations.js';
import { gist, idsIn } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { anEndpoint } from '../support/subscribing.js';
import { until } from '../support/until.js';

let there: Receiver;
let gateway: TestGateway;
beforeAll(async () => {
  there = await receiver();
  const events = { ...anEndpoint('esb', `${there.url}/events`), replies: 'event' as const };
  gateway = await testGateway({ config: { replyEndpoints: [anEndpoint('cis', there.url), events] } });
});
afterAll(async () => {
  await gateway.stop();
  await there.close();
});

const operation = (id: number, verb: string, noun: string, inside: string): string => {
  const root = verb === 'get' ? `Get${noun}` : noun;
  return (
    `<h:Operation><h:operationId>${id}</h:operationId><h:noun>${noun}</h:noun><h:verb>${verb}</h:verb>` +
    `<${root} xmlns="http://iec.ch/TC57/2011/${root}#">${inside}</${root}></h:Operation>`
  );
};
const named = (kind: string, name: string): string => `<${kind}><Names><name>${name}</name></Names></${kind}>`;
const meter = (id: number, name: string): string => operation(id, 'create', 'MeterConfig', named('Meter', name));

let messages = 0;
function aSet(
  operations: readonly string[],
  { header = '', whole = false, sequence = false, noun = 'OperationSet' } = {},
): string {
  const [verb, name] = noun === 'OperationSet' ? ['execute', 'ExecuteOperationSet'] : ['create', `Create${noun}`];
  const beside = noun === 'OperationSet' ? '' : `<${noun} xmlns="http://iec.ch/TC57/2011/${noun}#"/>`;
  return (
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
    `<m:${name} xmlns:m="http://iec.ch/TC57/2011/${noun}Message" xmlns:h="http://iec.ch/TC57/2011/schema/message">` +
    `<m:Header><h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun>${header}<h:MessageID>set-${++messages}</h:MessageID></m:Header>` +
    `<m:Payload>${beside}<m:OperationSet><h:enforceMsgSequence>${sequence}</h:enforceMsgSequence><h:enforceTransactionalIntegrity>${whole}</h:enforceTransactionalIntegrity>` +
    `${operations.join('')}</m:OperationSet></m:Payload></m:${name}></s:Body></s:Envelope>`
  );
}
const send = (text: string): Promise<Answer> => gateway.post('/soap', text);
async function replyTo(text: string): Promise<AnyResponse> {
  const { reply, text: said } = await send(text);
  if (reply === undefined) throw new Error(said);
  return reply;
}
const isStored = async (name: string): Promise<boolean> =>
  (await gateway.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name })).length > 0;

test('the service takes a set, and answers what its gets have found by operation', async () => {
  const get = operation(2, 'get', 'MeterConfig', named('Meter', 'SERVICE'));
  const { reply, text } = await gateway.post('/soap/ExecuteOperationSet', aSet([meter(1, 'SERVICE'), get]), {
    SOAPAction: '"http://iec.ch/TC57/2011/OperationSet/ExecuteOperationSet"',
  });
  expect(reply && gist(reply)).toMatchObject({ result: 'OK' });
  expect(operationSetOf(reply!)?.Operation).toMatchObject([{ operationId: '2', noun: 'MeterConfig', verb: 'reply' }]);
  expect(text).toMatch(/<msg:operationId>2<.*<obj:MeterConfig xmlns:obj=.*<obj:name>SERVICE</);
});

test.each(['MeterConfig', 'MasterDataLinkageConfig', 'EndDeviceControls', 'CustomerMeterDataSet'])(
  'a message of %s takes a set beside its empty payload, and answers in its own element',
  async (noun) => {
    const get = operation(2, 'get', 'MeterConfig', named('Meter', `IN-${noun}`));
    const answer = await send(aSet([meter(1, `IN-${noun}`), get], { noun }));
    expect(answer.reply && gist(answer.reply)).toMatchObject({ result: 'OK' });
    expect(answer.text).toContain(`${noun}ResponseMessage`);
    expect(await isStored(`IN-${noun}`)).toBe(true);
  },
);

test('a large set is read by a worker thread, with the same answer: its bad payload told by operation and place', async () => {
  const many = Array.from({ length: 1_000 }, (_, at) => meter(at + 1, `LARGE-${at}-${'x'.repeat(60)}`));
  many[700] = operation(
    701,
    'create',
    'MeterConfig',
    '<Meter><mRID>l-1</mRID></Meter><Meter><colour>red</colour></Meter>',
  );
  const text = aSet(many, { whole: true });
  expect(text.length).toBeGreaterThan(gateway.config.limits.largeBody);
  const reply = await replyTo(text);
  expect(reply.Reply.Result).toBe('FAILED');
  const of701 = (reply.Reply.Error ?? []).filter(({ operationId }) => operationId === '701');
  expect(of701.map(({ code }) => code)).toEqual(['5.2', '1.8']);
  expect(of701[1]?.details).toMatch(/^OperationSet\.Operation\[700\]\.MeterConfig\.Meter\[1\]\.colour: /);
  expect((reply.Reply.Error ?? []).filter(({ code }) => code === '5.9')).toHaveLength(999);
  expect(await isStored(`LARGE-0-${'x'.repeat(60)}`)).toBe(false);
  many[700] = meter(701, 'LARGE-GOOD');
  const good = await replyTo(aSet(many, { whole: true }));
  expect(good.Reply.Result).toBe('OK');
  expect(idsIn(good)).toHaveLength(1_000);
});

describe('a set of 1,000 operations of which one is wrong', () => {
  const times = (count: number, code: string): readonly string[] => Array.from({ length: count }, () => code);
  const wrong = ['5.3', '2.15'];
  test.each<[string, { whole?: boolean; sequence?: boolean }, string, readonly string[], number]>([
    ['leaves the others as they are done', {}, 'PARTIAL', wrong, 999],
    ['ends a sequence', { sequence: true }, 'PARTIAL', [...wrong, ...times(499, '5.2')], 500],
    ['is undone as a whole', { whole: true }, 'FAILED', [...times(500, '5.9'), ...wrong, ...times(499, '5.9')], 0],
    [
      'is undone as a whole, and what is behind it is not tried',
      { whole: true, sequence: true },
      'FAILED',
      [...times(500, '5.9'), ...wrong, ...times(499, '5.2')],
      0,
    ],
  ])('%s', async (what, flags, result, codes, done) => {
    const nameOf = (at: number): string => `${what.replaceAll(' ', '-')}-${at}`;
    // the one at 500 takes the name of the one before it
    const many = Array.from({ length: 1_000 }, (_, at) => meter(at + 1, nameOf(at === 500 ? 499 : at)));
    const reply = await replyTo(aSet(many, flags));
    const errors = reply.Reply.Error ?? [];
    expect({ result: reply.Reply.Result, codes: errors.map(({ code }) => code) }).toEqual({ result, codes });
    const of501 = errors.filter(({ operationId }) => operationId === '501');
    expect(of501.map(({ details }) => details)).toEqual([
      'OperationSet.Operation[500]: the operation was tried and failed; what else is said of it tells why',
      expect.stringMatching(
        new RegExp(
          `^OperationSet\\.Operation\\[500\\]\\.MeterConfig\\.Meter\\[0\\]: a meter with the name ${nameOf(499)} exists already`,
        ),
      ),
    ]);
    expect(of501[1]?.ID).toMatchObject({ kind: 'name', objectType: 'Meter', text: nameOf(499) });
    for (const error of errors.filter(({ operationId }) => operationId !== '501'))
      expect(error.details).toContain(`OperationSet.Operation[${Number(error.operationId) - 1}]: `);
    expect(idsIn(reply)).toHaveLength(done);
    expect(await isStored(nameOf(0))).toBe(done > 0);
    expect(await isStored(nameOf(999))).toBe(done === 999);
    expect(await isStored(nameOf(499))).toBe(done > 0);
  });
});

test.each(['cis', 'esb'])('an asynchronous set is answered later to %s, as a response', async (endpoint) => {
  const before = there.received.length;
  const header = `<h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>${endpoint}</h:ReplyAddress>`;
  const get = operation(2, 'get', 'MeterConfig', named('Meter', `LATER-${endpoint}`));
  const accepted = await replyTo(aSet([meter(1, `LATER-${endpoint}`), get], { header }));
  expect(gist(accepted)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  await until('the reply has come', () => there.received.length === before + 1);
  const { body, headers } = there.received[before]!;
  expect(checkSent(body)).toBe('OperationSetResponseMessage');
  expect(headers['soapaction']).toBe('"http://iec.ch/TC57/2011/OperationSet/OperationSetResponseMessage"');
  expect(body).toMatch(/<msg:Result>OK<.*<msg:operationId>2<.*LATER-/s);
});

test('a repeated set gets the stored answer, byte for byte', async () => {
  const text = aSet([meter(1, 'ONCE'), meter(2, 'ONCE')]);
  const first = await send(text);
  expect(first.reply && gist(first.reply)).toMatchObject({ result: 'PARTIAL' });
  expect((await send(text)).text).toBe(first.text);
});
