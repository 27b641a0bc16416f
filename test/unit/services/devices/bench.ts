/** Services over a head end on a virtual clock and a store in memory, with the head end's meters already adopted. */
import { setTimeout as pause } from 'node:timers/promises';
import { nouns } from '../../../../src/nouns.js';
import type { AnyMessage, AnyResponse } from '../../../../src/generated/operations.js';
import type { Dispatch } from '../../../../src/message/call.js';
import type { HeadEnd } from '../../../../src/ports/head-end.js';
import { StoreUnavailable, type StoredObject } from '../../../../src/ports/object-store.js';
import type { Subscription } from '../../../../src/ports/registry.js';
import { dispatcher } from '../../../../src/services/dispatcher.js';
import { headEndDesk, type HeadEndDesk } from '../../../../src/services/head-end-desk.js';
import { adoptInventory } from '../../../../src/services/inventory.js';
import type { Guard } from '../../../../src/services/guard.js';
import type { ServiceSettings } from '../../../../src/services/noun-row.js';
import type { MessageBuilder } from '../../../support/builders.js';
import { testPorts, type TestPorts } from '../../../support/test-ports.js';
import type { VirtualClock } from '../../../support/virtual-clock.js';

export interface Bench {
  readonly ports: TestPorts;
  readonly desk: HeadEndDesk;
  readonly dispatch: Dispatch;
  readonly trouble: unknown[];
  /** Sends a message and lets time pass until it is answered. */
  ask(message: MessageBuilder): Promise<AnyResponse>;
  /** Lets time pass until the work is done. */
  until<T>(work: Promise<T>): Promise<T>;
  /** Events stored, in order. */
  events(): Promise<readonly StoredObject[]>;
  control(mRID: string): Promise<StoredObject | undefined>;
  close(): Promise<void>;
}

export async function aBench(
  headEnd: (clock: VirtualClock) => HeadEnd,
  clock: VirtualClock,
  settings: Partial<ServiceSettings> = {},
  subscriptions: readonly Subscription[] = [],
  guard: Partial<Guard> = {},
): Promise<Bench> {
  const ports = await testPorts({
    ...{ headEnds: [headEnd(clock)], clock, settings, subscriptions, guard },
    successCode: true,
  });
  const desk = headEndDesk(ports);
  const trouble: unknown[] = [];
  await desk.start((error) => trouble.push(error));
  await adoptInventory(ports);
  const dispatch = dispatcher(nouns, ports);

  async function until<T>(work: Promise<T>): Promise<T> {
    let over = false;
    const done = work.finally(() => (over = true));
    done.catch(() => {});
    // Small steps first, since the store works in real time; larger ones when it is for deadlines that we wait.
    for (let step = 10; !over; step = Math.min(step + 1, 250)) {
      await Promise.race([done.catch(() => {}), pause(1)]);
      if (!over) await clock.advance(step);
    }
    return done;
  }

  return {
    ports,
    desk,
    dispatch,
    trouble,
    until,
    ask: (message) => until(message.to(dispatch)),
    events: () => ports.store.objects({ noun: 'EndDeviceEvents', limit: 1_000 }),
    control: (mRID) => ports.store.objectByMRID('EndDeviceControls', ['EndDeviceControl'], mRID),
    async close() {
      await desk.stop();
      await ports.close();
    },
  };
}

/** The store cannot work until the answer is called. */
export function outage({ ports: { store } }: Bench): () => void {
  const { transaction, write } = store;
  const fails = () => Promise.reject(new StoreUnavailable('disk full', 'SQLITE_FULL'));
  Object.assign(store, { transaction: fails, write: fails });
  return () => void Object.assign(store, { transaction, write });
}

/** The payload root of an answer. */
export function rootOf<T>(reply: AnyResponse, noun: string): T {
  return (reply.Payload as AnyMessage['Payload'] & Record<string, T>)[noun] as T;
}
