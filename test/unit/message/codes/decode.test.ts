import fc from 'fast-check';
import { decodeCode } from '../../../../src/message/codes/decode.js';
import { hostileParts, readTable } from './tables.js';

describe('decoding a code of unknown kind', () => {
  test.each([
    [
      '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0',
      ['readingType'],
      '15-minute interval data, delivered (import) active energy, kWh',
    ],
    ['3.26.0.85', ['endDeviceEvent'], 'electricity meter: power lost (outage)'],
    ['3.31.0.23', ['endDeviceControl'], 'electricity meter: disconnect: open the supply switch'],
    ['3.10.0.46', ['endDeviceEvent', 'endDeviceControl'], 'electricity meter, pairing: read'],
    ['3.26.*.*', ['endDeviceEvent'], 'electricity meter, power, any subdomain: any event or action'],
    ['1.2.32', ['readingQuality'], 'meter or other end device: supply and power quality, outage in the interval'],
    ['2.10', ['replyCode'], 'reading type not supported'],
    ['2.8', ['replyCode'], '2.8 is not among the reply codes of the standard'],
    ['  2.4\n', ['replyCode'], 'unknown or wrong meter'],
    ['', ['unknown'], 'not a code of IEC 61968-9: the text is empty'],
    ['kWh', ['unknown'], 'not a code of IEC 61968-9: "kWh" has no dots'],
    ['1.2.3.4.5', ['unknown'], 'not a code of IEC 61968-9: it has 5 parts'],
    [
      '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72',
      ['unknown'],
      'not a code of IEC 61968-9: it has 17 parts; a reading type has 18, so 1 part is missing',
    ],
    [
      '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0.0.0',
      ['unknown'],
      'not a code of IEC 61968-9: it has 20 parts; a reading type has 18, so 2 parts are too many',
    ],
    ['1.'.repeat(1e6), ['unknown'], 'not a code of IEC 61968-9: the text is far too long'],
  ])('%.40s', (text, kinds, sentence) => {
    const decoded = decodeCode(text);
    expect(decoded.map(({ kind }) => kind)).toEqual(kinds);
    for (const each of decoded) expect(each.sentence).toBe(sentence);
  });

  test('shows the parts, the form of the values and the measuring period of a reading type', () => {
    expect(decodeCode('0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0')[0]?.lines).toEqual([
      'part 3 measuringPeriod = 2: fifteenMinute: interval of 15 minutes',
      'part 4 accumulation = 4: deltaData: interval amount, what one interval alone contributed, the usual form of interval data',
      'part 5 flowDirection = 1: forward, delivered to the customer (import)',
      'part 6 commodity = 1: electricitySecondaryMetered: electricity, secondary values as seen at the meter terminals, the usual code for electricity',
      'part 7 measurementKind = 12: energy',
      'part 16 multiplier = 3: kilo: 10^3',
      'part 17 unit = 72: Wh: active energy, watt-hour',
      'values: one value per interval, measuring period 15 min',
    ]);
  });

  test('shows the outcome events of a control and the present form of an old event', () => {
    expect(decodeCode('3.31.0.23')[0]?.lines).toContain('success is reported as 3.31.0.68, failure as 3.31.0.84');
    expect(decodeCode('3.26.9.216')[0]?.lines).toContain('a code of an older numbering; now written 3.26.0.216');
  });

  test('decodes every reply code of the table', () => {
    for (const { code = '', name } of readTable('reply-codes.csv')) {
      expect(decodeCode(code)).toMatchObject([{ kind: 'replyCode', sentence: name }]);
    }
  });

  test.each(hostileParts.filter(([, part]) => part.length < 100))('says which part when %s', (_, part) => {
    for (const count of [2, 3, 4, 18]) {
      const [first] = decodeCode(['1', part, ...Array<string>(count - 2).fill('0')].join('.'));
      if (part.trim() === '1') continue;
      expect(first?.sentence).toContain('part 2 ');
    }
  });

  test('never throws, and shows nothing but printable text', () => {
    const part = fc.oneof(fc.constant('*'), fc.integer().map(String), fc.string({ unit: 'binary' }));
    const text = fc.array(part, { maxLength: 20 }).map((parts) => parts.join('.'));
    fc.assert(
      fc.property(text, (each) => {
        const decoded = decodeCode(each);
        expect(decoded.length).toBeGreaterThan(0);
        for (const { sentence, lines } of decoded) expect([sentence, ...lines].join('')).not.toMatch(/\p{C}/u);
      }),
    );
  });
});
