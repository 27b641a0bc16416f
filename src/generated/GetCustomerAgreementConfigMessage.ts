// Generated from GetCustomerAgreementConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query CustomerAgreementConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as CustomerAgreementConfig from './CustomerAgreementConfig.js';
import * as GetCustomerAgreementConfig from './GetCustomerAgreementConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetCustomerAgreementConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetCustomerAgreementConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerAgreementConfig#" xmlns:get="http://iec.ch/TC57/2011/GetCustomerAgreementConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetCustomerAgreementConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetCustomerAgreementConfig: GetCustomerAgreementConfig.GetCustomerAgreementConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The CustomerAgreementConfig found; beside them operations, packed content and a hint at its format. */
export interface CustomerAgreementConfigPayloadType {
  readonly CustomerAgreementConfig?: CustomerAgreementConfig.CustomerAgreementConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for CustomerAgreementConfig. */
export interface GetCustomerAgreementConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetCustomerAgreementConfigRequestType;
  readonly Payload?: CustomerAgreementConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface CustomerAgreementConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerAgreementConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerAgreementConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetCustomerAgreementConfigRequestType(c: Cursor): GetCustomerAgreementConfigRequestType {
  const end = c.enter();
  const value: GetCustomerAgreementConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetCustomerAgreementConfig: c.one(GetCustomerAgreementConfig.namespaceIdOf, 'GetCustomerAgreementConfig', GetCustomerAgreementConfig.readGetCustomerAgreementConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readCustomerAgreementConfigPayloadType(c: Cursor): CustomerAgreementConfigPayloadType {
  const end = c.enter();
  const value: CustomerAgreementConfigPayloadType = {
    CustomerAgreementConfig: c.maybe(CustomerAgreementConfig.namespaceIdOf, 'CustomerAgreementConfig', CustomerAgreementConfig.readCustomerAgreementConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetCustomerAgreementConfigRequestMessageType(c: Cursor): GetCustomerAgreementConfigRequestMessageType {
  const end = c.enter();
  const value: GetCustomerAgreementConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetCustomerAgreementConfigRequestType),
    Payload: c.maybe(N, 'Payload', readCustomerAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerAgreementConfigResponseMessageType(c: Cursor): CustomerAgreementConfigResponseMessageType {
  const end = c.enter();
  const value: CustomerAgreementConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readCustomerAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerAgreementConfigFaultMessageType(c: Cursor): CustomerAgreementConfigFaultMessageType {
  const end = c.enter();
  const value: CustomerAgreementConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetCustomerAgreementConfigRequestType(w: Writer, tag: string, value: GetCustomerAgreementConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetCustomerAgreementConfig', value.GetCustomerAgreementConfig, GetCustomerAgreementConfig.writeGetCustomerAgreementConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeCustomerAgreementConfigPayloadType(w: Writer, tag: string, value: CustomerAgreementConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerAgreementConfig', value.CustomerAgreementConfig, CustomerAgreementConfig.writeCustomerAgreementConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetCustomerAgreementConfigRequestMessageType(w: Writer, tag: string, value: GetCustomerAgreementConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetCustomerAgreementConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeCustomerAgreementConfigPayloadType);
  w.close(tag);
}

export function writeCustomerAgreementConfigResponseMessageType(w: Writer, tag: string, value: CustomerAgreementConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeCustomerAgreementConfigPayloadType);
  w.close(tag);
}

export function writeCustomerAgreementConfigFaultMessageType(w: Writer, tag: string, value: CustomerAgreementConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetCustomerAgreementConfig`. */
export const GetCustomerAgreementConfigElement = {
  namespace,
  name: 'GetCustomerAgreementConfig',
  read: readGetCustomerAgreementConfigRequestMessageType,
  write(w: Writer, value: GetCustomerAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetCustomerAgreementConfigRequestMessageType(w, 'm:GetCustomerAgreementConfig', value);
  },
} as const;

/** The document element `CustomerAgreementConfigResponseMessage`. */
export const CustomerAgreementConfigResponseMessageElement = {
  namespace,
  name: 'CustomerAgreementConfigResponseMessage',
  read: readCustomerAgreementConfigResponseMessageType,
  write(w: Writer, value: CustomerAgreementConfigResponseMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigResponseMessageType(w, 'm:CustomerAgreementConfigResponseMessage', value);
  },
} as const;

/** The document element `CustomerAgreementConfigFaultMessage`. */
export const CustomerAgreementConfigFaultMessageElement = {
  namespace,
  name: 'CustomerAgreementConfigFaultMessage',
  read: readCustomerAgreementConfigFaultMessageType,
  write(w: Writer, value: CustomerAgreementConfigFaultMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigFaultMessageType(w, 'm:CustomerAgreementConfigFaultMessage', value);
  },
} as const;

