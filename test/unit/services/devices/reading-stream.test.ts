/** Long pages of stored readings, while others write: what is stored all the while is given once. */
import type { ObjectStore, ReadingRow } from '../../../../src/ports/object-store.js';
import { readingStream } from '../../../../src/services/reading-stream.js';
import { openStore } from '../../../../src/store/open-store.js';
import { interval, register } from './messages.js';

const start = Date.parse('2026-11-01T00:00:00Z');
const quarter = 900_000;
/** Of each meter and type, so that some steps of the stream end where a meter ends. */
const count = 500;
const meters = Array.from({ length: 15 }, (_, at) => `m-${at + 10}`);

const readingAt = (meter: string, readingType: string, at: number): ReadingRow => {
  const timeStamp = `${new Date(at).toISOString().slice(0, 19)}Z`;
  return { meter, readingType, instant: at * 1000, timeStamp, value: '1', shape: 'interval' };
};
const seriesOf = (meter: string, readingType: string) =>
  Array.from({ length: count }, (_, at) => readingAt(meter, readingType, start + at * quarter));
const nameOf = ({ meter, readingType, timeStamp }: ReadingRow) => `${meter} ${readingType} ${timeStamp}`;

let store: ObjectStore;
/** In the order in which they are answered. */
const stored = meters.flatMap((meter) => [register, interval].sort().flatMap((type) => seriesOf(meter, type)));

beforeEach(async () => {
  store = await openStore('memory');
  await store.transaction((tx) => tx.putReadings(stored, { keepFormer: false }));
});
afterEach(() => store.close());

/** What is given when something happens behind each part of it. */
async function given(offset: number, happens: (part: number) => Promise<unknown>): Promise<string[]> {
  const names: string[] = [];
  const query = { meters: ['m-0', ...meters].toReversed(), after: (start - 1) * 1000 };
  let part = 0;
  for await (const rows of readingStream(store, query, { offset, limit: 50_000 })) {
    names.push(...rows.map(nameOf));
    await happens(part++);
  }
  return names;
}

describe.each([0, 100])('a long page from offset %d on', (offset) => {
  const whole = stored.slice(offset).map(nameOf);

  it('has every reading once, in order', async () => {
    expect(await given(offset, async () => {})).toEqual(whole);
  });

  it('leaves nothing out when what has been given is forgotten meanwhile', async () => {
    const before = start + 200 * quarter;
    const names = new Set(await given(offset, () => store.forgetReadings(before)));
    const kept = stored.slice(offset).filter(({ instant }) => instant >= before * 1000);
    expect(kept.map(nameOf).filter((name) => !names.has(name))).toEqual([]);
  });

  it('has nothing twice when others are stored in front of it meanwhile', async () => {
    const earlier = (part: number) =>
      ['m-0', ...meters].map((meter) => readingAt(meter, register, start + 60_000 * (part + 1)));
    const names = await given(offset, (part) =>
      store.transaction((tx) => tx.putReadings(earlier(part), { keepFormer: false })),
    );
    const different = new Set(names);
    expect(names.length).toBe(different.size);
    expect(whole.filter((name) => !different.has(name))).toEqual([]);
  });
});
