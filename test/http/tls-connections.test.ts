/** Connections with TLS are bounded, and end, as those without. */
import { connect, type Socket } from 'node:net';
import { connect as tlsConnect, type TLSSocket } from 'node:tls';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { labCertificates, type Lab } from '../support/lab-certificates.js';
import { getMeterConfig, rawPost } from '../support/soap-text.js';
import { until } from '../support/until.js';

let lab: Lab;
let gateway: TestGateway;
beforeAll(() => (lab = labCertificates()));
afterAll(() => lab.remove());
const begin = async (settings: object = {}, replacements: object = {}): Promise<void> => {
  const file = (name: string): { file: string } => ({ file: lab.path(name) });
  const tls = {
    certificate: file('server.pem'),
    key: file('server.key'),
    clientCertificates: 'none',
    least: 'TLSv1.2',
  };
  gateway = await testGateway({ config: { http: { tls: tls as never }, limits: settings }, ...replacements });
};
afterEach(() => gateway.stop());

const bare = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(gateway.port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
const secured = (): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = tlsConnect({ port: gateway.port, host: '127.0.0.1', ca: lab.text('ca.pem') }, () => resolve(socket));
    socket.once('error', reject);
  });
const closed = (socket: Socket): Promise<unknown> =>
  new Promise((resolve) =>
    socket
      .resume()
      .on('error', () => {})
      .once('close', resolve),
  );

test('who shakes no hand is cut off', async () => {
  await begin();
  const begun = performance.now();
  await closed(await bare());
  expect(performance.now() - begun).toBeLessThan(12_000);
  expect(gateway.logged).toContainEqual(expect.objectContaining({ message: 'handshakes have failed' }));
}, 20_000);

test('who shakes no hand keeps no gateway from stopping', async () => {
  await begin();
  const socket = await bare();
  const silent = await secured();
  const begun = performance.now();
  await gateway.stop();
  expect(performance.now() - begun).toBeLessThan(3_000);
  for (const one of [socket, silent]) one.destroy();
});

test('a message in hand is answered before the gateway stops', async () => {
  let go = (): void => {};
  const held = new Promise<void>((resolve) => (go = resolve));
  let came = false;
  const around =
    (dispatch: (...all: unknown[]) => unknown) =>
    async (...all: unknown[]) => {
      came = true;
      await held;
      return dispatch(...all);
    };
  await begin({}, { around });
  const socket = await secured();
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString()));
  socket.write(rawPost(getMeterConfig()));
  await until('it is in hand', () => came);
  const stopped = gateway.stop();
  go();
  await stopped;
  await until('it is answered', () => text.includes('</soap:Envelope>'));
  expect(text).toMatch(/^HTTP\/1.1 200 /);
});

test.each(['before', 'behind'])('connections count %s their handshake', async (when) => {
  await begin({ connectionsPerPeer: 3 });
  const open = when === 'before' ? bare : secured;
  const all = [await open(), await open(), await open()];
  await closed(await bare());
  all[0]!.destroy();
  await until('there is room again', async () => {
    try {
      (await secured()).destroy();
      return true;
    } catch {
      return false;
    }
  });
  for (const one of all) one.destroy();
});

test('what is not encrypted is not answered', async () => {
  await begin();
  const socket = await bare();
  let text = '';
  socket.on('data', (data: Buffer) => (text += data.toString('latin1')));
  socket.write(rawPost(getMeterConfig()));
  await closed(socket);
  expect(text).not.toContain('HTTP/1.1 200');
});
