/** Ten times as many callers as the gateway takes in hand: it goes on answering, and refuses the others in a way they can act on. */
import { Agent, request } from 'node:http';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.js';
import { getMeters } from './messages.js';

const inHand = 8;
let gateway: GatewayProcess;

beforeAll(async () => {
  gateway = await startGatewayProcess({ CIMGATE_LOG: 'warn' }, `limits: ${JSON.stringify({ inHand })}`);
}, 60_000);
afterAll(() => gateway.stop());

interface Tally {
  good: number;
  refused: number;
  /** Answers that are neither, and 503 without Retry-After. */
  readonly strange: string[];
}

/** As many callers, each of whom asks again as soon as it has its answer. */
async function callers(agent: Agent, count: number, milliseconds: number): Promise<Tally> {
  const tally: Tally = { good: 0, refused: 0, strange: [] };
  const end = performance.now() + milliseconds;
  const body = getMeters();
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'text/xml; charset=utf-8', 'Content-Length': Buffer.byteLength(body) };
      const outgoing = request(
        { host: '127.0.0.1', port: gateway.port, path: '/soap', method: 'POST', agent, headers },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (some: string) => (text += some));
          answer.on('end', () => {
            if (answer.statusCode === 200 && text.includes('Result>OK<')) tally.good++;
            else if (answer.statusCode === 503 && answer.headers['retry-after'] === '1' && text.includes('Fault'))
              tally.refused++;
            else tally.strange.push(`${answer.statusCode} ${text.slice(0, 200)}`);
            resolve();
          });
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  await Promise.all(
    Array.from({ length: count }, async () => {
      while (performance.now() < end) await ask();
    }),
  );
  return tally;
}

it('answers at nearly its full rate, and all others by 503 with Retry-After', async () => {
  const agent = new Agent({ keepAlive: true });
  await callers(agent, 10 * inHand, 500);
  const good = { alone: 0, flooded: 0 };
  let refused = 0;
  let most = 0;
  // in many turns, so that whatever else the machine does meets both
  for (let round = 0; round < 8; round++) {
    const alone = await callers(agent, inHand, 300);
    const flooded = await callers(agent, 10 * inHand, 300);
    expect([...alone.strange, ...flooded.strange]).toEqual([]);
    good.alone += alone.good;
    good.flooded += flooded.good;
    refused += flooded.refused;
    most = Math.max(most, gateway.memory());
  }
  agent.destroy();
  expect(refused).toBeGreaterThan(0);
  expect(good.flooded / good.alone).toBeGreaterThan(0.7);
  expect(most).toBeLessThan(400);
  expect(gateway.log.filter((line) => line.includes('too many messages in hand')).length).toBeLessThan(20);
}, 60_000);
