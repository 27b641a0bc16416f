/** What a caller changes by a request is told to those who have subscribed to the noun, in the transaction that writes it. */
import type { SubscriptionSettings } from '../../../../src/config/registrations.js';
import type { Noun, Verb } from '../../../../src/generated/operations.js';
import type { Dispatch } from '../../../../src/message/call.js';
import { nouns } from '../../../../src/nouns.js';
import type { Delivery } from '../../../../src/ports/outbox.js';
import { dispatcher } from '../../../../src/services/dispatcher.js';
import type { NounRow } from '../../../../src/services/noun-row.js';
import { childrenOf } from '../../../../src/services/places.js';
import { wrapBody } from '../../../../src/soap/envelope.js';
import { aMessage, aMeter, gist, idsIn, named, type MessageBuilder } from '../../../support/builders.js';
import { checkSent } from '../../../support/sent-check.js';
import { aSubscription, outbox } from '../../../support/subscribing.js';
import { testPorts, type TestPorts } from '../../../support/test-ports.js';
import { operationOf } from '../../../support/noun-messages.js';

let ports: TestPorts;
let dispatch: Dispatch;
let messages = 0;

const subscribed = async (...subscriptions: readonly SubscriptionSettings[]): Promise<void> => {
  ports = await testPorts({ subscriptions });
  dispatch = dispatcher(nouns, ports);
};
const to = (noun: string, filter: SubscriptionSettings['filter'] = {}): SubscriptionSettings =>
  aSubscription(filter, { noun });
afterEach(() => ports.close());

const ask = (message: MessageBuilder, CorrelationID?: string) =>
  message.header({ MessageID: `message-${++messages}`, CorrelationID }).to(dispatch);
const send = (operation: string, root: Readonly<Record<string, unknown>>, correlation = 'order-1') =>
  ask(aMessage(operation).with(root), correlation);
const told = (): Promise<readonly Delivery[]> => outbox(ports.store, 'hub');
const operations = (all: readonly Delivery[]) => all.map(({ xml }) => checkSent(wrapBody('1.1', xml)));
const textsIn = ({ xml }: Delivery, element: string): readonly (string | undefined)[] =>
  [...xml.matchAll(new RegExp(`<obj:${element}>([^<]*)<`, 'g'))].map(([, text]) => text);

const meters = (...numbers: readonly number[]) => ({
  Meter: numbers.map((number) => aMeter(`M-${number}`, { mRID: `m-${number}` })),
});

describe('a change that was asked for', () => {
  beforeEach(() => subscribed(to('MeterConfig')));

  test('is told as the event of its verb, with the whole object and the CorrelationID of the request', async () => {
    await send('CreateMeterConfig', meters(1, 2));
    await send('ChangeMeterConfig', { Meter: [{ mRID: 'm-1', serialNumber: '4711' }] }, 'order-2');
    await send('CloseMeterConfig', { Meter: [{ mRID: 'm-1' }] }, 'order-3');
    await send('DeleteMeterConfig', { Meter: [aMeter('M-1'), aMeter('M-2')] }, 'order-4');
    const all = await told();
    expect(operations(all)).toEqual(['CreatedMeterConfig', 'ChangedMeterConfig', 'ClosedMeterConfig', 'DeletedMeterConfig']); // prettier-ignore
    expect(all.map(({ correlationId }) => correlationId)).toEqual(['order-1', 'order-2', 'order-3', 'order-4']);
    expect(all.map((one) => textsIn(one, 'mRID'))).toEqual([['m-1', 'm-2'], ['m-1'], ['m-1'], ['m-1', 'm-2']]);
    expect(all.map((one) => textsIn(one, 'serialNumber'))).toEqual([[], ['4711'], ['4711'], ['4711']]);
    expect(textsIn(all[1]!, 'name')).toContain('M-1');
  });

  test('has the MessageID as its CorrelationID when the request has none', async () => {
    await ask(aMessage('CreateMeterConfig').with(meters(1)));
    expect((await told())[0]?.correlationId).toBe(`message-${messages}`);
  });

  test('bears the mRID that the gateway has given', async () => {
    const reply = await send('CreateMeterConfig', { Meter: [aMeter('M-7')] });
    expect(textsIn((await told())[0]!, 'mRID')).toEqual(idsIn(reply));
  });

  test('is told of the good objects of a message, and of none that was refused', async () => {
    await send('CreateMeterConfig', meters(1));
    expect(gist(await send('CreateMeterConfig', meters(1, 2, 3))).result).toBe('PARTIAL');
    expect(gist(await send('CreateMeterConfig', meters(2))).result).toBe('FAILED');
    expect(gist(await send('DeleteMeterConfig', { Meter: [{ mRID: 'nobody' }] })).result).toBe('FAILED');
    expect((await told()).map((one) => textsIn(one, 'mRID'))).toEqual([['m-1'], ['m-2', 'm-3']]);
  });

  test('is told once, however often the message is repeated', async () => {
    const message = aMessage('CreateMeterConfig').with(meters(1)).by({ repeat: { principal: '', messageId: 'm', digest: 'd' } }); // prettier-ignore
    const answers = [await message.to(dispatch), await message.to(dispatch)];
    expect(answers[1]).toEqual(answers[0]);
    expect(await told()).toHaveLength(1);
  });

  test('that is answered later is told when it is done', async () => {
    const later = aMessage('CreateMeterConfig')
      .with(meters(1))
      .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll' });
    expect(gist(await ask(later, 'order-9')).codes).toEqual(['0.3']);
    await ports.jobs.idle();
    expect(operations(await told())).toEqual(['CreatedMeterConfig']);
    expect((await told())[0]?.correlationId).toBe('order-9');
    expect(ports.jobTroubles).toEqual([]);
  });

  test('goes to nobody when nobody has subscribed to the noun', async () => {
    await send('CreateUsagePointConfig', { UsagePoint: [named('UP-1')] });
    expect(await told()).toEqual([]);
  });
});

test('goes by the filter of the subscription', async () => {
  await subscribed(to('MeterConfig', { devices: ['M-2'] }));
  await send('CreateMeterConfig', meters(1, 2, 3));
  expect((await told()).map((one) => textsIn(one, 'mRID'))).toEqual([['m-2']]);
});

test('a receipt is forwarded as it was told, and its reversal too', async () => {
  await subscribed(to('ReceiptRecord'));
  await send('CreateReceiptRecord', { Receipt: [{ mRID: 'receipt-1', isBankable: 'true' }] });
  await send('CancelReceiptRecord', { Receipt: [{ mRID: 'receipt-1' }] });
  expect(operations(await told())).toEqual(['CreatedReceiptRecord', 'CanceledReceiptRecord']);
});

const generic = (Object.entries(nouns) as [Noun, NounRow][]).filter(
  ([, row]) => !row.service && row.verbs.includes('create'),
);
test.each(generic)('%s: what is created and deleted goes out valid by its schema', async (noun, row) => {
  await subscribed(to(noun));
  const kind = row.objects === 'payload' ? (childrenOf(noun)[0] ?? '') : (row.objects[0] ?? '');
  const content = row.anonymous ? { Meter: { mRID: 'one' } } : { mRID: 'one' };
  const made = await send(operationOf(noun, 'create').name, { [kind]: [content] });
  expect(gist(made).result).toBe('OK');
  const ends: readonly Verb[] = row.verbs.includes('delete') ? ['delete'] : ['cancel'];
  for (const verb of ends) {
    const end = aMessage(operationOf(noun, verb).name).request({ ID: idsIn(made) });
    expect(gist(await ask(end)).result).toBe('OK');
  }
  const past = ends.map((verb) => operationOf(noun, verb === 'delete' ? 'deleted' : 'canceled').name);
  expect(operations(await told())).toEqual([operationOf(noun, 'created').name, ...past]);
});
