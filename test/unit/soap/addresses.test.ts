/** Where the gateway lets itself be led (security §4.8). */
import type { LookupAddress } from 'node:dns';
import { guardedLookup, networks, RefusedAddress, type Resolve } from '../../../src/soap/addresses.js';
import { soapClient } from '../../../src/soap/client.js';
import { eventText } from '../../support/outbox-bench.js';
import { receiver } from '../../support/receiver.js';

const leadingTo =
  (...addresses: readonly string[]): Resolve =>
  (_host, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

function lookUp(
  host: string,
  addresses: readonly string[],
  allow: readonly string[] = [],
): Promise<readonly LookupAddress[]> {
  return new Promise((done, fail) => {
    guardedLookup(allow, leadingTo(...addresses))(host, { all: true }, (error, found) =>
      error ? fail(error) : done(found as LookupAddress[]),
    );
  });
}

const inner = [
  '127.0.0.1', '127.8.8.8', '0.0.0.0', '10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.1.1',
  '169.254.169.254', '100.64.0.1', '100.127.255.255', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255',
  '::', '::1', 'fe80::1', 'fec0::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1',
  '::ffff:169.254.169.254', '64:ff9b::a00:1', '2002:7f00:1::', '2001::1',
]; // prettier-ignore
const outer = ['93.184.216.34', '1.1.1.1', '172.32.0.1', '192.169.0.1', '100.128.0.1', '2606:4700:4700::1111', '::ffff:1.1.1.1']; // prettier-ignore

test.each(inner)('a name that leads to %s is refused', async (address) => {
  await expect(lookUp('replies.example', [address])).rejects.toThrow(RefusedAddress);
  await expect(lookUp('replies.example', [address])).rejects.toThrow(
    `replies.example leads to ${address}, an address of`,
  );
});

test.each(outer)('a name that leads to %s is followed', async (address) => {
  expect(await lookUp('replies.example', [address])).toEqual([expect.objectContaining({ address })]);
});

test('one inner address among outer ones refuses the name', async () => {
  await expect(lookUp('replies.example', ['1.1.1.1', '10.0.0.1'])).rejects.toThrow(/leads to 10\.0\.0\.1/);
});

test.each([
  ['10.1.2.3', ['10.1.0.0/16'], true],
  ['10.2.2.3', ['10.1.0.0/16'], false],
  ['10.2.2.3', ['10.1.0.0/16', '10.2.2.3'], true],
  ['fd00::5', ['fd00::/8'], true],
  ['fd00::5', ['10.0.0.0/8'], false],
  ['127.0.0.1', ['127.0.0.0/8'], true],
  ['169.254.169.254', ['10.0.0.0/8'], false],
])('a name that leads to %s with allowNetworks %j: %s', async (address, allow, follows) => {
  const found = lookUp('replies.example', [address], allow);
  if (follows) expect(await found).toHaveLength(1);
  else await expect(found).rejects.toThrow(RefusedAddress);
});

test.each(['localhost', 'LOCALHOST', 'localhost.'])('%s may mean this machine, and nothing else', async (host) => {
  expect(await lookUp(host, ['127.0.0.1', '::1'])).toHaveLength(2);
  await expect(lookUp(host, ['10.0.0.1'])).rejects.toThrow(RefusedAddress);
  await expect(lookUp(host, ['1.1.1.1'])).rejects.toThrow(RefusedAddress);
});

test('one address is handed on to those who ask for one', async () => {
  const found = await new Promise((done) =>
    guardedLookup([], leadingTo('1.1.1.1'))('a.example', {}, (...given) => done(given)),
  );
  expect(found).toEqual([null, '1.1.1.1', 4]);
});

test('what is not found, and what has no address, is told', async () => {
  const failing: Resolve = (_host, done) => done(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }), []);
  const told = (resolve: Resolve) =>
    new Promise((done) => guardedLookup([], resolve)('a.example', { all: true }, (error) => done(error?.message)));
  expect(await told(failing)).toBe('ENOTFOUND');
  expect(await told(leadingTo())).toBe('a.example has no address');
});

test.each(['10.0.0.0/33', 'fd00::/129', 'ten', '10.0.0.0/x', '', 'example.org/8', '10.0.0.0/-1'])(
  '%j is no network',
  (text) => {
    expect(() => networks([text])).toThrow(/is no network/);
  },
);

describe('a call', () => {
  const limits = { connect: 1_000, total: 2_000, answer: 65_536 };
  const message = { action: 'urn:action', xml: eventText('m', 'c') };
  const target = (url: string, allowNetworks: readonly string[] = []) =>
    ({ url, soap: '1.1', connections: 1, allowNetworks, auth: {}, tls: {} }) as const;

  test('goes to the very address that was looked at, and does not ask again', async () => {
    const there = await receiver();
    let asked = 0;
    // the second answer would lead elsewhere
    const changing: Resolve = (host, done) => leadingTo(++asked === 1 ? '127.0.0.1' : '1.1.1.1')(host, done);
    const url = `http://replies.example:${there.port}/`;
    const client = await soapClient(target(url, ['127.0.0.0/8']), limits, changing);
    expect((await client.call(message)).status).toBe(200);
    expect(there.received[0]?.headers.host).toBe(`replies.example:${there.port}`);
    expect(asked).toBe(1);
    client.close();
    await there.close();
  });

  test('is not made when the name leads inside, and the receiver there hears nothing', async () => {
    const there = await receiver();
    const client = await soapClient(target(`http://replies.example:${there.port}/`), limits, leadingTo('127.0.0.1'));
    await expect(client.call(message)).rejects.toThrow(/leads to 127\.0\.0\.1/);
    expect(there.connections).toBe(0);
    client.close();
    await there.close();
  });
});
