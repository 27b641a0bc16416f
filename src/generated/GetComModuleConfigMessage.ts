// Generated from GetComModuleConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query ComModuleConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as ComModuleConfig from './ComModuleConfig.js';
import * as GetComModuleConfig from './GetComModuleConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetComModuleConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetComModuleConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/ComModuleConfig#" xmlns:get="http://iec.ch/TC57/2011/GetComModuleConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetComModuleConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetComModuleConfig: GetComModuleConfig.GetComModuleConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The ComModuleConfig found; beside them operations, packed content and a hint at its format. */
export interface ComModuleConfigPayloadType {
  readonly ComModuleConfig?: ComModuleConfig.ComModuleConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for ComModuleConfig. */
export interface GetComModuleConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetComModuleConfigRequestType;
  readonly Payload?: ComModuleConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface ComModuleConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ComModuleConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ComModuleConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetComModuleConfigRequestType(c: Cursor): GetComModuleConfigRequestType {
  const end = c.enter();
  const value: GetComModuleConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetComModuleConfig: c.one(GetComModuleConfig.namespaceIdOf, 'GetComModuleConfig', GetComModuleConfig.readGetComModuleConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readComModuleConfigPayloadType(c: Cursor): ComModuleConfigPayloadType {
  const end = c.enter();
  const value: ComModuleConfigPayloadType = {
    ComModuleConfig: c.maybe(ComModuleConfig.namespaceIdOf, 'ComModuleConfig', ComModuleConfig.readComModuleConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetComModuleConfigRequestMessageType(c: Cursor): GetComModuleConfigRequestMessageType {
  const end = c.enter();
  const value: GetComModuleConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetComModuleConfigRequestType),
    Payload: c.maybe(N, 'Payload', readComModuleConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readComModuleConfigResponseMessageType(c: Cursor): ComModuleConfigResponseMessageType {
  const end = c.enter();
  const value: ComModuleConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readComModuleConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readComModuleConfigFaultMessageType(c: Cursor): ComModuleConfigFaultMessageType {
  const end = c.enter();
  const value: ComModuleConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetComModuleConfigRequestType(w: Writer, tag: string, value: GetComModuleConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetComModuleConfig', value.GetComModuleConfig, GetComModuleConfig.writeGetComModuleConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeComModuleConfigPayloadType(w: Writer, tag: string, value: ComModuleConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ComModuleConfig', value.ComModuleConfig, ComModuleConfig.writeComModuleConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetComModuleConfigRequestMessageType(w: Writer, tag: string, value: GetComModuleConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetComModuleConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeComModuleConfigPayloadType);
  w.close(tag);
}

export function writeComModuleConfigResponseMessageType(w: Writer, tag: string, value: ComModuleConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeComModuleConfigPayloadType);
  w.close(tag);
}

export function writeComModuleConfigFaultMessageType(w: Writer, tag: string, value: ComModuleConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetComModuleConfig`. */
export const GetComModuleConfigElement = {
  namespace,
  name: 'GetComModuleConfig',
  read: readGetComModuleConfigRequestMessageType,
  write(w: Writer, value: GetComModuleConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetComModuleConfigRequestMessageType(w, 'm:GetComModuleConfig', value);
  },
} as const;

/** The document element `ComModuleConfigResponseMessage`. */
export const ComModuleConfigResponseMessageElement = {
  namespace,
  name: 'ComModuleConfigResponseMessage',
  read: readComModuleConfigResponseMessageType,
  write(w: Writer, value: ComModuleConfigResponseMessageType): void {
    w.declare(declarations);
    writeComModuleConfigResponseMessageType(w, 'm:ComModuleConfigResponseMessage', value);
  },
} as const;

/** The document element `ComModuleConfigFaultMessage`. */
export const ComModuleConfigFaultMessageElement = {
  namespace,
  name: 'ComModuleConfigFaultMessage',
  read: readComModuleConfigFaultMessageType,
  write(w: Writer, value: ComModuleConfigFaultMessageType): void {
    w.declare(declarations);
    writeComModuleConfigFaultMessageType(w, 'm:ComModuleConfigFaultMessage', value);
  },
} as const;

