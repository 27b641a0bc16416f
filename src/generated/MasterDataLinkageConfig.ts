// Generated from MasterDataLinkageConfig.xsd by `npm run generate`. Do not edit.
/** Making and breaking of links between master data, such as meter to usage point; the objects present are the ones to be linked. Structure known from published schemas. */
import { lexical, namespaceId, type Cursor, type Writer, type XsDateTime, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/MasterDataLinkageConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/MasterDataLinkageConfig#"';

/** Root of the profile. */
export interface MasterDataLinkageConfig {
  readonly AuxiliaryAgreement?: readonly AuxiliaryAgreement[];
  readonly ComModule?: readonly ComModule[];
  readonly ConfigurationEvent?: ConfigurationEvent;
  readonly Customer?: readonly Customer[];
  readonly CustomerAccount?: readonly CustomerAccount[];
  readonly CustomerAgreement?: readonly CustomerAgreement[];
  readonly EndDevice?: readonly EndDevice[];
  readonly Meter?: readonly Meter[];
  readonly PricingStructure?: readonly PricingStructure[];
  readonly ServiceLocation?: readonly ServiceLocation[];
  readonly ServiceSupplier?: readonly ServiceSupplier[];
  readonly TransformerTank?: readonly TransformerTank[];
  readonly UsagePoint?: readonly UsagePoint[];
  readonly UsagePointLocation?: readonly UsagePointLocation[];
}

/** Agreement beside the supply contract, by which a debt or a fee is collected in parts with each purchase or bill. */
export interface AuxiliaryAgreement {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Communication module that is an asset of its own and can be moved from meter to meter. */
export interface ComModule {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
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

/** Supply contract between a customer and a service supplier for given locations and prices. */
export interface CustomerAgreement {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Device at the customer side of the network: a meter, a load switch, a display, a thermostat. */
export interface EndDevice {
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

/** Price list offered to a class of customers. */
export interface PricingStructure {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Premises or place where a customer receives the service, with the facts a field crew needs. */
export interface ServiceLocation {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Organisation that delivers the service to customers. */
export interface ServiceSupplier {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
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

/** Transformer that feeds a usage point. */
export interface TransformerTank {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Logical point of the network where a service is used and metered; it stays when meters change. */
export interface UsagePoint {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Where a usage point is, and how to get to it. */
export interface UsagePointLocation {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readMasterDataLinkageConfig(c: Cursor): MasterDataLinkageConfig {
  const end = c.enter();
  const value: MasterDataLinkageConfig = {
    AuxiliaryAgreement: c.many(N, 'AuxiliaryAgreement', readAuxiliaryAgreement),
    ComModule: c.many(N, 'ComModule', readComModule),
    ConfigurationEvent: c.maybe(N, 'ConfigurationEvent', readConfigurationEvent),
    Customer: c.many(N, 'Customer', readCustomer),
    CustomerAccount: c.many(N, 'CustomerAccount', readCustomerAccount),
    CustomerAgreement: c.many(N, 'CustomerAgreement', readCustomerAgreement),
    EndDevice: c.many(N, 'EndDevice', readEndDevice),
    Meter: c.many(N, 'Meter', readMeter),
    PricingStructure: c.many(N, 'PricingStructure', readPricingStructure),
    ServiceLocation: c.many(N, 'ServiceLocation', readServiceLocation),
    ServiceSupplier: c.many(N, 'ServiceSupplier', readServiceSupplier),
    TransformerTank: c.many(N, 'TransformerTank', readTransformerTank),
    UsagePoint: c.many(N, 'UsagePoint', readUsagePoint),
    UsagePointLocation: c.many(N, 'UsagePointLocation', readUsagePointLocation),
  };
  c.leave(end);
  return value;
}

export function readAuxiliaryAgreement(c: Cursor): AuxiliaryAgreement {
  const end = c.enter();
  const value: AuxiliaryAgreement = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readComModule(c: Cursor): ComModule {
  const end = c.enter();
  const value: ComModule = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
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

export function readCustomerAgreement(c: Cursor): CustomerAgreement {
  const end = c.enter();
  const value: CustomerAgreement = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readEndDevice(c: Cursor): EndDevice {
  const end = c.enter();
  const value: EndDevice = {
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

export function readPricingStructure(c: Cursor): PricingStructure {
  const end = c.enter();
  const value: PricingStructure = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceLocation(c: Cursor): ServiceLocation {
  const end = c.enter();
  const value: ServiceLocation = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceSupplier(c: Cursor): ServiceSupplier {
  const end = c.enter();
  const value: ServiceSupplier = {
    mRID: c.maybeText(N, 'mRID'),
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

export function readTransformerTank(c: Cursor): TransformerTank {
  const end = c.enter();
  const value: TransformerTank = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readUsagePoint(c: Cursor): UsagePoint {
  const end = c.enter();
  const value: UsagePoint = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readUsagePointLocation(c: Cursor): UsagePointLocation {
  const end = c.enter();
  const value: UsagePointLocation = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function writeMasterDataLinkageConfig(w: Writer, tag: string, value: MasterDataLinkageConfig): void {
  w.open(tag);
  w.many('obj:AuxiliaryAgreement', value.AuxiliaryAgreement, writeAuxiliaryAgreement);
  w.many('obj:ComModule', value.ComModule, writeComModule);
  w.maybe('obj:ConfigurationEvent', value.ConfigurationEvent, writeConfigurationEvent);
  w.many('obj:Customer', value.Customer, writeCustomer);
  w.many('obj:CustomerAccount', value.CustomerAccount, writeCustomerAccount);
  w.many('obj:CustomerAgreement', value.CustomerAgreement, writeCustomerAgreement);
  w.many('obj:EndDevice', value.EndDevice, writeEndDevice);
  w.many('obj:Meter', value.Meter, writeMeter);
  w.many('obj:PricingStructure', value.PricingStructure, writePricingStructure);
  w.many('obj:ServiceLocation', value.ServiceLocation, writeServiceLocation);
  w.many('obj:ServiceSupplier', value.ServiceSupplier, writeServiceSupplier);
  w.many('obj:TransformerTank', value.TransformerTank, writeTransformerTank);
  w.many('obj:UsagePoint', value.UsagePoint, writeUsagePoint);
  w.many('obj:UsagePointLocation', value.UsagePointLocation, writeUsagePointLocation);
  w.close(tag);
}

export function writeAuxiliaryAgreement(w: Writer, tag: string, value: AuxiliaryAgreement): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeComModule(w: Writer, tag: string, value: ComModule): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
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

export function writeCustomer(w: Writer, tag: string, value: Customer): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCustomerAccount(w: Writer, tag: string, value: CustomerAccount): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeCustomerAgreement(w: Writer, tag: string, value: CustomerAgreement): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDevice(w: Writer, tag: string, value: EndDevice): void {
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

export function writePricingStructure(w: Writer, tag: string, value: PricingStructure): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceLocation(w: Writer, tag: string, value: ServiceLocation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceSupplier(w: Writer, tag: string, value: ServiceSupplier): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
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

export function writeTransformerTank(w: Writer, tag: string, value: TransformerTank): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeUsagePoint(w: Writer, tag: string, value: UsagePoint): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeUsagePointLocation(w: Writer, tag: string, value: UsagePointLocation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `MasterDataLinkageConfig`. */
export const MasterDataLinkageConfigElement = {
  namespace,
  name: 'MasterDataLinkageConfig',
  read: readMasterDataLinkageConfig,
  write(w: Writer, value: MasterDataLinkageConfig): void {
    w.declare(declarations);
    writeMasterDataLinkageConfig(w, 'obj:MasterDataLinkageConfig', value);
  },
} as const;

