/** The gateway beside what a user would take instead: JAX-WS with schema validation, gSOAP, node-soap; and beside servers that do nothing. */
import { sendSome } from './load.mjs';
import { cpuOf, median, peakMemoryOf } from './measure.mjs';
import { readings, size, small } from './messages.mjs';
import { isPeer, missingPeer } from './peers.mjs';
import { short } from './report.mjs';
import { cpu, inTurns, milli, perSecond, progress, rate, ratioRow, start, warmUntilSteady } from './turns.mjs';

const MB = 2 ** 20;

/** Who is compared, in words for the table. */
const words = {
  jaxws: 'JAX-WS RI with @SchemaValidation',
  'jaxws-provider': 'JAX-WS RI, Provider with a validating JAXB unmarshaller',
  gsoap: 'gSOAP, strict (no XSD validator)',
  'node-soap': 'node-soap (no validation)',
  'empty-express': 'an empty express',
  'empty-http': 'an empty node:http',
};

/** What compiles late gets its time, a JVM the most; the others, once they are steady. */
const warmed =
  (connections, messages = 0) =>
  (server, message) => {
    if (server.name.startsWith('jaxws')) return warmUntilSteady(server, message, { connections, least: 10, messages });
    return warmUntilSteady(server, message, { connections, least: server.name === 'cimgate' ? 10 : 4 });
  };

/** Rows for the peers that are not here: what to install. */
function present(names) {
  const missing = names.filter((name) => isPeer(name) && missingPeer(name) !== undefined);
  return {
    names: names.filter((name) => !missing.includes(name)),
    skipped: (what) => missing.map((name) => ({ what: `${what}: ${words[name]}`, skipped: missingPeer(name) })),
  };
}

/** For each peer a ratio of CPU and one of messages/s; `targets` by the name of the peer. */
function ratios(what, figures, targets) {
  const ours = figures.get('cimgate');
  const others = [...figures].filter(([name]) => name !== 'cimgate');
  return others.flatMap(([name, peer]) => [
    ratioRow(`${what}: CPU per message to ${words[name]}`, cpu(ours), cpu(peer), milli, targets[name]?.cpu),
    ratioRow(`${what}: messages/s to ${words[name]}`, perSecond(ours), perSecond(peer), rate, targets[name]?.rate),
  ]);
}

export async function measurePeersSmall(rounds) {
  const what = `CreateEndDeviceControls ${size(small)}, 8 connections`;
  const peers = present(['cimgate', 'jaxws', 'gsoap', 'node-soap', 'empty-express', 'empty-http']);
  const figures = await inTurns(peers.names, small, { rounds, connections: 8, warmed: warmed(8, 60_000) });
  return [...ratios(what, figures, { jaxws: { cpu: { most: 0.75 } } }), ...peers.skipped(what)];
}

export async function measurePeersThousand(rounds) {
  const message = readings(1_000);
  const what = `MeterReadings of 1,000 readings ${size(message)}, 4 connections`;
  const peers = present(['cimgate', 'jaxws', 'gsoap', 'node-soap']);
  const figures = await inTurns(peers.names, message, { rounds, connections: 4, warmed: warmed(4) });
  return [...ratios(what, figures, { jaxws: { rate: { least: 1.5 } } }), ...peers.skipped(what)];
}

/** Two at a time: as many as there are cores, so that no peer is held to one. Warmed up with messages of a thousand, then with two of these. */
export async function measurePeersHundredThousand(rounds) {
  const message = readings(100_000);
  const what = `MeterReadings of 100,000 readings ${size(message)}, 2 connections`;
  const peers = present(['cimgate', 'jaxws', 'jaxws-provider', 'gsoap']);
  const load = { ...message, connections: 2 };
  const figures = new Map();
  const peaks = new Map();
  const servers = [];
  for (const name of peers.names) servers.push(await start(name));
  for (const server of servers) {
    await warmed(4)(server, readings(1_000));
    await sendSome({ ...server, ...load, messages: 2 });
    figures.set(server.name, []);
  }
  for (let round = 0; round < rounds; round++)
    for (const server of servers) {
      const send = () => peakMemoryOf(server, () => sendSome({ ...server, ...load, messages: 4 }));
      const { result: measured, cpu: used } = await cpuOf(server, send);
      const { answered } = measured.result;
      figures.get(server.name).push({ ...measured.result, perMessage: used / answered });
      peaks.set(server.name, measured.peak / MB);
      progress(`${server.name} round ${round + 1}: ${rate(measured.result.perSecond)}`);
    }
  for (const server of servers) await server.stop();
  const memory = servers.map(({ name }) => `${name} ${short(peaks.get(name))} MB`);
  return [
    ...ratios(what, figures, { jaxws: { rate: { least: 2 } }, 'jaxws-provider': { rate: { least: 2 } } }),
    ...peers.skipped(what),
    { what: `${what}: peak memory`, ours: memory[0], peer: memory.slice(1).join(', ') },
    {
      what: `${what}: readings/s`,
      ours: rate(median(perSecond(figures.get('cimgate'))) * 100_000),
      peer: servers
        .slice(1)
        .map(({ name }) => `${name} ${rate(median(perSecond(figures.get(name))) * 100_000)}`)
        .join(', '),
    },
  ];
}
