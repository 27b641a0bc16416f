/** What a `get MeterReadings` asks for besides the meters: source, reading types, periods, and choices among values. Pure. */
import type { GetMeterReadingsRequestType } from '../generated/GetMeterReadingsMessage.js';
import { describeReadingType, parseReadingType } from '../message/codes/reading-type.js';
import { isEndDeviceMask } from '../message/codes/end-device-code.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ReadingRow } from '../ports/object-store.js';
import { listOf, memberOf, referenceOf } from './identification.js';
import { boundOf } from './instant.js';
import { merged, within, type Period } from './reading-coverage.js';

export type Source = 'stored' | 'headEnd' | 'hybrid';

/** A reading type asked for, and where. */
export interface AskedType {
  readonly code: string;
  readonly path: string;
}

/** Plain data throughout: it is kept with requests that are answered later. */
export interface ReadingRequest {
  readonly source: Source;
  /** Each code once; undefined = all. */
  readonly types: readonly AskedType[] | undefined;
  /** The types were not asked for: they are all that the head ends measure, so that it is no failure when a meter lacks one. */
  readonly anyOfThem?: true | undefined;
  /** Undefined = the present value is wanted. */
  readonly periods: readonly Period[] | undefined;
  readonly choice: ReadingChoice;
  /** Events wanted beside the readings: a mask of their types. */
  readonly events?: string | undefined;
}

/** Which of the values there are, by what is said of them; empty lists choose nothing away. */
export interface ReadingChoice {
  readonly readings: readonly { readonly reason?: string | undefined; readonly source?: string | undefined }[];
  readonly qualities: readonly (string | undefined)[];
  /** Whether the values were taken at a trigger; undefined = either. */
  readonly trigger?: boolean | undefined;
}

/** How far ahead a period may end: a request waits in the store until then. */
const mostDaysAhead = 366;
const day = 86_400_000_000;

const sources: ReadonlyMap<string, Source> = new Map<string, Source>([
  ['stored', 'stored'],
  ['headend', 'headEnd'],
  ['hybrid', 'hybrid'],
]);

/** When a request is read. */
export interface ReadAt {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether a period may end in the future: the request is then answered later. */
  readonly mayWait: boolean;
}

/** Reads the request; what is wrong with it goes to `findings`. */
export function readRequest(request: GetMeterReadingsRequestType, at: ReadAt, findings: Finding[]): ReadingRequest {
  const profile = request.GetMeterReadings;
  const notOffered = (element: string, given: unknown): void => {
    if (listOf(given).length === 0) return;
    const details = `choosing readings by ${element} is not offered in this version; leave it out`;
    findings.push({
      code: codes.notAttempted,
      path: `GetMeterReadings.${element}`,
      details,
      values: { details: element },
    });
  };
  notOffered('TransformerTank', profile.TransformerTank);
  notOffered('MeterReadings.Readings', profile.MeterReadings?.Readings);
  notOffered(
    'Reading.timePeriod',
    profile.Reading?.flatMap(({ timePeriod }) => listOf(timePeriod)),
  );
  request.ID?.forEach((id, at) => {
    const details = 'readings have no identifier of their own; name the meter in GetMeterReadings';
    const object = { id, kind: 'other' } as const;
    findings.push({ code: codes.invalidRequestId, path: `Request.ID[${at}]`, details, object, values: { object: id } });
  });
  return {
    source: sourceOf(request, findings),
    types: typesOf(request, findings),
    periods: periodsOf(request, at, findings),
    choice: choiceOf(request),
    events: eventsAsked(request, findings),
  };
}

function sourceOf({ Option = [] }: GetMeterReadingsRequestType, findings: Finding[]): Source {
  let source: Source = 'hybrid';
  Option.forEach(({ name, value = '' }, at) => {
    if (name.trim().toLowerCase() !== 'source') return;
    const known = sources.get(value.replace(/[\s-]/g, '').toLowerCase());
    if (known !== undefined) source = known;
    else {
      const details = 'the source of readings is stored, headEnd or hybrid';
      findings.push({ code: codes.invalidSource, path: `Request.Option[${at}]`, details, values: { value } });
    }
  });
  return source;
}

function typesOf({ GetMeterReadings: { ReadingType } }: GetMeterReadingsRequestType, findings: Finding[]) {
  return readingTypes(ReadingType, 'GetMeterReadings', findings);
}

/** The reading types that elements name, each once; undefined when there are none. Malformed ones go to `findings`. */
export function readingTypes(
  elements: readonly unknown[] = [],
  root: string,
  findings: Finding[],
): readonly AskedType[] | undefined {
  const types = new Map<string, AskedType>();
  elements.forEach((element, at) => {
    const path = `${root}.ReadingType[${at}]`;
    const { mRID, names } = referenceOf('ReadingType', element);
    const code = (mRID ?? names[0]?.name ?? '').trim();
    if (parseReadingType(code) !== undefined) {
      if (!types.has(code)) types.set(code, { code, path });
      return;
    }
    const details =
      code === '' ? 'no code is given; put it into the mRID or a name' : describeReadingType(code).sentence;
    const object = { id: code, kind: 'other', objectType: 'ReadingType' } as const;
    findings.push({ code: codes.invalidReadingType, path, details, object, values: { value: code } });
  });
  return elements.length === 0 ? undefined : [...types.values()];
}

/** Schedules are alternatives; the time span of the request bounds them all. Without an end, up to now. */
function periodsOf(
  request: GetMeterReadingsRequestType,
  { now: milliseconds, mayWait }: ReadAt,
  findings: Finding[],
): readonly Period[] | undefined {
  const now = milliseconds * 1000;
  const { StartTime, EndTime, GetMeterReadings } = request;
  const schedules = GetMeterReadings.TimeSchedule ?? [];
  if (StartTime === undefined && EndTime === undefined && schedules.length === 0) return undefined;
  const before = findings.length;
  const refuse = (path: string, details: string): void => {
    findings.push({ code: codes.notAttempted, path, details, values: { details: 'not a period' } });
  };
  const read = (path: string, startText: string | undefined, endText: string | undefined): Period => {
    const after = startText === undefined ? undefined : boundOf(startText);
    const end = endText === undefined ? now : boundOf(endText);
    if (startText !== undefined && after === undefined) refuse(path, `the start ${startText} is no date`);
    if (end === undefined) refuse(path, `the end ${endText} is no date`);
    if (endText !== undefined && after !== undefined && end !== undefined && end <= after)
      refuse(path, 'the end is not after the start');
    if (end !== undefined && end > now) {
      if (!mayWait)
        refuse(
          path,
          `the end ${endText} lies in the future: a request that waits for it needs AsyncReplyFlag; leave the end out for what there is up to now`,
        );
      else if (end > now + mostDaysAhead * day)
        refuse(path, `the end ${endText} is more than ${mostDaysAhead} days ahead; a schedule reads again and again`);
    }
    return { after, until: end ?? now };
  };
  const given = read('Request', StartTime, EndTime);
  // a span without an end bounds no schedule
  const span = EndTime === undefined && schedules.length > 0 ? { ...given, until: Infinity } : given;
  const periods = schedules.map(({ scheduleInterval: { start, end } }, at) =>
    read(`GetMeterReadings.TimeSchedule[${at}].scheduleInterval`, start, end),
  );
  const found = (periods.length === 0 ? [span] : periods).flatMap((period) => within(period, span) ?? []);
  if (found.length === 0 && findings.length === before) {
    const details = 'nothing can have been measured there yet: the period is empty, or lies in the future';
    findings.push({
      code: codes.dataUnavailable,
      path: 'GetMeterReadings.TimeSchedule',
      details,
      values: { details: 'no past period' },
    });
  }
  return merged(found);
}

/** The mask of the events asked for; those of no type are all. */
function eventsAsked(
  { GetMeterReadings, StartTime, EndTime }: GetMeterReadingsRequestType,
  findings: Finding[],
): string | undefined {
  const asked = GetMeterReadings.MeterReadings?.EndDeviceEvents;
  if (asked === undefined) return undefined;
  const path = 'GetMeterReadings.MeterReadings.EndDeviceEvents';
  const { mRID, names } = referenceOf('EndDeviceEventType', asked.EndDeviceEventType);
  const mask = (mRID ?? names[0]?.name ?? '*.*.*.*').trim();
  const refuse = (details: string): void => {
    findings.push({ code: codes.notAttempted, path, details, values: { details: 'events' } });
  };
  if (!isEndDeviceMask(mask)) refuse(`${mask} is no event type; give a code of four parts, or a mask such as 3.26.*.*`);
  if (StartTime === undefined && EndTime === undefined && (GetMeterReadings.TimeSchedule ?? []).length === 0)
    refuse('events are those of a period: give one by TimeSchedule, or StartTime and EndTime');
  return mask;
}

function choiceOf({
  GetMeterReadings: { Reading = [], ReadingQuality = [], MeterReadings },
}: GetMeterReadingsRequestType): ReadingChoice {
  const trigger = MeterReadings?.isCoincidentTrigger;
  return {
    trigger: trigger === undefined ? undefined : isTrue(trigger),
    readings: Reading.map(({ reason, source }) => ({ reason, source })),
    qualities: ReadingQuality.map(({ ReadingQualityType }) => {
      const { mRID, names } = referenceOf('ReadingQualityType', ReadingQualityType);
      return mRID ?? names[0]?.name;
    }),
  };
}

/** Whether a value is of the qualities, reasons and sources asked for. */
export function fits({ readings, qualities, trigger }: ReadingChoice, { rest }: ReadingRow): boolean {
  if (trigger !== undefined && trigger !== isTrue(rest?.['isCoincidentTrigger'])) return false;
  const has = (name: 'reason' | 'source', wanted: string | undefined): boolean =>
    wanted === undefined || rest?.[name] === wanted;
  if (readings.length > 0 && !readings.some(({ reason, source }) => has('reason', reason) && has('source', source)))
    return false;
  if (qualities.length === 0) return true;
  const given = listOf(rest?.['ReadingQualities']);
  return given.some((quality) =>
    qualities.includes(memberOf(memberOf(quality, 'ReadingQualityType'), 'ref') as string),
  );
}

function isTrue(value: unknown): boolean {
  return value === 'true' || value === '1';
}
