// Generated from CustomerMeterDataSet.xsd by `npm run generate`. Do not edit.
/** Data set that describes one customer with accounts, agreements, places, usage points and meters, for hand-over to another system in one message. Only the noun is known; the structure is our own arrangement of CIM classes and not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDate, type XsDateTime, type XsFloat, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/CustomerMeterDataSet#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/CustomerMeterDataSet#"';

/** Active power in watts. */
export type ActivePower = XsFloat;

/** Electrical current in amperes. */
export type CurrentFlow = XsFloat;

/** Duration in minutes. */
export type Minutes = XsFloat;

/** Electrical potential in volts. */
export type Voltage = XsFloat;

/** How far a usage point has come on the way to billing from remote readings. */
export type AmiBillingReadyKind = 'amiCapable' | 'amiDisabled' | 'billingApproved' | 'enabled' | 'nonAmi' | 'nonMetered' | 'operable';
export const valuesOfAmiBillingReadyKind: ReadonlySet<string> = new Set<AmiBillingReadyKind>(['amiCapable', 'amiDisabled', 'billingApproved', 'enabled', 'nonAmi', 'nonMetered', 'operable']);

/** Class of customer. */
export type CustomerKind = 'commercialIndustrial' | 'energyServiceScheduler' | 'energyServiceSupplier' | 'internalUse' | 'other' | 'pumpingLoad' | 'residential' | 'residentialAndCommercial' | 'residentialAndStreetlight' | 'residentialFarmService' | 'residentialStreetlightOthers' | 'windMachine';
export const valuesOfCustomerKind: ReadonlySet<string> = new Set<CustomerKind>(['commercialIndustrial', 'energyServiceScheduler', 'energyServiceSupplier', 'internalUse', 'other', 'pumpingLoad', 'residential', 'residentialAndCommercial', 'residentialAndStreetlight', 'residentialFarmService', 'residentialStreetlightOthers', 'windMachine']);

/** Kind of factor: transformer ratios, or constants of energy (kE), pulses (kH) and registers (kR). */
export type MeterMultiplierKind = 'ctRatio' | 'kE' | 'kH' | 'kR' | 'ptRatio' | 'transformerRatio';
export const valuesOfMeterMultiplierKind: ReadonlySet<string> = new Set<MeterMultiplierKind>(['ctRatio', 'kE', 'kH', 'kR', 'ptRatio', 'transformerRatio']);

/** Phases and neutral; s1 and s2 are the two legs of a split-phase supply. */
export type PhaseCode = 'A' | 'AB' | 'ABC' | 'ABCN' | 'ABN' | 'AC' | 'ACN' | 'AN' | 'B' | 'BC' | 'BCN' | 'BN' | 'C' | 'CN' | 'N' | 's1' | 's12' | 's12N' | 's1N' | 's2' | 's2N';
export const valuesOfPhaseCode: ReadonlySet<string> = new Set<PhaseCode>(['A', 'AB', 'ABC', 'ABCN', 'ABN', 'AC', 'ACN', 'AN', 'B', 'BC', 'BCN', 'BN', 'C', 'CN', 'N', 's1', 's12', 's12N', 's1N', 's2', 's2N']);

/** Class of use for revenue accounting. */
export type RevenueKind = 'residential' | 'nonResidential' | 'commercial' | 'industrial' | 'irrigation' | 'streetLight' | 'other';
export const valuesOfRevenueKind: ReadonlySet<string> = new Set<RevenueKind>(['residential', 'nonResidential', 'commercial', 'industrial', 'irrigation', 'streetLight', 'other']);

/** Commodity or service. */
export type ServiceKind = 'electricity' | 'gas' | 'heat' | 'internet' | 'other' | 'rates' | 'refuse' | 'sewerage' | 'time' | 'tvLicence' | 'water';
export const valuesOfServiceKind: ReadonlySet<string> = new Set<ServiceKind>(['electricity', 'gas', 'heat', 'internet', 'other', 'rates', 'refuse', 'sewerage', 'time', 'tvLicence', 'water']);

/** Role of a service supplier. */
export type SupplierKind = 'other' | 'retailer' | 'utility';
export const valuesOfSupplierKind: ReadonlySet<string> = new Set<SupplierKind>(['other', 'retailer', 'utility']);

/** State of connection: connected, cut off at the premises, or closed in the books only. */
export type UsagePointConnectedKind = 'connected' | 'logicallyDisconnected' | 'physicallyDisconnected';
export const valuesOfUsagePointConnectedKind: ReadonlySet<string> = new Set<UsagePointConnectedKind>(['connected', 'logicallyDisconnected', 'physicallyDisconnected']);

/** Root of the profile. */
export interface CustomerMeterDataSet {
  readonly Customer?: readonly Customer[];
  readonly CustomerAccount?: readonly CustomerAccount[];
  readonly CustomerAgreement?: readonly CustomerAgreement[];
  readonly EndDevice?: readonly EndDevice[];
  readonly Meter?: readonly Meter[];
  readonly PricingStructure?: readonly PricingStructure[];
  readonly ServiceLocation?: readonly ServiceLocation[];
  readonly ServiceSupplier?: readonly ServiceSupplier[];
  readonly UsagePoint?: readonly UsagePoint[];
  readonly UsagePointLocation?: readonly UsagePointLocation[];
}

/** Organisation or person who receives the service. */
export interface Customer {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Class of customer, for reports and rules. */
  readonly kind?: CustomerKind;
  /** Language and region for messages to the customer, such as en-GB. */
  readonly locale?: XsString;
  /** Number given by the regulator, where there is one. */
  readonly pucNumber?: XsString;
  /** Need that makes an interruption dangerous, such as life support; check it before a disconnect. */
  readonly specialNeed?: XsString;
  /** True for customers to be served with priority. */
  readonly vip?: XsBoolean;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Legal body in this role. */
  readonly Organisation?: Organisation;
  /** State of the customer relation. */
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
  /** Utility’s own classification. */
  readonly type?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** State of what the document is about, such as active or suspended. */
  readonly status?: Status;
}

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** Supply contract between a customer and a service supplier for given locations and prices. */
export interface CustomerAgreement {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Load management the customer has agreed to, in terms of the supplier. */
  readonly loadMgmt?: XsString;
  /** Day on which the parties signed. */
  readonly signDate?: XsDate;
  /** Utility’s own classification. */
  readonly type?: XsString;
  /** Reference to the customer; ref is the mRID or name of one in this message. */
  readonly Customer?: Reference;
  /** Reference to the account that is billed; ref is the mRID or name of one in this message. */
  readonly CustomerAccount?: Reference;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Price lists that apply. */
  readonly PricingStructures?: readonly Reference[];
  /** Places supplied under the agreement. */
  readonly ServiceLocations?: readonly Reference[];
  /** Supplier who is party to the agreement. */
  readonly ServiceSupplier?: Reference;
  /** State of what the document is about, such as active or suspended. */
  readonly status?: Status;
  /** Reference to a usage point supplied; ref is the mRID or name of one in this message. */
  readonly UsagePoints?: readonly Reference[];
  /** Span in which the agreement is in force. */
  readonly validityInterval?: DateTimeInterval;
}

/** Span between two points in time; a missing bound leaves that side open. */
export interface DateTimeInterval {
  /** First instant after the span. */
  readonly end?: XsDateTime;
  /** First instant of the span. */
  readonly start?: XsDateTime;
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

/** Device at the customer side of the network: a meter, a load switch, a display, a thermostat. */
export interface EndDevice {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reading system (head end) that communicates with the device; a router of commands. */
  readonly amrSystem?: XsString;
  /** True if the device belongs to a home area network rather than to the utility’s own. */
  readonly isPan?: XsBoolean;
  /** True if there is no physical device, only computed values. */
  readonly isVirtual?: XsBoolean;
  /** Number given by the maker, as on the name plate. */
  readonly serialNumber?: XsString;
  /** Local standard time of the device, in minutes from UTC, without daylight saving. */
  readonly timeZoneOffset?: Minutes;
  /** Utility’s own classification of the asset. */
  readonly type?: XsString;
  /** Network addresses of the device. */
  readonly electronicAddress?: ElectronicAddress;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Operating state of the asset, such as in stock or installed. */
  readonly status?: Status;
  /** Reference to the usage point the device serves; ref is the mRID or name of one in this message. */
  readonly UsagePoint?: Reference;
}

/** Device that measures, for billing or for supervision. */
export interface Meter {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reading system (head end) that communicates with the device; a router of commands. */
  readonly amrSystem?: XsString;
  /** Socket form or wiring arrangement of the meter. */
  readonly formNumber?: XsString;
  /** True if there is no physical device, only computed values. */
  readonly isVirtual?: XsBoolean;
  /** Number given by the maker, as on the name plate. */
  readonly serialNumber?: XsString;
  /** Local standard time of the device, in minutes from UTC, without daylight saving. */
  readonly timeZoneOffset?: Minutes;
  /** Utility’s own classification of the asset. */
  readonly type?: XsString;
  /** Network addresses of the device. */
  readonly electronicAddress?: ElectronicAddress;
  /** Factors to be applied to raw values. */
  readonly MeterMultipliers?: readonly MeterMultiplier[];
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Operating state of the asset, such as in stock or installed. */
  readonly status?: Status;
  /** Reference to the usage point the device serves; ref is the mRID or name of one in this message. */
  readonly UsagePoint?: Reference;
}

/** Factor to be applied to values of a meter. */
export interface MeterMultiplier {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly kind?: MeterMultiplierKind;
  /** The factor. */
  readonly value?: XsFloat;
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

/** Legal body with its addresses. */
export interface Organisation {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly electronicAddress?: ElectronicAddress;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly phone1?: TelephoneNumber;
  readonly phone2?: TelephoneNumber;
  readonly postalAddress?: PostalAddress;
  readonly streetAddress?: StreetAddress;
}

/** Address in the form used for mail. */
export interface PostalAddress {
  readonly poBox?: XsString;
  readonly postalCode?: XsString;
  readonly streetDetail?: StreetDetail;
  readonly townDetail?: TownDetail;
}

/** Price list offered to a class of customers. */
export interface PricingStructure {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Code of the price list, as used by billing. */
  readonly code?: XsString;
  readonly revenueKind?: RevenueKind;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Commodity or service that is delivered. */
export interface ServiceCategory {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Commodity, such as electricity or gas. */
  readonly kind?: ServiceKind;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Premises or place where a customer receives the service, with the facts a field crew needs. */
export interface ServiceLocation {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** How to get in, such as a key number. */
  readonly accessMethod?: XsString;
  /** How to find the place, as told to a field crew. */
  readonly direction?: XsString;
  /** True if the installation must be inspected before it is supplied. */
  readonly needsInspection?: XsBoolean;
  /** What makes access difficult or dangerous, such as a dog. */
  readonly siteAccessProblem?: XsString;
  /** Utility’s own classification of the place. */
  readonly type?: XsString;
  /** Address of the place. */
  readonly mainAddress?: StreetAddress;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly phone1?: TelephoneNumber;
  readonly status?: Status;
}

/** Organisation that delivers the service to customers. */
export interface ServiceSupplier {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Number by which prepayment tokens name their issuer. */
  readonly issuerIdentificationNumber?: XsString;
  /** Role of the supplier. */
  readonly kind?: SupplierKind;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
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

/** Address in the form used to find a place. */
export interface StreetAddress {
  readonly status?: Status;
  readonly streetDetail?: StreetDetail;
  readonly townDetail?: TownDetail;
}

/** Street part of an address. */
export interface StreetDetail {
  /** Address lines that fit no other element. */
  readonly addressGeneral?: XsString;
  readonly buildingName?: XsString;
  /** Code of the street in a directory. */
  readonly code?: XsString;
  readonly name?: XsString;
  readonly number?: XsString;
  /** Direction before the street name, such as N. */
  readonly prefix?: XsString;
  /** Direction after the street name. */
  readonly suffix?: XsString;
  /** Flat or office number. */
  readonly suiteNumber?: XsString;
  /** Kind of street, such as Avenue. */
  readonly type?: XsString;
  /** True if the place lies inside the town. */
  readonly withinTownLimits?: XsBoolean;
}

/** Telephone number in parts. */
export interface TelephoneNumber {
  readonly areaCode?: XsString;
  readonly cityCode?: XsString;
  readonly countryCode?: XsString;
  readonly extension?: XsString;
  readonly localNumber?: XsString;
}

/** Town part of an address. */
export interface TownDetail {
  /** Code of the town in a directory. */
  readonly code?: XsString;
  /** Name or ISO code of the country. */
  readonly country?: XsString;
  readonly name?: XsString;
  /** District of the town. */
  readonly section?: XsString;
  readonly stateOrProvince?: XsString;
}

/** Logical point of the network where a service is used and metered; it stays when meters change. */
export interface UsagePoint {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** How far the usage point is ready for billing from remote readings. */
  readonly amiBillingReady?: AmiBillingReadyKind;
  /** True if bills must be checked by a person, as after a suspected irregularity. */
  readonly checkBilling?: XsBoolean;
  /** State of connection as known to the sender. */
  readonly connectionState?: UsagePointConnectedKind;
  /** Load expected at the usage point. */
  readonly estimatedLoad?: CurrentFlow;
  /** True for a service delivery point, where responsibility passes to the customer. */
  readonly isSdp?: XsBoolean;
  /** True if values are computed from other usage points. */
  readonly isVirtual?: XsBoolean;
  /** Voltage by contract. */
  readonly nominalServiceVoltage?: Voltage;
  /** Phases supplied. */
  readonly phaseCode?: PhaseCode;
  /** Current the connection is built for. */
  readonly ratedCurrent?: CurrentFlow;
  /** Power the connection is built for. */
  readonly ratedPower?: ActivePower;
  /** Cycle in which the meter is read, as in a monthly round. */
  readonly readCycle?: XsString;
  /** Route of manual reading. */
  readonly readRoute?: XsString;
  /** Priority when supply is restored. */
  readonly servicePriority?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Price list that applies. */
  readonly PricingStructures?: readonly Reference[];
  readonly ServiceCategory?: ServiceCategory;
  /** Premises supplied. */
  readonly ServiceLocation?: Reference;
  /** Supplier who delivers here. */
  readonly ServiceSupplier?: Reference;
  /** Where the usage point is. */
  readonly UsagePointLocation?: Reference;
}

/** Where a usage point is, and how to get to it. */
export interface UsagePointLocation {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** How to get there, such as a key number. */
  readonly accessMethod?: XsString;
  /** How to find the place, as told to a field crew. */
  readonly direction?: XsString;
  readonly remark?: XsString;
  /** What makes access difficult or dangerous. */
  readonly siteAccessProblem?: XsString;
  /** Utility’s own classification of the place. */
  readonly type?: XsString;
  /** Address of the place. */
  readonly mainAddress?: StreetAddress;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readCustomerMeterDataSet(c: Cursor): CustomerMeterDataSet {
  const end = c.enter();
  const value: CustomerMeterDataSet = {
    Customer: c.many(N, 'Customer', readCustomer),
    CustomerAccount: c.many(N, 'CustomerAccount', readCustomerAccount),
    CustomerAgreement: c.many(N, 'CustomerAgreement', readCustomerAgreement),
    EndDevice: c.many(N, 'EndDevice', readEndDevice),
    Meter: c.many(N, 'Meter', readMeter),
    PricingStructure: c.many(N, 'PricingStructure', readPricingStructure),
    ServiceLocation: c.many(N, 'ServiceLocation', readServiceLocation),
    ServiceSupplier: c.many(N, 'ServiceSupplier', readServiceSupplier),
    UsagePoint: c.many(N, 'UsagePoint', readUsagePoint),
    UsagePointLocation: c.many(N, 'UsagePointLocation', readUsagePointLocation),
  };
  c.leave(end);
  return value;
}

export function readCustomer(c: Cursor): Customer {
  const end = c.enter();
  const value: Customer = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfCustomerKind) as CustomerKind | undefined,
    locale: c.maybeText(N, 'locale'),
    pucNumber: c.maybeText(N, 'pucNumber'),
    specialNeed: c.maybeText(N, 'specialNeed'),
    vip: c.maybeToken(N, 'vip', lexical.boolean) as XsBoolean | undefined,
    Names: c.many(N, 'Names', readName),
    Organisation: c.maybe(N, 'Organisation', readOrganisation),
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
    type: c.maybeText(N, 'type'),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readReference(c: Cursor): Reference {
  const a0 = c.attribute('ref');
  c.nothing();
  const end = c.enter();
  const value: Reference = {
    ref: a0,
  };
  c.leave(end);
  return value;
}

export function readCustomerAgreement(c: Cursor): CustomerAgreement {
  const end = c.enter();
  const value: CustomerAgreement = {
    mRID: c.maybeText(N, 'mRID'),
    loadMgmt: c.maybeText(N, 'loadMgmt'),
    signDate: c.maybeToken(N, 'signDate', lexical.date),
    type: c.maybeText(N, 'type'),
    Customer: c.maybe(N, 'Customer', readReference),
    CustomerAccount: c.maybe(N, 'CustomerAccount', readReference),
    Names: c.many(N, 'Names', readName),
    PricingStructures: c.many(N, 'PricingStructures', readReference),
    ServiceLocations: c.many(N, 'ServiceLocations', readReference),
    ServiceSupplier: c.maybe(N, 'ServiceSupplier', readReference),
    status: c.maybe(N, 'status', readStatus),
    UsagePoints: c.many(N, 'UsagePoints', readReference),
    validityInterval: c.maybe(N, 'validityInterval', readDateTimeInterval),
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

export function readEndDevice(c: Cursor): EndDevice {
  const end = c.enter();
  const value: EndDevice = {
    mRID: c.maybeText(N, 'mRID'),
    amrSystem: c.maybeText(N, 'amrSystem'),
    isPan: c.maybeToken(N, 'isPan', lexical.boolean) as XsBoolean | undefined,
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    serialNumber: c.maybeText(N, 'serialNumber'),
    timeZoneOffset: c.maybeToken(N, 'timeZoneOffset', lexical.float),
    type: c.maybeText(N, 'type'),
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
    UsagePoint: c.maybe(N, 'UsagePoint', readReference),
  };
  c.leave(end);
  return value;
}

export function readMeter(c: Cursor): Meter {
  const end = c.enter();
  const value: Meter = {
    mRID: c.maybeText(N, 'mRID'),
    amrSystem: c.maybeText(N, 'amrSystem'),
    formNumber: c.maybeText(N, 'formNumber'),
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    serialNumber: c.maybeText(N, 'serialNumber'),
    timeZoneOffset: c.maybeToken(N, 'timeZoneOffset', lexical.float),
    type: c.maybeText(N, 'type'),
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    MeterMultipliers: c.many(N, 'MeterMultipliers', readMeterMultiplier),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
    UsagePoint: c.maybe(N, 'UsagePoint', readReference),
  };
  c.leave(end);
  return value;
}

export function readMeterMultiplier(c: Cursor): MeterMultiplier {
  const end = c.enter();
  const value: MeterMultiplier = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfMeterMultiplierKind) as MeterMultiplierKind | undefined,
    value: c.maybeToken(N, 'value', lexical.float),
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

export function readOrganisation(c: Cursor): Organisation {
  const end = c.enter();
  const value: Organisation = {
    mRID: c.maybeText(N, 'mRID'),
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    Names: c.many(N, 'Names', readName),
    phone1: c.maybe(N, 'phone1', readTelephoneNumber),
    phone2: c.maybe(N, 'phone2', readTelephoneNumber),
    postalAddress: c.maybe(N, 'postalAddress', readPostalAddress),
    streetAddress: c.maybe(N, 'streetAddress', readStreetAddress),
  };
  c.leave(end);
  return value;
}

export function readPostalAddress(c: Cursor): PostalAddress {
  const end = c.enter();
  const value: PostalAddress = {
    poBox: c.maybeText(N, 'poBox'),
    postalCode: c.maybeText(N, 'postalCode'),
    streetDetail: c.maybe(N, 'streetDetail', readStreetDetail),
    townDetail: c.maybe(N, 'townDetail', readTownDetail),
  };
  c.leave(end);
  return value;
}

export function readPricingStructure(c: Cursor): PricingStructure {
  const end = c.enter();
  const value: PricingStructure = {
    mRID: c.maybeText(N, 'mRID'),
    code: c.maybeText(N, 'code'),
    revenueKind: c.maybeText(N, 'revenueKind', valuesOfRevenueKind) as RevenueKind | undefined,
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceCategory(c: Cursor): ServiceCategory {
  const end = c.enter();
  const value: ServiceCategory = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfServiceKind) as ServiceKind | undefined,
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceLocation(c: Cursor): ServiceLocation {
  const end = c.enter();
  const value: ServiceLocation = {
    mRID: c.maybeText(N, 'mRID'),
    accessMethod: c.maybeText(N, 'accessMethod'),
    direction: c.maybeText(N, 'direction'),
    needsInspection: c.maybeToken(N, 'needsInspection', lexical.boolean) as XsBoolean | undefined,
    siteAccessProblem: c.maybeText(N, 'siteAccessProblem'),
    type: c.maybeText(N, 'type'),
    mainAddress: c.maybe(N, 'mainAddress', readStreetAddress),
    Names: c.many(N, 'Names', readName),
    phone1: c.maybe(N, 'phone1', readTelephoneNumber),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readServiceSupplier(c: Cursor): ServiceSupplier {
  const end = c.enter();
  const value: ServiceSupplier = {
    mRID: c.maybeText(N, 'mRID'),
    issuerIdentificationNumber: c.maybeText(N, 'issuerIdentificationNumber'),
    kind: c.maybeText(N, 'kind', valuesOfSupplierKind) as SupplierKind | undefined,
    Names: c.many(N, 'Names', readName),
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

export function readStreetAddress(c: Cursor): StreetAddress {
  const end = c.enter();
  const value: StreetAddress = {
    status: c.maybe(N, 'status', readStatus),
    streetDetail: c.maybe(N, 'streetDetail', readStreetDetail),
    townDetail: c.maybe(N, 'townDetail', readTownDetail),
  };
  c.leave(end);
  return value;
}

export function readStreetDetail(c: Cursor): StreetDetail {
  const end = c.enter();
  const value: StreetDetail = {
    addressGeneral: c.maybeText(N, 'addressGeneral'),
    buildingName: c.maybeText(N, 'buildingName'),
    code: c.maybeText(N, 'code'),
    name: c.maybeText(N, 'name'),
    number: c.maybeText(N, 'number'),
    prefix: c.maybeText(N, 'prefix'),
    suffix: c.maybeText(N, 'suffix'),
    suiteNumber: c.maybeText(N, 'suiteNumber'),
    type: c.maybeText(N, 'type'),
    withinTownLimits: c.maybeToken(N, 'withinTownLimits', lexical.boolean) as XsBoolean | undefined,
  };
  c.leave(end);
  return value;
}

export function readTelephoneNumber(c: Cursor): TelephoneNumber {
  const end = c.enter();
  const value: TelephoneNumber = {
    areaCode: c.maybeText(N, 'areaCode'),
    cityCode: c.maybeText(N, 'cityCode'),
    countryCode: c.maybeText(N, 'countryCode'),
    extension: c.maybeText(N, 'extension'),
    localNumber: c.maybeText(N, 'localNumber'),
  };
  c.leave(end);
  return value;
}

export function readTownDetail(c: Cursor): TownDetail {
  const end = c.enter();
  const value: TownDetail = {
    code: c.maybeText(N, 'code'),
    country: c.maybeText(N, 'country'),
    name: c.maybeText(N, 'name'),
    section: c.maybeText(N, 'section'),
    stateOrProvince: c.maybeText(N, 'stateOrProvince'),
  };
  c.leave(end);
  return value;
}

export function readUsagePoint(c: Cursor): UsagePoint {
  const end = c.enter();
  const value: UsagePoint = {
    mRID: c.maybeText(N, 'mRID'),
    amiBillingReady: c.maybeText(N, 'amiBillingReady', valuesOfAmiBillingReadyKind) as AmiBillingReadyKind | undefined,
    checkBilling: c.maybeToken(N, 'checkBilling', lexical.boolean) as XsBoolean | undefined,
    connectionState: c.maybeText(N, 'connectionState', valuesOfUsagePointConnectedKind) as UsagePointConnectedKind | undefined,
    estimatedLoad: c.maybeToken(N, 'estimatedLoad', lexical.float),
    isSdp: c.maybeToken(N, 'isSdp', lexical.boolean) as XsBoolean | undefined,
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    nominalServiceVoltage: c.maybeToken(N, 'nominalServiceVoltage', lexical.float),
    phaseCode: c.maybeText(N, 'phaseCode', valuesOfPhaseCode) as PhaseCode | undefined,
    ratedCurrent: c.maybeToken(N, 'ratedCurrent', lexical.float),
    ratedPower: c.maybeToken(N, 'ratedPower', lexical.float),
    readCycle: c.maybeText(N, 'readCycle'),
    readRoute: c.maybeText(N, 'readRoute'),
    servicePriority: c.maybeText(N, 'servicePriority'),
    Names: c.many(N, 'Names', readName),
    PricingStructures: c.many(N, 'PricingStructures', readReference),
    ServiceCategory: c.maybe(N, 'ServiceCategory', readServiceCategory),
    ServiceLocation: c.maybe(N, 'ServiceLocation', readReference),
    ServiceSupplier: c.maybe(N, 'ServiceSupplier', readReference),
    UsagePointLocation: c.maybe(N, 'UsagePointLocation', readReference),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocation(c: Cursor): UsagePointLocation {
  const end = c.enter();
  const value: UsagePointLocation = {
    mRID: c.maybeText(N, 'mRID'),
    accessMethod: c.maybeText(N, 'accessMethod'),
    direction: c.maybeText(N, 'direction'),
    remark: c.maybeText(N, 'remark'),
    siteAccessProblem: c.maybeText(N, 'siteAccessProblem'),
    type: c.maybeText(N, 'type'),
    mainAddress: c.maybe(N, 'mainAddress', readStreetAddress),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function writeCustomerMeterDataSet(w: Writer, tag: string, value: CustomerMeterDataSet): void {
  w.open(tag);
  w.many('obj:Customer', value.Customer, writeCustomer);
  w.many('obj:CustomerAccount', value.CustomerAccount, writeCustomerAccount);
  w.many('obj:CustomerAgreement', value.CustomerAgreement, writeCustomerAgreement);
  w.many('obj:EndDevice', value.EndDevice, writeEndDevice);
  w.many('obj:Meter', value.Meter, writeMeter);
  w.many('obj:PricingStructure', value.PricingStructure, writePricingStructure);
  w.many('obj:ServiceLocation', value.ServiceLocation, writeServiceLocation);
  w.many('obj:ServiceSupplier', value.ServiceSupplier, writeServiceSupplier);
  w.many('obj:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.many('obj:UsagePointLocation', value.UsagePointLocation, writeUsagePointLocation);
  w.close(tag);
}

export function writeCustomer(w: Writer, tag: string, value: Customer): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:locale', value.locale);
  w.leaf('obj:pucNumber', value.pucNumber);
  w.leaf('obj:specialNeed', value.specialNeed);
  w.leaf('obj:vip', value.vip);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:Organisation', value.Organisation, writeOrganisation);
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
  w.leaf('obj:type', value.type);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeCustomerAgreement(w: Writer, tag: string, value: CustomerAgreement): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:loadMgmt', value.loadMgmt);
  w.leaf('obj:signDate', value.signDate);
  w.leaf('obj:type', value.type);
  w.maybe('obj:Customer', value.Customer, writeReference);
  w.maybe('obj:CustomerAccount', value.CustomerAccount, writeReference);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:PricingStructures', value.PricingStructures, writeReference);
  w.many('obj:ServiceLocations', value.ServiceLocations, writeReference);
  w.maybe('obj:ServiceSupplier', value.ServiceSupplier, writeReference);
  w.maybe('obj:status', value.status, writeStatus);
  w.many('obj:UsagePoints', value.UsagePoints, writeReference);
  w.maybe('obj:validityInterval', value.validityInterval, writeDateTimeInterval);
  w.close(tag);
}

export function writeDateTimeInterval(w: Writer, tag: string, value: DateTimeInterval): void {
  w.open(tag);
  w.leaf('obj:end', value.end);
  w.leaf('obj:start', value.start);
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

export function writeEndDevice(w: Writer, tag: string, value: EndDevice): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amrSystem', value.amrSystem);
  w.leaf('obj:isPan', value.isPan);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.leaf('obj:serialNumber', value.serialNumber);
  w.leaf('obj:timeZoneOffset', value.timeZoneOffset);
  w.leaf('obj:type', value.type);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.maybe('obj:UsagePoint', value.UsagePoint, writeReference);
  w.close(tag);
}

export function writeMeter(w: Writer, tag: string, value: Meter): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amrSystem', value.amrSystem);
  w.leaf('obj:formNumber', value.formNumber);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.leaf('obj:serialNumber', value.serialNumber);
  w.leaf('obj:timeZoneOffset', value.timeZoneOffset);
  w.leaf('obj:type', value.type);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  w.many('obj:MeterMultipliers', value.MeterMultipliers, writeMeterMultiplier);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.maybe('obj:UsagePoint', value.UsagePoint, writeReference);
  w.close(tag);
}

export function writeMeterMultiplier(w: Writer, tag: string, value: MeterMultiplier): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:value', value.value);
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

export function writeOrganisation(w: Writer, tag: string, value: Organisation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:phone1', value.phone1, writeTelephoneNumber);
  w.maybe('obj:phone2', value.phone2, writeTelephoneNumber);
  w.maybe('obj:postalAddress', value.postalAddress, writePostalAddress);
  w.maybe('obj:streetAddress', value.streetAddress, writeStreetAddress);
  w.close(tag);
}

export function writePostalAddress(w: Writer, tag: string, value: PostalAddress): void {
  w.open(tag);
  w.leaf('obj:poBox', value.poBox);
  w.leaf('obj:postalCode', value.postalCode);
  w.maybe('obj:streetDetail', value.streetDetail, writeStreetDetail);
  w.maybe('obj:townDetail', value.townDetail, writeTownDetail);
  w.close(tag);
}

export function writePricingStructure(w: Writer, tag: string, value: PricingStructure): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:code', value.code);
  w.leaf('obj:revenueKind', value.revenueKind);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceCategory(w: Writer, tag: string, value: ServiceCategory): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceLocation(w: Writer, tag: string, value: ServiceLocation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:accessMethod', value.accessMethod);
  w.leaf('obj:direction', value.direction);
  w.leaf('obj:needsInspection', value.needsInspection);
  w.leaf('obj:siteAccessProblem', value.siteAccessProblem);
  w.leaf('obj:type', value.type);
  w.maybe('obj:mainAddress', value.mainAddress, writeStreetAddress);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:phone1', value.phone1, writeTelephoneNumber);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeServiceSupplier(w: Writer, tag: string, value: ServiceSupplier): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:issuerIdentificationNumber', value.issuerIdentificationNumber);
  w.leaf('obj:kind', value.kind);
  w.many('obj:Names', value.Names, writeName);
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

export function writeStreetAddress(w: Writer, tag: string, value: StreetAddress): void {
  w.open(tag);
  w.maybe('obj:status', value.status, writeStatus);
  w.maybe('obj:streetDetail', value.streetDetail, writeStreetDetail);
  w.maybe('obj:townDetail', value.townDetail, writeTownDetail);
  w.close(tag);
}

export function writeStreetDetail(w: Writer, tag: string, value: StreetDetail): void {
  w.open(tag);
  w.leaf('obj:addressGeneral', value.addressGeneral);
  w.leaf('obj:buildingName', value.buildingName);
  w.leaf('obj:code', value.code);
  w.leaf('obj:name', value.name);
  w.leaf('obj:number', value.number);
  w.leaf('obj:prefix', value.prefix);
  w.leaf('obj:suffix', value.suffix);
  w.leaf('obj:suiteNumber', value.suiteNumber);
  w.leaf('obj:type', value.type);
  w.leaf('obj:withinTownLimits', value.withinTownLimits);
  w.close(tag);
}

export function writeTelephoneNumber(w: Writer, tag: string, value: TelephoneNumber): void {
  w.open(tag);
  w.leaf('obj:areaCode', value.areaCode);
  w.leaf('obj:cityCode', value.cityCode);
  w.leaf('obj:countryCode', value.countryCode);
  w.leaf('obj:extension', value.extension);
  w.leaf('obj:localNumber', value.localNumber);
  w.close(tag);
}

export function writeTownDetail(w: Writer, tag: string, value: TownDetail): void {
  w.open(tag);
  w.leaf('obj:code', value.code);
  w.leaf('obj:country', value.country);
  w.leaf('obj:name', value.name);
  w.leaf('obj:section', value.section);
  w.leaf('obj:stateOrProvince', value.stateOrProvince);
  w.close(tag);
}

export function writeUsagePoint(w: Writer, tag: string, value: UsagePoint): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amiBillingReady', value.amiBillingReady);
  w.leaf('obj:checkBilling', value.checkBilling);
  w.leaf('obj:connectionState', value.connectionState);
  w.leaf('obj:estimatedLoad', value.estimatedLoad);
  w.leaf('obj:isSdp', value.isSdp);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.leaf('obj:nominalServiceVoltage', value.nominalServiceVoltage);
  w.leaf('obj:phaseCode', value.phaseCode);
  w.leaf('obj:ratedCurrent', value.ratedCurrent);
  w.leaf('obj:ratedPower', value.ratedPower);
  w.leaf('obj:readCycle', value.readCycle);
  w.leaf('obj:readRoute', value.readRoute);
  w.leaf('obj:servicePriority', value.servicePriority);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:PricingStructures', value.PricingStructures, writeReference);
  w.maybe('obj:ServiceCategory', value.ServiceCategory, writeServiceCategory);
  w.maybe('obj:ServiceLocation', value.ServiceLocation, writeReference);
  w.maybe('obj:ServiceSupplier', value.ServiceSupplier, writeReference);
  w.maybe('obj:UsagePointLocation', value.UsagePointLocation, writeReference);
  w.close(tag);
}

export function writeUsagePointLocation(w: Writer, tag: string, value: UsagePointLocation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:accessMethod', value.accessMethod);
  w.leaf('obj:direction', value.direction);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:siteAccessProblem', value.siteAccessProblem);
  w.leaf('obj:type', value.type);
  w.maybe('obj:mainAddress', value.mainAddress, writeStreetAddress);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `CustomerMeterDataSet`. */
export const CustomerMeterDataSetElement = {
  namespace,
  name: 'CustomerMeterDataSet',
  read: readCustomerMeterDataSet,
  write(w: Writer, value: CustomerMeterDataSet): void {
    w.declare(declarations);
    writeCustomerMeterDataSet(w, 'obj:CustomerMeterDataSet', value);
  },
} as const;

