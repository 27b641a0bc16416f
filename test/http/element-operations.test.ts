/** Operations on single elements over HTTP, for every noun that has them: the element given is altered, and nothing beside it. */
import { nouns } from '../../src/nouns.js';
import type { NounRow } from '../../src/services/noun-row.js';
import { gist } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { difference, infosetOf, type Infoset } from '../support/infoset.js';
import {
  childText,
  freeTextOf,
  fullContent,
  inProfile,
  mandatoryOf,
  messageText,
  only,
  operationOf,
  profileNamespace,
} from '../support/noun-messages.js';
import { print } from '../support/xsd-generator-print.js';
import type { Tree } from '../support/xsd-generator.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const rows = Object.entries(nouns) as [string, NounRow][];
const offering = rows.filter(
  ([, { verbs, objects, anonymous, service, elementOperations }]) =>
    verbs.includes('change') &&
    objects !== 'payload' &&
    anonymous !== true &&
    (service === undefined || elementOperations === true),
);

let messages = 0;
function aSet(...operations: readonly string[]): Promise<Answer> {
  const inside = operations.map(
    (text, at) => `<h:Operation><h:operationId>${at + 1}</h:operationId>${text}</h:Operation>`,
  );
  return gateway.post(
    '/soap/ExecuteOperationSet',
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
      `<m:ExecuteOperationSet xmlns:m="http://iec.ch/TC57/2011/OperationSetMessage" xmlns:h="http://iec.ch/TC57/2011/schema/message">` +
      `<m:Header><h:Verb>execute</h:Verb><h:Noun>OperationSet</h:Noun><h:MessageID>elements-${++messages}</h:MessageID></m:Header>` +
      `<m:Payload><m:OperationSet><h:enforceMsgSequence>true</h:enforceMsgSequence>${inside.join('')}</m:OperationSet></m:Payload>` +
      `</m:ExecuteOperationSet></s:Body></s:Envelope>`,
  );
}
const onElements = (verb: string, noun: string, object: Tree): string =>
  `<h:noun>${noun}</h:noun><h:verb>${verb}</h:verb><h:elementOperation>true</h:elementOperation>${print(inProfile(noun)(noun, [object]))}`;
const getting = (noun: string, object: Tree): string => {
  const profile = inProfile(`Get${noun}`);
  const wanted = profile(object.name, [profile('mRID', [childText(object, 'mRID')!])]);
  return `<h:noun>${noun}</h:noun><h:verb>get</h:verb>${print(profile(`Get${noun}`, [wanted]))}`;
};
/** The tree with that text in a child of its own. */
const saying = (tree: Tree, name: string, text: string): Tree => ({
  ...tree,
  content: tree.content.map((part) =>
    typeof part === 'string' || part.name !== name ? part : { ...part, content: [text] },
  ),
});
function rootIn(at: Infoset, noun: string): Infoset | undefined {
  if (at.namespace === profileNamespace(noun) && at.name === noun) return at;
  for (const part of at.content) {
    const found = typeof part === 'string' ? undefined : rootIn(part, noun);
    if (found) return found;
  }
  return undefined;
}

test('the nouns that have them are those whose objects are changed one by one', () => {
  expect(offering.map(([noun]) => noun)).toEqual(
    expect.arrayContaining(['MeterConfig', 'UsagePointConfig', 'EndDeviceGroups', 'CustomerConfig']),
  );
  expect(offering.length).toBeGreaterThanOrEqual(15);
  const tried = new Set([...withText, ...withNames].map(([noun]) => noun));
  expect(offering.filter(([noun]) => !tried.has(noun))).toEqual([]);
});

const kindOf = (row: NounRow): string => row.objects[0]!;
const demandedOf = (noun: string, row: NounRow): readonly string[] =>
  mandatoryOf(noun, kindOf(row)).filter((name) => name !== 'mRID');

async function created(noun: string, row: NounRow, serial: string): Promise<Tree> {
  const [object] = fullContent(noun, row.objects, serial) as [Tree];
  const answer = await gateway.post('/soap', messageText(operationOf(noun, 'create'), { content: [object] }));
  expect(answer.reply && gist(answer.reply)).toMatchObject({ result: 'OK' });
  return object;
}
function expectObject(answer: Answer, noun: string, expected: Tree): void {
  expect(answer.reply && gist(answer.reply)).toMatchObject({ result: 'OK' });
  expect(difference(inProfile(noun)(noun, [expected]), rootIn(infosetOf(answer.text), noun)!)).toBeUndefined();
}

const withText = offering.filter(([noun, row]) => freeTextOf(noun, kindOf(row)) !== undefined);

test.each(withText)('%s: a text is changed, taken away and added, and all else is as it was', async (noun, row) => {
  const object = await created(noun, row, 'text');
  const free = freeTextOf(noun, object.name)!;
  const demanded = demandedOf(noun, row);
  const changed = only(saying(object, free, 'changed'), 'mRID', free, ...demanded);
  // what the schema demands beside the element would be taken away, or be there already
  const others = demanded.length > 0 ? [] : (['delete', 'create'] as const);
  const made = only(saying(object, free, 'made'), 'mRID', free);
  const answer = await aSet(
    onElements('change', noun, changed),
    ...others.map((verb) => onElements(verb, noun, made)),
    getting(noun, object),
  );
  expectObject(answer, noun, saying(object, free, others.length > 0 ? 'made' : 'changed'));
});

const withNames = offering.filter(([noun, row]) => demandedOf(noun, row).length === 0);

test.each(withNames)('%s: a name is taken away and another one added', async (noun, row) => {
  const object = await created(noun, row, 'names');
  const isName = (part: string | Tree): part is Tree => typeof part !== 'string' && part.name === 'Names';
  const [first, ...left] = object.content.filter(isName) as [Tree, ...Tree[]];
  const another = { ...first, content: [inProfile(noun)('name', [`another of ${noun}`])] };
  const about = (...names: readonly Tree[]): Tree => {
    const { content, ...empty } = only(object, 'mRID', 'Names');
    return { ...empty, content: [...content.filter((part) => !isName(part)), ...names] };
  };
  const answer = await aSet(
    onElements('delete', noun, about(first)),
    onElements('create', noun, about(another)),
    getting(noun, object),
  );
  const content = object.content.flatMap((part): readonly (string | Tree)[] => {
    if (!isName(part)) return [part];
    return part === first ? [...left, another] : [];
  });
  expectObject(answer, noun, { ...object, content });
});
