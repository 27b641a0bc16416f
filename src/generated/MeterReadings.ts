// Generated from MeterReadings.xsd by `npm run generate`. Do not edit.
/** Metered values: register reads, load profiles and the events that came with them. Structure known from published schemas; independent copies agree. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsFloat, type XsInteger, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterReadings#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/MeterReadings#"';

/** Value as text, a number included. */
export type StringQuantity = XsString;

/** Why a value was or is to be taken. */
export type ReadingReasonKind = 'billing' | 'demandReset' | 'inquiry' | 'installation' | 'loadManagement' | 'loadResearch' | 'moveIn' | 'moveOut' | 'other' | 'removal' | 'serviceConnect' | 'serviceDisconnect';
export const valuesOfReadingReasonKind: ReadonlySet<string> = new Set<ReadingReasonKind>(['billing', 'demandReset', 'inquiry', 'installation', 'loadManagement', 'loadResearch', 'moveIn', 'moveOut', 'other', 'removal', 'serviceConnect', 'serviceDisconnect']);

/** Root of the profile. */
export interface MeterReadings {
  readonly EndDeviceEventType?: readonly EndDeviceEventType[];
  readonly MeterReading?: readonly MeterReading[];
  readonly ReadingQualityType?: readonly ReadingQualityType[];
  readonly ReadingType?: readonly ReadingType[];
}

/** Device an event or record is about, given by identification only. */
export interface Asset {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Span between two points in time; a missing bound leaves that side open. */
export interface DateTimeInterval {
  /** First instant after the span. */
  readonly end?: XsDateTime;
  /** First instant of the span. */
  readonly start?: XsDateTime;
}

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** Something that happened in or to a device, with the time the device saw it. */
export interface EndDeviceEvent {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** When the record was made. */
  readonly createdDateTime: XsDateTime;
  /** Party that caused the event, such as the issuer of the command. */
  readonly issuerID?: XsString;
  /** Reference the issuer gave in the command that led to this event. */
  readonly issuerTrackingID?: XsString;
  /** Why it happened or was done, as free text. */
  readonly reason?: XsString;
  /** How serious it is, in the sender’s terms; for events often the alarm class. */
  readonly severity?: XsString;
  /** Person who caused the event, where the device knows. */
  readonly userID?: XsString;
  /** Device the event is about; how a receiver finds the meter concerned. */
  readonly Assets?: Asset;
  /** Further facts, such as the measured value that raised an alarm. */
  readonly EndDeviceEventDetails?: readonly EndDeviceEventDetail[];
  /** Kind of event; ref holds its four-part code, such as 3.26.0.85 for power failed. */
  readonly EndDeviceEventType: Reference;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** State the activity resulted in. */
  readonly status?: Status;
  /** Usage point the device served when the event happened. */
  readonly UsagePoint?: UsagePoint;
}

/** Additional fact about an event as a name and a value. */
export interface EndDeviceEventDetail {
  readonly name: XsString;
  readonly value?: StringQuantity;
}

/** Kind of an event, given by the four-part end device event code. */
export interface EndDeviceEventType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Second part of the code: field of function. */
  readonly domain?: XsString;
  /** Fourth part of the code: what happened. */
  readonly eventOrAction?: XsString;
  /** Third part of the code: narrower field. */
  readonly subDomain?: XsString;
  /** First part of the code: kind of device, such as 3 for electric meter. */
  readonly type?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names: readonly [Name, ...Name[]];
}

/** Run of interval values of the same reading type. */
export interface IntervalBlock {
  /** Values in order of time. */
  readonly IntervalReadings?: readonly IntervalReading[];
  /** Calculation still to be applied to all values of the block. */
  readonly PendingCalculation?: PendingCalculation;
  /** Meaning of the values; ref holds the 18-part code. */
  readonly ReadingType: Reference;
}

/** Value that belongs to one interval of a load profile. */
export interface IntervalReading {
  /** When the value reached the metering system, if that matters for its use. */
  readonly reportedDateTime?: XsDateTime;
  /** System or device that first produced the value. */
  readonly source?: XsString;
  /** When the value was taken; for an interval value the end of the interval. */
  readonly timeStamp?: XsDateTime;
  /** The value in the unit and scale of its reading type. */
  readonly value?: XsString;
  /** Quality statements; none means nothing is known against the value. */
  readonly ReadingQualities?: readonly ReadingQuality[];
  /** Span the value refers to, for totals and maxima; the start may be left out. */
  readonly timePeriod?: DateTimeInterval;
}

/** Device that measures, for billing or for supervision. */
export interface Meter {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Operating state of the asset, such as in stock or installed. */
  readonly status?: Status;
}

/** All values delivered for one meter or usage point in one message. */
export interface MeterReading {
  /** True if these values were taken because a trigger condition was met. */
  readonly isCoincidentTrigger?: XsBoolean;
  /** Events delivered together with the values. */
  readonly EndDeviceEvents?: readonly EndDeviceEvent[];
  /** Load profile values. */
  readonly IntervalBlocks?: readonly IntervalBlock[];
  /** Meter the values come from. */
  readonly Meter?: Meter;
  /** Single values: register reads, maxima, instantaneous values. */
  readonly Readings?: readonly Reading[];
  /** Usage point the values belong to. */
  readonly UsagePoint?: UsagePoint;
  /** Span that all values together cover. */
  readonly valuesInterval?: DateTimeInterval;
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

/** Calculation that the receiver still has to apply to raw values: scaling and offset. */
export interface PendingCalculation {
  /** True: scale first, then add the offset; false: the other way round. */
  readonly multiplyBeforeAdd?: XsBoolean;
  /** Number to be added. */
  readonly offset?: XsInteger;
  /** Divisor, if the factor is a fraction. */
  readonly scalarDenominator?: XsInteger;
  /** Factor, if it is not a fraction. */
  readonly scalarFloat?: XsFloat;
  /** Dividend, if the factor is a fraction. */
  readonly scalarNumerator?: XsInteger;
  /** Meaning of the values after the calculation; ref holds the 18-part code. */
  readonly ReadingType: Reference;
}

/** Fraction of two integers. */
export interface RationalNumber {
  readonly denominator: XsInteger;
  readonly numerator: XsInteger;
}

/** One measured, calculated or estimated value. */
export interface Reading {
  /** Why the value was or is to be taken. */
  readonly reason?: ReadingReasonKind;
  /** When the value reached the metering system, if that matters for its use. */
  readonly reportedDateTime?: XsDateTime;
  /** System or device that first produced the value. */
  readonly source?: XsString;
  /** When the value was taken; for an interval value the end of the interval. */
  readonly timeStamp?: XsDateTime;
  /** The value in the unit and scale of its reading type. */
  readonly value?: XsString;
  /** Quality statements; none means nothing is known against the value. */
  readonly ReadingQualities?: readonly ReadingQuality[];
  /** Meaning of the value, by the 18-part reading type code. */
  readonly ReadingType: Reference;
  /** Span the value refers to, for totals and maxima; the start may be left out. */
  readonly timePeriod?: DateTimeInterval;
}

/** Order of a harmonic or interharmonic as a fraction. */
export interface ReadingInterharmonic {
  readonly denominator: XsInteger;
  readonly numerator: XsInteger;
}

/** Statement on the quality of one value, such as estimated or validated. */
export interface ReadingQuality {
  /** Remark on how the statement was reached. */
  readonly comment?: XsString;
  /** System or person that made the statement. */
  readonly source?: XsString;
  /** When the statement was made. */
  readonly timeStamp?: XsDateTime;
  /** Kind of statement, by the three-part reading quality code, such as 1.0.0 for valid data from the meter. */
  readonly ReadingQualityType: Reference;
}

/** Kind of quality statement, given by the three-part reading quality code. */
export interface ReadingQualityType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Second part of the code: class, such as 0 valid, 7 edited, 8 estimated. */
  readonly category?: XsString;
  /** Third part of the code: detail within the class. */
  readonly subCategory?: XsString;
  /** First part of the code: system that made the statement, such as 1 end device, 2 metering system, 3 meter data management. */
  readonly systemId?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names: readonly [Name, ...Name[]];
}

/** What a value means: quantity, unit, scale, interval, direction and more, as the 18-part reading type code or as its parts. */
export interface ReadingType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Part 4: how the value builds up, such as bulk quantity, delta or instantaneous. */
  readonly accumulation?: XsString;
  /** Part 2: how values were combined, such as average or maximum. */
  readonly aggregate?: XsString;
  /** Part 6: what is measured, such as electricity, gas or water. */
  readonly commodity?: XsString;
  /** Part 14: consumption tier of a block tariff. */
  readonly consumptionTier?: XsInteger;
  /** Part 13: critical peak period bucket. */
  readonly cpp?: XsInteger;
  /** Part 18: currency, for values in money. */
  readonly currency?: XsString;
  /** Part 5: direction, such as forward for delivered to the customer. */
  readonly flowDirection?: XsString;
  /** Part 1 of the code: span of collection, such as billing period or day. */
  readonly macroPeriod?: XsString;
  /** Part 7: quantity, such as energy, demand or voltage. */
  readonly measurementKind?: XsString;
  /** Part 3: length of the interval, such as fifteen minutes. */
  readonly measuringPeriod?: XsString;
  /** Part 16: decimal prefix as a power of ten. */
  readonly multiplier?: XsString;
  /** Part 15: phases. */
  readonly phases?: XsString;
  /** Part 12: time-of-use bucket. */
  readonly tou?: XsInteger;
  /** Part 17: unit. */
  readonly unit?: XsString;
  /** Parts 10 and 11: argument of the quantity, as a fraction. */
  readonly argument?: RationalNumber;
  /** Parts 8 and 9: order of the harmonic. */
  readonly interharmonic?: ReadingInterharmonic;
  /** Names of the object in the systems concerned. */
  readonly Names: readonly [Name, ...Name[]];
}

/** State of something at a time, with reason and remark. */
export interface Status {
  /** Since when the state holds. */
  readonly dateTime?: XsDateTime;
  /** Why the state was entered. */
  readonly reason?: XsString;
  /** Free text. */
  readonly remark?: XsString;
  /** State, in terms agreed for the kind of object. */
  readonly value?: XsString;
}

/** Logical point of the network where a service is used and metered; it stays when meters change. */
export interface UsagePoint {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readMeterReadings(c: Cursor): MeterReadings {
  const end = c.enter();
  const value: MeterReadings = {
    EndDeviceEventType: c.many(N, 'EndDeviceEventType', readEndDeviceEventType),
    MeterReading: c.many(N, 'MeterReading', readMeterReading),
    ReadingQualityType: c.many(N, 'ReadingQualityType', readReadingQualityType),
    ReadingType: c.many(N, 'ReadingType', readReadingType),
  };
  c.leave(end);
  return value;
}

export function readAsset(c: Cursor): Asset {
  const end = c.enter();
  const value: Asset = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
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

export function readReference(c: Cursor): Reference {
  const a0 = c.attribute('ref');
  c.nothing();
  const end = c.enter();
  const value: Reference = {
    ref: a0,
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEvent(c: Cursor): EndDeviceEvent {
  const end = c.enter();
  const value: EndDeviceEvent = {
    mRID: c.maybeText(N, 'mRID'),
    createdDateTime: c.oneToken(N, 'createdDateTime', lexical.dateTime),
    issuerID: c.maybeText(N, 'issuerID'),
    issuerTrackingID: c.maybeText(N, 'issuerTrackingID'),
    reason: c.maybeText(N, 'reason'),
    severity: c.maybeText(N, 'severity'),
    userID: c.maybeText(N, 'userID'),
    Assets: c.maybe(N, 'Assets', readAsset),
    EndDeviceEventDetails: c.many(N, 'EndDeviceEventDetails', readEndDeviceEventDetail),
    EndDeviceEventType: c.one(N, 'EndDeviceEventType', readReference),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
    UsagePoint: c.maybe(N, 'UsagePoint', readUsagePoint),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventDetail(c: Cursor): EndDeviceEventDetail {
  const end = c.enter();
  const value: EndDeviceEventDetail = {
    name: c.oneText(N, 'name'),
    value: c.maybeText(N, 'value'),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventType(c: Cursor): EndDeviceEventType {
  const end = c.enter();
  const value: EndDeviceEventType = {
    mRID: c.maybeText(N, 'mRID'),
    domain: c.maybeText(N, 'domain'),
    eventOrAction: c.maybeText(N, 'eventOrAction'),
    subDomain: c.maybeText(N, 'subDomain'),
    type: c.maybeText(N, 'type'),
    Names: c.counted(c.many(N, 'Names', readName), 1, Infinity) as unknown as readonly [Name, ...Name[]],
  };
  c.leave(end);
  return value;
}

export function readIntervalBlock(c: Cursor): IntervalBlock {
  const end = c.enter();
  const value: IntervalBlock = {
    IntervalReadings: c.many(N, 'IntervalReadings', readIntervalReading),
    PendingCalculation: c.maybe(N, 'PendingCalculation', readPendingCalculation),
    ReadingType: c.one(N, 'ReadingType', readReference),
  };
  c.leave(end);
  return value;
}

export function readIntervalReading(c: Cursor): IntervalReading {
  const end = c.enter();
  const value: IntervalReading = {
    reportedDateTime: c.maybeToken(N, 'reportedDateTime', lexical.dateTime),
    source: c.maybeText(N, 'source'),
    timeStamp: c.maybeToken(N, 'timeStamp', lexical.dateTime),
    value: c.maybeText(N, 'value'),
    ReadingQualities: c.many(N, 'ReadingQualities', readReadingQuality),
    timePeriod: c.maybe(N, 'timePeriod', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readMeter(c: Cursor): Meter {
  const end = c.enter();
  const value: Meter = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readMeterReading(c: Cursor): MeterReading {
  const end = c.enter();
  const value: MeterReading = {
    isCoincidentTrigger: c.maybeToken(N, 'isCoincidentTrigger', lexical.boolean) as XsBoolean | undefined,
    EndDeviceEvents: c.many(N, 'EndDeviceEvents', readEndDeviceEvent),
    IntervalBlocks: c.many(N, 'IntervalBlocks', readIntervalBlock),
    Meter: c.maybe(N, 'Meter', readMeter),
    Readings: c.many(N, 'Readings', readReading),
    UsagePoint: c.maybe(N, 'UsagePoint', readUsagePoint),
    valuesInterval: c.maybe(N, 'valuesInterval', readDateTimeInterval),
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

export function readPendingCalculation(c: Cursor): PendingCalculation {
  const end = c.enter();
  const value: PendingCalculation = {
    multiplyBeforeAdd: c.maybeToken(N, 'multiplyBeforeAdd', lexical.boolean) as XsBoolean | undefined,
    offset: c.maybeToken(N, 'offset', lexical.integer),
    scalarDenominator: c.maybeToken(N, 'scalarDenominator', lexical.integer),
    scalarFloat: c.maybeToken(N, 'scalarFloat', lexical.float),
    scalarNumerator: c.maybeToken(N, 'scalarNumerator', lexical.integer),
    ReadingType: c.one(N, 'ReadingType', readReference),
  };
  c.leave(end);
  return value;
}

export function readRationalNumber(c: Cursor): RationalNumber {
  const end = c.enter();
  const value: RationalNumber = {
    denominator: c.oneToken(N, 'denominator', lexical.integer),
    numerator: c.oneToken(N, 'numerator', lexical.integer),
  };
  c.leave(end);
  return value;
}

export function readReading(c: Cursor): Reading {
  const end = c.enter();
  const value: Reading = {
    reason: c.maybeText(N, 'reason', valuesOfReadingReasonKind) as ReadingReasonKind | undefined,
    reportedDateTime: c.maybeToken(N, 'reportedDateTime', lexical.dateTime),
    source: c.maybeText(N, 'source'),
    timeStamp: c.maybeToken(N, 'timeStamp', lexical.dateTime),
    value: c.maybeText(N, 'value'),
    ReadingQualities: c.many(N, 'ReadingQualities', readReadingQuality),
    ReadingType: c.one(N, 'ReadingType', readReference),
    timePeriod: c.maybe(N, 'timePeriod', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readReadingInterharmonic(c: Cursor): ReadingInterharmonic {
  const end = c.enter();
  const value: ReadingInterharmonic = {
    denominator: c.oneToken(N, 'denominator', lexical.integer),
    numerator: c.oneToken(N, 'numerator', lexical.integer),
  };
  c.leave(end);
  return value;
}

export function readReadingQuality(c: Cursor): ReadingQuality {
  const end = c.enter();
  const value: ReadingQuality = {
    comment: c.maybeText(N, 'comment'),
    source: c.maybeText(N, 'source'),
    timeStamp: c.maybeToken(N, 'timeStamp', lexical.dateTime),
    ReadingQualityType: c.one(N, 'ReadingQualityType', readReference),
  };
  c.leave(end);
  return value;
}

export function readReadingQualityType(c: Cursor): ReadingQualityType {
  const end = c.enter();
  const value: ReadingQualityType = {
    mRID: c.maybeText(N, 'mRID'),
    category: c.maybeText(N, 'category'),
    subCategory: c.maybeText(N, 'subCategory'),
    systemId: c.maybeText(N, 'systemId'),
    Names: c.counted(c.many(N, 'Names', readName), 1, Infinity) as unknown as readonly [Name, ...Name[]],
  };
  c.leave(end);
  return value;
}

export function readReadingType(c: Cursor): ReadingType {
  const end = c.enter();
  const value: ReadingType = {
    mRID: c.maybeText(N, 'mRID'),
    accumulation: c.maybeText(N, 'accumulation'),
    aggregate: c.maybeText(N, 'aggregate'),
    commodity: c.maybeText(N, 'commodity'),
    consumptionTier: c.maybeToken(N, 'consumptionTier', lexical.integer),
    cpp: c.maybeToken(N, 'cpp', lexical.integer),
    currency: c.maybeText(N, 'currency'),
    flowDirection: c.maybeText(N, 'flowDirection'),
    macroPeriod: c.maybeText(N, 'macroPeriod'),
    measurementKind: c.maybeText(N, 'measurementKind'),
    measuringPeriod: c.maybeText(N, 'measuringPeriod'),
    multiplier: c.maybeText(N, 'multiplier'),
    phases: c.maybeText(N, 'phases'),
    tou: c.maybeToken(N, 'tou', lexical.integer),
    unit: c.maybeText(N, 'unit'),
    argument: c.maybe(N, 'argument', readRationalNumber),
    interharmonic: c.maybe(N, 'interharmonic', readReadingInterharmonic),
    Names: c.counted(c.many(N, 'Names', readName), 1, Infinity) as unknown as readonly [Name, ...Name[]],
  };
  c.leave(end);
  return value;
}

export function readStatus(c: Cursor): Status {
  const end = c.enter();
  const value: Status = {
    dateTime: c.maybeToken(N, 'dateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
    remark: c.maybeText(N, 'remark'),
    value: c.maybeText(N, 'value'),
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

export function writeMeterReadings(w: Writer, tag: string, value: MeterReadings): void {
  w.open(tag);
  w.many('obj:EndDeviceEventType', value.EndDeviceEventType, writeEndDeviceEventType);
  w.many('obj:MeterReading', value.MeterReading, writeMeterReading);
  w.many('obj:ReadingQualityType', value.ReadingQualityType, writeReadingQualityType);
  w.many('obj:ReadingType', value.ReadingType, writeReadingType);
  w.close(tag);
}

export function writeAsset(w: Writer, tag: string, value: Asset): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('obj:end', value.end);
  w.leaf('obj:start', value.start);
  w.close(tag);
}

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeEndDeviceEvent(w: Writer, tag: string, value: EndDeviceEvent): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:issuerID', value.issuerID);
  w.leaf('obj:issuerTrackingID', value.issuerTrackingID);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:severity', value.severity);
  w.leaf('obj:userID', value.userID);
  w.maybe('obj:Assets', value.Assets, writeAsset);
  w.many('obj:EndDeviceEventDetails', value.EndDeviceEventDetails, writeEndDeviceEventDetail);
  w.maybe('obj:EndDeviceEventType', value.EndDeviceEventType, writeReference);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.maybe('obj:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.close(tag);
}

export function writeEndDeviceEventDetail(w: Writer, tag: string, value: EndDeviceEventDetail): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

export function writeEndDeviceEventType(w: Writer, tag: string, value: EndDeviceEventType): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:domain', value.domain);
  w.leaf('obj:eventOrAction', value.eventOrAction);
  w.leaf('obj:subDomain', value.subDomain);
  w.leaf('obj:type', value.type);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeIntervalBlock(w: Writer, tag: string, value: IntervalBlock): void {
  w.open(tag);
  w.many('obj:IntervalReadings', value.IntervalReadings, writeIntervalReading);
  w.maybe('obj:PendingCalculation', value.PendingCalculation, writePendingCalculation);
  w.maybe('obj:ReadingType', value.ReadingType, writeReference);
  w.close(tag);
}

export function writeIntervalReading(w: Writer, tag: string, value: IntervalReading): void {
  w.open(tag);
  w.leaf('obj:reportedDateTime', value.reportedDateTime);
  w.leaf('obj:source', value.source);
  w.leaf('obj:timeStamp', value.timeStamp);
  w.leaf('obj:value', value.value);
  w.many('obj:ReadingQualities', value.ReadingQualities, writeReadingQuality);
  w.maybe('obj:timePeriod', value.timePeriod, writeDateTimeInterval);
  w.close(tag);
}

export function writeMeter(w: Writer, tag: string, value: Meter): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeMeterReading(w: Writer, tag: string, value: MeterReading): void {
  w.open(tag);
  w.leaf('obj:isCoincidentTrigger', value.isCoincidentTrigger);
  w.many('obj:EndDeviceEvents', value.EndDeviceEvents, writeEndDeviceEvent);
  w.many('obj:IntervalBlocks', value.IntervalBlocks, writeIntervalBlock);
  w.maybe('obj:Meter', value.Meter, writeMeter);
  w.many('obj:Readings', value.Readings, writeReading);
  w.maybe('obj:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.maybe('obj:valuesInterval', value.valuesInterval, writeDateTimeInterval);
  w.close(tag);
}

export function writeName(w: Writer, tag: string, value: Name): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeNameType);
  w.close(tag);
}

export function writeNameType(w: Writer, tag: string, value: NameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeNameTypeAuthority);
  w.close(tag);
}

export function writeNameTypeAuthority(w: Writer, tag: string, value: NameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writePendingCalculation(w: Writer, tag: string, value: PendingCalculation): void {
  w.open(tag);
  w.leaf('obj:multiplyBeforeAdd', value.multiplyBeforeAdd);
  w.leaf('obj:offset', value.offset);
  w.leaf('obj:scalarDenominator', value.scalarDenominator);
  w.leaf('obj:scalarFloat', value.scalarFloat);
  w.leaf('obj:scalarNumerator', value.scalarNumerator);
  w.maybe('obj:ReadingType', value.ReadingType, writeReference);
  w.close(tag);
}

export function writeRationalNumber(w: Writer, tag: string, value: RationalNumber): void {
  w.open(tag);
  w.leaf('obj:denominator', value.denominator);
  w.leaf('obj:numerator', value.numerator);
  w.close(tag);
}

export function writeReading(w: Writer, tag: string, value: Reading): void {
  w.open(tag);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:reportedDateTime', value.reportedDateTime);
  w.leaf('obj:source', value.source);
  w.leaf('obj:timeStamp', value.timeStamp);
  w.leaf('obj:value', value.value);
  w.many('obj:ReadingQualities', value.ReadingQualities, writeReadingQuality);
  w.maybe('obj:ReadingType', value.ReadingType, writeReference);
  w.maybe('obj:timePeriod', value.timePeriod, writeDateTimeInterval);
  w.close(tag);
}

export function writeReadingInterharmonic(w: Writer, tag: string, value: ReadingInterharmonic): void {
  w.open(tag);
  w.leaf('obj:denominator', value.denominator);
  w.leaf('obj:numerator', value.numerator);
  w.close(tag);
}

export function writeReadingQuality(w: Writer, tag: string, value: ReadingQuality): void {
  w.open(tag);
  w.leaf('obj:comment', value.comment);
  w.leaf('obj:source', value.source);
  w.leaf('obj:timeStamp', value.timeStamp);
  w.maybe('obj:ReadingQualityType', value.ReadingQualityType, writeReference);
  w.close(tag);
}

export function writeReadingQualityType(w: Writer, tag: string, value: ReadingQualityType): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:category', value.category);
  w.leaf('obj:subCategory', value.subCategory);
  w.leaf('obj:systemId', value.systemId);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeReadingType(w: Writer, tag: string, value: ReadingType): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:accumulation', value.accumulation);
  w.leaf('obj:aggregate', value.aggregate);
  w.leaf('obj:commodity', value.commodity);
  w.leaf('obj:consumptionTier', value.consumptionTier);
  w.leaf('obj:cpp', value.cpp);
  w.leaf('obj:currency', value.currency);
  w.leaf('obj:flowDirection', value.flowDirection);
  w.leaf('obj:macroPeriod', value.macroPeriod);
  w.leaf('obj:measurementKind', value.measurementKind);
  w.leaf('obj:measuringPeriod', value.measuringPeriod);
  w.leaf('obj:multiplier', value.multiplier);
  w.leaf('obj:phases', value.phases);
  w.leaf('obj:tou', value.tou);
  w.leaf('obj:unit', value.unit);
  w.maybe('obj:argument', value.argument, writeRationalNumber);
  w.maybe('obj:interharmonic', value.interharmonic, writeReadingInterharmonic);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeStatus(w: Writer, tag: string, value: Status): void {
  w.open(tag);
  w.leaf('obj:dateTime', value.dateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

export function writeUsagePoint(w: Writer, tag: string, value: UsagePoint): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `MeterReadings`. */
export const MeterReadingsElement = {
  namespace,
  name: 'MeterReadings',
  read: readMeterReadings,
  write(w: Writer, value: MeterReadings): void {
    w.declare(declarations);
    writeMeterReadings(w, 'obj:MeterReadings', value);
  },
} as const;

