/** Operation sets over the real services and a store in memory. */
import type { SetOperation } from '../../../src/message/operation-set.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import type { Dispatch } from '../../../src/message/call.js';
import type { AnyResponse } from '../../../src/generated/operations.js';
import { aMessage, aMeter, aName, gist, idsIn, type MessageBuilder } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;
beforeEach(async () => {
  ports = await testPorts();
  dispatch = dispatcher(nouns, ports);
});
afterEach(() => ports.close());

type Root = Readonly<Record<string, unknown>>;

function anOperation(operationId: string, verb: string, noun: string, value?: Root, more = {}): SetOperation {
  const name = verb === 'get' ? `Get${noun}` : noun;
  return { operationId, verb, noun, ...more, ...(value === undefined ? {} : { payload: { name, value } }) };
}

const createMeter = (id: string, name: string): SetOperation =>
  anOperation(id, 'create', 'MeterConfig', { Meter: [aMeter(name)] });

interface Flags {
  readonly sequence?: boolean;
  readonly whole?: boolean;
}

function aSet(operations: readonly SetOperation[], { sequence, whole }: Flags = {}): MessageBuilder {
  return aMessage('ExecuteOperationSet').with({
    ...(sequence === undefined ? {} : { enforceMsgSequence: String(sequence) }),
    ...(whole === undefined ? {} : { enforceTransactionalIntegrity: String(whole) }),
    Operation: operations,
  });
}

/** What the answer says of each operation: the codes in order. */
function codesById(reply: AnyResponse): Readonly<Record<string, readonly string[]>> {
  const said: Record<string, string[]> = {};
  for (const { operationId = '', code } of reply.Reply.Error ?? []) (said[operationId] ??= []).push(code);
  return said;
}

const stored = async (noun: string): Promise<readonly string[]> =>
  (await ports.store.objects({ noun, limit: 2_000 })).map(({ names, mRID }) => names[0]?.name ?? mRID);

describe('a set whose operations all go well', () => {
  it('is carried out by the services of its nouns, and answers their identifiers in order', async () => {
    const reply = await aSet([
      anOperation('2', 'create', 'UsagePointConfig', { UsagePoint: [{ mRID: 'u-1', Names: [aName('U-1')] }] }),
      anOperation('3', 'create', 'MeterConfig', { Meter: [aMeter('M-1', { mRID: 'm-1' })] }),
      anOperation('4', 'create', 'MasterDataLinkageConfig', {
        ConfigurationEvent: { createdDateTime: '2026-11-01T00:00:00Z' },
        Meter: [{ mRID: 'm-1' }],
        UsagePoint: [{ mRID: 'u-1' }],
      }),
    ]).to(dispatch);
    expect(gist(reply)).toEqual({ result: 'OK', codes: [], details: [] });
    expect(reply.Header).toMatchObject({ Verb: 'reply', Noun: 'OperationSet', CorrelationID: 'message-1' });
    expect(idsIn(reply).slice(0, 2)).toEqual(['u-1', 'm-1']);
    expect(await stored('MasterDataLinkageConfig')).toHaveLength(1);
  });

  it('sees in each operation what those before it have done, and answers what gets have found', async () => {
    const reply = await aSet([
      createMeter('1', 'M-1'),
      anOperation('2', 'get', 'MeterConfig', { Meter: [aMeter('M-1')] }),
      anOperation('3', 'delete', 'MeterConfig', { Meter: [aMeter('M-1')] }),
      createMeter('4', 'M-1'),
    ]).to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: [] });
    expect(reply.Payload?.['OperationSet']).toMatchObject({
      Operation: [
        {
          operationId: '2',
          noun: 'MeterConfig',
          verb: 'reply',
          payload: { name: 'MeterConfig', value: { Meter: [{ Names: [{ name: 'M-1' }] }] } },
        },
      ],
    });
    expect(await stored('MeterConfig')).toEqual(['M-1']);
  });

  it('may stand in a message of a noun, whose verb and noun hold where an operation names none', async () => {
    const message = aMessage('CreateMeterConfig')
      .with({})
      .payload({ OperationSet: { Operation: [{ operationId: '1', payload: createMeter('1', 'M-1').payload }] } });
    const reply = await message.to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'OK' });
    expect(reply.Header.Noun).toBe('MeterConfig');
    expect(await stored('MeterConfig')).toEqual(['M-1']);
  });

  it('is done once, however often the message comes', async () => {
    const repeat = { principal: 'CIS', messageId: 'message-1', digest: 'd' };
    const message = aSet([createMeter('1', 'M-1')]).by({ repeat });
    const first = await message.to(dispatch);
    expect(await message.by({ repeat: { ...repeat } }).to(dispatch)).toEqual(first);
    expect(await stored('MeterConfig')).toEqual(['M-1']);
  });
});

const taken = createMeter('2', 'M-1');
const invalid: SetOperation = {
  operationId: '2',
  noun: 'MeterConfig',
  verb: 'create',
  findings: [{ code: '1.8', path: 'MeterConfig.Meter[0].colour', details: 'colour is not expected here' }],
};

describe('a set of which one operation fails', () => {
  const set = (bad: SetOperation, flags: Flags): MessageBuilder =>
    aSet([createMeter('1', 'M-1'), bad, createMeter('3', 'M-3')], flags);

  const cases: readonly (readonly [string, SetOperation, Flags, string, object, readonly string[]])[] = [
    ['without flags', taken, {}, 'PARTIAL', { '2': ['5.3', '2.15'] }, ['M-1', 'M-3']],
    ['in sequence', taken, { sequence: true }, 'PARTIAL', { '2': ['5.3', '2.15'], '3': ['5.2'] }, ['M-1']],
    ['as a whole', taken, { whole: true }, 'FAILED', { '1': ['5.9'], '2': ['5.3', '2.15'], '3': ['5.9'] }, []],
    [
      'as a whole and in sequence',
      taken,
      { whole: true, sequence: true },
      'FAILED',
      { '1': ['5.9'], '2': ['5.3', '2.15'], '3': ['5.2'] },
      [],
    ],
    ['with an invalid payload', invalid, {}, 'PARTIAL', { '2': ['5.2', '1.8'] }, ['M-1', 'M-3']],
    [
      'as a whole with an invalid payload',
      invalid,
      { whole: true },
      'FAILED',
      { '1': ['5.9'], '2': ['5.2', '1.8'], '3': ['5.9'] },
      [],
    ],
  ];
  it.each(cases)('%s', async (_, bad, flags, result, said, left) => {
    const reply = await set(bad, flags).to(dispatch);
    expect(reply.Reply.Result).toBe(result);
    expect(codesById(reply)).toEqual(said);
    expect(await stored('MeterConfig')).toEqual(left);
  });

  it('names the place in the operation', async () => {
    const { details } = gist(await set(taken, {}).to(dispatch));
    expect(details[1]).toMatch(
      /^OperationSet\.Operation\[1\]\.MeterConfig\.Meter\[0\]: a meter with the name M-1 exists/,
    );
  });

  it('of 1,000 leaves all the others, or none of them', async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => createMeter(String(at), `M-${at === 500 ? 499 : at}`));
    const failed = await aSet(many, { whole: true }).to(dispatch);
    expect(failed.Reply.Result).toBe('FAILED');
    expect(codesById(failed)['500']).toEqual(['5.3', '2.15']);
    expect(Object.values(codesById(failed)).filter(([code]) => code === '5.9')).toHaveLength(999);
    expect(await stored('MeterConfig')).toEqual([]);
    const partial = await aSet(many).header({ MessageID: 'message-2' }).to(dispatch);
    expect(codesById(partial)).toEqual({ '500': ['5.3', '2.15'] });
    expect(idsIn(partial)).toHaveLength(999);
    expect(await stored('MeterConfig')).toHaveLength(999);
  });

  it('an operation that goes well in part is a failure where all must go well, and none where each stands alone', async () => {
    const half = anOperation('1', 'create', 'MeterConfig', { Meter: [aMeter('M-1'), aMeter('M-1')] });
    const failed = await aSet([half, createMeter('2', 'M-2')], { whole: true }).to(dispatch);
    expect(codesById(failed)).toEqual({ '1': ['5.3', '2.15'], '2': ['5.9'] });
    expect(await stored('MeterConfig')).toEqual([]);
    const partial = await aSet([half, createMeter('2', 'M-2')], { sequence: true }).to(dispatch);
    expect(partial.Reply.Result).toBe('PARTIAL');
    expect(codesById(partial)).toEqual({ '1': ['2.15'] });
    expect(await stored('MeterConfig')).toEqual(['M-1', 'M-2']);
  });

  it('is undone when a work that it plans cannot be, with all that came before', async () => {
    const work = { MeterServiceWork: [{ kind: 'disconnect', Meter: { Names: [aName('nobody')] } }] };
    const reply = await aSet([createMeter('1', 'M-1'), anOperation('2', 'create', 'MeterServiceRequests', work)], {
      whole: true,
    }).to(dispatch);
    expect(codesById(reply)).toMatchObject({ '1': ['5.9'] });
    expect(await stored('MeterConfig')).toEqual([]);
    expect(await stored('MeterServiceRequests')).toEqual([]);
  });
});

describe('a set', () => {
  const refused: readonly (readonly [string, MessageBuilder, string, RegExp])[] = [
    ['without a set', aMessage('ExecuteOperationSet'), '1.7', /Payload.OperationSet: send the operations/],
    ['without operations', aSet([]), '1.7', /at least one operation/],
    [
      'with one id twice, however it is written',
      aSet([createMeter('1', 'M-1'), createMeter('+01', 'M-2')]),
      '2.15',
      /OperationSet\.Operation\[1\]\.operationId: the operationId 1 stands at OperationSet\.Operation\[0\] already/,
    ],
    [
      'beside objects',
      aMessage('CreateMeterConfig')
        .with({ Meter: [aMeter('M-1')] })
        .payload({ OperationSet: { Operation: [] } }),
      '1.8',
      /send one of them/,
    ],
  ];
  it.each(refused)('%s is refused before anything is done', async (_, message, code, details) => {
    const reply = await message.to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(gist(reply).details[0]).toMatch(details);
    expect(await stored('MeterConfig')).toEqual([]);
  });

  it('has a bounded number of operations', async () => {
    await ports.close();
    ports = await testPorts({ settings: { operations: 2 } });
    dispatch = dispatcher(nouns, ports);
    const two = [createMeter('1', 'M-1'), createMeter('2', 'M-2')];
    expect(gist(await aSet([...two, createMeter('3', 'M-3')]).to(dispatch))).toMatchObject({ codes: ['3.1'] });
    expect(gist(await aSet(two).header({ MessageID: 'message-2' }).to(dispatch))).toMatchObject({ result: 'OK' });
  });

  const wrong: readonly (readonly [string, SetOperation, readonly string[], RegExp])[] = [
    [
      'no noun and no verb',
      { operationId: '1' },
      ['5.2', '5.8', '5.8'],
      /Operation\[0\]\.noun: .*does not say its noun/,
    ],
    ['a noun that is none', anOperation('1', 'create', 'Toasters'), ['5.2', '2.5'], /does not serve Toasters/],
    ['a set in it', anOperation('1', 'execute', 'OperationSet'), ['5.2', '2.5'], /a set holds no other sets/],
    ['a verb the noun has not', anOperation('1', 'change', 'ReceiptRecord'), ['5.2', '2.9'], /it has get, create/],
    [
      'the payload of another noun',
      { ...createMeter('1', 'M-1'), noun: 'UsagePointConfig' },
      ['5.2', '2.5'],
      /takes the payload UsagePointConfig, not MeterConfig/,
    ],
    ['no payload', anOperation('1', 'create', 'MeterConfig'), ['5.2', '1.7'], /create needs at least one object/],
    [
      'a blank name',
      createMeter('1', ' '),
      ['5.2', '1.7'],
      /Operation\[0\]\.MeterConfig\.Meter\[0\]\.Names\[0\]\.name: it is blank/,
    ],
    [
      'a cancel of a command that is not there',
      anOperation('1', 'cancel', 'EndDeviceControls', { EndDeviceControl: [{ mRID: 'c-1' }] }),
      ['5.3', '2.15'],
      /^OperationSet\.Operation\[0\]\.EndDeviceControls\.EndDeviceControl\[0\]: .*c-1/,
    ],
  ];
  it.each(wrong)('does not carry out an operation with %s', async (_, operation, codes, details) => {
    const reply = await aSet([operation]).to(dispatch);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes });
    expect(gist(reply).details[1]).toMatch(details);
  });
});
