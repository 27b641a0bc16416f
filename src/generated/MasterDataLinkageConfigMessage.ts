// Generated from MasterDataLinkageConfigMessage.xsd by `npm run generate`. Do not edit.
/** Messages that carry MasterDataLinkageConfig: requests, events, responses and faults. */
import { namespaceId, type Cursor, type Writer, type XsString } from './runtime.js';
import * as MasterDataLinkageConfig from './MasterDataLinkageConfig.js';
import * as Message from './Message.js';

export const namespace = 'http://iec.ch/TC57/2011/MasterDataLinkageConfigMessage';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:m="http://iec.ch/TC57/2011/MasterDataLinkageConfigMessage" xmlns:obj="http://iec.ch/TC57/2011/MasterDataLinkageConfig#" xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

/** The MasterDataLinkageConfig themselves; beside them operations, packed content and a hint at its format. */
export interface MasterDataLinkageConfigPayloadType {
  readonly MasterDataLinkageConfig: MasterDataLinkageConfig.MasterDataLinkageConfig;
  readonly OperationSet?: Message.OperationSet;
  readonly Compressed?: XsString;
  readonly Format?: XsString;
}

/** Asks the receiver to do something with MasterDataLinkageConfig. */
export interface MasterDataLinkageConfigRequestMessageType {
  readonly Header: Message.HeaderType;
  readonly Request?: Message.RequestType;
  readonly Payload?: MasterDataLinkageConfigPayloadType;
}

/** Answers a request or acknowledges an event. */
export interface MasterDataLinkageConfigResponseMessageType {
  readonly Header: Message.HeaderType;
  readonly Reply: Message.ReplyType;
  readonly Payload?: MasterDataLinkageConfigPayloadType;
}

/** Answers a message that could not be read or accepted as it is. */
export interface MasterDataLinkageConfigFaultMessageType {
  readonly Reply: Message.ReplyType;
}

/** Reports what has happened to MasterDataLinkageConfig. */
export interface MasterDataLinkageConfigEventMessageType {
  readonly Header: Message.HeaderType;
  readonly Payload?: MasterDataLinkageConfigPayloadType;
}

export function readMasterDataLinkageConfigPayloadType(c: Cursor): MasterDataLinkageConfigPayloadType {
  const end = c.enter();
  const value: MasterDataLinkageConfigPayloadType = {
    MasterDataLinkageConfig: c.one(MasterDataLinkageConfig.namespaceIdOf, 'MasterDataLinkageConfig', MasterDataLinkageConfig.readMasterDataLinkageConfig),
    OperationSet: c.maybe(N, 'OperationSet', Message.readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    Format: c.maybeText(N, 'Format'),
  };
  c.leave(end);
  return value;
}

export function readMasterDataLinkageConfigRequestMessageType(c: Cursor): MasterDataLinkageConfigRequestMessageType {
  const end = c.enter();
  const value: MasterDataLinkageConfigRequestMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Request: c.maybe(N, 'Request', Message.readRequestType),
    Payload: c.maybe(N, 'Payload', readMasterDataLinkageConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMasterDataLinkageConfigResponseMessageType(c: Cursor): MasterDataLinkageConfigResponseMessageType {
  const end = c.enter();
  const value: MasterDataLinkageConfigResponseMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Reply: c.one(N, 'Reply', Message.readReplyType),
    Payload: c.maybe(N, 'Payload', readMasterDataLinkageConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function readMasterDataLinkageConfigFaultMessageType(c: Cursor): MasterDataLinkageConfigFaultMessageType {
  const end = c.enter();
  const value: MasterDataLinkageConfigFaultMessageType = {
    Reply: c.one(N, 'Reply', Message.readReplyType),
  };
  c.leave(end);
  return value;
}

export function readMasterDataLinkageConfigEventMessageType(c: Cursor): MasterDataLinkageConfigEventMessageType {
  const end = c.enter();
  const value: MasterDataLinkageConfigEventMessageType = {
    Header: c.one(N, 'Header', Message.readHeaderType),
    Payload: c.maybe(N, 'Payload', readMasterDataLinkageConfigPayloadType),
  };
  c.leave(end);
  return value;
}

export function writeMasterDataLinkageConfigPayloadType(w: Writer, tag: string, value: MasterDataLinkageConfigPayloadType): void {
  w.open(tag);
  w.maybe('obj:MasterDataLinkageConfig', value.MasterDataLinkageConfig, MasterDataLinkageConfig.writeMasterDataLinkageConfig);
  w.maybe('m:OperationSet', value.OperationSet, Message.writeOperationSet);
  w.leaf('m:Compressed', value.Compressed);
  w.leaf('m:Format', value.Format);
  w.close(tag);
}

export function writeMasterDataLinkageConfigRequestMessageType(w: Writer, tag: string, value: MasterDataLinkageConfigRequestMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Request', value.Request, Message.writeRequestType);
  w.maybe('m:Payload', value.Payload, writeMasterDataLinkageConfigPayloadType);
  w.close(tag);
}

export function writeMasterDataLinkageConfigResponseMessageType(w: Writer, tag: string, value: MasterDataLinkageConfigResponseMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.maybe('m:Payload', value.Payload, writeMasterDataLinkageConfigPayloadType);
  w.close(tag);
}

export function writeMasterDataLinkageConfigFaultMessageType(w: Writer, tag: string, value: MasterDataLinkageConfigFaultMessageType): void {
  w.open(tag);
  w.maybe('m:Reply', value.Reply, Message.writeReplyType);
  w.close(tag);
}

export function writeMasterDataLinkageConfigEventMessageType(w: Writer, tag: string, value: MasterDataLinkageConfigEventMessageType): void {
  w.open(tag);
  w.maybe('m:Header', value.Header, Message.writeHeaderType);
  w.maybe('m:Payload', value.Payload, writeMasterDataLinkageConfigPayloadType);
  w.close(tag);
}

/** The document element `CreateMasterDataLinkageConfig`. */
export const CreateMasterDataLinkageConfigElement = {
  namespace,
  name: 'CreateMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigRequestMessageType,
  write(w: Writer, value: MasterDataLinkageConfigRequestMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigRequestMessageType(w, 'm:CreateMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `ChangeMasterDataLinkageConfig`. */
export const ChangeMasterDataLinkageConfigElement = {
  namespace,
  name: 'ChangeMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigRequestMessageType,
  write(w: Writer, value: MasterDataLinkageConfigRequestMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigRequestMessageType(w, 'm:ChangeMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `CancelMasterDataLinkageConfig`. */
export const CancelMasterDataLinkageConfigElement = {
  namespace,
  name: 'CancelMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigRequestMessageType,
  write(w: Writer, value: MasterDataLinkageConfigRequestMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigRequestMessageType(w, 'm:CancelMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `CloseMasterDataLinkageConfig`. */
export const CloseMasterDataLinkageConfigElement = {
  namespace,
  name: 'CloseMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigRequestMessageType,
  write(w: Writer, value: MasterDataLinkageConfigRequestMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigRequestMessageType(w, 'm:CloseMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `DeleteMasterDataLinkageConfig`. */
export const DeleteMasterDataLinkageConfigElement = {
  namespace,
  name: 'DeleteMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigRequestMessageType,
  write(w: Writer, value: MasterDataLinkageConfigRequestMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigRequestMessageType(w, 'm:DeleteMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `CreatedMasterDataLinkageConfig`. */
export const CreatedMasterDataLinkageConfigElement = {
  namespace,
  name: 'CreatedMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigEventMessageType,
  write(w: Writer, value: MasterDataLinkageConfigEventMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigEventMessageType(w, 'm:CreatedMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `ChangedMasterDataLinkageConfig`. */
export const ChangedMasterDataLinkageConfigElement = {
  namespace,
  name: 'ChangedMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigEventMessageType,
  write(w: Writer, value: MasterDataLinkageConfigEventMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigEventMessageType(w, 'm:ChangedMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `CanceledMasterDataLinkageConfig`. */
export const CanceledMasterDataLinkageConfigElement = {
  namespace,
  name: 'CanceledMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigEventMessageType,
  write(w: Writer, value: MasterDataLinkageConfigEventMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigEventMessageType(w, 'm:CanceledMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `ClosedMasterDataLinkageConfig`. */
export const ClosedMasterDataLinkageConfigElement = {
  namespace,
  name: 'ClosedMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigEventMessageType,
  write(w: Writer, value: MasterDataLinkageConfigEventMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigEventMessageType(w, 'm:ClosedMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `DeletedMasterDataLinkageConfig`. */
export const DeletedMasterDataLinkageConfigElement = {
  namespace,
  name: 'DeletedMasterDataLinkageConfig',
  read: readMasterDataLinkageConfigEventMessageType,
  write(w: Writer, value: MasterDataLinkageConfigEventMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigEventMessageType(w, 'm:DeletedMasterDataLinkageConfig', value);
  },
} as const;

/** The document element `MasterDataLinkageConfigResponseMessage`. */
export const MasterDataLinkageConfigResponseMessageElement = {
  namespace,
  name: 'MasterDataLinkageConfigResponseMessage',
  read: readMasterDataLinkageConfigResponseMessageType,
  write(w: Writer, value: MasterDataLinkageConfigResponseMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigResponseMessageType(w, 'm:MasterDataLinkageConfigResponseMessage', value);
  },
} as const;

/** The document element `MasterDataLinkageConfigFaultMessage`. */
export const MasterDataLinkageConfigFaultMessageElement = {
  namespace,
  name: 'MasterDataLinkageConfigFaultMessage',
  read: readMasterDataLinkageConfigFaultMessageType,
  write(w: Writer, value: MasterDataLinkageConfigFaultMessageType): void {
    w.declare(declarations);
    writeMasterDataLinkageConfigFaultMessageType(w, 'm:MasterDataLinkageConfigFaultMessage', value);
  },
} as const;

