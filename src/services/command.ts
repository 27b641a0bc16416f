/**
 * The life of a command on one device: a pure table of what may happen to it, and where that leads. What is not in the table
 * does not happen. Knows nothing of the clock, the store and head ends (behaviour.md §4).
 */
import type { TaskState } from '../ports/requests.js';

export const happenings = [
  'wait',
  'send',
  'postpone',
  'succeed',
  'fail',
  'lose',
  'cancel',
  'withdraw',
  'refuse',
  'expire',
  'adopt',
] as const;

/**
 * `wait`: for its start, or for a slot of the head end · `send`: about to be handed to the head end · `postpone`: the head end has
 * not taken it, and may later · `succeed`, `fail`: the head end says so · `lose`: whether it was carried out is not known ·
 * `cancel`: called off before it was sent · `withdraw`: called off behind that, and the head end says that it will not run ·
 * `refuse`: cannot be sent · `expire`: its deadline has passed · `adopt`: the command that it has joined was carried out.
 */
export type Happening = (typeof happenings)[number];

/** From which states something may happen, and to which it leads. */
const table: Readonly<Record<Happening, readonly [from: readonly TaskState[], to: TaskState]>> = {
  wait: [['accepted'], 'waiting'],
  send: [['accepted', 'waiting'], 'sent'],
  postpone: [['sent'], 'waiting'],
  succeed: [['sent', 'unknown'], 'succeeded'],
  fail: [['sent', 'unknown'], 'failed'],
  lose: [['sent'], 'unknown'],
  cancel: [['accepted', 'waiting'], 'canceled'],
  withdraw: [['sent', 'unknown'], 'canceled'],
  refuse: [['accepted', 'waiting'], 'failed'],
  expire: [['accepted', 'waiting', 'sent', 'unknown'], 'expired'],
  adopt: [['accepted'], 'succeeded'],
};

/** States in which a command may still come to something. */
export const openStates = ['accepted', 'waiting', 'sent', 'unknown'] as const satisfies readonly TaskState[];

/** States of a command that has not reached the head end: it can be called off, and changed. */
export const unsentStates = ['accepted', 'waiting'] as const satisfies readonly TaskState[];

export function isOpen(state: TaskState): boolean {
  return (openStates as readonly TaskState[]).includes(state);
}

/** The state of a task that is handed over as soon as it is on disk. */
export function sentAs(jobId: string): { readonly state: TaskState; readonly jobId: string } {
  return { state: 'sent', jobId };
}

/** Where something leads from a state; undefined = it may not happen there. */
export function after(state: TaskState, happening: Happening): TaskState | undefined {
  const [from, to] = table[happening];
  return from.includes(state) ? to : undefined;
}

/** The step as the store guards it: nothing happens to a row that is in none of these states any more. */
export function stepFor(happening: Happening): { readonly from: readonly TaskState[]; readonly to: TaskState } {
  const [from, to] = table[happening];
  return { from, to };
}
