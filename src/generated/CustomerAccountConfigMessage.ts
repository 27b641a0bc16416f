// Generated from CustomerAccountConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry CustomerAccountConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as CustomerAccountConfig from './CustomerAccountConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerAccountConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/CustomerAccountConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerAccountConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The CustomerAccountConfig themselves; beside them operations, packed content and a hint at its format. */
export interface CustomerAccountConfigPayloadType {
  readonly CustomerAccountConfig: CustomerAccountConfig.CustomerAccountConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with CustomerAccountConfig. */
export interface CustomerAccountConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: CustomerAccountConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface CustomerAccountConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerAccountConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerAccountConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to CustomerAccountConfig. */
export interface CustomerAccountConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: CustomerAccountConfigPayloadType;
}

export function readCustomerAccountConfigPayloadType(c: Cursor): CustomerAccountConfigPayloadType {
  const end = c.enter();
  const value: CustomerAccountConfigPayloadType = {
    CustomerAccountConfig: c.one(CustomerAccountConfig.namespaceIdOf, 'CustomerAccountConfig', CustomerAccountConfig.readCustomerAccountConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readCustomerAccountConfigRequestMessageType(c: Cursor): CustomerAccountConfigRequestMessageType {
  const end = c.enter();
  const value: CustomerAccountConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
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

export function readCustomerAccountConfigEventMessageType(c: Cursor): CustomerAccountConfigEventMessageType {
  const end = c.enter();
  const value: CustomerAccountConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readCustomerAccountConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeCustomerAccountConfigPayloadType(w: Writer, tag: string, value: CustomerAccountConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerAccountConfig', value.CustomerAccountConfig, CustomerAccountConfig.writeCustomerAccountConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeCustomerAccountConfigRequestMessageType(w: Writer, tag: string, value: CustomerAccountConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
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

export function writeCustomerAccountConfigEventMessageType(w: Writer, tag: string, value: CustomerAccountConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeCustomerAccountConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateCustomerAccountConfig`. */
export const CreateCustomerAccountConfigElement = {
  namespace,
  name: 'CreateCustomerAccountConfig',
  read: readCustomerAccountConfigRequestMessageType,
  write(w: Writer, value: CustomerAccountConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigRequestMessageType(w, 'm:CreateCustomerAccountConfig', value);
  },
} as const;

/** The document element `ChangeCustomerAccountConfig`. */
export const ChangeCustomerAccountConfigElement = {
  namespace,
  name: 'ChangeCustomerAccountConfig',
  read: readCustomerAccountConfigRequestMessageType,
  write(w: Writer, value: CustomerAccountConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigRequestMessageType(w, 'm:ChangeCustomerAccountConfig', value);
  },
} as const;

/** The document element `CancelCustomerAccountConfig`. */
export const CancelCustomerAccountConfigElement = {
  namespace,
  name: 'CancelCustomerAccountConfig',
  read: readCustomerAccountConfigRequestMessageType,
  write(w: Writer, value: CustomerAccountConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigRequestMessageType(w, 'm:CancelCustomerAccountConfig', value);
  },
} as const;

/** The document element `CloseCustomerAccountConfig`. */
export const CloseCustomerAccountConfigElement = {
  namespace,
  name: 'CloseCustomerAccountConfig',
  read: readCustomerAccountConfigRequestMessageType,
  write(w: Writer, value: CustomerAccountConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigRequestMessageType(w, 'm:CloseCustomerAccountConfig', value);
  },
} as const;

/** The document element `DeleteCustomerAccountConfig`. */
export const DeleteCustomerAccountConfigElement = {
  namespace,
  name: 'DeleteCustomerAccountConfig',
  read: readCustomerAccountConfigRequestMessageType,
  write(w: Writer, value: CustomerAccountConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigRequestMessageType(w, 'm:DeleteCustomerAccountConfig', value);
  },
} as const;

/** The document element `CreatedCustomerAccountConfig`. */
export const CreatedCustomerAccountConfigElement = {
  namespace,
  name: 'CreatedCustomerAccountConfig',
  read: readCustomerAccountConfigEventMessageType,
  write(w: Writer, value: CustomerAccountConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigEventMessageType(w, 'm:CreatedCustomerAccountConfig', value);
  },
} as const;

/** The document element `ChangedCustomerAccountConfig`. */
export const ChangedCustomerAccountConfigElement = {
  namespace,
  name: 'ChangedCustomerAccountConfig',
  read: readCustomerAccountConfigEventMessageType,
  write(w: Writer, value: CustomerAccountConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigEventMessageType(w, 'm:ChangedCustomerAccountConfig', value);
  },
} as const;

/** The document element `CanceledCustomerAccountConfig`. */
export const CanceledCustomerAccountConfigElement = {
  namespace,
  name: 'CanceledCustomerAccountConfig',
  read: readCustomerAccountConfigEventMessageType,
  write(w: Writer, value: CustomerAccountConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigEventMessageType(w, 'm:CanceledCustomerAccountConfig', value);
  },
} as const;

/** The document element `ClosedCustomerAccountConfig`. */
export const ClosedCustomerAccountConfigElement = {
  namespace,
  name: 'ClosedCustomerAccountConfig',
  read: readCustomerAccountConfigEventMessageType,
  write(w: Writer, value: CustomerAccountConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigEventMessageType(w, 'm:ClosedCustomerAccountConfig', value);
  },
} as const;

/** The document element `DeletedCustomerAccountConfig`. */
export const DeletedCustomerAccountConfigElement = {
  namespace,
  name: 'DeletedCustomerAccountConfig',
  read: readCustomerAccountConfigEventMessageType,
  write(w: Writer, value: CustomerAccountConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAccountConfigEventMessageType(w, 'm:DeletedCustomerAccountConfig', value);
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

