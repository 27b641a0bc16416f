/** What a real receiver sees of a call: over HTTP and TLS, with credentials and signatures that others verify. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soapClient, Unsendable, type SoapClient, type SoapTarget } from '../../../src/soap/client.js';
import { needs } from '../../support/needs.js';
import { eventText } from '../../support/outbox-bench.js';
import { receiver, replyText, respond, type Receiver } from '../../support/receiver.js';

const pem = (file: string): string =>
  readFileSync(new URL(`../../support/certificates/${file}`, import.meta.url), 'utf8');
const message = { action: 'urn:action', xml: eventText('m-1', 'c-1') };
const delivered = { status: 200, answer: { kind: 'reply', result: 'OK' } };
const limits = { connect: 2_000, total: 5_000, answer: 65_536 };

let there: Receiver;
let client: SoapClient | undefined;

afterEach(async () => {
  client?.close();
  client = undefined;
  await there.close();
});

async function call(target: Partial<SoapTarget> = {}): ReturnType<SoapClient['call']> {
  const plain = { url: there.url, soap: '1.1', connections: 2, allowNetworks: [], auth: {}, tls: {} } as const;
  client = await soapClient({ ...plain, ...target }, limits);
  return client.call(message);
}

const seen = () => there.received[0]!;

test('SOAP 1.1 goes with a quoted SOAPAction, and the message as it is', async () => {
  there = await receiver();
  expect(await call()).toEqual(delivered);
  expect(seen().headers).toMatchObject({ 'content-type': 'text/xml; charset=utf-8', soapaction: '"urn:action"' });
  expect(seen().headers['content-length']).toBe(String(Buffer.byteLength(seen().body)));
  expect(seen().body).toContain(`<soap:Body>${message.xml}</soap:Body>`);
  expect(seen().body).toContain('xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"');
  expect(seen().body).not.toContain('cimgate');
});

test('SOAP 1.2 goes with its own media type, and the action in it', async () => {
  there = await receiver();
  expect(await call({ soap: '1.2' })).toEqual(delivered);
  expect(seen().headers['content-type']).toBe('application/soap+xml; charset=utf-8; action="urn:action"');
  expect(seen().headers['soapaction']).toBeUndefined();
  expect(seen().body).toContain('xmlns:soap="http://www.w3.org/2003/05/soap-envelope"');
});

test('text beyond ASCII arrives whole', async () => {
  there = await receiver();
  await call();
  await client?.call({ action: 'urn:action', xml: '<a xmlns="urn:a">Zähler 🔌</a>' });
  expect(there.received[1]?.body).toContain('<a xmlns="urn:a">Zähler 🔌</a>');
});

test('further messages go over the same connection', async () => {
  there = await receiver();
  await call();
  for (let n = 0; n < 5; n++) await client?.call(message);
  expect(there.received).toHaveLength(6);
  expect(there.connections).toBe(1);
});

test('a kept connection that was closed meanwhile costs nothing', async () => {
  there = await receiver();
  await call();
  there.answer((_received, response, request) => {
    there.answer((_again, second) => respond(second, 200, replyText()));
    request.socket.destroy(); // as if it had been closed while the message was under way
    void response;
  });
  expect(await client?.call(message)).toEqual(delivered);
  expect(there.received).toHaveLength(3);
});

test('Basic stands in the head of the request, nowhere else', async () => {
  there = await receiver();
  await call({ auth: { basic: { user: 'gate', password: 'pä:ss' } } });
  expect(seen().headers.authorization).toBe(`Basic ${Buffer.from('gate:pä:ss').toString('base64')}`);
  expect(seen().body).not.toContain('<soap:Header');
});

test('a UsernameToken with a text password', async () => {
  there = await receiver();
  await call({ auth: { usernameToken: { user: 'gate', password: 'a<b&c' } } });
  expect(text('Username')).toBe('gate');
  expect(text('Password')).toBe('a&lt;b&amp;c');
  expect(seen().body).toContain('#PasswordText"');
  expect(seen().body).toContain(`<soap:Body>${message.xml}</soap:Body>`);
});

test('a UsernameToken with a digest shows no password, and another nonce each time', async () => {
  there = await receiver();
  await call({ auth: { usernameToken: { user: 'gate', password: 'secret', digest: true } } });
  await client?.call(message);
  const nonces = there.received.map(({ body }) => {
    const nonce = Buffer.from(text('Nonce', body), 'base64');
    const token = /<wsse:UsernameToken.*<\/wsse:UsernameToken>/s.exec(body)?.[0] ?? '';
    const made = createHash('sha1').update(nonce).update(text('Created', token)).update('secret').digest('base64');
    expect(text('Password', body)).toBe(made);
    expect(body).not.toContain('secret');
    return nonce.toString('hex');
  });
  expect(new Set(nonces).size).toBe(2);
});

const hasXmlsec = ((): boolean => {
  try {
    execFileSync('xmlsec1', ['--version']);
    return true;
  } catch {
    return false;
  }
})();

describe('a signature', () => {
  const signature = { key: pem('gateway.key'), certificate: pem('gateway.pem') };
  const cases = [
    ['of SOAP 1.1', { soap: '1.1', auth: { signature } }],
    ['of SOAP 1.2', { soap: '1.2', auth: { signature } }],
    ['beside a UsernameToken', { soap: '1.1', auth: { signature, usernameToken: { user: 'gate', password: 'x' } } }],
  ] as const;

  describe.each(cases)('%s', (_, target) => {
    needs('xmlsec1', hasXmlsec)('over Body and Timestamp is good, and no other body passes under it', async () => {
      there = await receiver();
      expect(await call(target)).toEqual(delivered);
      await client?.call(message);
      for (const { body } of there.received) {
        const signed = [...body.matchAll(/<Reference URI="#([^"]+)"/g)].map(([, id]) => id);
        expect(signed).toHaveLength(2);
        const ids = Object.fromEntries([...body.matchAll(/<((?:\w+:)?(?:Body|Timestamp))\b[^>]*?Id="([^"]+)"/g)].map(([, name, id]) => [id, name])); // prettier-ignore
        expect(signed.map((id) => ids[id!]?.replace(/^.*:/, '')).sort()).toEqual(['Body', 'Timestamp']);
        expect(body.match(/<(\w+:)?Timestamp\b/g)).toHaveLength(1);
        expect(body).toContain(signature.certificate.replace(/-----[A-Z ]+-----|\n/g, ''));
        expect(verify(body)).toBe(true);
        expect(verify(body.replace('m-1', 'm-2'))).toBe(false);
      }
    });
  });

  /** By xmlsec1, with the certificate that stands for us. */
  function verify(body: string): boolean {
    const folder = mkdtempSync(join(tmpdir(), 'signed-'));
    try {
      writeFileSync(join(folder, 'signed.xml'), body);
      const certificate = new URL('../../support/certificates/gateway.pem', import.meta.url).pathname;
      const ids = ['Body', 'Timestamp'].flatMap((name) => ['--id-attr:Id', name]);
      const soap = /xmlns:soap="([^"]+)"/.exec(body)![1]!;
      const wsu = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
      ids[1] = `${soap}:Body`;
      ids[3] = `${wsu}:Timestamp`;
      execFileSync('xmlsec1', ['--verify', '--pubkey-cert-pem', certificate, ...ids, join(folder, 'signed.xml')], {
        stdio: 'pipe',
      });
      return true;
    } catch (error) {
      if (/Error: failed to load|unable to/.test(String((error as { stderr?: Buffer }).stderr))) throw error;
      return false;
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

test.each([
  ['torn', '<a xmlns="urn:a"><b></a>'],
  ['two', '<a xmlns="urn:a"/><a xmlns="urn:a"/>'],
  ['nothing', ''],
  ['a prefix nobody has declared', '<x:a/>'],
])('what is no XML (%s) is never sent', async (_, xml) => {
  there = await receiver();
  await call();
  await expect(client?.call({ action: 'urn:a', xml })).rejects.toThrow(Unsendable);
  expect(there.received).toHaveLength(1);
});

describe('TLS', () => {
  const own = { cert: pem('server.pem'), key: pem('server.key') };
  const secure = () => receiver(undefined, own);
  const both = () => receiver(undefined, { ...own, ca: pem('ca.pem'), requestCert: true, rejectUnauthorized: true });

  test('reaches a receiver whose authority is trusted for it', async () => {
    there = await secure();
    expect(await call({ tls: { ca: pem('ca.pem') } })).toEqual(delivered);
  });

  test('does not reach one whose authority is not', async () => {
    there = await secure();
    await expect(call()).rejects.toThrow(/certificate/);
    expect(there.received).toEqual([]);
  });

  test('does not reach one that bears another name', async () => {
    there = await receiver(undefined, { cert: pem('elsewhere.pem'), key: pem('elsewhere.key') });
    await expect(call({ tls: { ca: pem('ca.pem') } })).rejects.toThrow(/altnames/);
  });

  test('shows our certificate to a receiver that wants it', async () => {
    there = await both();
    const tls = { ca: pem('ca.pem'), certificate: pem('gateway.pem'), key: pem('gateway.key') };
    expect(await call({ tls })).toEqual(delivered);
    expect(seen().peer).toBe('the gateway');
    client?.close();
    await expect(call({ tls: { ca: pem('ca.pem') } })).rejects.toThrow();
    expect(there.received).toHaveLength(1);
  });
});

function text(name: string, body = seen().body): string {
  return new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([^<]*)<`).exec(body)?.[1] ?? `no ${name}`;
}
