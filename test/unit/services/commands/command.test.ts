import type { TaskState } from '../../../../src/ports/requests.js';
import { after, happenings, isOpen, openStates, stepFor, type Happening } from '../../../../src/services/command.js';

const states: readonly TaskState[] = [
  'accepted',
  'waiting',
  'sent',
  'succeeded',
  'failed',
  'canceled',
  'expired',
  'unknown',
];

describe('the life of a command', () => {
  const leads: Readonly<Record<TaskState, Partial<Record<Happening, TaskState>>>> = {
    accepted: {
      wait: 'waiting',
      send: 'sent',
      cancel: 'canceled',
      refuse: 'failed',
      expire: 'expired',
      adopt: 'succeeded',
    },
    waiting: { send: 'sent', cancel: 'canceled', refuse: 'failed', expire: 'expired' },
    sent: {
      postpone: 'waiting',
      succeed: 'succeeded',
      fail: 'failed',
      lose: 'unknown',
      withdraw: 'canceled',
      expire: 'expired',
    },
    unknown: { succeed: 'succeeded', fail: 'failed', withdraw: 'canceled', expire: 'expired' },
    succeeded: {},
    failed: {},
    canceled: {},
    expired: {},
  };

  test.each(states.flatMap((state) => happenings.map((happening) => [happening, state] as const)))(
    'whether %s may happen to one that is %s',
    (happening, state) => {
      expect(after(state, happening)).toBe(leads[state][happening]);
      expect(stepFor(happening).from.includes(state)).toBe(leads[state][happening] !== undefined);
    },
  );

  test('is never sent again once it has been sent, but for the head end that has not taken it', () => {
    const reachable = new Set<TaskState>(['sent']);
    for (const state of reachable)
      for (const happening of happenings) {
        const next = happening === 'postpone' ? undefined : after(state, happening);
        if (next !== undefined) reachable.add(next);
      }
    expect([...reachable].filter((state) => after(state, 'send') !== undefined)).toEqual([]);
  });

  test('is over when nothing can happen to it any more', () => {
    for (const state of states)
      expect(isOpen(state)).toBe(happenings.some((happening) => after(state, happening) !== undefined));
    expect(openStates.every(isOpen)).toBe(true);
  });
});
