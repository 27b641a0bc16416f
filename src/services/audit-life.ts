/**
 * The beginning and the end of a gateway in the audit. Each process has a chain of its own, and its first record names the heads of the
 * others: a chain that is cut off, or taken out as a whole, is missed there.
 */
import { gatewayNames } from '../message/caller.js';
import type { JsonObject } from '../ports/object-store.js';
import { entryOf, record } from './audit-trail.js';
import type { ServicePorts } from './noun-row.js';

/** Heads that one record names: those of the latest chains. */
const mostHeads = 200;

/** Records that the gateway begins; the answer records that it ends. Throws when it cannot be recorded: then nothing is served. */
export async function recordLife(
  ports: Pick<ServicePorts, 'store' | 'clock' | 'guard' | 'peers'>,
  facts: JsonObject,
): Promise<() => Promise<void>> {
  const { store, clock, guard, peers } = ports;
  if (guard.audit === 'off') return async () => {};
  const note = async (event: string): Promise<void> => {
    const heads = (await store.auditHeads()).slice(-mostHeads).map(({ chain, seq, hash }) => ({ chain, seq, hash }));
    const entry = entryOf({ event, principal: gatewayNames.itself }, clock.now(), { decision: 'allowed' });
    await record(ports, { ...entry, document: { ...entry.document, ...facts, process: peers.self, heads } });
  };
  await note('gateway started');
  return () => note('gateway stopped').catch(() => {}); // the start of the next one tells
}
