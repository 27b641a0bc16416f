/** Controls of the supply switch, of a valve just the same. */
import type { Condition } from '../../ports/simulator.js';
import type { Act, Effect, Outcome } from './act.js';

export const connect: Effect = (act) => operate(act, { switchPosition: 'closed', armedForOpen: false });

export const disconnect: Effect = (act) => operate(act, { switchPosition: 'open', armedForOpen: false });

/** An open switch may be closed on the spot from now on. Until that is done nothing flows. */
export const armForClosure: Effect = (act) =>
  act.meter.condition.switchPosition === 'closed'
    ? failed(act, 'is closed already, and only an open switch can be armed for closure')
    : operate(act, { switchPosition: 'armed' });

/** A closed switch may be opened on the spot from now on. Until that is done all goes on. */
export const armForOpen: Effect = (act) =>
  act.meter.condition.switchPosition === 'closed'
    ? operate(act, { armedForOpen: true })
    : failed(act, 'is not closed, and only a closed switch can be armed for opening');

/** Enables or disables the switch as such; where it stands does not change. */
export function useSwitch(switchEnabled: boolean): Effect {
  return (act) => {
    act.change({ switchEnabled });
    return { facts: { ...positionOf(act), 'switch function': switchEnabled ? 'enabled' : 'disabled' } };
  };
}

/** Puts a limit of the supply into force or takes it away. */
export function limitSupply(limit: 'supplyLimit' | 'emergencyLimit', on: boolean): Effect {
  const name = limit === 'supplyLimit' ? 'supply capacity limit' : 'emergency supply capacity limit';
  return (act) => {
    act.change({ [limit]: on });
    return { facts: { [name]: on ? 'enabled' : 'disabled' } };
  };
}

/** The facts of where the switch stands. */
export function positionOf({ meter }: Pick<Act, 'meter'>): Readonly<Record<string, string>> {
  const { switchPosition, armedForOpen } = meter.condition;
  return { 'switch position': switchPosition, ...(armedForOpen ? { 'armed for': 'open' } : {}) };
}

function operate(act: Act, change: Partial<Condition>): Outcome {
  if (!act.meter.condition.switchEnabled) return failed(act, 'is disabled; enable it first');
  act.change(change);
  return { facts: positionOf(act) };
}

function failed(act: Act, why: string): Outcome {
  return { facts: positionOf(act), wrong: `the switch of ${act.meter.name} ${why}` };
}
