/**
 * How rates change as something grows. Each curve is a line of the list below; what is measured is kept in docs/performance/curves.json,
 * from which the plots beside it are made. Measured only when asked for by name: the files are part of the documentation.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDay, newReadings, small } from './messages.mjs';
import { plot } from './plot.mjs';
import { machine, short } from './report.mjs';
import { median } from './measure.mjs';
import { missingPeer } from './peers.mjs';
import { havePostgres } from './postgres.mjs';
import { connections as connectionsOfAll, rateOfProcesses } from './processes.mjs';
import { busy, perSecond, progress, start, warmUntilSteady } from './turns.mjs';

const folder = fileURLToPath(new URL('../docs/performance/', import.meta.url));
const kept = `${folder}curves.json`;

const connections = [1, 2, 4, 8, 16, 32, 64];
const sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

const processes = [1, 2, 3, 4];

/** @type {readonly ((rounds: number) => Promise<readonly Curves[]>)[]} */
const all = [overConnections, overStored, overProcesses];

/**
 * @typedef {object} Curves
 * @property {string} file name of the plot, without its ending
 * @property {string} title
 * @property {string} x label and unit
 * @property {string} y label and unit
 * @property {readonly { name: string, points: [number, number][] }[]} series
 */

export async function measureCurves(rounds) {
  const drawn = [];
  for (const measure of all) drawn.push(...(await measure(rounds)));
  mkdirSync(folder, { recursive: true });
  const facts = { at: new Date().toISOString().slice(0, 10), machine: machine(), rounds };
  writeFileSync(kept, `${JSON.stringify({ ...facts, curves: drawn }, undefined, 2)}\n`);
  drawKept();
  return drawn.flatMap(({ title, series }) =>
    series.map(({ name, points }) => {
      const [first, last] = [points[0][1], points.at(-1)[1]];
      return {
        what: `${title}, ${name}: last to first`,
        figure: last / first,
        ours: points.map(([, y]) => short(y)).join(' · '),
      };
    }),
  );
}

/** The plots anew from the figures that are kept. */
export function drawKept() {
  for (const curves of JSON.parse(readFileSync(kept, 'utf8')).curves)
    writeFileSync(`${folder}${curves.file}.svg`, plot(curves));
}

/** CreateEndDeviceControls, validated and answered but not stored, by ever more senders. */
async function overConnections(rounds) {
  const names = ['cimgate', 'node-soap', 'jaxws'].filter((name) => name !== 'jaxws' || missingPeer(name) === undefined);
  const servers = [];
  for (const name of names) servers.push(await start(name));
  for (const server of servers) await warmUntilSteady(server, small, { connections: 8, least: 10, messages: 60_000 });
  const series = servers.map(({ name }) => ({ name, points: [] }));
  for (const at of connections)
    for (const [which, points] of (await inTurnsAt(servers, small, at, rounds)).entries())
      series[which].points.push([at, points]);
  for (const server of servers) await server.stop();
  const title = 'CreateEndDeviceControls of 1.79 kB, not stored';
  return [{ file: 'connections', title, x: 'connections', y: 'messages per second', series }];
}

/** Median messages/s of each server with so many connections. */
async function inTurnsAt(servers, message, at, rounds) {
  const figures = servers.map(() => []);
  for (let round = 0; round < rounds; round++)
    for (const [which, server] of servers.entries())
      figures[which].push(await busy(server, message, { connections: at, seconds: 2 }));
  const rates = figures.map((list) => median(perSecond(list)));
  progress(`${at} connections: ${rates.map(short).join(', ')}`);
  return rates;
}

/** One meter's day got, and a thousand new readings taken, by a gateway that holds ever more of them. SQLite. */
async function overStored(rounds) {
  const server = await start('cimgate-readings');
  const [get, create] = [[], []];
  let taken = 0;
  for (const size of sizes) {
    const { stored, meters, days } = await server.ask(`fill ${size}`);
    const day = () => Math.floor(Math.random() * days);
    const asked = { path: '/soap/GetMeterReadings', body: () => getDay(1 + Math.floor(Math.random() * meters), day()) };
    const sent = { path: '/soap/SendMeterReadings', body: () => newReadings(++taken) };
    if (size === sizes[0])
      for (const message of [asked, sent]) await warmUntilSteady(server, message, { connections: 8, least: 10 });
    get.push([stored, await rateOf(server, asked, rounds)]);
    create.push([stored, (await rateOf(server, sent, rounds)) * 1_000]);
    progress(`${short(stored)} stored: ${short(get.at(-1)[1])} gets/s, ${short(create.at(-1)[1])} readings/s`);
  }
  await server.stop();
  const x = 'readings stored (SQLite)';
  return [
    {
      file: 'stored-get',
      title: 'Get of one meter’s day, 96 readings',
      x,
      y: 'messages per second',
      series: [{ name: 'cimgate', points: get }],
    },
    {
      file: 'stored-create',
      title: 'CreatedMeterReadings of 1,000 new readings, stored',
      x,
      y: 'readings per second',
      series: [{ name: 'cimgate', points: create }],
    },
  ];
}

/** Durable commands taken by ever more gateways over one PostgreSQL, by as many connections in all. */
async function overProcesses(rounds) {
  if (!(await havePostgres())) return [];
  const series = [];
  for (const [name, scheduled] of [
    ['for tomorrow', true],
    ['carried out', false],
  ]) {
    const points = [];
    for (const at of processes) {
      points.push([at, await rateOfProcesses(at, rounds, scheduled)]);
      progress(`${at} gateways, ${name}: ${short(points.at(-1)[1])}/s`);
    }
    series.push({ name, points });
  }
  const title = `CreateEndDeviceControls over PostgreSQL, ${connectionsOfAll} connections in all`;
  return [{ file: 'processes', title, x: 'gateways', y: 'messages per second', series }];
}

async function rateOf(server, message, rounds) {
  await busy(server, message, { connections: 8, seconds: 2 });
  const figures = [];
  for (let round = 0; round < rounds; round++)
    figures.push(await busy(server, message, { connections: 8, seconds: 2 }));
  return median(perSecond(figures));
}
