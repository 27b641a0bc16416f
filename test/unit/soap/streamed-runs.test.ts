/** Readings that are like the one before are taken out of the text before it is scanned: what is read is the same. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memorySource } from '../../../src/contract/byte-source.js';
import { Validators } from '../../../src/contract/validator.js';
import type { AnyMessage, PayloadPiece } from '../../../src/message/call.js';
import { unpacked } from '../../../src/message/packed-readings.js';
import { Dialects } from '../../../src/soap/dialects.js';
import { MessageReader } from '../../../src/soap/read.js';
import { NotStreamed, readStreamed, type StreamSettings } from '../../../src/soap/streamed.js';
import { createdReadings, joined, numbers, places, readingType } from '../../support/streamed-message.js';

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

/** What is read of the message, and how many of its readings were packed. */
function streamed(xml: string, changed: Partial<StreamSettings> = {}) {
  const settings = { limits, dialects: new Dialects(), folder: tmpdir(), usual: 1 << 22, ...changed };
  const found = readStreamed(memorySource(Buffer.from(xml)), around, settings, (request) => reader.read(request));
  let packed = 0;
  const parts = [...found.parts].map((part) => {
    packed += part.packed?.instants.length ?? 0;
    const piece = JSON.parse(part.json) as AnyMessage | PayloadPiece;
    return 'root' in piece ? unpacked({ ...piece, packed: part.packed }) : piece;
  });
  found.close();
  return { payload: joined(parts), places: places(parts), digest: found.digest, packedReadings: packed };
}

function whole(xml: string) {
  const { message, digest } = reader.read({ ...around, body: Buffer.from(xml) });
  const parts = [JSON.parse(JSON.stringify(message)) as AnyMessage];
  return { payload: joined(parts), places: places(parts), digest };
}

const stamp = (at: number): string => new Date(Date.UTC(2026, 1, 27) + at * 900_000).toISOString().replace('.000', '');
const reading = (at: number, value = `${at}.250`, time = stamp(at)): string =>
  `<obj:Readings><obj:timeStamp>${time}</obj:timeStamp><obj:value>${value}</obj:value>${readingType}</obj:Readings>`;
const meter = (readings: string): string =>
  `<obj:MeterReading><obj:Meter><obj:mRID>m</obj:mRID></obj:Meter>${readings}</obj:MeterReading>`;
const many = (count: number, one: (at: number) => string = reading): string =>
  Array.from({ length: count }, (_, at) => one(at)).join('');
/** Twenty readings with something else in their midst. */
const around20 = (midst: string): string => meter(many(10) + midst + many(10));

describe('readings like the one before', () => {
  it.each<readonly [what: string, objects: string, packed: number]>([
    ['only readings', meter(many(300)), 300],
    ['of several meters', meter(many(40)).repeat(5), 200],
    ['with blanks between', meter(many(20, (at) => `\r\n\t ${reading(at)}`)), 20],
    ['with other blanks at one place', around20(`  ${reading(1)}`), 20],
    ['a single one', meter(reading(1)), 0],
    [
      'of a block',
      meter('').replace(
        '<obj:Meter>',
        `<obj:IntervalBlocks>${many(30)
          .replace(/<obj:ReadingType[^>]*>/g, '')
          .replaceAll('Readings', 'IntervalReadings')}${readingType}</obj:IntervalBlocks><obj:Meter>`,
      ),
      30,
    ],
    [
      'with qualities',
      meter(
        many(30, (at) =>
          reading(at).replace(
            '<obj:ReadingType',
            '<obj:ReadingQualities><obj:ReadingQualityType ref="1.0.0"/></obj:ReadingQualities>$&',
          ),
        ),
      ),
      30,
    ],
    [
      'with a source beyond ASCII',
      meter(many(30, (at) => reading(at).replace('<obj:timeS', '<obj:source>Zähler</obj:source>$&'))),
      30,
    ],
    ['of two types in turns', meter(many(30, (at) => reading(at) + reading(at).replace('0.0.2', '0.0.3'))), 0],
    ['empty values, and such with blanks and quotes', meter(reading(1, '') + reading(2, ' 1 ') + reading(3, `"'`)), 3],
    ['a value with an entity', around20(reading(1, '&lt;')), 20],
    ['a value with a backslash', around20(reading(1, '\\N')), 20],
    ['a value with a character reference', around20(reading(1, '&#49;')), 0],
    ['a value in a section', around20(reading(1, '<![CDATA[1]]>')), 0],
    ['a comment that looks like readings', around20(`<!--${many(5)}-->`), 0],
    ['a time with offset', around20(reading(1, '1', '2026-11-01T00:00:00+01:00')), 20],
    ['a time without zone', around20(reading(1, '1', '2026-11-01T00:00:00')), 20],
    ['a leap day', around20(reading(1, '1', '2028-02-29T00:00:00Z')), 0],
    ['a year long ago', around20(reading(1, '1', '0800-12-25T00:00:00Z')), 20],
    ['none with a value', meter(many(9, (at) => reading(at).replace(/<obj:value>.*<\/obj:value>/, ''))), 0],
  ])('are the same: %s', (_, objects, packed) => {
    const xml = createdReadings(objects);
    const found = streamed(xml);
    expect(found.packedReadings).toBe(packed);
    expect(found).toMatchObject(whole(xml));
  });

  it('are the same wherever the parts of the document end', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const below = numbers(seed);
      const run = (): string => many(below(40), (at) => reading(at * (1 + below(2)), String(below(10_000))));
      const xml = createdReadings(many(1 + below(8), () => meter(run() + ['', reading(1, 'é')][below(2)]! + run())));
      const found = streamed(xml, { partSize: 200 + below(4_000), headSize: 1_400, elementsPerPiece: 5 + below(200) });
      expect(found).toMatchObject(whole(xml));
    }
  });

  it.each([
    ['a day that no month has', reading(1, '1', '2026-11-31T00:00:00Z')],
    ['an hour that no day has', reading(1, '1', '2026-11-01T25:00:00Z')],
    ['letters in a time', reading(1, '1', '2026-11-01T00:0a:00Z')],
    ['an element behind the value', reading(1).replace('</obj:value>', '</obj:value><obj:value/>')],
    ['an end tag of another name', reading(1).replace('</obj:value>', '</obj:valve>')],
    ['a comment in a start tag', reading(1).replace('<obj:value>', '<<!---->obj:value>')],
    ['a comment in an end tag', reading(1).replace('</obj:value>', '</obj:value<!---->>')],
    ['a forbidden character', reading(1, '\u0001')],
    ['text between them', `x${reading(1)}`],
    ['readings in readings', `<obj:Readings>${many(5)}</obj:Readings>`],
    ['readings in an attribute', reading(1).replace('ref="', `ref="${many(3)}`)],
  ])('are refused with: %s', (_, midst) => {
    const xml = createdReadings(around20(midst));
    expect(() => whole(xml)).toThrow();
    expect(() => streamed(xml)).toThrow();
  });

  it('are the same where the first part ends between the end of the message and that of the document', () => {
    const xml = createdReadings(meter(many(40)));
    for (let size = xml.length - 60; size <= xml.length; size++)
      expect(streamed(xml, { partSize: size, headSize: size })).toMatchObject(whole(xml));
  });

  it('are refused where their place is not one of readings', () => {
    const xml = createdReadings('').replace('</m:Payload>', `</m:Payload>${many(20)}`);
    expect(() => streamed(xml)).toThrow(NotStreamed);
  });

  it('count for the limits of elements and of children', () => {
    const xml = createdReadings(meter(many(400)));
    const usual = xml.length;
    expect(() => streamed(xml, { usual, limits: { ...limits, children: 300 } })).toThrow(/more than 300 children/);
    expect(() =>
      streamed(xml, { usual, limits: { ...limits, nodes: 1_000 }, partSize: 4_000, headSize: 1_400 }),
    ).toThrow(/more than 1000 nodes/);
  });

  it('are told at their places when one of them is wrong', () => {
    const xml = createdReadings(`${meter(many(50))}\n${meter(`${many(20)}\n${reading(1, '1', 'x')}`)}`);
    expect(() => streamed(xml)).toThrow(/MeterReading\[1\]\.Readings\[20\]\.timeStamp.*\(line 6\)/);
  });

  it('mutated at random: what is read part by part is what is read as a whole, and what is refused is refused', () => {
    const mutations = Number(process.env['MUTATIONS'] ?? 400);
    const pieces = ['<', '>', '/', '"', '&', '&#49;', ' ', '\n', '0', '9', 'Z', ':', '-', 'T', '.', 'é', '<!---->', ']]>', '</obj:value>', '<obj:value>']; // prettier-ignore
    const outcome = (
      read: () => { readonly payload: unknown },
    ): { readonly payload?: unknown; readonly error?: unknown } => {
      try {
        return { payload: read().payload };
      } catch (error) {
        return { error };
      }
    };
    let read = 0;
    for (let seed = 1; seed <= mutations; seed++) {
      const below = numbers(seed);
      const sound = createdReadings(many(1 + below(3), () => meter(many(5 + below(30)))));
      let xml = sound;
      for (let n = 0; n <= below(3); n++) {
        const at = 300 + below(xml.length - 300);
        const length = below(4) === 0 ? below(120) : below(2);
        const other = 300 + below(xml.length - 300);
        const put = below(3) === 0 ? xml.slice(other, other + below(90)) : pieces[below(pieces.length)]!;
        xml = xml.slice(0, at) + put + xml.slice(at + length);
      }
      const small = { partSize: 300 + below(3_000), headSize: 1_400, elementsPerPiece: 5 + below(100) };
      const [found, right] = [outcome(() => streamed(xml, small)), outcome(() => whole(xml))];
      // what it does not want to read part by part is read as a whole
      if (found.error instanceof NotStreamed) continue;
      expect([seed, found.error === undefined]).toEqual([seed, right.error === undefined]);
      if (found.error !== undefined) continue;
      expect(found).toEqual(right);
      read++;
    }
    expect(read).toBeGreaterThan(mutations / 50);
  });
});
