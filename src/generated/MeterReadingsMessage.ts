// Generated from MeterReadingsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry MeterReadings: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as MeterReadings from './MeterReadings.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterReadingsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/MeterReadingsMessage" xmlns:obj="http://iec.ch/TC57/2011/MeterReadings#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The MeterReadings themselves; beside them operations, packed content and a hint at its format. */
export interface MeterReadingsPayloadType {
  readonly MeterReadings: MeterReadings.MeterReadings;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with MeterReadings. */
export interface MeterReadingsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: MeterReadingsPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface MeterReadingsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterReadingsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterReadingsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to MeterReadings. */
export interface MeterReadingsEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: MeterReadingsPayloadType;
}

export function readMeterReadingsPayloadType(c: Cursor): MeterReadingsPayloadType {
  const end = c.enter();
  const value: MeterReadingsPayloadType = {
    MeterReadings: c.one(MeterReadings.namespaceIdOf, 'MeterReadings', MeterReadings.readMeterReadings),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingsRequestMessageType(c: Cursor): MeterReadingsRequestMessageType {
  const end = c.enter();
  const value: MeterReadingsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readMeterReadingsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingsResponseMessageType(c: Cursor): MeterReadingsResponseMessageType {
  const end = c.enter();
  const value: MeterReadingsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterReadingsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingsFaultMessageType(c: Cursor): MeterReadingsFaultMessageType {
  const end = c.enter();
  const value: MeterReadingsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readMeterReadingsEventMessageType(c: Cursor): MeterReadingsEventMessageType {
  const end = c.enter();
  const value: MeterReadingsEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readMeterReadingsPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeMeterReadingsPayloadType(w: Writer, tag: string, value: MeterReadingsPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterReadings', value.MeterReadings, MeterReadings.writeMeterReadings);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeMeterReadingsRequestMessageType(w: Writer, tag: string, value: MeterReadingsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterReadingsPayloadType);
  w.close(tag);
}

export function writeMeterReadingsResponseMessageType(w: Writer, tag: string, value: MeterReadingsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterReadingsPayloadType);
  w.close(tag);
}

export function writeMeterReadingsFaultMessageType(w: Writer, tag: string, value: MeterReadingsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeMeterReadingsEventMessageType(w: Writer, tag: string, value: MeterReadingsEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeMeterReadingsPayloadType);
  w.close(tag);
}

/** The document element `CreateMeterReadings`. */
export const CreateMeterReadingsElement = {
  namespace,
  name: 'CreateMeterReadings',
  read: readMeterReadingsRequestMessageType,
  write(w: Writer, value: MeterReadingsRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadingsRequestMessageType(w, 'm:CreateMeterReadings', value);
  },
} as const;

/** The document element `ChangeMeterReadings`. */
export const ChangeMeterReadingsElement = {
  namespace,
  name: 'ChangeMeterReadings',
  read: readMeterReadingsRequestMessageType,
  write(w: Writer, value: MeterReadingsRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadingsRequestMessageType(w, 'm:ChangeMeterReadings', value);
  },
} as const;

/** The document element `CancelMeterReadings`. */
export const CancelMeterReadingsElement = {
  namespace,
  name: 'CancelMeterReadings',
  read: readMeterReadingsRequestMessageType,
  write(w: Writer, value: MeterReadingsRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadingsRequestMessageType(w, 'm:CancelMeterReadings', value);
  },
} as const;

/** The document element `CloseMeterReadings`. */
export const CloseMeterReadingsElement = {
  namespace,
  name: 'CloseMeterReadings',
  read: readMeterReadingsRequestMessageType,
  write(w: Writer, value: MeterReadingsRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadingsRequestMessageType(w, 'm:CloseMeterReadings', value);
  },
} as const;

/** The document element `DeleteMeterReadings`. */
export const DeleteMeterReadingsElement = {
  namespace,
  name: 'DeleteMeterReadings',
  read: readMeterReadingsRequestMessageType,
  write(w: Writer, value: MeterReadingsRequestMessageType): void {
    w.declare(declarations);
    writeMeterReadingsRequestMessageType(w, 'm:DeleteMeterReadings', value);
  },
} as const;

/** The document element `CreatedMeterReadings`. */
export const CreatedMeterReadingsElement = {
  namespace,
  name: 'CreatedMeterReadings',
  read: readMeterReadingsEventMessageType,
  write(w: Writer, value: MeterReadingsEventMessageType): void {
    w.declare(declarations);
    writeMeterReadingsEventMessageType(w, 'm:CreatedMeterReadings', value);
  },
} as const;

/** The document element `ChangedMeterReadings`. */
export const ChangedMeterReadingsElement = {
  namespace,
  name: 'ChangedMeterReadings',
  read: readMeterReadingsEventMessageType,
  write(w: Writer, value: MeterReadingsEventMessageType): void {
    w.declare(declarations);
    writeMeterReadingsEventMessageType(w, 'm:ChangedMeterReadings', value);
  },
} as const;

/** The document element `CanceledMeterReadings`. */
export const CanceledMeterReadingsElement = {
  namespace,
  name: 'CanceledMeterReadings',
  read: readMeterReadingsEventMessageType,
  write(w: Writer, value: MeterReadingsEventMessageType): void {
    w.declare(declarations);
    writeMeterReadingsEventMessageType(w, 'm:CanceledMeterReadings', value);
  },
} as const;

/** The document element `ClosedMeterReadings`. */
export const ClosedMeterReadingsElement = {
  namespace,
  name: 'ClosedMeterReadings',
  read: readMeterReadingsEventMessageType,
  write(w: Writer, value: MeterReadingsEventMessageType): void {
    w.declare(declarations);
    writeMeterReadingsEventMessageType(w, 'm:ClosedMeterReadings', value);
  },
} as const;

/** The document element `DeletedMeterReadings`. */
export const DeletedMeterReadingsElement = {
  namespace,
  name: 'DeletedMeterReadings',
  read: readMeterReadingsEventMessageType,
  write(w: Writer, value: MeterReadingsEventMessageType): void {
    w.declare(declarations);
    writeMeterReadingsEventMessageType(w, 'm:DeletedMeterReadings', value);
  },
} as const;

/** The document element `MeterReadingsResponseMessage`. */
export const MeterReadingsResponseMessageElement = {
  namespace,
  name: 'MeterReadingsResponseMessage',
  read: readMeterReadingsResponseMessageType,
  write(w: Writer, value: MeterReadingsResponseMessageType): void {
    w.declare(declarations);
    writeMeterReadingsResponseMessageType(w, 'm:MeterReadingsResponseMessage', value);
  },
} as const;

/** The document element `MeterReadingsFaultMessage`. */
export const MeterReadingsFaultMessageElement = {
  namespace,
  name: 'MeterReadingsFaultMessage',
  read: readMeterReadingsFaultMessageType,
  write(w: Writer, value: MeterReadingsFaultMessageType): void {
    w.declare(declarations);
    writeMeterReadingsFaultMessageType(w, 'm:MeterReadingsFaultMessage', value);
  },
} as const;

