import type { Verb } from '../../src/generated/operations.js';
import { nouns } from '../../src/nouns.js';
import type { StoredObject } from '../../src/ports/object-store.js';
import type { NounRow } from '../../src/services/noun-row.js';
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
  withText,
  type MessageParts,
} from '../support/noun-messages.js';
import type { Tree } from '../support/xsd-generator.js';

const verbs: readonly Verb[] = [
  'get',
  'create',
  'change',
  'cancel',
  'close',
  'delete',
  'created',
  'changed',
  'canceled',
  'closed',
  'deleted',
];
const endings = { cancel: 'canceled', close: 'closed', delete: 'deleted' } as const;

/** Time series rather than objects: what is said of them stands in tests of their own. */
const series = 'MeterReadings';
const command = 'EndDeviceControls';
/** Their `create` reaches out for meters or other objects; what other systems report of them is kept like anything else. */
const commands: readonly string[] = [command, 'MeterReadSchedule', 'MeterReadSchedules', 'MasterDataLinkageConfig'];

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const rows = Object.entries(nouns) as [string, NounRow][];
const generic = rows.filter(([noun]) => noun !== series);
const bringing = (noun: string, row: NounRow): 'create' | 'created' =>
  row.verbs.includes('create') && !commands.includes(noun) ? 'create' : 'created';

async function ask(noun: string, verb: Verb, parts: MessageParts): Promise<Answer> {
  const operation = operationOf(noun, verb);
  const answer = await gateway.post(`/soap/${operation.services[0]}`, messageText(operation, parts), {
    SOAPAction: `"${operation.soapAction}"`,
  });
  expect(answer.reply?.Header).toMatchObject({ Verb: 'reply', Noun: noun, Source: 'cimgate' });
  return answer;
}

function expectResult(answer: Answer, result: 'OK' | 'PARTIAL' | 'FAILED', ...codes: readonly string[]): void {
  const { Result, Error: errors = [] } = answer.reply!.Reply;
  const said = { result: Result, codes: errors.map(({ code }) => code), details: errors.map(({ details }) => details) };
  expect(said).toEqual({ result, codes, details: said.details });
}

/** The payload root of an answer, as libxmljs2 reads it. */
function payloadIn(answer: Answer, noun: string): Infoset {
  const find = (at: Infoset): Infoset | undefined => {
    if (at.namespace === profileNamespace(noun) && at.name === noun) return at;
    for (const part of at.content) {
      const found = typeof part === 'string' ? undefined : find(part);
      if (found) return found;
    }
    return undefined;
  };
  const found = find(infosetOf(answer.text));
  if (!found) throw new Error(`no ${noun} in ${answer.text}`);
  return found;
}

function expectPayload(answer: Answer, noun: string, content: readonly Tree[]): void {
  const root: Tree = inProfile(noun)(noun, content);
  expect(difference(root, payloadIn(answer, noun))).toBeUndefined();
}

/** Something of a noun that is in the gateway, and the words for it. */
interface Brought {
  readonly noun: string;
  readonly row: NounRow;
  readonly content: readonly Tree[];
  readonly ids: readonly string[];
  readonly anonymous: boolean;
}

let serial = 0;

/** The fullest object, brought by `create`, or by a `created` event where there is no create. */
async function bring(
  noun: string,
  row: NounRow,
  by: 'create' | 'created' = bringing(noun, row),
  adapt: (tree: Tree) => Tree = (tree) => tree,
): Promise<Brought> {
  const content = fullContent(noun, row.objects, `s${++serial}`).map(adapt);
  await stored(noun, row, lastId);
  const last = lastId;
  const answer = await ask(noun, by, { content });
  if (by === 'create') expectResult(answer, 'OK', '0.0');
  else expectResult(answer, 'OK', '0.3');
  const ids = (await stored(noun, row, last)).map(({ mRID }) => mRID);
  expect(ids).toHaveLength(row.objects === 'payload' ? 1 : content.length);
  if (by === 'create') expect(answer.reply!.Reply.ID?.map(({ text }) => text)).toEqual(ids);
  const anonymous = row.anonymous === true || row.objects === 'payload';
  if (!anonymous) expect(content.map((tree) => childText(tree, 'mRID'))).toEqual(ids);
  return { noun, row, content, ids, anonymous };
}

/** The highest key of the store that was met: objects behind it are new. */
let lastId = 0;

async function stored(noun: string, row: NounRow, after: number): Promise<readonly StoredObject[]> {
  const kinds = row.objects === 'payload' ? [noun] : row.objects;
  const found = await gateway.ports.store.objects({ noun, kinds, after, limit: 10 });
  lastId = Math.max(lastId, ...found.map(({ id }) => id));
  return found;
}

function nowOf({ noun, row, ids }: Brought): Promise<readonly (StoredObject | undefined)[]> {
  const kinds = row.objects === 'payload' ? [noun] : row.objects;
  return Promise.all(ids.map((id) => gateway.ports.store.objectByMRID(noun, kinds, id)));
}

async function statesOf(brought: Brought): Promise<readonly (string | undefined)[]> {
  return (await nowOf(brought)).map((object) => object?.state);
}

/** Asks for it as a caller can: by its mRIDs in the Get profile, or by ID where the schema gives it none. */
function fetch({ noun, content, ids, anonymous }: Brought): Promise<Answer> {
  if (anonymous) return ask(noun, 'get', { ids });
  const profile = inProfile(`Get${noun}`);
  const wanted = content.map((tree) => profile(tree.name, [profile('mRID', [childText(tree, 'mRID')!])]));
  return ask(noun, 'get', { content: wanted });
}

/** How a request says which objects it means, and no more than the schema asks for. */
function naming({ noun, content, ids, anonymous }: Brought): MessageParts {
  if (anonymous) return { ids };
  return { content: content.map((tree) => only(tree, 'mRID', ...mandatoryOf(noun, tree.name))) };
}

async function expectNotListed({ noun, row, ids }: Brought): Promise<void> {
  const answer = await ask(noun, 'get', {});
  for (const id of ids) expect(answer.text).not.toContain(`>${id}<`);
  // an answer holds one payload: when several are left, it says how to ask for one of them
  const several = row.objects === 'payload' && (answer.reply!.Reply.ID?.length ?? 0) > 1;
  expectResult(answer, several ? 'FAILED' : 'OK', several ? '3.1' : '0.0');
}

test('the table below has every noun of the contract', () => {
  expect(rows.map(([noun]) => noun).sort()).toEqual(Object.keys(nouns).sort());
  expect(rows).toHaveLength(26);
  for (const [noun] of rows) for (const verb of verbs) expect(operationOf(noun, verb).noun).toBe(noun);
});

const notOffered = rows.flatMap(([noun, row]) =>
  verbs.filter((verb) => !row.verbs.includes(verb)).map((verb) => [verb, noun, row] as const),
);

test.each(notOffered)('%s %s makes no sense and is answered by what there is', async (verb, noun, row) => {
  const answer = await ask(noun, verb, { content: fullContent(noun, row.objects, 'x') });
  const sentence = `Header.Verb: ${noun} has no ${verb}; it has ${row.verbs.join(', ')}`;
  expectResult(answer, 'FAILED', '2.9');
  expect(answer.reply!.Reply.Error![0]!.details).toBe(sentence);
});

describe.each(generic)('%s', (noun, row) => {
  const offers = (verb: Verb): jest.It => (row.verbs.includes(verb) ? test : (nothing as unknown as jest.It));

  // first, while a list of everything is short
  for (const [verb, state] of Object.entries(endings) as [keyof typeof endings, string][]) {
    offers(verb)(`${verb} ends the object, which get does not list any more`, async () => {
      const brought = await bring(noun, row, bringing(noun, row), slim);
      const takesBack = verb !== 'cancel' || !row.masterData || isPending(brought);
      const answer = await ask(noun, verb, naming(brought));
      if (!takesBack) {
        expectResult(answer, 'FAILED', ...brought.ids.map(() => '6.1'));
        expect(answer.reply!.Reply.Error![0]!.details).toMatch(/is in force; .*close or delete it/);
        expect(await statesOf(brought)).toEqual(brought.ids.map(() => 'active'));
        return;
      }
      expectResult(answer, 'OK', '0.0');
      expect(await statesOf(brought)).toEqual(brought.ids.map(() => state));
      await expectNotListed(brought);
      if (verb === 'delete') expect((await fetch(brought)).reply!.Reply.Result).toBe('FAILED');
      const again = await ask(noun, verb, naming(brought));
      expect(again.reply!.Reply.Result).toBe('FAILED');
    });
  }

  for (const state of Object.values(endings)) {
    offers(state)(`${state} is acknowledged, and the object has ended`, async () => {
      const brought = await bring(noun, row, 'created', slim);
      expectResult(await ask(noun, state, { content: brought.content }), 'OK', '0.3');
      expect(await statesOf(brought)).toEqual(brought.ids.map(() => state));
      await expectNotListed(brought);
    });
  }

  offers('get')('get finds the object as it came, and nothing where there is nothing', async () => {
    const brought = await bring(noun, row);
    const answer = await fetch(brought);
    expectResult(answer, 'OK', '0.0');
    expectPayload(answer, noun, brought.content);
    expect(answer.reply!.Reply.ID?.map(({ text }) => text)).toEqual(brought.anonymous ? brought.ids : undefined);
    const missing = await ask(noun, 'get', { ids: ['no-such-thing'] });
    expectResult(missing, 'FAILED', missing.reply!.Reply.Error![0]!.code);
    expect(missing.reply!.Reply.Error![0]!.details).toMatch(/no-such-thing/);
  });

  offers('create')('create refuses what is there already', async () => {
    const { content } = await bring(noun, row);
    if (commands.includes(noun)) return; // a command of this identifier is told in the test below
    const again = await ask(noun, 'create', { content });
    if (row.masterData && row.objects === 'payload') expectResult(again, 'FAILED', '2.29');
    else if (row.anonymous || row.objects === 'payload') expectResult(again, 'OK', '0.0');
    else expectResult(again, 'FAILED', ...content.map(() => '2.15'));
  });

  offers('change')('change alters what is given and nothing else', async () => {
    // a schedule must be one that can run, and a link one of objects that are there: told in their own tests
    if (noun.startsWith('MeterReadSchedule') || noun === 'MasterDataLinkageConfig') return;
    const brought = await bring(noun, row);
    const { content, ids, anonymous } = brought;
    const [first] = content;
    let given: readonly Tree[];
    let expected: readonly Tree[];
    if (row.objects === 'payload') {
      given = [fullContent(noun, 'payload', `s${++serial}`)[0]!];
      const others = content.filter(({ name }) => name !== first!.name);
      expected = [...given, ...others];
    } else {
      const free = freeTextOf(noun, first!.name) ?? 'Names';
      const altered = withChild(first!, free, (child) =>
        free === 'Names' ? withText(child, 'name', `new-${serial}`) : { ...child, content: ['changed'] },
      );
      given = [only(altered, ...(anonymous ? [] : ['mRID']), free, ...mandatoryOf(noun, first!.name))];
      expected = [altered, ...content.slice(1)];
    }
    const answer = await ask(noun, 'change', { content: given, ...(anonymous ? { ids: ids.slice(0, 1) } : {}) });
    expectResult(answer, 'OK', '0.0');
    expectPayload(await fetch(brought), noun, expected);
  });

  offers('created')('created is acknowledged, once or twice, and the object is there', async () => {
    const brought = await bring(noun, row, 'created');
    expectPayload(await fetch(brought), noun, brought.content);
    const before = await nowOf(brought);
    expectResult(await ask(noun, 'created', { content: brought.content }), 'OK', '0.3');
    expect(await nowOf(brought)).toEqual(before);
    expect(await stored(noun, row, lastId)).toEqual([]);
  });

  offers('changed')('changed is acknowledged, and the object is as it says', async () => {
    const brought = await bring(noun, row, 'created');
    const content = brought.content.map((tree) => withText(tree, 'description', `told anew ${serial}`));
    expect(content).not.toEqual(brought.content);
    expectResult(await ask(noun, 'changed', { content }), 'OK', '0.3');
    expectPayload(await fetch(brought), noun, content);
    const unheard = fullContent(noun, row.objects, `s${++serial}`);
    expectResult(await ask(noun, 'changed', { content: unheard }), 'OK', '0.3');
  });
});

describe(command, () => {
  const of = inProfile(command);
  const named = (meter: string): Tree =>
    of('Names', [of('name', [meter]), of('NameType', [of('name', ['MeterName'])])]);
  const control = (mRID: string, type: string, meter: string): Tree =>
    of('EndDeviceControl', [
      of('mRID', [mRID]),
      of('reason', ['moved out']),
      of('EndDeviceControlType', [], { ref: type }),
      of('EndDevices', [named(meter)]),
    ]);

  test.each([
    ['disconnect', '3.31.0.23', '3.31.0.68', 'open'],
    ['connect', '3.31.0.18', '3.31.0.42', 'closed'],
  ])(
    'create carries out a %s, keeps the command, and tells the outcome as an event',
    async (word, type, event, position) => {
      const mRID = `${word}-1`;
      const content = [control(mRID, type, 'SIM-000001')];
      const answer = await ask(command, 'create', { content, header: { CorrelationID: `the ${word}` } });
      expectResult(answer, 'OK', '0.0');
      expect(answer.reply!.Reply.ID?.map(({ text, kind }) => [kind, text])).toEqual([
        ['uuid', mRID],
        ['transaction', `the ${word}`],
      ]);
      const found = await ask(command, 'get', { ids: [mRID] });
      expectPayload(found, command, content);
      const events = await ask('EndDeviceEvents', 'get', {});
      const [told] = payloadIn(events, 'EndDeviceEvents').content.filter((part) =>
        JSON.stringify(part).includes(`the ${word}`),
      );
      expect(JSON.stringify(told)).toContain('SIM-000001');
      expect(eventTypeIn(told)).toBe(event);
      expect(JSON.stringify(told)).toContain(`"${position}"`);
      const again = await ask(command, 'create', { content });
      expectResult(again, 'FAILED', '2.15');
    },
  );

  test.each([
    ['an unknown meter', control('c-1', '3.31.0.23', 'NO-SUCH-METER'), '2.4', /no end device is named NO-SUCH-METER/],
    ['the code of an event', control('c-2', '3.31.0.68', 'SIM-000002'), '2.15', /code of an event/],
    ['a control that is not offered', control('c-3', '3.199.0.214', 'SIM-000002'), '5.2', /does not support/],
  ])('create with %s is refused', async (_, tree, code, details) => {
    const answer = await ask(command, 'create', { content: [tree] });
    expectResult(answer, 'FAILED', code);
    expect(answer.reply!.Reply.Error![0]!.details).toMatch(details);
  });
});

describe(series, () => {
  const of = inProfile(series);
  const get = inProfile(`Get${series}`);
  const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
  const asked = (meter: string, start?: string, end?: string): readonly Tree[] => [
    get('EndDevice', [get('Names', [get('name', [meter])])]),
    get('ReadingType', [get('mRID', [register])]),
    ...(start !== undefined && end !== undefined
      ? [get('TimeSchedule', [get('scheduleInterval', [get('end', [end]), get('start', [start])])])]
      : []),
  ];
  const reading = (meter: string, at: string, value: string): Tree =>
    of('MeterReading', [
      of('Meter', [of('Names', [of('name', [meter])])]),
      of('Readings', [
        of('timeStamp', [at]),
        of('value', [value]),
        of('ReadingQualities', [of('comment', ['read by hand']), of('ReadingQualityType', [], { ref: '3.0.0' })]),
        of('ReadingType', [], { ref: register }),
      ]),
    ]);
  const readingsIn = (answer: Answer): readonly string[] =>
    [...answer.text.matchAll(/<obj:timeStamp>([^<]*)<\/obj:timeStamp><obj:value>([^<]*)</g)].map(
      ([, at, value]) => `${at} ${value}`,
    );

  test('get reads the meter', async () => {
    const answer = await ask(series, 'get', { content: asked('SIM-000003') });
    expectResult(answer, 'OK', '0.0');
    expect(readingsIn(answer)).toEqual([expect.stringMatching(/^2026-11-22T\S+Z \d+\.\d{3}$/)]);
    expect(answer.text).toContain('>SIM-000003<');
    const unknown = await ask(series, 'get', { content: asked('NO-SUCH-METER') });
    expectResult(unknown, 'FAILED', '2.4');
  });

  test('created and changed are acknowledged, and get answers the very words', async () => {
    const meter = 'SIM-000004';
    const span = ['2026-11-20T00:00:00Z', '2026-11-20T12:00:00Z'] as const;
    const at = '2026-11-20T08:15:00.10+05:45';
    for (const [verb, value] of [
      ['created', '0012.50'],
      ['created', '0012.50'],
      ['changed', '+13.0'],
    ] as const) {
      expectResult(await ask(series, verb, { content: [reading(meter, at, value)] }), 'OK', '0.3');
      const answer = await ask(series, 'get', { content: asked(meter, ...span) });
      expect(readingsIn(answer)).toContain(`${at} ${value}`);
      expect(readingsIn(answer).filter((text) => text.startsWith(at))).toHaveLength(1);
      expect(answer.text).toContain('read by hand');
    }
    const unknown = await ask(series, 'created', { content: [reading('NO-SUCH-METER', at, '1')] });
    expectResult(unknown, 'FAILED', '2.4');
  });
});

function eventTypeIn(part: unknown): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined;
  const { name, attributes, content } = part as Infoset;
  if (name === 'EndDeviceEventType') return attributes.get('{}ref');
  return content.map(eventTypeIn).find((type) => type !== undefined);
}

function nothing(): void {
  // the verb is not offered: see above
}

function withChild(tree: Tree, name: string, change: (child: Tree) => Tree): Tree {
  const content = tree.content.map((part) => (typeof part !== 'string' && part.name === name ? change(part) : part));
  return { ...tree, content };
}

/** An object that says no more than it must, and that it is in force in the future where it can say so. */
function slim(tree: Tree): Tree {
  const future = withText(tree, 'effectiveDateTime', '2030-01-01T00:00:00Z');
  const kinds = rows.flatMap(([, { objects }]) => objects);
  if (!kinds.includes(tree.name)) return future;
  const noun = tree.namespace.slice(profileNamespace('').length - 1, -1);
  return only(future, 'mRID', 'Names', 'ConfigurationEvents', ...mandatoryOf(noun, tree.name));
}

function isPending({ row, content }: Brought): boolean {
  const hasDate = (tree: Tree): boolean =>
    tree.content.some((part) => typeof part !== 'string' && /^ConfigurationEvents?$/.test(part.name));
  return row.objects === 'payload' ? content.some(({ name }) => name === 'ConfigurationEvent') : content.every(hasDate);
}
