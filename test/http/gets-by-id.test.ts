/** Get by `Request/ID` and by the identification in the Get profile, for every noun: what is found, and what exactly is refused. */
import { nouns } from '../../src/nouns.js';
import type { JsonObject } from '../../src/ports/object-store.js';
import type { NounRow } from '../../src/services/noun-row.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import {
  fullContent,
  inProfile,
  mannerText,
  operationOf,
  type MessageParts,
  type TextManner,
} from '../support/noun-messages.js';
import type { Tree } from '../support/xsd-generator.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

type Form = TextManner['form'];
const send = (noun: string, verb: 'get' | 'created', parts: MessageParts, form: Form = 'typed'): Promise<Answer> => {
  const operation = operationOf(noun, verb);
  const path = form === 'typed' ? `/soap/${operation.services[0]}` : '/soap/Generic';
  const soapAction = form === 'typed' ? { SOAPAction: `"${operation.soapAction}"` } : {};
  return gateway.post(path, mannerText(operation, parts, { form, spelling: {}, version: '1.1' }), soapAction);
};

interface Finding {
  readonly code: string;
  /** The path, with which details begin. */
  readonly at: string | undefined;
  readonly id: string | undefined;
}
function said({ reply }: Answer): { readonly result: string; readonly findings: readonly Finding[] } {
  const { Result, Error: errors = [] } = reply!.Reply;
  const findings = errors
    .filter(({ code }) => code !== '0.0' && code !== '0.2')
    .map(({ code, details, ID }) => ({ code, at: /^[\w.[\]]+(?=: )/.exec(details ?? '')?.[0], id: ID?.text }));
  return { result: Result, findings };
}

/** The code of an object that is not there; 2.15 for kinds without a code of their own. */
const missing: Readonly<Record<string, string>> = {
  Meter: '2.4',
  EndDevice: '2.4',
  UsagePoint: '2.12',
  ServiceLocation: '2.16',
  CustomerAccount: '2.19',
  ServiceSupplier: '2.20',
  Customer: '2.22',
  CustomerAgreement: '2.24',
  ComModule: '2.30',
  ServiceCategory: '2.31',
  UsagePointLocation: '2.32',
  PricingStructure: '2.33',
};

type Names = readonly (readonly [name: string, nameType: string])[];
const namesOf = (names: Names) => names.map(([name, type]) => ({ name, NameType: { name: type } }));

/** Two objects of a noun as the fullest ones that were told: `one` and `two`, which share a name. */
async function twoObjects(noun: string, row: NounRow): Promise<void> {
  const kinds = row.objects === 'payload' ? [noun] : row.objects;
  const kind = kinds[0]!;
  await send(noun, 'created', { content: fullContent(noun, row.objects, 'model') });
  const { store } = gateway.ports;
  const [model] = await store.objects({ noun, kinds: [kind], newestFirst: true, limit: 1 });
  const { anonymous } = partsOf(noun, row);
  const twin = (mRID: string, own: string) => {
    const names: Names = anonymous
      ? []
      : [
          [own, 'Own'],
          [`${noun} shared`, 'Shared'],
          [`${noun} typed`, own],
        ];
    const document: JsonObject = anonymous ? model!.document : { ...model!.document, mRID, Names: namesOf(names) };
    const listed = names.map(([name, nameType]) => ({ name, nameType }));
    return { noun, kind, mRID, names: listed, state: 'active', document, references: [] } as const;
  };
  await store.transaction((tx) =>
    tx.insert([twin(`${noun}-1`, `${noun} one`), twin(`${noun}-2`, `${noun} two`)], { at: '2026-11-22T12:00:00Z' }),
  );
}

function partsOf(noun: string, row: NounRow) {
  const kind = row.objects === 'payload' ? noun : row.objects[0]!;
  return { kind, anonymous: row.objects === 'payload' || row.anonymous === true };
}

/** mRIDs that an answer has, in its payload or, where the schema has none, in Reply/ID. */
function found(noun: string, { reply }: Answer): readonly string[] {
  const answered = JSON.stringify([reply!.Payload ?? null, reply!.Reply.ID ?? null]);
  return [1, 2].map((at) => `${noun}-${at}`).filter((mRID) => answered.includes(JSON.stringify(mRID)));
}

const optionNames: Readonly<Record<string, string>> = {
  kind: 'IDKind',
  idType: 'IDType',
  idAuthority: 'IDAuthority',
  objectType: 'IDObjectType',
};

/** The typed form has no attributes: Options say it, for all IDs or for one by its position. */
function optionsFor(ids: Case['ids']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ids.flatMap(({ text: _, ...attributes }, at) =>
      Object.entries(attributes).map(([name, value]) => [
        `${optionNames[name]}${ids.length > 1 ? `[${at}]` : ''}`,
        value,
      ]),
    ),
  );
}

function kindOption(kind: string | undefined): Readonly<Record<string, string>> {
  return kind === undefined ? {} : { IDKind: kind };
}

interface Case {
  readonly ids: readonly { readonly text: string; readonly [attribute: string]: string }[];
  /** Numbers of the objects that are answered. */
  readonly finds?: readonly number[];
  readonly result?: string;
  readonly findings?: readonly Finding[];
  /** Only where objects have names. */
  readonly named?: true;
}

/** What is asked, and what comes of it; `kind` is the noun's own class. */
function casesOf(noun: string, row: NounRow): Readonly<Record<string, Case>> {
  const { kind } = partsOf(noun, row);
  const code = missing[kind] ?? '2.15';
  const [one, two, nobody] = [`${noun}-1`, `${noun}-2`, 'NOBODY'];
  const refused = (given: string, why = code, at = 0): Finding => ({ code: why, at: `Request.ID[${at}]`, id: given });
  const several =
    row.objects === 'payload'
      ? { result: 'FAILED', finds: [1, 2], findings: [{ code: '3.1', at: undefined, id: undefined }] }
      : { finds: [1, 2] };
  return {
    'an mRID without a kind': { ids: [{ text: one }], finds: [1] },
    'an mRID of kind uuid': { ids: [{ text: one, kind: 'uuid' }], finds: [1] },
    'an mRID of kind other': { ids: [{ text: one, kind: 'other' }], finds: [1] },
    'an mRID of its objectType': { ids: [{ text: one, kind: 'uuid', objectType: kind }], finds: [1] },
    'a name without a kind': { ids: [{ text: `${noun} one` }], finds: [1], named: true },
    'a name of kind other': { ids: [{ text: `${noun} one`, kind: 'other' }], finds: [1], named: true },
    'a name of kind name': { ids: [{ text: `${noun} two`, kind: 'name' }], finds: [2], named: true },
    'a name with its type': {
      ids: [{ text: `${noun} one`, kind: 'name', idType: 'Own', objectType: kind }],
      finds: [1],
      named: true,
    },
    'a name that its type makes the only one': {
      ids: [{ text: `${noun} typed`, idType: `${noun} two` }],
      finds: [2],
      named: true,
    },
    'two IDs': { ids: [{ text: one }, { text: two }], ...several },
    'IDs of different kinds': {
      ids: [
        { text: one, kind: 'uuid' },
        { text: two, kind: 'name' },
      ],
      result: 'PARTIAL',
      finds: [1],
      findings: [refused(two, code, 1)],
    },
    'the same ID twice': { ids: [{ text: one }, { text: one }], finds: [1] },
    'an ID that fits and one that does not': {
      ids: [{ text: one }, { text: nobody }],
      result: 'PARTIAL',
      finds: [1],
      findings: [refused(nobody, code, 1)],
    },
    'an ID that nobody has': { ids: [{ text: nobody }], findings: [refused(nobody)] },
    'an mRID as a name': { ids: [{ text: one, kind: 'name' }], findings: [refused(one)] },
    'a name as an mRID': { ids: [{ text: `${noun} one`, kind: 'uuid' }], findings: [refused(`${noun} one`)] },
    'a name of another type': {
      ids: [{ text: `${noun} one`, kind: 'name', idType: 'Other' }],
      findings: [refused(`${noun} one`)],
    },
    'a name of another authority': {
      ids: [{ text: `${noun} one`, kind: 'name', idType: 'Own', idAuthority: 'Somebody' }],
      findings: [refused(`${noun} one`)],
    },
    'a name of several objects': {
      ids: [{ text: `${noun} shared`, kind: 'name' }],
      findings: [refused(one, '2.29')],
      named: true,
    },
    'a name of several objects without a kind': {
      ids: [{ text: `${noun} shared` }],
      findings: [refused(one, '2.29')],
      named: true,
    },
    'another objectType': {
      ids: [{ text: one, kind: 'uuid', objectType: 'Teapot' }],
      findings: [refused(one, '2.15')],
    },
    'a kind that there is not': { ids: [{ text: one, kind: 'mRID' }], findings: [refused(one, '2.15')] },
    'a blank ID': { ids: [{ text: ' ' }], findings: [refused(' ', '2.15')] },
    'a transaction that nobody has': {
      ids: [{ text: nobody, kind: 'transaction' }],
      findings: [refused(nobody, '2.15')],
    },
  };
}

const rows = (Object.entries(nouns) as [string, NounRow][]).filter(
  ([noun, { verbs }]) => verbs.includes('get') && noun !== 'MeterReadings',
);

describe.each(rows)('%s', (noun, row) => {
  const { kind, anonymous } = partsOf(noun, row);
  beforeAll(() => twoObjects(noun, row));

  const cases = Object.entries(casesOf(noun, row)).filter(([, { named }]) => !(anonymous && named));
  const forms = cases.flatMap(([what, one]) => {
    // what is bare differs from the generic form in its wrapper only: one noun will do
    const some = noun === 'MeterConfig' ? (['typed', 'generic', 'bare'] as const) : (['typed', 'generic'] as const);
    return some.map((form) => [form, what, one] as const);
  });

  it.each(forms)('in the %s form, get by %s', async (form, _, { ids, finds = [], result, findings = [] }) => {
    const given =
      form === 'typed' ? ids.map(({ text }) => text) : ids.map(({ text, ...attributes }) => ({ text, attributes }));
    const answer = await send(noun, 'get', { ids: given, options: form === 'typed' ? optionsFor(ids) : {} }, form);
    expect(said(answer)).toEqual({ result: result ?? (finds.length > 0 ? 'OK' : 'FAILED'), findings });
    expect(found(noun, answer)).toEqual(finds.map((at) => `${noun}-${at}`));
  });

  if (anonymous) return;
  const profile = inProfile(`Get${noun}`);
  const name = (text: string, type?: string): Tree =>
    profile('Names', [
      profile('name', [text]),
      ...(type === undefined ? [] : [profile('NameType', [profile('name', [type])])]),
    ]);
  const at = `Get${noun}.${kind}[0]`;
  const elements: readonly (readonly [string, readonly Tree[], readonly number[], readonly Finding[]])[] = [
    ['an mRID', [profile('mRID', [`${noun}-1`])], [1], []],
    ['a name', [name(`${noun} two`)], [2], []],
    ['an mRID and a name of it', [profile('mRID', [`${noun}-1`]), name(`${noun} one`)], [1], []],
    [
      'an mRID and a name that disagree',
      [profile('mRID', [`${noun}-1`]), name(`${noun} two`)],
      [],
      [{ code: '2.29', at, id: `${noun}-1` }],
    ],
    [
      'two names that disagree',
      [name(`${noun} one`), name(`${noun} two`)],
      [],
      [{ code: '2.29', at, id: `${noun} one` }],
    ],
    ['a name of several', [name(`${noun} shared`)], [], [{ code: '2.29', at, id: `${noun}-1` }]],
    ['a name that its type makes the only one', [name(`${noun} typed`, `${noun} two`)], [2], []],
    [
      'an mRID that nobody has, whatever the name',
      [profile('mRID', ['NOBODY']), name(`${noun} one`)],
      [],
      [{ code: missing[kind] ?? '2.15', at, id: 'NOBODY' }],
    ],
    ['a name that nobody has', [name('NOBODY')], [], [{ code: missing[kind] ?? '2.15', at, id: 'NOBODY' }]],
  ];
  it.each(elements)('get by its profile with %s', async (_, content, finds, findings) => {
    const answer = await send(noun, 'get', { content: [profile(kind, content)] });
    expect(said(answer)).toEqual({ result: finds.length > 0 ? 'OK' : 'FAILED', findings });
    expect(found(noun, answer)).toEqual(finds.map((number) => `${noun}-${number}`));
  });
});

test('the tables above have every noun that is queried, but for readings, which have no identity', () => {
  expect(rows).toHaveLength(25);
});

test.each(['uuid', 'name', 'other', undefined])(
  'readings are no objects: an ID of kind %s is refused at its place',
  async (kind) => {
    const answer = await send('MeterReadings', 'get', { ids: ['SIM-000001'], options: kindOption(kind) });
    expect(said(answer)).toEqual({
      result: 'FAILED',
      findings: [
        { code: '2.15', at: 'Request.ID[0]', id: 'SIM-000001' },
        { code: '1.6', at: 'GetMeterReadings', id: undefined },
      ],
    });
  },
);
