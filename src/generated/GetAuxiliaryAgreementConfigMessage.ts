// Generated from GetAuxiliaryAgreementConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query AuxiliaryAgreementConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as AuxiliaryAgreementConfig from './AuxiliaryAgreementConfig.js';
import * as GetAuxiliaryAgreementConfig from './GetAuxiliaryAgreementConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetAuxiliaryAgreementConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetAuxiliaryAgreementConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/AuxiliaryAgreementConfig#" xmlns:get="http://iec.ch/TC57/2011/GetAuxiliaryAgreementConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetAuxiliaryAgreementConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetAuxiliaryAgreementConfig: GetAuxiliaryAgreementConfig.GetAuxiliaryAgreementConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The AuxiliaryAgreementConfig found; beside them operations, packed content and a hint at its format. */
export interface AuxiliaryAgreementConfigPayloadType {
  readonly AuxiliaryAgreementConfig?: AuxiliaryAgreementConfig.AuxiliaryAgreementConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for AuxiliaryAgreementConfig. */
export interface GetAuxiliaryAgreementConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetAuxiliaryAgreementConfigRequestType;
  readonly Payload?: AuxiliaryAgreementConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface AuxiliaryAgreementConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: AuxiliaryAgreementConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface AuxiliaryAgreementConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetAuxiliaryAgreementConfigRequestType(c: Cursor): GetAuxiliaryAgreementConfigRequestType {
  const end = c.enter();
  const value: GetAuxiliaryAgreementConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetAuxiliaryAgreementConfig: c.one(GetAuxiliaryAgreementConfig.namespaceIdOf, 'GetAuxiliaryAgreementConfig', GetAuxiliaryAgreementConfig.readGetAuxiliaryAgreementConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreementConfigPayloadType(c: Cursor): AuxiliaryAgreementConfigPayloadType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigPayloadType = {
    AuxiliaryAgreementConfig: c.maybe(AuxiliaryAgreementConfig.namespaceIdOf, 'AuxiliaryAgreementConfig', AuxiliaryAgreementConfig.readAuxiliaryAgreementConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetAuxiliaryAgreementConfigRequestMessageType(c: Cursor): GetAuxiliaryAgreementConfigRequestMessageType {
  const end = c.enter();
  const value: GetAuxiliaryAgreementConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetAuxiliaryAgreementConfigRequestType),
    Payload: c.maybe(N, 'Payload', readAuxiliaryAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreementConfigResponseMessageType(c: Cursor): AuxiliaryAgreementConfigResponseMessageType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readAuxiliaryAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreementConfigFaultMessageType(c: Cursor): AuxiliaryAgreementConfigFaultMessageType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetAuxiliaryAgreementConfigRequestType(w: Writer, tag: string, value: GetAuxiliaryAgreementConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetAuxiliaryAgreementConfig', value.GetAuxiliaryAgreementConfig, GetAuxiliaryAgreementConfig.writeGetAuxiliaryAgreementConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeAuxiliaryAgreementConfigPayloadType(w: Writer, tag: string, value: AuxiliaryAgreementConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:AuxiliaryAgreementConfig', value.AuxiliaryAgreementConfig, AuxiliaryAgreementConfig.writeAuxiliaryAgreementConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetAuxiliaryAgreementConfigRequestMessageType(w: Writer, tag: string, value: GetAuxiliaryAgreementConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetAuxiliaryAgreementConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeAuxiliaryAgreementConfigPayloadType);
  w.close(tag);
}

export function writeAuxiliaryAgreementConfigResponseMessageType(w: Writer, tag: string, value: AuxiliaryAgreementConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeAuxiliaryAgreementConfigPayloadType);
  w.close(tag);
}

export function writeAuxiliaryAgreementConfigFaultMessageType(w: Writer, tag: string, value: AuxiliaryAgreementConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetAuxiliaryAgreementConfig`. */
export const GetAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'GetAuxiliaryAgreementConfig',
  read: readGetAuxiliaryAgreementConfigRequestMessageType,
  write(w: Writer, value: GetAuxiliaryAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetAuxiliaryAgreementConfigRequestMessageType(w, 'm:GetAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `AuxiliaryAgreementConfigResponseMessage`. */
export const AuxiliaryAgreementConfigResponseMessageElement = {
  namespace,
  name: 'AuxiliaryAgreementConfigResponseMessage',
  read: readAuxiliaryAgreementConfigResponseMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigResponseMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigResponseMessageType(w, 'm:AuxiliaryAgreementConfigResponseMessage', value);
  },
} as const;

/** The document element `AuxiliaryAgreementConfigFaultMessage`. */
export const AuxiliaryAgreementConfigFaultMessageElement = {
  namespace,
  name: 'AuxiliaryAgreementConfigFaultMessage',
  read: readAuxiliaryAgreementConfigFaultMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigFaultMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigFaultMessageType(w, 'm:AuxiliaryAgreementConfigFaultMessage', value);
  },
} as const;

