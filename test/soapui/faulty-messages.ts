/** Messages that end in a SOAP fault: what is done to a good one, and what the fault must say. */
import type { Noun, Verb } from '../../src/generated/operations.js';

export interface Faulty {
  readonly name: string;
  /** The operation whose SOAPAction is sent; create MeterConfig unless something else is given. */
  readonly asked?: readonly [Noun, Verb];
  /** What becomes of a good CreateMeterConfig. */
  readonly spoil: (good: string) => string;
  readonly faultcode: string;
  /** Part of the faultstring. */
  readonly says: string;
  /** Code of the Error in the detail; a fault of a message that could not be read has none. */
  readonly code?: string;
  /** The detail belongs to the message that came, and so to no operation of the service that was asked. */
  readonly foreignDetail?: true;
}

export const faulty: readonly Faulty[] = [
  {
    name: 'an element that the schema does not have',
    spoil: (good) => good.replace('<obj:serialNumber>', '<obj:colour>red</obj:colour>\n            <obj:serialNumber>'),
    faultcode: 'soap:Client',
    says: '*colour*',
    code: '1.8',
  },
  {
    name: 'elements in the wrong order',
    spoil: (good) => good.replace(/(<msg:Verb>.*)\n(.*<msg:Noun>.*)/, '$2\n$1'),
    faultcode: 'soap:Client',
    says: '*Verb*',
    code: '1.5',
  },
  {
    name: 'a value that is none of the list',
    spoil: (good) => good.replace('<msg:Verb>create<', '<msg:Verb>make<'),
    faultcode: 'soap:Client',
    says: '*make*',
    code: '1.8',
  },
  {
    name: 'a time that is none',
    spoil: (good) => good.replace('<msg:Source>', '<msg:Timestamp>yesterday</msg:Timestamp>\n        <msg:Source>'),
    faultcode: 'soap:Client',
    says: '*yesterday*',
    code: '1.8',
  },
  {
    name: 'no Header',
    spoil: (good) => good.replace(/<m:Header>.*<\/m:Header>/s, ''),
    faultcode: 'soap:Client',
    says: '*Header*',
    code: '1.5',
  },
  {
    name: 'a message that no operation has',
    spoil: (good) => good.replaceAll('CreateMeterConfig', 'MakeMeterConfig'),
    faultcode: 'soap:Client',
    says: '*no operation has the message*MakeMeterConfig*',
  },
  {
    name: 'a message in the namespace of another noun',
    spoil: (good) => good.replaceAll('2011/MeterConfigMessage', '2011/EndDeviceConfigMessage'),
    faultcode: 'soap:Client',
    says: '*no operation has the message*',
  },
  {
    name: 'a SOAPAction that disagrees with the message',
    asked: ['MeterConfig', 'delete'],
    spoil: (good) => good,
    faultcode: 'soap:Client',
    says: '*SOAPAction*disagrees*',
    code: '2.9',
  },
  {
    name: 'a message at the address of another service',
    asked: ['MeterConfig', 'get'],
    spoil: (good) => good,
    faultcode: 'soap:Client',
    says: '*GetMeterConfig does not offer CreateMeterConfig*',
    code: '2.9',
    foreignDetail: true,
  },
  {
    name: 'an element that is not closed',
    spoil: (good) => good.replace('</obj:serialNumber>', ''),
    faultcode: 'soap:Client',
    says: '*serialNumber*',
  },
  {
    name: 'text that ends in the middle',
    spoil: (good) => good.slice(0, good.length / 2),
    faultcode: 'soap:Client',
    says: '*',
  },
  { name: 'no XML at all', spoil: () => '{ "Meter": {} }', faultcode: 'soap:Client', says: '*' },
  {
    name: 'a DOCTYPE with an entity',
    spoil: (good) =>
      good
        .replace('?>\n', '?>\n<!DOCTYPE soap:Envelope [<!ENTITY file SYSTEM "file:///etc/hostname">]>\n')
        .replace(/(<obj:serialNumber>)[^<]*/, '$1&file;'),
    faultcode: 'soap:Client',
    says: '*DOCTYPE*',
  },
  {
    name: 'an entity that XML does not have',
    spoil: (good) => good.replace(/(<obj:serialNumber>)[^<]*/, '$1&nbsp;'),
    faultcode: 'soap:Client',
    says: '*nbsp*',
  },
  {
    name: 'an envelope of no SOAP version',
    spoil: (good) => good.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'urn:soap'),
    faultcode: 'soap:VersionMismatch',
    says: '*urn:soap*',
  },
  {
    name: 'no envelope',
    spoil: (good) => good.replaceAll('soap:Envelope', 'soap:Letter'),
    faultcode: 'soap:Client',
    says: '*Letter*',
  },
  {
    name: 'an empty Body',
    spoil: (good) => good.replace(/<soap:Body>.*<\/soap:Body>/s, '<soap:Body/>'),
    faultcode: 'soap:Client',
    says: '*Body*',
  },
  {
    name: 'two messages in a Body',
    spoil: (good) => good.replace(/<m:CreateMeterConfig>.*<\/m:CreateMeterConfig>/s, '$&\n    $&'),
    faultcode: 'soap:Client',
    says: '*Body*',
  },
  {
    name: 'a header block that must be understood and is not',
    spoil: (good) =>
      good.replace(
        '<soap:Body>',
        '<soap:Header>\n    <t:Transaction xmlns:t="urn:transactions" soap:mustUnderstand="1">5</t:Transaction>\n  </soap:Header>\n  <soap:Body>',
      ),
    faultcode: 'soap:MustUnderstand',
    says: '*Transaction*',
  },
];
