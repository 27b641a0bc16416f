/** A principal as this folder knows him, with his secrets in the clear. They never leave it. */
import type { Caller, Method } from '../message/caller.js';
import type { Verdict } from '../ports/principals.js';
import type { PasswordHash } from './password-hash.js';

export interface Identity {
  readonly name: string;
  readonly roles: readonly string[];
  readonly password?: string | undefined;
  readonly hash?: PasswordHash | undefined;
}

/** Who it is, when that is proved. */
export function callerOf(
  { name, roles }: Pick<Identity, 'name' | 'roles'>,
  method: Method,
): { readonly caller: Caller } {
  return { caller: { principal: name, roles, method } };
}

/** Why not. */
export function refusal(refused: NonNullable<Verdict['refused']>, why: string): Verdict {
  return { refused, why };
}
