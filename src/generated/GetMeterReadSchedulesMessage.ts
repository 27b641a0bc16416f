// Generated from GetMeterReadSchedulesMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query MeterReadSchedules: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetMeterReadSchedules from './GetMeterReadSchedules.js';
import * as Message from './Message.js';
import * as MeterReadSchedules from './MeterReadSchedules.js';

export const namespace = 'http://iec.ch/TC57/2011/GetMeterReadSchedulesMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetMeterReadSchedulesMessage" xmlns:get="http://iec.ch/TC57/2011/GetMeterReadSchedules#" xmlns:obj="http://iec.ch/TC57/2011/MeterReadSchedules#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetMeterReadSchedulesRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetMeterReadSchedules: GetMeterReadSchedules.GetMeterReadSchedules;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The MeterReadSchedules found; beside them operations, packed content and a hint at its format. */
export interface MeterReadSchedulesPayloadType {
  readonly MeterReadSchedules?: MeterReadSchedules.MeterReadSchedules;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for MeterReadSchedules. */
export interface GetMeterReadSchedulesRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetMeterReadSchedulesRequestType;
  readonly Payload?: MeterReadSchedulesPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface MeterReadSchedulesResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterReadSchedulesPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterReadSchedulesFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetMeterReadSchedulesRequestType(c: Cursor): GetMeterReadSchedulesRequestType {
  const end = c.enter();
  const value: GetMeterReadSchedulesRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetMeterReadSchedules: c.one(GetMeterReadSchedules.namespaceIdOf, 'GetMeterReadSchedules', GetMeterReadSchedules.readGetMeterReadSchedules),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulesPayloadType(c: Cursor): MeterReadSchedulesPayloadType {
  const end = c.enter();
  const value: MeterReadSchedulesPayloadType = {
    MeterReadSchedules: c.maybe(MeterReadSchedules.namespaceIdOf, 'MeterReadSchedules', MeterReadSchedules.readMeterReadSchedules),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetMeterReadSchedulesRequestMessageType(c: Cursor): GetMeterReadSchedulesRequestMessageType {
  const end = c.enter();
  const value: GetMeterReadSchedulesRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetMeterReadSchedulesRequestType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulesPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulesResponseMessageType(c: Cursor): MeterReadSchedulesResponseMessageType {
  const end = c.enter();
  const value: MeterReadSchedulesResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulesPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulesFaultMessageType(c: Cursor): MeterReadSchedulesFaultMessageType {
  const end = c.enter();
  const value: MeterReadSchedulesFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetMeterReadSchedulesRequestType(w: Writer, tag: string, value: GetMeterReadSchedulesRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetMeterReadSchedules', value.GetMeterReadSchedules, GetMeterReadSchedules.writeGetMeterReadSchedules);
  w.foreign(value.any);
  w.close(tag);
}

export function writeMeterReadSchedulesPayloadType(w: Writer, tag: string, value: MeterReadSchedulesPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterReadSchedules', value.MeterReadSchedules, MeterReadSchedules.writeMeterReadSchedules);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetMeterReadSchedulesRequestMessageType(w: Writer, tag: string, value: GetMeterReadSchedulesRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetMeterReadSchedulesRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulesPayloadType);
  w.close(tag);
}

export function writeMeterReadSchedulesResponseMessageType(w: Writer, tag: string, value: MeterReadSchedulesResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulesPayloadType);
  w.close(tag);
}

export function writeMeterReadSchedulesFaultMessageType(w: Writer, tag: string, value: MeterReadSchedulesFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetMeterReadSchedules`. */
export const GetMeterReadSchedulesElement = {
  namespace,
  name: 'GetMeterReadSchedules',
  read: readGetMeterReadSchedulesRequestMessageType,
  write(w: Writer, value: GetMeterReadSchedulesRequestMessageType): void {
    w.declare(declarations);
    writeGetMeterReadSchedulesRequestMessageType(w, 'm:GetMeterReadSchedules', value);
  },
} as const;

/** The document element `MeterReadSchedulesResponseMessage`. */
export const MeterReadSchedulesResponseMessageElement = {
  namespace,
  name: 'MeterReadSchedulesResponseMessage',
  read: readMeterReadSchedulesResponseMessageType,
  write(w: Writer, value: MeterReadSchedulesResponseMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesResponseMessageType(w, 'm:MeterReadSchedulesResponseMessage', value);
  },
} as const;

/** The document element `MeterReadSchedulesFaultMessage`. */
export const MeterReadSchedulesFaultMessageElement = {
  namespace,
  name: 'MeterReadSchedulesFaultMessage',
  read: readMeterReadSchedulesFaultMessageType,
  write(w: Writer, value: MeterReadSchedulesFaultMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesFaultMessageType(w, 'm:MeterReadSchedulesFaultMessage', value);
  },
} as const;

