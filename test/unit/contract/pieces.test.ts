import { TapeCursor } from '../../../src/contract/cursor.js';
import { operationOf } from '../../../src/contract/operations.js';
import { readPieces } from '../../../src/contract/pieces.js';
import { Scanner, type Tape } from '../../../src/contract/scan.js';
import type { AnyMessage, PayloadPiece } from '../../../src/message/call.js';
import { places } from '../../support/streamed-message.js';
import { contractSchemas, documentOf } from '../../support/xsd-generator.js';

const base = 'http://iec.ch/TC57/2011';
const limits = {
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1_024,
  text: 1_048_576,
  nodes: 5_000_000,
  children: 500_000,
};
const operation = operationOf(`${base}/MeterReadingsMessage`, 'CreatedMeterReadings')!;

function tapeOf(payload: string): Tape {
  return new Scanner(limits).scan(
    `<m:CreatedMeterReadings xmlns:m="${base}/MeterReadingsMessage" xmlns:h="${base}/schema/message" xmlns="${base}/MeterReadings#"><m:Header><h:Verb>created</h:Verb><h:Noun>MeterReadings</h:Noun></m:Header>${payload}</m:CreatedMeterReadings>`,
  );
}

const reading = (n: number): string =>
  `<Readings><timeStamp>2026-11-22T08:00:00Z</timeStamp><value>${n}</value><ReadingType ref="0.0.0"/></Readings>`;
const interval = (n: number): string =>
  `<IntervalReadings><timeStamp>2026-11-22T08:00:00Z</timeStamp><value>${n}</value></IntervalReadings>`;
const many = (count: number, made: (n: number) => string): string =>
  Array.from({ length: count }, (_, i) => made(i)).join('');
const meter = (n: number, inside: string): string =>
  `<MeterReading><isCoincidentTrigger>false</isCoincidentTrigger>${inside.startsWith('<IntervalBlocks') ? inside : ''}<Meter><mRID>${n}</mRID></Meter>${inside.startsWith('<IntervalBlocks') ? '' : inside}</MeterReading>`;
const inPayload = (inside: string): string =>
  `<m:Payload><MeterReadings>${inside}</MeterReadings><m:OperationSet/><m:Format>XML</m:Format></m:Payload>`;

type Json = Record<string, unknown>;

/** Puts the parts together again: a part that begins where an earlier one has been goes on with the same object. */
function joined(parts: readonly (AnyMessage | PayloadPiece)[], noun: string): AnyMessage {
  const message = structuredClone(parts[0]) as Json & AnyMessage;
  const root = (message.Payload as Record<string, Json> | undefined)?.[noun];
  for (const part of parts.slice(1) as PayloadPiece[]) {
    for (const [name, list] of Object.entries(part.root)) {
      if (!Array.isArray(list)) continue;
      const into = (root![name] ??= []) as unknown[];
      list.forEach((item, i) => {
        const place = (part.offsets[name] ?? 0) + i;
        if (place < into.length) extend(into[place] as Json, item as Json);
        else into.push(item);
        expect(place).toBeLessThan(into.length);
      });
    }
  }
  return message;
}

/** The same object once more: its lists go on, and the last thing in them may go on too. */
function extend(into: Json, from: Json): void {
  for (const [name, value] of Object.entries(from)) {
    if (!Array.isArray(value)) {
      expect(value).toEqual(into[name]);
      continue;
    }
    const list = (into[name] ??= []) as Json[];
    for (const item of value as Json[]) {
      const last = list.at(-1);
      if (
        last &&
        'IntervalReadings' in item &&
        JSON.stringify(last['ReadingType']) === JSON.stringify(item['ReadingType'])
      )
        extend(last, item);
      else list.push(item);
    }
  }
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** Reads in parts and as a whole, compares, and gives the parts. */
function pieces(payload: string): (AnyMessage | PayloadPiece)[] {
  const tape = tapeOf(payload);
  const parts = [...readPieces(tape, 0, operation)];
  const whole = operation.read(new TapeCursor(tape));
  expect(places(parts)).toEqual(places([whole]));
  expect(plain(joined(parts.map(plain) as typeof parts, 'MeterReadings'))).toEqual(plain(whole));
  return parts;
}

const largest = (parts: readonly unknown[]): number =>
  Math.max(...parts.map((p) => (JSON.stringify(p).match(/"timeStamp"/g) ?? []).length));

describe('a message of 20,000 readings is the same in parts as it is whole', () => {
  test('of many meters', () => {
    const parts = pieces(inPayload(many(2_000, (n) => meter(n, many(10, reading)))));
    expect(parts.length).toBeGreaterThan(3);
    expect(largest(parts)).toBeLessThanOrEqual(4_000);
    const starts = (parts.slice(1) as PayloadPiece[]).map((p) => p.offsets['MeterReading']!);
    const lengths = parts
      .map((p) => ('root' in p ? (p.root as Json) : (p.Payload!['MeterReadings'] as Json))['MeterReading'] as unknown[])
      .map((l) => l.length);
    expect(starts).toEqual(lengths.slice(0, -1).map((_, i) => lengths.slice(0, i + 1).reduce((a, b) => a + b)));
  });

  test('of one meter', () => {
    const parts = pieces(inPayload(meter(1, many(20_000, reading))));
    expect(parts).toHaveLength(20);
    expect(largest(parts)).toBe(1_000);
    for (const part of parts) expect(JSON.stringify(part)).toContain('"mRID":"1"');
  });

  test('of one interval block', () => {
    const parts = pieces(
      inPayload(meter(1, `<IntervalBlocks>${many(20_000, interval)}<ReadingType ref="1.1.1"/></IntervalBlocks>`)),
    );
    expect(parts).toHaveLength(20);
    expect(largest(parts)).toBe(1_000);
    for (const part of parts) expect(JSON.stringify(part)).toContain('"ref":"1.1.1"');
  });

  test('of some small and one large meter', () => {
    const parts = pieces(
      inPayload(meter(1, many(5, reading)) + meter(2, many(20_000, reading)) + meter(3, many(5, reading))),
    );
    expect(largest(parts)).toBeLessThanOrEqual(2_000);
    expect((parts.at(-1) as PayloadPiece).offsets['MeterReading']).toBe(2);
  });

  test('of large and small blocks', () => {
    const block = (count: number, type: string): string =>
      `<IntervalBlocks>${many(count, interval)}<ReadingType ref="${type}"/></IntervalBlocks>`;
    const blocks = block(5, '1.1.1') + block(2_500, '2.2.2') + block(1_200, '3.3.3') + block(5, '4.4.4');
    expect(pieces(inPayload(meter(1, blocks) + meter(2, blocks))).length).toBeGreaterThan(8);
  });

  test('of several large meters', () => {
    const parts = pieces(inPayload(many(4, (n) => meter(n, many(5_000, reading)))));
    expect(new Set((parts.slice(1) as PayloadPiece[]).map((p) => p.offsets['MeterReading'] ?? 0))).toEqual(
      new Set([0, 1, 2, 3]),
    );
  });
});

describe('a message without many readings comes as one', () => {
  test.each([
    ['no payload', ''],
    ['an empty payload of the noun', inPayload('')],
    ['one meter', inPayload(meter(1, reading(1)))],
    ['1,000 readings of one meter', inPayload(meter(1, many(1_000, reading)))],
  ])('%s', (_, payload) => {
    expect(pieces(payload)).toHaveLength(1);
  });
});

test('messages of each noun are the same in parts', () => {
  for (const schema of contractSchemas.values()) {
    for (const { name } of schema.roots) {
      const op = operationOf(schema.namespace, name);
      if (!op) continue;
      for (let seed = 0; seed < 5; seed++) {
        const tape = new Scanner(limits).scan(documentOf(schema, name, seed).xml);
        const parts = [...readPieces(tape, 0, op)];
        expect(parts).toHaveLength(1);
        expect(plain(parts[0])).toEqual(plain(op.read(new TapeCursor(tape))));
      }
    }
  }
});
