// Generated from GetServiceLocationConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that query ServiceLocationConfig: the request, its response and its fault. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsDateTime, type XsString } from './runtime.js';
import * as GetServiceLocationConfig from './GetServiceLocationConfig.js';
import * as Message from './Message.js';
import * as ServiceLocationConfig from './ServiceLocationConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/GetServiceLocationConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/GetServiceLocationConfigMessage" xmlns:get="http://iec.ch/TC57/2011/GetServiceLocationConfig#" xmlns:obj="http://iec.ch/TC57/2011/ServiceLocationConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** What is asked for: a time span, options, identifiers and the request profile. */
export interface GetServiceLocationConfigRequestType {
  readonly StartTime?: XsDateTime;
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly Message.OptionType[];
  readonly ID?: readonly XsString[];
  readonly GetServiceLocationConfig: GetServiceLocationConfig.GetServiceLocationConfig;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** The ServiceLocationConfig found; beside them operations, packed content and a hint at its format. */
export interface ServiceLocationConfigPayloadType {
  readonly ServiceLocationConfig?: ServiceLocationConfig.ServiceLocationConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks for ServiceLocationConfig. */
export interface GetServiceLocationConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request: GetServiceLocationConfigRequestType;
  readonly Payload?: ServiceLocationConfigPayloadType;
}

/** Brings what was found, or acknowledges that replies will follow. */
export interface ServiceLocationConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ServiceLocationConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ServiceLocationConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readGetServiceLocationConfigRequestType(c: Cursor): GetServiceLocationConfigRequestType {
  const end = c.enter();
  const value: GetServiceLocationConfigRequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', Message.readOptionType),
    ID: c.manyText(N, 'ID'),
    GetServiceLocationConfig: c.one(GetServiceLocationConfig.namespaceIdOf, 'GetServiceLocationConfig', GetServiceLocationConfig.readGetServiceLocationConfig),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readServiceLocationConfigPayloadType(c: Cursor): ServiceLocationConfigPayloadType {
  const end = c.enter();
  const value: ServiceLocationConfigPayloadType = {
    ServiceLocationConfig: c.maybe(ServiceLocationConfig.namespaceIdOf, 'ServiceLocationConfig', ServiceLocationConfig.readServiceLocationConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readGetServiceLocationConfigRequestMessageType(c: Cursor): GetServiceLocationConfigRequestMessageType {
  const end = c.enter();
  const value: GetServiceLocationConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.one(N, 'Request', readGetServiceLocationConfigRequestType),
    Payload: c.maybe(N, 'Payload', readServiceLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readServiceLocationConfigResponseMessageType(c: Cursor): ServiceLocationConfigResponseMessageType {
  const end = c.enter();
  const value: ServiceLocationConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readServiceLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readServiceLocationConfigFaultMessageType(c: Cursor): ServiceLocationConfigFaultMessageType {
  const end = c.enter();
  const value: ServiceLocationConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeGetServiceLocationConfigRequestType(w: Writer, tag: string, value: GetServiceLocationConfigRequestType): void {
  w.open(tag);
  w.leaf('m:StartTime', value.StartTime);
  w.leaf('m:EndTime', value.EndTime);
  w.many('m:Option', value.Option, Message.writeOptionType);
  w.leaves('m:ID', value.ID);
  w.maybe('get:GetServiceLocationConfig', value.GetServiceLocationConfig, GetServiceLocationConfig.writeGetServiceLocationConfig);
  w.foreign(value.any);
  w.close(tag);
}

export function writeServiceLocationConfigPayloadType(w: Writer, tag: string, value: ServiceLocationConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ServiceLocationConfig', value.ServiceLocationConfig, ServiceLocationConfig.writeServiceLocationConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeGetServiceLocationConfigRequestMessageType(w: Writer, tag: string, value: GetServiceLocationConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, writeGetServiceLocationConfigRequestType);
  w.maybe('m:Payload', value.Payload, writeServiceLocationConfigPayloadType);
  w.close(tag);
}

export function writeServiceLocationConfigResponseMessageType(w: Writer, tag: string, value: ServiceLocationConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeServiceLocationConfigPayloadType);
  w.close(tag);
}

export function writeServiceLocationConfigFaultMessageType(w: Writer, tag: string, value: ServiceLocationConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `GetServiceLocationConfig`. */
export const GetServiceLocationConfigElement = {
  namespace,
  name: 'GetServiceLocationConfig',
  read: readGetServiceLocationConfigRequestMessageType,
  write(w: Writer, value: GetServiceLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeGetServiceLocationConfigRequestMessageType(w, 'm:GetServiceLocationConfig', value);
  },
} as const;

/** The document element `ServiceLocationConfigResponseMessage`. */
export const ServiceLocationConfigResponseMessageElement = {
  namespace,
  name: 'ServiceLocationConfigResponseMessage',
  read: readServiceLocationConfigResponseMessageType,
  write(w: Writer, value: ServiceLocationConfigResponseMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigResponseMessageType(w, 'm:ServiceLocationConfigResponseMessage', value);
  },
} as const;

/** The document element `ServiceLocationConfigFaultMessage`. */
export const ServiceLocationConfigFaultMessageElement = {
  namespace,
  name: 'ServiceLocationConfigFaultMessage',
  read: readServiceLocationConfigFaultMessageType,
  write(w: Writer, value: ServiceLocationConfigFaultMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigFaultMessageType(w, 'm:ServiceLocationConfigFaultMessage', value);
  },
} as const;

