/** Servers measured in turns, and the rows of ratios that come of it. */
import { keepBusy } from './load.mjs';
import { cpuOf, median, startServer } from './measure.mjs';
import { isPeer, startPeer } from './peers.mjs';
import { short } from './report.mjs';

/** A server of bench/servers, or one of bench/peers. */
export const start = (name) => (isPeer(name) ? startPeer(name) : startServer(name));

/** Code is compiled while it runs: so many messages of a kind before any is counted, or so many seconds if those come first. */
const warm = { messages: 8_000, seconds: 12 };

export async function warmUp(server, message, connections) {
  const until = performance.now() + warm.seconds * 1000;
  for (let sent = 0; sent < warm.messages && performance.now() < until;)
    sent += (await keepBusy({ ...server, ...message, connections, seconds: 2 })).answered;
}

/** A compiler that is still at work shows in the CPU time of a message: warm is who was not cheaper than before by this much, so many times in a row. */
const still = 0.95;
const patience = 3;

/**
 * Warms a server up until a message no longer gets cheaper: at least `least` seconds and so many `messages`, at most `most` seconds.
 * A JVM compiles until it has seen tens of thousands of messages; who is ready sooner is not kept waiting.
 */
export async function warmUntilSteady(server, message, { connections, least = 4, messages = 0, most = 90 }) {
  const begun = performance.now();
  const spent = () => (performance.now() - begun) / 1000;
  let best = Infinity;
  let sent = 0;
  for (let idle = 0; spent() < least || (spent() < most && (idle < patience || sent < messages)); idle++) {
    const { answered, perMessage } = await busy(server, message, { connections, seconds: 2 });
    // a message may take longer than that as long as nothing is compiled: then the count has not begun
    if (perMessage < best * still || best === Infinity) idle = -1;
    best = Math.min(best, perMessage);
    sent += answered;
  }
  progress(`${server.name} warm after ${short(spent())} s, ${sent} messages: ${milli(best / 1000)}`);
}

/** One round: what was answered, and microseconds of the server's CPU for each message. */
export async function busy(server, message, { connections, seconds }) {
  const { result, cpu } = await cpuOf(server, () => keepBusy({ ...server, ...message, connections, seconds }));
  return { ...result, perMessage: cpu / result.answered };
}

/**
 * Servers in turns, one busy at a time: A B C A B C ... Gives per server the list of its rounds.
 * @param {(server: object, message: object, connections: number) => Promise<void>} [warmed] how a server is warmed up
 */
export async function inTurns(names, message, { rounds, connections, seconds = {}, warmed = warmUp }) {
  const servers = [];
  for (const name of names) servers.push(await start(name));
  for (const server of servers) await warmed(server, message, connections);
  const figures = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const server of servers) {
      const measured = await busy(server, message, { connections, seconds: seconds[server.name] ?? 2 });
      figures.get(server.name).push(measured);
      progress(`${server.name} round ${round + 1}: ${rate(measured.perSecond)}, ${milli(measured.perMessage / 1000)}`);
    }
  for (const server of servers) await server.stop();
  return figures;
}

/** A row of the ratio of two lists of rounds, each round with the one measured beside it. */
export function ratioRow(what, ours, peer, show, target) {
  const ratios = ours.map((value, i) => value / peer[i]);
  return {
    what,
    figure: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    target,
    ours: show(median(ours)),
    peer: show(median(peer)),
  };
}

export const perSecond = (rounds) => rounds.map((r) => r.perSecond);
export const rate = (value) => `${short(value)}/s`;
export const cpu = (rounds) => rounds.map((r) => r.perMessage / 1000);
export const milli = (value) => `${short(value)} ms`;

export function progress(text) {
  if (process.stderr.isTTY || process.env.BENCH_PROGRESS) console.error(`  ${text}`);
}
