/**
 * A hundred thousand readings in one message, from HTTP to committed rows, beside the two limits that nothing could pass: reading and
 * validating the message with xmllint, and putting the same rows into the same table with the database's own means.
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import pg from 'pg';
import { openStore } from '../dist/store/open-store.js';
import { copyIn, copyQuery } from '../dist/store/postgres-copy.js';
import { sendSome } from './load.mjs';
import { cpuOf, median, memoryOf, pause, peakMemoryOf, startServer } from './measure.mjs';
import { createdMeterReadings } from './messages.mjs';
import { havePostgres, withSchema } from './postgres.mjs';
import { short } from './report.mjs';

const run = promisify(execFile);
const readings = 100_000;
const MB = 2 ** 20;
/** Messages of a round, over two connections. */
const messages = 4;
const quarter = 900_000_000;
const schemaFile = fileURLToPath(new URL('../wsdl/services/MeterReadingsMessage.xsd', import.meta.url));

/** Each message has readings of other times: nothing in it is known yet. */
let made = 0;
const nextMessage = () => Buffer.from(createdMeterReadings(readings, { id: randomUUID(), step: 100 * made++ }));

/** Seconds that xmllint needs for the message within the envelope; undefined where there is no xmllint. */
async function xmllintSeconds(folder) {
  const text = createdMeterReadings(readings);
  const [, namespaces] = /<soap:Envelope ([^>]*)>/.exec(text);
  const start = text.indexOf('<m:CreatedMeterReadings>');
  const end = text.indexOf('  </soap:Body>');
  const file = join(folder, 'message.xml');
  writeFileSync(file, text.slice(start, end).replace('>', ` ${namespaces}>`));
  const begun = performance.now();
  try {
    await run('xmllint', ['--stream', '--huge', '--schema', schemaFile, '--noout', file]);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
  return (performance.now() - begun) / 1000;
}

/** The same rows, of other times each round: columns as they stand in the table. */
function* rows(round) {
  const start = Date.UTC(2026, 10, 1) * 1_000 + 100 * round * quarter;
  for (let at = 0; at < readings; at++)
    yield [1 + Math.trunc(at / 100), 1, start + (at % 100) * quarter, (1000 + at / 4).toFixed(3)];
}

const upsert = `on conflict (meter_id, type_id, instant) do update set time_stamp = excluded.time_stamp, value = excluded.value,
shape = excluded.shape, rest = excluded.rest`;

/** Seconds for COPY into a temporary table and one upsert, and the commit; the rows are made before. */
async function copySeconds(client, round) {
  const text = [...rows(round)].map(([meter, type, instant, value]) => `${meter}\t${type}\t${instant}\t${value}\t0\n`);
  const columns = 'meter_id, type_id, instant, value, shape';
  const begun = performance.now();
  await client.query('begin; create temporary table staged (like readings) on commit drop');
  await copyIn(client, copyQuery(`staged (${columns})`, text.join('')));
  await client.query(`insert into readings (${columns}) select ${columns} from staged ${upsert}; commit`);
  return (performance.now() - begun) / 1000;
}

/** Seconds for one prepared upsert for each row in one transaction, on disk at its end. */
function insertSeconds(db, round) {
  const all = [...rows(round)];
  const statement = db.prepare(
    `insert into readings (meter_id, type_id, instant, value, shape) values (?, ?, ?, ?, 0) ${upsert}`,
  );
  const begun = performance.now();
  db.transaction(() => {
    for (const row of all) statement.run(row);
  })();
  return (performance.now() - begun) / 1000;
}

async function measureOn({ name, url, limitOf, target }, rounds, folder) {
  process.env.BENCH_DATABASE = url;
  const server = { ...(await startServer('cimgate-stored')), path: '/soap/SendMeterReadings' };
  delete process.env.BENCH_DATABASE;
  await pause(1_000);
  const idle = await memoryOf(server);
  const send = (connections, count) => {
    const bodies = Array.from({ length: count }, nextMessage);
    return sendSome({ ...server, body: () => bodies.pop(), connections, messages: count });
  };
  const { peak: alone } = await peakMemoryOf(server, () => send(1, 2));
  const seen = [];
  for (let round = 0; round < rounds; round++) {
    const { result, cpu } = await cpuOf(server, () => send(2, messages));
    const xmllint = await xmllintSeconds(folder);
    const storage = await limitOf(round);
    seen.push({
      ours: result.perSecond * readings,
      cpu: cpu / result.answered / 1e6,
      limits: [xmllint, storage].map((seconds) => (seconds === undefined ? Infinity : readings / seconds)),
    });
  }
  const { peak } = await peakMemoryOf(server, () => send(2, 2));
  await server.stop();
  const of = (figure) => median(seen.map(figure));
  const ratios = seen.map(({ ours, limits }) => ours / Math.min(...limits));
  const what = `MeterReadings of ${short(readings)} readings, committed (${name})`;
  return [
    {
      what: `${what}, 2 connections: readings/s to the slower of its limits`,
      figure: median(ratios),
      spread: [Math.min(...ratios), Math.max(...ratios)],
      target: { least: 0.5 },
      ours: `${short(of(({ ours }) => ours))}/s, CPU ${short(of(({ cpu }) => cpu))} s a message`,
      peer: `xmllint ${short(of(({ limits }) => limits[0]))}/s, the rows alone ${short(of(({ limits }) => limits[1]))}/s`,
    },
    {
      what: `${what}, 2 connections: readings/s`,
      figure: of(({ ours }) => ours),
      spread: [Math.min(...seen.map(({ ours }) => ours)), Math.max(...seen.map(({ ours }) => ours))],
      target: { least: target },
    },
    {
      what: `${what}, one at a time: peak memory above idle, MB`,
      figure: (alone - idle) / MB,
      target: { most: 200 },
      ours: `${short((alone - idle) / MB)} MB over ${short(idle / MB)}; two at a time ${short((peak - idle) / MB)} MB`,
    },
  ];
}

async function measureSqlite(rounds, folder) {
  const file = join(folder, 'limit.db');
  await (await openStore(`sqlite:${file}`)).close();
  const db = new Database(file);
  db.pragma('synchronous = FULL');
  const url = `sqlite:${join(folder, 'stored.db')}`;
  const limitOf = (round) => insertSeconds(db, round);
  const found = await measureOn({ name: 'SQLite', url, limitOf, target: 250_000 }, rounds, folder);
  db.close();
  return found;
}

const measurePostgres = (rounds, folder) =>
  withSchema((url) =>
    withSchema(async (limitUrl) => {
      const store = await openStore(limitUrl);
      await store.prepareReadings(Date.UTC(2026, 10), Date.UTC(2027, 3));
      await store.close();
      const client = new pg.Client({ connectionString: limitUrl });
      await client.connect();
      const limitOf = (round) => copySeconds(client, round);
      const found = await measureOn({ name: 'PostgreSQL', url, limitOf, target: 150_000 }, rounds, folder);
      await client.end();
      return found;
    }),
  );

/** SQLite, and PostgreSQL where there is one. */
export async function measureStoredReadings(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
  try {
    const found = await measureSqlite(rounds, folder);
    if (await havePostgres()) return [...found, ...(await measurePostgres(rounds, folder))];
    return [...found, { what: 'MeterReadings, committed (PostgreSQL)', skipped: 'no PostgreSQL at BENCH_POSTGRES' }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
