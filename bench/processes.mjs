/** Durable commands on PostgreSQL beside SQLite, and of two gateways beside one: in turns, each acknowledged after its commit. */
import pg from 'pg';
import { commandsFor } from './durable.mjs';
import { keepBusy } from './load.mjs';
import { cpuOf, median, startServer } from './measure.mjs';
import { havePostgres, withSchema } from './postgres.mjs';
import { short } from './report.mjs';

const path = '/soap/ExecuteEndDeviceControls';
export const connections = 64;

/** @param {number} rounds */
export async function measureProcesses(rounds) {
  if (!(await havePostgres()))
    return [{ what: 'durable commands on PostgreSQL: skipped, there is none at BENCH_POSTGRES' }];
  return [...(await commands(rounds, true)), ...(await commands(rounds, false))];
}

/** @param {boolean} scheduled whether the commands are for tomorrow: then only what is acknowledged is measured */
async function commands(rounds, scheduled) {
  return withSchema((single) =>
    withSchema(async (shared) => {
      const groups = {
        sqlite: [await gateway()],
        one: [await gateway(single)],
        two: [await gateway(shared), await gateway(shared)],
      };
      const bodies = Object.fromEntries(Object.keys(groups).map((name) => [name, commandsFor(scheduled)]));
      const figures = { sqlite: [], one: [], two: [] };
      for (const [name, servers] of Object.entries(groups)) await together(servers, bodies[name], 4);
      for (let round = 0; round < rounds; round++)
        for (const [name, servers] of Object.entries(groups))
          figures[name].push(await together(servers, bodies[name], 4));
      for (const server of Object.values(groups).flat()) await server.stop();
      const what = scheduled ? 'CreateEndDeviceControls for tomorrow' : 'CreateEndDeviceControls, carried out';
      const row = (title, ours, theirs, least) => {
        const ratios = ours.map((each, at) => each.perSecond / theirs[at].perSecond);
        return {
          what: `${what}, ${connections} connections: ${title}`,
          figure: median(ratios),
          spread: [Math.min(...ratios), Math.max(...ratios)],
          target: { least },
          ours: words(ours),
          peer: words(theirs),
        };
      };
      return [
        row('messages/s of one gateway on PostgreSQL to SQLite', figures.one, figures.sqlite, 0.6),
        row('messages/s of two gateways on PostgreSQL to one', figures.two, figures.one, 1.6),
      ];
    }),
  );
}

/**
 * Messages/s of so many gateways over one PostgreSQL, the connections dealt out among them; the median of the rounds.
 * @param {number} processes
 * @param {number} rounds
 * @param {boolean} scheduled whether the commands are for tomorrow
 * @returns {Promise<number>}
 */
export function rateOfProcesses(processes, rounds, scheduled) {
  const body = commandsFor(scheduled);
  return withSchema(async (shared) => {
    const servers = [];
    while (servers.length < processes) servers.push(await gateway(shared));
    await together(servers, body, 4);
    const figures = [];
    for (let round = 0; round < rounds; round++) figures.push(await together(servers, body, 4));
    for (const server of servers) await server.stop();
    return median(figures.map(({ perSecond }) => perSecond));
  });
}

/** A gateway over a schema of PostgreSQL, or over an SQLite file of its own. */
async function gateway(url) {
  if (url === undefined) delete process.env.BENCH_STORE;
  else process.env.BENCH_STORE = url;
  const server = await startServer('cimgate-commands');
  delete process.env.BENCH_STORE;
  return server;
}

/** All of these busy at a time; the connections are dealt out among them. */
async function together(servers, body, seconds) {
  const before = await commits();
  const parts = await Promise.all(
    servers.map((server) =>
      cpuOf(server, () => keepBusy({ ...server, path, body, connections: connections / servers.length, seconds })),
    ),
  );
  const answered = parts.reduce((sum, { result }) => sum + result.answered, 0);
  return {
    perSecond: parts.reduce((sum, { result }) => sum + result.perSecond, 0),
    p99: Math.max(...parts.map(({ result }) => result.p99)),
    cpu: parts.reduce((sum, { cpu }) => sum + cpu, 0) / answered / 1000,
    commits: ((await commits()) - before) / seconds,
  };
}

/** Transactions that PostgreSQL has committed in the database so far. */
async function commits() {
  const client = new pg.Client({
    connectionString: process.env.BENCH_POSTGRES ?? 'postgres://postgres@127.0.0.1:5432/test',
  });
  await client.connect();
  await client.query('select pg_sleep(0.6)'); // backends tell what they have done twice a second at most
  const { rows } = await client.query(
    'select xact_commit::float8 as n from pg_stat_database where datname = current_database()',
  );
  await client.end();
  return rows[0].n;
}

function words(rounds) {
  const of = (key) => short(median(rounds.map((round) => round[key])));
  return `${of('perSecond')}/s, p99 ${of('p99')} ms, CPU ${of('cpu')} ms, ${of('commits')} commits/s of PostgreSQL`;
}
