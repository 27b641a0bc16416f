/** Whose a certificate is, and which of them are believed. */
import { X509Certificate } from 'node:crypto';
import { certificates, type CertificateMatch, type Signers } from '../../../src/security/certificates.js';
import { certificateParts } from '../../../src/security/certificate-parts.js';
import { alternativeNames, distinguishedName } from '../../../src/security/distinguished-name.js';
import { revocationListsIn, standing } from '../../../src/security/revocation-list.js';
import { labCertificates, type Lab } from '../../support/lab-certificates.js';

const day = 86_400_000;
let lab: Lab;
const certificate = (name: string): X509Certificate => new X509Certificate(lab.text(`${name}.pem`));
beforeAll(() => {
  lab = labCertificates();
});
afterAll(() => lab.remove());

const ask = (match: CertificateMatch, signers?: Signers, now = Date.now()) =>
  certificates([{ identity: { name: 'owner', roles: ['R'] }, match }], signers, () => now);
const trusting = (lists = false): Signers => {
  const authorities = [certificate('ca')];
  return { authorities, revocations: lists ? revocationListsIn(lab.text('crl.pem'), authorities) : [] };
};

test.each<[string, () => CertificateMatch]>([
  ['its subject', () => ({ subject: 'CN=cis,O=Lab' })],
  ['its subject the other way round, with spaces', () => ({ subject: 'o = Lab, cn=cis' })],
  ['its fingerprint', () => ({ fingerprint256: certificate('cis').fingerprint256 })],
  [
    'its fingerprint in small letters',
    () => ({ fingerprint256: certificate('cis').fingerprint256.replaceAll(':', '').toLowerCase() }),
  ],
  ['itself', () => ({ certificate: certificate('cis') })],
])('a certificate is known by %s', (_, match) => {
  expect(ask(match()).ofCertificate(certificate('cis'))).toEqual({
    caller: { principal: 'owner', roles: ['R'], method: 'certificate' },
  });
  expect(ask(match()).ofCertificate(certificate('oms'))).toMatchObject({ refused: '7.4' });
});

test('a certificate is known by a further name', () => {
  const match = { subjectAltName: 'DNS:localhost' };
  expect(ask(match).ofCertificate(certificate('server'))).toHaveProperty('caller');
  expect(ask({ subjectAltName: 'DNS:local' }).ofCertificate(certificate('server'))).toMatchObject({ refused: '7.4' });
});

test('a certificate of two principals is nobody’s', () => {
  const both = ['a', 'b'].map((name) => ({ name, roles: [] }));
  const matches = [{ subject: 'CN=cis,O=Lab' }, { fingerprint256: certificate('cis').fingerprint256 }];
  const owners = both.map((identity, at) => ({ identity, match: matches[at]! }));
  expect(certificates(owners, undefined, Date.now).ofCertificate(certificate('cis'))).toMatchObject({ refused: '7.4' });
});

test.each<[string, () => readonly CertificateMatch[]]>([
  ['one subject, written in two ways', () => [{ subject: 'CN=cis,O=Lab' }, { subject: 'o = Lab, cn = cis' }]],
  [
    'a certificate, and its fingerprint',
    () => [{ certificate: certificate('cis') }, { fingerprint256: certificate('cis').fingerprint256.toLowerCase() }],
  ],
  ['one further name', () => [{ subjectAltName: 'DNS:a.example' }, { subjectAltName: 'DNS:a.example' }]],
])('two principals cannot be known by %s', (_, matches) => {
  const owners = matches().map((match, at) => ({ identity: { name: `p${at}`, roles: [] }, match }));
  expect(() => certificates(owners, undefined, Date.now)).toThrow(/^p0 and p1 are known by the same certificates: /);
  const one = owners.map(({ match }) => ({ identity: owners[0]!.identity, match }));
  expect(certificates(one, undefined, Date.now)).toBeDefined();
});

test.each([
  ['has expired', 500 * day],
  ['does not hold yet', -day],
])('a certificate that %s is not taken', (what, later) => {
  const verdict = ask({ subject: 'CN=cis,O=Lab' }, undefined, Date.now() + later).ofCertificate(certificate('cis'));
  expect(verdict).toEqual({ refused: '7.4', why: `the certificate ${what}` });
});

describe('of a signature', () => {
  const signer = { subject: 'CN=signer,O=Lab' };

  test('the certificate is believed when an authority has issued it', () => {
    expect(ask(signer, trusting()).ofSignature(certificate('signer'))).toMatchObject({
      caller: { method: 'signature' },
    });
    expect(ask(signer, trusting(true)).ofSignature(certificate('signer'))).toHaveProperty('caller');
    expect(ask(signer).ofSignature(certificate('signer'))).toMatchObject({ refused: '7.4' });
    const others = { authorities: [certificate('cis')], revocations: [] };
    expect(ask(signer, others).ofSignature(certificate('signer'))).toMatchObject({ refused: '7.4' });
  });

  test('one that is revoked is not; without a list that still holds nobody knows', () => {
    const revoked = { subject: 'CN=revoked,O=Lab' };
    expect(ask(revoked, trusting(true)).ofSignature(certificate('revoked'))).toMatchObject({
      ...{ refused: '7.4', why: 'the certificate is revoked' },
    });
    const later = Date.now() + 40 * day;
    expect(ask(signer, trusting(true), later).ofSignature(certificate('signer'))).toMatchObject({ refused: '7.1' });
  });

  test.each([
    ['RSA of 1024 bits', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:1024'], '7.3'],
    ['a curve of 192 bits', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-192'], '7.3'],
    ['a key that is for something else', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'], '7.4'],
  ])('%s is not taken', (what, key, code) => {
    lab.openssl('genpkey', ...key, '-out', 'other.key');
    lab.openssl(
      'req',
      '-new',
      '-config',
      'openssl.cnf',
      '-key',
      'other.key',
      '-subj',
      '/O=Lab/CN=signer',
      '-out',
      'other.csr',
    );
    const extensions = what.startsWith('a key') ? 'authority' : 'signer';
    lab.openssl(
      ...`ca -batch -notext -config openssl.cnf -extensions ${extensions} -in other.csr -out other.pem -days 9`.split(
        ' ',
      ),
    );
    expect(ask(signer, trusting()).ofSignature(certificate('other'))).toMatchObject({ refused: code });
  });

  test('the certificate is found by what points at it, where the settings have it', () => {
    const own = certificate('signer');
    const all = ask({ certificate: own });
    const { keyIdentifier, thumbprint, serial } = certificateParts(own);
    const decimal = BigInt(`0x${serial}`).toString();
    for (const key of [
      { kind: 'subjectKeyIdentifier', value: keyIdentifier },
      { kind: 'thumbprintSha1', value: thumbprint },
      { kind: 'issuerSerial', value: `CN=Lab authority,O=Lab|${decimal}` },
      { kind: 'issuerSerial', value: `O=Lab, CN=Lab authority|${decimal}` },
    ] as const)
      expect(all.certificateBy(key)?.fingerprint256).toBe(own.fingerprint256);
    for (const value of [`CN=other|${decimal}`, 'CN=Lab authority,O=Lab|1', 'nonsense', ''])
      expect(all.certificateBy({ kind: 'issuerSerial', value })).toBeUndefined();
    expect(
      ask({ subject: 'CN=signer,O=Lab' }).certificateBy({ kind: 'thumbprintSha1', value: thumbprint }),
    ).toBeUndefined();
  });
});

describe('a revocation list', () => {
  test('of somebody else is not taken', () => {
    expect(() => revocationListsIn(lab.text('crl.pem'), [certificate('cis')])).toThrow(
      'none of the authorities has signed it',
    );
  });

  test('that was changed never says something else', () => {
    const own = revocationListsIn(lab.text('crl.pem'), [certificate('ca')]);
    const [head = '', ...body] = lab.text('crl.pem').trim().split('\n');
    const bytes = Buffer.from(body.slice(0, -1).join(''), 'base64');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = changed[at]! ^ 0x01;
      const text = `${head}\n${changed.toString('base64')}\n${body.at(-1)}\n`;
      let lists: readonly unknown[] = own;
      try {
        lists = revocationListsIn(text, [certificate('ca')]);
      } catch (error) {
        expect((error as Error).message).toMatch(/^a revocation list in it cannot be used: /);
      }
      expect(lists).toEqual(own);
    }
  });

  test('says nothing of certificates of others', () => {
    const lists = revocationListsIn(lab.text('crl.pem'), [certificate('ca')]);
    const other = new X509Certificate(Buffer.from(lab.text('ca.pem').replace(/-----[^-]+-----|\s/g, ''), 'base64'));
    expect(standing(other, lists, Date.now())).toBe('good');
    expect(standing(certificate('revoked'), lists, Date.now())).toBe('revoked');
    expect(standing(certificate('cis'), [{ ...lists[0]!, issuer: 'other' }], Date.now())).toBe('unknown');
  });
});

test.each([
  ['DNS:a.example, URI:urn:x:y, IP Address:127.0.0.1', ['DNS:a.example', 'URI:urn:x:y', 'IP Address:127.0.0.1']],
  ['DNS:"a, DNS:b", email:c@d.example', ['DNS:a, DNS:b', 'email:c@d.example']],
  [undefined, []],
])('%j holds the names %j', (text, names) => {
  expect(alternativeNames(text)).toEqual(names);
});

test.each([
  ['CN=a,O=b', 'O=b\nCN=a', true],
  ['CN=a, O=b', 'cn = a,o=b', true],
  ['CN=a\\,O=b', 'CN=a,O=b', false],
  ['CN=a,O=b', 'CN=A,O=b', false],
  ['CN=a,OU=c,O=b', 'CN=a,O=b,OU=c', false],
  ['O=b\nCN=a\u00a0', 'CN=a,O=b', false],
  ['O=b\nCN=\ufeffa', 'CN=a,O=b', false],
  ['O=b\nCN=a\u2028', 'CN=a,O=b', false],
])('%j and %j are the same name: %s', (one, other, same) => {
  expect(distinguishedName(one) === distinguishedName(other)).toBe(same);
});
