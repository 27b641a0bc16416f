/** Links between master data: what they are of, when they hold, and what contradicts. Time stands still at 2026-11-22T12:00:00Z. */
import type { Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { linkPairs } from '../../../src/services/link-pairs.js';
import { metersOfUsagePoint } from '../../../src/services/linkage.js';
import { aMessage, aMeter, gist, idsIn, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;
type Root = Readonly<Record<string, unknown>>;

const send = (operation: string, root: Root, ...ID: readonly string[]) => {
  const message = aMessage(operation).with(root);
  return (ID.length === 0 ? message : message.request({ ID: ID.map((text) => ({ text })) })).to(dispatch);
};
const link = (root: Root, effectiveDateTime?: string) =>
  send('CreateMasterDataLinkageConfig', effective(root, effectiveDateTime));
const effective = (root: Root, effectiveDateTime?: string): Root =>
  effectiveDateTime === undefined ? root : { ConfigurationEvent: { effectiveDateTime }, ...root };
/** Has a link made, and answers its mRID. */
const linked = async (root: Root, at?: string): Promise<string> => {
  const reply = await link(root, at);
  expect(gist(reply)).toMatchObject({ result: 'OK' });
  return idsIn(reply)[0] ?? '';
};
const linkOf = (mRID: string) => ports.store.objectByMRID('MasterDataLinkageConfig', undefined, mRID);
/** Names of the meters at a usage point at a time, by default now. */
const metersAt = async (mRID: string, time?: string): Promise<readonly string[]> => {
  const now = time === undefined ? ports.clock.now() : Date.parse(time);
  const found = await metersOfUsagePoint(ports.store, { kind: 'UsagePoint', mRID, names: [] }, '', now);
  return 'meters' in found ? found.meters.map((meter) => meter.mRID) : [];
};
const micros = (time: string) => Date.parse(time) * 1000;

beforeEach(async () => {
  ports = await testPorts();
  const { EndDeviceControls: _, MeterReadings: __, MeterReadSchedule: ___, MeterReadSchedules: ____, ...table } = nouns;
  const { MeterServiceRequests: _____, EndDeviceEvents: ______, ...masterData } = table;
  dispatch = dispatcher(masterData, ports);
  await send('CreateMeterConfig', { Meter: [aMeter('M-1', { mRID: 'm-1' }), aMeter('M-2', { mRID: 'm-2' })] });
  await send('CreateUsagePointConfig', { UsagePoint: [named('U-1', { mRID: 'u-1' }), named('U-2', { mRID: 'u-2' })] });
});
afterEach(async () => {
  expect(ports.jobTroubles).toEqual([]);
  await ports.close();
});

/** How one object of each class is created, by mRID `a <class>` and `another <class>`. */
const creations: Readonly<Record<string, string>> = {
  AuxiliaryAgreement: 'CreateAuxiliaryAgreementConfig',
  ComModule: 'CreateComModuleConfig',
  Customer: 'CreateCustomerConfig',
  CustomerAccount: 'CreateCustomerAccountConfig',
  CustomerAgreement: 'CreateCustomerAgreementConfig',
  EndDevice: 'CreateEndDeviceConfig',
  Meter: 'CreateMeterConfig',
  PricingStructure: 'CreatePricingStructureConfig',
  ServiceLocation: 'CreateServiceLocationConfig',
  ServiceSupplier: 'CreateServiceSupplierConfig',
  UsagePoint: 'CreateUsagePointConfig',
  UsagePointLocation: 'CreateUsagePointLocationConfig',
};
const have = async (...kinds: readonly string[]): Promise<void> => {
  for (const kind of kinds) {
    const operation = creations[kind];
    if (operation === undefined) continue; // a transformer tank has no noun
    const objects = [{ mRID: `a ${kind}` }, { mRID: `another ${kind}` }];
    expect(gist(await send(operation, { [kind]: objects }))).toMatchObject({ result: 'OK' });
  }
};
const of = (kind: string, which = 'a') => ({ [kind]: [{ mRID: `${which} ${kind}` }] });

describe('every pair of the profile', () => {
  const pairs = linkPairs.map((pair) => [pair.kinds.join(' and '), pair] as const);

  test.each(pairs)(
    '%s can be linked, found from either side, and holds both against being deleted',
    async (_, pair) => {
      const [one, other] = pair.kinds;
      await have(one, other);
      const mRID = await linked({ ...of(one), ...of(other) });
      for (const kind of [one, other]) {
        const found = await send('GetMasterDataLinkageConfig', of(kind));
        expect(idsIn(found)).toEqual([mRID]);
        const operation = creations[kind]?.replace('Create', 'Delete');
        if (operation === undefined) continue;
        const refused = await send(operation, of(kind));
        expect(gist(refused)).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
        expect(gist(refused).details[0]).toContain(`delete or close the MasterDataLinkageConfig ${mRID} first`);
      }
    },
  );

  const singles = linkPairs.flatMap((pair) => pair.single.map((kind) => [kind, pair] as const));
  test.each(singles)('a second link of one %s contradicts with the code of the pair', async (kind, pair) => {
    const [one, other] = pair.kinds;
    await have(one, other);
    const partner = kind === one ? other : one;
    const mRID = await linked({ ...of(kind), ...of(partner) });
    const refused = await link({ ...of(kind), ...of(partner, 'another') });
    expect(gist(refused)).toMatchObject({ result: 'FAILED', codes: [pair.mismatch] });
    expect(refused.Reply.Error?.[0]).toMatchObject({ ID: { text: `a ${kind}` }, relatedID: { text: mRID } });
    const both = await link({
      ...of(kind, 'another'),
      [partner]: [...of(partner)[partner]!, ...of(partner, 'another')[partner]!],
    });
    expect(gist(both)).toMatchObject({ result: 'FAILED', codes: [pair.mismatch] });
    // the other side may have many, where it is not single itself
    if (!pair.single.includes(partner)) await linked({ ...of(kind, 'another'), ...of(partner) });
  });

  const unknown: readonly (readonly [string, string, string])[] = [
    ['Meter', '2.4', 'UsagePoint'],
    ['EndDevice', '2.4', 'UsagePoint'],
    ['UsagePoint', '2.12', 'Meter'],
    ['ServiceLocation', '2.16', 'UsagePoint'],
    ['CustomerAccount', '2.19', 'Customer'],
    ['ServiceSupplier', '2.20', 'UsagePoint'],
    ['Customer', '2.22', 'CustomerAccount'],
    ['CustomerAgreement', '2.24', 'CustomerAccount'],
    ['ComModule', '2.30', 'Meter'],
    ['UsagePointLocation', '2.32', 'UsagePoint'],
    ['PricingStructure', '2.33', 'CustomerAgreement'],
    ['AuxiliaryAgreement', '2.15', 'CustomerAgreement'],
  ];
  test.each(unknown)('a link to a %s that does not exist gets %s, and nothing is linked', async (kind, code, other) => {
    await have(other);
    const refused = await link({ ...of(other), [kind]: [named('NO-SUCH')] });
    expect(gist(refused)).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(gist(refused).details[0]).toMatch(
      new RegExp(`^MasterDataLinkageConfig\\.${kind}\\[0\\]: no .* is named NO-SUCH`),
    );
    expect(await ports.store.objects({ noun: 'MasterDataLinkageConfig', limit: 1 })).toEqual([]);
  });
});

describe('what can be no link', () => {
  it('says of every object what is wrong with it', async () => {
    const reply = await link({ Meter: [named('M-9'), {}], UsagePoint: [{ mRID: 'u-1' }, { mRID: 'u-9' }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4', '5.8', '2.12'] });
  });

  it.each([
    ['one object alone', { Meter: [{ mRID: 'm-1' }] }, '1.7'],
    ['nothing but a time', { ConfigurationEvent: { effectiveDateTime: '2026-12-01T00:00:00Z' } }, '1.7'],
    ['two of one class', { Meter: [{ mRID: 'm-1' }, { mRID: 'm-2' }] }, '2.29'],
    ['one object twice', { Meter: [{ mRID: 'm-1' }, named('M-1')], UsagePoint: [{ mRID: 'u-1' }] }, '2.15'],
    [
      'an object twice under two classes',
      { Meter: [{ mRID: 'm-1' }], EndDevice: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-1' }] },
      '2.15',
    ],
    [
      'two identifiers that disagree',
      { Meter: [named('M-2', { mRID: 'm-1' })], UsagePoint: [{ mRID: 'u-1' }] },
      '2.29',
    ],
  ])('refuses %s', async (_, root, code) => {
    const reply = await link(root);
    expect(reply.Reply.Result).toBe('FAILED');
    expect(new Set(gist(reply).codes)).toEqual(new Set([code]));
    expect(await ports.store.objects({ noun: 'MasterDataLinkageConfig', limit: 1 })).toEqual([]);
  });

  it('refuses objects that have no relation, and says what each can be linked to', async () => {
    await have('ComModule', 'Customer');
    const reply = await link({ ...of('ComModule'), ...of('Customer') });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.29', '2.29'] });
    expect(gist(reply).details[0]).toContain('a ComModule can be linked to Meter, and the message has none of them');
  });

  it('refuses a name that fits two objects, with both', async () => {
    await send('CreateMeterConfig', {
      Meter: [
        { mRID: 'm-3', Names: [{ name: 'TWICE', NameType: { name: 'MeterName' } }] },
        { mRID: 'm-4', Names: [{ name: 'TWICE', NameType: { name: 'Serial' } }] },
      ],
    });
    const reply = await link({ Meter: [named('TWICE')], UsagePoint: [{ mRID: 'u-1' }] });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
    expect(reply.Reply.Error?.[0]).toMatchObject({ ID: { text: 'm-3' }, relatedID: { text: 'm-4' } });
  });

  it('refuses what is closed, and does not know what is deleted', async () => {
    await send('CloseMeterConfig', { Meter: [{ mRID: 'm-1' }] });
    await send('DeleteMeterConfig', { Meter: [{ mRID: 'm-2' }] });
    const closed = await link({ Meter: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-1' }] });
    expect(gist(closed)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
    expect(gist(closed).details[0]).toContain('is closed; only what is active can be linked');
    const deleted = await link({ Meter: [{ mRID: 'm-2' }], UsagePoint: [{ mRID: 'u-1' }] });
    expect(gist(deleted)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
    expect(gist(await send('ChangeMeterConfig', { Meter: [{ mRID: 'm-2', amrSystem: 'A' }] })).codes).toEqual(['2.4']);
  });

  it('refuses the same link again, and takes a second meter at a usage point', async () => {
    const mRID = await linked({ Meter: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-1' }] });
    const again = await link({ Meter: [named('M-1')], UsagePoint: [named('U-1')] });
    expect(gist(again)).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
    expect(again.Reply.Error?.[0]).toMatchObject({ relatedID: { text: mRID } });
    await linked({ Meter: [{ mRID: 'm-2' }], UsagePoint: [{ mRID: 'u-1' }] });
    expect(await metersAt('u-1')).toEqual(['m-1', 'm-2']);
  });
});

describe('effective times of links', () => {
  const here: Root = { Meter: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-1' }] };
  const there: Root = { Meter: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-2' }] };

  it('knows the same link again beside a thousand others of one of its objects', async () => {
    await have('ServiceSupplier', 'UsagePoint');
    const supplier = { kind: 'ServiceSupplier', mRID: 'a ServiceSupplier', names: [] };
    const others = Array.from({ length: 1_000 }, (_, at) => ({
      noun: 'MasterDataLinkageConfig',
      kind: 'MasterDataLinkageConfig',
      mRID: `other ${at}`,
      names: [],
      state: 'active' as const,
      document: { ServiceSupplier: [{ mRID: supplier.mRID }], UsagePoint: [{ mRID: `other ${at}` }] },
      references: [supplier, { kind: 'UsagePoint', mRID: `other ${at}`, names: [] }],
      validFrom: 0,
    }));
    await ports.store.transaction((tx) => tx.insert(others, { at: '2026-11-22T11:00:00Z' }));
    const root = { ...of('ServiceSupplier'), ...of('UsagePoint') };
    const made = await linked(root);
    const reply = await link(root);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
    expect(reply.Reply.Error?.[0]?.details).toContain(made);
  });

  it('holds from the time given, past or future, else from now', async () => {
    await linked(here, '2026-11-01T00:00:00+01:00');
    expect(await metersAt('u-1', '2026-10-31T22:59:59.999Z')).toEqual([]);
    expect(await metersAt('u-1', '2026-10-31T23:00:00Z')).toEqual(['m-1']);
    await linked({ Meter: [{ mRID: 'm-2' }], UsagePoint: [{ mRID: 'u-2' }] }, '2026-12-01T00:00:00');
    expect(await metersAt('u-2')).toEqual([]);
    expect(await metersAt('u-2', '2026-12-01T00:00:00Z')).toEqual(['m-2']);
  });

  it('stays linked when a name changes', async () => {
    await linked({ Meter: [named('M-1')], UsagePoint: [named('U-1')] });
    await send('ChangeMeterConfig', { Meter: [aMeter('M-1-NEW', { mRID: 'm-1' })] });
    expect(await metersAt('u-1')).toEqual(['m-1']);
  });

  it('ends at the time given, and the meter can be elsewhere from that very moment', async () => {
    const mRID = await linked(here, '2026-11-01T00:00:00Z');
    expect(gist(await send('CloseMasterDataLinkageConfig', effective(here, '2026-11-10T00:00:00Z'))).result).toBe('OK');
    expect(await linkOf(mRID)).toMatchObject({ state: 'closed', validTo: micros('2026-11-10T00:00:00Z') });
    expect(gist(await link(there, '2026-11-09T23:59:59Z')).codes).toEqual(['2.13']);
    await linked(there, '2026-11-10T00:00:00Z');
    expect(await metersAt('u-1', '2026-11-09T23:59:59Z')).toEqual(['m-1']);
    expect(await metersAt('u-1', '2026-11-10T00:00:00Z')).toEqual([]);
    expect(await metersAt('u-2', '2026-11-10T00:00:00Z')).toEqual(['m-1']);
  });

  it('plans a move: the end and the new link wait for their time, and the state of the old one follows', async () => {
    const mRID = await linked(here);
    const closing = await send('CloseMasterDataLinkageConfig', effective(here, '2026-12-01T00:00:00Z'));
    expect(gist(closing)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(gist(closing).details[0]).toContain(
      'is closed at 2026-12-01T00:00:00.000Z; cancel withdraws that until then',
    );
    expect(gist(await link(there, '2026-11-30T00:00:00Z')).codes).toEqual(['2.13']);
    await linked(there, '2026-12-01T00:00:00Z');
    expect([await metersAt('u-1'), await metersAt('u-2')]).toEqual([['m-1'], []]);
    await ports.clock.advance(Date.parse('2026-12-01T00:00:00Z') - ports.clock.now());
    await ports.jobs.idle();
    expect([await metersAt('u-1'), await metersAt('u-2')]).toEqual([[], ['m-1']]);
    expect(await linkOf(mRID)).toMatchObject({ state: 'closed', validTo: micros('2026-12-01T00:00:00Z') });
  });

  it('withdraws a planned end by cancel, unless the meter is promised elsewhere', async () => {
    const mRID = await linked(here);
    await send('CloseMasterDataLinkageConfig', effective(here, '2026-12-01T00:00:00Z'));
    const next = await linked(there, '2026-12-01T00:00:00Z');
    expect(gist(await send('CancelMasterDataLinkageConfig', here)).codes).toEqual(['2.13']);
    expect(gist(await send('CancelMasterDataLinkageConfig', there)).result).toBe('OK');
    expect(await linkOf(next)).toMatchObject({ state: 'canceled' });
    expect(gist(await send('CancelMasterDataLinkageConfig', here))).toMatchObject({ result: 'OK', codes: ['0.0'] });
    await ports.clock.advance(Date.parse('2026-12-02T00:00:00Z') - ports.clock.now());
    await ports.jobs.idle();
    expect(await linkOf(mRID)).toMatchObject({ state: 'active' });
    expect(await metersAt('u-1')).toEqual(['m-1']);
    expect(gist(await send('CancelMasterDataLinkageConfig', here)).codes).toEqual(['6.1']);
  });

  const wrong: readonly (readonly [string, string, Root, RegExp])[] = [
    [
      'a close before the beginning',
      'Close',
      effective(here, '2026-10-31T00:00:00Z'),
      /holds from 2026-11-01T00:00:00.000Z/,
    ],
    [
      'a change before the beginning',
      'Change',
      effective({ UsagePoint: [{ mRID: 'u-2' }] }, '2026-10-31T00:00:00Z'),
      /holds from/,
    ],
  ];
  it.each(wrong)('refuses %s', async (_, verb, root, details) => {
    const mRID = await linked(here, '2026-11-01T00:00:00Z');
    const reply = await send(`${verb}MasterDataLinkageConfig`, root, mRID);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['6.1'] });
    expect(gist(reply).details[0]).toMatch(details);
    expect(await linkOf(mRID)).toMatchObject({ state: 'active', version: 1 });
  });

  it('refuses a second end behind the first, and takes an earlier one instead', async () => {
    const mRID = await linked(here);
    await send('CloseMasterDataLinkageConfig', effective({}, '2026-12-01T00:00:00Z'), mRID);
    const later = await send('CloseMasterDataLinkageConfig', effective({}, '2026-12-02T00:00:00Z'), mRID);
    expect(gist(later).codes).toEqual(['6.1']);
    expect(gist(await send('CloseMasterDataLinkageConfig', effective({}, '2026-11-25T00:00:00Z'), mRID)).codes).toEqual(
      ['0.3'],
    );
    expect(await ports.store.pendingChanges('MasterDataLinkageConfig', [mRID])).toHaveLength(1);
    expect(await metersAt('u-1', '2026-11-26T00:00:00Z')).toEqual([]);
  });

  it('changes a link by ID: it ends, and its successor joins the other object from then on', async () => {
    const mRID = await linked(here, '2026-11-01T00:00:00Z');
    const reply = await send(
      'ChangeMasterDataLinkageConfig',
      effective({ UsagePoint: [named('U-2')] }, '2026-11-15T00:00:00Z'),
      mRID,
    );
    expect(gist(reply).result).toBe('OK');
    const [successor = ''] = idsIn(reply);
    expect(await linkOf(mRID)).toMatchObject({ state: 'closed' });
    expect(await linkOf(successor)).toMatchObject({ validFrom: micros('2026-11-15T00:00:00Z') });
    expect(await metersAt('u-1', '2026-11-14T00:00:00Z')).toEqual(['m-1']);
    expect([await metersAt('u-1'), await metersAt('u-2')]).toEqual([[], ['m-1']]);
  });

  it.each(['old', 'new'])('withdraws a planned change as a whole, by the %s link', async (which) => {
    const mRID = await linked(here);
    const reply = await send(
      'ChangeMasterDataLinkageConfig',
      effective({ UsagePoint: [named('U-2')] }, '2026-12-01T00:00:00Z'),
      mRID,
    );
    expect(gist(reply).codes).toEqual(['0.3']);
    const [successor = ''] = idsIn(reply);
    const withdrawn = await aMessage('CancelMasterDataLinkageConfig')
      .request({ ID: [{ text: which === 'old' ? mRID : successor }] })
      .to(dispatch);
    expect(gist(withdrawn).result).toBe('OK');
    await ports.clock.advance(Date.parse('2026-12-02T00:00:00Z') - ports.clock.now());
    await ports.jobs.idle();
    expect([await metersAt('u-1'), await metersAt('u-2')]).toEqual([['m-1'], []]);
    expect(await linkOf(successor)).toMatchObject({ state: 'canceled' });
  });

  it('moves the beginning of a link that is not in force yet', async () => {
    const mRID = await linked(here, '2026-12-01T00:00:00Z');
    expect(gist(await send('ChangeMasterDataLinkageConfig', effective({}, '2026-12-05T00:00:00Z'), mRID)).result).toBe(
      'OK',
    );
    expect(await metersAt('u-1', '2026-12-02T00:00:00Z')).toEqual([]);
    expect(await metersAt('u-1', '2026-12-06T00:00:00Z')).toEqual(['m-1']);
  });

  it.each(['Close', 'Delete'])('leaves nothing behind of a link that was to come and is over: %s', async (verb) => {
    await linked(here, '2026-12-01T00:00:00Z');
    expect(gist(await send(`${verb}MasterDataLinkageConfig`, here)).result).toBe('OK');
    await linked(there, '2026-11-01T00:00:00Z');
    expect(await metersAt('u-1', '2026-12-02T00:00:00Z')).toEqual([]);
  });

  it('takes 24:00:00 as the midnight that ends the day', async () => {
    await linked(here, '2026-11-20T24:00:00Z');
    expect(await metersAt('u-1', '2026-11-20T23:59:59Z')).toEqual([]);
    expect(await metersAt('u-1', '2026-11-21T00:00:00Z')).toEqual(['m-1']);
  });
});
