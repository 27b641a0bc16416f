// Generated from ServiceLocationConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry ServiceLocationConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as ServiceLocationConfig from './ServiceLocationConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/ServiceLocationConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/ServiceLocationConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/ServiceLocationConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The ServiceLocationConfig themselves; beside them operations, packed content and a hint at its format. */
export interface ServiceLocationConfigPayloadType {
  readonly ServiceLocationConfig: ServiceLocationConfig.ServiceLocationConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with ServiceLocationConfig. */
export interface ServiceLocationConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: ServiceLocationConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface ServiceLocationConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ServiceLocationConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ServiceLocationConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to ServiceLocationConfig. */
export interface ServiceLocationConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: ServiceLocationConfigPayloadType;
}

export function readServiceLocationConfigPayloadType(c: Cursor): ServiceLocationConfigPayloadType {
  const end = c.enter();
  const value: ServiceLocationConfigPayloadType = {
    ServiceLocationConfig: c.one(ServiceLocationConfig.namespaceIdOf, 'ServiceLocationConfig', ServiceLocationConfig.readServiceLocationConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readServiceLocationConfigRequestMessageType(c: Cursor): ServiceLocationConfigRequestMessageType {
  const end = c.enter();
  const value: ServiceLocationConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
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

export function readServiceLocationConfigEventMessageType(c: Cursor): ServiceLocationConfigEventMessageType {
  const end = c.enter();
  const value: ServiceLocationConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readServiceLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeServiceLocationConfigPayloadType(w: Writer, tag: string, value: ServiceLocationConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ServiceLocationConfig', value.ServiceLocationConfig, ServiceLocationConfig.writeServiceLocationConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeServiceLocationConfigRequestMessageType(w: Writer, tag: string, value: ServiceLocationConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
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

export function writeServiceLocationConfigEventMessageType(w: Writer, tag: string, value: ServiceLocationConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeServiceLocationConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateServiceLocationConfig`. */
export const CreateServiceLocationConfigElement = {
  namespace,
  name: 'CreateServiceLocationConfig',
  read: readServiceLocationConfigRequestMessageType,
  write(w: Writer, value: ServiceLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigRequestMessageType(w, 'm:CreateServiceLocationConfig', value);
  },
} as const;

/** The document element `ChangeServiceLocationConfig`. */
export const ChangeServiceLocationConfigElement = {
  namespace,
  name: 'ChangeServiceLocationConfig',
  read: readServiceLocationConfigRequestMessageType,
  write(w: Writer, value: ServiceLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigRequestMessageType(w, 'm:ChangeServiceLocationConfig', value);
  },
} as const;

/** The document element `CancelServiceLocationConfig`. */
export const CancelServiceLocationConfigElement = {
  namespace,
  name: 'CancelServiceLocationConfig',
  read: readServiceLocationConfigRequestMessageType,
  write(w: Writer, value: ServiceLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigRequestMessageType(w, 'm:CancelServiceLocationConfig', value);
  },
} as const;

/** The document element `CloseServiceLocationConfig`. */
export const CloseServiceLocationConfigElement = {
  namespace,
  name: 'CloseServiceLocationConfig',
  read: readServiceLocationConfigRequestMessageType,
  write(w: Writer, value: ServiceLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigRequestMessageType(w, 'm:CloseServiceLocationConfig', value);
  },
} as const;

/** The document element `DeleteServiceLocationConfig`. */
export const DeleteServiceLocationConfigElement = {
  namespace,
  name: 'DeleteServiceLocationConfig',
  read: readServiceLocationConfigRequestMessageType,
  write(w: Writer, value: ServiceLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigRequestMessageType(w, 'm:DeleteServiceLocationConfig', value);
  },
} as const;

/** The document element `CreatedServiceLocationConfig`. */
export const CreatedServiceLocationConfigElement = {
  namespace,
  name: 'CreatedServiceLocationConfig',
  read: readServiceLocationConfigEventMessageType,
  write(w: Writer, value: ServiceLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigEventMessageType(w, 'm:CreatedServiceLocationConfig', value);
  },
} as const;

/** The document element `ChangedServiceLocationConfig`. */
export const ChangedServiceLocationConfigElement = {
  namespace,
  name: 'ChangedServiceLocationConfig',
  read: readServiceLocationConfigEventMessageType,
  write(w: Writer, value: ServiceLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigEventMessageType(w, 'm:ChangedServiceLocationConfig', value);
  },
} as const;

/** The document element `CanceledServiceLocationConfig`. */
export const CanceledServiceLocationConfigElement = {
  namespace,
  name: 'CanceledServiceLocationConfig',
  read: readServiceLocationConfigEventMessageType,
  write(w: Writer, value: ServiceLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigEventMessageType(w, 'm:CanceledServiceLocationConfig', value);
  },
} as const;

/** The document element `ClosedServiceLocationConfig`. */
export const ClosedServiceLocationConfigElement = {
  namespace,
  name: 'ClosedServiceLocationConfig',
  read: readServiceLocationConfigEventMessageType,
  write(w: Writer, value: ServiceLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigEventMessageType(w, 'm:ClosedServiceLocationConfig', value);
  },
} as const;

/** The document element `DeletedServiceLocationConfig`. */
export const DeletedServiceLocationConfigElement = {
  namespace,
  name: 'DeletedServiceLocationConfig',
  read: readServiceLocationConfigEventMessageType,
  write(w: Writer, value: ServiceLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeServiceLocationConfigEventMessageType(w, 'm:DeletedServiceLocationConfig', value);
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

