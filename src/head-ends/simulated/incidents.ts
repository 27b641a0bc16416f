import type { Notice } from '../../ports/head-end.js';
import type { Scenario, Selection } from '../../ports/simulator.js';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Agenda } from './agenda.js';
import { mRIDOf, type Fleet, type Meter } from './fleet.js';
import { KINDS } from './kinds.js';
import { noise } from './noise.js';
import { chosen } from './selection.js';

export interface IncidentOptions {
  readonly fleet: Fleet;
  readonly agenda: Agenda;
  /** The meters' time. */
  readonly now: () => number;
  readonly send: (notice: Notice) => void;
}

const POWER_LOST = '*.26.0.85';
const POWER_BACK = '*.26.0.216';

/** How long last words of an outage and first ones after it come in, when nothing else is said. */
const SPREAD = { outage: 30_000, restore: 60_000 };
/** How long a meter lives on what it has stored: then it says that the supply is gone, if it still is. */
const LAST_BREATH = 3_000;
const SLICE = 2_000;

/** What happens to meters without a job: outages and their end, and events of any kind. All of it is told without a job id. */
export class Incidents {
  readonly #options: IncidentOptions;
  /** Counts what was asked for, so that each outage meets other meters, and the same run the same ones. */
  #count = 0;

  constructor(options: IncidentOptions) {
    this.#options = options;
  }

  async outage(selection: Selection, spread = SPREAD.outage): Promise<number> {
    const numbers = await this.#supply(selection, false);
    this.#tell(numbers, spread, (meter) => {
      if (!meter.condition.powered) this.say(meter, POWER_LOST);
    });
    return numbers.length;
  }

  async restore(selection: Selection, spread = SPREAD.restore): Promise<number> {
    const numbers = await this.#supply(selection, true);
    this.#tell(numbers, spread, (meter) => {
      if (meter.condition.powered) this.say(meter, POWER_BACK);
    });
    return numbers.length;
  }

  async event(selection: Selection, eventType: string, facts: Readonly<Record<string, string>> = {}): Promise<number> {
    const { fleet } = this.#options;
    const numbers = await chosen(fleet, selection, ++this.#count);
    for (const [place, number] of numbers.entries()) {
      this.say(fleet.meter(number), eventType, facts);
      if (place % SLICE === SLICE - 1) await breathe();
    }
    return numbers.length;
  }

  async setScenario(selection: Selection, scenario: Scenario | 'normal'): Promise<number> {
    const { fleet, now } = this.#options;
    const numbers = await chosen(fleet, selection, ++this.#count);
    for (const [place, number] of numbers.entries()) {
      fleet.change(fleet.meter(number), { scenario }, now());
      if (place % SLICE === SLICE - 1) await breathe();
    }
    return numbers.length;
  }

  /** The switch of a meter was operated: behind it the supply is gone or back, and a real meter tells of that as of an outage. */
  switched(meter: Meter, closed: boolean): void {
    if (meter.kind !== 'electricity') return;
    this.#options.agenda.after(LAST_BREATH, () => {
      const { switchPosition, powered } = meter.condition;
      if (powered && (switchPosition === 'closed') === closed) this.say(meter, closed ? POWER_BACK : POWER_LOST);
    });
  }

  /** Turns the supply off or on, now; answers for which meters, the first to speak first. Gas and water meters need none. */
  async #supply(selection: Selection, powered: boolean): Promise<readonly number[]> {
    const { fleet, now } = this.#options;
    const salt = ++this.#count;
    const numbers = await chosen(
      fleet,
      selection,
      salt,
      (number) => fleet.conditionOf(number).powered !== powered && fleet.kindOf(number) === 'electricity',
    );
    for (const [place, number] of numbers.entries()) {
      fleet.change(fleet.meter(number), { powered }, now());
      if (place % SLICE === SLICE - 1) await breathe();
    }
    const ranks = new Map(numbers.map((number) => [number, noise(fleet.seed, number, salt, 74)]));
    return numbers.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
  }

  #tell(numbers: readonly number[], spread: number, work: (meter: Meter) => void): void {
    const { fleet, agenda } = this.#options;
    agenda.spread(numbers, spread, (number) => work(fleet.meter(number)));
  }

  /** A meter tells of something, now and by itself. */
  say(meter: Meter, eventType: string, facts: Readonly<Record<string, string>> = {}): void {
    this.#options.send({
      kind: 'event',
      device: mRIDOf(meter.name),
      eventType: eventType.replace(/^\*/, KINDS[meter.kind].type),
      at: this.#options.now(),
      facts,
    });
  }
}
