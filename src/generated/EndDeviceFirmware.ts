// Generated from EndDeviceFirmware.xsd by `npm run generate`. Do not edit.
/** Firmware, hardware and program versions of device functions: what is loaded, or what is to be loaded. Only the noun is known; the structure is our own arrangement of CIM classes and not taken from the published profile. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsFloat, type XsInteger, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceFirmware#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/EndDeviceFirmware#"';

/** Electrical current in amperes. */
export type CurrentFlow = XsFloat;

/** Electrical potential in volts. */
export type Voltage = XsFloat;

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

/** Root of the profile. */
export interface EndDeviceFirmware {
  readonly ComFunction?: readonly ComFunction[];
  readonly EndDevice?: readonly EndDevice[];
  readonly SimpleEndDeviceFunction?: readonly SimpleEndDeviceFunction[];
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

/** Device at the customer side of the network: a meter, a load switch, a display, a thermostat. */
export interface EndDevice {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Reading system (head end) that communicates with the device; a router of commands. */
  readonly amrSystem?: XsString;
  /** Production or delivery lot; used for recalls and sample tests. */
  readonly lotNumber?: XsString;
  /** Number given by the maker, as on the name plate. */
  readonly serialNumber?: XsString;
  /** Utility’s own classification of the asset. */
  readonly type?: XsString;
  /** Reference to a function of the device; ref is the mRID of one in this message. */
  readonly ComFunction?: readonly Reference[];
  /** Data sheet of the device. */
  readonly EndDeviceInfo?: EndDeviceInfo;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
  /** Reference to a function of the device; ref is the mRID of one in this message. */
  readonly SimpleEndDeviceFunction?: readonly Reference[];
  /** Operating state of the asset, such as in stock or installed. */
  readonly status?: Status;
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

export function readEndDeviceFirmware(c: Cursor): EndDeviceFirmware {
  const end = c.enter();
  const value: EndDeviceFirmware = {
    ComFunction: c.many(N, 'ComFunction', readComFunction),
    EndDevice: c.many(N, 'EndDevice', readEndDevice),
    SimpleEndDeviceFunction: c.many(N, 'SimpleEndDeviceFunction', readSimpleEndDeviceFunction),
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

export function readEndDevice(c: Cursor): EndDevice {
  const end = c.enter();
  const value: EndDevice = {
    mRID: c.maybeText(N, 'mRID'),
    amrSystem: c.maybeText(N, 'amrSystem'),
    lotNumber: c.maybeText(N, 'lotNumber'),
    serialNumber: c.maybeText(N, 'serialNumber'),
    type: c.maybeText(N, 'type'),
    ComFunction: c.many(N, 'ComFunction', readReference),
    EndDeviceInfo: c.maybe(N, 'EndDeviceInfo', readEndDeviceInfo),
    Names: c.many(N, 'Names', readName),
    SimpleEndDeviceFunction: c.many(N, 'SimpleEndDeviceFunction', readReference),
    status: c.maybe(N, 'status', readStatus),
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

export function writeEndDeviceFirmware(w: Writer, tag: string, value: EndDeviceFirmware): void {
  w.open(tag);
  w.many('obj:ComFunction', value.ComFunction, writeComFunction);
  w.many('obj:EndDevice', value.EndDevice, writeEndDevice);
  w.many('obj:SimpleEndDeviceFunction', value.SimpleEndDeviceFunction, writeSimpleEndDeviceFunction);
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

export function writeEndDevice(w: Writer, tag: string, value: EndDevice): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:amrSystem', value.amrSystem);
  w.leaf('obj:lotNumber', value.lotNumber);
  w.leaf('obj:serialNumber', value.serialNumber);
  w.leaf('obj:type', value.type);
  w.many('obj:ComFunction', value.ComFunction, writeReference);
  w.maybe('obj:EndDeviceInfo', value.EndDeviceInfo, writeEndDeviceInfo);
  w.many('obj:Names', value.Names, writeName);
  w.many('obj:SimpleEndDeviceFunction', value.SimpleEndDeviceFunction, writeReference);
  w.maybe('obj:status', value.status, writeStatus);
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

/** The document element `EndDeviceFirmware`. */
export const EndDeviceFirmwareElement = {
  namespace,
  name: 'EndDeviceFirmware',
  read: readEndDeviceFirmware,
  write(w: Writer, value: EndDeviceFirmware): void {
    w.declare(declarations);
    writeEndDeviceFirmware(w, 'obj:EndDeviceFirmware', value);
  },
} as const;

