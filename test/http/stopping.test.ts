import { connect } from 'node:net';
import type { Dispatch } from '../../src/message/call.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { rawConnection } from '../support/raw-http.js';
import { getMeterConfig, rawPost } from '../support/soap-text.js';

/** A gateway whose services wait until they are let go. */
async function holdingGateway(): Promise<{ gateway: TestGateway; entered: Promise<void>; letGo: () => void }> {
  let enter = (): void => {};
  let letGo = (): void => {};
  const entered = new Promise<void>((resolve) => (enter = resolve));
  const gate = new Promise<void>((resolve) => (letGo = resolve));
  const around =
    (dispatch: Dispatch): Dispatch =>
    async (message, call) => {
      enter();
      await gate;
      return dispatch(message, call);
    };
  return { gateway: await testGateway({ around }), entered, letGo };
}

const refused = (port: number): Promise<string | undefined> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve('accepted');
    });
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
  });

test('a gateway that stops answers what it has begun, takes nothing new, and is gone soon', async () => {
  const { gateway, entered, letGo } = await holdingGateway();
  const working = await rawConnection(gateway.port);
  working.write(rawPost(getMeterConfig({ messageId: 'in flight' })));
  await entered;
  const begun = performance.now();
  const stopped = gateway.stop();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await refused(gateway.port)).toBe('ECONNREFUSED');
  letGo();
  const answer = await working.next();
  expect(answer.reply?.Reply.Result).toBe('OK');
  expect(answer.reply?.Header.CorrelationID).toBe('in flight');
  expect(answer.headers.connection).toBe('close');
  expect(await working.closed()).toBe('');
  await stopped;
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('a gateway that stops does not wait for those who say nothing', async () => {
  const gateway = await testGateway();
  const silent = await rawConnection(gateway.port);
  const idle = await rawConnection(gateway.port);
  idle.write(rawPost(getMeterConfig()));
  await idle.next();
  const halfway = await rawConnection(gateway.port);
  halfway.write('POST /soap HTTP/1.1\r\nHost: x\r\n');
  await new Promise((resolve) => setTimeout(resolve, 20));
  const begun = performance.now();
  await gateway.stop();
  expect(performance.now() - begun).toBeLessThan(3_000);
  for (const connection of [silent, idle, halfway]) expect(await connection.closed()).toBe('');
});

test('a gateway can be stopped and started many times', async () => {
  for (let round = 0; round < 2; round++) {
    const gateway = await testGateway();
    const answer = await gateway.post('/soap', getMeterConfig());
    expect(answer.reply?.Reply.Result).toBe('OK');
    await gateway.stop();
    await gateway.stop();
  }
});

test('a gateway with a drain delay is not ready, but takes messages until the load balancer has noticed', async () => {
  const gateway = await testGateway({ config: { http: { drainDelay: 1_500 } } });
  const kept = await rawConnection(gateway.port);
  kept.write(rawPost(getMeterConfig()));
  expect((await kept.next()).headers.connection).toBe('keep-alive');
  const begun = performance.now();
  const stopped = gateway.stop();
  kept.write(rawPost(getMeterConfig({ messageId: 'on a connection that was kept' })));
  const last = await kept.next();
  expect(last.reply?.Reply.Result).toBe('OK');
  expect(last.headers.connection).toBe('close');
  expect((await gateway.send('GET', '/health/ready')).status).toBe(503);
  expect((await gateway.send('GET', '/health/live')).status).toBe(200);
  const late = await gateway.post('/soap', getMeterConfig({ messageId: 'on a new one' }));
  expect(late.reply?.Reply.Result).toBe('OK');
  expect(late.headers.connection).toBe('close');
  await stopped;
  expect(performance.now() - begun).toBeGreaterThan(1_400);
  expect(await refused(gateway.port)).toBe('ECONNREFUSED');
}, 20_000);

test('a gateway whose place another one takes sends those connected there, and is gone when they are', async () => {
  const gateway = await testGateway();
  const kept = await rawConnection(gateway.port);
  kept.write(rawPost(getMeterConfig()));
  await kept.next();
  const begun = performance.now();
  const stopped = gateway.stop({ handedOver: true });
  expect(await refused(gateway.port)).toBe('ECONNREFUSED');
  kept.write(rawPost(getMeterConfig({ messageId: 'on its way meanwhile' })));
  const last = await kept.next();
  expect(last.reply?.Reply.Result).toBe('OK');
  expect(last.headers.connection).toBe('close');
  expect(await kept.closed()).toBe('');
  await stopped;
  expect(performance.now() - begun).toBeLessThan(4_500);
});
