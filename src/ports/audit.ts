/**
 * The audit: one record for each decision about who may do what (security.md §4.9). Append-only, and each record carries a hash over
 * itself and the one before it, so that none can be changed or taken out unseen.
 */
import type { JsonObject } from './object-store.js';

/** What is recorded, before it is in its chain. */
export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Holds no payload, no password and no nonce. */
  readonly document: JsonObject;
}

/** A record in its place. Each process that writes has a chain of its own; the first record of a chain names the heads of the others. */
export interface AuditRecord {
  readonly chain: number;
  /** From 1, without a gap. */
  readonly seq: number;
  readonly at: number;
  /** The document as it was written, to the letter. */
  readonly text: string;
  /** Lower-case hex of SHA-256 over the hash before (`genesis` for the first), chain, seq, at and text, a line each. */
  readonly hash: string;
}

/** The last record of a chain. */
export type AuditHead = Pick<AuditRecord, 'chain' | 'seq' | 'hash'>;

export interface AuditQuery {
  readonly chain: number;
  /** Only records behind this seq. */
  readonly after: number;
  readonly limit: number;
}

export interface AuditReads {
  /** The heads of all chains, by chain. */
  auditHeads(): Promise<readonly AuditHead[]>;
  /** Records of a chain in order. */
  auditRecords(query: AuditQuery): Promise<readonly AuditRecord[]>;
  /** The latest records over all chains, the newest first; those before a time, when one is given. */
  latestAudit(limit: number, before?: number): Promise<readonly AuditRecord[]>;
}

export interface AuditWrites {
  /** Appends to the chain of this process. */
  addAudit(entries: readonly AuditEntry[]): Promise<void>;
}
