// Generated from GetMeterConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query MeterConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetMeterConfig from './GetMeterConfig.js';
import * as Message from './Message.js';
import * as MeterConfig from './MeterConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/GetMeterConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetMeterConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetMeterConfig#" xmlns:obj="http://iec.ch/TC57/2011/MeterConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetMeterConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetMeterConfig: GetMeterConfig.GetMeterConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The MeterConfig found; beside them operations, packed content and a hint at its format. */
export interface MeterConfigPayloadType {
  readonly MeterConfig?: MeterConfig.MeterConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for MeterConfig. */
export interface GetMeterConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetMeterConfigRequestType;
  readonly Payload?: MeterConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface MeterConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetMeterConfigRequestType(c: Cursor): GetMeterConfigRequestType {
  const end = c.enter();
  const value: GetMeterConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetMeterConfig: c.one(GetMeterConfig.namespaceIdOf, 'GetMeterConfig', GetMeterConfig.readGetMeterConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readMeterConfigPayloadType(c: Cursor): MeterConfigPayloadType {
  const end = c.enter();
  const value: MeterConfigPayloadType = {
    MeterConfig: c.maybe(MeterConfig.namespaceIdOf, 'MeterConfig', MeterConfig.readMeterConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetMeterConfigRequestMessageType(c: Cursor): GetMeterConfigRequestMessageType {
  const end = c.enter();
  const value: GetMeterConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetMeterConfigRequestType),
    Payload: c.maybe(N, 'Payload', readMeterConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterConfigResponseMessageType(c: Cursor): MeterConfigResponseMessageType {
  const end = c.enter();
  const value: MeterConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterConfigFaultMessageType(c: Cursor): MeterConfigFaultMessageType {
  const end = c.enter();
  const value: MeterConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetMeterConfigRequestType(w: Writer, tag: string, value: GetMeterConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetMeterConfig', value.GetMeterConfig, GetMeterConfig.writeGetMeterConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeMeterConfigPayloadType(w: Writer, tag: string, value: MeterConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterConfig', value.MeterConfig, MeterConfig.writeMeterConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetMeterConfigRequestMessageType(w: Writer, tag: string, value: GetMeterConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetMeterConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterConfigPayloadType);
  w.close(tag);
}

export function writeMeterConfigResponseMessageType(w: Writer, tag: string, value: MeterConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterConfigPayloadType);
  w.close(tag);
}

export function writeMeterConfigFaultMessageType(w: Writer, tag: string, value: MeterConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetMeterConfig`. */
export const GetMeterConfigElement = {
  namespace,
  name: 'GetMeterConfig',
  read: readGetMeterConfigRequestMessageType,
  write(w: Writer, value: GetMeterConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetMeterConfigRequestMessageType(w, 'm:GetMeterConfig', value);
  },
} as const;

/** The document element `MeterConfigResponseMessage`. */
export const MeterConfigResponseMessageElement = {
  namespace,
  name: 'MeterConfigResponseMessage',
  read: readMeterConfigResponseMessageType,
  write(w: Writer, value: MeterConfigResponseMessageType): void {
    w.declare(declarations);
    writeMeterConfigResponseMessageType(w, 'm:MeterConfigResponseMessage', value);
  },
} as const;

/** The document element `MeterConfigFaultMessage`. */
export const MeterConfigFaultMessageElement = {
  namespace,
  name: 'MeterConfigFaultMessage',
  read: readMeterConfigFaultMessageType,
  write(w: Writer, value: MeterConfigFaultMessageType): void {
    w.declare(declarations);
    writeMeterConfigFaultMessageType(w, 'm:MeterConfigFaultMessage', value);
  },
} as const;

