// Generated from Message.xsd by `npm run generate`. Do not edit.
/** Common message envelope: header, request, reply and payload, and the messages made of them. Structure known from published schemas; independent copies agree. */
import { lexical, namespaceId, type Cursor, type ForeignElement, type Writer, type XsBoolean, type XsDateTime, type XsInteger, type XsQName, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/schema/message';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:msg="http://iec.ch/TC57/2011/schema/message"';

export type ReplyTypeResult = 'OK' | 'PARTIAL' | 'FAILED';
export const valuesOfReplyTypeResult: ReadonlySet<string> = new Set<ReplyTypeResult>(['OK', 'PARTIAL', 'FAILED']);

export type HeaderTypeVerb = 'cancel' | 'canceled' | 'change' | 'changed' | 'create' | 'created' | 'close' | 'closed' | 'delete' | 'deleted' | 'get' | 'reply' | 'execute' | 'executed';
export const valuesOfHeaderTypeVerb: ReadonlySet<string> = new Set<HeaderTypeVerb>(['cancel', 'canceled', 'change', 'changed', 'create', 'created', 'close', 'closed', 'delete', 'deleted', 'get', 'reply', 'execute', 'executed']);

export type ErrorTypeLevel = 'INFORM' | 'WARNING' | 'FATAL' | 'CATASTROPHIC';
export const valuesOfErrorTypeLevel: ReadonlySet<string> = new Set<ErrorTypeLevel>(['INFORM', 'WARNING', 'FATAL', 'CATASTROPHIC']);

/** What sort of identifier it is. */
export type IDKindType = 'name' | 'uuid' | 'transaction' | 'other';
export const valuesOfIDKindType: ReadonlySet<string> = new Set<IDKindType>(['name', 'uuid', 'transaction', 'other']);

export interface RequestTypeID {
  readonly idType?: XsString;
  readonly idAuthority?: XsString;
  readonly kind?: IDKindType;
  readonly objectType?: XsString;
  /** The text of the element. */
  readonly text: XsString;
}

/** Parameters of a request: time span, options, object identifiers, and for get the request profile. */
export interface RequestType {
  /** Start of the time span asked for. */
  readonly StartTime?: XsDateTime;
  /** End of the time span asked for. */
  readonly EndTime?: XsDateTime;
  readonly Option?: readonly OptionType[];
  /** Identifier of an object the request is about. */
  readonly ID?: readonly RequestTypeID[];
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

export interface ReplyTypeID {
  readonly idType?: XsString;
  readonly idAuthority?: XsString;
  readonly kind?: IDKindType;
  readonly objectType?: XsString;
  /** The text of the element. */
  readonly text: XsString;
}

/** Result of a request with the errors found. */
export interface ReplyType {
  /** OK if all was done, PARTIAL if some was, FAILED if nothing was. */
  readonly Result: ReplyTypeResult;
  /** One finding for each object or cause. */
  readonly Error?: readonly ErrorType[];
  /** Identifier of what the request led to, such as a transaction. */
  readonly ID?: readonly ReplyTypeID[];
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
  /** Operation of the set that this reply answers. */
  readonly operationId?: XsInteger;
}

export interface PayloadTypeID {
  readonly idType?: XsString;
  readonly idAuthority?: XsString;
  readonly kind?: IDKindType;
  readonly objectType?: XsString;
  /** The text of the element. */
  readonly text: XsString;
}

/** Business content: foreign elements, an operation set, a compressed text, or identifiers of target objects. */
export type PayloadType = {
  /** Hint at the format of the content, such as XML, PDF or BINARY. */
  readonly Format?: XsString;
} & (
  | { readonly any?: readonly ForeignElement[]; readonly OperationSet?: undefined; readonly Compressed?: undefined; readonly ID?: undefined }
  | { readonly OperationSet?: OperationSet; readonly any?: undefined; readonly Compressed?: undefined; readonly ID?: undefined }
  | { readonly Compressed?: XsString; readonly any?: undefined; readonly OperationSet?: undefined; readonly ID?: undefined }
  | { readonly ID?: readonly PayloadTypeID[]; readonly any?: undefined; readonly OperationSet?: undefined; readonly Compressed?: undefined }
);

/** One operation of a set, with its own verb, noun and payload. */
export interface OperationType {
  /** Number of the operation, unique within the set. */
  readonly operationId: XsInteger;
  readonly noun?: XsString;
  readonly verb?: XsString;
  /** True: the verb applies to the elements present, not to the whole object. */
  readonly elementOperation?: XsBoolean;
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** Several operations sent as one message, optionally in sequence and all or nothing. */
export interface OperationSet {
  /** True: carry out in the order given. Absent means false. */
  readonly enforceMsgSequence?: XsBoolean;
  /** True: all operations or none. Absent means false. */
  readonly enforceTransactionalIntegrity?: XsBoolean;
  readonly Operation?: readonly OperationType[];
}

/** Data by which a receiver recognises a message sent twice by an attacker. */
export interface ReplayDetectionType {
  /** Random value that is used only once. */
  readonly Nonce: XsString;
  /** When the nonce was made. */
  readonly Created: XsDateTime;
}

/** End user on whose behalf the message is sent; for audit, not a credential. */
export interface UserType {
  /** Name of the user, as known to the sender. */
  readonly UserID: XsString;
  /** Organisation the user belongs to. */
  readonly Organization?: XsString;
}

/** Control data common to all messages. Only the verb and the noun are mandatory. */
export interface HeaderType {
  /** What is done with the noun: a request verb, its past form in events, or reply. */
  readonly Verb: HeaderTypeVerb;
  /** Name of the payload type, such as MeterReadings. */
  readonly Noun: XsString;
  /** Revision of the message type the sender uses. */
  readonly Revision?: XsString;
  readonly ReplayDetection?: ReplayDetectionType;
  /** For what use the message is sent, such as PRODUCTION or TESTING. A testing command must not reach a real device. */
  readonly Context?: XsString;
  /** When the application produced the message. */
  readonly Timestamp?: XsDateTime;
  /** System that sends the message. */
  readonly Source?: XsString;
  /** True: the direct answer only acknowledges, the reply follows at the reply address. Absent means false. */
  readonly AsyncReplyFlag?: XsBoolean;
  /** Where asynchronous replies go: a URL, a topic or a queue. */
  readonly ReplyAddress?: XsString;
  /** True if the receiver has to acknowledge an event or reply. Absent means false. */
  readonly AckRequired?: XsBoolean;
  readonly User?: UserType;
  /** Identifier of this one message, never used again. */
  readonly MessageID?: XsString;
  /** Ties replies and resulting events to the request. */
  readonly CorrelationID?: XsString;
  /** Free text for people; never processed. */
  readonly Comment?: XsString;
  readonly Property?: readonly MessageProperty[];
  /** Elements of other namespaces, kept as they came. */
  readonly any?: readonly ForeignElement[];
}

/** Additional header data for routing and filtering. */
export interface MessageProperty {
  readonly Name: XsString;
  readonly Value?: XsString;
}

/** Message of any kind; which parts are present follows from the verb. */
export interface MessageType {
  readonly Header: HeaderType;
  readonly Request?: RequestType;
  readonly Reply?: ReplyType;
  readonly Payload?: PayloadType;
}

/** Message that asks for something. */
export interface RequestMessageType {
  readonly Header: HeaderType;
  readonly Request?: RequestType;
  readonly Payload?: PayloadType;
}

/** Answer to a request or acknowledgement of an event. */
export interface ResponseMessageType {
  readonly Header: HeaderType;
  readonly Reply: ReplyType;
  readonly Payload?: PayloadType;
}

/** Answer to a message whose header could not be read. */
export interface FaultMessageType {
  readonly Reply: ReplyType;
}

/** Message that reports what has happened. */
export interface EventMessageType {
  readonly Header: HeaderType;
  readonly Payload?: PayloadType;
}

export interface ErrorTypeID {
  readonly idType?: XsString;
  readonly idAuthority?: XsString;
  readonly kind?: IDKindType;
  readonly objectType?: XsString;
  /** The text of the element. */
  readonly text: XsString;
}

export interface ErrorTypeRelatedID {
  readonly idType?: XsString;
  readonly idAuthority?: XsString;
  readonly kind?: IDKindType;
  readonly objectType?: XsString;
  /** The text of the element. */
  readonly text: XsString;
}

/** One finding: its code, its severity and the object or place concerned. */
export interface ErrorType {
  /** Reply code; the part before the dot is its group, and group 0 means success. */
  readonly code: XsString;
  /** Severity. */
  readonly level?: ErrorTypeLevel;
  /** Short text. */
  readonly reason?: XsString;
  /** Long text. */
  readonly details?: XsString;
  /** Place in the message. The type only allows a qualified name, so a longer path goes into the details. */
  readonly xpath?: XsQName;
  /** Trace of the failing program; not to be sent to other organisations. */
  readonly stackTrace?: XsString;
  readonly Location?: LocationType;
  /** Object in error. */
  readonly ID?: ErrorTypeID;
  /** Other object, if the error lies in a relation. */
  readonly relatedID?: ErrorTypeRelatedID;
  /** Object in error in the older form; ID is preferred. */
  readonly object?: ObjectType;
  /** Operation of the set that failed. */
  readonly operationId?: XsInteger;
}

/** Additional request parameter as a name and a value. */
export interface OptionType {
  readonly name: XsString;
  readonly value?: XsString;
}

/** Place in the processing chain where an error arose. */
export interface LocationType {
  /** Machine or application. */
  readonly node?: XsString;
  /** Processing chain. */
  readonly pipeline?: XsString;
  /** Step of the chain. */
  readonly stage?: XsString;
}

/** Object an error is about, in the older form; ID is preferred. */
export interface ObjectType {
  readonly mRID?: XsString;
  readonly Name?: readonly Name[];
  readonly objectType?: XsString;
}

/** Kind of a name. */
export interface NameType {
  readonly name: XsString;
  readonly description?: XsString;
  readonly NameTypeAuthority?: NameTypeAuthority;
}

/** A name of an object. The same object may have several, told apart by their type and authority. */
export interface Name {
  readonly name: XsString;
  readonly NameType?: NameType;
}

/** Organisation or system that assigns the names of a type. */
export interface NameTypeAuthority {
  readonly name: XsString;
  readonly description?: XsString;
}

export function readRequestTypeID(c: Cursor): RequestTypeID {
  return { idType: c.attribute('idType'), idAuthority: c.attribute('idAuthority'), kind: c.attribute('kind', valuesOfIDKindType) as IDKindType, objectType: c.attribute('objectType'), text: c.text() };
}

export function readRequestType(c: Cursor): RequestType {
  const end = c.enter();
  const value: RequestType = {
    StartTime: c.maybeToken(N, 'StartTime', lexical.dateTime),
    EndTime: c.maybeToken(N, 'EndTime', lexical.dateTime),
    Option: c.many(N, 'Option', readOptionType),
    ID: c.many(N, 'ID', readRequestTypeID),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readReplyTypeID(c: Cursor): ReplyTypeID {
  return { idType: c.attribute('idType'), idAuthority: c.attribute('idAuthority'), kind: c.attribute('kind', valuesOfIDKindType) as IDKindType, objectType: c.attribute('objectType'), text: c.text() };
}

export function readReplyType(c: Cursor): ReplyType {
  const end = c.enter();
  const value: ReplyType = {
    Result: c.oneText(N, 'Result', valuesOfReplyTypeResult) as ReplyTypeResult,
    Error: c.many(N, 'Error', readErrorType),
    ID: c.many(N, 'ID', readReplyTypeID),
    any: c.foreign(N),
    operationId: c.maybeToken(N, 'operationId', lexical.integer),
  };
  c.leave(end);
  return value;
}

export function readPayloadTypeID(c: Cursor): PayloadTypeID {
  return { idType: c.attribute('idType'), idAuthority: c.attribute('idAuthority'), kind: c.attribute('kind', valuesOfIDKindType) as IDKindType, objectType: c.attribute('objectType'), text: c.text() };
}

export function readPayloadType(c: Cursor): PayloadType {
  const end = c.enter();
  const value = {
    any: c.foreign(N),
    OperationSet: c.maybe(N, 'OperationSet', readOperationSet),
    Compressed: c.maybeText(N, 'Compressed'),
    ID: c.many(N, 'ID', readPayloadTypeID),
    Format: c.maybeText(N, 'Format'),
  };
  c.chosen(true, value.any, value.OperationSet, value.Compressed, value.ID);
  c.leave(end);
  return value as PayloadType;
}

export function readOperationType(c: Cursor): OperationType {
  const end = c.enter();
  const value: OperationType = {
    operationId: c.oneToken(N, 'operationId', lexical.integer),
    noun: c.maybeText(N, 'noun'),
    verb: c.maybeText(N, 'verb'),
    elementOperation: c.maybeToken(N, 'elementOperation', lexical.unsure) as XsBoolean | undefined,
    any: c.counted(c.foreign(N), 0, 1),
  };
  c.leave(end);
  return value;
}

export function readOperationSet(c: Cursor): OperationSet {
  const end = c.enter();
  const value: OperationSet = {
    enforceMsgSequence: c.maybeToken(N, 'enforceMsgSequence', lexical.boolean) as XsBoolean | undefined,
    enforceTransactionalIntegrity: c.maybeToken(N, 'enforceTransactionalIntegrity', lexical.boolean) as XsBoolean | undefined,
    Operation: c.many(N, 'Operation', readOperationType),
  };
  c.leave(end);
  return value;
}

export function readReplayDetectionType(c: Cursor): ReplayDetectionType {
  const end = c.enter();
  const value: ReplayDetectionType = {
    Nonce: c.oneText(N, 'Nonce'),
    Created: c.oneToken(N, 'Created', lexical.dateTime),
  };
  c.leave(end);
  return value;
}

export function readUserType(c: Cursor): UserType {
  const end = c.enter();
  const value: UserType = {
    UserID: c.oneText(N, 'UserID'),
    Organization: c.maybeText(N, 'Organization'),
  };
  c.leave(end);
  return value;
}

export function readHeaderType(c: Cursor): HeaderType {
  const end = c.enter();
  const value: HeaderType = {
    Verb: c.oneText(N, 'Verb', valuesOfHeaderTypeVerb) as HeaderTypeVerb,
    Noun: c.oneText(N, 'Noun'),
    Revision: c.maybeText(N, 'Revision'),
    ReplayDetection: c.maybe(N, 'ReplayDetection', readReplayDetectionType),
    Context: c.maybeText(N, 'Context'),
    Timestamp: c.maybeToken(N, 'Timestamp', lexical.dateTime),
    Source: c.maybeText(N, 'Source'),
    AsyncReplyFlag: c.maybeToken(N, 'AsyncReplyFlag', lexical.boolean) as XsBoolean | undefined,
    ReplyAddress: c.maybeText(N, 'ReplyAddress'),
    AckRequired: c.maybeToken(N, 'AckRequired', lexical.boolean) as XsBoolean | undefined,
    User: c.maybe(N, 'User', readUserType),
    MessageID: c.maybeText(N, 'MessageID'),
    CorrelationID: c.maybeText(N, 'CorrelationID'),
    Comment: c.maybeText(N, 'Comment'),
    Property: c.many(N, 'Property', readMessageProperty),
    any: c.foreign(N),
  };
  c.leave(end);
  return value;
}

export function readMessageProperty(c: Cursor): MessageProperty {
  const end = c.enter();
  const value: MessageProperty = {
    Name: c.oneText(N, 'Name'),
    Value: c.maybeText(N, 'Value'),
  };
  c.leave(end);
  return value;
}

export function readMessageType(c: Cursor): MessageType {
  const end = c.enter();
  const value: MessageType = {
    Header: c.one(N, 'Header', readHeaderType),
    Request: c.maybe(N, 'Request', readRequestType),
    Reply: c.maybe(N, 'Reply', readReplyType),
    Payload: c.maybe(N, 'Payload', readPayloadType),
  };
  c.leave(end);
  return value;
}

export function readRequestMessageType(c: Cursor): RequestMessageType {
  const end = c.enter();
  const value: RequestMessageType = {
    Header: c.one(N, 'Header', readHeaderType),
    Request: c.maybe(N, 'Request', readRequestType),
    Payload: c.maybe(N, 'Payload', readPayloadType),
  };
  c.leave(end);
  return value;
}

export function readResponseMessageType(c: Cursor): ResponseMessageType {
  const end = c.enter();
  const value: ResponseMessageType = {
    Header: c.one(N, 'Header', readHeaderType),
    Reply: c.one(N, 'Reply', readReplyType),
    Payload: c.maybe(N, 'Payload', readPayloadType),
  };
  c.leave(end);
  return value;
}

export function readFaultMessageType(c: Cursor): FaultMessageType {
  const end = c.enter();
  const value: FaultMessageType = {
    Reply: c.one(N, 'Reply', readReplyType),
  };
  c.leave(end);
  return value;
}

export function readEventMessageType(c: Cursor): EventMessageType {
  const end = c.enter();
  const value: EventMessageType = {
    Header: c.one(N, 'Header', readHeaderType),
    Payload: c.maybe(N, 'Payload', readPayloadType),
  };
  c.leave(end);
  return value;
}

export function readErrorTypeID(c: Cursor): ErrorTypeID {
  return { idType: c.attribute('idType'), idAuthority: c.attribute('idAuthority'), kind: c.attribute('kind', valuesOfIDKindType) as IDKindType, objectType: c.attribute('objectType'), text: c.text() };
}

export function readErrorTypeRelatedID(c: Cursor): ErrorTypeRelatedID {
  return { idType: c.attribute('idType'), idAuthority: c.attribute('idAuthority'), kind: c.attribute('kind', valuesOfIDKindType) as IDKindType, objectType: c.attribute('objectType'), text: c.text() };
}

export function readErrorType(c: Cursor): ErrorType {
  const end = c.enter();
  const value: ErrorType = {
    code: c.oneText(N, 'code'),
    level: c.maybeText(N, 'level', valuesOfErrorTypeLevel) as ErrorTypeLevel | undefined,
    reason: c.maybeText(N, 'reason'),
    details: c.maybeText(N, 'details'),
    xpath: c.maybeToken(N, 'xpath', lexical.unsure),
    stackTrace: c.maybeText(N, 'stackTrace'),
    Location: c.maybe(N, 'Location', readLocationType),
    ID: c.maybe(N, 'ID', readErrorTypeID),
    relatedID: c.maybe(N, 'relatedID', readErrorTypeRelatedID),
    object: c.maybe(N, 'object', readObjectType),
    operationId: c.maybeToken(N, 'operationId', lexical.integer),
  };
  c.leave(end);
  return value;
}

export function readOptionType(c: Cursor): OptionType {
  const end = c.enter();
  const value: OptionType = {
    name: c.oneText(N, 'name'),
    value: c.maybeText(N, 'value'),
  };
  c.leave(end);
  return value;
}

export function readLocationType(c: Cursor): LocationType {
  const end = c.enter();
  const value: LocationType = {
    node: c.maybeText(N, 'node'),
    pipeline: c.maybeText(N, 'pipeline'),
    stage: c.maybeText(N, 'stage'),
  };
  c.leave(end);
  return value;
}

export function readObjectType(c: Cursor): ObjectType {
  const end = c.enter();
  const value: ObjectType = {
    mRID: c.maybeText(N, 'mRID'),
    Name: c.many(N, 'Name', readName),
    objectType: c.maybeText(N, 'objectType'),
  };
  c.leave(end);
  return value;
}

export function readNameType(c: Cursor): NameType {
  const end = c.enter();
  const value: NameType = {
    name: c.oneText(N, 'name'),
    description: c.maybeText(N, 'description'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readName(c: Cursor): Name {
  const end = c.enter();
  const value: Name = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readNameType),
  };
  c.leave(end);
  return value;
}

export function readNameTypeAuthority(c: Cursor): NameTypeAuthority {
  const end = c.enter();
  const value: NameTypeAuthority = {
    name: c.oneText(N, 'name'),
    description: c.maybeText(N, 'description'),
  };
  c.leave(end);
  return value;
}

export function writeRequestTypeID(w: Writer, tag: string, value: RequestTypeID): void {
  w.leafWith(tag, value.text, [['idType', value.idType], ['idAuthority', value.idAuthority], ['kind', value.kind], ['objectType', value.objectType]]);
}

export function writeRequestType(w: Writer, tag: string, value: RequestType): void {
  w.open(tag);
  w.leaf('msg:StartTime', value.StartTime);
  w.leaf('msg:EndTime', value.EndTime);
  w.many('msg:Option', value.Option, writeOptionType);
  w.many('msg:ID', value.ID, writeRequestTypeID);
  w.foreign(value.any);
  w.close(tag);
}

export function writeReplyTypeID(w: Writer, tag: string, value: ReplyTypeID): void {
  w.leafWith(tag, value.text, [['idType', value.idType], ['idAuthority', value.idAuthority], ['kind', value.kind], ['objectType', value.objectType]]);
}

export function writeReplyType(w: Writer, tag: string, value: ReplyType): void {
  w.open(tag);
  w.leaf('msg:Result', value.Result);
  w.many('msg:Error', value.Error, writeErrorType);
  w.many('msg:ID', value.ID, writeReplyTypeID);
  w.foreign(value.any);
  w.leaf('msg:operationId', value.operationId);
  w.close(tag);
}

export function writePayloadTypeID(w: Writer, tag: string, value: PayloadTypeID): void {
  w.leafWith(tag, value.text, [['idType', value.idType], ['idAuthority', value.idAuthority], ['kind', value.kind], ['objectType', value.objectType]]);
}

export function writePayloadType(w: Writer, tag: string, value: PayloadType): void {
  w.open(tag);
  w.foreign(value.any);
  w.maybe('msg:OperationSet', value.OperationSet, writeOperationSet);
  w.leaf('msg:Compressed', value.Compressed);
  w.many('msg:ID', value.ID, writePayloadTypeID);
  w.leaf('msg:Format', value.Format);
  w.close(tag);
}

export function writeOperationType(w: Writer, tag: string, value: OperationType): void {
  w.open(tag);
  w.leaf('msg:operationId', value.operationId);
  w.leaf('msg:noun', value.noun);
  w.leaf('msg:verb', value.verb);
  w.leaf('msg:elementOperation', value.elementOperation);
  w.foreign(value.any);
  w.close(tag);
}

export function writeOperationSet(w: Writer, tag: string, value: OperationSet): void {
  w.open(tag);
  w.leaf('msg:enforceMsgSequence', value.enforceMsgSequence);
  w.leaf('msg:enforceTransactionalIntegrity', value.enforceTransactionalIntegrity);
  w.many('msg:Operation', value.Operation, writeOperationType);
  w.close(tag);
}

export function writeReplayDetectionType(w: Writer, tag: string, value: ReplayDetectionType): void {
  w.open(tag);
  w.leaf('msg:Nonce', value.Nonce);
  w.leaf('msg:Created', value.Created);
  w.close(tag);
}

export function writeUserType(w: Writer, tag: string, value: UserType): void {
  w.open(tag);
  w.leaf('msg:UserID', value.UserID);
  w.leaf('msg:Organization', value.Organization);
  w.close(tag);
}

export function writeHeaderType(w: Writer, tag: string, value: HeaderType): void {
  w.open(tag);
  w.leaf('msg:Verb', value.Verb);
  w.leaf('msg:Noun', value.Noun);
  w.leaf('msg:Revision', value.Revision);
  w.maybe('msg:ReplayDetection', value.ReplayDetection, writeReplayDetectionType);
  w.leaf('msg:Context', value.Context);
  w.leaf('msg:Timestamp', value.Timestamp);
  w.leaf('msg:Source', value.Source);
  w.leaf('msg:AsyncReplyFlag', value.AsyncReplyFlag);
  w.leaf('msg:ReplyAddress', value.ReplyAddress);
  w.leaf('msg:AckRequired', value.AckRequired);
  w.maybe('msg:User', value.User, writeUserType);
  w.leaf('msg:MessageID', value.MessageID);
  w.leaf('msg:CorrelationID', value.CorrelationID);
  w.leaf('msg:Comment', value.Comment);
  w.many('msg:Property', value.Property, writeMessageProperty);
  w.foreign(value.any);
  w.close(tag);
}

export function writeMessageProperty(w: Writer, tag: string, value: MessageProperty): void {
  w.open(tag);
  w.leaf('msg:Name', value.Name);
  w.leaf('msg:Value', value.Value);
  w.close(tag);
}

export function writeMessageType(w: Writer, tag: string, value: MessageType): void {
  w.open(tag);
  w.maybe('msg:Header', value.Header, writeHeaderType);
  w.maybe('msg:Request', value.Request, writeRequestType);
  w.maybe('msg:Reply', value.Reply, writeReplyType);
  w.maybe('msg:Payload', value.Payload, writePayloadType);
  w.close(tag);
}

export function writeRequestMessageType(w: Writer, tag: string, value: RequestMessageType): void {
  w.open(tag);
  w.maybe('msg:Header', value.Header, writeHeaderType);
  w.maybe('msg:Request', value.Request, writeRequestType);
  w.maybe('msg:Payload', value.Payload, writePayloadType);
  w.close(tag);
}

export function writeResponseMessageType(w: Writer, tag: string, value: ResponseMessageType): void {
  w.open(tag);
  w.maybe('msg:Header', value.Header, writeHeaderType);
  w.maybe('msg:Reply', value.Reply, writeReplyType);
  w.maybe('msg:Payload', value.Payload, writePayloadType);
  w.close(tag);
}

export function writeFaultMessageType(w: Writer, tag: string, value: FaultMessageType): void {
  w.open(tag);
  w.maybe('msg:Reply', value.Reply, writeReplyType);
  w.close(tag);
}

export function writeEventMessageType(w: Writer, tag: string, value: EventMessageType): void {
  w.open(tag);
  w.maybe('msg:Header', value.Header, writeHeaderType);
  w.maybe('msg:Payload', value.Payload, writePayloadType);
  w.close(tag);
}

export function writeErrorTypeID(w: Writer, tag: string, value: ErrorTypeID): void {
  w.leafWith(tag, value.text, [['idType', value.idType], ['idAuthority', value.idAuthority], ['kind', value.kind], ['objectType', value.objectType]]);
}

export function writeErrorTypeRelatedID(w: Writer, tag: string, value: ErrorTypeRelatedID): void {
  w.leafWith(tag, value.text, [['idType', value.idType], ['idAuthority', value.idAuthority], ['kind', value.kind], ['objectType', value.objectType]]);
}

export function writeErrorType(w: Writer, tag: string, value: ErrorType): void {
  w.open(tag);
  w.leaf('msg:code', value.code);
  w.leaf('msg:level', value.level);
  w.leaf('msg:reason', value.reason);
  w.leaf('msg:details', value.details);
  w.leaf('msg:xpath', value.xpath);
  w.leaf('msg:stackTrace', value.stackTrace);
  w.maybe('msg:Location', value.Location, writeLocationType);
  w.maybe('msg:ID', value.ID, writeErrorTypeID);
  w.maybe('msg:relatedID', value.relatedID, writeErrorTypeRelatedID);
  w.maybe('msg:object', value.object, writeObjectType);
  w.leaf('msg:operationId', value.operationId);
  w.close(tag);
}

export function writeOptionType(w: Writer, tag: string, value: OptionType): void {
  w.open(tag);
  w.leaf('msg:name', value.name);
  w.leaf('msg:value', value.value);
  w.close(tag);
}

export function writeLocationType(w: Writer, tag: string, value: LocationType): void {
  w.open(tag);
  w.leaf('msg:node', value.node);
  w.leaf('msg:pipeline', value.pipeline);
  w.leaf('msg:stage', value.stage);
  w.close(tag);
}

export function writeObjectType(w: Writer, tag: string, value: ObjectType): void {
  w.open(tag);
  w.leaf('msg:mRID', value.mRID);
  w.many('msg:Name', value.Name, writeName);
  w.leaf('msg:objectType', value.objectType);
  w.close(tag);
}

export function writeNameType(w: Writer, tag: string, value: NameType): void {
  w.open(tag);
  w.leaf('msg:name', value.name);
  w.leaf('msg:description', value.description);
  w.maybe('msg:NameTypeAuthority', value.NameTypeAuthority, writeNameTypeAuthority);
  w.close(tag);
}

export function writeName(w: Writer, tag: string, value: Name): void {
  w.open(tag);
  w.leaf('msg:name', value.name);
  w.maybe('msg:NameType', value.NameType, writeNameType);
  w.close(tag);
}

export function writeNameTypeAuthority(w: Writer, tag: string, value: NameTypeAuthority): void {
  w.open(tag);
  w.leaf('msg:name', value.name);
  w.leaf('msg:description', value.description);
  w.close(tag);
}

/** The document element `Message`. */
export const MessageElement = {
  namespace,
  name: 'Message',
  read: readMessageType,
  write(w: Writer, value: MessageType): void {
    w.declare(declarations);
    writeMessageType(w, 'msg:Message', value);
  },
} as const;

/** The document element `RequestMessage`. */
export const RequestMessageElement = {
  namespace,
  name: 'RequestMessage',
  read: readRequestMessageType,
  write(w: Writer, value: RequestMessageType): void {
    w.declare(declarations);
    writeRequestMessageType(w, 'msg:RequestMessage', value);
  },
} as const;

/** The document element `ResponseMessage`. */
export const ResponseMessageElement = {
  namespace,
  name: 'ResponseMessage',
  read: readResponseMessageType,
  write(w: Writer, value: ResponseMessageType): void {
    w.declare(declarations);
    writeResponseMessageType(w, 'msg:ResponseMessage', value);
  },
} as const;

/** The document element `EventMessage`. */
export const EventMessageElement = {
  namespace,
  name: 'EventMessage',
  read: readEventMessageType,
  write(w: Writer, value: EventMessageType): void {
    w.declare(declarations);
    writeEventMessageType(w, 'msg:EventMessage', value);
  },
} as const;

/** The document element `FaultMessage`. */
export const FaultMessageElement = {
  namespace,
  name: 'FaultMessage',
  read: readFaultMessageType,
  write(w: Writer, value: FaultMessageType): void {
    w.declare(declarations);
    writeFaultMessageType(w, 'msg:FaultMessage', value);
  },
} as const;

