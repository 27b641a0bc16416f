// Generated from GetCustomerAccountConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query CustomerAccountConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as CustomerAccountConfig from './CustomerAccountConfig.js';
import * as GetCustomerAccountConfig from './GetCustomerAccountConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetCustomerAccountConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetCustomerAccountConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerAccountConfig#" xmlns:get="http://iec.ch/TC57/2011/GetCustomerAccountConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetCustomerAccountConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetCustomerAccountConfig: GetCustomerAccountConfig.GetCustomerAccountConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The CustomerAccountConfig found; beside them operations, packed content and a hint at its format. */
export interface CustomerAccountConfigPayloadType {
  readonly CustomerAccountConfig?: CustomerAccountConfig.CustomerAccountConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for CustomerAccountConfig. */
export interface GetCustomerAccountConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetCustomerAccountConfigRequestType;
  readonly Payload?: CustomerAccountConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface CustomerAccountConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerAccountConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerAccountConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetCustomerAccountConfigRequestType(c: Cursor): GetCustomerAccountConfigRequestType {
  const end = c.enter();
  const value: GetCustomerAccountConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetCustomerAccountConfig: c.one(GetCustomerAccountConfig.namespaceIdOf, 'GetCustomerAccountConfig', GetCustomerAccountConfig.readGetCustomerAccountConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readCustomerAccountConfigPayloadType(c: Cursor): CustomerAccountConfigPayloadType {
  const end = c.enter();
  const value: CustomerAccountConfigPayloadType = {
    CustomerAccountConfig: c.maybe(CustomerAccountConfig.namespaceIdOf, 'CustomerAccountConfig', CustomerAccountConfig.readCustomerAccountConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetCustomerAccountConfigRequestMessageType(c: Cursor): GetCustomerAccountConfigRequestMessageType {
  const end = c.enter();
  const value: GetCustomerAccountConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetCustomerAccountConfigRequestType),
    Payload: c.maybe(N, 'Payload', readCustomerAccountConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerAccountConfigResponseMessageType(c: Cursor): CustomerAccountConfigResponseMessageType {
  const end = c.enter();
  const value: CustomerAccountConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readCustomerAccountConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerAccountConfigFaultMessageType(c: Cursor): CustomerAccountConfigFaultMessageType {
  const end = c.enter();
  const value: CustomerAccountConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetCustomerAccountConfigRequestType(w: Writer, tag: string, value: GetCustomerAccountConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetCustomerAccountConfig', value.GetCustomerAccountConfig, GetCustomerAccountConfig.writeGetCustomerAccountConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeCustomerAccountConfigPayloadType(w: Writer, tag: string, value: CustomerAccountConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerAccountConfig', value.CustomerAccountConfig, CustomerAccountConfig.writeCustomerAccountConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetCustomerAccountConfigRequestMessageType(w: Writer, tag: string, value: GetCustomerAccountConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetCustomerAccountConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeCustomerAccountConfigPayloadType);
  w.close(tag);
}

export function writeCustomerAccountConfigResponseMessageType(w: Writer, tag: string, value: CustomerAccountConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeCustomerAccountConfigPayloadType);
  w.close(tag);
}

export function writeCustomerAccountConfigFaultMessageType(w: Writer, tag: string, value: CustomerAccountConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetCustomerAccountConfig`. */
export const GetCustomerAccountConfigElement = {
  namespace,
  name: 'GetCustomerAccountConfig',
  read: readGetCustomerAccountConfigRequestMessageType,
  write(w: Writer, value: GetCustomerAccountConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetCustomerAccountConfigRequestMessageType(w, 'm:GetCustomerAccountConfig', value);
  },
} as const;

/** The document element `CustomerAccountConfigResponseMessage`. */
export const CustomerAccountConfigResponseMessageElement = {
  namespace,
  name: 'CustomerAccountConfigResponseMessage',
  read: readCustomerAccountConfigResponseMessageType,
  write(w: Writer, value: CustomerAccountConfigResponseMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigResponseMessageType(w, 'm:CustomerAccountConfigResponseMessage', value);
  },
} as const;

/** The document element `CustomerAccountConfigFaultMessage`. */
export const CustomerAccountConfigFaultMessageElement = {
  namespace,
  name: 'CustomerAccountConfigFaultMessage',
  read: readCustomerAccountConfigFaultMessageType,
  write(w: Writer, value: CustomerAccountConfigFaultMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigFaultMessageType(w, 'm:CustomerAccountConfigFaultMessage', value);
  },
} as const;

