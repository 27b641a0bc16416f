/** Messages for tests of faults: a good one, and ways to spoil it at a certain place. */
export const soap11 = 'http://schemas.xmlsoap.org/soap/envelope/';
export const soap12 = 'http://www.w3.org/2003/05/soap-envelope';
export const messageNamespace = 'http://iec.ch/TC57/2011/schema/message';

export interface Places {
  /** Before the envelope. */
  readonly before?: string;
  readonly soap?: string;
  /** Attributes of the envelope. */
  readonly envelope?: string;
  /** Whole `soap:Header`, or whatever is to stand before the body. */
  readonly blocks?: string;
  /** Children of the message's Header. */
  readonly header?: string;
  /** Children of the payload's root. */
  readonly payload?: string;
  /** Attributes of the message element. */
  readonly message?: string;
  /** Within Body, behind the message. */
  readonly inBody?: string;
  /** Within Envelope, behind Body. */
  readonly afterBody?: string;
  /** Behind the envelope. */
  readonly after?: string;
}

export const goodHeader =
  '<msg:Verb>create</msg:Verb><msg:Noun>MeterConfig</msg:Noun><msg:Revision>2.0</msg:Revision><msg:MessageID>hostile</msg:MessageID>';
export const getHeader = '<msg:Verb>get</msg:Verb><msg:Noun>MeterConfig</msg:Noun>';
export const goodMeter = '<obj:Meter><obj:Names><obj:name>HOSTILE</obj:name></obj:Names></obj:Meter>';

/** CreateMeterConfig: were it taken, a meter named HOSTILE would be stored. */
export function createMeter(places: Places = {}): string {
  return envelope(
    'MeterConfig',
    places,
    `<m:CreateMeterConfig ${places.message ?? ''}><m:Header>${places.header ?? goodHeader}</m:Header><m:Payload><obj:MeterConfig>${places.payload ?? goodMeter}</obj:MeterConfig></m:Payload></m:CreateMeterConfig>`,
  );
}

/** GetMeterConfig: asks for all meters, stores nothing. */
export function getMeters(places: Places = {}): string {
  return envelope(
    'GetMeterConfig',
    places,
    `<m:GetMeterConfig ${places.message ?? ''}><m:Header>${places.header ?? getHeader}</m:Header><m:Request><obj:GetMeterConfig>${places.payload ?? ''}</obj:GetMeterConfig></m:Request></m:GetMeterConfig>`,
  );
}

function envelope(name: string, places: Places, message: string): string {
  const { before = '', soap = soap11, envelope: attributes = '', blocks = '' } = places;
  return (
    `${before}<soap:Envelope xmlns:soap="${soap}" xmlns:m="http://iec.ch/TC57/2011/${name}Message" xmlns:msg="${messageNamespace}" xmlns:obj="http://iec.ch/TC57/2011/${name}#" ${attributes}>` +
    `${blocks}<soap:Body>${message}${places.inBody ?? ''}</soap:Body>${places.afterBody ?? ''}</soap:Envelope>${places.after ?? ''}`
  );
}

/** CreateEndDeviceControls for these meters, each control on its own. */
export function createControl(code: string, meters: readonly string[]): string {
  const controls = meters.map(
    (name) =>
      `<obj:EndDeviceControl><obj:EndDeviceControlType ref="${code}"/><obj:EndDevices><obj:Names><obj:name>${name}</obj:name></obj:Names></obj:EndDevices></obj:EndDeviceControl>`,
  );
  return envelope(
    'EndDeviceControls',
    {},
    `<m:CreateEndDeviceControls><m:Header><msg:Verb>create</msg:Verb><msg:Noun>EndDeviceControls</msg:Noun></m:Header><m:Payload><obj:EndDeviceControls>${controls.join('')}</obj:EndDeviceControls></m:Payload></m:CreateEndDeviceControls>`,
  );
}

/** `ExecuteOperationSet` of so many gets, each for one meter. */
export function operationSet(count: number): string {
  const operations = Array.from(
    { length: count },
    (_, at) =>
      `<msg:Operation><msg:operationId>${at + 1}</msg:operationId><msg:noun>MeterConfig</msg:noun><msg:verb>get</msg:verb><obj:GetMeterConfig xmlns:obj="http://iec.ch/TC57/2011/GetMeterConfig#"><obj:Meter><obj:Names><obj:name>SIM-000001</obj:name></obj:Names></obj:Meter></obj:GetMeterConfig></msg:Operation>`,
  );
  return envelope(
    'OperationSet',
    {},
    `<m:ExecuteOperationSet><m:Header><msg:Verb>execute</msg:Verb><msg:Noun>OperationSet</msg:Noun></m:Header><m:Payload><m:OperationSet>${operations.join('')}</m:OperationSet></m:Payload></m:ExecuteOperationSet>`,
  );
}

/** A header block that no schema looks into: whatever is well-formed and within the limits may stand in it. */
export function block(content: string, attributes = ''): string {
  return `<soap:Header><t:free xmlns:t="urn:test" ${attributes}>${content}</t:free></soap:Header>`;
}
