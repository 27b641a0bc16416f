// Generated from ReceiptRecordMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry ReceiptRecord: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as ReceiptRecord from './ReceiptRecord.js';

export const namespace = 'http://iec.ch/TC57/2011/ReceiptRecordMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/ReceiptRecordMessage" xmlns:obj="http://iec.ch/TC57/2011/ReceiptRecord#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The ReceiptRecord themselves; beside them operations, packed content and a hint at its format. */
export interface ReceiptRecordPayloadType {
  readonly ReceiptRecord: ReceiptRecord.ReceiptRecord;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with ReceiptRecord. */
export interface ReceiptRecordRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: ReceiptRecordPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface ReceiptRecordResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ReceiptRecordPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ReceiptRecordFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to ReceiptRecord. */
export interface ReceiptRecordEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: ReceiptRecordPayloadType;
}

export function readReceiptRecordPayloadType(c: Cursor): ReceiptRecordPayloadType {
  const end = c.enter();
  const value: ReceiptRecordPayloadType = {
    ReceiptRecord: c.one(ReceiptRecord.namespaceIdOf, 'ReceiptRecord', ReceiptRecord.readReceiptRecord),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readReceiptRecordRequestMessageType(c: Cursor): ReceiptRecordRequestMessageType {
  const end = c.enter();
  const value: ReceiptRecordRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readReceiptRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readReceiptRecordResponseMessageType(c: Cursor): ReceiptRecordResponseMessageType {
  const end = c.enter();
  const value: ReceiptRecordResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readReceiptRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readReceiptRecordFaultMessageType(c: Cursor): ReceiptRecordFaultMessageType {
  const end = c.enter();
  const value: ReceiptRecordFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readReceiptRecordEventMessageType(c: Cursor): ReceiptRecordEventMessageType {
  const end = c.enter();
  const value: ReceiptRecordEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readReceiptRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeReceiptRecordPayloadType(w: Writer, tag: string, value: ReceiptRecordPayloadType): void {
  w.open(tag);
  w.maybe('obj:ReceiptRecord', value.ReceiptRecord, ReceiptRecord.writeReceiptRecord);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeReceiptRecordRequestMessageType(w: Writer, tag: string, value: ReceiptRecordRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeReceiptRecordPayloadType);
  w.close(tag);
}

export function writeReceiptRecordResponseMessageType(w: Writer, tag: string, value: ReceiptRecordResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeReceiptRecordPayloadType);
  w.close(tag);
}

export function writeReceiptRecordFaultMessageType(w: Writer, tag: string, value: ReceiptRecordFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeReceiptRecordEventMessageType(w: Writer, tag: string, value: ReceiptRecordEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeReceiptRecordPayloadType);
  w.close(tag);
}

/** The document element `CreateReceiptRecord`. */
export const CreateReceiptRecordElement = {
  namespace,
  name: 'CreateReceiptRecord',
  read: readReceiptRecordRequestMessageType,
  write(w: Writer, value: ReceiptRecordRequestMessageType): void {
    w.declare(declarations);
    writeReceiptRecordRequestMessageType(w, 'm:CreateReceiptRecord', value);
  },
} as const;

/** The document element `ChangeReceiptRecord`. */
export const ChangeReceiptRecordElement = {
  namespace,
  name: 'ChangeReceiptRecord',
  read: readReceiptRecordRequestMessageType,
  write(w: Writer, value: ReceiptRecordRequestMessageType): void {
    w.declare(declarations);
    writeReceiptRecordRequestMessageType(w, 'm:ChangeReceiptRecord', value);
  },
} as const;

/** The document element `CancelReceiptRecord`. */
export const CancelReceiptRecordElement = {
  namespace,
  name: 'CancelReceiptRecord',
  read: readReceiptRecordRequestMessageType,
  write(w: Writer, value: ReceiptRecordRequestMessageType): void {
    w.declare(declarations);
    writeReceiptRecordRequestMessageType(w, 'm:CancelReceiptRecord', value);
  },
} as const;

/** The document element `CloseReceiptRecord`. */
export const CloseReceiptRecordElement = {
  namespace,
  name: 'CloseReceiptRecord',
  read: readReceiptRecordRequestMessageType,
  write(w: Writer, value: ReceiptRecordRequestMessageType): void {
    w.declare(declarations);
    writeReceiptRecordRequestMessageType(w, 'm:CloseReceiptRecord', value);
  },
} as const;

/** The document element `DeleteReceiptRecord`. */
export const DeleteReceiptRecordElement = {
  namespace,
  name: 'DeleteReceiptRecord',
  read: readReceiptRecordRequestMessageType,
  write(w: Writer, value: ReceiptRecordRequestMessageType): void {
    w.declare(declarations);
    writeReceiptRecordRequestMessageType(w, 'm:DeleteReceiptRecord', value);
  },
} as const;

/** The document element `CreatedReceiptRecord`. */
export const CreatedReceiptRecordElement = {
  namespace,
  name: 'CreatedReceiptRecord',
  read: readReceiptRecordEventMessageType,
  write(w: Writer, value: ReceiptRecordEventMessageType): void {
    w.declare(declarations);
    writeReceiptRecordEventMessageType(w, 'm:CreatedReceiptRecord', value);
  },
} as const;

/** The document element `ChangedReceiptRecord`. */
export const ChangedReceiptRecordElement = {
  namespace,
  name: 'ChangedReceiptRecord',
  read: readReceiptRecordEventMessageType,
  write(w: Writer, value: ReceiptRecordEventMessageType): void {
    w.declare(declarations);
    writeReceiptRecordEventMessageType(w, 'm:ChangedReceiptRecord', value);
  },
} as const;

/** The document element `CanceledReceiptRecord`. */
export const CanceledReceiptRecordElement = {
  namespace,
  name: 'CanceledReceiptRecord',
  read: readReceiptRecordEventMessageType,
  write(w: Writer, value: ReceiptRecordEventMessageType): void {
    w.declare(declarations);
    writeReceiptRecordEventMessageType(w, 'm:CanceledReceiptRecord', value);
  },
} as const;

/** The document element `ClosedReceiptRecord`. */
export const ClosedReceiptRecordElement = {
  namespace,
  name: 'ClosedReceiptRecord',
  read: readReceiptRecordEventMessageType,
  write(w: Writer, value: ReceiptRecordEventMessageType): void {
    w.declare(declarations);
    writeReceiptRecordEventMessageType(w, 'm:ClosedReceiptRecord', value);
  },
} as const;

/** The document element `DeletedReceiptRecord`. */
export const DeletedReceiptRecordElement = {
  namespace,
  name: 'DeletedReceiptRecord',
  read: readReceiptRecordEventMessageType,
  write(w: Writer, value: ReceiptRecordEventMessageType): void {
    w.declare(declarations);
    writeReceiptRecordEventMessageType(w, 'm:DeletedReceiptRecord', value);
  },
} as const;

/** The document element `ReceiptRecordResponseMessage`. */
export const ReceiptRecordResponseMessageElement = {
  namespace,
  name: 'ReceiptRecordResponseMessage',
  read: readReceiptRecordResponseMessageType,
  write(w: Writer, value: ReceiptRecordResponseMessageType): void {
    w.declare(declarations);
    writeReceiptRecordResponseMessageType(w, 'm:ReceiptRecordResponseMessage', value);
  },
} as const;

/** The document element `ReceiptRecordFaultMessage`. */
export const ReceiptRecordFaultMessageElement = {
  namespace,
  name: 'ReceiptRecordFaultMessage',
  read: readReceiptRecordFaultMessageType,
  write(w: Writer, value: ReceiptRecordFaultMessageType): void {
    w.declare(declarations);
    writeReceiptRecordFaultMessageType(w, 'm:ReceiptRecordFaultMessage', value);
  },
} as const;

