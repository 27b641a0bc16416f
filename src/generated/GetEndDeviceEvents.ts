// Generated from GetEndDeviceEvents.xsd by `npm run generate`. Do not edit.
/** Request profile: what to select when EndDeviceEvents is queried. Objects are given by mRID or by name. Structure known from published schemas. */
import { lexical, namespaceId, type Cursor, type Writer, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/GetEndDeviceEvents#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:get="http://iec.ch/TC57/2011/GetEndDeviceEvents#"';

/** Class of customer. */
export type CustomerKind = 'commercialIndustrial' | 'energyServiceScheduler' | 'energyServiceSupplier' | 'internalUse' | 'other' | 'pumpingLoad' | 'residential' | 'residentialAndCommercial' | 'residentialAndStreetlight' | 'residentialFarmService' | 'residentialStreetlightOthers' | 'windMachine';
export const valuesOfCustomerKind: ReadonlySet<string> = new Set<CustomerKind>(['commercialIndustrial', 'energyServiceScheduler', 'energyServiceSupplier', 'internalUse', 'other', 'pumpingLoad', 'residential', 'residentialAndCommercial', 'residentialAndStreetlight', 'residentialFarmService', 'residentialStreetlightOthers', 'windMachine']);

/** Commodity or service. */
export type ServiceKind = 'electricity' | 'gas' | 'heat' | 'internet' | 'other' | 'rates' | 'refuse' | 'sewerage' | 'time' | 'tvLicence' | 'water';
export const valuesOfServiceKind: ReadonlySet<string> = new Set<ServiceKind>(['electricity', 'gas', 'heat', 'internet', 'other', 'rates', 'refuse', 'sewerage', 'time', 'tvLicence', 'water']);

/** Root of the profile: selects what is asked for; objects of the same kind are alternatives. */
export interface GetEndDeviceEvents {
  readonly Customer?: readonly Customer[];
  readonly CustomerAccount?: readonly CustomerAccount[];
  readonly CustomerAgreement?: readonly CustomerAgreement[];
  readonly EndDeviceEvent?: readonly EndDeviceEvent[];
  readonly EndDeviceEventType?: readonly EndDeviceEventType[];
  readonly EndDeviceGroup?: readonly EndDeviceGroup[];
  readonly Meter?: readonly Meter[];
  readonly ServiceCategory?: readonly ServiceCategory[];
  readonly ServiceLocation?: readonly ServiceLocation[];
  readonly TimeSchedule?: readonly TimeSchedule[];
  readonly UsagePoint?: readonly UsagePoint[];
  readonly UsagePointGroup?: readonly UsagePointGroup[];
}

/** Organisation or person who receives the service. */
export interface Customer {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Class of customer, for reports and rules. */
  readonly kind?: CustomerKind;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Billing account of a customer; it may cover several agreements. */
export interface CustomerAccount {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Supply contract between a customer and a service supplier for given locations and prices. */
export interface CustomerAgreement {
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

/** Something that happened in or to a device, with the time the device saw it. */
export interface EndDeviceEvent {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Party that caused the event, such as the issuer of the command. */
  readonly issuerID?: XsString;
  /** Reference the issuer gave in the command that led to this event. */
  readonly issuerTrackingID?: XsString;
  /** Why it happened or was done, as free text. */
  readonly reason?: XsString;
  /** How serious it is, in the sender’s terms; for events often the alarm class. */
  readonly severity?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
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

/** Commodity or service that is delivered. */
export interface ServiceCategory {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Commodity, such as electricity or gas. */
  readonly kind?: ServiceKind;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Premises or place where a customer receives the service, with the facts a field crew needs. */
export interface ServiceLocation {
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

export function readGetEndDeviceEvents(c: Cursor): GetEndDeviceEvents {
  const end = c.enter();
  const value: GetEndDeviceEvents = {
    Customer: c.many(N, 'Customer', readCustomer),
    CustomerAccount: c.many(N, 'CustomerAccount', readCustomerAccount),
    CustomerAgreement: c.many(N, 'CustomerAgreement', readCustomerAgreement),
    EndDeviceEvent: c.many(N, 'EndDeviceEvent', readEndDeviceEvent),
    EndDeviceEventType: c.many(N, 'EndDeviceEventType', readEndDeviceEventType),
    EndDeviceGroup: c.many(N, 'EndDeviceGroup', readEndDeviceGroup),
    Meter: c.many(N, 'Meter', readMeter),
    ServiceCategory: c.many(N, 'ServiceCategory', readServiceCategory),
    ServiceLocation: c.many(N, 'ServiceLocation', readServiceLocation),
    TimeSchedule: c.many(N, 'TimeSchedule', readTimeSchedule),
    UsagePoint: c.many(N, 'UsagePoint', readUsagePoint),
    UsagePointGroup: c.many(N, 'UsagePointGroup', readUsagePointGroup),
  };
  c.leave(end);
  return value;
}

export function readCustomer(c: Cursor): Customer {
  const end = c.enter();
  const value: Customer = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfCustomerKind) as CustomerKind | undefined,
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readCustomerAccount(c: Cursor): CustomerAccount {
  const end = c.enter();
  const value: CustomerAccount = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readCustomerAgreement(c: Cursor): CustomerAgreement {
  const end = c.enter();
  const value: CustomerAgreement = {
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

export function readEndDeviceEvent(c: Cursor): EndDeviceEvent {
  const end = c.enter();
  const value: EndDeviceEvent = {
    mRID: c.maybeText(N, 'mRID'),
    issuerID: c.maybeText(N, 'issuerID'),
    issuerTrackingID: c.maybeText(N, 'issuerTrackingID'),
    reason: c.maybeText(N, 'reason'),
    severity: c.maybeText(N, 'severity'),
    Names: c.many(N, 'Names', readName),
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

export function readServiceCategory(c: Cursor): ServiceCategory {
  const end = c.enter();
  const value: ServiceCategory = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfServiceKind) as ServiceKind | undefined,
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceLocation(c: Cursor): ServiceLocation {
  const end = c.enter();
  const value: ServiceLocation = {
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

export function writeGetEndDeviceEvents(w: Writer, tag: string, value: GetEndDeviceEvents): void {
  w.open(tag);
  w.many('get:Customer', value.Customer, writeCustomer);
  w.many('get:CustomerAccount', value.CustomerAccount, writeCustomerAccount);
  w.many('get:CustomerAgreement', value.CustomerAgreement, writeCustomerAgreement);
  w.many('get:EndDeviceEvent', value.EndDeviceEvent, writeEndDeviceEvent);
  w.many('get:EndDeviceEventType', value.EndDeviceEventType, writeEndDeviceEventType);
  w.many('get:EndDeviceGroup', value.EndDeviceGroup, writeEndDeviceGroup);
  w.many('get:Meter', value.Meter, writeMeter);
  w.many('get:ServiceCategory', value.ServiceCategory, writeServiceCategory);
  w.many('get:ServiceLocation', value.ServiceLocation, writeServiceLocation);
  w.many('get:TimeSchedule', value.TimeSchedule, writeTimeSchedule);
  w.many('get:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.many('get:UsagePointGroup', value.UsagePointGroup, writeUsagePointGroup);
  w.close(tag);
}

export function writeCustomer(w: Writer, tag: string, value: Customer): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.leaf('get:kind', value.kind);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCustomerAccount(w: Writer, tag: string, value: CustomerAccount): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCustomerAgreement(w: Writer, tag: string, value: CustomerAgreement): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('get:end', value.end);
  w.leaf('get:start', value.start);
  w.close(tag);
}

export function writeEndDeviceEvent(w: Writer, tag: string, value: EndDeviceEvent): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.leaf('get:issuerID', value.issuerID);
  w.leaf('get:issuerTrackingID', value.issuerTrackingID);
  w.leaf('get:reason', value.reason);
  w.leaf('get:severity', value.severity);
  w.many('get:Names', value.Names, writeName);
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

export function writeServiceCategory(w: Writer, tag: string, value: ServiceCategory): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.leaf('get:kind', value.kind);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceLocation(w: Writer, tag: string, value: ServiceLocation): void {
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

/** The document element `GetEndDeviceEvents`. */
export const GetEndDeviceEventsElement = {
  namespace,
  name: 'GetEndDeviceEvents',
  read: readGetEndDeviceEvents,
  write(w: Writer, value: GetEndDeviceEvents): void {
    w.declare(declarations);
    writeGetEndDeviceEvents(w, 'get:GetEndDeviceEvents', value);
  },
} as const;

