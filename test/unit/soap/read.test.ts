import { cpuTime } from '../contract/cpu-time.js';
import { Validators } from '../../../src/contract/validator.js';
import { SoapFault } from '../../../src/soap/fault.js';
import { MessageReader } from '../../../src/soap/read.js';
import { mediaType, type SoapRequest } from '../../../src/soap/request.js';
import {
  base,
  envelope,
  event,
  eventAction,
  invalidEvent,
  limits,
  mediaOf,
  namespaces,
  request,
  wsdl,
} from './messages.js';

const reader = new MessageReader(new Validators(wsdl), limits);

function refusal(r: SoapRequest): SoapFault {
  try {
    reader.read(r);
  } catch (error) {
    if (error instanceof SoapFault) return error;
    throw error;
  }
  throw new Error('not refused');
}

const versions = ['1.1', '1.2'] as const;

describe.each(versions)('a SOAP %s envelope', (version) => {
  const media = { contentType: mediaOf[version] };
  const read = (header: string): string =>
    reader.read(request(envelope(event(), version, header), media)).operation.name;

  test('is read, and the message in it', () => {
    const { operation, message, ...found } = reader.read(request(envelope(event(), version), media));
    expect(found.version).toBe(version);
    expect(operation.name).toBe('CreatedMeterReadings');
    expect(message.Header.CorrelationID).toBe('c-1');
  });

  test.each([
    ['without declaration of a charset', version === '1.1' ? 'text/xml' : 'application/soap+xml'],
    ['with a quoted charset', `${mediaOf[version].split(';')[0]}; charset="UTF-8"`],
    ['without a space', mediaOf[version].replace(' ', '')],
    ['in capitals', mediaOf[version].toUpperCase()],
  ])('is read when its media type comes %s', (_, contentType) => {
    expect(reader.read(request(envelope(event(), version), { contentType })).version).toBe(version);
  });

  test('is answered in its own version whatever the media type says', () => {
    const other = version === '1.1' ? '1.2' : '1.1';
    expect(reader.read(request(envelope(event(), version), { contentType: mediaOf[other] })).version).toBe(version);
    expect(refusal(request(envelope(invalidEvent, version), { contentType: mediaOf[other] })).version).toBe(version);
  });

  test('may have its namespace as default, an empty Header, comments and white space', () => {
    const text = `<?xml version="1.0"?><!-- a -->\n<Envelope xmlns="${namespaces[version]}">\n<Header/>\n<!-- b --><Body>\n${event()}\n</Body>\n</Envelope>\n<!-- c -->`;
    expect(reader.read(request(text, media)).operation.name).toBe('CreatedMeterReadings');
  });

  const role = version === '1.1' ? 'actor' : 'role';
  const next = version === '1.1' ? 'http://schemas.xmlsoap.org/soap/actor/next' : `${namespaces['1.2']}/role/next`;
  test.each([
    ['must be understood', '<x:s xmlns:x="urn:x" e:mustUnderstand="1"/>'],
    ['must be understood, in a word', '<x:s xmlns:x="urn:x" e:mustUnderstand=" true "/>'],
    ['must be understood by the next', `<x:s xmlns:x="urn:x" e:mustUnderstand="1" e:${role}="${next}"/>`],
    [
      'must be understood, under another prefix',
      `<x:s xmlns:x="urn:x" xmlns:f="${namespaces[version]}" f:mustUnderstand="1"/>`,
    ],
    [
      'must be understood, behind others',
      '<x:a xmlns:x="urn:x"/><x:b xmlns:x="urn:x"><x:c/></x:b><x:s xmlns:x="urn:x" e:mustUnderstand="1"/>',
    ],
    [
      'must be understood, beside a value like a declaration',
      `<x:s xmlns:x="urn:x" a=' xmlns:e="urn:other"' e:mustUnderstand="1"/>`,
    ],
    ['must be understood, spelt with references', '<x:s xmlns:x="urn:x" e:mustUnderstand="&#49;"/>'],
  ])('is refused when a header block %s', (_, block) => {
    const fault = refusal(request(envelope(event(), version, block), media));
    expect(fault.code).toBe('MustUnderstand');
    expect(fault.reason).toBe('the header block s must be understood and is not');
    expect(fault.version).toBe(version);
  });

  test.each([
    ['need not be understood', '<x:s xmlns:x="urn:x" e:mustUnderstand="0"/>'],
    ['is for somebody else', `<x:s xmlns:x="urn:x" e:mustUnderstand="1" e:${role}="urn:somebody"/>`],
    ['has the attribute in no namespace', '<x:s xmlns:x="urn:x" mustUnderstand="1"/>'],
    ['has the attribute in another namespace', '<x:s xmlns:x="urn:x" x:mustUnderstand="1"/>'],
    ['has a child that must', '<x:s xmlns:x="urn:x"><x:t e:mustUnderstand="1"/></x:s>'],
  ])('is read when a header block %s', (_, block) => {
    expect(read(block)).toBe('CreatedMeterReadings');
  });

  test('with 20,000 header blocks is read in reasonable time', () => {
    const begun = cpuTime();
    expect(read('<x:s xmlns:x="u" e:mustUnderstand="0"/>'.repeat(20_000))).toBe('CreatedMeterReadings');
    expect(cpuTime() - begun).toBeLessThan(1_500);
  });

  test.each([
    ['no Body', `<e:Envelope xmlns:e="${namespaces[version]}"/>`, 'the envelope has no Body'],
    [
      'a Body of another namespace',
      `<e:Envelope xmlns:e="${namespaces[version]}"><Body>${event()}</Body></e:Envelope>`,
      'the envelope has no Body',
    ],
    ['an empty Body', envelope('', version), 'the Body is empty: it must hold one message'],
    ['only white space in the Body', envelope(' \n<!-- x -->', version), 'the Body is empty: it must hold one message'],
    ['two messages', envelope(event() + event(), version), 'the Body holds several elements: it must hold one message'],
    [
      'two Bodies',
      envelope(`${event()}</e:Body><e:Body>${event()}`, version),
      'nothing may follow the Body, but Body does',
    ],
    [
      'a Header behind the Body',
      envelope(`${event()}</e:Body><e:Header></e:Header><e:Body>`, version),
      'nothing may follow the Body, but Header does',
    ],
    ['two Headers', envelope(event(), version, '</e:Header><e:Header>'), 'the envelope has no Body'],
    ['another root', event(), 'the document is no SOAP envelope: its root element is CreatedMeterReadings'],
  ])('with %s is refused', (_, text, reason) => {
    const fault = refusal(request(text, media));
    expect([fault.code, fault.reason, fault.version]).toEqual(['Client', reason, version]);
  });
});

test('an envelope of an unknown namespace is a VersionMismatch, in the version of the media type', () => {
  for (const version of versions) {
    const text = envelope(event()).replace(namespaces['1.1'], 'http://example.org/soap-3.0');
    const fault = refusal(request(text, { contentType: mediaOf[version] }));
    expect([fault.code, fault.version]).toEqual(['VersionMismatch', version]);
  }
});

describe('what is not well-formed is told with its line', () => {
  test.each([
    ['junk behind the end', `${envelope(event())}junk`, /Extra content|not well-formed/],
    ['a second root', `${envelope(event())}<a/>`, /Extra content/],
    ['a cut document', envelope(event()).slice(0, -5), /line 1/],
    ['a wrong end tag', envelope(event()).replace('</e:Body>', '</e:body>'), /mismatch/],
    ['an unknown entity', envelope(event()).replace('>c-1<', '>&nbsp;<'), /nbsp/],
    ['an undeclared prefix', envelope(event()).replace('xmlns:h=', 'xmlns:i='), /prefix h/],
    ['a doubled attribute', envelope(event()).replace('ref="', 'ref="x" ref="'), /redefined/],
    ['a control character', envelope(event()).replace('>c-1<', '>\u0001<'), /line 1/],
    ['nothing but space', '  \n ', /line/],
    ['no XML at all', 'hello', /line 1/],
  ])('%s', (_, text, said) => {
    const fault = refusal(request(text));
    expect(fault.code).toBe('Client');
    expect(fault.reason).toMatch(/^the body is not well-formed XML: .+ \(line \d+\)$/);
    expect(fault.reason).toMatch(said);
  });

  test('an empty body', () => {
    expect(refusal(request('')).reason).toBe('the request has no body; POST a SOAP envelope');
  });
});

describe('the SOAPAction', () => {
  test.each([undefined, '', '""', `"${eventAction}"`, eventAction, ` "${eventAction}" `])(
    '%j is taken',
    (soapAction) => {
      expect(reader.read(request(envelope(event()), { soapAction })).operation.name).toBe('CreatedMeterReadings');
    },
  );

  test.each(['"urn:other"', 'urn:other', `"${base}/MeterReadings/DeletedMeterReadings"`, "''"])(
    '%j disagrees',
    (soapAction) => {
      const fault = refusal(request(envelope(event()), { soapAction }));
      expect(fault.code).toBe('Client');
      expect(fault.reason).toContain('disagrees with the message CreatedMeterReadings');
      expect(fault.findings).toEqual([{ code: '2.9', details: `SOAPAction must be "${eventAction}" or empty` }]);
    },
  );

  test('is a parameter of the media type in SOAP 1.2', () => {
    const contentType = (action: string): string => `${mediaOf['1.2']}; action="${action}"`;
    const text = envelope(event(), '1.2');
    expect(reader.read(request(text, { contentType: contentType(eventAction) })).version).toBe('1.2');
    expect(refusal(request(text, { contentType: contentType('urn:other') })).reason).toContain('disagrees');
  });
});

describe('the operation', () => {
  test.each(['SendMeterReadings', 'ReceiveMeterReadings', 'ReplyMeterReadings', undefined])(
    'is offered by %s',
    (service) => {
      expect(reader.read(request(envelope(event()), { service })).operation.name).toBe('CreatedMeterReadings');
    },
  );

  test('is refused by a service that does not offer it', () => {
    const fault = refusal(request(envelope(event()), { service: 'GetMeterReadings' }));
    expect(fault.reason).toBe(
      'the service GetMeterReadings does not offer CreatedMeterReadings; it offers GetMeterReadings. CreatedMeterReadings belongs to SendMeterReadings, ReceiveMeterReadings, ReplyMeterReadings',
    );
    expect(fault.findings[0]!.code).toBe('2.9');
  });

  test('is unknown, and a known namespace is hinted at', () => {
    expect(refusal(request(envelope('<a/>'))).reason).toBe('no operation has the message {}a');
    const wrong = event().replace(`xmlns:m="${base}/MeterReadingsMessage"`, 'xmlns:m="urn:mine"');
    expect(refusal(request(envelope(wrong))).reason).toBe(
      `no operation has the message {urn:mine}CreatedMeterReadings; CreatedMeterReadings is known in the namespace ${base}/MeterReadingsMessage`,
    );
  });

  test('may be a response, which must be valid like any other message', () => {
    const response = event().replaceAll('CreatedMeterReadings', 'MeterReadingsResponseMessage');
    expect(refusal(request(envelope(response))).reason).toContain('Payload is not expected here; expected is Reply');
  });
});

describe('the media type', () => {
  test.each(['application/json', 'application/xml', 'multipart/related; type="text/xml"', 'text/plain', 'text/xml2'])(
    '%s is refused with 415',
    (contentType) => {
      const fault = refusal(request(envelope(event()), { contentType }));
      expect([fault.code, fault.status]).toEqual(['Client', 415]);
    },
  );

  test('may be absent', () => {
    expect(mediaType(undefined)).toEqual({ version: '1.1', charset: undefined, action: undefined });
    expect(reader.read(request(envelope(event()), { contentType: undefined })).version).toBe('1.1');
  });

  test('with an encoding nobody reads is refused with 415, with broken bytes it is not', () => {
    expect(refusal(request(envelope(event()), { contentType: 'text/xml; charset=iso-8859-1' })).status).toBe(415);
    expect(refusal(request(new Uint8Array([0x3c, 0xff, 0xff]))).status).toBeUndefined();
  });
});

describe('names that every object has', () => {
  const evil = '<h:Property><h:Name>__proto__</h:Name><h:Value>x</h:Value></h:Property>';
  test('stay harmless in values, foreign elements, attributes and prefixes', () => {
    const header = `<m:Header><h:Verb>created</h:Verb><h:Noun>__proto__</h:Noun>${evil}<__proto__:__proto__ xmlns:__proto__="urn:x" __proto__="y" constructor="z"><obj>1</obj></__proto__:__proto__></m:Header>`;
    const { message } = reader.read(request(envelope(event(1, header))));
    expect(message.Header.Property).toEqual([{ Name: '__proto__', Value: 'x' }]);
    expect(message.Header.any?.[0]).toMatchObject({ name: '__proto__', namespace: 'urn:x' });
    expect(Object.getPrototypeOf(message)).toBe(Object.prototype);
  });

  test.each([
    ['an element', event().replace('<r:MeterReading>', '<r:__proto__><r:obj/></r:__proto__><r:MeterReading>')],
    ['an attribute', event().replace('<r:MeterReading>', '<r:MeterReading id="__proto__">')],
    ['an attribute of this name', event().replace('<r:MeterReading>', '<r:MeterReading __proto__="x">')],
    ['the message', `<__proto__ xmlns="${base}/MeterReadingsMessage"/>`],
    ['the message, as a constructor', '<constructor/>'],
  ])('are refused as %s of the payload', (_, message) => {
    expect(refusal(request(envelope(message))).code).toBe('Client');
  });

  afterAll(() => {
    expect(({} as Record<string, unknown>)['obj']).toBeUndefined();
    expect(({} as Record<string, unknown>)['id']).toBeUndefined();
  });
});

test('200,000 levels are refused in less than a second', () => {
  const begun = cpuTime();
  const fault = refusal(request(envelope('<a>'.repeat(200_000) + '</a>'.repeat(200_000))));
  expect(cpuTime() - begun).toBeLessThan(1_000);
  expect(fault.reason).toBe('elements are nested deeper than 64 (line 1)');
});

test('a DOCTYPE is refused with its line', () => {
  expect(refusal(request(`<?xml version="1.0"?>\n\n<!DOCTYPE a [<!ENTITY b "c">]>\n${envelope(event())}`)).reason).toBe(
    'a document type declaration (DOCTYPE) is never accepted (line 3)',
  );
});
