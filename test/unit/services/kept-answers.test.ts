/** Once and only once: what is kept of an answer, when, and what a crash in between leads to. */
import type { AnyResponse } from '../../../src/message/call.js';
import { StoreUnavailable, type ObjectStore } from '../../../src/ports/object-store.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { configVerbs, type NounTable, type ServicePorts } from '../../../src/services/noun-row.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

const table: NounTable = { MeterConfig: { verbs: configVerbs, masterData: true, objects: ['Meter'] } };
const repeat = (messageId: string, digest = 'd') => ({ repeat: { principal: 'cis', messageId, digest } });
const create = (mRID = 'm-1') => aMessage('CreateMeterConfig').with({ Meter: [aMeter(mRID, { mRID })] });

let ports: TestPorts;
beforeEach(async () => {
  ports = await testPorts();
});
afterEach(() => ports.close());

const withStore = (over: Partial<ObjectStore>): ServicePorts => ({ ...ports, store: { ...ports.store, ...over } });
const kept = async (messageId: string) =>
  (await ports.store.answerOf('cis', messageId))?.answer as AnyResponse | undefined;

const about = (operation: string): MessageBuilder =>
  aMessage(operation).with({ Meter: [aMeter('m-1', { mRID: 'm-1' })] });
const verbs = ['Change', 'Close', 'Delete', 'Created', 'Changed', 'Canceled', 'Closed', 'Deleted'] as const;
test.each(['Create', ...verbs])('%s keeps its answer in the transaction that does the work', async (verb) => {
  if (verb !== 'Create') await create().to(dispatcher(table, ports));
  // nothing can be written after the work
  const dispatch = dispatcher(table, withStore({ write: () => Promise.reject(new Error('crashed')) }));
  const reply = await about(`${verb}MeterConfig`).by(repeat(verb)).to(dispatch);
  expect(reply.Reply.Result).toBe('OK');
  expect(await kept(verb)).toEqual(JSON.parse(JSON.stringify(reply)));
});

test('created MeterReadings keep their answer in the transaction that stores them', async () => {
  await create().to(dispatcher(table, ports));
  const { nouns } = await import('../../../src/nouns.js');
  const dispatch = dispatcher(nouns, withStore({ write: () => Promise.reject(new Error('crashed')) }));
  const reading = {
    Meter: { mRID: 'm-1' },
    Readings: [
      { ReadingType: { ref: '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0' }, timeStamp: '2026-11-01T00:00:00Z', value: '1' },
    ],
  };
  const reply = await aMessage('CreatedMeterReadings')
    .with({ MeterReading: [reading] })
    .by(repeat('r'))
    .to(dispatch);
  expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
  expect(await kept('r')).toEqual(JSON.parse(JSON.stringify(reply)));
});

test('two processes with the same message do it once and answer alike', async () => {
  const others = await Promise.all([1, 2, 3, 4].map(() => create().by(repeat('m')).to(dispatcher(table, ports))));
  expect(others.map((reply) => reply.Reply.Result)).toEqual(['OK', 'OK', 'OK', 'OK']);
  expect(new Set(others.map((reply) => JSON.stringify(JSON.parse(JSON.stringify(reply))))).size).toBe(1);
  expect(await ports.store.objects({ noun: 'MeterConfig', limit: 10 })).toHaveLength(1);
});

test('the same MessageID of another caller is another message', async () => {
  const dispatch = dispatcher(table, ports);
  await create('m-1').by(repeat('m')).to(dispatch);
  const reply = await create('m-2')
    .by({ repeat: { principal: 'oms', messageId: 'm', digest: 'd' } })
    .to(dispatch);
  expect(gist(reply).result).toBe('OK');
});

test('a refusal is kept; an answer that asks to come again is not', async () => {
  let full = true;
  const unavailable = () => Promise.reject(new StoreUnavailable('disk full', 'SQLITE_FULL'));
  const dispatch = dispatcher(
    table,
    withStore({ transaction: (work) => (full ? unavailable() : ports.store.transaction(work)) }),
  );
  expect(gist(await create().by(repeat('m')).to(dispatch)).codes).toEqual(['5.1']);
  expect(await kept('m')).toBeUndefined();
  full = false;
  expect(gist(await create().by(repeat('m')).to(dispatch)).result).toBe('OK');
  const refused = await create().by(repeat('n')).to(dispatch);
  expect(gist(refused)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
  expect(await kept('n')).toEqual(JSON.parse(JSON.stringify(refused)));
});

describe('a request that is answered later', () => {
  const later = () =>
    create().header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: 'c' }).by(repeat('m'));
  const reply = async () => {
    const [request] = await ports.store.requestsByCorrelation('', 'c');
    return { state: request?.state, reply: (request?.reply?.['parts'] as AnyResponse[] | undefined)?.[0] };
  };

  test('whose reply could not be kept is not done again, and its reply is that of the work done', async () => {
    let crashes = 1;
    const dispatch = dispatcher(
      table,
      withStore({
        transaction: (work) =>
          ports.store.transaction((tx) =>
            work({
              ...tx,
              endRequest: (...given) =>
                crashes-- > 0 ? Promise.reject(new Error('crashed')) : tx.endRequest(...given),
            }),
          ),
      }),
    );
    expect(gist(await later().to(dispatch)).codes).toEqual(['0.3']);
    await ports.jobs.idle();
    expect(await reply()).toMatchObject({ state: 'open' });
    expect(ports.jobTroubles.map(String)).toEqual(['Error: crashed']);
    expect(await ports.store.objects({ noun: 'MeterConfig', limit: 10 })).toHaveLength(1);
    await ports.clock.advance(1_000);
    await ports.jobs.idle();
    expect(await reply()).toMatchObject({ state: 'final', reply: { Reply: { Result: 'OK' } } });
    expect(await ports.store.objects({ noun: 'MeterConfig', limit: 10 })).toMatchObject([{ version: 1 }]);
  });

  test('that a defect keeps from being done ends all the same', async () => {
    const broken: NounTable = {
      MeterConfig: {
        ...table.MeterConfig!,
        service: () => ({ created: () => Promise.reject(new TypeError('a defect')) }),
      },
    };
    const event = aMessage('CreatedMeterConfig')
      .with({ Meter: [aMeter('m-1')] })
      .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: 'c' });
    await event.by(repeat('m')).to(dispatcher(broken, ports));
    await ports.jobs.idle();
    expect((await reply()).state).toBe('open');
    await ports.clock.advance(ports.settings.commandDeadline + 300_000);
    await ports.jobs.idle();
    const { state, reply: answer } = await reply();
    expect(state).toBe('final');
    expect(gist(answer!)).toMatchObject({ result: 'FAILED', codes: ['4.1'] });
  });
});
