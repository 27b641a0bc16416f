/** Cancel, close and delete of what is named by `ID` alone, in Request or Payload, by every kind of ID; for every noun. */
import { operations, type AnyResponse, type Noun } from '../../../src/generated/operations.js';
import type { Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import type { NounRow } from '../../../src/services/noun-row.js';
import { simulatedHeadEnd } from '../../../src/head-ends/simulated/head-end.js';
import { aMessage, aName, gist, idsIn, type MessageBuilder } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';
import { virtualClock } from '../../support/virtual-clock.js';

let ports: TestPorts;
let dispatch: Dispatch;
beforeAll(async () => {
  const clock = virtualClock();
  const simulated = simulatedHeadEnd({ meters: 1, seed: 1, speed: 1, clock, name: 'simulated' });
  ports = await testPorts({ clock, headEnds: [simulated] });
  dispatch = dispatcher(nouns, ports);
});
afterAll(() => ports.close());

let messages = 0;
let objects = 0;
function message(verb: string, noun: string, header = {}): MessageBuilder {
  const { name } = operations.find((one) => one.verb === verb && one.noun === noun)!;
  const MessageID = `m-${++messages}`;
  const repeat = { principal: '', messageId: MessageID, digest: MessageID };
  return aMessage(name)
    .header({ MessageID, ...header })
    .by({ repeat });
}

const rows = (Object.entries(nouns) as [Noun, NounRow][]).filter(
  ([, { service, objects, verbs }]) => service === undefined && objects !== 'payload' && verbs.includes('create'),
);
const kindOf = ({ objects }: NounRow): string => (objects as readonly string[])[0] ?? '';
const state = async (noun: string, mRID: string): Promise<string | undefined> =>
  (await ports.store.objectByMRID(noun, undefined, mRID))?.state;

describe.each(rows)('%s', (noun, row) => {
  const kind = kindOf(row);
  const endings = (['close', 'delete', 'cancel'] as const).filter(
    (verb) => row.verbs.includes(verb) && !(verb === 'cancel' && row.masterData),
  );
  const kinds = [
    ['uuid', () => ({ text: `o-${objects}`, kind: 'uuid' })],
    ['name', () => ({ text: `O-${objects}`, kind: 'name', idType: 'Test', objectType: kind })],
    ['other', () => ({ text: `o-${objects}`, kind: 'other', objectType: kind })],
    ['no kind, an mRID', () => ({ text: `o-${objects}` })],
    ['no kind, a name', () => ({ text: `O-${objects}` })],
    ['transaction', () => ({ text: `m-${messages}`, kind: 'transaction' })],
  ] as const;
  it.each(endings.flatMap((verb) => kinds.map(([what, idOf]) => [verb, what, idOf] as const)))(
    '%s by an ID of kind %s, wherever it stands',
    async (verb, _, idOf) => {
      for (const place of ['request', 'payload'] as const) {
        const mRID = `o-${++objects}`;
        const element = { mRID, Names: [aName(`O-${objects}`, 'Test')] };
        await message('create', noun)
          .with({ [kind]: [element] })
          .to(dispatch);
        const ID = [idOf()];
        const asked = message(verb, noun);
        const reply = await (place === 'request' ? asked.request({ ID }) : asked.payload({ ID })).to(dispatch);
        expect(gist(reply)).toEqual({ result: 'OK', codes: [], details: [] });
        expect(await state(noun, mRID)).toMatch(/closed|deleted|canceled/);
      }
    },
  );

  it('tells each ID that is wrong at its place, and does the others', async () => {
    await message('create', noun)
      .with({ [kind]: [{ mRID: 'w-1', Names: [aName('W-1')] }, { mRID: 'w-2' }] })
      .to(dispatch);
    const verb = endings[0]!;
    const ID = [
      { text: 'w-1', kind: 'uuid' },
      { text: 'NOBODY', kind: 'name' },
      { text: 'never', kind: 'transaction' },
      { text: 'w-2', kind: 'uuid', objectType: 'Teapot' },
      { text: 'W-1', kind: 'name' },
      { text: ' ' },
    ];
    const reply = await message(verb, noun).payload({ ID }).to(dispatch);
    expect(reply.Reply.Result).toBe('PARTIAL');
    expect(gist(reply).details.map((text) => /^Payload\.ID\[\d\]/.exec(text ?? '')?.[0])).toEqual(
      [1, 2, 3, 4, 5].map((at) => `Payload.ID[${at}]`),
    );
    expect(await state(noun, 'w-1')).not.toBe('active');
    expect(await state(noun, 'w-2')).toBe('active');
  });
});

describe('a transaction', () => {
  const close = (text: string, noun = 'MeterConfig', more = {}): Promise<AnyResponse> =>
    message('close', noun, more)
      .request({ ID: [{ text, kind: 'transaction' }] })
      .to(dispatch);

  it('is that of an operation set too, for the objects of the noun', async () => {
    const operation = (operationId: string, noun: string, value: object): object => ({
      operationId,
      noun,
      verb: 'create',
      payload: { name: noun, value },
    });
    const Operation = [
      operation('1', 'MeterConfig', { Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }] }),
      operation('2', 'UsagePointConfig', { UsagePoint: [{ mRID: 'u-1' }] }),
    ];
    await message('execute', 'OperationSet', { MessageID: 'set' })
      .by({ repeat: { principal: '', messageId: 'set', digest: 'd' } })
      .with({ Operation })
      .to(dispatch);
    expect(gist(await close('set'))).toMatchObject({ result: 'OK' });
    expect([await state('MeterConfig', 'm-1'), await state('MeterConfig', 'm-2')]).toEqual(['closed', 'closed']);
    expect(await state('UsagePointConfig', 'u-1')).toBe('active');
    expect(gist(await close('set', 'CustomerConfig'))).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
  });

  it('is that of a request answered later too, by its CorrelationID, once it is over', async () => {
    const header = {
      MessageID: 'later',
      CorrelationID: 'correlated',
      AsyncReplyFlag: 'true',
      ReplyAddress: 'poll',
    } as const;
    await message('create', 'MeterConfig', header)
      .with({ Meter: [{ mRID: 'm-3' }] })
      .to(dispatch);
    await ports.jobs.idle();
    expect(gist(await close('correlated'))).toMatchObject({ result: 'OK' });
    expect(await state('MeterConfig', 'm-3')).toBe('closed');
  });

  it('is nobody else’s', async () => {
    await message('create', 'MeterConfig')
      .by({ repeat: { principal: 'A', messageId: 'mine', digest: 'd' }, principal: 'A' })
      .with({ Meter: [{ mRID: 'm-4' }] })
      .to(dispatch);
    expect(gist(await close('mine'))).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
  });
});

describe('controls', () => {
  const make = async (correlation: string, ...mRIDs: readonly string[]): Promise<void> => {
    const start = new Date(ports.clock.now() + 3_600_000).toISOString();
    const control = (mRID: string, at: number): object => ({
      mRID,
      Names: [aName(`NAME-${mRID}`)],
      EndDeviceControlType: { ref: '3.31.0.23' },
      EndDeviceTiming: { interval: { start } },
      EndDevices: [{ mRID: `d-${correlation}-${at}` }],
    });
    const Meter = mRIDs.map((_, at) => ({ mRID: `d-${correlation}-${at}` }));
    await message('create', 'MeterConfig').with({ Meter }).to(dispatch);
    const header = { CorrelationID: correlation, AsyncReplyFlag: 'true', ReplyAddress: 'poll' } as const;
    const reply = await message('create', 'EndDeviceControls', header)
      .with({ EndDeviceControl: mRIDs.map(control) })
      .to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'OK' });
  };
  const cancel = (ID: readonly object[], header = {}): Promise<AnyResponse> =>
    message('cancel', 'EndDeviceControls', header).payload({ ID }).to(dispatch);

  it('are all canceled by the transaction they came with, and one by mRID or name', async () => {
    await make('c-1', 'k-1', 'k-2');
    await make('c-2', 'k-3', 'k-4', 'k-5');
    const ID = [
      { text: 'c-1', kind: 'transaction' },
      { text: 'k-1', kind: 'uuid' },
      { text: 'NAME-k-3', kind: 'name' },
      { text: 'k-4' },
      { text: 'never', kind: 'transaction' },
      { text: 'NOBODY', kind: 'name' },
    ];
    const reply = await cancel(ID);
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.15', '2.15'] });
    expect(gist(reply).details.map((text) => text?.slice(0, 13))).toEqual(['Payload.ID[4]', 'Payload.ID[5]']);
    expect(idsIn(reply)).toEqual(expect.arrayContaining(['k-1', 'k-2', 'k-3', 'k-4']));
    expect(await state('EndDeviceControls', 'k-5')).toBe('active');
  });

  it('of the request that the CorrelationID names are picked by ID', async () => {
    await make('c-3', 'k-6', 'k-7');
    await make('c-4', 'k-8');
    const reply = await cancel(
      [
        { text: 'k-6', kind: 'uuid' },
        { text: 'k-8', kind: 'uuid' },
      ],
      { CorrelationID: 'c-3' },
    );
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.15'] });
    expect(gist(reply).details[0]).toMatch(/^Payload\.ID\[1\].*belongs to this request/);
    expect(idsIn(reply)).toContain('k-6');
    expect(await state('EndDeviceControls', 'k-8')).toBe('active');
  });

  it('that nobody has sent are each told', async () => {
    const reply = await cancel([
      { text: 'a', kind: 'uuid' },
      { text: 'b', kind: 'transaction' },
    ]);
    expect(gist(reply)).toMatchObject({ result: 'FAILED' });
    expect(gist(reply).details.map((text) => text?.slice(0, 13))).toEqual(['Payload.ID[0]', 'Payload.ID[1]']);
  });
});
