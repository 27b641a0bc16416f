/** Why a proof in a message is not taken. */
import { codes, type ReplyCode } from '../../message/reply-codes.js';

export interface Refusal {
  readonly code: Extract<ReplyCode, '7.1' | '7.2' | '7.3' | '7.4' | '7.6'>;
  /** For the log. Never a password, never a nonce. */
  readonly why: string;
  /** Whether the sender is told why: only of what he can see in his own message without knowing a secret. */
  readonly told?: boolean | undefined;
}

export class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.why);
    this.name = 'Refused';
  }
}

/** The header block is not built as it must be: 7.4, and the sender is told. */
export function malformed(why: string): never {
  throw new Refused({ code: codes.authenticationFailed, why, told: true });
}

/** Too weak: 7.3, and the sender is told what is. */
export function weak(why: string): never {
  throw new Refused({ code: codes.authenticationTooWeak, why, told: true });
}

/** Wrong: 7.4, and the sender is told no more. */
export function wrong(why: string): never {
  throw new Refused({ code: codes.authenticationFailed, why });
}
