/**
 * `node bench/signature.mjs`: what it costs to find out that a message of 1.8 kB was signed by whom it says (RSA-2048, Body and Timestamp),
 * beside the package that the `soap` package signs with, on the same bytes; and what a message costs with its proof and without.
 * CPU time of this process in turns, of each task its cheapest round. Needs `npm run build`.
 */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DOMParser } from '@xmldom/xmldom';
import { WSSecurityCert } from 'soap';
import { SignedXml } from 'xml-crypto';
import { createEndDeviceControls } from './messages.mjs';
import { short } from './report.mjs';

const built = (path) => import(new URL(`../dist/${path}`, import.meta.url));
const certificates = new URL('../test/support/certificates/', import.meta.url);
const [key, pem] = ['signer.key', 'signer.pem'].map((name) => readFileSync(new URL(name, certificates), 'utf8'));
const ds = 'http://www.w3.org/2000/09/xmldsig#';

/** The same message as `soap` signs it, and without a Security header. */
const plain = createEndDeviceControls();
const headed = plain.replace('<soap:Body>', '<soap:Header></soap:Header><soap:Body>');
const signed = new WSSecurityCert(key, pem, '', { hasTimeStamp: true }).postProcess(headed, 'soap');

const certificate = new X509Certificate(pem);
const principals = {
  ofSignature: () => ({ caller: { principal: 'ems', roles: [], method: 'signature' } }),
  certificateBy: () => certificate,
};
const replies = { source: 'bench', messageId: () => 'm-1', now: () => 0, successCode: true };
const limits = {
  ...{
    depth: 64,
    attributes: 64,
    attributeValue: 65_536,
    name: 1_024,
    text: 1_048_576,
    nodes: 500_000,
    children: 50_000,
  },
  ...{ inflatedBody: 33_554_432, inflationRatio: 100 },
};

const { soapEndpoint } = await built('soap/endpoint.js');
const { Scanner } = await built('contract/scan.js');
const { heardProofs } = await built('soap/ws-security/heard-proofs.js');
const { checkSignedBy, signerOf } = await built('soap/ws-security/signed-by.js');
const { replyTo } = await built('message/replies.js');

const endpoint = soapEndpoint(
  async (message, call) => replyTo(message, call.operation.noun, { result: 'OK' }, replies),
  {
    ...{
      wsdl: fileURLToPath(new URL('../wsdl', import.meta.url)),
      limits,
      largeBody: 262_144,
      threads: 1,
      queue: 10,
      replies,
    },
    proofs: { principals, nonces: { use: async () => 'fresh' }, window: { past: 300_000, future: 60_000 } },
  },
);
const entrance = { listener: 'bench', accepts: ['signature'], encrypted: false };
const caller = { principal: 'ems', roles: [], method: 'certificate' };
const ask = async (text, through) => {
  const request = {
    body: Buffer.from(text),
    contentType: 'text/xml; charset=utf-8',
    soapAction: undefined,
    service: undefined,
  };
  const { status, body } = await endpoint.answer(request, {
    requestId: 'r',
    receivedAt: Date.now(),
    entrance: through,
  });
  if (status !== 200) throw new Error(body);
};

const scanner = new Scanner(limits);
const tasks = {
  'this gateway: scan, canonical XML, digests, signature': () => {
    const proofs = heardProofs(scanner.scan(signed), { version: '1.1' });
    if (proofs.refused) throw new Error(proofs.refused.why);
    checkSignedBy(signerOf(proofs.signature, principals), proofs.signature);
  },
  'xml-crypto: parse, canonical XML, digests, signature': () => {
    const document = new DOMParser().parseFromString(signed, 'text/xml');
    const one = new SignedXml({ publicCert: pem, idMode: 'wssecurity' });
    one.loadSignature(document.getElementsByTagNameNS(ds, 'Signature')[0]);
    if (!one.checkSignature(signed)) throw new Error('xml-crypto does not believe it');
  },
  'endpoint, signed message': () => ask(signed, entrance),
  'endpoint, the same without a Security header': () => ask(plain, { ...entrance, caller }),
};

const [rounds, each] = [15, 300];
const times = new Map(Object.keys(tasks).map((name) => [name, []]));
for (let round = 0; round < rounds; round++)
  for (const [name, task] of Object.entries(tasks)) {
    const begun = process.cpuUsage();
    for (let n = 0; n < each; n++) await task();
    const { user, system } = process.cpuUsage(begun);
    times.get(name).push((user + system) / 1_000 / each);
  }
const [ours, theirs, proved, unproved] = [...times.values()].map((all) => Math.min(...all));
for (const [name, all] of times) console.log(`${short(Math.min(...all))} ms  ${name}`);
console.log(
  `${short(ours / theirs)} of the time of xml-crypto; ${signed.length} bytes with the signature, ${plain.length} without`,
);
console.log(
  `${short(proved / unproved)} times a message without a proof; the proof takes ${short(proved - unproved)} ms`,
);
await endpoint.close();
