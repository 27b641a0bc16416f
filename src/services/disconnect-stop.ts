/**
 * The kill switch (security.md §2): nothing is disconnected any more until it is taken back. What waits is refused, what a head end can
 * still stop is withdrawn. The sender looks at the switch before each disconnect, so that none slips through meanwhile.
 */
import { codes } from '../message/reply-codes.js';
import type { Swept } from '../ports/brake.js';
import type { StoreTransaction } from '../ports/object-store.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { askAll } from './ask-all.js';
import { stepFor, unsentStates } from './command.js';
import { commandsOf } from './commands.js';
import { isDisconnect, pathOf } from './control-checks.js';
import { bodyOf, controlNoun, controlRequestOf } from './control-plan.js';
import { endedBy } from './control-reply.js';
import { withdraw } from './control-withdrawal.js';
import { setStop, stoppedBy, stoppedFinding, type Stopped } from './disconnect-brake.js';
import { headEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

const page = 200;

/** Stops all disconnects: those to come from the moment it is on disk, then those that wait, and then what head ends can still stop. */
export async function stopDisconnects(ports: ServicePorts, stop: Stopped): Promise<Swept> {
  await setStop(ports, stop);
  ports.guard.alarm('disconnects are stopped', { by: stop.by, reason: stop.reason });
  const { refused, requests } = await endWaiting(ports, stop);
  // behind all that wait, and side by side: a head end that does not answer keeps nobody waiting
  const withdrawn = await askAll(requests, (request) => withdrawSent(ports, request));
  return { refused, withdrawn: withdrawn.reduce((sum, one) => sum + one, 0) };
}

/** Lets disconnects go on, but for those that wait: what was on its way into the store when they were stopped is ended, too. */
export async function letDisconnectsGo(ports: ServicePorts): Promise<void> {
  const stop = await stoppedBy(ports.store);
  if (stop !== undefined) await endWaiting(ports, stop);
  await setStop(ports, undefined);
}

/** Ends the disconnects that wait, whenever they were to start: how many devices, and the requests that disconnect. */
async function endWaiting(
  ports: ServicePorts,
  stop: Stopped,
): Promise<{ readonly refused: number; readonly requests: readonly StoredRequest[] }> {
  const disconnecting: StoredRequest[] = [];
  let refused = 0;
  for (let last: StoredRequest | undefined; ;) {
    const after = last && { receivedAt: last.receivedAt, id: last.id };
    const requests = await ports.store.requests({ noun: controlNoun, state: 'open', after, limit: page });
    for (const request of requests) {
      if (disconnectsIn(request).size === 0) continue;
      disconnecting.push(request);
      refused += await refuseUnsent(ports, request, stop);
    }
    last = requests.at(-1);
    if (requests.length < page) return { refused, requests: disconnecting };
  }
}

/** The entries of a request that disconnect. */
function disconnectsIn(request: StoredRequest): ReadonlySet<number> {
  const { controls } = controlRequestOf(request);
  return new Set(controls.filter(({ type }) => isDisconnect(type)).map(({ entry }) => entry));
}

async function refuseUnsent(ports: ServicePorts, request: StoredRequest, stop: Stopped): Promise<number> {
  const { store, clock } = ports;
  const entries = disconnectsIn(request);
  const commands = commandsOf(ports);
  const at = clock.now();
  const outcome = endedBy(codes.policyViolation, stoppedFinding(stop).details, at);
  let done: readonly Task[] = [];
  let unknown = 0;
  const end = await store.transaction(async (tx) => {
    unknown = await refuseUnresolved(tx, request.id, stop);
    const unsent = (await tx.tasks(request.id, { states: unsentStates })).filter(({ entry }) => entries.has(entry));
    const steps = unsent.map(({ seq }) => ({ requestId: request.id, seq, ...stepFor('refuse'), outcome, at }));
    const allowed = await tx.stepTasks(steps);
    done = unsent.filter((_, n) => allowed[n] === true);
    return done.length + unknown === 0 ? undefined : commands.settle(tx, request.id);
  });
  commands.committed(end, done);
  return done.length + unknown;
}

/** Those whose devices are to be found when they start: they are found no more. Answers how many usage points they name. */
async function refuseUnresolved(tx: StoreTransaction, id: string, stop: Stopped): Promise<number> {
  const request = await tx.request(id);
  if (request === undefined || request.state === 'final') return 0;
  const kept = controlRequestOf(request);
  const waiting = kept.controls.filter(({ type, unresolved }) => unresolved === true && isDisconnect(type));
  if (waiting.length === 0) return 0;
  const controls = kept.controls.map((one) => (waiting.includes(one) ? { ...one, unresolved: undefined } : one));
  const refused = [...kept.refused, ...waiting.map(({ entry }) => stoppedFinding(stop, pathOf(entry)))];
  await tx.changeRequest(id, { body: bodyOf({ ...kept, controls, refused }) });
  return waiting.reduce((sum, { control }) => sum + (control.UsagePoints?.length ?? 0), 0);
}

async function withdrawSent(ports: ServicePorts, request: StoredRequest): Promise<number> {
  const entries = disconnectsIn(request);
  const sent = (await ports.store.tasks(request.id, { states: ['sent', 'unknown'] })).filter(({ entry }) =>
    entries.has(entry),
  );
  if (sent.length === 0) return 0;
  return (await withdraw(ports, headEndDesk(ports), commandsOf(ports), request, sent)).length;
}
