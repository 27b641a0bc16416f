/**
 * kill -9 at named points (security.md §5, fault 1): a gateway kills itself at each of them, is started again, and every promise must have
 * been kept: no acknowledged request is lost, no device is commanded twice, each request gets exactly one final reply.
 * `node test/faults/kill/points.mjs [--only 'before commit,after ack']`: a line for each point; exit code 1 when a promise was broken or a
 * point was never come to. Needs `npm run build`.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { pause, seeded } from './chance.mjs';
import { headEndServer } from './head-end-wire.mjs';
import { replyReceiver } from './receiver.mjs';
import { nameOf, workloads } from './workloads.mjs';

const what = ['parse', 'audit write', 'commit', 'ack', 'claim', 'head end send', 'head end answer', 'result commit', 'outbox insert', 'POST', 'POST answer', 'mark delivered']; // prettier-ignore
export const points = what.flatMap((one) => [`before ${one}`, `after ${one}`]);

const requests = 6;
const devices = 2;
/** Milliseconds until all that was promised must be kept. */
const patience = 40_000;

/** A message for two devices: what is for one is claimed in the commit that takes it. */
function messageOf(number) {
  const [first, second] = [2 * number + 1, 2 * number + 2];
  const one = workloads.commands.message(number, [first]);
  return one.replace('</c:EndDeviceControl>', `<c:EndDevices><c:Names><c:name>${nameOf(second)}</c:name></c:Names></c:EndDevices></c:EndDeviceControl>`); // prettier-ignore
}

/** What was broken, a sentence each. */
async function killedAt(point) {
  const folder = mkdtempSync(join(tmpdir(), 'cimgate-point-'));
  const random = seeded('point');
  const replies = await replyReceiver({ random, work: workloads.commands, trouble: 0 });
  const headEnd = await headEndServer({ random, longest: 60 });
  const config = join(folder, 'config.yaml');
  const settings = { replyEndpoints: [{ name: 'cis', url: replies.url }], security: { audit: 'changes' } };
  writeFileSync(config, JSON.stringify(settings));
  const env = {
    PATH: process.env.PATH,
    KILL_HEAD_END_PORT: String(headEnd.port),
    KILL_METERS: '40',
    KILL_RECEIVER: new URL(replies.url).origin,
    CIMGATE_CONFIG: config,
    CIMGATE_PORT: '0',
    CIMGATE_STORE: `sqlite:${join(folder, 'kill.db')}`,
    CIMGATE_LOG: 'error',
  };
  let url;
  let deaths = 0;
  let child;
  let over = false;
  const broken = [];
  const start = (more) =>
    new Promise((resolve, reject) => {
      child = fork(fileURLToPath(new URL('point-gateway.mjs', import.meta.url)), [], { silent: true, env: { ...env, ...more } }); // prettier-ignore
      let said = '';
      child.stderr.on('data', (text) => (said += text));
      child.once('message', (message) => resolve((url = message.url)));
      child.once('exit', (code, signal) => {
        if (over) return;
        url = undefined;
        if (signal !== 'SIGKILL') reject(new Error(`the gateway ended with ${code ?? signal}: ${said}`));
        deaths++;
        start({}).then(resolve, reject);
      });
    });
  await start({ KILL_POINT: point });
  const acknowledged = new Set();
  const send = async (number) => {
    for (const until = performance.now() + patience; performance.now() < until; await pause(50)) {
      if (url === undefined) continue;
      try {
        const headers = { 'content-type': 'text/xml; charset=utf-8' };
        const answer = await fetch(`${url}/soap/ExecuteEndDeviceControls`, { method: 'POST', headers, body: messageOf(number) }); // prettier-ignore
        const text = await answer.text();
        if (/Result>OK</.test(text)) return void acknowledged.add(`kill-${number}`);
        broken.push(`kill-${number} was refused: ${text.slice(0, 400)}`);
        return;
      } catch {
        // killed: sent again
      }
    }
  };
  await Promise.all(Array.from({ length: requests }, (_, number) => send(number + 1)));
  const allOver = () => [...acknowledged].every((one) => replies.finals.has(one));
  for (const until = performance.now() + patience; performance.now() < until && !allOver();) await pause(50);
  await pause(700); // what comes now would come twice
  over = true;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
  replies.close();
  headEnd.close();
  rmSync(folder, { recursive: true, force: true });

  if (deaths !== 1) broken.push(`it was come to ${deaths} times`);
  if (acknowledged.size !== requests) broken.push(`${acknowledged.size} of ${requests} were acknowledged`);
  for (const one of acknowledged) {
    const finals = replies.finals.get(one)?.size ?? 0;
    if (finals !== 1) broken.push(`${one} has ${finals} final replies`);
    const done = headEnd.executions.get(one) ?? 0;
    if (done > devices) broken.push(`${one} was carried out ${done} times on ${devices} devices`);
    const texts = [...(replies.taken.get(one)?.values() ?? [])];
    const wrong = workloads.commands.wrongWith(texts);
    if (wrong === undefined && done !== devices)
      broken.push(`${one} is said to be OK and was carried out ${done} times`);
    if (wrong !== undefined && done === devices) broken.push(`${one} was carried out and is said to be ${wrong}`);
  }
  if (replies.changed.length > 0) broken.push(`messages that changed: ${replies.changed.join()}`);
  return broken;
}

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = values.only?.split(',') ?? points;
for (const point of chosen) {
  const begun = performance.now();
  const broken = points.includes(point) ? await killedAt(point) : ['there is no such point'];
  console.log(
    `${point}: ${broken.length === 0 ? 'kept' : 'BROKEN'} (${((performance.now() - begun) / 1000).toFixed(1)} s)`,
  );
  for (const one of broken) console.error(`broken: ${point}: ${one}`);
  if (broken.length > 0) process.exitCode = 1;
}
