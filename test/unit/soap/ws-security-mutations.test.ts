/**
 * Whatever is done to a signed message: what is carried out is what was signed. Elements are moved, doubled, wrapped, taken away,
 * identifiers changed, texts touched. `CIMGATE_TEST_MUTATIONS=100000` for a long run.
 */
import { endOf } from '../../../src/contract/cursor.js';
import { START, STRIDE } from '../../../src/contract/scan.js';
import type { AnyMessage } from '../../../src/message/call.js';
import { replyTo } from '../../../src/message/replies.js';
import { soapEndpoint } from '../../../src/soap/endpoint.js';
import { chanceOf, type Chance } from '../../support/any-xml.js';
import { knownPrincipals } from '../../support/known-principals.js';
import { secured, signerOf, tapeOf, timestampOf } from '../../support/signed-message.js';
import { event, limits, request, wsdl } from './messages.js';

const now = Date.UTC(2026, 10, 22, 8);
const signer = signerOf('signer');
const maker = { source: 'test', messageId: () => 'm-1', now: () => now, successCode: true };
const carriedOut: AnyMessage[] = [];
const endpoint = soapEndpoint(
  async (message, call) => {
    carriedOut.push(message);
    return replyTo(message, call.operation.noun, { result: 'OK' }, maker);
  },
  {
    ...{ wsdl, limits, largeBody: 262_144, threads: 1, queue: 10, replies: maker },
    proofs: {
      principals: knownPrincipals({ users: {}, certificates: { ems: signer.certificate } }),
      nonces: { use: async () => 'fresh' },
      window: { past: 300_000, future: 60_000 },
    },
  },
);
const entrance = { listener: 'main', accepts: ['usernameToken', 'signature'], encrypted: true } as const;
const runs = Number(process.env['CIMGATE_TEST_MUTATIONS'] ?? 3_000);

afterAll(() => endpoint.close());

async function ask(body: string): Promise<AnyMessage | undefined> {
  carriedOut.length = 0;
  const { status, exchange } = await endpoint.answer(request(body), { requestId: 'r', receivedAt: now, entrance });
  if (exchange.defect !== undefined) throw exchange.defect as Error;
  if (status !== 200) expect(carriedOut).toEqual([]);
  return carriedOut[0];
}

const snippets = [
  ' wsu:Id="body"', ' Id="body"', ' wsu:Id="ts"', ' id="body"', ' soap:mustUnderstand="0"', ' xmlns:soap="urn:x"', ' xmlns="urn:x"', ' xmlns:wsu="urn:x"',
  '<!-- -->', '<![CDATA[1]]>', '&#49;', '1', ' ', '\r\n', '<soap:Body wsu:Id="body"/>', '</soap:Body><soap:Body>', '<soap:Header/>', '#', '#body', 'ts', 'body',
]; // prettier-ignore

/** Some elements of the text moved, doubled, wrapped or taken away; some text put in or cut out. */
function mutated(text: string, chance: Chance): string {
  const kind = chance.below(7);
  if (kind > 4) {
    const at = chance.below(text.length);
    return kind === 5
      ? text.slice(0, at) + chance.of(snippets) + text.slice(at)
      : text.slice(0, at) + text.slice(at + 1 + chance.below(20));
  }
  const tape = tapeOf(text);
  const bounds = (index: number): [number, number] => [tape.cells[index * STRIDE + START]!, endOf(tape, index)];
  const [from, to] = bounds(1 + chance.below(tape.length - 1));
  const element = text.slice(from, to);
  const place = chance.of(bounds(1 + chance.below(tape.length - 1)));
  const put = chance.of([
    element,
    `<w>${element}</w>`,
    `<x:w xmlns:x="urn:x" Id="body">${element}</x:w>`,
    element.replace(/>1</, '>2<'),
  ]);
  if (kind === 0) return text.slice(0, from) + text.slice(to);
  if (kind === 1) return text.slice(0, from) + put + text.slice(to);
  if (kind === 2 || (place > from && place < to)) return text.slice(0, place) + put + text.slice(place);
  if (place <= from) return text.slice(0, place) + put + text.slice(place, from) + text.slice(to);
  return text.slice(0, from) + text.slice(to, place) + put + text.slice(place);
}

test(`is what was signed, or is not carried out, after ${runs} mutations`, async () => {
  const created = new Date(now).toISOString();
  const message = event(2).replace('<h:CorrelationID>', '<h:MessageID>m</h:MessageID><h:CorrelationID>');
  const original = secured({
    message,
    timestamp: timestampOf(created, new Date(now + 60_000).toISOString()),
    blocks: '<x:trace xmlns:x="urn:x" wsu:Id="trace">1</x:trace>',
    signature: { by: signer, over: ['body', 'ts', 'trace'] },
  });
  const right = await ask(original);
  expect(right).toBeDefined();
  let believed = 0;
  for (let seed = 1; seed <= runs; seed++) {
    const chance = chanceOf(seed);
    let text = original;
    try {
      for (let n = 1 + chance.below(3); n > 0; n--) text = mutated(text, chance);
    } catch {
      continue; // nothing more can be done to what is broken
    }
    const done = await ask(text);
    if (done === undefined) continue;
    believed++;
    if (JSON.stringify(done) !== JSON.stringify(right)) throw new Error(`seed ${seed}:\n${text}`);
  }
  expect(believed).toBeGreaterThan(runs / 1_000);
}, 600_000);
