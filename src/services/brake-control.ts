/** What the API asks of the brake (ports/brake.ts). Whatever is set is recorded first, but for the kill switch, which nothing may hold up. */
import type { Brake } from '../ports/brake.js';
import type { JsonObject } from '../ports/object-store.js';
import { entryOf, record } from './audit-trail.js';
import { limitsAt, setLimits, stoppedBy, type SetLimits } from './disconnect-brake.js';
import { refuseHeld, release } from './disconnect-hold.js';
import { letDisconnectsGo, stopDisconnects } from './disconnect-stop.js';
import { day } from './disconnect-windows.js';
import type { ServicePorts } from './noun-row.js';
import { anonymous, mayEverDisconnect } from './policy.js';
import { steadyClock, timeSeen } from './steady-clock.js';

const hour = 3_600_000;

export function brakeControl(ports: ServicePorts): Brake {
  const { store, clock, guard } = ports;
  const noted = (by: string, what: string, facts: JsonObject = {}): Promise<void> =>
    record(ports, entryOf({ event: what, principal: by }, clock.now(), { decision: 'allowed', ...facts }));
  return {
    now: () => steadyClock(clock).now(),
    async state() {
      const steady = steadyClock(clock);
      steady.atLeast(await timeSeen(store));
      const now = steady.now();
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
      if (guard.policy === undefined) return false;
      return mayEverDisconnect(guard.policy, caller ?? { principal: anonymous, roles: [] });
    },
  };
}
