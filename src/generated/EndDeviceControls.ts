// Generated from EndDeviceControls.xsd by `npm run generate`. Do not edit.
/** Commands to end devices: connect and disconnect, load control, display texts and prices. Structure known from published schemas; independent copies agree. */
import { lexical, namespaceId, type Cursor, type Writer, type XsBoolean, type XsDateTime, type XsDecimal, type XsFloat, type XsInteger, type XsString } from './runtime.js';

export const namespace = 'http://iec.ch/TC57/2011/EndDeviceControls#';
const N = namespaceId(namespace);
export const namespaceIdOf = N;
const declarations = ' xmlns:obj="http://iec.ch/TC57/2011/EndDeviceControls#"';

/** Duration in minutes. */
export type Minutes = XsFloat;

/** Number whose unit is agreed between the parties. */
export type FloatQuantity = XsFloat;

/** Share in per cent, 100 being the whole. */
export type PerCent = XsFloat;

/** Amount in the currency agreed between the parties. */
export type Money = XsDecimal;

/** Temperature in degrees Celsius. */
export type Temperature = XsFloat;

/** Which edges of a control period are spread at random to avoid load steps. */
export type RandomisationKind = 'default' | 'end' | 'none' | 'start' | 'startAndEnd';
export const valuesOfRandomisationKind: ReadonlySet<string> = new Set<RandomisationKind>(['default', 'end', 'none', 'start', 'startAndEnd']);

/** Transmission by plain, anonymous or both kinds of radio broadcast. */
export type TransmissionModeKind = 'anonymous' | 'both' | 'normal';
export const valuesOfTransmissionModeKind: ReadonlySet<string> = new Set<TransmissionModeKind>(['anonymous', 'both', 'normal']);

/** Root of the profile. */
export interface EndDeviceControls {
  readonly EndDeviceControl?: readonly EndDeviceControl[];
  readonly EndDeviceControlType?: readonly EndDeviceControlType[];
}

/** Kinds of appliance a demand response command is meant for; several may be true. */
export interface ControlledAppliance {
  readonly isElectricVehicle?: XsBoolean;
  readonly isExteriorLighting?: XsBoolean;
  readonly isGenerationSystem?: XsBoolean;
  readonly isHvacCompressorOrFurnace?: XsBoolean;
  readonly isInteriorLighting?: XsBoolean;
  readonly isIrrigationPump?: XsBoolean;
  readonly isManagedCommercialIndustrialLoad?: XsBoolean;
  readonly isPoolPumpSpaJacuzzi?: XsBoolean;
  readonly isSimpleMiscLoad?: XsBoolean;
  readonly isSmartAppliance?: XsBoolean;
  readonly isStripAndBaseboardHeater?: XsBoolean;
  readonly isWaterHeater?: XsBoolean;
}

/** Organisation or person who receives the service. */
export interface Customer {
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
  /** Code by which the device joins a home area network; confidential. */
  readonly installCode?: XsString;
  /** True if the device belongs to a home area network rather than to the utility’s own. */
  readonly isPan?: XsBoolean;
  /** Network addresses of the device. */
  readonly electronicAddress?: ElectronicAddress;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Action a control asks of a device, common to all kinds of home area network action. */
export interface EndDeviceAction {
  /** Command text in terms of the receiving device. */
  readonly command?: XsString;
  /** How long the action lasts. */
  readonly duration?: Minutes;
  /** True if the action lasts until it is revoked. */
  readonly durationIndefinite?: XsBoolean;
  /** When the action begins; absent means at once. */
  readonly startDateTime?: XsDateTime;
}

/** Points at another object by mRID or name. */
export interface Reference {
  readonly ref?: XsString;
}

/** One command to devices, groups or usage points: what to do, to whom and when. */
export type EndDeviceControl = {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Level of a load control programme; higher levels ask for more. */
  readonly drProgramLevel?: XsInteger;
  /** True if the customer may not opt out. */
  readonly drProgramMandatory?: XsBoolean;
  /** Party that issues the command. */
  readonly issuerID?: XsString;
  /** Issuer’s own reference, such as an order number; repeated in resulting events. */
  readonly issuerTrackingID?: XsString;
  /** Price the devices are to react to. */
  readonly priceSignal?: FloatQuantity;
  /** Why the command is given. */
  readonly reason?: XsString;
  /** Kind of command; ref holds its four-part code, such as 3.31.0.23 for disconnect. */
  readonly EndDeviceControlType: Reference;
  /** Groups of devices to act on. */
  readonly EndDeviceGroups?: readonly EndDeviceGroup[];
  /** Devices to act on. */
  readonly EndDevices?: readonly EndDevice[];
  /** Timing for the first-named devices, or for all. */
  readonly primaryDeviceTiming?: EndDeviceTiming;
  /** Timing for a second set of devices, such as backup heating. */
  readonly secondaryDeviceTiming?: EndDeviceTiming;
  /** Groups of usage points whose devices are to act. */
  readonly UsagePointGroups?: readonly UsagePointGroup[];
  /** Usage points whose devices are to act. */
  readonly UsagePoints?: readonly UsagePoint[];
} & (
  | { readonly PanDemandResponse: PanDemandResponse; readonly PanDisplay?: undefined; readonly PanPricing?: undefined }
  | { readonly PanDisplay: PanDisplay; readonly PanDemandResponse?: undefined; readonly PanPricing?: undefined }
  | { readonly PanPricing: PanPricing; readonly PanDemandResponse?: undefined; readonly PanDisplay?: undefined }
  | { readonly PanDemandResponse?: undefined; readonly PanDisplay?: undefined; readonly PanPricing?: undefined }
);

/** Kind of a command, given by the four-part end device control code. */
export interface EndDeviceControlType {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Second part of the code: field of function, such as 31 for the remote switch. */
  readonly domain?: XsString;
  /** Fourth part of the code: what is to be done. */
  readonly eventOrAction?: XsString;
  /** Third part of the code: narrower field. */
  readonly subDomain?: XsString;
  /** First part of the code: kind of device, such as 3 for electric meter. */
  readonly type?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names: readonly [Name, ...Name[]];
}

/** Named set of devices that can be addressed as one. */
export interface EndDeviceGroup {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Data sheet of a device: ratings, model and built-in capabilities. */
export interface EndDeviceInfo {
}

/** When a command starts, how long it lasts and how starts and ends are spread at random. */
export interface EndDeviceTiming {
  /** How long the command lasts. */
  readonly duration?: Minutes;
  /** True if it lasts until it is revoked. */
  readonly durationIndefinite?: XsBoolean;
  /** Whether starts, ends or both are spread at random. */
  readonly randomisation?: RandomisationKind;
  /** Window of execution; the end is the latest time to start or to give up, as agreed. */
  readonly interval?: DateTimeInterval;
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

/** Load control action for appliances in the home area network. */
export interface PanDemandResponse {
  /** Change of the average load asked for; negative lowers it. */
  readonly avgLoadAdjustment?: PerCent;
  /** How a running control is ended: at once or at its next edge. */
  readonly cancelControlMode?: XsString;
  /** When a running control is to be ended. */
  readonly cancelDateTime?: XsDateTime;
  /** True to end a running control at once. */
  readonly cancelNow?: XsBoolean;
  /** Command text in terms of the receiving device. */
  readonly command?: XsString;
  /** Degrees to be added to the present cooling set point. */
  readonly coolingOffset?: Temperature;
  /** Cooling set point in force during the control. */
  readonly coolingSetpoint?: Temperature;
  /** Urgency of the control, from voluntary to emergency. */
  readonly criticalityLevel?: XsString;
  /** How long the action lasts. */
  readonly duration?: Minutes;
  /** True if the action lasts until it is revoked. */
  readonly durationIndefinite?: XsBoolean;
  /** Share of time in which the load may run. */
  readonly dutyCycle?: PerCent;
  /** Group of enrolled devices the control is meant for. */
  readonly enrollmentGroup?: XsString;
  /** Degrees to be taken off the present heating set point. */
  readonly heatingOffset?: Temperature;
  /** Heating set point in force during the control. */
  readonly heatingSetpoint?: Temperature;
  /** When the action begins; absent means at once. */
  readonly startDateTime?: XsDateTime;
  /** Appliances addressed. */
  readonly appliance?: ControlledAppliance;
}

/** Text to be shown on a display in the home area network. */
export interface PanDisplay {
  /** Command text in terms of the receiving device. */
  readonly command?: XsString;
  /** True if the customer has to press a button to confirm. */
  readonly confirmationRequired?: XsBoolean;
  /** How long the action lasts. */
  readonly duration?: Minutes;
  /** True if the action lasts until it is revoked. */
  readonly durationIndefinite?: XsBoolean;
  /** Priority among messages shown. */
  readonly priority?: XsString;
  /** When the action begins; absent means at once. */
  readonly startDateTime?: XsDateTime;
  /** Text to be shown. */
  readonly textMessage?: XsString;
  /** Way the text is broadcast in the home area network. */
  readonly transmissionMode?: TransmissionModeKind;
}

/** Price information for devices in the home area network. */
export interface PanPricing {
  /** Command text in terms of the receiving device. */
  readonly command?: XsString;
  /** How long the action lasts. */
  readonly duration?: Minutes;
  /** True if the action lasts until it is revoked. */
  readonly durationIndefinite?: XsBoolean;
  /** Number of the commodity provider. */
  readonly providerID?: XsInteger;
  /** When the action begins; absent means at once. */
  readonly startDateTime?: XsDateTime;
  /** Prices, one for each tier or period. */
  readonly PanPricingDetails?: readonly PanPricingDetail[];
}

/** One price with its tier, unit and validity. */
export interface PanPricingDetail {
  /** Cost expressed in another unit, such as mass of carbon dioxide. */
  readonly alternateCostDelivered?: XsFloat;
  /** Unit of the alternate cost. */
  readonly alternateCostUnit?: XsString;
  /** Time at the sender, for devices without a clock. */
  readonly currentTimeDate?: XsDateTime;
  /** Price paid for energy fed in. */
  readonly generationPrice?: Money;
  /** Price for energy fed in, as a ratio to the normal price. */
  readonly generationPriceRatio?: XsFloat;
  readonly price?: Money;
  /** Price as a ratio to the normal price. */
  readonly priceRatio?: XsFloat;
  /** Number of the price tier. */
  readonly priceTier?: XsInteger;
  /** How many price tiers there are. */
  readonly priceTierCount?: XsInteger;
  readonly priceTierLabel?: XsString;
  readonly rateLabel?: XsString;
  /** Register that counts consumption at this price. */
  readonly registerTier?: XsString;
  /** Unit the price refers to, such as kWh. */
  readonly unitOfMeasure?: XsString;
}

/** Premises or place where a customer receives the service, with the facts a field crew needs. */
export interface ServiceLocation {
}

/** Logical point of the network where a service is used and metered; it stays when meters change. */
export interface UsagePoint {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

/** Named set of usage points that can be addressed as one. */
export interface UsagePointGroup {
  /** Master identifier, preferably a UUID; given once by the owner and never reused. */
  readonly mRID?: XsString;
  /** Names of the object in the systems concerned. */
  readonly Names?: readonly Name[];
}

export function readEndDeviceControls(c: Cursor): EndDeviceControls {
  const end = c.enter();
  const value: EndDeviceControls = {
    EndDeviceControl: c.many(N, 'EndDeviceControl', readEndDeviceControl),
    EndDeviceControlType: c.many(N, 'EndDeviceControlType', readEndDeviceControlType),
  };
  c.leave(end);
  return value;
}

export function readControlledAppliance(c: Cursor): ControlledAppliance {
  const end = c.enter();
  const value: ControlledAppliance = {
    isElectricVehicle: c.maybeToken(N, 'isElectricVehicle', lexical.boolean) as XsBoolean | undefined,
    isExteriorLighting: c.maybeToken(N, 'isExteriorLighting', lexical.boolean) as XsBoolean | undefined,
    isGenerationSystem: c.maybeToken(N, 'isGenerationSystem', lexical.boolean) as XsBoolean | undefined,
    isHvacCompressorOrFurnace: c.maybeToken(N, 'isHvacCompressorOrFurnace', lexical.boolean) as XsBoolean | undefined,
    isInteriorLighting: c.maybeToken(N, 'isInteriorLighting', lexical.boolean) as XsBoolean | undefined,
    isIrrigationPump: c.maybeToken(N, 'isIrrigationPump', lexical.boolean) as XsBoolean | undefined,
    isManagedCommercialIndustrialLoad: c.maybeToken(N, 'isManagedCommercialIndustrialLoad', lexical.boolean) as XsBoolean | undefined,
    isPoolPumpSpaJacuzzi: c.maybeToken(N, 'isPoolPumpSpaJacuzzi', lexical.boolean) as XsBoolean | undefined,
    isSimpleMiscLoad: c.maybeToken(N, 'isSimpleMiscLoad', lexical.boolean) as XsBoolean | undefined,
    isSmartAppliance: c.maybeToken(N, 'isSmartAppliance', lexical.boolean) as XsBoolean | undefined,
    isStripAndBaseboardHeater: c.maybeToken(N, 'isStripAndBaseboardHeater', lexical.boolean) as XsBoolean | undefined,
    isWaterHeater: c.maybeToken(N, 'isWaterHeater', lexical.boolean) as XsBoolean | undefined,
  };
  c.leave(end);
  return value;
}

export function readCustomer(c: Cursor): Customer {
  c.nothing();
  const end = c.enter();
  const value: Customer = {
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
    installCode: c.maybeText(N, 'installCode'),
    isPan: c.maybeToken(N, 'isPan', lexical.boolean) as XsBoolean | undefined,
    electronicAddress: c.maybe(N, 'electronicAddress', readElectronicAddress),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceAction(c: Cursor): EndDeviceAction {
  const end = c.enter();
  const value: EndDeviceAction = {
    command: c.maybeText(N, 'command'),
    duration: c.maybeToken(N, 'duration', lexical.float),
    durationIndefinite: c.maybeToken(N, 'durationIndefinite', lexical.boolean) as XsBoolean | undefined,
    startDateTime: c.maybeToken(N, 'startDateTime', lexical.dateTime),
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

export function readEndDeviceControl(c: Cursor): EndDeviceControl {
  const end = c.enter();
  const value = {
    mRID: c.maybeText(N, 'mRID'),
    drProgramLevel: c.maybeToken(N, 'drProgramLevel', lexical.integer),
    drProgramMandatory: c.maybeToken(N, 'drProgramMandatory', lexical.boolean) as XsBoolean | undefined,
    issuerID: c.maybeText(N, 'issuerID'),
    issuerTrackingID: c.maybeText(N, 'issuerTrackingID'),
    priceSignal: c.maybeToken(N, 'priceSignal', lexical.float),
    reason: c.maybeText(N, 'reason'),
    PanDemandResponse: c.maybe(N, 'PanDemandResponse', readPanDemandResponse),
    PanDisplay: c.maybe(N, 'PanDisplay', readPanDisplay),
    PanPricing: c.maybe(N, 'PanPricing', readPanPricing),
    EndDeviceControlType: c.one(N, 'EndDeviceControlType', readReference),
    EndDeviceGroups: c.many(N, 'EndDeviceGroups', readEndDeviceGroup),
    EndDevices: c.many(N, 'EndDevices', readEndDevice),
    primaryDeviceTiming: c.maybe(N, 'primaryDeviceTiming', readEndDeviceTiming),
    secondaryDeviceTiming: c.maybe(N, 'secondaryDeviceTiming', readEndDeviceTiming),
    UsagePointGroups: c.many(N, 'UsagePointGroups', readUsagePointGroup),
    UsagePoints: c.many(N, 'UsagePoints', readUsagePoint),
  };
  c.chosen(true, value.PanDemandResponse, value.PanDisplay, value.PanPricing);
  c.leave(end);
  return value as EndDeviceControl;
}

export function readEndDeviceControlType(c: Cursor): EndDeviceControlType {
  const end = c.enter();
  const value: EndDeviceControlType = {
    mRID: c.maybeText(N, 'mRID'),
    domain: c.maybeText(N, 'domain'),
    eventOrAction: c.maybeText(N, 'eventOrAction'),
    subDomain: c.maybeText(N, 'subDomain'),
    type: c.maybeText(N, 'type'),
    Names: c.counted(c.many(N, 'Names', readName), 1, Infinity) as unknown as readonly [Name, ...Name[]],
  };
  c.leave(end);
  return value;
}

export function readEndDeviceGroup(c: Cursor): EndDeviceGroup {
  const end = c.enter();
  const value: EndDeviceGroup = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function readEndDeviceInfo(c: Cursor): EndDeviceInfo {
  c.nothing();
  const end = c.enter();
  const value: EndDeviceInfo = {
  };
  c.leave(end);
  return value;
}

export function readEndDeviceTiming(c: Cursor): EndDeviceTiming {
  const end = c.enter();
  const value: EndDeviceTiming = {
    duration: c.maybeToken(N, 'duration', lexical.float),
    durationIndefinite: c.maybeToken(N, 'durationIndefinite', lexical.boolean) as XsBoolean | undefined,
    randomisation: c.maybeText(N, 'randomisation', valuesOfRandomisationKind) as RandomisationKind | undefined,
    interval: c.maybe(N, 'interval', readDateTimeInterval),
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

export function readPanDemandResponse(c: Cursor): PanDemandResponse {
  const end = c.enter();
  const value: PanDemandResponse = {
    avgLoadAdjustment: c.maybeToken(N, 'avgLoadAdjustment', lexical.float),
    cancelControlMode: c.maybeText(N, 'cancelControlMode'),
    cancelDateTime: c.maybeToken(N, 'cancelDateTime', lexical.dateTime),
    cancelNow: c.maybeToken(N, 'cancelNow', lexical.boolean) as XsBoolean | undefined,
    command: c.maybeText(N, 'command'),
    coolingOffset: c.maybeToken(N, 'coolingOffset', lexical.float),
    coolingSetpoint: c.maybeToken(N, 'coolingSetpoint', lexical.float),
    criticalityLevel: c.maybeText(N, 'criticalityLevel'),
    duration: c.maybeToken(N, 'duration', lexical.float),
    durationIndefinite: c.maybeToken(N, 'durationIndefinite', lexical.boolean) as XsBoolean | undefined,
    dutyCycle: c.maybeToken(N, 'dutyCycle', lexical.float),
    enrollmentGroup: c.maybeText(N, 'enrollmentGroup'),
    heatingOffset: c.maybeToken(N, 'heatingOffset', lexical.float),
    heatingSetpoint: c.maybeToken(N, 'heatingSetpoint', lexical.float),
    startDateTime: c.maybeToken(N, 'startDateTime', lexical.dateTime),
    appliance: c.maybe(N, 'appliance', readControlledAppliance),
  };
  c.leave(end);
  return value;
}

export function readPanDisplay(c: Cursor): PanDisplay {
  const end = c.enter();
  const value: PanDisplay = {
    command: c.maybeText(N, 'command'),
    confirmationRequired: c.maybeToken(N, 'confirmationRequired', lexical.boolean) as XsBoolean | undefined,
    duration: c.maybeToken(N, 'duration', lexical.float),
    durationIndefinite: c.maybeToken(N, 'durationIndefinite', lexical.boolean) as XsBoolean | undefined,
    priority: c.maybeText(N, 'priority'),
    startDateTime: c.maybeToken(N, 'startDateTime', lexical.dateTime),
    textMessage: c.maybeText(N, 'textMessage'),
    transmissionMode: c.maybeText(N, 'transmissionMode', valuesOfTransmissionModeKind) as TransmissionModeKind | undefined,
  };
  c.leave(end);
  return value;
}

export function readPanPricing(c: Cursor): PanPricing {
  const end = c.enter();
  const value: PanPricing = {
    command: c.maybeText(N, 'command'),
    duration: c.maybeToken(N, 'duration', lexical.float),
    durationIndefinite: c.maybeToken(N, 'durationIndefinite', lexical.boolean) as XsBoolean | undefined,
    providerID: c.maybeToken(N, 'providerID', lexical.integer),
    startDateTime: c.maybeToken(N, 'startDateTime', lexical.dateTime),
    PanPricingDetails: c.many(N, 'PanPricingDetails', readPanPricingDetail),
  };
  c.leave(end);
  return value;
}

export function readPanPricingDetail(c: Cursor): PanPricingDetail {
  const end = c.enter();
  const value: PanPricingDetail = {
    alternateCostDelivered: c.maybeToken(N, 'alternateCostDelivered', lexical.float),
    alternateCostUnit: c.maybeText(N, 'alternateCostUnit'),
    currentTimeDate: c.maybeToken(N, 'currentTimeDate', lexical.dateTime),
    generationPrice: c.maybeToken(N, 'generationPrice', lexical.decimal),
    generationPriceRatio: c.maybeToken(N, 'generationPriceRatio', lexical.float),
    price: c.maybeToken(N, 'price', lexical.decimal),
    priceRatio: c.maybeToken(N, 'priceRatio', lexical.float),
    priceTier: c.maybeToken(N, 'priceTier', lexical.integer),
    priceTierCount: c.maybeToken(N, 'priceTierCount', lexical.integer),
    priceTierLabel: c.maybeText(N, 'priceTierLabel'),
    rateLabel: c.maybeText(N, 'rateLabel'),
    registerTier: c.maybeText(N, 'registerTier'),
    unitOfMeasure: c.maybeText(N, 'unitOfMeasure'),
  };
  c.leave(end);
  return value;
}

export function readServiceLocation(c: Cursor): ServiceLocation {
  c.nothing();
  const end = c.enter();
  const value: ServiceLocation = {
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

export function readUsagePointGroup(c: Cursor): UsagePointGroup {
  const end = c.enter();
  const value: UsagePointGroup = {
    mRID: c.maybeText(N, 'mRID'),
    Names: c.many(N, 'Names', readName),
  };
  c.leave(end);
  return value;
}

export function writeEndDeviceControls(w: Writer, tag: string, value: EndDeviceControls): void {
  w.open(tag);
  w.many('obj:EndDeviceControl', value.EndDeviceControl, writeEndDeviceControl);
  w.many('obj:EndDeviceControlType', value.EndDeviceControlType, writeEndDeviceControlType);
  w.close(tag);
}

export function writeControlledAppliance(w: Writer, tag: string, value: ControlledAppliance): void {
  w.open(tag);
  w.leaf('obj:isElectricVehicle', value.isElectricVehicle);
  w.leaf('obj:isExteriorLighting', value.isExteriorLighting);
  w.leaf('obj:isGenerationSystem', value.isGenerationSystem);
  w.leaf('obj:isHvacCompressorOrFurnace', value.isHvacCompressorOrFurnace);
  w.leaf('obj:isInteriorLighting', value.isInteriorLighting);
  w.leaf('obj:isIrrigationPump', value.isIrrigationPump);
  w.leaf('obj:isManagedCommercialIndustrialLoad', value.isManagedCommercialIndustrialLoad);
  w.leaf('obj:isPoolPumpSpaJacuzzi', value.isPoolPumpSpaJacuzzi);
  w.leaf('obj:isSimpleMiscLoad', value.isSimpleMiscLoad);
  w.leaf('obj:isSmartAppliance', value.isSmartAppliance);
  w.leaf('obj:isStripAndBaseboardHeater', value.isStripAndBaseboardHeater);
  w.leaf('obj:isWaterHeater', value.isWaterHeater);
  w.close(tag);
}

export function writeCustomer(w: Writer, tag: string, _value: Customer): void {
  w.empty(tag, []);
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
  w.leaf('obj:installCode', value.installCode);
  w.leaf('obj:isPan', value.isPan);
  w.maybe('obj:electronicAddress', value.electronicAddress, writeElectronicAddress);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDeviceAction(w: Writer, tag: string, value: EndDeviceAction): void {
  w.open(tag);
  w.leaf('obj:command', value.command);
  w.leaf('obj:duration', value.duration);
  w.leaf('obj:durationIndefinite', value.durationIndefinite);
  w.leaf('obj:startDateTime', value.startDateTime);
  w.close(tag);
}

export function writeReference(w: Writer, tag: string, value: Reference): void {
  w.empty(tag, [['ref', value.ref]]);
}

export function writeEndDeviceControl(w: Writer, tag: string, value: EndDeviceControl): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:drProgramLevel', value.drProgramLevel);
  w.leaf('obj:drProgramMandatory', value.drProgramMandatory);
  w.leaf('obj:issuerID', value.issuerID);
  w.leaf('obj:issuerTrackingID', value.issuerTrackingID);
  w.leaf('obj:priceSignal', value.priceSignal);
  w.leaf('obj:reason', value.reason);
  w.maybe('obj:PanDemandResponse', value.PanDemandResponse, writePanDemandResponse);
  w.maybe('obj:PanDisplay', value.PanDisplay, writePanDisplay);
  w.maybe('obj:PanPricing', value.PanPricing, writePanPricing);
  w.maybe('obj:EndDeviceControlType', value.EndDeviceControlType, writeReference);
  w.many('obj:EndDeviceGroups', value.EndDeviceGroups, writeEndDeviceGroup);
  w.many('obj:EndDevices', value.EndDevices, writeEndDevice);
  w.maybe('obj:primaryDeviceTiming', value.primaryDeviceTiming, writeEndDeviceTiming);
  w.maybe('obj:secondaryDeviceTiming', value.secondaryDeviceTiming, writeEndDeviceTiming);
  w.many('obj:UsagePointGroups', value.UsagePointGroups, writeUsagePointGroup);
  w.many('obj:UsagePoints', value.UsagePoints, writeUsagePoint);
  w.close(tag);
}

export function writeEndDeviceControlType(w: Writer, tag: string, value: EndDeviceControlType): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.leaf('obj:domain', value.domain);
  w.leaf('obj:eventOrAction', value.eventOrAction);
  w.leaf('obj:subDomain', value.subDomain);
  w.leaf('obj:type', value.type);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDeviceGroup(w: Writer, tag: string, value: EndDeviceGroup): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeEndDeviceInfo(w: Writer, tag: string, _value: EndDeviceInfo): void {
  w.empty(tag, []);
}

export function writeEndDeviceTiming(w: Writer, tag: string, value: EndDeviceTiming): void {
  w.open(tag);
  w.leaf('obj:duration', value.duration);
  w.leaf('obj:durationIndefinite', value.durationIndefinite);
  w.leaf('obj:randomisation', value.randomisation);
  w.maybe('obj:interval', value.interval, writeDateTimeInterval);
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

export function writePanDemandResponse(w: Writer, tag: string, value: PanDemandResponse): void {
  w.open(tag);
  w.leaf('obj:avgLoadAdjustment', value.avgLoadAdjustment);
  w.leaf('obj:cancelControlMode', value.cancelControlMode);
  w.leaf('obj:cancelDateTime', value.cancelDateTime);
  w.leaf('obj:cancelNow', value.cancelNow);
  w.leaf('obj:command', value.command);
  w.leaf('obj:coolingOffset', value.coolingOffset);
  w.leaf('obj:coolingSetpoint', value.coolingSetpoint);
  w.leaf('obj:criticalityLevel', value.criticalityLevel);
  w.leaf('obj:duration', value.duration);
  w.leaf('obj:durationIndefinite', value.durationIndefinite);
  w.leaf('obj:dutyCycle', value.dutyCycle);
  w.leaf('obj:enrollmentGroup', value.enrollmentGroup);
  w.leaf('obj:heatingOffset', value.heatingOffset);
  w.leaf('obj:heatingSetpoint', value.heatingSetpoint);
  w.leaf('obj:startDateTime', value.startDateTime);
  w.maybe('obj:appliance', value.appliance, writeControlledAppliance);
  w.close(tag);
}

export function writePanDisplay(w: Writer, tag: string, value: PanDisplay): void {
  w.open(tag);
  w.leaf('obj:command', value.command);
  w.leaf('obj:confirmationRequired', value.confirmationRequired);
  w.leaf('obj:duration', value.duration);
  w.leaf('obj:durationIndefinite', value.durationIndefinite);
  w.leaf('obj:priority', value.priority);
  w.leaf('obj:startDateTime', value.startDateTime);
  w.leaf('obj:textMessage', value.textMessage);
  w.leaf('obj:transmissionMode', value.transmissionMode);
  w.close(tag);
}

export function writePanPricing(w: Writer, tag: string, value: PanPricing): void {
  w.open(tag);
  w.leaf('obj:command', value.command);
  w.leaf('obj:duration', value.duration);
  w.leaf('obj:durationIndefinite', value.durationIndefinite);
  w.leaf('obj:providerID', value.providerID);
  w.leaf('obj:startDateTime', value.startDateTime);
  w.many('obj:PanPricingDetails', value.PanPricingDetails, writePanPricingDetail);
  w.close(tag);
}

export function writePanPricingDetail(w: Writer, tag: string, value: PanPricingDetail): void {
  w.open(tag);
  w.leaf('obj:alternateCostDelivered', value.alternateCostDelivered);
  w.leaf('obj:alternateCostUnit', value.alternateCostUnit);
  w.leaf('obj:currentTimeDate', value.currentTimeDate);
  w.leaf('obj:generationPrice', value.generationPrice);
  w.leaf('obj:generationPriceRatio', value.generationPriceRatio);
  w.leaf('obj:price', value.price);
  w.leaf('obj:priceRatio', value.priceRatio);
  w.leaf('obj:priceTier', value.priceTier);
  w.leaf('obj:priceTierCount', value.priceTierCount);
  w.leaf('obj:priceTierLabel', value.priceTierLabel);
  w.leaf('obj:rateLabel', value.rateLabel);
  w.leaf('obj:registerTier', value.registerTier);
  w.leaf('obj:unitOfMeasure', value.unitOfMeasure);
  w.close(tag);
}

export function writeServiceLocation(w: Writer, tag: string, _value: ServiceLocation): void {
  w.empty(tag, []);
}

export function writeUsagePoint(w: Writer, tag: string, value: UsagePoint): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

export function writeUsagePointGroup(w: Writer, tag: string, value: UsagePointGroup): void {
  w.open(tag);
  w.leaf('obj:mRID', value.mRID);
  w.many('obj:Names', value.Names, writeName);
  w.close(tag);
}

/** The document element `EndDeviceControls`. */
export const EndDeviceControlsElement = {
  namespace,
  name: 'EndDeviceControls',
  read: readEndDeviceControls,
  write(w: Writer, value: EndDeviceControls): void {
    w.declare(declarations);
    writeEndDeviceControls(w, 'obj:EndDeviceControls', value);
  },
} as const;

