// Generated from GetMasterDataLinkageConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query MasterDataLinkageConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetMasterDataLinkageConfig from './GetMasterDataLinkageConfig.js';
import * as MasterDataLinkageConfig from './MasterDataLinkageConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetMasterDataLinkageConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetMasterDataLinkageConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetMasterDataLinkageConfig#" xmlns:obj="http://iec.ch/TC57/2011/MasterDataLinkageConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetMasterDataLinkageConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetMasterDataLinkageConfig: GetMasterDataLinkageConfig.GetMasterDataLinkageConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The MasterDataLinkageConfig found; beside them operations, packed content and a hint at its format. */
export interface MasterDataLinkageConfigPayloadType {
  readonly MasterDataLinkageConfig?: MasterDataLinkageConfig.MasterDataLinkageConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for MasterDataLinkageConfig. */
export interface GetMasterDataLinkageConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetMasterDataLinkageConfigRequestType;
  readonly Payload?: MasterDataLinkageConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface MasterDataLinkageConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MasterDataLinkageConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MasterDataLinkageConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetMasterDataLinkageConfigRequestType(c: Cursor): GetMasterDataLinkageConfigRequestType {
  const end = c.enter();
  const value: GetMasterDataLinkageConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetMasterDataLinkageConfig: c.one(GetMasterDataLinkageConfig.namespaceIdOf, 'GetMasterDataLinkageConfig', GetMasterDataLinkageConfig.readGetMasterDataLinkageConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readMasterDataLinkageConfigPayloadType(c: Cursor): MasterDataLinkageConfigPayloadType {
  const end = c.enter();
  const value: MasterDataLinkageConfigPayloadType = {
    MasterDataLinkageConfig: c.maybe(MasterDataLinkageConfig.namespaceIdOf, 'MasterDataLinkageConfig', MasterDataLinkageConfig.readMasterDataLinkageConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetMasterDataLinkageConfigRequestMessageType(c: Cursor): GetMasterDataLinkageConfigRequestMessageType {
  const end = c.enter();
  const value: GetMasterDataLinkageConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetMasterDataLinkageConfigRequestType),
    Payload: c.maybe(N, 'Payload', readMasterDataLinkageConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMasterDataLinkageConfigResponseMessageType(c: Cursor): MasterDataLinkageConfigResponseMessageType {
  const end = c.enter();
  const value: MasterDataLinkageConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMasterDataLinkageConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMasterDataLinkageConfigFaultMessageType(c: Cursor): MasterDataLinkageConfigFaultMessageType {
  const end = c.enter();
  const value: MasterDataLinkageConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetMasterDataLinkageConfigRequestType(w: Writer, tag: string, value: GetMasterDataLinkageConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetMasterDataLinkageConfig', value.GetMasterDataLinkageConfig, GetMasterDataLinkageConfig.writeGetMasterDataLinkageConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeMasterDataLinkageConfigPayloadType(w: Writer, tag: string, value: MasterDataLinkageConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:MasterDataLinkageConfig', value.MasterDataLinkageConfig, MasterDataLinkageConfig.writeMasterDataLinkageConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetMasterDataLinkageConfigRequestMessageType(w: Writer, tag: string, value: GetMasterDataLinkageConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetMasterDataLinkageConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeMasterDataLinkageConfigPayloadType);
  w.close(tag);
}

export function writeMasterDataLinkageConfigResponseMessageType(w: Writer, tag: string, value: MasterDataLinkageConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMasterDataLinkageConfigPayloadType);
  w.close(tag);
}

export function writeMasterDataLinkageConfigFaultMessageType(w: Writer, tag: string, value: MasterDataLinkageConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetMasterDataLinkageConfig`. */
export const GetMasterDataLinkageConfigElement = {
  namespace,
  name: 'GetMasterDataLinkageConfig',
  read: readGetMasterDataLinkageConfigRequestMessageType,
  write(w: Writer, value: GetMasterDataLinkageConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetMasterDataLinkageConfigRequestMessageType(w, 'm:GetMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `MasterDataLinkageConfigResponseMessage`. */
export const MasterDataLinkageConfigResponseMessageElement = {
  namespace,
  name: 'MasterDataLinkageConfigResponseMessage',
  read: readMasterDataLinkageConfigResponseMessageType,
  write(w: Writer, value: MasterDataLinkageConfigResponseMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigResponseMessageType(w, 'm:MasterDataLinkageConfigResponseMessage', value);
  },
} as const;

/** The document element `MasterDataLinkageConfigFaultMessage`. */
export const MasterDataLinkageConfigFaultMessageElement = {
  namespace,
  name: 'MasterDataLinkageConfigFaultMessage',
  read: readMasterDataLinkageConfigFaultMessageType,
  write(w: Writer, value: MasterDataLinkageConfigFaultMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigFaultMessageType(w, 'm:MasterDataLinkageConfigFaultMessage', value);
  },
} as const;

