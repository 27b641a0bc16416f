/** By which ways a customer is found who must not be disconnected: whatever is stored of what lies between, however it is linked. */
import { aMessage, gist, named } from '../../../support/builders.js';
import { brakeBench, type BrakeBench } from './brake-bench.js';

let it: BrakeBench;
beforeEach(async () => {
  it = await brakeBench();
});
afterEach(() => it.bench.close());

const tell = (noun: string, root: object) =>
  it.bench.ask(aMessage(`Created${noun}`).with(root as Record<string, unknown>)).then(gist);
const link = (root: object) => tell('MasterDataLinkageConfig', root);

test.each<readonly [string, object[]]>([
  ['the customer at the usage point', [{ Customer: [named('Ada')], UsagePoint: [named('P-1')] }]],
  ['the customer at the meter', [{ Customer: [named('Ada')], Meter: [named('M-1')] }]],
  [
    'an agreement at the meter',
    [
      { Customer: [named('Ada')], CustomerAgreement: [named('G-1')] },
      { CustomerAgreement: [named('G-1')], Meter: [named('M-1')] },
    ],
  ],
  [
    'an account and a usage point that are nowhere stored',
    [
      { Customer: [named('Ada')], CustomerAccount: [named('A-9')] },
      { CustomerAccount: [named('A-9')], UsagePoint: [named('P-99')] },
      { UsagePoint: [named('P-99')], Meter: [named('M-1')] },
    ],
  ],
  ['all in one', [{ Customer: [named('Ada')], UsagePoint: [named('P-99')], Meter: [named('M-1')] }]],
])('%s', async (_, links) => {
  expect((await tell('CustomerConfig', { Customer: [named('Ada', { specialNeed: 'life support' })] })).result).toBe(
    'OK',
  );
  for (const one of links) expect((await link(one)).result).toBe('OK');
  expect(await it.ask(it.disconnect(1))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  expect((await it.ask(it.disconnect(2))).result).toBe('OK');
});

test('a usage point in a group of usage points that is nowhere stored', async () => {
  expect((await link({ UsagePoint: [named('P-99')], Meter: [named('M-1')] })).result).toBe('OK');
  const group = named('Hospitals', { UsagePoints: [named('P-99')] });
  expect((await tell('UsagePointGroups', { UsagePointGroup: [group] })).result).toBe('OK');
  expect(await it.ask(it.disconnect(1))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
});
