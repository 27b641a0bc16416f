import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { AnyMessage, Call, Dispatch } from '../../../src/message/call.js';
import { replyTo } from '../../../src/message/replies.js';
import { soapEndpoint, type SoapAnswer, type SoapEndpoint } from '../../../src/soap/endpoint.js';
import type { SoapRequest } from '../../../src/soap/request.js';
import { checkAnswer } from '../../support/soap-check.js';
import { envelope, event, invalidEvent, limits, mediaOf, request, wsdl } from './messages.js';

const context = { requestId: 'r-1', receivedAt: 0 };
const maker = { source: 'test', messageId: () => 'm-1', now: () => 0, successCode: true };

const seen: { readings: number; parts: number; offsets: number[] }[] = [];

/** Counts what it is given and answers 0.0. */
const dispatch: Dispatch = async (message: AnyMessage, call: Call) => {
  const found = { readings: 0, parts: 1, offsets: [] as number[] };
  const count = (root: unknown): number => (JSON.stringify(root).match(/"timeStamp"/g) ?? []).length;
  found.readings = count(message.Payload ?? null);
  for await (const { root, offsets } of call.rest ?? []) {
    found.parts++;
    found.readings += count(root);
    found.offsets.push(offsets['MeterReading'] ?? 0);
  }
  seen.push(found);
  return replyTo(message, call.operation.noun, { result: 'OK' }, maker);
};

const settings = { wsdl, limits, largeBody: 262_144, threads: 1, queue: 10, replies: maker };
const endpoints: SoapEndpoint[] = [];

function endpointOf(d: Dispatch, changed: Partial<typeof settings> = {}): SoapEndpoint {
  const endpoint = soapEndpoint(d, { ...settings, ...changed });
  endpoints.push(endpoint);
  return endpoint;
}

const endpoint = endpointOf(dispatch);
/** Reads everything in the thread. */
const threaded = endpointOf(dispatch, { largeBody: 0 });

afterAll(() => Promise.all(endpoints.map((e) => e.close())));

/** Answers, proves the answer against SOAP and the XSD, and proves that the next good request is served. */
async function ask(r: SoapRequest, through: SoapEndpoint = endpoint): Promise<SoapAnswer> {
  const answer = await through.answer(r, context);
  checkAnswer(answer.status, answer.contentType, answer.body);
  const next = await through.answer(request(envelope(event())), context);
  expect(next.status).toBe(200);
  return answer;
}

const faulty: [string, (version: '1.1' | '1.2') => SoapRequest, number | undefined][] = [
  ['a body that is not XML', (v) => request('hello', { contentType: mediaOf[v] }), undefined],
  ['an empty body', (v) => request('', { contentType: mediaOf[v] }), undefined],
  ['a DOCTYPE', (v) => request(`<!DOCTYPE a>${envelope(event(), v)}`, { contentType: mediaOf[v] }), undefined],
  ['an empty Body', (v) => request(envelope('', v), { contentType: mediaOf[v] }), undefined],
  ['an unknown message', (v) => request(envelope('<a/>', v), { contentType: mediaOf[v] }), undefined],
  [
    'a header that must be understood',
    (v) => request(envelope(event(), v, '<x e:mustUnderstand="1"/>'), { contentType: mediaOf[v] }),
    500,
  ],
  ['an invalid message', (v) => request(envelope(invalidEvent, v), { contentType: mediaOf[v] }), undefined],
  [
    'a message of another service',
    (v) => request(envelope(event(), v), { contentType: mediaOf[v], service: 'GetMeterReadings' }),
    undefined,
  ],
  ['a wrong action', (v) => request(envelope(event(), v), { contentType: mediaOf[v], soapAction: 'urn:x' }), undefined],
  [
    'an unread encoding',
    (v) => request(envelope(event(), v), { contentType: mediaOf[v].replace('utf-8', 'iso-8859-1') }),
    415,
  ],
  [
    'hostile text in the message',
    (v) =>
      request(envelope(invalidEvent.replace('smash', `<![CDATA[]]>&lt;"'&amp;]]&gt;\u{1f600}`), v), {
        contentType: mediaOf[v],
      }),
    undefined,
  ],
];

describe.each(['1.1', '1.2'] as const)('SOAP %s', (version) => {
  test('a good message is answered in kind', async () => {
    const answer = await ask(request(envelope(event(3), version), { contentType: mediaOf[version] }));
    expect(answer.status).toBe(200);
    expect(answer.contentType).toBe(mediaOf[version]);
    expect(answer.body).toContain('<msg:CorrelationID>c-1</msg:CorrelationID>');
    expect(answer.body).toContain('<msg:code>0.0</msg:code>');
    expect(answer.exchange).toMatchObject({
      operation: { name: 'CreatedMeterReadings' },
      reply: { Reply: { Result: 'OK' } },
    });
  });

  test.each(faulty)('%s is answered with a fault, the same from the thread', async (_, made, status) => {
    const answer = await ask(made(version));
    expect(answer.status).toBe(status ?? (version === '1.1' ? 500 : 400));
    expect(answer.contentType).toBe(mediaOf[version]);
    expect(answer.exchange.fault).toBeDefined();
    expect(answer.exchange.defect).toBeUndefined();
    if (made(version).body.byteLength === 0) return;
    const other = await ask(made(version), threaded);
    expect([other.status, other.contentType, other.body]).toEqual([answer.status, answer.contentType, answer.body]);
  });

  test('a schema fault carries the FaultMessage with the finding', async () => {
    const answer = await ask(request(envelope(invalidEvent, version), { contentType: mediaOf[version] }));
    expect(answer.body).toContain('MeterReadingsFaultMessage');
    expect(answer.body).toContain('<msg:Result>FAILED</msg:Result>');
    expect(answer.body).toContain('<msg:code>1.8</msg:code><msg:level>FATAL</msg:level>');
    expect(answer.body).toContain(
      '<msg:details>CreatedMeterReadings.Header.Verb (line 1): "smash" is not one of the allowed values',
    );
  });
});

describe('a large message', () => {
  const large = envelope(event(5_000));

  test('goes through the thread in parts and is answered as if it had been small', async () => {
    expect(large.length).toBeGreaterThan(300_000);
    seen.length = 0;
    const answer = await ask(request(large));
    const small = await endpointOf(dispatch, { largeBody: 10_000_000 }).answer(request(large), context);
    expect([answer.status, answer.body]).toEqual([small.status, small.body]);
    expect(seen.find((s) => s.parts > 1)).toEqual({ readings: 5_000, parts: 5, offsets: [0, 0, 0, 0] });
    expect(seen.find((s) => s.parts === 1 && s.readings > 1)).toEqual({ readings: 5_000, parts: 1, offsets: [] });
  });

  test('is read by a thread that gives way to the event loop', async () => {
    if (process.platform !== 'linux') return; // elsewhere priorities are the process's
    const niceness = (task: string): number => {
      const file = `/proc/self/task/${task}/stat`;
      return existsSync(file)
        ? Number(
            readFileSync(file, 'utf8')
              .replace(/^.*\) /, '')
              .split(' ')[16],
          )
        : NaN;
    };
    await ask(request(large));
    const own = niceness(String(process.pid));
    expect(readdirSync('/proc/self/task').map(niceness)).toContain(Math.min(own + 5, 19));
    expect(niceness(String(process.pid))).toBe(own);
  });

  test('may come in a part of a larger buffer', async () => {
    const body = new Uint8Array(Buffer.from(`xx${large}xx`)).subarray(2, 2 + Buffer.byteLength(large));
    expect((await ask(request(body))).status).toBe(200);
    expect(body.byteLength).toBe(Buffer.byteLength(large));
  });

  test('that is invalid at its end reaches nobody', async () => {
    const broken = large.replace(/<r:value>1<\/r:value>(?![^]*<r:value>)/, '<r:value>1</r:value><r:nonsense/>');
    expect(broken).not.toBe(large);
    seen.length = 0;
    const answer = await ask(request(broken));
    expect(answer.body).toContain('MeterReading.Readings[4999].nonsense (line 1): nonsense is not expected here');
    expect(seen.filter((s) => s.readings > 1)).toEqual([]);
  });

  test('whose parts nobody reads does not hold the thread', async () => {
    const lazy = endpointOf(async (message, call) => replyTo(message, call.operation.noun, { result: 'OK' }, maker));
    const huge = envelope(event(30_000));
    for (let i = 0; i < 3; i++) expect((await lazy.answer(request(huge), context)).status).toBe(200);
  });

  test.each(['1.1', '1.2'] as const)('is refused with 503 in SOAP %s when too many wait', async (version) => {
    let open!: () => void;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const busy = endpointOf(async (message, call) => (await gate, dispatch(message, call)), { threads: 1, queue: 1 });
    const made = (): SoapRequest => request(envelope(event(30_000), version), { contentType: mediaOf[version] });
    const answers = [1, 2, 3, 4].map(() => busy.answer(made(), context));
    const refused = await Promise.race(answers);
    expect(refused.status).toBe(503);
    expect(refused.contentType).toBe(mediaOf[version]);
    checkAnswer(refused.status, refused.contentType, refused.body);
    open();
    expect((await Promise.all(answers)).map((a) => a.status).sort()).toContain(200);
    expect((await busy.answer(request(envelope(event())), context)).status).toBe(200);
  });
});

describe('a defect of ours', () => {
  test.each(['1.1', '1.2'] as const)('is a short server fault with the request id in SOAP %s', async (version) => {
    const defect = new Error('secret');
    const broken = endpointOf(() => Promise.reject(defect));
    const answer = await broken.answer(request(envelope(event(), version), { contentType: mediaOf[version] }), context);
    checkAnswer(answer.status, answer.contentType, answer.body);
    expect(answer.status).toBe(500);
    expect(answer.contentType).toBe(mediaOf[version]);
    expect(answer.body).toContain('quote the request id r-1');
    expect(answer.body).not.toContain('secret');
    expect(answer.exchange.defect).toBe(defect);
  });

  test('while the parts of a large message are read lets go of the thread', async () => {
    const broken = endpointOf(async (_, call) => {
      for await (const part of call.rest ?? []) throw new Error(`no ${typeof part}`);
      return Promise.reject(new Error('no rest'));
    });
    for (let i = 0; i < 3; i++)
      expect((await broken.answer(request(envelope(event(30_000))), context)).status).toBe(500);
  });
});

test('hostile names leave no trace', async () => {
  for (const text of [
    event().replace('<r:MeterReading>', '<r:MeterReading id="__proto__">'),
    '<__proto__><obj/></__proto__>',
  ])
    expect((await ask(request(envelope(text)))).status).toBe(500);
  expect(({} as Record<string, unknown>)['obj']).toBeUndefined();
});

test('warming up compiles every schema', async () => {
  endpoint.warmUp();
}, 120_000);
