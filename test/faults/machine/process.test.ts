/** A process that stands still, has no file descriptors left, is flooded with connections, or whose clock is set (security §5.14, §5.16, §5.17). */
import { execFileSync } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../support/until.js';
import { createControl, getMeters } from '../messages.js';
import { exchange, post, type RawAnswer } from '../raw-client.js';
import { type Folder, haveCompiler, isAcknowledged, newFolder, shimIn, storedGateway, type StoredGateway } from './stored-gateway.js'; // prettier-ignore

let folder: Folder;
let gateway: StoredGateway;
beforeEach(() => (folder = newFolder()));
afterEach(async () => {
  await gateway.stop('SIGKILL');
  folder.remove();
});

const linux = process.platform === 'linux' ? it : it.skip;
const withCompiler = haveCompiler ? it : it.skip;

async function expectServing(within = 1_000): Promise<void> {
  const begun = performance.now();
  expect(isAcknowledged(await exchange(gateway.port, [post({ body: getMeters() })], 20_000))).toBe(true);
  expect(performance.now() - begun).toBeLessThan(within);
}

it('that stood still for five seconds loses nothing and serves on', async () => {
  gateway = await storedGateway(folder, { file: 'simulator: { suffixed: { slow: 2 } }\n' });
  // one under way, and others that come while nobody is there
  const control = exchange(gateway.port, [post({ body: createControl('3.31.0.18', ['SIM-000001-SLOW']) })], 30_000);
  await sleep(100);
  process.kill(gateway.pid, 'SIGSTOP');
  const names = Array.from({ length: 20 }, (_, at) => `STILL-${at}`);
  const waiting = names.map((name) => gateway.create(name));
  await sleep(5_000);
  process.kill(gateway.pid, 'SIGCONT');
  const answers = await Promise.all(waiting);
  expect(answers.filter(isAcknowledged)).toHaveLength(20);
  expect(isAcknowledged(await control)).toBe(true);
  for (const name of names) expect(await gateway.has(name)).toBe(true);
  await expectServing();
}, 60_000);

/** Opens connections that say nothing; those that the other side does not want are gone a moment later. */
async function open(count: number, from = '127.0.0.1'): Promise<Socket[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect({ port: gateway.port, host: '127.0.0.1', localAddress: from });
      socket.on('error', () => undefined).resume();
      await new Promise((done) => socket.once('connect', done).once('close', done));
      return socket;
    }),
  );
}

linux(
  'with 64 file descriptors it closes what it cannot take, and serves when there are some again',
  async () => {
    gateway = await storedGateway(folder);
    // it has some thirty of its own
    execFileSync('prlimit', ['--pid', String(gateway.pid), '--nofile=64:']);
    const sockets = await open(90);
    await sleep(500);
    expect(gateway.running()).toBe(true);
    for (const socket of sockets) socket.destroy();
    await until('there are descriptors again', () => exchange(gateway.port, [post({ body: getMeters() })], 5_000).then(isAcknowledged, () => false)); // prettier-ignore
    expect(isAcknowledged(await gateway.create('AFTER'))).toBe(true);
    expect(await gateway.has('AFTER')).toBe(true);
  },
  60_000,
);

linux(
  'under ten thousand connections it keeps to its limit, answers one that is in, and has its memory back',
  async () => {
    gateway = await storedGateway(folder);
    await expectServing();
    const before = gateway.memory();
    // the peer of the test has its own place
    let made = 0;
    for (let wave = 0; wave < 25; wave++) {
      const sockets = await Promise.all(
        Array.from({ length: 8 }, (_, at) => open(50, `127.0.0.${20 + ((wave * 8 + at) % 80)}`)),
      );
      made += sockets.flat().length;
      if (wave % 6 === 0) await expectServing(3_000);
      for (const socket of sockets.flat()) socket.destroy();
    }
    expect(made).toBe(10_000);
    // and all places taken at once
    const all = (await Promise.all(Array.from({ length: 12 }, (_, at) => open(100, `127.0.1.${at + 1}`)))).flat();
    await sleep(500);
    expect(all.filter((socket) => !socket.destroyed).length).toBeLessThanOrEqual(1_000);
    for (const socket of all) socket.destroy();
    await sleep(500);
    await expectServing();
    await until('the memory is back', () => gateway.memory() < before + 256);
  },
  120_000,
);

describe('whose clock is set', () => {
  const file = 'simulator: { suffixed: { unreachable: 4 } }\nreplies: { commandDeadline: 600000, syncTimeout: 3000 }\n';
  const hour = 3_600;
  const later = (meter: string, id: string): Promise<RawAnswer> => {
    const body = createControl('3.31.0.18', [meter]).replace(
      '</m:Header>',
      `<msg:AsyncReplyFlag>true</msg:AsyncReplyFlag><msg:ReplyAddress>poll</msg:ReplyAddress><msg:MessageID>${id}</msg:MessageID></m:Header>`,
    );
    return exchange(gateway.port, [post({ body })]);
  };
  const isOver = async (id: string): Promise<boolean> => {
    const answer = await exchange(gateway.port, [post({ method: 'GET', path: '/api/v1/requests?state=open' })]);
    return answer.status === 200 && !answer.body.includes(`"${id}"`);
  };

  withCompiler.each([hour, 24 * hour])(
    'by %d s ahead, deadlines that are over then are over soon',
    async (step) => {
      const shim = shimIn(folder);
      gateway = await storedGateway(folder, { before: shim.before, file });
      expect(isAcknowledged(await later('SIM-000001-UNREACHABLE', 'waits'))).toBe(true);
      expect(await isOver('waits')).toBe(false);
      shim.clock(step);
      await until('the deadline is seen', () => isOver('waits'), 20_000);
      await expectServing();
      expect(isAcknowledged(await gateway.create('AHEAD'))).toBe(true);
    },
    60_000,
  );

  // a command under way just then is left out: its start and deadline are times of the day, as docs/faults.md says
  withCompiler.each([-hour, -24 * hour])(
    'by %d s, everything that comes then goes on by the new time',
    async (step) => {
      const shim = shimIn(folder);
      gateway = await storedGateway(folder, { before: shim.before, file });
      expect(isAcknowledged(await gateway.create('BEFORE'))).toBe(true);
      expect(isAcknowledged(await later('SIM-000002', 'before'))).toBe(true);
      shim.clock(step);
      const control = post({ body: createControl('3.31.0.18', ['SIM-000004']) });
      expect(isAcknowledged(await exchange(gateway.port, [control], 20_000))).toBe(true);
      expect(isAcknowledged(await later('SIM-000003', 'after'))).toBe(true);
      await until('after ends', () => isOver('after'), 20_000);
      // what was acknowledged before is known as a repetition still
      expect(isAcknowledged(await gateway.create('BEFORE'))).toBe(true);
      expect(isAcknowledged(await gateway.create('BEHIND'))).toBe(true);
      await expectServing();
    },
    60_000,
  );
});
