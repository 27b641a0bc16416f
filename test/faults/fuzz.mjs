/**
 * Sends mutated messages to the SOAP endpoint of a whole gateway in this process and checks every answer: it comes, it is
 * well-formed, and it is not the confession of a fault of our own. Seeded: the same seed and number give the same bytes.
 *
 *   node test/faults/fuzz.mjs [--count 10000] [--seed 1] [--only NUMBER]
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { XmlDocument } from 'libxml2-wasm';
import { loadConfig } from '../../dist/config.js';
import { openLog } from '../../dist/log.js';
import { startGateway, wsdlFolder } from '../../dist/main.js';
import { soapEndpoint } from '../../dist/soap/endpoint.js';

/** Milliseconds after which a message counts as unanswered. */
const patience = 60_000;
/** Messages under way at the same time. */
const abreast = 8;

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const originals = readdirSync(examples)
  .filter((file) => file.endsWith('.xml'))
  .sort()
  .map((file) => readFileSync(join(examples, file), 'utf8'));
originals.push(
  ...originals.map((text) =>
    text.replace('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
  ),
);

/** Random numbers from a seed (mulberry32): `next(n)` is a whole number below n. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const snippets = [
  '<', '>', '/>', '</', '&', ';', '"', "'", '=', '\0', '\u{fffe}', '\ud800', '\u{1f600}', '\u2028', '<!--', '-->', '<![CDATA[', ']]>',
  '<!DOCTYPE x [<!ENTITY e "v">]>', '&e;', '&#0;', '&#x110000;', '&#65;', '<?x y?>', '<?xml version="1.0"?>', ' xmlns=""', ' xmlns:obj="urn:x"',
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"', ' xsi:type="obj:Meter"', ' id="__proto__"', '<__proto__/>',
  '<soap:Header><a:b xmlns:a="urn:a" soap:mustUnderstand="1"/></soap:Header>', '<x xmlns="urn:x">y</x>', '\t\r\n', '  ', '\ufeff',
]; // prettier-ignore

const values = [
  '', ' ', '0', '-1', '1e999', 'NaN', 'INF', '0x10', '00000000000000000001', '9'.repeat(400), 'true', 'false', '__proto__', 'constructor', '*', '3.31.0.23', '3.26.0.85',
  '3.*.*.*', '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0', '1.2.3', '2026-02-30T00:00:00Z', '2026-11-22T24:00:00Z', '0000-01-01T00:00:00',
  '9999-12-31T23:59:60+14:00', '-0001-01-01T00:00:00Z', '2026-11-22', 'SIM-000001', 'SIM-000002', 'NO-SUCH', 'create', 'get', 'change', 'delete', 'PARTIAL', "'; drop table objects; --", '%00', '\u{1f600}',
  'http://127.0.0.1:1/', 'headEnd', 'stored', 'PRODUCTION', 'TESTING',
]; // prettier-ignore

/** Places of whole elements without children, and of any start tag: found by pattern, good enough for a fuzzer. */
const leaf = /<([\w:.-]+)([^<>]*)>([^<>]*)<\/\1>/g;
const tag = /<([\w:.-]+)([^<>]*)>/g;

const pick = (random, list) => list[random(list.length)];
const match = (random, text, pattern) => {
  const all = [...text.matchAll(pattern)];
  return all.length === 0 ? undefined : pick(random, all);
};
const splice = (text, at, length, added) => text.slice(0, at) + added + text.slice(at + length);
const span = (random, text) => {
  const at = random(text.length + 1);
  return [at, Math.min(text.length - at, random(random(20) === 0 ? 2000 : 40))];
};

const mutations = [
  (random, text) => splice(text, random(text.length + 1), 0, pick(random, snippets)),
  (random, text) =>
    splice(text, random(text.length + 1), 1, String.fromCharCode(random(random(4) === 0 ? 0x10000 : 128))),
  (random, text) => splice(text, ...span(random, text), ''),
  (random, text) => {
    const [at, length] = span(random, text);
    return splice(text, at, 0, text.slice(at, at + length).repeat(1 + random(3)));
  },
  (random, text) => {
    const [from, length] = span(random, text);
    return splice(text, random(text.length + 1), 0, text.slice(from, from + length));
  },
  (random, text) => text.slice(0, random(text.length + 1)),
  (random, text) => {
    const other = pick(random, originals);
    return text.slice(0, random(text.length + 1)) + other.slice(random(other.length));
  },
  // the others keep the document well-formed, so that they reach validation and the services
  ...Array(3).fill((random, text) => {
    const found = match(random, text, leaf);
    if (!found) return text;
    const value = pick(random, values).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    return splice(text, found.index, found[0].length, `<${found[1]}${found[2]}>${value}</${found[1]}>`);
  }),
  (random, text) => {
    const found = match(random, text, leaf);
    return found ? splice(text, found.index, found[0].length, found[0].repeat(random(4))) : text;
  },
  (random, text) => {
    const found = match(random, text, leaf);
    const other = match(random, pick(random, originals), leaf);
    return found && other ? splice(text, found.index, found[0].length, other[0]) : text;
  },
  (random, text) => {
    const found = match(random, text, tag);
    const other = match(random, pick(random, originals), tag);
    return found && other ? text.replaceAll(found[1], other[1]) : text;
  },
  (random, text) => {
    const found = match(random, text, / ref="([^"]*)"/g);
    return found
      ? splice(text, found.index, found[0].length, ` ref="${pick(random, values).replace(/[<&"]/g, '')}"`)
      : text;
  },
  (random, text) => {
    const found = match(random, text, /<obj:(EndDevice|Meter|EndDevices|ReadingType|TimeSchedule)>.*?<\/obj:\1>/gs);
    return found ? splice(text, found.index, 0, found[0].repeat(1 + random(random(50) === 0 ? 300 : 5))) : text;
  },
];

const charsets = ['', '; charset=utf-8', '; charset=UTF-16', '; charset=iso-8859-1'];

/** The request with this number. */
export function requestOf(seed, number) {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  let text = pick(random, originals);
  for (let i = 1 + random(4); i > 0; i--) text = pick(random, mutations)(random, text);
  const kind = random(40);
  let bytes = Buffer.from(kind === 0 ? `\ufeff${text}` : text, kind < 2 ? 'utf16le' : 'utf8');
  if (kind === 2)
    for (let i = random(8); i >= 0 && bytes.length > 0; i--) bytes[random(bytes.length)] ^= 1 << random(8);
  if (kind === 3 && bytes.length < 20_000) bytes = Buffer.concat([bytes, Buffer.alloc(random(300_000), ' ')]);
  const soap12 = text.includes('2003/05/soap-envelope');
  const type = (random(20) === 0) !== soap12 ? 'application/soap+xml' : 'text/xml';
  // memory of its own: large bodies are handed to a thread
  const body = Buffer.from(new ArrayBuffer(bytes.length));
  bytes.copy(body);
  return {
    body,
    contentType: type + (random(10) === 0 ? pick(random, charsets) : ''),
    soapAction: random(10) === 0 ? pick(random, values) : undefined,
    service:
      random(10) === 0
        ? pick(random, ['ExecuteEndDeviceControls', 'GetMeterReadings', 'ExecuteMeterConfig'])
        : undefined,
  };
}

/** What is wrong with an answer, undefined when nothing is. */
function complaint(answer) {
  if (![200, 400, 415, 500].includes(answer.status)) return `the status ${answer.status}`;
  if (answer.exchange.defect !== undefined)
    return `a fault of our own: ${answer.exchange.defect?.stack ?? answer.exchange.defect}`;
  try {
    XmlDocument.fromString(answer.body).dispose();
  } catch (error) {
    return `an answer that is not well-formed: ${error.message}`;
  }
  return undefined;
}

async function main() {
  const { values: options } = parseArgs({
    options: {
      count: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const seed = Number(options.seed);
  const first = options.only === undefined ? 0 : Number(options.only);
  const end = options.only === undefined ? Number(options.count) : first + 1;
  const settings = loadConfig({
    CIMGATE_STORE: 'memory',
    CIMGATE_PORT: '0',
    CIMGATE_SIM_METERS: '20',
    CIMGATE_SIM_SPEED: '1000',
    CIMGATE_LOG: 'error',
  });
  const config = { ...settings, replies: { ...settings.replies, syncTimeout: 2_000 } };
  let dispatch;
  const gateway = await startGateway(config, openLog('error'), { around: (real) => (dispatch = real) });
  const { limits, threads } = config;
  const endpoint = soapEndpoint(dispatch, {
    wsdl: wsdlFolder,
    limits,
    largeBody: limits.largeBody,
    threads,
    queue: limits.queue,
    replies: gateway.ports.replies,
  });
  await endpoint.warmUp();

  const statuses = {};
  const failures = [];
  let next = first;
  const begun = performance.now();
  const worker = async () => {
    while (next < end && failures.length < 20) {
      const number = next++;
      const request = requestOf(seed, number);
      let timer;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, patience)));
      const answer = await Promise.race([
        endpoint.answer(request, { requestId: `${number}`, receivedAt: Date.now() }),
        late,
      ]);
      clearTimeout(timer);
      const wrong = answer === undefined ? 'no answer' : complaint(answer);
      if (answer !== undefined) {
        const result = answer.exchange.reply ? `reply ${answer.exchange.reply.Reply.Result}` : `fault ${answer.status}`;
        statuses[result] = (statuses[result] ?? 0) + 1;
      }
      if (options.only !== undefined && answer)
        console.log(requestOf(seed, number).body.toString(), '\n', answer.status, answer.body);
      if (wrong !== undefined) {
        const file = join(tmpdir(), `cimgate-fuzz-${seed}-${number}.xml`);
        writeFileSync(file, requestOf(seed, number).body);
        failures.push(`number ${number} of seed ${seed} (kept as ${file}) got ${wrong}`);
      }
      if (number > 0 && number % 100_000 === 0)
        console.error(`${number} messages, ${Math.round(process.memoryUsage().rss / 1e6)} MB`);
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
  await endpoint.close();
  await gateway.stop();
  for (const failure of failures) console.error(failure);
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    JSON.stringify({
      messages: next - first,
      failures: failures.length,
      seconds: Math.round(seconds * 10) / 10,
      ...statuses,
    }),
  );
  process.exitCode = failures.length > 0 ? 1 : 0;
}

await main();
