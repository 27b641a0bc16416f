/** Bodies that are no XML, no envelope, or no valid message. */
import { gzipSync } from 'node:zlib';
import { fault, request, type Group } from './hostile-case.js';
import { createMeter, getHeader, getMeters, goodHeader, goodMeter, soap12 } from './messages.js';

const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const meter = (content: string): string => `<obj:Meter>${content}</obj:Meter>`;

const notXml: Group = [
  'not XML',
  [
    fault('nothing', () => '', /has no body/),
    fault('blanks', () => ' \r\n\t ', /no element|Document is empty|Start tag/),
    fault('a word', () => 'hello', /well-formed|no element/),
    fault('JSON', () => '{"Header":{"Verb":"create"}}', /well-formed|no element/),
    fault('HTML', () => '<html><body><p>hello<br></body></html>', /well-formed|no SOAP envelope/),
    fault('a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /UTF-8/),
    fault('gzip that does not say so', () => gzipSync(createMeter()), /UTF-8|well-formed/),
    fault('200 kB of 0xFF', () => Buffer.alloc(200_000, 0xff), /UTF-16|UTF-8/),
    fault('200 kB of "<"', () => '<'.repeat(200_000)),
    fault('"<>"', () => '<>'),
    fault('only an XML declaration', () => '<?xml version="1.0"?>', /no element|well-formed/),
    fault('an XML declaration without end', () => '<?xml version="1.0"'),
    fault('XML 1.1', () => createMeter({ before: '<?xml version="1.1"?>', header: '<msg:Verb/>' })),
    fault('only a comment', () => '<!-- nothing -->'),
    fault('a form', () => 'a=b&c=%3Csoap%3E'),
  ],
];

const wrongEnvelope: Group = [
  'wrong envelope',
  [
    fault('foreign namespace', () => createMeter({ soap: 'urn:not-soap' }), /VersionMismatch[^]*neither SOAP 1\.1 nor/),
    fault('no namespace', () => '<Envelope><Body><x/></Body></Envelope>', /VersionMismatch/),
    fault('a message without envelope', () => '<CreateMeterConfig xmlns="urn:x"/>', /no SOAP envelope/),
    fault('in lower case', () => createMeter().replaceAll('soap:Envelope', 'soap:envelope'), /no SOAP envelope/),
    fault('no Body', () => createMeter().replace(/<soap:Body>.*<\/soap:Body>/, ''), /no Body/),
    fault('an empty Body', () => createMeter().replace(/(<soap:Body>).*(<\/soap:Body>)/, '$1$2'), /empty/),
    fault('a Body of text', () => createMeter().replace(/(<soap:Body>).*(<\/soap:Body>)/, '$1hello$2'), /empty/),
    fault('two Bodies', () => createMeter({ afterBody: '<soap:Body/>' }), /nothing may follow the Body/),
    fault('something behind the Body', () => createMeter({ afterBody: '<x xmlns="urn:x"/>' }), /nothing may follow/),
    fault('Header behind the Body', () => createMeter({ afterBody: '<soap:Header/>' }), /nothing may follow/),
    fault('two Headers', () => createMeter({ blocks: '<soap:Header/><soap:Header/>' }), /no Body/),
    fault('two messages', () => createMeter({ inBody: '<x xmlns="urn:x"/>' }), /several elements/),
    fault('the same message twice', () => {
      const whole = createMeter();
      const message = /<m:CreateMeterConfig.*<\/m:CreateMeterConfig>/.exec(whole)![0];
      return whole.replace(message, message + message);
    }),
    request(
      'an envelope in an envelope',
      400,
      () => ({ body: `<e:Envelope xmlns:e="${soap12}"><e:Body>${createMeter()}</e:Body></e:Envelope>` }),
      /no operation/,
    ),
    fault(
      'a fault',
      () => createMeter().replace(/(<soap:Body>).*(<\/soap:Body>)/, '$1<soap:Fault/>$2'),
      /no operation/,
    ),
    fault('an unknown message', () => createMeter().replaceAll('CreateMeterConfig', 'BurnMeterConfig'), /no operation/),
    fault(
      'a response',
      () => createMeter().replaceAll('CreateMeterConfig', 'MeterConfigResponseMessage'),
      /Payload is not expected here; expected is Reply/,
    ),
    fault(
      'a message of another namespace',
      () => createMeter().replace('2011/MeterConfigMessage', '2099/MeterConfigMessage'),
      /is known in the namespace/,
    ),
    fault('two roots', () => createMeter() + createMeter()),
    fault('text behind the end', () => createMeter({ after: 'junk' })),
    fault('an element behind the end', () => createMeter({ after: '<junk/>' })),
    fault('a NUL behind the end', () => createMeter({ after: '\0' })),
    fault('text before the beginning', () => createMeter({ before: 'junk' })),
    fault('blanks before the XML declaration', () => createMeter({ before: ' <?xml version="1.0"?>' })),
    fault('two XML declarations', () => createMeter({ before: '<?xml version="1.0"?><?xml version="1.0"?>' })),
    fault('two byte order marks', () => `\ufeff\ufeff${createMeter()}`),
  ],
];

const notValid: Group = [
  'not valid',
  [
    fault('no Verb', () => createMeter({ header: '<msg:Noun>MeterConfig</msg:Noun>' }), /1\.5[^]*Verb|Verb[^]*1\.5/),
    fault('no Noun', () => createMeter({ header: '<msg:Verb>create</msg:Verb>' }), /Noun/),
    fault('no Header at all', () => createMeter().replace(/<m:Header>.*<\/m:Header>/, ''), /Header/),
    fault('a Verb that is none', () => createMeter({ header: goodHeader.replace('create', 'smash') }), /smash/),
    fault('an empty Verb', () => createMeter({ header: goodHeader.replace('create', '') })),
    fault('a Verb of 200 kB', () => createMeter({ header: goodHeader.replace('create', 'c'.repeat(200_000)) })),
    fault(
      'a Verb in another namespace',
      () => createMeter({ header: goodHeader.replaceAll('msg:Verb', 'obj:Verb') }),
      /namespace/,
    ),
    fault('a Verb in no namespace', () => createMeter({ header: goodHeader.replaceAll('msg:Verb', 'Verb') })),
    fault('Noun before Verb', () =>
      createMeter({ header: '<msg:Noun>MeterConfig</msg:Noun><msg:Verb>create</msg:Verb>' }),
    ),
    fault('two Verbs', () => createMeter({ header: `<msg:Verb>create</msg:Verb>${goodHeader}` })),
    fault('an unknown element in the Header', () => createMeter({ header: `${goodHeader}<msg:Bomb/>` }), /Bomb/),
    fault('an unknown element in a meter', () => createMeter({ payload: meter('<obj:bomb/>') }), /bomb/),
    fault('an unknown attribute', () => createMeter({ payload: '<obj:Meter bomb="1"/>' }), /bomb/),
    fault('text between elements', () => createMeter({ payload: `${goodMeter}junk` }), /text is not allowed/),
    fault('an element in a text', () => createMeter({ payload: meter('<obj:mRID>a<b/>c</obj:mRID>') })),
    fault(
      '30 February',
      () =>
        createMeter({
          header: goodHeader.replace(
            '<msg:MessageID>',
            '<msg:Timestamp>2026-02-30T00:00:00Z</msg:Timestamp><msg:MessageID>',
          ),
        }),
      /2026-02-30/,
    ),
    fault(
      'a number in hexadecimal',
      () => createMeter({ payload: meter('<obj:timeZoneOffset>0x10</obj:timeZoneOffset>') }),
      /0x10/,
    ),
    request(
      'no Payload',
      200,
      () => ({ body: createMeter().replace(/<m:Payload>.*<\/m:Payload>/, '') }),
      /FAILED[^]*1\.7/,
    ),
    fault('the Payload of another noun', () => createMeter().replaceAll('obj:MeterConfig', 'obj:EndDeviceConfig')),
    fault('a second payload of another noun', () =>
      createMeter()
        .replace('</m:Payload>', '<y xmlns="urn:y"/></m:Payload>')
        .replace('<m:Payload>', '<m:Payload><z xmlns=""/>'),
    ),
    fault('xsi:type of an unknown type', () => createMeter({ payload: `<obj:Meter ${xsi} xsi:type="obj:Bomb"/>` })),
    fault('xsi:type of a type that does not fit', () =>
      createMeter({ payload: `<obj:Meter ${xsi} xsi:type="obj:Name"/>` }),
    ),
    fault('xsi:type of anyType', () =>
      createMeter({
        payload: `<obj:Meter ${xsi} xmlns:xs="http://www.w3.org/2001/XMLSchema" xsi:type="xs:anyType"><bomb/></obj:Meter>`,
      }),
    ),
    fault('xsi:type with an undeclared prefix', () =>
      createMeter({ payload: `<obj:Meter ${xsi} xsi:type="nope:Meter"/>` }),
    ),
    fault('xsi:nil', () => createMeter({ payload: `<obj:Meter ${xsi} xsi:nil="true"/>` })),
    fault('xsi:nil in the Header', () =>
      createMeter({ header: goodHeader.replace('<msg:Verb>create', `<msg:Verb ${xsi} xsi:nil="true">`) }),
    ),
    fault(
      '20,000 mistakes',
      () => createMeter({ payload: meter('<obj:Names/>'.repeat(20_000)) }),
      /more findings are not listed|and \d+ more/,
    ),
    fault(
      '60,000 wrong attributes',
      () => createMeter({ payload: '<obj:Meter a="" b="" c=""/>'.repeat(20_000) }),
      /not allowed here/,
    ),
  ],
];

const prototypes: Group = [
  'names of JavaScript',
  [
    fault(
      'id="__proto__" in the Header',
      () => createMeter({ header: goodHeader.replace('<msg:Verb>', '<msg:Verb id="__proto__">') }),
      /id is not allowed/,
    ),
    fault('id="__proto__" at the message', () => createMeter({ message: 'id="__proto__"' }), /id is not allowed/),
    fault('id and href', () => createMeter({ payload: '<obj:Meter id="__proto__"/><obj:Meter href="#__proto__"/>' })),
    ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'].flatMap((name) => [
      fault(`an element ${name} in the Header`, () =>
        createMeter({ header: `${goodHeader}<msg:${name}>1</msg:${name}>` }),
      ),
      fault(`an element ${name} in a meter`, () =>
        createMeter({ payload: meter(`<obj:${name}><obj:x/></obj:${name}>`) }),
      ),
      fault(`a message ${name}`, () => createMeter().replaceAll('CreateMeterConfig', name), /no operation/),
      request(
        `a namespace ${name}`,
        200,
        () => ({ body: getMeters({ header: `${getHeader}<x xmlns="${name}"/>` }) }),
        /OK/,
      ),
      request(`a service ${name}`, 404, () => ({ path: `/soap/${name}`, body: createMeter() }), /no service/),
      request(`a content encoding ${name}`, 415, () => ({
        headers: { 'Content-Encoding': name },
        body: createMeter(),
      })),
      request(`a charset ${name}`, 415, () => ({
        headers: { 'Content-Type': `text/xml; charset=${name}` },
        body: createMeter(),
      })),
      request(`a media type ${name}`, 415, () => ({ headers: { 'Content-Type': name }, body: createMeter() })),
      request(`a schema ${name}`, 404, () => ({
        method: 'GET',
        path: `/soap/ExecuteMeterConfig?xsd=${name}`,
        headers: { 'Content-Length': null },
      })),
    ]),
    request(
      'a prefix __proto__',
      200,
      () => ({ body: getMeters({ header: `${getHeader}<__proto__:x xmlns:__proto__="urn:x"/>` }) }),
      /OK/,
    ),
    request('headers of such names', 500, () => ({
      headers: { __proto__x: '1', ['__proto__']: 'x', constructor: 'x', SOAPAction: '"__proto__"' },
      body: createMeter(),
    })),
  ],
];

/** Every so many characters a document that ends there. */
const truncated: Group = [
  'truncated',
  Array.from({ length: 40 }, (_, i) => {
    const whole = createMeter({ before: '<?xml version="1.0" encoding="UTF-8"?>' });
    const at = Math.floor(((i + 0.5) * whole.length) / 40);
    return fault(`after ${at} characters`, () => whole.slice(0, at));
  }),
];

export const documents: readonly Group[] = [notXml, wrongEnvelope, notValid, prototypes, truncated];
