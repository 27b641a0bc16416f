import { housekeeping } from '../../../src/services/housekeeping.js';
import { answer, delivery, readingAt, request, task } from '../../contract/object-store-samples.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

const day = 86_400_000;
const retention = { answers: 7 * day, deliveries: 30 * day, requests: 90 * day, readings: 0 };
let ports: TestPorts;
beforeEach(async () => {
  ports = await testPorts();
});
afterEach(async () => {
  expect(ports.jobTroubles).toEqual([]);
  await ports.close();
});
const pass = async (milliseconds: number): Promise<void> => {
  await ports.clock.advance(milliseconds);
  await ports.jobs.idle();
};
/** One answer, one delivered message and one ended request that are so many days old, and what of them is left. */
const addOld = async (days: number): Promise<void> => {
  const at = ports.clock.now() - days * day;
  await ports.store.write({
    request: { request: request(`r-${days}`), tasks: [task(0), task(1)] },
    deliveries: [delivery(`d-${days}`, { correlationId: `${days}` })],
    answer: answer(`m-${days}`, { at }),
  });
  await ports.store.transaction(async (tx) => {
    await tx.endRequest(`r-${days}`, undefined, at);
    await tx.noteAttempts([{ id: `d-${days}`, state: 'delivered', at }]);
  });
};
const left = async (days: number): Promise<string> =>
  [
    (await ports.store.answerOf('', `m-${days}`)) ? 'answer' : '',
    (await ports.store.delivery(`d-${days}`)) ? 'delivery' : '',
    (await ports.store.request(`r-${days}`)) ? 'request' : '',
    (await ports.store.tasks(`r-${days}`)).length > 0 ? 'tasks' : '',
  ]
    .filter((text) => text !== '')
    .join(' ');

test('forgets each kind by its age, a minute after the start and every day', async () => {
  for (const days of [6, 8, 29, 31, 89, 91]) await addOld(days);
  await housekeeping(ports, retention);
  await pass(59_999);
  expect(await left(91)).toBe('answer delivery request tasks');
  await pass(1);
  expect(await left(6)).toBe('answer delivery request tasks');
  expect(await left(8)).toBe('delivery request tasks');
  expect(await left(29)).toBe('delivery request tasks');
  expect(await left(31)).toBe('request tasks');
  expect(await left(89)).toBe('request tasks');
  expect(await left(91)).toBe('');
  await pass(day);
  expect(await left(6)).toBe('delivery request tasks');
  expect(await left(29)).toBe('request tasks');
  expect(await left(89)).toBe('');
});

test('never forgets a request that is open, or a message that waits or is dead, however old', async () => {
  await ports.store.write({
    request: { request: request('open', { receivedAt: 0 }), tasks: [task(0)] },
    deliveries: [delivery('waits', { createdAt: 0 }), delivery('dead', { correlationId: 'other', createdAt: 0 })],
  });
  await ports.store.transaction((tx) => tx.noteAttempts([{ id: 'dead', state: 'dead', at: 0 }]));
  await housekeeping(ports, retention);
  await pass(60_000);
  expect(await ports.store.request('open')).toBeDefined();
  expect(await ports.store.tasks('open')).toHaveLength(1);
  expect((await ports.store.deliveries({ limit: 9 })).map(({ id }) => id)).toEqual(['dead', 'waits']);
});

test('takes a great many in several runs, a second apart, and then rests for a day', async () => {
  await ports.store.transaction(async (tx) => {
    for (let at = 0; at < 10_600; at++) await tx.keepAnswer(answer(`m-${at}`, { at }));
  });
  await housekeeping(ports, retention);
  await pass(60_000);
  expect(await left(9_999)).toBe('');
  expect(await left(10_000)).toBe('answer');
  await pass(999);
  expect(await left(10_000)).toBe('answer');
  await pass(1);
  expect(await left(10_599)).toBe('');
  await addOld(8);
  await pass(day - 1);
  expect(await left(8)).toBe('answer delivery request tasks');
  await pass(1);
  expect(await left(8)).toBe('delivery request tasks');
});

test('forgets readings by the time they were taken when it is told to, and else keeps them for ever', async () => {
  const readings = [8, 10, 500].map((days) => readingAt(`m-${days}`, (ports.clock.now() - days * day) * 1000));
  // more meters than one bite
  const others = Array.from({ length: 450 }, (_, at) => readingAt(`n-${at}`, (ports.clock.now() - 20 * day) * 1000));
  const all = [...readings, ...others];
  await ports.store.transaction((tx) => tx.putReadings(all, { keepFormer: true }));
  const kept = async () => {
    const found = await ports.store.readings({ meters: all.map(({ meter }) => meter), limit: 999 });
    return found.map(({ meter }) => meter);
  };
  await housekeeping(ports, retention);
  await pass(day);
  expect(await kept()).toHaveLength(453);
  await housekeeping(ports, { ...retention, readings: 12 * day });
  await pass(60_000);
  expect(await kept()).toEqual(['m-10', 'm-8']);
  await pass(day);
  expect(await kept()).toEqual(['m-8']);
});
