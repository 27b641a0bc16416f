/** What the outbox does with receivers that fail in every way there is (security §5.7, §5.8). */
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { outboxBench, type OutboxBench } from '../../support/outbox-bench.js';
import { receiver, replyText, respond, type Answering, type Receiver } from '../../support/receiver.js';
import { until } from '../../support/until.js';

const fault = (code: string): string =>
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>' +
  `<faultcode>s:${code}</faultcode><faultstring>it is what it is</faultstring></s:Fault></s:Body></s:Envelope>`;
const fault12 = (code: string): string =>
  '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault>' +
  `<s:Code><s:Value>s:${code}</s:Value></s:Code><s:Reason><s:Text xml:lang="en">no &amp; no</s:Text></s:Reason>` +
  '</s:Fault></s:Body></s:Envelope>';
const error = (code: string, details: string): string =>
  `<m:Error><m:code>${code}</m:code><m:details>${details}</m:details></m:Error>`;

let bench: OutboxBench;
let there: Receiver;

afterEach(async () => {
  await bench.close();
  await there.close();
});

async function start(answering?: Answering): Promise<void> {
  there = await receiver(answering);
  bench = await outboxBench({ endpoints: [{ name: 'cis', url: there.url }] });
}

interface Fault {
  readonly name: string;
  readonly answering: Answering;
  readonly reason: RegExp;
  readonly dead?: boolean;
}

const faults: readonly Fault[] = [
  { name: 'answers nothing for ever', answering: () => {}, reason: /^no whole answer within 1500 ms$/ },
  {
    name: 'closes the connection in the middle of its answer',
    answering: (_received, response) => {
      response.writeHead(200, { 'Content-Length': 5000, 'Content-Type': 'text/xml' });
      response.write(replyText().slice(0, 100), () => response.socket?.destroy());
    },
    reason: /aborted|hang up|ECONNRESET/,
  },
  {
    name: 'closes the connection without an answer',
    answering: (_received, response) => void response.socket?.destroy(),
    reason: /hang up|ECONNRESET/,
  },
  {
    name: 'sends its answer byte by byte',
    answering: (_received, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      const text = replyText();
      let at = 0;
      const timer = setInterval(() => response.write(text[at++ % text.length]), 100);
      response.once('close', () => clearInterval(timer));
    },
    reason: /^no whole answer within 1500 ms$/,
  },
  {
    name: 'sends the message elsewhere',
    answering: (_received, response) => void response.writeHead(302, { Location: 'http://127.0.0.1:1/' }).end(),
    reason: /^HTTP 302: redirects are not followed/,
  },
  {
    name: 'would speak another protocol',
    answering: (_received, response) =>
      void response.socket?.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n'),
    reason: /^it would go on in another protocol \(HTTP 101\)$/,
  },
  {
    name: 'answers 500',
    answering: (_r, response) => respond(response, 500, 'oh', 'text/plain'),
    reason: /^HTTP 500$/,
  },
  {
    name: 'answers 500 with an OK in it',
    answering: (_r, response) => respond(response, 500, replyText()),
    reason: /^HTTP 500$/,
  },
  {
    name: 'answers a fault',
    answering: (_r, response) => respond(response, 500, fault('Server')),
    reason: /^HTTP 500, fault: it is what it is$/,
  },
  {
    name: 'answers a fault of SOAP 1.2 with status 200',
    answering: (_r, response) => respond(response, 200, fault12('Receiver'), 'application/soap+xml'),
    reason: /^HTTP 200, fault: no & no$/,
  },
  {
    name: 'answers FAILED',
    answering: (_r, response) => respond(response, 200, replyText('FAILED', error('2.4', 'no such meter'))),
    reason: /^Result FAILED: 2\.4 no such meter$/,
  },
  {
    name: 'answers PARTIAL',
    answering: (_r, response) => respond(response, 200, replyText('PARTIAL')),
    reason: /^Result PARTIAL$/,
  },
  {
    name: 'answers what is no XML',
    answering: (_r, response) => respond(response, 200, '<html><body>Welcome<br></body></html>', 'text/html'),
    reason: /^HTTP 200: the answer is no SOAP/,
  },
  {
    name: 'answers an OK that is not well-formed',
    answering: (_r, response) => respond(response, 200, replyText().replace('</r:Reply>', '</r:Reply><r:x a=1/>')),
    reason: /^HTTP 200: the answer is no SOAP/,
  },
  {
    name: 'answers an OK with a DOCTYPE',
    answering: (_r, response) => respond(response, 200, replyText().replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>')),
    reason: /^HTTP 200: the answer is no SOAP/,
  },
  {
    name: 'answers another message',
    answering: (_r, response) => respond(response, 200, replyText().replaceAll('ResponseMessage', 'RequestMessage')),
    reason: /^HTTP 200: the answer EndDeviceEventsRequestMessage is no reply with a Result$/,
  },
  {
    name: 'answers 202 with nothing',
    answering: (_r, response) => void response.writeHead(202).end(),
    reason: /^HTTP 202: the answer is empty$/,
  },
  {
    name: 'announces an answer of a gigabyte',
    answering: (_r, response) => {
      response.writeHead(200, { 'Content-Length': 1 << 30, 'Content-Type': 'text/xml' });
      response.write(replyText());
    },
    reason: /^the answer is larger than 65536 bytes$/,
  },
  {
    name: 'sends an answer without end',
    answering: (_r, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml' });
      const more = (): void => {
        while (!response.destroyed && response.write(' '.repeat(16_384)));
      };
      response.on('drain', more);
      more();
    },
    reason: /^the answer is larger than 65536 bytes$/,
  },
  {
    name: 'asks to come later',
    answering: (_r, response) => void response.writeHead(429).end(),
    reason: /^HTTP 429: asks to come later$/,
  },
  {
    name: 'takes too long by its own account',
    answering: (_r, response) => void response.writeHead(408).end(),
    reason: /^HTTP 408: asks to come later$/,
  },
  {
    name: 'refuses the message for good',
    answering: (_r, response) => respond(response, 400, fault('Client')),
    reason: /^HTTP 400, fault: it is what it is: refused for good$/,
    dead: true,
  },
  {
    name: 'does not know the address',
    answering: (_r, response) => void response.writeHead(404).end(),
    reason: /^HTTP 404: refused for good$/,
    dead: true,
  },
];

test.each(faults)('a receiver that $name has not taken the message', async ({ answering, reason, dead }) => {
  await start(answering);
  await bench.add({ id: 'm-1' });
  const failed = await bench.untilState('m-1', { attempts: 1 });
  expect(failed).toMatchObject(
    dead === true
      ? { state: 'dead', endedAt: failed.createdAt }
      : { state: 'waiting', nextAttempt: failed.createdAt + 1_000 },
  );
  expect(failed.lastError).toMatch(reason);
  expect(bench.heard[0]).toMatch(/^m-1 (failed|dead): /);
  // and once the receiver is well again the same message gets there
  there.answer((_received, response) => respond(response, 200, replyText()));
  if (dead === true) {
    await bench.store.transaction((tx) => tx.reviveDeliveries(['m-1'], bench.clock.now()));
    bench.sender.wake();
  } else await bench.clock.advance(1_000);
  await bench.untilState('m-1', { state: 'delivered' });
  expect(there.received.map(({ messageId }) => messageId)).toEqual(there.received.map(() => 'm-1'));
  const bodies = new Set(there.received.map(({ body }) => body));
  expect(bodies.size).toBe(1);
});

test('a receiver that is not there has not taken the message', async () => {
  await start();
  await there.close();
  await bench.add({ id: 'm-1' });
  const failed = await bench.untilState('m-1', { attempts: 1 });
  expect(failed).toMatchObject({ state: 'waiting', lastError: expect.stringMatching(/ECONNREFUSED/) });
});

test('a receiver that takes no connection is waited for as long as a connection may take', async () => {
  const sockets: Socket[] = [];
  // TLS is asked for and never answered
  const mute = createServer((socket) => sockets.push(socket));
  await new Promise<void>((done) => mute.listen(0, '127.0.0.1', done));
  there = await receiver();
  const url = `https://127.0.0.1:${(mute.address() as AddressInfo).port}/`;
  bench = await outboxBench({ endpoints: [{ name: 'cis', url }], limits: { connect: 200 } });
  await bench.add({ id: 'm-1' });
  const failed = await bench.untilState('m-1', { attempts: 1 });
  expect(failed.lastError).toBe('no connection within 200 ms');
  for (const socket of sockets) socket.destroy();
  mute.close();
});

test('a message that was taken but whose answer was lost comes again under the same MessageID', async () => {
  await start((_received, response) => {
    there.answer((_again, second) => respond(second, 200, replyText()));
    response.socket?.destroy();
  });
  await bench.add({ id: 'm-1', correlationId: 'c' });
  await bench.untilState('m-1', { attempts: 1 });
  await bench.clock.advance(1_000);
  await bench.untilState('m-1', { state: 'delivered', attempts: 2 });
  expect(there.received).toHaveLength(2);
  expect(there.received[1]!.body).toBe(there.received[0]!.body);
});

test('one poisoned message delays only those of its own correlation', async () => {
  await start(({ messageId }, response) =>
    messageId === 'bad' ? respond(response, 500, fault('Client')) : respond(response, 200, replyText()),
  );
  await bench.add({ id: 'bad', correlationId: 'x' }, { id: 'behind', correlationId: 'x' });
  const good = Array.from({ length: 40 }, (_, at) => ({ id: `good-${at}` }));
  await bench.add(...good);
  for (const { id } of good) await bench.untilState(id, { state: 'delivered' });
  expect(await bench.delivery('bad')).toMatchObject({ state: 'waiting', attempts: 1 });
  expect(await bench.delivery('behind')).toMatchObject({ state: 'waiting', attempts: 0 });
  expect(bench.heard).not.toContain('cis is down');
  // what cannot be read at all is not better off
  await bench.add({ id: 'torn', xml: '<not <well> formed' }, { id: 'last' });
  await bench.untilState('last', { state: 'delivered' });
  const torn = await bench.untilState('torn', { state: 'dead' });
  expect(torn.lastError).toMatch(/^the message is not well-formed/);
});

test('messages of one correlation go one after the other, whatever comes in between', async () => {
  let failures = 0;
  await start(({ messageId }, response) => {
    if (messageId === 'c-2' && failures++ < 2) return respond(response, 503, '');
    respond(response, 200, replyText());
  });
  const chain = Array.from({ length: 6 }, (_, at) => ({ id: `c-${at}`, correlationId: 'c' }));
  await bench.add(...chain);
  await bench.untilState('c-2', { attempts: 1 });
  await bench.clock.advance(1_000);
  await bench.untilState('c-2', { attempts: 2 });
  await bench.clock.advance(1_900);
  expect(await bench.delivery('c-3')).toMatchObject({ attempts: 0 });
  await bench.clock.advance(100);
  await bench.untilState('c-5', { state: 'delivered' });
  expect(there.received.map(({ messageId }) => messageId)).toEqual([
    ...['c-0', 'c-1', 'c-2', 'c-2', 'c-2', 'c-3', 'c-4', 'c-5'],
  ]);
});

test('a bad receiver does not delay another one', async () => {
  there = await receiver();
  const hanging = await receiver(() => {});
  bench = await outboxBench({
    endpoints: [
      { name: 'bad', url: hanging.url, connections: 2 },
      { name: 'cis', url: there.url },
    ],
    limits: { total: 60_000 },
  });
  await bench.add(...Array.from({ length: 20 }, (_, at) => ({ id: `bad-${at}`, endpoint: 'bad' })));
  await until('the bad one is at work', () => hanging.received.length === 2);
  const good = Array.from({ length: 50 }, (_, at) => ({ id: `good-${at}` }));
  await bench.add(...good);
  await until('all good ones have come', () => there.received.length === 50);
  expect(hanging.received).toHaveLength(2);
  expect(hanging.atOnce).toBe(2);
  expect(there.atOnce).toBeLessThanOrEqual(4);
  expect(there.connections).toBeLessThanOrEqual(4);
  await hanging.close();
});
