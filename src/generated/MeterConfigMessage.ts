// Generated from MeterConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry MeterConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as MeterConfig from './MeterConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/MeterConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/MeterConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The MeterConfig themselves; beside them operations, packed content and a hint at its format. */
export interface MeterConfigPayloadType {
  readonly MeterConfig: MeterConfig.MeterConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with MeterConfig. */
export interface MeterConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: MeterConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface MeterConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to MeterConfig. */
export interface MeterConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: MeterConfigPayloadType;
}

export function readMeterConfigPayloadType(c: Cursor): MeterConfigPayloadType {
  const end = c.enter();
  const value: MeterConfigPayloadType = {
    MeterConfig: c.one(MeterConfig.namespaceIdOf, 'MeterConfig', MeterConfig.readMeterConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readMeterConfigRequestMessageType(c: Cursor): MeterConfigRequestMessageType {
  const end = c.enter();
  const value: MeterConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readMeterConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterConfigResponseMessageType(c: Cursor): MeterConfigResponseMessageType {
  const end = c.enter();
  const value: MeterConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterConfigFaultMessageType(c: Cursor): MeterConfigFaultMessageType {
  const end = c.enter();
  const value: MeterConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readMeterConfigEventMessageType(c: Cursor): MeterConfigEventMessageType {
  const end = c.enter();
  const value: MeterConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readMeterConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeMeterConfigPayloadType(w: Writer, tag: string, value: MeterConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterConfig', value.MeterConfig, MeterConfig.writeMeterConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeMeterConfigRequestMessageType(w: Writer, tag: string, value: MeterConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterConfigPayloadType);
  w.close(tag);
}

export function writeMeterConfigResponseMessageType(w: Writer, tag: string, value: MeterConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterConfigPayloadType);
  w.close(tag);
}

export function writeMeterConfigFaultMessageType(w: Writer, tag: string, value: MeterConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeMeterConfigEventMessageType(w: Writer, tag: string, value: MeterConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeMeterConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateMeterConfig`. */
export const CreateMeterConfigElement = {
  namespace,
  name: 'CreateMeterConfig',
  read: readMeterConfigRequestMessageType,
  write(w: Writer, value: MeterConfigRequestMessageType): void {
    w.declare(declarations);
    writeMeterConfigRequestMessageType(w, 'm:CreateMeterConfig', value);
  },
} as const;

/** The document element `ChangeMeterConfig`. */
export const ChangeMeterConfigElement = {
  namespace,
  name: 'ChangeMeterConfig',
  read: readMeterConfigRequestMessageType,
  write(w: Writer, value: MeterConfigRequestMessageType): void {
    w.declare(declarations);
    writeMeterConfigRequestMessageType(w, 'm:ChangeMeterConfig', value);
  },
} as const;

/** The document element `CancelMeterConfig`. */
export const CancelMeterConfigElement = {
  namespace,
  name: 'CancelMeterConfig',
  read: readMeterConfigRequestMessageType,
  write(w: Writer, value: MeterConfigRequestMessageType): void {
    w.declare(declarations);
    writeMeterConfigRequestMessageType(w, 'm:CancelMeterConfig', value);
  },
} as const;

/** The document element `CloseMeterConfig`. */
export const CloseMeterConfigElement = {
  namespace,
  name: 'CloseMeterConfig',
  read: readMeterConfigRequestMessageType,
  write(w: Writer, value: MeterConfigRequestMessageType): void {
    w.declare(declarations);
    writeMeterConfigRequestMessageType(w, 'm:CloseMeterConfig', value);
  },
} as const;

/** The document element `DeleteMeterConfig`. */
export const DeleteMeterConfigElement = {
  namespace,
  name: 'DeleteMeterConfig',
  read: readMeterConfigRequestMessageType,
  write(w: Writer, value: MeterConfigRequestMessageType): void {
    w.declare(declarations);
    writeMeterConfigRequestMessageType(w, 'm:DeleteMeterConfig', value);
  },
} as const;

/** The document element `CreatedMeterConfig`. */
export const CreatedMeterConfigElement = {
  namespace,
  name: 'CreatedMeterConfig',
  read: readMeterConfigEventMessageType,
  write(w: Writer, value: MeterConfigEventMessageType): void {
    w.declare(declarations);
    writeMeterConfigEventMessageType(w, 'm:CreatedMeterConfig', value);
  },
} as const;

/** The document element `ChangedMeterConfig`. */
export const ChangedMeterConfigElement = {
  namespace,
  name: 'ChangedMeterConfig',
  read: readMeterConfigEventMessageType,
  write(w: Writer, value: MeterConfigEventMessageType): void {
    w.declare(declarations);
    writeMeterConfigEventMessageType(w, 'm:ChangedMeterConfig', value);
  },
} as const;

/** The document element `CanceledMeterConfig`. */
export const CanceledMeterConfigElement = {
  namespace,
  name: 'CanceledMeterConfig',
  read: readMeterConfigEventMessageType,
  write(w: Writer, value: MeterConfigEventMessageType): void {
    w.declare(declarations);
    writeMeterConfigEventMessageType(w, 'm:CanceledMeterConfig', value);
  },
} as const;

/** The document element `ClosedMeterConfig`. */
export const ClosedMeterConfigElement = {
  namespace,
  name: 'ClosedMeterConfig',
  read: readMeterConfigEventMessageType,
  write(w: Writer, value: MeterConfigEventMessageType): void {
    w.declare(declarations);
    writeMeterConfigEventMessageType(w, 'm:ClosedMeterConfig', value);
  },
} as const;

/** The document element `DeletedMeterConfig`. */
export const DeletedMeterConfigElement = {
  namespace,
  name: 'DeletedMeterConfig',
  read: readMeterConfigEventMessageType,
  write(w: Writer, value: MeterConfigEventMessageType): void {
    w.declare(declarations);
    writeMeterConfigEventMessageType(w, 'm:DeletedMeterConfig', value);
  },
} as const;

/** The document element `MeterConfigResponseMessage`. */
export const MeterConfigResponseMessageElement = {
  namespace,
  name: 'MeterConfigResponseMessage',
  read: readMeterConfigResponseMessageType,
  write(w: Writer, value: MeterConfigResponseMessageType): void {
    w.declare(declarations);
    writeMeterConfigResponseMessageType(w, 'm:MeterConfigResponseMessage', value);
  },
} as const;

/** The document element `MeterConfigFaultMessage`. */
export const MeterConfigFaultMessageElement = {
  namespace,
  name: 'MeterConfigFaultMessage',
  read: readMeterConfigFaultMessageType,
  write(w: Writer, value: MeterConfigFaultMessageType): void {
    w.declare(declarations);
    writeMeterConfigFaultMessageType(w, 'm:MeterConfigFaultMessage', value);
  },
} as const;

