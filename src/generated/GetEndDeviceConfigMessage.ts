// Generated from GetEndDeviceConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query EndDeviceConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as EndDeviceConfig from './EndDeviceConfig.js';
import * as GetEndDeviceConfig from './GetEndDeviceConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetEndDeviceConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetEndDeviceConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceConfig#" xmlns:get="http://iec.ch/TC57/2011/GetEndDeviceConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetEndDeviceConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetEndDeviceConfig: GetEndDeviceConfig.GetEndDeviceConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The EndDeviceConfig found; beside them operations, packed content and a hint at its format. */
export interface EndDeviceConfigPayloadType {
  readonly EndDeviceConfig?: EndDeviceConfig.EndDeviceConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for EndDeviceConfig. */
export interface GetEndDeviceConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetEndDeviceConfigRequestType;
  readonly Payload?: EndDeviceConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface EndDeviceConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetEndDeviceConfigRequestType(c: Cursor): GetEndDeviceConfigRequestType {
  const end = c.enter();
  const value: GetEndDeviceConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetEndDeviceConfig: c.one(GetEndDeviceConfig.namespaceIdOf, 'GetEndDeviceConfig', GetEndDeviceConfig.readGetEndDeviceConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceConfigPayloadType(c: Cursor): EndDeviceConfigPayloadType {
  const end = c.enter();
  const value: EndDeviceConfigPayloadType = {
    EndDeviceConfig: c.maybe(EndDeviceConfig.namespaceIdOf, 'EndDeviceConfig', EndDeviceConfig.readEndDeviceConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetEndDeviceConfigRequestMessageType(c: Cursor): GetEndDeviceConfigRequestMessageType {
  const end = c.enter();
  const value: GetEndDeviceConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetEndDeviceConfigRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceConfigResponseMessageType(c: Cursor): EndDeviceConfigResponseMessageType {
  const end = c.enter();
  const value: EndDeviceConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceConfigFaultMessageType(c: Cursor): EndDeviceConfigFaultMessageType {
  const end = c.enter();
  const value: EndDeviceConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetEndDeviceConfigRequestType(w: Writer, tag: string, value: GetEndDeviceConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetEndDeviceConfig', value.GetEndDeviceConfig, GetEndDeviceConfig.writeGetEndDeviceConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeEndDeviceConfigPayloadType(w: Writer, tag: string, value: EndDeviceConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceConfig', value.EndDeviceConfig, EndDeviceConfig.writeEndDeviceConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetEndDeviceConfigRequestMessageType(w: Writer, tag: string, value: GetEndDeviceConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetEndDeviceConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceConfigPayloadType);
  w.close(tag);
}

export function writeEndDeviceConfigResponseMessageType(w: Writer, tag: string, value: EndDeviceConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceConfigPayloadType);
  w.close(tag);
}

export function writeEndDeviceConfigFaultMessageType(w: Writer, tag: string, value: EndDeviceConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetEndDeviceConfig`. */
export const GetEndDeviceConfigElement = {
  namespace,
  name: 'GetEndDeviceConfig',
  read: readGetEndDeviceConfigRequestMessageType,
  write(w: Writer, value: GetEndDeviceConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetEndDeviceConfigRequestMessageType(w, 'm:GetEndDeviceConfig', value);
  },
} as const;

/** The document element `EndDeviceConfigResponseMessage`. */
export const EndDeviceConfigResponseMessageElement = {
  namespace,
  name: 'EndDeviceConfigResponseMessage',
  read: readEndDeviceConfigResponseMessageType,
  write(w: Writer, value: EndDeviceConfigResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigResponseMessageType(w, 'm:EndDeviceConfigResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceConfigFaultMessage`. */
export const EndDeviceConfigFaultMessageElement = {
  namespace,
  name: 'EndDeviceConfigFaultMessage',
  read: readEndDeviceConfigFaultMessageType,
  write(w: Writer, value: EndDeviceConfigFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigFaultMessageType(w, 'm:EndDeviceConfigFaultMessage', value);
  },
} as const;

