// Generated from CustomerAgreementConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry CustomerAgreementConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as CustomerAgreementConfig from './CustomerAgreementConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerAgreementConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/CustomerAgreementConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerAgreementConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The CustomerAgreementConfig themselves; beside them operations, packed content and a hint at its format. */
export interface CustomerAgreementConfigPayloadType {
  readonly CustomerAgreementConfig: CustomerAgreementConfig.CustomerAgreementConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with CustomerAgreementConfig. */
export interface CustomerAgreementConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: CustomerAgreementConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface CustomerAgreementConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerAgreementConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerAgreementConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to CustomerAgreementConfig. */
export interface CustomerAgreementConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: CustomerAgreementConfigPayloadType;
}

export function readCustomerAgreementConfigPayloadType(c: Cursor): CustomerAgreementConfigPayloadType {
  const end = c.enter();
  const value: CustomerAgreementConfigPayloadType = {
    CustomerAgreementConfig: c.one(CustomerAgreementConfig.namespaceIdOf, 'CustomerAgreementConfig', CustomerAgreementConfig.readCustomerAgreementConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readCustomerAgreementConfigRequestMessageType(c: Cursor): CustomerAgreementConfigRequestMessageType {
  const end = c.enter();
  const value: CustomerAgreementConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
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

export function readCustomerAgreementConfigEventMessageType(c: Cursor): CustomerAgreementConfigEventMessageType {
  const end = c.enter();
  const value: CustomerAgreementConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readCustomerAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeCustomerAgreementConfigPayloadType(w: Writer, tag: string, value: CustomerAgreementConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerAgreementConfig', value.CustomerAgreementConfig, CustomerAgreementConfig.writeCustomerAgreementConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeCustomerAgreementConfigRequestMessageType(w: Writer, tag: string, value: CustomerAgreementConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
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

export function writeCustomerAgreementConfigEventMessageType(w: Writer, tag: string, value: CustomerAgreementConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeCustomerAgreementConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateCustomerAgreementConfig`. */
export const CreateCustomerAgreementConfigElement = {
  namespace,
  name: 'CreateCustomerAgreementConfig',
  read: readCustomerAgreementConfigRequestMessageType,
  write(w: Writer, value: CustomerAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigRequestMessageType(w, 'm:CreateCustomerAgreementConfig', value);
  },
} as const;

/** The document element `ChangeCustomerAgreementConfig`. */
export const ChangeCustomerAgreementConfigElement = {
  namespace,
  name: 'ChangeCustomerAgreementConfig',
  read: readCustomerAgreementConfigRequestMessageType,
  write(w: Writer, value: CustomerAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigRequestMessageType(w, 'm:ChangeCustomerAgreementConfig', value);
  },
} as const;

/** The document element `CancelCustomerAgreementConfig`. */
export const CancelCustomerAgreementConfigElement = {
  namespace,
  name: 'CancelCustomerAgreementConfig',
  read: readCustomerAgreementConfigRequestMessageType,
  write(w: Writer, value: CustomerAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigRequestMessageType(w, 'm:CancelCustomerAgreementConfig', value);
  },
} as const;

/** The document element `CloseCustomerAgreementConfig`. */
export const CloseCustomerAgreementConfigElement = {
  namespace,
  name: 'CloseCustomerAgreementConfig',
  read: readCustomerAgreementConfigRequestMessageType,
  write(w: Writer, value: CustomerAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigRequestMessageType(w, 'm:CloseCustomerAgreementConfig', value);
  },
} as const;

/** The document element `DeleteCustomerAgreementConfig`. */
export const DeleteCustomerAgreementConfigElement = {
  namespace,
  name: 'DeleteCustomerAgreementConfig',
  read: readCustomerAgreementConfigRequestMessageType,
  write(w: Writer, value: CustomerAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigRequestMessageType(w, 'm:DeleteCustomerAgreementConfig', value);
  },
} as const;

/** The document element `CreatedCustomerAgreementConfig`. */
export const CreatedCustomerAgreementConfigElement = {
  namespace,
  name: 'CreatedCustomerAgreementConfig',
  read: readCustomerAgreementConfigEventMessageType,
  write(w: Writer, value: CustomerAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigEventMessageType(w, 'm:CreatedCustomerAgreementConfig', value);
  },
} as const;

/** The document element `ChangedCustomerAgreementConfig`. */
export const ChangedCustomerAgreementConfigElement = {
  namespace,
  name: 'ChangedCustomerAgreementConfig',
  read: readCustomerAgreementConfigEventMessageType,
  write(w: Writer, value: CustomerAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigEventMessageType(w, 'm:ChangedCustomerAgreementConfig', value);
  },
} as const;

/** The document element `CanceledCustomerAgreementConfig`. */
export const CanceledCustomerAgreementConfigElement = {
  namespace,
  name: 'CanceledCustomerAgreementConfig',
  read: readCustomerAgreementConfigEventMessageType,
  write(w: Writer, value: CustomerAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigEventMessageType(w, 'm:CanceledCustomerAgreementConfig', value);
  },
} as const;

/** The document element `ClosedCustomerAgreementConfig`. */
export const ClosedCustomerAgreementConfigElement = {
  namespace,
  name: 'ClosedCustomerAgreementConfig',
  read: readCustomerAgreementConfigEventMessageType,
  write(w: Writer, value: CustomerAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigEventMessageType(w, 'm:ClosedCustomerAgreementConfig', value);
  },
} as const;

/** The document element `DeletedCustomerAgreementConfig`. */
export const DeletedCustomerAgreementConfigElement = {
  namespace,
  name: 'DeletedCustomerAgreementConfig',
  read: readCustomerAgreementConfigEventMessageType,
  write(w: Writer, value: CustomerAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeCustomerAgreementConfigEventMessageType(w, 'm:DeletedCustomerAgreementConfig', value);
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

