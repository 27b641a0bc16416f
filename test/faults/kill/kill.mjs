/**
 * kill -9 at random times under load (security.md §5, faults 1 and 2): gateways over one store take work from several callers
 * (`--work commands`, `joined`, `reads`, `schedules`, `works` or `sets`: workloads.mjs), are killed and started again, and in the end every promise must have
 * been kept: I1 no acknowledged request is lost, I2 no command is carried out twice, I3 each gets exactly one final reply, with all its
 * parts, each of one content, I5 serving again in time. Who sends an answered message once more gets the same answer. Of an operation set
 * all is there or nothing, whenever one looks.
 * `node test/faults/kill/kill.mjs --work reads --rounds 50 --seed 1` prints what it saw as JSON; exit code 1 when an invariant is broken.
 * One gateway over an SQLite file, or `--gateways 2` over a PostgreSQL of its own (`--store postgres`) or a given one
 * (`--store postgres://…`). `--victim gateway`, `database`, `both` or `any` says what is killed; a gateway of several stays down until the
 * others have brought to an end what it had acknowledged. `--device 2000` makes devices slow, so that more is under way.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pause, seeded } from './chance.mjs';
import { ownPostgres } from './database.mjs';
import { gatewaysOf } from './gateways.mjs';
import { headEndServer } from './head-end-wire.mjs';
import { replyReceiver } from './receiver.mjs';
import { workloads } from './workloads.mjs';

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: 'commands' },
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    // more sets at a time than two are never done between two kills
    callers: { type: 'string' },
    longest: { type: 'string', default: '1500' },
    gateways: { type: 'string', default: '1' },
    store: { type: 'string', default: 'sqlite' },
    victim: { type: 'string', default: 'gateway' },
    // milliseconds that a device takes at the most
    device: { type: 'string' },
    // share of the replies that the receiver loses, and as many that it refuses: each costs a second, the next two, then four
    trouble: { type: 'string', default: '0.03' },
  },
});
const work = workloads[values.work];
if (work === undefined) throw new Error(`--work is one of ${Object.keys(workloads).join(', ')}`);
const victims = { gateway: ['gateway'], database: ['database'], both: ['both'], any: ['gateway', 'database', 'both'] };
if (!(values.victim in victims)) throw new Error(`--victim is one of ${Object.keys(victims).join(', ')}`);
if (values.victim !== 'gateway' && values.store !== 'postgres')
  throw new Error('a database is killed only if it is ours: --store postgres');
const rounds = Number(values.rounds);
const several = Number(values.gateways) > 1;
const meters = 1_000;
/** After the last kill, so long may it take until all that was promised is kept; milliseconds. */
const patience = 120_000;
/** Longest time until messages are acknowledged again, and until others have ended what a dead one had in hand. */
const limits = { serving: 5_000, takeover: 10_000 };

const random = seeded(values.seed);
const replies = await replyReceiver({ random, work, trouble: Number(values.trouble) });
const { taken, finals, changed, freed, begun, isOver } = replies;
const headEnd = await headEndServer({
  random,
  longest: values.device === undefined ? work.longest : Number(values.device),
});

const folder = mkdtempSync(join(tmpdir(), 'cimgate-kill-'));
const config = join(folder, 'config.yaml');
writeFileSync(
  config,
  JSON.stringify({
    replyEndpoints: [{ name: 'cis', url: replies.url }],
    subscriptions: work.subscription === undefined ? [] : [work.subscription],
    ...work.settings,
  }),
);
const database = values.store === 'postgres' ? await ownPostgres() : undefined;
const gateways = gatewaysOf({
  count: Number(values.gateways),
  env: {
    PATH: process.env.PATH,
    KILL_HEAD_END_PORT: String(headEnd.port),
    KILL_METERS: String(meters),
    CIMGATE_CONFIG: config,
    CIMGATE_PORT: '0',
    CIMGATE_STORE: database?.url ?? (values.store === 'sqlite' ? `sqlite:${join(folder, 'kill.db')}` : values.store),
    CIMGATE_LOG: 'error',
  },
});

function post(text) {
  return new Promise((resolve, reject) => {
    const url = gateways.addressBy(random());
    if (url === undefined) return reject(new Error('there is no gateway'));
    const outgoing = request(`${url}/soap/${work.path}`, { method: 'POST', timeout: 10_000 }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
    });
    outgoing.setHeader('content-type', 'text/xml; charset=utf-8');
    outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** Who waits for the next acknowledgement of a message sent from then on. */
const waiting = new Set();
function acknowledgedAgain() {
  const since = performance.now();
  return new Promise((resolve) => waiting.add({ since, resolve }));
}
function noteAcknowledgement(sentAt) {
  for (const one of waiting)
    if (sentAt >= one.since) {
      waiting.delete(one);
      one.resolve(performance.now() - one.since);
    }
}

/** Acknowledged: correlation → how often it had to be sent, and its meters. */
const acknowledged = new Map();
const refused = [];
let tooLate = 0;
let running = true;
let sent = 0;
/** Answers to repetitions that were not those given before, and sets of which a part was there. */
const otherwise = [];
const inPart = [];
let repeated = 0;
let looks = 0;
/** Meters with nothing to do, and those of what is under way. */
const free = Array.from({ length: meters }, (_, at) => at + 1);
const inUse = new Map();

async function caller() {
  while (running) {
    for (const correlation of freed.splice(0)) {
      free.push(...(inUse.get(correlation) ?? []));
      inUse.delete(correlation);
    }
    if (free.length < work.meters) {
      await pause(20);
      continue;
    }
    const its = free.splice(0, work.meters);
    const number = ++sent;
    const text = work.message(number, its);
    if (work.isOver !== undefined) begun.set(work.correlation('', number), { number, meters: its });
    for (let tries = 1; ; tries++) {
      const sentAt = performance.now();
      try {
        const answer = await post(text);
        if (answer.status === 503) throw new Error('busy');
        if (work.isAnswer?.(answer.text, number) ?? /Result>OK</.test(answer.text)) {
          const correlation = work.correlation(answer.text, number);
          acknowledged.set(correlation, { tries, meters: its, number });
          inUse.set(correlation, its);
          noteAcknowledgement(sentAt);
          if (isOver(correlation)) freed.push(correlation); // its end was quicker than its acknowledgement
          if (random() < 0.2) await repeat(text, answer.text, correlation);
        } else if (/code>5\.1</.test(answer.text)) throw new Error('busy');
        else if (work.isTooLate?.(answer.text)) {
          tooLate++;
          free.push(...its);
        } else {
          refused.push(answer.text);
          running = false; // what is refused proves nothing
        }
        break;
      } catch {
        await pause(50); // sent again until it is answered, as a careful caller does
      }
    }
  }
}

/** Sends a message once more that was answered: the answer is the same, byte for byte. */
async function repeat(text, before, correlation) {
  const again = await persistently(text);
  repeated++;
  if (again === before) return;
  const at = [...before].findIndex((sign, place) => sign !== again[place]);
  const from = Math.max(0, at - 100);
  otherwise.push(`${correlation}: ${before.slice(from, at + 400)}\n  and then ${again.slice(from, at + 400)}`);
}

async function persistently(text) {
  for (;;) {
    const answer = await post(text).catch(() => undefined);
    if (answer?.status !== undefined && answer.status !== 503 && !/code>5\.1</.test(answer.text)) return answer.text;
    await pause(50);
  }
}

async function look(number, ended) {
  const wrong = work.wrongWithLook(await persistently(work.look(number)), number, ended);
  looks++;
  if (wrong !== undefined) inPart.push(wrong);
}

const open = () => [...acknowledged.keys()].filter((correlation) => !isOver(correlation));

/** Milliseconds from the end of a round's damage to the next acknowledgement, and until what was acknowledged is over. */
const servings = [];
const takeovers = [];
/** Kills one of the gateways, the database, or both, and makes good what the gateways cannot. */
async function strike(victim) {
  const at = victim === 'database' ? undefined : Math.floor(random() * Number(values.gateways));
  const before = open();
  if (at !== undefined) await gateways.kill(at);
  if (victim !== 'gateway') {
    await database.kill();
    await pause(random() * 1_000);
    await database.start();
  }
  const since = performance.now();
  const again = acknowledgedAgain();
  if (at !== undefined && several) {
    const limit = since + 2 * limits.takeover;
    while (before.some((correlation) => !isOver(correlation)) && performance.now() < limit) await pause(20);
    takeovers.push(performance.now() - since);
  }
  if (at !== undefined) await gateways.start(at);
  servings.push(await Promise.race([again, pause(2 * limits.takeover).then(() => 2 * limits.takeover)]));
}

await gateways.startAll();
const callers = Array.from({ length: Number(values.callers ?? (values.work === 'sets' ? 2 : 16)) }, caller);
for (let round = 0; round < rounds && running; round++) {
  await pause(100 + random() * Number(values.longest));
  const kinds = victims[values.victim];
  const victim = kinds[Math.floor(random() * kinds.length)];
  await strike(victim);
  if (work.look !== undefined) for (let n = Math.max(1, sent - callers.length); n <= sent; n++) await look(n, false);
  if (process.stderr.isTTY || process.env.KILL_PROGRESS)
    console.error(
      `round ${round + 1}, ${victim}: ${acknowledged.size} acknowledged, ${finals.size} final, serving ${Math.round(servings.at(-1))} ms, takeover ${Math.round(takeovers.at(-1) ?? 0)} ms`,
    );
}
running = false;
await Promise.all(callers);
const until = performance.now() + patience;
while (open().length > 0 && performance.now() < until) await pause(100);
await pause(2_000); // what comes now would come twice
if (work.look !== undefined) for (const { number } of acknowledged.values()) await look(number, true);
await gateways.stopAll();
await database?.close();
replies.close();
headEnd.close();
rmSync(folder, { recursive: true, force: true });

const twice = [...headEnd.executions].filter(([, count]) => count > 1).map(([tracking]) => tracking);
const severalFinals = [...finals].filter(([, messages]) => messages.size > 1).map(([correlation]) => correlation);
const wrong = [...acknowledged].flatMap(([correlation, { meters: its, number }]) => {
  const texts = [...(taken.get(correlation)?.values() ?? [])];
  const said = isOver(correlation) ? work.wrongWith(texts, its, number) : undefined;
  return said === undefined ? [] : [`${correlation}: ${said}`];
});
// a command for each message at the most, also for those whose acknowledgement was lost
const neverAsked =
  work.wrongExecutions?.(
    headEnd.executions,
    [...acknowledged.values()].map(({ number }) => number),
  ).length ?? (work.executes ? Math.max(0, headEnd.executions.size - sent) : 0);
const longest = (times) => Math.round(Math.max(0, ...times));
const report = {
  work: values.work,
  rounds,
  sent,
  acknowledged: acknowledged.size,
  sentAgain: [...acknowledged.values()].filter(({ tries }) => tries > 1).length,
  refused: refused.length,
  tooLate,
  lost: open().length,
  executed: headEnd.executions.size,
  executedTwice: twice.length,
  neverAsked,
  severalFinals: severalFinals.length,
  changed: changed.length,
  wrong: wrong.length,
  repeated,
  otherwise: otherwise.length,
  ...(work.look === undefined ? {} : { looks, inPart: inPart.length }),
  messages: [...taken.values()].reduce((sum, { size }) => sum + size, 0),
  longestStart: longest(gateways.starts),
  longestServing: longest(servings),
  ...(several ? { longestTakeover: longest(takeovers) } : {}),
};
console.log(JSON.stringify(report));
if (refused.length > 0) console.error(refused[0].slice(0, 2_000));
for (const one of [...open(), ...twice, ...severalFinals, ...changed, ...wrong, ...otherwise, ...inPart].slice(0, 10))
  console.error(`broken: ${one}`);
const late = several && (report.longestServing > limits.serving || report.longestTakeover > limits.takeover);
if (late) console.error(`broken: not in time, at the most ${JSON.stringify(limits)} ms`);
const { lost, executedTwice, severalFinals: more, changed: others, wrong: bad } = report;
const broken = [lost, executedTwice, neverAsked, more, others, bad, refused.length, otherwise.length, inPart.length];
if (broken.some((count) => count > 0) || late) process.exitCode = 1;
