// Generated from GetReceiptRecord.xsd by `npm run generate`. Do not edit.
/** Request profile: what to select when ReceiptRecord is queried. Objects are given by mRID or by name. The published request profile is not known to us; this is a stand-in of our own of the same shape as the known ones. */
import { lexical, namespaceId, type Cursor, type Writer, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/GetReceiptRecord#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:get="http://iec.ch/TC57/2011/GetReceiptRecord#"';

/** Root of the profile: selects what is asked for; objects of the same kind are alternatives. */
export interface GetReceiptRecord {
  readonly CashierShift?: readonly CashierShift[];
  readonly Customer?: readonly Customer[];
  readonly CustomerAccount?: readonly CustomerAccount[];
  readonly PointOfSale?: readonly PointOfSale[];
  readonly Receipt?: readonly Receipt[];
  readonly TimeSchedule?: readonly TimeSchedule[];
  readonly Transaction?: readonly Transaction[];
  readonly Vendor?: readonly Vendor[];
  readonly VendorShift?: readonly VendorShift[];
}

/** Period in which one cashier works at one point of sale and is accountable for the takings. */
export interface CashierShift {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Organisation or person who receives the service. */
export interface Customer {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Billing account of a customer; it may cover several agreements. */
export interface CustomerAccount {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Span between two points in time; a missing bound leaves that side open. */
export interface DateTimeInterval {
  /** First instant after the span. */
  readonly end?: XsDateTime;
  /** First instant of the span. */
  readonly start?: XsDateTime;
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

/** Place where payments are taken or tokens are sold. */
export interface PointOfSale {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Slip for the amounts received from a customer. */
export interface Receipt {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** When something is to happen: once, at listed points, or repeatedly within a span. */
export interface TimeSchedule {
  /** Span in which the schedule holds; in a query the span asked for. */
  readonly scheduleInterval: DateTimeInterval;
}

/** One business act at a point of sale, such as a payment or the sale of a token. */
export interface Transaction {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Organisation that runs points of sale. */
export interface Vendor {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Period in which a vendor’s sales are collected before they are settled. */
export interface VendorShift {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readGetReceiptRecord(c: Cursor): GetReceiptRecord {
  const end = c.enter();
  const value: GetReceiptRecord = {
    CashierShift: c.many(N, 'CashierShift', readCashierShift),
    Customer: c.many(N, 'Customer', readCustomer),
    CustomerAccount: c.many(N, 'CustomerAccount', readCustomerAccount),
    PointOfSale: c.many(N, 'PointOfSale', readPointOfSale),
    Receipt: c.many(N, 'Receipt', readReceipt),
    TimeSchedule: c.many(N, 'TimeSchedule', readTimeSchedule),
    Transaction: c.many(N, 'Transaction', readTransaction),
    Vendor: c.many(N, 'Vendor', readVendor),
    VendorShift: c.many(N, 'VendorShift', readVendorShift),
  };
  c.leave(end);
  return value;
}

export function readCashierShift(c: Cursor): CashierShift {
  const end = c.enter();
  const value: CashierShift = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readCustomer(c: Cursor): Customer {
  const end = c.enter();
  const value: Customer = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readCustomerAccount(c: Cursor): CustomerAccount {
  const end = c.enter();
  const value: CustomerAccount = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
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

export function readPointOfSale(c: Cursor): PointOfSale {
  const end = c.enter();
  const value: PointOfSale = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readReceipt(c: Cursor): Receipt {
  const end = c.enter();
  const value: Receipt = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readTimeSchedule(c: Cursor): TimeSchedule {
  const end = c.enter();
  const value: TimeSchedule = {
    scheduleInterval: c.one(N, 'scheduleInterval', readDateTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readTransaction(c: Cursor): Transaction {
  const end = c.enter();
  const value: Transaction = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readVendor(c: Cursor): Vendor {
  const end = c.enter();
  const value: Vendor = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readVendorShift(c: Cursor): VendorShift {
  const end = c.enter();
  const value: VendorShift = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function writeGetReceiptRecord(w: Writer, tag: string, value: GetReceiptRecord): void {
  w.open(tag);
  w.many('get:CashierShift', value.CashierShift, writeCashierShift);
  w.many('get:Customer', value.Customer, writeCustomer);
  w.many('get:CustomerAccount', value.CustomerAccount, writeCustomerAccount);
  w.many('get:PointOfSale', value.PointOfSale, writePointOfSale);
  w.many('get:Receipt', value.Receipt, writeReceipt);
  w.many('get:TimeSchedule', value.TimeSchedule, writeTimeSchedule);
  w.many('get:Transaction', value.Transaction, writeTransaction);
  w.many('get:Vendor', value.Vendor, writeVendor);
  w.many('get:VendorShift', value.VendorShift, writeVendorShift);
  w.close(tag);
}

export function writeCashierShift(w: Writer, tag: string, value: CashierShift): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCustomer(w: Writer, tag: string, value: Customer): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCustomerAccount(w: Writer, tag: string, value: CustomerAccount): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('get:end', value.end);
  w.leaf('get:start', value.start);
  w.close(tag);
}

export function writeName(w: Writer, tag: string, value: Name): void {
  w.open(tag);
  w.leaf('get:name', value.name);
  w.maybe('get:NameType', value.NameType, writeNameType);
  w.close(tag);
}

export function writeNameType(w: Writer, tag: string, value: NameType): void {
  w.open(tag);
  w.leaf('get:description', value.description);
  w.leaf('get:name', value.name);
  w.maybe('get:NameTypeAuthority', value.NameTypeAuthority, writeNameTypeAuthority);
  w.close(tag);
}

export function writeNameTypeAuthority(w: Writer, tag: string, value: NameTypeAuthority): void {
  w.open(tag);
  w.leaf('get:description', value.description);
  w.leaf('get:name', value.name);
  w.close(tag);
}

export function writePointOfSale(w: Writer, tag: string, value: PointOfSale): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeReceipt(w: Writer, tag: string, value: Receipt): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeTimeSchedule(w: Writer, tag: string, value: TimeSchedule): void {
  w.open(tag);
  w.maybe('get:scheduleInterval', value.scheduleInterval, writeDateTimeInterval);
  w.close(tag);
}

export function writeTransaction(w: Writer, tag: string, value: Transaction): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeVendor(w: Writer, tag: string, value: Vendor): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

export function writeVendorShift(w: Writer, tag: string, value: VendorShift): void {
  w.open(tag);
  w.leaf('get:mRID', value.mRID);
  w.many('get:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `GetReceiptRecord`. */
export const GetReceiptRecordElement = {
  namespace,
  name: 'GetReceiptRecord',
  read: readGetReceiptRecord,
  write(w: Writer, value: GetReceiptRecord): void {
    w.declare(declarations);
    writeGetReceiptRecord(w, 'get:GetReceiptRecord', value);
  },
} as const;

