// Generated from GetComModuleConfig.xsd by `npm run generate`. Do not edit.
/** Request profile: what to select when ComModuleConfig is queried. Objects are given by mRID or by name. The published request profile is not known to us; this is a stand-in of our own of the same shape as the known ones. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/GetComModuleConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:get="http://iec.ch/TC57/2011/GetComModuleConfig#"';

/** Root of the profile: selects what is asked for; objects of the same kind are alternatives. */
export interface GetComModuleConfig {
  readonly ComFunction?: readonly ComFunction[];
  readonly ComModule?: readonly ComModule[];
  readonly EndDevice?: readonly EndDevice[];
  readonly EndDeviceGroup?: readonly EndDeviceGroup[];
  readonly Meter?: readonly Meter[];
  readonly ServiceLocation?: readonly ServiceLocation[];
  readonly UsagePoint?: readonly UsagePoint[];
}

/** Communication capability of a device: address, technology and firmware of its modem or radio. */
export interface ComFunction {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Communication module that is an asset of its own and can be moved from meter to meter. */
export interface ComModule {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Device at the customer side of the network: a meter, a load switch, a display, a thermostat. */
export interface EndDevice {
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

/** Premises or place where a customer receives the service, with the facts a field crew needs. */
export interface ServiceLocation {
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

export function readGetComModuleConfig(c: Cursor): GetComModuleConfig {
  const end = c.enter();
  const value: GetComModuleConfig = {
    ComFunction: c.many(N, 'ComFunction', readComFunction),
    ComModule: c.many(N, 'ComModule', readComModule),
    EndDevice: c.many(N, 'EndDevice', readEndDevice),
    EndDeviceGroup: c.many(N, 'EndDeviceGroup', readEndDeviceGroup),
    Meter: c.many(N, 'Meter', readMeter),
    ServiceLocation: c.many(N, 'ServiceLocation', readServiceLocation),
    UsagePoint: c.many(N, 'UsagePoint', readUsagePoint),
  };
  c.leave(end);
  return value;
}

export function readComFunction(c: Cursor): ComFunction {
  const end = c.enter();
  const value: ComFunction = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readComModule(c: Cursor): ComModule {
  const end = c.enter();
  const value: ComModule = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
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

export function readServiceLocation(c: Cursor): ServiceLocation {
  const end = c.enter();
  const value: ServiceLocation = {
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

export function writeGetComModuleConfig(w: Writer, tag: string, value: GetComModuleConfig): void {
  w.open(tag);
  w.many('get:ComFunction', value.ComFunction, writeComFunction);
  w.many('get:ComModule', value.ComModule, writeComModule);
  w.many('get:EndDevice', value.EndDevice, writeEndDevice);
  w.many('get:EndDeviceGroup', value.EndDeviceGroup, writeEndDeviceGroup);
  w.many('get:Meter', value.Meter, writeMeter);
  w.many('get:ServiceLocation', value.ServiceLocation, writeServiceLocation);
  w.many('get:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.close(tag);
}

export function writeComFunction(w: Writer, tag: string, value: ComFunction): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeComModule(w: Writer, tag: string, value: ComModule): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDevice(w: Writer, tag: string, value: EndDevice): void {
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

export function writeServiceLocation(w: Writer, tag: string, value: ServiceLocation): void {
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

/** The document element `GetComModuleConfig`. */
export const GetComModuleConfigElement = {
  namespace,
  name: 'GetComModuleConfig',
  read: readGetComModuleConfig,
  write(w: Writer, value: GetComModuleConfig): void {
    w.declare(declarations);
    writeGetComModuleConfig(w, 'get:GetComModuleConfig', value);
  },
} as const;

