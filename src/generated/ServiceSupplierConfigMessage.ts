// Generated from ServiceSupplierConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry ServiceSupplierConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as ServiceSupplierConfig from './ServiceSupplierConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/ServiceSupplierConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/ServiceSupplierConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/ServiceSupplierConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The ServiceSupplierConfig themselves; beside them operations, packed content and a hint at its format. */
export interface ServiceSupplierConfigPayloadType {
  readonly ServiceSupplierConfig: ServiceSupplierConfig.ServiceSupplierConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with ServiceSupplierConfig. */
export interface ServiceSupplierConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: ServiceSupplierConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface ServiceSupplierConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ServiceSupplierConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ServiceSupplierConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to ServiceSupplierConfig. */
export interface ServiceSupplierConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: ServiceSupplierConfigPayloadType;
}

export function readServiceSupplierConfigPayloadType(c: Cursor): ServiceSupplierConfigPayloadType {
  const end = c.enter();
  const value: ServiceSupplierConfigPayloadType = {
    ServiceSupplierConfig: c.one(ServiceSupplierConfig.namespaceIdOf, 'ServiceSupplierConfig', ServiceSupplierConfig.readServiceSupplierConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readServiceSupplierConfigRequestMessageType(c: Cursor): ServiceSupplierConfigRequestMessageType {
  const end = c.enter();
  const value: ServiceSupplierConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
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

export function readServiceSupplierConfigEventMessageType(c: Cursor): ServiceSupplierConfigEventMessageType {
  const end = c.enter();
  const value: ServiceSupplierConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readServiceSupplierConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeServiceSupplierConfigPayloadType(w: Writer, tag: string, value: ServiceSupplierConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ServiceSupplierConfig', value.ServiceSupplierConfig, ServiceSupplierConfig.writeServiceSupplierConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeServiceSupplierConfigRequestMessageType(w: Writer, tag: string, value: ServiceSupplierConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
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

export function writeServiceSupplierConfigEventMessageType(w: Writer, tag: string, value: ServiceSupplierConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeServiceSupplierConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateServiceSupplierConfig`. */
export const CreateServiceSupplierConfigElement = {
  namespace,
  name: 'CreateServiceSupplierConfig',
  read: readServiceSupplierConfigRequestMessageType,
  write(w: Writer, value: ServiceSupplierConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigRequestMessageType(w, 'm:CreateServiceSupplierConfig', value);
  },
} as const;

/** The document element `ChangeServiceSupplierConfig`. */
export const ChangeServiceSupplierConfigElement = {
  namespace,
  name: 'ChangeServiceSupplierConfig',
  read: readServiceSupplierConfigRequestMessageType,
  write(w: Writer, value: ServiceSupplierConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigRequestMessageType(w, 'm:ChangeServiceSupplierConfig', value);
  },
} as const;

/** The document element `CancelServiceSupplierConfig`. */
export const CancelServiceSupplierConfigElement = {
  namespace,
  name: 'CancelServiceSupplierConfig',
  read: readServiceSupplierConfigRequestMessageType,
  write(w: Writer, value: ServiceSupplierConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigRequestMessageType(w, 'm:CancelServiceSupplierConfig', value);
  },
} as const;

/** The document element `CloseServiceSupplierConfig`. */
export const CloseServiceSupplierConfigElement = {
  namespace,
  name: 'CloseServiceSupplierConfig',
  read: readServiceSupplierConfigRequestMessageType,
  write(w: Writer, value: ServiceSupplierConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigRequestMessageType(w, 'm:CloseServiceSupplierConfig', value);
  },
} as const;

/** The document element `DeleteServiceSupplierConfig`. */
export const DeleteServiceSupplierConfigElement = {
  namespace,
  name: 'DeleteServiceSupplierConfig',
  read: readServiceSupplierConfigRequestMessageType,
  write(w: Writer, value: ServiceSupplierConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigRequestMessageType(w, 'm:DeleteServiceSupplierConfig', value);
  },
} as const;

/** The document element `CreatedServiceSupplierConfig`. */
export const CreatedServiceSupplierConfigElement = {
  namespace,
  name: 'CreatedServiceSupplierConfig',
  read: readServiceSupplierConfigEventMessageType,
  write(w: Writer, value: ServiceSupplierConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigEventMessageType(w, 'm:CreatedServiceSupplierConfig', value);
  },
} as const;

/** The document element `ChangedServiceSupplierConfig`. */
export const ChangedServiceSupplierConfigElement = {
  namespace,
  name: 'ChangedServiceSupplierConfig',
  read: readServiceSupplierConfigEventMessageType,
  write(w: Writer, value: ServiceSupplierConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigEventMessageType(w, 'm:ChangedServiceSupplierConfig', value);
  },
} as const;

/** The document element `CanceledServiceSupplierConfig`. */
export const CanceledServiceSupplierConfigElement = {
  namespace,
  name: 'CanceledServiceSupplierConfig',
  read: readServiceSupplierConfigEventMessageType,
  write(w: Writer, value: ServiceSupplierConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigEventMessageType(w, 'm:CanceledServiceSupplierConfig', value);
  },
} as const;

/** The document element `ClosedServiceSupplierConfig`. */
export const ClosedServiceSupplierConfigElement = {
  namespace,
  name: 'ClosedServiceSupplierConfig',
  read: readServiceSupplierConfigEventMessageType,
  write(w: Writer, value: ServiceSupplierConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigEventMessageType(w, 'm:ClosedServiceSupplierConfig', value);
  },
} as const;

/** The document element `DeletedServiceSupplierConfig`. */
export const DeletedServiceSupplierConfigElement = {
  namespace,
  name: 'DeletedServiceSupplierConfig',
  read: readServiceSupplierConfigEventMessageType,
  write(w: Writer, value: ServiceSupplierConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceSupplierConfigEventMessageType(w, 'm:DeletedServiceSupplierConfig', value);
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

