/** Header/ReplayDetection (security.md §2): a message that says when it was made, and bears a nonce, is taken once. */
import type { AnyMessage, Call } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { NonceVerdict } from '../ports/nonces.js';
import { boundOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';

/** Whether its ReplayDetection is looked at: where callers show who they are, and where it is required. */
export function detectsReplay({ Header }: AnyMessage, { guard }: Pick<ServicePorts, 'guard'>): boolean {
  return Header.ReplayDetection !== undefined && (guard.policy !== undefined || guard.replayDetection === 'required');
}

/** What is wrong where one is required and missing. */
export function replayMissing(
  { Header }: AnyMessage,
  acts: boolean,
  { guard }: Pick<ServicePorts, 'guard'>,
): Finding[] {
  if (!acts || guard.replayDetection !== 'required' || Header.ReplayDetection !== undefined) return [];
  const details =
    'what acts on devices needs Nonce and Created here, so that it cannot be played again; nothing was done';
  const element = 'ReplayDetection';
  return [{ code: codes.headerMissing, path: `Header.${element}`, details, values: { element } }];
}

const said: Readonly<Record<Exclude<NonceVerdict, 'fresh'>, string>> = {
  used: 'this Nonce was used before; a message that is sent again in earnest keeps its MessageID, another one needs a Nonce of its own',
  stale: 'Created is too long ago, or too far ahead; make a new ReplayDetection for each message, and see to the clock',
  full: 'no more Nonces can be remembered for now; send the same message again later',
};

/** Uses the nonce of a message up; what is wrong with it, or nothing. Throws `StoreUnavailable` when it cannot be kept. */
export async function replayed(message: AnyMessage, call: Call, { guard }: ServicePorts): Promise<Finding | undefined> {
  const { Nonce = '', Created = '' } = message.Header.ReplayDetection ?? {};
  const path = 'Header.ReplayDetection';
  const created = boundOf(Created.trim());
  if (created === undefined) {
    const details = `Created is no time: ${Created.slice(0, 40)}`;
    return { code: codes.policyViolation, path: `${path}.Created`, details, values: { details: 'ReplayDetection' } };
  }
  const time = Math.floor(created / 1000);
  const verdict = await guard.nonces.use('replayDetection', call.principal ?? '', Nonce.trim().slice(0, 256), time);
  if (verdict === 'fresh') return undefined;
  const code = verdict === 'full' ? codes.authenticationUnavailable : codes.policyViolation;
  return { code, path, details: said[verdict], values: { details: 'ReplayDetection' } };
}
