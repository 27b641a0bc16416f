/**
 * Devices for which a command is being written down: between the look at what is under way and the commit nobody else may give them
 * one. Among several processes the store sees to it: `Batch.looked`, and `assertNothingNew` in transactions.
 */
import { DevicesTaken, type Looked, type StoreReader } from '../ports/object-store.js';
import type { NewTask } from '../ports/requests.js';
import type { ServicePorts } from './noun-row.js';

export interface Claims {
  /** Tasks about to be written for a device. */
  of(device: string): readonly NewTask[];
  /** Claims the devices of tasks until the answer is called. */
  take(tasks: readonly NewTask[]): () => void;
  /** Whether somebody has claimed a device of these tasks. */
  anyOf(tasks: readonly NewTask[]): boolean;
  /** Resolves when something has been released; to be asked again then. */
  released(): Promise<void>;
}

export function claims(): Claims {
  const claimed = new Map<string, readonly NewTask[]>();
  let waiting: (() => void)[] = [];
  return {
    of: (device) => claimed.get(device) ?? [],
    take(tasks) {
      for (const task of tasks) claimed.set(task.device, [...(claimed.get(task.device) ?? []), task]);
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        for (const task of tasks) {
          const left = (claimed.get(task.device) ?? []).filter((one) => one !== task);
          if (left.length === 0) claimed.delete(task.device);
          else claimed.set(task.device, left);
        }
        const woken = waiting;
        waiting = [];
        for (const wake of woken) wake();
      };
    },
    anyOf: (tasks) => tasks.some(({ device }) => claimed.has(device)),
    released: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

/** Waits until nobody else has claimed the devices of these tasks, and claims them until the answer is called. */
export async function claimed(claims: Claims, tasks: readonly NewTask[]): Promise<() => void> {
  while (claims.anyOf(tasks)) await claims.released();
  return claims.take(tasks);
}

/** Sees that no other process has given one of these devices something to do since they were looked at; throws `DevicesTaken`. */
export async function assertNothingNew(
  tx: Pick<StoreReader, 'activeTasks'>,
  { peers }: Pick<ServicePorts, 'peers'>,
  { devices, requests }: Looked,
): Promise<void> {
  if (peers.homes() === undefined || devices.length === 0) return;
  const active = await tx.activeTasks(devices);
  if (active.some(({ requestId }) => !requests.includes(requestId))) throw new DevicesTaken();
}
