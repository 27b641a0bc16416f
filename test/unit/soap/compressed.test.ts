/** Compressed payloads: read as if they stood there, or refused with a reason and in bounded memory. */
import { gzipSync } from 'node:zlib';
import { Validators } from '../../../src/contract/validator.js';
import { TooMuchHere } from '../../../src/soap/compressed.js';
import { SoapFault } from '../../../src/soap/fault.js';
import { MessageReader } from '../../../src/soap/read.js';
import { envelope, limits, mediaOf, request, wsdl } from './messages.js';

const reader = new MessageReader(new Validators(wsdl), limits);

const meters = (inside = '<Meter><mRID>m-1</mRID></Meter>'): string =>
  `<MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#">${inside}</MeterConfig>`;
const packed = (content: string | Buffer): string => gzipSync(content).toString('base64');
const compressed = (content: string | Buffer): string => `<m:Compressed>${packed(content)}</m:Compressed>`;
const empty = '<MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#"/>';

const asked = (payload: string) =>
  request(
    envelope(
      `<m:CreateMeterConfig xmlns:m="http://iec.ch/TC57/2011/MeterConfigMessage" xmlns:h="http://iec.ch/TC57/2011/schema/message">` +
        `<m:Header><h:Verb>create</h:Verb><h:Noun>MeterConfig</h:Noun><h:MessageID>m</h:MessageID></m:Header>` +
        `<m:Payload>${payload}</m:Payload></m:CreateMeterConfig>`,
    ),
    { contentType: mediaOf['1.1'], soapAction: undefined, service: undefined },
  );
const read = (payload: string) => reader.read(asked(payload)).message.Payload;

function refusal(payload: string): SoapFault {
  try {
    reader.read(asked(payload));
  } catch (error) {
    if (error instanceof SoapFault) return error;
    throw error;
  }
  throw new Error('not refused');
}

const plain = { MeterConfig: { Meter: [{ mRID: 'm-1' }] } };

const forms: readonly (readonly [string, string])[] = [
  ['alone', compressed(meters())],
  ['behind an empty element of its noun', empty + compressed(meters())],
  [
    'behind an element of its noun that is opened and closed',
    `${empty.replace('/>', '>')} </MeterConfig>${compressed(meters())}`,
  ],
  ['with its Format', `${compressed(meters())}<m:Format>xml</m:Format>`],
  ['with an XML declaration', compressed(`<?xml version="1.0" encoding="UTF-8"?>\n${meters()}\n`)],
  [
    'with comments',
    compressed(`<!-- before -->${meters('<!-- in --><Meter><mRID>m-1</mRID></Meter>')}<!-- behind -->`),
  ],
  ['in UTF-16', compressed(Buffer.from(`\ufeff${meters()}`, 'utf16le'))],
  ['in lines', `<m:Compressed>\n${packed(meters()).replace(/.{20}/g, '$&\r\n  ')}\n</m:Compressed>`],
  ['in a CDATA section', `<m:Compressed><![CDATA[${packed(meters())}]]></m:Compressed>`],
];
test.each(forms)('%s it is the payload', (_, payload) => {
  expect(read(payload)).toMatchObject(plain);
  expect(read(payload)).toMatchObject({ Compressed: undefined });
});

test('the digest is that of the content: compressed otherwise it is the same message', () => {
  const once = reader.read(
    asked(`<m:Compressed>${gzipSync(meters(), { level: 1 }).toString('base64')}</m:Compressed>`),
  );
  const again = reader.read(
    asked(`<m:Compressed>${gzipSync(meters(), { level: 9 }).toString('base64')}</m:Compressed>`),
  );
  expect(again.digest).toBe(once.digest);
  expect(reader.read(asked(compressed(meters('<Meter><mRID>m-2</mRID></Meter>')))).digest).not.toBe(once.digest);
});

const closing = `${meters()}</m:Payload><m:Payload>`;
const wrong: readonly (readonly [string, string, RegExp])[] = [
  ['no base64', '<m:Compressed>rubbish!</m:Compressed>', /it is not base64/],
  ['no base64 of whole bytes', '<m:Compressed>H4sIA</m:Compressed>', /it is not base64/],
  ['nothing', '<m:Compressed/>', /it is not base64/],
  ['no gzip', `<m:Compressed>${Buffer.from('rubbish').toString('base64')}</m:Compressed>`, /it is not gzip/],
  [
    'half a gzip',
    `<m:Compressed>${gzipSync(meters()).subarray(0, 40).toString('base64')}</m:Compressed>`,
    /it is not gzip/,
  ],
  ['a bomb by ratio', compressed(Buffer.alloc(900_000, 0x20)), /expands more than 100 times/],
  [
    'another format',
    `${compressed(meters())}<m:Format>RDF</m:Format>`,
    /its Format is RDF, and only XML is understood/,
  ],
  ['another payload beside it', meters() + compressed(meters()), /another payload beside it/],
  ['an operation set beside it', `${empty}<m:OperationSet/>${compressed(meters())}`, /another payload beside it/],
  [
    'another noun',
    compressed('<UsagePointConfig xmlns="http://iec.ch/TC57/2011/UsagePointConfig#"/>'),
    /content is UsagePointConfig and must be MeterConfig/,
  ],
  ['two root elements', compressed(meters() + meters()), /more than one root element/],
  ['text', compressed('hello'), /no XML document with one root element/],
  ['what closes the payload around it', compressed(closing), /message|root element|not expected/],
  ['what is not well-formed', compressed('<MeterConfig>'), /well-formed|tag/],
  ['a document type', compressed(`<!DOCTYPE MeterConfig [<!ENTITY a "b">]>${meters()}`), /document type|DOCTYPE/i],
  [
    'what its profile does not allow',
    compressed(meters('<Meter><colour>red</colour></Meter>')),
    /Payload\.MeterConfig\.Meter\.colour/,
  ],
  [
    'an element that is deeper than allowed',
    compressed(meters('<a>'.repeat(300) + '</a>'.repeat(300))),
    /deep|inside each other/i,
  ],
  ['no text', compressed(Buffer.from([0x3c, 0xff, 0xfe, 0x3e])), /its content: .*UTF-8/],
];
test.each(wrong)('%s is refused', (_, payload, reason) => {
  const fault = refusal(payload);
  expect(fault.code).toBe('Client');
  expect(
    `${fault.reason} ${fault.findings.map(({ path = '', details = '' }) => `${path} ${details}`).join(' ')}`,
  ).toMatch(reason);
});

test('an incompressible payload above the limit is refused by its size', () => {
  const small = new MessageReader(new Validators(wsdl), { ...limits, inflatedBody: 500 });
  const names = `<Names><name>${'abcdefghij'.repeat(60)}</name></Names>`;
  expect(() => small.read(asked(compressed(meters(`<Meter>${names}</Meter>`))))).toThrow(/larger than 500 bytes/);
});

test('what is too much for this thread is left to another one', () => {
  const names = Array.from({ length: 100 }, (_, at) => `<Meter><mRID>m-${at}-${at ** 7}</mRID></Meter>`).join('');
  expect(() => reader.read(asked(compressed(meters(names))), 1_000)).toThrow(TooMuchHere);
  expect(reader.read(asked(compressed(meters(names))), 100_000).message.Payload).toMatchObject({ MeterConfig: {} });
});

test('a message that only names it somewhere is read as it is', () => {
  expect(read(meters('<Meter><mRID>Compressed</mRID></Meter>'))).toMatchObject({
    MeterConfig: { Meter: [{ mRID: 'Compressed' }] },
  });
});
