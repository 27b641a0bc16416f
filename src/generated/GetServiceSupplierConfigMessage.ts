// Generated from GetServiceSupplierConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query ServiceSupplierConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetServiceSupplierConfig from './GetServiceSupplierConfig.js';
import * as Message from './Message.js';
import * as ServiceSupplierConfig from './ServiceSupplierConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/GetServiceSupplierConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetServiceSupplierConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetServiceSupplierConfig#" xmlns:obj="http://iec.ch/TC57/2011/ServiceSupplierConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetServiceSupplierConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetServiceSupplierConfig: GetServiceSupplierConfig.GetServiceSupplierConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The ServiceSupplierConfig found; beside them operations, packed content and a hint at its format. */
export interface ServiceSupplierConfigPayloadType {
  readonly ServiceSupplierConfig?: ServiceSupplierConfig.ServiceSupplierConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for ServiceSupplierConfig. */
export interface GetServiceSupplierConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetServiceSupplierConfigRequestType;
  readonly Payload?: ServiceSupplierConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface ServiceSupplierConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ServiceSupplierConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ServiceSupplierConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetServiceSupplierConfigRequestType(c: Cursor): GetServiceSupplierConfigRequestType {
  const end = c.enter();
  const value: GetServiceSupplierConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetServiceSupplierConfig: c.one(GetServiceSupplierConfig.namespaceIdOf, 'GetServiceSupplierConfig', GetServiceSupplierConfig.readGetServiceSupplierConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readServiceSupplierConfigPayloadType(c: Cursor): ServiceSupplierConfigPayloadType {
  const end = c.enter();
  const value: ServiceSupplierConfigPayloadType = {
    ServiceSupplierConfig: c.maybe(ServiceSupplierConfig.namespaceIdOf, 'ServiceSupplierConfig', ServiceSupplierConfig.readServiceSupplierConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetServiceSupplierConfigRequestMessageType(c: Cursor): GetServiceSupplierConfigRequestMessageType {
  const end = c.enter();
  const value: GetServiceSupplierConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetServiceSupplierConfigRequestType),
    Payload: c.maybe(N, 'Payload', readServiceSupplierConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readServiceSupplierConfigResponseMessageType(c: Cursor): ServiceSupplierConfigResponseMessageType {
  const end = c.enter();
  const value: ServiceSupplierConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readServiceSupplierConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readServiceSupplierConfigFaultMessageType(c: Cursor): ServiceSupplierConfigFaultMessageType {
  const end = c.enter();
  const value: ServiceSupplierConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetServiceSupplierConfigRequestType(w: Writer, tag: string, value: GetServiceSupplierConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetServiceSupplierConfig', value.GetServiceSupplierConfig, GetServiceSupplierConfig.writeGetServiceSupplierConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeServiceSupplierConfigPayloadType(w: Writer, tag: string, value: ServiceSupplierConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ServiceSupplierConfig', value.ServiceSupplierConfig, ServiceSupplierConfig.writeServiceSupplierConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetServiceSupplierConfigRequestMessageType(w: Writer, tag: string, value: GetServiceSupplierConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetServiceSupplierConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeServiceSupplierConfigPayloadType);
  w.close(tag);
}

export function writeServiceSupplierConfigResponseMessageType(w: Writer, tag: string, value: ServiceSupplierConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeServiceSupplierConfigPayloadType);
  w.close(tag);
}

export function writeServiceSupplierConfigFaultMessageType(w: Writer, tag: string, value: ServiceSupplierConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetServiceSupplierConfig`. */
export const GetServiceSupplierConfigElement = {
  namespace,
  name: 'GetServiceSupplierConfig',
  read: readGetServiceSupplierConfigRequestMessageType,
  write(w: Writer, value: GetServiceSupplierConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetServiceSupplierConfigRequestMessageType(w, 'm:GetServiceSupplierConfig', value);
  },
} as const;

/** The document element `ServiceSupplierConfigResponseMessage`. */
export const ServiceSupplierConfigResponseMessageElement = {
  namespace,
  name: 'ServiceSupplierConfigResponseMessage',
  read: readServiceSupplierConfigResponseMessageType,
  write(w: Writer, value: ServiceSupplierConfigResponseMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigResponseMessageType(w, 'm:ServiceSupplierConfigResponseMessage', value);
  },
} as const;

/** The document element `ServiceSupplierConfigFaultMessage`. */
export const ServiceSupplierConfigFaultMessageElement = {
  namespace,
  name: 'ServiceSupplierConfigFaultMessage',
  read: readServiceSupplierConfigFaultMessageType,
  write(w: Writer, value: ServiceSupplierConfigFaultMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigFaultMessageType(w, 'm:ServiceSupplierConfigFaultMessage', value);
  },
} as const;

