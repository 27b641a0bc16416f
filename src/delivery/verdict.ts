/** What becomes of a message after an attempt to deliver it (security §4.3). Pure. */
import type { CallAnswer } from '../soap/client.js';

/** What an attempt led to. `alive` tells whether the endpoint works, whatever it thinks of this message. */
export type Verdict =
  | { readonly kind: 'delivered'; readonly alive: true }
  /** To be tried again. */
  | { readonly kind: 'failed'; readonly alive: boolean; readonly reason: string }
  /** Never to be tried again by itself. */
  | { readonly kind: 'dead'; readonly alive: boolean; readonly reason: string };

/** Codes that ask for the same message again because the whole other side is in trouble (messaging §12). */
const troubled = new Set(['5.1', '7.1']);

/** Delivered is only what was answered 2xx with Result OK. */
export function verdictOf({ status, answer }: CallAnswer): Verdict {
  const http = `HTTP ${status}`;
  if (status >= 200 && status < 300) {
    if (answer.kind === 'junk') return { kind: 'failed', alive: false, reason: `${http}: ${answer.reason}` };
    if (answer.kind === 'fault')
      return { kind: 'failed', alive: answer.blamesMessage, reason: `${http}, fault: ${answer.reason}` };
    if (answer.result === 'OK') return { kind: 'delivered', alive: true };
    const said = [answer.code, answer.details].filter((part) => part !== undefined).join(' ');
    return {
      kind: 'failed',
      alive: !troubled.has(answer.code ?? ''),
      reason: `Result ${answer.result}${said === '' ? '' : `: ${said}`}`.slice(0, 500),
    };
  }
  if (status >= 300 && status < 400)
    return { kind: 'failed', alive: false, reason: `${http}: redirects are not followed; register the new address` };
  if (status === 408 || status === 429) return { kind: 'failed', alive: false, reason: `${http}: asks to come later` };
  const why = answer.kind === 'fault' ? `, fault: ${answer.reason}` : '';
  if (status >= 400 && status < 500) return { kind: 'dead', alive: true, reason: `${http}${why}: refused for good` };
  return { kind: 'failed', alive: answer.kind === 'fault' && answer.blamesMessage, reason: `${http}${why}` };
}

const firstWait = 1_000;
const longestWait = 300_000;

/**
 * Milliseconds until the next attempt after `failures` ones in vain: 1 s doubling to 5 min, up to a fifth sooner by chance, so
 * that messages that failed together do not come together again.
 * @param chance from 0 to 1
 */
export function waitAfter(failures: number, chance: number): number {
  const wait = Math.min(firstWait * 2 ** Math.min(failures - 1, 20), longestWait);
  return Math.round(wait * (1 - chance / 5));
}

/** Milliseconds after which a message that never got through is given up. */
export const patience = 24 * 3_600_000;
