// Generated from CustomerAccountConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of master data of customer accounts. Structure derived from the CIM classes; not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerAccountConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/CustomerAccountConfig#"';

/** Root of the profile. */
export interface CustomerAccountConfig {
  readonly CustomerAccount?: readonly CustomerAccount[];
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

/** Billing account of a customer; it may cover several agreements. */
export interface CustomerAccount {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Cycle in which the account is billed; scheduled reads follow it. */
  readonly billingCycle?: XsString;
  /** Code of the budget plan, if the customer pays level instalments. */
  readonly budgetBill?: XsString;
  /** When the document was first recorded. */
  readonly createdDateTime?: XsDateTime;
  /** When the document was last changed. */
  readonly lastModifiedDateTime?: XsDateTime;
  /** Revision of the document. */
  readonly revisionNumber?: XsString;
  readonly subject?: XsString;
  readonly title?: XsString;
  /** Utility’s own classification. */
  readonly type?: XsString;
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** State of the document itself, such as draft or approved. */
  readonly docStatus?: Status;
  /** Where correspondence about the document goes. */
  readonly electronicAddress?: ElectronicAddress;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** State of what the document is about, such as active or suspended. */
  readonly status?: Status;
}

/** Electronic ways to reach a person or a device. */
export interface ElectronicAddress {
  readonly email1?: XsString;
  readonly email2?: XsString;
  /** Address in a local network, such as an IP address. */
  readonly lan?: XsString;
  /** Hardware address. */
  readonly mac?: XsString;
  /** Password to the address. Leave it out unless the channel is encrypted and the receiver needs it. */
  readonly password?: XsString;
  /** Radio address. */
  readonly radio?: XsString;
  /** User name for the address. */
  readonly userID?: XsString;
  /** URL. */
  readonly web?: XsString;
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

export function readCustomerAccountConfig(c: Cursor): CustomerAccountConfig {
  const end = c.enter();
  const value: CustomerAccountConfig = {
    CustomerAccount: c.many(N, 'CustomerAccount', readCustomerAccount),
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

export function readCustomerAccount(c: Cursor): CustomerAccount {
  const end = c.enter();
  const value: CustomerAccount = {
    mRID: c.maybeText(N, 'mRID'),
    billingCycle: c.maybeText(N, 'billingCycle'),
    budgetBill: c.maybeText(N, 'budgetBill'),
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    lastModifiedDateTime: c.maybeToken(N, 'lastModifiedDateTime', lexical.dateTime),
    revisionNumber: c.maybeText(N, 'revisionNumber'),
    subject: c.maybeText(N, 'subject'),
    title: c.maybeText(N, 'title'),
    type: c.maybeText(N, 'type'),
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    docStatus: c.maybe(N, 'docStatus', readStatus),
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readElectronicAddress(c: Cursor): ElectronicAddress {
  const end = c.enter();
  const value: ElectronicAddress = {
    email1: c.maybeText(N, 'email1'),
    email2: c.maybeText(N, 'email2'),
    lan: c.maybeText(N, 'lan'),
    mac: c.maybeText(N, 'mac'),
    password: c.maybeText(N, 'password'),
    radio: c.maybeText(N, 'radio'),
    userID: c.maybeText(N, 'userID'),
    web: c.maybeText(N, 'web'),
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

export function writeCustomerAccountConfig(w: Writer, tag: string, value: CustomerAccountConfig): void {
  w.open(tag);
  w.many('obj:CustomerAccount', value.CustomerAccount, writeCustomerAccount);
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

export function writeCustomerAccount(w: Writer, tag: string, value: CustomerAccount): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:billingCycle', value.billingCycle);
  w.leaf('obj:budgetBill', value.budgetBill);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:lastModifiedDateTime', value.lastModifiedDateTime);
  w.leaf('obj:revisionNumber', value.revisionNumber);
  w.leaf('obj:subject', value.subject);
  w.leaf('obj:title', value.title);
  w.leaf('obj:type', value.type);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.maybe('obj:docStatus', value.docStatus, writeStatus);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeElectronicAddress(w: Writer, tag: string, value: ElectronicAddress): void {
  w.open(tag);
  w.leaf('obj:email1', value.email1);
  w.leaf('obj:email2', value.email2);
  w.leaf('obj:lan', value.lan);
  w.leaf('obj:mac', value.mac);
  w.leaf('obj:password', value.password);
  w.leaf('obj:radio', value.radio);
  w.leaf('obj:userID', value.userID);
  w.leaf('obj:web', value.web);
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

/** The document element `CustomerAccountConfig`. */
export const CustomerAccountConfigElement = {
  namespace,
  name: 'CustomerAccountConfig',
  read: readCustomerAccountConfig,
  write(w: Writer, value: CustomerAccountConfig): void {
    w.declare(declarations);
    writeCustomerAccountConfig(w, 'obj:CustomerAccountConfig', value);
  },
} as const;

