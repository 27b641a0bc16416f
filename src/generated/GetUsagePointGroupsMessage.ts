// Generated from GetUsagePointGroupsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query UsagePointGroups: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetUsagePointGroups from './GetUsagePointGroups.js';
import * as Message from './Message.js';
import * as UsagePointGroups from './UsagePointGroups.js';

export const namespace = 'http://iec.ch/TC57/2011/GetUsagePointGroupsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetUsagePointGroupsMessage" xmlns:get="http://iec.ch/TC57/2011/GetUsagePointGroups#" xmlns:obj="http://iec.ch/TC57/2011/UsagePointGroups#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetUsagePointGroupsRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetUsagePointGroups: GetUsagePointGroups.GetUsagePointGroups;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The UsagePointGroups found; beside them operations, packed content and a hint at its format. */
export interface UsagePointGroupsPayloadType {
  readonly UsagePointGroups?: UsagePointGroups.UsagePointGroups;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for UsagePointGroups. */
export interface GetUsagePointGroupsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetUsagePointGroupsRequestType;
  readonly Payload?: UsagePointGroupsPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface UsagePointGroupsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: UsagePointGroupsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface UsagePointGroupsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetUsagePointGroupsRequestType(c: Cursor): GetUsagePointGroupsRequestType {
  const end = c.enter();
  const value: GetUsagePointGroupsRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetUsagePointGroups: c.one(GetUsagePointGroups.namespaceIdOf, 'GetUsagePointGroups', GetUsagePointGroups.readGetUsagePointGroups),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroupsPayloadType(c: Cursor): UsagePointGroupsPayloadType {
  const end = c.enter();
  const value: UsagePointGroupsPayloadType = {
    UsagePointGroups: c.maybe(UsagePointGroups.namespaceIdOf, 'UsagePointGroups', UsagePointGroups.readUsagePointGroups),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetUsagePointGroupsRequestMessageType(c: Cursor): GetUsagePointGroupsRequestMessageType {
  const end = c.enter();
  const value: GetUsagePointGroupsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetUsagePointGroupsRequestType),
    Payload: c.maybe(N, 'Payload', readUsagePointGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroupsResponseMessageType(c: Cursor): UsagePointGroupsResponseMessageType {
  const end = c.enter();
  const value: UsagePointGroupsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readUsagePointGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroupsFaultMessageType(c: Cursor): UsagePointGroupsFaultMessageType {
  const end = c.enter();
  const value: UsagePointGroupsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetUsagePointGroupsRequestType(w: Writer, tag: string, value: GetUsagePointGroupsRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetUsagePointGroups', value.GetUsagePointGroups, GetUsagePointGroups.writeGetUsagePointGroups);
  w.foreign(value.any);
  w.close(tag);
}

export function writeUsagePointGroupsPayloadType(w: Writer, tag: string, value: UsagePointGroupsPayloadType): void {
  w.open(tag);
  w.maybe('obj:UsagePointGroups', value.UsagePointGroups, UsagePointGroups.writeUsagePointGroups);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetUsagePointGroupsRequestMessageType(w: Writer, tag: string, value: GetUsagePointGroupsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetUsagePointGroupsRequestType);
  w.maybe('m:Payload', value.Payload, writeUsagePointGroupsPayloadType);
  w.close(tag);
}

export function writeUsagePointGroupsResponseMessageType(w: Writer, tag: string, value: UsagePointGroupsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeUsagePointGroupsPayloadType);
  w.close(tag);
}

export function writeUsagePointGroupsFaultMessageType(w: Writer, tag: string, value: UsagePointGroupsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetUsagePointGroups`. */
export const GetUsagePointGroupsElement = {
  namespace,
  name: 'GetUsagePointGroups',
  read: readGetUsagePointGroupsRequestMessageType,
  write(w: Writer, value: GetUsagePointGroupsRequestMessageType): void {
    w.declare(declarations);
    writeGetUsagePointGroupsRequestMessageType(w, 'm:GetUsagePointGroups', value);
  },
} as const;

/** The document element `UsagePointGroupsResponseMessage`. */
export const UsagePointGroupsResponseMessageElement = {
  namespace,
  name: 'UsagePointGroupsResponseMessage',
  read: readUsagePointGroupsResponseMessageType,
  write(w: Writer, value: UsagePointGroupsResponseMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsResponseMessageType(w, 'm:UsagePointGroupsResponseMessage', value);
  },
} as const;

/** The document element `UsagePointGroupsFaultMessage`. */
export const UsagePointGroupsFaultMessageElement = {
  namespace,
  name: 'UsagePointGroupsFaultMessage',
  read: readUsagePointGroupsFaultMessageType,
  write(w: Writer, value: UsagePointGroupsFaultMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsFaultMessageType(w, 'm:UsagePointGroupsFaultMessage', value);
  },
} as const;

