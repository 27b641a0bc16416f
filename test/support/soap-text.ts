/** Requests as texts, for tests of what stands around a message. */
import { envelopeNamespaces, type SoapVersion } from '../../src/soap/envelope.js';

export interface TextOptions {
  readonly version?: SoapVersion;
  readonly declaration?: string;
  readonly messageId?: string;
  /** The name of the meter that is asked for. */
  readonly meter?: string;
}

/** `GetMeterConfig` for one meter. */
export function getMeterConfig(options: TextOptions = {}): string {
  const { version = '1.1', declaration = '', messageId = 'message-1', meter = 'SIM-000001' } = options;
  return (
    `${declaration}<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}"><soap:Body>` +
    `<m:GetMeterConfig xmlns:m="http://iec.ch/TC57/2011/GetMeterConfigMessage" xmlns:msg="http://iec.ch/TC57/2011/schema/message">` +
    `<m:Header><msg:Verb>get</msg:Verb><msg:Noun>MeterConfig</msg:Noun><msg:MessageID>${messageId}</msg:MessageID></m:Header>` +
    `<m:Request><obj:GetMeterConfig xmlns:obj="http://iec.ch/TC57/2011/GetMeterConfig#"><obj:Meter><obj:Names>` +
    `<obj:name>${meter}</obj:name></obj:Names></obj:Meter></obj:GetMeterConfig></m:Request>` +
    `</m:GetMeterConfig></soap:Body></soap:Envelope>`
  );
}

/** A POST with its head, as it goes over the wire; `headers` come behind the usual ones, and an undefined one takes it away. */
export function rawPost(
  body: string | Buffer,
  headers: Readonly<Record<string, string | undefined>> = {},
  path = '/soap/GetMeterConfig',
  protocol = 'HTTP/1.1',
): Buffer {
  const bytes = Buffer.from(body);
  const all: Readonly<Record<string, string | undefined>> = {
    Host: 'localhost',
    'Content-Type': 'text/xml; charset=utf-8',
    'Content-Length': String(bytes.length),
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : `${name}: ${value}`));
  return Buffer.concat([Buffer.from(`POST ${path} ${protocol}\r\n${lines.join('\r\n')}\r\n\r\n`), bytes]);
}
