/**
 * Sends mutated messages to a gateway over HTTP and judges every answer (fuzz/judge.mjs). Seeded: the same seed and number give the
 * same bytes. The gateway must live, end in order, and have logged no error of its own.
 *
 *   npm run fuzz -- [--messages 10000] [--seed 1] [--only NUMBER] [--settings FILE] [--secured] [--each 100000]
 *
 * --secured: every message bears a WS-Security header (fuzz/ws-security.yaml has the settings of a gateway that asks for one).
 * --each: after so many messages the gateway is stopped and another one started, since its store in memory grows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startGatewayUnderTest } from './fuzz/gateway.mjs';
import { complaintOf } from './fuzz/judge.mjs';
import { requestOf } from './fuzz/mutations.mjs';
import { goodMessage, originals, securedOriginals } from './fuzz/originals.mjs';

/** Milliseconds after which a message counts as unanswered. */
const patience = 60_000;
/** Messages under way at the same time. */
const abreast = 16;
/** More failures than these say nothing new. */
const enough = 20;

const { values: options } = parseArgs({
  options: {
    messages: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    settings: { type: 'string' },
    secured: { type: 'boolean', default: false },
    each: { type: 'string', default: '100000' },
  },
});
const seed = Number(options.seed);
const first = options.only === undefined ? 0 : Number(options.only);
const end = options.only === undefined ? Number(options.messages) : first + 1;
const settings = options.settings === undefined ? undefined : readFileSync(options.settings, 'utf8');

const tally = {};
const failures = [];
/** Told at once: a long run is looked at while it runs. */
function fail(what) {
  failures.push(what);
  console.error(what);
}
let slowest = { number: first, milliseconds: 0 };
let next = first;

/* eslint-disable no-control-regex -- these are what must not be there */
/** What a line of the log must be: JSON of its own, without signs that a terminal obeys, and no error. */
function lookAtLog(log) {
  for (const line of log.splice(0)) {
    if (/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/.test(line)) fail(`a line with raw signs in the log: ${JSON.stringify(line)}`); // prettier-ignore
    const { level } = JSON.parse(line);
    if (level === 'error') fail(`an error in the log: ${line.slice(0, 2000)}`);
  }
}

async function sendUntil(gateway, last) {
  while (next < last && failures.length < enough && gateway.running()) {
    const number = next++;
    const request = requestOf(seed, number, options.secured ? securedOriginals : originals);
    const begun = performance.now();
    const answer = await gateway.send(request, patience);
    const took = performance.now() - begun;
    if (took > slowest.milliseconds) slowest = { number, milliseconds: Math.round(took) };
    const wrong = complaintOf(request, answer, tally);
    if (options.only !== undefined) console.log(`${request.raw ?? request.body}\n${answer?.status} ${answer?.body}`);
    if (wrong !== undefined) {
      const file = join(tmpdir(), `cimgate-fuzz-${seed}-${number}.xml`);
      writeFileSync(file, request.raw ?? request.body);
      fail(`number ${number} of seed ${seed} (kept as ${file}) got ${wrong}`);
    }
    if (gateway.log.length > 1000) lookAtLog(gateway.log);
  }
}

const begun = performance.now();
while (next < end && failures.length < enough) {
  const gateway = await startGatewayUnderTest(settings);
  const last = Math.min(end, next + Number(options.each));
  await Promise.all(Array.from({ length: abreast }, () => sendUntil(gateway, last)));
  if (!gateway.running()) fail(`the gateway has ended by itself before number ${next}`);
  else {
    const good = { path: '/soap', headers: { 'Content-Type': 'text/xml' }, body: Buffer.from(goodMessage) };
    const answer = await gateway.send(good, patience);
    if (answer?.status !== 200) fail(`a good message got ${answer?.status} behind number ${next}`);
  }
  const code = await gateway.stop();
  if (code !== 0) fail(`the gateway ended with ${code}`);
  lookAtLog(gateway.log);
  if (last < end) console.error(`${next} messages, ${failures.length} failures, ${JSON.stringify(tally)}`);
}
const seconds = Math.round((performance.now() - begun) / 100) / 10;
console.log(
  JSON.stringify({
    messages: next - first,
    failures: failures.length,
    seconds,
    slowest,
    ...tally,
  }),
);
process.exitCode = failures.length > 0 ? 1 : 0;
