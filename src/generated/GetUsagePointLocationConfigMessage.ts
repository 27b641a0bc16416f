// Generated from GetUsagePointLocationConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query UsagePointLocationConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetUsagePointLocationConfig from './GetUsagePointLocationConfig.js';
import * as Message from './Message.js';
import * as UsagePointLocationConfig from './UsagePointLocationConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/GetUsagePointLocationConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetUsagePointLocationConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetUsagePointLocationConfig#" xmlns:obj="http://iec.ch/TC57/2011/UsagePointLocationConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetUsagePointLocationConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetUsagePointLocationConfig: GetUsagePointLocationConfig.GetUsagePointLocationConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The UsagePointLocationConfig found; beside them operations, packed content and a hint at its format. */
export interface UsagePointLocationConfigPayloadType {
  readonly UsagePointLocationConfig?: UsagePointLocationConfig.UsagePointLocationConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for UsagePointLocationConfig. */
export interface GetUsagePointLocationConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetUsagePointLocationConfigRequestType;
  readonly Payload?: UsagePointLocationConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface UsagePointLocationConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: UsagePointLocationConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface UsagePointLocationConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetUsagePointLocationConfigRequestType(c: Cursor): GetUsagePointLocationConfigRequestType {
  const end = c.enter();
  const value: GetUsagePointLocationConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetUsagePointLocationConfig: c.one(GetUsagePointLocationConfig.namespaceIdOf, 'GetUsagePointLocationConfig', GetUsagePointLocationConfig.readGetUsagePointLocationConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocationConfigPayloadType(c: Cursor): UsagePointLocationConfigPayloadType {
  const end = c.enter();
  const value: UsagePointLocationConfigPayloadType = {
    UsagePointLocationConfig: c.maybe(UsagePointLocationConfig.namespaceIdOf, 'UsagePointLocationConfig', UsagePointLocationConfig.readUsagePointLocationConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetUsagePointLocationConfigRequestMessageType(c: Cursor): GetUsagePointLocationConfigRequestMessageType {
  const end = c.enter();
  const value: GetUsagePointLocationConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetUsagePointLocationConfigRequestType),
    Payload: c.maybe(N, 'Payload', readUsagePointLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocationConfigResponseMessageType(c: Cursor): UsagePointLocationConfigResponseMessageType {
  const end = c.enter();
  const value: UsagePointLocationConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readUsagePointLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocationConfigFaultMessageType(c: Cursor): UsagePointLocationConfigFaultMessageType {
  const end = c.enter();
  const value: UsagePointLocationConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetUsagePointLocationConfigRequestType(w: Writer, tag: string, value: GetUsagePointLocationConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetUsagePointLocationConfig', value.GetUsagePointLocationConfig, GetUsagePointLocationConfig.writeGetUsagePointLocationConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeUsagePointLocationConfigPayloadType(w: Writer, tag: string, value: UsagePointLocationConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:UsagePointLocationConfig', value.UsagePointLocationConfig, UsagePointLocationConfig.writeUsagePointLocationConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetUsagePointLocationConfigRequestMessageType(w: Writer, tag: string, value: GetUsagePointLocationConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetUsagePointLocationConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeUsagePointLocationConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointLocationConfigResponseMessageType(w: Writer, tag: string, value: UsagePointLocationConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeUsagePointLocationConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointLocationConfigFaultMessageType(w: Writer, tag: string, value: UsagePointLocationConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetUsagePointLocationConfig`. */
export const GetUsagePointLocationConfigElement = {
  namespace,
  name: 'GetUsagePointLocationConfig',
  read: readGetUsagePointLocationConfigRequestMessageType,
  write(w: Writer, value: GetUsagePointLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetUsagePointLocationConfigRequestMessageType(w, 'm:GetUsagePointLocationConfig', value);
  },
} as const;

/** The document element `UsagePointLocationConfigResponseMessage`. */
export const UsagePointLocationConfigResponseMessageElement = {
  namespace,
  name: 'UsagePointLocationConfigResponseMessage',
  read: readUsagePointLocationConfigResponseMessageType,
  write(w: Writer, value: UsagePointLocationConfigResponseMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigResponseMessageType(w, 'm:UsagePointLocationConfigResponseMessage', value);
  },
} as const;

/** The document element `UsagePointLocationConfigFaultMessage`. */
export const UsagePointLocationConfigFaultMessageElement = {
  namespace,
  name: 'UsagePointLocationConfigFaultMessage',
  read: readUsagePointLocationConfigFaultMessageType,
  write(w: Writer, value: UsagePointLocationConfigFaultMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigFaultMessageType(w, 'm:UsagePointLocationConfigFaultMessage', value);
  },
} as const;

