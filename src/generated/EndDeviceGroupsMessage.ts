// Generated from EndDeviceGroupsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry EndDeviceGroups: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as EndDeviceGroups from './EndDeviceGroups.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceGroupsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/EndDeviceGroupsMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceGroups#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The EndDeviceGroups themselves; beside them operations, packed content and a hint at its format. */
export interface EndDeviceGroupsPayloadType {
  readonly EndDeviceGroups: EndDeviceGroups.EndDeviceGroups;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with EndDeviceGroups. */
export interface EndDeviceGroupsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: EndDeviceGroupsPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface EndDeviceGroupsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceGroupsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceGroupsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to EndDeviceGroups. */
export interface EndDeviceGroupsEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: EndDeviceGroupsPayloadType;
}

export function readEndDeviceGroupsPayloadType(c: Cursor): EndDeviceGroupsPayloadType {
  const end = c.enter();
  const value: EndDeviceGroupsPayloadType = {
    EndDeviceGroups: c.one(EndDeviceGroups.namespaceIdOf, 'EndDeviceGroups', EndDeviceGroups.readEndDeviceGroups),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroupsRequestMessageType(c: Cursor): EndDeviceGroupsRequestMessageType {
  const end = c.enter();
  const value: EndDeviceGroupsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroupsResponseMessageType(c: Cursor): EndDeviceGroupsResponseMessageType {
  const end = c.enter();
  const value: EndDeviceGroupsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroupsFaultMessageType(c: Cursor): EndDeviceGroupsFaultMessageType {
  const end = c.enter();
  const value: EndDeviceGroupsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroupsEventMessageType(c: Cursor): EndDeviceGroupsEventMessageType {
  const end = c.enter();
  const value: EndDeviceGroupsEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readEndDeviceGroupsPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeEndDeviceGroupsPayloadType(w: Writer, tag: string, value: EndDeviceGroupsPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceGroups', value.EndDeviceGroups, EndDeviceGroups.writeEndDeviceGroups);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeEndDeviceGroupsRequestMessageType(w: Writer, tag: string, value: EndDeviceGroupsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceGroupsPayloadType);
  w.close(tag);
}

export function writeEndDeviceGroupsResponseMessageType(w: Writer, tag: string, value: EndDeviceGroupsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceGroupsPayloadType);
  w.close(tag);
}

export function writeEndDeviceGroupsFaultMessageType(w: Writer, tag: string, value: EndDeviceGroupsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeEndDeviceGroupsEventMessageType(w: Writer, tag: string, value: EndDeviceGroupsEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceGroupsPayloadType);
  w.close(tag);
}

/** The document element `CreateEndDeviceGroups`. */
export const CreateEndDeviceGroupsElement = {
  namespace,
  name: 'CreateEndDeviceGroups',
  read: readEndDeviceGroupsRequestMessageType,
  write(w: Writer, value: EndDeviceGroupsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsRequestMessageType(w, 'm:CreateEndDeviceGroups', value);
  },
} as const;

/** The document element `ChangeEndDeviceGroups`. */
export const ChangeEndDeviceGroupsElement = {
  namespace,
  name: 'ChangeEndDeviceGroups',
  read: readEndDeviceGroupsRequestMessageType,
  write(w: Writer, value: EndDeviceGroupsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsRequestMessageType(w, 'm:ChangeEndDeviceGroups', value);
  },
} as const;

/** The document element `CancelEndDeviceGroups`. */
export const CancelEndDeviceGroupsElement = {
  namespace,
  name: 'CancelEndDeviceGroups',
  read: readEndDeviceGroupsRequestMessageType,
  write(w: Writer, value: EndDeviceGroupsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsRequestMessageType(w, 'm:CancelEndDeviceGroups', value);
  },
} as const;

/** The document element `CloseEndDeviceGroups`. */
export const CloseEndDeviceGroupsElement = {
  namespace,
  name: 'CloseEndDeviceGroups',
  read: readEndDeviceGroupsRequestMessageType,
  write(w: Writer, value: EndDeviceGroupsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsRequestMessageType(w, 'm:CloseEndDeviceGroups', value);
  },
} as const;

/** The document element `DeleteEndDeviceGroups`. */
export const DeleteEndDeviceGroupsElement = {
  namespace,
  name: 'DeleteEndDeviceGroups',
  read: readEndDeviceGroupsRequestMessageType,
  write(w: Writer, value: EndDeviceGroupsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsRequestMessageType(w, 'm:DeleteEndDeviceGroups', value);
  },
} as const;

/** The document element `CreatedEndDeviceGroups`. */
export const CreatedEndDeviceGroupsElement = {
  namespace,
  name: 'CreatedEndDeviceGroups',
  read: readEndDeviceGroupsEventMessageType,
  write(w: Writer, value: EndDeviceGroupsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsEventMessageType(w, 'm:CreatedEndDeviceGroups', value);
  },
} as const;

/** The document element `ChangedEndDeviceGroups`. */
export const ChangedEndDeviceGroupsElement = {
  namespace,
  name: 'ChangedEndDeviceGroups',
  read: readEndDeviceGroupsEventMessageType,
  write(w: Writer, value: EndDeviceGroupsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsEventMessageType(w, 'm:ChangedEndDeviceGroups', value);
  },
} as const;

/** The document element `CanceledEndDeviceGroups`. */
export const CanceledEndDeviceGroupsElement = {
  namespace,
  name: 'CanceledEndDeviceGroups',
  read: readEndDeviceGroupsEventMessageType,
  write(w: Writer, value: EndDeviceGroupsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsEventMessageType(w, 'm:CanceledEndDeviceGroups', value);
  },
} as const;

/** The document element `ClosedEndDeviceGroups`. */
export const ClosedEndDeviceGroupsElement = {
  namespace,
  name: 'ClosedEndDeviceGroups',
  read: readEndDeviceGroupsEventMessageType,
  write(w: Writer, value: EndDeviceGroupsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsEventMessageType(w, 'm:ClosedEndDeviceGroups', value);
  },
} as const;

/** The document element `DeletedEndDeviceGroups`. */
export const DeletedEndDeviceGroupsElement = {
  namespace,
  name: 'DeletedEndDeviceGroups',
  read: readEndDeviceGroupsEventMessageType,
  write(w: Writer, value: EndDeviceGroupsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsEventMessageType(w, 'm:DeletedEndDeviceGroups', value);
  },
} as const;

/** The document element `EndDeviceGroupsResponseMessage`. */
export const EndDeviceGroupsResponseMessageElement = {
  namespace,
  name: 'EndDeviceGroupsResponseMessage',
  read: readEndDeviceGroupsResponseMessageType,
  write(w: Writer, value: EndDeviceGroupsResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsResponseMessageType(w, 'm:EndDeviceGroupsResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceGroupsFaultMessage`. */
export const EndDeviceGroupsFaultMessageElement = {
  namespace,
  name: 'EndDeviceGroupsFaultMessage',
  read: readEndDeviceGroupsFaultMessageType,
  write(w: Writer, value: EndDeviceGroupsFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceGroupsFaultMessageType(w, 'm:EndDeviceGroupsFaultMessage', value);
  },
} as const;

