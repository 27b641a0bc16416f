/** Readings in messages larger than all others may be, over HTTP: one answer, and all of it stored or nothing. */
import { gzipSync } from 'node:zlib';
import { XmlWriter } from '../../src/contract/xml-writer.js';
import { wrapBody } from '../../src/soap/envelope.js';
import { aMessage, aMeter, operationNamed } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { rawConnection } from '../support/raw-http.js';
import { createdReadings, readingType } from '../support/streamed-message.js';

/** 1.2 MB: more than waits in memory. */
const count = 7_000;
const first = Date.parse('2026-01-01T00:00:00Z');
const type = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

let gateway: TestGateway;
let meters: readonly string[];

beforeAll(async () => {
  gateway = await testGateway({
    config: {
      limits: { body: 300_000, inflatedBody: 400_000, largestReadings: 2_500_000 },
      replies: { readings: 10, streamedReadings: 20_000 },
    },
  });
  const { store } = gateway.ports;
  const found = await Promise.all(
    ['SIM-000001', 'SIM-000002', 'SIM-000003', 'SIM-000004'].map((name) =>
      store.objectsByName(['MeterConfig'], ['Meter'], { name }),
    ),
  );
  meters = found.map(([meter]) => meter!.mRID);
}, 60_000);
afterAll(() => gateway.stop());

const at = (index: number): string => new Date(first + index * 900_000).toISOString();
function readings(howMany: number, spoilt?: string): string {
  const one = (index: number): string => {
    const time = spoilt !== undefined && index === howMany - 1 ? spoilt : at(index);
    return `<obj:Readings><obj:timeStamp>${time}</obj:timeStamp><obj:value>${index}</obj:value>${readingType}</obj:Readings>\n`;
  };
  return Array.from({ length: howMany }, (_, index) => one(index)).join('');
}
const ofMeter = (name: string, its: string): string =>
  `<obj:MeterReading><obj:Meter><obj:Names><obj:name>${name}</obj:name></obj:Names></obj:Meter>${its}</obj:MeterReading>`;
const message = (objects: string, id: string): string => createdReadings(objects).replace('>m-1<', `>${id}<`);
const path = '/soap/ReceiveMeterReadings';

async function storedOf(meter: number): Promise<number> {
  const rows = await gateway.ports.store.readings({ meters: [meters[meter]!], readingTypes: [type], limit: 100_000 });
  return rows.length;
}

describe('a message of readings larger than limits.body', () => {
  it('is stored, and told again it is answered by the same', async () => {
    const xml = message(ofMeter('SIM-000001', readings(count)), 'large-1');
    expect(xml.length).toBeGreaterThan(1_100_000);
    const answer = await gateway.post(path, xml);
    expect(answer.reply?.Reply.Result).toBe('OK');
    expect(await storedOf(0)).toBe(count);
    const again = await gateway.post('/soap', xml);
    expect(again.reply?.Header.MessageID).toBe(answer.reply?.Header.MessageID);
    const other = await gateway.post('/soap', xml.replace('<obj:value>7<', '<obj:value>8<'));
    expect(other.reply?.Reply).toMatchObject({ Result: 'FAILED', Error: [{ code: '2.15' }] });
  });

  it('may come compressed', async () => {
    const xml = message(ofMeter('SIM-000002', readings(count)), 'large-2');
    const answer = await gateway.post(path, gzipSync(xml), { 'Content-Encoding': 'gzip' });
    expect(answer.reply?.Reply.Result).toBe('OK');
    expect(await storedOf(1)).toBe(count);
  });

  it('leaves nothing when its last reading is not valid, and says which', async () => {
    const answer = await gateway.post(path, message(ofMeter('SIM-000003', readings(count, 'soon')), 'large-3'));
    expect(answer.status).toBe(500);
    expect(answer.text).toContain(`MeterReadings.MeterReading[0].Readings[${count - 1}].timeStamp`);
    expect(await storedOf(2)).toBe(0);
  });

  it('is answered PARTIAL when one of its meters is unknown', async () => {
    const objects = ofMeter('NOBODY', readings(3)) + ofMeter('SIM-000003', readings(count));
    const answer = await gateway.post(path, message(objects, 'large-4'));
    expect(answer.reply?.Reply.Result).toBe('PARTIAL');
    expect(answer.text).toContain('MeterReadings.MeterReading[0].Meter');
    expect(await storedOf(2)).toBe(count);
  });

  it('names what it does not store by its place in the whole message', async () => {
    const dateless = (text: string, at: number): string =>
      text.replace(
        new RegExp(`(<obj:(?:Interval)?Readings>)<obj:timeStamp>[^<]*</obj:timeStamp>(<obj:value>${at}<)`),
        '$1$2',
      );
    const block = (text: string): string =>
      `<obj:IntervalBlocks>${text.replaceAll(readingType, '').replaceAll('obj:Readings>', 'obj:IntervalReadings>')}${readingType}</obj:IntervalBlocks>`;
    const wrong = readingType.replace('0.0.2.4', '0.2.4');
    const blocksOf = (name: string, ...blocks: readonly string[]): string =>
      ofMeter(name, '').replace('<obj:MeterReading>', `<obj:MeterReading>${blocks.join('')}`);
    const objects = [
      ofMeter('SIM-000001', dateless(dateless(readings(3_000), 7), 2_900)),
      blocksOf('SIM-000002', block(readings(1_500)), block(dateless(readings(2_500), 2_345))),
      blocksOf('SIM-000003', block(readings(2_000)), block(readings(2_000)).replace(readingType, wrong)),
    ];
    const answer = await gateway.post(path, message(objects.join(''), 'large-10'));
    expect(answer.reply?.Reply.Result).toBe('PARTIAL');
    expect(answer.reply?.Reply.Error?.slice(1).map(({ details }) => details?.split(': ')[0])).toEqual([
      'MeterReadings.MeterReading[0].Readings[7]',
      'MeterReadings.MeterReading[0].Readings[2900]',
      'MeterReadings.MeterReading[1].IntervalBlocks[1].IntervalReadings[2345]',
      'MeterReadings.MeterReading[2].IntervalBlocks[1].ReadingType',
    ]);
  });

  it('leaves nothing when its connection is cut', async () => {
    const xml = message(ofMeter('SIM-000004', readings(count)), 'large-5');
    const connection = await rawConnection(gateway.port);
    connection.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: ${xml.length}\r\n\r\n`,
    );
    await new Promise<void>((resolve) => connection.socket.write(xml.slice(0, 1_150_000), () => resolve()));
    connection.socket.destroy();
    // one that comes behind it is stored by the same hands: whatever was to come of the cut one has come by then
    const behind = await gateway.post(path, message(ofMeter('SIM-000001', readings(count)), 'large-5 behind'));
    expect(behind.reply?.Reply.Result).toBe('OK');
    expect(await storedOf(3)).toBe(0);
    expect((await gateway.post(path, xml)).reply?.Reply.Result).toBe('OK');
  });

  it('is refused above limits.largestReadings, as received and as inflated', async () => {
    const xml = message(ofMeter('SIM-000004', readings(15_000)), 'large-6');
    expect(xml.length).toBeGreaterThan(2_500_000);
    expect(await gateway.post(path, xml)).toMatchObject({ status: 413 });
    const zipped = await gateway.post(path, gzipSync(xml), { 'Content-Encoding': 'gzip' });
    expect(zipped.status).toBe(400);
    expect(zipped.text).toContain('larger than 2500000 bytes after inflation');
  });

  it.each([
    [
      'a header block',
      (xml: string) => xml.replace('<soap:Body>', '<soap:Header><a xmlns="urn:a"/></soap:Header><soap:Body>'),
    ],
    [
      'an attribute of another namespace around the objects',
      (xml: string) => xml.replace(/<obj:MeterReadings( [^>]*)?>/, '<obj:MeterReadings$1 xmlns:x="urn:x" x:a="1">'),
    ],
  ])('is refused when it is not plain, saying why: %s', async (_, spoil) => {
    const answer = await gateway.post(path, spoil(message(ofMeter('SIM-000004', readings(count)), 'large-7')));
    expect(answer.status).toBe(413);
    expect(answer.text).toMatch(/taken only as plain created or changed MeterReadings, and this one is not: \w+/);
  });

  it('is refused with the path of an attribute of another namespace at an object', async () => {
    const spoiled = message(ofMeter('SIM-000004', readings(count)), 'large-9').replace(
      '<obj:MeterReading>',
      '<obj:MeterReading xmlns:x="urn:x" x:a="1">',
    );
    const answer = await gateway.post(path, spoiled);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('MeterReadings.MeterReading[0] (line 4): the attribute {urn:x}a is not allowed here');
  });

  it('of another noun is not taken', async () => {
    const xml = message(ofMeter('SIM-000004', readings(count)), 'large-8').replaceAll(
      'CreatedMeterReadings',
      'CanceledMeterReadings',
    );
    const answer = await gateway.post('/soap', xml);
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('larger than 300000 bytes as received');
  });
});

it.each([
  ['in the folder', { spool: '/nowhere/at/all' }],
  ['below limits.spooled', { limits: { body: 300_000, spooled: 1_000_000 } }],
])(
  'is answered 503 where there is no room for it %s',
  async (_, config) => {
    const narrow = await testGateway({ config });
    const answer = await narrow.post(path, message(ofMeter('SIM-000004', readings(count)), 'large-9'));
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    await narrow.stop();
  },
  60_000,
);

describe('a page of many readings', () => {
  const ask = (limit: number, headers = {}): Promise<Answer> => {
    const options = { Source: 'stored', limit: String(limit) };
    const Option = Object.entries(options).map(([name, value]) => ({ name, value }));
    const { message } = aMessage('GetMeterReadings')
      .with({
        EndDevice: [aMeter('SIM-000001'), aMeter('SIM-000002')],
        TimeSchedule: [{ scheduleInterval: { start: '2025-12-31T00:00:00Z', end: '2026-11-20T00:00:00Z' } }],
      })
      .request({ Option });
    const writer = new XmlWriter();
    operationNamed('GetMeterReadings').write(writer, message);
    return gateway.post('/soap', wrapBody('1.1', writer.xml), headers);
  };
  const values = (text: string): number => text.split('</obj:value>').length - 1;

  it('is written part by part, and is the same valid answer', async () => {
    const answer = await ask(20_000);
    expect(answer.headers['transfer-encoding']).toBe('chunked');
    expect(answer.reply?.Reply).toMatchObject({
      Result: 'OK',
      Error: [{ details: 'all readings from offset 0 on; none follow' }],
    });
    expect(values(answer.text)).toBe(2 * count);
    const zipped = await ask(7_000, { 'Accept-Encoding': 'gzip' });
    expect(values(zipped.text)).toBe(7_000);
    expect(zipped.text).toContain('ask for the next ones with offset 7000');
  });

  it('cuts its connection when the store fails behind the first byte', async () => {
    const { store } = gateway.ports;
    const open = store as { readings: typeof store.readings };
    const { readings: read } = store;
    let asked = 0;
    open.readings = (query) => (++asked > 2 ? Promise.reject(new Error('the disk is gone')) : read.call(store, query));
    await expect(ask(20_000)).rejects.toThrow(/aborted|hang up|ECONNRESET|terminated/);
    open.readings = read;
    expect((await ask(10)).status).toBe(200);
  });
});
