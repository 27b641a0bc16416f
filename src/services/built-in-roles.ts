/**
 * What the roles of IEC 62351-8 may do here (security.md §2), and two of our own: `DISCONNECT`, the right that is apart from all others, and
 * `HEADEND`, for systems that report and answer. The settings may add rules, and may do without these.
 */
import type { PolicyRule } from './policy.js';

const asking = ['get'];
const config = ['*Config', 'EndDeviceFirmware', 'EndDeviceGroups', 'UsagePointGroups', 'CustomerMeterDataSet'];
const told = ['created', 'changed', 'canceled', 'closed', 'deleted'];
const done = ['create', 'change', 'cancel', 'close', 'delete'];
const operating = [
  'EndDeviceControls',
  'MeterReadSchedule',
  'MeterReadSchedules',
  'MeterServiceRequests',
  'OperationSet',
];

const allow = (
  roles: readonly string[],
  name: string,
  rest: Omit<PolicyRule, 'name' | 'effect' | 'roles'>,
): PolicyRule => ({
  name: `${roles.join(' and ')} ${name}`,
  effect: 'allow',
  roles,
  ...rest,
});

/** The table, one line for each right. */
export const builtInRoles: readonly PolicyRule[] = [
  allow(['VIEWER', 'OPERATOR', 'ENGINEER', 'INSTALLER', 'SECADM', 'SECAUD', 'RBACMNT'], 'read the contract', {
    verbs: asking,
    nouns: ['Contract'],
  }),
  allow(['HEADEND', 'DISCONNECT'], 'read the contract', { verbs: asking, nouns: ['Contract'] }),
  allow(['VIEWER', 'OPERATOR', 'ENGINEER', 'INSTALLER'], 'read', { verbs: asking, nouns: ['*', 'API/requests'] }),
  allow(['VIEWER', 'OPERATOR', 'SECADM', 'SECAUD'], 'see metrics', { verbs: asking, nouns: ['Metrics'] }),
  allow(['OPERATOR'], 'command devices, but disconnect none', { verbs: [...done, 'execute'], nouns: operating }),
  allow(['DISCONNECT'], 'disconnect', {
    verbs: [...asking, ...done, 'execute'],
    nouns: ['EndDeviceControls', 'MeterServiceRequests', 'OperationSet'],
    controlTypes: ['*.31.0.23'],
  }),
  allow(['ENGINEER'], 'keep master data', { verbs: [...done, ...told, 'execute'], nouns: [...config, 'OperationSet'] }),
  allow(['ENGINEER'], 'keep prepayment records', {
    verbs: [...done, ...told],
    nouns: ['ReceiptRecord', 'TransactionRecord'],
  }),
  allow(['INSTALLER'], 'work at meters', {
    verbs: [...done, ...told, 'execute'],
    nouns: [
      'MeterServiceRequests',
      'MeterConfig',
      'ComModuleConfig',
      'EndDeviceConfig',
      'MasterDataLinkageConfig',
      'OperationSet',
    ],
  }),
  allow(['HEADEND'], 'report and answer', { verbs: [...told, 'reply'], nouns: ['*'] }),
  allow(['OPERATOR', 'SECADM'], 'see and mend deliveries', { nouns: ['API/deliveries', 'API/requests'] }),
  allow(['OPERATOR', 'SECADM'], 'see the brake and stop disconnects', {
    verbs: ['get', 'change'],
    nouns: ['API/disconnects'],
  }),
  allow(['SECADM'], 'let disconnects go on', { verbs: ['delete'], nouns: ['API/disconnects'] }),
  allow(['ENGINEER'], 'drive the simulator', { nouns: ['API/simulator'] }),
  allow(['SECADM'], 'keep endpoints and subscriptions', { nouns: ['API/endpoints', 'API/subscriptions'] }),
  allow(['SECADM'], 'release what is on hold, and set the limits of disconnects', {
    nouns: ['API/held-disconnects', 'API/disconnect-limits'],
  }),
  allow(['SECADM', 'SECAUD', 'RBACMNT'], 'see the policy', {
    verbs: asking,
    nouns: ['API/policy', 'API/openapi.json'],
  }),
  allow(['SECAUD'], 'read the audit', {
    verbs: asking,
    nouns: ['API/audit', 'API/disconnects', 'API/held-disconnects'],
  }),
];
