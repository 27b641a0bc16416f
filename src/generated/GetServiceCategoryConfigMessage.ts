// Generated from GetServiceCategoryConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query ServiceCategoryConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetServiceCategoryConfig from './GetServiceCategoryConfig.js';
import * as Message from './Message.js';
import * as ServiceCategoryConfig from './ServiceCategoryConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/GetServiceCategoryConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetServiceCategoryConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetServiceCategoryConfig#" xmlns:obj="http://iec.ch/TC57/2011/ServiceCategoryConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetServiceCategoryConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetServiceCategoryConfig: GetServiceCategoryConfig.GetServiceCategoryConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The ServiceCategoryConfig found; beside them operations, packed content and a hint at its format. */
export interface ServiceCategoryConfigPayloadType {
  readonly ServiceCategoryConfig?: ServiceCategoryConfig.ServiceCategoryConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for ServiceCategoryConfig. */
export interface GetServiceCategoryConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetServiceCategoryConfigRequestType;
  readonly Payload?: ServiceCategoryConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface ServiceCategoryConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ServiceCategoryConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ServiceCategoryConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetServiceCategoryConfigRequestType(c: Cursor): GetServiceCategoryConfigRequestType {
  const end = c.enter();
  const value: GetServiceCategoryConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetServiceCategoryConfig: c.one(GetServiceCategoryConfig.namespaceIdOf, 'GetServiceCategoryConfig', GetServiceCategoryConfig.readGetServiceCategoryConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readServiceCategoryConfigPayloadType(c: Cursor): ServiceCategoryConfigPayloadType {
  const end = c.enter();
  const value: ServiceCategoryConfigPayloadType = {
    ServiceCategoryConfig: c.maybe(ServiceCategoryConfig.namespaceIdOf, 'ServiceCategoryConfig', ServiceCategoryConfig.readServiceCategoryConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetServiceCategoryConfigRequestMessageType(c: Cursor): GetServiceCategoryConfigRequestMessageType {
  const end = c.enter();
  const value: GetServiceCategoryConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetServiceCategoryConfigRequestType),
    Payload: c.maybe(N, 'Payload', readServiceCategoryConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readServiceCategoryConfigResponseMessageType(c: Cursor): ServiceCategoryConfigResponseMessageType {
  const end = c.enter();
  const value: ServiceCategoryConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readServiceCategoryConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readServiceCategoryConfigFaultMessageType(c: Cursor): ServiceCategoryConfigFaultMessageType {
  const end = c.enter();
  const value: ServiceCategoryConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetServiceCategoryConfigRequestType(w: Writer, tag: string, value: GetServiceCategoryConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetServiceCategoryConfig', value.GetServiceCategoryConfig, GetServiceCategoryConfig.writeGetServiceCategoryConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeServiceCategoryConfigPayloadType(w: Writer, tag: string, value: ServiceCategoryConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ServiceCategoryConfig', value.ServiceCategoryConfig, ServiceCategoryConfig.writeServiceCategoryConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetServiceCategoryConfigRequestMessageType(w: Writer, tag: string, value: GetServiceCategoryConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetServiceCategoryConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeServiceCategoryConfigPayloadType);
  w.close(tag);
}

export function writeServiceCategoryConfigResponseMessageType(w: Writer, tag: string, value: ServiceCategoryConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeServiceCategoryConfigPayloadType);
  w.close(tag);
}

export function writeServiceCategoryConfigFaultMessageType(w: Writer, tag: string, value: ServiceCategoryConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetServiceCategoryConfig`. */
export const GetServiceCategoryConfigElement = {
  namespace,
  name: 'GetServiceCategoryConfig',
  read: readGetServiceCategoryConfigRequestMessageType,
  write(w: Writer, value: GetServiceCategoryConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetServiceCategoryConfigRequestMessageType(w, 'm:GetServiceCategoryConfig', value);
  },
} as const;

/** The document element `ServiceCategoryConfigResponseMessage`. */
export const ServiceCategoryConfigResponseMessageElement = {
  namespace,
  name: 'ServiceCategoryConfigResponseMessage',
  read: readServiceCategoryConfigResponseMessageType,
  write(w: Writer, value: ServiceCategoryConfigResponseMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigResponseMessageType(w, 'm:ServiceCategoryConfigResponseMessage', value);
  },
} as const;

/** The document element `ServiceCategoryConfigFaultMessage`. */
export const ServiceCategoryConfigFaultMessageElement = {
  namespace,
  name: 'ServiceCategoryConfigFaultMessage',
  read: readServiceCategoryConfigFaultMessageType,
  write(w: Writer, value: ServiceCategoryConfigFaultMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigFaultMessageType(w, 'm:ServiceCategoryConfigFaultMessage', value);
  },
} as const;

