// Generated from GetEndDeviceControlsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query EndDeviceControls: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as EndDeviceControls from './EndDeviceControls.js';
import * as GetEndDeviceControls from './GetEndDeviceControls.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetEndDeviceControlsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetEndDeviceControlsMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceControls#" xmlns:get="http://iec.ch/TC57/2011/GetEndDeviceControls#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetEndDeviceControlsRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetEndDeviceControls: GetEndDeviceControls.GetEndDeviceControls;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The EndDeviceControls found; beside them operations, packed content and a hint at its format. */
export interface EndDeviceControlsPayloadType {
  readonly EndDeviceControls?: EndDeviceControls.EndDeviceControls;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for EndDeviceControls. */
export interface GetEndDeviceControlsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetEndDeviceControlsRequestType;
  readonly Payload?: EndDeviceControlsPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface EndDeviceControlsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceControlsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceControlsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetEndDeviceControlsRequestType(c: Cursor): GetEndDeviceControlsRequestType {
  const end = c.enter();
  const value: GetEndDeviceControlsRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetEndDeviceControls: c.one(GetEndDeviceControls.namespaceIdOf, 'GetEndDeviceControls', GetEndDeviceControls.readGetEndDeviceControls),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceControlsPayloadType(c: Cursor): EndDeviceControlsPayloadType {
  const end = c.enter();
  const value: EndDeviceControlsPayloadType = {
    EndDeviceControls: c.maybe(EndDeviceControls.namespaceIdOf, 'EndDeviceControls', EndDeviceControls.readEndDeviceControls),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetEndDeviceControlsRequestMessageType(c: Cursor): GetEndDeviceControlsRequestMessageType {
  const end = c.enter();
  const value: GetEndDeviceControlsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetEndDeviceControlsRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceControlsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceControlsResponseMessageType(c: Cursor): EndDeviceControlsResponseMessageType {
  const end = c.enter();
  const value: EndDeviceControlsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceControlsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceControlsFaultMessageType(c: Cursor): EndDeviceControlsFaultMessageType {
  const end = c.enter();
  const value: EndDeviceControlsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetEndDeviceControlsRequestType(w: Writer, tag: string, value: GetEndDeviceControlsRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetEndDeviceControls', value.GetEndDeviceControls, GetEndDeviceControls.writeGetEndDeviceControls);
  w.foreign(value.any);
  w.close(tag);
}

export function writeEndDeviceControlsPayloadType(w: Writer, tag: string, value: EndDeviceControlsPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceControls', value.EndDeviceControls, EndDeviceControls.writeEndDeviceControls);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetEndDeviceControlsRequestMessageType(w: Writer, tag: string, value: GetEndDeviceControlsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetEndDeviceControlsRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceControlsPayloadType);
  w.close(tag);
}

export function writeEndDeviceControlsResponseMessageType(w: Writer, tag: string, value: EndDeviceControlsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceControlsPayloadType);
  w.close(tag);
}

export function writeEndDeviceControlsFaultMessageType(w: Writer, tag: string, value: EndDeviceControlsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetEndDeviceControls`. */
export const GetEndDeviceControlsElement = {
  namespace,
  name: 'GetEndDeviceControls',
  read: readGetEndDeviceControlsRequestMessageType,
  write(w: Writer, value: GetEndDeviceControlsRequestMessageType): void {
    w.declare(declarations);
    writeGetEndDeviceControlsRequestMessageType(w, 'm:GetEndDeviceControls', value);
  },
} as const;

/** The document element `EndDeviceControlsResponseMessage`. */
export const EndDeviceControlsResponseMessageElement = {
  namespace,
  name: 'EndDeviceControlsResponseMessage',
  read: readEndDeviceControlsResponseMessageType,
  write(w: Writer, value: EndDeviceControlsResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsResponseMessageType(w, 'm:EndDeviceControlsResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceControlsFaultMessage`. */
export const EndDeviceControlsFaultMessageElement = {
  namespace,
  name: 'EndDeviceControlsFaultMessage',
  read: readEndDeviceControlsFaultMessageType,
  write(w: Writer, value: EndDeviceControlsFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsFaultMessageType(w, 'm:EndDeviceControlsFaultMessage', value);
  },
} as const;

