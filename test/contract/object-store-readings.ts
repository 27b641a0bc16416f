/** Readings: kept as they came, one for each meter, reading type and instant, with the former ones when asked. */
import fc from 'fast-check';
import { roomForReadings } from '../../src/message/packed-readings.js';
import type { ObjectStore, ReadingRow, ReadingSeries } from '../../src/ports/object-store.js';
import { document, energy, midnight, quarter, readingAt, text, voltage } from './object-store-samples.js';

/** Readings of a meter side by side, behind one that is not its own. */
function seriesOf(rows: readonly ReadingRow[]): ReadingSeries {
  const values = ['other', ...rows.map(({ value = '' }) => value)];
  const packed = roomForReadings(values.length, values.join('').length);
  packed.instants.set([0, ...rows.map(({ instant }) => instant)]);
  packed.values.set(Buffer.from(values.join('')));
  packed.ends.set(values.map((_, at) => values.slice(0, at + 1).join('').length));
  const { meter, readingType, shape, rest } = rows[0]!;
  return { meter, readingType, shape, rest, packed, from: 1, count: rows.length };
}

export function readingsContract(store: () => ObjectStore): void {
  const put = (rows: readonly (ReadingRow | ReadingSeries)[], keepFormer = false) =>
    store().transaction((tx) => tx.putReadings(rows, { keepFormer }));
  const all = (meters: readonly string[]) => store().readings({ meters, limit: 1_000_000 });

  test('gives back what was put, and counts it', async () => {
    const rest = { ReadingQualities: [{ ReadingQualityType: { ref: '2.5.257' } }], source: 'AMI' };
    const rows = [
      readingAt('m-1', midnight),
      readingAt('m-1', midnight + quarter, { shape: 'interval', value: '0017.500', rest }),
      readingAt('m-1', midnight + 2 * quarter, { value: undefined }),
    ];
    expect(await put(rows)).toBe(3);
    expect(await all(['m-1'])).toEqual(rows);
  });

  test('putting nothing does nothing', async () => {
    expect(await put([])).toBe(0);
    expect(await all([])).toEqual([]);
  });

  test('keeps each spelling of a time stamp as it came', async () => {
    const spellings = [
      '2026-03-01T00:00:00Z',
      '2026-03-01T00:00:00.000Z',
      '2026-03-01T01:00:00+01:00',
      '2026-03-01T00:00:00+00:00',
      '2026-03-01T00:00:00-00:00',
      '2026-02-28T24:00:00Z',
      '2026-02-28T24:00:00',
      '2026-03-01T00:00:00',
      '2026-02-31T00:00:00Z',
      '2026-03-01T00:00:0:Z',
      '2026-03-01T00:00:00z',
      '2026-03-01 00:00:00Z',
      '',
    ];
    const rows = spellings.map((timeStamp, at) => readingAt(`m-${10 + at}`, midnight, { timeStamp }));
    await put(rows);
    expect(await all(rows.map(({ meter }) => meter))).toEqual(rows);
  });

  test('gives back any time stamp, value and rest', async () => {
    let instant = midnight;
    const spelling = fc.oneof(
      text,
      fc.constantFrom(0, 60, -330).map((minutes) => (at: number) => {
        const local = new Date(at / 1000 + minutes * 60_000).toISOString().slice(0, 19);
        return minutes === 0 ? `${local}Z` : `${local}${minutes > 0 ? '+01:00' : '-05:30'}`;
      }),
    );
    const row = fc.record({
      step: fc.integer({ min: 1, max: 100_000_000_000 }),
      whole: fc.boolean(),
      spelling,
      value: fc.option(text, { nil: undefined }),
      shape: fc.constantFrom('interval' as const, 'reading' as const),
      rest: fc.option(document, { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 30 }), async (given) => {
        const start = instant;
        const rows = given.map(({ step, whole, spelling, rest, ...others }): ReadingRow => {
          instant += step;
          if (whole) instant = Math.ceil(instant / 1_000_000) * 1_000_000;
          const timeStamp = typeof spelling === 'string' ? spelling : spelling(instant);
          const reading = { meter: 'm-1', readingType: energy, instant, timeStamp, ...others };
          return rest === undefined ? reading : { ...reading, rest };
        });
        expect(await put(rows)).toBe(rows.length);
        const read = await store().readings({ meters: ['m-1'], after: start, limit: 100 });
        expect(read).toEqual(rows);
        expect(JSON.stringify(read.map(({ rest }) => rest))).toBe(JSON.stringify(rows.map(({ rest }) => rest)));
      }),
      { numRuns: 60 },
    );
  });

  test('keeps instants before 1970 and microseconds', async () => {
    const rows = [
      readingAt('m-1', -1_000_000),
      readingAt('m-1', midnight + 1, { timeStamp: '2026-03-01T00:00:00.000001Z' }),
    ];
    await put(rows);
    expect(await all(['m-1'])).toEqual(rows);
  });

  test('counts only what is new or changed, and overwrites', async () => {
    const row = readingAt('m-1', midnight, { rest: { source: 'AMI' } });
    expect(await put([row])).toBe(1);
    expect(await put([row])).toBe(0);
    const others: Partial<ReadingRow>[] = [
      { value: '18' },
      { value: undefined },
      { timeStamp: '2026-03-01T01:00:00+01:00' },
      { shape: 'interval' },
      { rest: { source: 'manual' } },
      { rest: undefined },
    ];
    let present = row;
    for (const change of others) {
      present = { ...present, ...change };
      expect(await put([present, readingAt('m-2', midnight)])).toBe(change === others[0] ? 2 : 1);
      expect(await all(['m-1'])).toEqual([present]);
      expect(await put([present])).toBe(0);
    }
    expect(await store().formerReadings('m-1', energy, midnight)).toEqual([]);
  });

  test('keeps former values when asked, the oldest first, only of what differs', async () => {
    const versions = ['1', '2', '2', '3'].map((value) => readingAt('m-1', midnight, { value, rest: { v: value } }));
    for (const version of versions) await put([version], true);
    await put([readingAt('m-1', midnight + quarter)], true);
    expect(await store().formerReadings('m-1', energy, midnight)).toEqual([versions[0], versions[1]]);
    expect(await store().formerReadings('m-1', energy, midnight + quarter)).toEqual([]);
    expect(await store().formerReadings('m-1', voltage, midnight)).toEqual([]);
    expect(await store().formerReadings('unknown', energy, midnight)).toEqual([]);
    expect(await all(['m-1'])).toMatchObject([{ value: '3' }, { value: '17.50' }]);
  });

  test('the last of several readings of one instant in a batch stays, the others become former', async () => {
    const rows = ['1', '2', '3'].map((value) => readingAt('m-1', midnight, { value }));
    expect(await put(rows, true)).toBe(3);
    expect(await all(['m-1'])).toEqual([rows[2]]);
    expect(await store().formerReadings('m-1', energy, midnight)).toEqual([rows[0], rows[1]]);
  });

  test('series are what their rows are, in their order among others, new or known', async () => {
    const steps = (length: number, below: number): fc.Arbitrary<readonly number[]> =>
      fc.array(fc.integer({ min: 0, max: below }), { minLength: 1, maxLength: length });
    const group = fc.record({
      meter: fc.constantFrom('m', 'n'),
      // some are in order and long, as they come from meters; of the others many come twice
      steps: fc.oneof(fc.constant<readonly number[]>([...Array(60).keys()]), steps(60, 70)),
      value: fc.constantFrom('1', '22.50', ''),
      shape: fc.constantFrom('interval' as const, 'reading' as const),
      rest: fc.constantFrom(undefined, { source: 'AMI' }),
      asSeries: fc.boolean(),
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(group, { maxLength: 5 }), { maxLength: 3 }), async (messages) => {
        const others = ['alike', 'packed'].map((name) => `${name}-${round}-`);
        round++;
        const [alike, packed] = others as [string, string];
        for (const message of messages) {
          const groups = message.map(({ meter, steps: its, value, shape, rest }) =>
            its.map((step, at) => {
              const whole = { value: value && `${value}${at % 3}`, shape, ...(rest && { rest }) };
              return (prefix: string) => readingAt(`${prefix}${meter}`, midnight + step * quarter, whole);
            }),
          );
          const rows = groups.flat().map((row) => row(alike));
          const mixed = groups.flatMap((its, at): readonly (ReadingRow | ReadingSeries)[] => {
            const own = its.map((row) => row(packed));
            return message[at]!.asSeries ? [seriesOf(own)] : own;
          });
          expect(await put(mixed, true)).toBe(await put(rows, true));
        }
        const of = async (prefix: string) => {
          const read = await all([`${prefix}m`, `${prefix}n`]);
          const former = await Promise.all(
            read.map(({ meter, readingType, instant }) => store().formerReadings(meter, readingType, instant)),
          );
          return JSON.stringify([read, former]).replaceAll(prefix, '');
        };
        expect(await of(packed)).toBe(await of(alike));
      }),
      { numRuns: 15 },
    );
  });

  test('many series are put in several batches', async () => {
    const groups = Array.from({ length: 70 }, (_, meter) =>
      Array.from({ length: 333 }, (__, at) =>
        readingAt(`m-${meter}`, midnight + at * quarter, { value: `${meter}.${at}` }),
      ),
    );
    expect(await put(groups.map(seriesOf), true)).toBe(70 * 333);
    expect(await put(groups.map(seriesOf), true)).toBe(0);
    expect(await all(['m-7'])).toEqual(groups[7]);
  });

  test('what the database refuses is told, however many batches there are', async () => {
    const rows = Array.from({ length: 25_000 }, (_, at) => readingAt('m-1', midnight + at * quarter));
    rows[100] = { ...rows[100]!, instant: NaN };
    await expect(put(rows, true)).rejects.toThrow();
    expect(await all(['m-1'])).toEqual([]);
  });

  test('orders by meter, reading type and instant, whatever the order of arrival', async () => {
    const rows = ['b', 'a', 'B', 'c'].flatMap((meter) =>
      [energy, voltage].flatMap((readingType) =>
        [2, 0, 1].map((step) => readingAt(meter, midnight + step * quarter, { readingType })),
      ),
    );
    await put(rows);
    const sorted = (meters: string[]) =>
      rows
        .filter(({ meter }) => meters.includes(meter))
        .map(({ meter, readingType, instant }) => `${meter}/${readingType}/${instant}`)
        .sort();
    const read = await all(['c', 'B', 'a', 'B']);
    expect(read.map(({ meter, readingType, instant }) => `${meter}/${readingType}/${instant}`)).toEqual(
      sorted(['a', 'B', 'c']),
    );
    expect(await store().readings({ meters: ['a', 'b'], limit: 4 })).toEqual((await all(['a', 'b'])).slice(0, 4));
    for (const offset of [0, 1, 3, 1_000]) {
      const page = await store().readings({ meters: ['a', 'b'], offset, limit: 2 });
      expect(page).toEqual((await all(['a', 'b'])).slice(offset, offset + 2));
    }
  });

  test('goes on behind any place, with or without a reading there', async () => {
    const rows = ['b', 'a', 'ä', 'c'].flatMap((meter) =>
      [energy, voltage].flatMap((readingType) =>
        [0, 1, 2].map((step) => readingAt(meter, midnight + step * quarter, { readingType })),
      ),
    );
    await put(rows);
    for (const period of [{}, { after: midnight }, { after: midnight - 1, until: midnight + quarter }]) {
      const query = { meters: ['c', 'ä', 'b', 'a', 'x'], ...period, limit: 100 };
      const whole = await store().readings(query);
      for (const [at, behind] of whole.entries()) {
        expect(await store().readings({ ...query, behind })).toEqual(whole.slice(at + 1));
        const between = { ...behind, instant: behind.instant - 1 };
        expect(await store().readings({ ...query, behind: between })).toEqual(whole.slice(at));
        expect(await store().readings({ ...query, behind, offset: 1, limit: 2 })).toEqual(whole.slice(at + 2, at + 4));
      }
    }
  });

  test('finds the newest reading of each meter and type', async () => {
    const years = [-60, 0, 3].map((year) => midnight + year * 365 * 96 * quarter);
    const rows = ['b', 'a', 'c'].flatMap((meter, at) => [
      ...years.slice(at).map((instant) => readingAt(meter, instant)),
      ...years.slice(0, at).map((instant) => readingAt(meter, instant, { readingType: voltage })),
    ]);
    await put(rows);
    const newest = async (meters: readonly string[], readingTypes?: readonly string[], limit = 9) => {
      const found = await store().newestReadings({ meters, readingTypes, limit });
      return found.map((row) => `${row.meter} ${row.readingType === energy ? 'energy' : 'voltage'} ${row.instant}`);
    };
    const whole = [
      `a voltage ${years[0]}`,
      `a energy ${years[2]}`,
      `b energy ${years[2]}`,
      `c voltage ${years[1]}`,
      `c energy ${years[2]}`,
    ];
    expect(await newest(['c', 'b', 'a', 'x'])).toEqual(whole);
    expect(await newest(['c', 'b', 'a', 'x'], [voltage])).toEqual([whole[0], whole[3]]);
    expect(await newest(['c', 'b', 'a'], undefined, 2)).toEqual(whole.slice(0, 2));
    expect(await newest(['x'])).toEqual([]);
    expect(await newest([])).toEqual([]);
  });

  test('chooses by reading type', async () => {
    await put([readingAt('m-1', midnight), readingAt('m-1', midnight, { readingType: voltage })]);
    const types = async (readingTypes?: string[]) => {
      const found = await store().readings({ meters: ['m-1'], readingTypes, limit: 9 });
      return found.map(({ readingType }) => readingType);
    };
    expect(await types()).toEqual([voltage, energy].sort());
    expect(await types([voltage, 'unknown'])).toEqual([voltage]);
    expect(await types([])).toEqual([]);
  });

  test('a period is open at its start and closed at its end', async () => {
    await put([0, 1, 2, 3].map((step) => readingAt('m-1', midnight + step * quarter)));
    const steps = async (period: { after?: number; until?: number }) => {
      const found = await store().readings({ meters: ['m-1'], limit: 9, ...period });
      return found.map(({ instant }) => (instant - midnight) / quarter);
    };
    expect(await steps({ after: midnight, until: midnight + 2 * quarter })).toEqual([1, 2]);
    expect(await steps({ after: midnight + quarter })).toEqual([2, 3]);
    expect(await steps({ until: midnight })).toEqual([0]);
  });

  test('takes meters and reading types of any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        const rows = texts.map((odd) => readingAt(odd, midnight, { readingType: odd }));
        await put(rows);
        const read = await store().readings({ meters: texts, readingTypes: texts, limit: 100 });
        const byMeter = new Map(read.filter((row) => row.meter === row.readingType).map((row) => [row.meter, row]));
        expect(rows.map(({ meter }) => byMeter.get(meter))).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });

  test('takes more than one batch at once', async () => {
    const rows = Array.from({ length: 25_001 }, (_, at) =>
      readingAt(`m-${String(at % 7)}`, midnight + Math.trunc(at / 7) * quarter, { value: String(at) }),
    );
    expect(await put(rows)).toBe(25_001);
    const read = await all(Array.from({ length: 7 }, (_, at) => `m-${at}`));
    expect(read).toHaveLength(25_001);
    expect(new Set(read.map(({ value }) => value)).size).toBe(25_001);
    expect(await put(rows, true)).toBe(0);
  });

  test('many at once are kept as they came, whatever characters are in them', async () => {
    const odd = ['a\\tb', 'tab\there', 'line\nhere', 'return\r', '\\N', '\\.', '"quoted"', 'ä€😀', ''];
    const rows = Array.from({ length: 5_000 }, (_, at) => {
      const value = odd[at % odd.length]!;
      return readingAt(`m-${at % 3}`, midnight + at * quarter, {
        value: at % 10 === 0 ? undefined : value,
        timeStamp: at % 2 === 0 ? value : '2026-03-01T01:00:00+01:00',
        ...(at % 4 === 0 ? { rest: { text: value } } : {}),
      });
    });
    expect(await put(rows)).toBe(rows.length);
    const read = await all(['m-0', 'm-1', 'm-2']);
    expect([...read].sort((a, b) => a.instant - b.instant)).toEqual(rows);
  });

  test('of many at once only those that differ are changed, also when one comes twice', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => readingAt('m-1', midnight + at * quarter));
    await put(rows, true);
    const changed = rows.map((row, at) => (at % 1_000 === 7 ? { ...row, value: 'other' } : row));
    const again = { ...changed[7]!, value: 'once more' };
    const added = readingAt('m-2', midnight);
    expect(await put([...changed, again, added], true)).toBe(7);
    const former = (at: number) => store().formerReadings('m-1', energy, midnight + at * quarter);
    expect(await former(7)).toEqual([rows[7], changed[7]]);
    expect(await former(1_007)).toEqual([rows[1_007]]);
    expect(await former(8)).toEqual([]);
    expect(await all(['m-1'])).toEqual(changed.with(7, again));
    expect(await all(['m-2'])).toEqual([added]);
  });

  test('forgets what was taken before a time, former values too, and nothing else', async () => {
    const march = Date.UTC(2026, 2);
    const at = (time: number, value = '1') => readingAt('m-1', time * 1000, { value });
    const long = Array.from({ length: 6_000 }, (_, step) =>
      readingAt('m-2', Date.UTC(2025, 10) * 1000 + step * quarter),
    );
    const old = [at(Date.UTC(1969, 11)), at(Date.UTC(2025, 11)), at(march - 1_000)];
    const kept = [at(march), at(Date.UTC(2026, 3)), at(Date.UTC(2126, 0))];
    for (const value of ['0', '1'])
      await put(
        [...old, ...kept].map((row) => ({ ...row, value })),
        true,
      );
    await put(long);
    const places = { first: Date.UTC(2026, 2), last: Date.UTC(2026, 4) };
    await store().prepareReadings(places.first, places.last);
    let from: number | undefined;
    do from = await store().forgetReadings(march, from);
    while (from !== undefined);
    expect(await all(['m-1', 'm-2'])).toEqual(kept);
    const former = async ({ instant }: ReadingRow) => (await store().formerReadings('m-1', energy, instant)).length;
    expect(await Promise.all(old.map(former))).toEqual([0, 0, 0]);
    expect(await Promise.all(kept.map(former))).toEqual([1, 1, 1]);
    expect(await put(old)).toBe(3);
  });
}
