/** The brake as operators see and set it: what the API asks for (console/safety-api.ts). Whatever is set is recorded first, but for the kill switch, which nothing may hold up. */
import type { Caller } from '../message/caller.js';
import type { JsonObject } from '../ports/object-store.js';
import type { HeldMessage } from '../ports/safeguards.js';
import { entryOf, record } from './audit-trail.js';
import { limitsAt, setLimits, stoppedBy, type SetLimits } from './disconnect-brake.js';
import { refuseHeld, release, type NotReleased } from './disconnect-hold.js';
import { letDisconnectsGo, stopDisconnects, type Swept } from './disconnect-stop.js';
import { day, type DisconnectLimits } from './disconnect-windows.js';
import type { ServicePorts } from './noun-row.js';
import { mayEverDisconnect } from './policy.js';
import { steadyClock } from './steady-clock.js';

export interface BrakeControl {
  state(): Promise<{
    readonly stopped?: { readonly by: string; readonly at: number; readonly reason: string } | undefined;
    readonly limits?: DisconnectLimits | undefined;
    readonly setUntil?: number | undefined;
    readonly withinHour: number;
    readonly withinDay: number;
  }>;
  stop(by: string, reason: string): Promise<Swept>;
  letGo(by: string): Promise<void>;
  setLimits(by: string, limits: Omit<SetLimits, 'by'> | undefined): Promise<void>;
  held(limit: number): Promise<readonly HeldMessage[]>;
  release(id: string, by: string): Promise<Exclude<NotReleased, readonly unknown[]> | readonly string[] | undefined>;
  refuse(id: string, by: string): Promise<boolean>;
  mayDisconnect(caller: Caller | undefined): boolean;
  now(): number;
}

const hour = 3_600_000;

export function brakeControl(ports: ServicePorts): BrakeControl {
  const { store, clock, guard } = ports;
  const noted = (by: string, what: string, facts: JsonObject = {}): Promise<void> =>
    record(ports, entryOf({ event: what, principal: by }, clock.now(), { decision: 'allowed', ...facts }));
  return {
    now: () => steadyClock(clock).now(),
    async state() {
      const now = steadyClock(clock).now();
      const limits = (await limitsAt(store, ports))?.(now);
      const usual = guard.disconnects.limits;
      const set = limits !== undefined && limits !== usual ? (limits as SetLimits) : undefined;
      const counted = await store.disconnectsBetween(now - day, now + 1);
      const since = (age: number): number =>
        counted.filter(({ at }) => at > now - age).reduce((sum, { devices }) => sum + devices, 0);
      return {
        stopped: await stoppedBy(store),
        limits: limits && { principalHour: limits.principalHour, hour: limits.hour, day: limits.day },
        setUntil: set?.until,
        withinHour: since(hour),
        withinDay: since(day),
      };
    },
    async stop(by, reason) {
      // the switch first: nothing may hold it up, the audit neither
      const swept = await stopDisconnects(ports, { by, at: clock.now(), reason });
      await noted(by, 'disconnects stopped', { reason, ...swept });
      return swept;
    },
    async letGo(by) {
      await noted(by, 'disconnects let go');
      await letDisconnectsGo(ports);
    },
    async setLimits(by, limits) {
      await noted(by, 'disconnect limits set', { ...limits });
      await setLimits(ports, limits && { ...limits, by });
    },
    held: (limit) => store.heldMessages('held', limit),
    async release(id, by) {
      const wrong = await release(ports, id, by);
      if (wrong === undefined || typeof wrong === 'string') return wrong;
      return wrong.map(({ code, path = '', details = '' }) => `${code} ${path} ${details}`.replace(/ +/g, ' ').trim());
    },
    refuse: (id, by) => refuseHeld(ports, id, by),
    mayDisconnect(caller) {
      if (guard.policy === undefined || caller === undefined) return false;
      return mayEverDisconnect(guard.policy, caller);
    },
  };
}
