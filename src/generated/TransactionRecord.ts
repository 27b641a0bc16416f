// Generated from TransactionRecord.xsd by `npm run generate`. Do not edit.
/** Transactions at a point of sale: payments, token sales and reversals. Structure derived from the CIM classes; not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsDecimal, type XsFloat, type XsInteger, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/TransactionRecord#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/TransactionRecord#"';

/** Amount in the currency agreed between the parties. */
export type Money = XsDecimal;

/** Active energy in watt hours. */
export type RealEnergy = XsFloat;

/** Kind of transaction at a point of sale. */
export type TransactionKind = 'serviceChargePayment' | 'taxChargePayment' | 'auxiliaryChargePayment' | 'accountPayment' | 'diversePayment' | 'transactionReversal' | 'tokenSalePayment' | 'tokenFreeIssue' | 'tokenGrant' | 'tokenExchange' | 'tokenCancellation' | 'meterConfigurationToken' | 'other';
export const valuesOfTransactionKind: ReadonlySet<string> = new Set<TransactionKind>(['serviceChargePayment', 'taxChargePayment', 'auxiliaryChargePayment', 'accountPayment', 'diversePayment', 'transactionReversal', 'tokenSalePayment', 'tokenFreeIssue', 'tokenGrant', 'tokenExchange', 'tokenCancellation', 'meterConfigurationToken', 'other']);

/** Root of the profile. */
export interface TransactionRecord {
  readonly Transaction?: readonly Transaction[];
}

/** Account that follows the repayment of one debt under an auxiliary agreement. */
export interface AuxiliaryAccount {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Person who works a point of sale. */
export interface Cashier {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Period in which one cashier works at one point of sale and is accountable for the takings. */
export interface CashierShift {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Cash in the drawer when the shift began. */
  readonly cashFloat?: Money;
  readonly Cashier?: Cashier;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly PointOfSale?: PointOfSale;
}

/** Billing account of a customer; it may cover several agreements. */
export interface CustomerAccount {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** One amount with its time and a note, as printed on a slip. */
export interface LineDetail {
  /** Amount including taxes. */
  readonly amount?: Money;
  readonly dateTime?: XsDateTime;
  readonly note?: XsString;
  /** Part of the amount that came from rounding. */
  readonly rounding?: Money;
}

/** Prepaid account a vendor holds with the supplier and from which sales are drawn. */
export interface MerchantAccount {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Device that measures, for billing or for supervision. */
export interface Meter {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
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
  /** Where it is, in words. */
  readonly location?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Price list offered to a class of customers. */
export interface PricingStructure {
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

/** One business act at a point of sale, such as a payment or the sale of a token. */
export interface Transaction {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reference for payments that fit no account. */
  readonly diverseReference?: XsString;
  /** Account or token the value comes from. */
  readonly donorReference?: XsString;
  readonly kind?: TransactionKind;
  /** Account, meter or token the value goes to. */
  readonly receiverReference?: XsString;
  /** Transaction that this one takes back. */
  readonly reversedId?: XsString;
  /** Energy sold or granted. */
  readonly serviceUnitsEnergy?: RealEnergy;
  /** Energy too much or too little because tokens come in whole units. */
  readonly serviceUnitsError?: RealEnergy;
  readonly AuxiliaryAccount?: AuxiliaryAccount;
  readonly CashierShift?: CashierShift;
  readonly CustomerAccount?: CustomerAccount;
  /** Amount of the transaction. */
  readonly line?: LineDetail;
  /** Meter a token is meant for. */
  readonly Meter?: Meter;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly PricingStructure?: PricingStructure;
  readonly Receipt?: Receipt;
  /** Further facts agreed between the parties. */
  readonly UserAttributes?: readonly UserAttribute[];
  readonly VendorShift?: VendorShift;
}

/** Extra fact as a name and a value, in a given order. */
export interface UserAttribute {
  readonly name?: XsString;
  readonly sequenceNumber?: XsInteger;
  readonly value?: XsString;
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
  /** Sum drawn from the merchant account in this shift. */
  readonly merchantDebitAmount?: Money;
  /** True once the takings have been booked. */
  readonly posted?: XsBoolean;
  readonly MerchantAccount?: MerchantAccount;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly Vendor?: Vendor;
}

export function readTransactionRecord(c: Cursor): TransactionRecord {
  const end = c.enter();
  const value: TransactionRecord = {
    Transaction: c.many(N, 'Transaction', readTransaction),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAccount(c: Cursor): AuxiliaryAccount {
  const end = c.enter();
  const value: AuxiliaryAccount = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readCashier(c: Cursor): Cashier {
  const end = c.enter();
  const value: Cashier = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readCashierShift(c: Cursor): CashierShift {
  const end = c.enter();
  const value: CashierShift = {
    mRID: c.maybeText(N, 'mRID'),
    cashFloat: c.maybeToken(N, 'cashFloat', lexical.decimal),
    Cashier: c.maybe(N, 'Cashier', readCashier),
    Names: c.many(N, 'Names', readName),
    PointOfSale: c.maybe(N, 'PointOfSale', readPointOfSale),
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

export function readLineDetail(c: Cursor): LineDetail {
  const end = c.enter();
  const value: LineDetail = {
    amount: c.maybeToken(N, 'amount', lexical.decimal),
    dateTime: c.maybeToken(N, 'dateTime', lexical.dateTime),
    note: c.maybeText(N, 'note'),
    rounding: c.maybeToken(N, 'rounding', lexical.decimal),
  };
  c.leave(end);
  return value;
}

export function readMerchantAccount(c: Cursor): MerchantAccount {
  const end = c.enter();
  const value: MerchantAccount = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readMeter(c: Cursor): Meter {
  const end = c.enter();
  const value: Meter = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
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
    location: c.maybeText(N, 'location'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readPricingStructure(c: Cursor): PricingStructure {
  const end = c.enter();
  const value: PricingStructure = {
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

export function readTransaction(c: Cursor): Transaction {
  const end = c.enter();
  const value: Transaction = {
    mRID: c.maybeText(N, 'mRID'),
    diverseReference: c.maybeText(N, 'diverseReference'),
    donorReference: c.maybeText(N, 'donorReference'),
    kind: c.maybeText(N, 'kind', valuesOfTransactionKind) as TransactionKind | undefined,
    receiverReference: c.maybeText(N, 'receiverReference'),
    reversedId: c.maybeText(N, 'reversedId'),
    serviceUnitsEnergy: c.maybeToken(N, 'serviceUnitsEnergy', lexical.float),
    serviceUnitsError: c.maybeToken(N, 'serviceUnitsError', lexical.float),
    AuxiliaryAccount: c.maybe(N, 'AuxiliaryAccount', readAuxiliaryAccount),
    CashierShift: c.maybe(N, 'CashierShift', readCashierShift),
    CustomerAccount: c.maybe(N, 'CustomerAccount', readCustomerAccount),
    line: c.maybe(N, 'line', readLineDetail),
    Meter: c.maybe(N, 'Meter', readMeter),
    Names: c.many(N, 'Names', readName),
    PricingStructure: c.maybe(N, 'PricingStructure', readPricingStructure),
    Receipt: c.maybe(N, 'Receipt', readReceipt),
    UserAttributes: c.many(N, 'UserAttributes', readUserAttribute),
    VendorShift: c.maybe(N, 'VendorShift', readVendorShift),
  };
  c.leave(end);
  return value;
}

export function readUserAttribute(c: Cursor): UserAttribute {
  const end = c.enter();
  const value: UserAttribute = {
    name: c.maybeText(N, 'name'),
    sequenceNumber: c.maybeToken(N, 'sequenceNumber', lexical.integer),
    value: c.maybeText(N, 'value'),
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
    merchantDebitAmount: c.maybeToken(N, 'merchantDebitAmount', lexical.decimal),
    posted: c.maybeToken(N, 'posted', lexical.boolean) as XsBoolean | undefined,
    MerchantAccount: c.maybe(N, 'MerchantAccount', readMerchantAccount),
    Names: c.many(N, 'Names', readName),
    Vendor: c.maybe(N, 'Vendor', readVendor),
  };
  c.leave(end);
  return value;
}

export function writeTransactionRecord(w: Writer, tag: string, value: TransactionRecord): void {
  w.open(tag);
  w.many('obj:Transaction', value.Transaction, writeTransaction);
  w.close(tag);
}

export function writeAuxiliaryAccount(w: Writer, tag: string, value: AuxiliaryAccount): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCashier(w: Writer, tag: string, value: Cashier): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCashierShift(w: Writer, tag: string, value: CashierShift): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:cashFloat', value.cashFloat);
  w.maybe('obj:Cashier', value.Cashier, writeCashier);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:PointOfSale', value.PointOfSale, writePointOfSale);
  w.close(tag);
}

export function writeCustomerAccount(w: Writer, tag: string, value: CustomerAccount): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeLineDetail(w: Writer, tag: string, value: LineDetail): void {
  w.open(tag);
  w.leaf('obj:amount', value.amount);
  w.leaf('obj:dateTime', value.dateTime);
  w.leaf('obj:note', value.note);
  w.leaf('obj:rounding', value.rounding);
  w.close(tag);
}

export function writeMerchantAccount(w: Writer, tag: string, value: MerchantAccount): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeMeter(w: Writer, tag: string, value: Meter): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
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

export function writePointOfSale(w: Writer, tag: string, value: PointOfSale): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:location', value.location);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writePricingStructure(w: Writer, tag: string, value: PricingStructure): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeReceipt(w: Writer, tag: string, value: Receipt): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeTransaction(w: Writer, tag: string, value: Transaction): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:diverseReference', value.diverseReference);
  w.leaf('obj:donorReference', value.donorReference);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:receiverReference', value.receiverReference);
  w.leaf('obj:reversedId', value.reversedId);
  w.leaf('obj:serviceUnitsEnergy', value.serviceUnitsEnergy);
  w.leaf('obj:serviceUnitsError', value.serviceUnitsError);
  w.maybe('obj:AuxiliaryAccount', value.AuxiliaryAccount, writeAuxiliaryAccount);
  w.maybe('obj:CashierShift', value.CashierShift, writeCashierShift);
  w.maybe('obj:CustomerAccount', value.CustomerAccount, writeCustomerAccount);
  w.maybe('obj:line', value.line, writeLineDetail);
  w.maybe('obj:Meter', value.Meter, writeMeter);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:PricingStructure', value.PricingStructure, writePricingStructure);
  w.maybe('obj:Receipt', value.Receipt, writeReceipt);
  w.many('obj:UserAttributes', value.UserAttributes, writeUserAttribute);
  w.maybe('obj:VendorShift', value.VendorShift, writeVendorShift);
  w.close(tag);
}

export function writeUserAttribute(w: Writer, tag: string, value: UserAttribute): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.leaf('obj:sequenceNumber', value.sequenceNumber);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

export function writeVendor(w: Writer, tag: string, value: Vendor): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeVendorShift(w: Writer, tag: string, value: VendorShift): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:merchantDebitAmount', value.merchantDebitAmount);
  w.leaf('obj:posted', value.posted);
  w.maybe('obj:MerchantAccount', value.MerchantAccount, writeMerchantAccount);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:Vendor', value.Vendor, writeVendor);
  w.close(tag);
}

/** The document element `TransactionRecord`. */
export const TransactionRecordElement = {
  namespace,
  name: 'TransactionRecord',
  read: readTransactionRecord,
  write(w: Writer, value: TransactionRecord): void {
    w.declare(declarations);
    writeTransactionRecord(w, 'obj:TransactionRecord', value);
  },
} as const;

