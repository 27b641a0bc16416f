// Generated from MeterReadSchedulesMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry MeterReadSchedules: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as MeterReadSchedules from './MeterReadSchedules.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterReadSchedulesMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/MeterReadSchedulesMessage" xmlns:obj="http://iec.ch/TC57/2011/MeterReadSchedules#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The MeterReadSchedules themselves; beside them operations, packed content and a hint at its format. */
export interface MeterReadSchedulesPayloadType {
  readonly MeterReadSchedules: MeterReadSchedules.MeterReadSchedules;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with MeterReadSchedules. */
export interface MeterReadSchedulesRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: MeterReadSchedulesPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface MeterReadSchedulesResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterReadSchedulesPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterReadSchedulesFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to MeterReadSchedules. */
export interface MeterReadSchedulesEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: MeterReadSchedulesPayloadType;
}

export function readMeterReadSchedulesPayloadType(c: Cursor): MeterReadSchedulesPayloadType {
  const end = c.enter();
  const value: MeterReadSchedulesPayloadType = {
    MeterReadSchedules: c.one(MeterReadSchedules.namespaceIdOf, 'MeterReadSchedules', MeterReadSchedules.readMeterReadSchedules),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulesRequestMessageType(c: Cursor): MeterReadSchedulesRequestMessageType {
  const end = c.enter();
  const value: MeterReadSchedulesRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulesPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulesResponseMessageType(c: Cursor): MeterReadSchedulesResponseMessageType {
  const end = c.enter();
  const value: MeterReadSchedulesResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulesPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulesFaultMessageType(c: Cursor): MeterReadSchedulesFaultMessageType {
  const end = c.enter();
  const value: MeterReadSchedulesFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadSchedulesEventMessageType(c: Cursor): MeterReadSchedulesEventMessageType {
  const end = c.enter();
  const value: MeterReadSchedulesEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulesPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeMeterReadSchedulesPayloadType(w: Writer, tag: string, value: MeterReadSchedulesPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterReadSchedules', value.MeterReadSchedules, MeterReadSchedules.writeMeterReadSchedules);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeMeterReadSchedulesRequestMessageType(w: Writer, tag: string, value: MeterReadSchedulesRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulesPayloadType);
  w.close(tag);
}

export function writeMeterReadSchedulesResponseMessageType(w: Writer, tag: string, value: MeterReadSchedulesResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulesPayloadType);
  w.close(tag);
}

export function writeMeterReadSchedulesFaultMessageType(w: Writer, tag: string, value: MeterReadSchedulesFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeMeterReadSchedulesEventMessageType(w: Writer, tag: string, value: MeterReadSchedulesEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulesPayloadType);
  w.close(tag);
}

/** The document element `CreateMeterReadSchedules`. */
export const CreateMeterReadSchedulesElement = {
  namespace,
  name: 'CreateMeterReadSchedules',
  read: readMeterReadSchedulesRequestMessageType,
  write(w: Writer, value: MeterReadSchedulesRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesRequestMessageType(w, 'm:CreateMeterReadSchedules', value);
  },
} as const;

/** The document element `ChangeMeterReadSchedules`. */
export const ChangeMeterReadSchedulesElement = {
  namespace,
  name: 'ChangeMeterReadSchedules',
  read: readMeterReadSchedulesRequestMessageType,
  write(w: Writer, value: MeterReadSchedulesRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesRequestMessageType(w, 'm:ChangeMeterReadSchedules', value);
  },
} as const;

/** The document element `CancelMeterReadSchedules`. */
export const CancelMeterReadSchedulesElement = {
  namespace,
  name: 'CancelMeterReadSchedules',
  read: readMeterReadSchedulesRequestMessageType,
  write(w: Writer, value: MeterReadSchedulesRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesRequestMessageType(w, 'm:CancelMeterReadSchedules', value);
  },
} as const;

/** The document element `CloseMeterReadSchedules`. */
export const CloseMeterReadSchedulesElement = {
  namespace,
  name: 'CloseMeterReadSchedules',
  read: readMeterReadSchedulesRequestMessageType,
  write(w: Writer, value: MeterReadSchedulesRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesRequestMessageType(w, 'm:CloseMeterReadSchedules', value);
  },
} as const;

/** The document element `DeleteMeterReadSchedules`. */
export const DeleteMeterReadSchedulesElement = {
  namespace,
  name: 'DeleteMeterReadSchedules',
  read: readMeterReadSchedulesRequestMessageType,
  write(w: Writer, value: MeterReadSchedulesRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesRequestMessageType(w, 'm:DeleteMeterReadSchedules', value);
  },
} as const;

/** The document element `CreatedMeterReadSchedules`. */
export const CreatedMeterReadSchedulesElement = {
  namespace,
  name: 'CreatedMeterReadSchedules',
  read: readMeterReadSchedulesEventMessageType,
  write(w: Writer, value: MeterReadSchedulesEventMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesEventMessageType(w, 'm:CreatedMeterReadSchedules', value);
  },
} as const;

/** The document element `ChangedMeterReadSchedules`. */
export const ChangedMeterReadSchedulesElement = {
  namespace,
  name: 'ChangedMeterReadSchedules',
  read: readMeterReadSchedulesEventMessageType,
  write(w: Writer, value: MeterReadSchedulesEventMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesEventMessageType(w, 'm:ChangedMeterReadSchedules', value);
  },
} as const;

/** The document element `CanceledMeterReadSchedules`. */
export const CanceledMeterReadSchedulesElement = {
  namespace,
  name: 'CanceledMeterReadSchedules',
  read: readMeterReadSchedulesEventMessageType,
  write(w: Writer, value: MeterReadSchedulesEventMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesEventMessageType(w, 'm:CanceledMeterReadSchedules', value);
  },
} as const;

/** The document element `ClosedMeterReadSchedules`. */
export const ClosedMeterReadSchedulesElement = {
  namespace,
  name: 'ClosedMeterReadSchedules',
  read: readMeterReadSchedulesEventMessageType,
  write(w: Writer, value: MeterReadSchedulesEventMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesEventMessageType(w, 'm:ClosedMeterReadSchedules', value);
  },
} as const;

/** The document element `DeletedMeterReadSchedules`. */
export const DeletedMeterReadSchedulesElement = {
  namespace,
  name: 'DeletedMeterReadSchedules',
  read: readMeterReadSchedulesEventMessageType,
  write(w: Writer, value: MeterReadSchedulesEventMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesEventMessageType(w, 'm:DeletedMeterReadSchedules', value);
  },
} as const;

/** The document element `MeterReadSchedulesResponseMessage`. */
export const MeterReadSchedulesResponseMessageElement = {
  namespace,
  name: 'MeterReadSchedulesResponseMessage',
  read: readMeterReadSchedulesResponseMessageType,
  write(w: Writer, value: MeterReadSchedulesResponseMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesResponseMessageType(w, 'm:MeterReadSchedulesResponseMessage', value);
  },
} as const;

/** The document element `MeterReadSchedulesFaultMessage`. */
export const MeterReadSchedulesFaultMessageElement = {
  namespace,
  name: 'MeterReadSchedulesFaultMessage',
  read: readMeterReadSchedulesFaultMessageType,
  write(w: Writer, value: MeterReadSchedulesFaultMessageType): void {
    w.declare(declarations);
    writeMeterReadSchedulesFaultMessageType(w, 'm:MeterReadSchedulesFaultMessage', value);
  },
} as const;

