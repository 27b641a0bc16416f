/** How long a connection with TLS lasts. */
import { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import type { Server } from 'node:tls';
import { followTls } from '../../../src/http/tls-connections.js';

test('a connection is too old after a day', () => {
  const server = new EventEmitter();
  let now = 1_000;
  const watch = { required: false, refused: () => {}, failed: () => {} };
  const followed = followTls(server as Server, watch, () => now);
  const socket = new Socket();
  server.emit('secureConnection', socket);
  now += 86_400_000;
  expect(followed.tooOld(socket)).toBe(false);
  now += 1;
  expect(followed.tooOld(socket)).toBe(true);
  expect(followed.tooOld(new Socket())).toBe(false);
});
