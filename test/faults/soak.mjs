/**
 * `npm run soak -- --minutes 60`: a gateway under steady mixed traffic, and whether anything in it grows: memory, descriptors, threads,
 * requests that are open, deliveries that wait, jobs. A command of its own: `npm test` does not run it. Needs `npm run build`.
 * `--rate` messages a second (20), `--store sqlite|postgres` (TEST_POSTGRES names the database), `--out` a file for the samples as CSV,
 * `--fill` minutes before that of the same traffic four times as fast: what is remembered, up to 10,000 commands and 50,000 devices
 * of reads, is full behind 11 minutes of it. Memory is read once a minute, when garbage has been collected.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { acceptControl, createMeters, getMeter, newReadings, readManyMeters } from '../../bench/messages.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    rate: { type: 'string', default: '20' },
    store: { type: 'string', default: 'sqlite' },
    out: { type: 'string' },
    fill: { type: 'string' },
  },
});
const minutes = Number(values.minutes);
const rate = Number(values.rate);
const meters = 2_000;
/** Minutes before the first figure counts: compiled code, pools and what is remembered are filled by then. */
const fill = values.fill === undefined ? Math.min(12, minutes / 4) : Number(values.fill);
/** How much faster the traffic is meanwhile. */
const haste = 4;
/** What may be said to be level: the last third against the first behind the warming up. */
const most = { heap: 1.05, rss: 1.05, handles: 1.1, threads: 1, open: 1.5 };

const folder = mkdtempSync(join(tmpdir(), 'cimgate-soak-'));
const store =
  values.store === 'postgres'
    ? (process.env.TEST_POSTGRES ?? 'postgres://test@127.0.0.1:5432/test')
    : `sqlite:${join(folder, 'soak.db')}`;
const root = fileURLToPath(new URL('../..', import.meta.url));
const memory = new URL('soak-memory.mjs', import.meta.url).href;
const gateway = spawn(process.execPath, ['--disable-proto=delete', '--import', memory, 'bin/cimgate.js', 'serve'], {
  cwd: root,
  env: {
    ...process.env,
    CIMGATE_STORE: store,
    CIMGATE_PORT: '0',
    CIMGATE_SIM_METERS: String(meters),
    CIMGATE_LOG: 'error',
  },
  stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
});
const url = await new Promise((resolve, reject) => {
  let said = '';
  gateway.stdout.on('data', (text) => {
    said += text;
    const found = /http:\S+?(?=\/soap)/.exec(said)?.[0];
    if (found !== undefined) resolve(found);
  });
  gateway.once('exit', (code) => reject(new Error(`the gateway ended with ${code}`)));
});

let n = 0;
let large = 0;
/** One of each, in turns; every one must be answered, and all but the wrong one well. */
const kinds = [
  () => ['/soap/ExecuteEndDeviceControls', acceptControl(++n, (n % meters) + 1)],
  () => ['/soap/GetMeterConfig', getMeter(`SIM-${String((++n % meters) + 1).padStart(6, '0')}`)],
  () => ['/soap/ExecuteEndDeviceControls', acceptControl(++n, (n % meters) + 1)],
  () => ['/soap/GetMeterConfig', getMeter(`SIM-${String((++n % meters) + 1).padStart(6, '0')}`)],
  () => ['/soap/ExecuteEndDeviceControls', acceptControl(++n, (n % meters) + 1)],
  () => ['/soap/GetMeterConfig', Buffer.from('<wrong>', 'utf8'), true],
];
const rare = [
  () => ['/soap/SendMeterReadings', newReadings(++large)],
  () => ['/soap/GetMeterReadings', readManyMeters(`soak-${++large}`, 200)],
  () => ['/soap/ExecuteMeterConfig', createMeters(`soak-${++large}`, large * 100, 50)],
];
const told = { sent: 0, lost: 0, wrong: 0 };
/** Fewer connections than `limits.connectionsPerPeer`: when a disk stands still for some seconds, messages wait here and not there. */
const agent = new Agent({ keepAlive: true, maxSockets: 50 });
function post(to, headers, body) {
  return new Promise((resolve, reject) => {
    const asked = request(to, { method: 'POST', agent, headers, signal: AbortSignal.timeout(60_000) }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('end', () => resolve(text)).on('error', reject);
    });
    asked.on('error', reject).end(body);
  });
}
async function send([path, body, isWrong = false]) {
  told.sent++;
  try {
    const headers = { 'Content-Type': 'text/xml; charset=utf-8' };
    const text = await post(url + path, headers, body);
    if (!isWrong && !/Result>(OK|PARTIAL)</.test(text)) {
      if (told.wrong++ < 5) console.error(text.slice(0, 600));
    }
  } catch (error) {
    told.lost++;
    console.error(`${new Date().toISOString()} lost: ${error.code ?? ''} ${error.message}`);
  }
}

const status = (name) => {
  const line = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${gateway.pid}/status`, 'utf8'));
  return Number(line?.[1]);
};
/** Bytes in use, when garbage has been collected. */
const collected = () =>
  new Promise((resolve) => {
    gateway.once('message', resolve);
    gateway.send('memory');
  });
async function sample(minute) {
  const api = async (path) => (await fetch(`${url}/api/v1${path}`)).json();
  const { requests } = await api('/requests?state=open&limit=1000');
  const { endpoints } = await api('/deliveries/depth');
  return {
    minute,
    heap: (await collected()) / 1024 ** 2,
    rss: status('VmRSS') / 1024,
    handles: readdirSync(`/proc/${gateway.pid}/fd`).length,
    threads: status('Threads'),
    open: requests.length,
    waiting: endpoints.reduce((sum, { waiting }) => sum + waiting, 0),
  };
}

const samples = [];
const begun = Date.now();
const end = begun + (fill + minutes) * 60_000;
let next = begun;
let tick = 0;
const flying = new Set();
const launch = (message) => {
  const going = send(message).finally(() => flying.delete(going));
  flying.add(going);
};
while (Date.now() < end) {
  launch(kinds[tick % kinds.length]());
  // a large one of each kind every ten seconds
  if (tick % (rate * 10) === 0) for (const one of rare) launch(one());
  tick++;
  if (Date.now() - begun >= samples.length * 60_000) samples.push(await sample((Date.now() - begun) / 60_000));
  next += 1000 / (next - begun < fill * 60_000 ? rate * haste : rate);
  await pause(Math.max(0, next - Date.now()));
}
await Promise.all(flying);
agent.destroy();
gateway.kill('SIGTERM');
const code = await new Promise((resolve) => gateway.once('exit', resolve));
rmSync(folder, { recursive: true, force: true });

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
const counted = samples.filter(({ minute }) => minute >= fill);
const third = Math.floor(counted.length / 3);
const [first, last] = [counted.slice(0, third), counted.slice(-third)];
/** By least squares, in units an hour. */
const slope = (key) => {
  const x = median(counted.map(({ minute }) => minute));
  const mean = counted.reduce((sum, one) => sum + one[key], 0) / counted.length;
  const up = counted.reduce((sum, one) => sum + (one.minute - x) * (one[key] - mean), 0);
  return (up / counted.reduce((sum, { minute }) => sum + (minute - x) ** 2, 0)) * 60;
};
console.log(`${minutes} minutes, ${told.sent} messages, ${told.lost} lost, ${told.wrong} answered badly, exit ${code}`);
let bad = told.lost + told.wrong + (code === 0 ? 0 : 1);
for (const key of ['heap', 'rss', 'handles', 'threads', 'open', 'waiting']) {
  const [a, b] = [median(first.map((one) => one[key])), median(last.map((one) => one[key]))];
  const grows = most[key] !== undefined && b > a * most[key] + 2;
  if (grows) bad++;
  console.log(`${key}: ${a.toFixed(1)} -> ${b.toFixed(1)}, ${slope(key).toFixed(1)} an hour${grows ? '  GROWS' : ''}`);
}
if (values.out !== undefined)
  writeFileSync(
    values.out,
    ['minute,heap,rss,handles,threads,open,waiting', ...samples.map((one) => Object.values(one).join())].join('\n'),
  );
process.exitCode = bad === 0 ? 0 : 1;
