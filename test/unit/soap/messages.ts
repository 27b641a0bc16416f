/** Envelopes and settings for the tests of the SOAP reading path. */
import { fileURLToPath } from 'node:url';
import type { ReaderLimits } from '../../../src/soap/compressed.js';
import type { SoapVersion } from '../../../src/soap/envelope.js';
import type { SoapRequest } from '../../../src/soap/request.js';

export const wsdl = fileURLToPath(new URL('../../../wsdl', import.meta.url));

export const limits: ReaderLimits = {
  inflatedBody: 1_000_000,
  inflationRatio: 100,
  depth: 64,
  attributes: 64,
  attributeValue: 65_536,
  name: 1_024,
  text: 1_048_576,
  nodes: 500_000,
  children: 50_000,
};

export const base = 'http://iec.ch/TC57/2011';
export const namespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};
export const mediaOf: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

const messageHeader =
  '<m:Header><h:Verb>created</h:Verb><h:Noun>MeterReadings</h:Noun><h:CorrelationID>c-1</h:CorrelationID></m:Header>';

/** An event with some readings of one meter. */
export function event(readings = 1, header = messageHeader): string {
  const reading =
    '<r:Readings><r:timeStamp>2026-11-22T08:00:00Z</r:timeStamp><r:value>1</r:value><r:ReadingType ref="0.0.0"/></r:Readings>';
  return `<m:CreatedMeterReadings xmlns:m="${base}/MeterReadingsMessage" xmlns:h="${base}/schema/message" xmlns:r="${base}/MeterReadings#">${header}<m:Payload><r:MeterReadings><r:MeterReading>${reading.repeat(readings)}</r:MeterReading></r:MeterReadings></m:Payload></m:CreatedMeterReadings>`;
}

export const eventAction = `${base}/MeterReadings/CreatedMeterReadings`;

/** An event whose Verb is no verb. */
export const invalidEvent = event(1, messageHeader.replace('>created<', '>smash<'));

export function envelope(body: string, version: SoapVersion = '1.1', header = ''): string {
  return `<e:Envelope xmlns:e="${namespaces[version]}">${header && `<e:Header>${header}</e:Header>`}<e:Body>${body}</e:Body></e:Envelope>`;
}

export function request(body: string | Uint8Array, changed: Partial<SoapRequest> = {}): SoapRequest {
  const bytes = typeof body === 'string' ? new Uint8Array(Buffer.from(body)) : body;
  return { body: bytes, contentType: 'text/xml; charset=utf-8', soapAction: undefined, service: undefined, ...changed };
}
