// Generated from UsagePointGroups.xsd by `npm run generate`. Do not edit.
/** Forming and changing groups of usage points. Structure known from published schemas. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/UsagePointGroups#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/UsagePointGroups#"';

/** Root of the profile. */
export interface UsagePointGroups {
  readonly DemandResponseProgram?: readonly DemandResponseProgram[];
  readonly UsagePointGroup?: readonly UsagePointGroup[];
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

/** Logical point of the network where a service is used and metered; it stays when meters change. */
export interface UsagePoint {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** Named set of usage points that can be addressed as one. */
export interface UsagePointGroup {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reference to a programme of this message the group takes part in. */
  readonly DemandResponsePrograms?: Reference;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Members of the group. */
  readonly UsagePoints?: readonly UsagePoint[];
}

export function readUsagePointGroups(c: Cursor): UsagePointGroups {
  const end = c.enter();
  const value: UsagePointGroups = {
    DemandResponseProgram: c.many(N, 'DemandResponseProgram', readDemandResponseProgram),
    UsagePointGroup: c.many(N, 'UsagePointGroup', readUsagePointGroup),
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

export function readUsagePoint(c: Cursor): UsagePoint {
  const end = c.enter();
  const value: UsagePoint = {
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

export function readUsagePointGroup(c: Cursor): UsagePointGroup {
  const end = c.enter();
  const value: UsagePointGroup = {
    mRID: c.maybeText(N, 'mRID'),
    DemandResponsePrograms: c.maybe(N, 'DemandResponsePrograms', readReference),
    Names: c.many(N, 'Names', readName),
    UsagePoints: c.many(N, 'UsagePoints', readUsagePoint),
  };
  c.leave(end);
  return value;
}

export function writeUsagePointGroups(w: Writer, tag: string, value: UsagePointGroups): void {
  w.open(tag);
  w.many('obj:DemandResponseProgram', value.DemandResponseProgram, writeDemandResponseProgram);
  w.many('obj:UsagePointGroup', value.UsagePointGroup, writeUsagePointGroup);
  w.close(tag);
}

export function writeDemandResponseProgram(w: Writer, tag: string, value: DemandResponseProgram): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:type', value.type);
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

export function writeUsagePoint(w: Writer, tag: string, value: UsagePoint): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeUsagePointGroup(w: Writer, tag: string, value: UsagePointGroup): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.maybe('obj:DemandResponsePrograms', value.DemandResponsePrograms, writeReference);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:UsagePoints', value.UsagePoints, writeUsagePoint);
  w.close(tag);
}

/** The document element `UsagePointGroups`. */
export const UsagePointGroupsElement = {
  namespace,
  name: 'UsagePointGroups',
  read: readUsagePointGroups,
  write(w: Writer, value: UsagePointGroups): void {
    w.declare(declarations);
    writeUsagePointGroups(w, 'obj:UsagePointGroups', value);
  },
} as const;

