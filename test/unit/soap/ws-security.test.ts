/** Proofs in messages: what is taken for one, and everything that is not. */
import { createHash, X509Certificate } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Entrance } from '../../../src/message/caller.js';
import type { Call, Dispatch } from '../../../src/message/call.js';
import { replyTo } from '../../../src/message/replies.js';
import { soapEndpoint, type EndpointSettings, type SoapAnswer, type SoapEndpoint } from '../../../src/soap/endpoint.js';
import type { RefusedSender } from '../../../src/soap/ws-security/sender.js';
import type { SoapRequest } from '../../../src/soap/request.js';
import { keyIdentifierOf, knownPrincipals, rememberedNonces } from '../../support/known-principals.js';
import {
  algorithms,
  derOf,
  digestToken,
  secured,
  signerOf,
  tapeOf,
  textToken,
  timestampOf,
  toToken,
  tokenOf,
  type Secured,
  type Signing,
} from '../../support/signed-message.js';
import { checkAnswer } from '../../support/soap-check.js';
import { base, envelope, event, invalidEvent, limits, mediaOf, request, wsdl } from './messages.js';

const now = Date.UTC(2026, 10, 22, 8);
const at = (seconds: number): string => new Date(now + seconds * 1_000).toISOString();
const maker = { source: 'test', messageId: () => 'm-1', now: () => now, successCode: true };

const signer = signerOf('signer');
const signerEc = signerOf('signer-ec');
const stranger = signerOf('stranger');
const weakSigner = signerOf('signer-weak');

const principals = knownPrincipals({
  users: { ems: 'open sesame', oms: 'other' },
  certificates: {
    ems: signer.certificate,
    crew: signerEc.certificate,
    weak: weakSigner.certificate,
    stranger: stranger.certificate,
  },
});

const calls: Call[] = [];
const refusals: RefusedSender[] = [];
const dispatch: Dispatch = async (message, call) => {
  calls.push(call);
  return replyTo(message, call.operation.noun, { result: 'OK' }, maker);
};

const endpoints: SoapEndpoint[] = [];
function endpointOf(changed: Partial<EndpointSettings> = {}): SoapEndpoint {
  const endpoint = soapEndpoint(dispatch, {
    wsdl,
    limits,
    largeBody: 262_144,
    threads: 1,
    queue: 10,
    replies: maker,
    proofs: {
      principals,
      nonces: rememberedNonces(),
      window: { past: 300_000, future: 60_000 },
      refused: (facts) => void refusals.push(facts),
    },
    ...changed,
  });
  endpoints.push(endpoint);
  return endpoint;
}

const endpoint = endpointOf();
/** Reads everything in the thread. */
const threaded = endpointOf({ largeBody: 0 });

afterAll(() => Promise.all(endpoints.map((e) => e.close())));

const both: Entrance = { listener: 'main', accepts: ['usernameToken', 'signature'], encrypted: true };

async function ask(
  body: string | Buffer,
  {
    entrance = both,
    through = endpoint,
    ...changed
  }: Partial<SoapRequest> & { entrance?: Entrance; through?: SoapEndpoint } = {},
): Promise<SoapAnswer & { readonly call: Call | undefined }> {
  calls.length = 0;
  refusals.length = 0;
  const answer = await through.answer(request(body, changed), { requestId: 'r-1', receivedAt: now, entrance });
  checkAnswer(answer.status, answer.contentType, answer.body);
  return { ...answer, call: calls[0] };
}

let counted = 0;
/** Signed anew each time: no two are the same. */
const signed = (changed: Partial<Secured> & { readonly signing?: Partial<Signing> } = {}): string => {
  const { signing, ...rest } = changed;
  return secured({
    message: event(),
    timestamp: timestampOf(new Date(now - ++counted).toISOString(), at(60)),
    signature: { by: signer, ...signing },
    ...rest,
  });
};

describe.each(['1.1', '1.2'] as const)('in SOAP %s', (version) => {
  const contentType = mediaOf[version];
  const inVersion = { version, message: event() };

  test.each<[string, () => string, string, string]>([
    ['a password', () => secured({ ...inVersion, token: textToken('ems', 'open sesame') }), 'ems', 'usernameToken'],
    [
      'a digest',
      () => secured({ ...inVersion, token: digestToken('ems', 'open sesame', at(-10)) }),
      'ems',
      'usernameToken',
    ],
    [
      'a digest beside a Timestamp',
      () =>
        secured({
          ...inVersion,
          timestamp: timestampOf(at(-1), at(60)),
          token: digestToken('ems', 'open sesame', at(-10)),
        }),
      'ems',
      'usernameToken',
    ],
    ['an RSA signature', () => signed({ version }), 'ems', 'signature'],
    [
      'an ECDSA signature',
      () => signed({ version, signing: { by: signerEc, method: algorithms.ecdsaSha256 } }),
      'crew',
      'signature',
    ],
  ])('%s shows who sends the message', async (_, body, principal, method) => {
    const { status, call } = await ask(body(), { contentType });
    expect(status).toBe(200);
    expect(call).toMatchObject({ principal, caller: { principal, method } });
  });

  test('nothing at all is refused', async () => {
    const { body, call } = await ask(envelope(event(), version), { contentType });
    expect(call).toBeUndefined();
    expect(body).toContain('>7.2<');
  });
});

test.each<[string, Partial<Signing>]>([
  ['SHA-384', { method: algorithms.rsaSha384, digest: algorithms.sha384 }],
  ['SHA-512', { method: algorithms.rsaSha512, digest: algorithms.sha512 }],
  ['RSA-PSS', { method: algorithms.pssSha256 }],
  ['ECDSA with SHA-384', { by: signerEc, method: algorithms.ecdsaSha384 }],
  ['InclusiveNamespaces', { prefixes: ['soap', 'wsu', '#default', 'nobody'] }],
  [
    'the transform that takes the signature out',
    {
      transforms: `<ds:Transform Algorithm="${algorithms.enveloped}"/><ds:Transform Algorithm="${algorithms.exclusive}"/>`,
    },
  ],
  [
    'a certificate in X509Data',
    { keyInfo: `<ds:X509Data><ds:X509Certificate>${derOf(signer)}</ds:X509Certificate></ds:X509Data>` },
  ],
  ['a certificate known by its key identifier', { keyInfo: pointerTo('subjectKeyIdentifier') }],
  ['a certificate known by its thumbprint', { keyInfo: pointerTo('thumbprintSha1') }],
  ['a certificate known by issuer and number', { keyInfo: pointerTo('issuerSerial') }],
  ['the token signed too', { over: ['body', 'ts', 'cert'] }],
])('a signature with %s is taken', async (_, signing) => {
  const { status, call, body } = await ask(signed({ signing }));
  expect([status, status === 200 ? '' : body]).toEqual([200, '']);
  expect(call?.caller?.method).toBe('signature');
});

function pointerTo(kind: 'subjectKeyIdentifier' | 'thumbprintSha1' | 'issuerSerial'): string {
  const profile = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0';
  const certificate = new X509Certificate(signer.certificate);
  if (kind === 'issuerSerial')
    return `<wsse:SecurityTokenReference><ds:X509Data><ds:X509IssuerSerial><ds:X509IssuerName>CN=signing authority,O=tests</ds:X509IssuerName><ds:X509SerialNumber>${BigInt(`0x${certificate.serialNumber}`)}</ds:X509SerialNumber></ds:X509IssuerSerial></ds:X509Data></wsse:SecurityTokenReference>`;
  const type =
    kind === 'thumbprintSha1'
      ? 'http://docs.oasis-open.org/wss/oasis-wss-soap-message-security-1.1#ThumbprintSHA1'
      : `${profile}#X509SubjectKeyIdentifier`;
  const value =
    kind === 'thumbprintSha1'
      ? createHash('sha1').update(certificate.raw).digest('base64')
      : keyIdentifierOf(certificate);
  return `<wsse:SecurityTokenReference><wsse:KeyIdentifier ValueType="${type}">${value}</wsse:KeyIdentifier></wsse:SecurityTokenReference>`;
}

describe('a message with a right signature', () => {
  test('and a token of the same principal that it covers is taken', async () => {
    const token = digestToken('ems', 'open sesame', at(-5));
    const { status, call } = await ask(signed({ token, signing: { over: ['body', 'ts', 'user'] } }));
    expect(status).toBe(200);
    expect(call?.caller).toMatchObject({ principal: 'ems', method: 'signature' });
  });

  test('may have a header block signed that is not understood', async () => {
    const blocks = '<x:trace xmlns:x="urn:x" wsu:Id="trace">1</x:trace>';
    expect((await ask(signed({ blocks, signing: { over: ['body', 'ts', 'trace'] } }))).status).toBe(200);
  });

  test('is read in the worker thread as well', async () => {
    const { status, call } = await ask(signed(), { through: threaded });
    expect(status).toBe(200);
    expect(call?.caller).toMatchObject({ principal: 'ems', method: 'signature' });
  });

  test('is refused in the worker thread when it was touched', async () => {
    const { body, call } = await ask(signed().replace('<r:value>1<', '<r:value>2<'), { through: threaded });
    expect(body).toContain('>7.4<');
    expect(call).toBeUndefined();
  });

  test('counts as the same message when it is sent again signed anew', async () => {
    const message = event(1, messageHeader('again'));
    const digests = [await ask(signed({ message })), await ask(signed({ message }))].map(({ call }) => call?.repeat);
    expect(digests[0]).toMatchObject({ principal: 'ems', messageId: 'again' });
    expect(digests[1]).toEqual(digests[0]);
  });

  test('is read though it has comments, sections and references in it', async () => {
    const message = event()
      .replace('<r:value>1<', '<!-- <r:value/> --><r:value><![CDATA[1]]><')
      .replace('c-1', 'c&#45;&lt;1&#xD;\r\n');
    const { status, body } = await ask(signed({ message }));
    expect([status, body]).toEqual([200, expect.anything()]);
  });

  test('has the whole name, whatever comments and sections are in it', async () => {
    const token = textToken('e<!-- x -->m<![CDATA[s]]>', 'open<!-- --> ses&#97;me');
    const { call } = await ask(signed({ token, signing: { over: ['body', 'ts', 'user'] } }));
    expect(call?.principal).toBe('ems');
  });

  test('may have prefixes declared around the Body that are not used in it', async () => {
    const body = signed().replace('<soap:Body ', '<soap:Body xmlns:r="urn:x" ');
    expect((await ask(body)).status).toBe(200);
  });

  test('may be in UTF-16', async () => {
    const body = Buffer.from(`\ufeff${signed({ message: event().replace('c-1', 'Zähler \u{1f600}') })}`, 'utf16le');
    expect((await ask(body)).status).toBe(200);
  });

  test('is known by principal to the entrance too', async () => {
    const caller = { principal: 'ems', roles: [], method: 'certificate' as const };
    expect((await ask(signed(), { entrance: { ...both, caller } })).status).toBe(200);
    const { body, call } = await ask(signed(), { entrance: { ...both, caller: { ...caller, principal: 'oms' } } });
    expect(body).toContain('>7.4<');
    expect(call).toBeUndefined();
  });
});

/** Every wrong message, its code, and a word of what the log is told. */
const wrong: [what: string, body: () => string, code: string, why: RegExp, entrance?: Entrance][] = [
  // tokens
  ['a wrong password', () => secured({ message: event(), token: textToken('ems', 'open') }), '7.4', /wrong password/],
  ['an unknown name', () => secured({ message: event(), token: textToken('nobody', 'open sesame') }), '7.4', /wrong password/],
  ['a wrong digest', () => secured({ message: event(), token: digestToken('ems', 'open', at(0)) }), '7.4', /wrong digest/],
  ['a digest without a nonce', () => secured({ message: event(), token: digestToken('ems', 'open sesame', at(0)).replace(/<wsse:Nonce>.*<\/wsse:Nonce>/, '') }), '7.3', /Nonce/],
  ['a digest without Created', () => secured({ message: event(), token: digestToken('ems', 'open sesame', at(0)).replace(/<wsu:Created>.*<\/wsu:Created>/, '') }), '7.3', /Created/],
  ['a short nonce', () => secured({ message: event(), token: digestToken('ems', 'open sesame', at(0), Buffer.alloc(8)) }), '7.3', /16 bytes/],
  ['a digest of yesterday', () => secured({ message: event(), token: digestToken('ems', 'open sesame', at(-86_400)) }), '7.4', /ms old/],
  ['a digest of tomorrow', () => secured({ message: event(), token: digestToken('ems', 'open sesame', at(86_400)) }), '7.4', /in the future/],
  ['a digest at a time without a zone', () => secured({ message: event(), token: digestToken('ems', 'open sesame', '2026-11-22T08:00:00') }), '7.4', /time zone/],
  ['a token without a password', () => secured({ message: event(), token: textToken('ems', '').replace(/<wsse:Password.*<\/wsse:Password>/, '') }), '7.3', /Password/],
  ['a password of another type', () => secured({ message: event(), token: textToken('ems', 'x').replace('#PasswordText', '#PasswordX') }), '7.3', /Type/],
  ['a token with more in it', () => secured({ message: event(), token: textToken('ems', 'open sesame', '<x/>') }), '7.4', /not understood/],
  ['two tokens', () => secured({ message: event(), token: textToken('ems', 'open sesame') + textToken('oms', 'other') }), '7.4', /more than one/],
  ['a token over a way that is not encrypted', () => secured({ message: event(), token: textToken('ems', 'open sesame') }), '7.6', /encrypted/, { ...both, encrypted: false }],
  ['a token where only signatures count', () => secured({ message: event(), token: textToken('ems', 'open sesame') }), '7.3', /takes no usernameToken/, { ...both, accepts: ['signature'] }],
  ['a signature where only tokens count', () => signed(), '7.3', /takes no signature/, { ...both, accepts: ['usernameToken'] }],
  ['a Security header with something unknown in it', () => secured({ message: event(), token: textToken('ems', 'open sesame'), parts: '<x:y xmlns:x="urn:x"/>' }), '7.4', /not understood/],
  ['a Security header with text in it', () => secured({ message: event(), token: textToken('ems', 'open sesame'), parts: 'text' }), '7.4', /text beside/],
  ['a Timestamp alone', () => secured({ message: event(), timestamp: timestampOf(at(0)) }), '7.2', /nothing was shown/],
  ['a token beside an expired Timestamp', () => secured({ message: event(), timestamp: timestampOf(at(-20), at(-10)), token: textToken('ems', 'open sesame') }), '7.4', /expired/],
  // what is signed, and with what
  ['a touched Body', () => signed().replace('<r:value>1<', '<r:value>2<'), '7.4', /Body is not what was signed/],
  ['a touched Timestamp', () => signed().replace(at(60), at(61)), '7.4', /Timestamp is not what was signed/],
  ['a touched SignedInfo', () => signed({ signing: { over: ['body', 'ts', 'cert'] } }).replace(/<ds:Reference URI="#cert">.*?<\/ds:Reference>/, ''), '7.4', /not of that key/],
  ['a touched SignatureValue', () => signed().replace(/<ds:SignatureValue>..../, '<ds:SignatureValue>AAAA'), '7.4', /not of that key/],
  ['a Body that is not signed', () => signed({ signing: { over: ['ts'] } }), '7.3', /does not cover the Body/],
  ['a Timestamp that is not signed', () => signed({ signing: { over: ['body'] } }), '7.3', /does not cover the Timestamp/],
  ['a token that is not signed', () => signed({ token: digestToken('ems', 'open sesame', at(0)) }), '7.3', /does not cover the UsernameToken/],
  ['a token of somebody else', () => signed({ token: digestToken('oms', 'other', at(0)), signing: { over: ['body', 'ts', 'user'] } }), '7.4', /is of ems, but usernameToken is of oms/],
  ['a signature without a Timestamp', () => signed({ timestamp: '', signing: { over: ['body'] } }), '7.4', /needs a Timestamp/],
  ['an expired Timestamp', () => signed({ timestamp: timestampOf(at(-20), at(-10)) }), '7.4', /expired/],
  ['a Timestamp of yesterday', () => signed({ timestamp: timestampOf(at(-86_400), at(60)) }), '7.4', /ms old/],
  ['a Timestamp of tomorrow', () => signed({ timestamp: timestampOf(at(3_600), at(7_200)) }), '7.4', /in the future/],
  ['two Timestamps', () => signed().replace('<wsu:Timestamp', `${timestampOf(at(0), at(600), 'other')}<wsu:Timestamp`), '7.4', /more than one Timestamp/],
  ['the certificate of another authority', () => signed({ signing: { by: stranger } }), '7.4', /not of our authority/],
  ['a key that is too short', () => signed({ signing: { by: weakSigner } }), '7.3', /2048/],
  ['the certificate of a stranger, whose key is not even asked', () => signed().replace(derOf(signer), derOf(stranger)), '7.4', /not of our authority/],
  ['a certificate of another kind of key', () => signed().replace(derOf(signer), derOf(signerEc)), '7.4', /does not go with/],
  ['a token that is no certificate', () => signed().replace(derOf(signer), 'AAAA'), '7.4', /no certificate/],
  ['a certificate nobody knows', () => signed({ signing: { keyInfo: pointerTo('subjectKeyIdentifier').replace(/>[^<]+<\/wsse:KeyIdentifier/, '>AAAA</wsse:KeyIdentifier') } }), '7.4', /not known here/],
  ['a key by its name', () => signed({ signing: { keyInfo: '<ds:KeyName>ems</ds:KeyName>' } }), '7.4', /KeyName/],
  ['a key that stands in the message', () => signed({ signing: { keyInfo: '<ds:KeyValue><ds:RSAKeyValue/></ds:KeyValue>' } }), '7.4', /KeyValue/],
  ['a PKCS#7 token', () => signed({ signing: { keyInfo: toToken }, parts: tokenOf(signer, 'urn:pkcs7') }), '7.3', /X509v3/],
  // algorithms
  ['RSA with SHA-1', () => signed({ signing: { method: algorithms.rsaSha1 } }), '7.3', /SignatureMethod/],
  ['SHA-1 digests', () => signed({ signing: { digest: algorithms.sha1 } }), '7.3', /DigestMethod/],
  ['HMAC with the public key as its secret', () => signed({ signing: { method: algorithms.hmacSha256 } }), '7.3', /SignatureMethod/],
  ['canonical XML with comments', () => signed({ signing: { transforms: `<ds:Transform Algorithm="${algorithms.exclusiveWithComments}"/>` } }), '7.3', /Transform/],
  ['inclusive canonical XML', () => signed({ signing: { canonicalization: `<ds:CanonicalizationMethod Algorithm="${algorithms.inclusive}"/>` } }), '7.3', /CanonicalizationMethod/],
  ['no Transform', () => signed({ signing: { transforms: '' } }), '7.3', /one Transform/],
  ['an XPath Transform', () => signed({ signing: { transforms: `<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>1</ds:XPath></ds:Transform><ds:Transform Algorithm="${algorithms.exclusive}"/>` } }), '7.3', /one Transform/],
  ['an XSLT Transform', () => signed({ signing: { transforms: '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xslt-19991116"/>' } }), '7.3', /Transform/],
  ['a length of the HMAC', () => signed({ signing: { change: (info) => info.replace(/(<ds:SignatureMethod [^>]*)\/>/, '$1><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>') } }), '7.4', /parameters/],
  // references
  ['a reference to the whole document', () => signed({ signing: { change: (info) => info.replace('#body', '') } }), '7.4', /URI such as #id/],
  ['a reference to the outside', () => signed({ signing: { change: (info) => info.replace('#body', 'http://127.0.0.1/') } }), '7.4', /URI such as #id/],
  ['a reference by xpointer', () => signed({ signing: { change: (info) => info.replace('#body', "#xpointer(id('body'))") } }), '7.4', /URI such as #id/],
  ['a reference to nothing', () => signed({ signing: { change: (info) => info.replace('#body', '#nothing') } }), '7.4', /none of what may be signed/],
  ['two references to the Body', () => signed({ signing: { over: ['body', 'ts', 'body'] } }), '7.4', /two References/],
  ['17 references', () => signed({ signing: { over: Array<string>(17).fill('body') } }), '7.4', /16 References/],
  ['no references', () => signed({ signing: { over: [] } }), '7.4', /16 References/],
  // wrapping
  ['the signed Body moved into a header block', () => moved('<x:wrapper xmlns:x="urn:x">', '</x:wrapper>', 'header'), '7.4', /none of what may be signed/],
  ['the signed Body as a header block', () => moved('', '', 'header'), '7.3', /does not cover the Body/],
  ['the signed Body moved into the Security header', () => moved('', '', 'security'), '7.4', /not understood/],
  ['the signed Body as header block, and its Id on the new one too', () => moved('', '', 'header', ' wsu:Id="body"'), '7.4', /more than once/],
  ['the signed Body in a wrapper, and its Id on the new one too', () => moved('<x:w xmlns:x="urn:x">', '</x:w>', 'header', ' wsu:Id="body"'), '7.4', /more than once/],
  ['the Id of the Body on a wrapper, by another attribute', () => moved('<x:w xmlns:x="urn:x">', '</x:w>', 'header', ' Id="body"'), '7.4', /more than once/],
  ['the Id of the Body written with a reference', () => moved('<x:w xmlns:x="urn:x">', '</x:w>', 'header', ' wsu:Id="bod&#121;"'), '7.4', /more than once/],
  ['the Id of the Body on an element of the message', () => signed({ message: event().replace('<m:Header>', '<m:Header ID="body">') }), 'invalid', /./],
  ['the signed Timestamp moved into a header block', () => movedTimestamp(), '7.4', /none of what may be signed/],
  ['the meaning of a prefix changed around the Body', () => signed({ message: event().replace(/ xmlns:r="[^"]*"/, ''), bodyAttributes: ` wsu:Id="body" xmlns:r="http://iec.ch/TC57/2011/MeterReadings#"` }).replace(/(<soap:Body[^>]*MeterReadings)#/, '$1X#'), 'invalid', /./],
  ['a signature of another message', () => signed().replace(/<ds:Signature>.*<\/ds:Signature>/, /<ds:Signature>.*<\/ds:Signature>/.exec(signed({ message: event(2) }))![0]), '7.4', /is not what was signed/],
  ['two signatures', () => signed().replace(/<ds:Signature>.*<\/ds:Signature>/, '$&$&'), '7.4', /more than one Signature/],
  ['an Object in the signature', () => signed().replace('</ds:Signature>', '<ds:Object Id="o"/></ds:Signature>'), '7.4', /not understood/],
  ['six tokens', () => signed({ parts: [1, 2, 3, 4, 5].map((n) => tokenOf(signer).replace('"cert"', `"c${n}"`)).join('') }), '7.4', /more than 5 tokens/],
]; // prettier-ignore

/** The signed Body put elsewhere, and another one in its place. */
function moved(before: string, behind: string, where: 'header' | 'security', attributes = ''): string {
  const document = signed();
  const body = /<soap:Body.*<\/soap:Body>/.exec(document)![0];
  const place = where === 'header' ? '</wsse:Security>' : '<ds:Signature>';
  const put = `${before}${body}${behind}`;
  return document
    .replace(body, `<soap:Body${attributes}>${event(2)}</soap:Body>`)
    .replace(place, where === 'header' ? `${place}${put}` : `${put}${place}`);
}

function movedTimestamp(): string {
  const document = signed();
  const stamp = /<wsu:Timestamp.*<\/wsu:Timestamp>/.exec(document)![0];
  return document
    .replace(stamp, timestampOf(at(0), at(600), 'fresh'))
    .replace('</wsse:Security>', `</wsse:Security><x:w xmlns:x="urn:x">${stamp}</x:w>`);
}

describe('is refused, and nothing is done', () => {
  test.each(wrong)('%s', async (_, body, code, why, entrance = both) => {
    const { status, body: told, call } = await ask(body(), { entrance });
    expect(call).toBeUndefined();
    expect(status).toBe(500);
    if (code === 'invalid') return;
    expect(told).toContain(`<msg:code>${code}</msg:code>`);
    expect(refusals).toEqual([expect.objectContaining({ requestId: 'r-1', listener: 'main', code })]);
    expect(refusals[0]!.why).toMatch(why);
    const next = await ask(signed());
    expect(next.status).toBe(200);
  });

  test('a message that is sent once more', async () => {
    const body = signed();
    expect((await ask(body)).status).toBe(200);
    const { body: told, call } = await ask(body);
    expect(call).toBeUndefined();
    expect(told).toContain('>7.4<');
    expect(refusals[0]!.why).toMatch(/used before/);
  });

  test('a digest that is used once more, in another message', async () => {
    const token = digestToken('ems', 'open sesame', at(0));
    expect((await ask(secured({ message: event(), token }))).status).toBe(200);
    expect((await ask(secured({ message: event(2), token }))).body).toContain('>7.4<');
  });

  test('a wrong digest does not use its nonce up', async () => {
    const nonce = Buffer.alloc(16, 7);
    expect((await ask(secured({ message: event(), token: digestToken('ems', 'open', at(0), nonce) }))).body).toContain(
      '>7.4<',
    );
    expect(
      (await ask(secured({ message: event(), token: digestToken('ems', 'open sesame', at(0), nonce) }))).status,
    ).toBe(200);
  });

  test('two Security headers for us', async () => {
    const { body, call } = await ask(signed().replace(/<wsse:Security .*<\/wsse:Security>/, '$&$&'));
    expect(call).toBeUndefined();
    expect(body).toContain('two Security header blocks');
  });

  test('a Security header for somebody else is no proof', async () => {
    const { body } = await ask(
      signed().replace('soap:mustUnderstand="1"', 'soap:actor="urn:other" soap:mustUnderstand="1"'),
    );
    expect(body).toContain('>7.2<');
  });

  test('another header block that must be understood', async () => {
    const blocks = '<x:y xmlns:x="urn:x" soap:mustUnderstand="1"/>';
    expect((await ask(signed({ blocks }))).body).toContain('faultcode>soap:MustUnderstand<');
  });

  test('an unknown name and a wrong password get the same answer', async () => {
    const unknown = await ask(secured({ message: event(), token: textToken('nobody', 'x') }));
    const wrongOne = await ask(secured({ message: event(), token: textToken('ems', 'x') }));
    expect(unknown.body).toBe(wrongOne.body);
    expect(unknown.body).toContain('Authentication failed.');
  });

  test('what breaks the schema is told before who sends it is asked', async () => {
    const { body } = await ask(
      signed({ message: invalidEvent }).replace('<ds:SignatureValue>', '<ds:SignatureValue>AAAA'),
    );
    expect(body).toContain('>1.8<');
    expect(refusals).toEqual([]);
  });
});

describe('when nothing more can be remembered', () => {
  test.each([
    ['the nonces are full', rememberedNonces(0)],
    ['the store does not answer', { use: async () => Promise.reject(new Error('locked')) }],
  ])('the sender is asked to come again: %s', async (_, nonces) => {
    const through = endpointOf({ proofs: { principals, nonces, window: { past: 300_000, future: 60_000 } } });
    const { status, body, call } = await ask(signed(), { through });
    expect(call).toBeUndefined();
    expect(status).toBe(503);
    expect(body).toContain('>7.1<');
    expect(body).not.toContain('locked');
  });
});

describe('a signed message in another way than the contract', () => {
  const msg = `xmlns:msg="${base}/schema/message"`;
  const meters = `<c:MeterConfig xmlns:c="${base}/MeterConfig#"><c:Meter><c:mRID>a</c:mRID></c:Meter></c:MeterConfig>`;
  const head =
    '<msg:Header><msg:Verb>create</msg:Verb><msg:Noun>MeterConfig</msg:Noun><msg:MessageID>m</msg:MessageID></msg:Header>';
  const packed = gzipSync(meters).toString('base64');

  const ways: [string, string][] = [
    ['bare', `<msg:RequestMessage ${msg}>${head}<msg:Payload>${meters}</msg:Payload></msg:RequestMessage>`],
    ['of another era', event().replaceAll('/2011/', '/2017/').replaceAll('/2011', '/2017')],
    [
      'with a compressed payload',
      `<m:CreateMeterConfig xmlns:m="${base}/MeterConfigMessage" ${msg}>${head.replaceAll('msg:Header', 'm:Header')}` +
        `<m:Payload><m:Compressed>${packed}</m:Compressed></m:Payload></m:CreateMeterConfig>`,
    ],
  ];
  describe.each([
    ['small', endpoint],
    ['in the worker thread', threaded],
  ])('%s', (_, through) => {
    test.each(ways)('%s is verified as it came', async (_, message) => {
      const { status, call, body } = await ask(signed({ message }), { through });
      expect([status, status === 200 ? '' : body]).toEqual([200, '']);
      expect(call?.principal).toBe('ems');
    });

    test.each(ways)('%s is refused when it was touched, and nothing is done', async (_, message) => {
      const touched = signed({ message }).replace('</soap:Body>', ' </soap:Body>');
      const { body, call } = await ask(touched, { through });
      expect(call).toBeUndefined();
      expect(body).toContain('>7.4<');
    });
  });
});

describe('a large signed message', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ws-security-'));
  const streams = endpointOf({ streaming: { folder, usual: 262_144 }, limits: { ...limits, inflatedBody: 3_000_000 } });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['whole', endpoint],
    ['where large ones are read part by part', streams],
  ])('is verified in the thread: %s', async (_, through) => {
    const body = signed({ message: event(8_000) });
    const { status, call } = await ask(body, { through });
    expect(status).toBe(200);
    expect(call?.principal).toBe('ems');
    const at = body.lastIndexOf('<r:value>1<');
    const touched = await ask(`${body.slice(0, at)}<r:value>2<${body.slice(at + 11)}`, { through });
    expect([touched.call, touched.body.includes('>7.4<')]).toEqual([undefined, true]);
  });

  /** A body in a file, as large ones come. */
  const spooled = async (body: string, entrance: Entrance): ReturnType<typeof ask> => {
    const path = join(folder, 'body.xml');
    writeFileSync(path, body);
    const file = openSync(path, 'r');
    try {
      return await ask('', { through: streams, entrance, spooled: { file, size: Buffer.byteLength(body) } });
    } finally {
      closeSync(file);
    }
  };

  test('that is larger than what is read whole is refused where only messages prove who sends them', async () => {
    for (const body of [envelope(event(30_000)), signed({ message: event(30_000) })]) {
      const { body: told, call } = await spooled(body, both);
      expect(call).toBeUndefined();
      expect(told).toContain('cannot show who sends it: show it by TLS or HTTP, or send smaller messages');
      expect(refusals).toEqual([expect.objectContaining({ code: '7.2' })]);
    }
  });

  test('that large is read where the way says who it is, unless it has a Security header', async () => {
    const caller = { principal: 'ems', roles: [], method: 'certificate' as const };
    const known: Entrance = { ...both, accepts: ['certificate', 'signature'], caller };
    const plain = await spooled(envelope(event(30_000)), known);
    expect([plain.status, plain.call?.principal]).toEqual([200, 'ems']);
    const { body, call } = await spooled(signed({ message: event(30_000) }), known);
    expect([call, body.includes('header blocks')]).toEqual([undefined, true]);
  });
});

describe('where nobody is asked', () => {
  const nobody: Entrance = { listener: 'main', accepts: [], encrypted: false };

  test('a Security header that must be understood stops the message', async () => {
    expect((await ask(signed(), { entrance: nobody })).body).toContain('faultcode>soap:MustUnderstand<');
  });

  test('any other is passed over', async () => {
    const { status, call } = await ask(signed({ mustUnderstand: false }), { entrance: nobody });
    expect(status).toBe(200);
    expect(call?.caller).toBeUndefined();
  });
});

test('where the way says who it is, the message need not', async () => {
  const caller = { principal: 'ems', roles: ['OPERATOR'], method: 'certificate' as const };
  const { call } = await ask(envelope(event()), { entrance: { ...both, accepts: ['certificate'], caller } });
  expect(call).toMatchObject({ principal: 'ems', caller });
});

test('messages with a plain Security header are proved by reading them', () => {
  expect(tapeOf(signed()).proved).toBe(true);
});

function messageHeader(id: string): string {
  return `<m:Header><h:Verb>created</h:Verb><h:Noun>MeterReadings</h:Noun><h:MessageID>${id}</h:MessageID></m:Header>`;
}
