/** Spoils messages: bytes, markup, structure, values. Seeded: the same seed and number give the same request. */
import { gzipSync } from 'node:zlib';
import { originals } from './originals.mjs';

/** Random numbers from a seed (mulberry32): `next(n)` is a whole number below n. */
export function randomFrom(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const snippets = [
  '<', '>', '/>', '</', '&', ';', '"', "'", '=', '\0', '\u{fffe}', '\ud800', '\u{1f600}', '\u2028', '<!--', '-->', '<![CDATA[', ']]>',
  '<!DOCTYPE x [<!ENTITY e "v">]>', '&e;', '&#0;', '&#x110000;', '&#65;', '<?x y?>', '<?xml version="1.0"?>', ' xmlns=""', ' xmlns:obj="urn:x"',
  ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"', ' xsi:type="obj:Meter"', ' id="__proto__"', '<__proto__/>',
  '<soap:Header><a:b xmlns:a="urn:a" soap:mustUnderstand="1"/></soap:Header>', '<x xmlns="urn:x">y</x>', '\t\r\n', '  ', '\ufeff',
  ' xmlns:xml="urn:x"', ' xmlns:xmlns="urn:x"', ' xmlns:e=""', '<a:b/>', '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>',
  '<xop:Include xmlns:xop="http://www.w3.org/2004/08/xop/include" href="http://127.0.0.1:1/"/>', '&#xD;', '&#x85;', '\u0085', '--', '%25', ' wsu:Id="Body-1"', ' Id="TS-1"',
  '<wsse:Security xmlns:wsse="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"/>', '<soap:Body/>', '<soap:Envelope/>',
]; // prettier-ignore

const values = [
  '', ' ', '0', '-1', '1e999', 'NaN', 'INF', '0x10', '00000000000000000001', '9'.repeat(400), 'true', 'false', '__proto__', 'constructor', '*', '3.31.0.23', '3.26.0.85',
  '3.*.*.*', '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0', '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0', '1.2.3', '2026-02-30T00:00:00Z', '2026-11-22T24:00:00Z', '0000-01-01T00:00:00',
  '9999-12-31T23:59:60+14:00', '-0001-01-01T00:00:00Z', '2026-11-22', 'SIM-000001', 'SIM-000002', 'NO-SUCH', 'create', 'get', 'change', 'delete', 'PARTIAL', "'; drop table objects; --", '%00', '\u{1f600}',
  'http://127.0.0.1:1/', 'headEnd', 'stored', 'PRODUCTION', 'TESTING', 'OUTAGE', '#Body-1', '#', '#xpointer(/)', 'file:///etc/passwd', 'AAAA', '=', '\u202e', '\u001b[31m', '\r\n', 'P1Y2M', 'PT-1S', 'toString',
  'http://www.w3.org/2000/09/xmldsig#sha1', 'http://www.w3.org/TR/1999/REC-xslt-19991116', 'http://www.w3.org/2001/10/xml-exc-c14n#',
]; // prettier-ignore

/** Places of whole elements without children, of any start tag, of attributes: found by pattern, good enough for a fuzzer. */
const leaf = /<([\w:.-]+)([^<>]*)>([^<>]*)<\/\1>/g;
const tag = /<([\w:.-]+)([^<>]*)>/g;
const attribute = / ([\w:.-]+)="([^"<>]*)"/g;

const pick = (random, list) => list[random(list.length)];
const match = (random, text, pattern) => {
  const all = [...text.matchAll(pattern)];
  return all.length === 0 ? undefined : pick(random, all);
};
const splice = (text, at, length, added) => text.slice(0, at) + added + text.slice(at + length);
const span = (random, text) => {
  const at = random(text.length + 1);
  return [at, Math.min(text.length - at, random(random(20) === 0 ? 2000 : 40))];
};
const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
/** `change` is given the place of a match and answers what is to stand there. */
const where = (pattern, change) => (random, text) => {
  const found = match(random, text, pattern);
  return found ? splice(text, found.index, found[0].length, change(found, random, text)) : text;
};

/** Most of what these make is no XML any more. */
const spoiling = [
  (random, text) => splice(text, random(text.length + 1), 0, pick(random, snippets)),
  (random, text) =>
    splice(text, random(text.length + 1), 1, String.fromCharCode(random(random(4) === 0 ? 0x10000 : 128))),
  (random, text) => splice(text, ...span(random, text), ''),
  (random, text) => {
    const [at, length] = span(random, text);
    return splice(text, at, 0, text.slice(at, at + length).repeat(1 + random(3)));
  },
  (random, text) => {
    const [from, length] = span(random, text);
    return splice(text, random(text.length + 1), 0, text.slice(from, from + length));
  },
  (random, text) => text.slice(0, random(text.length + 1)),
  (random, text) => {
    const other = pick(random, originals);
    return text.slice(0, random(text.length + 1)) + other.slice(random(other.length));
  },
];

/** These keep the document well-formed, so that it reaches validation, security and the services. */
const shaping = [
  ...Array(3).fill(where(leaf, ([, name, more], r) => `<${name}${more}>${escaped(pick(r, values))}</${name}>`)),
  where(leaf, ([whole], r) => whole.repeat(r(4))),
  where(leaf, ([whole], r) => match(r, pick(r, originals), leaf)?.[0] ?? whole),
  // wrapped in itself, in another one, in an unknown one
  where(leaf, ([whole, name], r) => {
    const around = pick(r, [name, 'x', match(r, whole, tag)?.[1] ?? name]);
    return `<${around}>${whole}</${around}>`;
  }),
  (random, text) => {
    const found = match(random, text, leaf);
    if (!found) return text;
    const without = splice(text, found.index, found[0].length, '');
    const before = match(random, without, tag);
    return before ? splice(without, before.index, 0, found[0]) : text;
  },
  (random, text) => {
    const found = match(random, text, tag);
    const other = match(random, pick(random, originals), tag);
    return found && other ? text.replaceAll(found[1], other[1]) : text;
  },
  where(/ (ref|URI|Algorithm|Type|Id|wsu:Id)="([^"]*)"/g, ([, name], r) => ` ${name}="${escaped(pick(r, values))}"`),
  where(attribute, ([, name], r) => ` ${name}="${escaped(pick(r, values))}"`),
  where(attribute, () => ''),
  where(attribute, ([whole], r) => whole + whole.replace(/ [\w.-]+/, r(2) === 0 ? ' x' : ' y')),
  where(/<obj:(EndDevice|Meter|EndDevices|ReadingType|TimeSchedule)>.*?<\/obj:\1>/gs, ([whole], r) =>
    whole.repeat(1 + r(r(50) === 0 ? 300 : 5)),
  ),
  where(/<wsse:(UsernameToken|BinarySecurityToken)[ >].*?<\/wsse:\1>|<(ds:Signature|wsu:Timestamp)[ >].*?<\/\2>/gs, ([whole], r) =>
    whole.repeat(r(3)),
  ),
  where(tag, ([whole, name, more], r) =>
    more.endsWith('/') || more.startsWith('?') ? whole : `${whole}<${name}${' a="b"'.repeat(r(2))}/>`.repeat(r(r(30) === 0 ? 70 : 2) || 1),
  ),
]; // prettier-ignore

const charsets = ['', '; charset=utf-8', '; charset=UTF-16', '; charset=iso-8859-1', '; charset="utf-8"; action=x'];
const services = [
  'ExecuteEndDeviceControls',
  'GetMeterReadings',
  'ExecuteMeterConfig',
  'Generic',
  'ExecuteOperationSet',
];

/** Lines of a request's head that are no good, or unusual. */
const headLines = [
  'Content-Length: 5', 'Content-Length: -1', 'Content-Length: 99999999999', 'Transfer-Encoding: chunked', 'Transfer-Encoding: gzip, chunked', 'Transfer-Encoding : chunked', 'Expect: 100-continue',
  'Expect: x', 'Content-Encoding: br', 'Content-Encoding: gzip', 'Host: a\u0000b', 'X: \u001b[31m', ' folded: x', 'Connection: Upgrade', 'Upgrade: h2c', 'SOAPAction: "\u00ff', 'Authorization: Basic ====', 'Authorization: Bearer a.b.c',
]; // prettier-ignore

/**
 * The request with this number: what an HTTP client sends, or (`raw`) bytes for a bare connection.
 * @param from the messages to be spoiled
 * @returns `plain`: the body is sent as it is and its encoding is its own, so that others can say whether it is well-formed
 */
export function requestOf(seed, number, from = originals) {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  let text = pick(random, from);
  for (let i = 1 + random(3); i > 0; i--) text = pick(random, random(6) === 0 ? spoiling : shaping)(random, text);
  const kind = random(40);
  let body = Buffer.from(kind === 0 ? `\ufeff${text}` : text, kind < 2 ? 'utf16le' : 'utf8');
  if (kind === 2) flip(random, body);
  if (kind === 3 && body.length < 20_000 && random(4) === 0)
    body = Buffer.concat([body, Buffer.alloc(random(300_000), ' ')]);
  const soap12 = text.includes('2003/05/soap-envelope');
  const media = (random(20) === 0) !== soap12 ? 'application/soap+xml' : 'text/xml';
  const charset = random(10) === 0 ? pick(random, charsets) : '';
  const headers = { 'Content-Type': media + charset };
  if (random(10) === 0) headers['SOAPAction'] = pick(random, values).replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');
  const zipped = random(60) === 0;
  if (zipped) {
    body = gzipSync(body, { level: 1 });
    if (random(2) === 0) flip(random, body);
    headers['Content-Encoding'] = 'gzip';
  }
  const service = random(10) === 0 ? `/${pick(random, services)}` : '';
  const plain = !zipped && charset === '' && !/^.?<\?xml[^>]*encoding=(?!"UTF-8")/i.test(text);
  const request = { path: `/soap${service}`, headers, body, plain };
  if (random(50) !== 0) return request;
  return { ...request, raw: rawOf(random, request) };
}

function flip(random, bytes) {
  for (let i = random(8); i >= 0 && bytes.length > 0; i--) bytes[random(bytes.length)] ^= 1 << random(8);
}

/** The request on a bare connection, with something wrong in its head. */
function rawOf(random, { path, headers, body }) {
  const lines = Object.entries({ Host: 'localhost', 'Content-Length': body.length, Connection: 'close', ...headers });
  let head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n`;
  for (let i = random(3); i >= 0; i--) {
    const at = head.indexOf('\r\n', random(Math.max(1, head.length - 4))) + 2;
    const way = random(5);
    if (way === 0) head = splice(head, at, 0, `${pick(random, headLines)}\r\n`);
    else if (way === 1) head = splice(head, random(head.length + 1), 1, String.fromCharCode(random(256)));
    else if (way === 2) head = splice(head, random(head.length + 1), random(10), '');
    else if (way === 3) head = splice(head, at, 0, `X: ${'x'.repeat(random(20_000))}\r\n`);
    else head = head.slice(0, random(head.length + 1));
  }
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}
