// Generated from EndDeviceControlsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry EndDeviceControls: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as EndDeviceControls from './EndDeviceControls.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceControlsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/EndDeviceControlsMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceControls#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The EndDeviceControls themselves; beside them operations, packed content and a hint at its format. */
export interface EndDeviceControlsPayloadType {
  readonly EndDeviceControls: EndDeviceControls.EndDeviceControls;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with EndDeviceControls. */
export interface EndDeviceControlsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: EndDeviceControlsPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface EndDeviceControlsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceControlsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceControlsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to EndDeviceControls. */
export interface EndDeviceControlsEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: EndDeviceControlsPayloadType;
}

export function readEndDeviceControlsPayloadType(c: Cursor): EndDeviceControlsPayloadType {
  const end = c.enter();
  const value: EndDeviceControlsPayloadType = {
    EndDeviceControls: c.one(EndDeviceControls.namespaceIdOf, 'EndDeviceControls', EndDeviceControls.readEndDeviceControls),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceControlsRequestMessageType(c: Cursor): EndDeviceControlsRequestMessageType {
  const end = c.enter();
  const value: EndDeviceControlsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceControlsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceControlsResponseMessageType(c: Cursor): EndDeviceControlsResponseMessageType {
  const end = c.enter();
  const value: EndDeviceControlsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceControlsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceControlsFaultMessageType(c: Cursor): EndDeviceControlsFaultMessageType {
  const end = c.enter();
  const value: EndDeviceControlsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceControlsEventMessageType(c: Cursor): EndDeviceControlsEventMessageType {
  const end = c.enter();
  const value: EndDeviceControlsEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readEndDeviceControlsPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeEndDeviceControlsPayloadType(w: Writer, tag: string, value: EndDeviceControlsPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceControls', value.EndDeviceControls, EndDeviceControls.writeEndDeviceControls);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeEndDeviceControlsRequestMessageType(w: Writer, tag: string, value: EndDeviceControlsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceControlsPayloadType);
  w.close(tag);
}

export function writeEndDeviceControlsResponseMessageType(w: Writer, tag: string, value: EndDeviceControlsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceControlsPayloadType);
  w.close(tag);
}

export function writeEndDeviceControlsFaultMessageType(w: Writer, tag: string, value: EndDeviceControlsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeEndDeviceControlsEventMessageType(w: Writer, tag: string, value: EndDeviceControlsEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceControlsPayloadType);
  w.close(tag);
}

/** The document element `CreateEndDeviceControls`. */
export const CreateEndDeviceControlsElement = {
  namespace,
  name: 'CreateEndDeviceControls',
  read: readEndDeviceControlsRequestMessageType,
  write(w: Writer, value: EndDeviceControlsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsRequestMessageType(w, 'm:CreateEndDeviceControls', value);
  },
} as const;

/** The document element `ChangeEndDeviceControls`. */
export const ChangeEndDeviceControlsElement = {
  namespace,
  name: 'ChangeEndDeviceControls',
  read: readEndDeviceControlsRequestMessageType,
  write(w: Writer, value: EndDeviceControlsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsRequestMessageType(w, 'm:ChangeEndDeviceControls', value);
  },
} as const;

/** The document element `CancelEndDeviceControls`. */
export const CancelEndDeviceControlsElement = {
  namespace,
  name: 'CancelEndDeviceControls',
  read: readEndDeviceControlsRequestMessageType,
  write(w: Writer, value: EndDeviceControlsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsRequestMessageType(w, 'm:CancelEndDeviceControls', value);
  },
} as const;

/** The document element `CloseEndDeviceControls`. */
export const CloseEndDeviceControlsElement = {
  namespace,
  name: 'CloseEndDeviceControls',
  read: readEndDeviceControlsRequestMessageType,
  write(w: Writer, value: EndDeviceControlsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsRequestMessageType(w, 'm:CloseEndDeviceControls', value);
  },
} as const;

/** The document element `DeleteEndDeviceControls`. */
export const DeleteEndDeviceControlsElement = {
  namespace,
  name: 'DeleteEndDeviceControls',
  read: readEndDeviceControlsRequestMessageType,
  write(w: Writer, value: EndDeviceControlsRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsRequestMessageType(w, 'm:DeleteEndDeviceControls', value);
  },
} as const;

/** The document element `CreatedEndDeviceControls`. */
export const CreatedEndDeviceControlsElement = {
  namespace,
  name: 'CreatedEndDeviceControls',
  read: readEndDeviceControlsEventMessageType,
  write(w: Writer, value: EndDeviceControlsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsEventMessageType(w, 'm:CreatedEndDeviceControls', value);
  },
} as const;

/** The document element `ChangedEndDeviceControls`. */
export const ChangedEndDeviceControlsElement = {
  namespace,
  name: 'ChangedEndDeviceControls',
  read: readEndDeviceControlsEventMessageType,
  write(w: Writer, value: EndDeviceControlsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsEventMessageType(w, 'm:ChangedEndDeviceControls', value);
  },
} as const;

/** The document element `CanceledEndDeviceControls`. */
export const CanceledEndDeviceControlsElement = {
  namespace,
  name: 'CanceledEndDeviceControls',
  read: readEndDeviceControlsEventMessageType,
  write(w: Writer, value: EndDeviceControlsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsEventMessageType(w, 'm:CanceledEndDeviceControls', value);
  },
} as const;

/** The document element `ClosedEndDeviceControls`. */
export const ClosedEndDeviceControlsElement = {
  namespace,
  name: 'ClosedEndDeviceControls',
  read: readEndDeviceControlsEventMessageType,
  write(w: Writer, value: EndDeviceControlsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsEventMessageType(w, 'm:ClosedEndDeviceControls', value);
  },
} as const;

/** The document element `DeletedEndDeviceControls`. */
export const DeletedEndDeviceControlsElement = {
  namespace,
  name: 'DeletedEndDeviceControls',
  read: readEndDeviceControlsEventMessageType,
  write(w: Writer, value: EndDeviceControlsEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsEventMessageType(w, 'm:DeletedEndDeviceControls', value);
  },
} as const;

/** The document element `EndDeviceControlsResponseMessage`. */
export const EndDeviceControlsResponseMessageElement = {
  namespace,
  name: 'EndDeviceControlsResponseMessage',
  read: readEndDeviceControlsResponseMessageType,
  write(w: Writer, value: EndDeviceControlsResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsResponseMessageType(w, 'm:EndDeviceControlsResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceControlsFaultMessage`. */
export const EndDeviceControlsFaultMessageElement = {
  namespace,
  name: 'EndDeviceControlsFaultMessage',
  read: readEndDeviceControlsFaultMessageType,
  write(w: Writer, value: EndDeviceControlsFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceControlsFaultMessageType(w, 'm:EndDeviceControlsFaultMessage', value);
  },
} as const;

