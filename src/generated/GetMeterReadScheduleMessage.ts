// Generated from GetMeterReadScheduleMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query MeterReadSchedule: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetMeterReadSchedule from './GetMeterReadSchedule.js';
import * as Message from './Message.js';
import * as MeterReadSchedule from './MeterReadSchedule.js';

export const namespace = 'http://iec.ch/TC57/2011/GetMeterReadScheduleMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetMeterReadScheduleMessage" xmlns:get="http://iec.ch/TC57/2011/GetMeterReadSchedule#" xmlns:obj="http://iec.ch/TC57/2011/MeterReadSchedule#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetMeterReadScheduleRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetMeterReadSchedule: GetMeterReadSchedule.GetMeterReadSchedule;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The MeterReadSchedule found; beside them operations, packed content and a hint at its format. */
export interface MeterReadSchedulePayloadType {
  readonly MeterReadSchedule?: MeterReadSchedule.MeterReadSchedule;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for MeterReadSchedule. */
export interface GetMeterReadScheduleRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetMeterReadScheduleRequestType;
  readonly Payload?: MeterReadSchedulePayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface MeterReadScheduleResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterReadSchedulePayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterReadScheduleFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetMeterReadScheduleRequestType(c: Cursor): GetMeterReadScheduleRequestType {
  const end = c.enter();
  const value: GetMeterReadScheduleRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetMeterReadSchedule: c.one(GetMeterReadSchedule.namespaceIdOf, 'GetMeterReadSchedule', GetMeterReadSchedule.readGetMeterReadSchedule),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulePayloadType(c: Cursor): MeterReadSchedulePayloadType {
  const end = c.enter();
  const value: MeterReadSchedulePayloadType = {
    MeterReadSchedule: c.maybe(MeterReadSchedule.namespaceIdOf, 'MeterReadSchedule', MeterReadSchedule.readMeterReadSchedule),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetMeterReadScheduleRequestMessageType(c: Cursor): GetMeterReadScheduleRequestMessageType {
  const end = c.enter();
  const value: GetMeterReadScheduleRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetMeterReadScheduleRequestType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulePayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadScheduleResponseMessageType(c: Cursor): MeterReadScheduleResponseMessageType {
  const end = c.enter();
  const value: MeterReadScheduleResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulePayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadScheduleFaultMessageType(c: Cursor): MeterReadScheduleFaultMessageType {
  const end = c.enter();
  const value: MeterReadScheduleFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetMeterReadScheduleRequestType(w: Writer, tag: string, value: GetMeterReadScheduleRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetMeterReadSchedule', value.GetMeterReadSchedule, GetMeterReadSchedule.writeGetMeterReadSchedule);
  w.foreign(value.any);
  w.close(tag);
}

export function writeMeterReadSchedulePayloadType(w: Writer, tag: string, value: MeterReadSchedulePayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterReadSchedule', value.MeterReadSchedule, MeterReadSchedule.writeMeterReadSchedule);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetMeterReadScheduleRequestMessageType(w: Writer, tag: string, value: GetMeterReadScheduleRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetMeterReadScheduleRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulePayloadType);
  w.close(tag);
}

export function writeMeterReadScheduleResponseMessageType(w: Writer, tag: string, value: MeterReadScheduleResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulePayloadType);
  w.close(tag);
}

export function writeMeterReadScheduleFaultMessageType(w: Writer, tag: string, value: MeterReadScheduleFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetMeterReadSchedule`. */
export const GetMeterReadScheduleElement = {
  namespace,
  name: 'GetMeterReadSchedule',
  read: readGetMeterReadScheduleRequestMessageType,
  write(w: Writer, value: GetMeterReadScheduleRequestMessageType): void {
    w.declare(declarations);
    writeGetMeterReadScheduleRequestMessageType(w, 'm:GetMeterReadSchedule', value);
  },
} as const;

/** The document element `MeterReadScheduleResponseMessage`. */
export const MeterReadScheduleResponseMessageElement = {
  namespace,
  name: 'MeterReadScheduleResponseMessage',
  read: readMeterReadScheduleResponseMessageType,
  write(w: Writer, value: MeterReadScheduleResponseMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleResponseMessageType(w, 'm:MeterReadScheduleResponseMessage', value);
  },
} as const;

/** The document element `MeterReadScheduleFaultMessage`. */
export const MeterReadScheduleFaultMessageElement = {
  namespace,
  name: 'MeterReadScheduleFaultMessage',
  read: readMeterReadScheduleFaultMessageType,
  write(w: Writer, value: MeterReadScheduleFaultMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleFaultMessageType(w, 'm:MeterReadScheduleFaultMessage', value);
  },
} as const;

