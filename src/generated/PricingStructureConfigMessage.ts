// Generated from PricingStructureConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry PricingStructureConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as Message from './Message.js';
import * as PricingStructureConfig from './PricingStructureConfig.js';

export const namespace = 'http://iec.ch/TC57/2011/PricingStructureConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/PricingStructureConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/PricingStructureConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The PricingStructureConfig themselves; beside them operations, packed content and a hint at its format. */
export interface PricingStructureConfigPayloadType {
  readonly PricingStructureConfig: PricingStructureConfig.PricingStructureConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with PricingStructureConfig. */
export interface PricingStructureConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: PricingStructureConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface PricingStructureConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: PricingStructureConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface PricingStructureConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to PricingStructureConfig. */
export interface PricingStructureConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: PricingStructureConfigPayloadType;
}

export function readPricingStructureConfigPayloadType(c: Cursor): PricingStructureConfigPayloadType {
  const end = c.enter();
  const value: PricingStructureConfigPayloadType = {
    PricingStructureConfig: c.one(PricingStructureConfig.namespaceIdOf, 'PricingStructureConfig', PricingStructureConfig.readPricingStructureConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readPricingStructureConfigRequestMessageType(c: Cursor): PricingStructureConfigRequestMessageType {
  const end = c.enter();
  const value: PricingStructureConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readPricingStructureConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readPricingStructureConfigResponseMessageType(c: Cursor): PricingStructureConfigResponseMessageType {
  const end = c.enter();
  const value: PricingStructureConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readPricingStructureConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readPricingStructureConfigFaultMessageType(c: Cursor): PricingStructureConfigFaultMessageType {
  const end = c.enter();
  const value: PricingStructureConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readPricingStructureConfigEventMessageType(c: Cursor): PricingStructureConfigEventMessageType {
  const end = c.enter();
  const value: PricingStructureConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readPricingStructureConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writePricingStructureConfigPayloadType(w: Writer, tag: string, value: PricingStructureConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:PricingStructureConfig', value.PricingStructureConfig, PricingStructureConfig.writePricingStructureConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writePricingStructureConfigRequestMessageType(w: Writer, tag: string, value: PricingStructureConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writePricingStructureConfigPayloadType);
  w.close(tag);
}

export function writePricingStructureConfigResponseMessageType(w: Writer, tag: string, value: PricingStructureConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writePricingStructureConfigPayloadType);
  w.close(tag);
}

export function writePricingStructureConfigFaultMessageType(w: Writer, tag: string, value: PricingStructureConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writePricingStructureConfigEventMessageType(w: Writer, tag: string, value: PricingStructureConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writePricingStructureConfigPayloadType);
  w.close(tag);
}

/** The document element `CreatePricingStructureConfig`. */
export const CreatePricingStructureConfigElement = {
  namespace,
  name: 'CreatePricingStructureConfig',
  read: readPricingStructureConfigRequestMessageType,
  write(w: Writer, value: PricingStructureConfigRequestMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigRequestMessageType(w, 'm:CreatePricingStructureConfig', value);
  },
} as const;

/** The document element `ChangePricingStructureConfig`. */
export const ChangePricingStructureConfigElement = {
  namespace,
  name: 'ChangePricingStructureConfig',
  read: readPricingStructureConfigRequestMessageType,
  write(w: Writer, value: PricingStructureConfigRequestMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigRequestMessageType(w, 'm:ChangePricingStructureConfig', value);
  },
} as const;

/** The document element `CancelPricingStructureConfig`. */
export const CancelPricingStructureConfigElement = {
  namespace,
  name: 'CancelPricingStructureConfig',
  read: readPricingStructureConfigRequestMessageType,
  write(w: Writer, value: PricingStructureConfigRequestMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigRequestMessageType(w, 'm:CancelPricingStructureConfig', value);
  },
} as const;

/** The document element `ClosePricingStructureConfig`. */
export const ClosePricingStructureConfigElement = {
  namespace,
  name: 'ClosePricingStructureConfig',
  read: readPricingStructureConfigRequestMessageType,
  write(w: Writer, value: PricingStructureConfigRequestMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigRequestMessageType(w, 'm:ClosePricingStructureConfig', value);
  },
} as const;

/** The document element `DeletePricingStructureConfig`. */
export const DeletePricingStructureConfigElement = {
  namespace,
  name: 'DeletePricingStructureConfig',
  read: readPricingStructureConfigRequestMessageType,
  write(w: Writer, value: PricingStructureConfigRequestMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigRequestMessageType(w, 'm:DeletePricingStructureConfig', value);
  },
} as const;

/** The document element `CreatedPricingStructureConfig`. */
export const CreatedPricingStructureConfigElement = {
  namespace,
  name: 'CreatedPricingStructureConfig',
  read: readPricingStructureConfigEventMessageType,
  write(w: Writer, value: PricingStructureConfigEventMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigEventMessageType(w, 'm:CreatedPricingStructureConfig', value);
  },
} as const;

/** The document element `ChangedPricingStructureConfig`. */
export const ChangedPricingStructureConfigElement = {
  namespace,
  name: 'ChangedPricingStructureConfig',
  read: readPricingStructureConfigEventMessageType,
  write(w: Writer, value: PricingStructureConfigEventMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigEventMessageType(w, 'm:ChangedPricingStructureConfig', value);
  },
} as const;

/** The document element `CanceledPricingStructureConfig`. */
export const CanceledPricingStructureConfigElement = {
  namespace,
  name: 'CanceledPricingStructureConfig',
  read: readPricingStructureConfigEventMessageType,
  write(w: Writer, value: PricingStructureConfigEventMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigEventMessageType(w, 'm:CanceledPricingStructureConfig', value);
  },
} as const;

/** The document element `ClosedPricingStructureConfig`. */
export const ClosedPricingStructureConfigElement = {
  namespace,
  name: 'ClosedPricingStructureConfig',
  read: readPricingStructureConfigEventMessageType,
  write(w: Writer, value: PricingStructureConfigEventMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigEventMessageType(w, 'm:ClosedPricingStructureConfig', value);
  },
} as const;

/** The document element `DeletedPricingStructureConfig`. */
export const DeletedPricingStructureConfigElement = {
  namespace,
  name: 'DeletedPricingStructureConfig',
  read: readPricingStructureConfigEventMessageType,
  write(w: Writer, value: PricingStructureConfigEventMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigEventMessageType(w, 'm:DeletedPricingStructureConfig', value);
  },
} as const;

/** The document element `PricingStructureConfigResponseMessage`. */
export const PricingStructureConfigResponseMessageElement = {
  namespace,
  name: 'PricingStructureConfigResponseMessage',
  read: readPricingStructureConfigResponseMessageType,
  write(w: Writer, value: PricingStructureConfigResponseMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigResponseMessageType(w, 'm:PricingStructureConfigResponseMessage', value);
  },
} as const;

/** The document element `PricingStructureConfigFaultMessage`. */
export const PricingStructureConfigFaultMessageElement = {
  namespace,
  name: 'PricingStructureConfigFaultMessage',
  read: readPricingStructureConfigFaultMessageType,
  write(w: Writer, value: PricingStructureConfigFaultMessageType): void {
    w.declare(declarations);
    writePricingStructureConfigFaultMessageType(w, 'm:PricingStructureConfigFaultMessage', value);
  },
} as const;

