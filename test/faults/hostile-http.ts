/** Bad HTTP: compression, sizes, heads that contradict themselves, wrong turns of SOAP over HTTP. */
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { raw, request, type Group, type Hostile } from './hostile-case.js';
import { createMeter, getMeters, soap12 } from './messages.js';
import { chunked, endOfInput, post } from './raw-client.js';

const MiB = 1 << 20;
const zipped = (name: string, body: () => Buffer, status: number | readonly number[] = 400, says?: RegExp): Hostile =>
  request(name, status, () => ({ headers: { 'Content-Encoding': 'gzip' }, body: body() }), says);
const good = (): Buffer => gzipSync(createMeter());

const compression: Group = [
  'compression',
  [
    zipped('not gzip at all', () => Buffer.from(createMeter()), 400, /not valid gzip/),
    zipped('nothing', () => Buffer.alloc(0), [400, 500]),
    ...[1, 5, 10, 11, 50, 100, 200].map((at) =>
      zipped(`gzip cut after ${at} bytes`, () => good().subarray(0, at), 400, /gzip/),
    ),
    zipped('gzip without its last byte', () => good().subarray(0, -1), 400, /gzip/),
    zipped('gzip with a wrong checksum', () => {
      const bytes = good();
      bytes[bytes.length - 6]! ^= 0xff;
      return bytes;
    }),
    zipped('gzip with broken blocks', () => {
      const bytes = good();
      bytes.fill(0xaa, 20, 60);
      return bytes;
    }),
    zipped('gzip of something else', () => gzipSync('hello'), 500),
    zipped('gzip in gzip', () => gzipSync(gzipSync(createMeter())), 500, /UTF-8/),
    zipped('a bomb of zeros: 100 MiB', () => gzipSync(Buffer.alloc(100 * MiB)), 400, /more than 100 times/),
    zipped('a bomb of blanks: ratio 1,000', () => gzipSync(Buffer.alloc(20 * MiB, ' ')), 400, /more than 100 times/),
    zipped(
      'a bomb of members',
      () => Buffer.concat(Array.from({ length: 200 }, () => gzipSync(Buffer.alloc(MiB, ' ')))),
      400,
      /more than 100 times|after inflation/,
    ),
    zipped('33 MiB after inflation', () => gzipSync(manyNumbers(33 * MiB), { level: 1 }), 400, /after inflation/),
    request(
      'deflate that is none',
      400,
      () => ({ headers: { 'Content-Encoding': 'deflate' }, body: createMeter() }),
      /not valid deflate/,
    ),
    request('deflate without its head', 400, () => ({
      headers: { 'Content-Encoding': 'deflate' },
      body: deflateRawSync(createMeter()),
    })),
    request('a bomb by deflate', 400, () => ({
      headers: { 'Content-Encoding': 'deflate' },
      body: deflateSync(Buffer.alloc(20 * MiB)),
    })),
    request('brotli', 415, () => ({ headers: { 'Content-Encoding': 'br' }, body: brotliCompressSync(createMeter()) })),
    request('two layers', 415, () => ({ headers: { 'Content-Encoding': 'gzip, gzip' }, body: gzipSync(good()) })),
    request('an unknown encoding', 415, () => ({
      headers: { 'Content-Encoding': 'x'.repeat(5000) },
      body: createMeter(),
    })),
  ],
];

/** Text that gzip makes about twenty times smaller: below the ratio, above the size. */
function manyNumbers(size: number): Buffer {
  const line = Array.from({ length: 4000 }, (_, i) => `<x>${(i * 7919) % 10007}</x>`).join('');
  return Buffer.alloc(size, line);
}

const bodies: Group = [
  'size of the body',
  [
    request('60 MB announced', 413, () => ({ body: Buffer.alloc(60_000_000, ' ') }), /larger than 8388608/),
    request('8 MiB and one byte', 413, () => ({ body: Buffer.alloc(8 * MiB + 1, ' ') })),
    {
      name: '60 MB in chunks',
      send: () => [
        post({ headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' } }),
        chunked(Buffer.alloc(60_000_000, ' '), 65_536),
      ],
      status: [413],
    },
    {
      name: '500 kB in chunks of one byte',
      send: () => [
        post({ headers: { 'Content-Length': null, 'Transfer-Encoding': 'chunked' } }),
        chunked(Buffer.alloc(500_000, ' '), 1),
      ],
      status: [500],
    },
    request('1 TB announced, nothing sent', 413, () => ({ headers: { 'Content-Length': '1000000000000' } })),
    {
      name: '60 MB announced, asking first',
      // where readings may come, as at /soap, the beginning is waited for
      send: () => [
        post({
          path: '/soap/ExecuteEndDeviceControls',
          headers: { 'Content-Length': '60000000', Expect: '100-continue' },
        }),
      ],
      status: [413],
    },
    {
      name: 'less than announced, then the end',
      send: () => [post({ headers: { 'Content-Length': '100000' }, body: createMeter() }), 50, endOfInput],
      status: [400, undefined],
    },
    request('60 MB to an address that takes none', [404, undefined], () => ({
      path: '/elsewhere',
      body: Buffer.alloc(60_000_000),
    })),
    request('60 MB by PUT', [405, undefined], () => ({ method: 'PUT', body: Buffer.alloc(60_000_000) })),
  ],
];

const action = (value: string): Hostile =>
  request(
    `SOAPAction ${value.slice(0, 60)}`,
    500,
    () => ({ headers: { SOAPAction: value }, body: createMeter() }),
    /SOAPAction/,
  );

const binding: Group = [
  'SOAP over HTTP',
  [
    ...['1', 'true', ' 1 '].map((value) =>
      request(
        `mustUnderstand="${value}"`,
        500,
        () => ({
          body: createMeter({
            blocks: `<soap:Header><s:Security xmlns:s="urn:s" soap:mustUnderstand="${value}"/></soap:Header>`,
          }),
        }),
        /MustUnderstand/,
      ),
    ),
    request(
      'mustUnderstand, SOAP 1.2',
      500,
      () => ({
        headers: { 'Content-Type': 'application/soap+xml' },
        body: createMeter({
          soap: soap12,
          blocks: '<soap:Header><s:S xmlns:s="urn:s" soap:mustUnderstand="true"/></soap:Header>',
        }),
      }),
      /MustUnderstand/,
    ),
    request(
      'mustUnderstand by another prefix',
      500,
      () => ({
        body: createMeter({
          blocks:
            '<soap:Header><s:S xmlns:s="urn:s" xmlns:q="http://schemas.xmlsoap.org/soap/envelope/" q:mustUnderstand="1"/></soap:Header>',
        }),
      }),
      /MustUnderstand/,
    ),
    action('"urn:something-else"'),
    action('"http://iec.ch/TC57/2011/MeterConfig/DeleteMeterConfig"'),
    action('CreateMeterConfig'),
    action(`"${'x'.repeat(8000)}"`),
    request('the action of SOAP 1.2 is another', 400, () => ({
      headers: { 'Content-Type': 'application/soap+xml; action="urn:other"' },
      body: createMeter({ soap: soap12 }),
    })),
    request(
      'another service',
      500,
      () => ({ path: '/soap/ExecuteEndDeviceControls', body: createMeter() }),
      /does not offer/,
    ),
    request(
      'a service of questions',
      500,
      () => ({ path: '/soap/GetMeterConfig', body: createMeter() }),
      /does not offer/,
    ),
    ...[
      'application/json',
      'application/xml',
      'text/plain',
      'multipart/related; type="application/xop+xml"',
      'application/x-www-form-urlencoded',
      'text/xmlx',
      `${'x'.repeat(4000)}/y`,
    ].map((type) =>
      request(
        `media type ${type.slice(0, 50)}`,
        415,
        () => ({ headers: { 'Content-Type': type }, body: createMeter() }),
        /media type/,
      ),
    ),
    ...['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'].map((method) =>
      request(`${method} of a message`, [200, 204, 405], () => ({ method, body: createMeter() })),
    ),
  ],
];

const head = 'POST /soap HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\n';
const body = createMeter();
const long = (bytes: number): string => 'x'.repeat(bytes);
const smuggled = `${head}Content-Length: ${body.length}\r\n\r\n${body}`;

const heads: Group = [
  'heads of requests',
  [
    raw('a header above 16 KiB', 431, `${head}X: ${long(17_000)}\r\n\r\n`),
    raw(
      'many headers above 16 KiB',
      431,
      `${head}${Array.from({ length: 3000 }, (_, i) => `X${i}: y\r\n`).join('')}\r\n`,
    ),
    raw('an address above 16 KiB', [414, 431], `GET /soap?${long(17_000)} HTTP/1.1\r\nHost: x\r\n\r\n`),
    raw('a header without end', 431, [`${head}X: ${long(100_000)}`]),
    raw(
      'a query string of 15 kB',
      404,
      `GET /soap/x?${'a[b]=c&'.repeat(2000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    ),
    raw(
      'a query of __proto__',
      404,
      `GET /soap/x?__proto__[wsdl]=1&constructor=1&wsdl[]=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    ),
    raw('no Host', 400, 'POST /soap HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Length: 0\r\n\r\n'),
    raw('a Host with markup', 200, 'GET /soap HTTP/1.1\r\nHost: x"><script>\r\nConnection: close\r\n\r\n'),
    raw('a bad version', 400, 'POST /soap HTTP/9.9\r\nHost: x\r\n\r\n'),
    raw('no version', [200, 400], 'GET /soap\r\n\r\n'),
    raw('no HTTP', 400, `${long(200)}\r\n\r\n`),
    raw('a greeting of TLS', 400, [Buffer.from('1603010200010001fc0303', 'hex'), Buffer.alloc(200, 0xab)]),
    raw('a control character in a header', 400, `${head}X: a\x01b\r\nContent-Length: 0\r\n\r\n`),
    raw('a NUL in a header', 400, `${head}X: a\0b\r\nContent-Length: 0\r\n\r\n`),
    raw('a control character in the address', 400, 'GET /so\x01ap HTTP/1.1\r\nHost: x\r\n\r\n'),
    raw('a blank in a header name', 400, `${head}X Y: z\r\nContent-Length: 0\r\n\r\n`),
    raw('a blank before the colon', 400, `${head}Content-Length : 0\r\n\r\n`),
    raw('a continued header', [400, 500], `${head}X: a\r\n b\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`),
    raw('two lengths that differ', 400, `${head}Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcdef`),
    raw('two lengths in one header', 400, `${head}Content-Length: 5, 6\r\n\r\nabcdef`),
    raw(
      'a length and chunks',
      400,
      `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
    ),
    raw(
      'chunks and a length',
      400,
      `${head}Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${smuggled}`,
    ),
    raw('an unknown transfer encoding', [400, 501], `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`),
    raw('chunked, then identity', [400, 501], `${head}Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n`),
    raw('a transfer encoding behind a tab', [400, 501], `${head}Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n`),
    raw('a negative length', 400, `${head}Content-Length: -1\r\n\r\n`),
    raw('a length with a plus', 400, `${head}Content-Length: +5\r\n\r\nabcde`),
    raw('a length in hexadecimal', 400, `${head}Content-Length: 0x5\r\n\r\nabcde`),
    raw('a length beyond all numbers', [400, 413], `${head}Content-Length: 99999999999999999999999\r\n\r\n`),
    raw('a chunk size that is none', [400, undefined], `${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`),
    raw(
      'a chunk size beyond all numbers',
      [400, undefined],
      `${head}Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n`,
    ),
    raw(
      'chunk extensions without end',
      [400, 413, undefined],
      `${head}Transfer-Encoding: chunked\r\n\r\n5;${long(100_000)}`,
    ),
    raw('an expectation that is none', 417, `${head}Expect: coffee\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`),
    raw('an upgrade', [400, 500], `${head}Upgrade: h2c\r\nConnection: Upgrade\r\nContent-Length: 1\r\n\r\nx`),
    raw('CONNECT', [400, 404, 405, undefined], 'CONNECT 127.0.0.1:22 HTTP/1.1\r\nHost: x\r\n\r\n'),
    raw('a preface of HTTP/2', [400, 505], 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
  ],
];

const get = (path: string, status: number | readonly number[] = 404): Hostile =>
  raw(`GET ${path.slice(0, 60)}`, status, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);

const paths: Group = [
  'paths',
  [
    get('/soap/../../../../etc/passwd'),
    get('/soap/%2e%2e%2f%2e%2e%2fetc%2fpasswd'),
    get('/soap/..%5c..%5cetc', 404),
    get('/soap/ExecuteMeterConfig?xsd=../../package.json'),
    get('/soap/ExecuteMeterConfig?xsd=/etc/passwd'),
    get('/soap/ExecuteMeterConfig?xsd=file:///etc/passwd'),
    get('/soap/ExecuteMeterConfig?xsd=%00MeterConfig.xsd'),
    get('/soap/ExecuteMeterConfig%00?wsdl'),
    get('/soap/%ff?wsdl', 400),
    get('/soap/%?wsdl', 400),
    get('//soap'),
    get('/soap//?wsdl'),
    get('/package.json'),
    get('/.git/config'),
    get('/soap/ExecuteMeterConfig?wsdl&era=../../', 400),
    get('http://elsewhere.example/soap/x', [200, 404]),
    get(`/soap/${'a/'.repeat(3000)}`),
    request('POST /soap/../soap', [404], () => ({ path: '/soap/../soap', body: createMeter() })),
    request('POST /soap/GetMeterConfig/', [200, 404], () => ({ path: '/soap/GetMeterConfig/', body: getMeters() })),
    request('POST /soap/%45xecuteMeterConfig', [404], () => ({
      path: '/soap/%45xecuteMeterConfig',
      body: createMeter(),
    })),
    request('POST /SOAP', [404, 405], () => ({ path: '/SOAP', body: createMeter() })),
    request('POST *', [400, 404, 405], () => ({ path: '*', body: getMeters() })),
  ],
];

export const http: readonly Group[] = [compression, bodies, binding, heads, paths];
