// Generated from GetMeterServiceRequestsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query MeterServiceRequests: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetMeterServiceRequests from './GetMeterServiceRequests.js';
import * as Message from './Message.js';
import * as MeterServiceRequests from './MeterServiceRequests.js';

export const namespace = 'http://iec.ch/TC57/2011/GetMeterServiceRequestsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetMeterServiceRequestsMessage" xmlns:get="http://iec.ch/TC57/2011/GetMeterServiceRequests#" xmlns:obj="http://iec.ch/TC57/2011/MeterServiceRequests#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetMeterServiceRequestsRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetMeterServiceRequests: GetMeterServiceRequests.GetMeterServiceRequests;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The MeterServiceRequests found; beside them operations, packed content and a hint at its format. */
export interface MeterServiceRequestsPayloadType {
  readonly MeterServiceRequests?: MeterServiceRequests.MeterServiceRequests;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for MeterServiceRequests. */
export interface GetMeterServiceRequestsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetMeterServiceRequestsRequestType;
  readonly Payload?: MeterServiceRequestsPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface MeterServiceRequestsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterServiceRequestsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterServiceRequestsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetMeterServiceRequestsRequestType(c: Cursor): GetMeterServiceRequestsRequestType {
  const end = c.enter();
  const value: GetMeterServiceRequestsRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetMeterServiceRequests: c.one(GetMeterServiceRequests.namespaceIdOf, 'GetMeterServiceRequests', GetMeterServiceRequests.readGetMeterServiceRequests),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceRequestsPayloadType(c: Cursor): MeterServiceRequestsPayloadType {
  const end = c.enter();
  const value: MeterServiceRequestsPayloadType = {
    MeterServiceRequests: c.maybe(MeterServiceRequests.namespaceIdOf, 'MeterServiceRequests', MeterServiceRequests.readMeterServiceRequests),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetMeterServiceRequestsRequestMessageType(c: Cursor): GetMeterServiceRequestsRequestMessageType {
  const end = c.enter();
  const value: GetMeterServiceRequestsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetMeterServiceRequestsRequestType),
    Payload: c.maybe(N, 'Payload', readMeterServiceRequestsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceRequestsResponseMessageType(c: Cursor): MeterServiceRequestsResponseMessageType {
  const end = c.enter();
  const value: MeterServiceRequestsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterServiceRequestsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceRequestsFaultMessageType(c: Cursor): MeterServiceRequestsFaultMessageType {
  const end = c.enter();
  const value: MeterServiceRequestsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetMeterServiceRequestsRequestType(w: Writer, tag: string, value: GetMeterServiceRequestsRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetMeterServiceRequests', value.GetMeterServiceRequests, GetMeterServiceRequests.writeGetMeterServiceRequests);
  w.foreign(value.any);
  w.close(tag);
}

export function writeMeterServiceRequestsPayloadType(w: Writer, tag: string, value: MeterServiceRequestsPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterServiceRequests', value.MeterServiceRequests, MeterServiceRequests.writeMeterServiceRequests);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetMeterServiceRequestsRequestMessageType(w: Writer, tag: string, value: GetMeterServiceRequestsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetMeterServiceRequestsRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterServiceRequestsPayloadType);
  w.close(tag);
}

export function writeMeterServiceRequestsResponseMessageType(w: Writer, tag: string, value: MeterServiceRequestsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterServiceRequestsPayloadType);
  w.close(tag);
}

export function writeMeterServiceRequestsFaultMessageType(w: Writer, tag: string, value: MeterServiceRequestsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetMeterServiceRequests`. */
export const GetMeterServiceRequestsElement = {
  namespace,
  name: 'GetMeterServiceRequests',
  read: readGetMeterServiceRequestsRequestMessageType,
  write(w: Writer, value: GetMeterServiceRequestsRequestMessageType): void {
    w.declare(declarations);
    writeGetMeterServiceRequestsRequestMessageType(w, 'm:GetMeterServiceRequests', value);
  },
} as const;

/** The document element `MeterServiceRequestsResponseMessage`. */
export const MeterServiceRequestsResponseMessageElement = {
  namespace,
  name: 'MeterServiceRequestsResponseMessage',
  read: readMeterServiceRequestsResponseMessageType,
  write(w: Writer, value: MeterServiceRequestsResponseMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsResponseMessageType(w, 'm:MeterServiceRequestsResponseMessage', value);
  },
} as const;

/** The document element `MeterServiceRequestsFaultMessage`. */
export const MeterServiceRequestsFaultMessageElement = {
  namespace,
  name: 'MeterServiceRequestsFaultMessage',
  read: readMeterServiceRequestsFaultMessageType,
  write(w: Writer, value: MeterServiceRequestsFaultMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsFaultMessageType(w, 'm:MeterServiceRequestsFaultMessage', value);
  },
} as const;

