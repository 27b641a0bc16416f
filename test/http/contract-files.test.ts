import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import libxmljs, { type Element } from 'libxmljs2';
import supertest from 'supertest';
import { spelledFile } from '../../src/contract/spelled-file.js';
import { eras } from '../../src/contract/spelling.js';
import { operations } from '../../src/generated/operations.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { rawExchange } from '../support/raw-http.js';
import { childrenOf, wsdlFolder } from '../support/soap-check.js';
import { getMeterConfig } from '../support/soap-text.js';

const wsdl = 'http://schemas.xmlsoap.org/wsdl/';
const soap11 = 'http://schemas.xmlsoap.org/wsdl/soap/';
const soap12 = 'http://schemas.xmlsoap.org/wsdl/soap12/';
const xs = 'http://www.w3.org/2001/XMLSchema';
const ns = { wsdl, soap11, soap12, xs };

const services = [...new Set(operations.flatMap((o) => o.services))];

let gateway: TestGateway;
let proxied: TestGateway;

beforeAll(async () => {
  [gateway, proxied] = await Promise.all([testGateway(), testGateway({ config: { http: { trustProxy: true } } })]);
});
afterAll(() => Promise.all([gateway.stop(), proxied.stop()]));

const get = (path: string): supertest.Test => supertest(gateway.url).get(path).buffer();

function all(root: Element, path: string): Element[] {
  return root.find(path, ns);
}

function attributes(root: Element, path: string): string[] {
  return root.find(path, ns).map((attribute) => (attribute as unknown as { value(): string }).value());
}

test('every WSDL file of the contract belongs to a service', () => {
  const files = readdirSync(join(wsdlFolder, 'services')).filter((file) => file.endsWith('.wsdl'));
  expect(files.map((file) => file.slice(0, -5)).sort()).toEqual([...services, 'Generic'].sort());
});

test('every service has a WSDL whose operations, addresses and schemas are all there', async () => {
  const known = new Map<string, string>();
  for (const service of services) {
    const base = `${gateway.url}/soap/${service}`;
    const answer = await get(`/soap/${service}?wsdl`);
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(answer.headers['cache-control']).toMatch(/max-age=\d+/);
    const root = libxmljs.parseXml(answer.text).root()!;

    expect(attributes(root, '//soap11:address/@location')).toEqual([base]);
    expect(all(root, '//soap12:*')).toEqual([]);
    expect(childrenOf(root).some((child) => child.name() === 'schema')).toBe(false);
    const offered = operations.filter((o) => o.services.includes(service));
    expect(attributes(root, '//wsdl:portType/wsdl:operation/@name')).toEqual(offered.map((o) => o.name));
    expect(attributes(root, '//soap11:operation/@soapAction')).toEqual(offered.map((o) => o.soapAction));

    const elements = new Set<string>();
    const open = attributes(root, '//xs:import/@schemaLocation');
    expect(open.length).toBeGreaterThan(0);
    for (const namespace of attributes(root, '//xs:import/@namespace')) expect(namespace).toMatch(/^http:\/\/iec\.ch/);
    const seen = new Set<string>();
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen.has(at)) continue;
      seen.add(at);
      expect(at).toMatch(new RegExp(`^${base}\\?xsd=[A-Za-z]+\\.xsd$`));
      const schema = await get(at.slice(gateway.url.length));
      expect(schema.status).toBe(200);
      expect(schema.headers['content-type']).toBe('text/xml; charset=utf-8');
      // but for the locations, all services serve the same file, which is the one the gateway validates by
      const file = at.slice(at.indexOf('=') + 1);
      const plain = schema.text.replace(/schemaLocation="[^"]*"/g, '');
      if (!known.has(file)) known.set(file, onDisk(file));
      expect(plain).toBe(known.get(file));
      const schemaRoot = libxmljs.parseXml(schema.text).root()!;
      open.push(...attributes(schemaRoot, '//xs:import/@schemaLocation'));
      const target = schemaRoot.attr('targetNamespace')!.value();
      for (const name of attributes(schemaRoot, '/xs:schema/xs:element/@name')) elements.add(`{${target}}${name}`);
    }
    for (const part of all(root, '//wsdl:part')) {
      const [prefix = '', name = ''] = part.attr('element')!.value().split(':');
      const namespace = part
        .namespaces()
        .find((n) => n.prefix() === prefix)
        ?.href();
      expect(elements).toContain(`{${namespace}}${name}`);
    }
  }
  expect(known.size).toBe(readdirSync(join(wsdlFolder, 'profiles')).length + 26 * 2 + 1);
}, 60_000);

function onDisk(file: string): string {
  for (const folder of ['services', 'profiles']) {
    try {
      return readFileSync(join(wsdlFolder, folder, file), 'utf8').replace(/schemaLocation="[^"]*"/g, '');
    } catch {
      // in the other one
    }
  }
  throw new Error(`${file} is no file of the contract`);
}

describe('a WSDL', () => {
  test.each(['?wsdl', '?WSDL', '?Wsdl', '?wsdl=', '?wsdl=1', '?x=y&wsdl', '?wsdl&soap=1.1', '?wsdl&era=2011'])(
    'is served for %s',
    async (query) => {
      const plain = await get('/soap/GetMeterConfig?wsdl');
      const answer = await get(`/soap/GetMeterConfig${query}`);
      expect(answer.status).toBe(200);
      expect(answer.text).toBe(plain.text);
    },
  );

  test('has one SOAP 1.2 port when asked', async () => {
    const answer = await get('/soap/ExecuteMeterConfig?wsdl&soap=1.2');
    const root = libxmljs.parseXml(answer.text).root()!;
    expect(all(root, '//soap11:*')).toEqual([]);
    expect(attributes(root, '//soap12:address/@location')).toEqual([`${gateway.url}/soap/ExecuteMeterConfig`]);
    expect(all(root, '//soap12:binding')).toHaveLength(1);
    expect(all(root, '//soap12:operation')).toHaveLength(5);
    expect(all(root, '//soap12:body')).toHaveLength(10);
  });

  test.each([
    ['&soap=2.0', /soap must be 1\.1 or 1\.2/],
    ['&soap=%3Cscript%3E', /soap must be/],
    ['&era=2013', /era 2013 is not offered.*2011, 2015, 2017/],
    ['&era=constructor', /era constructor is not offered/],
    ['&era=%3Cscript%3E', /era <script> is not offered/],
  ])('with %s is refused in a sentence', async (query, sentence) => {
    const answer = await get(`/soap/GetMeterConfig?wsdl${query}`);
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.text).toMatch(sentence);
  });

  test.each(['2015', '2017', '2021'] as const)(
    'of the era %s names the era wherever it differs, and its schemas do',
    async (era) => {
      const answer = await get(`/soap/ExecuteMeterConfig?wsdl&era=${era}`);
      const root = libxmljs.parseXml(answer.text).root()!;
      const base = `http://iec.ch/TC57/${era}`;
      const envelope = era === '2021' ? `${base}/schema/message` : 'http://iec.ch/TC57/2011/schema/message';
      expect(root.attr('targetNamespace')!.value()).toBe(`${base}/ExecuteMeterConfig`);
      expect(attributes(root, '//soap11:operation/@soapAction')[0]).toBe(`${base}/MeterConfig/CreateMeterConfig`);
      expect(attributes(root, '//soap11:address/@location')).toEqual([`${gateway.url}/soap/ExecuteMeterConfig`]);
      expect(attributes(root, '//xs:import/@namespace')).toEqual([`${base}/MeterConfigMessage`]);
      const [location = ''] = attributes(root, '//xs:import/@schemaLocation');
      expect(location).toBe(`${gateway.url}/soap/ExecuteMeterConfig?xsd=MeterConfigMessage.xsd&era=${era}`);
      const schema = libxmljs.parseXml((await get(location.slice(gateway.url.length))).text).root()!;
      expect(schema.attr('targetNamespace')!.value()).toBe(`${base}/MeterConfigMessage`);
      expect(attributes(schema, '//xs:import/@namespace')).toEqual([envelope, 'http://iec.ch/TC57/2011/MeterConfig#']);
      for (const each of attributes(schema, '//xs:import/@schemaLocation')) expect(each).toMatch(/&era=\d{4}$/);
      // what is served is what answers of the era are held against
      const served = (await get(`/soap/ExecuteMeterConfig?xsd=MeterConfigMessage.xsd&era=${era}`)).text;
      const held = spelledFile(readFileSync(join(wsdlFolder, 'services/MeterConfigMessage.xsd'), 'utf8'), eras[era]);
      const plain = (text: string): string => text.replace(/schemaLocation="[^"]*"/g, '');
      expect(plain(served)).toBe(plain(held));
    },
  );

  test('of the generic service has its three operations', async () => {
    const root = libxmljs.parseXml((await get('/soap/Generic?wsdl')).text).root()!;
    expect(attributes(root, '//wsdl:portType/wsdl:operation/@name')).toEqual(['Request', 'Response', 'PublishEvent']);
    expect(attributes(root, '//soap11:address/@location')).toEqual([`${gateway.url}/soap/Generic`]);
    expect((await get('/soap/Generic?xsd=Generic.xsd')).status).toBe(200);
  });

  test('may be asked for by HEAD', async () => {
    const answer = await gateway.send('HEAD', '/soap/GetMeterConfig?wsdl');
    const whole = await gateway.send('GET', '/soap/GetMeterConfig?wsdl');
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(whole.text)));
  });

  test('needs neither User-Agent nor Accept nor HTTP/1.1', async () => {
    const answer = await rawExchange(gateway.port, 'GET /soap/GetMeterConfig?wsdl HTTP/1.0\r\n\r\n');
    expect(answer.status).toBe(200);
    expect(answer.text).toContain(`location="http://127.0.0.1:${gateway.port}/soap/GetMeterConfig"`);
  });

  test('of no service is 404', async () => {
    for (const service of ['GetNothing', 'Nothing', 'constructor', '__proto__', 'toString', 'getmeterconfig']) {
      for (const query of ['', '?wsdl', '?xsd=Message.xsd']) {
        const answer = await get(`/soap/${service}${query}`);
        expect(answer.status).toBe(404);
        expect(answer.text).toMatch(/^There is no service/);
      }
    }
  });
});

describe('a schema', () => {
  test.each(['?xsd=Message.xsd', '?XSD=Message.xsd', '?x=y&xsd=Message.xsd'])('is served for %s', async (query) => {
    const answer = await get(`/soap/GetMeterConfig${query}`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('targetNamespace="http://iec.ch/TC57/2011/schema/message"');
  });

  test.each([
    'Nothing.xsd',
    '',
    '../profiles/Message.xsd',
    '..%2f..%2fpackage.json',
    '../../package.json',
    '/etc/passwd',
    'file:///etc/passwd',
    'http://127.0.0.1/x.xsd',
    'Message.xsd%00',
    'constructor',
    '__proto__',
    'GetMeterConfig.wsdl',
  ])('%s is 404, whatever there is on the disk', async (file) => {
    const answer = await get(`/soap/GetMeterConfig?xsd=${file}`);
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toMatch(/^text\/plain/);
    expect(answer.text).toMatch(/^There is no schema/);
  });

  test('path in the address leads nowhere', async () => {
    for (const path of [
      '/soap/../package.json',
      '/soap/..%2f..%2fpackage.json',
      '/soap/GetMeterConfig/../../config/default.yaml',
    ]) {
      const answer = await rawExchange(gateway.port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer.status).toBe(404);
      expect(answer.text).not.toMatch(/version|simulator/);
    }
  });
});

describe('the address in a WSDL', () => {
  const forwarded = {
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-Host': 'gw.example.org:8443',
    'X-Forwarded-Prefix': '/ami/gateway/',
  };

  async function addresses(of: TestGateway, headers: Readonly<Record<string, string>>): Promise<string> {
    const answer = await of.send('GET', '/soap/GetMeterConfig?wsdl', headers);
    expect(answer.status).toBe(200);
    const root = libxmljs.parseXml(answer.text).root()!;
    const [address = ''] = attributes(root, '//soap11:address/@location');
    const base = address.slice(0, address.indexOf('/soap/GetMeterConfig'));
    for (const location of attributes(root, '//xs:import/@schemaLocation'))
      expect(location.startsWith(`${base}/soap/GetMeterConfig?xsd=`)).toBe(true);
    const list = await of.send('GET', '/soap', { ...headers, Accept: 'application/json' });
    expect(list.text).toContain(`"${base}/soap/GetMeterConfig?wsdl"`);
    return base;
  }

  test.each([
    ['gw.example.org', 'http://gw.example.org'],
    ['GW.example.org:8080', 'http://GW.example.org:8080'],
    ['192.0.2.7:81', 'http://192.0.2.7:81'],
    ['[2001:db8::7]:8080', 'http://[2001:db8::7]:8080'],
  ])('is that of the Host %s', async (host, base) => {
    expect(await addresses(gateway, { Host: host })).toBe(base);
  });

  test('is the own one when the Host is hostile', async () => {
    for (const host of [
      'evil"><script>',
      "x'onload=1",
      'a b',
      'a/b',
      'user@evil.org',
      'x:port',
      'ünïcode'.normalize(),
      '',
    ]) {
      const request = `GET /soap/GetMeterConfig?wsdl HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
      const answer = await rawExchange(gateway.port, Buffer.from(request, 'latin1'));
      if (answer.status === 400) continue; // refused by the HTTP parser itself
      expect(answer.status).toBe(200);
      const root = libxmljs.parseXml(answer.text).root()!;
      expect(attributes(root, '//soap11:address/@location')).toEqual([`${gateway.url}/soap/GetMeterConfig`]);
    }
  });

  test('is what a proxy says, where proxies are trusted', async () => {
    expect(await addresses(proxied, forwarded)).toBe('https://gw.example.org:8443/ami/gateway');
    const chain = {
      ...forwarded,
      'X-Forwarded-Host': 'first.example, second.example',
      'X-Forwarded-Proto': 'HTTPS, http',
    };
    expect(await addresses(proxied, chain)).toBe('https://first.example/ami/gateway');
    expect(await addresses(proxied, { Host: 'plain.example' })).toBe('http://plain.example');
  });

  test('is not what a proxy says when it makes no sense', async () => {
    const hostile = {
      Host: 'gw.example.org',
      'X-Forwarded-Proto': 'javascript',
      'X-Forwarded-Host': 'evil"><x',
      'X-Forwarded-Prefix': '//evil.org/<x>',
    };
    expect(await addresses(proxied, hostile)).toBe('http://gw.example.org');
  });

  test('is not what a proxy says where none is trusted', async () => {
    expect(await addresses(gateway, { ...forwarded, Host: 'gw.internal:1' })).toBe('http://gw.internal:1');
  });
});

describe('the list of services', () => {
  test('is a page for a browser', async () => {
    const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';
    const answer = await get('/soap').set('Accept', accept).set('Host', 'gw.example');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers.vary).toContain('Accept');
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    for (const service of services) expect(answer.text).toContain(`href="http://gw.example/soap/${service}?wsdl"`);
    const root = await get('/').set('Accept', accept);
    expect(root.status).toBe(302);
    expect(root.headers['location']).toBe('/soap');
  });

  test.each(['application/json', '*/*', undefined])('is JSON for Accept %s', async (accept) => {
    const answer = await (accept === undefined ? get('/soap').unset('Accept') : get('/soap').set('Accept', accept));
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    const list = (JSON.parse(answer.text) as { services: { service: string; address: string; operations: object[] }[] })
      .services;
    expect(list.map(({ service }) => service)).toEqual([...services, 'Generic'].sort());
    expect(list.find(({ service }) => service === 'GetMeterConfig')).toEqual({
      service: 'GetMeterConfig',
      address: `${gateway.url}/soap/GetMeterConfig`,
      wsdl: `${gateway.url}/soap/GetMeterConfig?wsdl`,
      operations: [{ name: 'GetMeterConfig', soapAction: 'http://iec.ch/TC57/2011/GetMeterConfig/GetMeterConfig' }],
    });
    expect(list.find(({ service }) => service === 'ExecuteMeterConfig')?.operations).toHaveLength(5);
  });
});

describe('a probe', () => {
  test('finds the gateway live and ready', async () => {
    for (const [path, text] of [
      ['/health/live', 'live\n'],
      ['/health/ready', 'ready\n'],
    ]) {
      const answer = await get(path!);
      expect([answer.status, answer.text]).toEqual([200, text]);
      expect((await gateway.send('HEAD', path!)).status).toBe(200);
    }
  });

  test('reads metrics that Prometheus can parse, and that count messages', async () => {
    const before = await samples();
    await gateway.post('/soap', getMeterConfig());
    await gateway.post('/soap', getMeterConfig({ meter: 'NO-SUCH-METER' }));
    await gateway.post('/soap', 'no XML');
    const after = await samples();
    const counted = (labels: string): number =>
      (after.get(`cimgate_messages_total{${labels}}`) ?? 0) - (before.get(`cimgate_messages_total{${labels}}`) ?? 0);
    expect(counted('noun="MeterConfig",verb="get",result="OK"')).toBe(1);
    expect(counted('noun="MeterConfig",verb="get",result="FAILED"')).toBe(1);
    expect(counted('noun="none",verb="none",result="fault Client"')).toBe(1);
    expect(after.get('cimgate_message_seconds_count{verb="get"}')).toBeGreaterThanOrEqual(2);
    expect(after.get('process_cpu_seconds_total')).toBeGreaterThan(0);
  });

  async function samples(): Promise<ReadonlyMap<string, number>> {
    const answer = await get('/metrics');
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(answer.text.endsWith('\n')).toBe(true);
    const found = new Map<string, number>();
    for (const line of answer.text.split('\n')) {
      if (line === '' || /^# (HELP|TYPE) [a-zA-Z0-9_:]+ ./.test(line)) continue;
      const sample = /^([a-zA-Z_:][a-zA-Z0-9_:]*(?:\{(?:[a-zA-Z_]\w*="(?:[^"\\\n]|\\.)*",?)*\})?) (\S+)$/.exec(line);
      if (!sample) throw new Error(`not a line of metrics: ${line}`);
      expect(Number.isNaN(Number(sample[2])) && !/^(NaN|[+-]Inf)$/.test(sample[2]!)).toBe(false);
      found.set(sample[1]!, Number(sample[2]));
    }
    return found;
  }
});

describe('what is not there', () => {
  test.each([
    '/nothing',
    '/soapy',
    '/health',
    '/health/live/x',
    '/%E0%A4%A',
    '/soap/%E0%A4%A',
    '/console/../x',
    '/.git/config',
  ])('at %s is told in plain text', async (path) => {
    const answer = await gateway.send('GET', path, { Accept: 'text/html' });
    expect([400, 404]).toContain(answer.status);
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.text).not.toMatch(/\bat .*:\d+|node_modules|Error:/);
  });
});
