// Generated from MeterConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of master data of meters: identity, functions, multipliers, seals and life cycle. Structure known from published schemas; independent copies agree. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDate, type XsDateTime, type XsDecimal, type XsFloat, type XsInteger, type XsString, type XsTime } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/MeterConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/MeterConfig#"';

/** Active energy in watt hours. */
export type RealEnergy = XsFloat;

/** Electrical potential in volts. */
export type Voltage = XsFloat;

/** Electrical current in amperes. */
export type CurrentFlow = XsFloat;

/** Active power in watts. */
export type ActivePower = XsFloat;

/** Duration in minutes. */
export type Minutes = XsFloat;

/** Duration in seconds. */
export type Seconds = XsFloat;

/** Share in per cent, 100 being the whole. */
export type PerCent = XsFloat;

/** Amount in the currency agreed between the parties. */
export type Money = XsDecimal;

/** Where products of this model are used. */
export type AssetModelUsageKind = 'customerSubstation' | 'distributionOverhead' | 'distributionUnderground' | 'other' | 'streetlight' | 'substation' | 'transmission' | 'unknown';
export const valuesOfAssetModelUsageKind: ReadonlySet<string> = new Set<AssetModelUsageKind>(['customerSubstation', 'distributionOverhead', 'distributionUnderground', 'other', 'streetlight', 'substation', 'transmission', 'unknown']);

/** Directions in which a device can communicate. */
export type ComDirectionKind = 'biDirectional' | 'fromDevice' | 'toDevice';
export const valuesOfComDirectionKind: ReadonlySet<string> = new Set<ComDirectionKind>(['biDirectional', 'fromDevice', 'toDevice']);

/** Communication technology. */
export type ComTechnologyKind = 'cellular' | 'ethernet' | 'homePlug' | 'pager' | 'phone' | 'plc' | 'rf' | 'rfMesh' | 'zigbee';
export const valuesOfComTechnologyKind: ReadonlySet<string> = new Set<ComTechnologyKind>(['cellular', 'ethernet', 'homePlug', 'pager', 'phone', 'plc', 'rf', 'rfMesh', 'zigbee']);

/** How far a product is approved inside the company. */
export type CorporateStandardKind = 'experimental' | 'other' | 'standard' | 'underEvaluation';
export const valuesOfCorporateStandardKind: ReadonlySet<string> = new Set<CorporateStandardKind>(['experimental', 'other', 'standard', 'underEvaluation']);

/** Kind of device function. */
export type EndDeviceFunctionKind = 'autonomousDst' | 'demandResponse' | 'electricMetering' | 'gasMetering' | 'metrology' | 'onRequestRead' | 'outageHistory' | 'relaysProgramming' | 'reverseFlow' | 'waterMetering';
export const valuesOfEndDeviceFunctionKind: ReadonlySet<string> = new Set<EndDeviceFunctionKind>(['autonomousDst', 'demandResponse', 'electricMetering', 'gasMetering', 'metrology', 'onRequestRead', 'outageHistory', 'relaysProgramming', 'reverseFlow', 'waterMetering']);

/** Kind of factor: transformer ratios, or constants of energy (kE), pulses (kH) and registers (kR). */
export type MeterMultiplierKind = 'ctRatio' | 'kE' | 'kH' | 'kR' | 'ptRatio' | 'transformerRatio';
export const valuesOfMeterMultiplierKind: ReadonlySet<string> = new Set<MeterMultiplierKind>(['ctRatio', 'kE', 'kH', 'kR', 'ptRatio', 'transformerRatio']);

/** Condition in which a seal was found. */
export type SealConditionKind = 'broken' | 'locked' | 'missing' | 'open' | 'other';
export const valuesOfSealConditionKind: ReadonlySet<string> = new Set<SealConditionKind>(['broken', 'locked', 'missing', 'open', 'other']);

/** Kind of seal. */
export type SealKind = 'lead' | 'lock' | 'other' | 'steel';
export const valuesOfSealKind: ReadonlySet<string> = new Set<SealKind>(['lead', 'lock', 'other', 'steel']);

/** Root of the profile. */
export interface MeterConfig {
  readonly ComFunction?: readonly ComFunction[];
  readonly ConnectDisconnectFunction?: readonly ConnectDisconnectFunction[];
  readonly Meter?: readonly Meter[];
  readonly ReadingType?: readonly ReadingType[];
  readonly SimpleEndDeviceFunction?: readonly SimpleEndDeviceFunction[];
}

/** Entry in the history of an asset or document: what happened, when and why. */
export interface ActivityRecord {
  /** When the record was made. */
  readonly createdDateTime?: XsDateTime;
  /** Why it happened or was done, as free text. */
  readonly reason?: XsString;
  /** How serious it is, in the sender’s terms; for events often the alarm class. */
  readonly severity?: XsString;
  /** Class of activity, in terms agreed between the parties. */
  readonly type?: XsString;
  /** State the activity resulted in. */
  readonly status?: Status;
}

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** One path on which a register delivers values of one reading type. */
export interface Channel {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** True if the values are computed rather than measured. */
  readonly isVirtual?: XsBoolean;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Meaning of the values; ref holds the 18-part code. */
  readonly ReadingType?: Reference;
}

/** Communication capability of a device: address, technology and firmware of its modem or radio. */
export interface ComFunction {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Address of the device in the reading network. */
  readonly amrAddress?: XsString;
  /** Address of the router or concentrator in front of the device. */
  readonly amrRouter?: XsString;
  /** Identifier of the configuration loaded, as given by the maker. */
  readonly configID?: XsString;
  /** Whether the device can send, receive or both. */
  readonly direction?: ComDirectionKind;
  /** True if the function is switched on. */
  readonly enabled?: XsBoolean;
  /** Version of the firmware; in a firmware message the version to be reached or reported. */
  readonly firmwareID?: XsString;
  /** Version of the hardware, to check that a firmware fits. */
  readonly hardwareID?: XsString;
  /** Access code of the function. Leave it out unless the channel is encrypted and the receiver needs it. */
  readonly password?: XsString;
  /** Identifier of the measuring program loaded. */
  readonly programID?: XsString;
  readonly technology?: ComTechnologyKind;
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

export interface ConnectDisconnectFunctionNamesNameTypeNameTypeAuthority {
  readonly description?: XsString;
  /** Name of the assigning party, such as its DNS name. */
  readonly name: XsString;
}

export interface ConnectDisconnectFunctionNamesNameType {
  readonly description?: XsString;
  /** Name of the kind, such as MeterName. */
  readonly name: XsString;
  readonly NameTypeAuthority?: ConnectDisconnectFunctionNamesNameTypeNameTypeAuthority;
}

export interface ConnectDisconnectFunctionNames {
  /** The name itself, unique within its type and authority. */
  readonly name: XsString;
  /** Kind of name; without it the receiver takes its default kind. */
  readonly NameType?: ConnectDisconnectFunctionNamesNameType;
}

/** Switching capability of a device: the breaker or valve and its present state. */
export interface ConnectDisconnectFunction {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** True if the function is switched on. */
  readonly enabled?: XsBoolean;
  /** Number of switching operations so far. */
  readonly eventCount?: XsInteger;
  /** True if the switch is closed and the customer can be supplied. */
  readonly isConnected?: XsBoolean;
  /** True if the device waits before it opens the switch. */
  readonly isDelayedDiscon?: XsBoolean;
  /** True if the device may open the switch by its own decision. */
  readonly isLocalAutoDisconOp?: XsBoolean;
  /** True if the device may close the switch by its own decision. */
  readonly isLocalAutoReconOp?: XsBoolean;
  /** True if the switch may be opened from remote without a person at the site. */
  readonly isRemoteAutoDisconOp?: XsBoolean;
  /** True if the switch may be closed from remote without a person at the site. */
  readonly isRemoteAutoReconOp?: XsBoolean;
  /** Access code of the function. Leave it out unless the channel is encrypted and the receiver needs it. */
  readonly password?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly ConnectDisconnectFunctionNames[];
  /** Settings for remote operation. */
  readonly rcdInfo?: RemoteConnectDisconnectInfo;
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

/** What a device of this model is able to do; true means the function is built in. */
export interface EndDeviceCapability {
  /** Changes to daylight saving time by itself. */
  readonly autonomousDst?: XsBoolean;
  /** Can be reached over a network. */
  readonly communication?: XsBoolean;
  /** Has a switch or valve that can be operated from remote. */
  readonly connectDisconnect?: XsBoolean;
  /** Can take part in load control. */
  readonly demandResponse?: XsBoolean;
  readonly electricMetering?: XsBoolean;
  readonly gasMetering?: XsBoolean;
  /** Measures values fit for billing. */
  readonly metrology?: XsBoolean;
  /** Can be read at any time on request. */
  readonly onRequestRead?: XsBoolean;
  /** Keeps a record of outages. */
  readonly outageHistory?: XsBoolean;
  /** Corrects gas volume for pressure. */
  readonly pressureCompensation?: XsBoolean;
  /** Can hold and show prices. */
  readonly pricingInfo?: XsBoolean;
  /** Has an output that pulses with consumption. */
  readonly pulseOutput?: XsBoolean;
  /** Has relays whose switching times can be set. */
  readonly relaysProgramming?: XsBoolean;
  /** Detects or measures flow from the customer to the network. */
  readonly reverseFlow?: XsBoolean;
  /** Corrects gas volume for non-ideal compression. */
  readonly superCompressibilityCompensation?: XsBoolean;
  /** Corrects gas volume for temperature. */
  readonly temperatureCompensation?: XsBoolean;
  /** Can show text messages. */
  readonly textMessage?: XsBoolean;
  readonly waterMetering?: XsBoolean;
}

/** Data sheet of a device: ratings, model and built-in capabilities. */
export interface EndDeviceInfo {
  /** True for electronic, false for electromechanical devices. */
  readonly isSolidState?: XsBoolean;
  /** Number of phases the device is built for. */
  readonly phaseCount?: XsInteger;
  /** Nominal current. */
  readonly ratedCurrent?: CurrentFlow;
  /** Nominal voltage. */
  readonly ratedVoltage?: Voltage;
  readonly AssetModel?: ProductAssetModel;
  /** Functions built in. */
  readonly capability?: EndDeviceCapability;
}

/** Dates in the life of an asset. */
export interface LifecycleDate {
  /** Day it was installed where it is now. */
  readonly installationDate?: XsDate;
  readonly manufacturedDate?: XsDate;
  readonly purchaseDate?: XsDate;
  /** Day it came into stock. */
  readonly receivedDate?: XsDate;
  /** Day it was last removed from a site. */
  readonly removalDate?: XsDate;
  /** Day it was taken out of use for good. */
  readonly retiredDate?: XsDate;
}

/** Maker of a device. */
export interface Manufacturer {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Device that measures, for billing or for supervision. */
export interface Meter {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reading system (head end) that communicates with the device; a router of commands. */
  readonly amrSystem?: XsString;
  /** Socket form or wiring arrangement of the meter. */
  readonly formNumber?: XsString;
  /** Condition when it came into stock, such as new or refurbished. */
  readonly initialCondition?: XsString;
  /** Share of the expected life already used up when it came into stock. */
  readonly initialLossOfLife?: PerCent;
  /** True if there is no physical device, only computed values. */
  readonly isVirtual?: XsBoolean;
  /** Production or delivery lot; used for recalls and sample tests. */
  readonly lotNumber?: XsString;
  /** Price paid for the asset. */
  readonly purchasePrice?: Money;
  /** Number given by the maker, as on the name plate. */
  readonly serialNumber?: XsString;
  /** Local standard time of the device, in minutes from UTC, without daylight saving. */
  readonly timeZoneOffset?: Minutes;
  /** Utility’s own classification of the asset. */
  readonly type?: XsString;
  /** Uniquely tracked commodity number, where the utility uses one. */
  readonly utcNumber?: XsString;
  readonly ActivityRecords?: readonly ActivityRecord[];
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** Network addresses of the device. */
  readonly electronicAddress?: ElectronicAddress;
  /** Any of these, in the order of the message. */
  readonly choice?: readonly ({ readonly ComFunction: Reference } | { readonly ConnectDisconnectFunction: Reference } | { readonly SimpleEndDeviceFunction: Reference })[];
  /** Data sheet of the device. */
  readonly EndDeviceInfo?: EndDeviceInfo;
  readonly lifecycle?: LifecycleDate;
  /** Factors to be applied to raw values. */
  readonly MeterMultipliers?: readonly MeterMultiplier[];
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Seals on the device. */
  readonly Seals?: readonly Seal[];
  /** Operating state of the asset, such as in stock or installed. */
  readonly status?: Status;
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

/** Product as in a maker’s catalogue. */
export interface ProductAssetModel {
  readonly corporateStandardKind?: CorporateStandardKind;
  /** Maker’s model designation. */
  readonly modelNumber?: XsString;
  /** Maker’s version of the model. */
  readonly modelVersion?: XsString;
  readonly usageKind?: AssetModelUsageKind;
  readonly Manufacturer?: Manufacturer;
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

/** Display register of a device with its digits and time-of-use tier. */
export interface Register {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** True if the register is computed rather than kept by the device. */
  readonly isVirtual?: XsBoolean;
  /** Digits shown before the decimal mark. */
  readonly leftDigitCount?: XsInteger;
  /** Digits shown after the decimal mark. */
  readonly rightDigitCount?: XsInteger;
  /** Name of the tier, such as peak. */
  readonly touTierName?: XsString;
  /** Values the register delivers. */
  readonly Channels?: readonly Channel[];
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Time of day in which the register counts. */
  readonly touTier?: TimeInterval;
}

/** Settings and limits of the remote switch. */
export interface RemoteConnectDisconnectInfo {
  /** How long the device waits for the push button once armed. */
  readonly armedTimeout?: Seconds;
  /** Voltage on the customer side above which the switch must not be closed. */
  readonly customerVoltageLimit?: Voltage;
  /** Energy after which the device disconnects. */
  readonly energyLimit?: RealEnergy;
  /** When counting towards the energy limit began. */
  readonly energyUsageStartDateTime?: XsDateTime;
  /** Remaining energy at which the customer is warned. */
  readonly energyUsageWarning?: RealEnergy;
  /** True if a connect only arms the switch and a person closes it at the site. */
  readonly isArmConnect?: XsBoolean;
  /** True if a disconnect only arms the switch. */
  readonly isArmDisconnect?: XsBoolean;
  /** True if the energy limit is in force. */
  readonly isEnergyLimiting?: XsBoolean;
  /** True if the load must be below its limit before closing. */
  readonly needsPowerLimitCheck?: XsBoolean;
  /** True if the customer side must be checked for voltage before closing. */
  readonly needsVoltageLimitCheck?: XsBoolean;
  /** Load above which the device disconnects. */
  readonly powerLimit?: ActivePower;
  /** True if a push button at the site must be pressed to close. */
  readonly usePushbutton?: XsBoolean;
}

/** Physical seal on a device. */
export interface Seal {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** When it was put on. */
  readonly appliedDateTime?: XsDateTime;
  /** Condition in which it was found. */
  readonly condition?: SealConditionKind;
  readonly kind?: SealKind;
  /** Number on the seal. */
  readonly sealNumber?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Function of a device that needs no more than its kind and its firmware data. */
export interface SimpleEndDeviceFunction {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Identifier of the configuration loaded, as given by the maker. */
  readonly configID?: XsString;
  /** True if the function is switched on. */
  readonly enabled?: XsBoolean;
  /** Version of the firmware; in a firmware message the version to be reached or reported. */
  readonly firmwareID?: XsString;
  /** Version of the hardware, to check that a firmware fits. */
  readonly hardwareID?: XsString;
  /** Which function it is. */
  readonly kind?: EndDeviceFunctionKind;
  /** Access code of the function. Leave it out unless the channel is encrypted and the receiver needs it. */
  readonly password?: XsString;
  /** Identifier of the measuring program loaded. */
  readonly programID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Registers the function keeps. */
  readonly Registers?: readonly Register[];
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

/** Span between two times of day. */
export interface TimeInterval {
  readonly end?: XsTime;
  readonly start?: XsTime;
}

export function readMeterConfig(c: Cursor): MeterConfig {
  const end = c.enter();
  const value: MeterConfig = {
    ComFunction: c.many(N, 'ComFunction', readComFunction),
    ConnectDisconnectFunction: c.many(N, 'ConnectDisconnectFunction', readConnectDisconnectFunction),
    Meter: c.many(N, 'Meter', readMeter),
    ReadingType: c.many(N, 'ReadingType', readReadingType),
    SimpleEndDeviceFunction: c.many(N, 'SimpleEndDeviceFunction', readSimpleEndDeviceFunction),
  };
  c.leave(end);
  return value;
}

export function readActivityRecord(c: Cursor): ActivityRecord {
  const end = c.enter();
  const value: ActivityRecord = {
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
    severity: c.maybeText(N, 'severity'),
    type: c.maybeText(N, 'type'),
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

export function readChannel(c: Cursor): Channel {
  const end = c.enter();
  const value: Channel = {
    mRID: c.maybeText(N, 'mRID'),
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    Names: c.many(N, 'Names', readName),
    ReadingType: c.maybe(N, 'ReadingType', readReference),
  };
  c.leave(end);
  return value;
}

export function readComFunction(c: Cursor): ComFunction {
  const end = c.enter();
  const value: ComFunction = {
    mRID: c.maybeText(N, 'mRID'),
    amrAddress: c.maybeText(N, 'amrAddress'),
    amrRouter: c.maybeText(N, 'amrRouter'),
    configID: c.maybeText(N, 'configID'),
    direction: c.maybeText(N, 'direction', valuesOfComDirectionKind) as ComDirectionKind | undefined,
    enabled: c.maybeToken(N, 'enabled', lexical.boolean) as XsBoolean | undefined,
    firmwareID: c.maybeText(N, 'firmwareID'),
    hardwareID: c.maybeText(N, 'hardwareID'),
    password: c.maybeText(N, 'password'),
    programID: c.maybeText(N, 'programID'),
    technology: c.maybeText(N, 'technology', valuesOfComTechnologyKind) as ComTechnologyKind | undefined,
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

export function readConnectDisconnectFunctionNamesNameTypeNameTypeAuthority(c: Cursor): ConnectDisconnectFunctionNamesNameTypeNameTypeAuthority {
  const end = c.enter();
  const value: ConnectDisconnectFunctionNamesNameTypeNameTypeAuthority = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
  };
  c.leave(end);
  return value;
}

export function readConnectDisconnectFunctionNamesNameType(c: Cursor): ConnectDisconnectFunctionNamesNameType {
  const end = c.enter();
  const value: ConnectDisconnectFunctionNamesNameType = {
    description: c.maybeText(N, 'description'),
    name: c.oneText(N, 'name'),
    NameTypeAuthority: c.maybe(N, 'NameTypeAuthority', readConnectDisconnectFunctionNamesNameTypeNameTypeAuthority),
  };
  c.leave(end);
  return value;
}

export function readConnectDisconnectFunctionNames(c: Cursor): ConnectDisconnectFunctionNames {
  const end = c.enter();
  const value: ConnectDisconnectFunctionNames = {
    name: c.oneText(N, 'name'),
    NameType: c.maybe(N, 'NameType', readConnectDisconnectFunctionNamesNameType),
  };
  c.leave(end);
  return value;
}

export function readConnectDisconnectFunction(c: Cursor): ConnectDisconnectFunction {
  const end = c.enter();
  const value: ConnectDisconnectFunction = {
    mRID: c.maybeText(N, 'mRID'),
    enabled: c.maybeToken(N, 'enabled', lexical.boolean) as XsBoolean | undefined,
    eventCount: c.maybeToken(N, 'eventCount', lexical.integer),
    isConnected: c.maybeToken(N, 'isConnected', lexical.boolean) as XsBoolean | undefined,
    isDelayedDiscon: c.maybeToken(N, 'isDelayedDiscon', lexical.boolean) as XsBoolean | undefined,
    isLocalAutoDisconOp: c.maybeToken(N, 'isLocalAutoDisconOp', lexical.boolean) as XsBoolean | undefined,
    isLocalAutoReconOp: c.maybeToken(N, 'isLocalAutoReconOp', lexical.boolean) as XsBoolean | undefined,
    isRemoteAutoDisconOp: c.maybeToken(N, 'isRemoteAutoDisconOp', lexical.boolean) as XsBoolean | undefined,
    isRemoteAutoReconOp: c.maybeToken(N, 'isRemoteAutoReconOp', lexical.boolean) as XsBoolean | undefined,
    password: c.maybeText(N, 'password'),
    Names: c.many(N, 'Names', readConnectDisconnectFunctionNames),
    rcdInfo: c.maybe(N, 'rcdInfo', readRemoteConnectDisconnectInfo),
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

export function readEndDeviceCapability(c: Cursor): EndDeviceCapability {
  const end = c.enter();
  const value: EndDeviceCapability = {
    autonomousDst: c.maybeToken(N, 'autonomousDst', lexical.boolean) as XsBoolean | undefined,
    communication: c.maybeToken(N, 'communication', lexical.boolean) as XsBoolean | undefined,
    connectDisconnect: c.maybeToken(N, 'connectDisconnect', lexical.boolean) as XsBoolean | undefined,
    demandResponse: c.maybeToken(N, 'demandResponse', lexical.boolean) as XsBoolean | undefined,
    electricMetering: c.maybeToken(N, 'electricMetering', lexical.boolean) as XsBoolean | undefined,
    gasMetering: c.maybeToken(N, 'gasMetering', lexical.boolean) as XsBoolean | undefined,
    metrology: c.maybeToken(N, 'metrology', lexical.boolean) as XsBoolean | undefined,
    onRequestRead: c.maybeToken(N, 'onRequestRead', lexical.boolean) as XsBoolean | undefined,
    outageHistory: c.maybeToken(N, 'outageHistory', lexical.boolean) as XsBoolean | undefined,
    pressureCompensation: c.maybeToken(N, 'pressureCompensation', lexical.boolean) as XsBoolean | undefined,
    pricingInfo: c.maybeToken(N, 'pricingInfo', lexical.boolean) as XsBoolean | undefined,
    pulseOutput: c.maybeToken(N, 'pulseOutput', lexical.boolean) as XsBoolean | undefined,
    relaysProgramming: c.maybeToken(N, 'relaysProgramming', lexical.boolean) as XsBoolean | undefined,
    reverseFlow: c.maybeToken(N, 'reverseFlow', lexical.boolean) as XsBoolean | undefined,
    superCompressibilityCompensation: c.maybeToken(N, 'superCompressibilityCompensation', lexical.boolean) as XsBoolean | undefined,
    temperatureCompensation: c.maybeToken(N, 'temperatureCompensation', lexical.boolean) as XsBoolean | undefined,
    textMessage: c.maybeToken(N, 'textMessage', lexical.boolean) as XsBoolean | undefined,
    waterMetering: c.maybeToken(N, 'waterMetering', lexical.boolean) as XsBoolean | undefined,
  };
  c.leave(end);
  return value;
}

export function readEndDeviceInfo(c: Cursor): EndDeviceInfo {
  const end = c.enter();
  const value: EndDeviceInfo = {
    isSolidState: c.maybeToken(N, 'isSolidState', lexical.boolean) as XsBoolean | undefined,
    phaseCount: c.maybeToken(N, 'phaseCount', lexical.integer),
    ratedCurrent: c.maybeToken(N, 'ratedCurrent', lexical.float),
    ratedVoltage: c.maybeToken(N, 'ratedVoltage', lexical.float),
    AssetModel: c.maybe(N, 'AssetModel', readProductAssetModel),
    capability: c.maybe(N, 'capability', readEndDeviceCapability),
  };
  c.leave(end);
  return value;
}

export function readLifecycleDate(c: Cursor): LifecycleDate {
  const end = c.enter();
  const value: LifecycleDate = {
    installationDate: c.maybeToken(N, 'installationDate', lexical.date),
    manufacturedDate: c.maybeToken(N, 'manufacturedDate', lexical.date),
    purchaseDate: c.maybeToken(N, 'purchaseDate', lexical.date),
    receivedDate: c.maybeToken(N, 'receivedDate', lexical.date),
    removalDate: c.maybeToken(N, 'removalDate', lexical.date),
    retiredDate: c.maybeToken(N, 'retiredDate', lexical.date),
  };
  c.leave(end);
  return value;
}

export function readManufacturer(c: Cursor): Manufacturer {
  const end = c.enter();
  const value: Manufacturer = {
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
    amrSystem: c.maybeText(N, 'amrSystem'),
    formNumber: c.maybeText(N, 'formNumber'),
    initialCondition: c.maybeText(N, 'initialCondition'),
    initialLossOfLife: c.maybeToken(N, 'initialLossOfLife', lexical.float),
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    lotNumber: c.maybeText(N, 'lotNumber'),
    purchasePrice: c.maybeToken(N, 'purchasePrice', lexical.decimal),
    serialNumber: c.maybeText(N, 'serialNumber'),
    timeZoneOffset: c.maybeToken(N, 'timeZoneOffset', lexical.float),
    type: c.maybeText(N, 'type'),
    utcNumber: c.maybeText(N, 'utcNumber'),
    ActivityRecords: c.many(N, 'ActivityRecords', readActivityRecord),
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    choice: c.repeat(() => c.at(N, 'ComFunction') ? { ComFunction: readReference(c) } : c.at(N, 'ConnectDisconnectFunction') ? { ConnectDisconnectFunction: readReference(c) } : c.at(N, 'SimpleEndDeviceFunction') ? { SimpleEndDeviceFunction: readReference(c) } : undefined),
    EndDeviceInfo: c.maybe(N, 'EndDeviceInfo', readEndDeviceInfo),
    lifecycle: c.maybe(N, 'lifecycle', readLifecycleDate),
    MeterMultipliers: c.many(N, 'MeterMultipliers', readMeterMultiplier),
    Names: c.many(N, 'Names', readName),
    Seals: c.many(N, 'Seals', readSeal),
    status: c.maybe(N, 'status', readStatus),
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

export function readProductAssetModel(c: Cursor): ProductAssetModel {
  const end = c.enter();
  const value: ProductAssetModel = {
    corporateStandardKind: c.maybeText(N, 'corporateStandardKind', valuesOfCorporateStandardKind) as CorporateStandardKind | undefined,
    modelNumber: c.maybeText(N, 'modelNumber'),
    modelVersion: c.maybeText(N, 'modelVersion'),
    usageKind: c.maybeText(N, 'usageKind', valuesOfAssetModelUsageKind) as AssetModelUsageKind | undefined,
    Manufacturer: c.maybe(N, 'Manufacturer', readManufacturer),
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

export function readRegister(c: Cursor): Register {
  const end = c.enter();
  const value: Register = {
    mRID: c.maybeText(N, 'mRID'),
    isVirtual: c.maybeToken(N, 'isVirtual', lexical.boolean) as XsBoolean | undefined,
    leftDigitCount: c.maybeToken(N, 'leftDigitCount', lexical.integer),
    rightDigitCount: c.maybeToken(N, 'rightDigitCount', lexical.integer),
    touTierName: c.maybeText(N, 'touTierName'),
    Channels: c.many(N, 'Channels', readChannel),
    Names: c.many(N, 'Names', readName),
    touTier: c.maybe(N, 'touTier', readTimeInterval),
  };
  c.leave(end);
  return value;
}

export function readRemoteConnectDisconnectInfo(c: Cursor): RemoteConnectDisconnectInfo {
  const end = c.enter();
  const value: RemoteConnectDisconnectInfo = {
    armedTimeout: c.maybeToken(N, 'armedTimeout', lexical.float),
    customerVoltageLimit: c.maybeToken(N, 'customerVoltageLimit', lexical.float),
    energyLimit: c.maybeToken(N, 'energyLimit', lexical.float),
    energyUsageStartDateTime: c.maybeToken(N, 'energyUsageStartDateTime', lexical.dateTime),
    energyUsageWarning: c.maybeToken(N, 'energyUsageWarning', lexical.float),
    isArmConnect: c.maybeToken(N, 'isArmConnect', lexical.boolean) as XsBoolean | undefined,
    isArmDisconnect: c.maybeToken(N, 'isArmDisconnect', lexical.boolean) as XsBoolean | undefined,
    isEnergyLimiting: c.maybeToken(N, 'isEnergyLimiting', lexical.boolean) as XsBoolean | undefined,
    needsPowerLimitCheck: c.maybeToken(N, 'needsPowerLimitCheck', lexical.boolean) as XsBoolean | undefined,
    needsVoltageLimitCheck: c.maybeToken(N, 'needsVoltageLimitCheck', lexical.boolean) as XsBoolean | undefined,
    powerLimit: c.maybeToken(N, 'powerLimit', lexical.float),
    usePushbutton: c.maybeToken(N, 'usePushbutton', lexical.boolean) as XsBoolean | undefined,
  };
  c.leave(end);
  return value;
}

export function readSeal(c: Cursor): Seal {
  const end = c.enter();
  const value: Seal = {
    mRID: c.maybeText(N, 'mRID'),
    appliedDateTime: c.maybeToken(N, 'appliedDateTime', lexical.dateTime),
    condition: c.maybeText(N, 'condition', valuesOfSealConditionKind) as SealConditionKind | undefined,
    kind: c.maybeText(N, 'kind', valuesOfSealKind) as SealKind | undefined,
    sealNumber: c.maybeText(N, 'sealNumber'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readSimpleEndDeviceFunction(c: Cursor): SimpleEndDeviceFunction {
  const end = c.enter();
  const value: SimpleEndDeviceFunction = {
    mRID: c.maybeText(N, 'mRID'),
    configID: c.maybeText(N, 'configID'),
    enabled: c.maybeToken(N, 'enabled', lexical.boolean) as XsBoolean | undefined,
    firmwareID: c.maybeText(N, 'firmwareID'),
    hardwareID: c.maybeText(N, 'hardwareID'),
    kind: c.maybeText(N, 'kind', valuesOfEndDeviceFunctionKind) as EndDeviceFunctionKind | undefined,
    password: c.maybeText(N, 'password'),
    programID: c.maybeText(N, 'programID'),
    Names: c.many(N, 'Names', readName),
    Registers: c.many(N, 'Registers', readRegister),
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

export function readTimeInterval(c: Cursor): TimeInterval {
  const end = c.enter();
  const value: TimeInterval = {
    end: c.maybeToken(N, 'end', lexical.time),
    start: c.maybeToken(N, 'start', lexical.time),
  };
  c.leave(end);
  return value;
}

export function writeMeterConfig(w: Writer, tag: string, value: MeterConfig): void {
  w.open(tag);
  w.many('obj:ComFunction', value.ComFunction, writeComFunction);
  w.many('obj:ConnectDisconnectFunction', value.ConnectDisconnectFunction, writeConnectDisconnectFunction);
  w.many('obj:Meter', value.Meter, writeMeter);
  w.many('obj:ReadingType', value.ReadingType, writeReadingType);
  w.many('obj:SimpleEndDeviceFunction', value.SimpleEndDeviceFunction, writeSimpleEndDeviceFunction);
  w.close(tag);
}

export function writeActivityRecord(w: Writer, tag: string, value: ActivityRecord): void {
  w.open(tag);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:severity', value.severity);
  w.leaf('obj:type', value.type);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeChannel(w: Writer, tag: string, value: Channel): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:ReadingType', value.ReadingType, writeReference);
  w.close(tag);
}

export function writeComFunction(w: Writer, tag: string, value: ComFunction): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amrAddress', value.amrAddress);
  w.leaf('obj:amrRouter', value.amrRouter);
  w.leaf('obj:configID', value.configID);
  w.leaf('obj:direction', value.direction);
  w.leaf('obj:enabled', value.enabled);
  w.leaf('obj:firmwareID', value.firmwareID);
  w.leaf('obj:hardwareID', value.hardwareID);
  w.leaf('obj:password', value.password);
  w.leaf('obj:programID', value.programID);
  w.leaf('obj:technology', value.technology);
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

export function writeConnectDisconnectFunctionNamesNameTypeNameTypeAuthority(w: Writer, tag: string, value: ConnectDisconnectFunctionNamesNameTypeNameTypeAuthority): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.close(tag);
}

export function writeConnectDisconnectFunctionNamesNameType(w: Writer, tag: string, value: ConnectDisconnectFunctionNamesNameType): void {
  w.open(tag);
  w.leaf('obj:description', value.description);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameTypeAuthority', value.NameTypeAuthority, writeConnectDisconnectFunctionNamesNameTypeNameTypeAuthority);
  w.close(tag);
}

export function writeConnectDisconnectFunctionNames(w: Writer, tag: string, value: ConnectDisconnectFunctionNames): void {
  w.open(tag);
  w.leaf('obj:name', value.name);
  w.maybe('obj:NameType', value.NameType, writeConnectDisconnectFunctionNamesNameType);
  w.close(tag);
}

export function writeConnectDisconnectFunction(w: Writer, tag: string, value: ConnectDisconnectFunction): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:enabled', value.enabled);
  w.leaf('obj:eventCount', value.eventCount);
  w.leaf('obj:isConnected', value.isConnected);
  w.leaf('obj:isDelayedDiscon', value.isDelayedDiscon);
  w.leaf('obj:isLocalAutoDisconOp', value.isLocalAutoDisconOp);
  w.leaf('obj:isLocalAutoReconOp', value.isLocalAutoReconOp);
  w.leaf('obj:isRemoteAutoDisconOp', value.isRemoteAutoDisconOp);
  w.leaf('obj:isRemoteAutoReconOp', value.isRemoteAutoReconOp);
  w.leaf('obj:password', value.password);
  w.many('obj:Names', value.Names, writeConnectDisconnectFunctionNames);
  w.maybe('obj:rcdInfo', value.rcdInfo, writeRemoteConnectDisconnectInfo);
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

export function writeEndDeviceCapability(w: Writer, tag: string, value: EndDeviceCapability): void {
  w.open(tag);
  w.leaf('obj:autonomousDst', value.autonomousDst);
  w.leaf('obj:communication', value.communication);
  w.leaf('obj:connectDisconnect', value.connectDisconnect);
  w.leaf('obj:demandResponse', value.demandResponse);
  w.leaf('obj:electricMetering', value.electricMetering);
  w.leaf('obj:gasMetering', value.gasMetering);
  w.leaf('obj:metrology', value.metrology);
  w.leaf('obj:onRequestRead', value.onRequestRead);
  w.leaf('obj:outageHistory', value.outageHistory);
  w.leaf('obj:pressureCompensation', value.pressureCompensation);
  w.leaf('obj:pricingInfo', value.pricingInfo);
  w.leaf('obj:pulseOutput', value.pulseOutput);
  w.leaf('obj:relaysProgramming', value.relaysProgramming);
  w.leaf('obj:reverseFlow', value.reverseFlow);
  w.leaf('obj:superCompressibilityCompensation', value.superCompressibilityCompensation);
  w.leaf('obj:temperatureCompensation', value.temperatureCompensation);
  w.leaf('obj:textMessage', value.textMessage);
  w.leaf('obj:waterMetering', value.waterMetering);
  w.close(tag);
}

export function writeEndDeviceInfo(w: Writer, tag: string, value: EndDeviceInfo): void {
  w.open(tag);
  w.leaf('obj:isSolidState', value.isSolidState);
  w.leaf('obj:phaseCount', value.phaseCount);
  w.leaf('obj:ratedCurrent', value.ratedCurrent);
  w.leaf('obj:ratedVoltage', value.ratedVoltage);
  w.maybe('obj:AssetModel', value.AssetModel, writeProductAssetModel);
  w.maybe('obj:capability', value.capability, writeEndDeviceCapability);
  w.close(tag);
}

export function writeLifecycleDate(w: Writer, tag: string, value: LifecycleDate): void {
  w.open(tag);
  w.leaf('obj:installationDate', value.installationDate);
  w.leaf('obj:manufacturedDate', value.manufacturedDate);
  w.leaf('obj:purchaseDate', value.purchaseDate);
  w.leaf('obj:receivedDate', value.receivedDate);
  w.leaf('obj:removalDate', value.removalDate);
  w.leaf('obj:retiredDate', value.retiredDate);
  w.close(tag);
}

export function writeManufacturer(w: Writer, tag: string, value: Manufacturer): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeMeter(w: Writer, tag: string, value: Meter): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amrSystem', value.amrSystem);
  w.leaf('obj:formNumber', value.formNumber);
  w.leaf('obj:initialCondition', value.initialCondition);
  w.leaf('obj:initialLossOfLife', value.initialLossOfLife);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.leaf('obj:lotNumber', value.lotNumber);
  w.leaf('obj:purchasePrice', value.purchasePrice);
  w.leaf('obj:serialNumber', value.serialNumber);
  w.leaf('obj:timeZoneOffset', value.timeZoneOffset);
  w.leaf('obj:type', value.type);
  w.leaf('obj:utcNumber', value.utcNumber);
  w.many('obj:ActivityRecords', value.ActivityRecords, writeActivityRecord);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  for (const one of value.choice ?? []) {
    if ('ComFunction' in one) w.maybe('obj:ComFunction', one.ComFunction, writeReference);
    else if ('ConnectDisconnectFunction' in one) w.maybe('obj:ConnectDisconnectFunction', one.ConnectDisconnectFunction, writeReference);
    else if ('SimpleEndDeviceFunction' in one) w.maybe('obj:SimpleEndDeviceFunction', one.SimpleEndDeviceFunction, writeReference);
  }
  w.maybe('obj:EndDeviceInfo', value.EndDeviceInfo, writeEndDeviceInfo);
  w.maybe('obj:lifecycle', value.lifecycle, writeLifecycleDate);
  w.many('obj:MeterMultipliers', value.MeterMultipliers, writeMeterMultiplier);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:Seals', value.Seals, writeSeal);
  w.maybe('obj:status', value.status, writeStatus);
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

export function writeProductAssetModel(w: Writer, tag: string, value: ProductAssetModel): void {
  w.open(tag);
  w.leaf('obj:corporateStandardKind', value.corporateStandardKind);
  w.leaf('obj:modelNumber', value.modelNumber);
  w.leaf('obj:modelVersion', value.modelVersion);
  w.leaf('obj:usageKind', value.usageKind);
  w.maybe('obj:Manufacturer', value.Manufacturer, writeManufacturer);
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

export function writeRegister(w: Writer, tag: string, value: Register): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:isVirtual', value.isVirtual);
  w.leaf('obj:leftDigitCount', value.leftDigitCount);
  w.leaf('obj:rightDigitCount', value.rightDigitCount);
  w.leaf('obj:touTierName', value.touTierName);
  w.many('obj:Channels', value.Channels, writeChannel);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:touTier', value.touTier, writeTimeInterval);
  w.close(tag);
}

export function writeRemoteConnectDisconnectInfo(w: Writer, tag: string, value: RemoteConnectDisconnectInfo): void {
  w.open(tag);
  w.leaf('obj:armedTimeout', value.armedTimeout);
  w.leaf('obj:customerVoltageLimit', value.customerVoltageLimit);
  w.leaf('obj:energyLimit', value.energyLimit);
  w.leaf('obj:energyUsageStartDateTime', value.energyUsageStartDateTime);
  w.leaf('obj:energyUsageWarning', value.energyUsageWarning);
  w.leaf('obj:isArmConnect', value.isArmConnect);
  w.leaf('obj:isArmDisconnect', value.isArmDisconnect);
  w.leaf('obj:isEnergyLimiting', value.isEnergyLimiting);
  w.leaf('obj:needsPowerLimitCheck', value.needsPowerLimitCheck);
  w.leaf('obj:needsVoltageLimitCheck', value.needsVoltageLimitCheck);
  w.leaf('obj:powerLimit', value.powerLimit);
  w.leaf('obj:usePushbutton', value.usePushbutton);
  w.close(tag);
}

export function writeSeal(w: Writer, tag: string, value: Seal): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:appliedDateTime', value.appliedDateTime);
  w.leaf('obj:condition', value.condition);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:sealNumber', value.sealNumber);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeSimpleEndDeviceFunction(w: Writer, tag: string, value: SimpleEndDeviceFunction): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:configID', value.configID);
  w.leaf('obj:enabled', value.enabled);
  w.leaf('obj:firmwareID', value.firmwareID);
  w.leaf('obj:hardwareID', value.hardwareID);
  w.leaf('obj:kind', value.kind);
  w.leaf('obj:password', value.password);
  w.leaf('obj:programID', value.programID);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:Registers', value.Registers, writeRegister);
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

export function writeTimeInterval(w: Writer, tag: string, value: TimeInterval): void {
  w.open(tag);
  w.leaf('obj:end', value.end);
  w.leaf('obj:start', value.start);
  w.close(tag);
}

/** The document element `MeterConfig`. */
export const MeterConfigElement = {
  namespace,
  name: 'MeterConfig',
  read: readMeterConfig,
  write(w: Writer, value: MeterConfig): void {
    w.declare(declarations);
    writeMeterConfig(w, 'obj:MeterConfig', value);
  },
} as const;

