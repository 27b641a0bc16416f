// Generated from PricingStructureConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of price lists with tariffs, time and consumption steps and charges. Structure derived from the CIM classes; not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDate, type XsDateTime, type XsFloat, type XsInteger, type XsString, type XsTime } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/PricingStructureConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/PricingStructureConfig#"';

/** Share in per cent, 100 being the whole. */
export type PerCent = XsFloat;

/** Active energy in watt hours. */
export type RealEnergy = XsFloat;

/** Kind of charge. */
export type ChargeKind = 'consumptionCharge' | 'demandCharge' | 'auxiliaryCharge' | 'taxCharge' | 'other';
export const valuesOfChargeKind: ReadonlySet<string> = new Set<ChargeKind>(['consumptionCharge', 'demandCharge', 'auxiliaryCharge', 'taxCharge', 'other']);

/** Currency by its three-letter ISO 4217 code. */
export type Currency = 'AED' | 'AFN' | 'ALL' | 'AMD' | 'ANG' | 'AOA' | 'ARS' | 'AUD' | 'AWG' | 'AZN' | 'BAM' | 'BBD' | 'BDT' | 'BGN' | 'BHD' | 'BIF' | 'BMD' | 'BND' | 'BOB' | 'BOV' | 'BRL' | 'BSD' | 'BTN' | 'BWP' | 'BYR' | 'BZD' | 'CAD' | 'CDF' | 'CHF' | 'CLF' | 'CLP' | 'CNY' | 'COP' | 'COU' | 'CRC' | 'CUC' | 'CUP' | 'CVE' | 'CZK' | 'DJF' | 'DKK' | 'DOP' | 'DZD' | 'EEK' | 'EGP' | 'ERN' | 'ETB' | 'EUR' | 'FJD' | 'FKP' | 'GBP' | 'GEL' | 'GHS' | 'GIP' | 'GMD' | 'GNF' | 'GTQ' | 'GYD' | 'HKD' | 'HNL' | 'HRK' | 'HTG' | 'HUF' | 'IDR' | 'ILS' | 'INR' | 'IQD' | 'IRR' | 'ISK' | 'JMD' | 'JOD' | 'JPY' | 'KES' | 'KGS' | 'KHR' | 'KMF' | 'KPW' | 'KRW' | 'KWD' | 'KYD' | 'KZT' | 'LAK' | 'LBP' | 'LKR' | 'LRD' | 'LSL' | 'LTL' | 'LVL' | 'LYD' | 'MAD' | 'MDL' | 'MGA' | 'MKD' | 'MMK' | 'MNT' | 'MOP' | 'MRO' | 'MUR' | 'MVR' | 'MWK' | 'MXN' | 'MYR' | 'MZN' | 'NAD' | 'NGN' | 'NIO' | 'NOK' | 'NPR' | 'NZD' | 'OMR' | 'PAB' | 'PEN' | 'PGK' | 'PHP' | 'PKR' | 'PLN' | 'PYG' | 'QAR' | 'RON' | 'RSD' | 'RUB' | 'RWF' | 'SAR' | 'SBD' | 'SCR' | 'SDG' | 'SEK' | 'SGD' | 'SHP' | 'SLL' | 'SOS' | 'SRD' | 'STD' | 'SYP' | 'SZL' | 'THB' | 'TJS' | 'TMT' | 'TND' | 'TOP' | 'TRY' | 'TTD' | 'TWD' | 'TZS' | 'UAH' | 'UGX' | 'USD' | 'UYU' | 'UZS' | 'VEF' | 'VND' | 'VUV' | 'WST' | 'XAF' | 'XCD' | 'XOF' | 'XPF' | 'YER' | 'ZAR' | 'ZMK' | 'ZWL';
export const valuesOfCurrency: ReadonlySet<string> = new Set<Currency>(['AED', 'AFN', 'ALL', 'AMD', 'ANG', 'AOA', 'ARS', 'AUD', 'AWG', 'AZN', 'BAM', 'BBD', 'BDT', 'BGN', 'BHD', 'BIF', 'BMD', 'BND', 'BOB', 'BOV', 'BRL', 'BSD', 'BTN', 'BWP', 'BYR', 'BZD', 'CAD', 'CDF', 'CHF', 'CLF', 'CLP', 'CNY', 'COP', 'COU', 'CRC', 'CUC', 'CUP', 'CVE', 'CZK', 'DJF', 'DKK', 'DOP', 'DZD', 'EEK', 'EGP', 'ERN', 'ETB', 'EUR', 'FJD', 'FKP', 'GBP', 'GEL', 'GHS', 'GIP', 'GMD', 'GNF', 'GTQ', 'GYD', 'HKD', 'HNL', 'HRK', 'HTG', 'HUF', 'IDR', 'ILS', 'INR', 'IQD', 'IRR', 'ISK', 'JMD', 'JOD', 'JPY', 'KES', 'KGS', 'KHR', 'KMF', 'KPW', 'KRW', 'KWD', 'KYD', 'KZT', 'LAK', 'LBP', 'LKR', 'LRD', 'LSL', 'LTL', 'LVL', 'LYD', 'MAD', 'MDL', 'MGA', 'MKD', 'MMK', 'MNT', 'MOP', 'MRO', 'MUR', 'MVR', 'MWK', 'MXN', 'MYR', 'MZN', 'NAD', 'NGN', 'NIO', 'NOK', 'NPR', 'NZD', 'OMR', 'PAB', 'PEN', 'PGK', 'PHP', 'PKR', 'PLN', 'PYG', 'QAR', 'RON', 'RSD', 'RUB', 'RWF', 'SAR', 'SBD', 'SCR', 'SDG', 'SEK', 'SGD', 'SHP', 'SLL', 'SOS', 'SRD', 'STD', 'SYP', 'SZL', 'THB', 'TJS', 'TMT', 'TND', 'TOP', 'TRY', 'TTD', 'TWD', 'TZS', 'UAH', 'UGX', 'USD', 'UYU', 'UZS', 'VEF', 'VND', 'VUV', 'WST', 'XAF', 'XCD', 'XOF', 'XPF', 'YER', 'ZAR', 'ZMK', 'ZWL']);

/** Class of use for revenue accounting. */
export type RevenueKind = 'residential' | 'nonResidential' | 'commercial' | 'industrial' | 'irrigation' | 'streetLight' | 'other';
export const valuesOfRevenueKind: ReadonlySet<string> = new Set<RevenueKind>(['residential', 'nonResidential', 'commercial', 'industrial', 'irrigation', 'streetLight', 'other']);

/** Decimal prefix of a unit. */
export type UnitMultiplier = 'yocto' | 'zepto' | 'a' | 'f' | 'pico' | 'n' | 'micro' | 'milli' | 'c' | 'd' | 'none' | 'da' | 'h' | 'k' | 'M' | 'G' | 'T' | 'P' | 'E' | 'Z' | 'Y';
export const valuesOfUnitMultiplier: ReadonlySet<string> = new Set<UnitMultiplier>(['yocto', 'zepto', 'a', 'f', 'pico', 'n', 'micro', 'milli', 'c', 'd', 'none', 'da', 'h', 'k', 'M', 'G', 'T', 'P', 'E', 'Z', 'Y']);

/** Root of the profile. */
export interface PricingStructureConfig {
  readonly PricingStructure?: readonly PricingStructure[];
}

/** An amount in accounting terms: money per unit of energy, or a plain sum. */
export interface AccountingUnit {
  /** Energy the value refers to; absent for a plain sum. */
  readonly energyUnit?: RealEnergy;
  /** Currency of the value. */
  readonly monetaryUnit?: Currency;
  /** Decimal prefix applied to the value. */
  readonly multiplier?: UnitMultiplier;
  readonly value?: XsFloat;
}

/** One price component: fixed, per unit of consumption, or both; charges can be nested. */
export interface Charge {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly kind?: ChargeKind;
  /** Part charged as a share of another amount, such as a tax. */
  readonly variablePortion?: PerCent;
  /** Charges this one is made up of. */
  readonly ChildCharges?: readonly Charge[];
  /** Part that does not depend on consumption. */
  readonly fixedPortion?: AccountingUnit;
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

/** Step of a block tariff: applies from a given consumption upward until the next step. */
export interface ConsumptionTariffInterval {
  /** Place of the step in the tariff, from 1. */
  readonly sequenceNumber?: XsInteger;
  /** Consumption in the cycle from which the step applies. */
  readonly startValue?: RealEnergy;
  readonly Charges?: readonly Charge[];
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
  /** When the document was first recorded. */
  readonly createdDateTime?: XsDateTime;
  /** Most units that count towards the daily rate. */
  readonly dailyCeilingUsage?: XsInteger;
  /** Units assumed per day when no reading is at hand. */
  readonly dailyEstimatedUsage?: XsInteger;
  /** Least units charged per day. */
  readonly dailyFloorUsage?: XsInteger;
  /** When the document was last changed. */
  readonly lastModifiedDateTime?: XsDateTime;
  readonly revenueKind?: RevenueKind;
  /** Revision of the document. */
  readonly revisionNumber?: XsString;
  readonly subject?: XsString;
  /** True if no tax is charged. */
  readonly taxExemption?: XsBoolean;
  readonly title?: XsString;
  /** Utility’s own classification. */
  readonly type?: XsString;
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** State of the document itself, such as draft or approved. */
  readonly docStatus?: Status;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  readonly ServiceCategory?: ServiceCategory;
  /** State of what the document is about, such as active or suspended. */
  readonly status?: Status;
  /** Tariffs that make up the price list. */
  readonly Tariffs?: readonly Tariff[];
}

/** Commodity or service that is delivered. */
export interface ServiceCategory {
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

/** Document that sets prices, with the period it is valid for. */
export interface Tariff {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  readonly endDate?: XsDate;
  readonly startDate?: XsDate;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Schedules of charges. */
  readonly TariffProfiles?: readonly TariffProfile[];
}

/** Schedule of charges within a tariff. */
export interface TariffProfile {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Cycle after which the profile starts anew, such as monthly. */
  readonly tariffCycle?: XsString;
  /** Steps by consumption. */
  readonly ConsumptionTariffIntervals?: readonly ConsumptionTariffInterval[];
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Steps by time of day. */
  readonly TimeTariffIntervals?: readonly TimeTariffInterval[];
}

/** Part of the day in a time-of-use tariff, from its start until the next one. */
export interface TimeTariffInterval {
  /** Place of the step in the day, from 1. */
  readonly sequenceNumber?: XsInteger;
  /** Time of day from which the step applies. */
  readonly startTime?: XsTime;
  readonly Charges?: readonly Charge[];
  readonly ConsumptionTariffIntervals?: readonly ConsumptionTariffInterval[];
}

export function readPricingStructureConfig(c: Cursor): PricingStructureConfig {
  const end = c.enter();
  const value: PricingStructureConfig = {
    PricingStructure: c.many(N, 'PricingStructure', readPricingStructure),
  };
  c.leave(end);
  return value;
}

export function readAccountingUnit(c: Cursor): AccountingUnit {
  const end = c.enter();
  const value: AccountingUnit = {
    energyUnit: c.maybeToken(N, 'energyUnit', lexical.float),
    monetaryUnit: c.maybeText(N, 'monetaryUnit', valuesOfCurrency) as Currency | undefined,
    multiplier: c.maybeText(N, 'multiplier', valuesOfUnitMultiplier) as UnitMultiplier | undefined,
    value: c.maybeToken(N, 'value', lexical.float),
  };
  c.leave(end);
  return value;
}

export function readCharge(c: Cursor): Charge {
  const end = c.enter();
  const value: Charge = {
    mRID: c.maybeText(N, 'mRID'),
    kind: c.maybeText(N, 'kind', valuesOfChargeKind) as ChargeKind | undefined,
    variablePortion: c.maybeToken(N, 'variablePortion', lexical.float),
    ChildCharges: c.many(N, 'ChildCharges', readCharge),
    fixedPortion: c.maybe(N, 'fixedPortion', readAccountingUnit),
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

export function readConsumptionTariffInterval(c: Cursor): ConsumptionTariffInterval {
  const end = c.enter();
  const value: ConsumptionTariffInterval = {
    sequenceNumber: c.maybeToken(N, 'sequenceNumber', lexical.integer),
    startValue: c.maybeToken(N, 'startValue', lexical.float),
    Charges: c.many(N, 'Charges', readCharge),
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
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    dailyCeilingUsage: c.maybeToken(N, 'dailyCeilingUsage', lexical.integer),
    dailyEstimatedUsage: c.maybeToken(N, 'dailyEstimatedUsage', lexical.integer),
    dailyFloorUsage: c.maybeToken(N, 'dailyFloorUsage', lexical.integer),
    lastModifiedDateTime: c.maybeToken(N, 'lastModifiedDateTime', lexical.dateTime),
    revenueKind: c.maybeText(N, 'revenueKind', valuesOfRevenueKind) as RevenueKind | undefined,
    revisionNumber: c.maybeText(N, 'revisionNumber'),
    subject: c.maybeText(N, 'subject'),
    taxExemption: c.maybeToken(N, 'taxExemption', lexical.boolean) as XsBoolean | undefined,
    title: c.maybeText(N, 'title'),
    type: c.maybeText(N, 'type'),
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    docStatus: c.maybe(N, 'docStatus', readStatus),
    Names: c.many(N, 'Names', readName),
    ServiceCategory: c.maybe(N, 'ServiceCategory', readServiceCategory),
    status: c.maybe(N, 'status', readStatus),
    Tariffs: c.many(N, 'Tariffs', readTariff),
  };
  c.leave(end);
  return value;
}

export function readServiceCategory(c: Cursor): ServiceCategory {
  const end = c.enter();
  const value: ServiceCategory = {
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

export function readTariff(c: Cursor): Tariff {
  const end = c.enter();
  const value: Tariff = {
    mRID: c.maybeText(N, 'mRID'),
    endDate: c.maybeToken(N, 'endDate', lexical.date),
    startDate: c.maybeToken(N, 'startDate', lexical.date),
    Names: c.many(N, 'Names', readName),
    TariffProfiles: c.many(N, 'TariffProfiles', readTariffProfile),
  };
  c.leave(end);
  return value;
}

export function readTariffProfile(c: Cursor): TariffProfile {
  const end = c.enter();
  const value: TariffProfile = {
    mRID: c.maybeText(N, 'mRID'),
    tariffCycle: c.maybeText(N, 'tariffCycle'),
    ConsumptionTariffIntervals: c.many(N, 'ConsumptionTariffIntervals', readConsumptionTariffInterval),
    Names: c.many(N, 'Names', readName),
    TimeTariffIntervals: c.many(N, 'TimeTariffIntervals', readTimeTariffInterval),
  };
  c.leave(end);
  return value;
}

export function readTimeTariffInterval(c: Cursor): TimeTariffInterval {
  const end = c.enter();
  const value: TimeTariffInterval = {
    sequenceNumber: c.maybeToken(N, 'sequenceNumber', lexical.integer),
    startTime: c.maybeToken(N, 'startTime', lexical.time),
    Charges: c.many(N, 'Charges', readCharge),
    ConsumptionTariffIntervals: c.many(N, 'ConsumptionTariffIntervals', readConsumptionTariffInterval),
  };
  c.leave(end);
  return value;
}

export function writePricingStructureConfig(w: Writer, tag: string, value: PricingStructureConfig): void {
  w.open(tag);
  w.many('obj:PricingStructure', value.PricingStructure, writePricingStructure);
  w.close(tag);
}

export function writeAccountingUnit(w: Writer, tag: string, value: AccountingUnit): void {
  w.open(tag);
  w.leaf('obj:energyUnit', value.energyUnit);
  w.leaf('obj:monetaryUnit', value.monetaryUnit);
  w.leaf('obj:multiplier', value.multiplier);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

export function writeCharge(w: Writer, tag: string, value: Charge): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:variablePortion', value.variablePortion);
  w.many('obj:ChildCharges', value.ChildCharges, writeCharge);
  w.maybe('obj:fixedPortion', value.fixedPortion, writeAccountingUnit);
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

export function writeConsumptionTariffInterval(w: Writer, tag: string, value: ConsumptionTariffInterval): void {
  w.open(tag);
  w.leaf('obj:sequenceNumber', value.sequenceNumber);
  w.leaf('obj:startValue', value.startValue);
  w.many('obj:Charges', value.Charges, writeCharge);
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
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:dailyCeilingUsage', value.dailyCeilingUsage);
  w.leaf('obj:dailyEstimatedUsage', value.dailyEstimatedUsage);
  w.leaf('obj:dailyFloorUsage', value.dailyFloorUsage);
  w.leaf('obj:lastModifiedDateTime', value.lastModifiedDateTime);
  w.leaf('obj:revenueKind', value.revenueKind);
  w.leaf('obj:revisionNumber', value.revisionNumber);
  w.leaf('obj:subject', value.subject);
  w.leaf('obj:taxExemption', value.taxExemption);
  w.leaf('obj:title', value.title);
  w.leaf('obj:type', value.type);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.maybe('obj:docStatus', value.docStatus, writeStatus);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:ServiceCategory', value.ServiceCategory, writeServiceCategory);
  w.maybe('obj:status', value.status, writeStatus);
  w.many('obj:Tariffs', value.Tariffs, writeTariff);
  w.close(tag);
}

export function writeServiceCategory(w: Writer, tag: string, value: ServiceCategory): void {
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

export function writeTariff(w: Writer, tag: string, value: Tariff): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:endDate', value.endDate);
  w.leaf('obj:startDate', value.startDate);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:TariffProfiles', value.TariffProfiles, writeTariffProfile);
  w.close(tag);
}

export function writeTariffProfile(w: Writer, tag: string, value: TariffProfile): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:tariffCycle', value.tariffCycle);
  w.many('obj:ConsumptionTariffIntervals', value.ConsumptionTariffIntervals, writeConsumptionTariffInterval);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:TimeTariffIntervals', value.TimeTariffIntervals, writeTimeTariffInterval);
  w.close(tag);
}

export function writeTimeTariffInterval(w: Writer, tag: string, value: TimeTariffInterval): void {
  w.open(tag);
  w.leaf('obj:sequenceNumber', value.sequenceNumber);
  w.leaf('obj:startTime', value.startTime);
  w.many('obj:Charges', value.Charges, writeCharge);
  w.many('obj:ConsumptionTariffIntervals', value.ConsumptionTariffIntervals, writeConsumptionTariffInterval);
  w.close(tag);
}

/** The document element `PricingStructureConfig`. */
export const PricingStructureConfigElement = {
  namespace,
  name: 'PricingStructureConfig',
  read: readPricingStructureConfig,
  write(w: Writer, value: PricingStructureConfig): void {
    w.declare(declarations);
    writePricingStructureConfig(w, 'obj:PricingStructureConfig', value);
  },
} as const;

