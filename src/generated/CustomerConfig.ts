// Generated from CustomerConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of master data of customers. Structure derived from the CIM classes; not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/CustomerConfig#"';

/** Class of customer. */
export type CustomerKind = 'commercialIndustrial' | 'energyServiceScheduler' | 'energyServiceSupplier' | 'internalUse' | 'other' | 'pumpingLoad' | 'residential' | 'residentialAndCommercial' | 'residentialAndStreetlight' | 'residentialFarmService' | 'residentialStreetlightOthers' | 'windMachine';
export const valuesOfCustomerKind: ReadonlySet<string> = new Set<CustomerKind>(['commercialIndustrial', 'energyServiceScheduler', 'energyServiceSupplier', 'internalUse', 'other', 'pumpingLoad', 'residential', 'residentialAndCommercial', 'residentialAndStreetlight', 'residentialFarmService', 'residentialStreetlightOthers', 'windMachine']);

/** Root of the profile. */
export interface CustomerConfig {
  readonly Customer?: readonly Customer[];
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

/** Organisation or person who receives the service. */
export interface Customer {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Class of customer, for reports and rules. */
  readonly kind?: CustomerKind;
  /** Language and region for messages to the customer, such as en-GB. */
  readonly locale?: XsString;
  /** Number given by the regulator, where there is one. */
  readonly pucNumber?: XsString;
  /** Need that makes an interruption dangerous, such as life support; check it before a disconnect. */
  readonly specialNeed?: XsString;
  /** True for customers to be served with priority. */
  readonly vip?: XsBoolean;
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Legal body in this role. */
  readonly Organisation?: Organisation;
  /** State of the customer relation. */
  readonly status?: Status;
}

/** Electronic ways to reach a person or a device. */
export interface ElectronicAddress {
  readonly email1?: XsString;
  readonly email2?: XsString;
  /** Address in a local network, such as an IP address. */
  readonly lan?: XsString;
  /** Hardware address. */
  readonly mac?: XsString;
  /** Password to the address. Leave it out unless the channel is encrypted and the receiver needs it. */
  readonly password?: XsString;
  /** Radio address. */
  readonly radio?: XsString;
  /** User name for the address. */
  readonly userID?: XsString;
  /** URL. */
  readonly web?: XsString;
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

/** Legal body with its addresses. */
export interface Organisation {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly electronicAddress?: ElectronicAddress;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly phone1?: TelephoneNumber;
  readonly phone2?: TelephoneNumber;
  readonly postalAddress?: PostalAddress;
  readonly streetAddress?: StreetAddress;
}

/** Address in the form used for mail. */
export interface PostalAddress {
  readonly poBox?: XsString;
  readonly postalCode?: XsString;
  readonly streetDetail?: StreetDetail;
  readonly townDetail?: TownDetail;
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

/** Address in the form used to find a place. */
export interface StreetAddress {
  readonly status?: Status;
  readonly streetDetail?: StreetDetail;
  readonly townDetail?: TownDetail;
}

/** Street part of an address. */
export interface StreetDetail {
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

/** Telephone number in parts. */
export interface TelephoneNumber {
  readonly areaCode?: XsString;
  readonly cityCode?: XsString;
  readonly countryCode?: XsString;
  readonly extension?: XsString;
  readonly localNumber?: XsString;
}

/** Town part of an address. */
export interface TownDetail {
  /** Code of the town in a directory. */
  readonly code?: XsString;
  /** Name or ISO code of the country. */
  readonly country?: XsString;
  readonly name?: XsString;
  /** District of the town. */
  readonly section?: XsString;
  readonly stateOrProvince?: XsString;
}

export function readCustomerConfig(c: Cursor): CustomerConfig {
  const end = c.enter();
  const value: CustomerConfig = {
    Customer: c.many(N, 'Customer', readCustomer),
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

export function readCustomer(c: Cursor): Customer {
  const end = c.enter();
  const value: Customer = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfCustomerKind) as CustomerKind | undefined,
    locale: c.maybeText(N, 'locale'),
    pucNumber: c.maybeText(N, 'pucNumber'),
    specialNeed: c.maybeText(N, 'specialNeed'),
    vip: c.maybeToken(N, 'vip', lexical.boolean) as XsBoolean | undefined,
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    Names: c.many(N, 'Names', readName),
    Organisation: c.maybe(N, 'Organisation', readOrganisation),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readElectronicAddress(c: Cursor): ElectronicAddress {
  const end = c.enter();
  const value: ElectronicAddress = {
    email1: c.maybeText(N, 'email1'),
    email2: c.maybeText(N, 'email2'),
    lan: c.maybeText(N, 'lan'),
    mac: c.maybeText(N, 'mac'),
    password: c.maybeText(N, 'password'),
    radio: c.maybeText(N, 'radio'),
    userID: c.maybeText(N, 'userID'),
    web: c.maybeText(N, 'web'),
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

export function readOrganisation(c: Cursor): Organisation {
  const end = c.enter();
  const value: Organisation = {
    mRID: c.maybeText(N, 'mRID'),
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    Names: c.many(N, 'Names', readName),
    phone1: c.maybe(N, 'phone1', readTelephoneNumber),
    phone2: c.maybe(N, 'phone2', readTelephoneNumber),
    postalAddress: c.maybe(N, 'postalAddress', readPostalAddress),
    streetAddress: c.maybe(N, 'streetAddress', readStreetAddress),
  };
  c.leave(end);
  return value;
}

export function readPostalAddress(c: Cursor): PostalAddress {
  const end = c.enter();
  const value: PostalAddress = {
    poBox: c.maybeText(N, 'poBox'),
    postalCode: c.maybeText(N, 'postalCode'),
    streetDetail: c.maybe(N, 'streetDetail', readStreetDetail),
    townDetail: c.maybe(N, 'townDetail', readTownDetail),
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

export function readStreetAddress(c: Cursor): StreetAddress {
  const end = c.enter();
  const value: StreetAddress = {
    status: c.maybe(N, 'status', readStatus),
    streetDetail: c.maybe(N, 'streetDetail', readStreetDetail),
    townDetail: c.maybe(N, 'townDetail', readTownDetail),
  };
  c.leave(end);
  return value;
}

export function readStreetDetail(c: Cursor): StreetDetail {
  const end = c.enter();
  const value: StreetDetail = {
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

export function readTelephoneNumber(c: Cursor): TelephoneNumber {
  const end = c.enter();
  const value: TelephoneNumber = {
    areaCode: c.maybeText(N, 'areaCode'),
    cityCode: c.maybeText(N, 'cityCode'),
    countryCode: c.maybeText(N, 'countryCode'),
    extension: c.maybeText(N, 'extension'),
    localNumber: c.maybeText(N, 'localNumber'),
  };
  c.leave(end);
  return value;
}

export function readTownDetail(c: Cursor): TownDetail {
  const end = c.enter();
  const value: TownDetail = {
    code: c.maybeText(N, 'code'),
    country: c.maybeText(N, 'country'),
    name: c.maybeText(N, 'name'),
    section: c.maybeText(N, 'section'),
    stateOrProvince: c.maybeText(N, 'stateOrProvince'),
  };
  c.leave(end);
  return value;
}

export function writeCustomerConfig(w: Writer, tag: string, value: CustomerConfig): void {
  w.open(tag);
  w.many('obj:Customer', value.Customer, writeCustomer);
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

export function writeCustomer(w: Writer, tag: string, value: Customer): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:locale', value.locale);
  w.leaf('obj:pucNumber', value.pucNumber);
  w.leaf('obj:specialNeed', value.specialNeed);
  w.leaf('obj:vip', value.vip);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:Organisation', value.Organisation, writeOrganisation);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeElectronicAddress(w: Writer, tag: string, value: ElectronicAddress): void {
  w.open(tag);
  w.leaf('obj:email1', value.email1);
  w.leaf('obj:email2', value.email2);
  w.leaf('obj:lan', value.lan);
  w.leaf('obj:mac', value.mac);
  w.leaf('obj:password', value.password);
  w.leaf('obj:radio', value.radio);
  w.leaf('obj:userID', value.userID);
  w.leaf('obj:web', value.web);
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

export function writeOrganisation(w: Writer, tag: string, value: Organisation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:phone1', value.phone1, writeTelephoneNumber);
  w.maybe('obj:phone2', value.phone2, writeTelephoneNumber);
  w.maybe('obj:postalAddress', value.postalAddress, writePostalAddress);
  w.maybe('obj:streetAddress', value.streetAddress, writeStreetAddress);
  w.close(tag);
}

export function writePostalAddress(w: Writer, tag: string, value: PostalAddress): void {
  w.open(tag);
  w.leaf('obj:poBox', value.poBox);
  w.leaf('obj:postalCode', value.postalCode);
  w.maybe('obj:streetDetail', value.streetDetail, writeStreetDetail);
  w.maybe('obj:townDetail', value.townDetail, writeTownDetail);
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

export function writeStreetAddress(w: Writer, tag: string, value: StreetAddress): void {
  w.open(tag);
  w.maybe('obj:status', value.status, writeStatus);
  w.maybe('obj:streetDetail', value.streetDetail, writeStreetDetail);
  w.maybe('obj:townDetail', value.townDetail, writeTownDetail);
  w.close(tag);
}

export function writeStreetDetail(w: Writer, tag: string, value: StreetDetail): void {
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

export function writeTelephoneNumber(w: Writer, tag: string, value: TelephoneNumber): void {
  w.open(tag);
  w.leaf('obj:areaCode', value.areaCode);
  w.leaf('obj:cityCode', value.cityCode);
  w.leaf('obj:countryCode', value.countryCode);
  w.leaf('obj:extension', value.extension);
  w.leaf('obj:localNumber', value.localNumber);
  w.close(tag);
}

export function writeTownDetail(w: Writer, tag: string, value: TownDetail): void {
  w.open(tag);
  w.leaf('obj:code', value.code);
  w.leaf('obj:country', value.country);
  w.leaf('obj:name', value.name);
  w.leaf('obj:section', value.section);
  w.leaf('obj:stateOrProvince', value.stateOrProvince);
  w.close(tag);
}

/** The document element `CustomerConfig`. */
export const CustomerConfigElement = {
  namespace,
  name: 'CustomerConfig',
  read: readCustomerConfig,
  write(w: Writer, value: CustomerConfig): void {
    w.declare(declarations);
    writeCustomerConfig(w, 'obj:CustomerConfig', value);
  },
} as const;

