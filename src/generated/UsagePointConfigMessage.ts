// Generated from UsagePointConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry UsagePointConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as UsagePointConfig from './UsagePointConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/UsagePointConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/UsagePointConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/UsagePointConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The UsagePointConfig themselves; beside them operations, packed content and a hint at its format. */
export interface UsagePointConfigPayloadType {
  readonly UsagePointConfig: UsagePointConfig.UsagePointConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with UsagePointConfig. */
export interface UsagePointConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: UsagePointConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface UsagePointConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: UsagePointConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface UsagePointConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to UsagePointConfig. */
export interface UsagePointConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: UsagePointConfigPayloadType;
}

export function readUsagePointConfigPayloadType(c: Cursor): UsagePointConfigPayloadType {
  const end = c.enter();
  const value: UsagePointConfigPayloadType = {
    UsagePointConfig: c.one(UsagePointConfig.namespaceIdOf, 'UsagePointConfig', UsagePointConfig.readUsagePointConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readUsagePointConfigRequestMessageType(c: Cursor): UsagePointConfigRequestMessageType {
  const end = c.enter();
  const value: UsagePointConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readUsagePointConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointConfigResponseMessageType(c: Cursor): UsagePointConfigResponseMessageType {
  const end = c.enter();
  const value: UsagePointConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readUsagePointConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointConfigFaultMessageType(c: Cursor): UsagePointConfigFaultMessageType {
  const end = c.enter();
  const value: UsagePointConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointConfigEventMessageType(c: Cursor): UsagePointConfigEventMessageType {
  const end = c.enter();
  const value: UsagePointConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readUsagePointConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeUsagePointConfigPayloadType(w: Writer, tag: string, value: UsagePointConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:UsagePointConfig', value.UsagePointConfig, UsagePointConfig.writeUsagePointConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeUsagePointConfigRequestMessageType(w: Writer, tag: string, value: UsagePointConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeUsagePointConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointConfigResponseMessageType(w: Writer, tag: string, value: UsagePointConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeUsagePointConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointConfigFaultMessageType(w: Writer, tag: string, value: UsagePointConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeUsagePointConfigEventMessageType(w: Writer, tag: string, value: UsagePointConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeUsagePointConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateUsagePointConfig`. */
export const CreateUsagePointConfigElement = {
  namespace,
  name: 'CreateUsagePointConfig',
  read: readUsagePointConfigRequestMessageType,
  write(w: Writer, value: UsagePointConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigRequestMessageType(w, 'm:CreateUsagePointConfig', value);
  },
} as const;

/** The document element `ChangeUsagePointConfig`. */
export const ChangeUsagePointConfigElement = {
  namespace,
  name: 'ChangeUsagePointConfig',
  read: readUsagePointConfigRequestMessageType,
  write(w: Writer, value: UsagePointConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigRequestMessageType(w, 'm:ChangeUsagePointConfig', value);
  },
} as const;

/** The document element `CancelUsagePointConfig`. */
export const CancelUsagePointConfigElement = {
  namespace,
  name: 'CancelUsagePointConfig',
  read: readUsagePointConfigRequestMessageType,
  write(w: Writer, value: UsagePointConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigRequestMessageType(w, 'm:CancelUsagePointConfig', value);
  },
} as const;

/** The document element `CloseUsagePointConfig`. */
export const CloseUsagePointConfigElement = {
  namespace,
  name: 'CloseUsagePointConfig',
  read: readUsagePointConfigRequestMessageType,
  write(w: Writer, value: UsagePointConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigRequestMessageType(w, 'm:CloseUsagePointConfig', value);
  },
} as const;

/** The document element `DeleteUsagePointConfig`. */
export const DeleteUsagePointConfigElement = {
  namespace,
  name: 'DeleteUsagePointConfig',
  read: readUsagePointConfigRequestMessageType,
  write(w: Writer, value: UsagePointConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigRequestMessageType(w, 'm:DeleteUsagePointConfig', value);
  },
} as const;

/** The document element `CreatedUsagePointConfig`. */
export const CreatedUsagePointConfigElement = {
  namespace,
  name: 'CreatedUsagePointConfig',
  read: readUsagePointConfigEventMessageType,
  write(w: Writer, value: UsagePointConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigEventMessageType(w, 'm:CreatedUsagePointConfig', value);
  },
} as const;

/** The document element `ChangedUsagePointConfig`. */
export const ChangedUsagePointConfigElement = {
  namespace,
  name: 'ChangedUsagePointConfig',
  read: readUsagePointConfigEventMessageType,
  write(w: Writer, value: UsagePointConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigEventMessageType(w, 'm:ChangedUsagePointConfig', value);
  },
} as const;

/** The document element `CanceledUsagePointConfig`. */
export const CanceledUsagePointConfigElement = {
  namespace,
  name: 'CanceledUsagePointConfig',
  read: readUsagePointConfigEventMessageType,
  write(w: Writer, value: UsagePointConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigEventMessageType(w, 'm:CanceledUsagePointConfig', value);
  },
} as const;

/** The document element `ClosedUsagePointConfig`. */
export const ClosedUsagePointConfigElement = {
  namespace,
  name: 'ClosedUsagePointConfig',
  read: readUsagePointConfigEventMessageType,
  write(w: Writer, value: UsagePointConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigEventMessageType(w, 'm:ClosedUsagePointConfig', value);
  },
} as const;

/** The document element `DeletedUsagePointConfig`. */
export const DeletedUsagePointConfigElement = {
  namespace,
  name: 'DeletedUsagePointConfig',
  read: readUsagePointConfigEventMessageType,
  write(w: Writer, value: UsagePointConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigEventMessageType(w, 'm:DeletedUsagePointConfig', value);
  },
} as const;

/** The document element `UsagePointConfigResponseMessage`. */
export const UsagePointConfigResponseMessageElement = {
  namespace,
  name: 'UsagePointConfigResponseMessage',
  read: readUsagePointConfigResponseMessageType,
  write(w: Writer, value: UsagePointConfigResponseMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigResponseMessageType(w, 'm:UsagePointConfigResponseMessage', value);
  },
} as const;

/** The document element `UsagePointConfigFaultMessage`. */
export const UsagePointConfigFaultMessageElement = {
  namespace,
  name: 'UsagePointConfigFaultMessage',
  read: readUsagePointConfigFaultMessageType,
  write(w: Writer, value: UsagePointConfigFaultMessageType): void {
    w.declare(declarations);
    writeUsagePointConfigFaultMessageType(w, 'm:UsagePointConfigFaultMessage', value);
  },
} as const;

