/** Groups have devices or usage points as members, never groups: so there is no circle. */
import type { Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { aMessage, aMeter, gist, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;
const send = (operation: string, root: Readonly<Record<string, unknown>>) =>
  aMessage(operation).with(root).to(dispatch);

beforeEach(async () => {
  ports = await testPorts();
  const { MeterConfig, EndDeviceGroups, UsagePointGroups, UsagePointConfig } = nouns;
  dispatch = dispatcher({ MeterConfig, EndDeviceGroups, UsagePointGroups, UsagePointConfig }, ports);
  await send('CreateMeterConfig', { Meter: [aMeter('M-1', { mRID: 'm-1' }), aMeter('SAME')] });
  await send('CreateEndDeviceGroups', {
    EndDeviceGroup: [named('NORTH', { mRID: 'g-1', EndDevices: [named('M-1')] })],
  });
});
afterEach(() => ports.close());

const circles: readonly (readonly [string, string, Readonly<Record<string, unknown>>])[] = [
  ['itself by mRID', 'CreateEndDeviceGroups', { EndDeviceGroup: [{ mRID: 'g-2', EndDevices: [{ mRID: 'g-2' }] }] }],
  ['itself by name', 'CreateEndDeviceGroups', { EndDeviceGroup: [named('SOUTH', { EndDevices: [named('SOUTH')] })] }],
  ['another group', 'CreateEndDeviceGroups', { EndDeviceGroup: [named('SOUTH', { EndDevices: [{ mRID: 'g-1' }] })] }],
  ['itself by a change', 'ChangeEndDeviceGroups', { EndDeviceGroup: [{ mRID: 'g-1', EndDevices: [named('NORTH')] }] }],
  [
    'a group of devices',
    'CreateUsagePointGroups',
    { UsagePointGroup: [named('U', { UsagePoints: [named('NORTH')] })] },
  ],
];
it.each(circles)('refuses %s as a member', async (_, operation, root) => {
  const reply = await send(operation, root);
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.29'] });
  expect(gist(reply).details[0]).toMatch(/Group\[0\]\.(EndDevices|UsagePoints)\[0\]: .*(of itself|members of groups)/);
  const group = await ports.store.objectByMRID('EndDeviceGroups', undefined, 'g-1');
  expect(group).toMatchObject({ version: 1 });
});

it('takes a device whose name a group bears too, and one that is not there yet', async () => {
  await send('CreateEndDeviceGroups', { EndDeviceGroup: [named('SAME', { EndDevices: [named('SAME')] })] });
  const reply = await send('CreateEndDeviceGroups', {
    EndDeviceGroup: [named('LATER', { EndDevices: [named('M-9')] })],
  });
  expect(gist(reply).result).toBe('OK');
});
