import fc from 'fast-check';
import { plainTimeStamp, plainTimeStampTest } from '../../../src/store/time-stamps.js';

const instant = fc.integer({ min: -9_000_000_000, max: 9_000_000_000 }).map((seconds) => seconds * 1_000_000);

describe('plain time stamps', () => {
  const isPlain = plainTimeStampTest();

  test('the rendering of an instant is plain, for any instant in any order', () => {
    fc.assert(fc.property(instant, (at) => expect(isPlain(plainTimeStamp(at), at)).toBe(true)));
  });

  test('a text is plain exactly when it is the rendering of its instant', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: 19 }), fc.integer({ min: 32, max: 126 }));
    fc.assert(
      fc.property(instant, change, (at, [place, code]) => {
        const plain = plainTimeStamp(at);
        const text = plain.slice(0, place) + String.fromCharCode(code) + plain.slice(place + 1);
        expect(isPlain(text, at)).toBe(text === plain);
      }),
      { numRuns: 2000 },
    );
  });

  test('the plain spelling of another instant is not plain for this one', () => {
    fc.assert(
      fc.property(instant, instant, (at, other) => expect(isPlain(plainTimeStamp(at), other)).toBe(at === other)),
    );
  });

  test('an instant with a fraction of a second has no plain time stamp', () => {
    expect(isPlain('2026-03-01T00:00:00Z', Date.UTC(2026, 2, 1) * 1000 + 1)).toBe(false);
  });
});
