/** One piece of bad input: what is sent, and what may come back. */
import { post, type RequestParts, type Step } from './raw-client.js';

export interface Hostile {
  readonly name: string;
  /** The bytes, made when they are needed: some are many. `trap` is an address that nobody may ask. */
  readonly send: (trap: string) => readonly Step[];
  /** Statuses that are right; undefined stands for a connection closed without an answer. */
  readonly status: readonly (number | undefined)[];
  /** What the answer must say. */
  readonly says?: RegExp | undefined;
}

export type Group = readonly [name: string, cases: readonly Hostile[]];

/** A body that deserves a SOAP 1.1 fault (HTTP 500). */
export function fault(name: string, body: (trap: string) => string | Buffer, says?: RegExp): Hostile {
  return { name, send: (trap) => [post({ body: body(trap) })], status: [500], says };
}

/** A request that differs in more than its body. */
export function request(
  name: string,
  status: number | readonly (number | undefined)[],
  parts: (trap: string) => RequestParts,
  says?: RegExp,
): Hostile {
  return { name, send: (trap) => [post(parts(trap))], status: typeof status === 'number' ? [status] : status, says };
}

/** Bytes as they are. */
export function raw(
  name: string,
  status: number | readonly (number | undefined)[],
  steps: string | readonly Step[],
  says?: RegExp,
): Hostile {
  return {
    name,
    send: () => (typeof steps === 'string' ? [Buffer.from(steps, 'latin1')] : steps),
    status: typeof status === 'number' ? [status] : status,
    says,
  };
}
