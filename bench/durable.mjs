/** What "acknowledged after commit" costs, and how fast replies leave: commands over SQLite, and the outbox. */
import { createServer } from 'node:http';
import { cpuOf, median, startServer } from './measure.mjs';
import { keepBusy } from './load.mjs';
import { acceptControl, acknowledgement } from './messages.mjs';
import { short } from './report.mjs';

const path = '/soap/ExecuteEndDeviceControls';
const deliveries = 5_000;

/** Meters of the gateway that takes the commands: no meter gets a second one before the first is done. */
export const meters = 100_000;

/**
 * Commands for one gateway, or for those that share a store: each for the next meter.
 * @param {boolean} scheduled whether they are for tomorrow: then only what is acknowledged is measured, and no meter gets two
 * @returns {() => Buffer}
 */
export function commandsFor(scheduled) {
  let sent = 0;
  return () => {
    sent++;
    if (scheduled && sent > meters)
      throw new Error(`more than ${meters} commands for tomorrow: the bench needs more meters`);
    return acceptControl(sent, (sent % meters) + 1, scheduled);
  };
}

/** Asynchronous connects, each with a MessageID and a meter of its own; the outcome is kept to be fetched. */
export async function measureDurable(rounds) {
  return [await commands(rounds, false), await commands(Math.min(rounds, 3), true)];
}

/** @param {boolean} scheduled whether the commands are for tomorrow: then only what is acknowledged is measured */
async function commands(rounds, scheduled) {
  const servers = [await startServer('cimgate-commands'), await startServer('node-soap')].map((server, at) => ({
    ...server,
    body: commandsFor(scheduled && at === 0),
  }));
  const figures = new Map(servers.map(({ name }) => [name, []]));
  for (const server of servers) await keepBusy({ ...server, path, connections: 64, seconds: 4 });
  for (let round = 0; round < rounds; round++)
    for (const server of servers) {
      const load = { ...server, path, connections: 64, seconds: 3 };
      const { result, cpu } = await cpuOf(server, () => keepBusy(load));
      figures.get(server.name).push({ ...result, cpu: cpu / result.answered / 1000 });
    }
  const [gateway] = servers;
  const { open } = await gateway.ask('open');
  for (const server of servers) await server.stop();
  const [ours, soap] = servers.map(({ name }) => figures.get(name));
  const ratios = ours.map((round, at) => round.perSecond / soap[at].perSecond);
  const of = (list, key) => median(list.map((round) => round[key]));
  const what = scheduled ? 'CreateEndDeviceControls for tomorrow' : 'CreateEndDeviceControls';
  return {
    what: `${what}, acknowledged after commit (SQLite), 64 connections: messages/s to node-soap that stores nothing`,
    figure: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    ...(scheduled ? {} : { target: { least: 1 } }),
    ours: `${short(of(ours, 'perSecond'))}/s, p99 ${short(of(ours, 'p99'))} ms, CPU ${short(of(ours, 'cpu'))} ms; ${open} open at the end`,
    peer: `${short(of(soap, 'perSecond'))}/s, p99 ${short(of(soap, 'p99'))} ms, CPU ${short(of(soap, 'cpu'))} ms`,
  };
}

/** Replies that wait in the outbox, sent to a receiver in the process of the bench, which answers OK to each. */
export async function measureOutbox(rounds) {
  const rates = [];
  for (let round = 0; round < rounds; round++) {
    const seen = new Set();
    let all;
    const received = new Promise((resolve) => (all = resolve));
    const receiver = createServer((request, response) => {
      const chunks = [];
      request.on('data', (chunk) => chunks.push(chunk));
      request.on('end', () => {
        const id = /MessageID>([^<]+)</.exec(Buffer.concat(chunks).toString())?.[1];
        seen.add(id);
        response.setHeader('content-type', 'text/xml; charset=utf-8').end(acknowledgement(id));
        if (seen.size === deliveries) all();
      });
    });
    await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    process.env.BENCH_RECEIVER = `http://127.0.0.1:${receiver.address().port}/replies`;
    const server = await startServer('cimgate-outbox');
    await server.ask('fill');
    const begun = performance.now();
    await received;
    rates.push(deliveries / ((performance.now() - begun) / 1000));
    await server.stop();
    receiver.closeAllConnections();
    receiver.close();
  }
  return [
    {
      what: `outbox: replies/s to a local receiver, ${short(deliveries)} waiting, 8 connections`,
      figure: median(rates),
      spread: [Math.min(...rates), Math.max(...rates)],
      target: { least: 500 },
      ours: `${short(median(rates))}/s`,
    },
  ];
}
