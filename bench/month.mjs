/** One meter's month of interval data, asked for beside a million and beside fifty million stored readings. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { openStore } from '../dist/store/open-store.js';
import { copyIn, copyQuery } from '../dist/store/postgres-copy.js';
import { median, quantile } from './measure.mjs';
import { havePostgres, withSchema } from './postgres.mjs';
import { short } from './report.mjs';

const year = 2025;
const days = 365;
const perDay = 96;
const code = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const few = 1_000_000;
const many = Number(process.env.BENCH_READINGS ?? 50_000_000);
/** Queries of a round: each of another meter and month. */
const queries = 60;

const metersFor = (readings) => Math.max(1, Math.round(readings / (days * perDay)));
const meterName = (at) => `meter-${String(at).padStart(6, '0')}`;
const valueOf = (meter, step) => (1_000 + ((meter * 31 + step * 7) % 10_000) / 1_000).toFixed(3);

/** A year of quarters of an hour, as it comes: day by day, every meter's day in one piece. */
function* pieces(meters) {
  for (let day = 0; day < days; day++)
    for (let meter = 1; meter <= meters; meter++) yield { meter, start: Date.UTC(year, 0, 1 + day) * 1_000 };
}

/** The first reading of each meter goes through the store, so that its tables, months, meters and types are there. */
async function open(url, meters) {
  const store = await openStore(url);
  await store.prepareReadings(Date.UTC(year, 0), Date.UTC(year, 11));
  const instant = Date.UTC(year, 0) * 1_000;
  const timeStamp = `${year}-01-01T00:00:00Z`;
  const rows = Array.from({ length: meters }, (_, at) => {
    const value = valueOf(at + 1, 0);
    return { meter: meterName(at + 1), readingType: code, instant, timeStamp, value, shape: 'interval' };
  });
  await store.transaction((tx) => tx.putReadings(rows, { keepFormer: false }));
  return store;
}

/** Ids of meters are given in order from 1 on, to a store that is new; steps from the second on, where the first day has one. */
const steps = (start) => (start === Date.UTC(year, 0) * 1_000 ? 1 : 0);
const quarter = 900_000_000;

async function fillPostgres(url, meters) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const columns = 'meter_id, type_id, instant, value, shape';
  let rows = [];
  const flush = async () => {
    await copyIn(client, copyQuery(`readings (${columns})`, rows.join('')));
    rows = [];
  };
  for (const { meter, start } of pieces(meters)) {
    for (let step = steps(start); step < perDay; step++)
      rows.push(`${meter}\t1\t${start + step * quarter}\t${valueOf(meter, step)}\t1\n`);
    if (rows.length > 50_000) await flush();
  }
  await flush();
  await client.query('analyze readings');
  await client.query('checkpoint');
  await client.end();
}

function fillSqlite(file, meters) {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  db.pragma('cache_size = -262144');
  const insert = db.prepare('insert into readings (meter_id, type_id, instant, value, shape) values (?, 1, ?, ?, 1)');
  db.exec('begin');
  let rows = 0;
  for (const { meter, start } of pieces(meters)) {
    for (let step = steps(start); step < perDay; step++)
      insert.run(meter, start + step * quarter, valueOf(meter, step));
    rows += perDay;
    if (rows > 500_000) {
      db.exec('commit; begin');
      rows = 0;
    }
  }
  db.exec('commit');
  db.close();
}

/** Milliseconds of each of some queries. */
async function ask(store, meters) {
  const times = [];
  for (let query = 0; query < queries; query++) {
    const month = Math.floor(Math.random() * 12);
    const after = Date.UTC(year, month) * 1_000 - 1;
    const until = Date.UTC(year, month + 1) * 1_000 - 1;
    const meter = meterName(1 + Math.floor(Math.random() * meters));
    const begun = performance.now();
    const rows = await store.readings({ meters: [meter], readingTypes: [code], after, until, limit: 10_000 });
    times.push(performance.now() - begun);
    const expected = ((until - after) / quarter) | 0;
    if (rows.length !== expected) throw new Error(`${rows.length} of ${expected} readings were there`);
  }
  return times;
}

/** Two stores that differ in how much is in them, asked in turns. */
async function compare(name, rounds, [small, large]) {
  for (const { store, meters } of [small, large]) await ask(store, meters);
  const seen = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const [at, { store, meters }] of [small, large].entries()) seen[at].push(await ask(store, meters));
  const [few, many] = seen;
  const ratios = many.map((times, at) => median(times) / median(few[at]));
  const say = (all) => `${short(median(all.flat()))} ms, p99 ${short(quantile(all.flat(), 0.99))} ms`;
  return {
    what: `one meter's month of quarter hours (${name}): time with ${short(large.readings / 1e6)} M readings stored to ${short(small.readings / 1e6)} M`,
    figure: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    target: { most: 1.2 },
    ours: say(many),
    peer: say(few),
  };
}

async function filled(url, readings, fill) {
  const meters = metersFor(readings);
  const store = await open(url, meters);
  await fill(meters);
  return { store, meters, readings };
}

async function measureSqlite(rounds) {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
  const stores = [];
  try {
    for (const readings of [few, many]) {
      const file = join(folder, `${readings}.db`);
      stores.push(await filled(`sqlite:${file}`, readings, (meters) => fillSqlite(file, meters)));
    }
    return await compare('SQLite', rounds, stores);
  } finally {
    for (const { store } of stores) await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const measurePostgres = (rounds) =>
  withSchema((smallUrl) =>
    withSchema(async (largeUrl) => {
      const stores = [];
      try {
        for (const [url, readings] of [
          [smallUrl, few],
          [largeUrl, many],
        ])
          stores.push(await filled(url, readings, (meters) => fillPostgres(url, meters)));
        return await compare('PostgreSQL', rounds, stores);
      } finally {
        for (const { store } of stores) await store.close();
      }
    }),
  );

/** SQLite, and PostgreSQL where there is one. Needs some ten GB of disk for fifty million readings. */
export async function measureMonth(rounds) {
  const rows = [await measureSqlite(rounds)];
  if (await havePostgres()) rows.push(await measurePostgres(rounds));
  else rows.push({ what: "one meter's month (PostgreSQL)", skipped: 'no PostgreSQL at BENCH_POSTGRES' });
  return rows;
}
