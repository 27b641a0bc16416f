/** Objects that links join come in the order in which they were stored, as all others do. */
import type { AnyResponse, Dispatch } from '../../../src/message/call.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { memberOf } from '../../../src/services/identification.js';
import { aMessage } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

let ports: TestPorts;
let dispatch: Dispatch;
type Root = Readonly<Record<string, unknown>>;

const send = (operation: string, root: Root) => aMessage(operation).with(root).to(dispatch);
const found = async (...options: readonly (readonly [string, string])[]): Promise<readonly unknown[]> => {
  const Option = options.map(([name, value]) => ({ name, value }));
  const reply: AnyResponse = await aMessage('GetMeterConfig')
    .request({ GetMeterConfig: { UsagePoint: [{ mRID: 'u-1' }] }, Option })
    .to(dispatch);
  const meters = memberOf(memberOf(reply.Payload, 'MeterConfig'), 'Meter') as readonly Root[];
  return meters.map(({ mRID }) => mRID);
};

beforeAll(async () => {
  ports = await testPorts();
  dispatch = dispatcher(nouns, ports);
  await send('CreateUsagePointConfig', { UsagePoint: [{ mRID: 'u-1' }] });
  await send('CreateMeterConfig', { Meter: ['m-1', 'm-2', 'm-3'].map((mRID) => ({ mRID })) });
  for (const mRID of ['m-2', 'm-3', 'm-1'])
    await send('CreateMasterDataLinkageConfig', { Meter: [{ mRID }], UsagePoint: [{ mRID: 'u-1' }] });
});
afterAll(() => ports.close());

it('the newest of them is the one stored last', async () => {
  expect(await found(['Newest', '1'])).toEqual(['m-3']);
  expect(await found(['Newest', '3'])).toEqual(['m-3', 'm-2', 'm-1']);
});

it('pages follow the order in which they were stored', async () => {
  expect(await found()).toEqual(['m-1', 'm-2', 'm-3']);
  expect(await found(['limit', '2'])).toEqual(['m-1', 'm-2']);
  expect(await found(['limit', '2'], ['offset', '2'])).toEqual(['m-3']);
});
