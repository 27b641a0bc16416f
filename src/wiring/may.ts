/** What the policy says of everything that is no message: contract files, metrics, the API. What changes something, or is refused, is recorded first. */
import type { Wanted } from '../http/guard.js';
import type { Caller } from '../message/caller.js';
import { codes } from '../message/reply-codes.js';
import { entryOf, record } from '../services/audit-trail.js';
import type { ServicePorts } from '../services/noun-row.js';
import { anonymous, decide } from '../services/policy.js';

export type MayBe = (
  caller: Caller | undefined,
  wanted: Wanted,
  from: { readonly listener: string; readonly remote?: string | undefined },
) => Promise<boolean>;

/** As rules of the policy name them: a verb, and a noun such as `API/deliveries`. */
export function nameOf(wanted: Wanted): { readonly verb: string; readonly noun: string } {
  if (wanted === 'contract') return { verb: 'get', noun: 'Contract' };
  if (wanted === 'metrics') return { verb: 'get', noun: 'Metrics' };
  const { method, path } = wanted.api;
  const part = path.split('/')[1]?.toLowerCase() ?? '';
  return { verb: method === 'GET' ? 'get' : method === 'DELETE' ? 'delete' : 'change', noun: `API/${part}` };
}

export function mayBy(ports: Pick<ServicePorts, 'store' | 'clock' | 'guard'>): MayBe {
  const { guard, clock } = ports;
  return async (caller, wanted, { listener, remote }) => {
    if (guard.policy === undefined) return true;
    const { verb, noun } = nameOf(wanted);
    const { principal = anonymous, roles = [], method } = caller ?? {};
    const { decision } = decide(guard.policy, { principal, roles, verb, noun });
    const allowed = decision === 'allowed';
    if (allowed && verb === 'get' && guard.audit !== 'all') return true;
    const path = typeof wanted === 'object' ? wanted.api.path : undefined;
    const facts = { event: 'request', principal, method, listener, remote, verb, noun, path };
    const said = allowed
      ? ({ decision: 'allowed' } as const)
      : { decision: 'refused' as const, code: codes.notAuthorized };
    await record(ports, entryOf(facts, clock.now(), said));
    return allowed;
  };
}
