/**
 * Which addresses the gateway may connect to when it calls somebody (security §4.8). A name that leads into the gateway's own
 * machine or network is refused unless the endpoint was registered with that network. The addresses are looked at while the
 * connection is made, and it goes to those and no others: what a name means cannot change in between.
 */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Machines and networks that are nobody's business outside: own machine, private, link-local (metadata services), multicast. */
const inner: readonly string[] = [
  '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
  '192.168.0.0/16', '192.88.99.0/24', '198.18.0.0/15', '224.0.0.0/3', '::/96', '::ffff:0:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48',
  '100::/64', '2001::/32', '2002::/16', 'fc00::/7', 'fe80::/9', 'ff00::/8',
]; // prettier-ignore

/** Of these, what nobody means even by writing the address itself: no address at all, link-local and metadata services, multicast. */
const neverMeant: readonly string[] = [
  '0.0.0.0/8', '169.254.0.0/16', '192.0.0.192', '224.0.0.0/3', '::/128', '64:ff9b::a9fe:0/112', '2002:a9fe::/32', 'fd00:ec2::254',
  'fe80::/9', 'ff00::/8',
]; // prettier-ignore

/** The only addresses that the name `localhost` may mean. */
const ownMachine: readonly string[] = ['127.0.0.0/8', '::1/128'];

/** A set of networks in the form `10.1.0.0/16`, or of single addresses. Throws for what is neither. */
export function networks(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = '', bits] = text.split('/');
    const family = isIP(address);
    const width = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? width : /^\d{1,3}$/.test(bits) ? Number(bits) : width + 1;
    if (family === 0 || prefix > width)
      throw new Error(`${text.slice(0, 100)} is no network; write it as 10.1.0.0/16 or fd00::/8`);
    list.addSubnet(address, prefix, family === 4 ? 'ipv4' : 'ipv6');
  }
  return list;
}

const innerNetworks = networks(inner);
const neverMeantNetworks = networks(neverMeant);

function within(list: BlockList, address: string): boolean {
  return list.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** The name of an endpoint leads where the gateway does not go. */
export class RefusedAddress extends Error {
  constructor(host: string, address: string) {
    super(
      `${host} leads to ${address}, an address of an inner network; if that is meant, register the endpoint with allowNetworks`,
    );
    this.name = 'RefusedAddress';
  }
}

/** All addresses of a name, as `dns.lookup` finds them. */
export type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

const resolveBySystem: Resolve = (host, done) => systemLookup(host, { all: true }, done);

/**
 * Why the host of a URL, where it is an address itself and needs no look-up, is not called; undefined when it is. However it was
 * written (decimal, octal, IPv4 within IPv6): the URL has it in the one form by now.
 */
export function refusedAsWritten(url: URL, allowNetworks: readonly string[]): RefusedAddress | undefined {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) === 0 || !within(neverMeantNetworks, host) || within(networks(allowNetworks), host)) return undefined;
  return new RefusedAddress(host, host);
}

/**
 * The look-up of a connection to an endpoint. An endpoint registered by an address itself needs none: that address was meant.
 * One address that may not be called refuses the name as a whole.
 */
export function guardedLookup(allowNetworks: readonly string[], resolve: Resolve = resolveBySystem): LookupFunction {
  const allowed = networks(allowNetworks);
  const own = networks(ownMachine);
  return (host, options, callback) => {
    const local = host.toLowerCase().replace(/\.$/, '') === 'localhost';
    resolve(host, (error, found) => {
      if (error) return callback(error, []);
      const refused = found.find(
        ({ address }) => !within(allowed, address) && (local ? !within(own, address) : within(innerNetworks, address)),
      );
      if (refused !== undefined) return callback(new RefusedAddress(host, refused.address), []);
      const [first] = found;
      if (first === undefined) return callback(new Error(`${host} has no address`), []);
      if (options.all === true) callback(null, [...found]);
      else callback(null, first.address, first.family);
    });
  };
}
