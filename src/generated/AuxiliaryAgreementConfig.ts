// Generated from AuxiliaryAgreementConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of auxiliary agreements, by which debts and fees are collected beside the supply, with their accounts. Structure derived from the CIM classes; not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsDate, type XsDateTime, type XsDecimal, type XsFloat, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/AuxiliaryAgreementConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/AuxiliaryAgreementConfig#"';

/** Amount in the currency agreed between the parties. */
export type Money = XsDecimal;

/** Share in per cent, 100 being the whole. */
export type PerCent = XsFloat;

/** Root of the profile. */
export interface AuxiliaryAgreementConfig {
  readonly AuxiliaryAgreement?: readonly AuxiliaryAgreement[];
}

/** One credit or debit that changed the balance of an account. */
export interface AccountMovement {
  /** Positive for what the customer paid or was credited. */
  readonly amount?: Money;
  readonly dateTime?: XsDateTime;
  /** Why the balance changed, as shown to the customer. */
  readonly reason?: XsString;
}

/** Account that follows the repayment of one debt under an auxiliary agreement. */
export interface AuxiliaryAccount {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** What is still to be repaid. */
  readonly balance?: Money;
  /** Sum at the start of the debt (spelled so in the model). */
  readonly principleAmount?: Money;
  /** What is due now, by cause. */
  readonly due?: Due;
  /** Latest repayment. */
  readonly lastCredit?: AccountMovement;
  /** Latest increase of the debt. */
  readonly lastDebit?: AccountMovement;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Agreement beside the supply contract, by which a debt or a fee is collected in parts with each purchase or bill. */
export interface AuxiliaryAgreement {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Yearly interest on overdue instalments. */
  readonly arrearsInterest?: PerCent;
  /** How often the amounts due are computed. */
  readonly auxCycle?: XsString;
  /** Rank among several agreements when a payment does not cover all. */
  readonly auxPriorityCode?: XsString;
  /** When the document was first recorded. */
  readonly createdDateTime?: XsDateTime;
  /** Amount collected in each cycle. */
  readonly fixedAmount?: Money;
  /** When the document was last changed. */
  readonly lastModifiedDateTime?: XsDateTime;
  /** Least amount collected with a purchase. */
  readonly minAmount?: Money;
  /** How often the customer has to pay. */
  readonly payCycle?: XsString;
  /** Revision of the document. */
  readonly revisionNumber?: XsString;
  /** Day on which the parties signed. */
  readonly signDate?: XsDate;
  readonly subject?: XsString;
  /** Finer classification below the type. */
  readonly subType?: XsString;
  readonly title?: XsString;
  /** Utility’s own classification. */
  readonly type?: XsString;
  /** Share of each purchase used for the current instalment. */
  readonly vendPortion?: PerCent;
  /** Share of each purchase used for overdue instalments. */
  readonly vendPortionArrear?: PerCent;
  readonly AuxiliaryAccounts?: readonly AuxiliaryAccount[];
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** State of the document itself, such as draft or approved. */
  readonly docStatus?: Status;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** State of what the document is about, such as active or suspended. */
  readonly status?: Status;
  /** Span in which the agreement is in force. */
  readonly validityInterval?: DateTimeInterval;
}

/** Says who changed the master data, when the change takes effect, and why. */
export interface ConfigurationEvent {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** When the record was made. */
  readonly createdDateTime?: XsDateTime;
  /** When the change takes effect; may lie in the past or in the future. */
  readonly effectiveDateTime?: XsDateTime;
  /** Person or system that made the change. */
  readonly modifiedBy?: XsString;
  /** Why it happened or was done, as free text. */
  readonly reason?: XsString;
  /** Free text about the change. */
  readonly remark?: XsString;
  /** How serious it is, in the sender’s terms; for events often the alarm class. */
  readonly severity?: XsString;
  /** Class of activity, in terms agreed between the parties. */
  readonly type?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** State the activity resulted in. */
  readonly status?: Status;
}

/** Span between two points in time; a missing bound leaves that side open. */
export interface DateTimeInterval {
  /** First instant after the span. */
  readonly end?: XsDateTime;
  /** First instant of the span. */
  readonly start?: XsDateTime;
}

/** What is owed on an account, split by cause. */
export interface Due {
  /** Overdue from former cycles. */
  readonly arrears?: Money;
  /** Fees added. */
  readonly charges?: Money;
  /** Due in the running cycle. */
  readonly current?: Money;
  /** Interest on overdue amounts. */
  readonly interest?: Money;
  /** Part of the original sum (spelled so in the model). */
  readonly principle?: Money;
}

/** A name of an object. The same object may have several, told apart by their type and authority. */
export interface Name {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: NameType;
}

/** Kind of name, such as MeterName or UtilityMeterID; names are unique within a type of one authority. */
export interface NameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: NameTypeAuthority;
}

/** Organisation or system that assigns the names of a type. */
export interface NameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

/** State of something at a time, with reason and remark. */
export interface Status {
  /** Since when the state holds. */
  readonly dateTime?: XsDateTime;
  /** Why the state was entered. */
  readonly reason?: XsString;
  /** Free text. */
  readonly remark?: XsString;
  /** State, in terms agreed for the kind of object. */
  readonly value?: XsString;
}

export function readAuxiliaryAgreementConfig(c: Cursor): AuxiliaryAgreementConfig {
  const end = c.enter();
  const value: AuxiliaryAgreementConfig = {
    AuxiliaryAgreement: c.many(N, 'AuxiliaryAgreement', readAuxiliaryAgreement),
  };
  c.leave(end);
  return value;
}

export function readAccountMovement(c: Cursor): AccountMovement {
  const end = c.enter();
  const value: AccountMovement = {
    amount: c.maybeToken(N, 'amount', lexical.decimal),
    dateTime: c.maybeToken(N, 'dateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAccount(c: Cursor): AuxiliaryAccount {
  const end = c.enter();
  const value: AuxiliaryAccount = {
    mRID: c.maybeText(N, 'mRID'),
    balance: c.maybeToken(N, 'balance', lexical.decimal),
    principleAmount: c.maybeToken(N, 'principleAmount', lexical.decimal),
    due: c.maybe(N, 'due', readDue),
    lastCredit: c.maybe(N, 'lastCredit', readAccountMovement),
    lastDebit: c.maybe(N, 'lastDebit', readAccountMovement),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreement(c: Cursor): AuxiliaryAgreement {
  const end = c.enter();
  const value: AuxiliaryAgreement = {
    mRID: c.maybeText(N, 'mRID'),
    arrearsInterest: c.maybeToken(N, 'arrearsInterest', lexical.float),
    auxCycle: c.maybeText(N, 'auxCycle'),
    auxPriorityCode: c.maybeText(N, 'auxPriorityCode'),
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    fixedAmount: c.maybeToken(N, 'fixedAmount', lexical.decimal),
    lastModifiedDateTime: c.maybeToken(N, 'lastModifiedDateTime', lexical.dateTime),
    minAmount: c.maybeToken(N, 'minAmount', lexical.decimal),
    payCycle: c.maybeText(N, 'payCycle'),
    revisionNumber: c.maybeText(N, 'revisionNumber'),
    signDate: c.maybeToken(N, 'signDate', lexical.date),
    subject: c.maybeText(N, 'subject'),
    subType: c.maybeText(N, 'subType'),
    title: c.maybeText(N, 'title'),
    type: c.maybeText(N, 'type'),
    vendPortion: c.maybeToken(N, 'vendPortion', lexical.float),
    vendPortionArrear: c.maybeToken(N, 'vendPortionArrear', lexical.float),
    AuxiliaryAccounts: c.many(N, 'AuxiliaryAccounts', readAuxiliaryAccount),
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    docStatus: c.maybe(N, 'docStatus', readStatus),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
    validityInterval: c.maybe(N, 'validityInterval', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readConfigurationEvent(c: Cursor): ConfigurationEvent {
  const end = c.enter();
  const value: ConfigurationEvent = {
    mRID: c.maybeText(N, 'mRID'),
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    effectiveDateTime: c.maybeToken(N, 'effectiveDateTime', lexical.dateTime),
    modifiedBy: c.maybeText(N, 'modifiedBy'),
    reason: c.maybeText(N, 'reason'),
    remark: c.maybeText(N, 'remark'),
    severity: c.maybeText(N, 'severity'),
    type: c.maybeText(N, 'type'),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readDateTimeInterval(c: Cursor): DateTimeInterval {
  const end = c.enter();
  const value: DateTimeInterval = {
    end: c.maybeToken(N, 'end', lexical.dateTime),
    start: c.maybeToken(N, 'start', lexical.dateTime),
  };
  c.leave(end);
  return value;
}

export function readDue(c: Cursor): Due {
  const end = c.enter();
  const value: Due = {
    arrears: c.maybeToken(N, 'arrears', lexical.decimal),
    charges: c.maybeToken(N, 'charges', lexical.decimal),
    current: c.maybeToken(N, 'current', lexical.decimal),
    interest: c.maybeToken(N, 'interest', lexical.decimal),
    principle: c.maybeToken(N, 'principle', lexical.decimal),
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

export function readNameType(c: Cursor): NameType {
  const end = c.enter();
  const value: NameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readNameTypeAuthority(c: Cursor): NameTypeAuthority {
  const end = c.enter();
  const value: NameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readStatus(c: Cursor): Status {
  const end = c.enter();
  const value: Status = {
    dateTime: c.maybeToken(N, 'dateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
    remark: c.maybeText(N, 'remark'),
    value: c.maybeText(N, 'value'),
  };
  c.leave(end);
  return value;
}

export function writeAuxiliaryAgreementConfig(w: Writer, tag: string, value: AuxiliaryAgreementConfig): void {
  w.open(tag);
  w.many('obj:AuxiliaryAgreement', value.AuxiliaryAgreement, writeAuxiliaryAgreement);
  w.close(tag);
}

export function writeAccountMovement(w: Writer, tag: string, value: AccountMovement): void {
  w.open(tag);
  w.leaf('obj:amount', value.amount);
  w.leaf('obj:dateTime', value.dateTime);
  w.leaf('obj:reason', value.reason);
  w.close(tag);
}

export function writeAuxiliaryAccount(w: Writer, tag: string, value: AuxiliaryAccount): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:balance', value.balance);
  w.leaf('obj:principleAmount', value.principleAmount);
  w.maybe('obj:due', value.due, writeDue);
  w.maybe('obj:lastCredit', value.lastCredit, writeAccountMovement);
  w.maybe('obj:lastDebit', value.lastDebit, writeAccountMovement);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeAuxiliaryAgreement(w: Writer, tag: string, value: AuxiliaryAgreement): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:arrearsInterest', value.arrearsInterest);
  w.leaf('obj:auxCycle', value.auxCycle);
  w.leaf('obj:auxPriorityCode', value.auxPriorityCode);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:fixedAmount', value.fixedAmount);
  w.leaf('obj:lastModifiedDateTime', value.lastModifiedDateTime);
  w.leaf('obj:minAmount', value.minAmount);
  w.leaf('obj:payCycle', value.payCycle);
  w.leaf('obj:revisionNumber', value.revisionNumber);
  w.leaf('obj:signDate', value.signDate);
  w.leaf('obj:subject', value.subject);
  w.leaf('obj:subType', value.subType);
  w.leaf('obj:title', value.title);
  w.leaf('obj:type', value.type);
  w.leaf('obj:vendPortion', value.vendPortion);
  w.leaf('obj:vendPortionArrear', value.vendPortionArrear);
  w.many('obj:AuxiliaryAccounts', value.AuxiliaryAccounts, writeAuxiliaryAccount);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.maybe('obj:docStatus', value.docStatus, writeStatus);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.maybe('obj:validityInterval', value.validityInterval, writeDateTimeInterval);
  w.close(tag);
}

export function writeConfigurationEvent(w: Writer, tag: string, value: ConfigurationEvent): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:effectiveDateTime', value.effectiveDateTime);
  w.leaf('obj:modifiedBy', value.modifiedBy);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:severity', value.severity);
  w.leaf('obj:type', value.type);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('obj:end', value.end);
  w.leaf('obj:start', value.start);
  w.close(tag);
}

export function writeDue(w: Writer, tag: string, value: Due): void {
  w.open(tag);
  w.leaf('obj:arrears', value.arrears);
  w.leaf('obj:charges', value.charges);
  w.leaf('obj:current', value.current);
  w.leaf('obj:interest', value.interest);
  w.leaf('obj:principle', value.principle);
  w.close(tag);
}

export function writeName(w: Writer, tag: string, value: Name): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeNameType);
  w.close(tag);
}

export function writeNameType(w: Writer, tag: string, value: NameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeNameTypeAuthority);
  w.close(tag);
}

export function writeNameTypeAuthority(w: Writer, tag: string, value: NameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeStatus(w: Writer, tag: string, value: Status): void {
  w.open(tag);
  w.leaf('obj:dateTime', value.dateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

/** The document element `AuxiliaryAgreementConfig`. */
export const AuxiliaryAgreementConfigElement = {
  namespace,
  name: 'AuxiliaryAgreementConfig',
  read: readAuxiliaryAgreementConfig,
  write(w: Writer, value: AuxiliaryAgreementConfig): void {
    w.declare(declarations);
    writeAuxiliaryAgreementConfig(w, 'obj:AuxiliaryAgreementConfig', value);
  },
} as const;

