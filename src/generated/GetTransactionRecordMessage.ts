// Generated from GetTransactionRecordMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query TransactionRecord: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetTransactionRecord from './GetTransactionRecord.js';
import * as Message from './Message.js';
import * as TransactionRecord from './TransactionRecord.js';

export const namespace = 'http://iec.ch/TC57/2011/GetTransactionRecordMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetTransactionRecordMessage" xmlns:get="http://iec.ch/TC57/2011/GetTransactionRecord#" xmlns:obj="http://iec.ch/TC57/2011/TransactionRecord#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetTransactionRecordRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetTransactionRecord: GetTransactionRecord.GetTransactionRecord;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The TransactionRecord found; beside them operations, packed content and a hint at its format. */
export interface TransactionRecordPayloadType {
  readonly TransactionRecord?: TransactionRecord.TransactionRecord;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for TransactionRecord. */
export interface GetTransactionRecordRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetTransactionRecordRequestType;
  readonly Payload?: TransactionRecordPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface TransactionRecordResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: TransactionRecordPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface TransactionRecordFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetTransactionRecordRequestType(c: Cursor): GetTransactionRecordRequestType {
  const end = c.enter();
  const value: GetTransactionRecordRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetTransactionRecord: c.one(GetTransactionRecord.namespaceIdOf, 'GetTransactionRecord', GetTransactionRecord.readGetTransactionRecord),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readTransactionRecordPayloadType(c: Cursor): TransactionRecordPayloadType {
  const end = c.enter();
  const value: TransactionRecordPayloadType = {
    TransactionRecord: c.maybe(TransactionRecord.namespaceIdOf, 'TransactionRecord', TransactionRecord.readTransactionRecord),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetTransactionRecordRequestMessageType(c: Cursor): GetTransactionRecordRequestMessageType {
  const end = c.enter();
  const value: GetTransactionRecordRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetTransactionRecordRequestType),
    Payload: c.maybe(N, 'Payload', readTransactionRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readTransactionRecordResponseMessageType(c: Cursor): TransactionRecordResponseMessageType {
  const end = c.enter();
  const value: TransactionRecordResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readTransactionRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readTransactionRecordFaultMessageType(c: Cursor): TransactionRecordFaultMessageType {
  const end = c.enter();
  const value: TransactionRecordFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetTransactionRecordRequestType(w: Writer, tag: string, value: GetTransactionRecordRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetTransactionRecord', value.GetTransactionRecord, GetTransactionRecord.writeGetTransactionRecord);
  w.foreign(value.any);
  w.close(tag);
}

export function writeTransactionRecordPayloadType(w: Writer, tag: string, value: TransactionRecordPayloadType): void {
  w.open(tag);
  w.maybe('obj:TransactionRecord', value.TransactionRecord, TransactionRecord.writeTransactionRecord);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetTransactionRecordRequestMessageType(w: Writer, tag: string, value: GetTransactionRecordRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetTransactionRecordRequestType);
  w.maybe('m:Payload', value.Payload, writeTransactionRecordPayloadType);
  w.close(tag);
}

export function writeTransactionRecordResponseMessageType(w: Writer, tag: string, value: TransactionRecordResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeTransactionRecordPayloadType);
  w.close(tag);
}

export function writeTransactionRecordFaultMessageType(w: Writer, tag: string, value: TransactionRecordFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetTransactionRecord`. */
export const GetTransactionRecordElement = {
  namespace,
  name: 'GetTransactionRecord',
  read: readGetTransactionRecordRequestMessageType,
  write(w: Writer, value: GetTransactionRecordRequestMessageType): void {
    w.declare(declarations);
    writeGetTransactionRecordRequestMessageType(w, 'm:GetTransactionRecord', value);
  },
} as const;

/** The document element `TransactionRecordResponseMessage`. */
export const TransactionRecordResponseMessageElement = {
  namespace,
  name: 'TransactionRecordResponseMessage',
  read: readTransactionRecordResponseMessageType,
  write(w: Writer, value: TransactionRecordResponseMessageType): void {
    w.declare(declarations);
    writeTransactionRecordResponseMessageType(w, 'm:TransactionRecordResponseMessage', value);
  },
} as const;

/** The document element `TransactionRecordFaultMessage`. */
export const TransactionRecordFaultMessageElement = {
  namespace,
  name: 'TransactionRecordFaultMessage',
  read: readTransactionRecordFaultMessageType,
  write(w: Writer, value: TransactionRecordFaultMessageType): void {
    w.declare(declarations);
    writeTransactionRecordFaultMessageType(w, 'm:TransactionRecordFaultMessage', value);
  },
} as const;

