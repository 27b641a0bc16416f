/**
 * A utility that does not exist: for every number a customer with account, agreement, service location, usage point and meter. The
 * same seed makes the same utility on every machine, with the same mRIDs, so that what was sent can be told again when it is checked.
 */
import { createHash } from 'node:crypto';

const people = {
  first: 'Ada Béla Chidi Dörte Emil Fatma Giulia Håkon Inès Jan Katarzyna Luís Maja Niall Oya Petra Quentin Rosa Şenol Tomáš'.split(' '),
  last: 'Abendroth Bianchi Çelik Dvořák Eriksen Fournier García Hansen Ivanova Jørgensen Kowalska Lindqvist Müller Novák O’Neill Papadakis Rossi Sánchez Tóth Weiß'.split(' '),
  firms: ['Bakery & Sons', 'Bicycles <24 h>', 'Cold Store', 'Dairy', 'Foundry', 'Greenhouses', 'Laundry', 'Print & Copy', 'Sawmill', 'Swimming Pool'],
};
const streets = 'Alder Birch Chestnut Elm Harbour Market Mill Orchard Rosé Station'.split(' ');
const towns = ['Altmühl', 'Brookfield', 'Castelnuovo', 'Dunmore', 'Ébreuil', 'Fjordby', 'Granada Nueva', 'Hradek'];

/** Numbers from 0 below `below` that depend on the text alone. */
function dice(text) {
  let bytes = createHash('sha1').update(text).digest();
  let at = 0;
  return (below) => {
    if (at + 4 > bytes.length) [bytes, at] = [createHash('sha1').update(bytes).digest(), 0];
    at += 4;
    return bytes.readUInt32BE(at - 4) % below;
  };
}

/** A UUID (version 5 in form) that depends on the text alone. */
export function uuidOf(text) {
  const hex = createHash('sha1').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const digits = (number, length) => String(number).padStart(length, '0');
const initials = { Customer: 'C', CustomerAccount: 'A', CustomerAgreement: 'AG', ServiceLocation: 'L', UsagePoint: 'UP', Meter: 'M' };

/**
 * @param {{ seed: string, prefix: string }} options `prefix` stands in front of every name
 */
export function utility({ seed, prefix }) {
  // of suppliers there are two, and every second customer is the other one's
  const own = (kind, number) => (kind === 'ServiceSupplier' ? (number % 2) + 1 : number);
  const mRIDOf = (kind, number) => uuidOf(`${seed} ${prefix} ${kind} ${own(kind, number)}`);
  const nameOf = (kind, number) => `${prefix}-${initials[kind]}-${digits(own(kind, number), 7)}`;
  const named = (kind, number, nameType) => [{ name: nameOf(kind, number), NameType: { name: nameType } }];
  const nameOnly = (kind, number) => ({ Names: { name: nameOf(kind, number) } });

  function customer(number) {
    const roll = dice(`${seed} customer ${number}`);
    const isFirm = roll(12) === 0;
    const [given, family] = [people.first[roll(people.first.length)], people.last[roll(people.last.length)]];
    return {
      mRID: mRIDOf('Customer', number),
      kind: isFirm ? 'commercialIndustrial' : 'residential',
      locale: ['en-GB', 'de-DE', 'fr-FR', 'it-IT'][roll(4)],
      specialNeed: roll(200) === 0 ? 'life support' : undefined,
      vip: String(roll(100) === 0),
      Names: named('Customer', number, 'CustomerNumber'),
      Organisation: {
        electronicAddress: { email1: `customer.${number}@example.org` },
        Names: { name: isFirm ? `${family} ${people.firms[roll(people.firms.length)]}` : `${given} ${family}` },
        phone1: { areaCode: digits(roll(900) + 100, 4), localNumber: digits(roll(10_000_000), 7) },
      },
    };
  }

  const customerAccount = (number) => ({
    mRID: mRIDOf('CustomerAccount', number),
    billingCycle: digits((number % 20) + 1, 2),
    createdDateTime: `20${digits((number % 20) + 5, 2)}-03-01T00:00:00+01:00`,
    Names: named('CustomerAccount', number, 'AccountNumber'),
  });

  const customerAgreement = (number) => ({
    mRID: mRIDOf('CustomerAgreement', number),
    signDate: `20${digits((number % 20) + 5, 2)}-02-${digits((number % 28) + 1, 2)}`,
    type: number % 12 === 0 ? 'time of use' : 'flat',
    Names: named('CustomerAgreement', number, 'AgreementNumber'),
  });

  function serviceLocation(number) {
    const roll = dice(`${seed} location ${number}`);
    const street = { name: `${streets[roll(streets.length)]} Street`, number: String(roll(240) + 1) };
    const town = towns[roll(towns.length)];
    const [x, y] = [`${roll(20)}.${digits(roll(1_000_000), 6)}`, `${40 + roll(20)}.${digits(roll(1_000_000), 6)}0`];
    return {
      mRID: mRIDOf('ServiceLocation', number),
      accessMethod: roll(4) === 0 ? 'key at the neighbour’s; ring & wait' : undefined,
      needsInspection: String(roll(50) === 0),
      mainAddress: { streetDetail: street, townDetail: { code: digits(roll(100_000), 5), country: 'XX', name: town } },
      Names: named('ServiceLocation', number, 'LocationNumber'),
      PositionPoints: { sequenceNumber: '1', xPosition: x, yPosition: y },
    };
  }

  const usagePoint = (number) => ({
    mRID: mRIDOf('UsagePoint', number),
    amiBillingReady: 'amiCapable',
    connectionState: 'connected',
    isSdp: 'true',
    isVirtual: 'false',
    nominalServiceVoltage: number % 3 === 0 ? '400' : '230.0',
    phaseCode: number % 3 === 0 ? 'ABCN' : 'AN',
    readCycle: digits((number % 20) + 1, 2),
    Names: named('UsagePoint', number, 'UsagePointNumber'),
  });

  const meter = (number) => ({
    mRID: mRIDOf('Meter', number),
    serialNumber: `${2005 + (number % 20)}-${digits(number, 8)}`,
    type: number % 3 === 0 ? 'three-phase' : 'single-phase',
    lifecycle: { installationDate: `20${digits((number % 20) + 5, 2)}-02-${digits((number % 28) + 1, 2)}` },
    MeterMultipliers: number % 50 === 0 ? { kind: 'ctRatio', value: '40.00' } : undefined,
    Names: named('Meter', number, 'MeterName'),
  });

  const supplier = (number) => ({
    mRID: mRIDOf('ServiceSupplier', number),
    kind: 'utility',
    Names: { name: nameOf('ServiceSupplier', number), NameType: { name: 'SupplierCode' } },
  });

  return {
    mRIDOf,
    nameOnly,
    /** What is created, in this order: noun, kind, how many of it for a number of customers, and the object of a number. */
    nouns: [
      { noun: 'ServiceSupplierConfig', kind: 'ServiceSupplier', count: () => 2, object: supplier },
      { noun: 'CustomerConfig', kind: 'Customer', count: Number, object: customer },
      { noun: 'CustomerAccountConfig', kind: 'CustomerAccount', count: Number, object: customerAccount },
      { noun: 'CustomerAgreementConfig', kind: 'CustomerAgreement', count: Number, object: customerAgreement },
      { noun: 'ServiceLocationConfig', kind: 'ServiceLocation', count: Number, object: serviceLocation },
      { noun: 'UsagePointConfig', kind: 'UsagePoint', count: Number, object: usagePoint },
      { noun: 'MeterConfig', kind: 'Meter', count: Number, object: meter },
    ],
    /** The links of each customer: what ends together is one link, so that a meter or a supplier can be exchanged by itself. */
    links: [
      ['Meter', 'ServiceLocation', 'UsagePoint'],
      ['Customer', 'CustomerAccount', 'CustomerAgreement'],
      ['CustomerAgreement', 'ServiceSupplier', 'UsagePoint'],
    ],
  };
}
