/** Time stamps read from bytes: the instant that the services read from the text, or nothing. */
import fc from 'fast-check';
import { InstantBytes } from '../../../src/contract/instant-bytes.js';
import { isSurely } from '../../../src/contract/lexical.js';
import { lexical } from '../../../src/generated/runtime.js';
import { stampOf } from '../../../src/message/packed-readings.js';
import { instantOf } from '../../../src/services/instant.js';

const instants = new InstantBytes();
const read = (text: string): number | undefined => instants.at(Buffer.from(`>${text}<`), 1);

test('a whole second in UTC of this time is read, and written back as it came', () => {
  const seconds = fc.integer({ min: Date.UTC(1900, 0, 1) / 1000, max: Date.UTC(2100, 0, 1) / 1000 - 1 });
  fc.assert(
    fc.property(seconds, (at) => {
      const text = new Date(at * 1000).toISOString().replace('.000', '');
      const found = read(text);
      if (text.includes('-02-29T')) return expect(found).toBeUndefined();
      expect(found).toBe(instantOf(text));
      expect(stampOf(found!)).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test('whatever is read is a dateTime, and means what its text means', () => {
  const digit = fc.constantFrom(...'00112233456789:-TZ ');
  const change = fc.tuple(fc.integer({ min: 0, max: 19 }), digit);
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const letters = [...'2026-11-22T10:15:00Z'];
      for (const [at, letter] of changes) letters[at] = letter;
      const text = letters.join('');
      const found = read(text);
      if (found === undefined) return;
      expect(isSurely(lexical.dateTime, text)).toBe(true);
      expect(found).toBe(instantOf(text));
    }),
    { numRuns: 5_000 },
  );
});

test.each([
  ['of another length', '2026-11-22T10:15:00+00:00'],
  ['with a fraction', '2026-11-22T10:15:00.0Z'],
  ['without zone', '2026-11-22T10:15:00'],
  ['at midnight of the day before', '2026-11-22T24:00:00Z'],
  ['of a day that the month has not', '2026-04-31T00:00:00Z'],
  ['of another age', '1899-12-31T23:59:59Z'],
  ['that ends too early', '2026-11'],
])('a time stamp %s is left to others', (_, text) => {
  expect(read(text)).toBeUndefined();
});
