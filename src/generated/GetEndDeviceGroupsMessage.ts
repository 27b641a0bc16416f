// Generated from GetEndDeviceGroupsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query EndDeviceGroups: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as EndDeviceGroups from './EndDeviceGroups.js';
import * as GetEndDeviceGroups from './GetEndDeviceGroups.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetEndDeviceGroupsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetEndDeviceGroupsMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceGroups#" xmlns:get="http://iec.ch/TC57/2011/GetEndDeviceGroups#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetEndDeviceGroupsRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetEndDeviceGroups: GetEndDeviceGroups.GetEndDeviceGroups;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The EndDeviceGroups found; beside them operations, packed content and a hint at its format. */
export interface EndDeviceGroupsPayloadType {
  readonly EndDeviceGroups?: EndDeviceGroups.EndDeviceGroups;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for EndDeviceGroups. */
export interface GetEndDeviceGroupsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetEndDeviceGroupsRequestType;
  readonly Payload?: EndDeviceGroupsPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface EndDeviceGroupsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceGroupsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceGroupsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetEndDeviceGroupsRequestType(c: Cursor): GetEndDeviceGroupsRequestType {
  const end = c.enter();
  const value: GetEndDeviceGroupsRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetEndDeviceGroups: c.one(GetEndDeviceGroups.namespaceIdOf, 'GetEndDeviceGroups', GetEndDeviceGroups.readGetEndDeviceGroups),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroupsPayloadType(c: Cursor): EndDeviceGroupsPayloadType {
  const end = c.enter();
  const value: EndDeviceGroupsPayloadType = {
    EndDeviceGroups: c.maybe(EndDeviceGroups.namespaceIdOf, 'EndDeviceGroups', EndDeviceGroups.readEndDeviceGroups),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetEndDeviceGroupsRequestMessageType(c: Cursor): GetEndDeviceGroupsRequestMessageType {
  const end = c.enter();
  const value: GetEndDeviceGroupsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetEndDeviceGroupsRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroupsResponseMessageType(c: Cursor): EndDeviceGroupsResponseMessageType {
  const end = c.enter();
  const value: EndDeviceGroupsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroupsFaultMessageType(c: Cursor): EndDeviceGroupsFaultMessageType {
  const end = c.enter();
  const value: EndDeviceGroupsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetEndDeviceGroupsRequestType(w: Writer, tag: string, value: GetEndDeviceGroupsRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetEndDeviceGroups', value.GetEndDeviceGroups, GetEndDeviceGroups.writeGetEndDeviceGroups);
  w.foreign(value.any);
  w.close(tag);
}

export function writeEndDeviceGroupsPayloadType(w: Writer, tag: string, value: EndDeviceGroupsPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceGroups', value.EndDeviceGroups, EndDeviceGroups.writeEndDeviceGroups);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetEndDeviceGroupsRequestMessageType(w: Writer, tag: string, value: GetEndDeviceGroupsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetEndDeviceGroupsRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceGroupsPayloadType);
  w.close(tag);
}

export function writeEndDeviceGroupsResponseMessageType(w: Writer, tag: string, value: EndDeviceGroupsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceGroupsPayloadType);
  w.close(tag);
}

export function writeEndDeviceGroupsFaultMessageType(w: Writer, tag: string, value: EndDeviceGroupsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetEndDeviceGroups`. */
export const GetEndDeviceGroupsElement = {
  namespace,
  name: 'GetEndDeviceGroups',
  read: readGetEndDeviceGroupsRequestMessageType,
  write(w: Writer, value: GetEndDeviceGroupsRequestMessageType): void {
    w.declare(declarations);
    writeGetEndDeviceGroupsRequestMessageType(w, 'm:GetEndDeviceGroups', value);
  },
} as const;

/** The document element `EndDeviceGroupsResponseMessage`. */
export const EndDeviceGroupsResponseMessageElement = {
  namespace,
  name: 'EndDeviceGroupsResponseMessage',
  read: readEndDeviceGroupsResponseMessageType,
  write(w: Writer, value: EndDeviceGroupsResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsResponseMessageType(w, 'm:EndDeviceGroupsResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceGroupsFaultMessage`. */
export const EndDeviceGroupsFaultMessageElement = {
  namespace,
  name: 'EndDeviceGroupsFaultMessage',
  read: readEndDeviceGroupsFaultMessageType,
  write(w: Writer, value: EndDeviceGroupsFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsFaultMessageType(w, 'm:EndDeviceGroupsFaultMessage', value);
  },
} as const;

