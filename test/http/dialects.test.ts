/** Partners with habits of their own, chosen by address, user of HTTP Basic, and Source. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutgoingHttpHeaders } from 'node:http';
import type { Verb } from '../../src/generated/operations.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import {
  element,
  fullContent,
  inProfile,
  mannerText,
  operationOf,
  type MessageParts,
} from '../support/noun-messages.js';
import { alsoSpelled } from '../support/soap-check.js';

const podis = { profiles: 'http://iec.ch/TC57/2011/podis15/{Name}#' };
const settings = `
log: info
dialects:
  podis:
    users: [podis-esb]
    sources: [PODIS]
    namespaces: { profiles: '${podis.profiles}' }
  lenient: { extraElements: drop }
  keeper: { extraElements: keep }
  faulty: { failures: fault, successCode: false, answerVerb: past }
  gentle: { invalid: reply, successCode: true }
`;

let folder: string;
let gateway: TestGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dialects-'));
  const file = join(folder, 'settings.yaml');
  writeFileSync(file, settings);
  alsoSpelled(podis);
  gateway = await testGateway({ env: { CIMGATE_CONFIG: file, CIMGATE_LOG: 'info' } });
});
afterAll(async () => {
  await gateway.stop();
  rmSync(folder, { recursive: true });
});

let serial = 0;
const meter = (): MessageParts => ({ content: fullContent('MeterConfig', ['Meter'], `d${++serial}`) });
const missing: MessageParts = {
  content: [inProfile('GetMeterConfig')('Meter', [inProfile('GetMeterConfig')('mRID', ['no-such-meter'])])],
};
const known: MessageParts = {
  content: [
    inProfile('GetMeterConfig')('Meter', [
      inProfile('GetMeterConfig')('Names', [inProfile('GetMeterConfig')('name', ['SIM-000001'])]),
    ]),
  ],
};

function textOf(verb: Verb, parts: MessageParts, spelling = {}): string {
  return mannerText(operationOf('MeterConfig', verb), parts, { form: 'typed', spelling, version: '1.1' });
}

function post(path: string, text: string, headers: OutgoingHttpHeaders = {}): Promise<Answer> {
  return gateway.post(path, text, headers);
}

const basic = (user: string): OutgoingHttpHeaders => ({
  Authorization: `Basic ${Buffer.from(`${user}:secret`).toString('base64')}`,
});

describe('namespaces of a partner', () => {
  test('are understood whoever uses them, and the answer is in them', async () => {
    const created = await post('/soap', textOf('create', meter(), podis));
    expect(created.reply?.Reply.Result).toBe('OK');
    const found = await post('/soap', textOf('get', known, podis));
    expect(found.checked?.spelling).toEqual(podis);
    expect(found.text).toContain('xmlns:obj="http://iec.ch/TC57/2011/podis15/MeterConfig#"');
    expect(found.reply?.Payload?.['MeterConfig']).toBeDefined();
  });

  test('are not those of his answers when he asks in ours', async () => {
    const found = await post('/soap/podis', textOf('get', known));
    expect(found.checked?.spelling).toEqual({});
  });

  test.each([
    ['address', '/soap/podis/ExecuteMeterConfig', {}, {}],
    ['user', '/soap', basic('podis-esb'), {}],
    ['Source', '/soap', {}, { Source: 'PODIS' }],
  ])('are those of answers to a partner known by his %s when nothing shows them', async (_, path, headers, header) => {
    const text = textOf('delete', { ids: ['no-such-meter'], header });
    const answer = await post(path, text, headers);
    expect(answer.reply?.Reply.Result).toBe('FAILED');
    expect(answer.text).toContain('"http://iec.ch/TC57/2011/podis15/MeterConfig#"');
    const other = await post('/soap', textOf('delete', { ids: ['no-such-meter'] }), basic('somebody'));
    expect(other.text).not.toContain('podis15');
  });

  test('stand in the WSDL and the schemas of his address', async () => {
    const wsdl = await gateway.send('GET', '/soap/podis/GetMeterConfig?wsdl');
    expect(wsdl.text).toContain(`location="${gateway.url}/soap/podis/GetMeterConfig"`);
    const schema = await gateway.send('GET', '/soap/podis/GetMeterConfig?xsd=GetMeterConfigMessage.xsd');
    expect(schema.text).toContain('namespace="http://iec.ch/TC57/2011/podis15/GetMeterConfig#"');
    expect(schema.text).toContain(`"${gateway.url}/soap/podis/GetMeterConfig?xsd=MeterConfig.xsd"`);
    expect((await gateway.send('GET', '/soap/nobody/GetMeterConfig?wsdl')).status).toBe(404);
    expect((await post('/soap/nobody/GetMeterConfig', textOf('get', known))).status).toBe(404);
  });
});

describe('extra elements', () => {
  /** A vendor's elements in the Header, in the content, at the end of the message and beside what the envelope knows. */
  function extended(text: string): string {
    const vendor = '<v:code xmlns:v="urn:vendor"><v:part>1</v:part>\n</v:code>';
    return text
      .replace(/(<(\w+:)?Noun\b)/, `${vendor}$1`)
      .replace(
        /(<(?:\w+:)?amrSystem\b)/,
        `<vendorColour xmlns="http://iec.ch/TC57/2011/MeterConfig#">red</vendorColour>${vendor}$1`,
      )
      .replace(/(<\/(?:\w+:)?CreateMeterConfig>)/, `${vendor}$1`);
  }

  test('are refused by default', async () => {
    const answer = await post('/soap', extended(textOf('create', meter())));
    expect(answer.checked?.fault?.reason).toMatch(/code is not expected here/);
  });

  test.each([
    ['lenient', ['CreateMeterConfig.code', 'CreateMeterConfig.Header.code']],
    ['keeper', ['CreateMeterConfig.code']],
  ])('are left out for the dialect %s, and the log says which', async (dialect, others) => {
    const before = gateway.logged.length;
    const parts = meter();
    const answer = await post(`/soap/${dialect}`, extended(textOf('create', parts)));
    expect(answer.reply?.Reply).toMatchObject({ Result: 'OK' });
    const plain = await post('/soap', textOf('get', { content: idsOf(parts) }));
    expect(plain.text).not.toMatch(/vendor/);
    const entry = gateway.logged.slice(before).find(({ message }) => message === 'message');
    expect(entry?.facts).toMatchObject({
      dialect,
      leftOut: [
        'CreateMeterConfig.Payload.MeterConfig.Meter[0].vendorColour',
        'CreateMeterConfig.Payload.MeterConfig.Meter[0].code',
        ...others,
      ],
    });
  });

  test('may be many, at many places of one parent and of all its children', async () => {
    const inMeterConfig = inProfile('MeterConfig');
    const extra = element('urn:vendor', 'x', ['1']);
    const serials = Array.from({ length: 100 }, (_, at) => `many-extras-${++serial}-${at}`);
    const content = serials.flatMap((id) => [
      extra,
      inMeterConfig('Meter', [extra, inMeterConfig('mRID', [id]), extra, inMeterConfig('serialNumber', ['1']), extra]),
      inMeterConfig('colour', ['red']),
    ]);
    const answer = await post('/soap/lenient', textOf('create', { content }));
    expect(answer.reply?.Reply).toMatchObject({ Result: 'OK' });
    expect(answer.reply?.Reply.ID).toHaveLength(100);
  });

  test('do not excuse what belongs there but stands in the wrong place or namespace', async () => {
    const text = textOf('create', meter());
    const moved = text.replace(/(<(?:\w+:)?Verb\b.*?<\/(?:\w+:)?Verb>)(.*?<\/(?:\w+:)?Noun>)/, '$2$1');
    expect(moved).not.toBe(text);
    expect((await post('/soap/lenient', moved)).checked?.fault?.code).toBe('Client');
    const misnamed = text
      .replace(/<(\w+:)?amrSystem( [^>]*)?>/, '<amrSystem xmlns="urn:other">')
      .replace(/<\/\w+:amrSystem>/, '</amrSystem>');
    expect((await post('/soap/lenient', misnamed)).checked?.fault?.code).toBe('Client');
  });
});

function idsOf({ content = [] }: MessageParts): NonNullable<MessageParts['content']> {
  const profile = inProfile('GetMeterConfig');
  return content.map((tree) => {
    const mRID = tree.content.find((part) => typeof part !== 'string' && part.name === 'mRID');
    return profile(tree.name, [profile('mRID', typeof mRID === 'object' ? mRID.content : [])]);
  });
}

describe('answers', () => {
  test('that are FAILED are faults for a dialect that wants them, with the same Reply in the detail', async () => {
    const usual = await post('/soap', textOf('get', missing));
    const fault = await post('/soap/faulty', textOf('get', missing));
    expect(usual.reply?.Reply.Error?.[0]?.code).toBe('2.4');
    expect(fault.status).toBe(500);
    expect(fault.checked?.fault?.code).toBe('Client');
    expect(fault.checked?.message?.name).toBe('MeterConfigFaultMessage');
    expect(fault.text).toContain('<msg:code>2.4</msg:code>');
  });

  test('have the past form of the verb, and no 0.0, where that is wanted', async () => {
    const answer = await post('/soap/faulty', textOf('create', meter()));
    expect(answer.reply).toMatchObject({ Header: { Verb: 'created' }, Reply: { Result: 'OK' } });
    expect(answer.reply?.Reply.Error).toBeUndefined();
    const asked = await post('/soap/faulty', textOf('get', known));
    expect(asked.reply?.Header.Verb).toBe('reply');
  });

  test('to what is not valid are FAILED where that is wanted', async () => {
    const text = textOf('create', {
      content: [inProfile('MeterConfig')('Nonsense')],
      header: { CorrelationID: 'c-9' },
    });
    const answer = await post('/soap/gentle', text);
    expect(answer.status).toBe(200);
    expect(answer.reply).toMatchObject({
      Header: { Verb: 'reply', Noun: 'MeterConfig', CorrelationID: 'c-9' },
      Reply: { Result: 'FAILED', Error: [{ code: '1.8' }] },
    });
    expect((await post('/soap/gentle', 'no XML')).checked?.fault?.code).toBe('Client');
  });
});
