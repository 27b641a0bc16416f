// Generated from the XSDs in wsdl/ by `npm run generate`. Do not edit.
/** The stubs: a service is whatever has these functions, all or some of them. `Call` is what the dispatcher hands along. */
import type * as AuxiliaryAgreementConfig from './AuxiliaryAgreementConfigMessage.js';
import type * as GetAuxiliaryAgreementConfig from './GetAuxiliaryAgreementConfigMessage.js';
import type * as ComModuleConfig from './ComModuleConfigMessage.js';
import type * as GetComModuleConfig from './GetComModuleConfigMessage.js';
import type * as CustomerAccountConfig from './CustomerAccountConfigMessage.js';
import type * as GetCustomerAccountConfig from './GetCustomerAccountConfigMessage.js';
import type * as CustomerAgreementConfig from './CustomerAgreementConfigMessage.js';
import type * as GetCustomerAgreementConfig from './GetCustomerAgreementConfigMessage.js';
import type * as CustomerConfig from './CustomerConfigMessage.js';
import type * as GetCustomerConfig from './GetCustomerConfigMessage.js';
import type * as CustomerMeterDataSet from './CustomerMeterDataSetMessage.js';
import type * as GetCustomerMeterDataSet from './GetCustomerMeterDataSetMessage.js';
import type * as EndDeviceConfig from './EndDeviceConfigMessage.js';
import type * as GetEndDeviceConfig from './GetEndDeviceConfigMessage.js';
import type * as EndDeviceControls from './EndDeviceControlsMessage.js';
import type * as GetEndDeviceControls from './GetEndDeviceControlsMessage.js';
import type * as EndDeviceEvents from './EndDeviceEventsMessage.js';
import type * as GetEndDeviceEvents from './GetEndDeviceEventsMessage.js';
import type * as EndDeviceFirmware from './EndDeviceFirmwareMessage.js';
import type * as GetEndDeviceFirmware from './GetEndDeviceFirmwareMessage.js';
import type * as EndDeviceGroups from './EndDeviceGroupsMessage.js';
import type * as GetEndDeviceGroups from './GetEndDeviceGroupsMessage.js';
import type * as MasterDataLinkageConfig from './MasterDataLinkageConfigMessage.js';
import type * as GetMasterDataLinkageConfig from './GetMasterDataLinkageConfigMessage.js';
import type * as MeterConfig from './MeterConfigMessage.js';
import type * as GetMeterConfig from './GetMeterConfigMessage.js';
import type * as MeterReadSchedule from './MeterReadScheduleMessage.js';
import type * as GetMeterReadSchedule from './GetMeterReadScheduleMessage.js';
import type * as MeterReadSchedules from './MeterReadSchedulesMessage.js';
import type * as GetMeterReadSchedules from './GetMeterReadSchedulesMessage.js';
import type * as MeterReadings from './MeterReadingsMessage.js';
import type * as GetMeterReadings from './GetMeterReadingsMessage.js';
import type * as MeterServiceRequests from './MeterServiceRequestsMessage.js';
import type * as GetMeterServiceRequests from './GetMeterServiceRequestsMessage.js';
import type * as PricingStructureConfig from './PricingStructureConfigMessage.js';
import type * as GetPricingStructureConfig from './GetPricingStructureConfigMessage.js';
import type * as ReceiptRecord from './ReceiptRecordMessage.js';
import type * as GetReceiptRecord from './GetReceiptRecordMessage.js';
import type * as ServiceCategoryConfig from './ServiceCategoryConfigMessage.js';
import type * as GetServiceCategoryConfig from './GetServiceCategoryConfigMessage.js';
import type * as ServiceLocationConfig from './ServiceLocationConfigMessage.js';
import type * as GetServiceLocationConfig from './GetServiceLocationConfigMessage.js';
import type * as ServiceSupplierConfig from './ServiceSupplierConfigMessage.js';
import type * as GetServiceSupplierConfig from './GetServiceSupplierConfigMessage.js';
import type * as TransactionRecord from './TransactionRecordMessage.js';
import type * as GetTransactionRecord from './GetTransactionRecordMessage.js';
import type * as UsagePointConfig from './UsagePointConfigMessage.js';
import type * as GetUsagePointConfig from './GetUsagePointConfigMessage.js';
import type * as UsagePointGroups from './UsagePointGroupsMessage.js';
import type * as GetUsagePointGroups from './GetUsagePointGroupsMessage.js';
import type * as UsagePointLocationConfig from './UsagePointLocationConfigMessage.js';
import type * as GetUsagePointLocationConfig from './GetUsagePointLocationConfigMessage.js';

export interface AuxiliaryAgreementConfigHandlers<Call> {
  get(message: GetAuxiliaryAgreementConfig.GetAuxiliaryAgreementConfigRequestMessageType, call: Call): Promise<GetAuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  create(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigRequestMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  change(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigRequestMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  cancel(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigRequestMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  close(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigRequestMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  delete(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigRequestMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  created(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigEventMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  changed(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigEventMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  canceled(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigEventMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  closed(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigEventMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
  deleted(message: AuxiliaryAgreementConfig.AuxiliaryAgreementConfigEventMessageType, call: Call): Promise<AuxiliaryAgreementConfig.AuxiliaryAgreementConfigResponseMessageType>;
}

export interface ComModuleConfigHandlers<Call> {
  get(message: GetComModuleConfig.GetComModuleConfigRequestMessageType, call: Call): Promise<GetComModuleConfig.ComModuleConfigResponseMessageType>;
  create(message: ComModuleConfig.ComModuleConfigRequestMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  change(message: ComModuleConfig.ComModuleConfigRequestMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  cancel(message: ComModuleConfig.ComModuleConfigRequestMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  close(message: ComModuleConfig.ComModuleConfigRequestMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  delete(message: ComModuleConfig.ComModuleConfigRequestMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  created(message: ComModuleConfig.ComModuleConfigEventMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  changed(message: ComModuleConfig.ComModuleConfigEventMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  canceled(message: ComModuleConfig.ComModuleConfigEventMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  closed(message: ComModuleConfig.ComModuleConfigEventMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
  deleted(message: ComModuleConfig.ComModuleConfigEventMessageType, call: Call): Promise<ComModuleConfig.ComModuleConfigResponseMessageType>;
}

export interface CustomerAccountConfigHandlers<Call> {
  get(message: GetCustomerAccountConfig.GetCustomerAccountConfigRequestMessageType, call: Call): Promise<GetCustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  create(message: CustomerAccountConfig.CustomerAccountConfigRequestMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  change(message: CustomerAccountConfig.CustomerAccountConfigRequestMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  cancel(message: CustomerAccountConfig.CustomerAccountConfigRequestMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  close(message: CustomerAccountConfig.CustomerAccountConfigRequestMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  delete(message: CustomerAccountConfig.CustomerAccountConfigRequestMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  created(message: CustomerAccountConfig.CustomerAccountConfigEventMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  changed(message: CustomerAccountConfig.CustomerAccountConfigEventMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  canceled(message: CustomerAccountConfig.CustomerAccountConfigEventMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  closed(message: CustomerAccountConfig.CustomerAccountConfigEventMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
  deleted(message: CustomerAccountConfig.CustomerAccountConfigEventMessageType, call: Call): Promise<CustomerAccountConfig.CustomerAccountConfigResponseMessageType>;
}

export interface CustomerAgreementConfigHandlers<Call> {
  get(message: GetCustomerAgreementConfig.GetCustomerAgreementConfigRequestMessageType, call: Call): Promise<GetCustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  create(message: CustomerAgreementConfig.CustomerAgreementConfigRequestMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  change(message: CustomerAgreementConfig.CustomerAgreementConfigRequestMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  cancel(message: CustomerAgreementConfig.CustomerAgreementConfigRequestMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  close(message: CustomerAgreementConfig.CustomerAgreementConfigRequestMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  delete(message: CustomerAgreementConfig.CustomerAgreementConfigRequestMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  created(message: CustomerAgreementConfig.CustomerAgreementConfigEventMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  changed(message: CustomerAgreementConfig.CustomerAgreementConfigEventMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  canceled(message: CustomerAgreementConfig.CustomerAgreementConfigEventMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  closed(message: CustomerAgreementConfig.CustomerAgreementConfigEventMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
  deleted(message: CustomerAgreementConfig.CustomerAgreementConfigEventMessageType, call: Call): Promise<CustomerAgreementConfig.CustomerAgreementConfigResponseMessageType>;
}

export interface CustomerConfigHandlers<Call> {
  get(message: GetCustomerConfig.GetCustomerConfigRequestMessageType, call: Call): Promise<GetCustomerConfig.CustomerConfigResponseMessageType>;
  create(message: CustomerConfig.CustomerConfigRequestMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  change(message: CustomerConfig.CustomerConfigRequestMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  cancel(message: CustomerConfig.CustomerConfigRequestMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  close(message: CustomerConfig.CustomerConfigRequestMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  delete(message: CustomerConfig.CustomerConfigRequestMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  created(message: CustomerConfig.CustomerConfigEventMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  changed(message: CustomerConfig.CustomerConfigEventMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  canceled(message: CustomerConfig.CustomerConfigEventMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  closed(message: CustomerConfig.CustomerConfigEventMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
  deleted(message: CustomerConfig.CustomerConfigEventMessageType, call: Call): Promise<CustomerConfig.CustomerConfigResponseMessageType>;
}

export interface CustomerMeterDataSetHandlers<Call> {
  get(message: GetCustomerMeterDataSet.GetCustomerMeterDataSetRequestMessageType, call: Call): Promise<GetCustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  create(message: CustomerMeterDataSet.CustomerMeterDataSetRequestMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  change(message: CustomerMeterDataSet.CustomerMeterDataSetRequestMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  cancel(message: CustomerMeterDataSet.CustomerMeterDataSetRequestMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  close(message: CustomerMeterDataSet.CustomerMeterDataSetRequestMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  delete(message: CustomerMeterDataSet.CustomerMeterDataSetRequestMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  created(message: CustomerMeterDataSet.CustomerMeterDataSetEventMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  changed(message: CustomerMeterDataSet.CustomerMeterDataSetEventMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  canceled(message: CustomerMeterDataSet.CustomerMeterDataSetEventMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  closed(message: CustomerMeterDataSet.CustomerMeterDataSetEventMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
  deleted(message: CustomerMeterDataSet.CustomerMeterDataSetEventMessageType, call: Call): Promise<CustomerMeterDataSet.CustomerMeterDataSetResponseMessageType>;
}

export interface EndDeviceConfigHandlers<Call> {
  get(message: GetEndDeviceConfig.GetEndDeviceConfigRequestMessageType, call: Call): Promise<GetEndDeviceConfig.EndDeviceConfigResponseMessageType>;
  create(message: EndDeviceConfig.EndDeviceConfigRequestMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  change(message: EndDeviceConfig.EndDeviceConfigRequestMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  cancel(message: EndDeviceConfig.EndDeviceConfigRequestMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  close(message: EndDeviceConfig.EndDeviceConfigRequestMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  delete(message: EndDeviceConfig.EndDeviceConfigRequestMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  created(message: EndDeviceConfig.EndDeviceConfigEventMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  changed(message: EndDeviceConfig.EndDeviceConfigEventMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  canceled(message: EndDeviceConfig.EndDeviceConfigEventMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  closed(message: EndDeviceConfig.EndDeviceConfigEventMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
  deleted(message: EndDeviceConfig.EndDeviceConfigEventMessageType, call: Call): Promise<EndDeviceConfig.EndDeviceConfigResponseMessageType>;
}

export interface EndDeviceControlsHandlers<Call> {
  get(message: GetEndDeviceControls.GetEndDeviceControlsRequestMessageType, call: Call): Promise<GetEndDeviceControls.EndDeviceControlsResponseMessageType>;
  create(message: EndDeviceControls.EndDeviceControlsRequestMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  change(message: EndDeviceControls.EndDeviceControlsRequestMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  cancel(message: EndDeviceControls.EndDeviceControlsRequestMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  close(message: EndDeviceControls.EndDeviceControlsRequestMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  delete(message: EndDeviceControls.EndDeviceControlsRequestMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  created(message: EndDeviceControls.EndDeviceControlsEventMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  changed(message: EndDeviceControls.EndDeviceControlsEventMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  canceled(message: EndDeviceControls.EndDeviceControlsEventMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  closed(message: EndDeviceControls.EndDeviceControlsEventMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
  deleted(message: EndDeviceControls.EndDeviceControlsEventMessageType, call: Call): Promise<EndDeviceControls.EndDeviceControlsResponseMessageType>;
}

export interface EndDeviceEventsHandlers<Call> {
  get(message: GetEndDeviceEvents.GetEndDeviceEventsRequestMessageType, call: Call): Promise<GetEndDeviceEvents.EndDeviceEventsResponseMessageType>;
  create(message: EndDeviceEvents.EndDeviceEventsRequestMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  change(message: EndDeviceEvents.EndDeviceEventsRequestMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  cancel(message: EndDeviceEvents.EndDeviceEventsRequestMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  close(message: EndDeviceEvents.EndDeviceEventsRequestMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  delete(message: EndDeviceEvents.EndDeviceEventsRequestMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  created(message: EndDeviceEvents.EndDeviceEventsEventMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  changed(message: EndDeviceEvents.EndDeviceEventsEventMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  canceled(message: EndDeviceEvents.EndDeviceEventsEventMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  closed(message: EndDeviceEvents.EndDeviceEventsEventMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
  deleted(message: EndDeviceEvents.EndDeviceEventsEventMessageType, call: Call): Promise<EndDeviceEvents.EndDeviceEventsResponseMessageType>;
}

export interface EndDeviceFirmwareHandlers<Call> {
  get(message: GetEndDeviceFirmware.GetEndDeviceFirmwareRequestMessageType, call: Call): Promise<GetEndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  create(message: EndDeviceFirmware.EndDeviceFirmwareRequestMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  change(message: EndDeviceFirmware.EndDeviceFirmwareRequestMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  cancel(message: EndDeviceFirmware.EndDeviceFirmwareRequestMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  close(message: EndDeviceFirmware.EndDeviceFirmwareRequestMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  delete(message: EndDeviceFirmware.EndDeviceFirmwareRequestMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  created(message: EndDeviceFirmware.EndDeviceFirmwareEventMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  changed(message: EndDeviceFirmware.EndDeviceFirmwareEventMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  canceled(message: EndDeviceFirmware.EndDeviceFirmwareEventMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  closed(message: EndDeviceFirmware.EndDeviceFirmwareEventMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
  deleted(message: EndDeviceFirmware.EndDeviceFirmwareEventMessageType, call: Call): Promise<EndDeviceFirmware.EndDeviceFirmwareResponseMessageType>;
}

export interface EndDeviceGroupsHandlers<Call> {
  get(message: GetEndDeviceGroups.GetEndDeviceGroupsRequestMessageType, call: Call): Promise<GetEndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  create(message: EndDeviceGroups.EndDeviceGroupsRequestMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  change(message: EndDeviceGroups.EndDeviceGroupsRequestMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  cancel(message: EndDeviceGroups.EndDeviceGroupsRequestMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  close(message: EndDeviceGroups.EndDeviceGroupsRequestMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  delete(message: EndDeviceGroups.EndDeviceGroupsRequestMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  created(message: EndDeviceGroups.EndDeviceGroupsEventMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  changed(message: EndDeviceGroups.EndDeviceGroupsEventMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  canceled(message: EndDeviceGroups.EndDeviceGroupsEventMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  closed(message: EndDeviceGroups.EndDeviceGroupsEventMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
  deleted(message: EndDeviceGroups.EndDeviceGroupsEventMessageType, call: Call): Promise<EndDeviceGroups.EndDeviceGroupsResponseMessageType>;
}

export interface MasterDataLinkageConfigHandlers<Call> {
  get(message: GetMasterDataLinkageConfig.GetMasterDataLinkageConfigRequestMessageType, call: Call): Promise<GetMasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  create(message: MasterDataLinkageConfig.MasterDataLinkageConfigRequestMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  change(message: MasterDataLinkageConfig.MasterDataLinkageConfigRequestMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  cancel(message: MasterDataLinkageConfig.MasterDataLinkageConfigRequestMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  close(message: MasterDataLinkageConfig.MasterDataLinkageConfigRequestMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  delete(message: MasterDataLinkageConfig.MasterDataLinkageConfigRequestMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  created(message: MasterDataLinkageConfig.MasterDataLinkageConfigEventMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  changed(message: MasterDataLinkageConfig.MasterDataLinkageConfigEventMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  canceled(message: MasterDataLinkageConfig.MasterDataLinkageConfigEventMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  closed(message: MasterDataLinkageConfig.MasterDataLinkageConfigEventMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
  deleted(message: MasterDataLinkageConfig.MasterDataLinkageConfigEventMessageType, call: Call): Promise<MasterDataLinkageConfig.MasterDataLinkageConfigResponseMessageType>;
}

export interface MeterConfigHandlers<Call> {
  get(message: GetMeterConfig.GetMeterConfigRequestMessageType, call: Call): Promise<GetMeterConfig.MeterConfigResponseMessageType>;
  create(message: MeterConfig.MeterConfigRequestMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  change(message: MeterConfig.MeterConfigRequestMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  cancel(message: MeterConfig.MeterConfigRequestMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  close(message: MeterConfig.MeterConfigRequestMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  delete(message: MeterConfig.MeterConfigRequestMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  created(message: MeterConfig.MeterConfigEventMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  changed(message: MeterConfig.MeterConfigEventMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  canceled(message: MeterConfig.MeterConfigEventMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  closed(message: MeterConfig.MeterConfigEventMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
  deleted(message: MeterConfig.MeterConfigEventMessageType, call: Call): Promise<MeterConfig.MeterConfigResponseMessageType>;
}

export interface MeterReadScheduleHandlers<Call> {
  get(message: GetMeterReadSchedule.GetMeterReadScheduleRequestMessageType, call: Call): Promise<GetMeterReadSchedule.MeterReadScheduleResponseMessageType>;
  create(message: MeterReadSchedule.MeterReadScheduleRequestMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  change(message: MeterReadSchedule.MeterReadScheduleRequestMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  cancel(message: MeterReadSchedule.MeterReadScheduleRequestMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  close(message: MeterReadSchedule.MeterReadScheduleRequestMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  delete(message: MeterReadSchedule.MeterReadScheduleRequestMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  created(message: MeterReadSchedule.MeterReadScheduleEventMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  changed(message: MeterReadSchedule.MeterReadScheduleEventMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  canceled(message: MeterReadSchedule.MeterReadScheduleEventMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  closed(message: MeterReadSchedule.MeterReadScheduleEventMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
  deleted(message: MeterReadSchedule.MeterReadScheduleEventMessageType, call: Call): Promise<MeterReadSchedule.MeterReadScheduleResponseMessageType>;
}

export interface MeterReadSchedulesHandlers<Call> {
  get(message: GetMeterReadSchedules.GetMeterReadSchedulesRequestMessageType, call: Call): Promise<GetMeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  create(message: MeterReadSchedules.MeterReadSchedulesRequestMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  change(message: MeterReadSchedules.MeterReadSchedulesRequestMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  cancel(message: MeterReadSchedules.MeterReadSchedulesRequestMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  close(message: MeterReadSchedules.MeterReadSchedulesRequestMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  delete(message: MeterReadSchedules.MeterReadSchedulesRequestMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  created(message: MeterReadSchedules.MeterReadSchedulesEventMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  changed(message: MeterReadSchedules.MeterReadSchedulesEventMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  canceled(message: MeterReadSchedules.MeterReadSchedulesEventMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  closed(message: MeterReadSchedules.MeterReadSchedulesEventMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
  deleted(message: MeterReadSchedules.MeterReadSchedulesEventMessageType, call: Call): Promise<MeterReadSchedules.MeterReadSchedulesResponseMessageType>;
}

export interface MeterReadingsHandlers<Call> {
  get(message: GetMeterReadings.GetMeterReadingsRequestMessageType, call: Call): Promise<GetMeterReadings.MeterReadingsResponseMessageType>;
  create(message: MeterReadings.MeterReadingsRequestMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  change(message: MeterReadings.MeterReadingsRequestMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  cancel(message: MeterReadings.MeterReadingsRequestMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  close(message: MeterReadings.MeterReadingsRequestMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  delete(message: MeterReadings.MeterReadingsRequestMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  created(message: MeterReadings.MeterReadingsEventMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  changed(message: MeterReadings.MeterReadingsEventMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  canceled(message: MeterReadings.MeterReadingsEventMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  closed(message: MeterReadings.MeterReadingsEventMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
  deleted(message: MeterReadings.MeterReadingsEventMessageType, call: Call): Promise<MeterReadings.MeterReadingsResponseMessageType>;
}

export interface MeterServiceRequestsHandlers<Call> {
  get(message: GetMeterServiceRequests.GetMeterServiceRequestsRequestMessageType, call: Call): Promise<GetMeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  create(message: MeterServiceRequests.MeterServiceRequestsRequestMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  change(message: MeterServiceRequests.MeterServiceRequestsRequestMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  cancel(message: MeterServiceRequests.MeterServiceRequestsRequestMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  close(message: MeterServiceRequests.MeterServiceRequestsRequestMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  delete(message: MeterServiceRequests.MeterServiceRequestsRequestMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  created(message: MeterServiceRequests.MeterServiceRequestsEventMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  changed(message: MeterServiceRequests.MeterServiceRequestsEventMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  canceled(message: MeterServiceRequests.MeterServiceRequestsEventMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  closed(message: MeterServiceRequests.MeterServiceRequestsEventMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
  deleted(message: MeterServiceRequests.MeterServiceRequestsEventMessageType, call: Call): Promise<MeterServiceRequests.MeterServiceRequestsResponseMessageType>;
}

export interface PricingStructureConfigHandlers<Call> {
  get(message: GetPricingStructureConfig.GetPricingStructureConfigRequestMessageType, call: Call): Promise<GetPricingStructureConfig.PricingStructureConfigResponseMessageType>;
  create(message: PricingStructureConfig.PricingStructureConfigRequestMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  change(message: PricingStructureConfig.PricingStructureConfigRequestMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  cancel(message: PricingStructureConfig.PricingStructureConfigRequestMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  close(message: PricingStructureConfig.PricingStructureConfigRequestMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  delete(message: PricingStructureConfig.PricingStructureConfigRequestMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  created(message: PricingStructureConfig.PricingStructureConfigEventMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  changed(message: PricingStructureConfig.PricingStructureConfigEventMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  canceled(message: PricingStructureConfig.PricingStructureConfigEventMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  closed(message: PricingStructureConfig.PricingStructureConfigEventMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
  deleted(message: PricingStructureConfig.PricingStructureConfigEventMessageType, call: Call): Promise<PricingStructureConfig.PricingStructureConfigResponseMessageType>;
}

export interface ReceiptRecordHandlers<Call> {
  get(message: GetReceiptRecord.GetReceiptRecordRequestMessageType, call: Call): Promise<GetReceiptRecord.ReceiptRecordResponseMessageType>;
  create(message: ReceiptRecord.ReceiptRecordRequestMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  change(message: ReceiptRecord.ReceiptRecordRequestMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  cancel(message: ReceiptRecord.ReceiptRecordRequestMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  close(message: ReceiptRecord.ReceiptRecordRequestMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  delete(message: ReceiptRecord.ReceiptRecordRequestMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  created(message: ReceiptRecord.ReceiptRecordEventMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  changed(message: ReceiptRecord.ReceiptRecordEventMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  canceled(message: ReceiptRecord.ReceiptRecordEventMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  closed(message: ReceiptRecord.ReceiptRecordEventMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
  deleted(message: ReceiptRecord.ReceiptRecordEventMessageType, call: Call): Promise<ReceiptRecord.ReceiptRecordResponseMessageType>;
}

export interface ServiceCategoryConfigHandlers<Call> {
  get(message: GetServiceCategoryConfig.GetServiceCategoryConfigRequestMessageType, call: Call): Promise<GetServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  create(message: ServiceCategoryConfig.ServiceCategoryConfigRequestMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  change(message: ServiceCategoryConfig.ServiceCategoryConfigRequestMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  cancel(message: ServiceCategoryConfig.ServiceCategoryConfigRequestMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  close(message: ServiceCategoryConfig.ServiceCategoryConfigRequestMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  delete(message: ServiceCategoryConfig.ServiceCategoryConfigRequestMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  created(message: ServiceCategoryConfig.ServiceCategoryConfigEventMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  changed(message: ServiceCategoryConfig.ServiceCategoryConfigEventMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  canceled(message: ServiceCategoryConfig.ServiceCategoryConfigEventMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  closed(message: ServiceCategoryConfig.ServiceCategoryConfigEventMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
  deleted(message: ServiceCategoryConfig.ServiceCategoryConfigEventMessageType, call: Call): Promise<ServiceCategoryConfig.ServiceCategoryConfigResponseMessageType>;
}

export interface ServiceLocationConfigHandlers<Call> {
  get(message: GetServiceLocationConfig.GetServiceLocationConfigRequestMessageType, call: Call): Promise<GetServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  create(message: ServiceLocationConfig.ServiceLocationConfigRequestMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  change(message: ServiceLocationConfig.ServiceLocationConfigRequestMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  cancel(message: ServiceLocationConfig.ServiceLocationConfigRequestMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  close(message: ServiceLocationConfig.ServiceLocationConfigRequestMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  delete(message: ServiceLocationConfig.ServiceLocationConfigRequestMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  created(message: ServiceLocationConfig.ServiceLocationConfigEventMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  changed(message: ServiceLocationConfig.ServiceLocationConfigEventMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  canceled(message: ServiceLocationConfig.ServiceLocationConfigEventMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  closed(message: ServiceLocationConfig.ServiceLocationConfigEventMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
  deleted(message: ServiceLocationConfig.ServiceLocationConfigEventMessageType, call: Call): Promise<ServiceLocationConfig.ServiceLocationConfigResponseMessageType>;
}

export interface ServiceSupplierConfigHandlers<Call> {
  get(message: GetServiceSupplierConfig.GetServiceSupplierConfigRequestMessageType, call: Call): Promise<GetServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  create(message: ServiceSupplierConfig.ServiceSupplierConfigRequestMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  change(message: ServiceSupplierConfig.ServiceSupplierConfigRequestMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  cancel(message: ServiceSupplierConfig.ServiceSupplierConfigRequestMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  close(message: ServiceSupplierConfig.ServiceSupplierConfigRequestMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  delete(message: ServiceSupplierConfig.ServiceSupplierConfigRequestMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  created(message: ServiceSupplierConfig.ServiceSupplierConfigEventMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  changed(message: ServiceSupplierConfig.ServiceSupplierConfigEventMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  canceled(message: ServiceSupplierConfig.ServiceSupplierConfigEventMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  closed(message: ServiceSupplierConfig.ServiceSupplierConfigEventMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
  deleted(message: ServiceSupplierConfig.ServiceSupplierConfigEventMessageType, call: Call): Promise<ServiceSupplierConfig.ServiceSupplierConfigResponseMessageType>;
}

export interface TransactionRecordHandlers<Call> {
  get(message: GetTransactionRecord.GetTransactionRecordRequestMessageType, call: Call): Promise<GetTransactionRecord.TransactionRecordResponseMessageType>;
  create(message: TransactionRecord.TransactionRecordRequestMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  change(message: TransactionRecord.TransactionRecordRequestMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  cancel(message: TransactionRecord.TransactionRecordRequestMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  close(message: TransactionRecord.TransactionRecordRequestMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  delete(message: TransactionRecord.TransactionRecordRequestMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  created(message: TransactionRecord.TransactionRecordEventMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  changed(message: TransactionRecord.TransactionRecordEventMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  canceled(message: TransactionRecord.TransactionRecordEventMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  closed(message: TransactionRecord.TransactionRecordEventMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
  deleted(message: TransactionRecord.TransactionRecordEventMessageType, call: Call): Promise<TransactionRecord.TransactionRecordResponseMessageType>;
}

export interface UsagePointConfigHandlers<Call> {
  get(message: GetUsagePointConfig.GetUsagePointConfigRequestMessageType, call: Call): Promise<GetUsagePointConfig.UsagePointConfigResponseMessageType>;
  create(message: UsagePointConfig.UsagePointConfigRequestMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  change(message: UsagePointConfig.UsagePointConfigRequestMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  cancel(message: UsagePointConfig.UsagePointConfigRequestMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  close(message: UsagePointConfig.UsagePointConfigRequestMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  delete(message: UsagePointConfig.UsagePointConfigRequestMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  created(message: UsagePointConfig.UsagePointConfigEventMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  changed(message: UsagePointConfig.UsagePointConfigEventMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  canceled(message: UsagePointConfig.UsagePointConfigEventMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  closed(message: UsagePointConfig.UsagePointConfigEventMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
  deleted(message: UsagePointConfig.UsagePointConfigEventMessageType, call: Call): Promise<UsagePointConfig.UsagePointConfigResponseMessageType>;
}

export interface UsagePointGroupsHandlers<Call> {
  get(message: GetUsagePointGroups.GetUsagePointGroupsRequestMessageType, call: Call): Promise<GetUsagePointGroups.UsagePointGroupsResponseMessageType>;
  create(message: UsagePointGroups.UsagePointGroupsRequestMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  change(message: UsagePointGroups.UsagePointGroupsRequestMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  cancel(message: UsagePointGroups.UsagePointGroupsRequestMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  close(message: UsagePointGroups.UsagePointGroupsRequestMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  delete(message: UsagePointGroups.UsagePointGroupsRequestMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  created(message: UsagePointGroups.UsagePointGroupsEventMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  changed(message: UsagePointGroups.UsagePointGroupsEventMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  canceled(message: UsagePointGroups.UsagePointGroupsEventMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  closed(message: UsagePointGroups.UsagePointGroupsEventMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
  deleted(message: UsagePointGroups.UsagePointGroupsEventMessageType, call: Call): Promise<UsagePointGroups.UsagePointGroupsResponseMessageType>;
}

export interface UsagePointLocationConfigHandlers<Call> {
  get(message: GetUsagePointLocationConfig.GetUsagePointLocationConfigRequestMessageType, call: Call): Promise<GetUsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  create(message: UsagePointLocationConfig.UsagePointLocationConfigRequestMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  change(message: UsagePointLocationConfig.UsagePointLocationConfigRequestMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  cancel(message: UsagePointLocationConfig.UsagePointLocationConfigRequestMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  close(message: UsagePointLocationConfig.UsagePointLocationConfigRequestMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  delete(message: UsagePointLocationConfig.UsagePointLocationConfigRequestMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  created(message: UsagePointLocationConfig.UsagePointLocationConfigEventMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  changed(message: UsagePointLocationConfig.UsagePointLocationConfigEventMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  canceled(message: UsagePointLocationConfig.UsagePointLocationConfigEventMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  closed(message: UsagePointLocationConfig.UsagePointLocationConfigEventMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
  deleted(message: UsagePointLocationConfig.UsagePointLocationConfigEventMessageType, call: Call): Promise<UsagePointLocationConfig.UsagePointLocationConfigResponseMessageType>;
}

/** All of them, by noun. */
export interface Handlers<Call> {
  readonly AuxiliaryAgreementConfig: AuxiliaryAgreementConfigHandlers<Call>;
  readonly ComModuleConfig: ComModuleConfigHandlers<Call>;
  readonly CustomerAccountConfig: CustomerAccountConfigHandlers<Call>;
  readonly CustomerAgreementConfig: CustomerAgreementConfigHandlers<Call>;
  readonly CustomerConfig: CustomerConfigHandlers<Call>;
  readonly CustomerMeterDataSet: CustomerMeterDataSetHandlers<Call>;
  readonly EndDeviceConfig: EndDeviceConfigHandlers<Call>;
  readonly EndDeviceControls: EndDeviceControlsHandlers<Call>;
  readonly EndDeviceEvents: EndDeviceEventsHandlers<Call>;
  readonly EndDeviceFirmware: EndDeviceFirmwareHandlers<Call>;
  readonly EndDeviceGroups: EndDeviceGroupsHandlers<Call>;
  readonly MasterDataLinkageConfig: MasterDataLinkageConfigHandlers<Call>;
  readonly MeterConfig: MeterConfigHandlers<Call>;
  readonly MeterReadSchedule: MeterReadScheduleHandlers<Call>;
  readonly MeterReadSchedules: MeterReadSchedulesHandlers<Call>;
  readonly MeterReadings: MeterReadingsHandlers<Call>;
  readonly MeterServiceRequests: MeterServiceRequestsHandlers<Call>;
  readonly PricingStructureConfig: PricingStructureConfigHandlers<Call>;
  readonly ReceiptRecord: ReceiptRecordHandlers<Call>;
  readonly ServiceCategoryConfig: ServiceCategoryConfigHandlers<Call>;
  readonly ServiceLocationConfig: ServiceLocationConfigHandlers<Call>;
  readonly ServiceSupplierConfig: ServiceSupplierConfigHandlers<Call>;
  readonly TransactionRecord: TransactionRecordHandlers<Call>;
  readonly UsagePointConfig: UsagePointConfigHandlers<Call>;
  readonly UsagePointGroups: UsagePointGroupsHandlers<Call>;
  readonly UsagePointLocationConfig: UsagePointLocationConfigHandlers<Call>;
}
