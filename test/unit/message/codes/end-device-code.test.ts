import fc from 'fast-check';
import {
  describeEndDeviceCode,
  endDeviceCodeOf,
  isEndDeviceMask,
  matchesMask,
  modernCode,
  outcomeEvents,
  parseEndDeviceCode,
  supplyChange,
} from '../../../../src/message/codes/end-device-code.js';
import { hostileParts, readTable } from './tables.js';

const events = readTable('end-device/events.csv');
const controls = readTable('end-device/controls.csv');
const legacy = readTable('end-device/events-legacy.csv');

describe('explaining event and control codes', () => {
  test.each([
    ['3.26.0.85', 'event', 'electricity meter: power lost (outage)'],
    ['3.26.0.216', 'event', 'electricity meter: power restored'],
    ['26.26.0.85', 'event', 'communication module: communication module lost power'],
    ['3.31.0.23', 'control', 'electricity meter: disconnect: open the supply switch'],
    ['3.31.0.18', 'control', 'electricity meter: connect: close the supply switch'],
    ['0.31.0.18', 'control', 'device: connect: close the supply switch'],
    ['3.31.0.42', 'event', 'electricity meter: supply connected (switch closed)'],
    ['24.1.68.85', 'event', 'water meter, communication, mesh network: failed'],
    ['3.12.21.105', 'both', 'electricity meter, security, certificate: installed; as a control: load a certificate'],
    ['3.1.122.214', 'both', 'electricity meter, communication, transceiver: reset'],
    ['3.26.9.216', 'event', 'electricity meter: power restored'],
    ['3.26.*.*', 'unknown', 'electricity meter, power, any subdomain: any event or action'],
    ['99.26.0.999', 'unknown', 'type 99 (unknown), power: eventOrAction 999 (unknown)'],
  ])('%s is of kind %s: %s', (code, kind, sentence) => {
    expect(describeEndDeviceCode(code)).toMatchObject({ kind, sentence });
  });

  test('every event of the tables is explained without problems', () => {
    for (const { code = '' } of events) {
      const { kind, sentence, problems } = describeEndDeviceCode(code);
      expect({ code, kind: kind === 'both' ? 'event' : kind, problems }).toEqual({ code, kind: 'event', problems: [] });
      expect(sentence).not.toMatch(/undefined|unknown|false/);
    }
    expect(events.length).toBeGreaterThan(400);
  });

  test('every control of the tables is explained without problems', () => {
    for (const { code = '', meaning = '' } of controls) {
      const { kind, sentence, problems } = describeEndDeviceCode(code);
      expect({ code, kind: kind === 'both' ? 'control' : kind, problems }).toEqual({
        code,
        kind: 'control',
        problems: [],
      });
      expect(sentence).toContain(meaning);
    }
    expect(controls.length).toBeGreaterThan(40);
  });

  test.each(['device-types', 'domains', 'subdomains', 'events-or-actions'])('every number of %s is known', (table) => {
    const at = ['device-types', 'domains', 'subdomains', 'events-or-actions'].indexOf(table);
    for (const { code = '' } of readTable(`end-device/${table}.csv`)) {
      expect(describeEndDeviceCode(['0', '0', '0', '0'].with(at, code).join('.')).problems).toEqual([]);
    }
  });

  test('names each part that no table knows', () => {
    expect(describeEndDeviceCode('9.22.20.9').problems).toEqual([
      'part 1 (type): 9 is not in the table',
      'part 2 (domain): 22 is not in the table',
      'part 3 (subdomain): 20 is not in the table',
      'part 4 (eventOrAction): 9 is not in the table',
    ]);
  });

  test('notes outcome events, product codes, and other use in the field', () => {
    expect(describeEndDeviceCode('3.31.0.23').notes).toEqual([
      'success is reported as 3.31.0.68, failure as 3.31.0.84',
    ]);
    expect(describeEndDeviceCode('3.12.21.105').notes).toEqual(['a product code, not in the standard']);
    expect(describeEndDeviceCode('3.21.38.223').notes).toEqual([
      'seen in the field with another meaning: voltage sag ended',
    ]);
  });
});

describe('the form of an event or control code', () => {
  test.each(hostileParts)('is refused when %s', (_, part) => {
    for (let at = 0; at < 4; at++) {
      const code = ['3', '26', '0', '85'].with(at, part).join('.');
      expect(parseEndDeviceCode(code)).toBeUndefined();
      expect(describeEndDeviceCode(code)).toMatchObject({ kind: 'unknown', parts: [] });
      expect(describeEndDeviceCode(code).problems[0]).toMatch(part.length > 300 ? 'far longer' : `part ${at + 1} `);
      expect(isEndDeviceMask(code)).toBe(false);
      expect(outcomeEvents(code)).toBeUndefined();
      expect(supplyChange(code)).toBeUndefined();
    }
  });

  test.each(['', '3.26.0', '3.26.0.85.0', '3.26.0.85.', '3.26.0.*', '3.-26.0.85', '1.'.repeat(1e6)])(
    'is refused for "%.20s"',
    (code) => expect(parseEndDeviceCode(code)).toBeUndefined(),
  );

  test('printing and reading back gives the same parts', () => {
    const number = fc.nat({ max: 2_147_483_647 });
    const parts = fc.record({ type: number, domain: number, subdomain: number, eventOrAction: number });
    fc.assert(fc.property(parts, (each) => expect(parseEndDeviceCode(endDeviceCodeOf(each))).toEqual(each)));
  });

  test('no text makes the explanation throw', () => {
    const part = fc.oneof(fc.constant('*'), fc.nat().map(String), fc.string({ unit: 'binary' }));
    const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('.'));
    fc.assert(fc.property(text, (each) => typeof describeEndDeviceCode(each).sentence === 'string'));
  });

  test('parts that make no code are a mistake of the program', () => {
    expect(endDeviceCodeOf({ domain: 31, eventOrAction: 18 })).toBe('0.31.0.18');
    expect(() => endDeviceCodeOf({ type: -1 })).toThrow(RangeError);
  });
});

describe('masks', () => {
  test.each([
    ['3.26.0.85', '3.26.0.85', true],
    ['3.26.0.85', '3.26.*.*', true],
    ['3.26.0.85', '*.*.*.*', true],
    ['3.26.0.85', '4.26.*.*', false],
    ['3.26.0.85', '3.26.*', false],
    ['3.26.0.85', '3.26.*.*.*', false],
    ['3.26.0.85', '3.2*.0.85', false],
    ['3.26.0.85', '', false],
    ['3.26.*.*', '3.26.*.*', false],
    ['nonsense', '*.*.*.*', false],
  ])('%s against %s: %s', (code, mask, fits) => expect(matchesMask(code, mask)).toBe(fits));
});

describe('the events that answer a control', () => {
  test.each(controls.filter((control) => control['success_event']))(
    '$code is answered by $success_event or $failure_event',
    ({ code = '', success_event: success, failure_event: failure }) => {
      expect(outcomeEvents(code)).toEqual(failure ? { success, failure } : { success });
    },
  );

  test('there are none for a code that is no command', () => {
    expect(outcomeEvents('3.26.0.85')).toBeUndefined();
    expect(outcomeEvents('3.31.0.*')).toBeUndefined();
  });

  test('every command word of the tables has one', () => {
    for (const { code, kind } of readTable('end-device/events-or-actions.csv')) {
      expect({ code, answered: outcomeEvents(`3.0.0.${code}`) !== undefined }).toEqual({
        code,
        answered: kind === 'command' || kind === 'both',
      });
    }
  });
});

describe('codes of an older numbering', () => {
  test.each(legacy)('$code ($meaning) is now "$use_instead"', ({ code = '', use_instead: successor, meaning }) => {
    expect(modernCode(code)).toBe(successor || code);
    expect(describeEndDeviceCode(code)).toMatchObject({ kind: 'event', problems: [] });
    expect(describeEndDeviceCode(code).sentence).toContain(meaning);
  });

  test('other texts come back as they are', () => {
    for (const text of ['3.26.0.85', '', 'constructor']) expect(modernCode(text)).toBe(text);
  });

  test.each([
    ['3.26.0.85', 'lost'],
    ['3.26.0.47', 'lost'],
    ['4.26.0.85', 'lost'],
    ['26.26.0.85', 'lost'],
    ['3.26.136.47', 'lost'],
    ['3.26.9.185', 'lost'],
    ['3.26.17.185', 'lost'],
    ['0.26.38.85', 'lost'],
    ['3.26.0.216', 'restored'],
    ['3.26.136.216', 'restored'],
    ['3.26.9.216', 'restored'],
    ['0.26.38.49', 'restored'],
    ['3.26.38.85', undefined],
    ['3.31.0.68', undefined],
    ['3.26.*.*', undefined],
  ])('%s says that the supply was %s', (code, change) => expect(supplyChange(code)).toBe(change));
});
