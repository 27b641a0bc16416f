// Generated from GetMeterReadings.xsd by `npm run generate`. Do not edit.
/** Request profile: what to select when MeterReadings is queried. Objects are given by mRID or by name. Structure known from published schemas. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/GetMeterReadings#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:get="http://iec.ch/TC57/2011/GetMeterReadings#"';

/** Why a value was or is to be taken. */
export type ReadingReasonKind = 'billing' | 'demandReset' | 'inquiry' | 'installation' | 'loadManagement' | 'loadResearch' | 'moveIn' | 'moveOut' | 'other' | 'removal' | 'serviceConnect' | 'serviceDisconnect';
export const valuesOfReadingReasonKind: ReadonlySet<string> = new Set<ReadingReasonKind>(['billing', 'demandReset', 'inquiry', 'installation', 'loadManagement', 'loadResearch', 'moveIn', 'moveOut', 'other', 'removal', 'serviceConnect', 'serviceDisconnect']);

/** Root of the profile: selects what is asked for; objects of the same kind are alternatives. */
export interface GetMeterReadings {
  readonly EndDevice?: readonly EndDevice[];
  readonly EndDeviceGroup?: readonly EndDeviceGroup[];
  readonly MeterReadings?: MeterReadings;
  readonly Reading?: readonly Reading[];
  readonly ReadingQuality?: readonly ReadingQuality[];
  readonly ReadingType?: readonly ReadingType[];
  readonly TimeSchedule?: readonly TimeSchedule[];
  readonly TransformerTank?: readonly TransformerTank[];
  readonly UsagePoint?: readonly UsagePoint[];
  readonly UsagePointGroup?: readonly UsagePointGroup[];
}

/** Selects values taken at the moment a trigger condition was met. */
export interface CoincidentReading {
  /** Why the value was or is to be taken. */
  readonly reason?: ReadingReasonKind;
  /** System or device that first produced the value. */
  readonly source?: XsString;
  /** Meaning of the value, by the 18-part reading type code. */
  readonly ReadingType: ReadingType;
  /** Span the value refers to, for totals and maxima; the start may be left out. */
  readonly timePeriod?: DateTimeInterval;
}

/** Span between two points in time; a missing bound leaves that side open. */
export interface DateTimeInterval {
  /** First instant after the span. */
  readonly end?: XsDateTime;
  /** First instant of the span. */
  readonly start?: XsDateTime;
}

/** Device at the customer side of the network: a meter, a load switch, a display, a thermostat. */
export interface EndDevice {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Something that happened in or to a device, with the time the device saw it. */
export interface EndDeviceEvent {
  /** Kind of event; ref holds its four-part code, such as 3.26.0.85 for power failed. */
  readonly EndDeviceEventType: EndDeviceEventType;
}

/** Kind of an event, given by the four-part end device event code. */
export interface EndDeviceEventType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Named set of devices that can be addressed as one. */
export interface EndDeviceGroup {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Device that measures, for billing or for supervision. */
export interface Meter {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Selects values by a coincident trigger, an event, a meter or a usage point. */
export interface MeterReadings {
  /** True if these values were taken because a trigger condition was met. */
  readonly isCoincidentTrigger?: XsBoolean;
  /** Events delivered together with the values. */
  readonly EndDeviceEvents?: EndDeviceEvent;
  /** Meter the values come from. */
  readonly Meter?: Meter;
  /** Single values: register reads, maxima, instantaneous values. */
  readonly Readings?: CoincidentReading;
  /** Usage point the values belong to. */
  readonly UsagePoint?: UsagePoint;
}

/** A name of an object. The same object may have several, told apart by their type and authority. */
export interface Name {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: NameType;
}

/** Kind of name, such as MeterName or UtilityMeterID; names are unique within a type of one authority. */
export interface NameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: NameTypeAuthority;
}

/** Organisation or system that assigns the names of a type. */
export interface NameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

/** One measured, calculated or estimated value. */
export interface Reading {
  /** Why the value was or is to be taken. */
  readonly reason?: ReadingReasonKind;
  /** System or device that first produced the value. */
  readonly source?: XsString;
  /** Span the value refers to, for totals and maxima; the start may be left out. */
  readonly timePeriod?: DateTimeInterval;
}

export interface ReadingQualityReadingQualityType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Statement on the quality of one value, such as estimated or validated. */
export interface ReadingQuality {
  /** Kind of statement, by the three-part reading quality code, such as 1.0.0 for valid data from the meter. */
  readonly ReadingQualityType: ReadingQualityReadingQualityType;
}

/** What a value means: quantity, unit, scale, interval, direction and more, as the 18-part reading type code or as its parts. */
export interface ReadingType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** When something is to happen: once, at listed points, or repeatedly within a span. */
export interface TimeSchedule {
  /** Span in which the schedule holds; in a query the span asked for. */
  readonly scheduleInterval: DateTimeInterval;
}

/** Transformer that feeds a usage point. */
export interface TransformerTank {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Logical point of the network where a service is used and metered; it stays when meters change. */
export interface UsagePoint {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Named set of usage points that can be addressed as one. */
export interface UsagePointGroup {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readGetMeterReadings(c: Cursor): GetMeterReadings {
  const end = c.enter();
  const value: GetMeterReadings = {
    EndDevice: c.many(N, 'EndDevice', readEndDevice),
    EndDeviceGroup: c.many(N, 'EndDeviceGroup', readEndDeviceGroup),
    MeterReadings: c.maybe(N, 'MeterReadings', readMeterReadings),
    Reading: c.many(N, 'Reading', readReading),
    ReadingQuality: c.many(N, 'ReadingQuality', readReadingQuality),
    ReadingType: c.many(N, 'ReadingType', readReadingType),
    TimeSchedule: c.many(N, 'TimeSchedule', readTimeSchedule),
    TransformerTank: c.many(N, 'TransformerTank', readTransformerTank),
    UsagePoint: c.many(N, 'UsagePoint', readUsagePoint),
    UsagePointGroup: c.many(N, 'UsagePointGroup', readUsagePointGroup),
  };
  c.leave(end);
  return value;
}

export function readCoincidentReading(c: Cursor): CoincidentReading {
  const end = c.enter();
  const value: CoincidentReading = {
    reason: c.maybeText(N, 'reason', valuesOfReadingReasonKind) as ReadingReasonKind | undefined,
    source: c.maybeText(N, 'source'),
    ReadingType: c.one(N, 'ReadingType', readReadingType),
    timePeriod: c.maybe(N, 'timePeriod', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readDateTimeInterval(c: Cursor): DateTimeInterval {
  const end = c.enter();
  const value: DateTimeInterval = {
    end: c.maybeToken(N, 'end', lexical.dateTime),
    start: c.maybeToken(N, 'start', lexical.dateTime),
  };
  c.leave(end);
  return value;
}

export function readEndDevice(c: Cursor): EndDevice {
  const end = c.enter();
  const value: EndDevice = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEvent(c: Cursor): EndDeviceEvent {
  const end = c.enter();
  const value: EndDeviceEvent = {
    EndDeviceEventType: c.one(N, 'EndDeviceEventType', readEndDeviceEventType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventType(c: Cursor): EndDeviceEventType {
  const end = c.enter();
  const value: EndDeviceEventType = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroup(c: Cursor): EndDeviceGroup {
  const end = c.enter();
  const value: EndDeviceGroup = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readMeter(c: Cursor): Meter {
  const end = c.enter();
  const value: Meter = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readMeterReadings(c: Cursor): MeterReadings {
  const end = c.enter();
  const value: MeterReadings = {
    isCoincidentTrigger: c.maybeToken(N, 'isCoincidentTrigger', lexical.boolean) as XsBoolean | undefined,
    EndDeviceEvents: c.maybe(N, 'EndDeviceEvents', readEndDeviceEvent),
    Meter: c.maybe(N, 'Meter', readMeter),
    Readings: c.maybe(N, 'Readings', readCoincidentReading),
    UsagePoint: c.maybe(N, 'UsagePoint', readUsagePoint),
  };
  c.leave(end);
  return value;
}

export function readName(c: Cursor): Name {
  const end = c.enter();
  const value: Name = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readNameType),
  };
  c.leave(end);
  return value;
}

export function readNameType(c: Cursor): NameType {
  const end = c.enter();
  const value: NameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readNameTypeAuthority(c: Cursor): NameTypeAuthority {
  const end = c.enter();
  const value: NameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readReading(c: Cursor): Reading {
  const end = c.enter();
  const value: Reading = {
    reason: c.maybeText(N, 'reason', valuesOfReadingReasonKind) as ReadingReasonKind | undefined,
    source: c.maybeText(N, 'source'),
    timePeriod: c.maybe(N, 'timePeriod', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readReadingQualityReadingQualityType(c: Cursor): ReadingQualityReadingQualityType {
  const end = c.enter();
  const value: ReadingQualityReadingQualityType = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readReadingQuality(c: Cursor): ReadingQuality {
  const end = c.enter();
  const value: ReadingQuality = {
    ReadingQualityType: c.one(N, 'ReadingQualityType', readReadingQualityReadingQualityType),
  };
  c.leave(end);
  return value;
}

export function readReadingType(c: Cursor): ReadingType {
  const end = c.enter();
  const value: ReadingType = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readTimeSchedule(c: Cursor): TimeSchedule {
  const end = c.enter();
  const value: TimeSchedule = {
    scheduleInterval: c.one(N, 'scheduleInterval', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readTransformerTank(c: Cursor): TransformerTank {
  const end = c.enter();
  const value: TransformerTank = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readUsagePoint(c: Cursor): UsagePoint {
  const end = c.enter();
  const value: UsagePoint = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroup(c: Cursor): UsagePointGroup {
  const end = c.enter();
  const value: UsagePointGroup = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function writeGetMeterReadings(w: Writer, tag: string, value: GetMeterReadings): void {
  w.open(tag);
  w.many('get:EndDevice', value.EndDevice, writeEndDevice);
  w.many('get:EndDeviceGroup', value.EndDeviceGroup, writeEndDeviceGroup);
  w.maybe('get:MeterReadings', value.MeterReadings, writeMeterReadings);
  w.many('get:Reading', value.Reading, writeReading);
  w.many('get:ReadingQuality', value.ReadingQuality, writeReadingQuality);
  w.many('get:ReadingType', value.ReadingType, writeReadingType);
  w.many('get:TimeSchedule', value.TimeSchedule, writeTimeSchedule);
  w.many('get:TransformerTank', value.TransformerTank, writeTransformerTank);
  w.many('get:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.many('get:UsagePointGroup', value.UsagePointGroup, writeUsagePointGroup);
  w.close(tag);
}

export function writeCoincidentReading(w: Writer, tag: string, value: CoincidentReading): void {
  w.open(tag);
  w.leaf('get:reason', value.reason);
  w.leaf('get:source', value.source);
  w.maybe('get:ReadingType', value.ReadingType, writeReadingType);
  w.maybe('get:timePeriod', value.timePeriod, writeDateTimeInterval);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('get:end', value.end);
  w.leaf('get:start', value.start);
  w.close(tag);
}

export function writeEndDevice(w: Writer, tag: string, value: EndDevice): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDeviceEvent(w: Writer, tag: string, value: EndDeviceEvent): void {
  w.open(tag);
  w.maybe('get:EndDeviceEventType', value.EndDeviceEventType, writeEndDeviceEventType);
  w.close(tag);
}

export function writeEndDeviceEventType(w: Writer, tag: string, value: EndDeviceEventType): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDeviceGroup(w: Writer, tag: string, value: EndDeviceGroup): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeMeter(w: Writer, tag: string, value: Meter): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeMeterReadings(w: Writer, tag: string, value: MeterReadings): void {
  w.open(tag);
  w.leaf('get:isCoincidentTrigger', value.isCoincidentTrigger);
  w.maybe('get:EndDeviceEvents', value.EndDeviceEvents, writeEndDeviceEvent);
  w.maybe('get:Meter', value.Meter, writeMeter);
  w.maybe('get:Readings', value.Readings, writeCoincidentReading);
  w.maybe('get:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.close(tag);
}

export function writeName(w: Writer, tag: string, value: Name): void {
  w.open(tag);
  w.leaf('get:name', value.name);
  w.maybe('get:NameType', value.NameType, writeNameType);
  w.close(tag);
}

export function writeNameType(w: Writer, tag: string, value: NameType): void {
  w.open(tag);
  w.leaf('get:description', value.description);
  w.leaf('get:name', value.name);
  w.maybe('get:NameTypeAuthority', value.NameTypeAuthority, writeNameTypeAuthority);
  w.close(tag);
}

export function writeNameTypeAuthority(w: Writer, tag: string, value: NameTypeAuthority): void {
  w.open(tag);
  w.leaf('get:description', value.description);
  w.leaf('get:name', value.name);
  w.close(tag);
}

export function writeReading(w: Writer, tag: string, value: Reading): void {
  w.open(tag);
  w.leaf('get:reason', value.reason);
  w.leaf('get:source', value.source);
  w.maybe('get:timePeriod', value.timePeriod, writeDateTimeInterval);
  w.close(tag);
}

export function writeReadingQualityReadingQualityType(w: Writer, tag: string, value: ReadingQualityReadingQualityType): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeReadingQuality(w: Writer, tag: string, value: ReadingQuality): void {
  w.open(tag);
  w.maybe('get:ReadingQualityType', value.ReadingQualityType, writeReadingQualityReadingQualityType);
  w.close(tag);
}

export function writeReadingType(w: Writer, tag: string, value: ReadingType): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeTimeSchedule(w: Writer, tag: string, value: TimeSchedule): void {
  w.open(tag);
  w.maybe('get:scheduleInterval', value.scheduleInterval, writeDateTimeInterval);
  w.close(tag);
}

export function writeTransformerTank(w: Writer, tag: string, value: TransformerTank): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeUsagePoint(w: Writer, tag: string, value: UsagePoint): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeUsagePointGroup(w: Writer, tag: string, value: UsagePointGroup): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `GetMeterReadings`. */
export const GetMeterReadingsElement = {
  namespace,
  name: 'GetMeterReadings',
  read: readGetMeterReadings,
  write(w: Writer, value: GetMeterReadings): void {
    w.declare(declarations);
    writeGetMeterReadings(w, 'get:GetMeterReadings', value);
  },
} as const;

