import type { Dispatch } from '../../../src/message/call.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { aMessage, aMeter, aName, gist, idsIn, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';
import { genericTable } from './generic-table.js';

let ports: TestPorts;
let dispatch: Dispatch;
beforeEach(async () => {
  ports = await testPorts();
  dispatch = dispatcher(genericTable, ports);
});
afterEach(() => ports.close());

const create = (...Meter: readonly unknown[]) => aMessage('CreateMeterConfig').with({ Meter }).to(dispatch);
const change = (...Meter: readonly unknown[]) => aMessage('ChangeMeterConfig').with({ Meter }).to(dispatch);
const remove = (...Meter: readonly unknown[]) => aMessage('DeleteMeterConfig').with({ Meter }).to(dispatch);
const meter = (mRID: string) => ports.store.objectByMRID('MeterConfig', ['Meter'], mRID);
const meters = async () =>
  (await ports.store.objects({ noun: 'MeterConfig', kinds: ['Meter'], limit: 99 })).map((m) => m.mRID);

describe('create', () => {
  it('stores each object with its names and answers the mRIDs', async () => {
    const reply = await create(aMeter('M-1', { mRID: 'm-1', serialNumber: 'EX-1' }), aMeter('M-2', { mRID: 'm-2' }));
    expect(gist(reply)).toEqual({ result: 'OK', codes: [], details: [] });
    expect(reply.Reply.ID).toMatchObject([
      { text: 'm-1', kind: 'uuid', objectType: 'Meter' },
      { text: 'm-2', kind: 'uuid', objectType: 'Meter' },
    ]);
    expect(await meter('m-1')).toMatchObject({
      state: 'active',
      version: 1,
      names: [{ name: 'M-1', nameType: 'MeterName' }],
      document: { mRID: 'm-1', serialNumber: 'EX-1', Names: [aName('M-1', 'MeterName')] },
    });
  });

  it('assigns an mRID where none is given or it is blank, and puts it first in the document', async () => {
    const ids = idsIn(await create(aMeter('M-1', { serialNumber: 'EX-1' }), aMeter('M-2', { mRID: ' ' })));
    expect(ids).toEqual(['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']);
    const documents = await Promise.all(ids.map(async (id) => (await meter(id))?.document));
    expect(Object.keys(documents[0] ?? {})).toEqual(['mRID', 'serialNumber', 'Names']);
    expect(documents.map((document) => document?.['mRID'])).toEqual(ids);
  });

  it('keeps who, when and by which message', async () => {
    const header = { Source: 'CIS', MessageID: 'message-7', User: { UserID: 'clerk17' } };
    const message = aMessage('CreateMeterConfig')
      .with({ Meter: [{ mRID: 'm-1' }] })
      .header(header);
    await message.to(dispatch);
    const at = '2026-11-22T12:00:00.000Z';
    expect((await meter('m-1'))?.provenance).toEqual({ at, messageId: 'message-7', source: 'CIS', user: 'clerk17' });
    await message
      .with({ Meter: [{ mRID: 'm-2' }] })
      .by({ principal: 'cis-certificate' })
      .to(dispatch);
    expect((await meter('m-2'))?.provenance.user).toBe('cis-certificate');
  });

  it('keeps values as they came, drops what is not there, and keeps foreign elements', async () => {
    const any = [{ namespace: 'urn:x', name: 'tag', xml: '<x:tag xmlns:x="urn:x"/>' }];
    await create({ mRID: 'm-1', initialLossOfLife: '0.10', serialNumber: undefined, any });
    const document = (await meter('m-1'))?.document;
    expect(document).toEqual({ mRID: 'm-1', initialLossOfLife: '0.10', any });
    expect(Object.keys(document ?? {})).not.toContain('serialNumber');
  });

  it('replies PARTIAL when one of two exists already, and stores the other', async () => {
    await create(aMeter('M-1', { mRID: 'm-1' }));
    const reply = await create(aMeter('M-2', { mRID: 'm-2' }), { mRID: 'm-1' });
    expect(gist(reply)).toEqual({
      result: 'PARTIAL',
      codes: ['2.15'],
      details: [
        'MeterConfig.Meter[1]: a meter with the mRID m-1 exists already; alter it by change, or leave the mRID out',
      ],
    });
    expect(reply.Reply.Error?.[0]?.ID).toMatchObject({ text: 'm-1', kind: 'uuid', objectType: 'Meter' });
    expect(idsIn(reply)).toEqual(['m-2']);
    expect(await meters()).toEqual(['m-1', 'm-2']);
  });

  it('replies FAILED when all exist, and stores nothing that came with them', async () => {
    await create({ mRID: 'm-1' });
    const message = aMessage('CreateMeterConfig').with({ Meter: [{ mRID: 'm-1' }], ReadingType: [{ mRID: 'rt-1' }] });
    expect(gist(await message.to(dispatch)).result).toBe('FAILED');
    expect(await ports.store.objects({ noun: 'MeterConfig', kinds: ['ReadingType'], limit: 9 })).toEqual([]);
  });

  it('refuses a name that another object of the class bears, but not one of another type or authority', async () => {
    await create({ mRID: 'm-1', Names: [aName('M-1', 'MeterName', 'utility')] });
    const reply = await create({ mRID: 'm-2', Names: [aName('x'), aName('M-1', 'MeterName', 'utility')] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
    expect(reply.Reply.Error?.[0]).toMatchObject({ ID: { text: 'M-1', kind: 'name' }, relatedID: { text: 'm-1' } });
    const others = [
      aName('M-1', 'MeterName'),
      aName('M-1', 'MeterName', 'vendor'),
      aName('M-1', 'Nickname', 'utility'),
      aName('M-1'),
    ];
    for (const name of others) expect(gist(await create({ Names: [name] })).result).toBe('OK');
  });

  it('refuses the second of two objects with the same identification, and says where the first is', async () => {
    const reply = await create({ mRID: 'm-1' }, { mRID: 'm-1' }, aMeter('M-2'), aMeter('M-2'));
    expect(gist(reply).details).toEqual([
      'MeterConfig.Meter[1]: the same meter stands at MeterConfig.Meter[0] already; name each object once in a message',
      'MeterConfig.Meter[3]: the same meter stands at MeterConfig.Meter[2] already; name each object once in a message',
    ]);
    expect(await meters()).toHaveLength(2);
  });

  it('never gives an mRID twice, but frees the names of what is deleted', async () => {
    await create(aMeter('M-1', { mRID: 'm-1' }));
    await remove({ mRID: 'm-1' });
    expect(gist(await create({ mRID: 'm-1' })).details[0]).toMatch(/exists already and is deleted; an mRID is never/);
    expect(gist(await create(aMeter('M-1', { mRID: 'm-2' }))).result).toBe('OK');
  });

  it('takes identifiers that are named like members of every object', async () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(gist(await create(...words.map((mRID) => ({ mRID, Names: [aName(mRID, mRID, mRID)] })))).result).toBe('OK');
    expect(gist(await create(...words.map((mRID) => ({ mRID })))).codes).toEqual(['2.15', '2.15', '2.15', '2.15']);
    expect(await meters()).toEqual(words);
  });

  it('takes a large message in pieces as one, with paths that count through', async () => {
    await create({ mRID: 'm-3' });
    const message = aMessage('CreateMeterConfig')
      .with({ Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }] })
      .rest(
        { root: { Meter: [{ mRID: 'm-3' }, { mRID: 'm-1' }] }, offsets: { Meter: 2 } },
        { root: { Meter: [{ mRID: 'm-4' }] }, offsets: { Meter: 4 } },
      );
    const reply = await message.to(dispatch);
    expect(gist(reply).result).toBe('PARTIAL');
    expect(gist(reply).details[0]).toMatch(/^MeterConfig.Meter\[2\]: a meter with the mRID m-3 exists/);
    expect(gist(reply).details[1]).toMatch(/^MeterConfig.Meter\[3\]: the same meter stands at MeterConfig.Meter\[0\]/);
    expect(idsIn(reply)).toEqual(['m-1', 'm-2', 'm-4']);
  });

  it('stores nothing when a later piece cannot be had', async () => {
    async function* broken() {
      yield { root: { Meter: [{ mRID: 'm-2' }] }, offsets: { Meter: 1 } };
      await Promise.resolve();
      throw new Error('the connection broke');
    }
    const message = aMessage('CreateMeterConfig')
      .with({ Meter: [{ mRID: 'm-1' }] })
      .by({ rest: broken() });
    await expect(message.to(dispatch)).rejects.toThrow('the connection broke');
    expect(await meters()).toEqual([]);
  });

  it('takes accompanying definitions in quietly, again and again', async () => {
    const function1 = { mRID: 'f-1', enabled: 'true' };
    const both = (mRID: string, ComFunction: unknown) =>
      aMessage('CreateMeterConfig')
        .with({ ComFunction: [ComFunction], Meter: [{ mRID }] })
        .to(dispatch);
    expect(idsIn(await both('m-1', function1))).toEqual(['m-1']);
    expect(gist(await both('m-2', function1)).result).toBe('OK');
    expect(gist(await both('m-3', { ...function1, enabled: 'false' })).result).toBe('OK');
    const found = await ports.store.objectByMRID('MeterConfig', ['ComFunction'], 'f-1');
    expect(found).toMatchObject({ version: 2, document: { enabled: 'false' } });
  });

  it('takes a message of definitions alone', async () => {
    const reply = await aMessage('CreateMeterConfig')
      .with({ ReadingType: [named('kWh')] })
      .to(dispatch);
    expect(gist(reply).result).toBe('OK');
    expect(idsIn(reply)).toEqual([]);
  });

  it('stores what the schema gives no mRID under one of its own, and answers it', async () => {
    const work = { kind: 'meterExchange', Meter: { mRID: 'm-1' }, OldMeter: named('M-0') };
    const reply = await aMessage('CreateMeterServiceRequests')
      .with({ MeterServiceWork: [work, work] })
      .to(dispatch);
    const [id = ''] = idsIn(reply);
    expect(idsIn(reply)).toHaveLength(2);
    const stored = await ports.store.objectByMRID('MeterServiceRequests', undefined, id);
    expect(stored).toMatchObject({ kind: 'MeterServiceWork', document: work, names: [] });
    expect(stored?.document).not.toHaveProperty('mRID');
  });

  it('stores a payload that is one object as a whole, put together from its pieces', async () => {
    const reply = await aMessage('CreateMeterReadSchedule')
      .with({ EndDevice: [named('M-1')] })
      .rest({ root: { EndDevice: [named('M-2')], ReadingType: [named('kWh')] }, offsets: { EndDevice: 1 } })
      .to(dispatch);
    expect(reply.Reply.ID).toMatchObject([{ kind: 'uuid', objectType: 'MeterReadSchedule' }]);
    const [stored] = await ports.store.objects({ noun: 'MeterReadSchedule', limit: 9 });
    expect(stored?.document).toEqual({ EndDevice: [named('M-1'), named('M-2')], ReadingType: [named('kWh')] });
  });

  it('refuses a second link between the same objects', async () => {
    await aMessage('CreateMeterConfig')
      .with({ Meter: [aMeter('M-1', { mRID: 'm-1' })] })
      .to(dispatch);
    const link = (meter: unknown) =>
      aMessage('CreateMasterDataLinkageConfig')
        .with({ Meter: [meter], UsagePoint: [named('U-1')] })
        .to(dispatch);
    expect(gist(await link({ mRID: 'm-1' })).result).toBe('OK');
    expect(gist(await link(aMeter('M-1')))).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
    expect(gist(await link({ mRID: 'm-2' })).result).toBe('OK');
  });
});

describe('change', () => {
  beforeEach(async () => {
    await create({
      mRID: 'm-1',
      serialNumber: 'EX-1',
      formNumber: '2S',
      Names: [aName('M-1'), aName('4711', 'Serial')],
    });
    await create(aMeter('M-2', { mRID: 'm-2' }));
  });

  it('replaces the elements given, keeps the others, and counts the version', async () => {
    expect(gist(await change({ mRID: 'm-1', formNumber: '4S', status: { value: 'in stock' } })).result).toBe('OK');
    const changed = await meter('m-1');
    expect(changed).toMatchObject({
      version: 2,
      document: { mRID: 'm-1', serialNumber: 'EX-1', formNumber: '4S', status: { value: 'in stock' } },
    });
    expect(changed?.names).toHaveLength(2);
    expect((await ports.store.history(changed?.id ?? 0)).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('replaces names when the mRID says which object is meant', async () => {
    await change({ mRID: 'm-1', Names: [aName('M-1b')] });
    expect((await meter('m-1'))?.names).toEqual([{ name: 'M-1b' }]);
  });

  it('takes names as identification, and no change, when there is no mRID', async () => {
    await change(named('M-1', { formNumber: '4S' }));
    const changed = await meter('m-1');
    expect(changed?.document).toMatchObject({ formNumber: '4S' });
    expect(changed?.names).toHaveLength(2);
  });

  it('replies PARTIAL when one of two is not there', async () => {
    const reply = await change({ mRID: 'm-1', formNumber: '4S' }, aMeter('NOBODY'));
    expect(gist(reply)).toEqual({
      result: 'PARTIAL',
      codes: ['2.4'],
      details: ['MeterConfig.Meter[1]: no meter is named NOBODY (NameType MeterName)'],
    });
  });

  it('refuses an object without an identification', async () => {
    expect(gist(await change({ formNumber: '4S' }))).toMatchObject({ result: 'FAILED', codes: ['5.8'] });
  });

  it('refuses a name that another object bears', async () => {
    const reply = await change({ mRID: 'm-1', Names: [aName('M-2', 'MeterName')] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
  });

  it('refuses the same object twice in a message, under whatever identifier', async () => {
    const reply = await change({ mRID: 'm-1', formNumber: '4S' }, named('M-1', { formNumber: '5S' }));
    expect(gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.15'] });
    expect((await meter('m-1'))?.document).toMatchObject({ formNumber: '4S' });
  });

  it.each([
    ['CloseMeterConfig', '6.1', /is closed and cannot be changed any more/],
    ['DeleteMeterConfig', '2.4', /no meter has the mRID m-1/],
  ])('refuses after %s', async (operation, code, details) => {
    await aMessage(operation)
      .with({ Meter: [{ mRID: 'm-1' }] })
      .to(dispatch);
    const reply = await change({ mRID: 'm-1', formNumber: '4S' });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(gist(reply).details[0]).toMatch(details);
  });

  it('finds what has no identification of its own by the ID of the request', async () => {
    const work = { kind: 'other', Meter: { mRID: 'm-1' } };
    const ids = idsIn(
      await aMessage('CreateMeterServiceRequests')
        .with({ MeterServiceWork: [work, work] })
        .to(dispatch),
    );
    const changing = aMessage('ChangeMeterServiceRequests').with({ MeterServiceWork: [{ ...work, priority: '1' }] });
    expect(gist(await changing.to(dispatch))).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
    const reply = await changing.request({ ID: [{ text: ids[1], kind: 'uuid' }] }).to(dispatch);
    expect(gist(reply).result).toBe('OK');
    const stored = await ports.store.objectByMRID('MeterServiceRequests', undefined, ids[1] ?? '');
    expect(stored).toMatchObject({ version: 2, document: { priority: '1' } });
  });
});
