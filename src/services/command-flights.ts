/** Commands on their way: which devices a head end has in hand for us, by the job they were sent with. Memory only; the rows know as well. */
import type { NewRequest, NewTask } from '../ports/requests.js';
import type { PlannedControl } from './control-plan.js';
import type { DeviceOutcome } from './head-end-desk.js';

/** All jobs of commands bear names of this form; from the name the request can be found again. */
export const jobPrefix = 'c-';

/** What was handed to a head end as one job. */
export interface Flight {
  readonly jobId: string;
  readonly headEnd: string;
  readonly request: NewRequest;
  readonly planned: PlannedControl;
  /** By mRID of the device. */
  readonly tasks: ReadonlyMap<string, NewTask>;
  /** Whether its one device is all there is of the request. */
  readonly alone: boolean;
}

/** The name of a job: the same devices of a request, sent again, have the same one. */
export function jobIdOf(requestId: string, firstSeq: number): string {
  return `${jobPrefix}${requestId}-${firstSeq}`;
}

export function requestIdOf(jobId: string): string {
  return jobId.slice(jobPrefix.length, jobId.lastIndexOf('-'));
}

export interface Limits {
  /** Devices that one head end has in hand for us, and how many of these places are kept for urgent commands. */
  readonly headEnd: number;
  readonly reserve: number;
  /** Devices of one group. */
  readonly group: number;
}

interface Entry {
  readonly flight: Flight;
  readonly open: Set<string>;
  /** Failures that devices have reported and the head end has not confirmed yet, by mRID. */
  readonly reported: Map<string, DeviceOutcome>;
}

/** The flights of this process, and the slots they take. */
export class Flights {
  readonly #flights = new Map<string, Entry>();
  readonly #byHeadEnd = new Map<string, number>();
  readonly #byGroup = new Map<string, number>();

  constructor(readonly limits: Limits) {}

  get(jobId: string): Flight | undefined {
    return this.#flights.get(jobId)?.flight;
  }

  /** All that are on their way. */
  all(): readonly Flight[] {
    return [...this.#flights.values()].map(({ flight }) => flight);
  }

  /** How many more devices a head end may get. */
  free(headEnd: string, priority: 'normal' | 'high'): number {
    const places = this.limits.headEnd - (priority === 'high' ? 0 : this.limits.reserve);
    return Math.max(0, places - (this.#byHeadEnd.get(headEnd) ?? 0));
  }

  groupIsFull(group: string | undefined, more = 0): boolean {
    return group !== undefined && (this.#byGroup.get(group) ?? 0) + more >= this.limits.group;
  }

  begin(flight: Flight): void {
    const before = this.#flights.get(flight.jobId);
    if (before !== undefined) for (const device of before.open) this.over(flight.jobId, device);
    this.#flights.set(flight.jobId, { flight, open: new Set(flight.tasks.keys()), reported: new Map() });
    for (const task of flight.tasks.values()) this.#count(flight.headEnd, task, 1);
  }

  /** Keeps in mind what a device has reported by itself: it is believed when its head end says nothing more. */
  note(jobId: string, outcome: DeviceOutcome): void {
    this.#flights.get(jobId)?.reported.set(outcome.device.mRID, outcome);
  }

  reported(jobId: string, device: string): DeviceOutcome | undefined {
    return this.#flights.get(jobId)?.reported.get(device);
  }

  /** A device's part is over: its slot is free. */
  over(jobId: string, device: string): void {
    const entry = this.#flights.get(jobId);
    const task = entry?.flight.tasks.get(device);
    if (entry === undefined || task === undefined || !entry.open.delete(device)) return;
    this.#count(entry.flight.headEnd, task, -1);
    if (entry.open.size === 0) this.#flights.delete(jobId);
  }

  #count(headEnd: string, task: NewTask, by: number): void {
    add(this.#byHeadEnd, headEnd, by);
    const group = task.data['group'];
    if (typeof group === 'string') add(this.#byGroup, group, by);
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
