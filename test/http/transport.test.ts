import { deflateSync, gzipSync } from 'node:zlib';
import { operations } from '../../src/generated/operations.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { rawConnection, rawExchange } from '../support/raw-http.js';
import { getMeterConfig, rawPost } from '../support/soap-text.js';

const xml11 = 'text/xml; charset=utf-8';
const xml12 = 'application/soap+xml; charset=utf-8';
const path = '/soap/GetMeterConfig';
const bodyLimit = 20_000;

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await testGateway({
    config: { limits: { body: bodyLimit, inflatedBody: 60_000, largeBody: 12_000, connectionsPerPeer: 20 } },
  });
});
afterAll(() => gateway.stop());

/** The request was understood and its meter found. */
function expectFound(answer: Answer, version: '1.1' | '1.2' = '1.1'): void {
  expect(answer.status).toBe(200);
  expect(answer.headers['content-type']).toBe(version === '1.1' ? xml11 : xml12);
  expect(answer.checked?.version).toBe(version);
  expect(answer.reply?.Reply.Result).toBe('OK');
  expect(answer.text).toContain('SIM-000001');
}

/** A fault that says this. */
function expectFault(answer: Answer, status: number, reason: RegExp, version: '1.1' | '1.2' = '1.1'): void {
  expect(answer.checked?.fault?.reason).toMatch(reason);
  expect(answer.status).toBe(status);
  expect(answer.checked?.version).toBe(version);
  const codes = status >= 500 && status !== 500 ? ['Server', 'Receiver'] : ['Client', 'Sender'];
  expect(codes).toContain(answer.checked?.fault?.code);
}

describe('the SOAP version', () => {
  test('of the request is that of the answer', async () => {
    expectFound(await gateway.post(path, getMeterConfig()));
    const request12 = getMeterConfig({ version: '1.2' });
    expectFound(await gateway.post(path, request12, { 'Content-Type': xml12 }), '1.2');
  });

  test('is that of the envelope when the media type disagrees', async () => {
    expectFound(await gateway.post(path, getMeterConfig({ version: '1.2' })), '1.2');
    expectFound(await gateway.post(path, getMeterConfig(), { 'Content-Type': xml12 }));
  });

  test('decides the status of a fault: 500 for 1.1, 400 for a 1.2 sender', async () => {
    expectFault(await gateway.post(path, 'no XML'), 500, /well-formed/);
    expectFault(await gateway.post(path, 'no XML', { 'Content-Type': xml12 }), 400, /well-formed/, '1.2');
  });

  test('of the media type is that of a fault before the envelope is opened', async () => {
    const headers = { 'Content-Type': xml12 };
    expectFault(await gateway.post('/soap/GetNothing', getMeterConfig(), headers), 404, /GetNothing/, '1.2');
    const large = ' '.repeat(bodyLimit + 1);
    expectFault(await gateway.post(path, large, headers), 413, /larger/, '1.2');
    const encoded = { ...headers, 'Content-Encoding': 'br' };
    expectFault(await gateway.post(path, 'x', encoded), 415, /br/, '1.2');
  });
});

describe('the media type', () => {
  test.each([
    'text/xml',
    'text/xml;charset=utf-8',
    'TEXT/XML; CHARSET=UTF-8',
    'text/xml; charset="utf-8"',
    'text/xml; Charset="UTF8"; x=y',
    'text/xml ; charset=us-ascii',
  ])('%s is SOAP 1.1', async (contentType) => {
    expectFound(await gateway.post(path, getMeterConfig(), { 'Content-Type': contentType }));
  });

  test.each([
    'application/soap+xml',
    'application/soap+xml; charset=utf-8; action="http://iec.ch/TC57/2011/GetMeterConfig/GetMeterConfig"',
    'application/soap+xml;action="";charset="UTF-8"',
  ])('%s is SOAP 1.2', async (contentType) => {
    const request = getMeterConfig({ version: '1.2' });
    expectFound(await gateway.post(path, request, { 'Content-Type': contentType }), '1.2');
  });

  test('may be missing', async () => {
    expectFound(await rawExchange(gateway.port, rawPost(getMeterConfig(), { 'Content-Type': undefined })));
  });

  test.each([
    ['application/json', /application\/json/],
    ['application/xml', /application\/xml/],
    ['multipart/related; type="text/xml"', /multipart\/related/],
    ['text/xml; charset=iso-8859-1', /iso-8859-1/],
    ['text/xml; charset=utf-7', /utf-7/],
  ])('%s is refused with 415', async (contentType, reason) => {
    expectFault(await gateway.post(path, getMeterConfig(), { 'Content-Type': contentType }), 415, reason);
  });

  test('is refused in the SOAP version it names', async () => {
    const contentType = 'application/soap+xml; charset=koi8-r';
    const answer = await gateway.post(path, getMeterConfig({ version: '1.2' }), { 'Content-Type': contentType });
    expectFault(answer, 415, /koi8-r/, '1.2');
  });
});

describe('the SOAPAction', () => {
  const action = 'http://iec.ch/TC57/2011/GetMeterConfig/GetMeterConfig';

  test.each([`"${action}"`, action, '""', ''])('may be %s', async (soapAction) => {
    expectFound(await gateway.post(path, getMeterConfig(), { SOAPAction: soapAction }));
  });

  test('that disagrees with the message is refused', async () => {
    const answer = await gateway.post(path, getMeterConfig(), { SOAPAction: '"urn:other"' });
    expectFault(answer, 500, /SOAPAction "urn:other" disagrees/);
    expect(answer.checked?.message?.name).toBe('MeterConfigFaultMessage');
    const contentType = 'application/soap+xml; action="urn:other"';
    const answer12 = await gateway.post(path, getMeterConfig({ version: '1.2' }), { 'Content-Type': contentType });
    expectFault(answer12, 400, /disagrees/, '1.2');
  });
});

describe('the character encoding', () => {
  const meter = 'SIM-000001';

  test.each([
    ['UTF-8 with a byte order mark', '', (text: string) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16LE with a mark', 'UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16BE with a mark', 'UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['UTF-16LE without a mark', 'UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
  ])('may be %s', async (_, declared, encode) => {
    const declaration = declared === '' ? '' : `<?xml version="1.0" encoding="${declared}"?>\n`;
    const body = encode(getMeterConfig({ declaration, meter }));
    expectFound(await gateway.post(path, body, { 'Content-Type': 'text/xml' }));
    if (declared === '') expectFound(await gateway.post(path, body));
    else expectFound(await gateway.post(path, body, { 'Content-Type': 'text/xml; charset=utf-16' }));
  });

  test('comes back as it was sent, in UTF-8', async () => {
    const text = getMeterConfig({ messageId: 'Zählerstand № 5 — 測定 😀' });
    for (const body of [Buffer.from(text), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const answer = await gateway.post(path, body, { 'Content-Type': 'text/xml' });
      expect(answer.reply?.Header.CorrelationID).toBe('Zählerstand № 5 — 測定 😀');
    }
  });

  test('must be that of the bytes', async () => {
    const body = Buffer.from(getMeterConfig({ messageId: 'Zähler' }), 'latin1');
    expectFault(await gateway.post(path, body), 500, /not valid UTF-8/);
    const declaration = '<?xml version="1.0" encoding="ISO-8859-1"?>';
    const declared = Buffer.from(getMeterConfig({ declaration }), 'latin1');
    expectFault(await gateway.post(path, declared, { 'Content-Type': 'text/xml' }), 415, /ISO-8859-1/);
  });
});

describe('the method', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not allowed on a service', async (method) => {
    for (const place of ['/soap', '/soap/GetMeterConfig']) {
      const answer = await gateway.send(method, place);
      expect(answer.status).toBe(405);
      expect(answer.headers.allow).toBe('GET, HEAD, POST');
      expect(answer.headers['content-type']).toMatch(/^text\/plain/);
      expect(answer.text).toMatch(new RegExp(`^${method} is not allowed`));
    }
  });

  test('GET on a service without a question says what to do', async () => {
    const answer = await gateway.send('GET', path);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/GET \/soap\/GetMeterConfig\?wsdl .* POST/);
  });
});

describe('the address', () => {
  test('may be that of all services', async () => {
    for (const place of ['/soap', '/soap/', '/soap?x=1', '/soap/GetMeterConfig?x=1'])
      expectFound(await gateway.post(place, getMeterConfig()));
  });

  test('may end in a slash', async () => {
    expectFound(await gateway.post('/soap/GetMeterConfig/', getMeterConfig()));
  });

  test('may come whole, as proxies send it', async () => {
    const target = 'http://gateway.example/soap/GetMeterConfig';
    expectFound(await rawExchange(gateway.port, rawPost(getMeterConfig(), {}, target)));
    const all = 'http://gateway.example/soap?x';
    expectFound(await rawExchange(gateway.port, rawPost(getMeterConfig(), {}, all)));
  });

  test('of another service is refused with what it offers', async () => {
    const answer = await gateway.post('/soap/ExecuteMeterConfig', getMeterConfig());
    expectFault(answer, 500, /ExecuteMeterConfig does not offer GetMeterConfig; it offers CreateMeterConfig/);
  });

  test.each(['GetNothing', 'constructor', '__proto__', '%E0%A4%A', 'GetMeterConfig/more', '..%2f..%2fetc'])(
    '/soap/%s is unknown: a SOAP fault',
    async (service) => {
      expectFault(await gateway.post(`/soap/${service}`, getMeterConfig()), 404, /there is no service/);
    },
  );

  test('outside /soap is 404 in plain text', async () => {
    for (const place of ['/', '/soapy', '/api', '/health/live']) {
      const answer = await gateway.post(place, getMeterConfig());
      expect(answer.status).toBe(404);
      expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    }
  });
});

describe('the size', () => {
  const padded = (size: number): string => getMeterConfig({ meter: `SIM-000001<!--${'x'.repeat(size)}-->` });

  test('above the limit is refused by its announcement, before the body is sent', async () => {
    const connection = await rawConnection(gateway.port);
    connection.write(rawPost('', { 'Content-Length': String(bodyLimit + 1) }));
    const answer = await connection.next();
    expectFault(answer, 413, /larger than 20000 bytes/);
    expect(answer.headers.connection).toBe('close');
    await connection.closed();
  });

  test('above the limit is refused while the body streams in', async () => {
    const connection = await rawConnection(gateway.port);
    connection.write(rawPost('', { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' }));
    for (let sent = 0; sent < bodyLimit + 4096; sent += 4096) connection.write(chunk('y'.repeat(4096)));
    const answer = await connection.next();
    expectFault(answer, 413, /larger than 20000 bytes/);
    expect(answer.headers.connection).toBe('close');
    await connection.closed();
  });

  test('above the limit when compressed or inflated is refused', async () => {
    const headers = { 'Content-Encoding': 'gzip' };
    const noise = gzipSync(Buffer.from(Array.from({ length: 40_000 }, (_, i) => (i * 7919) % 251)), { level: 0 });
    expectFault(await gateway.post(path, noise, headers), 413, /as received/);
    const random = Buffer.from(Array.from({ length: 3_000 }, (_, i) => (i * i * 7919) % 251));
    const inflating = gzipSync(Buffer.concat(Array.from({ length: 30 }, () => random)));
    expect(inflating.length).toBeLessThan(bodyLimit);
    expectFault(await gateway.post(path, inflating, headers), 400, /after inflation/);
  });

  test('that grows out of all proportion is refused', async () => {
    const small = await testBomb();
    expectFault(small, 400, /expands to more than 100 times/);
  });

  test('that needs a thread is answered all the same', async () => {
    expectFound(await gateway.post(path, padded(15_000)));
    const request12 = padded(15_000).replace(
      'http://schemas.xmlsoap.org/soap/envelope/',
      'http://www.w3.org/2003/05/soap-envelope',
    );
    expectFound(await gateway.post(path, request12, { 'Content-Type': xml12 }), '1.2');
    const invalid = padded(15_000).replace('<msg:Verb>get<', '<msg:Verb>smash<');
    const answer = await gateway.post(path, invalid);
    expectFault(answer, 500, /"smash"/);
    expect(answer.checked?.message?.name).toBe('MeterConfigFaultMessage');
  });

  test('of many at a time is refused when all threads are busy, and asked for again', async () => {
    const narrow = await testGateway({ config: { threads: 1, limits: { largeBody: 12_000, queue: 1 } } });
    try {
      const request12 = padded(15_000).replace(
        'http://schemas.xmlsoap.org/soap/envelope/',
        'http://www.w3.org/2003/05/soap-envelope',
      );
      const send = (): Promise<Answer> => narrow.post(path, request12, { 'Content-Type': xml12 });
      const answers = await Promise.all(Array.from({ length: 8 }, send));
      const refused = answers.filter(({ status }) => status === 503);
      expect(refused.length).toBeGreaterThan(0);
      expect(refused.length).toBeLessThan(8);
      for (const answer of refused) {
        expectFault(answer, 503, /too many large messages/, '1.2');
        expect(answer.headers['retry-after']).toBe('1');
      }
      for (const answer of answers) if (answer.status !== 503) expectFound(answer, '1.2');
    } finally {
      await narrow.stop();
    }
  });

  async function testBomb(): Promise<Answer> {
    const wide = await testGateway({ config: { limits: { inflatedBody: 10_000_000 } } });
    try {
      return await wide.post(path, gzipSync(Buffer.alloc(5_000_000, 32)), { 'Content-Encoding': 'gzip' });
    } finally {
      await wide.stop();
    }
  }
});

describe('a compressed request', () => {
  test.each([
    ['gzip', gzipSync],
    ['x-gzip', gzipSync],
    ['GZIP', gzipSync],
    ['deflate', deflateSync],
    ['identity', (text: string) => Buffer.from(text)],
  ])('in %s is understood', async (encoding, encode) => {
    const body = encode(getMeterConfig());
    expectFound(await gateway.post(path, body, { 'Content-Encoding': encoding }));
    expectFound(await gateway.post(path, body, { 'Content-Encoding': encoding, 'Transfer-Encoding': 'chunked' }));
  });

  test.each(['br', 'compress', 'zstd', 'gzip, gzip', 'none'])('in %s is refused with 415', async (encoding) => {
    const answer = await gateway.post(path, gzipSync(getMeterConfig()), { 'Content-Encoding': encoding });
    expectFault(answer, 415, /send gzip, deflate or none/);
  });

  test('that is broken, cut or no gzip at all is refused', async () => {
    const good = gzipSync(getMeterConfig());
    const broken = Buffer.from(good);
    broken.fill(0xff, 20, 40);
    for (const body of [broken, good.subarray(0, good.length - 20), Buffer.from(getMeterConfig())])
      expectFault(await gateway.post(path, body, { 'Content-Encoding': 'gzip' }), 400, /not valid gzip/);
    expectFault(await gateway.post(path, good, { 'Content-Encoding': 'deflate' }), 400, /not valid deflate/);
    expectFound(await gateway.post(path, good, { 'Content-Encoding': 'gzip' }));
  });

  test('that is empty holds no message', async () => {
    expectFault(await gateway.post(path, '', { 'Content-Encoding': 'gzip' }), 400, /not valid gzip|no body/);
    expectFault(await gateway.post(path, gzipSync(''), { 'Content-Encoding': 'gzip' }), 500, /no body/);
    expectFault(await gateway.post(path, ''), 500, /no body/);
  });
});

describe('a compressed answer', () => {
  /** All meters: long enough to be worth it. */
  const all = getMeterConfig().replace(/<obj:Meter>.*<\/obj:Meter>/, '');

  test.each(['gzip', 'gzip, deflate', 'GZip', 'deflate, gzip;q=0.5', 'x-gzip', 'br, gzip;q=1.0', 'gzip;q=0.001'])(
    'is sent for %s',
    async (accept) => {
      const answer = await gateway.post(path, all, { 'Accept-Encoding': accept });
      expect(answer.headers['content-encoding']).toBe('gzip');
      expect(answer.headers.vary).toBe('Accept-Encoding');
      expectFound(answer);
    },
  );

  test.each([undefined, '', 'none', 'compress', 'identity', 'deflate', '*', 'gzip;q=0', 'gzip; q=0.0', 'notgzip'])(
    'is not sent for %s',
    async (accept) => {
      const answer = await gateway.post(path, all, accept === undefined ? {} : { 'Accept-Encoding': accept });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expectFound(answer);
    },
  );

  test('is not sent when it is short', async () => {
    const answer = await gateway.post(path, getMeterConfig(), { 'Accept-Encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expectFound(answer);
  });
});

describe('Expect: 100-continue', () => {
  const request = getMeterConfig();
  const head = (headers: Readonly<Record<string, string>> = {}, to = path): Buffer =>
    rawPost('', { Expect: '100-continue', 'Content-Length': String(request.length), ...headers }, to);

  test('is answered by 100, and the message by its answer', async () => {
    const connection = await rawConnection(gateway.port);
    for (let round = 0; round < 2; round++) {
      connection.write(head());
      expect((await connection.next()).status).toBe(100);
      connection.write(request);
      expectFound(await connection.next());
    }
    connection.socket.destroy();
  });

  test.each<[number, Readonly<Record<string, string>>, string]>([
    [413, { 'Content-Length': '999999' }, path],
    [415, { 'Content-Type': 'application/json' }, path],
    [415, { 'Content-Encoding': 'br' }, path],
    [404, {}, '/soap/GetNothing'],
  ])('is answered by %i at once when the body is not wanted', async (status, headers, to) => {
    const connection = await rawConnection(gateway.port);
    connection.write(head(headers, to));
    const answer = await connection.next();
    expect(answer.status).toBe(status);
    expect(answer.headers.connection).toBe('close');
    await connection.closed();
  });

  test('of an HTTP/1.0 client is not answered by 100', async () => {
    const answer = await rawExchange(gateway.port, rawPost(request, { Expect: '100-continue' }, path, 'HTTP/1.0'));
    expectFound(answer);
  });

  test('anything else is refused with 417', async () => {
    const answer = await rawExchange(gateway.port, rawPost(request, { Expect: 'miracles' }));
    expect(answer.status).toBe(417);
  });
});

describe('a connection', () => {
  test('serves many requests one after the other', async () => {
    const connection = await rawConnection(gateway.port);
    for (let round = 0; round < 5; round++) {
      connection.write(rawPost(getMeterConfig({ messageId: `round-${round}` })));
      const answer = await connection.next();
      expectFound(answer);
      expect(answer.reply?.Header.CorrelationID).toBe(`round-${round}`);
      expect(answer.headers.connection).toBe('keep-alive');
    }
    connection.socket.destroy();
  });

  test('serves pipelined requests in their order, faults between them', async () => {
    const connection = await rawConnection(gateway.port);
    const requests = Array.from({ length: 6 }, (_, i) =>
      rawPost(i === 2 ? '<broken' : getMeterConfig({ messageId: `piped-${i}` })),
    );
    connection.write(Buffer.concat(requests));
    for (let i = 0; i < 6; i++) {
      const answer = await connection.next();
      if (i === 2) expectFault(answer, 500, /well-formed/);
      else expect(answer.reply?.Header.CorrelationID).toBe(`piped-${i}`);
    }
    connection.socket.destroy();
  });

  test('takes requests in chunks of any size', async () => {
    const connection = await rawConnection(gateway.port);
    for (const size of [1, 7, 4096]) {
      connection.write(rawPost('', { 'Content-Length': undefined, 'Transfer-Encoding': 'chunked' }));
      const text = getMeterConfig();
      for (let at = 0; at < text.length; at += size) connection.write(chunk(text.slice(at, at + size)));
      connection.write('0\r\n\r\n');
      expectFound(await connection.next());
    }
    connection.socket.destroy();
  });

  test('is closed when the client asks for it', async () => {
    const connection = await rawConnection(gateway.port);
    connection.write(rawPost(getMeterConfig(), { Connection: 'close' }));
    const answer = await connection.next();
    expectFound(answer);
    expect(answer.headers.connection).toBe('close');
    expect(await connection.closed()).toBe('');
  });

  test('of an HTTP/1.0 client is closed after the answer', async () => {
    const connection = await rawConnection(gateway.port);
    connection.write(rawPost(getMeterConfig(), { Host: undefined }, path, 'HTTP/1.0'));
    const answer = await connection.next();
    expectFound(answer);
    expect(answer.headers['transfer-encoding']).toBeUndefined();
    await connection.closed();
  });

  test('that breaks in the middle of a request harms nobody', async () => {
    const broken = await rawConnection(gateway.port);
    broken.write(rawPost('<half', { 'Content-Length': '5000' }));
    const gzip = await rawConnection(gateway.port);
    gzip.write(
      rawPost(gzipSync(getMeterConfig()).subarray(0, 50), { 'Content-Length': '400', 'Content-Encoding': 'gzip' }),
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    broken.socket.destroy();
    gzip.socket.destroy();
    expectFound(await gateway.post(path, getMeterConfig()));
  });

  test('with bytes that are no HTTP, or a head too large, is refused and closed', async () => {
    for (const [bytes, status] of [
      ['SMASH\r\n\r\n', 400],
      ['POST /soap HTTP/1.1\r\nContent-Length: 5\r\n\r\n', 400],
      [rawPost('x', { 'X-Large': 'y'.repeat(20_000) }), 431],
    ] as const) {
      const connection = await rawConnection(gateway.port);
      connection.write(bytes);
      const said = await connection.closed();
      expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    }
  });

  test('beyond those a peer may hold is closed', async () => {
    const held = await Promise.all(Array.from({ length: 30 }, () => rawConnection(gateway.port)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const open = held.filter(({ socket }) => !socket.destroyed && !socket.readableEnded);
    expect(open.length).toBeLessThanOrEqual(20);
    expect(open.length).toBeGreaterThan(10);
    for (const { socket } of held) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expectFound(await rawExchange(gateway.port, rawPost(getMeterConfig())));
  });
});

describe('an envelope', () => {
  const envelope = (inside: string, ns = 'http://schemas.xmlsoap.org/soap/envelope/'): string =>
    `<soap:Envelope xmlns:soap="${ns}">${inside}</soap:Envelope>`;
  const message = /<soap:Body>(.*)<\/soap:Body>/s.exec(getMeterConfig())![1]!;

  test.each<[string, string, RegExp, string]>([
    ['of another SOAP', envelope(`<soap:Body>${message}</soap:Body>`, 'urn:soap-3'), /urn:soap-3/, 'VersionMismatch'],
    ['that is none', message, /no SOAP envelope: its root element is GetMeterConfig/, 'Client'],
    ['without a Body', envelope(''), /no Body/, 'Client'],
    ['with an empty Body', envelope('<soap:Body/>'), /Body is empty/, 'Client'],
    ['with two messages', envelope(`<soap:Body>${message}${message}</soap:Body>`), /several elements/, 'Client'],
    [
      'with something behind the Body',
      envelope(`<soap:Body>${message}</soap:Body><x/>`),
      /nothing may follow/,
      'Client',
    ],
    ['with a DOCTYPE', `<!DOCTYPE x>${getMeterConfig()}`, /DOCTYPE/i, 'Client'],
    [
      'with a processing instruction',
      getMeterConfig().replace('<m:Header>', '<?x y?><m:Header>'),
      /instruction/i,
      'Client',
    ],
    [
      'with a mandatory header block',
      envelope(`<soap:Header><x soap:mustUnderstand="1"/></soap:Header><soap:Body>${message}</soap:Body>`),
      /header block x must be understood/,
      'MustUnderstand',
    ],
    [
      'with an unknown message',
      envelope('<soap:Body><a:GetMeterConfig xmlns:a="urn:a"/></soap:Body>'),
      /\{urn:a\}GetMeterConfig.*known in the namespace http:\/\/iec\.ch\/TC57\/2011\/GetMeterConfigMessage/,
      'Client',
    ],
  ])('%s is refused', async (_, request, reason, code) => {
    const answer = await gateway.post(path, request);
    expect(answer.checked?.fault?.reason).toMatch(reason);
    expect(answer.checked?.fault?.code).toBe(code);
    expect(answer.status).toBe(500);
  });

  test('with header blocks that need not be understood is answered', async () => {
    const blocks =
      '<x soap:mustUnderstand="0"/><y soap:mustUnderstand="1" soap:actor="urn:somebody-else"/><z xmlns="urn:z"><deep/></z>';
    const request = envelope(`<soap:Header>${blocks}</soap:Header><soap:Body>${message}</soap:Body>`);
    expectFound(await gateway.post(path, request));
    expectFound(await gateway.post(path, envelope(`<soap:Header/><soap:Body>${message}</soap:Body>`)));
  });
});

test('every operation is answered by a fault of its own noun when its message is not valid', async () => {
  for (const { name, namespace, noun, services, faultName } of operations) {
    const request = `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><${name} xmlns="${namespace}"/></e:Body></e:Envelope>`;
    const answer = await gateway.post(`/soap/${services[0]}`, request);
    expectFault(answer, 500, new RegExp(`not valid against its schema: ${name}`));
    expect(answer.checked?.message).toEqual({ name: faultName, namespace });
    expect(answer.checked?.operations.some((o) => o.noun === noun)).toBe(true);
  }
});

test('a defect of the gateway is told by its request id, and nothing of its inside', async () => {
  const faulty = await testGateway({
    around: () => () => Promise.reject(new Error('secret of the house')),
  });
  try {
    for (const version of ['1.1', '1.2'] as const) {
      const contentType = version === '1.1' ? xml11 : xml12;
      const answer = await faulty.post(path, getMeterConfig({ version }), { 'Content-Type': contentType });
      expect(answer.status).toBe(500);
      expect(answer.checked?.version).toBe(version);
      expect(answer.checked?.fault?.code).toBe(version === '1.1' ? 'Server' : 'Receiver');
      expect(answer.text).not.toContain('secret');
      const id = String(answer.headers['x-request-id']);
      expect(answer.checked?.fault?.reason).toContain(id);
      const logged = faulty.logged.find(({ facts }) => facts['requestId'] === id);
      expect(logged?.level).toBe('error');
      expect(String(logged?.facts['error'])).toMatch(/secret of the house\n\s+at /);
    }
  } finally {
    await faulty.stop();
  }
});

function chunk(text: string): string {
  return `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
}
