import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { boundConnections } from '../../../src/http/connection-bounds.js';

const told: object[] = [];
const closed: string[] = [];
let now = 0;
let server: Server;
const sockets: Socket[] = [];

beforeEach(async () => {
  told.length = 0;
  closed.length = 0;
  now = 0;
  server = createServer();
  const watch = { closed: (limit: string) => closed.push(limit), told: (facts: object) => told.push(facts) };
  boundConnections(server, { connections: 3, connectionsPerPeer: 2 }, watch, () => now);
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((done) => server.close(done));
});

/** The end at the server of the connection that came last. */
let lastTaken: Socket;

/** Resolves when the server has taken the connection or closed it. */
async function from(localAddress: string): Promise<Socket> {
  const { port } = server.address() as AddressInfo;
  const taken = once(server, 'connection');
  const socket = connect({ port, host: '127.0.0.1', localAddress }).on('error', () => undefined);
  sockets.push(socket);
  [lastTaken] = (await taken) as [Socket];
  return socket;
}

it('closes what one peer, or all together, have too many, and counts each', async () => {
  await from('127.0.0.1');
  const second = await from('127.0.0.1');
  const taken = lastTaken;
  await once((await from('127.0.0.1')).resume(), 'close');
  await from('127.0.0.2');
  await once((await from('127.0.0.3')).resume(), 'close');
  expect(closed).toEqual(['connectionsPerPeer', 'connections']);
  // one that ends makes room
  second.destroy();
  await once(taken, 'close');
  await from('127.0.0.1');
  expect(closed).toHaveLength(2);
});

it('tells of them once a minute, with how many there were', async () => {
  for (let i = 0; i < 2; i++) await from('127.0.0.1');
  for (let i = 0; i < 3; i++) await from('127.0.0.1');
  expect(told).toEqual([{ limit: 'connectionsPerPeer', connections: 1, remote: '127.0.0.1' }]);
  now = 60_000;
  await from('127.0.0.1');
  expect(told[1]).toEqual({ limit: 'connectionsPerPeer', connections: 3, remote: '127.0.0.1' });
});
