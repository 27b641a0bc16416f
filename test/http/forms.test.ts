/** Payload forms beside each other: operation sets, compressed payloads and IDs alone, in the generic form and in other eras. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Config } from '../../src/config.js';
import { mediaTypes } from '../../src/soap/envelope.js';
import { gist } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { checkAnswer } from '../support/soap-check.js';
import { anEndpoint } from '../support/subscribing.js';
import { until } from '../support/until.js';

const packing = {
  users: [],
  sources: [],
  era: '2011',
  namespaces: {},
  extraElements: 'refuse',
  failures: 'reply',
  invalid: 'fault',
  answerVerb: 'reply',
  compressAbove: 1_000,
} satisfies Config['dialects'][string];

let there: Receiver;
let gateway: TestGateway;
beforeAll(async () => {
  there = await receiver();
  const replyEndpoints = [
    { ...anEndpoint('packed', `${there.url}/packed`), compressAbove: 0 },
    { ...anEndpoint('generic', `${there.url}/generic`), form: 'generic' as const, compressAbove: 0 },
    { ...anEndpoint('roomy', `${there.url}/roomy`), compressAbove: 1_000_000 },
    { ...anEndpoint('partner', `${there.url}/partner`), dialect: 'partner' },
  ];
  const subscriptions = replyEndpoints.map(({ name, url }) => ({
    name,
    endpoint: name,
    noun: 'MeterConfig',
    active: true,
    filter: {},
    url,
  }));
  gateway = await testGateway({
    config: {
      replyEndpoints,
      subscriptions: subscriptions.map(({ url: _, ...one }) => one),
      dialects: { partner: packing },
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await there.close();
});

const envelope = 'http://iec.ch/TC57/2011/schema/message';
const inBody = (text: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${text}</s:Body></s:Envelope>`;
const named = (name: string): string => `<Meter><Names><name>${name}</name></Names></Meter>`;
const meters = (...names: readonly string[]): string =>
  `<MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#">${names.map(named).join('')}</MeterConfig>`;

let messages = 0;
const header = (verb: string, noun: string, more = ''): string =>
  `<h:Header><h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun>${more}<h:MessageID>f-${++messages}</h:MessageID></h:Header>`;
const generic = (content: string): string =>
  inBody(
    `<a:Request xmlns:a="http://iec.ch/TC57/2011/abstract" xmlns:h="${envelope}"><a:message>${content}</a:message></a:Request>`,
  );
/** The same in the typed form of the era of 2017. */
const typed2017 = (name: string, noun: string, content: string): string => {
  const own = content.replaceAll(/<(\/?)h:(Header|Request|Payload|OperationSet|Compressed|Format)>/g, '<$1m:$2>');
  return inBody(`<m:${name} xmlns:m="http://iec.ch/TC57/2017/${noun}Message" xmlns:h="${envelope}">${own}</m:${name}>`);
};
const send = (text: string, path = '/soap'): Promise<Answer> => gateway.post(path, text);
/** Answers to sets are of no noun, which the usual way of reading answers in other forms asks for. */
const sendSet = async (body: string): Promise<string> => {
  const headers = { 'Content-Type': mediaTypes['1.1'] };
  return (await fetch(`${gateway.url}/soap`, { method: 'POST', headers, body })).text();
};
const stored = async (name: string): Promise<number> =>
  (await gateway.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name })).length;

const aSet = (name: string, more = ''): string =>
  `${header('execute', 'OperationSet', more)}<h:Payload><h:OperationSet>` +
  `<h:Operation><h:operationId>1</h:operationId><h:noun>MeterConfig</h:noun><h:verb>create</h:verb>${meters(name)}</h:Operation>` +
  `<h:Operation><h:operationId>2</h:operationId><h:noun>MeterConfig</h:noun><h:verb>get</h:verb>` +
  `<GetMeterConfig xmlns="http://iec.ch/TC57/2011/GetMeterConfig#">${named(name)}</GetMeterConfig></h:Operation>` +
  `</h:OperationSet></h:Payload>`;

test.each([
  ['the generic form', (content: string) => generic(content)],
  ['the era of 2017', (content: string) => typed2017('ExecuteOperationSet', 'OperationSet', content)],
])('an operation set in %s is done, and answered in the same', async (what, wrap) => {
  const text = await sendSet(wrap(aSet(`SET-${what}`)));
  const answered = checkAnswer(200, mediaTypes['1.1'], text);
  expect(answered.form).toBe(what === 'the generic form' ? 'generic' : 'typed');
  expect(text).toMatch(new RegExp(`Result>OK<.*operationId>2<.*SET-${what}<`, 's'));
  expect(await stored(`SET-${what}`)).toBe(1);
});

test('an operation set is answered later in the generic form of its endpoint', async () => {
  const more = '<h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>generic</h:ReplyAddress>';
  expect(await sendSet(generic(aSet('SET-LATER', more)))).toContain('>0.3<');
  const came = (): string | undefined =>
    there.received.find(({ body, path }) => path.endsWith('/generic') && body.includes('operationId'))?.body;
  await until('the reply has come', () => came() !== undefined);
  expect(checkAnswer(200, mediaTypes['1.1'], came()!)).toMatchObject({ form: 'generic' });
  expect(came()).toContain('SET-LATER');
});

test.each([
  ['the generic form', (content: string) => generic(content)],
  ['the era of 2017', (content: string) => typed2017('CreateMeterConfig', 'MeterConfig', content)],
])('a compressed payload in %s is read', async (what, wrap) => {
  const packed = gzipSync(meters(`PACKED-${what}`)).toString('base64');
  const beside = what === 'the generic form' ? '' : meters();
  const content = `${header('create', 'MeterConfig')}<h:Payload>${beside}<h:Compressed>${packed}</h:Compressed><h:Format>XML</h:Format></h:Payload>`;
  const { reply, text } = await send(wrap(content));
  expect(reply === undefined ? text : gist(reply)).toMatchObject({ result: 'OK' });
  expect(await stored(`PACKED-${what}`)).toBe(1);
});

const create = (verb: string, name: string, more = ''): string =>
  generic(`${header(verb, 'MeterConfig', more)}<h:Payload>${meters(name)}</h:Payload>`);
const contentIn = (body: string): string | undefined => {
  const [, packed] = /Compressed>([^<]*)</.exec(body) ?? [];
  return packed === undefined ? undefined : gunzipSync(Buffer.from(packed, 'base64')).toString('utf8');
};

test('events go out compressed where their endpoint wants it, plain where they are small', async () => {
  await send(create('create', 'EVENT-1'));
  const at = (path: string): readonly string[] =>
    there.received
      .filter((one) => one.path.endsWith(path))
      .map(({ body }) => body)
      .filter((body) => (contentIn(body) ?? body).includes('EVENT-1'));
  for (const path of ['/packed', '/generic', '/roomy', '/partner'])
    await until(`it has come to ${path}`, () => at(path).length > 0);
  expect(contentIn(at('/packed')[0]!)).toMatch(
    /^<\?xml[^>]*>\n<obj:MeterConfig xmlns:obj="[^"]*MeterConfig#">.*EVENT-1/,
  );
  expect(at('/packed')[0]).toMatch(/<obj:MeterConfig>\s*<\/obj:MeterConfig><m:Compressed>/);
  expect(at('/generic')[0]).toMatch(/Payload><m:Compressed>/);
  expect([contentIn(at('/roomy')[0]!), contentIn(at('/partner')[0]!)]).toEqual([undefined, undefined]);
});

test('a later reply goes out compressed where its endpoint wants it', async () => {
  const more = '<h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>packed</h:ReplyAddress>';
  const profile = `<GetMeterConfig xmlns="http://iec.ch/TC57/2011/GetMeterConfig#">${named('SIM-000001')}</GetMeterConfig>`;
  await send(generic(`${header('get', 'MeterConfig', more)}<h:Request>${profile}</h:Request>`));
  const came = (): string | undefined =>
    there.received.find(({ body, path }) => path.endsWith('/packed') && body.includes('ResponseMessage'))?.body;
  await until('the reply has come', () => came() !== undefined);
  expect(contentIn(came()!)).toContain('SIM-000001');
  checkAnswer(200, mediaTypes['1.1'], came()!);
});

test('answers at once are compressed for a partner above its bound, unless the message says no', async () => {
  const names = Array.from({ length: 30 }, (_, at) => `PARTNER-${at}`);
  await send(create('create', 'ignored').replace(meters('ignored'), meters(...names)));
  const ask = (count: number, option = ''): Promise<Answer> => {
    const content = names.slice(0, count).map(named).join('');
    const profile = `<GetMeterConfig xmlns="http://iec.ch/TC57/2011/GetMeterConfig#">${content}</GetMeterConfig>`;
    return send(generic(`${header('get', 'MeterConfig')}<h:Request>${option}${profile}</h:Request>`), '/soap/partner');
  };
  expect(contentIn((await ask(30)).text)).toContain('PARTNER-29');
  expect(contentIn((await ask(1)).text)).toBeUndefined();
  const no = '<h:Option><h:name>Compressed</h:name><h:value>false</h:value></h:Option>';
  expect(contentIn((await ask(30, no)).text)).toBeUndefined();
});

test('targets that stand as IDs in the Payload are told there', async () => {
  await send(create('create', 'TARGET'));
  const ids = '<h:ID kind="name">TARGET</h:ID><h:ID kind="uuid">x</h:ID><h:ID kind="transaction">y</h:ID>';
  const { reply } = await send(generic(`${header('delete', 'MeterConfig')}<h:Payload>${ids}</h:Payload>`));
  expect(reply && gist(reply)).toMatchObject({ result: 'PARTIAL', codes: ['2.4', '2.15'] });
  expect(reply && gist(reply).details.map((text) => text?.slice(0, 13))).toEqual(['Payload.ID[1]', 'Payload.ID[2]']);
  expect(await stored('TARGET')).toBe(0);
});

describe('what another system has executed as a set', () => {
  const published = (content: string): string =>
    inBody(
      `<a:PublishEvent xmlns:a="http://iec.ch/TC57/2011/abstract" xmlns:h="${envelope}"><a:message>${content}</a:message></a:PublishEvent>`,
    );
  const instead =
    'there is no event of OperationSet; report what has been done by the events of its nouns, as many as there are in an OperationSet in the payload of one of them';
  const executed = (name: string): string => aSet(name).replace('>execute<', '>executed<');

  test('is not told by an event of OperationSet in the generic form, and nothing of it is done', async () => {
    const text = await sendSet(published(executed('EXECUTED')));
    expect(/<msg:Reply>(.*)<\/msg:Reply>/s.exec(text)?.[1]).toBe(
      '<msg:Result>FAILED</msg:Result><msg:Error><msg:code>2.9</msg:code><msg:level>FATAL</msg:level>' +
        '<msg:reason>The verb is not valid for this noun: executed.</msg:reason>' +
        `<msg:details>Header.Verb: ${instead}</msg:details></msg:Error>`,
    );
    expect(await stored('EXECUTED')).toBe(0);
  });

  test('nor by ExecutedOperationSet', async () => {
    const text = await sendSet(
      typed2017('ExecutedOperationSet', 'OperationSet', executed('EXECUTED')).replaceAll('/2017/', '/2011/'),
    );
    expect(text).toContain(
      `<faultcode>soap:Client</faultcode><faultstring>no operation has the message {http://iec.ch/TC57/2011/OperationSetMessage}ExecutedOperationSet; ${instead}</faultstring>`,
    );
    expect(await stored('EXECUTED')).toBe(0);
  });

  test('is told by the events of its nouns, in a set of one of them: it is kept, and subscribers hear of it', async () => {
    const told = (id: number, verb: string, noun: string, payload: string): string =>
      `<h:Operation><h:operationId>${id}</h:operationId><h:noun>${noun}</h:noun><h:verb>${verb}</h:verb>${payload}</h:Operation>`;
    const point =
      '<UsagePointConfig xmlns="http://iec.ch/TC57/2011/UsagePointConfig#"><UsagePoint><mRID>told-point</mRID></UsagePoint></UsagePointConfig>';
    const { reply } = await send(
      published(
        `${header('created', 'MeterConfig')}<h:Payload>${meters()}<h:OperationSet>` +
          told(1, 'created', 'MeterConfig', meters('TOLD')) +
          told(2, 'created', 'UsagePointConfig', point) +
          '</h:OperationSet></h:Payload>',
      ),
    );
    expect(reply && gist(reply)).toMatchObject({ result: 'OK', codes: ['0.3', '0.3'] });
    expect(await stored('TOLD')).toBe(1);
    expect(await gateway.ports.store.objectByMRID('UsagePointConfig', ['UsagePoint'], 'told-point')).toBeDefined();
    await until('it has come', () => there.received.some(({ body }) => body.includes('TOLD')));
  });
});
