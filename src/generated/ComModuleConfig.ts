// Generated from ComModuleConfig.xsd by `npm run generate`. Do not edit.
/** Exchange of master data of communication modules and their functions. Structure known from published schemas. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDate, type XsDateTime, type XsDecimal, type XsFloat, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/ComModuleConfig#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/ComModuleConfig#"';

/** Duration in minutes. */
export type Minutes = XsFloat;

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

/** Root of the profile. */
export interface ComModuleConfig {
  readonly ComFunction?: readonly ComFunction[];
  readonly ComModule?: readonly ComModule[];
}

/** Entry in the history of an asset or document: what happened, when and why. */
export interface ActivityRecord {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** When the record was made. */
  readonly createdDateTime?: XsDateTime;
  /** Why it happened or was done, as free text. */
  readonly reason?: XsString;
  /** How serious it is, in the sender’s terms; for events often the alarm class. */
  readonly severity?: XsString;
  /** Class of activity, in terms agreed between the parties. */
  readonly type?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** State the activity resulted in. */
  readonly status?: Status;
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

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** Communication module that is an asset of its own and can be moved from meter to meter. */
export interface ComModule {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reading system that talks to the module. */
  readonly amrSystem?: XsString;
  /** Condition when it came into stock, such as new or refurbished. */
  readonly initialCondition?: XsString;
  /** Share of the expected life already used up when it came into stock. */
  readonly initialLossOfLife?: PerCent;
  /** Production or delivery lot; used for recalls and sample tests. */
  readonly lotNumber?: XsString;
  /** Price paid for the asset. */
  readonly purchasePrice?: Money;
  /** Number given by the maker, as on the name plate. */
  readonly serialNumber?: XsString;
  /** True if the module changes to daylight saving time by itself. */
  readonly supportsAutonomousDst?: XsBoolean;
  /** Local standard time of the module, in minutes from UTC. */
  readonly timeZoneOffset?: Minutes;
  /** Utility’s own classification of the asset. */
  readonly type?: XsString;
  /** Uniquely tracked commodity number, where the utility uses one. */
  readonly utcNumber?: XsString;
  readonly ActivityRecords?: readonly ActivityRecord[];
  /** Data sheet of the module. */
  readonly AssetInfo?: EndDeviceInfo;
  /** Reference to a communication function of this message. */
  readonly ComFunctions?: readonly Reference[];
  /** Cause and author of this change of master data. */
  readonly ConfigurationEvents?: ConfigurationEvent;
  /** Network addresses of the device. */
  readonly electronicAddress?: ElectronicAddress;
  readonly lifecycle?: LifecycleDate;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Operating state of the asset, such as in stock or installed. */
  readonly status?: Status;
}

/** Data sheet of a device: ratings, model and built-in capabilities. */
export interface EndDeviceInfo {
  readonly AssetModel?: ProductAssetModel;
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

export function readComModuleConfig(c: Cursor): ComModuleConfig {
  const end = c.enter();
  const value: ComModuleConfig = {
    ComFunction: c.many(N, 'ComFunction', readComFunction),
    ComModule: c.many(N, 'ComModule', readComModule),
  };
  c.leave(end);
  return value;
}

export function readActivityRecord(c: Cursor): ActivityRecord {
  const end = c.enter();
  const value: ActivityRecord = {
    mRID: c.maybeText(N, 'mRID'),
    createdDateTime: c.maybeToken(N, 'createdDateTime', lexical.dateTime),
    reason: c.maybeText(N, 'reason'),
    severity: c.maybeText(N, 'severity'),
    type: c.maybeText(N, 'type'),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
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

export function readComModule(c: Cursor): ComModule {
  const end = c.enter();
  const value: ComModule = {
    mRID: c.maybeText(N, 'mRID'),
    amrSystem: c.maybeText(N, 'amrSystem'),
    initialCondition: c.maybeText(N, 'initialCondition'),
    initialLossOfLife: c.maybeToken(N, 'initialLossOfLife', lexical.float),
    lotNumber: c.maybeText(N, 'lotNumber'),
    purchasePrice: c.maybeToken(N, 'purchasePrice', lexical.decimal),
    serialNumber: c.maybeText(N, 'serialNumber'),
    supportsAutonomousDst: c.maybeToken(N, 'supportsAutonomousDst', lexical.boolean) as XsBoolean | undefined,
    timeZoneOffset: c.maybeToken(N, 'timeZoneOffset', lexical.float),
    type: c.maybeText(N, 'type'),
    utcNumber: c.maybeText(N, 'utcNumber'),
    ActivityRecords: c.many(N, 'ActivityRecords', readActivityRecord),
    AssetInfo: c.maybe(N, 'AssetInfo', readEndDeviceInfo),
    ComFunctions: c.many(N, 'ComFunctions', readReference),
    ConfigurationEvents: c.maybe(N, 'ConfigurationEvents', readConfigurationEvent),
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    lifecycle: c.maybe(N, 'lifecycle', readLifecycleDate),
    Names: c.many(N, 'Names', readName),
    status: c.maybe(N, 'status', readStatus),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceInfo(c: Cursor): EndDeviceInfo {
  const end = c.enter();
  const value: EndDeviceInfo = {
    AssetModel: c.maybe(N, 'AssetModel', readProductAssetModel),
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

export function writeComModuleConfig(w: Writer, tag: string, value: ComModuleConfig): void {
  w.open(tag);
  w.many('obj:ComFunction', value.ComFunction, writeComFunction);
  w.many('obj:ComModule', value.ComModule, writeComModule);
  w.close(tag);
}

export function writeActivityRecord(w: Writer, tag: string, value: ActivityRecord): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:createdDateTime', value.createdDateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:severity', value.severity);
  w.leaf('obj:type', value.type);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
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

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeComModule(w: Writer, tag: string, value: ComModule): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amrSystem', value.amrSystem);
  w.leaf('obj:initialCondition', value.initialCondition);
  w.leaf('obj:initialLossOfLife', value.initialLossOfLife);
  w.leaf('obj:lotNumber', value.lotNumber);
  w.leaf('obj:purchasePrice', value.purchasePrice);
  w.leaf('obj:serialNumber', value.serialNumber);
  w.leaf('obj:supportsAutonomousDst', value.supportsAutonomousDst);
  w.leaf('obj:timeZoneOffset', value.timeZoneOffset);
  w.leaf('obj:type', value.type);
  w.leaf('obj:utcNumber', value.utcNumber);
  w.many('obj:ActivityRecords', value.ActivityRecords, writeActivityRecord);
  w.maybe('obj:AssetInfo', value.AssetInfo, writeEndDeviceInfo);
  w.many('obj:ComFunctions', value.ComFunctions, writeReference);
  w.maybe('obj:ConfigurationEvents', value.ConfigurationEvents, writeConfigurationEvent);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  w.maybe('obj:lifecycle', value.lifecycle, writeLifecycleDate);
  w.many('obj:Names', value.Names, writeName);
  w.maybe('obj:status', value.status, writeStatus);
  w.close(tag);
}

export function writeEndDeviceInfo(w: Writer, tag: string, value: EndDeviceInfo): void {
  w.open(tag);
  w.maybe('obj:AssetModel', value.AssetModel, writeProductAssetModel);
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

export function writeStatus(w: Writer, tag: string, value: Status): void {
  w.open(tag);
  w.leaf('obj:dateTime', value.dateTime);
  w.leaf('obj:reason', value.reason);
  w.leaf('obj:remark', value.remark);
  w.leaf('obj:value', value.value);
  w.close(tag);
}

/** The document element `ComModuleConfig`. */
export const ComModuleConfigElement = {
  namespace,
  name: 'ComModuleConfig',
  read: readComModuleConfig,
  write(w: Writer, value: ComModuleConfig): void {
    w.declare(declarations);
    writeComModuleConfig(w, 'obj:ComModuleConfig', value);
  },
} as const;

