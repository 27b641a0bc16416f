/**
 * The messages of examples/messages: printed from the contract, sent in their order to a fresh gateway, and answered just as the files
 * beside them say. `npm run examples` writes messages and answers anew; the reader of the diff decides.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nounNames, type Verb } from '../../src/generated/operations.js';
import { simulatedHeadEnd } from '../../src/head-ends/simulated/head-end.js';
import { indented } from '../support/canonical-xml.js';
import { eagerClock } from '../support/eager-clock.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { operationOf } from '../support/noun-messages.js';
import { countingIds } from '../support/test-ports.js';
import { until } from '../support/until.js';
import { exampleScene } from './scene.js';
import { sequenceOf, sequences } from './sequences.js';
import { idPrefix, messageOf, operationName, type Step } from './step.js';

const folder = fileURLToPath(new URL('../../examples/messages', import.meta.url));
const rewriting = process.env['EXAMPLES'] === 'rewrite';

let gateway: TestGateway;
let ids = countingIds('00000000-0000-4000-8000');

beforeAll(async () => {
  if (rewriting) rmSync(folder, { recursive: true, force: true });
  const clock = eagerClock();
  const meters = simulatedHeadEnd({ meters: 20, seed: 61968, clock, latency: { min: 0, max: 0 } });
  gateway = await testGateway({ clock, headEnds: [meters], ids: { next: () => ids.next() } });
});
afterAll(() => gateway.stop());

test('every noun has every verb of the contract', () => {
  const verbs: readonly Verb[] = [
    ...(['get', 'create', 'change', 'cancel', 'close', 'delete'] as const),
    ...(['created', 'changed', 'canceled', 'closed', 'deleted'] as const),
  ];
  for (const noun of nounNames) {
    const shown = new Set(
      sequenceOf(noun, exampleScene)
        .filter((step) => step.noun === noun)
        .map(({ verb }) => verb),
    );
    expect([noun, [...shown].sort()]).toEqual([noun, [...verbs].sort()]);
  }
});

describe.each(sequences)('%s', (noun) => {
  const steps = sequenceOf(noun, exampleScene);
  const place = join(folder, noun);
  const files = steps.map((step, at) => `${String(at + 1).padStart(2, '0')}-${operationName(step)}`);

  beforeAll(() => {
    ids = countingIds(idPrefix(noun));
    if (rewriting) mkdirSync(place, { recursive: true });
  });

  test.each(steps.map((step, at) => [files[at]!, step, at + 1] as const))('%s', async (file, step, number) => {
    const message = messageOf(step, exampleScene, noun, number);
    same(join(place, `${file}.xml`), message);
    if (step.waits) await allDone();
    const { text, reply } = await send(step, message);
    expect({ result: reply?.Reply.Result, code: reply?.Reply.Error?.[0]?.code, text }).toEqual({
      result: step.result,
      code: step.code,
      text,
    });
    same(join(place, `${file}.answer.xml`), indented(text));
  });

  test('there are no other files', () => {
    const wanted = files.flatMap((file) => [`${file}.answer.xml`, `${file}.xml`]);
    expect(readdirSync(place).sort()).toEqual(wanted.sort());
  });
});

test('there are no other folders', () => {
  expect(readdirSync(folder).sort()).toEqual([...sequences].sort());
});

function send({ noun, verb }: Step, message: string): ReturnType<TestGateway['post']> {
  const { services, soapAction } = operationOf(noun, verb);
  return gateway.post(`/soap/${services[0]}`, message, { SOAPAction: `"${soapAction}"` });
}

/** Waits until the gateway has nothing to do but what is planned for another day. */
async function allDone(): Promise<void> {
  const { store, clock } = gateway.ports;
  await until('all is done', async () =>
    (await store.requests({ limit: 1_000, state: 'open' })).every(({ due }) => due > clock.now()),
  );
}

/** Holds a text against the file it should stand in. */
function same(file: string, text: string): void {
  if (rewriting) writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `there is no ${file}; npm run examples writes it`).toBe(text);
}
