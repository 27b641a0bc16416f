// Generated from TransactionRecordMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry TransactionRecord: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as TransactionRecord from './TransactionRecord.js';

export const namespace = 'http://iec.ch/TC57/2011/TransactionRecordMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/TransactionRecordMessage" xmlns:obj="http://iec.ch/TC57/2011/TransactionRecord#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The TransactionRecord themselves; beside them operations, packed content and a hint at its format. */
export interface TransactionRecordPayloadType {
  readonly TransactionRecord: TransactionRecord.TransactionRecord;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with TransactionRecord. */
export interface TransactionRecordRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: TransactionRecordPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface TransactionRecordResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: TransactionRecordPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface TransactionRecordFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to TransactionRecord. */
export interface TransactionRecordEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: TransactionRecordPayloadType;
}

export function readTransactionRecordPayloadType(c: Cursor): TransactionRecordPayloadType {
  const end = c.enter();
  const value: TransactionRecordPayloadType = {
    TransactionRecord: c.one(TransactionRecord.namespaceIdOf, 'TransactionRecord', TransactionRecord.readTransactionRecord),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readTransactionRecordRequestMessageType(c: Cursor): TransactionRecordRequestMessageType {
  const end = c.enter();
  const value: TransactionRecordRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readTransactionRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readTransactionRecordResponseMessageType(c: Cursor): TransactionRecordResponseMessageType {
  const end = c.enter();
  const value: TransactionRecordResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readTransactionRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function readTransactionRecordFaultMessageType(c: Cursor): TransactionRecordFaultMessageType {
  const end = c.enter();
  const value: TransactionRecordFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readTransactionRecordEventMessageType(c: Cursor): TransactionRecordEventMessageType {
  const end = c.enter();
  const value: TransactionRecordEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readTransactionRecordPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeTransactionRecordPayloadType(w: Writer, tag: string, value: TransactionRecordPayloadType): void {
  w.open(tag);
  w.maybe('obj:TransactionRecord', value.TransactionRecord, TransactionRecord.writeTransactionRecord);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeTransactionRecordRequestMessageType(w: Writer, tag: string, value: TransactionRecordRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeTransactionRecordPayloadType);
  w.close(tag);
}

export function writeTransactionRecordResponseMessageType(w: Writer, tag: string, value: TransactionRecordResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeTransactionRecordPayloadType);
  w.close(tag);
}

export function writeTransactionRecordFaultMessageType(w: Writer, tag: string, value: TransactionRecordFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeTransactionRecordEventMessageType(w: Writer, tag: string, value: TransactionRecordEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeTransactionRecordPayloadType);
  w.close(tag);
}

/** The document element `CreateTransactionRecord`. */
export const CreateTransactionRecordElement = {
  namespace,
  name: 'CreateTransactionRecord',
  read: readTransactionRecordRequestMessageType,
  write(w: Writer, value: TransactionRecordRequestMessageType): void {
    w.declare(declarations);
    writeTransactionRecordRequestMessageType(w, 'm:CreateTransactionRecord', value);
  },
} as const;

/** The document element `ChangeTransactionRecord`. */
export const ChangeTransactionRecordElement = {
  namespace,
  name: 'ChangeTransactionRecord',
  read: readTransactionRecordRequestMessageType,
  write(w: Writer, value: TransactionRecordRequestMessageType): void {
    w.declare(declarations);
    writeTransactionRecordRequestMessageType(w, 'm:ChangeTransactionRecord', value);
  },
} as const;

/** The document element `CancelTransactionRecord`. */
export const CancelTransactionRecordElement = {
  namespace,
  name: 'CancelTransactionRecord',
  read: readTransactionRecordRequestMessageType,
  write(w: Writer, value: TransactionRecordRequestMessageType): void {
    w.declare(declarations);
    writeTransactionRecordRequestMessageType(w, 'm:CancelTransactionRecord', value);
  },
} as const;

/** The document element `CloseTransactionRecord`. */
export const CloseTransactionRecordElement = {
  namespace,
  name: 'CloseTransactionRecord',
  read: readTransactionRecordRequestMessageType,
  write(w: Writer, value: TransactionRecordRequestMessageType): void {
    w.declare(declarations);
    writeTransactionRecordRequestMessageType(w, 'm:CloseTransactionRecord', value);
  },
} as const;

/** The document element `DeleteTransactionRecord`. */
export const DeleteTransactionRecordElement = {
  namespace,
  name: 'DeleteTransactionRecord',
  read: readTransactionRecordRequestMessageType,
  write(w: Writer, value: TransactionRecordRequestMessageType): void {
    w.declare(declarations);
    writeTransactionRecordRequestMessageType(w, 'm:DeleteTransactionRecord', value);
  },
} as const;

/** The document element `CreatedTransactionRecord`. */
export const CreatedTransactionRecordElement = {
  namespace,
  name: 'CreatedTransactionRecord',
  read: readTransactionRecordEventMessageType,
  write(w: Writer, value: TransactionRecordEventMessageType): void {
    w.declare(declarations);
    writeTransactionRecordEventMessageType(w, 'm:CreatedTransactionRecord', value);
  },
} as const;

/** The document element `ChangedTransactionRecord`. */
export const ChangedTransactionRecordElement = {
  namespace,
  name: 'ChangedTransactionRecord',
  read: readTransactionRecordEventMessageType,
  write(w: Writer, value: TransactionRecordEventMessageType): void {
    w.declare(declarations);
    writeTransactionRecordEventMessageType(w, 'm:ChangedTransactionRecord', value);
  },
} as const;

/** The document element `CanceledTransactionRecord`. */
export const CanceledTransactionRecordElement = {
  namespace,
  name: 'CanceledTransactionRecord',
  read: readTransactionRecordEventMessageType,
  write(w: Writer, value: TransactionRecordEventMessageType): void {
    w.declare(declarations);
    writeTransactionRecordEventMessageType(w, 'm:CanceledTransactionRecord', value);
  },
} as const;

/** The document element `ClosedTransactionRecord`. */
export const ClosedTransactionRecordElement = {
  namespace,
  name: 'ClosedTransactionRecord',
  read: readTransactionRecordEventMessageType,
  write(w: Writer, value: TransactionRecordEventMessageType): void {
    w.declare(declarations);
    writeTransactionRecordEventMessageType(w, 'm:ClosedTransactionRecord', value);
  },
} as const;

/** The document element `DeletedTransactionRecord`. */
export const DeletedTransactionRecordElement = {
  namespace,
  name: 'DeletedTransactionRecord',
  read: readTransactionRecordEventMessageType,
  write(w: Writer, value: TransactionRecordEventMessageType): void {
    w.declare(declarations);
    writeTransactionRecordEventMessageType(w, 'm:DeletedTransactionRecord', value);
  },
} as const;

/** The document element `TransactionRecordResponseMessage`. */
export const TransactionRecordResponseMessageElement = {
  namespace,
  name: 'TransactionRecordResponseMessage',
  read: readTransactionRecordResponseMessageType,
  write(w: Writer, value: TransactionRecordResponseMessageType): void {
    w.declare(declarations);
    writeTransactionRecordResponseMessageType(w, 'm:TransactionRecordResponseMessage', value);
  },
} as const;

/** The document element `TransactionRecordFaultMessage`. */
export const TransactionRecordFaultMessageElement = {
  namespace,
  name: 'TransactionRecordFaultMessage',
  read: readTransactionRecordFaultMessageType,
  write(w: Writer, value: TransactionRecordFaultMessageType): void {
    w.declare(declarations);
    writeTransactionRecordFaultMessageType(w, 'm:TransactionRecordFaultMessage', value);
  },
} as const;

