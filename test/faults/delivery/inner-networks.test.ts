/**
 * Nobody leads the gateway into its own machine or network (security §4.8, §5.7): a trap listens there, on every address of this
 * machine, and hears nothing however its address is written or found.
 */
import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checkReplyEndpoint } from '../../../src/config/registrations.js';
import type { Resolve } from '../../../src/soap/addresses.js';
import { soapClient } from '../../../src/soap/client.js';
import { eventText } from '../../support/outbox-bench.js';
import { receiver, type Receiver } from '../../support/receiver.js';

const limits = { connect: 1_000, total: 2_000, answer: 65_536 };
const message = { action: 'urn:action', xml: eventText('m', 'c') };

let trap: Server;
let port: number;
let connections = 0;
beforeAll(async () => {
  trap = createServer((_request, response) => response.end());
  trap.on('connection', () => connections++);
  // both families: an IPv4 address within IPv6 leads here too
  await new Promise<void>((done) => trap.listen(0, '::', done));
  port = (trap.address() as AddressInfo).port;
});
beforeEach(() => (connections = 0));
afterAll(() => new Promise((done) => trap.close(done)));

const leadingTo =
  (addresses: readonly string[]): Resolve =>
  (_host, done) =>
    done(
      null,
      addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

async function call(url: string, resolve?: Resolve, auth: object = {}): Promise<unknown> {
  const target = { url, soap: '1.1', connections: 1, allowNetworks: [], auth, tls: {} } as const;
  const client = await soapClient(target, limits, resolve);
  try {
    return await client.call(message);
  } finally {
    client.close();
  }
}

describe('a name', () => {
  it.each([
    ['this machine', '127.0.0.1'],
    ['another of its addresses', '127.1.2.3'],
    ['the same in IPv6', '::1'],
    ['IPv4 within IPv6', '::ffff:127.0.0.1'],
    ['the same in hexadecimal', '::ffff:7f00:1'],
    ['the old way of that', '::127.0.0.1'],
    ['the translated way of that', '::ffff:0:127.0.0.1'],
    ['NAT64', '64:ff9b::127.0.0.1'],
    ['NAT64 of a private prefix', '64:ff9b:1::127.0.0.1'],
    ['6to4', '2002:7f00:1::'],
    ['no address', '0.0.0.0'],
    ['no address in IPv6', '::'],
    ['a metadata service', '169.254.169.254'],
    ['a metadata service in IPv6', 'fd00:ec2::254'],
    ['a link', 'fe80::1'],
    ['an inner network', 'fc00::1'],
  ])('that leads to %s is not called', async (_, address) => {
    await expect(call(`http://replies.example:${port}/`, leadingTo([address]))).rejects.toThrow(
      /address of an inner network/,
    );
    expect(connections).toBe(0);
  });

  it.each([
    ['with a dot behind it', 'replies.example.'],
    ['that begins like this machine', 'localhost.example'],
    ['below localhost', 'evil.localhost'],
    ['that looks like an address', '127.0.0.1.nip.example'],
  ])('%s is looked up like any other', async (_, host) => {
    await expect(call(`http://${host}:${port}/`, leadingTo(['127.0.0.1']))).rejects.toThrow(
      /address of an inner network/,
    );
    expect(connections).toBe(0);
  });

  it('whose answer changes between the look and the call leads where the look went', async () => {
    let asked = 0;
    const rebinding: Resolve = (_host, done) =>
      done(null, [{ address: ++asked % 2 === 1 ? '192.0.2.1' : '127.0.0.1', family: 4 }]);
    await expect(call(`http://replies.example:${port}/`, rebinding)).rejects.toThrow(/no connection within|ENETUNREACH|EHOSTUNREACH|ECONNREFUSED/); // prettier-ignore
    expect([asked, connections]).toEqual([1, 0]);
    await expect(call(`http://replies.example:${port}/`, rebinding)).rejects.toThrow(/inner network/);
    expect(connections).toBe(0);
  });

  it('one of whose addresses lies inside is not called at the others either', async () => {
    await expect(call(`http://replies.example:${port}/`, leadingTo(['192.0.2.1', '::1']))).rejects.toThrow(
      /leads to ::1/,
    );
    expect(connections).toBe(0);
  });
});

describe('an address that nobody means', () => {
  it.each([
    ['a metadata service', '169.254.169.254'],
    ['the same as one number', '2852039166'],
    ['in hexadecimal', '0xa9fea9fe'],
    ['in octal', '0251.0376.0251.0376'],
    ['with two parts', '169.16689662'],
    ['within IPv6', '[::ffff:169.254.169.254]'],
    ['by NAT64', '[64:ff9b::169.254.169.254]'],
    ['of another cloud', '[fd00:ec2::254]'],
    ['no address', '0.0.0.0'],
    ['no address as a number', '0'],
    ['no address in IPv6', '[::]'],
    ['no address within IPv6', '[::ffff:0.0.0.0]'],
    ['a link', '[fe80::1]'],
    ['all machines', '224.0.0.1'],
    ['everybody', '255.255.255.255'],
  ])('is not called: %s', async (_, host) => {
    await expect(call(`http://${host}:${port}/`)).rejects.toThrow(/address of an inner network; .*allowNetworks/);
    expect(connections).toBe(0);
  });

  it('is one that can be registered by another spelling only as what it is', () => {
    for (const url of [
      'http://2130706433/',
      'http://0x7f.1/',
      'http://0177.0.0.1/',
      'http://127.1/',
      'http://127.0.0.1./',
    ])
      expect(new URL(url).hostname).toBe('127.0.0.1');
  });
});

it.each([
  ['a user', 'http://user@replies.example/'],
  ['a user that looks like the host', 'http://replies.example@127.0.0.1/'],
  ['a password', 'http://u:p@replies.example/'],
  ['a fragment', 'http://replies.example/#@127.0.0.1'],
  ['another scheme', 'file:///etc/passwd'],
  ['another scheme of the network', 'gopher://127.0.0.1:70/'],
  ['no scheme', '//127.0.0.1/'],
])('an endpoint with %s in its address is not registered', (_, url) => {
  expect(checkReplyEndpoint({ name: 'cis', url }).ok).toBe(false);
});

describe('a receiver that sends elsewhere', () => {
  let there: Receiver;
  afterEach(() => there.close());

  it.each([301, 302, 303, 307, 308])('by %d is not followed, and nobody else sees the credentials', async (status) => {
    let shown: string | undefined;
    there = await receiver(({ headers }, response) => {
      shown = headers.authorization;
      response.writeHead(status, {
        Location: `http://127.0.0.1:${port}/`,
        Refresh: `0; url=http://127.0.0.1:${port}/`,
      });
      response.end();
    });
    const auth = { basic: { user: 'gate', password: 'secret' } };
    expect(await call(there.url, undefined, auth)).toMatchObject({ status });
    expect(shown).toMatch(/^Basic /);
    expect(connections).toBe(0);
  });
});
