// Generated from GetPricingStructureConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query PricingStructureConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetPricingStructureConfig from './GetPricingStructureConfig.js';
import * as Message from './Message.js';
import * as PricingStructureConfig from './PricingStructureConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/GetPricingStructureConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetPricingStructureConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetPricingStructureConfig#" xmlns:obj="http://iec.ch/TC57/2011/PricingStructureConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetPricingStructureConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetPricingStructureConfig: GetPricingStructureConfig.GetPricingStructureConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The PricingStructureConfig found; beside them operations, packed content and a hint at its format. */
export interface PricingStructureConfigPayloadType {
  readonly PricingStructureConfig?: PricingStructureConfig.PricingStructureConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for PricingStructureConfig. */
export interface GetPricingStructureConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetPricingStructureConfigRequestType;
  readonly Payload?: PricingStructureConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface PricingStructureConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: PricingStructureConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface PricingStructureConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetPricingStructureConfigRequestType(c: Cursor): GetPricingStructureConfigRequestType {
  const end = c.enter();
  const value: GetPricingStructureConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetPricingStructureConfig: c.one(GetPricingStructureConfig.namespaceIdOf, 'GetPricingStructureConfig', GetPricingStructureConfig.readGetPricingStructureConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readPricingStructureConfigPayloadType(c: Cursor): PricingStructureConfigPayloadType {
  const end = c.enter();
  const value: PricingStructureConfigPayloadType = {
    PricingStructureConfig: c.maybe(PricingStructureConfig.namespaceIdOf, 'PricingStructureConfig', PricingStructureConfig.readPricingStructureConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetPricingStructureConfigRequestMessageType(c: Cursor): GetPricingStructureConfigRequestMessageType {
  const end = c.enter();
  const value: GetPricingStructureConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetPricingStructureConfigRequestType),
    Payload: c.maybe(N, 'Payload', readPricingStructureConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readPricingStructureConfigResponseMessageType(c: Cursor): PricingStructureConfigResponseMessageType {
  const end = c.enter();
  const value: PricingStructureConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readPricingStructureConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readPricingStructureConfigFaultMessageType(c: Cursor): PricingStructureConfigFaultMessageType {
  const end = c.enter();
  const value: PricingStructureConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetPricingStructureConfigRequestType(w: Writer, tag: string, value: GetPricingStructureConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetPricingStructureConfig', value.GetPricingStructureConfig, GetPricingStructureConfig.writeGetPricingStructureConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writePricingStructureConfigPayloadType(w: Writer, tag: string, value: PricingStructureConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:PricingStructureConfig', value.PricingStructureConfig, PricingStructureConfig.writePricingStructureConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetPricingStructureConfigRequestMessageType(w: Writer, tag: string, value: GetPricingStructureConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetPricingStructureConfigRequestType);
  w.maybe('m:Payload', value.Payload, writePricingStructureConfigPayloadType);
  w.close(tag);
}

export function writePricingStructureConfigResponseMessageType(w: Writer, tag: string, value: PricingStructureConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writePricingStructureConfigPayloadType);
  w.close(tag);
}

export function writePricingStructureConfigFaultMessageType(w: Writer, tag: string, value: PricingStructureConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetPricingStructureConfig`. */
export const GetPricingStructureConfigElement = {
  namespace,
  name: 'GetPricingStructureConfig',
  read: readGetPricingStructureConfigRequestMessageType,
  write(w: Writer, value: GetPricingStructureConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetPricingStructureConfigRequestMessageType(w, 'm:GetPricingStructureConfig', value);
  },
} as const;

/** The document element `PricingStructureConfigResponseMessage`. */
export const PricingStructureConfigResponseMessageElement = {
  namespace,
  name: 'PricingStructureConfigResponseMessage',
  read: readPricingStructureConfigResponseMessageType,
  write(w: Writer, value: PricingStructureConfigResponseMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigResponseMessageType(w, 'm:PricingStructureConfigResponseMessage', value);
  },
} as const;

/** The document element `PricingStructureConfigFaultMessage`. */
export const PricingStructureConfigFaultMessageElement = {
  namespace,
  name: 'PricingStructureConfigFaultMessage',
  read: readPricingStructureConfigFaultMessageType,
  write(w: Writer, value: PricingStructureConfigFaultMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigFaultMessageType(w, 'm:PricingStructureConfigFaultMessage', value);
  },
} as const;

