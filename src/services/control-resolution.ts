/**
 * The devices of a control that names them indirectly: found when it starts, by usage points and groups as they are then, and kept
 * (behaviour.md §4.4). What keeps one from being commanded is looked at then, too.
 */
import { ReplyError, type Finding } from '../message/finding.js';
import { DevicesTaken, type StoreTransaction } from '../ports/object-store.js';
import type { StoredRequest } from '../ports/requests.js';
import { assertNothingNew, type Claims } from './command-claims.js';
import { onlyIdle, tasksOf } from './control-acceptance.js';
import { checkTarget, isDisconnect, pathOf, tooManyDisconnects } from './control-checks.js';
import { guardTargets } from './control-guard.js';
import { bodyOf, controlRequestOf, type ControlRequest, type PlannedControl } from './control-plan.js';
import { targetsOf } from './control-targets.js';
import { countIn, isReleased } from './disconnect-brake.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

/** What finds the devices of a control that starts now, and keeps what was found. */
export function deviceResolution(
  ports: ServicePorts,
  desk: HeadEndDesk,
  claimed: Claims,
): (request: StoredRequest, planned: PlannedControl) => Promise<void> {
  const { store, clock, settings } = ports;

  /** Finds the devices of a control that starts now, and keeps what was found. */
  async function resolveDevices(request: StoredRequest, planned: PlannedControl): Promise<void> {
    const now = clock.now();
    const { control, entry, type } = planned;
    const path = pathOf(entry);
    const { targets, findings } = await targetsOf(store, control, path, now);
    const before = await store.tasks(request.id);
    const known = new Set(before.filter((task) => task.entry === entry).map(({ device }) => device));
    const fresh = targets.filter(({ device }) => !known.has(device.mRID));
    const guarded = await guardTargets(
      ports,
      fresh,
      type,
      { caller: controlRequestOf(request).caller, verb: request.verb, source: sourceOf(request) },
      now,
    );
    const bad = fresh.map((target, at) => [...checkTarget(desk, target, type), ...(guarded[at] ?? [])]);
    // what the other controls of the message disconnect counts for what one message may
    const disconnects = isDisconnect(type);
    const others = disconnects ? before.filter((one) => one.entry !== entry && isDisconnect(one.action)).length : 0;
    const meant = others + known.size + fresh.length;
    const many = disconnects && meant > settings.disconnectDevices;
    const good = many ? [] : fresh.filter((_, at) => bad[at]?.length === 0);
    const fit = tasksOf(desk, planned, good, before.length);
    const idle = await onlyIdle(store, claimed, fit, settings.duplicates === 'join' ? [planned] : undefined);
    const refused = [
      ...findings,
      ...bad.flat(),
      ...idle.findings,
      ...(many ? [tooManyDisconnects(meant, settings, path)] : []),
    ];
    try {
      await store.transaction(async (tx) => {
        const current = await tx.request(request.id);
        if (current === undefined || current.state === 'final') return;
        const kept = controlRequestOf(current);
        if (kept.controls.find((one) => one.entry === entry)?.unresolved !== true) return;
        await assertNothingNew(tx, ports, idle.looked);
        const controls = kept.controls.map((one) => (one.entry === entry ? { ...one, unresolved: undefined } : one));
        const stopped = await brakeOn(tx, current, planned, known.size + idle.tasks.length);
        const body: ControlRequest = { ...kept, controls, refused: [...kept.refused, ...refused, ...stopped] };
        await tx.changeRequest(request.id, { body: bodyOf(body) });
        if (idle.tasks.length > 0 && stopped.length === 0) await tx.addTasks(request.id, idle.tasks, now);
      });
    } catch (error) {
      if (!(error instanceof DevicesTaken)) throw error;
      idle.release();
      return await resolveDevices(request, planned); // other devices are idle now
    } finally {
      idle.release();
    }
  }

  /** What keeps the devices of a control from being disconnected, now that it is known which they are. */
  async function brakeOn(
    tx: StoreTransaction,
    { id, principal }: StoredRequest,
    { type, entry, start, released }: PlannedControl,
    devices: number,
  ): Promise<readonly Finding[]> {
    if (!isDisconnect(type)) return [];
    try {
      await countIn(tx, ports, id, principal, [{ entry, at: start, devices }], isReleased(released, devices));
      return [];
    } catch (error) {
      if (error instanceof ReplyError) return error.findings;
      throw error;
    }
  }

  return resolveDevices;
}

function sourceOf({ header }: StoredRequest): string | undefined {
  const source = header['Source'];
  return typeof source === 'string' ? source : undefined;
}
