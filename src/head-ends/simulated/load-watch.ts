/**
 * Tells of load control events that begin and end by themselves, at their times and without a job. Edges are kept by whole seconds
 * under one timer, however many meters have them.
 */
import type { LoadEvent } from '../../ports/simulator.js';
import type { Agenda } from './agenda.js';
import type { Fleet, Meter } from './fleet.js';

const STARTED = '15.17.242';
const STOPPED = '15.17.243';
const SECOND = 1_000;

interface Edge {
  readonly what: 'begin' | 'end';
  readonly number: number;
  readonly event: LoadEvent;
  /** First part of the code of the control, which is that of what is told. */
  readonly type: string;
}

export interface LoadWatchOptions {
  readonly fleet: Fleet;
  readonly agenda: Agenda;
  /** The meters' time, and how many times faster than the clock it runs. */
  readonly time: { now(): number; readonly speed: number };
  readonly say: (meter: Meter, eventType: string, facts: Readonly<Record<string, string>>) => void;
}

/** Whether a control plans an event, so that its beginning is another matter than the control's own success. */
function plans(controlType: string): boolean {
  return controlType.endsWith('.15.43.300');
}

export class LoadWatch {
  readonly #options: LoadWatchOptions;
  /** Edges by the second in which they are told. */
  readonly #edges = new Map<number, Edge[]>();
  /** Ends that will not come, since a control has ended the event before. */
  readonly #endedBefore = new Set<string>();
  /** Counts the timers set, so that only the last one counts. */
  #timer = 0;
  /** The second that is waited for. */
  #next = Infinity;

  constructor(options: LoadWatchOptions) {
    this.#options = options;
  }

  /** Takes note of what a control has made of a meter's load events. */
  heed(meter: Meter, before: readonly LoadEvent[], controlType: string): void {
    const after = meter.condition.loadEvents;
    if (after === before) return;
    const { number } = meter;
    const [type = ''] = controlType.split('.');
    const now = this.#options.time.now();
    for (const event of before)
      if (event.to > now && event.to !== Infinity && !after.some((one) => isSame(one, event)))
        this.#endedBefore.add(endOf(number, event));
    for (const event of after) {
      const former = before.find(({ id }) => id === event.id);
      if (former === undefined && plans(controlType)) this.#add(event.from, { what: 'begin', number, event, type });
      if (former?.to !== event.to && event.to !== Infinity) this.#add(event.to, { what: 'end', number, event, type });
    }
  }

  /** Waits for the next edge anew: there is another one, or time runs at another speed. */
  rearm(): void {
    const mine = ++this.#timer;
    this.#next = [...this.#edges.keys()].reduce((one, other) => Math.min(one, other), Infinity);
    if (this.#next === Infinity) return;
    const { agenda, time } = this.#options;
    const wait = Math.max(0, Math.ceil((this.#next * SECOND - time.now()) / time.speed));
    agenda.after(wait, () => {
      if (mine !== this.#timer) return;
      this.#tell();
      this.rearm();
    });
  }

  /** Forgets all edges. */
  clear(): void {
    this.#edges.clear();
    this.#endedBefore.clear();
    this.#timer++;
    this.#next = Infinity;
  }

  #add(at: number, edge: Edge): void {
    const second = secondOf(at);
    const edges = this.#edges.get(second);
    if (edges === undefined) this.#edges.set(second, [edge]);
    else edges.push(edge);
    if (second < this.#next) this.rearm();
  }

  #tell(): void {
    const now = this.#options.time.now();
    for (const second of [...this.#edges.keys()].sort((one, other) => one - other)) {
      if (second * SECOND > now) return;
      const edges = this.#edges.get(second) ?? [];
      this.#edges.delete(second);
      for (const edge of edges) this.#tellOf(edge);
    }
  }

  /** An event that was called off, or ends at another time by now, is not told of: the control that did it has been. */
  #tellOf({ what, number, event, type }: Edge): void {
    const { fleet, say } = this.#options;
    const name = `${event.flow === 'reverse' ? 'feeding in' : 'load'} control`;
    const meter = fleet.meter(number);
    if (what === 'end') {
      const before = this.#endedBefore.delete(endOf(number, event));
      if (!before && meter.reachable) say(meter, `${type}.${STOPPED}`, { [name]: 'none' });
      return;
    }
    const isThere = meter.condition.loadEvents.some(({ id }) => id === event.id);
    if (isThere && meter.reachable) say(meter, `${type}.${STARTED}`, { [name]: 'in force' });
  }
}

/** The first whole second that is not before a time. */
function secondOf(at: number): number {
  return Math.ceil(at / SECOND);
}

function isSame(one: LoadEvent, other: LoadEvent): boolean {
  return one.id === other.id && one.to === other.to;
}

function endOf(number: number, { id, to }: LoadEvent): string {
  return `${number} ${id} ${to}`;
}
