// Generated from MeterServiceRequestsMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry MeterServiceRequests: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as MeterServiceRequests from './MeterServiceRequests.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterServiceRequestsMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/MeterServiceRequestsMessage" xmlns:obj="http://iec.ch/TC57/2011/MeterServiceRequests#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The MeterServiceRequests themselves; beside them operations, packed content and a hint at its format. */
export interface MeterServiceRequestsPayloadType {
  readonly MeterServiceRequests: MeterServiceRequests.MeterServiceRequests;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with MeterServiceRequests. */
export interface MeterServiceRequestsRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: MeterServiceRequestsPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface MeterServiceRequestsResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MeterServiceRequestsPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MeterServiceRequestsFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to MeterServiceRequests. */
export interface MeterServiceRequestsEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: MeterServiceRequestsPayloadType;
}

export function readMeterServiceRequestsPayloadType(c: Cursor): MeterServiceRequestsPayloadType {
  const end = c.enter();
  const value: MeterServiceRequestsPayloadType = {
    MeterServiceRequests: c.one(MeterServiceRequests.namespaceIdOf, 'MeterServiceRequests', MeterServiceRequests.readMeterServiceRequests),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceRequestsRequestMessageType(c: Cursor): MeterServiceRequestsRequestMessageType {
  const end = c.enter();
  const value: MeterServiceRequestsRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readMeterServiceRequestsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceRequestsResponseMessageType(c: Cursor): MeterServiceRequestsResponseMessageType {
  const end = c.enter();
  const value: MeterServiceRequestsResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMeterServiceRequestsPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceRequestsFaultMessageType(c: Cursor): MeterServiceRequestsFaultMessageType {
  const end = c.enter();
  const value: MeterServiceRequestsFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readMeterServiceRequestsEventMessageType(c: Cursor): MeterServiceRequestsEventMessageType {
  const end = c.enter();
  const value: MeterServiceRequestsEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readMeterServiceRequestsPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeMeterServiceRequestsPayloadType(w: Writer, tag: string, value: MeterServiceRequestsPayloadType): void {
  w.open(tag);
  w.maybe('obj:MeterServiceRequests', value.MeterServiceRequests, MeterServiceRequests.writeMeterServiceRequests);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeMeterServiceRequestsRequestMessageType(w: Writer, tag: string, value: MeterServiceRequestsRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeMeterServiceRequestsPayloadType);
  w.close(tag);
}

export function writeMeterServiceRequestsResponseMessageType(w: Writer, tag: string, value: MeterServiceRequestsResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMeterServiceRequestsPayloadType);
  w.close(tag);
}

export function writeMeterServiceRequestsFaultMessageType(w: Writer, tag: string, value: MeterServiceRequestsFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeMeterServiceRequestsEventMessageType(w: Writer, tag: string, value: MeterServiceRequestsEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeMeterServiceRequestsPayloadType);
  w.close(tag);
}

/** The document element `CreateMeterServiceRequests`. */
export const CreateMeterServiceRequestsElement = {
  namespace,
  name: 'CreateMeterServiceRequests',
  read: readMeterServiceRequestsRequestMessageType,
  write(w: Writer, value: MeterServiceRequestsRequestMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsRequestMessageType(w, 'm:CreateMeterServiceRequests', value);
  },
} as const;

/** The document element `ChangeMeterServiceRequests`. */
export const ChangeMeterServiceRequestsElement = {
  namespace,
  name: 'ChangeMeterServiceRequests',
  read: readMeterServiceRequestsRequestMessageType,
  write(w: Writer, value: MeterServiceRequestsRequestMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsRequestMessageType(w, 'm:ChangeMeterServiceRequests', value);
  },
} as const;

/** The document element `CancelMeterServiceRequests`. */
export const CancelMeterServiceRequestsElement = {
  namespace,
  name: 'CancelMeterServiceRequests',
  read: readMeterServiceRequestsRequestMessageType,
  write(w: Writer, value: MeterServiceRequestsRequestMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsRequestMessageType(w, 'm:CancelMeterServiceRequests', value);
  },
} as const;

/** The document element `CloseMeterServiceRequests`. */
export const CloseMeterServiceRequestsElement = {
  namespace,
  name: 'CloseMeterServiceRequests',
  read: readMeterServiceRequestsRequestMessageType,
  write(w: Writer, value: MeterServiceRequestsRequestMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsRequestMessageType(w, 'm:CloseMeterServiceRequests', value);
  },
} as const;

/** The document element `DeleteMeterServiceRequests`. */
export const DeleteMeterServiceRequestsElement = {
  namespace,
  name: 'DeleteMeterServiceRequests',
  read: readMeterServiceRequestsRequestMessageType,
  write(w: Writer, value: MeterServiceRequestsRequestMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsRequestMessageType(w, 'm:DeleteMeterServiceRequests', value);
  },
} as const;

/** The document element `CreatedMeterServiceRequests`. */
export const CreatedMeterServiceRequestsElement = {
  namespace,
  name: 'CreatedMeterServiceRequests',
  read: readMeterServiceRequestsEventMessageType,
  write(w: Writer, value: MeterServiceRequestsEventMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsEventMessageType(w, 'm:CreatedMeterServiceRequests', value);
  },
} as const;

/** The document element `ChangedMeterServiceRequests`. */
export const ChangedMeterServiceRequestsElement = {
  namespace,
  name: 'ChangedMeterServiceRequests',
  read: readMeterServiceRequestsEventMessageType,
  write(w: Writer, value: MeterServiceRequestsEventMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsEventMessageType(w, 'm:ChangedMeterServiceRequests', value);
  },
} as const;

/** The document element `CanceledMeterServiceRequests`. */
export const CanceledMeterServiceRequestsElement = {
  namespace,
  name: 'CanceledMeterServiceRequests',
  read: readMeterServiceRequestsEventMessageType,
  write(w: Writer, value: MeterServiceRequestsEventMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsEventMessageType(w, 'm:CanceledMeterServiceRequests', value);
  },
} as const;

/** The document element `ClosedMeterServiceRequests`. */
export const ClosedMeterServiceRequestsElement = {
  namespace,
  name: 'ClosedMeterServiceRequests',
  read: readMeterServiceRequestsEventMessageType,
  write(w: Writer, value: MeterServiceRequestsEventMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsEventMessageType(w, 'm:ClosedMeterServiceRequests', value);
  },
} as const;

/** The document element `DeletedMeterServiceRequests`. */
export const DeletedMeterServiceRequestsElement = {
  namespace,
  name: 'DeletedMeterServiceRequests',
  read: readMeterServiceRequestsEventMessageType,
  write(w: Writer, value: MeterServiceRequestsEventMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsEventMessageType(w, 'm:DeletedMeterServiceRequests', value);
  },
} as const;

/** The document element `MeterServiceRequestsResponseMessage`. */
export const MeterServiceRequestsResponseMessageElement = {
  namespace,
  name: 'MeterServiceRequestsResponseMessage',
  read: readMeterServiceRequestsResponseMessageType,
  write(w: Writer, value: MeterServiceRequestsResponseMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsResponseMessageType(w, 'm:MeterServiceRequestsResponseMessage', value);
  },
} as const;

/** The document element `MeterServiceRequestsFaultMessage`. */
export const MeterServiceRequestsFaultMessageElement = {
  namespace,
  name: 'MeterServiceRequestsFaultMessage',
  read: readMeterServiceRequestsFaultMessageType,
  write(w: Writer, value: MeterServiceRequestsFaultMessageType): void {
    w.declare(declarations);
    writeMeterServiceRequestsFaultMessageType(w, 'm:MeterServiceRequestsFaultMessage', value);
  },
} as const;

