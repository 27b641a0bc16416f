import { cpuTime } from './cpu-time.js';
import { fileURLToPath } from 'node:url';
import { plainFindings, sentenceOf, type PlainFinding } from '../../../src/contract/findings.js';
import { Scanner } from '../../../src/contract/scan.js';
import { ParsedDocument, Validators } from '../../../src/contract/validator.js';

const validators = new Validators(fileURLToPath(new URL('../../../wsdl', import.meta.url)));
const limits = {
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1_024,
  text: 1_048_576,
  nodes: 500_000,
  children: 50_000,
};
const base = 'http://iec.ch/TC57/2011';

/** Validates a message in an envelope; lines count from the message. */
function find(message: string): readonly PlainFinding[] {
  const text = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${message}</s:Body></s:Envelope>`;
  const tape = new Scanner(limits).scan(text);
  using parsed = ParsedDocument.parse(Buffer.from(text));
  return plainFindings(validators.validate(parsed.element([0, 0])), 2, tape);
}

function told(message: string): string[] {
  return find(message).map((f) => `${f.code} ${sentenceOf(f)}`);
}

function created(header: string, payload = ''): string {
  return `<m:CreatedMeterReadings xmlns:m="${base}/MeterReadingsMessage" xmlns:h="${base}/schema/message" xmlns:r="${base}/MeterReadings#">${header}${payload}</m:CreatedMeterReadings>`;
}

const header = '<m:Header><h:Verb>created</h:Verb><h:Noun>MeterReadings</h:Noun></m:Header>';
const verb = '<h:Verb>created</h:Verb>';
const noun = '<h:Noun>MeterReadings</h:Noun>';

function readings(inside: string): string {
  return created(header, `<m:Payload><r:MeterReadings>${inside}</r:MeterReadings></m:Payload>`);
}

const verbs =
  'cancel, canceled, change, changed, create, created, close, closed, delete, deleted, get, reply, execute, executed';

describe('what libxml2 finds is told in plain words, with place, line and code', () => {
  test.each<[string, string, string[]]>([
    ['a valid message', created(header), []],
    [
      'a value that is not in the list',
      created(`<m:Header>\n<h:Verb>smash</h:Verb>${noun}</m:Header>`),
      [`1.8 CreatedMeterReadings.Header.Verb (line 2): "smash" is not one of the allowed values (${verbs})`],
    ],
    [
      'an empty value that is not in the list',
      created(`<m:Header><h:Verb/>${noun}</m:Header>`),
      [`1.8 CreatedMeterReadings.Header.Verb (line 1): an empty text is not one of the allowed values (${verbs})`],
    ],
    ['no Header', created(''), ['1.5 CreatedMeterReadings (line 1): a child element is missing: Header']],
    [
      'an empty Header',
      created('<m:Header/>'),
      ['1.5 CreatedMeterReadings.Header (line 1): a child element is missing: Verb'],
    ],
    [
      'a Header without Verb',
      created(`<m:Header>${noun}</m:Header>`),
      ['1.5 CreatedMeterReadings.Header.Noun (line 1): Noun is not expected here; expected is Verb'],
    ],
    [
      'a Header without Noun',
      created(`<m:Header>${verb}\n</m:Header>`),
      ['1.5 CreatedMeterReadings.Header (line 1): a child element is missing: Noun'],
    ],
    [
      'elements in the wrong order',
      created(`<m:Header>${verb}${noun}<h:Comment/>\n<h:MessageID/></m:Header>`),
      [
        '1.8 CreatedMeterReadings.Header.MessageID (line 2): MessageID is not expected here; expected is one of Property, an element of another namespace',
      ],
    ],
    [
      'an element of the wrong namespace',
      created(`<m:Header><m:Verb>created</m:Verb>${noun}</m:Header>`),
      [
        `1.5 CreatedMeterReadings.Header.Verb (line 1): Verb is in the namespace "${base}/MeterReadingsMessage" but belongs to the namespace "${base}/schema/message"`,
      ],
    ],
    [
      'an element of no namespace',
      created(`<m:Header><Verb>created</Verb>${noun}</m:Header>`),
      [
        `1.5 CreatedMeterReadings.Header.Verb (line 1): Verb is in no namespace but belongs to the namespace "${base}/schema/message"`,
      ],
    ],
    [
      'a malformed time',
      created(`<m:Header>${verb}${noun}<h:Timestamp>22.11.2026</h:Timestamp></m:Header>`),
      [
        '1.8 CreatedMeterReadings.Header.Timestamp (line 1): "22.11.2026" is not a value of type dateTime (write it like 2026-11-22T08:15:30Z)',
      ],
    ],
    [
      '30 February',
      created(`<m:Header>${verb}${noun}<h:Timestamp>2026-02-30T00:00:00Z</h:Timestamp></m:Header>`),
      [
        '1.8 CreatedMeterReadings.Header.Timestamp (line 1): "2026-02-30T00:00:00Z" is not a value of type dateTime (write it like 2026-11-22T08:15:30Z)',
      ],
    ],
    [
      'an empty time',
      created(`<m:Header>${verb}${noun}<h:Timestamp/></m:Header>`),
      ['1.8 CreatedMeterReadings.Header.Timestamp (line 1): an empty text is not a value of type dateTime'],
    ],
    [
      'a wrong boolean',
      created(`<m:Header>${verb}${noun}<h:AckRequired>yes</h:AckRequired></m:Header>`),
      ['1.8 CreatedMeterReadings.Header.AckRequired (line 1): "yes" is not a value of type boolean (true or false)'],
    ],
    [
      'a value full of quotes and of what libxml2 says',
      created(
        `<m:Header>${verb}${noun}<h:Timestamp>' is not a valid value of the atomic type 'xs:nonsense'.</h:Timestamp></m:Header>`,
      ),
      [
        `1.8 CreatedMeterReadings.Header.Timestamp (line 1): "' is not a valid value of the atomic type 'xs:nonsense'." is not a value of type dateTime (write it like 2026-11-22T08:15:30Z)`,
      ],
    ],
    [
      'text between elements',
      created(`<m:Header>${verb}oops${noun}</m:Header>`),
      ['1.8 CreatedMeterReadings.Header (line 1): text is not allowed here'],
    ],
    [
      'elements inside a text',
      created(`<m:Header>${verb}<h:Noun><h:b/></h:Noun></m:Header>`),
      ['1.8 CreatedMeterReadings.Header.Noun (line 1): elements are not allowed here, only text'],
    ],
    [
      'an attribute nobody knows',
      created(`<m:Header>${verb}<h:Noun kind="x">a</h:Noun></m:Header>`),
      ['1.8 CreatedMeterReadings.Header.Noun (line 1): the attribute kind is not allowed here'],
    ],
    [
      'an unknown element behind the last',
      created(header, '<m:Payload/><m:Extra/>'),
      [
        '1.7 CreatedMeterReadings.Payload (line 1): a child element is missing: MeterReadings',
        '1.8 CreatedMeterReadings.Extra (line 1): Extra is not expected here; nothing more may follow',
      ],
    ],
    [
      'the second of two meters, and its third reading',
      readings(
        `<r:MeterReading/>\n<r:MeterReading>${'<r:Readings><r:value>1</r:value><r:ReadingType ref="x"/></r:Readings>'.repeat(2)}\n<r:Readings><r:value>1</r:value></r:Readings></r:MeterReading>`,
      ),
      [
        '1.8 CreatedMeterReadings.Payload.MeterReadings.MeterReading[1].Readings[2] (line 3): a child element is missing: ReadingQualities or ReadingType',
      ],
    ],
  ])('%s', (_, message, expected) => {
    expect(told(message)).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['no Request', '', ['1.6 GetMeterReadings (line 1): a child element is missing: Request']],
    [
      'an empty Request',
      '<m:Request/>',
      [
        '1.6 GetMeterReadings.Request (line 1): a child element is missing: StartTime or EndTime or Option or ID or GetMeterReadings',
      ],
    ],
    [
      'an Option without name',
      `<m:Request><m:Option><h:value>x</h:value></m:Option><g:GetMeterReadings/></m:Request>`,
      ['1.6 GetMeterReadings.Request.Option.value (line 1): value is not expected here; expected is name'],
    ],
  ])('a query with %s', (_, request, expected) => {
    const message = `<m:GetMeterReadings xmlns:m="${base}/GetMeterReadingsMessage" xmlns:g="${base}/GetMeterReadings#" xmlns:h="${base}/schema/message"><m:Header><h:Verb>get</h:Verb><h:Noun>MeterReadings</h:Noun></m:Header>${request}</m:GetMeterReadings>`;
    expect(told(message)).toEqual(expected);
  });
});

describe('the path', () => {
  test('has the names of elements that stand in a default namespace', () => {
    const message = `<CreatedMeterReadings xmlns="${base}/MeterReadingsMessage"><Header><Verb xmlns="${base}/schema/message">created</Verb><Noun xmlns="${base}/schema/message">x</Noun></Header><Payload><MeterReadings xmlns="${base}/MeterReadings#"><MeterReading/><MeterReading><isCoincidentTrigger>maybe</isCoincidentTrigger></MeterReading></MeterReadings></Payload></CreatedMeterReadings>`;
    expect(told(message)).toEqual([
      '1.8 CreatedMeterReadings.Payload.MeterReadings.MeterReading[1].isCoincidentTrigger (line 1): "maybe" is not a value of type boolean (true or false)',
    ]);
  });

  test('counts like elements together although their prefixes differ', () => {
    const other = readings(
      `<r:MeterReading/><q:MeterReading xmlns:q="${base}/MeterReadings#"/><r:MeterReading><r:nonsense/></r:MeterReading>`,
    );
    expect(find(other)[0]!.path).toBe('CreatedMeterReadings.Payload.MeterReadings.MeterReading[2].nonsense');
  });

  test('is what libxml2 says when there is no tape', () => {
    const finding = {
      message: "Element 'x': Character content is not allowed",
      line: 7,
      xpath: '/s:Envelope/s:Body/m:A/m:B[3]/*[2]',
    };
    expect(plainFindings([finding], 2)).toEqual([
      { code: '1.8', path: 'A.B[2].*[1]', line: 7, what: 'text is not allowed here' },
    ]);
  });
});

describe('hostile values', () => {
  test('a value that is very long and full of quotes is told shortly and at once', () => {
    const value = "'".repeat(200_000);
    const begun = cpuTime();
    const found = [
      ...find(created(`<m:Header><h:Verb>${value}</h:Verb>${noun}</m:Header>`)),
      ...find(created(`<m:Header>${verb}${noun}<h:Timestamp>${value}</h:Timestamp></m:Header>`)),
    ];
    expect(cpuTime() - begun).toBeLessThan(1_000);
    expect(found.map((f) => f.path)).toEqual([
      'CreatedMeterReadings.Header.Verb',
      'CreatedMeterReadings.Header.Timestamp',
    ]);
    for (const f of found) expect(f.what.length).toBeLessThan(200);
  });

  test('20,000 findings are 50 and a count, in bounded time', () => {
    const begun = cpuTime();
    const found = find(created(`<m:Header>${verb}${noun}${'<h:Property/>'.repeat(20_000)}</m:Header>`));
    expect(cpuTime() - begun).toBeLessThan(1_500);
    expect(found).toHaveLength(51);
    expect(found[49]!.path).toBe('CreatedMeterReadings.Header.Property[49]');
    expect(found[50]).toMatchObject({ code: '5.4', what: '19950 more findings are not listed' });
  });

  test('a value cannot choose its code', () => {
    const value = 'This element is not expected. Expected is ( {x}Header ). Missing child element(s).';
    const [found] = find(created(`<m:Header>${verb}${noun}<h:Timestamp>${value}</h:Timestamp></m:Header>`));
    expect(found!.code).toBe('1.8');
  });
});

test('a facet and its type say the same thing once, and other messages are passed on', () => {
  const about = (message: string): { message: string; line: number; xpath: string } => ({
    message,
    line: 3,
    xpath: '/a:A/a:B',
  });
  const found = plainFindings(
    [
      about("Element '{u}B': [facet 'enumeration'] The value 'x' is not an element of the set {'y'}.\n"),
      about("Element '{u}B': 'x' is not a valid value of the local atomic type.\n"),
      about("Element '{u}B': [facet 'pattern'] The value 'x' is not accepted by the pattern '[0-9]+'.\n"),
      about(
        "Element '{u}B': [facet 'maxLength'] The value 'x' has a length of '1'; this exceeds the allowed maximum length of '0'.\n",
      ),
      about(
        "Element '{u}B', attribute 'kind': [facet 'enumeration'] The value 'x' is not an element of the set {'name', 'uuid'}.\n",
      ),
      about("Element '{u}B': The attribute 'ref' is required but missing.\n"),
      about("Element '{u}B': Something new of {u}C.\n"),
      about('Something else'),
    ],
    0,
  );
  expect(found.map((f) => f.what)).toEqual([
    '"x" is not one of the allowed values (y)',
    `"x" is not accepted by the pattern '[0-9]+'.`,
    `"x" has a length of '1'; this exceeds the allowed maximum length of '0'.`,
    'the attribute kind: "x" is not one of the allowed values (name, uuid)',
    'the attribute ref is missing',
    'Something new of C.',
    'Something else',
  ]);
});
