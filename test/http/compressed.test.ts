/** Compressed payloads over HTTP: same effect as plain ones, whichever thread reads them; answers compressed for who asks. */
import { gunzipSync, gzipSync } from 'node:zlib';
import { gist, idsIn } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const named = (name: string): string => `<Meter><Names><name>${name}</name></Names></Meter>`;
const meters = (...names: readonly string[]): string =>
  `<MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#">${names.map(named).join('')}</MeterConfig>`;

let messages = 0;
function asking(verb: 'Create' | 'Created', content: string | Buffer): string {
  const packed = gzipSync(content).toString('base64');
  return inEnvelope(
    `<m:${verb}MeterConfig xmlns:m="http://iec.ch/TC57/2011/MeterConfigMessage" xmlns:h="http://iec.ch/TC57/2011/schema/message">` +
      `<m:Header><h:Verb>${verb.toLowerCase()}</h:Verb><h:Noun>MeterConfig</h:Noun><h:MessageID>c-${++messages}</h:MessageID></m:Header>` +
      `<m:Payload><MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#"/><m:Compressed>${packed}</m:Compressed><m:Format>XML</m:Format></m:Payload>` +
      `</m:${verb}MeterConfig>`,
  );
}
const getting = (name: string, option: string): string =>
  inEnvelope(
    `<m:GetMeterConfig xmlns:m="http://iec.ch/TC57/2011/GetMeterConfigMessage" xmlns:h="http://iec.ch/TC57/2011/schema/message">` +
      `<m:Header><h:Verb>get</h:Verb><h:Noun>MeterConfig</h:Noun></m:Header>` +
      `<m:Request><m:Option><h:name>Compressed</h:name><h:value>${option}</h:value></m:Option>` +
      `<GetMeterConfig xmlns="http://iec.ch/TC57/2011/GetMeterConfig#">${named(name)}</GetMeterConfig></m:Request></m:GetMeterConfig>`,
  );
const inEnvelope = (message: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${message}</s:Body></s:Envelope>`;
const send = (text: string): Promise<Answer> => gateway.post('/soap', text);

test.each(['Create', 'Created'] as const)('%s takes its payload compressed', async (verb) => {
  const { reply } = await send(asking(verb, meters(`SMALL-${verb}`)));
  expect(reply && gist(reply)).toMatchObject({ result: 'OK' });
  const found = await gateway.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name: `SMALL-${verb}` });
  expect(found).toHaveLength(1);
});

test('a small message whose content is large is read by a worker thread, all of it', async () => {
  const names = Array.from({ length: 5_000 }, (_, at) => `LARGE-${at}`);
  const content = meters(...names);
  const text = asking('Create', content);
  expect(text.length).toBeLessThan(gateway.config.limits.largeBody);
  expect(content.length).toBeGreaterThan(gateway.config.limits.largeBody);
  const { reply } = await send(text);
  expect(reply && gist(reply)).toMatchObject({ result: 'OK' });
  expect(reply && idsIn(reply)).toHaveLength(5_000);
});

test('a large content that is not valid is a fault that names the place', async () => {
  const names = Array.from({ length: 5_000 }, (_, at) => `BAD-${at}`);
  const { text, status } = await send(
    asking('Create', meters(...names).replace('<name>BAD-4000<', '<colour>red</colour><name>BAD-4000<')),
  );
  expect(status).toBe(500);
  expect(text).toMatch(/CreateMeterConfig\.Payload\.MeterConfig\.Meter\[4000\]\.Names\.colour/);
  expect(await gateway.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name: 'BAD-0' })).toEqual([]);
});

test.each([
  ['a bomb', Buffer.alloc(3_000_000, 0x20), /expands more than 100 times/],
  ['nothing but blanks', Buffer.alloc(100, 0x20), /no XML document/],
])('%s is refused, and the gateway goes on', async (_, content, reason) => {
  const { text, status } = await send(asking('Create', content));
  expect(status).toBe(500);
  expect(text).toMatch(reason);
  expect(text).toContain('<msg:code>1.8</msg:code>');
  expect((await send(asking('Create', meters(`AFTER-${messages}`)))).reply?.Reply.Result).toBe('OK');
});

test('an answer is compressed for who asks for it, and holds what the plain one holds', async () => {
  const plain = await send(getting('SIM-000001', 'false'));
  const packed = await send(getting('SIM-000001', 'true'));
  expect(packed.reply?.Payload).toMatchObject({ MeterConfig: undefined, Format: 'XML' });
  const content = gunzipSync(Buffer.from(packed.reply?.Payload?.['Compressed'] as string, 'base64')).toString('utf8');
  expect(content).toMatch(
    /^<\?xml version="1.0" encoding="UTF-8"\?>\n<obj:MeterConfig xmlns:obj="[^"]*">.*SIM-000001.*<\/obj:MeterConfig>$/s,
  );
  const inside = (text: string): string => /MeterConfig[^>]*>(<obj:Meter>.*<\/obj:Meter>)</s.exec(text)?.[1] ?? '';
  expect(inside(content)).toBe(inside(plain.text));
  expect(inside(content)).not.toBe('');
});

test('an answer without payload is not compressed', async () => {
  const { reply } = await send(getting('NOBODY', 'true'));
  expect(reply && gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.4'] });
});
