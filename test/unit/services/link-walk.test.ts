/** Gets by related objects over several links, up and down the chain of customer, account, agreement, usage point, meter. */
import type { AnyResponse, Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { memberOf } from '../../../src/services/identification.js';
import { aMessage, gist, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;

type Root = Readonly<Record<string, unknown>>;
const send = (operation: string, root: Root): Promise<AnyResponse> => aMessage(operation).with(root).to(dispatch);
const good = async (operation: string, root: Root): Promise<void> => {
  expect(gist(await send(operation, root))).toMatchObject({ result: 'OK' });
};
const objects = (...mRIDs: string[]) => mRIDs.map((mRID) => named(mRID.toUpperCase(), { mRID }));
const by = (...mRIDs: string[]) => mRIDs.map((mRID) => ({ mRID }));
const link = (root: Root) => good('CreateMasterDataLinkageConfig', root);

// Two customers in one house, both of one supplier; the first has two usage points.
beforeAll(async () => {
  ports = await testPorts();
  dispatch = dispatcher(nouns, ports);
  await good('CreateCustomerConfig', { Customer: objects('c-1', 'c-2') });
  await good('CreateCustomerAccountConfig', { CustomerAccount: objects('a-1', 'a-2') });
  await good('CreateCustomerAgreementConfig', { CustomerAgreement: objects('ag-1', 'ag-2') });
  await good('CreateServiceSupplierConfig', { ServiceSupplier: objects('s-1') });
  await good('CreateServiceLocationConfig', { ServiceLocation: objects('house') });
  await good('CreateUsagePointConfig', { UsagePoint: objects('u-1', 'u-2', 'u-3') });
  await good('CreateMeterConfig', { Meter: objects('m-1', 'm-2', 'm-3') });
  await good('CreateComModuleConfig', { ComModule: objects('com-1', 'com-3') });
  await link({ Customer: by('c-1'), CustomerAccount: by('a-1') });
  await link({ Customer: by('c-2'), CustomerAccount: by('a-2') });
  // by name here, by mRID elsewhere: it is the same account
  await link({ CustomerAccount: [named('A-1')], CustomerAgreement: [named('AG-1')] });
  await link({ CustomerAccount: by('a-2'), CustomerAgreement: by('ag-2') });
  await link({ CustomerAgreement: by('ag-1'), UsagePoint: by('u-1') });
  await link({ CustomerAgreement: by('ag-1'), UsagePoint: by('u-2') });
  await link({ CustomerAgreement: by('ag-2'), UsagePoint: by('u-3') });
  for (const account of ['a-1', 'a-2']) await link({ CustomerAccount: by(account), ServiceSupplier: by('s-1') });
  for (const which of [1, 2, 3]) {
    await link({ UsagePoint: by(`u-${which}`), ServiceLocation: by('house') });
    await link({ UsagePoint: [named(`U-${which}`)], Meter: by(`m-${which}`) });
  }
  await link({ ComModule: by('com-1'), Meter: by('m-1') });
  await link({ ComModule: by('com-3'), Meter: by('m-3') });
  await good('CreateUsagePointGroups', { UsagePointGroup: [named('G', { mRID: 'g', UsagePoints: by('u-1', 'u-3') })] });
  await good('CreatedEndDeviceEvents', {
    EndDeviceEvent: [1, 2, 3].map((which) => ({
      mRID: `e-${which}`,
      createdDateTime: '2026-11-22T08:00:00Z',
      Assets: { mRID: `m-${which}` },
      EndDeviceEventType: { ref: '3.26.0.85' },
    })),
  });
});
afterAll(() => ports.close());

const found = (reply: AnyResponse, noun: string, kind: string) =>
  ((memberOf(memberOf(reply.Payload, noun), kind) ?? []) as { mRID: string }[]).map(({ mRID }) => mRID).sort();

it.each<[string, string, string, Root, string[]]>([
  ['the usage points of a customer', 'UsagePointConfig', 'UsagePoint', { Customer: by('c-1') }, ['u-1', 'u-2']],
  ['the meters of a customer', 'MeterConfig', 'Meter', { Customer: [named('C-1')] }, ['m-1', 'm-2']],
  ['the meters of an account', 'MeterConfig', 'Meter', { CustomerAccount: by('a-1') }, ['m-1', 'm-2']],
  ['the meters of an agreement', 'MeterConfig', 'Meter', { CustomerAgreement: by('ag-2') }, ['m-3']],
  ['the meters at a location', 'MeterConfig', 'Meter', { ServiceLocation: by('house') }, ['m-1', 'm-2', 'm-3']],
  ['the modules of a usage point', 'ComModuleConfig', 'ComModule', { UsagePoint: by('u-3') }, ['com-3']],
  ['the customer of a meter', 'CustomerConfig', 'Customer', { Meter: by('m-2') }, ['c-1']],
  ['the customers of a group', 'CustomerConfig', 'Customer', { UsagePointGroup: by('g') }, ['c-1', 'c-2']],
  ['the account of a usage point', 'CustomerAccountConfig', 'CustomerAccount', { UsagePoint: by('u-3') }, ['a-2']],
  ['the supplier of a usage point', 'ServiceSupplierConfig', 'ServiceSupplier', { UsagePoint: by('u-2') }, ['s-1']],
  ['the location of a customer', 'ServiceLocationConfig', 'ServiceLocation', { Customer: by('c-2') }, ['house']],
  ['the events of a customer', 'EndDeviceEvents', 'EndDeviceEvent', { Customer: by('c-1') }, ['e-1', 'e-2']],
  ['the events of an agreement', 'EndDeviceEvents', 'EndDeviceEvent', { CustomerAgreement: by('ag-2') }, ['e-3']],
  ['the meters of a group', 'MeterConfig', 'Meter', { UsagePointGroup: by('g') }, ['m-1', 'm-3']],
])('finds %s, and none of others', async (_, noun, kind, profile, expected) => {
  const reply = await send(`Get${noun}`, profile);
  expect(gist(reply)).toMatchObject({ result: 'OK' });
  expect(found(reply, noun, kind)).toEqual(expected);
});

it('follows only what holds at the moment asked about', async () => {
  const AsOf = (value: string) =>
    aMessage('GetMeterConfig')
      .request({ Option: [{ name: 'AsOf', value }] })
      .with({ Customer: by('c-1') })
      .to(dispatch);
  expect(found(await AsOf('2026-11-22T12:30:00Z'), 'MeterConfig', 'Meter')).toEqual(['m-1', 'm-2']);
  expect(gist(await AsOf('2026-11-21T00:00:00Z')).result).toBe('FAILED');
});

it('says that there are none when the links do not lead so far', async () => {
  await good('CreateCustomerConfig', { Customer: objects('c-3') });
  const reply = await send('GetMeterConfig', { Customer: by('c-3') });
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
});

it('refuses to follow more links than it may, and leaves none out silently', async () => {
  const links = Array.from({ length: 1_001 }, (_, which) => ({
    noun: 'MasterDataLinkageConfig',
    kind: 'MasterDataLinkageConfig',
    mRID: `link-${which}`,
    names: [],
    state: 'active' as const,
    document: { CustomerAgreement: by('ag-9'), UsagePoint: by(`x-${which}`) },
    references: [
      { kind: 'CustomerAgreement', mRID: 'ag-9', names: [] },
      { kind: 'UsagePoint', mRID: `x-${which}`, names: [] },
    ],
  }));
  await good('CreateCustomerAgreementConfig', { CustomerAgreement: objects('ag-9') });
  await good('CreateCustomerAccountConfig', { CustomerAccount: objects('a-9') });
  await link({ CustomerAccount: by('a-9'), CustomerAgreement: by('ag-9') });
  await ports.store.transaction((tx) => tx.insert(links, { at: '2026-11-22T00:00:00Z' }));
  for (const profile of [{ CustomerAgreement: by('ag-9') }, { CustomerAccount: by('a-9') }]) {
    const reply = await send('GetMeterConfig', profile);
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
    expect(gist(reply).details[0]).toMatch(/^GetMeterConfig\.Customer\w+\[0\]: more than 1000 links lead on from it/);
  }
});
