/** What must not take long: a read of ten thousand meters, a start with a hundred thousand requests open, a million simulated meters. */
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { post } from './load.mjs';
import { median, pause, startServer, statusOf } from './measure.mjs';
import { readManyMeters } from './messages.mjs';
import { short } from './report.mjs';
import { startOnce } from './start.mjs';

const meters = 10_000;
const open = 100_000;
const MB = 2 ** 20;

/** Acknowledged reads of all meters, over SQLite; and how long it takes until all values have been read and are kept. */
export async function measureReads(rounds) {
  process.env.BENCH_METERS = String(meters);
  const server = await startServer('cimgate-duty');
  const agent = new Agent({ keepAlive: true });
  const acknowledged = [];
  const read = [];
  const path = '/soap/GetMeterReadings';
  // the first large message of a process waits for its thread and for the schemas
  await post({ ...server, path, body: readManyMeters('warm', 3_000), agent });
  const allRead = async () => {
    while ((await server.ask('open')).open > 0) await pause(20);
  };
  await allRead();
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    acknowledged.push((await post({ ...server, path, body: readManyMeters(`read-${round}`, meters), agent })) / 1000);
    await allRead();
    read.push((performance.now() - begun) / 1000);
  }
  agent.destroy();
  await server.stop();
  const row = (what, times, more) => ({
    what: `a read of ${short(meters)} simulated meters: seconds until ${what}`,
    figure: median(times),
    spread: [Math.min(...times), Math.max(...times)],
    ours: `${short(median(times))} s`,
    ...more,
  });
  return [row('it is acknowledged', acknowledged, { target: { most: 2 } }), row('all values are there', read, {})];
}

/** From the start of the process to serving, with that many requests in the store that are to be carried on. */
export async function measureRestart(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
  const database = `sqlite:${join(folder, 'open.db')}`;
  try {
    process.env.BENCH_METERS = '1000';
    process.env.BENCH_DATABASE = database;
    process.env.BENCH_OPEN = String(open);
    const server = await startServer('cimgate-duty');
    await server.ask('fill');
    await server.stop();
    const times = [];
    for (let round = 0; round < rounds; round++) times.push((await startOnce(false, database)).ready / 1000);
    return [
      {
        what: `cimgate serve with ${short(open)} requests open: seconds from its start to the first 200 of /health/ready`,
        figure: median(times),
        spread: [Math.min(...times), Math.max(...times)],
        target: { most: 5 },
        ours: `${short(median(times))} s`,
      },
    ];
  } finally {
    delete process.env.BENCH_DATABASE;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process that holds a million simulated meters and nothing else, after its whole inventory has been asked for and ten thousand read. */
export async function measureMeters() {
  const server = await startServer('simulated-meters');
  const { seconds } = await server.ask('work');
  const peak = statusOf(server.pid, 'VmHWM');
  await server.stop();
  const what = 'simulated head end of 1,000,000 meters: most memory of its process, MB';
  if (peak === undefined) return [{ what, skipped: 'only Linux tells it' }];
  const ours = `${short(peak / MB)} MB; inventory and a read of ${short(meters)} meters in ${short(seconds)} s`;
  return [{ what, figure: peak / MB, target: { most: 1024 }, ours }];
}
