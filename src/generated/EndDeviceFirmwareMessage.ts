// Generated from EndDeviceFirmwareMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry EndDeviceFirmware: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as EndDeviceFirmware from './EndDeviceFirmware.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceFirmwareMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/EndDeviceFirmwareMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceFirmware#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The EndDeviceFirmware themselves; beside them operations, packed content and a hint at its format. */
export interface EndDeviceFirmwarePayloadType {
  readonly EndDeviceFirmware: EndDeviceFirmware.EndDeviceFirmware;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with EndDeviceFirmware. */
export interface EndDeviceFirmwareRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: EndDeviceFirmwarePayloadType;
}

/** Answers a request or acknowledges an event. */
export interface EndDeviceFirmwareResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceFirmwarePayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceFirmwareFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to EndDeviceFirmware. */
export interface EndDeviceFirmwareEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: EndDeviceFirmwarePayloadType;
}

export function readEndDeviceFirmwarePayloadType(c: Cursor): EndDeviceFirmwarePayloadType {
  const end = c.enter();
  const value: EndDeviceFirmwarePayloadType = {
    EndDeviceFirmware: c.one(EndDeviceFirmware.namespaceIdOf, 'EndDeviceFirmware', EndDeviceFirmware.readEndDeviceFirmware),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceFirmwareRequestMessageType(c: Cursor): EndDeviceFirmwareRequestMessageType {
  const end = c.enter();
  const value: EndDeviceFirmwareRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceFirmwarePayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceFirmwareResponseMessageType(c: Cursor): EndDeviceFirmwareResponseMessageType {
  const end = c.enter();
  const value: EndDeviceFirmwareResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceFirmwarePayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceFirmwareFaultMessageType(c: Cursor): EndDeviceFirmwareFaultMessageType {
  const end = c.enter();
  const value: EndDeviceFirmwareFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceFirmwareEventMessageType(c: Cursor): EndDeviceFirmwareEventMessageType {
  const end = c.enter();
  const value: EndDeviceFirmwareEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readEndDeviceFirmwarePayloadType),
  };
  c.leave(end);
  return value;
}

export function writeEndDeviceFirmwarePayloadType(w: Writer, tag: string, value: EndDeviceFirmwarePayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceFirmware', value.EndDeviceFirmware, EndDeviceFirmware.writeEndDeviceFirmware);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeEndDeviceFirmwareRequestMessageType(w: Writer, tag: string, value: EndDeviceFirmwareRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceFirmwarePayloadType);
  w.close(tag);
}

export function writeEndDeviceFirmwareResponseMessageType(w: Writer, tag: string, value: EndDeviceFirmwareResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceFirmwarePayloadType);
  w.close(tag);
}

export function writeEndDeviceFirmwareFaultMessageType(w: Writer, tag: string, value: EndDeviceFirmwareFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeEndDeviceFirmwareEventMessageType(w: Writer, tag: string, value: EndDeviceFirmwareEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceFirmwarePayloadType);
  w.close(tag);
}

/** The document element `CreateEndDeviceFirmware`. */
export const CreateEndDeviceFirmwareElement = {
  namespace,
  name: 'CreateEndDeviceFirmware',
  read: readEndDeviceFirmwareRequestMessageType,
  write(w: Writer, value: EndDeviceFirmwareRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareRequestMessageType(w, 'm:CreateEndDeviceFirmware', value);
  },
} as const;

/** The document element `ChangeEndDeviceFirmware`. */
export const ChangeEndDeviceFirmwareElement = {
  namespace,
  name: 'ChangeEndDeviceFirmware',
  read: readEndDeviceFirmwareRequestMessageType,
  write(w: Writer, value: EndDeviceFirmwareRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareRequestMessageType(w, 'm:ChangeEndDeviceFirmware', value);
  },
} as const;

/** The document element `CancelEndDeviceFirmware`. */
export const CancelEndDeviceFirmwareElement = {
  namespace,
  name: 'CancelEndDeviceFirmware',
  read: readEndDeviceFirmwareRequestMessageType,
  write(w: Writer, value: EndDeviceFirmwareRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareRequestMessageType(w, 'm:CancelEndDeviceFirmware', value);
  },
} as const;

/** The document element `CloseEndDeviceFirmware`. */
export const CloseEndDeviceFirmwareElement = {
  namespace,
  name: 'CloseEndDeviceFirmware',
  read: readEndDeviceFirmwareRequestMessageType,
  write(w: Writer, value: EndDeviceFirmwareRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareRequestMessageType(w, 'm:CloseEndDeviceFirmware', value);
  },
} as const;

/** The document element `DeleteEndDeviceFirmware`. */
export const DeleteEndDeviceFirmwareElement = {
  namespace,
  name: 'DeleteEndDeviceFirmware',
  read: readEndDeviceFirmwareRequestMessageType,
  write(w: Writer, value: EndDeviceFirmwareRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareRequestMessageType(w, 'm:DeleteEndDeviceFirmware', value);
  },
} as const;

/** The document element `CreatedEndDeviceFirmware`. */
export const CreatedEndDeviceFirmwareElement = {
  namespace,
  name: 'CreatedEndDeviceFirmware',
  read: readEndDeviceFirmwareEventMessageType,
  write(w: Writer, value: EndDeviceFirmwareEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareEventMessageType(w, 'm:CreatedEndDeviceFirmware', value);
  },
} as const;

/** The document element `ChangedEndDeviceFirmware`. */
export const ChangedEndDeviceFirmwareElement = {
  namespace,
  name: 'ChangedEndDeviceFirmware',
  read: readEndDeviceFirmwareEventMessageType,
  write(w: Writer, value: EndDeviceFirmwareEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareEventMessageType(w, 'm:ChangedEndDeviceFirmware', value);
  },
} as const;

/** The document element `CanceledEndDeviceFirmware`. */
export const CanceledEndDeviceFirmwareElement = {
  namespace,
  name: 'CanceledEndDeviceFirmware',
  read: readEndDeviceFirmwareEventMessageType,
  write(w: Writer, value: EndDeviceFirmwareEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareEventMessageType(w, 'm:CanceledEndDeviceFirmware', value);
  },
} as const;

/** The document element `ClosedEndDeviceFirmware`. */
export const ClosedEndDeviceFirmwareElement = {
  namespace,
  name: 'ClosedEndDeviceFirmware',
  read: readEndDeviceFirmwareEventMessageType,
  write(w: Writer, value: EndDeviceFirmwareEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareEventMessageType(w, 'm:ClosedEndDeviceFirmware', value);
  },
} as const;

/** The document element `DeletedEndDeviceFirmware`. */
export const DeletedEndDeviceFirmwareElement = {
  namespace,
  name: 'DeletedEndDeviceFirmware',
  read: readEndDeviceFirmwareEventMessageType,
  write(w: Writer, value: EndDeviceFirmwareEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareEventMessageType(w, 'm:DeletedEndDeviceFirmware', value);
  },
} as const;

/** The document element `EndDeviceFirmwareResponseMessage`. */
export const EndDeviceFirmwareResponseMessageElement = {
  namespace,
  name: 'EndDeviceFirmwareResponseMessage',
  read: readEndDeviceFirmwareResponseMessageType,
  write(w: Writer, value: EndDeviceFirmwareResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareResponseMessageType(w, 'm:EndDeviceFirmwareResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceFirmwareFaultMessage`. */
export const EndDeviceFirmwareFaultMessageElement = {
  namespace,
  name: 'EndDeviceFirmwareFaultMessage',
  read: readEndDeviceFirmwareFaultMessageType,
  write(w: Writer, value: EndDeviceFirmwareFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceFirmwareFaultMessageType(w, 'm:EndDeviceFirmwareFaultMessage', value);
  },
} as const;

