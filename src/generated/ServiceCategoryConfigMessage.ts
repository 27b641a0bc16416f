// Generated from ServiceCategoryConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry ServiceCategoryConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as ServiceCategoryConfig from './ServiceCategoryConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/ServiceCategoryConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/ServiceCategoryConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/ServiceCategoryConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The ServiceCategoryConfig themselves; beside them operations, packed content and a hint at its format. */
export interface ServiceCategoryConfigPayloadType {
  readonly ServiceCategoryConfig: ServiceCategoryConfig.ServiceCategoryConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with ServiceCategoryConfig. */
export interface ServiceCategoryConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: ServiceCategoryConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface ServiceCategoryConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ServiceCategoryConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ServiceCategoryConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to ServiceCategoryConfig. */
export interface ServiceCategoryConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: ServiceCategoryConfigPayloadType;
}

export function readServiceCategoryConfigPayloadType(c: Cursor): ServiceCategoryConfigPayloadType {
  const end = c.enter();
  const value: ServiceCategoryConfigPayloadType = {
    ServiceCategoryConfig: c.one(ServiceCategoryConfig.namespaceIdOf, 'ServiceCategoryConfig', ServiceCategoryConfig.readServiceCategoryConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readServiceCategoryConfigRequestMessageType(c: Cursor): ServiceCategoryConfigRequestMessageType {
  const end = c.enter();
  const value: ServiceCategoryConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
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

export function readServiceCategoryConfigEventMessageType(c: Cursor): ServiceCategoryConfigEventMessageType {
  const end = c.enter();
  const value: ServiceCategoryConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readServiceCategoryConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeServiceCategoryConfigPayloadType(w: Writer, tag: string, value: ServiceCategoryConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ServiceCategoryConfig', value.ServiceCategoryConfig, ServiceCategoryConfig.writeServiceCategoryConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeServiceCategoryConfigRequestMessageType(w: Writer, tag: string, value: ServiceCategoryConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
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

export function writeServiceCategoryConfigEventMessageType(w: Writer, tag: string, value: ServiceCategoryConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeServiceCategoryConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateServiceCategoryConfig`. */
export const CreateServiceCategoryConfigElement = {
  namespace,
  name: 'CreateServiceCategoryConfig',
  read: readServiceCategoryConfigRequestMessageType,
  write(w: Writer, value: ServiceCategoryConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigRequestMessageType(w, 'm:CreateServiceCategoryConfig', value);
  },
} as const;

/** The document element `ChangeServiceCategoryConfig`. */
export const ChangeServiceCategoryConfigElement = {
  namespace,
  name: 'ChangeServiceCategoryConfig',
  read: readServiceCategoryConfigRequestMessageType,
  write(w: Writer, value: ServiceCategoryConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigRequestMessageType(w, 'm:ChangeServiceCategoryConfig', value);
  },
} as const;

/** The document element `CancelServiceCategoryConfig`. */
export const CancelServiceCategoryConfigElement = {
  namespace,
  name: 'CancelServiceCategoryConfig',
  read: readServiceCategoryConfigRequestMessageType,
  write(w: Writer, value: ServiceCategoryConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigRequestMessageType(w, 'm:CancelServiceCategoryConfig', value);
  },
} as const;

/** The document element `CloseServiceCategoryConfig`. */
export const CloseServiceCategoryConfigElement = {
  namespace,
  name: 'CloseServiceCategoryConfig',
  read: readServiceCategoryConfigRequestMessageType,
  write(w: Writer, value: ServiceCategoryConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigRequestMessageType(w, 'm:CloseServiceCategoryConfig', value);
  },
} as const;

/** The document element `DeleteServiceCategoryConfig`. */
export const DeleteServiceCategoryConfigElement = {
  namespace,
  name: 'DeleteServiceCategoryConfig',
  read: readServiceCategoryConfigRequestMessageType,
  write(w: Writer, value: ServiceCategoryConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigRequestMessageType(w, 'm:DeleteServiceCategoryConfig', value);
  },
} as const;

/** The document element `CreatedServiceCategoryConfig`. */
export const CreatedServiceCategoryConfigElement = {
  namespace,
  name: 'CreatedServiceCategoryConfig',
  read: readServiceCategoryConfigEventMessageType,
  write(w: Writer, value: ServiceCategoryConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigEventMessageType(w, 'm:CreatedServiceCategoryConfig', value);
  },
} as const;

/** The document element `ChangedServiceCategoryConfig`. */
export const ChangedServiceCategoryConfigElement = {
  namespace,
  name: 'ChangedServiceCategoryConfig',
  read: readServiceCategoryConfigEventMessageType,
  write(w: Writer, value: ServiceCategoryConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigEventMessageType(w, 'm:ChangedServiceCategoryConfig', value);
  },
} as const;

/** The document element `CanceledServiceCategoryConfig`. */
export const CanceledServiceCategoryConfigElement = {
  namespace,
  name: 'CanceledServiceCategoryConfig',
  read: readServiceCategoryConfigEventMessageType,
  write(w: Writer, value: ServiceCategoryConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigEventMessageType(w, 'm:CanceledServiceCategoryConfig', value);
  },
} as const;

/** The document element `ClosedServiceCategoryConfig`. */
export const ClosedServiceCategoryConfigElement = {
  namespace,
  name: 'ClosedServiceCategoryConfig',
  read: readServiceCategoryConfigEventMessageType,
  write(w: Writer, value: ServiceCategoryConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigEventMessageType(w, 'm:ClosedServiceCategoryConfig', value);
  },
} as const;

/** The document element `DeletedServiceCategoryConfig`. */
export const DeletedServiceCategoryConfigElement = {
  namespace,
  name: 'DeletedServiceCategoryConfig',
  read: readServiceCategoryConfigEventMessageType,
  write(w: Writer, value: ServiceCategoryConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceCategoryConfigEventMessageType(w, 'm:DeletedServiceCategoryConfig', value);
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

