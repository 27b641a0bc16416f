// Generated from GetCustomerConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query CustomerConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as CustomerConfig from './CustomerConfig.js';
import * as GetCustomerConfig from './GetCustomerConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetCustomerConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetCustomerConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerConfig#" xmlns:get="http://iec.ch/TC57/2011/GetCustomerConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetCustomerConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetCustomerConfig: GetCustomerConfig.GetCustomerConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The CustomerConfig found; beside them operations, packed content and a hint at its format. */
export interface CustomerConfigPayloadType {
  readonly CustomerConfig?: CustomerConfig.CustomerConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for CustomerConfig. */
export interface GetCustomerConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetCustomerConfigRequestType;
  readonly Payload?: CustomerConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface CustomerConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetCustomerConfigRequestType(c: Cursor): GetCustomerConfigRequestType {
  const end = c.enter();
  const value: GetCustomerConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetCustomerConfig: c.one(GetCustomerConfig.namespaceIdOf, 'GetCustomerConfig', GetCustomerConfig.readGetCustomerConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readCustomerConfigPayloadType(c: Cursor): CustomerConfigPayloadType {
  const end = c.enter();
  const value: CustomerConfigPayloadType = {
    CustomerConfig: c.maybe(CustomerConfig.namespaceIdOf, 'CustomerConfig', CustomerConfig.readCustomerConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetCustomerConfigRequestMessageType(c: Cursor): GetCustomerConfigRequestMessageType {
  const end = c.enter();
  const value: GetCustomerConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetCustomerConfigRequestType),
    Payload: c.maybe(N, 'Payload', readCustomerConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerConfigResponseMessageType(c: Cursor): CustomerConfigResponseMessageType {
  const end = c.enter();
  const value: CustomerConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readCustomerConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerConfigFaultMessageType(c: Cursor): CustomerConfigFaultMessageType {
  const end = c.enter();
  const value: CustomerConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetCustomerConfigRequestType(w: Writer, tag: string, value: GetCustomerConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetCustomerConfig', value.GetCustomerConfig, GetCustomerConfig.writeGetCustomerConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeCustomerConfigPayloadType(w: Writer, tag: string, value: CustomerConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerConfig', value.CustomerConfig, CustomerConfig.writeCustomerConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetCustomerConfigRequestMessageType(w: Writer, tag: string, value: GetCustomerConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetCustomerConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeCustomerConfigPayloadType);
  w.close(tag);
}

export function writeCustomerConfigResponseMessageType(w: Writer, tag: string, value: CustomerConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeCustomerConfigPayloadType);
  w.close(tag);
}

export function writeCustomerConfigFaultMessageType(w: Writer, tag: string, value: CustomerConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetCustomerConfig`. */
export const GetCustomerConfigElement = {
  namespace,
  name: 'GetCustomerConfig',
  read: readGetCustomerConfigRequestMessageType,
  write(w: Writer, value: GetCustomerConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetCustomerConfigRequestMessageType(w, 'm:GetCustomerConfig', value);
  },
} as const;

/** The document element `CustomerConfigResponseMessage`. */
export const CustomerConfigResponseMessageElement = {
  namespace,
  name: 'CustomerConfigResponseMessage',
  read: readCustomerConfigResponseMessageType,
  write(w: Writer, value: CustomerConfigResponseMessageType): void {
    w.declare(declarations);
    writeCustomerConfigResponseMessageType(w, 'm:CustomerConfigResponseMessage', value);
  },
} as const;

/** The document element `CustomerConfigFaultMessage`. */
export const CustomerConfigFaultMessageElement = {
  namespace,
  name: 'CustomerConfigFaultMessage',
  read: readCustomerConfigFaultMessageType,
  write(w: Writer, value: CustomerConfigFaultMessageType): void {
    w.declare(declarations);
    writeCustomerConfigFaultMessageType(w, 'm:CustomerConfigFaultMessage', value);
  },
} as const;

