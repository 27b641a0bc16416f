/**
 * The kill switch (security.md §2): nothing is disconnected any more until it is taken back. What waits is refused, what a head end can
 * still stop is withdrawn. The sender looks at the switch before each disconnect, so that none slips through meanwhile.
 */
import { codes } from '../message/reply-codes.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { stepFor, unsentStates } from './command.js';
import { commandsOf } from './commands.js';
import { isDisconnect } from './control-checks.js';
import { controlNoun, controlRequestOf } from './control-plan.js';
import { endedBy } from './control-reply.js';
import { withdraw } from './control-withdrawal.js';
import { setStop, stoppedFinding, type Stopped } from './disconnect-brake.js';
import { headEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

/** What has become of the disconnects that were under way. */
export interface Swept {
  /** Devices whose disconnect was still waiting, and is refused now. */
  readonly refused: number;
  /** Devices whose disconnect a head end has called off. */
  readonly withdrawn: number;
}

const page = 500;

/** Stops all disconnects: those to come from the moment it is on disk, and then those that wait. */
export async function stopDisconnects(ports: ServicePorts, stop: Stopped): Promise<Swept> {
  await setStop(ports, stop);
  ports.guard.alarm('disconnects are stopped', { by: stop.by, reason: stop.reason });
  let refused = 0;
  let withdrawn = 0;
  for (let after: string | undefined; ;) {
    const now = Number.MAX_SAFE_INTEGER; // those that start later, too
    const ids = await ports.store.requestsToTakeUp({ noun: controlNoun, now, after, limit: page });
    for (const id of ids) {
      const request = await ports.store.request(id);
      if (request === undefined || request.state === 'final') continue;
      const entries = new Set(
        controlRequestOf(request)
          .controls.filter(({ type }) => isDisconnect(type))
          .map(({ entry }) => entry),
      );
      if (entries.size === 0) continue;
      refused += await refuseUnsent(ports, request, entries, stop);
      withdrawn += await withdrawSent(ports, request, entries);
    }
    after = ids.at(-1);
    if (ids.length < page) return { refused, withdrawn };
  }
}

async function refuseUnsent(
  ports: ServicePorts,
  request: StoredRequest,
  entries: ReadonlySet<number>,
  stop: Stopped,
): Promise<number> {
  const { store, clock } = ports;
  const commands = commandsOf(ports);
  const at = clock.now();
  const outcome = endedBy(codes.policyViolation, stoppedFinding(stop).details, at);
  let done: readonly Task[] = [];
  const end = await store.transaction(async (tx) => {
    const unsent = (await tx.tasks(request.id, { states: unsentStates })).filter(({ entry }) => entries.has(entry));
    const steps = unsent.map(({ seq }) => ({ requestId: request.id, seq, ...stepFor('refuse'), outcome, at }));
    const allowed = await tx.stepTasks(steps);
    done = unsent.filter((_, n) => allowed[n] === true);
    return done.length === 0 ? undefined : commands.settle(tx, request.id);
  });
  commands.committed(end, done);
  return done.length;
}

async function withdrawSent(
  ports: ServicePorts,
  request: StoredRequest,
  entries: ReadonlySet<number>,
): Promise<number> {
  const sent = (await ports.store.tasks(request.id, { states: ['sent', 'unknown'] })).filter(({ entry }) =>
    entries.has(entry),
  );
  if (sent.length === 0) return 0;
  return (await withdraw(ports, headEndDesk(ports), commandsOf(ports), request, sent)).length;
}
