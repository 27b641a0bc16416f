// Generated from EndDeviceGroups.xsd by `npm run generate`. Do not edit.
/** Forming and changing groups of end devices. Structure known from published schemas. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceGroups#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/EndDeviceGroups#"';

/** Root of the profile. */
export interface EndDeviceGroups {
  readonly DemandResponseProgram?: readonly DemandResponseProgram[];
  readonly EndDeviceGroup?: readonly EndDeviceGroup[];
}

/** Programme by which customers or devices take part in load control. */
export interface DemandResponseProgram {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Kind of programme, such as direct load control or critical peak pricing. */
  readonly type?: XsString;
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

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** Named set of devices that can be addressed as one. */
export interface EndDeviceGroup {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reference to a programme of this message the group takes part in. */
  readonly DemandResponsePrograms?: readonly Reference[];
  /** Members of the group. */
  readonly EndDevices?: readonly EndDevice[];
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

export function readEndDeviceGroups(c: Cursor): EndDeviceGroups {
  const end = c.enter();
  const value: EndDeviceGroups = {
    DemandResponseProgram: c.many(N, 'DemandResponseProgram', readDemandResponseProgram),
    EndDeviceGroup: c.many(N, 'EndDeviceGroup', readEndDeviceGroup),
  };
  c.leave(end);
  return value;
}

export function readDemandResponseProgram(c: Cursor): DemandResponseProgram {
  const end = c.enter();
  const value: DemandResponseProgram = {
    mRID: c.maybeText(N, 'mRID'),
    type: c.maybeText(N, 'type'),
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

export function readEndDeviceGroup(c: Cursor): EndDeviceGroup {
  const end = c.enter();
  const value: EndDeviceGroup = {
    mRID: c.maybeText(N, 'mRID'),
    DemandResponsePrograms: c.many(N, 'DemandResponsePrograms', readReference),
    EndDevices: c.many(N, 'EndDevices', readEndDevice),
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

export function writeEndDeviceGroups(w: Writer, tag: string, value: EndDeviceGroups): void {
  w.open(tag);
  w.many('obj:DemandResponseProgram', value.DemandResponseProgram, writeDemandResponseProgram);
  w.many('obj:EndDeviceGroup', value.EndDeviceGroup, writeEndDeviceGroup);
  w.close(tag);
}

export function writeDemandResponseProgram(w: Writer, tag: string, value: DemandResponseProgram): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:type', value.type);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDevice(w: Writer, tag: string, value: EndDevice): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeEndDeviceGroup(w: Writer, tag: string, value: EndDeviceGroup): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:DemandResponsePrograms', value.DemandResponsePrograms, writeReference);
  w.many('obj:EndDevices', value.EndDevices, writeEndDevice);
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

/** The document element `EndDeviceGroups`. */
export const EndDeviceGroupsElement = {
  namespace,
  name: 'EndDeviceGroups',
  read: readEndDeviceGroups,
  write(w: Writer, value: EndDeviceGroups): void {
    w.declare(declarations);
    writeEndDeviceGroups(w, 'obj:EndDeviceGroups', value);
  },
} as const;

