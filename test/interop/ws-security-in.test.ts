/** Messages that others have signed: the `soap` package, xmlsec1, Java. None of their canonical forms is ours. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Entrance } from '../../src/message/caller.js';
import type { Call } from '../../src/message/call.js';
import { replyTo } from '../../src/message/replies.js';
import { soapClient, type SoapTarget } from '../../src/soap/client.js';
import { soapEndpoint, type SoapAnswer } from '../../src/soap/endpoint.js';
import type { OutgoingAuth } from '../../src/soap/outgoing-security.js';
import { envelopeNamespaces } from '../../src/soap/envelope.js';
import { ds, exclusive, wsse, wsu } from '../../src/soap/ws-security/vocabulary.js';
import { knownPrincipals, rememberedNonces } from '../support/known-principals.js';
import { needs } from '../support/needs.js';
import { receiver } from '../support/receiver.js';
import { algorithms, signerOf } from '../support/signed-message.js';
import { event, eventAction, limits, request, wsdl } from '../unit/soap/messages.js';

const signer = signerOf('signer');
const maker = { source: 'test', messageId: () => 'm-1', now: () => 0, successCode: true };
const calls: Call[] = [];
const refusals: string[] = [];
const endpoint = soapEndpoint(
  async (message, call) => {
    calls.push(call);
    return replyTo(message, call.operation.noun, { result: 'OK' }, maker);
  },
  {
    ...{ wsdl, limits, largeBody: 262_144, threads: 1, queue: 10, replies: maker },
    proofs: {
      principals: knownPrincipals({
        users: { ems: 'open <sesame> & "more"' },
        certificates: { ems: signer.certificate, crew: signerOf('signer-ec').certificate },
      }),
      nonces: rememberedNonces(),
      window: { past: 300_000, future: 60_000 },
      refused: ({ why }) => void refusals.push(why),
    },
  },
);
const entrance: Entrance = { listener: 'main', accepts: ['usernameToken', 'signature'], encrypted: true };

afterAll(() => endpoint.close());
beforeEach(() => {
  calls.length = 0;
  refusals.length = 0;
});

function asked(body: string, contentType?: string): Promise<SoapAnswer> {
  const context = { requestId: 'r-1', receivedAt: Date.now(), entrance };
  return endpoint.answer(request(body, contentType === undefined ? {} : { contentType }), context);
}

/** With comments, references and white space that canonical forms must agree about. */
const message = event(3)
  .replace('c-1', 'c&#45;1 &lt;ä&gt; &amp; &#xD; \r\n "\'')
  .replace('<m:Payload>', '<!-- a comment -->\r\n\t<m:Payload >')
  .replaceAll(' ref="0.0.0"', " ref = '0.0.0' ");

describe('the soap package', () => {
  const password = 'open <sesame> & "more"';
  const signature = { key: signer.key, certificate: signer.certificate };
  const cases: [string, OutgoingAuth, string][] = [
    ['a password', { usernameToken: { user: 'ems', password } }, 'usernameToken'],
    ['a digest', { usernameToken: { user: 'ems', password, digest: true } }, 'usernameToken'],
    ['a signature', { signature }, 'signature'],
  ];
  describe.each(['1.1', '1.2'] as const)('in SOAP %s', (soap) => {
    test.each(cases)('is understood when it sends %s', async (_, auth, method) => {
      const there = await receiver((received, response) => {
        void asked(received.body, received.headers['content-type']).then(({ status, contentType, body }) =>
          response.writeHead(status, { 'Content-Type': contentType }).end(body),
        );
      });
      const target: SoapTarget = {
        url: there.url,
        connections: 1,
        allowNetworks: ['127.0.0.0/8'],
        tls: {},
        soap,
        auth,
      };
      const client = await soapClient(target);
      try {
        const answer = await client.call({ action: eventAction, xml: message });
        expect([answer.status, refusals]).toEqual([200, []]);
        expect(calls[0]?.caller).toMatchObject({ principal: 'ems', method });
        const again = await asked(there.received[0]!.body, there.received[0]!.headers['content-type']);
        expect(again.body.includes('>7.4<')).toBe(method === 'signature' || auth.usernameToken?.digest === true);
      } finally {
        client.close();
        await there.close();
      }
    });
  });
});

/** Waits for a signature over Body and Timestamp. */
function unsigned(signature: string): string {
  const now = Date.now() - Math.floor(Math.random() * 1_000);
  const time = (ms: number): string => new Date(now + ms).toISOString();
  return (
    `<soap:Envelope xmlns:soap="${envelopeNamespaces['1.1']}"><soap:Header>` +
    `<wsse:Security soap:mustUnderstand="1" xmlns:wsse="${wsse}" xmlns:wsu="${wsu}">` +
    `<wsu:Timestamp wsu:Id="TS-1"><wsu:Created>${time(0)}</wsu:Created><wsu:Expires>${time(60_000)}</wsu:Expires></wsu:Timestamp>` +
    `${signature}</wsse:Security></soap:Header><soap:Body xmlns:wsu="${wsu}" xmlns:unused="urn:unused" wsu:Id="id-1">${message}</soap:Body></soap:Envelope>`
  );
}

const certificate = (name: string, kind: 'key' | 'pem'): string =>
  fileURLToPath(new URL(`../support/certificates/${name}.${kind}`, import.meta.url));

const ways: [string, string, string, string, string][] = [
  ['RSA and SHA-256', 'signer', algorithms.rsaSha256, algorithms.sha256, ''],
  ['RSA and SHA-512', 'signer', algorithms.rsaSha512, algorithms.sha512, ''],
  ['ECDSA and SHA-384', 'signer-ec', algorithms.ecdsaSha384, algorithms.sha384, ''],
  ['inclusive prefixes', 'signer', algorithms.rsaSha256, algorithms.sha256, 'soap unused #default'],
];

const hasXmlsec = spawnSync('xmlsec1', ['--version']).status === 0;
const hasJava = spawnSync('java', ['--version']).status === 0;

describe('xmlsec1', () => {
  for (const [what, name, method, digest, prefixes] of ways)
    needs('xmlsec1', hasXmlsec)(`is believed with ${what}, and nobody else under its signature`, async () => {
      const list =
        prefixes === '' ? '/>' : `><ec:InclusiveNamespaces xmlns:ec="${exclusive}" PrefixList="${prefixes}"/>`;
      const transform = `<Transform Algorithm="${exclusive}"${list}${prefixes === '' ? '' : '</Transform>'}`;
      const references = ['id-1', 'TS-1'].map(
        (id) =>
          `<Reference URI="#${id}"><Transforms>${transform}</Transforms><DigestMethod Algorithm="${digest}"/><DigestValue/></Reference>`,
      );
      const template =
        `<Signature xmlns="${ds}"><SignedInfo><CanonicalizationMethod Algorithm="${exclusive}"/>` +
        `<SignatureMethod Algorithm="${method}"/>${references.join('\n')}</SignedInfo>` +
        '<SignatureValue/><KeyInfo><X509Data/></KeyInfo></Signature>';
      const folder = mkdtempSync(join(tmpdir(), 'signing-'));
      try {
        writeFileSync(join(folder, 'message.xml'), unsigned(template));
        const ids = [`${envelopeNamespaces['1.1']}:Body`, `${wsu}:Timestamp`].flatMap((one) => ['--id-attr:Id', one]);
        const key = `${certificate(name, 'key')},${certificate(name, 'pem')}`;
        const signed = execFileSync('xmlsec1', ['--sign', '--privkey-pem', key, ...ids, join(folder, 'message.xml')], {
          encoding: 'utf8',
        });
        await expectBelieved(signed, name);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });
});

describe('Java', () => {
  for (const [what, name, method, digest, prefixes] of ways)
    needs('java', hasJava)(`is believed with ${what}, and nobody else under its signature`, async () => {
      const source = fileURLToPath(new URL('./sign-message.java', import.meta.url));
      const args = [source, certificate(name, 'key'), certificate(name, 'pem'), method, digest, prefixes];
      const signed = execFileSync('java', args, { input: unsigned(''), encoding: 'utf8' });
      await expectBelieved(signed, name);
    });
});

async function expectBelieved(signed: string, name: string): Promise<void> {
  expect(signed).toContain('SignatureValue');
  const touched = await asked(signed.replace(/(value>)1</, '$12<'));
  expect([touched.body.includes('>7.4<'), calls.length]).toEqual([true, 0]);
  refusals.length = 0;
  const { status } = await asked(signed);
  expect([status, refusals]).toEqual([200, []]);
  expect(calls[0]?.caller).toMatchObject({ principal: name === 'signer' ? 'ems' : 'crew', method: 'signature' });
  const again = await asked(signed);
  expect([again.body.includes('>7.4<'), calls.length]).toEqual([true, 1]);
}
