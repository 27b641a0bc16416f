// Generated from OperationSetMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry several operations on several nouns at once. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/OperationSetMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/OperationSetMessage" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The operations; beside them packed content and a hint at its format. */
export interface OperationSetPayloadType {
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to carry out the operations. */
export interface OperationSetRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: OperationSetPayloadType;
}

/** Tells the outcome; each error names the operation it belongs to. */
export interface OperationSetResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: OperationSetPayloadType;
}

/** Reports operations that have been carried out. */
export interface OperationSetEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: OperationSetPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface OperationSetFaultMessageType {
  readonly Reply: Message.ReplyType;
}

export function readOperationSetPayloadType(c: Cursor): OperationSetPayloadType {
  const end = c.enter();
  const value: OperationSetPayloadType = {
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readOperationSetRequestMessageType(c: Cursor): OperationSetRequestMessageType {
  const end = c.enter();
  const value: OperationSetRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readOperationSetPayloadType),
  };
  c.leave(end);
  return value;
}

export function readOperationSetResponseMessageType(c: Cursor): OperationSetResponseMessageType {
  const end = c.enter();
  const value: OperationSetResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readOperationSetPayloadType),
  };
  c.leave(end);
  return value;
}

export function readOperationSetEventMessageType(c: Cursor): OperationSetEventMessageType {
  const end = c.enter();
  const value: OperationSetEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readOperationSetPayloadType),
  };
  c.leave(end);
  return value;
}

export function readOperationSetFaultMessageType(c: Cursor): OperationSetFaultMessageType {
  const end = c.enter();
  const value: OperationSetFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function writeOperationSetPayloadType(w: Writer, tag: string, value: OperationSetPayloadType): void {
  w.open(tag);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeOperationSetRequestMessageType(w: Writer, tag: string, value: OperationSetRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeOperationSetPayloadType);
  w.close(tag);
}

export function writeOperationSetResponseMessageType(w: Writer, tag: string, value: OperationSetResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeOperationSetPayloadType);
  w.close(tag);
}

export function writeOperationSetEventMessageType(w: Writer, tag: string, value: OperationSetEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeOperationSetPayloadType);
  w.close(tag);
}

export function writeOperationSetFaultMessageType(w: Writer, tag: string, value: OperationSetFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

/** The document element `ExecuteOperationSet`. */
export const ExecuteOperationSetElement = {
  namespace,
  name: 'ExecuteOperationSet',
  read: readOperationSetRequestMessageType,
  write(w: Writer, value: OperationSetRequestMessageType): void {
    w.declare(declarations);
    writeOperationSetRequestMessageType(w, 'm:ExecuteOperationSet', value);
  },
} as const;

/** The document element `ExecutedOperationSet`. */
export const ExecutedOperationSetElement = {
  namespace,
  name: 'ExecutedOperationSet',
  read: readOperationSetEventMessageType,
  write(w: Writer, value: OperationSetEventMessageType): void {
    w.declare(declarations);
    writeOperationSetEventMessageType(w, 'm:ExecutedOperationSet', value);
  },
} as const;

/** The document element `OperationSetResponseMessage`. */
export const OperationSetResponseMessageElement = {
  namespace,
  name: 'OperationSetResponseMessage',
  read: readOperationSetResponseMessageType,
  write(w: Writer, value: OperationSetResponseMessageType): void {
    w.declare(declarations);
    writeOperationSetResponseMessageType(w, 'm:OperationSetResponseMessage', value);
  },
} as const;

/** The document element `OperationSetFaultMessage`. */
export const OperationSetFaultMessageElement = {
  namespace,
  name: 'OperationSetFaultMessage',
  read: readOperationSetFaultMessageType,
  write(w: Writer, value: OperationSetFaultMessageType): void {
    w.declare(declarations);
    writeOperationSetFaultMessageType(w, 'm:OperationSetFaultMessage', value);
  },
} as const;

