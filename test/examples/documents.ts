/** What the examples say of nouns whose objects have no mRID: links, sets, schedules, works. */
import type { Noun } from '../../src/generated/operations.js';
import type { Members } from './document.js';
import { lifeOfADocument } from './life-of-a-document.js';
import { sayings } from './objects.js';
import { identified, known, usagePoint, wordOf, type Known, type Scene } from './scene.js';
import type { Step } from './step.js';

export const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const letters = ['A', 'B', 'C', 'D'];

/** Creates objects of a noun of master data. */
export function creating(scene: Scene, noun: Noun, objects: readonly Known[]): Step {
  const kind = objects[0]!.kind;
  const content = { [kind]: objects.map((one) => ({ ...identified(one), ...sayings[noun]!.first(scene, '1') })) };
  return { noun, verb: 'create', content, result: 'OK', code: '0.0' };
}

export function linkage(noun: Noun, scene: Scene): readonly Step[] {
  const meter = (letter: string): Known => known(scene, noun, 'Meter', letter, 'LINKED-METER');
  const point = (letter: string): Known => known(scene, noun, 'UsagePoint', letter, 'LINKED-USAGE-POINT');
  const link = (letter: string, ConfigurationEvent: Members): Members => ({
    ConfigurationEvent,
    Meter: [{ mRID: meter(letter).mRID }],
    UsagePoint: [{ mRID: point(letter).mRID }],
  });
  return lifeOfADocument(noun, {
    before: [
      creating(scene, 'MeterConfig', letters.map(meter)),
      creating(scene, 'UsagePointConfig', letters.map(point)),
    ],
    whole: (letter) => link(letter, { reason: 'meter installed' }),
    later: (letter) => link(letter, { reason: 'meter installed', remark: 'seal 4711' }),
    planned: (letter) =>
      link(letter, { effectiveDateTime: `${scene.futureDay}T00:00:00Z`, reason: 'meter to be installed' }),
    find: (letter) => ({ Meter: [{ mRID: meter(letter).mRID }] }),
  });
}

export function dataSets(noun: Noun, scene: Scene): readonly Step[] {
  const one = (kind: string, letter: string): Members =>
    identified(known(scene, noun, kind, letter, `SET-${wordOf(kind)}`));
  const set = (letter: string, customer: Members): Members => ({
    Customer: [{ ...one('Customer', letter), kind: 'residential', ...customer }],
    CustomerAccount: [{ ...one('CustomerAccount', letter), billingCycle: '15' }],
    Meter: [{ ...one('Meter', letter), serialNumber: `EX-205${letter}` }],
  });
  return lifeOfADocument(noun, {
    whole: (letter) => set(letter, {}),
    later: (letter) => set(letter, { vip: 'true' }),
    planned: (letter) => set(letter, {}),
    find: (letter) => ({ Customer: [{ mRID: known(scene, noun, 'Customer', letter).mRID }] }),
  }).map((step) => (step.verb === 'cancel' ? { ...step, result: 'FAILED', code: '6.1' } : step));
}

export function schedules(noun: Noun, scene: Scene): readonly Step[] {
  const at = (letter: string): Members => usagePoint(scene, letter.charCodeAt(0) - 64);
  const schedule = (letter: string, recurrencePattern: string): Members => ({
    ReadingType: [{ mRID: register }],
    TimeSchedule: [{ recurrencePattern, scheduleInterval: { start: `${scene.futureDay}T00:30:00Z` } }],
    UsagePoint: [at(letter)],
  });
  return lifeOfADocument(noun, {
    whole: (letter) => schedule(letter, 'daily'),
    later: (letter) => schedule(letter, 'weekly'),
    planned: (letter) => schedule(letter, 'monthly'),
    find: (letter) => ({ UsagePoint: [at(letter)] }),
  });
}

export function works(noun: Noun, scene: Scene): readonly Step[] {
  const meter = (letter: string): Known => known(scene, noun, 'Meter', letter, 'WORK-METER');
  const work = (letter: string, more: Members): Members => ({
    MeterServiceWork: [
      {
        kind: 'inspection',
        requestDateTime: `${scene.futureDay}T09:00:00Z`,
        ...more,
        Meter: { mRID: meter(letter).mRID },
      },
    ],
  });
  return lifeOfADocument(noun, {
    before: [creating(scene, 'MeterConfig', letters.map(meter))],
    whole: (letter) => work(letter, { priority: 'normal' }),
    later: (letter) => work(letter, { priority: 'high' }),
    planned: (letter) => work(letter, { priority: 'low' }),
    find: (letter) => ({ Meter: [{ mRID: meter(letter).mRID }] }),
  });
}
