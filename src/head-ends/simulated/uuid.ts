import { hash } from 'node:crypto';

/**
 * Namespace of all mRIDs made here: itself the UUIDv5 of `urn:cimgate:simulated-head-end` in the URL namespace of RFC 9562
 * (6ba7b811-9dad-11d1-80b4-00c04fd430c8), so anybody can compute the mRID of a simulated meter from its name.
 */
export const SIMULATED_NAMESPACE = '1d9503e0-21aa-52ef-a57f-214f802c201b';

/** The name-based UUID (version 5, SHA-1) of `name` in `namespace`, lower case with hyphens. */
export function uuidv5(namespace: string, name: string): string {
  const hex = sha1(namespace, name);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The first 32 bits of the same UUID: a good key for a hash table, since SHA-1 has mixed them already. */
export function uuidv5Prefix(namespace: string, name: string): number {
  return Number.parseInt(sha1(namespace, name).slice(0, 8), 16);
}

function sha1(namespace: string, name: string): string {
  return hash('sha1', Buffer.concat([bytesOf(namespace), Buffer.from(name)]), 'hex');
}

const decoded = new Map<string, Buffer>();

function bytesOf(namespace: string): Buffer {
  let bytes = decoded.get(namespace);
  if (bytes === undefined) {
    bytes = Buffer.from(namespace.replaceAll('-', ''), 'hex');
    decoded.set(namespace, bytes);
  }
  return bytes;
}
