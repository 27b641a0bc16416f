/**
 * kill -9 at random times under load (security.md §5, faults 1 and 2): a gateway over an SQLite file takes work from several callers
 * (`--work commands`, `joined`, `reads`, `schedules`, `works` or `sets`: workloads.mjs), is killed and started again, and in the end every promise must have
 * been kept: I1 no acknowledged request is lost, I2 no command is carried out twice, I3 each gets exactly one final reply, with all its
 * parts, each of one content, I5 serving again in time. Who sends an answered message once more gets the same answer. Of an operation set
 * all is there or nothing, whenever one looks.
 * `node test/faults/kill/kill.mjs --work reads --rounds 50 --seed 1` prints what it saw as JSON; exit code 1 when an invariant is broken.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { headEndServer } from './head-end-wire.mjs';
import { workloads } from './workloads.mjs';

const { values } = parseArgs({
  options: {
    work: { type: 'string', default: 'commands' },
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    // more sets at a time than two are never done between two kills
    callers: { type: 'string' },
    longest: { type: 'string', default: '1500' },
  },
});
const work = workloads[values.work];
if (work === undefined) throw new Error(`--work is one of ${Object.keys(workloads).join(', ')}`);
const rounds = Number(values.rounds);
const meters = 1_000;
/** After the last kill, so long may it take until all that was promised is kept; milliseconds. */
const patience = 120_000;

/** Small, seeded: mulberry32. */
let state = Number(values.seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Correlation → MessageID → text, of all that the receiver has answered OK; and the correlations of which the last has come. */
const taken = new Map();
const finals = new Map();
const changed = [];
const freed = [];
/** Correlation → number of the message and its meters, of all that were sent. */
const begun = new Map();
function isOver(correlation) {
  const its = begun.get(correlation);
  if (work.isOver === undefined || its === undefined) return finals.has(correlation);
  return work.isOver([...(taken.get(correlation)?.values() ?? [])], its.meters, its.number);
}
const receiver = createServer((incoming, outgoing) => {
  const chunks = [];
  incoming.on('data', (chunk) => chunks.push(chunk));
  incoming.on('error', () => {});
  incoming.on('end', () => {
    const text = Buffer.concat(chunks).toString();
    const what = random();
    if (what < 0.03) return incoming.socket.destroy(); // taken, but the sender never knows
    if (what < 0.06) return outgoing.writeHead(503).end();
    const correlation = /CorrelationID>([^<]+)</.exec(text)?.[1];
    const message = /MessageID>([^<]+)</.exec(text)?.[1];
    const its = taken.get(correlation) ?? new Map();
    if (its.has(message) && its.get(message) !== text) changed.push(correlation);
    taken.set(correlation, its.set(message, text));
    if (work.isLast(text)) finals.set(correlation, (finals.get(correlation) ?? new Set()).add(message));
    if (isOver(correlation)) freed.push(correlation);
    const noun = 'EndDeviceEvents';
    outgoing
      .writeHead(200, { 'content-type': 'text/xml; charset=utf-8' })
      .end(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:${noun}ResponseMessage xmlns:m="http://iec.ch/TC57/2011/${noun}Message" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header><h:Verb>reply</h:Verb><h:Noun>${noun}</h:Noun></m:Header><m:Reply><h:Result>OK</h:Result></m:Reply></m:${noun}ResponseMessage></s:Body></s:Envelope>`,
      );
  });
});
await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const headEnd = await headEndServer({ random, longest: work.longest });

const folder = mkdtempSync(join(tmpdir(), 'cimgate-kill-'));
const config = join(folder, 'config.yaml');
writeFileSync(
  config,
  JSON.stringify({
    replyEndpoints: [{ name: 'cis', url: `http://127.0.0.1:${receiver.address().port}/cis` }],
    subscriptions: work.subscription === undefined ? [] : [work.subscription],
    ...work.settings,
  }),
);

let child;
let url;
const starts = [];
async function start() {
  const begun = performance.now();
  child = fork(fileURLToPath(new URL('gateway.mjs', import.meta.url)), [], {
    silent: true,
    env: {
      PATH: process.env.PATH,
      KILL_HEAD_END_PORT: String(headEnd.port),
      KILL_METERS: String(meters),
      CIMGATE_CONFIG: config,
      CIMGATE_PORT: '0',
      CIMGATE_STORE: `sqlite:${join(folder, 'kill.db')}`,
      CIMGATE_LOG: 'error',
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
  url = await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message.url));
    child.once('exit', (code, signal) => reject(new Error(`the gateway ended with ${code ?? signal}: ${said}`)));
  });
  starts.push(performance.now() - begun);
  return () => said;
}
const exited = (process_) =>
  new Promise((resolve) =>
    (process_.exitCode ?? process_.signalCode) === null ? process_.once('exit', resolve) : resolve(),
  );

function post(text) {
  return new Promise((resolve, reject) => {
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
      try {
        const answer = await post(text);
        if (answer.status === 503) throw new Error('busy');
        if (work.isAnswer?.(answer.text, number) ?? /Result>OK</.test(answer.text)) {
          const correlation = work.correlation(answer.text, number);
          acknowledged.set(correlation, { tries, meters: its, number });
          inUse.set(correlation, its);
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
  if (again !== before) otherwise.push(correlation);
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

await start();
const callers = Array.from({ length: Number(values.callers ?? (values.work === 'sets' ? 2 : 16)) }, caller);
for (let round = 0; round < rounds && running; round++) {
  await pause(100 + random() * Number(values.longest));
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await exited(child);
  await start();
  if (work.look !== undefined) for (let n = Math.max(1, sent - callers.length); n <= sent; n++) await look(n, false);
  if (process.stderr.isTTY || process.env.KILL_PROGRESS)
    console.error(
      `round ${round + 1}: ${acknowledged.size} acknowledged, ${finals.size} final, start ${Math.round(starts.at(-1))} ms`,
    );
}
running = false;
await Promise.all(callers);
const until = performance.now() + patience;
const open = () => [...acknowledged.keys()].filter((correlation) => !isOver(correlation));
while (open().length > 0 && performance.now() < until) await pause(100);
await pause(2_000); // what comes now would come twice
if (work.look !== undefined) for (const { number } of acknowledged.values()) await look(number, true);
child.removeAllListeners('exit');
child.kill('SIGTERM');
await exited(child);
receiver.closeAllConnections();
receiver.close();
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
  longestStart: Math.round(Math.max(...starts)),
};
console.log(JSON.stringify(report));
if (refused.length > 0) console.error(refused[0].slice(0, 2_000));
for (const one of [...open(), ...twice, ...severalFinals, ...changed, ...wrong, ...otherwise, ...inPart].slice(0, 10))
  console.error(`broken: ${one}`);
const { lost, executedTwice, severalFinals: several, changed: others, wrong: bad } = report;
const broken = [lost, executedTwice, neverAsked, several, others, bad, refused.length, otherwise.length, inPart.length];
process.exitCode = broken.every((count) => count === 0) ? 0 : 1;
