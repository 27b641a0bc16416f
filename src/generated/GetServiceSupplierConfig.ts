// Generated from GetServiceSupplierConfig.xsd by `npm run generate`. Do not edit.
/** Request profile: what to select when ServiceSupplierConfig is queried. Objects are given by mRID or by name. The published request profile is not known to us; this is a stand-in of our own of the same shape as the known ones. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/GetServiceSupplierConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:get="http://iec.ch/TC57/2011/GetServiceSupplierConfig#"';

/** Root of the profile: selects what is asked for; objects of the same kind are alternatives. */
export interface GetServiceSupplierConfig {
  readonly CustomerAgreement?: readonly CustomerAgreement[];
  readonly ServiceCategory?: readonly ServiceCategory[];
  readonly ServiceSupplier?: readonly ServiceSupplier[];
  readonly UsagePoint?: readonly UsagePoint[];
}

/** Supply contract between a customer and a service supplier for given locations and prices. */
export interface CustomerAgreement {
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

/** Logical point of the network where a service is used and metered; it stays when meters change. */
export interface UsagePoint {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readGetServiceSupplierConfig(c: Cursor): GetServiceSupplierConfig {
  const end = c.enter();
  const value: GetServiceSupplierConfig = {
    CustomerAgreement: c.many(N, 'CustomerAgreement', readCustomerAgreement),
    ServiceCategory: c.many(N, 'ServiceCategory', readServiceCategory),
    ServiceSupplier: c.many(N, 'ServiceSupplier', readServiceSupplier),
    UsagePoint: c.many(N, 'UsagePoint', readUsagePoint),
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

export function readUsagePoint(c: Cursor): UsagePoint {
  const end = c.enter();
  const value: UsagePoint = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function writeGetServiceSupplierConfig(w: Writer, tag: string, value: GetServiceSupplierConfig): void {
  w.open(tag);
  w.many('get:CustomerAgreement', value.CustomerAgreement, writeCustomerAgreement);
  w.many('get:ServiceCategory', value.ServiceCategory, writeServiceCategory);
  w.many('get:ServiceSupplier', value.ServiceSupplier, writeServiceSupplier);
  w.many('get:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.close(tag);
}

export function writeCustomerAgreement(w: Writer, tag: string, value: CustomerAgreement): void {
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
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceSupplier(w: Writer, tag: string, value: ServiceSupplier): void {
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

/** The document element `GetServiceSupplierConfig`. */
export const GetServiceSupplierConfigElement = {
  namespace,
  name: 'GetServiceSupplierConfig',
  read: readGetServiceSupplierConfig,
  write(w: Writer, value: GetServiceSupplierConfig): void {
    w.declare(declarations);
    writeGetServiceSupplierConfig(w, 'get:GetServiceSupplierConfig', value);
  },
} as const;

