/**
 * `npm run guard`: fails when a message costs the gateway half as much again as it did, compared with servers measured in turns beside it.
 * CPU time of a server's process, not time that passes, and of each server its cheapest round: what else runs on the machine makes any of
 * them worse, never better. A change that makes the gateway cheaper is to lower the figures here.
 */
import { small, readings } from './messages.mjs';
import { lastWords, pause, startServer, stopAll } from './measure.mjs';
import { short } from './report.mjs';
import { busy } from './turns.mjs';

/** As on the machine where they were the highest: an empty server costs between a fourth and a seventh of the gateway (docs/performance.md). */
const figures = [
  { what: 'CPU of a small create to node-soap', message: 'small', peer: 'node-soap', figure: 0.6 },
  { what: 'CPU of a small create to an empty node:http', message: 'small', peer: 'empty-http', figure: 7 },
  { what: 'CPU of 1,000 readings to node-soap', message: 'thousand', peer: 'node-soap', figure: 0.14 },
];

/** So much worse than the figure is a failure. */
const tolerance = 1.5;

const messages = { small, thousand: readings(1_000) };

/** Rounds of a second for each server, the first of which warms up; more only while a bound is not kept. */
const rounds = { least: 3, most: 12 };

/** The ratios of one kind of message, of each server's cheapest round. */
async function measure(kind) {
  const asked = figures.filter(({ message }) => message === kind);
  const names = ['cimgate', ...asked.map(({ peer }) => peer)];
  const servers = await Promise.all(names.map((name) => startServer(name)));
  const cheapest = new Map(names.map((name) => [name, Infinity]));
  const rows = () =>
    asked.map(({ what, peer, figure }) => {
      const ratio = cheapest.get('cimgate') / cheapest.get(peer);
      return { what, ratio, bound: figure * tolerance, good: ratio <= figure * tolerance };
    });
  for (let round = 1; round <= rounds.least || (round <= rounds.most && !rows().every(({ good }) => good)); round++)
    for (const server of servers) {
      const { perMessage } = await busy(server, messages[kind], { connections: 4, seconds: 1 });
      if (round > 1) cheapest.set(server.name, Math.min(cheapest.get(server.name), perMessage));
    }
  for (const server of servers) await server.stop();
  return rows();
}

async function main() {
  for (const kind of Object.keys(messages))
    for (const { what, ratio, bound, good } of await measure(kind)) {
      console.log(`${good ? 'ok' : 'FAILED'}  ${what}: ${short(ratio)}, at most ${short(bound)}`);
      if (!good) process.exitCode = 1;
    }
}

try {
  await main();
} catch (error) {
  await pause(200);
  console.error([error.message, ...lastWords()].join('\n'));
  process.exitCode = 1;
} finally {
  stopAll();
}
