/**
 * Which objects MasterDataLinkageConfig can join, as data: the two classes, of which of them an object has at most one at a time, and
 * the code for a link that contradicts. What a Meter may be joined to, an EndDevice may be as well.
 */
import { codes, type ReplyCode } from '../message/reply-codes.js';

export interface LinkPair {
  /** Elements of the profile. */
  readonly kinds: readonly [string, string];
  /** Those of the two whose objects have at most one of the other class at a time. */
  readonly single: readonly string[];
  /** The code for a link that contradicts another one. */
  readonly mismatch: ReplyCode;
}

const pair = (one: string, other: string, single: readonly string[], mismatch: ReplyCode): LinkPair => ({
  kinds: [one, other],
  single,
  mismatch,
});

const other = codes.relationshipMismatch;

/** A pair that is not listed has no relation of its own: its objects can stand in one message, joined by others. */
export const linkPairs: readonly LinkPair[] = [
  // devices and places
  pair('Meter', 'UsagePoint', ['Meter'], codes.meterUsagePointMismatch),
  pair('Meter', 'ServiceLocation', ['Meter'], codes.meterServiceLocationMismatch),
  pair('ComModule', 'Meter', ['ComModule'], codes.comModuleMeterMismatch),
  pair('Meter', 'UsagePointLocation', ['Meter'], other),
  pair('Meter', 'TransformerTank', ['Meter'], other),
  pair('Meter', 'Customer', ['Meter'], other),
  pair('ServiceLocation', 'UsagePoint', ['UsagePoint'], other),
  pair('UsagePoint', 'UsagePointLocation', ['UsagePoint'], other),
  pair('TransformerTank', 'UsagePoint', [], other),

  // customers and contracts
  pair('Customer', 'CustomerAccount', ['CustomerAccount'], codes.customerAccountMismatch),
  pair('CustomerAccount', 'CustomerAgreement', ['CustomerAgreement'], codes.accountAgreementMismatch),
  pair('CustomerAccount', 'ServiceSupplier', ['CustomerAccount'], codes.accountSupplierMismatch),
  pair('CustomerAccount', 'UsagePoint', ['UsagePoint'], codes.accountUsagePointMismatch),
  pair('CustomerAgreement', 'UsagePoint', ['UsagePoint'], codes.agreementUsagePointMismatch),
  pair('ServiceSupplier', 'UsagePoint', ['UsagePoint'], codes.supplierUsagePointMismatch),
  pair('Customer', 'CustomerAgreement', ['CustomerAgreement'], other),
  pair('Customer', 'UsagePoint', ['UsagePoint'], other),
  pair('Customer', 'ServiceLocation', [], other),
  pair('CustomerAgreement', 'ServiceSupplier', ['CustomerAgreement'], other),
  pair('CustomerAgreement', 'ServiceLocation', [], other),
  pair('CustomerAccount', 'ServiceLocation', [], other),

  // prices and debts
  pair('CustomerAgreement', 'PricingStructure', [], other),
  pair('PricingStructure', 'UsagePoint', [], other),
  pair('PricingStructure', 'ServiceSupplier', ['PricingStructure'], other),
  pair('AuxiliaryAgreement', 'Customer', ['AuxiliaryAgreement'], other),
  pair('AuxiliaryAgreement', 'CustomerAccount', ['AuxiliaryAgreement'], other),
  pair('AuxiliaryAgreement', 'CustomerAgreement', ['AuxiliaryAgreement'], other),
  pair('AuxiliaryAgreement', 'UsagePoint', [], other),
];

/** The class under which the table speaks of an element. */
export function pairKind(kind: string): string {
  return kind === 'EndDevice' ? 'Meter' : kind;
}

/** The relation that two elements have. */
export function pairOf(one: string, other: string): LinkPair | undefined {
  const wanted = [pairKind(one), pairKind(other)];
  return linkPairs.find(({ kinds }) => kinds.every((kind) => wanted.includes(kind)) && wanted[0] !== wanted[1]);
}

/** What an element can be joined to. */
export function partnersOf(kind: string): readonly string[] {
  const own = pairKind(kind);
  return linkPairs.flatMap(({ kinds }) => (kinds.includes(own) ? kinds.filter((one) => one !== own) : [])).sort();
}
