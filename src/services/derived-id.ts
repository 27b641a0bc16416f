import { hash } from 'node:crypto';

/** Namespace of all identifiers made here: any fixed UUID will do. */
const namespace = Buffer.from('9c1f3d6a4b7e4c52a1d08f6e2b5c7d90', 'hex');

/**
 * A UUID (version 5) that follows from its parts: who says the same thing twice gets the same one, also after a restart.
 * The way to be idempotent where a partner gives no identifier.
 */
export function derivedId(...parts: readonly string[]): string {
  const bytes = hash('sha1', Buffer.concat([namespace, Buffer.from(JSON.stringify(parts))]), 'buffer');
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
