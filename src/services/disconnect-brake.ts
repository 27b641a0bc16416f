/**
 * The brake on disconnects (security.md §2): counts the devices that controls are about to disconnect before they are begun, and refuses
 * what would be above the limits. Counted in the store, in one transaction over all processes; what is counted and then not begun for a
 * crash stays counted. So there is never one disconnect too many.
 */
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { DisconnectLimits } from '../ports/brake.js';
import type { JsonObject, StoreReader, StoreTransaction } from '../ports/object-store.js';
import type { CountedDisconnect } from '../ports/safeguards.js';
import { day, exceeded, type Exceeded } from './disconnect-windows.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { keepTime, steadyClock, timeSeen } from './steady-clock.js';

type Ports = Pick<ServicePorts, 'store' | 'clock' | 'guard'>;

/** Names under which the store keeps the state of the brake. */
const kept = { stop: 'stop', limits: 'limits' } as const;

/** The limits would be exceeded; nothing was begun. */
export class BrakeEngaged extends ReplyError {
  constructor(readonly exceeded: Exceeded) {
    super({
      code: codes.policyViolation,
      path: 'EndDeviceControls',
      details: `${wouldBe(exceeded)}; nothing of this message was done. Send it later, or ask the security administrator`,
      values: { details: 'the disconnect brake' },
    });
  }
}

/** Which limit would be exceeded, in words. */
export function wouldBe({ limit, most, would }: Exceeded): string {
  const of = { principalHour: 'of one caller within an hour', hour: 'within an hour', day: 'within a day' }[limit];
  return `there would be ${would} disconnects ${of}, and ${most} are allowed`;
}

/** Since when disconnects are stopped, by whom, and why. */
export interface Stopped {
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

export async function stoppedBy(store: StoreReader): Promise<Stopped | undefined> {
  return (await store.safeguard(kept.stop)) as unknown as Stopped | undefined;
}

/** Stops all disconnects, or lets them go on. */
export async function setStop({ store }: Pick<Ports, 'store'>, stop: Stopped | undefined): Promise<void> {
  await store.transaction((tx) => tx.setSafeguard(kept.stop, stop as unknown as JsonObject | undefined));
}

/** Limits set for some time instead of those of the settings. */
export interface SetLimits extends DisconnectLimits {
  readonly until: number;
  readonly by: string;
}

export async function setLimits({ store }: Pick<Ports, 'store'>, limits: SetLimits | undefined): Promise<void> {
  await store.transaction((tx) => tx.setSafeguard(kept.limits, limits as unknown as JsonObject | undefined));
}

/** The limits that hold at some time, as far as they are set now; undefined where there are none. */
export async function limitsAt(
  store: StoreReader,
  { guard }: Ports,
): Promise<((time: number) => DisconnectLimits) | undefined> {
  const usual = guard.disconnects.limits;
  if (usual === undefined) return undefined;
  const set = (await store.safeguard(kept.limits)) as unknown as SetLimits | undefined;
  return (time) => (set !== undefined && set.until > time ? set : usual);
}

/** Whether so many devices of a control may go whatever the limits are: a second person has released no fewer. */
export function isReleased(released: number | undefined, devices: number): boolean {
  return released !== undefined && devices <= released;
}

/** What is said of a disconnect while all are stopped. */
export function stoppedFinding(
  { at, by, reason }: Stopped,
  path = 'EndDeviceControls',
): Finding & { readonly details: string } {
  const why = reason === '' ? '' : `: ${reason}`;
  return {
    code: codes.policyViolation,
    path,
    details: `disconnects are stopped since ${timeStampOf(at)} by ${by}${why}`,
    values: { details: 'disconnects are stopped' },
  };
}

/** What a request is about to disconnect, by entry. */
export type Disconnects = readonly Omit<CountedDisconnect, 'request' | 'principal'>[];

/**
 * Counts disconnects of a request, or throws: `BrakeEngaged`, or a `ReplyError` when all are stopped.
 * Counted again for the same entry it replaces what was counted.
 * @param released by a second person: counted whatever the limits are
 */
export async function countDisconnects(
  ports: Ports,
  { id, principal }: { readonly id: string; readonly principal: string },
  disconnects: Disconnects,
  released = false,
): Promise<void> {
  if (disconnects.length === 0) return;
  try {
    await ports.store.transaction((tx) => countIn(tx, ports, id, principal, disconnects, released));
  } catch (error) {
    if (error instanceof BrakeEngaged)
      ports.guard.alarm('the disconnect brake is engaged', { principal, request: id, ...error.exceeded });
    throw error;
  }
}

/** The same in a transaction of the caller's. */
export async function countIn(
  tx: StoreTransaction,
  ports: Ports,
  request: string,
  principal: string,
  disconnects: Disconnects,
  released = false,
): Promise<void> {
  const stop = await stoppedBy(tx);
  if (stop !== undefined) throw new ReplyError(stoppedFinding(stop));
  const clock = steadyClock(ports.clock);
  clock.atLeast(await timeSeen(tx));
  const now = clock.now();
  const limits = await limitsAt(tx, ports);
  if (limits === undefined) return;
  // what is due by the machine's clock goes now, however far that was set forward
  const due = ports.clock.now();
  const planned = disconnects.map(({ at, ...rest }) => ({
    ...rest,
    at: at <= due ? now : Math.max(at, now),
    request,
    principal,
  }));
  const times = planned.map(({ at }) => at);
  const near = await tx.disconnectsBetween(Math.min(...times) - day, Math.max(...times) + day);
  const others = near.filter((one) => one.request !== request || !planned.some(({ entry }) => entry === one.entry));
  for (const one of released ? [] : planned) {
    const over = exceeded([...others, ...planned.filter((other) => other !== one)], [one], limits(one.at));
    if (over !== undefined) throw new BrakeEngaged(over);
  }
  await tx.countDisconnects(planned);
  await keepTime(tx, now);
  await tx.forgetDisconnects(now - 2 * day);
}

/** Whether disconnects could be begun now, without counting them; throws as `countDisconnects` does. For dry runs. */
export async function lookAtBrake(ports: Ports, principal: string, disconnects: Disconnects): Promise<void> {
  if (disconnects.length === 0) return;
  const looked = new Error('looked');
  await ports.store
    .transaction(async (tx) => {
      await countIn(tx, ports, 'a dry run', principal, disconnects);
      throw looked;
    })
    .catch((error: unknown) => {
      if (error !== looked) throw error;
    });
}

/** Takes back what was counted for a request that was not begun after all; one that is there stays counted. */
export async function uncount({ store, guard }: Ports, request: string): Promise<void> {
  if (guard.disconnects.limits === undefined) return;
  await store.transaction(async (tx) => {
    if ((await tx.request(request)) === undefined) await tx.uncountDisconnects(request);
  });
}
