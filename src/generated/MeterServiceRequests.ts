// Generated from MeterServiceRequests.xsd by `npm run generate`. Do not edit.
/** Work orders on meters and their results. Structure known from a draft or a worked example that came before or after the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsFloat, type XsInteger, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterServiceRequests#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/MeterServiceRequests#"';

export type MeterMeterMultipliersKind = 'ctRatio' | 'kE' | 'kH' | 'kR' | 'ptRatio' | 'transformerRatio';
export const valuesOfMeterMeterMultipliersKind: ReadonlySet<string> = new Set<MeterMeterMultipliersKind>(['ctRatio', 'kE', 'kH', 'kR', 'ptRatio', 'transformerRatio']);

export type MeterReadingReadingsReason = 'billing' | 'demandReset' | 'inquiry' | 'installation' | 'loadManagement' | 'loadResearch' | 'moveIn' | 'moveOut' | 'other' | 'removal' | 'serviceConnect' | 'serviceDisconnect';
export const valuesOfMeterReadingReadingsReason: ReadonlySet<string> = new Set<MeterReadingReadingsReason>(['billing', 'demandReset', 'inquiry', 'installation', 'loadManagement', 'loadResearch', 'moveIn', 'moveOut', 'other', 'removal', 'serviceConnect', 'serviceDisconnect']);

export type MeterServiceWorkKind = 'construction' | 'disconnect' | 'inspection' | 'maintenance' | 'meter' | 'other' | 'reconnect' | 'repair' | 'service' | 'test';
export const valuesOfMeterServiceWorkKind: ReadonlySet<string> = new Set<MeterServiceWorkKind>(['construction', 'disconnect', 'inspection', 'maintenance', 'meter', 'other', 'reconnect', 'repair', 'service', 'test']);

export type MeterServiceWorkCustomersKind = 'commercialIndustrial' | 'energyServiceScheduler' | 'energyServiceSupplier' | 'internalUse' | 'other' | 'pumpingLoad' | 'residential' | 'residentialAndCommercial' | 'residentialAndStreetlight' | 'residentialFarmService' | 'residentialStreetlightOthers' | 'windMachine';
export const valuesOfMeterServiceWorkCustomersKind: ReadonlySet<string> = new Set<MeterServiceWorkCustomersKind>(['commercialIndustrial', 'energyServiceScheduler', 'energyServiceSupplier', 'internalUse', 'other', 'pumpingLoad', 'residential', 'residentialAndCommercial', 'residentialAndStreetlight', 'residentialFarmService', 'residentialStreetlightOthers', 'windMachine']);

export type MeterServiceWorkUsagePointPhaseCode = 'A' | 'AB' | 'ABC' | 'ABCN' | 'ABN' | 'AC' | 'ACN' | 'AN' | 'B' | 'BC' | 'BCN' | 'BN' | 'C' | 'CN' | 'N' | 's1' | 's12' | 's12N' | 's1N' | 's2' | 's2N';
export const valuesOfMeterServiceWorkUsagePointPhaseCode: ReadonlySet<string> = new Set<MeterServiceWorkUsagePointPhaseCode>(['A', 'AB', 'ABC', 'ABCN', 'ABN', 'AC', 'ACN', 'AN', 'B', 'BC', 'BCN', 'BN', 'C', 'CN', 'N', 's1', 's12', 's12N', 's1N', 's2', 's2N']);

export type MeterServiceWorkUsagePointServiceMultipliersKind = 'ctRatio' | 'ptRatio' | 'transformerRatio';
export const valuesOfMeterServiceWorkUsagePointServiceMultipliersKind: ReadonlySet<string> = new Set<MeterServiceWorkUsagePointServiceMultipliersKind>(['ctRatio', 'ptRatio', 'transformerRatio']);

/** Electrical current in amperes. */
export type CurrentFlow = XsFloat;

/** Electrical potential in volts. */
export type Voltage = XsFloat;

/** Active power in watts. */
export type ActivePower = XsFloat;

/** Root of the profile. */
export interface MeterServiceRequests {
  readonly MeterServiceWork?: readonly MeterServiceWork[];
  readonly ReadingQualityType?: readonly ReadingQualityType[];
  readonly ReadingType?: readonly ReadingType[];
}

/** Span between two points in time; a missing bound leaves that side open. */
export interface DateTimeInterval {
  /** First instant after the span. */
  readonly end?: XsDateTime;
  /** First instant of the span. */
  readonly start?: XsDateTime;
}

export interface MeterMeterMultipliersNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface MeterMeterMultipliersNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: MeterMeterMultipliersNamesNameTypeNameTypeAuthority;
}

export interface MeterMeterMultipliersNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: MeterMeterMultipliersNamesNameType;
}

export interface MeterMeterMultipliers {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly kind: MeterMeterMultipliersKind;
  /** The factor. */
  readonly value: XsFloat;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly MeterMeterMultipliersNames[];
}

export interface MeterNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface MeterNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: MeterNamesNameTypeNameTypeAuthority;
}

export interface MeterNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: MeterNamesNameType;
}

/** Device that measures, for billing or for supervision. */
export interface Meter {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reading system (head end) that communicates with the device; a router of commands. */
  readonly amrSystem?: XsString;
  /** Socket form or wiring arrangement of the meter. */
  readonly formNumber?: XsString;
  /** Number given by the maker, as on the name plate. */
  readonly serialNumber?: XsString;
  /** Factors to be applied to raw values. */
  readonly MeterMultipliers?: readonly MeterMeterMultipliers[];
  /** Values taken during the work. */
  readonly MeterReadings?: readonly MeterReading[];
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly MeterNames[];
}

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

export interface MeterReadingReadingsReadingQualities {
  /** Remark on how the statement was reached. */
  readonly comment?: XsString;
  /** System or person that made the statement. */
  readonly source?: XsString;
  /** When the statement was made. */
  readonly timeStamp?: XsDateTime;
  /** Kind of statement, by the three-part reading quality code, such as 1.0.0 for valid data from the meter. */
  readonly ReadingQualityType: Reference;
}

export interface MeterReadingReadings {
  /** Why the value was or is to be taken. */
  readonly reason?: MeterReadingReadingsReason;
  /** When the value reached the metering system, if that matters for its use. */
  readonly reportedDateTime?: XsDateTime;
  /** System or device that first produced the value. */
  readonly source?: XsString;
  /** When the value was taken; for an interval value the end of the interval. */
  readonly timeStamp: XsDateTime;
  /** The value in the unit and scale of its reading type. */
  readonly value?: XsFloat;
  /** Quality statements; none means nothing is known against the value. */
  readonly ReadingQualities?: readonly MeterReadingReadingsReadingQualities[];
  /** Meaning of the value, by the 18-part reading type code. */
  readonly ReadingType: Reference;
  /** Span the value refers to, for totals and maxima; the start may be left out. */
  readonly timePeriod?: DateTimeInterval;
}

/** All values delivered for one meter or usage point in one message. */
export interface MeterReading {
  /** Single values: register reads, maxima, instantaneous values. */
  readonly Readings?: readonly MeterReadingReadings[];
  /** Span that all values together cover. */
  readonly valuesInterval?: DateTimeInterval;
}

export interface MeterServiceWorkActivityRecords {
  /** When the record was made. */
  readonly createdDateTime: XsDateTime;
  /** Why it happened or was done, as free text. */
  readonly reason?: XsString;
  /** How serious it is, in the sender’s terms; for events often the alarm class. */
  readonly severity?: XsString;
  /** Class of activity, in terms agreed between the parties. */
  readonly type: XsString;
}

export interface MeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface MeterServiceWorkCustomersCustomerAgreementsNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: MeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority;
}

export interface MeterServiceWorkCustomersCustomerAgreementsNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: MeterServiceWorkCustomersCustomerAgreementsNamesNameType;
}

export interface MeterServiceWorkCustomersCustomerAgreements {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly MeterServiceWorkCustomersCustomerAgreementsNames[];
}

export interface MeterServiceWorkCustomersNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface MeterServiceWorkCustomersNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: MeterServiceWorkCustomersNamesNameTypeNameTypeAuthority;
}

export interface MeterServiceWorkCustomersNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: MeterServiceWorkCustomersNamesNameType;
}

export interface MeterServiceWorkCustomersStatus {
  /** Since when the state holds. */
  readonly dateTime?: XsDateTime;
  /** Why the state was entered. */
  readonly reason?: XsString;
  /** Free text. */
  readonly remark?: XsString;
  /** State, in terms agreed for the kind of object. */
  readonly value: XsString;
}

export interface MeterServiceWorkCustomers {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Class of customer, for reports and rules. */
  readonly kind?: MeterServiceWorkCustomersKind;
  /** Number given by the regulator, where there is one. */
  readonly pucNumber?: XsString;
  /** Need that makes an interruption dangerous, such as life support; check it before a disconnect. */
  readonly specialNeed?: XsString;
  /** True for customers to be served with priority. */
  readonly vip?: XsBoolean;
  /** Agreements of the customer. */
  readonly CustomerAgreements?: readonly MeterServiceWorkCustomersCustomerAgreements[];
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly MeterServiceWorkCustomersNames[];
  /** State of the customer relation. */
  readonly status?: MeterServiceWorkCustomersStatus;
}

export interface MeterServiceWorkStatus {
  /** Since when the state holds. */
  readonly dateTime?: XsDateTime;
  /** Why the state was entered. */
  readonly reason?: XsString;
  /** Free text. */
  readonly remark?: XsString;
  /** State, in terms agreed for the kind of object. */
  readonly value: XsString;
}

export interface MeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail {
  /** Address lines that fit no other element. */
  readonly addressGeneral?: XsString;
  readonly buildingName?: XsString;
  /** Code of the street in a directory. */
  readonly code?: XsString;
  readonly name?: XsString;
  readonly number?: XsString;
  /** Direction before the street name, such as N. */
  readonly prefix?: XsString;
  /** Direction after the street name. */
  readonly suffix?: XsString;
  /** Flat or office number. */
  readonly suiteNumber?: XsString;
  /** Kind of street, such as Avenue. */
  readonly type?: XsString;
  /** True if the place lies inside the town. */
  readonly withinTownLimits?: XsBoolean;
}

export interface MeterServiceWorkUsagePointServiceLocationMainAddressTownDetail {
  /** Code of the town in a directory. */
  readonly code?: XsString;
  /** Name or ISO code of the country. */
  readonly country?: XsString;
  readonly name?: XsString;
  /** District of the town. */
  readonly section?: XsString;
  readonly stateOrProvince?: XsString;
}

export interface MeterServiceWorkUsagePointServiceLocationMainAddress {
  readonly streetDetail?: MeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail;
  readonly townDetail?: MeterServiceWorkUsagePointServiceLocationMainAddressTownDetail;
}

export interface MeterServiceWorkUsagePointServiceLocation {
  /** How to get in, such as a key number. */
  readonly accessMethod?: XsString;
  /** True if the installation must be inspected before it is supplied. */
  readonly needsInspection?: XsBoolean;
  /** What makes access difficult or dangerous, such as a dog. */
  readonly siteAccessProblem?: XsString;
  /** Address of the place. */
  readonly mainAddress?: MeterServiceWorkUsagePointServiceLocationMainAddress;
}

export interface MeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface MeterServiceWorkUsagePointServiceMultipliersNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: MeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority;
}

export interface MeterServiceWorkUsagePointServiceMultipliersNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: MeterServiceWorkUsagePointServiceMultipliersNamesNameType;
}

export interface MeterServiceWorkUsagePointServiceMultipliers {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly kind: MeterServiceWorkUsagePointServiceMultipliersKind;
  /** The factor. */
  readonly value: XsFloat;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly MeterServiceWorkUsagePointServiceMultipliersNames[];
}

export interface MeterServiceWorkUsagePoint {
  /** True if bills must be checked by a person, as after a suspected irregularity. */
  readonly checkBilling?: XsBoolean;
  /** True if the connection is earthed. */
  readonly grounded?: XsBoolean;
  /** True if values are computed from other usage points. */
  readonly isVirtual?: XsBoolean;
  /** Voltage by contract. */
  readonly nominalServiceVoltage?: Voltage;
  /** Phases supplied. */
  readonly phaseCode?: MeterServiceWorkUsagePointPhaseCode;
  /** Current the connection is built for. */
  readonly ratedCurrent?: CurrentFlow;
  /** Power the connection is built for. */
  readonly ratedPower?: ActivePower;
  /** Remark for those who work on the connection. */
  readonly serviceDeliveryRemark?: XsString;
  /** Priority when supply is restored. */
  readonly servicePriority?: XsString;
  /** Premises supplied. */
  readonly ServiceLocation?: MeterServiceWorkUsagePointServiceLocation;
  /** Factors of the instrument transformers here. */
  readonly ServiceMultipliers?: readonly MeterServiceWorkUsagePointServiceMultipliers[];
}

/** Work order on a meter: install, exchange, inspect, repair, remove. */
export interface MeterServiceWork {
  /** Kind of work. */
  readonly kind?: MeterServiceWorkKind;
  /** When the document was last changed. */
  readonly lastModifiedDateTime?: XsDateTime;
  /** Urgency of the work, in terms of the utility. */
  readonly priority?: XsString;
  /** When the work was asked for. */
  readonly requestDateTime?: XsDateTime;
  /** Utility’s own classification. */
  readonly type?: XsString;
  /** History of the document. */
  readonly ActivityRecords?: readonly MeterServiceWorkActivityRecords[];
  /** Customers the work is for. */
  readonly Customers?: readonly MeterServiceWorkCustomers[];
  /** Meter worked on; in an exchange the new one. */
  readonly Meter: Meter;
  /** Meter taken away in an exchange, with its final values. */
  readonly OldMeter?: Meter;
  /** State of what the document is about, such as active or suspended. */
  readonly status?: MeterServiceWorkStatus;
  /** Usage point where the work is done. */
  readonly UsagePoint?: MeterServiceWorkUsagePoint;
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
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
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
  readonly argument?: Reference;
  /** Parts 8 and 9: order of the harmonic. */
  readonly interharmonic?: Reference;
  /** Names of the object in the systems concerned. */
  readonly Names: readonly [Name, ...Name[]];
}

export function readMeterServiceRequests(c: Cursor): MeterServiceRequests {
  const end = c.enter();
  const value: MeterServiceRequests = {
    MeterServiceWork: c.many(N, 'MeterServiceWork', readMeterServiceWork),
    ReadingQualityType: c.many(N, 'ReadingQualityType', readReadingQualityType),
    ReadingType: c.many(N, 'ReadingType', readReadingType),
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

export function readMeterMeterMultipliersNamesNameTypeNameTypeAuthority(c: Cursor): MeterMeterMultipliersNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: MeterMeterMultipliersNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readMeterMeterMultipliersNamesNameType(c: Cursor): MeterMeterMultipliersNamesNameType {
  const end = c.enter();
  const value: MeterMeterMultipliersNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readMeterMeterMultipliersNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readMeterMeterMultipliersNames(c: Cursor): MeterMeterMultipliersNames {
  const end = c.enter();
  const value: MeterMeterMultipliersNames = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readMeterMeterMultipliersNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readMeterMeterMultipliers(c: Cursor): MeterMeterMultipliers {
  const end = c.enter();
  const value: MeterMeterMultipliers = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.oneText(N, 'kind', valuesOfMeterMeterMultipliersKind) as MeterMeterMultipliersKind,
    value: c.oneToken(N, 'value', lexical.float),
    Names: c.many(N, 'Names', readMeterMeterMultipliersNames),
  };
  c.leave(end);
  return value;
}

export function readMeterNamesNameTypeNameTypeAuthority(c: Cursor): MeterNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: MeterNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readMeterNamesNameType(c: Cursor): MeterNamesNameType {
  const end = c.enter();
  const value: MeterNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readMeterNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readMeterNames(c: Cursor): MeterNames {
  const end = c.enter();
  const value: MeterNames = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readMeterNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readMeter(c: Cursor): Meter {
  const end = c.enter();
  const value: Meter = {
    mRID: c.maybeText(N, 'mRID'),
    amrSystem: c.maybeText(N, 'amrSystem'),
    formNumber: c.maybeText(N, 'formNumber'),
    serialNumber: c.maybeText(N, 'serialNumber'),
    MeterMultipliers: c.many(N, 'MeterMultipliers', readMeterMeterMultipliers),
    MeterReadings: c.many(N, 'MeterReadings', readMeterReading),
    Names: c.many(N, 'Names', readMeterNames),
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

export function readMeterReadingReadingsReadingQualities(c: Cursor): MeterReadingReadingsReadingQualities {
  const end = c.enter();
  const value: MeterReadingReadingsReadingQualities = {
    comment: c.maybeText(N, 'comment'),
    source: c.maybeText(N, 'source'),
    timeStamp: c.maybeToken(N, 'timeStamp', lexical.dateTime),
    ReadingQualityType: c.one(N, 'ReadingQualityType', readReference),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingReadings(c: Cursor): MeterReadingReadings {
  const end = c.enter();
  const value: MeterReadingReadings = {
    reason: c.maybeText(N, 'reason', valuesOfMeterReadingReadingsReason) as MeterReadingReadingsReason | undefined,
    reportedDateTime: c.maybeToken(N, 'reportedDateTime', lexical.dateTime),
    source: c.maybeText(N, 'source'),
    timeStamp: c.oneToken(N, 'timeStamp', lexical.dateTime),
    value: c.maybeToken(N, 'value', lexical.float),
    ReadingQualities: c.many(N, 'ReadingQualities', readMeterReadingReadingsReadingQualities),
    ReadingType: c.one(N, 'ReadingType', readReference),
    timePeriod: c.maybe(N, 'timePeriod', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readMeterReading(c: Cursor): MeterReading {
  const end = c.enter();
  const value: MeterReading = {
    Readings: c.many(N, 'Readings', readMeterReadingReadings),
    valuesInterval: c.maybe(N, 'valuesInterval', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkActivityRecords(c: Cursor): MeterServiceWorkActivityRecords {
  const end = c.enter();
  const value: MeterServiceWorkActivityRecords = {
    createdDateTime: c.oneToken(N, 'createdDateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
    severity: c.maybeText(N, 'severity'),
    type: c.oneText(N, 'type'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority(c: Cursor): MeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: MeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersCustomerAgreementsNamesNameType(c: Cursor): MeterServiceWorkCustomersCustomerAgreementsNamesNameType {
  const end = c.enter();
  const value: MeterServiceWorkCustomersCustomerAgreementsNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readMeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersCustomerAgreementsNames(c: Cursor): MeterServiceWorkCustomersCustomerAgreementsNames {
  const end = c.enter();
  const value: MeterServiceWorkCustomersCustomerAgreementsNames = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readMeterServiceWorkCustomersCustomerAgreementsNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersCustomerAgreements(c: Cursor): MeterServiceWorkCustomersCustomerAgreements {
  const end = c.enter();
  const value: MeterServiceWorkCustomersCustomerAgreements = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readMeterServiceWorkCustomersCustomerAgreementsNames),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersNamesNameTypeNameTypeAuthority(c: Cursor): MeterServiceWorkCustomersNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: MeterServiceWorkCustomersNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersNamesNameType(c: Cursor): MeterServiceWorkCustomersNamesNameType {
  const end = c.enter();
  const value: MeterServiceWorkCustomersNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readMeterServiceWorkCustomersNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersNames(c: Cursor): MeterServiceWorkCustomersNames {
  const end = c.enter();
  const value: MeterServiceWorkCustomersNames = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readMeterServiceWorkCustomersNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomersStatus(c: Cursor): MeterServiceWorkCustomersStatus {
  const end = c.enter();
  const value: MeterServiceWorkCustomersStatus = {
    dateTime: c.maybeToken(N, 'dateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
    remark: c.maybeText(N, 'remark'),
    value: c.oneText(N, 'value'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkCustomers(c: Cursor): MeterServiceWorkCustomers {
  const end = c.enter();
  const value: MeterServiceWorkCustomers = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfMeterServiceWorkCustomersKind) as MeterServiceWorkCustomersKind | undefined,
    pucNumber: c.maybeText(N, 'pucNumber'),
    specialNeed: c.maybeText(N, 'specialNeed'),
    vip: c.maybeToken(N, 'vip', lexical.boolean) as XsBoolean | undefined,
    CustomerAgreements: c.many(N, 'CustomerAgreements', readMeterServiceWorkCustomersCustomerAgreements),
    Names: c.many(N, 'Names', readMeterServiceWorkCustomersNames),
    status: c.maybe(N, 'status', readMeterServiceWorkCustomersStatus),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkStatus(c: Cursor): MeterServiceWorkStatus {
  const end = c.enter();
  const value: MeterServiceWorkStatus = {
    dateTime: c.maybeToken(N, 'dateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
    remark: c.maybeText(N, 'remark'),
    value: c.oneText(N, 'value'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail(c: Cursor): MeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail = {
    addressGeneral: c.maybeText(N, 'addressGeneral'),
    buildingName: c.maybeText(N, 'buildingName'),
    code: c.maybeText(N, 'code'),
    name: c.maybeText(N, 'name'),
    number: c.maybeText(N, 'number'),
    prefix: c.maybeText(N, 'prefix'),
    suffix: c.maybeText(N, 'suffix'),
    suiteNumber: c.maybeText(N, 'suiteNumber'),
    type: c.maybeText(N, 'type'),
    withinTownLimits: c.maybeToken(N, 'withinTownLimits', lexical.boolean) as XsBoolean | undefined,
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceLocationMainAddressTownDetail(c: Cursor): MeterServiceWorkUsagePointServiceLocationMainAddressTownDetail {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceLocationMainAddressTownDetail = {
    code: c.maybeText(N, 'code'),
    country: c.maybeText(N, 'country'),
    name: c.maybeText(N, 'name'),
    section: c.maybeText(N, 'section'),
    stateOrProvince: c.maybeText(N, 'stateOrProvince'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceLocationMainAddress(c: Cursor): MeterServiceWorkUsagePointServiceLocationMainAddress {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceLocationMainAddress = {
    streetDetail: c.maybe(N, 'streetDetail', readMeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail),
    townDetail: c.maybe(N, 'townDetail', readMeterServiceWorkUsagePointServiceLocationMainAddressTownDetail),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceLocation(c: Cursor): MeterServiceWorkUsagePointServiceLocation {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceLocation = {
    accessMethod: c.maybeText(N, 'accessMethod'),
    needsInspection: c.maybeToken(N, 'needsInspection', lexical.boolean) as XsBoolean | undefined,
    siteAccessProblem: c.maybeText(N, 'siteAccessProblem'),
    mainAddress: c.maybe(N, 'mainAddress', readMeterServiceWorkUsagePointServiceLocationMainAddress),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority(c: Cursor): MeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceMultipliersNamesNameType(c: Cursor): MeterServiceWorkUsagePointServiceMultipliersNamesNameType {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceMultipliersNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readMeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceMultipliersNames(c: Cursor): MeterServiceWorkUsagePointServiceMultipliersNames {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceMultipliersNames = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readMeterServiceWorkUsagePointServiceMultipliersNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePointServiceMultipliers(c: Cursor): MeterServiceWorkUsagePointServiceMultipliers {
  const end = c.enter();
  const value: MeterServiceWorkUsagePointServiceMultipliers = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.oneText(N, 'kind', valuesOfMeterServiceWorkUsagePointServiceMultipliersKind) as MeterServiceWorkUsagePointServiceMultipliersKind,
    value: c.oneToken(N, 'value', lexical.float),
    Names: c.many(N, 'Names', readMeterServiceWorkUsagePointServiceMultipliersNames),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWorkUsagePoint(c: Cursor): MeterServiceWorkUsagePoint {
  const end = c.enter();
  const value: MeterServiceWorkUsagePoint = {
    checkBilling: c.maybeToken(N, 'checkBilling', lexical.boolean) as XsBoolean | undefined,
    grounded: c.maybeToken(N, 'grounded', lexical.boolean) as XsBoolean | undefined,
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    nominalServiceVoltage: c.maybeToken(N, 'nominalServiceVoltage', lexical.float),
    phaseCode: c.maybeText(N, 'phaseCode', valuesOfMeterServiceWorkUsagePointPhaseCode) as MeterServiceWorkUsagePointPhaseCode | undefined,
    ratedCurrent: c.maybeToken(N, 'ratedCurrent', lexical.float),
    ratedPower: c.maybeToken(N, 'ratedPower', lexical.float),
    serviceDeliveryRemark: c.maybeText(N, 'serviceDeliveryRemark'),
    servicePriority: c.maybeText(N, 'servicePriority'),
    ServiceLocation: c.maybe(N, 'ServiceLocation', readMeterServiceWorkUsagePointServiceLocation),
    ServiceMultipliers: c.many(N, 'ServiceMultipliers', readMeterServiceWorkUsagePointServiceMultipliers),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceWork(c: Cursor): MeterServiceWork {
  const end = c.enter();
  const value: MeterServiceWork = {
    kind: c.maybeText(N, 'kind', valuesOfMeterServiceWorkKind) as MeterServiceWorkKind | undefined,
    lastModifiedDateTime: c.maybeToken(N, 'lastModifiedDateTime', lexical.dateTime),
    priority: c.maybeText(N, 'priority'),
    requestDateTime: c.maybeToken(N, 'requestDateTime', lexical.dateTime),
    type: c.maybeText(N, 'type'),
    ActivityRecords: c.many(N, 'ActivityRecords', readMeterServiceWorkActivityRecords),
    Customers: c.many(N, 'Customers', readMeterServiceWorkCustomers),
    Meter: c.one(N, 'Meter', readMeter),
    OldMeter: c.maybe(N, 'OldMeter', readMeter),
    status: c.maybe(N, 'status', readMeterServiceWorkStatus),
    UsagePoint: c.maybe(N, 'UsagePoint', readMeterServiceWorkUsagePoint),
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
    name: c.oneText(N, 'name'),
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
    argument: c.maybe(N, 'argument', readReference),
    interharmonic: c.maybe(N, 'interharmonic', readReference),
    Names: c.counted(c.many(N, 'Names', readName), 1, Infinity) as unknown as readonly [Name, ...Name[]],
  };
  c.leave(end);
  return value;
}

export function writeMeterServiceRequests(w: Writer, tag: string, value: MeterServiceRequests): void {
  w.open(tag);
  w.many('obj:MeterServiceWork', value.MeterServiceWork, writeMeterServiceWork);
  w.many('obj:ReadingQualityType', value.ReadingQualityType, writeReadingQualityType);
  w.many('obj:ReadingType', value.ReadingType, writeReadingType);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('obj:end', value.end);
  w.leaf('obj:start', value.start);
  w.close(tag);
}

export function writeMeterMeterMultipliersNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: MeterMeterMultipliersNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeMeterMeterMultipliersNamesNameType(w: Writer, tag: string, value: MeterMeterMultipliersNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeMeterMeterMultipliersNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeMeterMeterMultipliersNames(w: Writer, tag: string, value: MeterMeterMultipliersNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeMeterMeterMultipliersNamesNameType);
  w.close(tag);
}

export function writeMeterMeterMultipliers(w: Writer, tag: string, value: MeterMeterMultipliers): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:value', value.value);
  w.many('obj:Names', value.Names, writeMeterMeterMultipliersNames);
  w.close(tag);
}

export function writeMeterNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: MeterNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeMeterNamesNameType(w: Writer, tag: string, value: MeterNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeMeterNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeMeterNames(w: Writer, tag: string, value: MeterNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeMeterNamesNameType);
  w.close(tag);
}

export function writeMeter(w: Writer, tag: string, value: Meter): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amrSystem', value.amrSystem);
  w.leaf('obj:formNumber', value.formNumber);
  w.leaf('obj:serialNumber', value.serialNumber);
  w.many('obj:MeterMultipliers', value.MeterMultipliers, writeMeterMeterMultipliers);
  w.many('obj:MeterReadings', value.MeterReadings, writeMeterReading);
  w.many('obj:Names', value.Names, writeMeterNames);
  w.close(tag);
}

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeMeterReadingReadingsReadingQualities(w: Writer, tag: string, value: MeterReadingReadingsReadingQualities): void {
  w.open(tag);
  w.leaf('obj:comment', value.comment);
  w.leaf('obj:source', value.source);
  w.leaf('obj:timeStamp', value.timeStamp);
  w.maybe('obj:ReadingQualityType', value.ReadingQualityType, writeReference);
  w.close(tag);
}

export function writeMeterReadingReadings(w: Writer, tag: string, value: MeterReadingReadings): void {
  w.open(tag);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:reportedDateTime', value.reportedDateTime);
  w.leaf('obj:source', value.source);
  w.leaf('obj:timeStamp', value.timeStamp);
  w.leaf('obj:value', value.value);
  w.many('obj:ReadingQualities', value.ReadingQualities, writeMeterReadingReadingsReadingQualities);
  w.maybe('obj:ReadingType', value.ReadingType, writeReference);
  w.maybe('obj:timePeriod', value.timePeriod, writeDateTimeInterval);
  w.close(tag);
}

export function writeMeterReading(w: Writer, tag: string, value: MeterReading): void {
  w.open(tag);
  w.many('obj:Readings', value.Readings, writeMeterReadingReadings);
  w.maybe('obj:valuesInterval', value.valuesInterval, writeDateTimeInterval);
  w.close(tag);
}

export function writeMeterServiceWorkActivityRecords(w: Writer, tag: string, value: MeterServiceWorkActivityRecords): void {
  w.open(tag);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:severity', value.severity);
  w.leaf('obj:type', value.type);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: MeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersCustomerAgreementsNamesNameType(w: Writer, tag: string, value: MeterServiceWorkCustomersCustomerAgreementsNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeMeterServiceWorkCustomersCustomerAgreementsNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersCustomerAgreementsNames(w: Writer, tag: string, value: MeterServiceWorkCustomersCustomerAgreementsNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeMeterServiceWorkCustomersCustomerAgreementsNamesNameType);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersCustomerAgreements(w: Writer, tag: string, value: MeterServiceWorkCustomersCustomerAgreements): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeMeterServiceWorkCustomersCustomerAgreementsNames);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: MeterServiceWorkCustomersNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersNamesNameType(w: Writer, tag: string, value: MeterServiceWorkCustomersNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeMeterServiceWorkCustomersNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersNames(w: Writer, tag: string, value: MeterServiceWorkCustomersNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeMeterServiceWorkCustomersNamesNameType);
  w.close(tag);
}

export function writeMeterServiceWorkCustomersStatus(w: Writer, tag: string, value: MeterServiceWorkCustomersStatus): void {
  w.open(tag);
  w.leaf('obj:dateTime', value.dateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

export function writeMeterServiceWorkCustomers(w: Writer, tag: string, value: MeterServiceWorkCustomers): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:pucNumber', value.pucNumber);
  w.leaf('obj:specialNeed', value.specialNeed);
  w.leaf('obj:vip', value.vip);
  w.many('obj:CustomerAgreements', value.CustomerAgreements, writeMeterServiceWorkCustomersCustomerAgreements);
  w.many('obj:Names', value.Names, writeMeterServiceWorkCustomersNames);
  w.maybe('obj:status', value.status, writeMeterServiceWorkCustomersStatus);
  w.close(tag);
}

export function writeMeterServiceWorkStatus(w: Writer, tag: string, value: MeterServiceWorkStatus): void {
  w.open(tag);
  w.leaf('obj:dateTime', value.dateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail): void {
  w.open(tag);
  w.leaf('obj:addressGeneral', value.addressGeneral);
  w.leaf('obj:buildingName', value.buildingName);
  w.leaf('obj:code', value.code);
  w.leaf('obj:name', value.name);
  w.leaf('obj:number', value.number);
  w.leaf('obj:prefix', value.prefix);
  w.leaf('obj:suffix', value.suffix);
  w.leaf('obj:suiteNumber', value.suiteNumber);
  w.leaf('obj:type', value.type);
  w.leaf('obj:withinTownLimits', value.withinTownLimits);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceLocationMainAddressTownDetail(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceLocationMainAddressTownDetail): void {
  w.open(tag);
  w.leaf('obj:code', value.code);
  w.leaf('obj:country', value.country);
  w.leaf('obj:name', value.name);
  w.leaf('obj:section', value.section);
  w.leaf('obj:stateOrProvince', value.stateOrProvince);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceLocationMainAddress(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceLocationMainAddress): void {
  w.open(tag);
  w.maybe('obj:streetDetail', value.streetDetail, writeMeterServiceWorkUsagePointServiceLocationMainAddressStreetDetail);
  w.maybe('obj:townDetail', value.townDetail, writeMeterServiceWorkUsagePointServiceLocationMainAddressTownDetail);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceLocation(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceLocation): void {
  w.open(tag);
  w.leaf('obj:accessMethod', value.accessMethod);
  w.leaf('obj:needsInspection', value.needsInspection);
  w.leaf('obj:siteAccessProblem', value.siteAccessProblem);
  w.maybe('obj:mainAddress', value.mainAddress, writeMeterServiceWorkUsagePointServiceLocationMainAddress);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceMultipliersNamesNameType(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceMultipliersNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeMeterServiceWorkUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceMultipliersNames(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceMultipliersNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeMeterServiceWorkUsagePointServiceMultipliersNamesNameType);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePointServiceMultipliers(w: Writer, tag: string, value: MeterServiceWorkUsagePointServiceMultipliers): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:value', value.value);
  w.many('obj:Names', value.Names, writeMeterServiceWorkUsagePointServiceMultipliersNames);
  w.close(tag);
}

export function writeMeterServiceWorkUsagePoint(w: Writer, tag: string, value: MeterServiceWorkUsagePoint): void {
  w.open(tag);
  w.leaf('obj:checkBilling', value.checkBilling);
  w.leaf('obj:grounded', value.grounded);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.leaf('obj:nominalServiceVoltage', value.nominalServiceVoltage);
  w.leaf('obj:phaseCode', value.phaseCode);
  w.leaf('obj:ratedCurrent', value.ratedCurrent);
  w.leaf('obj:ratedPower', value.ratedPower);
  w.leaf('obj:serviceDeliveryRemark', value.serviceDeliveryRemark);
  w.leaf('obj:servicePriority', value.servicePriority);
  w.maybe('obj:ServiceLocation', value.ServiceLocation, writeMeterServiceWorkUsagePointServiceLocation);
  w.many('obj:ServiceMultipliers', value.ServiceMultipliers, writeMeterServiceWorkUsagePointServiceMultipliers);
  w.close(tag);
}

export function writeMeterServiceWork(w: Writer, tag: string, value: MeterServiceWork): void {
  w.open(tag);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:lastModifiedDateTime', value.lastModifiedDateTime);
  w.leaf('obj:priority', value.priority);
  w.leaf('obj:requestDateTime', value.requestDateTime);
  w.leaf('obj:type', value.type);
  w.many('obj:ActivityRecords', value.ActivityRecords, writeMeterServiceWorkActivityRecords);
  w.many('obj:Customers', value.Customers, writeMeterServiceWorkCustomers);
  w.maybe('obj:Meter', value.Meter, writeMeter);
  w.maybe('obj:OldMeter', value.OldMeter, writeMeter);
  w.maybe('obj:status', value.status, writeMeterServiceWorkStatus);
  w.maybe('obj:UsagePoint', value.UsagePoint, writeMeterServiceWorkUsagePoint);
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
  w.leaf('obj:name', value.name);
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
  w.maybe('obj:argument', value.argument, writeReference);
  w.maybe('obj:interharmonic', value.interharmonic, writeReference);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `MeterServiceRequests`. */
export const MeterServiceRequestsElement = {
  namespace,
  name: 'MeterServiceRequests',
  read: readMeterServiceRequests,
  write(w: Writer, value: MeterServiceRequests): void {
    w.declare(declarations);
    writeMeterServiceRequests(w, 'obj:MeterServiceRequests', value);
  },
} as const;

