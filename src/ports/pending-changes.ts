/**
 * Changes of objects that are accepted and not in force yet. What brings them into force is a job of the same key; what they
 * mean is the services' business.
 */
import type { JsonObject, Provenance } from './object-store.js';

export interface PendingChange {
  readonly id: string;
  /** The object: its noun, its class, its mRID. */
  readonly noun: string;
  readonly kind: string;
  readonly mRID: string;
  readonly verb: 'change' | 'close' | 'delete';
  /** When it comes into force; microseconds since 1970. */
  readonly effective: number;
  /** What a change gives. */
  readonly element?: JsonObject | undefined;
  /** Who asked for it, when, by which message. */
  readonly provenance: Provenance;
  /** Why it could not come into force when its time was there; it will not be tried again. */
  readonly refused?: string | undefined;
}

export interface PendingReads {
  pendingChange(id: string): Promise<PendingChange | undefined>;
  /** Those of the objects with one of these mRIDs, the earliest first; refused ones too. */
  pendingChanges(noun: string, mRIDs: readonly string[]): Promise<readonly PendingChange[]>;
}

export interface PendingWrites {
  /** An id is given once. */
  addPendingChanges(changes: readonly PendingChange[]): Promise<void>;
  removePendingChanges(ids: readonly string[]): Promise<void>;
  /** Keeps why it could not come into force. */
  refusePendingChange(id: string, reason: string): Promise<void>;
}
