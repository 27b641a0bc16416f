// Generated from AuxiliaryAgreementConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry AuxiliaryAgreementConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as AuxiliaryAgreementConfig from './AuxiliaryAgreementConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/AuxiliaryAgreementConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/AuxiliaryAgreementConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/AuxiliaryAgreementConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The AuxiliaryAgreementConfig themselves; beside them operations, packed content and a hint at its format. */
export interface AuxiliaryAgreementConfigPayloadType {
  readonly AuxiliaryAgreementConfig: AuxiliaryAgreementConfig.AuxiliaryAgreementConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with AuxiliaryAgreementConfig. */
export interface AuxiliaryAgreementConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: AuxiliaryAgreementConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface AuxiliaryAgreementConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: AuxiliaryAgreementConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface AuxiliaryAgreementConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to AuxiliaryAgreementConfig. */
export interface AuxiliaryAgreementConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: AuxiliaryAgreementConfigPayloadType;
}

export function readAuxiliaryAgreementConfigPayloadType(c: Cursor): AuxiliaryAgreementConfigPayloadType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigPayloadType = {
    AuxiliaryAgreementConfig: c.one(AuxiliaryAgreementConfig.namespaceIdOf, 'AuxiliaryAgreementConfig', AuxiliaryAgreementConfig.readAuxiliaryAgreementConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreementConfigRequestMessageType(c: Cursor): AuxiliaryAgreementConfigRequestMessageType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readAuxiliaryAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreementConfigResponseMessageType(c: Cursor): AuxiliaryAgreementConfigResponseMessageType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readAuxiliaryAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreementConfigFaultMessageType(c: Cursor): AuxiliaryAgreementConfigFaultMessageType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreementConfigEventMessageType(c: Cursor): AuxiliaryAgreementConfigEventMessageType {
  const end = c.enter();
  const value: AuxiliaryAgreementConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readAuxiliaryAgreementConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeAuxiliaryAgreementConfigPayloadType(w: Writer, tag: string, value: AuxiliaryAgreementConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:AuxiliaryAgreementConfig', value.AuxiliaryAgreementConfig, AuxiliaryAgreementConfig.writeAuxiliaryAgreementConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeAuxiliaryAgreementConfigRequestMessageType(w: Writer, tag: string, value: AuxiliaryAgreementConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeAuxiliaryAgreementConfigPayloadType);
  w.close(tag);
}

export function writeAuxiliaryAgreementConfigResponseMessageType(w: Writer, tag: string, value: AuxiliaryAgreementConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeAuxiliaryAgreementConfigPayloadType);
  w.close(tag);
}

export function writeAuxiliaryAgreementConfigFaultMessageType(w: Writer, tag: string, value: AuxiliaryAgreementConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeAuxiliaryAgreementConfigEventMessageType(w: Writer, tag: string, value: AuxiliaryAgreementConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeAuxiliaryAgreementConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateAuxiliaryAgreementConfig`. */
export const CreateAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'CreateAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigRequestMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigRequestMessageType(w, 'm:CreateAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `ChangeAuxiliaryAgreementConfig`. */
export const ChangeAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'ChangeAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigRequestMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigRequestMessageType(w, 'm:ChangeAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `CancelAuxiliaryAgreementConfig`. */
export const CancelAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'CancelAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigRequestMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigRequestMessageType(w, 'm:CancelAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `CloseAuxiliaryAgreementConfig`. */
export const CloseAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'CloseAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigRequestMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigRequestMessageType(w, 'm:CloseAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `DeleteAuxiliaryAgreementConfig`. */
export const DeleteAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'DeleteAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigRequestMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigRequestMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigRequestMessageType(w, 'm:DeleteAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `CreatedAuxiliaryAgreementConfig`. */
export const CreatedAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'CreatedAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigEventMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigEventMessageType(w, 'm:CreatedAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `ChangedAuxiliaryAgreementConfig`. */
export const ChangedAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'ChangedAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigEventMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigEventMessageType(w, 'm:ChangedAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `CanceledAuxiliaryAgreementConfig`. */
export const CanceledAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'CanceledAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigEventMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigEventMessageType(w, 'm:CanceledAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `ClosedAuxiliaryAgreementConfig`. */
export const ClosedAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'ClosedAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigEventMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigEventMessageType(w, 'm:ClosedAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `DeletedAuxiliaryAgreementConfig`. */
export const DeletedAuxiliaryAgreementConfigElement = {
  namespace,
  name: 'DeletedAuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfigEventMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigEventMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigEventMessageType(w, 'm:DeletedAuxiliaryAgreementConfig', value);
  },
} as const;

/** The document element `AuxiliaryAgreementConfigResponseMessage`. */
export const AuxiliaryAgreementConfigResponseMessageElement = {
  namespace,
  name: 'AuxiliaryAgreementConfigResponseMessage',
  read: readAuxiliaryAgreementConfigResponseMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigResponseMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigResponseMessageType(w, 'm:AuxiliaryAgreementConfigResponseMessage', value);
  },
} as const;

/** The document element `AuxiliaryAgreementConfigFaultMessage`. */
export const AuxiliaryAgreementConfigFaultMessageElement = {
  namespace,
  name: 'AuxiliaryAgreementConfigFaultMessage',
  read: readAuxiliaryAgreementConfigFaultMessageType,
  write(w: Writer, value: AuxiliaryAgreementConfigFaultMessageType): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfigFaultMessageType(w, 'm:AuxiliaryAgreementConfigFaultMessage', value);
  },
} as const;

