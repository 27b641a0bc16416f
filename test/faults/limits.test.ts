/** Every limit of docs/limits.md, read back from running gateways: the value passes. One more is refused: defaults.test.ts. */
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { type GatewayProcess, repository, startGatewayProcess } from './gateway-process.js';
import { block, createControl, getHeader, getMeters, operationSet } from './messages.js';
import { limits, ofBytes } from './limit-cases.js';
import { exchange, post, type RawAnswer, type Step } from './raw-client.js';

/** Settings of a second gateway, whose limits can be met without a thousand connections and half a minute. */
const lowered = {
  headersTimeout: 1_000,
  requestTimeout: 2_500,
  bodyRate: 100_000,
  bodyGrace: 1_000,
  connections: 12,
  connectionsPerPeer: 10,
  bodiesInFlight: 8_000_000,
  largeBody: 20_000,
  queue: 1,
  operations: 2,
  controlDevices: 3,
  disconnectDevices: 2,
};

let standard: GatewayProcess;
let small: GatewayProcess;

beforeAll(async () => {
  const file = `limits: ${JSON.stringify(lowered)}`;
  [standard, small] = await Promise.all([startGatewayProcess(), startGatewayProcess({}, file)]);
}, 60_000);

afterAll(() => Promise.all([standard.stop(), small.stop()]));

// one more is refused: defaults.test.ts
describe.each(limits)('$setting', ({ value, send, below = 0 }) => {
  it(`takes ${value}`, async () => {
    const answer = await exchange(standard.port, send(value - below), 20_000);
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('Result>OK') as unknown });
  });
});

/** What a slow peer gets, and after how long. */
async function slowly(steps: readonly Step[]): Promise<RawAnswer> {
  return exchange(small.port, steps, 8_000);
}
const message = getMeters();
const announced = (bytes: number): Buffer => post({ headers: { 'Content-Length': String(bytes) } });

describe('with lowered settings', () => {
  it('limits.headersTimeout ends a head that does not end', async () => {
    const { status, milliseconds } = await slowly(['POST /soap HTTP/1.1\r\nHost: x\r\n', 300, 'X: y\r\n']);
    expect([408, undefined]).toContain(status);
    expect(milliseconds).toBeGreaterThan(900);
    expect(milliseconds).toBeLessThan(5_000);
  });

  it('limits.headersTimeout lets a slow head pass that is in time', async () => {
    const { status } = await slowly(['POST /soap HTTP/1.1\r\nHost: x\r\n', 500, post({ body: message }).subarray(22)]);
    expect(status).toBe(200);
  });

  it('limits.requestTimeout ends a body that is fast enough and never ends', async () => {
    const drops = Array.from({ length: 40 }, () => [Buffer.alloc(20_000, ' '), 100]).flat();
    const { status, milliseconds } = await slowly([announced(8_000_000), ...drops]);
    expect([408, undefined]).toContain(status);
    expect(milliseconds).toBeGreaterThan(2_400);
    expect(milliseconds).toBeLessThan(6_500);
  });

  it('limits.bodyRate ends a body that drips, after limits.bodyGrace', async () => {
    const drops = Array.from({ length: 40 }, () => [' ', 100]).flat();
    const { status, milliseconds, body } = await slowly([announced(1_000), ...drops]);
    expect(status).toBe(408);
    expect(body).toMatch(/more slowly than 100000 bytes per second/);
    expect(milliseconds).toBeGreaterThan(900);
    expect(milliseconds).toBeLessThan(2_400);
  });

  it('limits.bodyGrace lets a body pause', async () => {
    const { status } = await slowly([announced(message.length), message.slice(0, 100), 600, message.slice(100)]);
    expect(status).toBe(200);
  });

  it('limits.bodiesInFlight refuses a body for which there is no room, until there is', async () => {
    const held = exchange(small.port, [announced(6_000_000), Buffer.alloc(5_000_000, ' ')], 8_000);
    await sleep(200);
    const big = post({ body: ofBytes(4_000_000) });
    const refused = await exchange(small.port, [big]);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.body).toMatch(/too many large requests/);
    await held;
    expect((await exchange(small.port, [big])).status).toBe(200);
  });

  it('limits.queue refuses large messages when one waits already', async () => {
    const large = [post({ body: getMeters({ blocks: block('<b/>'.repeat(45_000)) }) })];
    const answers = await Promise.all(Array.from({ length: 9 }, () => exchange(small.port, large)));
    const refused = answers.filter(({ status }) => status === 503);
    expect(answers.filter(({ status }) => status === 200).length).toBe(answers.length - refused.length);
    expect(refused.length).toBeGreaterThan(0);
    for (const { headers, body } of refused) {
      expect(headers.get('retry-after')).toBe('1');
      expect(body).toMatch(/too many large messages/);
    }
  });

  it('limits.connectionsPerPeer and limits.connections close what is too many', async () => {
    const peers = (from: string, count: number): Promise<Socket[]> =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const socket = connect({ port: small.port, host: '127.0.0.1', localAddress: from });
          socket.on('error', () => undefined);
          await new Promise((done) => socket.once('connect', done).once('close', done));
          return socket;
        }),
      );
    const alive = (sockets: readonly Socket[]): number => sockets.filter((socket) => !socket.destroyed).length;
    const settled = async (sockets: readonly Socket[], expected: number): Promise<number> => {
      for (const socket of sockets) socket.resume();
      for (let i = 0; i < 50 && alive(sockets) > expected; i++) await sleep(20);
      return alive(sockets);
    };
    await sleep(200);
    const first = await peers('127.0.0.1', 11);
    expect(await settled(first, 10)).toBe(10);
    const second = await peers('127.0.0.2', 3);
    expect(await settled(second, 2)).toBe(2);
    for (const socket of [...first, ...second]) socket.destroy();
    await sleep(200);
    expect((await exchange(small.port, [post({ body: message })])).status).toBe(200);
    // who operates it sees them
    const metrics = await (await fetch(`${small.url}/metrics`)).text();
    expect(metrics).toContain('cimgate_connections_closed_total{limit="connectionsPerPeer"} 1\n');
    expect(metrics).toContain('cimgate_connections_closed_total{limit="connections"} 1\n');
    const told = small.log.filter((line) => line.includes('connections above a limit have been closed'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/connectionsPerPeer.*127\.0\.0\.1/);
  });

  it('limits.operations: more than 2 are refused', async () => {
    const set = (count: number): Promise<RawAnswer> => exchange(small.port, [post({ body: operationSet(count) })]);
    expect((await set(2)).body).toMatch(/Result>OK/);
    const refused = await set(3);
    expect(refused.status).toBe(200);
    expect(refused.body).toMatch(/Result>FAILED[^]*code>3\.1<[^]*at most 2 are taken/);
  });

  it.each([
    ['limits.controlDevices', 3, '3.31.0.18', '3.1', /at most 3 devices/],
    ['limits.disconnectDevices', 2, '3.31.0.23', '7.7', /at most 2 devices/],
  ] as const)('%s: more than %s are refused', async (_, most, control, code, says) => {
    const names = ['SIM-000001', 'SIM-000002', 'SIM-000003', 'SIM-000004'];
    const command = (count: number): Promise<RawAnswer> =>
      exchange(small.port, [post({ body: createControl(control, names.slice(0, count)) })]);
    // several devices need an asynchronous command, which is not offered yet: another sentence says so
    expect((await command(1)).body).toMatch(/Result>OK/);
    expect((await command(most)).body).not.toMatch(says);
    const refused = await command(most + 1);
    expect(refused.status).toBe(200);
    expect(refused.body).toMatch(/Result>FAILED/);
    expect(refused.body).toContain(`code>${code}<`);
    expect(refused.body).toMatch(says);
  });
});

describe('fixed limits', () => {
  const withHeader = (element: string, length: number): Step[] => {
    const more = `<msg:${element}>${'i'.repeat(length)}</msg:${element}>`;
    return [post({ body: getMeters({ header: getHeader + more }) })];
  };

  it.each([
    ['MessageID', 256],
    ['CorrelationID', 256],
  ])('%s may have %s characters', async (element, most) => {
    const passes = await exchange(standard.port, withHeader(element, most));
    expect(passes.body).toMatch(/Result>OK/);
    const refused = await exchange(standard.port, withHeader(element, most + 1));
    expect(refused.status).toBe(200);
    expect(refused.body).toMatch(/Result>FAILED[^]*code>1\.8</);
  });

  it('an mRID may have 256 characters', async () => {
    const ask = (length: number): Promise<RawAnswer> =>
      exchange(standard.port, [
        post({ body: getMeters({ payload: `<obj:Meter><obj:mRID>${'i'.repeat(length)}</obj:mRID></obj:Meter>` }) }),
      ]);
    expect((await ask(256)).body).not.toMatch(/code>1\.8</);
    expect((await ask(257)).body).toMatch(/Result>FAILED[^]*code>1\.8</);
  });
});

describe('docs/limits.md', () => {
  const text = readFileSync(join(repository, 'docs', 'limits.md'), 'utf8');
  const documented = new Map(
    [...text.matchAll(/^\| *`([\w.]+)` *\| *(\d+) *\|/gm)].map(([, name, value]) => [name!, Number(value)]),
  );
  const { limits: defaults, replies } = parse(readFileSync(join(repository, 'config', 'default.yaml'), 'utf8')) as {
    limits: Record<string, number>;
    replies: Record<string, number>;
  };

  it('has a row for every limit of config/default.yaml, with its default', () => {
    const { largeBody, ...rest } = defaults;
    const expected = Object.entries(rest).map(([name, value]) => [`limits.${name}`, value] as const);
    expect([...documented].filter(([name]) => name.startsWith('limits.')).sort()).toEqual(expected.sort());
    expect(text).toContain(`\`limits.largeBody\` (${largeBody} bytes)`);
    expect(documented.get('replies.objects')).toBe(replies['objects']);
    expect(documented.get('replies.readings')).toBe(replies['readings']);
    expect(documented.get('replies.streamedReadings')).toBe(replies['streamedReadings']);
  });

  it('has the values that are tried here', () => {
    for (const { setting, value } of limits) expect([setting, documented.get(setting)]).toEqual([setting, value]);
    const tried = new Set([
      ...limits.map(({ setting }) => setting),
      ...Object.keys(lowered).map((name) => `limits.${name}`),
    ]);
    tried.delete('limits.largeBody');
    tried.add('limits.openRequests'); // in test/http/asynchronous.test.ts, where requests can be held open
    // in test/http/messages-in-parts.test.ts and flood.test.ts
    for (const many of ['largestReadings', 'spooled', 'inHand']) tried.add(`limits.${many}`);
    // in test/unit/services/commands/life-cycle.test.ts, where head ends can be kept waiting
    for (const slots of ['headEndSlots', 'urgentSlots', 'groupSlots']) tried.add(`limits.${slots}`);
    expect([...documented.keys()].filter((name) => name.startsWith('limits.') && !tried.has(name))).toEqual([]);
  });
});
