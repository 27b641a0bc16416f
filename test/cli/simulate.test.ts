/** A gateway in front of a head end in a process of its own, over a real wire. */
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type GatewayProcess, repository, startGatewayProcess } from '../faults/gateway-process.js';
import { until } from '../support/until.js';
import { cimgate, expectNoInsides } from './command-line.js';

let headEnd: GatewayProcess;
let gateway: GatewayProcess;

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  const reply = `cimgate=http://127.0.0.1:${port}/soap`;
  const args = ['simulate', '--meters', '5', '--port', '0', '--reply-to', reply, '--events', 'cimgate'];
  headEnd = await startGatewayProcess({}, undefined, args);
  const settings = `
headEnd: ami
headEnds:
  ami:
    kind: cim-soap
    url: ${headEnd.url}/soap
    replyAddress: cimgate
    inventory: query
    capabilities:
      controls: [3.31.0.18, 3.31.0.23]
      readingTypes: [0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0]
      remembersJobs: true
`;
  gateway = await startGatewayProcess({ CIMGATE_PORT: String(port), CIMGATE_LOG: 'warn' }, settings);
}, 60_000);
afterAll(async () => {
  await gateway.stop();
  await headEnd.stop();
});

const example = (name: string): string => readFileSync(join(repository, 'examples', name), 'utf8');

async function ask(text: string, url = gateway.url): Promise<string> {
  const answer = await fetch(`${url}/soap`, { method: 'POST', headers: { 'Content-Type': 'text/xml' }, body: text });
  return answer.text();
}

/** The same message under another MessageID. */
const anew = (text: string): string =>
  text.replace(/(<(?:\w+:)?MessageID>)[^<]*/, (_, tag: string) => `${tag}${Math.random()}`);

it('says where it is, and where its replies go', () => {
  expect(headEnd.said).toMatch(/^cimgate simulates a head end of 5 meters \(seed 61968, speed 1\) at http:/);
  expect(headEnd.said).toMatch(
    /\n {2}replies {4}cimgate at http:\/\/127\.0\.0\.1:\d+\/soap\n {2}events {5}to cimgate\n/,
  );
  expect(gateway.said).toContain('head end   ami (cim-soap)');
});

it('is learned, commanded and read by a gateway, and tells the outcome by callbacks', async () => {
  await until('the gateway has learned the meters', async () =>
    /Result>OK</.test(await ask(anew(example('get-meter.xml')))),
  );
  const meter = await ask(anew(example('get-meter.xml')));
  expect(meter).toContain('amrSystem>ami<');
  const disconnected = await ask(anew(example('disconnect.xml')));
  expect(disconnected).toMatch(/Result>OK</);
  const registers = await ask(anew(example('read-registers.xml')));
  expect(registers).toContain('3.72.0');
  expect(registers).toMatch(/value>\d+/);
  // the callbacks have come in time, and the head end has nothing left to deliver
  const deliveries = await fetch(`${headEnd.url}/api/v1/deliveries?state=waiting`);
  expect(await deliveries.text()).not.toContain('"waiting"');
});

it('names every option that is wrong, and exits with 78', async () => {
  const ran = await cimgate(['simulate', '--meters', 'many', '--reply-to', 'x', '--port', '0']);
  expect(ran).toMatchObject({ status: 78, out: '' });
  expect(ran.error).toContain('--meters: ');
  expectNoInsides(ran);
  const more = await cimgate([
    'simulate',
    '--port',
    '0',
    '--reply-to',
    'a=ftp://x',
    '--reply-to',
    'b',
    '--events',
    'c',
  ]);
  expect(more.status).toBe(78);
  for (const text of ['--reply-to a=ftp://x: url: must be', '--reply-to b: give a name', '--events c: there is no'])
    expect(more.error).toContain(text);
});
