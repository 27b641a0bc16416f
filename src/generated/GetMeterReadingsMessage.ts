// Generated from GetMeterReadingsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query MeterReadings: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetMeterReadings from './GetMeterReadings.js';
import * as Message from './Message.js';
import * as MeterReadings from './MeterReadings.js';

export const namespace = 'http://iec.ch/TC57/2011/GetMeterReadingsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetMeterReadingsMessage" xmlns:get="http://iec.ch/TC57/2011/GetMeterReadings#" xmlns:obj="http://iec.ch/TC57/2011/MeterReadings#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetMeterReadingsRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetMeterReadings: GetMeterReadings.GetMeterReadings;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The MeterReadings found; beside them operations, packed content and a hint at its format. */
export interface MeterReadingsPayloadType {
  readonly MeterReadings?: MeterReadings.MeterReadings;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for MeterReadings. */
export interface GetMeterReadingsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetMeterReadingsRequestType;
  readonly Payload?: MeterReadingsPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface MeterReadingsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterReadingsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterReadingsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetMeterReadingsRequestType(c: Cursor): GetMeterReadingsRequestType {
  const end = c.enter();
  const value: GetMeterReadingsRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetMeterReadings: c.one(GetMeterReadings.namespaceIdOf, 'GetMeterReadings', GetMeterReadings.readGetMeterReadings),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingsPayloadType(c: Cursor): MeterReadingsPayloadType {
  const end = c.enter();
  const value: MeterReadingsPayloadType = {
    MeterReadings: c.maybe(MeterReadings.namespaceIdOf, 'MeterReadings', MeterReadings.readMeterReadings),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetMeterReadingsRequestMessageType(c: Cursor): GetMeterReadingsRequestMessageType {
  const end = c.enter();
  const value: GetMeterReadingsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetMeterReadingsRequestType),
    Payload: c.maybe(N, 'Payload', readMeterReadingsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingsResponseMessageType(c: Cursor): MeterReadingsResponseMessageType {
  const end = c.enter();
  const value: MeterReadingsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterReadingsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingsFaultMessageType(c: Cursor): MeterReadingsFaultMessageType {
  const end = c.enter();
  const value: MeterReadingsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetMeterReadingsRequestType(w: Writer, tag: string, value: GetMeterReadingsRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetMeterReadings', value.GetMeterReadings, GetMeterReadings.writeGetMeterReadings);
  w.foreign(value.any);
  w.close(tag);
}

export function writeMeterReadingsPayloadType(w: Writer, tag: string, value: MeterReadingsPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterReadings', value.MeterReadings, MeterReadings.writeMeterReadings);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetMeterReadingsRequestMessageType(w: Writer, tag: string, value: GetMeterReadingsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetMeterReadingsRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterReadingsPayloadType);
  w.close(tag);
}

export function writeMeterReadingsResponseMessageType(w: Writer, tag: string, value: MeterReadingsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterReadingsPayloadType);
  w.close(tag);
}

export function writeMeterReadingsFaultMessageType(w: Writer, tag: string, value: MeterReadingsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetMeterReadings`. */
export const GetMeterReadingsElement = {
  namespace,
  name: 'GetMeterReadings',
  read: readGetMeterReadingsRequestMessageType,
  write(w: Writer, value: GetMeterReadingsRequestMessageType): void {
    w.declare(declarations);
    writeGetMeterReadingsRequestMessageType(w, 'm:GetMeterReadings', value);
  },
} as const;

/** The document element `MeterReadingsResponseMessage`. */
export const MeterReadingsResponseMessageElement = {
  namespace,
  name: 'MeterReadingsResponseMessage',
  read: readMeterReadingsResponseMessageType,
  write(w: Writer, value: MeterReadingsResponseMessageType): void {
    w.declare(declarations);
    writeMeterReadingsResponseMessageType(w, 'm:MeterReadingsResponseMessage', value);
  },
} as const;

/** The document element `MeterReadingsFaultMessage`. */
export const MeterReadingsFaultMessageElement = {
  namespace,
  name: 'MeterReadingsFaultMessage',
  read: readMeterReadingsFaultMessageType,
  write(w: Writer, value: MeterReadingsFaultMessageType): void {
    w.declare(declarations);
    writeMeterReadingsFaultMessageType(w, 'm:MeterReadingsFaultMessage', value);
  },
} as const;

