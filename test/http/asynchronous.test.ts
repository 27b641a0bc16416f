/** Replies that come later, by the generic way, and messages that come twice: over HTTP, to a receiver that is really there. */
import { operationNamed } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { checkSent } from '../support/sent-check.js';
import { until } from '../support/until.js';

let there: Receiver;
let gateway: TestGateway;

beforeEach(async () => {
  there = await receiver();
  const endpoint = { name: 'cis', url: there.url, soap: '1.1', auth: {}, tls: {}, era: '2011' } as const;
  gateway = await testGateway({
    config: {
      replyEndpoints: [
        { ...endpoint, replies: 'response', active: true, connections: 4 },
        { ...endpoint, name: 'esb', url: `${there.url}/events`, replies: 'event', active: true, connections: 4 },
        { ...endpoint, name: 'off', url: `${there.url}/off`, replies: 'response', active: false, connections: 4 },
      ],
      limits: { openRequests: 3 },
      replies: { partSize: 3_000 },
    },
  });
});
afterEach(async () => {
  await gateway.stop();
  await there.close();
});

interface Given {
  readonly verb?: string;
  readonly messageId?: string | undefined;
  readonly correlationId?: string;
  readonly address?: string;
  readonly meter?: string;
  readonly synchronous?: boolean;
}

/** A message about one meter, as text. */
function about({ verb = 'Create', messageId = 'm-1', correlationId, address, meter, synchronous }: Given = {}): string {
  const { namespace, name, verb: word } = operationNamed(`${verb}MeterConfig`);
  const id = messageId === '' ? '' : `<h:MessageID>${messageId}</h:MessageID>`;
  const correlation = correlationId === undefined ? '' : `<h:CorrelationID>${correlationId}</h:CorrelationID>`;
  const flag = synchronous === true ? '' : '<h:AsyncReplyFlag>true</h:AsyncReplyFlag>';
  const where = address === undefined ? '' : `<h:ReplyAddress>${address}</h:ReplyAddress>`;
  return inEnvelope(
    `<m:${name} xmlns:m="${namespace}" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header>` +
      `<h:Verb>${word}</h:Verb><h:Noun>MeterConfig</h:Noun>${flag}${where}${id}${correlation}</m:Header>` +
      `<m:Payload><MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#"><Meter><mRID>${meter ?? 'meter-1'}</mRID>` +
      `<Names><name>${meter ?? 'meter-1'}</name></Names></Meter></MeterConfig></m:Payload></m:${name}>`,
  );
}

function inEnvelope(message: string): string {
  return `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${message}</s:Body></s:Envelope>`;
}

/** Asks what has become of a request. */
function question(correlationId: string, options: Readonly<Record<string, string>> = {}): string {
  const { namespace } = operationNamed('GetMeterConfig');
  const all = Object.entries({ IDKind: 'transaction', ...options })
    .map(([name, value]) => `<m:Option><h:name>${name}</h:name><h:value>${value}</h:value></m:Option>`)
    .join('');
  return inEnvelope(
    `<m:GetMeterConfig xmlns:m="${namespace}" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header>` +
      `<h:Verb>get</h:Verb><h:Noun>MeterConfig</h:Noun></m:Header><m:Request>${all}<m:ID>${correlationId}</m:ID>` +
      `<GetMeterConfig xmlns="http://iec.ch/TC57/2011/GetMeterConfig#"/></m:Request></m:GetMeterConfig>`,
  );
}

const send = (text: string): Promise<Answer> => gateway.post('/soap', text);
const said = ({ reply }: Answer) => ({
  result: reply?.Reply.Result,
  codes: reply?.Reply.Error?.map(({ code }) => code) ?? [],
  details: reply?.Reply.Error?.map(({ details }) => details ?? '') ?? [],
});
const meters = () => gateway.ports.store.objectByMRID('MeterConfig', ['Meter'], 'meter-1');

describe('an asynchronous request', () => {
  test('is acknowledged, and its reply goes to the address with the same correlation id', async () => {
    const answer = await send(about({ address: there.url, correlationId: 'c-1' }));
    expect(said(answer)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    expect(answer.reply).toMatchObject({
      Header: { CorrelationID: 'c-1' },
      Reply: { ID: [{ kind: 'transaction', text: 'c-1' }] },
    });
    await until('the reply has come', () => there.received.length === 1);
    const [{ body, headers, path, correlationId, messageId }] = there.received as [Receiver['received'][0]];
    expect(checkSent(body)).toBe('MeterConfigResponseMessage');
    expect(body).toContain('<msg:Result>OK</msg:Result>');
    expect({ path, correlationId }).toEqual({ path: '/replies', correlationId: 'c-1' });
    expect(messageId).not.toBe(answer.reply?.Header.MessageID);
    expect(headers).toMatchObject({
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '"http://iec.ch/TC57/2011/MeterConfig/MeterConfigResponseMessage"',
    });
    expect(await meters()).toMatchObject({ state: 'active', version: 1 });
    await until('it is noted', async () => (await gateway.ports.store.outboxDepth()).length === 0);
  });

  test.each([
    ['the name of the endpoint', () => 'cis'],
    [
      'its address written otherwise',
      () => there.url.replace('http://127.0.0.1', 'HTTP://127.0.0.1').replace('/rep', '/x/../rep'),
    ],
  ])('may give %s as its ReplyAddress', async (_, address) => {
    expect(said(await send(about({ address: address() })))).toMatchObject({ codes: ['0.3'] });
    await until('the reply has come', () => there.received.length === 1);
    expect(there.received[0]?.correlationId).toBe('m-1');
  });

  test('that cannot be done is told so later', async () => {
    await send(about({ address: 'cis' }));
    const answer = await send(about({ address: 'cis', messageId: 'm-2' }));
    expect(said(answer)).toMatchObject({ codes: ['0.3'] });
    await until('both replies have come', () => there.received.length === 2);
    const second = there.received.find(({ correlationId }) => correlationId === 'm-2');
    expect(checkSent(second!.body)).toBe('MeterConfigResponseMessage');
    expect(second?.body).toMatch(/<msg:Result>FAILED<.*<msg:code>2\.15</s);
  });

  test('of a query brings what was asked for, as an event where the endpoint wants events', async () => {
    await send(about({ synchronous: true }));
    const ask = question('meter-1', { IDKind: 'uuid' }).replace(
      '</h:Noun>',
      '</h:Noun><h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>esb</h:ReplyAddress><h:MessageID>q</h:MessageID>',
    );
    expect(said(await send(ask))).toMatchObject({ codes: ['0.3'] });
    await until('the reply has come', () => there.received.length === 1);
    expect(checkSent(there.received[0]!.body)).toBe('CreatedMeterConfig');
    expect(there.received[0]).toMatchObject({ path: '/replies/events', correlationId: 'q' });
    expect(there.received[0]?.body).toContain('<obj:mRID>meter-1</obj:mRID>');
  });

  test('whose result is long brings it in parts, in order, each valid by itself', async () => {
    for (let n = 1; n <= 5; n++)
      await send(about({ synchronous: true, messageId: `m-${n}`, meter: `long-${n}-${'x'.repeat(180)}` }));
    // all meters there are, those of the simulated head end too
    const ask = question('', {})
      .replace(/<m:Option>.*<\/m:ID>/s, '')
      .replace(
        '</h:Noun>',
        '</h:Noun><h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>cis</h:ReplyAddress><h:MessageID>q</h:MessageID>',
      );
    expect(said(await send(ask))).toMatchObject({ codes: ['0.3'] });
    const partOf = (body: string) =>
      /<msg:Name>Part<\/msg:Name><msg:Value>(\d+)\/(\d+)</.exec(body)?.slice(1).map(Number);
    await until('all parts have come', () => {
      const [, all] = partOf(there.received.at(-1)?.body ?? '') ?? [];
      return there.received.length === all;
    });
    const bodies = there.received.map(({ body }) => body);
    expect(bodies.length).toBeGreaterThan(2);
    expect(bodies.map(partOf)).toEqual(bodies.map((_, at) => [at + 1, bodies.length]));
    for (const body of bodies) expect(checkSent(body)).toBe('MeterConfigResponseMessage');
    expect(bodies.map((body) => /<msg:code>([^<]*)</.exec(body)?.[1])).toEqual([
      ...bodies.slice(1).map(() => '0.1'),
      '0.0',
    ]);
    expect(new Set(there.received.map(({ messageId }) => messageId)).size).toBe(bodies.length);
    const named = bodies.flatMap((body) => [...body.matchAll(/<obj:mRID>([^<]*)</g)].map(([, mRID]) => mRID));
    expect(named).toHaveLength(25);
    expect(new Set(named).size).toBe(25);
    expect(bodies.every((body) => body.length < 5_000)).toBe(true);
  });

  const refused: readonly (readonly [string, Given, string, RegExp])[] = [
    ['no address', {}, '1.5', /no address says where the reply goes/],
    ['a blank address', { address: ' ' }, '1.5', /no address/],
    ['an unknown address', { address: 'http://127.0.0.1:1/' }, '7.7', /neither the address nor the name/],
    ['the name of an inactive endpoint', { address: 'off' }, '7.7', /neither the address nor the name/],
    ['no MessageID', { address: 'poll', messageId: '' }, '1.5', /Header.MessageID/],
  ];
  test.each(refused)('with %s is refused before anything is done', async (_, given, code, details) => {
    const answer = said(await send(about(given)));
    expect(answer).toMatchObject({ result: 'FAILED', codes: [code] });
    expect(answer.details[0]).toMatch(details);
    expect(await meters()).toBeUndefined();
    expect(await gateway.ports.store.requests({ limit: 10 })).toEqual([]);
  });

  test('is refused when the caller has too many open, and may come again later', async () => {
    // nobody carries them out
    await gateway.ports.jobs.stop();
    for (const messageId of ['m-1', 'm-2', 'm-3'])
      expect(said(await send(about({ address: 'poll', messageId })))).toMatchObject({ codes: ['0.3'] });
    const answer = said(await send(about({ address: 'poll', messageId: 'm-4' })));
    expect(answer).toMatchObject({ result: 'FAILED', codes: ['3.2'] });
    expect(answer.details[0]).toMatch(/3 requests are open and 3 are allowed/);
    expect(await gateway.ports.store.answerOf('', 'm-4')).toBeUndefined();
  });
});

describe('a caller that polls', () => {
  test('fetches the final reply by the correlation id, as often as it likes', async () => {
    await send(about({ address: 'poll', correlationId: 'c-1' }));
    await gateway.ports.jobs.idle();
    const first = await send(question('c-1'));
    expect(said(first)).toMatchObject({ result: 'OK', codes: ['0.0'] });
    expect(first.reply?.Header).toMatchObject({ CorrelationID: 'c-1', Noun: 'MeterConfig', Verb: 'reply' });
    expect(first.reply?.Reply.ID).toEqual([expect.objectContaining({ text: 'meter-1', kind: 'uuid' })]);
    expect((await send(question('c-1'))).text).toBe(first.text);
    expect(there.received).toEqual([]);
  });

  test('is told that the request is in hand while it is', async () => {
    await gateway.ports.jobs.stop();
    await send(about({ address: 'poll', correlationId: 'c-1' }));
    const answer = said(await send(question('c-1')));
    expect(answer).toMatchObject({ result: 'PARTIAL', codes: ['0.1'] });
    expect(answer.details[0]).toMatch(/in hand.*next step 2026-.*over at the latest 2026-/);
  });

  test.each([
    ['a request nobody has sent', 'c-9', {}, /no request of MeterConfig with this correlation id/],
    ['a part there is not', 'c-1', { Part: '2' }, /the reply has 1 parts/],
  ])('is told 2.15 for %s', async (_, id, options, details) => {
    await send(about({ address: 'poll', correlationId: 'c-1' }));
    await gateway.ports.jobs.idle();
    const answer = said(await send(question(id, options)));
    expect(answer).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
    expect(answer.details[0]).toMatch(details);
  });
});

describe('a message that comes again', () => {
  test.each([true, false])(
    'gets the same answer byte for byte (at once: %s), and nothing is done twice',
    async (synchronous) => {
      const text = about({ address: 'cis', synchronous });
      const first = await send(text);
      const again = await send(text);
      expect(again.text).toBe(first.text);
      // what stands around the message is not part of it
      const spaced = await send(text.replace('<s:Body>', '<s:Body>\n '));
      expect(spaced.text).toBe(first.text);
      // nor is it another message when it comes by the road of the large ones
      const large = await send(text + ' '.repeat(gateway.config.limits.largeBody));
      expect(large.text).toBe(first.text);
      await gateway.ports.jobs.idle();
      expect(await meters()).toMatchObject({ version: 1 });
      expect(await gateway.ports.store.requests({ limit: 10 })).toHaveLength(synchronous ? 0 : 1);
    },
  );

  test.each([true, false])('ten times at the same moment (at once: %s) is done once', async (synchronous) => {
    const text = about({ address: 'cis', synchronous });
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(text)));
    expect(new Set(answers.map(({ text: answer }) => answer)).size).toBe(1);
    expect(said(answers[0]!)).toMatchObject({ result: 'OK' });
    await gateway.ports.jobs.idle();
    expect(await meters()).toMatchObject({ version: 1 });
    expect(await gateway.ports.store.requests({ limit: 10 })).toHaveLength(synchronous ? 0 : 1);
  });

  test('with other content is refused, and the first answer stays', async () => {
    const first = await send(about({ synchronous: true }));
    const other = said(await send(about({ synchronous: true, meter: 'meter-2' })));
    expect(other).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
    expect(other.details[0]).toMatch(/Header.MessageID: another message with this MessageID/);
    expect(await gateway.ports.store.objectByMRID('MeterConfig', ['Meter'], 'meter-2')).toBeUndefined();
    expect((await send(about({ synchronous: true }))).text).toBe(first.text);
  });

  test('after a refusal is refused in the same words', async () => {
    await send(about({ synchronous: true, messageId: 'm-0' }));
    const first = await send(about({ synchronous: true }));
    expect(said(first)).toMatchObject({ result: 'FAILED', codes: ['2.15'] });
    expect((await send(about({ synchronous: true }))).text).toBe(first.text);
  });

  test('as a question is answered anew', async () => {
    const ask = question('meter-1', { IDKind: 'uuid' }).replace('</h:Noun>', '</h:Noun><h:MessageID>q</h:MessageID>');
    expect(said(await send(ask))).toMatchObject({ result: 'FAILED' });
    await send(about({ synchronous: true }));
    expect(said(await send(ask))).toMatchObject({ result: 'OK' });
  });
});

test('the metrics tell how deep the outbox is', async () => {
  there.answer((_received, response) => void response.writeHead(503).end());
  await send(about({ address: 'cis' }));
  const metrics = async () => (await gateway.send('GET', '/metrics')).text;
  const failed = /cimgate_delivery_attempts_total\{endpoint="cis",outcome="failed"\} [12]/;
  await until('the first attempt is counted', async () => failed.test(await metrics()));
  expect(await metrics()).toContain('cimgate_outbox_messages{endpoint="cis",state="waiting"} 1');
});
