// Generated from EndDeviceEventsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry EndDeviceEvents: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as EndDeviceEvents from './EndDeviceEvents.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceEventsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/EndDeviceEventsMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceEvents#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The EndDeviceEvents themselves; beside them operations, packed content and a hint at its format. */
export interface EndDeviceEventsPayloadType {
  readonly EndDeviceEvents: EndDeviceEvents.EndDeviceEvents;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with EndDeviceEvents. */
export interface EndDeviceEventsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: EndDeviceEventsPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface EndDeviceEventsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceEventsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceEventsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to EndDeviceEvents. */
export interface EndDeviceEventsEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: EndDeviceEventsPayloadType;
}

export function readEndDeviceEventsPayloadType(c: Cursor): EndDeviceEventsPayloadType {
  const end = c.enter();
  const value: EndDeviceEventsPayloadType = {
    EndDeviceEvents: c.one(EndDeviceEvents.namespaceIdOf, 'EndDeviceEvents', EndDeviceEvents.readEndDeviceEvents),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventsRequestMessageType(c: Cursor): EndDeviceEventsRequestMessageType {
  const end = c.enter();
  const value: EndDeviceEventsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceEventsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventsResponseMessageType(c: Cursor): EndDeviceEventsResponseMessageType {
  const end = c.enter();
  const value: EndDeviceEventsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceEventsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventsFaultMessageType(c: Cursor): EndDeviceEventsFaultMessageType {
  const end = c.enter();
  const value: EndDeviceEventsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceEventsEventMessageType(c: Cursor): EndDeviceEventsEventMessageType {
  const end = c.enter();
  const value: EndDeviceEventsEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readEndDeviceEventsPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeEndDeviceEventsPayloadType(w: Writer, tag: string, value: EndDeviceEventsPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceEvents', value.EndDeviceEvents, EndDeviceEvents.writeEndDeviceEvents);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeEndDeviceEventsRequestMessageType(w: Writer, tag: string, value: EndDeviceEventsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceEventsPayloadType);
  w.close(tag);
}

export function writeEndDeviceEventsResponseMessageType(w: Writer, tag: string, value: EndDeviceEventsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceEventsPayloadType);
  w.close(tag);
}

export function writeEndDeviceEventsFaultMessageType(w: Writer, tag: string, value: EndDeviceEventsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeEndDeviceEventsEventMessageType(w: Writer, tag: string, value: EndDeviceEventsEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceEventsPayloadType);
  w.close(tag);
}

/** The document element `CreateEndDeviceEvents`. */
export const CreateEndDeviceEventsElement = {
  namespace,
  name: 'CreateEndDeviceEvents',
  read: readEndDeviceEventsRequestMessageType,
  write(w: Writer, value: EndDeviceEventsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsRequestMessageType(w, 'm:CreateEndDeviceEvents', value);
  },
} as const;

/** The document element `ChangeEndDeviceEvents`. */
export const ChangeEndDeviceEventsElement = {
  namespace,
  name: 'ChangeEndDeviceEvents',
  read: readEndDeviceEventsRequestMessageType,
  write(w: Writer, value: EndDeviceEventsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsRequestMessageType(w, 'm:ChangeEndDeviceEvents', value);
  },
} as const;

/** The document element `CancelEndDeviceEvents`. */
export const CancelEndDeviceEventsElement = {
  namespace,
  name: 'CancelEndDeviceEvents',
  read: readEndDeviceEventsRequestMessageType,
  write(w: Writer, value: EndDeviceEventsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsRequestMessageType(w, 'm:CancelEndDeviceEvents', value);
  },
} as const;

/** The document element `CloseEndDeviceEvents`. */
export const CloseEndDeviceEventsElement = {
  namespace,
  name: 'CloseEndDeviceEvents',
  read: readEndDeviceEventsRequestMessageType,
  write(w: Writer, value: EndDeviceEventsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsRequestMessageType(w, 'm:CloseEndDeviceEvents', value);
  },
} as const;

/** The document element `DeleteEndDeviceEvents`. */
export const DeleteEndDeviceEventsElement = {
  namespace,
  name: 'DeleteEndDeviceEvents',
  read: readEndDeviceEventsRequestMessageType,
  write(w: Writer, value: EndDeviceEventsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsRequestMessageType(w, 'm:DeleteEndDeviceEvents', value);
  },
} as const;

/** The document element `CreatedEndDeviceEvents`. */
export const CreatedEndDeviceEventsElement = {
  namespace,
  name: 'CreatedEndDeviceEvents',
  read: readEndDeviceEventsEventMessageType,
  write(w: Writer, value: EndDeviceEventsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsEventMessageType(w, 'm:CreatedEndDeviceEvents', value);
  },
} as const;

/** The document element `ChangedEndDeviceEvents`. */
export const ChangedEndDeviceEventsElement = {
  namespace,
  name: 'ChangedEndDeviceEvents',
  read: readEndDeviceEventsEventMessageType,
  write(w: Writer, value: EndDeviceEventsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsEventMessageType(w, 'm:ChangedEndDeviceEvents', value);
  },
} as const;

/** The document element `CanceledEndDeviceEvents`. */
export const CanceledEndDeviceEventsElement = {
  namespace,
  name: 'CanceledEndDeviceEvents',
  read: readEndDeviceEventsEventMessageType,
  write(w: Writer, value: EndDeviceEventsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsEventMessageType(w, 'm:CanceledEndDeviceEvents', value);
  },
} as const;

/** The document element `ClosedEndDeviceEvents`. */
export const ClosedEndDeviceEventsElement = {
  namespace,
  name: 'ClosedEndDeviceEvents',
  read: readEndDeviceEventsEventMessageType,
  write(w: Writer, value: EndDeviceEventsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsEventMessageType(w, 'm:ClosedEndDeviceEvents', value);
  },
} as const;

/** The document element `DeletedEndDeviceEvents`. */
export const DeletedEndDeviceEventsElement = {
  namespace,
  name: 'DeletedEndDeviceEvents',
  read: readEndDeviceEventsEventMessageType,
  write(w: Writer, value: EndDeviceEventsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsEventMessageType(w, 'm:DeletedEndDeviceEvents', value);
  },
} as const;

/** The document element `EndDeviceEventsResponseMessage`. */
export const EndDeviceEventsResponseMessageElement = {
  namespace,
  name: 'EndDeviceEventsResponseMessage',
  read: readEndDeviceEventsResponseMessageType,
  write(w: Writer, value: EndDeviceEventsResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsResponseMessageType(w, 'm:EndDeviceEventsResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceEventsFaultMessage`. */
export const EndDeviceEventsFaultMessageElement = {
  namespace,
  name: 'EndDeviceEventsFaultMessage',
  read: readEndDeviceEventsFaultMessageType,
  write(w: Writer, value: EndDeviceEventsFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceEventsFaultMessageType(w, 'm:EndDeviceEventsFaultMessage', value);
  },
} as const;

