/** What an operation on single elements makes of a document, and of stored objects through the services. */
import type { AnyResponse } from '../../../src/generated/operations.js';
import type { Dispatch } from '../../../src/message/call.js';
import type { SetOperation } from '../../../src/message/operation-set.js';
import { nouns } from '../../../src/nouns.js';
import type { JsonObject } from '../../../src/ports/object-store.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { applyElements, type ElementVerb } from '../../../src/services/element-operations.js';
import { aMessage, aName, gist } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

const mRID = 'm-1';
const stored: JsonObject = {
  mRID,
  Names: [aName('M-1', 'MeterName') as JsonObject],
  serialNumber: 'S-1',
  status: { value: 'ok', reason: 'new' },
  ComFunction: { ref: 'COM-1' },
  seals: [
    { mRID: 's-1', sealNumber: '1', kind: 'lock' },
    { mRID: 's-2', sealNumber: '2' },
  ],
  MeterMultipliers: [{ kind: 'kE', value: '1' }],
};

type Case = readonly [what: string, verb: ElementVerb, given: JsonObject, difference: JsonObject];

describe('an operation on elements', () => {
  const seals = stored['seals'] as readonly JsonObject[];
  const done: readonly Case[] = [
    ['sets what is not there', 'change', { lotNumber: 'L' }, { lotNumber: 'L' }],
    ['replaces a text', 'change', { serialNumber: 'S-2' }, { serialNumber: 'S-2' }],
    [
      'leaves siblings within an element alone',
      'change',
      { status: { value: 'bad' } },
      { status: { value: 'bad', reason: 'new' } },
    ],
    ['points elsewhere', 'change', { ComFunction: { ref: 'COM-2' } }, { ComFunction: { ref: 'COM-2' } }],
    [
      'changes the entry of a list that has the mRID',
      'change',
      { seals: [{ mRID: 's-1', kind: 'lead' }] },
      { seals: [{ mRID: 's-1', sealNumber: '1', kind: 'lead' }, seals[1]!] },
    ],
    [
      'appends an entry with an mRID of its own',
      'change',
      { seals: [{ mRID: 's-3', kind: 'lead' }] },
      { seals: [...seals, { mRID: 's-3', kind: 'lead' }] },
    ],
    [
      'replaces a list whose entries have no identity',
      'change',
      { MeterMultipliers: [{ kind: 'kH', value: '2' }] },
      { MeterMultipliers: [{ kind: 'kH', value: '2' }] },
    ],
    ['adds an element', 'create', { lotNumber: 'L' }, { lotNumber: 'L' }],
    [
      'adds within an element',
      'create',
      { status: { remark: 'r' } },
      { status: { value: 'ok', reason: 'new', remark: 'r' } },
    ],
    [
      'adds an entry to a list',
      'create',
      { MeterMultipliers: [{ kind: 'kH', value: '2' }] },
      {
        MeterMultipliers: [
          { kind: 'kE', value: '1' },
          { kind: 'kH', value: '2' },
        ],
      },
    ],
    [
      'adds to the entry of a list',
      'create',
      { seals: [{ mRID: 's-2', kind: 'lead' }] },
      { seals: [seals[0]!, { mRID: 's-2', sealNumber: '2', kind: 'lead' }] },
    ],
    [
      'adds a name to what the mRID names',
      'create',
      { Names: [{ name: 'X' }] },
      { Names: [aName('M-1', 'MeterName') as JsonObject, { name: 'X' }] },
    ],
    ['takes a text away, whatever is said of its value', 'delete', { serialNumber: '' }, { serialNumber: undefined }],
    ['takes away within an element', 'delete', { status: { reason: 'new' } }, { status: { value: 'ok' } }],
    ['leaves no empty element', 'delete', { status: { value: 'ok', reason: 'new' } }, { status: undefined }],
    ['takes away an element that is given empty', 'delete', { status: {} }, { status: undefined }],
    ['takes a reference away', 'delete', { ComFunction: { ref: 'COM-1' } }, { ComFunction: undefined }],
    ['takes away the entry of a list that is named', 'delete', { seals: [{ mRID: 's-1' }] }, { seals: [seals[1]!] }],
    [
      'takes away within the entry of a list',
      'delete',
      { seals: [{ mRID: 's-1', kind: 'lock' }] },
      { seals: [{ mRID: 's-1', sealNumber: '1' }, seals[1]!] },
    ],
    [
      'takes away entries that have what is given',
      'delete',
      { MeterMultipliers: [{ kind: 'kE' }] },
      { MeterMultipliers: undefined },
    ],
    [
      'always takes the record of the change',
      'delete',
      { serialNumber: 'S-1', ConfigurationEvents: { reason: 'typo' } },
      { serialNumber: undefined, ConfigurationEvents: { reason: 'typo' } },
    ],
  ];
  it.each(done)('%s (%#: %s)', (_, verb, given, difference) => {
    const next = JSON.parse(JSON.stringify({ ...stored, ...difference })) as JsonObject;
    expect(applyElements(stored, { mRID, ...given }, verb, 'Meter[0]')).toEqual({ document: next });
  });

  it('takes names for no change where they say which object is meant', () => {
    const { mRID: _, ...named } = stored;
    expect(applyElements(named, { Names: [{ name: 'M-1' }], serialNumber: 'S-2' }, 'change', '')).toEqual({
      document: { ...named, serialNumber: 'S-2' },
    });
  });

  const refused: readonly (readonly [string, ElementVerb, JsonObject, string])[] = [
    ['nothing is given', 'change', {}, '1.7 Meter[0]'],
    ['only the record of the change is given', 'delete', { ConfigurationEvents: { reason: 'r' } }, '1.7 Meter[0]'],
    ['a text is there already', 'create', { serialNumber: 'S' }, '6.1 Meter[0].serialNumber'],
    ['a text within an element is there already', 'create', { status: { value: 'x' } }, '6.1 Meter[0].status.value'],
    ['another reference is there already', 'create', { ComFunction: { ref: 'COM-2' } }, '6.1 Meter[0].ComFunction'],
    ['the entry is there already', 'create', { seals: [{ mRID: 's-3' }, { mRID: 's-2' }] }, '6.1 Meter[0].seals[1]'],
    [
      'the very entry is there',
      'create',
      { MeterMultipliers: [{ kind: 'kE', value: '1' }] },
      '6.1 Meter[0].MeterMultipliers[0]',
    ],
    ['the element is not there', 'delete', { lotNumber: 'L' }, '6.1 Meter[0].lotNumber'],
    ['the reference points elsewhere', 'delete', { ComFunction: { ref: 'COM-2' } }, '6.1 Meter[0].ComFunction'],
    ['no entry has that mRID', 'delete', { seals: [{ mRID: 's-9' }] }, '6.1 Meter[0].seals[0]'],
    [
      'no entry has what is given',
      'delete',
      { MeterMultipliers: [{ kind: 'kH' }] },
      '6.1 Meter[0].MeterMultipliers[0]',
    ],
  ];
  it.each(refused)('is refused when %s', (_, verb, given, finding) => {
    const outcome = applyElements(stored, { mRID, ...given }, verb, 'Meter[0]');
    expect('findings' in outcome && outcome.findings.map(({ code, path }) => `${code} ${path}`)).toEqual([finding]);
  });
});

describe('in an operation set', () => {
  let ports: TestPorts;
  let dispatch: Dispatch;
  beforeEach(async () => {
    ports = await testPorts();
    dispatch = dispatcher(nouns, ports);
    const MetrologyRequirements = [{ mRID: 'q-1', reason: 'billing', ReadingTypes: [{ ref: 'A' }, { ref: 'B' }] }];
    const UsagePoint = [{ mRID: 'u-1', Names: [aName('U-1')], MetrologyRequirements }];
    await aMessage('CreateUsagePointConfig').header({ MessageID: 'u' }).with({ UsagePoint }).to(dispatch);
    const Meter = [{ mRID, Names: [aName('M-1', 'MeterName')], serialNumber: 'S-1', lotNumber: 'L-1' }];
    await aMessage('CreateMeterConfig').header({ MessageID: 'm' }).with({ Meter }).to(dispatch);
    const EndDeviceGroup = [{ mRID: 'g-1', Names: [aName('G-1')], EndDevices: [{ Names: [aName('M-1')] }] }];
    await aMessage('CreateEndDeviceGroups').header({ MessageID: 'g' }).with({ EndDeviceGroup }).to(dispatch);
  });
  afterEach(() => ports.close());

  const operate = (verb: string, noun: string, value: Readonly<Record<string, unknown>>): Promise<AnyResponse> => {
    const operation: SetOperation = {
      operationId: '1',
      verb,
      noun,
      elementOperation: 'true',
      payload: { name: noun, value },
    };
    return aMessage('ExecuteOperationSet')
      .with({ Operation: [operation] })
      .to(dispatch);
  };
  const documentOf = async (noun: string, id: string): Promise<JsonObject | undefined> =>
    (await ports.store.objectByMRID(noun, undefined, id))?.document;

  it('changes an object by its elements, as a version of its own', async () => {
    expect(gist(await operate('delete', 'MeterConfig', { Meter: [{ mRID, lotNumber: 'L-1' }] }))).toMatchObject({
      result: 'OK',
    });
    expect(
      gist(await operate('change', 'MeterConfig', { Meter: [{ Names: [aName('M-1')], serialNumber: 'S-2' }] })),
    ).toMatchObject({ result: 'OK' });
    const object = await ports.store.objectByMRID('MeterConfig', undefined, mRID);
    expect(object).toMatchObject({
      version: 3,
      state: 'active',
      document: { serialNumber: 'S-2', Names: [{ name: 'M-1' }] },
    });
    expect(object?.document).not.toHaveProperty('lotNumber');
  });

  it('adds a device to a group and takes another one away', async () => {
    await operate('create', 'EndDeviceGroups', {
      EndDeviceGroup: [{ mRID: 'g-1', EndDevices: [{ Names: [aName('M-2')] }] }],
    });
    await operate('delete', 'EndDeviceGroups', {
      EndDeviceGroup: [{ mRID: 'g-1', EndDevices: [{ Names: [aName('M-1')] }] }],
    });
    expect((await documentOf('EndDeviceGroups', 'g-1'))?.['EndDevices']).toEqual([{ Names: [{ name: 'M-2' }] }]);
  });

  it('still looks at who becomes a member of a group', async () => {
    const circle = await operate('create', 'EndDeviceGroups', {
      EndDeviceGroup: [{ mRID: 'g-1', EndDevices: [{ Names: [aName('G-1')] }] }],
    });
    expect(gist(circle)).toMatchObject({ result: 'FAILED', codes: ['5.3', '2.29'] });
  });

  it('takes no element away that the schema demands, and says which', async () => {
    const without = (...refs: readonly string[]): Promise<AnyResponse> => {
      const ReadingTypes = refs.map((ref) => ({ ref }));
      return operate('delete', 'UsagePointConfig', {
        UsagePoint: [{ mRID: 'u-1', MetrologyRequirements: [{ mRID: 'q-1', ReadingTypes }] }],
      });
    };
    const reply = gist(await without('A', 'B'));
    expect(reply).toMatchObject({ result: 'FAILED', codes: ['5.3', '1.8'] });
    expect(reply.details[1]).toMatch(
      /^OperationSet\.Operation\[0\]\.UsagePointConfig\.UsagePoint\[0\]: after the operation it would not be valid: MetrologyRequirements: .*ReadingTypes/,
    );
    expect(gist(await without('A'))).toMatchObject({ result: 'OK' });
    expect((await documentOf('UsagePointConfig', 'u-1'))?.['MetrologyRequirements']).toMatchObject([
      { ReadingTypes: [{ ref: 'B' }] },
    ]);
  });

  it.each([
    ['cancel', 'MeterConfig', { Meter: [{ mRID }] }],
    ['created', 'MeterConfig', { Meter: [{ mRID }] }],
    ['change', 'MasterDataLinkageConfig', { Meter: [{ mRID }] }],
    ['change', 'CustomerMeterDataSet', { MeterReading: [] }],
    ['create', 'ReceiptRecord', { Receipt: [{ mRID: 'r' }] }],
    ['change', 'EndDeviceControls', { EndDeviceControl: [{ mRID: 'c' }] }],
  ])('is refused for %s of %s', async (verb, noun, value) => {
    const reply = await operate(verb, noun, value);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.2', '2.9'] });
  });

  it('waits for its effective time, and is done then', async () => {
    const at = new Date(ports.clock.now() + 60_000).toISOString();
    const reply = await operate('delete', 'MeterConfig', {
      Meter: [{ mRID, lotNumber: 'L-1', ConfigurationEvents: { effectiveDateTime: at } }],
    });
    expect(gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(await documentOf('MeterConfig', mRID)).toHaveProperty('lotNumber');
    await ports.clock.advance(61_000);
    await ports.jobs.idle();
    expect(await documentOf('MeterConfig', mRID)).not.toHaveProperty('lotNumber');
  });
});
