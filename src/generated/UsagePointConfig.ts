// Generated from UsagePointConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of master data of usage points. Structure known from published schemas; independent copies agree. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsFloat, type XsInteger, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/UsagePointConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/UsagePointConfig#"';

export type UsagePointMetrologyRequirementsReason = 'billing' | 'demandReset' | 'inquiry' | 'installation' | 'loadManagement' | 'loadResearch' | 'moveIn' | 'moveOut' | 'other' | 'removal' | 'serviceConnect' | 'serviceDisconnect';
export const valuesOfUsagePointMetrologyRequirementsReason: ReadonlySet<string> = new Set<UsagePointMetrologyRequirementsReason>(['billing', 'demandReset', 'inquiry', 'installation', 'loadManagement', 'loadResearch', 'moveIn', 'moveOut', 'other', 'removal', 'serviceConnect', 'serviceDisconnect']);

export type UsagePointServiceMultipliersKind = 'ctRatio' | 'ptRatio' | 'transformerRatio';
export const valuesOfUsagePointServiceMultipliersKind: ReadonlySet<string> = new Set<UsagePointServiceMultipliersKind>(['ctRatio', 'ptRatio', 'transformerRatio']);

/** Electrical potential in volts. */
export type Voltage = XsFloat;

/** Electrical current in amperes. */
export type CurrentFlow = XsFloat;

/** Active power in watts. */
export type ActivePower = XsFloat;

/** How far a usage point has come on the way to billing from remote readings. */
export type AmiBillingReadyKind = 'amiCapable' | 'amiDisabled' | 'billingApproved' | 'enabled' | 'nonAmi' | 'nonMetered' | 'operable';
export const valuesOfAmiBillingReadyKind: ReadonlySet<string> = new Set<AmiBillingReadyKind>(['amiCapable', 'amiDisabled', 'billingApproved', 'enabled', 'nonAmi', 'nonMetered', 'operable']);

/** Phases and neutral; s1 and s2 are the two legs of a split-phase supply. */
export type PhaseCode = 'A' | 'AB' | 'ABC' | 'ABCN' | 'ABN' | 'AC' | 'ACN' | 'AN' | 'B' | 'BC' | 'BCN' | 'BN' | 'C' | 'CN' | 'N' | 's1' | 's12' | 's12N' | 's1N' | 's2' | 's2N';
export const valuesOfPhaseCode: ReadonlySet<string> = new Set<PhaseCode>(['A', 'AB', 'ABC', 'ABCN', 'ABN', 'AC', 'ACN', 'AN', 'B', 'BC', 'BCN', 'BN', 'C', 'CN', 'N', 's1', 's12', 's12N', 's1N', 's2', 's2N']);

/** Why a value was or is to be taken. */
export type ReadingReasonKind = 'billing' | 'demandReset' | 'inquiry' | 'installation' | 'loadManagement' | 'loadResearch' | 'moveIn' | 'moveOut' | 'other' | 'removal' | 'serviceConnect' | 'serviceDisconnect';
export const valuesOfReadingReasonKind: ReadonlySet<string> = new Set<ReadingReasonKind>(['billing', 'demandReset', 'inquiry', 'installation', 'loadManagement', 'loadResearch', 'moveIn', 'moveOut', 'other', 'removal', 'serviceConnect', 'serviceDisconnect']);

/** Commodity or service. */
export type ServiceKind = 'electricity' | 'gas' | 'heat' | 'internet' | 'other' | 'rates' | 'refuse' | 'sewerage' | 'time' | 'tvLicence' | 'water';
export const valuesOfServiceKind: ReadonlySet<string> = new Set<ServiceKind>(['electricity', 'gas', 'heat', 'internet', 'other', 'rates', 'refuse', 'sewerage', 'time', 'tvLicence', 'water']);

/** Kind of factor at a usage point. */
export type ServiceMultiplierKind = 'ctRatio' | 'ptRatio' | 'transformerRatio';
export const valuesOfServiceMultiplierKind: ReadonlySet<string> = new Set<ServiceMultiplierKind>(['ctRatio', 'ptRatio', 'transformerRatio']);

/** Role of a service supplier. */
export type SupplierKind = 'other' | 'retailer' | 'utility';
export const valuesOfSupplierKind: ReadonlySet<string> = new Set<SupplierKind>(['other', 'retailer', 'utility']);

/** State of connection: connected, cut off at the premises, or closed in the books only. */
export type UsagePointConnectedKind = 'connected' | 'logicallyDisconnected' | 'physicallyDisconnected';
export const valuesOfUsagePointConnectedKind: ReadonlySet<string> = new Set<UsagePointConnectedKind>(['connected', 'logicallyDisconnected', 'physicallyDisconnected']);

/** Root of the profile. */
export interface UsagePointConfig {
  readonly ReadingType?: readonly ReadingType[];
  readonly UsagePoint?: readonly UsagePoint[];
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

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** What has to be measured at a usage point, and for what purpose. */
export interface MetrologyRequirement {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Purpose of the values. */
  readonly reason?: ReadingReasonKind;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Values required; ref holds the 18-part code. */
  readonly ReadingTypes: readonly [Reference, ...Reference[]];
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
  /** Code of the price list, as used by billing. */
  readonly code?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Fraction of two integers. */
export interface RationalNumber {
  readonly denominator: XsInteger;
  readonly numerator: XsInteger;
}

/** Order of a harmonic or interharmonic as a fraction. */
export interface ReadingInterharmonic {
  readonly denominator: XsInteger;
  readonly numerator: XsInteger;
}

/** What a value means: quantity, unit, scale, interval, direction and more, as the 18-part reading type code or as its parts. */
export interface ReadingType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Part 4: how the value builds up, such as bulk quantity, delta or instantaneous. */
  readonly accumulation?: XsString;
  /** Part 2: how values were combined, such as average or maximum. */
  readonly aggregate?: XsString;
  /** Part 6: what is measured, such as electricity, gas or water. */
  readonly commodity?: XsString;
  /** Part 14: consumption tier of a block tariff. */
  readonly consumptionTier?: XsInteger;
  /** Part 13: critical peak period bucket. */
  readonly cpp?: XsInteger;
  /** Part 18: currency, for values in money. */
  readonly currency?: XsString;
  /** Part 5: direction, such as forward for delivered to the customer. */
  readonly flowDirection?: XsString;
  /** Part 1 of the code: span of collection, such as billing period or day. */
  readonly macroPeriod?: XsString;
  /** Part 7: quantity, such as energy, demand or voltage. */
  readonly measurementKind?: XsString;
  /** Part 3: length of the interval, such as fifteen minutes. */
  readonly measuringPeriod?: XsString;
  /** Part 16: decimal prefix as a power of ten. */
  readonly multiplier?: XsString;
  /** Part 15: phases. */
  readonly phases?: XsString;
  /** Part 12: time-of-use bucket. */
  readonly tou?: XsInteger;
  /** Part 17: unit. */
  readonly unit?: XsString;
  /** Parts 10 and 11: argument of the quantity, as a fraction. */
  readonly argument?: RationalNumber;
  /** Parts 8 and 9: order of the harmonic. */
  readonly interharmonic?: ReadingInterharmonic;
  /** Names of the object in the systems concerned. */
  readonly Names: readonly [Name, ...Name[]];
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
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Factor of the instrument transformers at a usage point. */
export interface ServiceMultiplier {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly kind?: ServiceMultiplierKind;
  /** The factor. */
  readonly value?: XsFloat;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Organisation that delivers the service to customers. */
export interface ServiceSupplier {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
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

/** Transformer that feeds a usage point. */
export interface TransformerTank {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export interface UsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface UsagePointMetrologyRequirementsNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: UsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority;
}

export interface UsagePointMetrologyRequirementsNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: UsagePointMetrologyRequirementsNamesNameType;
}

export interface UsagePointMetrologyRequirements {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Purpose of the values. */
  readonly reason?: UsagePointMetrologyRequirementsReason;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly UsagePointMetrologyRequirementsNames[];
  /** Values required; ref holds the 18-part code. */
  readonly ReadingTypes: readonly [Reference, ...Reference[]];
}

export interface UsagePointServiceMultipliersNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface UsagePointServiceMultipliersNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: UsagePointServiceMultipliersNamesNameTypeNameTypeAuthority;
}

export interface UsagePointServiceMultipliersNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType: UsagePointServiceMultipliersNamesNameType;
}

export interface UsagePointServiceMultipliers {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly kind?: UsagePointServiceMultipliersKind;
  /** The factor. */
  readonly value?: XsFloat;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly UsagePointServiceMultipliersNames[];
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
  /** True if the connection is earthed. */
  readonly grounded?: XsBoolean;
  /** True for a service delivery point, where responsibility passes to the customer. */
  readonly isSdp?: XsBoolean;
  /** True if values are computed from other usage points. */
  readonly isVirtual?: XsBoolean;
  /** True if little or no use is normal, as in a holiday home; keeps zero-use alarms quiet. */
  readonly minimalUsageExpected?: XsBoolean;
  /** Voltage by contract. */
  readonly nominalServiceVoltage?: Voltage;
  /** Region used to report outages. */
  readonly outageRegion?: XsString;
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
  /** Remark for those who work on the connection. */
  readonly serviceDeliveryRemark?: XsString;
  /** Priority when supply is restored. */
  readonly servicePriority?: XsString;
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** Transformer that feeds the usage point. */
  readonly Equipments?: TransformerTank;
  /** What has to be measured here. */
  readonly MetrologyRequirements?: readonly UsagePointMetrologyRequirements[];
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Price list that applies. */
  readonly PricingStructures?: PricingStructure;
  readonly ServiceCategory?: ServiceCategory;
  /** Premises supplied. */
  readonly ServiceLocation?: ServiceLocation;
  /** Factors of the instrument transformers here. */
  readonly ServiceMultipliers?: readonly UsagePointServiceMultipliers[];
  /** Supplier who delivers here. */
  readonly ServiceSupplier?: ServiceSupplier;
  /** Where the usage point is. */
  readonly UsagePointLocation?: UsagePointLocation;
}

/** Where a usage point is, and how to get to it. */
export interface UsagePointLocation {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readUsagePointConfig(c: Cursor): UsagePointConfig {
  const end = c.enter();
  const value: UsagePointConfig = {
    ReadingType: c.many(N, 'ReadingType', readReadingType),
    UsagePoint: c.many(N, 'UsagePoint', readUsagePoint),
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

export function readMetrologyRequirement(c: Cursor): MetrologyRequirement {
  const end = c.enter();
  const value: MetrologyRequirement = {
    mRID: c.maybeText(N, 'mRID'),
    reason: c.maybeText(N, 'reason', valuesOfReadingReasonKind) as ReadingReasonKind | undefined,
    Names: c.many(N, 'Names', readName),
    ReadingTypes: c.counted(c.many(N, 'ReadingTypes', readReference), 1, Infinity) as unknown as readonly [Reference, ...Reference[]],
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
    code: c.maybeText(N, 'code'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readRationalNumber(c: Cursor): RationalNumber {
  const end = c.enter();
  const value: RationalNumber = {
    denominator: c.oneToken(N, 'denominator', lexical.integer),
    numerator: c.oneToken(N, 'numerator', lexical.integer),
  };
  c.leave(end);
  return value;
}

export function readReadingInterharmonic(c: Cursor): ReadingInterharmonic {
  const end = c.enter();
  const value: ReadingInterharmonic = {
    denominator: c.oneToken(N, 'denominator', lexical.integer),
    numerator: c.oneToken(N, 'numerator', lexical.integer),
  };
  c.leave(end);
  return value;
}

export function readReadingType(c: Cursor): ReadingType {
  const end = c.enter();
  const value: ReadingType = {
    mRID: c.maybeText(N, 'mRID'),
    accumulation: c.maybeText(N, 'accumulation'),
    aggregate: c.maybeText(N, 'aggregate'),
    commodity: c.maybeText(N, 'commodity'),
    consumptionTier: c.maybeToken(N, 'consumptionTier', lexical.integer),
    cpp: c.maybeToken(N, 'cpp', lexical.integer),
    currency: c.maybeText(N, 'currency'),
    flowDirection: c.maybeText(N, 'flowDirection'),
    macroPeriod: c.maybeText(N, 'macroPeriod'),
    measurementKind: c.maybeText(N, 'measurementKind'),
    measuringPeriod: c.maybeText(N, 'measuringPeriod'),
    multiplier: c.maybeText(N, 'multiplier'),
    phases: c.maybeText(N, 'phases'),
    tou: c.maybeToken(N, 'tou', lexical.integer),
    unit: c.maybeText(N, 'unit'),
    argument: c.maybe(N, 'argument', readRationalNumber),
    interharmonic: c.maybe(N, 'interharmonic', readReadingInterharmonic),
    Names: c.counted(c.many(N, 'Names', readName), 1, Infinity) as unknown as readonly [Name, ...Name[]],
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
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceMultiplier(c: Cursor): ServiceMultiplier {
  const end = c.enter();
  const value: ServiceMultiplier = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfServiceMultiplierKind) as ServiceMultiplierKind | undefined,
    value: c.maybeToken(N, 'value', lexical.float),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readServiceSupplier(c: Cursor): ServiceSupplier {
  const end = c.enter();
  const value: ServiceSupplier = {
    mRID: c.maybeText(N, 'mRID'),
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

export function readTransformerTank(c: Cursor): TransformerTank {
  const end = c.enter();
  const value: TransformerTank = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readUsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority(c: Cursor): UsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: UsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readUsagePointMetrologyRequirementsNamesNameType(c: Cursor): UsagePointMetrologyRequirementsNamesNameType {
  const end = c.enter();
  const value: UsagePointMetrologyRequirementsNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readUsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readUsagePointMetrologyRequirementsNames(c: Cursor): UsagePointMetrologyRequirementsNames {
  const end = c.enter();
  const value: UsagePointMetrologyRequirementsNames = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readUsagePointMetrologyRequirementsNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointMetrologyRequirements(c: Cursor): UsagePointMetrologyRequirements {
  const end = c.enter();
  const value: UsagePointMetrologyRequirements = {
    mRID: c.maybeText(N, 'mRID'),
    reason: c.maybeText(N, 'reason', valuesOfUsagePointMetrologyRequirementsReason) as UsagePointMetrologyRequirementsReason | undefined,
    Names: c.many(N, 'Names', readUsagePointMetrologyRequirementsNames),
    ReadingTypes: c.counted(c.many(N, 'ReadingTypes', readReference), 1, Infinity) as unknown as readonly [Reference, ...Reference[]],
  };
  c.leave(end);
  return value;
}

export function readUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority(c: Cursor): UsagePointServiceMultipliersNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: UsagePointServiceMultipliersNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readUsagePointServiceMultipliersNamesNameType(c: Cursor): UsagePointServiceMultipliersNamesNameType {
  const end = c.enter();
  const value: UsagePointServiceMultipliersNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readUsagePointServiceMultipliersNames(c: Cursor): UsagePointServiceMultipliersNames {
  const end = c.enter();
  const value: UsagePointServiceMultipliersNames = {
    name: c.oneText(N, 'name'),
    NameType: c.one(N, 'NameType', readUsagePointServiceMultipliersNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readUsagePointServiceMultipliers(c: Cursor): UsagePointServiceMultipliers {
  const end = c.enter();
  const value: UsagePointServiceMultipliers = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfUsagePointServiceMultipliersKind) as UsagePointServiceMultipliersKind | undefined,
    value: c.maybeToken(N, 'value', lexical.float),
    Names: c.many(N, 'Names', readUsagePointServiceMultipliersNames),
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
    grounded: c.maybeToken(N, 'grounded', lexical.boolean) as XsBoolean | undefined,
    isSdp: c.maybeToken(N, 'isSdp', lexical.boolean) as XsBoolean | undefined,
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    minimalUsageExpected: c.maybeToken(N, 'minimalUsageExpected', lexical.boolean) as XsBoolean | undefined,
    nominalServiceVoltage: c.maybeToken(N, 'nominalServiceVoltage', lexical.float),
    outageRegion: c.maybeText(N, 'outageRegion'),
    phaseCode: c.maybeText(N, 'phaseCode', valuesOfPhaseCode) as PhaseCode | undefined,
    ratedCurrent: c.maybeToken(N, 'ratedCurrent', lexical.float),
    ratedPower: c.maybeToken(N, 'ratedPower', lexical.float),
    readCycle: c.maybeText(N, 'readCycle'),
    readRoute: c.maybeText(N, 'readRoute'),
    serviceDeliveryRemark: c.maybeText(N, 'serviceDeliveryRemark'),
    servicePriority: c.maybeText(N, 'servicePriority'),
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    Equipments: c.maybe(N, 'Equipments', readTransformerTank),
    MetrologyRequirements: c.many(N, 'MetrologyRequirements', readUsagePointMetrologyRequirements),
    Names: c.many(N, 'Names', readName),
    PricingStructures: c.maybe(N, 'PricingStructures', readPricingStructure),
    ServiceCategory: c.maybe(N, 'ServiceCategory', readServiceCategory),
    ServiceLocation: c.maybe(N, 'ServiceLocation', readServiceLocation),
    ServiceMultipliers: c.many(N, 'ServiceMultipliers', readUsagePointServiceMultipliers),
    ServiceSupplier: c.maybe(N, 'ServiceSupplier', readServiceSupplier),
    UsagePointLocation: c.maybe(N, 'UsagePointLocation', readUsagePointLocation),
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

export function writeUsagePointConfig(w: Writer, tag: string, value: UsagePointConfig): void {
  w.open(tag);
  w.many('obj:ReadingType', value.ReadingType, writeReadingType);
  w.many('obj:UsagePoint', value.UsagePoint, writeUsagePoint);
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

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeMetrologyRequirement(w: Writer, tag: string, value: MetrologyRequirement): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:reason', value.reason);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:ReadingTypes', value.ReadingTypes, writeReference);
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
  w.leaf('obj:code', value.code);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeRationalNumber(w: Writer, tag: string, value: RationalNumber): void {
  w.open(tag);
  w.leaf('obj:denominator', value.denominator);
  w.leaf('obj:numerator', value.numerator);
  w.close(tag);
}

export function writeReadingInterharmonic(w: Writer, tag: string, value: ReadingInterharmonic): void {
  w.open(tag);
  w.leaf('obj:denominator', value.denominator);
  w.leaf('obj:numerator', value.numerator);
  w.close(tag);
}

export function writeReadingType(w: Writer, tag: string, value: ReadingType): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:accumulation', value.accumulation);
  w.leaf('obj:aggregate', value.aggregate);
  w.leaf('obj:commodity', value.commodity);
  w.leaf('obj:consumptionTier', value.consumptionTier);
  w.leaf('obj:cpp', value.cpp);
  w.leaf('obj:currency', value.currency);
  w.leaf('obj:flowDirection', value.flowDirection);
  w.leaf('obj:macroPeriod', value.macroPeriod);
  w.leaf('obj:measurementKind', value.measurementKind);
  w.leaf('obj:measuringPeriod', value.measuringPeriod);
  w.leaf('obj:multiplier', value.multiplier);
  w.leaf('obj:phases', value.phases);
  w.leaf('obj:tou', value.tou);
  w.leaf('obj:unit', value.unit);
  w.maybe('obj:argument', value.argument, writeRationalNumber);
  w.maybe('obj:interharmonic', value.interharmonic, writeReadingInterharmonic);
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
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceMultiplier(w: Writer, tag: string, value: ServiceMultiplier): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:value', value.value);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeServiceSupplier(w: Writer, tag: string, value: ServiceSupplier): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
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

export function writeTransformerTank(w: Writer, tag: string, value: TransformerTank): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeUsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: UsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeUsagePointMetrologyRequirementsNamesNameType(w: Writer, tag: string, value: UsagePointMetrologyRequirementsNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeUsagePointMetrologyRequirementsNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeUsagePointMetrologyRequirementsNames(w: Writer, tag: string, value: UsagePointMetrologyRequirementsNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeUsagePointMetrologyRequirementsNamesNameType);
  w.close(tag);
}

export function writeUsagePointMetrologyRequirements(w: Writer, tag: string, value: UsagePointMetrologyRequirements): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:reason', value.reason);
  w.many('obj:Names', value.Names, writeUsagePointMetrologyRequirementsNames);
  w.many('obj:ReadingTypes', value.ReadingTypes, writeReference);
  w.close(tag);
}

export function writeUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: UsagePointServiceMultipliersNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeUsagePointServiceMultipliersNamesNameType(w: Writer, tag: string, value: UsagePointServiceMultipliersNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeUsagePointServiceMultipliersNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeUsagePointServiceMultipliersNames(w: Writer, tag: string, value: UsagePointServiceMultipliersNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeUsagePointServiceMultipliersNamesNameType);
  w.close(tag);
}

export function writeUsagePointServiceMultipliers(w: Writer, tag: string, value: UsagePointServiceMultipliers): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:value', value.value);
  w.many('obj:Names', value.Names, writeUsagePointServiceMultipliersNames);
  w.close(tag);
}

export function writeUsagePoint(w: Writer, tag: string, value: UsagePoint): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amiBillingReady', value.amiBillingReady);
  w.leaf('obj:checkBilling', value.checkBilling);
  w.leaf('obj:connectionState', value.connectionState);
  w.leaf('obj:estimatedLoad', value.estimatedLoad);
  w.leaf('obj:grounded', value.grounded);
  w.leaf('obj:isSdp', value.isSdp);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.leaf('obj:minimalUsageExpected', value.minimalUsageExpected);
  w.leaf('obj:nominalServiceVoltage', value.nominalServiceVoltage);
  w.leaf('obj:outageRegion', value.outageRegion);
  w.leaf('obj:phaseCode', value.phaseCode);
  w.leaf('obj:ratedCurrent', value.ratedCurrent);
  w.leaf('obj:ratedPower', value.ratedPower);
  w.leaf('obj:readCycle', value.readCycle);
  w.leaf('obj:readRoute', value.readRoute);
  w.leaf('obj:serviceDeliveryRemark', value.serviceDeliveryRemark);
  w.leaf('obj:servicePriority', value.servicePriority);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.maybe('obj:Equipments', value.Equipments, writeTransformerTank);
  w.many('obj:MetrologyRequirements', value.MetrologyRequirements, writeUsagePointMetrologyRequirements);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:PricingStructures', value.PricingStructures, writePricingStructure);
  w.maybe('obj:ServiceCategory', value.ServiceCategory, writeServiceCategory);
  w.maybe('obj:ServiceLocation', value.ServiceLocation, writeServiceLocation);
  w.many('obj:ServiceMultipliers', value.ServiceMultipliers, writeUsagePointServiceMultipliers);
  w.maybe('obj:ServiceSupplier', value.ServiceSupplier, writeServiceSupplier);
  w.maybe('obj:UsagePointLocation', value.UsagePointLocation, writeUsagePointLocation);
  w.close(tag);
}

export function writeUsagePointLocation(w: Writer, tag: string, value: UsagePointLocation): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `UsagePointConfig`. */
export const UsagePointConfigElement = {
  namespace,
  name: 'UsagePointConfig',
  read: readUsagePointConfig,
  write(w: Writer, value: UsagePointConfig): void {
    w.declare(declarations);
    writeUsagePointConfig(w, 'obj:UsagePointConfig', value);
  },
} as const;

