/** Gets by the page: Request/Option limit and offset. */
import type { AnyResponse, Dispatch } from '../../../src/message/call.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { memberOf } from '../../../src/services/identification.js';
import { walkedPage, mostCounted } from '../../../src/services/paging.js';
import type { StoredObject } from '../../../src/ports/object-store.js';
import { aMessage, aMeter, gist, idsIn, named } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';
import { genericTable } from './generic-table.js';

let ports: TestPorts;
let dispatch: Dispatch;

const options = (given: Readonly<Record<string, string>>) => ({
  Option: Object.entries(given).map(([name, value]) => ({ name, value })),
});
const get = (noun: string, root: Readonly<Record<string, unknown>>, given: Readonly<Record<string, string>>) =>
  aMessage(`Get${noun}`).request(options(given)).with(root).to(dispatch);
const mRIDs = (reply: AnyResponse, noun: string, kind: string) =>
  ((memberOf(memberOf(reply.Payload, noun), kind) ?? []) as { mRID: string }[]).map(({ mRID }) => mRID);

beforeAll(async () => {
  ports = await testPorts({ settings: { answerObjects: 5 } });
  dispatch = dispatcher(genericTable, ports);
  const create = (name: string, root: Readonly<Record<string, unknown>>) => aMessage(name).with(root).to(dispatch);
  const Meter = Array.from({ length: 12 }, (_, at) =>
    aMeter(`M-${at}`, { mRID: `m-${at}`, amrSystem: at % 2 === 0 ? 'even' : 'odd' }),
  );
  await create('CreateMeterConfig', { Meter });
  await create('CreateUsagePointConfig', { UsagePoint: [named('U-1'), named('U-2')] });
  await create('CreateMasterDataLinkageConfig', { Meter: [{ mRID: 'm-0' }], UsagePoint: [named('U-1')] });
  await create('CreateMasterDataLinkageConfig', { Meter: [{ mRID: 'm-1' }], UsagePoint: [named('U-2')] });
  await create('CreatedEndDeviceEvents', {
    EndDeviceEvent: Array.from({ length: 7 }, (_, at) => ({
      mRID: `e-${at}`,
      createdDateTime: '2026-11-22T08:00:00Z',
      Assets: { mRID: 'm-0' },
      EndDeviceEventType: { ref: '3.26.0.85' },
    })),
  });
});
afterAll(() => ports.close());

const meters = (...which: number[]) => which.map((at) => `m-${at}`);

describe.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, string>>, string[], string]>([
  ['the first', {}, { limit: '5' }, meters(0, 1, 2, 3, 4), 'objects 1 to 5 of 12; ask for the next ones with offset 5'],
  [
    'a middle one',
    {},
    { limit: '2', offset: '3' },
    meters(3, 4),
    'objects 4 to 5 of 12; ask for the next ones with offset 5',
  ],
  ['the last', {}, { limit: '5', offset: '10' }, meters(10, 11), 'objects 11 to 12 of 12; none follow'],
  [
    'one that ends with the last object',
    {},
    { limit: '2', offset: '10' },
    meters(10, 11),
    'objects 11 to 12 of 12; none follow',
  ],
  [
    'of as many as an answer holds, without a limit',
    {},
    { offset: '6' },
    meters(6, 7, 8, 9, 10),
    'objects 7 to 11 of 12; ask for the next ones with offset 11',
  ],
  ['of one', {}, { limit: '1', offset: '4' }, meters(4), 'object 5 of 12; ask for the next ones with offset 5'],
  ['behind the end', {}, { limit: '5', offset: '12' }, [], 'no objects from offset 12 on, of 12'],
  [
    'of what fits',
    { Meter: [{ amrSystem: 'odd' }] },
    { limit: '2', offset: '1' },
    meters(3, 5),
    'objects 2 to 3 of 6; ask for the next ones with offset 3',
  ],
  [
    'of what is named',
    { Meter: [{ mRID: 'm-9' }, { mRID: 'm-2' }] },
    { limit: '1', offset: '1' },
    meters(2),
    'object 2 of 2; none follow',
  ],
  [
    'of what was',
    {},
    { limit: '1', offset: '11', AsOf: '2026-11-30T00:00:00Z' },
    meters(11),
    'object 12 of 12; none follow',
  ],
])('a page: %s', (_, root, given, expected, said) => {
  it('has the objects in the order in which they were stored, and says which of how many they are', async () => {
    const reply = await get('MeterConfig', root, given);
    expect(mRIDs(reply, 'MeterConfig', 'Meter')).toEqual(expected);
    expect(gist(reply)).toEqual({ result: 'OK', codes: ['0.0'], details: [said] });
  });
});

it('pages through all objects, each once, though others are stored meanwhile', async () => {
  const seen: string[] = [];
  for (let offset = 0; ;) {
    const reply = await get('EndDeviceEvents', { Meter: [{ mRID: 'm-0' }] }, { limit: '3', offset: String(offset) });
    const page = mRIDs(reply, 'EndDeviceEvents', 'EndDeviceEvent');
    seen.push(...page);
    offset += page.length;
    if (offset === 3)
      await aMessage('CreatedEndDeviceEvents')
        .with({ EndDeviceEvent: [{ mRID: 'e-7', Assets: { mRID: 'm-0' }, EndDeviceEventType: { ref: '3.26.0.85' } }] })
        .to(dispatch);
    if (page.length === 0) break;
  }
  expect(seen).toEqual(Array.from({ length: 8 }, (_, at) => `e-${at}`));
});

it('says with each version of the objects of a page which page it is', async () => {
  const reply = await get('MeterConfig', {}, { limit: '1', Versions: 'all' });
  expect(gist(reply).details).toEqual([
    'object 1 of 12; ask for the next ones with offset 1',
    expect.stringMatching(/^version 1 of 1: active/),
  ]);
});

describe('a noun of which an answer holds one object', () => {
  it('answers one after the other, each with its ID', async () => {
    const first = await get('MasterDataLinkageConfig', {}, { offset: '0' });
    const second = await get('MasterDataLinkageConfig', {}, { limit: '1', offset: '1' });
    expect(first.Payload).toMatchObject({ MasterDataLinkageConfig: { Meter: [{ mRID: 'm-0' }] } });
    expect(second.Payload).toMatchObject({ MasterDataLinkageConfig: { Meter: [{ mRID: 'm-1' }] } });
    expect(gist(second).details).toEqual(['object 2 of 2; none follow']);
    expect(idsIn(first)[0]).not.toEqual(idsIn(second)[0]);
  });

  it('takes no higher limit', async () => {
    const reply = await get('MasterDataLinkageConfig', {}, { limit: '2' });
    expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
  });
});

it.each<[Readonly<Record<string, string>>, string, RegExp]>([
  [{ limit: '-1' }, '1.8', /^Request\.Option\[0\]: limit takes the number of objects wanted, from 1 to 5$/],
  [{ limit: 'abc' }, '1.8', /^Request\.Option\[0\]: limit takes/],
  [{ limit: '0' }, '1.8', /^Request\.Option\[0\]: limit takes/],
  [{ limit: '' }, '1.8', /^Request\.Option\[0\]: limit takes/],
  [{ limit: '1.5' }, '1.8', /^Request\.Option\[0\]: limit takes/],
  [{ limit: '6' }, '3.1', /^Request\.Option\[0\]: at most 5 objects are answered at a time/],
  [{ limit: '3', offset: '-1' }, '1.8', /^Request\.Option\[1\]: offset takes the number of objects to pass over/],
  [{ offset: '1e3' }, '1.8', /^Request\.Option\[0\]: offset takes/],
  [{ offset: '99999999999999999999' }, '1.8', /^Request\.Option\[0\]: offset takes/],
  [{ limit: '3', Newest: '2' }, '1.8', /^Request\.Option\[1\]: it cannot be asked for together with limit or offset/],
])('refuses %j', async (given, code, details) => {
  const reply = await get('MeterConfig', {}, given);
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: [code] });
  expect(gist(reply).details[0]).toMatch(details);
  expect(reply.Payload).toBeUndefined();
});

it('replies 5.7 when nothing fits at all, whatever the page', async () => {
  const reply = await get('MeterConfig', { Meter: [{ amrSystem: 'none' }] }, { limit: '3', offset: '3' });
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.7'] });
});

it('refuses more than an answer holds when no page is asked for, and says how to ask', async () => {
  const reply = await get('MeterConfig', {}, {});
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
  expect(gist(reply).details[0]).toMatch(/ask for a page by Request\/Option limit and offset/);
});

it('counts no further than it must', async () => {
  let asked = 0;
  const objects = (async function* () {
    for (; ; asked += 1) yield await Promise.resolve({ id: asked } as StoredObject);
  })();
  const page = await walkedPage(objects, { offset: 10, limit: 2 });
  expect(page).toMatchObject({ found: [{ id: 10 }, { id: 11 }], counted: mostCounted, all: false });
  expect(asked).toBe(mostCounted);
});
