// Generated from the XSDs in wsdl/ by `npm run generate`. Do not edit.
/** The root element of every profile: what stands in a Payload, in a Request, or by itself in an operation of a set. */
import type { Cursor, Writer } from './runtime.js';
import * as AuxiliaryAgreementConfig from './AuxiliaryAgreementConfig.js';
import * as ComModuleConfig from './ComModuleConfig.js';
import * as CustomerAccountConfig from './CustomerAccountConfig.js';
import * as CustomerAgreementConfig from './CustomerAgreementConfig.js';
import * as CustomerConfig from './CustomerConfig.js';
import * as CustomerMeterDataSet from './CustomerMeterDataSet.js';
import * as EndDeviceConfig from './EndDeviceConfig.js';
import * as EndDeviceControls from './EndDeviceControls.js';
import * as EndDeviceEvents from './EndDeviceEvents.js';
import * as EndDeviceFirmware from './EndDeviceFirmware.js';
import * as EndDeviceGroups from './EndDeviceGroups.js';
import * as GetAuxiliaryAgreementConfig from './GetAuxiliaryAgreementConfig.js';
import * as GetComModuleConfig from './GetComModuleConfig.js';
import * as GetCustomerAccountConfig from './GetCustomerAccountConfig.js';
import * as GetCustomerAgreementConfig from './GetCustomerAgreementConfig.js';
import * as GetCustomerConfig from './GetCustomerConfig.js';
import * as GetCustomerMeterDataSet from './GetCustomerMeterDataSet.js';
import * as GetEndDeviceConfig from './GetEndDeviceConfig.js';
import * as GetEndDeviceControls from './GetEndDeviceControls.js';
import * as GetEndDeviceEvents from './GetEndDeviceEvents.js';
import * as GetEndDeviceFirmware from './GetEndDeviceFirmware.js';
import * as GetEndDeviceGroups from './GetEndDeviceGroups.js';
import * as GetMasterDataLinkageConfig from './GetMasterDataLinkageConfig.js';
import * as GetMeterConfig from './GetMeterConfig.js';
import * as GetMeterReadSchedule from './GetMeterReadSchedule.js';
import * as GetMeterReadSchedules from './GetMeterReadSchedules.js';
import * as GetMeterReadings from './GetMeterReadings.js';
import * as GetMeterServiceRequests from './GetMeterServiceRequests.js';
import * as GetPricingStructureConfig from './GetPricingStructureConfig.js';
import * as GetReceiptRecord from './GetReceiptRecord.js';
import * as GetServiceCategoryConfig from './GetServiceCategoryConfig.js';
import * as GetServiceLocationConfig from './GetServiceLocationConfig.js';
import * as GetServiceSupplierConfig from './GetServiceSupplierConfig.js';
import * as GetTransactionRecord from './GetTransactionRecord.js';
import * as GetUsagePointConfig from './GetUsagePointConfig.js';
import * as GetUsagePointGroups from './GetUsagePointGroups.js';
import * as GetUsagePointLocationConfig from './GetUsagePointLocationConfig.js';
import * as MasterDataLinkageConfig from './MasterDataLinkageConfig.js';
import * as MeterConfig from './MeterConfig.js';
import * as MeterReadSchedule from './MeterReadSchedule.js';
import * as MeterReadSchedules from './MeterReadSchedules.js';
import * as MeterReadings from './MeterReadings.js';
import * as MeterServiceRequests from './MeterServiceRequests.js';
import * as PricingStructureConfig from './PricingStructureConfig.js';
import * as ReceiptRecord from './ReceiptRecord.js';
import * as ServiceCategoryConfig from './ServiceCategoryConfig.js';
import * as ServiceLocationConfig from './ServiceLocationConfig.js';
import * as ServiceSupplierConfig from './ServiceSupplierConfig.js';
import * as TransactionRecord from './TransactionRecord.js';
import * as UsagePointConfig from './UsagePointConfig.js';
import * as UsagePointGroups from './UsagePointGroups.js';
import * as UsagePointLocationConfig from './UsagePointLocationConfig.js';

/** A document element with a profile of its own, whatever its type. */
export interface Root {
  readonly namespace: string;
  readonly name: string;
  read(c: Cursor): object;
  write(w: Writer, value: object): void;
}
// prettier-ignore
export const roots = [
  AuxiliaryAgreementConfig.AuxiliaryAgreementConfigElement,
  ComModuleConfig.ComModuleConfigElement,
  CustomerAccountConfig.CustomerAccountConfigElement,
  CustomerAgreementConfig.CustomerAgreementConfigElement,
  CustomerConfig.CustomerConfigElement,
  CustomerMeterDataSet.CustomerMeterDataSetElement,
  EndDeviceConfig.EndDeviceConfigElement,
  EndDeviceControls.EndDeviceControlsElement,
  EndDeviceEvents.EndDeviceEventsElement,
  EndDeviceFirmware.EndDeviceFirmwareElement,
  EndDeviceGroups.EndDeviceGroupsElement,
  GetAuxiliaryAgreementConfig.GetAuxiliaryAgreementConfigElement,
  GetComModuleConfig.GetComModuleConfigElement,
  GetCustomerAccountConfig.GetCustomerAccountConfigElement,
  GetCustomerAgreementConfig.GetCustomerAgreementConfigElement,
  GetCustomerConfig.GetCustomerConfigElement,
  GetCustomerMeterDataSet.GetCustomerMeterDataSetElement,
  GetEndDeviceConfig.GetEndDeviceConfigElement,
  GetEndDeviceControls.GetEndDeviceControlsElement,
  GetEndDeviceEvents.GetEndDeviceEventsElement,
  GetEndDeviceFirmware.GetEndDeviceFirmwareElement,
  GetEndDeviceGroups.GetEndDeviceGroupsElement,
  GetMasterDataLinkageConfig.GetMasterDataLinkageConfigElement,
  GetMeterConfig.GetMeterConfigElement,
  GetMeterReadSchedule.GetMeterReadScheduleElement,
  GetMeterReadSchedules.GetMeterReadSchedulesElement,
  GetMeterReadings.GetMeterReadingsElement,
  GetMeterServiceRequests.GetMeterServiceRequestsElement,
  GetPricingStructureConfig.GetPricingStructureConfigElement,
  GetReceiptRecord.GetReceiptRecordElement,
  GetServiceCategoryConfig.GetServiceCategoryConfigElement,
  GetServiceLocationConfig.GetServiceLocationConfigElement,
  GetServiceSupplierConfig.GetServiceSupplierConfigElement,
  GetTransactionRecord.GetTransactionRecordElement,
  GetUsagePointConfig.GetUsagePointConfigElement,
  GetUsagePointGroups.GetUsagePointGroupsElement,
  GetUsagePointLocationConfig.GetUsagePointLocationConfigElement,
  MasterDataLinkageConfig.MasterDataLinkageConfigElement,
  MeterConfig.MeterConfigElement,
  MeterReadSchedule.MeterReadScheduleElement,
  MeterReadSchedules.MeterReadSchedulesElement,
  MeterReadings.MeterReadingsElement,
  MeterServiceRequests.MeterServiceRequestsElement,
  PricingStructureConfig.PricingStructureConfigElement,
  ReceiptRecord.ReceiptRecordElement,
  ServiceCategoryConfig.ServiceCategoryConfigElement,
  ServiceLocationConfig.ServiceLocationConfigElement,
  ServiceSupplierConfig.ServiceSupplierConfigElement,
  TransactionRecord.TransactionRecordElement,
  UsagePointConfig.UsagePointConfigElement,
  UsagePointGroups.UsagePointGroupsElement,
  UsagePointLocationConfig.UsagePointLocationConfigElement,
] as unknown as readonly Root[];
