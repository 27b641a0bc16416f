/**
 * Whole conversations, kept as files: test/golden/<noun>/<sentence>/request.xml is sent and must be answered by reply.xml.
 * What must have happened before stands in before-1.xml, before-2.xml …; `npm run golden` writes the replies anew.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { simulatedHeadEnd } from '../../src/head-ends/simulated/head-end.js';
import { mediaTypes } from '../../src/soap/envelope.js';
import { canonical, indented } from '../support/canonical-xml.js';
import { eagerClock } from '../support/eager-clock.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { countingIds } from '../support/test-ports.js';

const folder = fileURLToPath(new URL('../golden', import.meta.url));
const rewriting = process.env['GOLDEN'] === 'rewrite';
const conversations = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: noun }) => readdirSync(join(folder, noun)).map((sentence) => [noun, sentence] as const));

let gateway: TestGateway;
/** Identifiers of the conversation under way: its own, so that none depends on those before it. */
let ids = countingIds('00000000-0000-4000-8000');

beforeAll(async () => {
  const clock = eagerClock();
  // meters that answer at once: time stands still, so that no conversation is later because of another
  const meters = simulatedHeadEnd({ meters: 20, seed: 61968, clock, latency: { min: 0, max: 0 } });
  gateway = await testGateway({ clock, headEnds: [meters], ids: { next: () => ids.next() } });
});
afterAll(() => gateway.stop());

test.each(conversations)('%s %s', async (noun, sentence) => {
  const place = join(folder, noun, sentence);
  const own = createHash('sha256').update(`${noun}/${sentence}`).digest('hex').slice(0, 8);
  ids = countingIds(`${own}-0000-4000-8000`);
  for (let step = 1; existsSync(join(place, `before-${step}.xml`)); step++) {
    const before = await send(join(place, `before-${step}.xml`));
    expect(before.reply?.Reply.Result).toBe('OK');
  }
  const answer = await send(join(place, 'request.xml'));
  const expected = join(place, 'reply.xml');
  if (rewriting) writeFileSync(expected, indented(answer.text));
  expect(existsSync(expected)).toBe(true);
  const wanted = readFileSync(expected, 'utf8');
  expect(canonical(indented(answer.text))).toBe(canonical(answer.text));
  if (canonical(answer.text) !== canonical(wanted)) expect(indented(answer.text)).toBe(indented(wanted));
});

function send(file: string): ReturnType<TestGateway['post']> {
  const request = readFileSync(file, 'utf8');
  const version = request.includes('http://www.w3.org/2003/05/soap-envelope') ? '1.2' : '1.1';
  return gateway.post('/soap', request, { 'Content-Type': mediaTypes[version] });
}
