/**
 * The catalogue of reply codes (IEC 61968-9, reply code table): what a Reply/Error may say, in our own words.
 * A code is text and not a number: 2.1 and 2.10 differ. Knows nothing of messages or services.
 */

/** How grave an error is, as Reply/Error/level. */
export type ReplyLevel = 'INFORM' | 'WARNING' | 'FATAL' | 'CATASTROPHIC';

/** What a reply says as a whole, as Reply/Result. */
export type ReplyResult = 'OK' | 'PARTIAL' | 'FAILED';

/**
 * One entry. `result` holds when the code concerns the whole request; where it concerns some objects and others went well,
 * the reply is PARTIAL. A `{name}` in `reason`, always behind a colon, is a place for `reasonOf` to fill.
 */
export interface ReplyCodeEntry {
  readonly level: ReplyLevel;
  readonly result: ReplyResult;
  readonly reason: string;
}

/** Every code of the standard that is publicly known; the numbering has holes. */
export const replyCodes = {
  '0.0': { level: 'INFORM', result: 'OK', reason: 'The request was carried out without errors.' },
  '0.1': {
    level: 'INFORM',
    result: 'PARTIAL',
    reason: 'This is a part of the result; further messages bring the rest.',
  },
  '0.2': { level: 'WARNING', result: 'PARTIAL', reason: 'This is all of the result; some items could not be served.' },
  '0.3': { level: 'INFORM', result: 'OK', reason: 'The message was received and stored.' },

  '1.5': { level: 'FATAL', result: 'FAILED', reason: 'The Header lacks a mandatory element: {element}.' },
  '1.6': { level: 'FATAL', result: 'FAILED', reason: 'The Request lacks a mandatory element: {element}.' },
  '1.7': { level: 'FATAL', result: 'FAILED', reason: 'The Payload lacks a mandatory element: {element}.' },
  '1.8': { level: 'FATAL', result: 'FAILED', reason: 'The message is not valid against its schema: {details}.' },
  '1.9': { level: 'FATAL', result: 'FAILED', reason: 'The revision in the Header is not supported: {value}.' },

  '2.4': { level: 'FATAL', result: 'FAILED', reason: 'The meter or end device is not known: {object}.' },
  '2.5': { level: 'FATAL', result: 'FAILED', reason: 'The noun is not valid here: {value}.' },
  '2.6': { level: 'FATAL', result: 'FAILED', reason: 'The reading type is malformed or unknown: {value}.' },
  '2.9': { level: 'FATAL', result: 'FAILED', reason: 'The verb is not valid for this noun: {value}.' },
  '2.10': { level: 'FATAL', result: 'FAILED', reason: 'The reading type is valid but not measured here: {value}.' },
  '2.12': { level: 'FATAL', result: 'FAILED', reason: 'The usage point is not known: {object}.' },
  '2.13': { level: 'FATAL', result: 'FAILED', reason: 'The meter and the usage point are not linked: {object}.' },
  '2.14': { level: 'FATAL', result: 'FAILED', reason: 'The source is not accepted: {value}.' },
  '2.15': { level: 'FATAL', result: 'FAILED', reason: 'The identifier in the request is not valid: {object}.' },
  '2.16': { level: 'FATAL', result: 'FAILED', reason: 'The service location is not known: {object}.' },
  '2.17': { level: 'FATAL', result: 'FAILED', reason: 'The meter and the service location are not linked: {object}.' },
  '2.18': {
    level: 'FATAL',
    result: 'FAILED',
    reason: 'The communication module and the meter are not linked: {object}.',
  },
  '2.19': { level: 'FATAL', result: 'FAILED', reason: 'The customer account is not known: {object}.' },
  '2.20': { level: 'FATAL', result: 'FAILED', reason: 'The service supplier is not known: {object}.' },
  '2.21': {
    level: 'FATAL',
    result: 'FAILED',
    reason: 'The account and the service supplier are not linked: {object}.',
  },
  '2.22': { level: 'FATAL', result: 'FAILED', reason: 'The customer is not known: {object}.' },
  '2.23': { level: 'FATAL', result: 'FAILED', reason: 'The customer and the account are not linked: {object}.' },
  '2.24': { level: 'FATAL', result: 'FAILED', reason: 'The customer agreement is not known: {object}.' },
  '2.25': { level: 'FATAL', result: 'FAILED', reason: 'The account and the agreement are not linked: {object}.' },
  '2.26': { level: 'FATAL', result: 'FAILED', reason: 'The agreement and the usage point are not linked: {object}.' },
  '2.27': { level: 'FATAL', result: 'FAILED', reason: 'The account and the usage point are not linked: {object}.' },
  '2.28': {
    level: 'FATAL',
    result: 'FAILED',
    reason: 'The service supplier and the usage point are not linked: {object}.',
  },
  '2.29': { level: 'FATAL', result: 'FAILED', reason: 'The objects do not belong together: {object}.' },
  '2.30': { level: 'FATAL', result: 'FAILED', reason: 'The communication module is not known: {object}.' },
  '2.31': { level: 'FATAL', result: 'FAILED', reason: 'The service category is not known: {object}.' },
  '2.32': { level: 'FATAL', result: 'FAILED', reason: 'The usage point location is not known: {object}.' },
  '2.33': { level: 'FATAL', result: 'FAILED', reason: 'The pricing structure is not known: {object}.' },

  '3.1': { level: 'FATAL', result: 'FAILED', reason: 'The request holds more items than allowed: {limit}.' },
  '3.2': { level: 'FATAL', result: 'FAILED', reason: 'Too many requests are pending; send this one again later.' },

  '4.1': { level: 'FATAL', result: 'FAILED', reason: 'No answer came in time: {details}.' },

  '5.1': { level: 'WARNING', result: 'FAILED', reason: 'The system is too busy; send the request again later.' },
  '5.2': {
    level: 'FATAL',
    result: 'FAILED',
    reason: 'The request could not be processed and nothing was tried: {details}.',
  },
  '5.3': { level: 'FATAL', result: 'FAILED', reason: 'The request was tried and failed: {details}.' },
  '5.4': { level: 'FATAL', result: 'FAILED', reason: 'The request failed for several reasons: {details}.' },
  '5.5': { level: 'WARNING', result: 'FAILED', reason: 'The store holds no values of the reading type: {value}.' },
  '5.6': { level: 'WARNING', result: 'FAILED', reason: 'The head end cannot read the reading type: {value}.' },
  '5.7': { level: 'WARNING', result: 'FAILED', reason: 'The requested data do not exist: {details}.' },
  '5.8': { level: 'FATAL', result: 'FAILED', reason: 'A field that this action needs is missing: {element}.' },
  '5.9': {
    level: 'FATAL',
    result: 'FAILED',
    reason: 'The action was undone to keep the transaction whole: {details}.',
  },

  '6.1': { level: 'FATAL', result: 'FAILED', reason: 'A business rule stopped the action: {details}.' },
  '6.2': { level: 'WARNING', result: 'PARTIAL', reason: 'A business rule put the action on hold: {details}.' },
  '6.3': { level: 'INFORM', result: 'OK', reason: 'A business rule released the action from hold: {details}.' },
  '6.4': { level: 'WARNING', result: 'OK', reason: 'A business rule moved the action to another time: {details}.' },
  '6.5': { level: 'FATAL', result: 'FAILED', reason: 'A user canceled the action: {details}.' },

  '7.1': {
    level: 'WARNING',
    result: 'FAILED',
    reason: 'Authentication is not possible at the moment; try again later.',
  },
  '7.2': { level: 'FATAL', result: 'FAILED', reason: 'The request needs authentication and has none.' },
  '7.3': { level: 'FATAL', result: 'FAILED', reason: 'The method of authentication is too weak.' },
  '7.4': { level: 'FATAL', result: 'FAILED', reason: 'Authentication failed.' },
  '7.5': { level: 'FATAL', result: 'FAILED', reason: 'The user is not allowed to do this: {details}.' },
  '7.6': { level: 'FATAL', result: 'FAILED', reason: 'The method of authentication may only be used with encryption.' },
  '7.7': { level: 'FATAL', result: 'FAILED', reason: 'The security policy forbids this: {details}.' },
} as const satisfies Readonly<Record<string, ReplyCodeEntry>>;

/** A reply code of the catalogue, such as `2.4`. */
export type ReplyCode = keyof typeof replyCodes;

/** The codes under names that read well in a service. */
export const codes = {
  ok: '0.0',
  moreFollows: '0.1',
  partialDone: '0.2',
  accepted: '0.3',
  headerMissing: '1.5',
  requestMissing: '1.6',
  payloadMissing: '1.7',
  schemaInvalid: '1.8',
  unsupportedRevision: '1.9',
  invalidMeter: '2.4',
  invalidNoun: '2.5',
  invalidReadingType: '2.6',
  invalidVerb: '2.9',
  unsupportedReadingType: '2.10',
  invalidUsagePoint: '2.12',
  meterUsagePointMismatch: '2.13',
  invalidSource: '2.14',
  invalidRequestId: '2.15',
  invalidServiceLocation: '2.16',
  meterServiceLocationMismatch: '2.17',
  comModuleMeterMismatch: '2.18',
  invalidCustomerAccount: '2.19',
  invalidServiceSupplier: '2.20',
  accountSupplierMismatch: '2.21',
  invalidCustomer: '2.22',
  customerAccountMismatch: '2.23',
  invalidCustomerAgreement: '2.24',
  accountAgreementMismatch: '2.25',
  agreementUsagePointMismatch: '2.26',
  accountUsagePointMismatch: '2.27',
  supplierUsagePointMismatch: '2.28',
  relationshipMismatch: '2.29',
  invalidComModule: '2.30',
  invalidServiceCategory: '2.31',
  invalidUsagePointLocation: '2.32',
  invalidPricingStructure: '2.33',
  tooManyItems: '3.1',
  tooManyPending: '3.2',
  timedOut: '4.1',
  tooBusy: '5.1',
  notAttempted: '5.2',
  attemptFailed: '5.3',
  severalErrors: '5.4',
  notInStore: '5.5',
  notInHeadEnd: '5.6',
  dataUnavailable: '5.7',
  fieldMissing: '5.8',
  rolledBack: '5.9',
  canceledByRule: '6.1',
  onHoldByRule: '6.2',
  releasedByRule: '6.3',
  rescheduledByRule: '6.4',
  canceledByUser: '6.5',
  authenticationUnavailable: '7.1',
  authenticationRequired: '7.2',
  authenticationTooWeak: '7.3',
  authenticationFailed: '7.4',
  notAuthorized: '7.5',
  encryptionRequired: '7.6',
  policyViolation: '7.7',
} as const satisfies Readonly<Record<string, ReplyCode>>;

/** CIM class to the code that says that such an object is invalid; a class not listed has no code of its own. */
export const invalidObjectCodes: ReadonlyMap<string, ReplyCode> = new Map<string, ReplyCode>([
  ['Meter', codes.invalidMeter],
  ['EndDevice', codes.invalidMeter],
  ['UsagePoint', codes.invalidUsagePoint],
  ['ServiceLocation', codes.invalidServiceLocation],
  ['CustomerAccount', codes.invalidCustomerAccount],
  ['ServiceSupplier', codes.invalidServiceSupplier],
  ['Customer', codes.invalidCustomer],
  ['CustomerAgreement', codes.invalidCustomerAgreement],
  ['ComModule', codes.invalidComModule],
  ['ServiceCategory', codes.invalidServiceCategory],
  ['UsagePointLocation', codes.invalidUsagePointLocation],
  ['PricingStructure', codes.invalidPricingStructure],
]);

/** The code for an unknown or wrong object of a CIM class; 2.15 for classes without a code of their own. */
export function invalidObjectCode(className: string): ReplyCode {
  return invalidObjectCodes.get(className) ?? codes.invalidRequestId;
}

/** Whether a text is a code of the catalogue. Partners also send codes of their own, so others are not wrong. */
export function isReplyCode(code: string): code is ReplyCode {
  return Object.hasOwn(replyCodes, code);
}

/** Of 0.0 where it tells something by the way, beside what was or was not done: a part of a list, what a dry run would do. */
export const noteReason = 'This is a note; there are no errors in it.';

/**
 * The sentence of a code with its place filled.
 * @param values what to put into the places, by name; a place without a value is left out together with its colon
 */
export function reasonOf(code: ReplyCode, values: Readonly<Record<string, string | number>> = {}): string {
  return replyCodes[code].reason.replace(/: \{(\w+)\}/g, (_, name: string) =>
    Object.hasOwn(values, name) ? `: ${values[name]}` : '',
  );
}
