// Generated from EndDeviceConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry EndDeviceConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as EndDeviceConfig from './EndDeviceConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/EndDeviceConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/EndDeviceConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The EndDeviceConfig themselves; beside them operations, packed content and a hint at its format. */
export interface EndDeviceConfigPayloadType {
  readonly EndDeviceConfig: EndDeviceConfig.EndDeviceConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with EndDeviceConfig. */
export interface EndDeviceConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: EndDeviceConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface EndDeviceConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: EndDeviceConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface EndDeviceConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to EndDeviceConfig. */
export interface EndDeviceConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: EndDeviceConfigPayloadType;
}

export function readEndDeviceConfigPayloadType(c: Cursor): EndDeviceConfigPayloadType {
  const end = c.enter();
  const value: EndDeviceConfigPayloadType = {
    EndDeviceConfig: c.one(EndDeviceConfig.namespaceIdOf, 'EndDeviceConfig', EndDeviceConfig.readEndDeviceConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceConfigRequestMessageType(c: Cursor): EndDeviceConfigRequestMessageType {
  const end = c.enter();
  const value: EndDeviceConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readEndDeviceConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceConfigResponseMessageType(c: Cursor): EndDeviceConfigResponseMessageType {
  const end = c.enter();
  const value: EndDeviceConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readEndDeviceConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceConfigFaultMessageType(c: Cursor): EndDeviceConfigFaultMessageType {
  const end = c.enter();
  const value: EndDeviceConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceConfigEventMessageType(c: Cursor): EndDeviceConfigEventMessageType {
  const end = c.enter();
  const value: EndDeviceConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readEndDeviceConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeEndDeviceConfigPayloadType(w: Writer, tag: string, value: EndDeviceConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:EndDeviceConfig', value.EndDeviceConfig, EndDeviceConfig.writeEndDeviceConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeEndDeviceConfigRequestMessageType(w: Writer, tag: string, value: EndDeviceConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceConfigPayloadType);
  w.close(tag);
}

export function writeEndDeviceConfigResponseMessageType(w: Writer, tag: string, value: EndDeviceConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceConfigPayloadType);
  w.close(tag);
}

export function writeEndDeviceConfigFaultMessageType(w: Writer, tag: string, value: EndDeviceConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeEndDeviceConfigEventMessageType(w: Writer, tag: string, value: EndDeviceConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeEndDeviceConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateEndDeviceConfig`. */
export const CreateEndDeviceConfigElement = {
  namespace,
  name: 'CreateEndDeviceConfig',
  read: readEndDeviceConfigRequestMessageType,
  write(w: Writer, value: EndDeviceConfigRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigRequestMessageType(w, 'm:CreateEndDeviceConfig', value);
  },
} as const;

/** The document element `ChangeEndDeviceConfig`. */
export const ChangeEndDeviceConfigElement = {
  namespace,
  name: 'ChangeEndDeviceConfig',
  read: readEndDeviceConfigRequestMessageType,
  write(w: Writer, value: EndDeviceConfigRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigRequestMessageType(w, 'm:ChangeEndDeviceConfig', value);
  },
} as const;

/** The document element `CancelEndDeviceConfig`. */
export const CancelEndDeviceConfigElement = {
  namespace,
  name: 'CancelEndDeviceConfig',
  read: readEndDeviceConfigRequestMessageType,
  write(w: Writer, value: EndDeviceConfigRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigRequestMessageType(w, 'm:CancelEndDeviceConfig', value);
  },
} as const;

/** The document element `CloseEndDeviceConfig`. */
export const CloseEndDeviceConfigElement = {
  namespace,
  name: 'CloseEndDeviceConfig',
  read: readEndDeviceConfigRequestMessageType,
  write(w: Writer, value: EndDeviceConfigRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigRequestMessageType(w, 'm:CloseEndDeviceConfig', value);
  },
} as const;

/** The document element `DeleteEndDeviceConfig`. */
export const DeleteEndDeviceConfigElement = {
  namespace,
  name: 'DeleteEndDeviceConfig',
  read: readEndDeviceConfigRequestMessageType,
  write(w: Writer, value: EndDeviceConfigRequestMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigRequestMessageType(w, 'm:DeleteEndDeviceConfig', value);
  },
} as const;

/** The document element `CreatedEndDeviceConfig`. */
export const CreatedEndDeviceConfigElement = {
  namespace,
  name: 'CreatedEndDeviceConfig',
  read: readEndDeviceConfigEventMessageType,
  write(w: Writer, value: EndDeviceConfigEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigEventMessageType(w, 'm:CreatedEndDeviceConfig', value);
  },
} as const;

/** The document element `ChangedEndDeviceConfig`. */
export const ChangedEndDeviceConfigElement = {
  namespace,
  name: 'ChangedEndDeviceConfig',
  read: readEndDeviceConfigEventMessageType,
  write(w: Writer, value: EndDeviceConfigEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigEventMessageType(w, 'm:ChangedEndDeviceConfig', value);
  },
} as const;

/** The document element `CanceledEndDeviceConfig`. */
export const CanceledEndDeviceConfigElement = {
  namespace,
  name: 'CanceledEndDeviceConfig',
  read: readEndDeviceConfigEventMessageType,
  write(w: Writer, value: EndDeviceConfigEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigEventMessageType(w, 'm:CanceledEndDeviceConfig', value);
  },
} as const;

/** The document element `ClosedEndDeviceConfig`. */
export const ClosedEndDeviceConfigElement = {
  namespace,
  name: 'ClosedEndDeviceConfig',
  read: readEndDeviceConfigEventMessageType,
  write(w: Writer, value: EndDeviceConfigEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigEventMessageType(w, 'm:ClosedEndDeviceConfig', value);
  },
} as const;

/** The document element `DeletedEndDeviceConfig`. */
export const DeletedEndDeviceConfigElement = {
  namespace,
  name: 'DeletedEndDeviceConfig',
  read: readEndDeviceConfigEventMessageType,
  write(w: Writer, value: EndDeviceConfigEventMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigEventMessageType(w, 'm:DeletedEndDeviceConfig', value);
  },
} as const;

/** The document element `EndDeviceConfigResponseMessage`. */
export const EndDeviceConfigResponseMessageElement = {
  namespace,
  name: 'EndDeviceConfigResponseMessage',
  read: readEndDeviceConfigResponseMessageType,
  write(w: Writer, value: EndDeviceConfigResponseMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigResponseMessageType(w, 'm:EndDeviceConfigResponseMessage', value);
  },
} as const;

/** The document element `EndDeviceConfigFaultMessage`. */
export const EndDeviceConfigFaultMessageElement = {
  namespace,
  name: 'EndDeviceConfigFaultMessage',
  read: readEndDeviceConfigFaultMessageType,
  write(w: Writer, value: EndDeviceConfigFaultMessageType): void {
    w.declare(declarations);
    writeEndDeviceConfigFaultMessageType(w, 'm:EndDeviceConfigFaultMessage', value);
  },
} as const;

