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

/** Records that somebody may not do what he has asked the API for, whatever the rules say of that part of it. */
export function refusedBy(
  ports: Pick<ServicePorts, 'store' | 'clock' | 'guard'>,
): (caller: Caller | undefined, path: string) => Promise<void> {
  return async (caller, path) => {
    const { principal = anonymous, method } = caller ?? {};
    const { verb, noun } = nameOf({ api: { method: 'PUT', path } });
    const facts = { event: 'request', principal, method, verb, noun, path };
    const said = { decision: 'refused', code: codes.policyViolation } as const;
    await record(ports, entryOf(facts, ports.clock.now(), said));
  };
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
