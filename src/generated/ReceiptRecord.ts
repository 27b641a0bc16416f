// Generated from ReceiptRecord.xsd by `npm run generate`. Do not edit.
/** Receipts for payments taken at a point of sale. Structure derived from the CIM classes; not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDate, type XsDateTime, type XsDecimal, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/ReceiptRecord#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/ReceiptRecord#"';

/** Amount in the currency agreed between the parties. */
export type Money = XsDecimal;

/** Kind of cheque. */
export type ChequeKind = 'postalOrder' | 'bankOrder' | 'other';
export const valuesOfChequeKind: ReadonlySet<string> = new Set<ChequeKind>(['postalOrder', 'bankOrder', 'other']);

/** Means of payment. */
export type TenderKind = 'cheque' | 'card' | 'cash' | 'unspecified' | 'other';
export const valuesOfTenderKind: ReadonlySet<string> = new Set<TenderKind>(['cheque', 'card', 'cash', 'unspecified', 'other']);

/** Root of the profile. */
export interface ReceiptRecord {
  readonly Receipt?: readonly Receipt[];
}

/** Bank account a cheque is drawn on. */
export interface BankAccountDetail {
  readonly accountNumber?: XsString;
  readonly bankName?: XsString;
  readonly branchCode?: XsString;
  /** Document number by which the holder proved identity. */
  readonly holderID?: XsString;
  readonly holderName?: XsString;
}

/** Payment card used as tender. Send only what the receiver may lawfully keep. */
export interface Card {
  readonly accountHolderName?: XsString;
  /** Check number of the card. Must not be stored after the payment was authorised. */
  readonly cvNumber?: XsString;
  readonly expiryDate?: XsDate;
  /** Card number, shortened or masked wherever possible. */
  readonly pan?: XsString;
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

/** Cheque used as tender. */
export interface Cheque {
  readonly chequeNumber?: XsString;
  readonly date?: XsDate;
  readonly kind?: ChequeKind;
  /** Machine readable line on the cheque. */
  readonly micrNumber?: XsString;
  readonly bankAccountDetail?: BankAccountDetail;
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

/** Slip for the amounts received from a customer. */
export interface Receipt {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** True if the tenders can be paid into a bank as they are. */
  readonly isBankable?: XsBoolean;
  readonly CashierShift?: CashierShift;
  /** Total of the receipt. */
  readonly line?: LineDetail;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Means of payment handed over. */
  readonly Tenders?: readonly Tender[];
  /** Transactions paid with this receipt. */
  readonly Transactions?: readonly Transaction[];
  readonly VendorShift?: VendorShift;
}

/** Means of payment handed over for a receipt. */
export interface Tender {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Amount handed over. */
  readonly amount?: Money;
  /** Amount given back. */
  readonly change?: Money;
  readonly kind?: TenderKind;
  readonly Card?: Card;
  readonly Cheque?: Cheque;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
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
  /** Sum drawn from the merchant account in this shift. */
  readonly merchantDebitAmount?: Money;
  /** True once the takings have been booked. */
  readonly posted?: XsBoolean;
  readonly MerchantAccount?: MerchantAccount;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly Vendor?: Vendor;
}

export function readReceiptRecord(c: Cursor): ReceiptRecord {
  const end = c.enter();
  const value: ReceiptRecord = {
    Receipt: c.many(N, 'Receipt', readReceipt),
  };
  c.leave(end);
  return value;
}

export function readBankAccountDetail(c: Cursor): BankAccountDetail {
  const end = c.enter();
  const value: BankAccountDetail = {
    accountNumber: c.maybeText(N, 'accountNumber'),
    bankName: c.maybeText(N, 'bankName'),
    branchCode: c.maybeText(N, 'branchCode'),
    holderID: c.maybeText(N, 'holderID'),
    holderName: c.maybeText(N, 'holderName'),
  };
  c.leave(end);
  return value;
}

export function readCard(c: Cursor): Card {
  const end = c.enter();
  const value: Card = {
    accountHolderName: c.maybeText(N, 'accountHolderName'),
    cvNumber: c.maybeText(N, 'cvNumber'),
    expiryDate: c.maybeToken(N, 'expiryDate', lexical.date),
    pan: c.maybeText(N, 'pan'),
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

export function readCheque(c: Cursor): Cheque {
  const end = c.enter();
  const value: Cheque = {
    chequeNumber: c.maybeText(N, 'chequeNumber'),
    date: c.maybeToken(N, 'date', lexical.date),
    kind: c.maybeText(N, 'kind', valuesOfChequeKind) as ChequeKind | undefined,
    micrNumber: c.maybeText(N, 'micrNumber'),
    bankAccountDetail: c.maybe(N, 'bankAccountDetail', readBankAccountDetail),
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

export function readReceipt(c: Cursor): Receipt {
  const end = c.enter();
  const value: Receipt = {
    mRID: c.maybeText(N, 'mRID'),
    isBankable: c.maybeToken(N, 'isBankable', lexical.boolean) as XsBoolean | undefined,
    CashierShift: c.maybe(N, 'CashierShift', readCashierShift),
    line: c.maybe(N, 'line', readLineDetail),
    Names: c.many(N, 'Names', readName),
    Tenders: c.many(N, 'Tenders', readTender),
    Transactions: c.many(N, 'Transactions', readTransaction),
    VendorShift: c.maybe(N, 'VendorShift', readVendorShift),
  };
  c.leave(end);
  return value;
}

export function readTender(c: Cursor): Tender {
  const end = c.enter();
  const value: Tender = {
    mRID: c.maybeText(N, 'mRID'),
    amount: c.maybeToken(N, 'amount', lexical.decimal),
    change: c.maybeToken(N, 'change', lexical.decimal),
    kind: c.maybeText(N, 'kind', valuesOfTenderKind) as TenderKind | undefined,
    Card: c.maybe(N, 'Card', readCard),
    Cheque: c.maybe(N, 'Cheque', readCheque),
    Names: c.many(N, 'Names', readName),
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
    merchantDebitAmount: c.maybeToken(N, 'merchantDebitAmount', lexical.decimal),
    posted: c.maybeToken(N, 'posted', lexical.boolean) as XsBoolean | undefined,
    MerchantAccount: c.maybe(N, 'MerchantAccount', readMerchantAccount),
    Names: c.many(N, 'Names', readName),
    Vendor: c.maybe(N, 'Vendor', readVendor),
  };
  c.leave(end);
  return value;
}

export function writeReceiptRecord(w: Writer, tag: string, value: ReceiptRecord): void {
  w.open(tag);
  w.many('obj:Receipt', value.Receipt, writeReceipt);
  w.close(tag);
}

export function writeBankAccountDetail(w: Writer, tag: string, value: BankAccountDetail): void {
  w.open(tag);
  w.leaf('obj:accountNumber', value.accountNumber);
  w.leaf('obj:bankName', value.bankName);
  w.leaf('obj:branchCode', value.branchCode);
  w.leaf('obj:holderID', value.holderID);
  w.leaf('obj:holderName', value.holderName);
  w.close(tag);
}

export function writeCard(w: Writer, tag: string, value: Card): void {
  w.open(tag);
  w.leaf('obj:accountHolderName', value.accountHolderName);
  w.leaf('obj:cvNumber', value.cvNumber);
  w.leaf('obj:expiryDate', value.expiryDate);
  w.leaf('obj:pan', value.pan);
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

export function writeCheque(w: Writer, tag: string, value: Cheque): void {
  w.open(tag);
  w.leaf('obj:chequeNumber', value.chequeNumber);
  w.leaf('obj:date', value.date);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:micrNumber', value.micrNumber);
  w.maybe('obj:bankAccountDetail', value.bankAccountDetail, writeBankAccountDetail);
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

export function writeReceipt(w: Writer, tag: string, value: Receipt): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:isBankable', value.isBankable);
  w.maybe('obj:CashierShift', value.CashierShift, writeCashierShift);
  w.maybe('obj:line', value.line, writeLineDetail);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:Tenders', value.Tenders, writeTender);
  w.many('obj:Transactions', value.Transactions, writeTransaction);
  w.maybe('obj:VendorShift', value.VendorShift, writeVendorShift);
  w.close(tag);
}

export function writeTender(w: Writer, tag: string, value: Tender): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amount', value.amount);
  w.leaf('obj:change', value.change);
  w.leaf('obj:kind', value.kind);
  w.maybe('obj:Card', value.Card, writeCard);
  w.maybe('obj:Cheque', value.Cheque, writeCheque);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeTransaction(w: Writer, tag: string, value: Transaction): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
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

/** The document element `ReceiptRecord`. */
export const ReceiptRecordElement = {
  namespace,
  name: 'ReceiptRecord',
  read: readReceiptRecord,
  write(w: Writer, value: ReceiptRecord): void {
    w.declare(declarations);
    writeReceiptRecord(w, 'obj:ReceiptRecord', value);
  },
} as const;

