/** Messages in another form or era, as they are brought into the contract's own. */
import { Validators } from '../../../src/contract/validator.js';
import { SoapFault } from '../../../src/soap/fault.js';
import type { ReadMessage } from '../../../src/soap/proven.js';
import { MessageReader } from '../../../src/soap/read.js';
import type { SoapRequest } from '../../../src/soap/request.js';
import { base, envelope, event, limits, request, wsdl } from './messages.js';

const reader = new MessageReader(new Validators(wsdl), limits);
const msg = `xmlns:msg="${base}/schema/message"`;
const abs = `xmlns:abs="${base}/abstract"`;

function read(body: string, changed: Partial<SoapRequest> = {}): ReadMessage {
  return reader.read(request(envelope(body), changed));
}

function refusal(body: string, changed: Partial<SoapRequest> = {}): SoapFault {
  try {
    read(body, changed);
  } catch (error) {
    if (error instanceof SoapFault) return error;
    throw error;
  }
  throw new Error('not refused');
}

function header(verb: string, noun = 'MeterConfig', more = ''): string {
  return `<msg:Header><msg:Verb>${verb}</msg:Verb><msg:Noun>${noun}</msg:Noun><msg:MessageID>m-1</msg:MessageID>${more}</msg:Header>`;
}

const generic = (content: string, wrapper = 'Request', message = 'abs:message'): string =>
  `<abs:${wrapper} ${abs} ${msg}>\n<${message}>${content}</${message}>\n</abs:${wrapper}>`;
const bare = (content: string, root = 'RequestMessage'): string => `<msg:${root} ${msg}>${content}</msg:${root}>`;
const meters = `<c:MeterConfig xmlns:c="${base}/MeterConfig#"><c:Meter><c:mRID>a</c:mRID></c:Meter></c:MeterConfig>`;

describe.each([
  ['in the wrapper', generic, 'generic'],
  ['with a message child of the envelope', (content: string) => generic(content, 'Request', 'msg:message'), 'generic'],
  ['bare', bare, 'bare'],
])('a message %s', (_, wrap, form) => {
  test('is the operation that verb and noun name', () => {
    const { operation, message, manner } = read(wrap(`${header('create')}<msg:Payload>${meters}</msg:Payload>`));
    expect(operation.name).toBe('CreateMeterConfig');
    expect(message.Payload).toEqual({ MeterConfig: { Meter: [{ mRID: 'a' }] } });
    expect(manner).toMatchObject({ form, spelling: {} });
  });

  test('may ask by ID alone, of any kind', () => {
    const { operation, message } = read(
      wrap(`${header('get')}<msg:Request><msg:ID kind="transaction" objectType="X">c-1</msg:ID></msg:Request>`),
    );
    expect(operation.name).toBe('GetMeterConfig');
    expect(message.Request).toMatchObject({
      Option: [
        { name: 'IDKind', value: 'transaction' },
        { name: 'IDObjectType', value: 'X' },
      ],
      ID: ['c-1'],
      GetMeterConfig: {},
    });
  });

  test('may ask by several IDs, each with attributes of its own, beside Options', () => {
    const option = '<msg:Option><msg:name>IDKind</msg:name><msg:value>other</msg:value></msg:Option>';
    const ids =
      `<msg:ID idAuthority='A &amp; "B"' kind="name" idType="T &lt; U">n</msg:ID>` +
      '<msg:ID>m</msg:ID><msg:ID kind="uuid">u</msg:ID>';
    const { message } = read(wrap(`${header('get')}<msg:Request>${option}${ids}</msg:Request>`));
    expect(message.Request).toMatchObject({
      Option: [
        { name: 'IDKind', value: 'other' },
        { name: 'IDAuthority[0]', value: 'A & "B"' },
        { name: 'IDKind[0]', value: 'name' },
        { name: 'IDType[0]', value: 'T < U' },
        { name: 'IDKind[2]', value: 'uuid' },
      ],
      ID: ['n', 'm', 'u'],
    });
  });

  test.each([
    ['without a Request', '', { GetMeterConfig: {} }],
    ['with an empty Request', '<msg:Request/>', { GetMeterConfig: {} }],
    [
      'with times and a profile',
      `<msg:Request><msg:StartTime>2026-01-01T00:00:00Z</msg:StartTime><msg:Option><msg:name>limit</msg:name><msg:value>5</msg:value></msg:Option>` +
        `<g:GetMeterConfig xmlns:g="${base}/GetMeterConfig#"><g:Meter><g:mRID>a</g:mRID></g:Meter></g:GetMeterConfig></msg:Request>`,
      {
        StartTime: '2026-01-01T00:00:00Z',
        Option: [{ name: 'limit', value: '5' }],
        GetMeterConfig: { Meter: [{ mRID: 'a' }] },
      },
    ],
  ])('may ask %s', (_case, part, expected) => {
    expect(read(wrap(header('get') + part)).message.Request).toMatchObject(expected);
  });

  test.each([
    ['without a Request', '', undefined],
    ['beside an empty Request', '<msg:Request/>', undefined],
    ['beside a Request', '<msg:Request><msg:StartTime>2026-01-01T00:00:00Z</msg:StartTime></msg:Request>', 'StartTime'],
  ])('may name its targets in the Payload, %s', (_case, part, more) => {
    const ids = '<msg:ID kind="uuid">a</msg:ID><msg:ID>b</msg:ID>';
    const { operation, message } = read(wrap(`${header('delete')}${part}<msg:Payload>${ids}</msg:Payload>`));
    expect(operation.name).toBe('DeleteMeterConfig');
    expect(message.Request?.['ID']).toMatchObject([{ text: 'a', kind: 'uuid' }, { text: 'b' }]);
    expect(message.Payload).toBeUndefined();
    if (more !== undefined) expect(message.Request).toHaveProperty(more);
  });

  test('may carry a set of operations', () => {
    const set = `<msg:OperationSet><msg:Operation><msg:operationId>1</msg:operationId><msg:noun>MeterConfig</msg:noun><msg:verb>create</msg:verb>${meters}</msg:Operation></msg:OperationSet>`;
    const { operation, message } = read(wrap(`${header('execute', 'OperationSet')}<msg:Payload>${set}</msg:Payload>`));
    expect(operation.name).toBe('ExecuteOperationSet');
    expect(message.Payload).toMatchObject({ OperationSet: { Operation: [{ operationId: '1' }] } });
  });

  test('is held against the schema of its content, and told in its own words with its own lines', () => {
    const wrong = meters.replace('<c:mRID>', '\n<c:colour/><c:mRID>');
    const fault = refusal(wrap(`\n${header('create')}<msg:Payload>${wrong}</msg:Payload>`));
    const line = form === 'bare' ? 3 : 4;
    expect(fault.reason).toContain(`message.Payload.MeterConfig.Meter.colour (line ${line})`);
    expect(fault.findings[0]).toMatchObject({ code: '1.8' });
    expect(fault.manner).toMatchObject({ form });
  });

  test.each([
    ['a noun that there is not', header('create', 'Nothing'), '2.5'],
    ['a noun in the singular', header('create', 'Meter'), '2.5'],
    ['an event', header('created'), '2.9'],
    ['a verb of responses', header('reply'), '2.9'],
  ])('of %s is refused in a reply', (_case, head, code) => {
    const { refusal: findings, message } = read(wrap(head));
    expect(findings?.map((finding) => finding.code)).toEqual([code]);
    expect(message.Header.MessageID).toBe('m-1');
  });

  test.each([
    ['no Header', ''],
    ['no verb', '<msg:Header><msg:Noun>MeterConfig</msg:Noun></msg:Header>'],
    ['a verb that is none', header('smash')],
  ])('with %s is a fault of the schema', (_case, head) => {
    const fault = refusal(wrap(head));
    expect(fault.code).toBe('Client');
    expect(fault.findings.length).toBeGreaterThan(0);
  });
});

test('events and responses have wrappers of their own', () => {
  const readings = `<msg:Payload><r:MeterReadings xmlns:r="${base}/MeterReadings#"/></msg:Payload>`;
  for (const [form, wrap] of [
    ['PublishEvent', generic],
    ['EventMessage', bare],
  ] as const)
    expect(read(wrap(header('created', 'MeterReadings') + readings, form)).operation.name).toBe('CreatedMeterReadings');
  const reply = '<msg:Reply><msg:Result>OK</msg:Result></msg:Reply>';
  for (const [form, wrap] of [
    ['Response', generic],
    ['ResponseMessage', bare],
  ] as const)
    for (const payload of ['', readings]) {
      const { operation } = read(wrap(header('reply', 'MeterReadings') + reply + payload, form));
      expect(operation).toMatchObject({ name: 'MeterReadingsResponseMessage', shape: 'response' });
    }
});

test.each([
  ['two messages', `<abs:Request ${abs}><abs:message/><abs:message/></abs:Request>`],
  ['none', `<abs:Request ${abs}/>`],
  ['something else', `<abs:Request ${abs}><abs:massage/></abs:Request>`],
  ['an unknown wrapper', `<abs:Ask ${abs}/>`],
])('a wrapper with %s is a fault', (_, body) => {
  expect(refusal(body).code).toBe('Client');
});

test('addresses and actions must agree with the form', () => {
  const message = generic(`${header('create')}<msg:Payload>${meters}</msg:Payload>`);
  const action = `${base}/abstract/Request`;
  for (const soapAction of [undefined, '""', `"${action}"`, action])
    for (const service of [undefined, 'Generic'])
      expect(read(message, { service, soapAction }).operation.name).toBe('CreateMeterConfig');
  expect(refusal(message, { service: 'ExecuteMeterConfig' }).reason).toContain('send it to the service Generic');
  expect(refusal(message, { soapAction: `${base}/abstract/PublishEvent` }).reason).toContain(action);
  expect(refusal(event(), { service: 'Generic' }).reason).toContain('Generic takes Request, PublishEvent and Response');
});

test('a message of an era may bear the action of its era or of the contract, and no other', () => {
  const message = event().replace('2011/MeterReadingsMessage', '2017/MeterReadingsMessage');
  const action = (year: number): string => `http://iec.ch/TC57/${year}/MeterReadings/CreatedMeterReadings`;
  for (const year of [2011, 2017])
    expect(read(message, { soapAction: action(year) }).operation.name).toBe('CreatedMeterReadings');
  expect(refusal(message, { soapAction: action(2015) }).reason).toContain('disagrees');
});

test('what is wrong with a message of an era is said in its namespaces', () => {
  const message = event()
    .replaceAll('TC57/2011/schema', 'TC57/2021/schema')
    .replace('2011/MeterReadings#', '2015/MeterReadings#');
  const wrong = message
    .replace('<r:timeStamp>', '<r:timestamp/><r:timeStamp>')
    .replace('<h:Noun>', '<m:Noun>')
    .replace('</h:Noun>', '</m:Noun>');
  const { reason, manner } = refusal(wrong);
  expect(reason).toContain('"http://iec.ch/TC57/2021/schema/message"');
  expect(reason).not.toContain('2011/schema/message');
  expect(manner?.spelling).toEqual({
    envelope: 'http://iec.ch/TC57/2021/schema/message',
    profiles: 'http://iec.ch/TC57/2015/{Name}#',
  });
});

test.each([
  [
    'is not well-formed',
    '<m:CreatedMeterReadings xmlns:m="http://iec.ch/TC57/2017/MeterReadingsMessage"><m:Header></m:CreatedMeterReadings>',
  ],
  ['has two equal attributes', `<abs:Request ${abs} ${abs}><abs:message/></abs:Request>`],
  ['has an unbound prefix', `<abs:Request ${abs}><x:message/></abs:Request>`],
])('a document that %s is refused as such, whatever form it is in', (_, body) => {
  expect(refusal(body)).toMatchObject({ code: 'Client' });
});
