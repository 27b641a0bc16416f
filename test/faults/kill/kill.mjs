/**
 * kill -9 at random times under load (security.md §5, faults 1 and 2): a gateway over an SQLite file takes asynchronous commands
 * from several callers, is killed and started again, and in the end every promise must have been kept:
 * I1 no acknowledged request is lost, I2 no command is carried out twice, I3 each gets exactly one final reply, I5 serving again in time.
 * `node test/faults/kill/kill.mjs --rounds 50 --seed 1` prints what it saw as JSON; exit code 1 when an invariant is broken.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { headEndServer } from './head-end-wire.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    callers: { type: 'string', default: '16' },
    longest: { type: 'string', default: '1500' },
  },
});
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

/** Correlation → MessageID → text of the final reply, for all that the receiver has answered OK. */
const finals = new Map();
const events = new Map();
const freed = [];
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
    const isFinal = text.includes('ResponseMessage');
    const kept = isFinal ? finals : events;
    const noun = isFinal ? 'EndDeviceControls' : 'EndDeviceEvents';
    kept.set(correlation, (kept.get(correlation) ?? new Map()).set(message, text));
    if (isFinal) freed.push(correlation);
    outgoing
      .writeHead(200, { 'content-type': 'text/xml; charset=utf-8' })
      .end(
        `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:${noun}ResponseMessage xmlns:m="http://iec.ch/TC57/2011/${noun}Message" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header><h:Verb>reply</h:Verb><h:Noun>${noun}</h:Noun></m:Header><m:Reply><h:Result>OK</h:Result></m:Reply></m:${noun}ResponseMessage></s:Body></s:Envelope>`,
      );
  });
});
await new Promise((resolve) => receiver.listen(0, '127.0.0.1', resolve));
const headEnd = await headEndServer({ random });

const folder = mkdtempSync(join(tmpdir(), 'cimgate-kill-'));
const config = join(folder, 'config.yaml');
writeFileSync(
  config,
  JSON.stringify({ replyEndpoints: [{ name: 'cis', url: `http://127.0.0.1:${receiver.address().port}/cis` }] }),
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

function envelope({ id, correlation, meter }) {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://iec.ch/TC57/2011/EndDeviceControlsMessage" xmlns:h="http://iec.ch/TC57/2011/schema/message" xmlns:c="http://iec.ch/TC57/2011/EndDeviceControls#"><s:Body><m:CreateEndDeviceControls><m:Header><h:Verb>create</h:Verb><h:Noun>EndDeviceControls</h:Noun><h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>cis</h:ReplyAddress><h:MessageID>${id}</h:MessageID><h:CorrelationID>${correlation}</h:CorrelationID></m:Header><m:Payload><c:EndDeviceControls><c:EndDeviceControl><c:issuerTrackingID>${correlation}</c:issuerTrackingID><c:EndDeviceControlType ref="3.31.0.23"/><c:EndDevices><c:Names><c:name>KILL-${String(meter).padStart(6, '0')}</c:name></c:Names></c:EndDevices></c:EndDeviceControl></c:EndDeviceControls></m:Payload></m:CreateEndDeviceControls></s:Body></s:Envelope>`;
}

function post(text) {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}/soap/ExecuteEndDeviceControls`,
      { method: 'POST', timeout: 10_000 },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() }));
      },
    );
    outgoing.setHeader('content-type', 'text/xml; charset=utf-8');
    outgoing.on('timeout', () => outgoing.destroy(new Error('timeout')));
    outgoing.on('error', reject);
    outgoing.end(text);
  });
}

/** Acknowledged: correlation → how often it had to be sent. */
const acknowledged = new Map();
const refused = [];
let running = true;
let sent = 0;
const free = Array.from({ length: meters }, (_, at) => at + 1);
const meterOf = new Map();

async function caller() {
  while (running) {
    for (const correlation of freed.splice(0)) {
      const meter = meterOf.get(correlation);
      if (meter !== undefined) free.push(meter);
      meterOf.delete(correlation);
    }
    const meter = free.shift();
    if (meter === undefined) {
      await pause(20);
      continue;
    }
    const number = ++sent;
    const correlation = `kill-${number}`;
    meterOf.set(correlation, meter);
    const text = envelope({ id: `message-${number}`, correlation, meter });
    for (let tries = 1; ; tries++) {
      try {
        const answer = await post(text);
        if (answer.status === 503) throw new Error('busy');
        if (/Result>OK</.test(answer.text)) acknowledged.set(correlation, tries);
        else if (/code>5\.1</.test(answer.text)) throw new Error('busy');
        else {
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

await start();
const callers = Array.from({ length: Number(values.callers) }, caller);
for (let round = 0; round < rounds && running; round++) {
  await pause(100 + random() * Number(values.longest));
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await exited(child);
  await start();
  if (process.stderr.isTTY || process.env.KILL_PROGRESS)
    console.error(
      `round ${round + 1}: ${acknowledged.size} acknowledged, ${finals.size} final, start ${Math.round(starts.at(-1))} ms`,
    );
}
running = false;
await Promise.all(callers);
const until = performance.now() + patience;
const open = () => [...acknowledged.keys()].filter((correlation) => !finals.has(correlation));
while (open().length > 0 && performance.now() < until) await pause(100);
await pause(2_000); // what comes now would come twice
child.removeAllListeners('exit');
child.kill('SIGTERM');
await exited(child);
receiver.closeAllConnections();
receiver.close();
headEnd.close();
rmSync(folder, { recursive: true, force: true });

const twice = [...headEnd.executions].filter(([, count]) => count > 1).map(([tracking]) => tracking);
const severalFinals = [...finals].filter(([, messages]) => messages.size > 1).map(([correlation]) => correlation);
const succeeded = [...finals.values()].filter((messages) => /Result>OK</.test([...messages.values()][0])).length;
const report = {
  rounds,
  sent,
  acknowledged: acknowledged.size,
  sentAgain: [...acknowledged.values()].filter((tries) => tries > 1).length,
  refused: refused.length,
  lost: open().length,
  executedTwice: twice.length,
  severalFinals: severalFinals.length,
  succeeded,
  events: events.size,
  longestStart: Math.round(Math.max(...starts)),
};
console.log(JSON.stringify(report));
if (refused.length > 0) console.error(refused[0].slice(0, 2_000));
for (const correlation of [...open(), ...twice, ...severalFinals].slice(0, 10)) console.error(`broken: ${correlation}`);
process.exitCode = report.lost + report.executedTwice + report.severalFinals + report.refused === 0 ? 0 : 1;
