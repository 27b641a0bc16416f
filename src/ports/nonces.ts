/**
 * What may be used once only: nonces of UsernameTokens and of Header/ReplayDetection (security.md §2). Kept in the store, for all
 * processes and over restarts; times are compared with a clock that never goes back.
 */

/** `used`: it was used before · `stale`: Created is too old, or too far in the future · `full`: nothing more can be remembered now. */
export type NonceVerdict = 'fresh' | 'used' | 'stale' | 'full';

export interface Nonces {
  /**
   * Uses a nonce up; on disk when it resolves. Rejects with `StoreUnavailable` when it cannot be kept: then it must not be believed.
   * @param kind what it belongs to: the same nonce of another kind is another one
   * @param created milliseconds since 1970
   */
  use(
    kind: 'usernameToken' | 'replayDetection' | 'signature',
    principal: string,
    nonce: string,
    created: number,
  ): Promise<NonceVerdict>;
}

/** A nonce as it is written down: until when it is remembered, in milliseconds since 1970. */
export interface UsedNonce {
  readonly kind: string;
  readonly principal: string;
  readonly nonce: string;
  readonly until: number;
}

/** The nonce has been used before. */
export class NonceUsed extends Error {
  override readonly name = 'NonceUsed';
  constructor() {
    super('the nonce has been used before');
  }
}

/** How many nonces are remembered, and forgetting them; for the implementation. */
export interface NonceKeeping {
  countNonces(): Promise<number>;
  /** Forgets those remembered until before a time. */
  forgetNonces(before: number): Promise<void>;
}
