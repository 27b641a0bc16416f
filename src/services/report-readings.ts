/**
 * `created` and `changed MeterReadings`: what head ends and meter data systems deliver becomes rows, many at a time, in one
 * transaction for the message however large it is. Told again, it changes nothing.
 *
 * Definitions that accompany the readings (ReadingType, ReadingQualityType, EndDeviceEventType) are not kept: readings carry
 * their codes themselves, and a code says all that the definition could.
 */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { MeterReading } from '../generated/MeterReadings.js';
import { parseReadingType } from '../message/codes/reading-type.js';
import { payloadPieces, type AnyMessage, type AnyResponse, type Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { resultOf, type ReplyParts, type Result } from '../message/replies.js';
import type { JsonObject, Provenance, ReadingRow, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { devicePlaces, objectIdOf, referenceOf, resolve } from './identification.js';
import { instantOf } from './instant.js';
import { keepEvents } from './keep-notices.js';
import { answerIn } from './kept-answers.js';
import { metersOfUsagePoint } from './linkage.js';
import type { ServicePorts } from './noun-row.js';
import { putAndPublish } from './publish-readings.js';
import { restOf } from './reading-answer.js';
import { assetOf, eventObject } from './reported.js';
import { acknowledged } from './report-objects.js';
import { provenanceOf, subjectOf } from './subject.js';

/** Rows held before they are written. */
const mostRows = 20_000;
/** Findings told one by one; a reply with more would help nobody. */
const mostFindings = 1_000;

type Found = { readonly meter: StoredObject } | { readonly finding: Finding };

/** Everything one message brings, on its way into the store. */
export async function reportReadings(ports: ServicePorts, message: AnyMessage, call: Call): Promise<AnyResponse> {
  const subject = subjectOf({ verbs: [], objects: ['EndDeviceEvent'] }, 'EndDeviceEvents', ports);
  const provenance = provenanceOf(subject, message, call);
  return ports.store.transaction(async (tx) => {
    const intake = new Intake(tx, ports, provenance, call.operation.verb, message.Header.CorrelationID);
    for await (const { root, offsets } of payloadPieces(message, call)) {
      const offset = offsets['MeterReading'] ?? 0;
      for (const [at, reading] of ((root['MeterReading'] ?? []) as MeterReading[]).entries()) {
        await intake.take(reading, `MeterReadings.MeterReading[${offset + at}]`);
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
  #rows: ReadingRow[] = [];
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
    return this.#rows.length + this.#events.length >= mostRows;
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
    this.#events = [];
  }

  /** Takes one MeterReading; waits only for a meter not met before. */
  async take(reading: MeterReading, path: string): Promise<void> {
    const key = JSON.stringify([
      reading.Meter?.mRID,
      reading.Meter?.Names,
      reading.Meter ? undefined : reading.UsagePoint,
    ]);
    let found = this.#meters.get(key);
    if (found === undefined) {
      found = await this.#meterOf(reading, path);
      this.#meters.set(key, found);
    }
    if ('meter' in found) {
      this.#devices.set(found.meter.mRID, found.meter);
      this.#takeAll(reading, found.meter, path);
    } else this.#find({ ...found.finding, path: pathOfMeter(reading, path) });
  }

  async #meterOf({ Meter, UsagePoint }: MeterReading, path: string): Promise<Found> {
    if (Meter !== undefined) {
      const found = await resolve(this.tx, devicePlaces, referenceOf('Meter', Meter), path);
      return 'object' in found ? { meter: found.object } : found;
    }
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

  #takeAll(reading: MeterReading, meter: StoredObject, path: string): void {
    const trigger = reading.isCoincidentTrigger;
    reading.IntervalBlocks?.forEach((block, at) => {
      const place = `${path}.IntervalBlocks[${at}]`;
      const readingType = this.#typeOf(block.ReadingType.ref, `${place}.ReadingType`);
      if (readingType === undefined || block.IntervalReadings === undefined) return;
      const around = { calculation: block.PendingCalculation, trigger };
      const { mRID } = meter;
      for (let index = 0; index < block.IntervalReadings.length; index++) {
        const each = block.IntervalReadings[index]!;
        const instant = each.timeStamp === undefined ? undefined : instantOf(each.timeStamp);
        if (instant === undefined) this.#undated(each.timeStamp, `${place}.IntervalReadings[${index}]`);
        else this.#keep(mRID, readingType, instant, each, 'interval', restOf(each, around));
      }
    });
    reading.Readings?.forEach((each, index) => {
      const place = `${path}.Readings[${index}]`;
      const readingType = this.#typeOf(each.ReadingType.ref, `${place}.ReadingType`);
      if (readingType === undefined) return;
      const instant = each.timeStamp === undefined ? undefined : instantOf(each.timeStamp);
      if (instant === undefined) this.#undated(each.timeStamp, place);
      else this.#keep(meter.mRID, readingType, instant, each, 'reading', restOf(each, { trigger }));
    });
    reading.EndDeviceEvents?.forEach((event) => {
      const whole: EndDeviceEvent = event.Assets === undefined ? { ...event, Assets: assetOf(meter) } : event;
      const { document } = eventObject(whole, meter.mRID, JSON.stringify(event));
      this.#events.push(document as unknown as EndDeviceEvent);
      this.good++;
    });
  }

  /** A row made member by member: a message brings hundreds of thousands. */
  #keep(
    meter: string,
    readingType: string,
    instant: number,
    { timeStamp = '', value }: { readonly timeStamp?: string; readonly value?: string },
    shape: ReadingRow['shape'],
    rest: JsonObject | undefined,
  ): void {
    this.good++;
    this.#rows.push({ meter, readingType, instant, timeStamp, value, shape, rest });
  }

  #undated(timeStamp: string | undefined, path: string): void {
    const details =
      timeStamp === undefined
        ? 'the reading does not say when it was taken'
        : `${timeStamp} is no date, or lies before 1685 or after 2254`;
    this.#find({ code: codes.fieldMissing, path, details, values: { element: 'timeStamp' } });
  }

  /** The code of a reading type; nothing, and a finding, when it is none. */
  #typeOf(ref: string | undefined, path: string): string | undefined {
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
      path,
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
