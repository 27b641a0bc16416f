// Generated from MeterReadScheduleMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry MeterReadSchedule: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as MeterReadSchedule from './MeterReadSchedule.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterReadScheduleMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/MeterReadScheduleMessage" xmlns:obj="http://iec.ch/TC57/2011/MeterReadSchedule#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The MeterReadSchedule themselves; beside them operations, packed content and a hint at its format. */
export interface MeterReadSchedulePayloadType {
  readonly MeterReadSchedule: MeterReadSchedule.MeterReadSchedule;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with MeterReadSchedule. */
export interface MeterReadScheduleRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: MeterReadSchedulePayloadType;
}

/** Answers a request or acknowledges an event. */
export interface MeterReadScheduleResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterReadSchedulePayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterReadScheduleFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to MeterReadSchedule. */
export interface MeterReadScheduleEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: MeterReadSchedulePayloadType;
}

export function readMeterReadSchedulePayloadType(c: Cursor): MeterReadSchedulePayloadType {
  const end = c.enter();
  const value: MeterReadSchedulePayloadType = {
    MeterReadSchedule: c.one(MeterReadSchedule.namespaceIdOf, 'MeterReadSchedule', MeterReadSchedule.readMeterReadSchedule),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readMeterReadScheduleRequestMessageType(c: Cursor): MeterReadScheduleRequestMessageType {
  const end = c.enter();
  const value: MeterReadScheduleRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulePayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadScheduleResponseMessageType(c: Cursor): MeterReadScheduleResponseMessageType {
  const end = c.enter();
  const value: MeterReadScheduleResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulePayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadScheduleFaultMessageType(c: Cursor): MeterReadScheduleFaultMessageType {
  const end = c.enter();
  const value: MeterReadScheduleFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadScheduleEventMessageType(c: Cursor): MeterReadScheduleEventMessageType {
  const end = c.enter();
  const value: MeterReadScheduleEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readMeterReadSchedulePayloadType),
  };
  c.leave(end);
  return value;
}

export function writeMeterReadSchedulePayloadType(w: Writer, tag: string, value: MeterReadSchedulePayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterReadSchedule', value.MeterReadSchedule, MeterReadSchedule.writeMeterReadSchedule);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeMeterReadScheduleRequestMessageType(w: Writer, tag: string, value: MeterReadScheduleRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulePayloadType);
  w.close(tag);
}

export function writeMeterReadScheduleResponseMessageType(w: Writer, tag: string, value: MeterReadScheduleResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulePayloadType);
  w.close(tag);
}

export function writeMeterReadScheduleFaultMessageType(w: Writer, tag: string, value: MeterReadScheduleFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeMeterReadScheduleEventMessageType(w: Writer, tag: string, value: MeterReadScheduleEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeMeterReadSchedulePayloadType);
  w.close(tag);
}

/** The document element `CreateMeterReadSchedule`. */
export const CreateMeterReadScheduleElement = {
  namespace,
  name: 'CreateMeterReadSchedule',
  read: readMeterReadScheduleRequestMessageType,
  write(w: Writer, value: MeterReadScheduleRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleRequestMessageType(w, 'm:CreateMeterReadSchedule', value);
  },
} as const;

/** The document element `ChangeMeterReadSchedule`. */
export const ChangeMeterReadScheduleElement = {
  namespace,
  name: 'ChangeMeterReadSchedule',
  read: readMeterReadScheduleRequestMessageType,
  write(w: Writer, value: MeterReadScheduleRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleRequestMessageType(w, 'm:ChangeMeterReadSchedule', value);
  },
} as const;

/** The document element `CancelMeterReadSchedule`. */
export const CancelMeterReadScheduleElement = {
  namespace,
  name: 'CancelMeterReadSchedule',
  read: readMeterReadScheduleRequestMessageType,
  write(w: Writer, value: MeterReadScheduleRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleRequestMessageType(w, 'm:CancelMeterReadSchedule', value);
  },
} as const;

/** The document element `CloseMeterReadSchedule`. */
export const CloseMeterReadScheduleElement = {
  namespace,
  name: 'CloseMeterReadSchedule',
  read: readMeterReadScheduleRequestMessageType,
  write(w: Writer, value: MeterReadScheduleRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleRequestMessageType(w, 'm:CloseMeterReadSchedule', value);
  },
} as const;

/** The document element `DeleteMeterReadSchedule`. */
export const DeleteMeterReadScheduleElement = {
  namespace,
  name: 'DeleteMeterReadSchedule',
  read: readMeterReadScheduleRequestMessageType,
  write(w: Writer, value: MeterReadScheduleRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleRequestMessageType(w, 'm:DeleteMeterReadSchedule', value);
  },
} as const;

/** The document element `CreatedMeterReadSchedule`. */
export const CreatedMeterReadScheduleElement = {
  namespace,
  name: 'CreatedMeterReadSchedule',
  read: readMeterReadScheduleEventMessageType,
  write(w: Writer, value: MeterReadScheduleEventMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleEventMessageType(w, 'm:CreatedMeterReadSchedule', value);
  },
} as const;

/** The document element `ChangedMeterReadSchedule`. */
export const ChangedMeterReadScheduleElement = {
  namespace,
  name: 'ChangedMeterReadSchedule',
  read: readMeterReadScheduleEventMessageType,
  write(w: Writer, value: MeterReadScheduleEventMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleEventMessageType(w, 'm:ChangedMeterReadSchedule', value);
  },
} as const;

/** The document element `CanceledMeterReadSchedule`. */
export const CanceledMeterReadScheduleElement = {
  namespace,
  name: 'CanceledMeterReadSchedule',
  read: readMeterReadScheduleEventMessageType,
  write(w: Writer, value: MeterReadScheduleEventMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleEventMessageType(w, 'm:CanceledMeterReadSchedule', value);
  },
} as const;

/** The document element `ClosedMeterReadSchedule`. */
export const ClosedMeterReadScheduleElement = {
  namespace,
  name: 'ClosedMeterReadSchedule',
  read: readMeterReadScheduleEventMessageType,
  write(w: Writer, value: MeterReadScheduleEventMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleEventMessageType(w, 'm:ClosedMeterReadSchedule', value);
  },
} as const;

/** The document element `DeletedMeterReadSchedule`. */
export const DeletedMeterReadScheduleElement = {
  namespace,
  name: 'DeletedMeterReadSchedule',
  read: readMeterReadScheduleEventMessageType,
  write(w: Writer, value: MeterReadScheduleEventMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleEventMessageType(w, 'm:DeletedMeterReadSchedule', value);
  },
} as const;

/** The document element `MeterReadScheduleResponseMessage`. */
export const MeterReadScheduleResponseMessageElement = {
  namespace,
  name: 'MeterReadScheduleResponseMessage',
  read: readMeterReadScheduleResponseMessageType,
  write(w: Writer, value: MeterReadScheduleResponseMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleResponseMessageType(w, 'm:MeterReadScheduleResponseMessage', value);
  },
} as const;

/** The document element `MeterReadScheduleFaultMessage`. */
export const MeterReadScheduleFaultMessageElement = {
  namespace,
  name: 'MeterReadScheduleFaultMessage',
  read: readMeterReadScheduleFaultMessageType,
  write(w: Writer, value: MeterReadScheduleFaultMessageType): void {
    w.declare(declarations);
    writeMeterReadScheduleFaultMessageType(w, 'm:MeterReadScheduleFaultMessage', value);
  },
} as const;

