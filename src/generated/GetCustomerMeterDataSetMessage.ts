// Generated from GetCustomerMeterDataSetMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query CustomerMeterDataSet: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as CustomerMeterDataSet from './CustomerMeterDataSet.js';
import * as GetCustomerMeterDataSet from './GetCustomerMeterDataSet.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/GetCustomerMeterDataSetMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetCustomerMeterDataSetMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerMeterDataSet#" xmlns:get="http://iec.ch/TC57/2011/GetCustomerMeterDataSet#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetCustomerMeterDataSetRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetCustomerMeterDataSet: GetCustomerMeterDataSet.GetCustomerMeterDataSet;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The CustomerMeterDataSet found; beside them operations, packed content and a hint at its format. */
export interface CustomerMeterDataSetPayloadType {
  readonly CustomerMeterDataSet?: CustomerMeterDataSet.CustomerMeterDataSet;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for CustomerMeterDataSet. */
export interface GetCustomerMeterDataSetRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetCustomerMeterDataSetRequestType;
  readonly Payload?: CustomerMeterDataSetPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface CustomerMeterDataSetResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerMeterDataSetPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerMeterDataSetFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetCustomerMeterDataSetRequestType(c: Cursor): GetCustomerMeterDataSetRequestType {
  const end = c.enter();
  const value: GetCustomerMeterDataSetRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetCustomerMeterDataSet: c.one(GetCustomerMeterDataSet.namespaceIdOf, 'GetCustomerMeterDataSet', GetCustomerMeterDataSet.readGetCustomerMeterDataSet),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readCustomerMeterDataSetPayloadType(c: Cursor): CustomerMeterDataSetPayloadType {
  const end = c.enter();
  const value: CustomerMeterDataSetPayloadType = {
    CustomerMeterDataSet: c.maybe(CustomerMeterDataSet.namespaceIdOf, 'CustomerMeterDataSet', CustomerMeterDataSet.readCustomerMeterDataSet),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetCustomerMeterDataSetRequestMessageType(c: Cursor): GetCustomerMeterDataSetRequestMessageType {
  const end = c.enter();
  const value: GetCustomerMeterDataSetRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetCustomerMeterDataSetRequestType),
    Payload: c.maybe(N, 'Payload', readCustomerMeterDataSetPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerMeterDataSetResponseMessageType(c: Cursor): CustomerMeterDataSetResponseMessageType {
  const end = c.enter();
  const value: CustomerMeterDataSetResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readCustomerMeterDataSetPayloadType),
  };
  c.leave(end);
  return value;
}

export function readCustomerMeterDataSetFaultMessageType(c: Cursor): CustomerMeterDataSetFaultMessageType {
  const end = c.enter();
  const value: CustomerMeterDataSetFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetCustomerMeterDataSetRequestType(w: Writer, tag: string, value: GetCustomerMeterDataSetRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetCustomerMeterDataSet', value.GetCustomerMeterDataSet, GetCustomerMeterDataSet.writeGetCustomerMeterDataSet);
  w.foreign(value.any);
  w.close(tag);
}

export function writeCustomerMeterDataSetPayloadType(w: Writer, tag: string, value: CustomerMeterDataSetPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerMeterDataSet', value.CustomerMeterDataSet, CustomerMeterDataSet.writeCustomerMeterDataSet);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetCustomerMeterDataSetRequestMessageType(w: Writer, tag: string, value: GetCustomerMeterDataSetRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetCustomerMeterDataSetRequestType);
  w.maybe('m:Payload', value.Payload, writeCustomerMeterDataSetPayloadType);
  w.close(tag);
}

export function writeCustomerMeterDataSetResponseMessageType(w: Writer, tag: string, value: CustomerMeterDataSetResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeCustomerMeterDataSetPayloadType);
  w.close(tag);
}

export function writeCustomerMeterDataSetFaultMessageType(w: Writer, tag: string, value: CustomerMeterDataSetFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetCustomerMeterDataSet`. */
export const GetCustomerMeterDataSetElement = {
  namespace,
  name: 'GetCustomerMeterDataSet',
  read: readGetCustomerMeterDataSetRequestMessageType,
  write(w: Writer, value: GetCustomerMeterDataSetRequestMessageType): void {
    w.declare(declarations);
    writeGetCustomerMeterDataSetRequestMessageType(w, 'm:GetCustomerMeterDataSet', value);
  },
} as const;

/** The document element `CustomerMeterDataSetResponseMessage`. */
export const CustomerMeterDataSetResponseMessageElement = {
  namespace,
  name: 'CustomerMeterDataSetResponseMessage',
  read: readCustomerMeterDataSetResponseMessageType,
  write(w: Writer, value: CustomerMeterDataSetResponseMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetResponseMessageType(w, 'm:CustomerMeterDataSetResponseMessage', value);
  },
} as const;

/** The document element `CustomerMeterDataSetFaultMessage`. */
export const CustomerMeterDataSetFaultMessageElement = {
  namespace,
  name: 'CustomerMeterDataSetFaultMessage',
  read: readCustomerMeterDataSetFaultMessageType,
  write(w: Writer, value: CustomerMeterDataSetFaultMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetFaultMessageType(w, 'm:CustomerMeterDataSetFaultMessage', value);
  },
} as const;

