/** The brake where a disconnect is handed over: what has waited, what is in doubt, and what has become of clocks and customers meanwhile. */
import { HeadEndRefusal } from '../../../../src/ports/head-end.js';
import { commandsOf } from '../../../../src/services/commands.js';
import { aMessage, aMeter, named } from '../../../support/builders.js';
import { brakeBench, hour, obeys, type BrakeBench, type BrakeBenchOptions } from './brake-bench.js';

let it: BrakeBench;
const start = async (options?: BrakeBenchOptions): Promise<void> => {
  it = await brakeBench(options);
};
beforeEach(() => start());
afterEach(() => it.bench.close());
const restart = async (options: BrakeBenchOptions): Promise<void> => {
  await it.bench.close();
  await start(options);
};
const refuses = () => {
  throw new HeadEndRefusal({ code: '5.2', details: 'not now' }, true);
};
/** The first hand-over has come to the head end. */
const refused = () => it.until(() => it.headEnd.jobs.length > 0);
const within = (value: string) => ({ Option: [{ name: 'Deadline', value }] });

describe('what has waited for its head end', () => {
  test('counts when it goes: those of two hours do not go within one', async () => {
    it.headEnd.follow(refuses);
    expect((await it.ask(it.disconnect(1, 2, 3, 4, 5).request(within('PT5H')))).result).toBe('OK');
    await refused();
    await it.clock.advance(1.1 * hour);
    // those that wait may go at any moment: they are in the way of others, or others are in theirs
    const others = await it.ask(it.disconnect(6, 7, 8, 9, 10).request(within('PT5H')));
    const before = it.headEnd.jobs.length;
    it.headEnd.follow(obeys);
    for (const id of others.result === 'OK' ? ['c-1', 'c-2'] : ['c-1']) await it.final(id);
    expect(it.headEnd.jobs.slice(before).flatMap(({ devices }) => devices)).toHaveLength(5);
  });

  test('goes later than it was to go while there is room, and is counted there', async () => {
    it.headEnd.follow(refuses);
    const begun = it.clock.now();
    expect((await it.ask(it.disconnect(1, 2, 3).request(within('PT5H')))).result).toBe('OK');
    await refused();
    await it.clock.advance(1.5 * hour);
    it.headEnd.follow(obeys);
    expect((await it.final('c-1')).result).toBe('OK');
    const counted = await it.store.disconnectsBetween(0, Number.MAX_SAFE_INTEGER);
    expect(counted).toMatchObject([{ principal: 'cis', devices: 3 }]);
    expect(counted[0]!.at - begun).toBeGreaterThan(1.4 * hour);
  });
});

test('what is in doubt is not handed over again behind the kill switch', async () => {
  await restart({ capabilities: { remembersJobs: true } });
  it.headEnd.follow(() => {
    throw new Error('the line is cut');
  });
  let asked = 0;
  it.headEnd.poll = async () => {
    asked++;
    return [];
  };
  expect((await it.ask(it.disconnect(1).request(within('PT20H')))).result).toBe('OK');
  await it.until(() => asked > 0);
  await it.brake.stop('operator', '');
  const { length } = it.headEnd.jobs;
  const again = async (): Promise<void> => {
    const before = asked;
    await it.until(() => asked > before + 1);
  };
  await again();
  expect(it.headEnd.jobs).toHaveLength(length);
  // and not when the switch is taken back
  await it.brake.letGo('ada');
  await again();
  expect(it.headEnd.jobs).toHaveLength(length);
});

test('a clock that is set forward opens no window, neither for those of now nor for those of later', async () => {
  const { clock } = it;
  const [now, at] = [clock.now.bind(clock), clock.at.bind(clock)];
  let ahead = 0;
  clock.elapsed = () => now();
  clock.now = () => now() + ahead;
  clock.at = (time, work) => at(time - ahead, work);
  const later = it.control('3.31.0.23', [6, 7, 8], it.from(1.9 * hour)).request(within('PT10H'));
  expect((await it.ask(later)).result).toBe('OK');
  expect((await it.ask(it.disconnect(1, 2, 3, 4, 5))).result).toBe('OK');
  await it.until(() => it.sent().length === 5);
  ahead = 2 * hour;
  expect(await it.ask(it.disconnect(9))).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  await commandsOf(it.bench.ports).recover(); // as a start does, and another process that takes over
  expect(await it.final('c-1')).toMatchObject({ result: 'FAILED', codes: ['7.7', '7.7', '7.7'] });
  expect(it.sent()).toHaveLength(5);
});

test('who has become critical meanwhile is not disconnected; the others are', async () => {
  const message = it.control('3.31.0.23', [1, 2], it.from(hour));
  expect((await it.ask(message)).result).toBe('OK');
  const group = named('Hospitals', { EndDevices: [aMeter('M-1')] });
  await it.bench.ask(aMessage('CreateEndDeviceGroups').with({ EndDeviceGroup: [group] }));
  await it.clock.advance(hour);
  expect(await it.final('c-1')).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '7.7'] });
  expect(it.sent()).toEqual(['M-2']);
});

test('nor is he when the others are handed over once more, since their job may not have come', async () => {
  await restart({ capabilities: { remembersJobs: true } });
  expect((await it.ask(it.control('3.31.0.23', [1, 2], it.from(hour)))).result).toBe('OK');
  const group = named('Hospitals', { EndDevices: [aMeter('M-1')] });
  await it.bench.ask(aMessage('CreateEndDeviceGroups').with({ EndDeviceGroup: [group] }));
  it.headEnd.follow(() => {
    it.headEnd.follow(obeys);
    throw new Error('the line is cut');
  });
  await it.clock.advance(hour);
  expect(await it.final('c-1')).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '7.7'] });
  expect(it.sent()).toEqual(['M-2', 'M-2']);
});

test('a head end that sends a disconnect once more asks whether it may still go; for others it does not matter', async () => {
  const submit = it.headEnd.submit.bind(it.headEnd);
  const mayGo: ((() => Promise<boolean>) | undefined)[] = [];
  it.headEnd.submit = (job, mayStillGo) => {
    mayGo.push(mayStillGo);
    return submit(job);
  };
  expect((await it.ask(it.control('3.31.0.18', [1]))).result).toBe('OK');
  expect((await it.ask(it.disconnect(2))).result).toBe('OK');
  await it.until(() => mayGo.length === 2);
  expect(mayGo[0]).toBeUndefined();
  expect(await mayGo[1]!()).toBe(true);
  await it.brake.stop('operator', '');
  expect(await mayGo[1]!()).toBe(false);
});
