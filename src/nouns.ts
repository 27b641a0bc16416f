/**
 * The table of nouns: one row is all that the gateway must know of a noun beyond its XSD.
 * A noun without a row is not served; a row without its XSD does not compile.
 */
import { endDeviceControls } from './services/end-device-controls.js';
import { serviceRequestRow, serviceRequests } from './services/service-requests.js';
import { endDeviceEvents } from './services/end-device-events.js';
import { groupRows, groups } from './services/groups.js';
import { linkageRow, masterDataLinkage } from './services/master-data-linkage.js';
import { meterReadings } from './services/meter-readings.js';
import { record, transactionRecords, transactionRow } from './services/prepayment.js';
import { readSchedule, readSchedules } from './services/read-schedules.js';
import { commandVerbs, configVerbs, eventVerbs, queryVerbs, type NounTable } from './services/noun-row.js';

const masterData = { verbs: configVerbs, masterData: true } as const;

export const nouns: NounTable = {
  // Commands: carried to head ends.
  EndDeviceControls: {
    verbs: commandVerbs,
    objects: ['EndDeviceControl'],
    acts: true,
    byCorrelation: true,
    asynchronous: ['create', 'change', 'cancel', 'close', 'delete'],
    service: endDeviceControls,
  },

  // What meters report.
  MeterReadings: {
    // Rows rather than objects: told and asked for, but never canceled, closed or deleted.
    verbs: [...queryVerbs, 'created', 'changed'],
    objects: ['MeterReading'],
    anonymous: true,
    // Reads of many meters, in parts as they come.
    asynchronous: ['get'],
    service: meterReadings,
  },
  EndDeviceEvents: {
    verbs: [...queryVerbs, ...eventVerbs],
    objects: ['EndDeviceEvent'],
    happens: true,
    service: endDeviceEvents,
  },

  // Business documents with a life of their own.
  MeterReadSchedule: { ...readSchedule, service: readSchedules('MeterReadSchedule') },
  MeterReadSchedules: { ...readSchedule, service: readSchedules('MeterReadSchedules') },
  MeterServiceRequests: { ...serviceRequestRow, service: serviceRequests },

  // Master data.
  ComModuleConfig: { ...masterData, objects: ['ComModule'] },
  CustomerAccountConfig: { ...masterData, objects: ['CustomerAccount'] },
  CustomerAgreementConfig: { ...masterData, objects: ['CustomerAgreement'] },
  CustomerConfig: { ...masterData, objects: ['Customer'] },
  CustomerMeterDataSet: { ...masterData, objects: 'payload' },
  EndDeviceConfig: { ...masterData, objects: ['EndDevice'] },
  EndDeviceFirmware: { ...masterData, objects: ['EndDevice', 'ComFunction', 'SimpleEndDeviceFunction'] },
  EndDeviceGroups: { ...groupRows.EndDeviceGroups, service: groups('EndDeviceGroups') },
  MasterDataLinkageConfig: { ...linkageRow, service: masterDataLinkage },
  MeterConfig: { ...masterData, objects: ['Meter'] },
  PricingStructureConfig: { ...masterData, objects: ['PricingStructure'] },
  ServiceCategoryConfig: { ...masterData, objects: ['ServiceCategory'] },
  ServiceLocationConfig: { ...masterData, objects: ['ServiceLocation'] },
  ServiceSupplierConfig: { ...masterData, objects: ['ServiceSupplier'] },
  UsagePointConfig: { ...masterData, objects: ['UsagePoint'] },
  UsagePointGroups: { ...groupRows.UsagePointGroups, service: groups('UsagePointGroups') },
  UsagePointLocationConfig: { ...masterData, objects: ['UsagePointLocation'] },

  // Prepayment.
  AuxiliaryAgreementConfig: { ...masterData, objects: ['AuxiliaryAgreement'] },
  ReceiptRecord: { ...record, objects: ['Receipt'] },
  TransactionRecord: { ...transactionRow, service: transactionRecords },
};
