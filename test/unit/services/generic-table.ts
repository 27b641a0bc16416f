/** Rows of every sort that the generic service knows, without special services. */
import {
  commandVerbs,
  configVerbs,
  eventVerbs,
  queryVerbs,
  recordVerbs,
  type NounTable,
} from '../../../src/services/noun-row.js';

const masterData = { verbs: configVerbs, masterData: true } as const;

export const genericTable: NounTable = {
  MeterConfig: { ...masterData, objects: ['Meter'] },
  UsagePointConfig: { ...masterData, objects: ['UsagePoint'] },
  CustomerConfig: { ...masterData, objects: ['Customer'] },
  EndDeviceGroups: { ...masterData, objects: ['EndDeviceGroup'] },
  UsagePointGroups: { ...masterData, objects: ['UsagePointGroup'] },
  MasterDataLinkageConfig: { ...masterData, objects: 'payload' },
  EndDeviceEvents: { verbs: [...queryVerbs, ...eventVerbs], objects: ['EndDeviceEvent'], happens: true },
  MeterServiceRequests: { verbs: commandVerbs, objects: ['MeterServiceWork'], anonymous: true },
  MeterReadSchedule: { verbs: commandVerbs, objects: 'payload' },
  ReceiptRecord: { verbs: recordVerbs, objects: ['Receipt'] },
};
