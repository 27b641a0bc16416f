// Generated from ComModuleConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry ComModuleConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as ComModuleConfig from './ComModuleConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/ComModuleConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/ComModuleConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/ComModuleConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The ComModuleConfig themselves; beside them operations, packed content and a hint at its format. */
export interface ComModuleConfigPayloadType {
  readonly ComModuleConfig: ComModuleConfig.ComModuleConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with ComModuleConfig. */
export interface ComModuleConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: ComModuleConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface ComModuleConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: ComModuleConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface ComModuleConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to ComModuleConfig. */
export interface ComModuleConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: ComModuleConfigPayloadType;
}

export function readComModuleConfigPayloadType(c: Cursor): ComModuleConfigPayloadType {
  const end = c.enter();
  const value: ComModuleConfigPayloadType = {
    ComModuleConfig: c.one(ComModuleConfig.namespaceIdOf, 'ComModuleConfig', ComModuleConfig.readComModuleConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readComModuleConfigRequestMessageType(c: Cursor): ComModuleConfigRequestMessageType {
  const end = c.enter();
  const value: ComModuleConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readComModuleConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readComModuleConfigResponseMessageType(c: Cursor): ComModuleConfigResponseMessageType {
  const end = c.enter();
  const value: ComModuleConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readComModuleConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readComModuleConfigFaultMessageType(c: Cursor): ComModuleConfigFaultMessageType {
  const end = c.enter();
  const value: ComModuleConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readComModuleConfigEventMessageType(c: Cursor): ComModuleConfigEventMessageType {
  const end = c.enter();
  const value: ComModuleConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readComModuleConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeComModuleConfigPayloadType(w: Writer, tag: string, value: ComModuleConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:ComModuleConfig', value.ComModuleConfig, ComModuleConfig.writeComModuleConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeComModuleConfigRequestMessageType(w: Writer, tag: string, value: ComModuleConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeComModuleConfigPayloadType);
  w.close(tag);
}

export function writeComModuleConfigResponseMessageType(w: Writer, tag: string, value: ComModuleConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeComModuleConfigPayloadType);
  w.close(tag);
}

export function writeComModuleConfigFaultMessageType(w: Writer, tag: string, value: ComModuleConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeComModuleConfigEventMessageType(w: Writer, tag: string, value: ComModuleConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeComModuleConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateComModuleConfig`. */
export const CreateComModuleConfigElement = {
  namespace,
  name: 'CreateComModuleConfig',
  read: readComModuleConfigRequestMessageType,
  write(w: Writer, value: ComModuleConfigRequestMessageType): void {
    w.declare(declarations);
    writeComModuleConfigRequestMessageType(w, 'm:CreateComModuleConfig', value);
  },
} as const;

/** The document element `ChangeComModuleConfig`. */
export const ChangeComModuleConfigElement = {
  namespace,
  name: 'ChangeComModuleConfig',
  read: readComModuleConfigRequestMessageType,
  write(w: Writer, value: ComModuleConfigRequestMessageType): void {
    w.declare(declarations);
    writeComModuleConfigRequestMessageType(w, 'm:ChangeComModuleConfig', value);
  },
} as const;

/** The document element `CancelComModuleConfig`. */
export const CancelComModuleConfigElement = {
  namespace,
  name: 'CancelComModuleConfig',
  read: readComModuleConfigRequestMessageType,
  write(w: Writer, value: ComModuleConfigRequestMessageType): void {
    w.declare(declarations);
    writeComModuleConfigRequestMessageType(w, 'm:CancelComModuleConfig', value);
  },
} as const;

/** The document element `CloseComModuleConfig`. */
export const CloseComModuleConfigElement = {
  namespace,
  name: 'CloseComModuleConfig',
  read: readComModuleConfigRequestMessageType,
  write(w: Writer, value: ComModuleConfigRequestMessageType): void {
    w.declare(declarations);
    writeComModuleConfigRequestMessageType(w, 'm:CloseComModuleConfig', value);
  },
} as const;

/** The document element `DeleteComModuleConfig`. */
export const DeleteComModuleConfigElement = {
  namespace,
  name: 'DeleteComModuleConfig',
  read: readComModuleConfigRequestMessageType,
  write(w: Writer, value: ComModuleConfigRequestMessageType): void {
    w.declare(declarations);
    writeComModuleConfigRequestMessageType(w, 'm:DeleteComModuleConfig', value);
  },
} as const;

/** The document element `CreatedComModuleConfig`. */
export const CreatedComModuleConfigElement = {
  namespace,
  name: 'CreatedComModuleConfig',
  read: readComModuleConfigEventMessageType,
  write(w: Writer, value: ComModuleConfigEventMessageType): void {
    w.declare(declarations);
    writeComModuleConfigEventMessageType(w, 'm:CreatedComModuleConfig', value);
  },
} as const;

/** The document element `ChangedComModuleConfig`. */
export const ChangedComModuleConfigElement = {
  namespace,
  name: 'ChangedComModuleConfig',
  read: readComModuleConfigEventMessageType,
  write(w: Writer, value: ComModuleConfigEventMessageType): void {
    w.declare(declarations);
    writeComModuleConfigEventMessageType(w, 'm:ChangedComModuleConfig', value);
  },
} as const;

/** The document element `CanceledComModuleConfig`. */
export const CanceledComModuleConfigElement = {
  namespace,
  name: 'CanceledComModuleConfig',
  read: readComModuleConfigEventMessageType,
  write(w: Writer, value: ComModuleConfigEventMessageType): void {
    w.declare(declarations);
    writeComModuleConfigEventMessageType(w, 'm:CanceledComModuleConfig', value);
  },
} as const;

/** The document element `ClosedComModuleConfig`. */
export const ClosedComModuleConfigElement = {
  namespace,
  name: 'ClosedComModuleConfig',
  read: readComModuleConfigEventMessageType,
  write(w: Writer, value: ComModuleConfigEventMessageType): void {
    w.declare(declarations);
    writeComModuleConfigEventMessageType(w, 'm:ClosedComModuleConfig', value);
  },
} as const;

/** The document element `DeletedComModuleConfig`. */
export const DeletedComModuleConfigElement = {
  namespace,
  name: 'DeletedComModuleConfig',
  read: readComModuleConfigEventMessageType,
  write(w: Writer, value: ComModuleConfigEventMessageType): void {
    w.declare(declarations);
    writeComModuleConfigEventMessageType(w, 'm:DeletedComModuleConfig', value);
  },
} as const;

/** The document element `ComModuleConfigResponseMessage`. */
export const ComModuleConfigResponseMessageElement = {
  namespace,
  name: 'ComModuleConfigResponseMessage',
  read: readComModuleConfigResponseMessageType,
  write(w: Writer, value: ComModuleConfigResponseMessageType): void {
    w.declare(declarations);
    writeComModuleConfigResponseMessageType(w, 'm:ComModuleConfigResponseMessage', value);
  },
} as const;

/** The document element `ComModuleConfigFaultMessage`. */
export const ComModuleConfigFaultMessageElement = {
  namespace,
  name: 'ComModuleConfigFaultMessage',
  read: readComModuleConfigFaultMessageType,
  write(w: Writer, value: ComModuleConfigFaultMessageType): void {
    w.declare(declarations);
    writeComModuleConfigFaultMessageType(w, 'm:ComModuleConfigFaultMessage', value);
  },
} as const;

