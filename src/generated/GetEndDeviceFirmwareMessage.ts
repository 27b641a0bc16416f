// Generated from GetEndDeviceFirmwareMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query EndDeviceFirmware: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as EndDeviceFirmware from './EndDeviceFirmware.js';
import * as GetEndDeviceFirmware from './GetEndDeviceFirmware.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetEndDeviceFirmwareMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetEndDeviceFirmwareMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceFirmware#" xmlns:get="http://iec.ch/TC57/2011/GetEndDeviceFirmware#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetEndDeviceFirmwareRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetEndDeviceFirmware: GetEndDeviceFirmware.GetEndDeviceFirmware;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The EndDeviceFirmware found; beside them operations, packed content and a hint at its format. */
export interface EndDeviceFirmwarePayloadType {
  readonly EndDeviceFirmware?: EndDeviceFirmware.EndDeviceFirmware;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for EndDeviceFirmware. */
export interface GetEndDeviceFirmwareRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetEndDeviceFirmwareRequestType;
  readonly Payload?: EndDeviceFirmwarePayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface EndDeviceFirmwareResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceFirmwarePayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceFirmwareFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetEndDeviceFirmwareRequestType(c: Cursor): GetEndDeviceFirmwareRequestType {
  const end = c.enter();
  const value: GetEndDeviceFirmwareRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetEndDeviceFirmware: c.one(GetEndDeviceFirmware.namespaceIdOf, 'GetEndDeviceFirmware', GetEndDeviceFirmware.readGetEndDeviceFirmware),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceFirmwarePayloadType(c: Cursor): EndDeviceFirmwarePayloadType {
  const end = c.enter();
  const value: EndDeviceFirmwarePayloadType = {
    EndDeviceFirmware: c.maybe(EndDeviceFirmware.namespaceIdOf, 'EndDeviceFirmware', EndDeviceFirmware.readEndDeviceFirmware),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetEndDeviceFirmwareRequestMessageType(c: Cursor): GetEndDeviceFirmwareRequestMessageType {
  const end = c.enter();
  const value: GetEndDeviceFirmwareRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetEndDeviceFirmwareRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceFirmwarePayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceFirmwareResponseMessageType(c: Cursor): EndDeviceFirmwareResponseMessageType {
  const end = c.enter();
  const value: EndDeviceFirmwareResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceFirmwarePayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceFirmwareFaultMessageType(c: Cursor): EndDeviceFirmwareFaultMessageType {
  const end = c.enter();
  const value: EndDeviceFirmwareFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetEndDeviceFirmwareRequestType(w: Writer, tag: string, value: GetEndDeviceFirmwareRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetEndDeviceFirmware', value.GetEndDeviceFirmware, GetEndDeviceFirmware.writeGetEndDeviceFirmware);
  w.foreign(value.any);
  w.close(tag);
}

export function writeEndDeviceFirmwarePayloadType(w: Writer, tag: string, value: EndDeviceFirmwarePayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceFirmware', value.EndDeviceFirmware, EndDeviceFirmware.writeEndDeviceFirmware);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetEndDeviceFirmwareRequestMessageType(w: Writer, tag: string, value: GetEndDeviceFirmwareRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetEndDeviceFirmwareRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceFirmwarePayloadType);
  w.close(tag);
}

export function writeEndDeviceFirmwareResponseMessageType(w: Writer, tag: string, value: EndDeviceFirmwareResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceFirmwarePayloadType);
  w.close(tag);
}

export function writeEndDeviceFirmwareFaultMessageType(w: Writer, tag: string, value: EndDeviceFirmwareFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetEndDeviceFirmware`. */
export const GetEndDeviceFirmwareElement = {
  namespace,
  name: 'GetEndDeviceFirmware',
  read: readGetEndDeviceFirmwareRequestMessageType,
  write(w: Writer, value: GetEndDeviceFirmwareRequestMessageType): void {
    w.declare(declarations);
    writeGetEndDeviceFirmwareRequestMessageType(w, 'm:GetEndDeviceFirmware', value);
  },
} as const;

/** The document element `EndDeviceFirmwareResponseMessage`. */
export const EndDeviceFirmwareResponseMessageElement = {
  namespace,
  name: 'EndDeviceFirmwareResponseMessage',
  read: readEndDeviceFirmwareResponseMessageType,
  write(w: Writer, value: EndDeviceFirmwareResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareResponseMessageType(w, 'm:EndDeviceFirmwareResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceFirmwareFaultMessage`. */
export const EndDeviceFirmwareFaultMessageElement = {
  namespace,
  name: 'EndDeviceFirmwareFaultMessage',
  read: readEndDeviceFirmwareFaultMessageType,
  write(w: Writer, value: EndDeviceFirmwareFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareFaultMessageType(w, 'm:EndDeviceFirmwareFaultMessage', value);
  },
} as const;

