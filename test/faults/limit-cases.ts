/** What meets a limit of one message exactly, or by one: for the tests that read the tables of the documentation back. */
import { gzipSync } from 'node:zlib';
import { block, getMeters } from './messages.js';
import { post, type Step } from './raw-client.js';

export const get = (blocks: string): Step[] => [post({ body: getMeters({ blocks }) })];
export const inBlock = (content: string): Step[] => get(block(content));
const attributes = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}=""`).join(' ');
const levels = (count: number): string => '<x>'.repeat(count) + '</x>'.repeat(count);

/** A good message of exactly this many bytes; what fills it is like text, or like nothing. */
export function ofBytes(size: number, filling?: (bytes: number) => string): Buffer {
  const message = getMeters();
  const parts = [message];
  for (let left = size - message.length; left > 0;) {
    // "<!---->" itself has 7 bytes: what is left over must be none or enough for another comment
    const bytes = left <= 1_000_000 ? left : Math.min(1_000_000, left - 7);
    parts.push(`<!--${(filling ?? ((n) => ' '.repeat(n)))(bytes - 7)}-->`);
    left -= bytes;
  }
  return Buffer.from(parts.join(''));
}

const numbers = Array.from({ length: 3_000 }, (_, i) => `<value unit="kWh">${(i * 7919) % 10_007}</value> `).join('');
const likeText = (bytes: number): string => numbers.repeat(Math.ceil(bytes / numbers.length)).slice(0, bytes);
const zipped = (body: Buffer): Step[] => [
  post({ headers: { 'Content-Encoding': 'gzip' }, body: gzipSync(body, { level: 1 }) }),
];

/** Elements and attributes that a message with an empty block has already. */
function nodesOf(xml: string): number {
  return [...xml.matchAll(/<[A-Za-z]|\s[\w:]+="/g)].length;
}
function ofNodes(count: number): string {
  const base = nodesOf(getMeters({ blocks: block('') }));
  const left = count - base;
  // an element with its attribute is two nodes; an odd one is an element alone; groups, because of the children
  const groups = 10;
  const pairs = Math.floor((left - groups - 1) / 2);
  const odd = left - groups - 2 * pairs;
  const each = Math.floor(pairs / groups);
  const group = (size: number): string => `<a>${'<b c=""/>'.repeat(size)}</a>`;
  return group(each).repeat(groups - 1) + group(pairs - each * (groups - 1)) + '<o/>'.repeat(odd);
}

/** A head of this many bytes. */
function ofHead(size: number): Step[] {
  const body = getMeters();
  const head = (filling: string): string =>
    `POST /soap HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nConnection: close\r\nContent-Length: ${body.length}\r\nX: ${filling}\r\n\r\n`;
  return [head('x'.repeat(size - head('').length)) + body];
}

export interface Limit {
  readonly setting: string;
  readonly value: number;
  readonly send: (value: number) => readonly Step[];
  readonly status: number;
  readonly says?: RegExp;
  /** How far below and above the value the two tries are, where the exact bytes are not ours to count. */
  readonly below?: number;
  readonly above?: number;
}

export const limits: readonly Limit[] = [
  { setting: 'limits.header', value: 16_384, send: ofHead, status: 431, below: 200, above: 200 },
  {
    setting: 'limits.body',
    value: 8_388_608,
    send: (n) => [post({ body: ofBytes(n) })],
    status: 413,
    says: /8388608 bytes as received/,
  },
  {
    setting: 'limits.inflatedBody',
    value: 33_554_432,
    send: (n) => zipped(ofBytes(n, likeText)),
    status: 400,
    says: /33554432 bytes after inflation/,
  },
  {
    setting: 'limits.inflationRatio',
    value: 100,
    // a body of blanks shrinks to about a 230th at this level, random digits to less than a half
    send: (n) => zipped(ofBytes(1_000_000, n > 100 ? undefined : likeText)),
    status: 400,
    says: /more than 100 times/,
  },
  { setting: 'limits.depth', value: 64, send: (n) => inBlock(levels(n - 3)), status: 500, says: /deeper than 64/ },
  {
    setting: 'limits.attributes',
    value: 64,
    send: (n) => inBlock(`<x ${attributes(n)}/>`),
    status: 500,
    says: /more than 64 attributes/,
  },
  {
    setting: 'limits.attributeValue',
    value: 65_536,
    send: (n) => inBlock(`<x a="${'v'.repeat(n)}"/>`),
    status: 500,
    says: /attribute value is longer than 65536/,
  },
  {
    setting: 'limits.name',
    value: 1_024,
    send: (n) => inBlock(`<${'n'.repeat(n)}/>`),
    status: 500,
    says: /name is longer than 1024/,
  },
  {
    setting: 'limits.text',
    value: 1_048_576,
    send: (n) => inBlock('t'.repeat(n)),
    status: 500,
    says: /text is longer than 1048576/,
  },
  {
    setting: 'limits.nodes',
    value: 500_000,
    send: (n) => inBlock(ofNodes(n)),
    status: 500,
    says: /more than 500000 nodes/,
  },
  {
    setting: 'limits.children',
    value: 50_000,
    send: (n) => inBlock('<b/>'.repeat(n)),
    status: 500,
    says: /more than 50000 children/,
  },
];
