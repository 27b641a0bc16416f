/**
 * The table of nouns: one row is all that the gateway must know of a noun beyond its XSD.
 * A noun without a row is not served; a row without its XSD does not compile.
 */
import { controlsWithin } from './services/controls-within.js';
import { endDeviceControls } from './services/end-device-controls.js';
import { serviceRequestRow, serviceRequests, worksWithin } from './services/service-requests.js';
import { endDeviceEvents, eventsWithin } from './services/end-device-events.js';
import { groupRows, groups, groupsWithin } from './services/groups.js';
import { linkageRow, linksWithin, masterDataLinkage } from './services/master-data-linkage.js';
import { meterReadings } from './services/meter-readings.js';
import { record, transactionRecords, transactionRow, transactionsWithin } from './services/prepayment.js';
import { readingsWithin } from './services/readings-within.js';
import { readSchedule, readSchedules, schedulesWithin } from './services/read-schedules.js';
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
    within: controlsWithin,
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
    within: readingsWithin,
  },
  EndDeviceEvents: {
    verbs: [...queryVerbs, ...eventVerbs],
    objects: ['EndDeviceEvent'],
    happens: true,
    service: endDeviceEvents,
    within: eventsWithin,
  },

  // Business documents with a life of their own.
  MeterReadSchedule: {
    ...readSchedule,
    service: readSchedules('MeterReadSchedule'),
    within: schedulesWithin('MeterReadSchedule'),
  },
  MeterReadSchedules: {
    ...readSchedule,
    service: readSchedules('MeterReadSchedules'),
    within: schedulesWithin('MeterReadSchedules'),
  },
  MeterServiceRequests: { ...serviceRequestRow, service: serviceRequests, within: worksWithin },

  // Master data.
  ComModuleConfig: { ...masterData, objects: ['ComModule'] },
  CustomerAccountConfig: { ...masterData, objects: ['CustomerAccount'] },
  CustomerAgreementConfig: { ...masterData, objects: ['CustomerAgreement'] },
  CustomerConfig: { ...masterData, objects: ['Customer'] },
  CustomerMeterDataSet: { ...masterData, objects: 'payload' },
  EndDeviceConfig: { ...masterData, objects: ['EndDevice'] },
  EndDeviceFirmware: { ...masterData, objects: ['EndDevice', 'ComFunction', 'SimpleEndDeviceFunction'] },
  EndDeviceGroups: {
    ...groupRows.EndDeviceGroups,
    service: groups('EndDeviceGroups'),
    within: groupsWithin('EndDeviceGroups'),
  },
  MasterDataLinkageConfig: { ...linkageRow, service: masterDataLinkage, within: linksWithin },
  MeterConfig: { ...masterData, objects: ['Meter'] },
  PricingStructureConfig: { ...masterData, objects: ['PricingStructure'] },
  ServiceCategoryConfig: { ...masterData, objects: ['ServiceCategory'] },
  ServiceLocationConfig: { ...masterData, objects: ['ServiceLocation'] },
  ServiceSupplierConfig: { ...masterData, objects: ['ServiceSupplier'] },
  UsagePointConfig: { ...masterData, objects: ['UsagePoint'] },
  UsagePointGroups: {
    ...groupRows.UsagePointGroups,
    service: groups('UsagePointGroups'),
    within: groupsWithin('UsagePointGroups'),
  },
  UsagePointLocationConfig: { ...masterData, objects: ['UsagePointLocation'] },

  // Prepayment.
  AuxiliaryAgreementConfig: { ...masterData, objects: ['AuxiliaryAgreement'] },
  ReceiptRecord: { ...record, objects: ['Receipt'] },
  TransactionRecord: { ...transactionRow, service: transactionRecords, within: transactionsWithin },
};
