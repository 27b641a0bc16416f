/** What every answer that is no SOAP message says to browsers and caches, whatever its status. */
import { testGateway, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => (gateway = await testGateway()), 30_000);
afterAll(() => gateway.stop());

const json = { 'Content-Type': 'application/json' };
type Page = readonly [
  method: string,
  path: string,
  status: number,
  headers?: Readonly<Record<string, string>>,
  body?: string,
];
const pages: readonly Page[] = [
  ['GET', '/', 302],
  ['GET', '/soap', 200],
  ['GET', '/soap', 200, { Accept: 'text/html' }],
  ['GET', '/soap/GetMeterConfig?wsdl', 200],
  ['GET', '/soap/GetMeterConfig?xsd=MeterConfig.xsd', 200],
  ['GET', '/soap/GetMeterConfig', 400],
  ['GET', '/soap/GetMeterConfig?xsd=../package.json', 404],
  ['GET', '/soap/NoSuch?wsdl', 404],
  ['PUT', '/soap', 405],
  ['GET', '/health/live', 200],
  ['GET', '/health/ready', 200],
  ['GET', '/metrics', 200],
  ['GET', '/nowhere', 404],
  ['GET', '/%ff', 404],
  ['GET', '/soap/%ff?wsdl', 400],
];
const api: readonly Page[] = [
  ['GET', '/api/v1/endpoints', 200],
  ['GET', '/api/v1/openapi.json', 200],
  ['GET', '/api/v1/endpoints/none', 404],
  ['GET', '/api/v1/nowhere', 404],
  ['PATCH', '/api/v1/endpoints', 405],
  ['PUT', '/api/v1/endpoints/a', 400, json, '{'],
  ['PUT', '/api/v1/endpoints/a', 415, { 'Content-Type': 'text/plain' }, '{}'],
  ['PUT', '/api/v1/endpoints/a', 413, json, `"${'x'.repeat(1_100_000)}"`],
  ['GET', '/api/v1/endpoints', 403, { 'Sec-Fetch-Site': 'cross-site' }],
  ['GET', '/api/v1/endpoints', 403, { Host: 'rebound.example' }],
  ['GET', '/api/v1/endpoints/%ff', 400],
];

const named = (all: readonly Page[]) =>
  all.map(([method, path, status, headers = {}, body]) => ({ method, path, status, headers, body }));

test.each(named([...pages, ...api]))(
  '$method $path is answered $status with the headers of security',
  async ({ method, path, status, headers, body }) => {
    const answer = await gateway.send(method, path, headers, body);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'.*frame-ancestors 'none'/),
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers).not.toHaveProperty('x-powered-by');
    expect(answer.headers).not.toHaveProperty('server');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.text).not.toMatch(/node_modules|\bat \S+ \(|node:internal/);
  },
);

test.each(named(api))('$method $path ($status) is kept by no cache', async ({ method, path, headers, body }) => {
  const answer = await gateway.send(method, path, headers, body);
  expect(answer.headers['cache-control']).toBe('no-store');
});
