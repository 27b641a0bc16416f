/** What a second person has released: so many devices, at that time, and no more. */
import { aMessage, gist, named } from '../../../support/builders.js';
import { brakeBench, hour, type BrakeBench } from './brake-bench.js';
import type { PolicyRule } from '../../../../src/services/policy.js';

let it: BrakeBench;
beforeEach(async () => {
  it = await brakeBench({ disconnects: { secondPerson: true } });
});
afterEach(() => it.bench.close());

/** Above the limits, and released: the devices at six usage points, in two hours. */
async function releasedLater(more: object = {}): Promise<void> {
  const message = it.control('3.31.0.23', [], {
    ...it.points(1, 2, 3, 4, 5, 6),
    ...it.from(2 * hour),
    mRID: 'released',
    ...more,
  });
  expect(await it.ask(message)).toMatchObject({ result: 'PARTIAL', codes: ['6.2'] });
  const [held] = await it.brake.held(10);
  expect(await it.brake.release(held!.id, 'ada')).toBeUndefined();
}

test('it counts for the devices that are found when it starts', async () => {
  await releasedLater();
  await it.clock.advance(2 * hour);
  expect((await it.final('c-1')).result).toBe('OK');
  expect(it.sent()).toHaveLength(6);
  expect((await it.brake.state()).withinHour).toBe(6);
});

test('when more devices are found than were released, all are held to the limits', async () => {
  await releasedLater();
  const link = { UsagePoint: [named('P-1')], Meter: [named('M-9')] };
  expect(gist(await it.bench.ask(aMessage('CreatedMasterDataLinkageConfig').with(link))).result).toBe('OK');
  await it.clock.advance(2 * hour);
  expect(await it.final('c-1')).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  expect(it.sent()).toEqual([]);
});

test('moved to another time it is held to the limits there, also when its devices are found', async () => {
  await releasedLater();
  expect(await it.move('released', it.from(5 * hour))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  await it.brake.setLimits('ada', { principalHour: 9, hour: 9, day: 12, until: it.clock.now() + 6 * hour });
  expect((await it.move('released', it.from(5 * hour))).result).toBe('OK');
  await it.brake.setLimits('ada', undefined);
  await it.clock.advance(5 * hour);
  expect(await it.final('c-1')).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  expect(it.sent()).toEqual([]);
});

test('it counts whatever the limits have come to since, and not against the kill switch', async () => {
  await releasedLater();
  await it.brake.setLimits('ada', { principalHour: 1, hour: 1, day: 1, until: it.clock.now() + 6 * hour });
  await it.clock.advance(2 * hour);
  expect((await it.final('c-1')).result).toBe('OK');
});

test('whose sender has lost the right meanwhile is not begun', async () => {
  const policy: PolicyRule[] = [
    { name: 'cis disconnects', effect: 'allow', principals: ['cis'], controlTypes: ['*.31.0.23'] },
  ];
  await it.bench.close();
  it = await brakeBench({ disconnects: { secondPerson: true }, guard: { policy } });
  const caller = { principal: 'cis', roles: [] } as never;
  expect((await it.ask(it.disconnect(1, 2, 3, 4, 5, 6).by({ principal: 'cis', caller }))).codes).toEqual(['6.2']);
  policy.length = 0;
  const [held] = await it.brake.held(10);
  const wrong = (await it.brake.release(held!.id, 'ada')) as readonly string[];
  expect(wrong).toHaveLength(6);
  expect(wrong[0]).toMatch(/^7\.5 .*cis may not send the control/);
  expect(await it.brake.held(10)).toHaveLength(1);
  expect(it.sent()).toEqual([]);
});

test('no more than twenty messages of one caller wait: the others are refused, and none is lost among them', async () => {
  const big = (principal: string) => it.ask(it.disconnect(1, 2, 3, 4, 5, 6).by({ principal }));
  const replies = [];
  for (let n = 0; n < 23; n++) replies.push(await big('cis'));
  expect(replies.filter(({ codes }) => codes[0] === '6.2')).toHaveLength(20);
  expect(replies.filter(({ result, codes }) => result === 'FAILED' && codes[0] === '7.7')).toHaveLength(3);
  expect((await big('oms')).codes).toEqual(['6.2']);
  expect(await it.brake.held(100)).toHaveLength(21);
});
