/** A page in the browser of somebody on the same machine, or within the same network, sends no messages in his name. */
import type { OutgoingHttpHeaders } from 'node:http';
import { isForeignPage } from '../../src/http/pages.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { getMeterConfig } from '../support/soap-text.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const xml = { 'Content-Type': 'text/xml' };

test.each<[string, OutgoingHttpHeaders]>([
  ['of another site, without a media type (no leave is asked for that)', { Origin: 'https://evil.example' }],
  ['of another site, as newer browsers say', { ...xml, 'Sec-Fetch-Site': 'cross-site' }],
  ['of another service of the same machine', { ...xml, Origin: 'http://127.0.0.1:1' }],
  ['that hides where it is from', { ...xml, Origin: 'null' }],
  ['whose own name leads here now', { ...xml, Origin: 'http://evil.example', Host: 'evil.example' }],
])('a page %s is refused', async (_, headers) => {
  const answer = await gateway.post('/soap', getMeterConfig(), headers);
  expect([answer.status, answer.checked?.fault?.reason]).toEqual([
    403,
    expect.stringContaining('pages of other sites'),
  ]);
});

test.each<[string, OutgoingHttpHeaders]>([
  ['no page', {}],
  ['a page of the gateway itself', { Origin: 'http://localhost:8080', Host: 'localhost:8080' }],
  ['such a page behind a proxy', { Origin: 'http://10.0.0.1', Host: 'inner:8080', 'Sec-Fetch-Site': 'same-origin' }],
])('%s is served', async (_, headers) => {
  expect((await gateway.post('/soap', getMeterConfig(), { ...xml, ...headers })).status).toBe(200);
});

test.each([
  ['gateway.example:8443', 'https://gateway.example:8443', false],
  ['gateway.example', 'https://gateway.example', false],
  ['gateway.example:443', 'https://gateway.example', false],
  ['gateway.example', 'https://other.example', true],
  ['gateway.example', 'file://', true],
] as const)('where callers are asked who they are, %s for a page of %s is foreign: %s', (host, origin, foreign) => {
  expect(isForeignPage({ host, origin }, true)).toBe(foreign);
});
