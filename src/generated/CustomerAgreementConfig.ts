// Generated from CustomerAgreementConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of supply agreements with their prices, locations and supplier. Structure derived from the CIM classes; not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsDate, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerAgreementConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/CustomerAgreementConfig#"';

/** Root of the profile. */
export interface CustomerAgreementConfig {
  readonly CustomerAgreement?: readonly CustomerAgreement[];
}

/** Says who changed the master data, when the change takes effect, and why. */
export interface ConfigurationEvent {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** When the record was made. */
  readonly createdDateTime?: XsDateTime;
  /** When the change takes effect; may lie in the past or in the future. */
  readonly effectiveDateTime?: XsDateTime;
  /** Person or system that made the change. */
  readonly modifiedBy?: XsString;
  /** Why it happened or was done, as free text. */
  readonly reason?: XsString;
  /** Free text about the change. */
  readonly remark?: XsString;
  /** How serious it is, in the sender’s terms; for events often the alarm class. */
  readonly severity?: XsString;
  /** Class of activity, in terms agreed between the parties. */
  readonly type?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** State the activity resulted in. */
  readonly status?: Status;
}

/** Supply contract between a customer and a service supplier for given locations and prices. */
export interface CustomerAgreement {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** When the document was first recorded. */
  readonly createdDateTime?: XsDateTime;
  /** When the document was last changed. */
  readonly lastModifiedDateTime?: XsDateTime;
  /** Load management the customer has agreed to, in terms of the supplier. */
  readonly loadMgmt?: XsString;
  /** Revision of the document. */
  readonly revisionNumber?: XsString;
  /** Day on which the parties signed. */
  readonly signDate?: XsDate;
  readonly subject?: XsString;
  readonly title?: XsString;
  /** Utility’s own classification. */
  readonly type?: XsString;
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** Load control programmes the customer takes part in. */
  readonly DemandResponsePrograms?: readonly DemandResponseProgram[];
  /** State of the document itself, such as draft or approved. */
  readonly docStatus?: Status;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Price lists that apply. */
  readonly PricingStructures?: readonly PricingStructure[];
  /** Commodity the agreement is about. */
  readonly ServiceCategory?: ServiceCategory;
  /** Places supplied under the agreement. */
  readonly ServiceLocations?: readonly ServiceLocation[];
  /** Supplier who is party to the agreement. */
  readonly ServiceSupplier?: ServiceSupplier;
  /** State of what the document is about, such as active or suspended. */
  readonly status?: Status;
  /** Span in which the agreement is in force. */
  readonly validityInterval?: DateTimeInterval;
}

/** Span between two points in time; a missing bound leaves that side open. */
export interface DateTimeInterval {
  /** First instant after the span. */
  readonly end?: XsDateTime;
  /** First instant of the span. */
  readonly start?: XsDateTime;
}

/** Programme by which customers or devices take part in load control. */
export interface DemandResponseProgram {
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

/** Price list offered to a class of customers. */
export interface PricingStructure {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Commodity or service that is delivered. */
export interface ServiceCategory {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
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

/** Organisation that delivers the service to customers. */
export interface ServiceSupplier {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
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

export function readCustomerAgreementConfig(c: Cursor): CustomerAgreementConfig {
  const end = c.enter();
  const value: CustomerAgreementConfig = {
    CustomerAgreement: c.many(N, 'CustomerAgreement', readCustomerAgreement),
  };
  c.leave(end);
  return value;
}

export function readConfigurationEvent(c: Cursor): ConfigurationEvent {
  const end = c.enter();
  const value: ConfigurationEvent = {
    mRID: c.maybeText(N, 'mRID'),
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    effectiveDateTime: c.maybeToken(N, 'effectiveDateTime', lexical.dateTime),
    modifiedBy: c.maybeText(N, 'modifiedBy'),
    reason: c.maybeText(N, 'reason'),
    remark: c.maybeText(N, 'remark'),
    severity: c.maybeText(N, 'severity'),
    type: c.maybeText(N, 'type'),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readCustomerAgreement(c: Cursor): CustomerAgreement {
  const end = c.enter();
  const value: CustomerAgreement = {
    mRID: c.maybeText(N, 'mRID'),
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    lastModifiedDateTime: c.maybeToken(N, 'lastModifiedDateTime', lexical.dateTime),
    loadMgmt: c.maybeText(N, 'loadMgmt'),
    revisionNumber: c.maybeText(N, 'revisionNumber'),
    signDate: c.maybeToken(N, 'signDate', lexical.date),
    subject: c.maybeText(N, 'subject'),
    title: c.maybeText(N, 'title'),
    type: c.maybeText(N, 'type'),
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    DemandResponsePrograms: c.many(N, 'DemandResponsePrograms', readDemandResponseProgram),
    docStatus: c.maybe(N, 'docStatus', readStatus),
    Names: c.many(N, 'Names', readName),
    PricingStructures: c.many(N, 'PricingStructures', readPricingStructure),
    ServiceCategory: c.maybe(N, 'ServiceCategory', readServiceCategory),
    ServiceLocations: c.many(N, 'ServiceLocations', readServiceLocation),
    ServiceSupplier: c.maybe(N, 'ServiceSupplier', readServiceSupplier),
    status: c.maybe(N, 'status', readStatus),
    validityInterval: c.maybe(N, 'validityInterval', readDateTimeInterval),
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

export function readDemandResponseProgram(c: Cursor): DemandResponseProgram {
  const end = c.enter();
  const value: DemandResponseProgram = {
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

export function readPricingStructure(c: Cursor): PricingStructure {
  const end = c.enter();
  const value: PricingStructure = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceCategory(c: Cursor): ServiceCategory {
  const end = c.enter();
  const value: ServiceCategory = {
    mRID: c.maybeText(N, 'mRID'),
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

export function readServiceSupplier(c: Cursor): ServiceSupplier {
  const end = c.enter();
  const value: ServiceSupplier = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
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

export function writeCustomerAgreementConfig(w: Writer, tag: string, value: CustomerAgreementConfig): void {
  w.open(tag);
  w.many('obj:CustomerAgreement', value.CustomerAgreement, writeCustomerAgreement);
  w.close(tag);
}

export function writeConfigurationEvent(w: Writer, tag: string, value: ConfigurationEvent): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:effectiveDateTime', value.effectiveDateTime);
  w.leaf('obj:modifiedBy', value.modifiedBy);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:severity', value.severity);
  w.leaf('obj:type', value.type);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeCustomerAgreement(w: Writer, tag: string, value: CustomerAgreement): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:lastModifiedDateTime', value.lastModifiedDateTime);
  w.leaf('obj:loadMgmt', value.loadMgmt);
  w.leaf('obj:revisionNumber', value.revisionNumber);
  w.leaf('obj:signDate', value.signDate);
  w.leaf('obj:subject', value.subject);
  w.leaf('obj:title', value.title);
  w.leaf('obj:type', value.type);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.many('obj:DemandResponsePrograms', value.DemandResponsePrograms, writeDemandResponseProgram);
  w.maybe('obj:docStatus', value.docStatus, writeStatus);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:PricingStructures', value.PricingStructures, writePricingStructure);
  w.maybe('obj:ServiceCategory', value.ServiceCategory, writeServiceCategory);
  w.many('obj:ServiceLocations', value.ServiceLocations, writeServiceLocation);
  w.maybe('obj:ServiceSupplier', value.ServiceSupplier, writeServiceSupplier);
  w.maybe('obj:status', value.status, writeStatus);
  w.maybe('obj:validityInterval', value.validityInterval, writeDateTimeInterval);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('obj:end', value.end);
  w.leaf('obj:start', value.start);
  w.close(tag);
}

export function writeDemandResponseProgram(w: Writer, tag: string, value: DemandResponseProgram): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
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

export function writePricingStructure(w: Writer, tag: string, value: PricingStructure): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceCategory(w: Writer, tag: string, value: ServiceCategory): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceLocation(w: Writer, tag: string, value: ServiceLocation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceSupplier(w: Writer, tag: string, value: ServiceSupplier): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
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

/** The document element `CustomerAgreementConfig`. */
export const CustomerAgreementConfigElement = {
  namespace,
  name: 'CustomerAgreementConfig',
  read: readCustomerAgreementConfig,
  write(w: Writer, value: CustomerAgreementConfig): void {
    w.declare(declarations);
    writeCustomerAgreementConfig(w, 'obj:CustomerAgreementConfig', value);
  },
} as const;

