// Generated from GetEndDeviceEventsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query EndDeviceEvents: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as EndDeviceEvents from './EndDeviceEvents.js';
import * as GetEndDeviceEvents from './GetEndDeviceEvents.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetEndDeviceEventsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetEndDeviceEventsMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceEvents#" xmlns:get="http://iec.ch/TC57/2011/GetEndDeviceEvents#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetEndDeviceEventsRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetEndDeviceEvents: GetEndDeviceEvents.GetEndDeviceEvents;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The EndDeviceEvents found; beside them operations, packed content and a hint at its format. */
export interface EndDeviceEventsPayloadType {
  readonly EndDeviceEvents?: EndDeviceEvents.EndDeviceEvents;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for EndDeviceEvents. */
export interface GetEndDeviceEventsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetEndDeviceEventsRequestType;
  readonly Payload?: EndDeviceEventsPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface EndDeviceEventsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceEventsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceEventsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetEndDeviceEventsRequestType(c: Cursor): GetEndDeviceEventsRequestType {
  const end = c.enter();
  const value: GetEndDeviceEventsRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetEndDeviceEvents: c.one(GetEndDeviceEvents.namespaceIdOf, 'GetEndDeviceEvents', GetEndDeviceEvents.readGetEndDeviceEvents),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventsPayloadType(c: Cursor): EndDeviceEventsPayloadType {
  const end = c.enter();
  const value: EndDeviceEventsPayloadType = {
    EndDeviceEvents: c.maybe(EndDeviceEvents.namespaceIdOf, 'EndDeviceEvents', EndDeviceEvents.readEndDeviceEvents),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetEndDeviceEventsRequestMessageType(c: Cursor): GetEndDeviceEventsRequestMessageType {
  const end = c.enter();
  const value: GetEndDeviceEventsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetEndDeviceEventsRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceEventsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventsResponseMessageType(c: Cursor): EndDeviceEventsResponseMessageType {
  const end = c.enter();
  const value: EndDeviceEventsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceEventsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventsFaultMessageType(c: Cursor): EndDeviceEventsFaultMessageType {
  const end = c.enter();
  const value: EndDeviceEventsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetEndDeviceEventsRequestType(w: Writer, tag: string, value: GetEndDeviceEventsRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetEndDeviceEvents', value.GetEndDeviceEvents, GetEndDeviceEvents.writeGetEndDeviceEvents);
  w.foreign(value.any);
  w.close(tag);
}

export function writeEndDeviceEventsPayloadType(w: Writer, tag: string, value: EndDeviceEventsPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceEvents', value.EndDeviceEvents, EndDeviceEvents.writeEndDeviceEvents);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetEndDeviceEventsRequestMessageType(w: Writer, tag: string, value: GetEndDeviceEventsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetEndDeviceEventsRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceEventsPayloadType);
  w.close(tag);
}

export function writeEndDeviceEventsResponseMessageType(w: Writer, tag: string, value: EndDeviceEventsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceEventsPayloadType);
  w.close(tag);
}

export function writeEndDeviceEventsFaultMessageType(w: Writer, tag: string, value: EndDeviceEventsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetEndDeviceEvents`. */
export const GetEndDeviceEventsElement = {
  namespace,
  name: 'GetEndDeviceEvents',
  read: readGetEndDeviceEventsRequestMessageType,
  write(w: Writer, value: GetEndDeviceEventsRequestMessageType): void {
    w.declare(declarations);
    writeGetEndDeviceEventsRequestMessageType(w, 'm:GetEndDeviceEvents', value);
  },
} as const;

/** The document element `EndDeviceEventsResponseMessage`. */
export const EndDeviceEventsResponseMessageElement = {
  namespace,
  name: 'EndDeviceEventsResponseMessage',
  read: readEndDeviceEventsResponseMessageType,
  write(w: Writer, value: EndDeviceEventsResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsResponseMessageType(w, 'm:EndDeviceEventsResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceEventsFaultMessage`. */
export const EndDeviceEventsFaultMessageElement = {
  namespace,
  name: 'EndDeviceEventsFaultMessage',
  read: readEndDeviceEventsFaultMessageType,
  write(w: Writer, value: EndDeviceEventsFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsFaultMessageType(w, 'm:EndDeviceEventsFaultMessage', value);
  },
} as const;

