/** What the examples say of an object beside its identification: enough to see what it is. */
import type { Members } from './document.js';
import { meter, usagePoint, type Scene } from './scene.js';

interface Sayings {
  /** Of an object that is new; `letter` tells it from others. */
  readonly first: (scene: Scene, letter: string) => Members;
  /** What is different later. */
  readonly later: (scene: Scene) => Members;
}

const street = (name: string, number: string): Members => ({
  mainAddress: {
    streetDetail: { name, number },
    townDetail: { name: 'Exampleton', country: 'AT' },
  },
});

/** By noun; the class is the first of the noun's objects unless it is named in `classes`. */
export const sayings: Readonly<Record<string, Sayings>> = {
  AuxiliaryAgreementConfig: {
    first: () => ({ fixedAmount: '25.00', type: 'debt recovery' }),
    later: () => ({ fixedAmount: '30.00' }),
  },
  ComModuleConfig: {
    first: (_, letter) => ({ serialNumber: `CM-204${letter}`, supportsAutonomousDst: 'true' }),
    later: () => ({ timeZoneOffset: '60' }),
  },
  CustomerAccountConfig: { first: () => ({ billingCycle: '15' }), later: () => ({ billingCycle: '1' }) },
  CustomerAgreementConfig: {
    first: ({ pastDay }) => ({ loadMgmt: '0', signDate: pastDay }),
    later: () => ({ loadMgmt: '1' }),
  },
  CustomerConfig: {
    first: () => ({ kind: 'residential', locale: 'en' }),
    later: () => ({ specialNeed: 'life support' }),
  },
  EndDeviceConfig: {
    first: (_, letter) => ({ isPan: 'true', serialNumber: `ED-204${letter}`, type: 'thermostat' }),
    later: () => ({ timeZoneOffset: '60' }),
  },
  EndDeviceFirmware: {
    first: () => ({ firmwareID: '1.4.0', kind: 'metrology' }),
    later: () => ({ firmwareID: '1.5.0' }),
  },
  EndDeviceGroups: {
    first: (scene) => ({ EndDevices: [meter(scene, 6), meter(scene, 7)] }),
    later: (scene) => ({ EndDevices: [meter(scene, 6), meter(scene, 7), meter(scene, 8)] }),
  },
  MeterConfig: {
    first: (_, letter) => ({ formNumber: '2S', serialNumber: `EX-204${letter}` }),
    later: () => ({ timeZoneOffset: '60' }),
  },
  PricingStructureConfig: {
    first: (_, letter) => ({ code: `TOU-${letter}`, revenueKind: 'residential' }),
    later: () => ({ revenueKind: 'commercial' }),
  },
  ReceiptRecord: {
    first: ({ pastDay }) => ({
      isBankable: 'true',
      line: { amount: '50.00', dateTime: `${pastDay}T09:30:00Z`, note: 'paid at the counter' },
    }),
    later: () => ({ isBankable: 'false' }),
  },
  ServiceCategoryConfig: { first: () => ({ kind: 'electricity' }), later: () => ({ kind: 'water' }) },
  ServiceLocationConfig: {
    first: (_, letter) => ({ type: 'house', ...street('Mill Lane', `12${letter}`) }),
    later: () => ({ accessMethod: 'key box at the gate' }),
  },
  ServiceSupplierConfig: {
    first: () => ({ issuerIdentificationNumber: '600727', kind: 'retailer' }),
    later: () => ({ kind: 'utility' }),
  },
  TransactionRecord: {
    first: ({ pastDay }) => ({
      kind: 'accountPayment',
      line: { amount: '50.00', dateTime: `${pastDay}T09:31:00Z`, note: 'thank you' },
    }),
    later: () => ({ kind: 'diversePayment' }),
  },
  UsagePointConfig: {
    first: () => ({ amiBillingReady: 'enabled', connectionState: 'connected', isSdp: 'true' }),
    later: () => ({ amiBillingReady: 'billingApproved' }),
  },
  UsagePointGroups: {
    first: (scene) => ({ UsagePoints: [usagePoint(scene, 6), usagePoint(scene, 7)] }),
    later: (scene) => ({ UsagePoints: [usagePoint(scene, 6), usagePoint(scene, 8)] }),
  },
  UsagePointLocationConfig: {
    first: (_, letter) => ({ type: 'basement', ...street('Mill Lane', `12${letter}`) }),
    later: () => ({ remark: 'beware of the dog' }),
  },
};

/** The class of the examples where a noun has several. */
export const classes: Readonly<Record<string, string>> = { EndDeviceFirmware: 'SimpleEndDeviceFunction' };
