/**
 * `created` and `changed MeterReadings`: what head ends and meter data systems deliver becomes rows, many at a time, in one
 * transaction for the message however large it is. Told again, it changes nothing.
 *
 * Definitions that accompany the readings (ReadingType, ReadingQualityType, EndDeviceEventType) are not kept: readings carry
 * their codes themselves, and a code says all that the definition could.
 */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { IntervalReading, MeterReading, Reading } from '../generated/MeterReadings.js';
import { parseReadingType } from '../message/codes/reading-type.js';
import { packedPieces, type AnyMessage, type AnyResponse, type Call, type PayloadPiece } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { isPacked, type PackedReadings } from '../message/packed-readings.js';
import { codes } from '../message/reply-codes.js';
import { resultOf, type ReplyParts, type Result } from '../message/replies.js';
import type { Provenance, ReadingRow, ReadingSeries, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { devicePlaces, objectIdOf, referenceOf, resolve, type Resolution } from './identification.js';
import { instantOf } from './instant.js';
import { keepEvents } from './keep-notices.js';
import { answerIn } from './kept-answers.js';
import { metersOfUsagePoint } from './linkage.js';
import type { ServicePorts } from './noun-row.js';
import { putAndPublish } from './publish-readings.js';
import { restOf } from './reading-answer.js';
import { assetOf, eventObject } from './reported.js';
import { acknowledged } from './report-objects.js';
import { resolveAll, type Asked } from './resolve-all.js';
import { provenanceOf, subjectOf } from './subject.js';

/** Rows held before they are written. */
const mostRows = 20_000;
/** Findings told one by one; a reply with more would help nobody. */
const mostFindings = 1_000;

type Within = NonNullable<PayloadPiece['within']>;
type Found = { readonly meter: StoredObject } | { readonly finding: Finding };

/** Everything one message brings, on its way into the store. */
export async function reportReadings(ports: ServicePorts, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const subject = subjectOf({ verbs: [], objects: ['EndDeviceEvent'] }, 'EndDeviceEvents', ports);
  const provenance = provenanceOf(subject, message, call);
  return ports.store.transaction(async (tx) => {
    const intake = new Intake(tx, ports, provenance, call.operation.verb, message.Header.CorrelationID);
    for await (const { root, offsets, within, packed } of packedPieces(message, call)) {
      const offset = offsets['MeterReading'] ?? 0;
      const readings = (root['MeterReading'] ?? []) as MeterReading[];
      await intake.meet(readings);
      for (const [at, reading] of readings.entries()) {
        await intake.take(reading, `MeterReadings.MeterReading[${offset + at}]`, packed, at === 0 ? within : undefined);
        if (intake.full) await intake.flush();
      }
    }
    await intake.flush();
    const { good, bad, findings } = intake;
    if (good === 0 && bad > 0) throw new ReplyError(...findings);
    const parts = partsOf(resultOf(good, bad), findings);
    return answerIn(tx, { noun: 'MeterReadings', ports }, message, call, parts);
  });
}

function partsOf(result: Result, findings: readonly Finding[]): ReplyParts {
  if (result !== 'PARTIAL') return acknowledged({ result: 'OK' });
  const details = 'what is not named here is stored; nothing more follows';
  return { result, findings: [{ code: codes.partialDone, details }, ...findings] };
}

class Intake {
  good = 0;
  bad = 0;
  readonly #findings: Finding[] = [];
  readonly #meters = new Map<string, Found>();
  readonly #types = new Map<string, boolean>();
  #rows: (ReadingRow | ReadingSeries)[] = [];
  /** How many readings these are. */
  #count = 0;
  #events: EndDeviceEvent[] = [];
  /** By mRID. */
  readonly #devices = new Map<string, StoredObject>();

  constructor(
    readonly tx: StoreTransaction,
    readonly ports: ServicePorts,
    readonly provenance: Provenance,
    readonly verb: string,
    readonly correlationId: string | undefined,
  ) {}

  get full(): boolean {
    return this.#count + this.#events.length >= mostRows;
  }

  get findings(): readonly Finding[] {
    const more = this.bad - this.#findings.length;
    if (more === 0) return this.#findings;
    return [
      ...this.#findings,
      { code: codes.severalErrors, details: `${more} more findings are not listed`, values: { details: 'too many' } },
    ];
  }

  async flush(): Promise<void> {
    const { tx, ports, provenance, verb, correlationId } = this;
    if (this.#rows.length > 0) await putAndPublish(tx, ports, verb, this.#rows, this.#devices, { correlationId });
    await keepEvents(tx, ports, this.#events, provenance, correlationId);
    this.#rows = [];
    this.#count = 0;
    this.#events = [];
  }

  /** Looks for the meters of these that have not been met before, all at once. */
  async meet(readings: readonly MeterReading[]): Promise<void> {
    const strange = new Map<string, Asked>();
    for (const reading of readings) {
      const key = keyOf(reading);
      if (reading.Meter === undefined || this.#meters.has(key) || strange.has(key)) continue;
      // each finding gets its own path when it is told
      strange.set(key, { reference: referenceOf('Meter', reading.Meter), path: '' });
    }
    const found = await resolveAll(this.tx, devicePlaces, [...strange.values()]);
    for (const [at, key] of [...strange.keys()].entries()) this.#meters.set(key, foundOf(found[at]!));
  }

  /** Takes one MeterReading; waits only for one that names a usage point not met before. */
  async take(reading: MeterReading, path: string, packed?: PackedReadings, within: Within = {}): Promise<void> {
    const key = keyOf(reading);
    let found = this.#meters.get(key);
    if (found === undefined) {
      found = await this.#meterOf(reading, path);
      this.#meters.set(key, found);
    }
    if ('meter' in found) {
      this.#devices.set(found.meter.mRID, found.meter);
      this.#takeAll(reading, found.meter, path, packed, within);
    } else this.#find({ ...found.finding, path: pathOfMeter(reading, path) });
  }

  async #meterOf({ Meter, UsagePoint }: MeterReading, path: string): Promise<Found> {
    if (Meter !== undefined) return foundOf(await resolve(this.tx, devicePlaces, referenceOf('Meter', Meter), path));
    if (UsagePoint === undefined) {
      const details = 'it does not say whose readings these are; give a Meter or a UsagePoint';
      return { finding: { code: codes.payloadMissing, details, values: { element: 'Meter' } } };
    }
    const reference = referenceOf('UsagePoint', UsagePoint);
    const found = await metersOfUsagePoint(this.tx, reference, path, this.ports.clock.now());
    if ('finding' in found) return found;
    const [meter, second] = found.meters;
    if (meter !== undefined && second === undefined) return { meter };
    const object = objectIdOf(reference);
    const details = `${found.meters.length} meters are linked to the usage point ${object.id}; name the one that measured`;
    return { finding: { code: codes.relationshipMismatch, details, object, values: { object: object.id } } };
  }

  #takeAll(
    reading: MeterReading,
    meter: StoredObject,
    path: string,
    packed: PackedReadings | undefined,
    within: Within,
  ): void {
    const trigger = reading.isCoincidentTrigger;
    const { mRID } = meter;
    const { IntervalBlocks: blocks = 0, IntervalReadings: intervals = 0, Readings: readings = 0 } = within;
    reading.IntervalBlocks?.forEach((block, at) => {
      const place = `${path}.IntervalBlocks[${blocks + at}]`;
      const readingType = this.#typeOf(block.ReadingType.ref, () => `${place}.ReadingType`);
      if (readingType === undefined || block.IntervalReadings === undefined) return;
      const around = { calculation: block.PendingCalculation, trigger };
      this.#takeList(block.IntervalReadings, packed, `${place}.IntervalReadings`, at === 0 ? intervals : 0, (each) => ({
        meter: mRID,
        readingType,
        shape: 'interval',
        rest: restOf(each, around),
      }));
    });
    this.#takeList(reading.Readings ?? [], packed, `${path}.Readings`, readings, (each, at) => {
      const readingType = this.#typeOf(each.ReadingType.ref, () => `${path}.Readings[${at}].ReadingType`);
      if (readingType === undefined) return undefined;
      return { meter: mRID, readingType, shape: 'reading', rest: restOf(each, { trigger }) };
    });
    reading.EndDeviceEvents?.forEach((event) => {
      const whole: EndDeviceEvent = event.Assets === undefined ? { ...event, Assets: assetOf(meter) } : event;
      const { document } = eventObject(whole, meter.mRID, JSON.stringify(event));
      this.#events.push(document as unknown as EndDeviceEvent);
      this.good++;
    });
  }

  /**
   * @param begins how many of the list came before
   * @param whose what a reading is besides its time and value; undefined, and a finding, when it is nothing
   */
  #takeList<R extends IntervalReading | Reading>(
    list: readonly R[],
    packed: PackedReadings | undefined,
    path: string,
    begins: number,
    whose: (each: R, at: number) => Omit<ReadingSeries, 'packed' | 'from' | 'count'> | undefined,
  ): void {
    let before = begins;
    for (let at = 0; at < list.length; at++) {
      const each = list[at]!;
      const next = list[at + 1];
      if (packed !== undefined && isPacked(next)) {
        const { from, count } = next.packed;
        const first = before;
        this.#takeSeries(packed, from, count, (n) => whose(each, first + n));
        before += count;
        at++;
        continue;
      }
      const row = whose(each, before++);
      if (row === undefined) continue;
      const { timeStamp = '', value } = each;
      const instant = instantOf(timeStamp);
      if (instant === undefined) {
        this.#undated(each.timeStamp, `${path}[${before - 1}]`);
        continue;
      }
      // member by member: a message may bring hundreds of thousands of them
      const { meter, readingType, shape, rest } = row;
      this.#rows.push({ meter, readingType, instant, timeStamp, value, shape, rest });
      this.#count++;
      this.good++;
    }
  }

  /** Readings that are all like the first: if that is wrong each of them is, and says so. */
  #takeSeries(
    packed: PackedReadings,
    from: number,
    count: number,
    whose: (n: number) => Omit<ReadingSeries, 'packed' | 'from' | 'count'> | undefined,
  ): void {
    const series = whose(0);
    if (series === undefined) {
      for (let n = 1; n < count; n++) whose(n);
      return;
    }
    this.#rows.push({ ...series, packed, from, count });
    this.#count += count;
    this.good += count;
  }

  #undated(timeStamp: string | undefined, path: string): void {
    const details =
      timeStamp === undefined
        ? 'the reading does not say when it was taken'
        : `${timeStamp} is no date, or lies before 1685 or after 2254`;
    this.#find({ code: codes.fieldMissing, path, details, values: { element: 'timeStamp' } });
  }

  /** The code of a reading type; nothing, and a finding, when it is none. */
  #typeOf(ref: string | undefined, path: () => string): string | undefined {
    const code = ref?.trim() ?? '';
    let known = this.#types.get(code);
    if (known === undefined) {
      known = parseReadingType(code) !== undefined;
      this.#types.set(code, known);
    }
    if (known) return code;
    const details =
      code === ''
        ? 'the reading type is missing; put its code into ref'
        : 'a reading type is a code of 18 numbers joined with dots';
    this.#find({
      code: codes.invalidReadingType,
      path: path(),
      details,
      object: { id: code, kind: 'other', objectType: 'ReadingType' },
      values: { value: code },
    });
    return undefined;
  }

  #find(finding: Finding): void {
    const last = this.#findings.at(-1);
    // a large MeterReading comes in several pieces, and would say the same of each
    if (last?.path === finding.path && last?.code === finding.code && last.object !== undefined) return;
    this.bad++;
    if (this.#findings.length < mostFindings) this.#findings.push(finding);
  }
}

function pathOfMeter({ Meter, UsagePoint }: MeterReading, path: string): string {
  if (Meter !== undefined) return `${path}.Meter`;
  return UsagePoint === undefined ? path : `${path}.UsagePoint`;
}

/** The same for all that belong to the same meter as they name it. */
function keyOf({ Meter, UsagePoint }: MeterReading): string {
  return JSON.stringify([Meter?.mRID, Meter?.Names, Meter ? undefined : UsagePoint]);
}

function foundOf(found: Resolution): Found {
  return 'object' in found ? { meter: found.object } : found;
}
