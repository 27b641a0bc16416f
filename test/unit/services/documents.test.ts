import fc from 'fast-check';
import { documentOf, includes, mayBeSame, referencesOf, sameAsAny } from '../../../src/services/documents.js';
import { childrenOf, kindOf, placesOf } from '../../../src/services/places.js';
import { aName, named } from '../../support/builders.js';

describe('documentOf', () => {
  it('drops what is not there and keeps the rest as text', () => {
    expect(documentOf({ mRID: undefined, value: '0.10', Names: undefined })).toEqual({ value: '0.10' });
  });

  it('puts an assigned mRID first, also in place of a blank one', () => {
    expect(Object.entries(documentOf({ mRID: ' ', b: '1' }, 'm-1'))).toEqual([
      ['mRID', 'm-1'],
      ['b', '1'],
    ]);
  });

  it('is what JSON makes of the value, and a copy all the way down', () => {
    const leaf = fc.oneof(fc.string(), fc.constant(undefined), fc.boolean(), fc.constant(null));
    const { value } = fc.letrec<{ value: Record<string, unknown> }>((tie) => ({
      value: fc.dictionary(
        fc.string(),
        fc.oneof({ depthSize: 'small' }, leaf, tie('value'), fc.array(fc.oneof(fc.string(), tie('value')))),
      ),
    }));
    fc.assert(
      fc.property(value, (each) => {
        const document = documentOf(each);
        expect(JSON.stringify(document)).toBe(JSON.stringify(each));
        for (const [name, member] of Object.entries(each))
          if (typeof member === 'object' && member !== null) expect(document[name]).not.toBe(member);
      }),
    );
  });

  it('takes a member named __proto__ as any other', () => {
    const document = documentOf(JSON.parse('{"__proto__": {"polluted": "yes"}}'));
    expect(Object.keys(document)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('referencesOf', () => {
  it('finds nested elements with mRID or names at any depth, each once, in the singular', () => {
    const document = documentOf({
      mRID: 'g-1',
      Names: [aName('own name')],
      EndDevices: [{ mRID: 'm-1' }, { mRID: 'm-1' }, named('M-2')],
      Assets: named('M-3'),
      status: { value: 'x' },
      Customers: [{ CustomerAgreements: [{ mRID: 'a-1' }] }],
    });
    expect(referencesOf(document)).toEqual([
      { kind: 'EndDevice', mRID: 'm-1', names: [] },
      { kind: 'EndDevice', names: [{ name: 'M-2' }] },
      { kind: 'Asset', names: [{ name: 'M-3' }] },
      { kind: 'CustomerAgreement', mRID: 'a-1', names: [] },
    ]);
  });

  it('finds ref attributes, which are an mRID or a name', () => {
    const document = documentOf({ choice: [{ ComFunction: { ref: 'f-1' } }], ReadingType: { ref: '' } });
    expect(referencesOf(document)).toEqual([
      { kind: 'ComFunction', mRID: 'f-1', names: [] },
      { kind: 'ComFunction', names: [{ name: 'f-1' }] },
    ]);
  });

  it('leaves out foreign elements and the record of who changed what', () => {
    const any = [{ namespace: 'urn:x', name: 'tag', xml: '<x/>' }];
    expect(referencesOf(documentOf({ any, ConfigurationEvent: { mRID: 'c-1' } }))).toEqual([]);
  });
});

describe('mayBeSame', () => {
  const meter = (mRID: string | undefined, ...names: string[]) => ({
    kind: 'Meter',
    mRID,
    names: names.map((name) => ({ name })),
  });
  it('lets mRIDs decide where both have one, else one common name', () => {
    expect(mayBeSame(meter('1', 'a'), meter('1', 'b'))).toBe(true);
    expect(mayBeSame(meter('1', 'a'), meter('2', 'a'))).toBe(false);
    expect(mayBeSame(meter('1', 'x', 'a'), meter(undefined, 'a'))).toBe(true);
    expect(mayBeSame(meter('1', 'a'), { ...meter('1'), kind: 'Customer' })).toBe(false);
  });

  it('takes a name type that one side leaves out as equal', () => {
    const typed = (nameType?: string) => ({ kind: 'Meter', names: [{ name: 'a', nameType }] });
    expect(mayBeSame(typed('T'), typed())).toBe(true);
    expect(mayBeSame(typed('T'), typed('U'))).toBe(false);
  });
});

describe('sameAsAny', () => {
  it('is mayBeSame with any of them', () => {
    const few = (...texts: string[]) => fc.constantFrom(...texts);
    const name = fc.record({
      name: few('a', 'b', 'c'),
      nameType: fc.option(few('T', 'U'), { nil: undefined }),
      authority: fc.option(few('A', 'B'), { nil: undefined }),
    });
    const reference = fc.record({
      kind: few('Meter', 'Customer'),
      mRID: fc.option(few('1', '2', 'a'), { nil: undefined }),
      names: fc.array(name, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(reference, { maxLength: 6 }), reference, (many, one) => {
        expect(sameAsAny(many)(one)).toBe(many.some((other) => mayBeSame(one, other)));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('includes', () => {
  it('holds when every wanted element is there, in a list one of the entries', () => {
    const stored = { a: '1', list: [{ x: '1', y: '2' }, { x: '3' }], deep: { b: '2' } };
    expect(includes(stored, { a: '1', list: [{ x: '3' }], deep: { b: '2' } })).toBe(true);
    expect(includes(stored, { list: [{ x: '1' }, { x: '3' }] })).toBe(true);
    expect(includes(stored, { list: [{ x: '3', y: '2' }] })).toBe(false);
    expect(includes(stored, { toString: 'x' })).toBe(false);
    expect(includes(stored, { a: { b: '1' } })).toBe(false);
  });
});

describe('places', () => {
  it.each([
    ['UsagePoint', ['UsagePointConfig']],
    ['Meter', ['MeterConfig', 'EndDeviceConfig']],
    ['EndDeviceGroup', ['EndDeviceGroups']],
    ['Receipt', ['ReceiptRecord']],
    ['Vendor', []],
    ['__proto__', []],
  ])('keeps a %s in %j', (kind, nouns) => {
    expect(placesOf(kind).map(({ noun }) => noun)).toEqual(nouns);
  });

  it.each([
    ['EndDevices', 'EndDevice'],
    ['UsagePointGroups', 'UsagePointGroup'],
    ['Assets', 'Asset'],
    ['OldMeter', 'Meter'],
    ['Status', 'Status'],
  ])('takes %s for %s', (element, kind) => {
    expect(kindOf(element)).toBe(kind);
  });

  it('knows the children of a profile in the order of its schema', () => {
    expect(childrenOf('EndDeviceControls')).toEqual(['EndDeviceControl', 'EndDeviceControlType']);
    expect(childrenOf('toString')).toEqual([]);
  });
});
