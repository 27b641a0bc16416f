/**
 * The last look before a disconnect leaves for its head end (security.md §2): what was counted when it was accepted may go at another time
 * than it was counted for, since it waited for a head end or a clock was set, and its customer may have become critical. So it is counted
 * where it goes, and nothing goes that would be above the limits there, or that is stopped.
 */
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Failure } from '../ports/head-end.js';
import type { NewRequest, NewTask } from '../ports/requests.js';
import { askAll } from './ask-all.js';
import { dataOf, type PlannedControl } from './control-plan.js';
import { criticalFinding } from './critical.js';
import { BrakeEngaged, countDisconnects, isReleased, stoppedBy, stoppedFinding, wouldBe } from './disconnect-brake.js';
import { devicePlaces, resolve } from './identification.js';
import type { ServicePorts } from './noun-row.js';
import { steadyClock } from './steady-clock.js';

type Ports = Pick<ServicePorts, 'store' | 'clock' | 'guard'>;

/** Milliseconds by which a disconnect may go beside the time it is counted for; about as long as one takes to reach its meter. */
const patience = 60_000;

/**
 * Why devices must not be disconnected now, by their mRIDs; none when all may go. To be asked right before they do.
 * @param tasks of one control, about to be handed to a head end
 */
export async function keptBack(
  ports: Ports,
  request: NewRequest,
  planned: PlannedControl,
  tasks: readonly NewTask[],
): Promise<ReadonlyMap<string, Failure>> {
  const all = (failure: Failure): ReadonlyMap<string, Failure> =>
    new Map(tasks.map(({ device }) => [device, failure] as const));
  if (ports.clock.now() >= planned.deadline)
    return all({ code: codes.timedOut, details: 'its deadline had passed before it could be sent' });
  const critical = await criticalAmong(ports, request, planned, tasks);
  const left = tasks.length - critical.size;
  const above = left === 0 ? undefined : await aboveLimits(ports, request, planned, left);
  if (above !== undefined) return all(above);
  // the switch last: it may be thrown during all that
  const stop = await stoppedBy(ports.store);
  return stop === undefined ? critical : all({ code: codes.policyViolation, details: stoppedFinding(stop).details });
}

/** Whether all of them may still go; not when it cannot be seen. For head ends that send a job once more whose answer was lost. */
export async function mayStillGo(...asked: Parameters<typeof keptBack>): Promise<boolean> {
  return keptBack(...asked).then(
    (back) => back.size === 0,
    () => false,
  );
}

/** Who has become critical since the control was accepted; what goes at once has just been looked at. */
async function criticalAmong(
  { store, clock, guard }: Ports,
  { receivedAt }: NewRequest,
  { start }: PlannedControl,
  tasks: readonly NewTask[],
): Promise<ReadonlyMap<string, Failure>> {
  const now = clock.now();
  const found = new Map<string, Failure>();
  if (start <= receivedAt && Math.abs(now - receivedAt) < patience) return found;
  await askAll(tasks, async (task) => {
    const { named, path } = dataOf(task);
    const device = await resolve(store, devicePlaces, { kind: 'EndDevice', mRID: task.device, names: [] }, path);
    if (!('object' in device)) return; // taken out of the master data: nothing is known of it any more
    const target = { device: device.object, named, path };
    const [finding] = await criticalFinding(store, guard.disconnects.critical, target, now).then(
      (one) => (one === undefined ? [] : [one]),
      (error: unknown) => {
        if (error instanceof ReplyError) return error.findings; // it cannot be seen whether it is
        throw error;
      },
    );
    if (finding !== undefined) found.set(task.device, { code: finding.code, details: finding.details ?? '' });
  });
  return found;
}

/** Counts what goes at another time than it is counted for where it goes; what is said when there is no room for it. */
async function aboveLimits(
  ports: Ports,
  request: NewRequest,
  { entry, released }: PlannedControl,
  going: number,
): Promise<Failure | undefined> {
  const { store, clock, guard } = ports;
  if (guard.disconnects.limits === undefined) return undefined;
  const now = steadyClock(clock).now();
  const near = await store.disconnectsBetween(now - patience, now + patience);
  if (near.some((one) => one.request === request.id && one.entry === entry && one.devices >= going)) return undefined;
  // the whole control moves along: from the past to the present no window gets emptier that is still to be looked at
  const its = (await store.tasks(request.id)).filter((task) => task.entry === entry && task.state !== 'canceled');
  const devices = Math.max(going, its.length);
  try {
    await countDisconnects(ports, request, [{ entry, at: clock.now(), devices }], isReleased(released, devices));
    return undefined;
  } catch (error) {
    if (error instanceof BrakeEngaged) {
      const details = `it could not go at the time it was counted for, and now ${wouldBe(error.exceeded)}; it was not sent`;
      return { code: codes.policyViolation, details };
    }
    const [finding] = error instanceof ReplyError ? error.findings : [];
    if (finding === undefined) throw error;
    return { code: finding.code, details: finding.details ?? '' };
  }
}
