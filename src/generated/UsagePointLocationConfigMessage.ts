// Generated from UsagePointLocationConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry UsagePointLocationConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as UsagePointLocationConfig from './UsagePointLocationConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/UsagePointLocationConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/UsagePointLocationConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/UsagePointLocationConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The UsagePointLocationConfig themselves; beside them operations, packed content and a hint at its format. */
export interface UsagePointLocationConfigPayloadType {
  readonly UsagePointLocationConfig: UsagePointLocationConfig.UsagePointLocationConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with UsagePointLocationConfig. */
export interface UsagePointLocationConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: UsagePointLocationConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface UsagePointLocationConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: UsagePointLocationConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface UsagePointLocationConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to UsagePointLocationConfig. */
export interface UsagePointLocationConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: UsagePointLocationConfigPayloadType;
}

export function readUsagePointLocationConfigPayloadType(c: Cursor): UsagePointLocationConfigPayloadType {
  const end = c.enter();
  const value: UsagePointLocationConfigPayloadType = {
    UsagePointLocationConfig: c.one(UsagePointLocationConfig.namespaceIdOf, 'UsagePointLocationConfig', UsagePointLocationConfig.readUsagePointLocationConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocationConfigRequestMessageType(c: Cursor): UsagePointLocationConfigRequestMessageType {
  const end = c.enter();
  const value: UsagePointLocationConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readUsagePointLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocationConfigResponseMessageType(c: Cursor): UsagePointLocationConfigResponseMessageType {
  const end = c.enter();
  const value: UsagePointLocationConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readUsagePointLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocationConfigFaultMessageType(c: Cursor): UsagePointLocationConfigFaultMessageType {
  const end = c.enter();
  const value: UsagePointLocationConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocationConfigEventMessageType(c: Cursor): UsagePointLocationConfigEventMessageType {
  const end = c.enter();
  const value: UsagePointLocationConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readUsagePointLocationConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeUsagePointLocationConfigPayloadType(w: Writer, tag: string, value: UsagePointLocationConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:UsagePointLocationConfig', value.UsagePointLocationConfig, UsagePointLocationConfig.writeUsagePointLocationConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeUsagePointLocationConfigRequestMessageType(w: Writer, tag: string, value: UsagePointLocationConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeUsagePointLocationConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointLocationConfigResponseMessageType(w: Writer, tag: string, value: UsagePointLocationConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeUsagePointLocationConfigPayloadType);
  w.close(tag);
}

export function writeUsagePointLocationConfigFaultMessageType(w: Writer, tag: string, value: UsagePointLocationConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeUsagePointLocationConfigEventMessageType(w: Writer, tag: string, value: UsagePointLocationConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeUsagePointLocationConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateUsagePointLocationConfig`. */
export const CreateUsagePointLocationConfigElement = {
  namespace,
  name: 'CreateUsagePointLocationConfig',
  read: readUsagePointLocationConfigRequestMessageType,
  write(w: Writer, value: UsagePointLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigRequestMessageType(w, 'm:CreateUsagePointLocationConfig', value);
  },
} as const;

/** The document element `ChangeUsagePointLocationConfig`. */
export const ChangeUsagePointLocationConfigElement = {
  namespace,
  name: 'ChangeUsagePointLocationConfig',
  read: readUsagePointLocationConfigRequestMessageType,
  write(w: Writer, value: UsagePointLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigRequestMessageType(w, 'm:ChangeUsagePointLocationConfig', value);
  },
} as const;

/** The document element `CancelUsagePointLocationConfig`. */
export const CancelUsagePointLocationConfigElement = {
  namespace,
  name: 'CancelUsagePointLocationConfig',
  read: readUsagePointLocationConfigRequestMessageType,
  write(w: Writer, value: UsagePointLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigRequestMessageType(w, 'm:CancelUsagePointLocationConfig', value);
  },
} as const;

/** The document element `CloseUsagePointLocationConfig`. */
export const CloseUsagePointLocationConfigElement = {
  namespace,
  name: 'CloseUsagePointLocationConfig',
  read: readUsagePointLocationConfigRequestMessageType,
  write(w: Writer, value: UsagePointLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigRequestMessageType(w, 'm:CloseUsagePointLocationConfig', value);
  },
} as const;

/** The document element `DeleteUsagePointLocationConfig`. */
export const DeleteUsagePointLocationConfigElement = {
  namespace,
  name: 'DeleteUsagePointLocationConfig',
  read: readUsagePointLocationConfigRequestMessageType,
  write(w: Writer, value: UsagePointLocationConfigRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigRequestMessageType(w, 'm:DeleteUsagePointLocationConfig', value);
  },
} as const;

/** The document element `CreatedUsagePointLocationConfig`. */
export const CreatedUsagePointLocationConfigElement = {
  namespace,
  name: 'CreatedUsagePointLocationConfig',
  read: readUsagePointLocationConfigEventMessageType,
  write(w: Writer, value: UsagePointLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigEventMessageType(w, 'm:CreatedUsagePointLocationConfig', value);
  },
} as const;

/** The document element `ChangedUsagePointLocationConfig`. */
export const ChangedUsagePointLocationConfigElement = {
  namespace,
  name: 'ChangedUsagePointLocationConfig',
  read: readUsagePointLocationConfigEventMessageType,
  write(w: Writer, value: UsagePointLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigEventMessageType(w, 'm:ChangedUsagePointLocationConfig', value);
  },
} as const;

/** The document element `CanceledUsagePointLocationConfig`. */
export const CanceledUsagePointLocationConfigElement = {
  namespace,
  name: 'CanceledUsagePointLocationConfig',
  read: readUsagePointLocationConfigEventMessageType,
  write(w: Writer, value: UsagePointLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigEventMessageType(w, 'm:CanceledUsagePointLocationConfig', value);
  },
} as const;

/** The document element `ClosedUsagePointLocationConfig`. */
export const ClosedUsagePointLocationConfigElement = {
  namespace,
  name: 'ClosedUsagePointLocationConfig',
  read: readUsagePointLocationConfigEventMessageType,
  write(w: Writer, value: UsagePointLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigEventMessageType(w, 'm:ClosedUsagePointLocationConfig', value);
  },
} as const;

/** The document element `DeletedUsagePointLocationConfig`. */
export const DeletedUsagePointLocationConfigElement = {
  namespace,
  name: 'DeletedUsagePointLocationConfig',
  read: readUsagePointLocationConfigEventMessageType,
  write(w: Writer, value: UsagePointLocationConfigEventMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigEventMessageType(w, 'm:DeletedUsagePointLocationConfig', value);
  },
} as const;

/** The document element `UsagePointLocationConfigResponseMessage`. */
export const UsagePointLocationConfigResponseMessageElement = {
  namespace,
  name: 'UsagePointLocationConfigResponseMessage',
  read: readUsagePointLocationConfigResponseMessageType,
  write(w: Writer, value: UsagePointLocationConfigResponseMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigResponseMessageType(w, 'm:UsagePointLocationConfigResponseMessage', value);
  },
} as const;

/** The document element `UsagePointLocationConfigFaultMessage`. */
export const UsagePointLocationConfigFaultMessageElement = {
  namespace,
  name: 'UsagePointLocationConfigFaultMessage',
  read: readUsagePointLocationConfigFaultMessageType,
  write(w: Writer, value: UsagePointLocationConfigFaultMessageType): void {
    w.declare(declarations);
    writeUsagePointLocationConfigFaultMessageType(w, 'm:UsagePointLocationConfigFaultMessage', value);
  },
} as const;

