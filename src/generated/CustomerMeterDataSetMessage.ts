// Generated from CustomerMeterDataSetMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry CustomerMeterDataSet: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as CustomerMeterDataSet from './CustomerMeterDataSet.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerMeterDataSetMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/CustomerMeterDataSetMessage" xmlns:obj="http://iec.ch/TC57/2011/CustomerMeterDataSet#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The CustomerMeterDataSet themselves; beside them operations, packed content and a hint at its format. */
export interface CustomerMeterDataSetPayloadType {
  readonly CustomerMeterDataSet: CustomerMeterDataSet.CustomerMeterDataSet;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with CustomerMeterDataSet. */
export interface CustomerMeterDataSetRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: CustomerMeterDataSetPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface CustomerMeterDataSetResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: CustomerMeterDataSetPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface CustomerMeterDataSetFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to CustomerMeterDataSet. */
export interface CustomerMeterDataSetEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: CustomerMeterDataSetPayloadType;
}

export function readCustomerMeterDataSetPayloadType(c: Cursor): CustomerMeterDataSetPayloadType {
  const end = c.enter();
  const value: CustomerMeterDataSetPayloadType = {
    CustomerMeterDataSet: c.one(CustomerMeterDataSet.namespaceIdOf, 'CustomerMeterDataSet', CustomerMeterDataSet.readCustomerMeterDataSet),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readCustomerMeterDataSetRequestMessageType(c: Cursor): CustomerMeterDataSetRequestMessageType {
  const end = c.enter();
  const value: CustomerMeterDataSetRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
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

export function readCustomerMeterDataSetEventMessageType(c: Cursor): CustomerMeterDataSetEventMessageType {
  const end = c.enter();
  const value: CustomerMeterDataSetEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readCustomerMeterDataSetPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeCustomerMeterDataSetPayloadType(w: Writer, tag: string, value: CustomerMeterDataSetPayloadType): void {
  w.open(tag);
  w.maybe('obj:CustomerMeterDataSet', value.CustomerMeterDataSet, CustomerMeterDataSet.writeCustomerMeterDataSet);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeCustomerMeterDataSetRequestMessageType(w: Writer, tag: string, value: CustomerMeterDataSetRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
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

export function writeCustomerMeterDataSetEventMessageType(w: Writer, tag: string, value: CustomerMeterDataSetEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeCustomerMeterDataSetPayloadType);
  w.close(tag);
}

/** The document element `CreateCustomerMeterDataSet`. */
export const CreateCustomerMeterDataSetElement = {
  namespace,
  name: 'CreateCustomerMeterDataSet',
  read: readCustomerMeterDataSetRequestMessageType,
  write(w: Writer, value: CustomerMeterDataSetRequestMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetRequestMessageType(w, 'm:CreateCustomerMeterDataSet', value);
  },
} as const;

/** The document element `ChangeCustomerMeterDataSet`. */
export const ChangeCustomerMeterDataSetElement = {
  namespace,
  name: 'ChangeCustomerMeterDataSet',
  read: readCustomerMeterDataSetRequestMessageType,
  write(w: Writer, value: CustomerMeterDataSetRequestMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetRequestMessageType(w, 'm:ChangeCustomerMeterDataSet', value);
  },
} as const;

/** The document element `CancelCustomerMeterDataSet`. */
export const CancelCustomerMeterDataSetElement = {
  namespace,
  name: 'CancelCustomerMeterDataSet',
  read: readCustomerMeterDataSetRequestMessageType,
  write(w: Writer, value: CustomerMeterDataSetRequestMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetRequestMessageType(w, 'm:CancelCustomerMeterDataSet', value);
  },
} as const;

/** The document element `CloseCustomerMeterDataSet`. */
export const CloseCustomerMeterDataSetElement = {
  namespace,
  name: 'CloseCustomerMeterDataSet',
  read: readCustomerMeterDataSetRequestMessageType,
  write(w: Writer, value: CustomerMeterDataSetRequestMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetRequestMessageType(w, 'm:CloseCustomerMeterDataSet', value);
  },
} as const;

/** The document element `DeleteCustomerMeterDataSet`. */
export const DeleteCustomerMeterDataSetElement = {
  namespace,
  name: 'DeleteCustomerMeterDataSet',
  read: readCustomerMeterDataSetRequestMessageType,
  write(w: Writer, value: CustomerMeterDataSetRequestMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetRequestMessageType(w, 'm:DeleteCustomerMeterDataSet', value);
  },
} as const;

/** The document element `CreatedCustomerMeterDataSet`. */
export const CreatedCustomerMeterDataSetElement = {
  namespace,
  name: 'CreatedCustomerMeterDataSet',
  read: readCustomerMeterDataSetEventMessageType,
  write(w: Writer, value: CustomerMeterDataSetEventMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetEventMessageType(w, 'm:CreatedCustomerMeterDataSet', value);
  },
} as const;

/** The document element `ChangedCustomerMeterDataSet`. */
export const ChangedCustomerMeterDataSetElement = {
  namespace,
  name: 'ChangedCustomerMeterDataSet',
  read: readCustomerMeterDataSetEventMessageType,
  write(w: Writer, value: CustomerMeterDataSetEventMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetEventMessageType(w, 'm:ChangedCustomerMeterDataSet', value);
  },
} as const;

/** The document element `CanceledCustomerMeterDataSet`. */
export const CanceledCustomerMeterDataSetElement = {
  namespace,
  name: 'CanceledCustomerMeterDataSet',
  read: readCustomerMeterDataSetEventMessageType,
  write(w: Writer, value: CustomerMeterDataSetEventMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetEventMessageType(w, 'm:CanceledCustomerMeterDataSet', value);
  },
} as const;

/** The document element `ClosedCustomerMeterDataSet`. */
export const ClosedCustomerMeterDataSetElement = {
  namespace,
  name: 'ClosedCustomerMeterDataSet',
  read: readCustomerMeterDataSetEventMessageType,
  write(w: Writer, value: CustomerMeterDataSetEventMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetEventMessageType(w, 'm:ClosedCustomerMeterDataSet', value);
  },
} as const;

/** The document element `DeletedCustomerMeterDataSet`. */
export const DeletedCustomerMeterDataSetElement = {
  namespace,
  name: 'DeletedCustomerMeterDataSet',
  read: readCustomerMeterDataSetEventMessageType,
  write(w: Writer, value: CustomerMeterDataSetEventMessageType): void {
    w.declare(declarations);
    writeCustomerMeterDataSetEventMessageType(w, 'm:DeletedCustomerMeterDataSet', value);
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

