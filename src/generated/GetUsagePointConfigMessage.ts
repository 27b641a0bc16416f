// Generated from GetUsagePointConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query UsagePointConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetUsagePointConfig from './GetUsagePointConfig.js';
import * as Message from './Message.js';
import * as UsagePointConfig from './UsagePointConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/GetUsagePointConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetUsagePointConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetUsagePointConfig#" xmlns:obj="http://iec.ch/TC57/2011/UsagePointConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetUsagePointConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetUsagePointConfig: GetUsagePointConfig.GetUsagePointConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The UsagePointConfig found; beside them operations, packed content and a hint at its format. */
export interface UsagePointConfigPayloadType {
  readonly UsagePointConfig?: UsagePointConfig.UsagePointConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for UsagePointConfig. */
export interface GetUsagePointConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetUsagePointConfigRequestType;
  readonly Payload?: UsagePointConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface UsagePointConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: UsagePointConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface UsagePointConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetUsagePointConfigRequestType(c: Cursor): GetUsagePointConfigRequestType {
  const end = c.enter();
  const value: GetUsagePointConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetUsagePointConfig: c.one(GetUsagePointConfig.namespaceIdOf, 'GetUsagePointConfig', GetUsagePointConfig.readGetUsagePointConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readUsagePointConfigPayloadType(c: Cursor): UsagePointConfigPayloadType {
  const end = c.enter();
  const value: UsagePointConfigPayloadType = {
    UsagePointConfig: c.maybe(UsagePointConfig.namespaceIdOf, 'UsagePointConfig', UsagePointConfig.readUsagePointConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetUsagePointConfigRequestMessageType(c: Cursor): GetUsagePointConfigRequestMessageType {
  const end = c.enter();
  const value: GetUsagePointConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetUsagePointConfigRequestType),
    Payload: c.maybe(N, 'Payload', readUsagePointConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointConfigResponseMessageType(c: Cursor): UsagePointConfigResponseMessageType {
  const end = c.enter();
  const value: UsagePointConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readUsagePointConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointConfigFaultMessageType(c: Cursor): UsagePointConfigFaultMessageType {
  const end = c.enter();
  const value: UsagePointConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetUsagePointConfigRequestType(w: Writer, tag: string, value: GetUsagePointConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetUsagePointConfig', value.GetUsagePointConfig, GetUsagePointConfig.writeGetUsagePointConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeUsagePointConfigPayloadType(w: Writer, tag: string, value: UsagePointConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:UsagePointConfig', value.UsagePointConfig, UsagePointConfig.writeUsagePointConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetUsagePointConfigRequestMessageType(w: Writer, tag: string, value: GetUsagePointConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetUsagePointConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeUsagePointConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointConfigResponseMessageType(w: Writer, tag: string, value: UsagePointConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeUsagePointConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointConfigFaultMessageType(w: Writer, tag: string, value: UsagePointConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetUsagePointConfig`. */
export const GetUsagePointConfigElement = {
  namespace,
  name: 'GetUsagePointConfig',
  read: readGetUsagePointConfigRequestMessageType,
  write(w: Writer, value: GetUsagePointConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetUsagePointConfigRequestMessageType(w, 'm:GetUsagePointConfig', value);
  },
} as const;

/** The document element `UsagePointConfigResponseMessage`. */
export const UsagePointConfigResponseMessageElement = {
  namespace,
  name: 'UsagePointConfigResponseMessage',
  read: readUsagePointConfigResponseMessageType,
  write(w: Writer, value: UsagePointConfigResponseMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigResponseMessageType(w, 'm:UsagePointConfigResponseMessage', value);
  },
} as const;

/** The document element `UsagePointConfigFaultMessage`. */
export const UsagePointConfigFaultMessageElement = {
  namespace,
  name: 'UsagePointConfigFaultMessage',
  read: readUsagePointConfigFaultMessageType,
  write(w: Writer, value: UsagePointConfigFaultMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigFaultMessageType(w, 'm:UsagePointConfigFaultMessage', value);
  },
} as const;

