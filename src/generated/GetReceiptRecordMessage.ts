// Generated from GetReceiptRecordMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query ReceiptRecord: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetReceiptRecord from './GetReceiptRecord.js';
import * as Message from './Message.js';
import * as ReceiptRecord from './ReceiptRecord.js';

export const namespace = 'http://iec.ch/TC57/2011/GetReceiptRecordMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetReceiptRecordMessage" xmlns:get="http://iec.ch/TC57/2011/GetReceiptRecord#" xmlns:obj="http://iec.ch/TC57/2011/ReceiptRecord#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetReceiptRecordRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetReceiptRecord: GetReceiptRecord.GetReceiptRecord;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The ReceiptRecord found; beside them operations, packed content and a hint at its format. */
export interface ReceiptRecordPayloadType {
  readonly ReceiptRecord?: ReceiptRecord.ReceiptRecord;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for ReceiptRecord. */
export interface GetReceiptRecordRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetReceiptRecordRequestType;
  readonly Payload?: ReceiptRecordPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface ReceiptRecordResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ReceiptRecordPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ReceiptRecordFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetReceiptRecordRequestType(c: Cursor): GetReceiptRecordRequestType {
  const end = c.enter();
  const value: GetReceiptRecordRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetReceiptRecord: c.one(GetReceiptRecord.namespaceIdOf, 'GetReceiptRecord', GetReceiptRecord.readGetReceiptRecord),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readReceiptRecordPayloadType(c: Cursor): ReceiptRecordPayloadType {
  const end = c.enter();
  const value: ReceiptRecordPayloadType = {
    ReceiptRecord: c.maybe(ReceiptRecord.namespaceIdOf, 'ReceiptRecord', ReceiptRecord.readReceiptRecord),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetReceiptRecordRequestMessageType(c: Cursor): GetReceiptRecordRequestMessageType {
  const end = c.enter();
  const value: GetReceiptRecordRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetReceiptRecordRequestType),
    Payload: c.maybe(N, 'Payload', readReceiptRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readReceiptRecordResponseMessageType(c: Cursor): ReceiptRecordResponseMessageType {
  const end = c.enter();
  const value: ReceiptRecordResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readReceiptRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readReceiptRecordFaultMessageType(c: Cursor): ReceiptRecordFaultMessageType {
  const end = c.enter();
  const value: ReceiptRecordFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetReceiptRecordRequestType(w: Writer, tag: string, value: GetReceiptRecordRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetReceiptRecord', value.GetReceiptRecord, GetReceiptRecord.writeGetReceiptRecord);
  w.foreign(value.any);
  w.close(tag);
}

export function writeReceiptRecordPayloadType(w: Writer, tag: string, value: ReceiptRecordPayloadType): void {
  w.open(tag);
  w.maybe('obj:ReceiptRecord', value.ReceiptRecord, ReceiptRecord.writeReceiptRecord);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetReceiptRecordRequestMessageType(w: Writer, tag: string, value: GetReceiptRecordRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetReceiptRecordRequestType);
  w.maybe('m:Payload', value.Payload, writeReceiptRecordPayloadType);
  w.close(tag);
}

export function writeReceiptRecordResponseMessageType(w: Writer, tag: string, value: ReceiptRecordResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeReceiptRecordPayloadType);
  w.close(tag);
}

export function writeReceiptRecordFaultMessageType(w: Writer, tag: string, value: ReceiptRecordFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetReceiptRecord`. */
export const GetReceiptRecordElement = {
  namespace,
  name: 'GetReceiptRecord',
  read: readGetReceiptRecordRequestMessageType,
  write(w: Writer, value: GetReceiptRecordRequestMessageType): void {
    w.declare(declarations);
    writeGetReceiptRecordRequestMessageType(w, 'm:GetReceiptRecord', value);
  },
} as const;

/** The document element `ReceiptRecordResponseMessage`. */
export const ReceiptRecordResponseMessageElement = {
  namespace,
  name: 'ReceiptRecordResponseMessage',
  read: readReceiptRecordResponseMessageType,
  write(w: Writer, value: ReceiptRecordResponseMessageType): void {
    w.declare(declarations);
    writeReceiptRecordResponseMessageType(w, 'm:ReceiptRecordResponseMessage', value);
  },
} as const;

/** The document element `ReceiptRecordFaultMessage`. */
export const ReceiptRecordFaultMessageElement = {
  namespace,
  name: 'ReceiptRecordFaultMessage',
  read: readReceiptRecordFaultMessageType,
  write(w: Writer, value: ReceiptRecordFaultMessageType): void {
    w.declare(declarations);
    writeReceiptRecordFaultMessageType(w, 'm:ReceiptRecordFaultMessage', value);
  },
} as const;

