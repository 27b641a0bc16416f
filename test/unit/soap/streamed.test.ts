/** Messages of readings read part by part: the same as when they are read whole, wherever the parts end. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memorySource, type KnownSource } from '../../../src/contract/byte-source.js';
import { Validators } from '../../../src/contract/validator.js';
import type { AnyMessage, PayloadPiece } from '../../../src/message/call.js';
import { unpacked, type PackedReadings } from '../../../src/message/packed-readings.js';
import { Dialects } from '../../../src/soap/dialects.js';
import { SoapFault } from '../../../src/soap/fault.js';
import { MessageReader } from '../../../src/soap/read.js';
import { beginsStreamed, NotStreamed, readStreamed, type StreamSettings } from '../../../src/soap/streamed.js';
import { anyObjects, createdReadings, joined, numbers, places, readingType } from '../../support/streamed-message.js';

const limits = {
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1_024,
  text: 100_000,
  nodes: 100_000,
  children: 5_000,
  inflatedBody: 1 << 24,
  inflationRatio: 100,
};
const around = { contentType: 'text/xml; charset=utf-8', soapAction: undefined, service: undefined };
const reader = new MessageReader(new Validators(join(import.meta.dirname, '../../../wsdl')), limits);
const small = { partSize: 600, headSize: 1_400, elementsPerPiece: 40 };

function settings(changed: Partial<StreamSettings> = {}): StreamSettings {
  return { limits, dialects: new Dialects(), folder: tmpdir(), usual: 1 << 22, ...small, ...changed };
}

/** A source that gives its bytes in pieces of any size. */
function inPieces(bytes: Uint8Array, below: (n: number) => number): KnownSource {
  const whole = memorySource(bytes);
  return { ...whole, read: (into) => whole.read(into.subarray(0, 1 + below(into.length))) };
}

function streamed(xml: string, changed?: Partial<StreamSettings>, source = memorySource(Buffer.from(xml))) {
  let judged = 0;
  const found = readStreamed(source, around, settings(changed), (request) => {
    judged++;
    return reader.read(request);
  });
  const parts = [...found.parts].map(({ json, packed }) =>
    partOf(JSON.parse(json) as AnyMessage | PayloadPiece, packed),
  );
  found.close();
  return { ...found, parts, judged };
}

function partOf(part: AnyMessage | PayloadPiece, packed: PackedReadings | undefined): AnyMessage | PayloadPiece {
  return 'root' in part ? unpacked({ ...part, packed }) : part;
}

function whole(xml: string) {
  const { message, digest } = reader.read({ ...around, body: Buffer.from(xml) });
  const parts = [JSON.parse(JSON.stringify(message)) as AnyMessage];
  return { payload: joined(parts), places: places(parts), digest, header: message.Header };
}

function refusal(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    return error as Error;
  }
  throw new Error('it was taken');
}

const reading = (value: string, time = '2026-11-01T00:00:00Z'): string =>
  `<obj:Readings><obj:timeStamp>${time}</obj:timeStamp><obj:value>${value}</obj:value>${readingType}</obj:Readings>\n`;
const meter = (readings: string, behind = ''): string =>
  `<obj:MeterReading><obj:Meter><obj:mRID>m</obj:mRID></obj:Meter>${readings}${behind}</obj:MeterReading>`;
const many = (count: number): string => Array.from({ length: count }, (_, i) => reading(String(i))).join('');

describe('a message read part by part', () => {
  it('is the same as when it is read whole, wherever its parts end and however it is written', () => {
    for (let seed = 1; seed <= 25; seed++) {
      const below = numbers(seed);
      const xml = createdReadings(anyObjects(below, 1 + below(12)));
      const changed = { partSize: 200 + below(3_000), elementsPerPiece: 5 + below(200) };
      const found = streamed(xml, changed, inPieces(Buffer.from(xml), below));
      const { payload, digest, header, places: all } = whole(xml);
      expect(joined(found.parts)).toEqual(payload);
      expect(places(found.parts)).toEqual(all);
      expect(found.digest).toBe(digest);
      expect(found.head.Header).toEqual(header);
    }
  });

  it('comes in pieces, each of which says what its object says, also what stands behind the long list', () => {
    const { parts, judged } = streamed(
      createdReadings(meter(many(500), '<obj:UsagePoint><obj:mRID>u</obj:mRID></obj:UsagePoint>')),
    );
    expect(parts.length).toBeGreaterThan(20);
    for (const part of parts) {
      const root = 'root' in part ? part.root : part.Payload!['MeterReadings']!;
      if (Object.keys(root).length > 0)
        expect(root).toMatchObject({ MeterReading: [{ Meter: { mRID: 'm' }, UsagePoint: { mRID: 'u' } }] });
    }
    expect(judged).toBe(0);
  });

  it('says of each piece how many objects came before', () => {
    const { parts } = streamed(
      createdReadings(meter(many(3)).repeat(5) + meter(many(100)) + meter(many(2)).repeat(30)),
    );
    let before = 0;
    for (const part of parts.slice(1) as PayloadPiece[]) {
      expect(part.offsets['MeterReading']).toBeGreaterThanOrEqual(before);
      before = part.offsets['MeterReading']!;
    }
    expect(before).toBeGreaterThan(25);
  });

  it('holds a block whose reading type stands behind a thousand values', () => {
    const values = Array.from(
      { length: 1_000 },
      (_, i) => `<obj:IntervalReadings><obj:value>${i}</obj:value></obj:IntervalReadings>`,
    );
    const xml = createdReadings(
      meter('').replace(
        '<obj:Meter>',
        `<obj:IntervalBlocks>${values.join('')}${readingType}</obj:IntervalBlocks><obj:Meter>`,
      ),
    );
    const { parts } = streamed(xml);
    expect(parts.length).toBeGreaterThan(20);
    expect(joined(parts)).toEqual(whole(xml).payload);
  });

  it('looks alone at what is valid but not plain, in a piece of the whole', () => {
    const xml = createdReadings(meter(many(50) + reading('\u{1f50c}') + many(50)));
    const { parts, judged } = streamed(xml);
    expect(judged).toBe(1);
    expect(joined(parts)).toEqual(whole(xml).payload);
  });
});

describe('what is wrong', () => {
  it('is told with its place when it is the last reading', () => {
    const xml = createdReadings(meter(many(300)) + meter(many(20) + reading('1', 'x')));
    const fault = refusal(() => streamed(xml)) as SoapFault;
    expect(fault).toBeInstanceOf(SoapFault);
    expect(fault.reason).toContain('MeterReadings.MeterReading[1].Readings[20].timeStamp');
    expect(fault.reason).toContain(`(line ${xml.slice(0, xml.indexOf('>x<')).split('\n').length})`);
    expect(fault.findings[0]?.path).toContain('MeterReading[1].Readings[20].timeStamp');
  });

  it('is told when it stands in a block', () => {
    const block = `<obj:IntervalBlocks><obj:IntervalReadings><obj:value>1</obj:value></obj:IntervalReadings><obj:IntervalReadings><obj:timeStamp>y</obj:timeStamp></obj:IntervalReadings>${readingType}</obj:IntervalBlocks>`;
    const fault = refusal(() =>
      streamed(createdReadings(meter(many(60)) + `<obj:MeterReading>${block}</obj:MeterReading>`)),
    );
    expect((fault as SoapFault).reason).toContain('MeterReading[1].IntervalBlocks[0].IntervalReadings[1].timeStamp');
  });

  it.each([
    ['elements in another order', meter(many(200), '<obj:Meter><obj:mRID>n</obj:mRID></obj:Meter>')],
    ['a list behind the one that follows it', meter(many(200)) + '<obj:ReadingType/>' + meter(many(3))],
    ['text beside elements', meter(`${many(200)}text`)],
    ['text behind an element that a part began with', meter(many(200), 'text')],
    ['an unknown element', meter(`${many(100)}<obj:Reading/>${many(100)}`)],
    ['a prefix without namespace', meter(`${many(100)}<x:Readings/>`)],
    ['a processing instruction', meter(`${many(100)}<?php ?>`)],
    ['a document type', meter(`${many(100)}<!DOCTYPE a>`)],
    ['an entity of its own', meter(`${many(100)}${reading('&one;')}`)],
    ['an end tag of another name', meter(many(100)).replace(/<\/obj:value>(?![^]*<\/obj:value>)/, '</obj:valve>')],
    ['a comment in an attribute', meter(`${many(100)}${reading('1').replace('ref="0', 'ref="<!-- -->0')}`)],
    ['an end tag too many', `${meter(many(100))}</obj:MeterReadings></m:Payload><m:Payload><obj:MeterReadings>`],
    [
      'a second message',
      `${meter(many(100))}</obj:MeterReadings></m:Payload></m:CreatedMeterReadings><m:CreatedMeterReadings><m:Payload><obj:MeterReadings>`,
    ],
  ])('is refused: %s', (_, objects) => {
    const xml = createdReadings(objects);
    const error = refusal(() => streamed(xml));
    expect(error instanceof SoapFault || error instanceof NotStreamed).toBe(true);
    expect(() => whole(xml)).toThrow(SoapFault);
  });

  it('is refused wherever the document ends too early', () => {
    const xml = createdReadings(meter(many(40)));
    for (let length = 1_500; length < xml.length; length += 97)
      expect(refusal(() => streamed(xml.slice(0, length)))).toBeInstanceOf(Error);
  });

  it('is told as well when something was put aside before', () => {
    const late = createdReadings(
      meter(many(400), '<obj:UsagePoint><obj:mRID>1</obj:mRID><obj:mRID>2</obj:mRID></obj:UsagePoint>'),
    );
    const error = refusal(() => streamed(late));
    expect(error).toBeInstanceOf(NotStreamed);
    expect(error.message).toMatch(
      /wrong or not plain, at CreatedMeterReadings\.Payload\.MeterReadings\.MeterReading\[0\].*behind line \d+/,
    );
  });
});

describe('bounds', () => {
  it('lets a large message have more elements, and more children, in proportion to its size', () => {
    const xml = createdReadings(meter(many(1_200)));
    const few = { ...limits, children: 300 };
    expect(refusal(() => streamed(xml, { limits: few, usual: xml.length }))).toMatchObject({
      reason: expect.stringMatching(/more than 300 children/) as unknown,
    });
    expect(streamed(xml, { limits: few, usual: xml.length / 5 }).parts.length).toBeGreaterThan(1);
  });

  it('does not hold an object that is too large', () => {
    const names = '<obj:Names><obj:name>n</obj:name></obj:Names>'.repeat(3_000);
    const xml = createdReadings(`<obj:MeterReading><obj:Meter>${names}</obj:Meter></obj:MeterReading>`);
    expect(refusal(() => streamed(xml, { usual: 10_000 }))).toMatchObject({
      reason: expect.stringMatching(/one object has more than 20000 bytes/) as unknown,
    });
  });
});

describe('whether a message may be read so', () => {
  it.each([
    [true, createdReadings('')],
    [true, createdReadings('').replaceAll('CreatedMeterReadings', 'ChangedMeterReadings')],
    [true, createdReadings('').replace('<m:Created', '<!-- a --> <m:Created')],
    [false, createdReadings('').replaceAll('CreatedMeterReadings', 'CreateMeterConfig')],
    [false, createdReadings('').replaceAll('CreatedMeterReadings', 'GetMeterReadings')],
  ])('is guessed from its beginning: %s', (expected, xml) => {
    expect(beginsStreamed(Buffer.from(xml))).toBe(expected);
  });
});
