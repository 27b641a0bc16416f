/** Callers that go away and come again, and gateways that are told to stop while they are called (security §5.3, §5.10). */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:net';
import Database from 'better-sqlite3';
import { createControl, createMeter } from '../messages.js';
import { exchange, post, type RawAnswer } from '../raw-client.js';
import { type Folder, isAcknowledged, newFolder, storedGateway, type StoredGateway } from './stored-gateway.js';

let folder: Folder;
let gateway: StoredGateway;
beforeEach(() => (folder = newFolder()));
afterEach(async () => {
  await gateway.stop('SIGKILL');
  folder.remove();
});

/** How many meters of this name there are, whatever has become of them, and how often they were changed. */
function stored(name: string): { readonly meters: number; readonly versions: number } {
  const db = new Database(folder.file, { readonly: true });
  try {
    const of = `from objects where names like '%"${name}"%' and kind = 'Meter'`;
    return {
      meters: db.prepare(`select count(*) ${of}`).pluck().get() as number,
      versions: db.prepare(`select coalesce(sum(version), 0) ${of}`).pluck().get() as number,
    };
  } finally {
    db.close();
  }
}

const message = (name: string): Buffer =>
  post({
    body: createMeter({
      header: `<msg:Verb>create</msg:Verb><msg:Noun>MeterConfig</msg:Noun><msg:MessageID>create-${name}</msg:MessageID>`,
      payload: `<obj:Meter><obj:Names><obj:name>${name}</obj:name></obj:Names></obj:Meter>`,
    }),
  });

it('who goes away before the answer, and asks again ten times at once, has it done once and hears the same', async () => {
  gateway = await storedGateway(folder);
  for (const wait of [0, 1, 3, 10]) {
    const name = `GONE-${wait}`;
    const socket = connect({ port: gateway.port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    socket.write(message(name), () => setTimeout(() => socket.destroy(), wait));
    const again = await Promise.all(Array.from({ length: 10 }, () => gateway.create(name)));
    expect(again.map(isAcknowledged)).toEqual(again.map(() => true));
    const said = ({ body }: RawAnswer): string => body.replace(/<msg:(MessageID|Timestamp)>[^<]*/g, '');
    expect(new Set(again.map(said)).size).toBe(1);
    expect(stored(name)).toEqual({ meters: 1, versions: 1 });
  }
}, 60_000);

it('what goes by half and then away leaves nothing', async () => {
  gateway = await storedGateway(folder);
  const bytes = message('HALF');
  for (const part of [0.1, 0.5, 0.9, 0.999]) {
    const socket = connect({ port: gateway.port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    socket.write(bytes.subarray(0, Math.floor(bytes.length * part)), () => socket.resetAndDestroy());
    await new Promise((done) => socket.once('close', done));
  }
  await sleep(200);
  expect(stored('HALF').meters).toBe(0);
  expect(gateway.running()).toBe(true);
}, 30_000);

describe('SIGTERM', () => {
  it('under load keeps all that was acknowledged, and ends with 0', async () => {
    gateway = await storedGateway(folder);
    const acknowledged: string[] = [];
    let last = 0;
    let going = true;
    const callers = Array.from({ length: 8 }, async () => {
      while (going) {
        const name = `LOAD-${++last}`;
        const answer = await gateway.create(name).catch(() => undefined);
        if (answer !== undefined && isAcknowledged(answer)) acknowledged.push(name);
        else await sleep(5);
      }
    });
    await sleep(700);
    const begun = performance.now();
    const code = await gateway.stop();
    going = false;
    await Promise.all(callers);
    expect(code).toBe(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
    expect(acknowledged.length).toBeGreaterThan(20);
    gateway = await storedGateway(folder);
    for (const name of acknowledged) expect([name, stored(name)]).toEqual([name, { meters: 1, versions: 1 }]);
  }, 60_000);

  it.each([1, 2])(
    '%d times, with a head end that says nothing, ends in time and loses nothing',
    async (times) => {
      gateway = await storedGateway(folder, {
        file: 'simulator: { suffixed: { no-acknowledgement: 2, unreachable: 2 } }\n',
      });
      expect(isAcknowledged(await gateway.create('KEPT'))).toBe(true);
      const held = ['SIM-000001-NO-ACKNOWLEDGEMENT', 'SIM-000001-UNREACHABLE'].map((meter) =>
        exchange(gateway.port, [post({ body: createControl('3.31.0.18', [meter]) })], 30_000).catch(() => undefined),
      );
      await sleep(300);
      const begun = performance.now();
      const ended = gateway.stop();
      await sleep(100);
      if (times === 2) process.kill(gateway.pid, 'SIGTERM');
      // who says it twice does not want to wait: the process ends by the signal
      expect(await ended).toBe(times === 2 ? null : 0);
      expect(performance.now() - begun).toBeLessThan(times === 2 ? 2_000 : 14_000);
      await Promise.all(held);
      gateway = await storedGateway(folder);
      expect(await gateway.has('KEPT')).toBe(true);
    },
    60_000,
  );
});
