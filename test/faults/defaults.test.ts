/**
 * The table of defaults in docs/security.md, read back: each row's default stands in config/default.yaml, and what goes beyond it is
 * answered by a running gateway as the row says. A row without a trial, and a trial without a row, fail.
 */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { type GatewayProcess, repository, startGatewayProcess } from './gateway-process.js';
import { limits as documentLimits, ofBytes } from './limit-cases.js';
import { block, createControl, createMeter, getHeader, getMeters, operationSet } from './messages.js';
import { exchange, post, type RawAnswer, type Step } from './raw-client.js';

interface Row {
  readonly limit: string;
  /** Undefined for what cannot be set. */
  readonly setting: string | undefined;
  readonly value: string;
  readonly answer: string;
}

const text = readFileSync(join(repository, 'docs', 'security.md'), 'utf8');
const table = /## Defaults\n([^]*?)\n## /.exec(text)?.[1] ?? '';
const rows: readonly Row[] = [...table.matchAll(/^\| (?!limit |-)(.+?) *\| (.+?) *\| (.+?) *\| (.+?) *\|$/gm)].map(
  ([, limit, setting, value, answer]) => ({
    limit: limit!,
    setting: /^`([\w.]+)`$/.exec(setting!)?.[1],
    value: value!,
    answer: answer!,
  }),
);
const defaults = parse(readFileSync(join(repository, 'config', 'default.yaml'), 'utf8')) as Record<string, Record<string, unknown>>; // prettier-ignore

/** Limits that a test could not meet in a reasonable time, or not without another one. */
const lowered = {
  headersTimeout: 1_000,
  requestTimeout: 2_500,
  bodyGrace: 1_000,
  bodyRate: 100_000,
  connections: 12,
  connectionsPerPeer: 10,
  bodiesInFlight: 8_000_000,
  inHand: 2,
  largeBody: 20_000,
  queue: 1,
  openRequests: 2,
};

let standard: GatewayProcess;
let small: GatewayProcess;
beforeAll(async () => {
  // those who never answer keep requests open, and messages in hand
  const file = `limits: ${JSON.stringify(lowered)}\nsimulator: { suffixed: { unreachable: 9 } }\nreplies: { syncTimeout: 3000 }\n`;
  [standard, small] = await Promise.all([startGatewayProcess(), startGatewayProcess({}, file)]);
}, 60_000);
afterAll(() => Promise.all([standard.stop(), small.stop()]));

const toStandard = (body: string | Buffer): Promise<RawAnswer> => exchange(standard.port, [post({ body })], 20_000);
const toSmall = (...steps: readonly Step[]): Promise<RawAnswer> => exchange(small.port, steps, 10_000);
const announced = (bytes: number): Buffer => post({ headers: { 'Content-Length': String(bytes) } });
const drops = (drop: string | Buffer, pause: number, count: number): Step[] =>
  Array.from({ length: count }, () => [drop, pause]).flat();
const withHeader = (element: string, text: string): string =>
  getMeters({ header: `${getHeader}<msg:${element}>${text}</msg:${element}>` });
const withMRID = (length: number): string =>
  getMeters({ payload: `<obj:Meter><obj:mRID>${'i'.repeat(length)}</obj:mRID></obj:Meter>` });
const names = (count: number): string[] => Array.from({ length: count }, (_, at) => `SIM-${String(at + 1).padStart(6, '0')}`); // prettier-ignore
const asynchronous = (at: number): string =>
  createControl('3.31.0.18', [`SIM-00000${at}-UNREACHABLE`]).replace(
    '</m:Header>',
    `<msg:AsyncReplyFlag>true</msg:AsyncReplyFlag><msg:ReplyAddress>poll</msg:ReplyAddress><msg:MessageID>open-${at}</msg:MessageID></m:Header>`,
  );

/** Connects so often; answers how many are still open a moment later. */
async function stillOpen(from: string, count: number, sockets: Socket[]): Promise<number> {
  const mine = await Promise.all(
    Array.from({ length: count }, async () => {
      const socket = connect({ port: small.port, host: '127.0.0.1', localAddress: from });
      socket.on('error', () => undefined).resume();
      await new Promise((done) => socket.once('connect', done).once('close', done));
      return socket;
    }),
  );
  sockets.push(...mine);
  await sleep(300);
  return mine.filter((socket) => !socket.destroyed).length;
}

async function connectionsAbove(
  attempts: readonly (readonly [from: string, count: number, left: number])[],
): Promise<RawAnswer> {
  const sockets: Socket[] = [];
  try {
    await sleep(300);
    for (const [from, count, left] of attempts) expect(await stillOpen(from, count, sockets)).toBe(left);
    return { status: undefined, headers: new Map(), body: '', milliseconds: 0 };
  } finally {
    for (const socket of sockets) socket.destroy();
    await sleep(300);
  }
}

/** What goes beyond a limit, by the limit's name in the table. */
const trials: Readonly<Record<string, () => Promise<RawAnswer>>> = {
  ...Object.fromEntries(
    documentLimits.map(({ setting, value, send, above = 1 }) => [
      rows.find((row) => row.setting === setting)?.limit ?? setting,
      () => exchange(standard.port, send(value + above), 20_000),
    ]),
  ),
  'inflation of Compressed': async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, ' ')).toString('base64');
    const empty = createMeter().replace(/<obj:MeterConfig>[^]*<\/obj:MeterConfig>/, '<obj:MeterConfig/>');
    const answer = await toStandard(empty.replace('</m:Payload>', `<m:Compressed>${bomb}</m:Compressed></m:Payload>`));
    expect(answer.body).toMatch(/expands more than 100 times/);
    return answer;
  },
  'headers complete': () => toSmall('POST /soap HTTP/1.1\r\nHost: x\r\n', 300, 'X: y\r\n'),
  'body complete': () => toSmall(announced(8_000_000), ...drops(Buffer.alloc(20_000, ' '), 100, 40)),
  'pace of a body': () => toSmall(announced(1_000), ...drops(' ', 100, 40)),
  'time before the pace counts': () => toSmall(announced(1_000), ' ', 1_500, ' ', 100, ' '),
  connections: () => connectionsAbove([['127.0.0.1', 10, 10], ['127.0.0.2', 3, 2]]), // prettier-ignore
  'connections of one peer': () => connectionsAbove([['127.0.0.1', 11, 10]]),
  'bytes of all bodies': async () => {
    const held = toSmall(announced(6_000_000), Buffer.alloc(5_000_000, ' '));
    await sleep(200);
    const refused = await toSmall(post({ body: ofBytes(4_000_000) }));
    await held;
    return refused;
  },
  'messages in hand': async () => {
    const held = [1, 2].map((at) =>
      toSmall(post({ body: createControl('3.31.0.18', [`SIM-00000${at}-UNREACHABLE`]) })),
    );
    await sleep(200);
    const refused = await toSmall(post({ body: getMeters() }));
    await Promise.all(held);
    return refused;
  },
  'large messages that wait': async () => {
    await sleep(1_000);
    const large = [post({ body: getMeters({ blocks: block('<b/>'.repeat(45_000)) }) })];
    const answers = await Promise.all(Array.from({ length: 9 }, () => toSmall(...large)));
    return answers.find(({ status }) => status !== 200)!;
  },
  'open requests of one caller': async () => {
    for (const at of [3, 4]) expect((await toSmall(post({ body: asynchronous(at) }))).body).toMatch(/Result>OK/);
    return toSmall(post({ body: asynchronous(5) }));
  },
  'devices of one control message': () => toStandard(createControl('3.31.0.18', names(1_001))),
  'devices of one disconnect message': () => toStandard(createControl('3.31.0.23', names(21))),
  'operations of one OperationSet': () => toStandard(operationSet(1_001)),
  MessageID: () => toStandard(withHeader('MessageID', 'i'.repeat(257))),
  CorrelationID: () => toStandard(withHeader('CorrelationID', 'i'.repeat(257))),
  mRID: () => toStandard(withMRID(257)),
  ReplyAddress: () => toStandard(withHeader('ReplyAddress', `http://a.example/${'x'.repeat(2_048)}`)),
  'ReplyAddress that is not registered': () =>
    toStandard(createMeter({ header: '<msg:Verb>create</msg:Verb><msg:Noun>MeterConfig</msg:Noun><msg:AsyncReplyFlag>true</msg:AsyncReplyFlag><msg:ReplyAddress>http://127.0.0.1:1/</msg:ReplyAddress><msg:MessageID>unregistered</msg:MessageID>' })), // prettier-ignore
  'document type declaration': () => toStandard(createMeter({ before: '<!DOCTYPE x>' })),
  'entities besides those of XML': () => toStandard(createMeter({ payload: '<obj:Meter><obj:mRID>&e;</obj:mRID></obj:Meter>' })), // prettier-ignore
  'processing instructions': () => toStandard(createMeter({ before: '<?x y?>' })),
};

/** Whether an answer is what a row says: a status, a fault, a FAILED reply with a code, a closed connection; several by "or". */
function isAnswered(answer: RawAnswer, said: string): boolean {
  return said.split(/ or |, /).some((one) => {
    if (one === 'closed') return answer.status === undefined;
    if (one === 'fault') return answer.status === 500 && /Fault>/.test(answer.body);
    if (one === 'Retry-After') return answer.headers.has('retry-after');
    const failed = /^FAILED (\d+\.\d+)$/.exec(one)?.[1];
    if (failed !== undefined)
      return answer.status === 200 && /Result>FAILED</.test(answer.body) && answer.body.includes(`code>${failed}<`);
    return String(answer.status) === one;
  });
}

test('every row has a trial, and every trial a row', () => {
  expect(rows.length).toBeGreaterThan(30);
  expect(rows.map(({ limit }) => limit).sort()).toEqual(Object.keys(trials).sort());
});

test.each(rows)('$limit: the default is $value', ({ setting, value }) => {
  if (setting === undefined) return expect(value).toMatch(/^(\d+|none|registered)$/);
  const [section, name] = setting.split('.') as [string, string];
  expect(String(defaults[section]?.[name])).toBe(value);
});

test.each(rows)('$limit: more than $value is answered $answer', async ({ limit, answer }) => {
  const got = await trials[limit]!();
  if (!isAnswered(got, answer))
    throw new Error(`${limit} was answered ${got.status}, not ${answer}: ${got.body.slice(0, 500)}`);
  // what is too long is not sent back
  expect(got.body).not.toMatch(/i{257}|x{2048}/);
  const next = await toStandard(getMeters());
  expect(next.status).toBe(200);
  expect(next.milliseconds).toBeLessThan(1_000);
});

test('the table has every limit of the settings that a caller can meet', () => {
  // where a message is read, and what head ends are given: neither refuses anything; and those that need larger machinery to be met
  const others = ['largeBody', 'headEndSlots', 'urgentSlots', 'groupSlots', 'largestReadings', 'spooled'];
  const named = rows.flatMap(({ setting }) => (setting?.startsWith('limits.') ? [setting.slice(7)] : []));
  expect(
    Object.keys(defaults['limits']!)
      .filter((name) => !named.includes(name))
      .sort(),
  ).toEqual(others.sort());
});
