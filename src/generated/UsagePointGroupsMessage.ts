// Generated from UsagePointGroupsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry UsagePointGroups: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as UsagePointGroups from './UsagePointGroups.js';

export const namespace = 'http://iec.ch/TC57/2011/UsagePointGroupsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/UsagePointGroupsMessage" xmlns:obj="http://iec.ch/TC57/2011/UsagePointGroups#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The UsagePointGroups themselves; beside them operations, packed content and a hint at its format. */
export interface UsagePointGroupsPayloadType {
  readonly UsagePointGroups: UsagePointGroups.UsagePointGroups;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with UsagePointGroups. */
export interface UsagePointGroupsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: UsagePointGroupsPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface UsagePointGroupsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: UsagePointGroupsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface UsagePointGroupsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to UsagePointGroups. */
export interface UsagePointGroupsEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: UsagePointGroupsPayloadType;
}

export function readUsagePointGroupsPayloadType(c: Cursor): UsagePointGroupsPayloadType {
  const end = c.enter();
  const value: UsagePointGroupsPayloadType = {
    UsagePointGroups: c.one(UsagePointGroups.namespaceIdOf, 'UsagePointGroups', UsagePointGroups.readUsagePointGroups),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroupsRequestMessageType(c: Cursor): UsagePointGroupsRequestMessageType {
  const end = c.enter();
  const value: UsagePointGroupsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readUsagePointGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroupsResponseMessageType(c: Cursor): UsagePointGroupsResponseMessageType {
  const end = c.enter();
  const value: UsagePointGroupsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readUsagePointGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroupsFaultMessageType(c: Cursor): UsagePointGroupsFaultMessageType {
  const end = c.enter();
  const value: UsagePointGroupsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointGroupsEventMessageType(c: Cursor): UsagePointGroupsEventMessageType {
  const end = c.enter();
  const value: UsagePointGroupsEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readUsagePointGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeUsagePointGroupsPayloadType(w: Writer, tag: string, value: UsagePointGroupsPayloadType): void {
  w.open(tag);
  w.maybe('obj:UsagePointGroups', value.UsagePointGroups, UsagePointGroups.writeUsagePointGroups);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeUsagePointGroupsRequestMessageType(w: Writer, tag: string, value: UsagePointGroupsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeUsagePointGroupsPayloadType);
  w.close(tag);
}

export function writeUsagePointGroupsResponseMessageType(w: Writer, tag: string, value: UsagePointGroupsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeUsagePointGroupsPayloadType);
  w.close(tag);
}

export function writeUsagePointGroupsFaultMessageType(w: Writer, tag: string, value: UsagePointGroupsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeUsagePointGroupsEventMessageType(w: Writer, tag: string, value: UsagePointGroupsEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeUsagePointGroupsPayloadType);
  w.close(tag);
}

/** The document element `CreateUsagePointGroups`. */
export const CreateUsagePointGroupsElement = {
  namespace,
  name: 'CreateUsagePointGroups',
  read: readUsagePointGroupsRequestMessageType,
  write(w: Writer, value: UsagePointGroupsRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsRequestMessageType(w, 'm:CreateUsagePointGroups', value);
  },
} as const;

/** The document element `ChangeUsagePointGroups`. */
export const ChangeUsagePointGroupsElement = {
  namespace,
  name: 'ChangeUsagePointGroups',
  read: readUsagePointGroupsRequestMessageType,
  write(w: Writer, value: UsagePointGroupsRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsRequestMessageType(w, 'm:ChangeUsagePointGroups', value);
  },
} as const;

/** The document element `CancelUsagePointGroups`. */
export const CancelUsagePointGroupsElement = {
  namespace,
  name: 'CancelUsagePointGroups',
  read: readUsagePointGroupsRequestMessageType,
  write(w: Writer, value: UsagePointGroupsRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsRequestMessageType(w, 'm:CancelUsagePointGroups', value);
  },
} as const;

/** The document element `CloseUsagePointGroups`. */
export const CloseUsagePointGroupsElement = {
  namespace,
  name: 'CloseUsagePointGroups',
  read: readUsagePointGroupsRequestMessageType,
  write(w: Writer, value: UsagePointGroupsRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsRequestMessageType(w, 'm:CloseUsagePointGroups', value);
  },
} as const;

/** The document element `DeleteUsagePointGroups`. */
export const DeleteUsagePointGroupsElement = {
  namespace,
  name: 'DeleteUsagePointGroups',
  read: readUsagePointGroupsRequestMessageType,
  write(w: Writer, value: UsagePointGroupsRequestMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsRequestMessageType(w, 'm:DeleteUsagePointGroups', value);
  },
} as const;

/** The document element `CreatedUsagePointGroups`. */
export const CreatedUsagePointGroupsElement = {
  namespace,
  name: 'CreatedUsagePointGroups',
  read: readUsagePointGroupsEventMessageType,
  write(w: Writer, value: UsagePointGroupsEventMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsEventMessageType(w, 'm:CreatedUsagePointGroups', value);
  },
} as const;

/** The document element `ChangedUsagePointGroups`. */
export const ChangedUsagePointGroupsElement = {
  namespace,
  name: 'ChangedUsagePointGroups',
  read: readUsagePointGroupsEventMessageType,
  write(w: Writer, value: UsagePointGroupsEventMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsEventMessageType(w, 'm:ChangedUsagePointGroups', value);
  },
} as const;

/** The document element `CanceledUsagePointGroups`. */
export const CanceledUsagePointGroupsElement = {
  namespace,
  name: 'CanceledUsagePointGroups',
  read: readUsagePointGroupsEventMessageType,
  write(w: Writer, value: UsagePointGroupsEventMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsEventMessageType(w, 'm:CanceledUsagePointGroups', value);
  },
} as const;

/** The document element `ClosedUsagePointGroups`. */
export const ClosedUsagePointGroupsElement = {
  namespace,
  name: 'ClosedUsagePointGroups',
  read: readUsagePointGroupsEventMessageType,
  write(w: Writer, value: UsagePointGroupsEventMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsEventMessageType(w, 'm:ClosedUsagePointGroups', value);
  },
} as const;

/** The document element `DeletedUsagePointGroups`. */
export const DeletedUsagePointGroupsElement = {
  namespace,
  name: 'DeletedUsagePointGroups',
  read: readUsagePointGroupsEventMessageType,
  write(w: Writer, value: UsagePointGroupsEventMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsEventMessageType(w, 'm:DeletedUsagePointGroups', value);
  },
} as const;

/** The document element `UsagePointGroupsResponseMessage`. */
export const UsagePointGroupsResponseMessageElement = {
  namespace,
  name: 'UsagePointGroupsResponseMessage',
  read: readUsagePointGroupsResponseMessageType,
  write(w: Writer, value: UsagePointGroupsResponseMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsResponseMessageType(w, 'm:UsagePointGroupsResponseMessage', value);
  },
} as const;

/** The document element `UsagePointGroupsFaultMessage`. */
export const UsagePointGroupsFaultMessageElement = {
  namespace,
  name: 'UsagePointGroupsFaultMessage',
  read: readUsagePointGroupsFaultMessageType,
  write(w: Writer, value: UsagePointGroupsFaultMessageType): void {
    w.declare(declarations);
    writeUsagePointGroupsFaultMessageType(w, 'm:UsagePointGroupsFaultMessage', value);
  },
} as const;

