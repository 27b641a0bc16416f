// Generated from EndDeviceEvents.xsd by `npm run generate`. Do not edit.
/** Events and alarms of end devices, and the outcome of commands. Structure known from published schemas; independent copies agree. */
import { lexical, namespaceId, type Cursor, type Writer, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceEvents#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/EndDeviceEvents#"';

/** Value as text, a number included. */
export type StringQuantity = XsString;

/** Root of the profile. */
export interface EndDeviceEvents {
  readonly EndDeviceEvent?: readonly EndDeviceEvent[];
  readonly EndDeviceEventType?: readonly EndDeviceEventType[];
}

/** Device an event or record is about, given by identification only. */
export interface Asset {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
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

export function readEndDeviceEvents(c: Cursor): EndDeviceEvents {
  const end = c.enter();
  const value: EndDeviceEvents = {
    EndDeviceEvent: c.many(N, 'EndDeviceEvent', readEndDeviceEvent),
    EndDeviceEventType: c.many(N, 'EndDeviceEventType', readEndDeviceEventType),
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

export function writeEndDeviceEvents(w: Writer, tag: string, value: EndDeviceEvents): void {
  w.open(tag);
  w.many('obj:EndDeviceEvent', value.EndDeviceEvent, writeEndDeviceEvent);
  w.many('obj:EndDeviceEventType', value.EndDeviceEventType, writeEndDeviceEventType);
  w.close(tag);
}

export function writeAsset(w: Writer, tag: string, value: Asset): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
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

/** The document element `EndDeviceEvents`. */
export const EndDeviceEventsElement = {
  namespace,
  name: 'EndDeviceEvents',
  read: readEndDeviceEvents,
  write(w: Writer, value: EndDeviceEvents): void {
    w.declare(declarations);
    writeEndDeviceEvents(w, 'obj:EndDeviceEvents', value);
  },
} as const;

