/** The parts of the bench: each starts its servers, measures them in turns and gives rows of figures. */
import { measurePeersHundredThousand, measurePeersSmall, measurePeersThousand } from './beside-peers.mjs';
import { measureCurves } from './curves.mjs';
import { measureDurable, measureOutbox } from './durable.mjs';
import { measureMeters, measureReads, measureRestart } from './duty.mjs';
import { measureParseLimit } from './limits.mjs';
import { measureBulk, measureGet } from './master-data.mjs';
import { probe, sendSome } from './load.mjs';
import { cpuOf, longestStopOf, median, memoryOf, pause, peakMemoryOf, quantile, startServer } from './measure.mjs';
import { createdMeterReadings, readings, size, small } from './messages.mjs';
import { short } from './report.mjs';
import { measureSecured } from './secured.mjs';
import { measureMonth } from './month.mjs';
import { measureProcesses } from './processes.mjs';
import { measureStoredReadings } from './stored-readings.mjs';
import { measureBytes } from './stored-bytes.mjs';
import { startOnce } from './start.mjs';
import { cpu, inTurns, milli, perSecond, progress, rate, ratioRow } from './turns.mjs';

const MB = 2 ** 20;

async function measureSmall(rounds) {
  const names = ['cimgate', 'node-soap', 'node-soap-libxmljs2', 'empty-http'];
  const figures = await inTurns(names, small, { rounds, connections: 8 });
  const [ours, soap, validating, empty] = names.map((name) => figures.get(name));
  const what = `CreateEndDeviceControls ${size(small)}, 8 connections`;
  return [
    ratioRow(`${what}: messages/s to node-soap (no validation)`, perSecond(ours), perSecond(soap), rate, {
      least: 1.8,
    }),
    ratioRow(`${what}: messages/s to node-soap + libxmljs2`, perSecond(ours), perSecond(validating), rate, {
      least: 12,
    }),
    ratioRow(`${what}: CPU per message to an empty node:http`, cpu(ours), cpu(empty), milli, { most: 7 }),
    ratioRow(`${what}: CPU per message to node-soap`, cpu(ours), cpu(soap), milli),
    {
      what: `${what}: p50, beside node-soap`,
      ours: milli(median(ours.map((r) => r.p50))),
      peer: milli(median(soap.map((r) => r.p50))),
    },
    {
      what: `${what}: p99, beside node-soap`,
      ours: milli(median(ours.map((r) => r.p99))),
      peer: milli(median(soap.map((r) => r.p99))),
    },
  ];
}

async function measureThousand(rounds) {
  const message = readings(1_000);
  const names = ['cimgate', 'node-soap'];
  const figures = await inTurns(names, message, { rounds, connections: 8, seconds: { cimgate: 2, 'node-soap': 4 } });
  const [ours, soap] = names.map((name) => figures.get(name));
  const what = `MeterReadings of 1,000 readings ${size(message)}, 8 connections`;
  return [
    ratioRow(`${what}: messages/s to node-soap`, perSecond(ours), perSecond(soap), rate, { least: 5 }),
    ratioRow(`${what}: CPU per message to node-soap`, cpu(ours), cpu(soap), milli),
    {
      what: `${what}: p99, beside node-soap`,
      ours: milli(median(ours.map((r) => r.p99))),
      peer: milli(median(soap.map((r) => r.p99))),
    },
  ];
}

async function measureHundredThousand(rounds) {
  const message = readings(100_000);
  const what = `MeterReadings of 100,000 readings ${size(message)}, 2 connections`;
  const messages = { cimgate: 6, 'node-soap': 2 };
  const servers = [await startServer('cimgate'), await startServer('node-soap')];
  const [gateway] = servers;
  await pause(1_000);
  const idle = new Map();
  for (const server of servers) idle.set(server.name, await memoryOf(server));
  for (const server of servers) await sendSome({ ...server, ...message, connections: 2, messages: 2 });

  const rates = new Map(servers.map((server) => [server.name, []]));
  const peaks = new Map();
  for (let round = 0; round < rounds; round++)
    for (const server of servers) {
      const send = () => sendSome({ ...server, ...message, connections: 2, messages: messages[server.name] });
      const { result: measured, cpu: used } = await cpuOf(server, () => peakMemoryOf(server, send));
      const { result, peak } = measured;
      rates.get(server.name).push({ ...result, perMessage: used / result.answered });
      peaks.set(server.name, Math.max(peaks.get(server.name) ?? 0, peak));
      progress(`${server.name} round ${round + 1}: ${short(result.perSecond)}/s, peak ${short(peak / MB)} MB`);
    }

  // the same number of seconds with small messages only, then with the large ones beside them
  const smallOnes = { ...gateway, ...small, pause: 5 };
  const quiet = [];
  const busy = [];
  for (let round = 0; round < rounds; round++) {
    quiet.push(await withProbe(gateway, smallOnes, () => pause(2_000)));
    busy.push(
      await withProbe(gateway, smallOnes, () => sendSome({ ...gateway, ...message, connections: 2, messages: 4 })),
    );
    progress(`longest stop ${short(busy.at(-1).stop)} ms, without load ${short(quiet.at(-1).stop)} ms`);
  }
  const peerStop = await longestStopOf(servers[1], () =>
    sendSome({ ...servers[1], ...message, connections: 2, messages: 2 }),
  );
  for (const server of servers) await server.stop();

  const [ours, soap] = servers.map((server) => rates.get(server.name));
  const above = (name) => (peaks.get(name) - idle.get(name)) / MB;
  const stops = busy.map((b) => b.stop);
  const quietTimes = quiet.flatMap((q) => q.times);
  const busyTimes = busy.flatMap((b) => b.times);
  const latencies = (times) =>
    `${times.length} answered, p50 ${short(median(times))} ms, p99 ${short(quantile(times, 0.99))} ms, longest ${short(Math.max(...times))} ms`;
  return [
    ratioRow(`${what}: messages/s to node-soap`, perSecond(ours), perSecond(soap), rate, { least: 5 }),
    ratioRow(`${what}: CPU per message to node-soap`, cpu(ours), cpu(soap), milli),
    {
      what: `${what}: peak memory above idle, MB`,
      figure: above('cimgate'),
      target: { most: 200 },
      ours: `${short(above('cimgate'))} MB over ${short(idle.get('cimgate') / MB)}`,
      peer: `node-soap ${short(above('node-soap'))} MB over ${short(idle.get('node-soap') / MB)}`,
    },
    {
      what: `${what}: longest stop of the event loop, ms`,
      figure: Math.max(...stops),
      spread: [Math.min(...stops), Math.max(...stops)],
      target: { most: 50 },
      ours: `${short(Math.max(...stops))} ms; without large messages ${short(Math.max(...quiet.map((q) => q.stop)))} ms`,
      peer: `node-soap ${short(peerStop.stop)} ms`,
    },
    {
      what: 'small messages beside the large ones, one at a time',
      ours: latencies(busyTimes),
      peer: `the same gateway, nothing else: ${latencies(quietTimes)}`,
    },
  ];
}

/** The longest stop of the event loop and the latencies of small messages while something else is done. */
async function withProbe(server, smallOnes, work) {
  const stopProbe = probe(smallOnes);
  await pause(200);
  const { stop } = await longestStopOf(server, work);
  return { stop, times: await stopProbe() };
}

/** What storing costs: the whole gateway beside the one that stores nothing. Message ids are new each time, as a sender's are. */
async function measureStored(rounds) {
  const text = createdMeterReadings(1_000);
  let sent = 0;
  const parts = text.split('a7b0c1de-0001-4c7e-8f00-000000000001');
  const body = () => Buffer.from(parts.join(`a7b0c1de-0001-4c7e-8f00-${String(++sent).padStart(12, '0')}`));
  const names = ['cimgate-stored', 'cimgate'];
  const figures = await inTurns(names, { path: '/soap/SendMeterReadings', body }, { rounds, connections: 8 });
  const [stored, plain] = names.map((name) => perSecond(figures.get(name)));
  return [
    ratioRow(
      'MeterReadings of 1,000 readings, stored in SQLite: messages/s to the gateway that stores nothing',
      stored,
      plain,
      rate,
    ),
  ];
}

async function measureStart(rounds) {
  const times = [];
  for (let round = 0; round < rounds; round++) times.push((await startOnce(false)).ready / 1000);
  const figure = median(times);
  return [
    {
      what: 'cimgate serve: seconds from its start to the first 200 of /health/ready',
      figure,
      spread: [Math.min(...times), Math.max(...times)],
      target: { most: 3 },
      ours: `${short(figure)} s`,
    },
  ];
}

async function measureIdle() {
  const { memory } = await startOnce(true);
  const what = 'cimgate serve: memory when idle, MB';
  if (memory === undefined) return [{ what, skipped: 'only Linux tells it' }];
  return [{ what, figure: memory / MB, target: { most: 150 }, ours: `${short(memory / MB)} MB` }];
}

export const parts = {
  small: measureSmall,
  mr1k: measureThousand,
  mr100k: measureHundredThousand,
  stored: measureStored,
  bulk: measureBulk,
  get: measureGet,
  durable: measureDurable,
  secured: measureSecured,
  outbox: measureOutbox,
  reads: measureReads,
  restart: measureRestart,
  meters: measureMeters,
  processes: measureProcesses,
  stored100k: measureStoredReadings,
  month: measureMonth,
  start: measureStart,
  idle: measureIdle,
  'peers-small': measurePeersSmall,
  'peers-mr1k': measurePeersThousand,
  'peers-mr100k': measurePeersHundredThousand,
  'limits-parse': measureParseLimit,
  bytes: measureBytes,
  curves: measureCurves,
};
