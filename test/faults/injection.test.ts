/** What callers write never becomes a line of the log of its own, an order to a terminal, or a header of an answer. */
import { setTimeout as sleep } from 'node:timers/promises';
import { logLine } from '../../src/log.js';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.js';
import { createMeter, getHeader, getMeters } from './messages.js';
import { exchange, post, type RawAnswer } from './raw-client.js';

let gateway: GatewayProcess;
beforeAll(async () => (gateway = await startGatewayProcess({ CIMGATE_LOG: 'debug' })), 60_000);
afterAll(() => gateway.stop());

const forged = '{"level":"forged"}';
/** As they come over the wire in UTF-8, in XML where it can carry them, and in JSON. */
const evils: readonly (readonly [string, string])[] = [
  ['a line end', `\r\n${forged}`],
  ['a lone line feed', `\n${forged}`],
  ['an ANSI escape', '\u001b[2J\u001b[31mforged'],
  ['a C1 control', '\u009b31mforged\u0085'],
  ['a delete', 'forged\u007f'],
  ['a line separator', `\u2028${forged}`],
  ['marks of direction', '\u202eforged\u2066\u200f\u061c'],
  ['a zero', 'forged\u0000'],
];

const inXml = (text: string): string => {
  // XML 1.0 cannot carry other controls at all
  const carried = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, '');
  return carried.replace(/[\r\n]/g, (c) => `&#${c.charCodeAt(0)};`);
};
const header = (field: string, text: string): string => {
  const fields = ['Verb', 'Noun', 'Revision', 'Context', 'Timestamp', 'Source', 'AsyncReplyFlag', 'ReplyAddress', 'AckRequired', 'User', 'MessageID', 'CorrelationID', 'Comment']; // prettier-ignore
  const value = `<msg:${field}>${field === 'User' ? `<msg:UserID>${inXml(text)}</msg:UserID>` : inXml(text)}</msg:${field}>`;
  const verb = '<msg:Verb>get</msg:Verb>';
  const noun = '<msg:Noun>MeterConfig</msg:Noun>';
  if (field === 'Verb') return value + noun;
  if (field === 'Noun') return verb + value;
  return fields.indexOf(field) > 1 ? getHeader + value : getHeader;
};
const utf8InHead = (text: string): string => Buffer.from(text).toString('latin1');

/** Where a caller writes: what is sent with `text` there. */
const places: Readonly<Record<string, (text: string) => Buffer>> = {
  ...Object.fromEntries(
    ['Verb', 'Noun', 'Context', 'Source', 'ReplyAddress', 'User', 'MessageID', 'CorrelationID', 'Comment'].map(
      (field) => [`Header/${field}`, (text: string) => post({ body: getMeters({ header: header(field, text) }) })],
    ),
  ),
  'the name of a meter': (text) =>
    post({ body: createMeter({ payload: `<obj:Meter><obj:Names><obj:name>${inXml(text)}</obj:name></obj:Names></obj:Meter>` }) }), // prettier-ignore
  'an mRID': (text) => post({ body: getMeters({ payload: `<obj:Meter><obj:mRID>${inXml(text)}</obj:mRID></obj:Meter>` }) }), // prettier-ignore
  ...Object.fromEntries(
    [
      'SOAPAction',
      'User-Agent',
      'Host',
      'X-Forwarded-For',
      'X-Forwarded-Host',
      'X-Request-Id',
      'Referer',
      'Content-Type',
      'Accept-Encoding',
    ].map((name) => [
      `the head's ${name}`,
      (text: string) => post({ headers: { [name]: utf8InHead(text) }, body: getMeters() }),
    ]),
  ),
  'the user of HTTP Basic': (text) =>
    post({ headers: { Authorization: `Basic ${Buffer.from(`${text}:x`).toString('base64')}` }, body: getMeters() }),
  'the path': (text) => post({ path: `/soap/${utf8InHead(text)}`, body: getMeters() }),
  'the path, encoded': (text) => post({ path: `/soap/${encodeURIComponent(text)}`, body: getMeters() }),
  'the path of a GET': (text) => post({ method: 'GET', path: `/soap/x${encodeURIComponent(text)}?wsdl&era=${encodeURIComponent(text)}` }), // prettier-ignore
  'a query': (text) => post({ method: 'GET', path: `/soap/GetMeterConfig?xsd=${encodeURIComponent(text)}` }),
  'the path of the API': (text) => post({ method: 'DELETE', path: `/api/v1/endpoints/${encodeURIComponent(text)}` }),
  'the raw path of the API': (text) => post({ method: 'DELETE', path: `/api/v1/endpoints/${utf8InHead(text)}` }),
  'a body of the API': (text) =>
    post({
      method: 'PUT',
      path: '/api/v1/endpoints/evil',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ url: `http://a.example/${text}`, [text]: text, auth: { basic: { user: text, password: { env: text } } } }), // prettier-ignore
    }),
};

const cases = Object.entries(places).flatMap(([place, send]) =>
  evils.map(([what, text]) => ({ place, what, send, text })),
);

const known =
  /^(content-type|content-length|content-encoding|x-request-id|date|connection|keep-alive|vary|allow|location|cache-control|etag|retry-after|x-content-type-options|content-security-policy|referrer-policy|cross-origin-resource-policy|transfer-encoding|www-authenticate)$/;

function expectKnownHeaders({ status, headers }: RawAnswer): void {
  if (status === undefined) return; // a head that is none
  for (const [name, value] of headers) {
    expect(name).toMatch(known);
    expect(value).not.toMatch(/[\x00-\x1f\x7f-\uffff]|forged/);
  }
}

test.each(cases)('$what in $place stays in its place', async ({ send, text }) => {
  const before = gateway.log.length;
  const answer = await exchange(gateway.port, [send(text)]);
  expectKnownHeaders(answer);
  expect(gateway.running()).toBe(true);
  await sleep(5);
  for (const line of gateway.log.slice(before)) {
    expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/);
    expect(JSON.parse(line)).not.toMatchObject({ level: 'forged' });
  }
});

test('a line of the log means what was written, whatever it is', () => {
  for (const [, text] of evils) {
    const line = logLine({ message: text, [text]: { deep: [text] } });
    expect(line).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028\u202e]/);
    expect(JSON.parse(line)).toEqual({ message: text, [text]: { deep: [text] } });
  }
});

test('none of all that was a defect', () => {
  const errors = gateway.log.filter((line) => (JSON.parse(line) as { level: string }).level === 'error');
  expect(errors).toEqual([]);
  expect(gateway.log.length).toBeGreaterThan(cases.length / 3);
});
