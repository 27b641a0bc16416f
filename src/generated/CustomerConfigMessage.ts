// Generated from CustomerConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry CustomerConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as CustomerConfig from './CustomerConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/CustomerConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The CustomerConfig themselves; beside them operations, packed content and a hint at its format. */
export interface CustomerConfigPayloadType {
  readonly CustomerConfig: CustomerConfig.CustomerConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with CustomerConfig. */
export interface CustomerConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: CustomerConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface CustomerConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to CustomerConfig. */
export interface CustomerConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: CustomerConfigPayloadType;
}

export function readCustomerConfigPayloadType(c: Cursor): CustomerConfigPayloadType {
  const end = c.enter();
  const value: CustomerConfigPayloadType = {
    CustomerConfig: c.one(CustomerConfig.namespaceIdOf, 'CustomerConfig', CustomerConfig.readCustomerConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readCustomerConfigRequestMessageType(c: Cursor): CustomerConfigRequestMessageType {
  const end = c.enter();
  const value: CustomerConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
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

export function readCustomerConfigEventMessageType(c: Cursor): CustomerConfigEventMessageType {
  const end = c.enter();
  const value: CustomerConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readCustomerConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeCustomerConfigPayloadType(w: Writer, tag: string, value: CustomerConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerConfig', value.CustomerConfig, CustomerConfig.writeCustomerConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeCustomerConfigRequestMessageType(w: Writer, tag: string, value: CustomerConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
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

export function writeCustomerConfigEventMessageType(w: Writer, tag: string, value: CustomerConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeCustomerConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateCustomerConfig`. */
export const CreateCustomerConfigElement = {
  namespace,
  name: 'CreateCustomerConfig',
  read: readCustomerConfigRequestMessageType,
  write(w: Writer, value: CustomerConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerConfigRequestMessageType(w, 'm:CreateCustomerConfig', value);
  },
} as const;

/** The document element `ChangeCustomerConfig`. */
export const ChangeCustomerConfigElement = {
  namespace,
  name: 'ChangeCustomerConfig',
  read: readCustomerConfigRequestMessageType,
  write(w: Writer, value: CustomerConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerConfigRequestMessageType(w, 'm:ChangeCustomerConfig', value);
  },
} as const;

/** The document element `CancelCustomerConfig`. */
export const CancelCustomerConfigElement = {
  namespace,
  name: 'CancelCustomerConfig',
  read: readCustomerConfigRequestMessageType,
  write(w: Writer, value: CustomerConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerConfigRequestMessageType(w, 'm:CancelCustomerConfig', value);
  },
} as const;

/** The document element `CloseCustomerConfig`. */
export const CloseCustomerConfigElement = {
  namespace,
  name: 'CloseCustomerConfig',
  read: readCustomerConfigRequestMessageType,
  write(w: Writer, value: CustomerConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerConfigRequestMessageType(w, 'm:CloseCustomerConfig', value);
  },
} as const;

/** The document element `DeleteCustomerConfig`. */
export const DeleteCustomerConfigElement = {
  namespace,
  name: 'DeleteCustomerConfig',
  read: readCustomerConfigRequestMessageType,
  write(w: Writer, value: CustomerConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerConfigRequestMessageType(w, 'm:DeleteCustomerConfig', value);
  },
} as const;

/** The document element `CreatedCustomerConfig`. */
export const CreatedCustomerConfigElement = {
  namespace,
  name: 'CreatedCustomerConfig',
  read: readCustomerConfigEventMessageType,
  write(w: Writer, value: CustomerConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerConfigEventMessageType(w, 'm:CreatedCustomerConfig', value);
  },
} as const;

/** The document element `ChangedCustomerConfig`. */
export const ChangedCustomerConfigElement = {
  namespace,
  name: 'ChangedCustomerConfig',
  read: readCustomerConfigEventMessageType,
  write(w: Writer, value: CustomerConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerConfigEventMessageType(w, 'm:ChangedCustomerConfig', value);
  },
} as const;

/** The document element `CanceledCustomerConfig`. */
export const CanceledCustomerConfigElement = {
  namespace,
  name: 'CanceledCustomerConfig',
  read: readCustomerConfigEventMessageType,
  write(w: Writer, value: CustomerConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerConfigEventMessageType(w, 'm:CanceledCustomerConfig', value);
  },
} as const;

/** The document element `ClosedCustomerConfig`. */
export const ClosedCustomerConfigElement = {
  namespace,
  name: 'ClosedCustomerConfig',
  read: readCustomerConfigEventMessageType,
  write(w: Writer, value: CustomerConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerConfigEventMessageType(w, 'm:ClosedCustomerConfig', value);
  },
} as const;

/** The document element `DeletedCustomerConfig`. */
export const DeletedCustomerConfigElement = {
  namespace,
  name: 'DeletedCustomerConfig',
  read: readCustomerConfigEventMessageType,
  write(w: Writer, value: CustomerConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerConfigEventMessageType(w, 'm:DeletedCustomerConfig', value);
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

