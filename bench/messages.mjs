/** Messages for the bench, made of fixed numbers so that every run and every peer gets the same bytes. */
import { short } from './report.mjs';

const open = (noun) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://iec.ch/TC57/2011/${noun}Message" xmlns:msg="http://iec.ch/TC57/2011/schema/message" xmlns:obj="http://iec.ch/TC57/2011/${noun}#">\n  <soap:Body>\n`;
const close = '  </soap:Body>\n</soap:Envelope>\n';

const header = (verb, noun) => `      <m:Header>
        <msg:Verb>${verb}</msg:Verb>
        <msg:Noun>${noun}</msg:Noun>
        <msg:Revision>2.0</msg:Revision>
        <msg:Timestamp>2026-11-22T08:15:30.250+01:00</msg:Timestamp>
        <msg:Source>CIS</msg:Source>
        <msg:MessageID>a7b0c1de-0001-4c7e-8f00-000000000001</msg:MessageID>
        <msg:CorrelationID>5f0f4a5e-3d0b-4b59-9d6e-0c7a5a1f0001</msg:CorrelationID>
      </m:Header>
`;

/** CreateEndDeviceControls, 1.8 kB: a disconnect of one meter. */
export function createEndDeviceControls() {
  return `${open('EndDeviceControls')}    <m:CreateEndDeviceControls>
${header('create', 'EndDeviceControls')}      <m:Payload>
        <obj:EndDeviceControls>
          <obj:EndDeviceControl>
            <obj:mRID>0b6b1a51-7a0e-4a1c-9c55-2f5d8c0e0001</obj:mRID>
            <obj:issuerID>CIS</obj:issuerID>
            <obj:issuerTrackingID>SO-4711</obj:issuerTrackingID>
            <obj:reason>moved out, to be read before</obj:reason>
            <obj:EndDeviceControlType ref="3.31.0.23"/>
            <obj:EndDevices>
              <obj:Names>
                <obj:name>SIM-000001</obj:name>
                <obj:NameType>
                  <obj:description>Name of the meter in the head end</obj:description>
                  <obj:name>MeterName</obj:name>
                  <obj:NameTypeAuthority>
                    <obj:name>meters.utility.example</obj:name>
                  </obj:NameTypeAuthority>
                </obj:NameType>
              </obj:Names>
            </obj:EndDevices>
          </obj:EndDeviceControl>
        </obj:EndDeviceControls>
      </m:Payload>
    </m:CreateEndDeviceControls>
${close}`;
}

/**
 * CreatedMeterReadings with this many readings: 100 per meter, one register value every 15 minutes; about 235 bytes each.
 * @param {{ id?: string, step?: number }} [options] another MessageID; how many quarters of an hour later they begin
 */
export function createdMeterReadings(readings, { id, step = 0 } = {}) {
  const head = header('created', 'MeterReadings');
  const own = id === undefined ? head : head.replace(/<msg:MessageID>[^<]*/, `<msg:MessageID>${id}`);
  const parts = [
    `${open('MeterReadings')}    <m:CreatedMeterReadings>\n${own}      <m:Payload>\n        <obj:MeterReadings>\n`,
  ];
  const start = Date.UTC(2026, 10, 1) + step * 900_000;
  for (let first = 0, meter = 1; first < readings; first += 100, meter++) {
    parts.push(
      `          <obj:MeterReading>\n            <obj:Meter>\n              <obj:Names>\n                <obj:name>SIM-${String(((meter - 1) % 1000) + 1).padStart(6, '0')}</obj:name>\n              </obj:Names>\n            </obj:Meter>\n`,
    );
    for (let i = 0; i < Math.min(100, readings - first); i++) {
      const at = new Date(start + (i + 100 * Math.floor((meter - 1) / 1000)) * 900_000)
        .toISOString()
        .replace('.000Z', 'Z');
      parts.push(`            <obj:Readings>
              <obj:timeStamp>${at}</obj:timeStamp>
              <obj:value>${(1000 + meter + i * 0.25).toFixed(3)}</obj:value>
              <obj:ReadingType ref="0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0"/>
            </obj:Readings>
`);
    }
    parts.push('          </obj:MeterReading>\n');
  }
  parts.push(`        </obj:MeterReadings>\n      </m:Payload>\n    </m:CreatedMeterReadings>\n${close}`);
  return parts.join('');
}

/** The nth message of 1,000 readings that no other has brought: older than 2026, of which `days.mjs` has, and each older than the last. */
export function newReadings(n) {
  const id = `a7b0c1de-0005-4c7e-8f00-${String(n).padStart(12, '0')}`;
  return Buffer.from(createdMeterReadings(1_000, { id, step: -100 * (300 + n) }));
}

/** The messages of which most parts of the bench are made, with the service they go to. */
export const small = { path: '/soap/ExecuteEndDeviceControls', body: Buffer.from(createEndDeviceControls()) };
export const readings = (count) => ({
  path: '/soap/SendMeterReadings',
  body: Buffer.from(createdMeterReadings(count)),
});
export const size = ({ body }) =>
  body.length < 1e6 ? `${short(body.length / 1000)} kB` : `${short(body.length / 1e6)} MB`;

/** An asynchronous connect with gaps for MessageID, CorrelationID and meter; made once: the sender shares the cores with the server. */
const gap = '\u0000';
const acceptedControl = createEndDeviceControls()
  .replace('a7b0c1de-0001-4c7e-8f00-000000000001', gap)
  .replace(/<msg:CorrelationID>[^<]*</, `<msg:CorrelationID>${gap}<`)
  .replace(
    '        <msg:MessageID>',
    `        <msg:AsyncReplyFlag>true</msg:AsyncReplyFlag>
        <msg:ReplyAddress>poll</msg:ReplyAddress>
        <msg:MessageID>`,
  )
  .replace(/ *<obj:mRID>[^<]*<\/obj:mRID>\n/, '')
  .replace(/ *<obj:NameTypeAuthority>.*?<\/obj:NameTypeAuthority>\n/s, '')
  .replace('3.31.0.23', '3.31.0.18')
  .replace('SIM-000001', gap)
  .split(gap);

/** The same, to be carried out tomorrow. */
const scheduledControl = (() => {
  const day = 86_400_000;
  const start = Math.ceil(Date.now() / day + 1) * day;
  const at = (time) => new Date(time).toISOString();
  const timing = `            <obj:primaryDeviceTiming>
              <obj:interval>
                <obj:end>${at(start + 3_600_000)}</obj:end>
                <obj:start>${at(start)}</obj:start>
              </obj:interval>
            </obj:primaryDeviceTiming>
`;
  return acceptedControl.map((part) =>
    part.replace('          </obj:EndDeviceControl>', `${timing}          </obj:EndDeviceControl>`),
  );
})();

/** An asynchronous connect of the nth message for one meter; the outcome is fetched later. */
export function acceptControl(n, meter, scheduled = false) {
  const [start, correlation, body, end] = scheduled ? scheduledControl : acceptedControl;
  const id = `a7b0c1de-0002-4c7e-8f00-${String(n).padStart(12, '0')}`;
  return Buffer.from(`${start}${id}${correlation}${id}${body}SIM-${String(meter).padStart(6, '0')}${end}`);
}

/** What a receiver of replies answers. */
export function acknowledgement(correlationId) {
  return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><m:EndDeviceControlsResponseMessage xmlns:m="http://iec.ch/TC57/2011/EndDeviceControlsMessage" xmlns:msg="http://iec.ch/TC57/2011/schema/message"><m:Header><msg:Verb>reply</msg:Verb><msg:Noun>EndDeviceControls</msg:Noun><msg:CorrelationID>${correlationId}</msg:CorrelationID></m:Header><m:Reply><msg:Result>OK</msg:Result></m:Reply></m:EndDeviceControlsResponseMessage></soap:Body></soap:Envelope>`;
}

/** An asynchronous read of the first meters, of the intervals of the hour before; the reply is kept to be fetched. */
export function readManyMeters(id, count) {
  const hour = 3_600_000;
  const end = Math.floor(Date.now() / hour) * hour;
  const devices = Array.from(
    { length: count },
    (_, at) => `<EndDevice><Names><name>SIM-${String(at + 1).padStart(6, '0')}</name></Names></EndDevice>`,
  );
  return Buffer.from(
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><m:GetMeterReadings xmlns:m="http://iec.ch/TC57/2011/GetMeterReadingsMessage" xmlns:h="http://iec.ch/TC57/2011/schema/message"><m:Header><h:Verb>get</h:Verb><h:Noun>MeterReadings</h:Noun><h:AsyncReplyFlag>true</h:AsyncReplyFlag><h:ReplyAddress>poll</h:ReplyAddress><h:MessageID>${id}</h:MessageID></m:Header><m:Request><m:Option><h:name>Source</h:name><h:value>headEnd</h:value></m:Option><GetMeterReadings xmlns="http://iec.ch/TC57/2011/GetMeterReadings#">${devices.join('')}<ReadingType><mRID>0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0</mRID></ReadingType><TimeSchedule><scheduleInterval><end>${new Date(end).toISOString()}</end><start>${new Date(end - hour).toISOString()}</start></scheduleInterval></TimeSchedule></GetMeterReadings></m:Request></m:GetMeterReadings></s:Body></s:Envelope>`,
  );
}

const meterName = (at) => `M-${String(at).padStart(7, '0')}`;

/** CreateMeterConfig of `count` meters from number `from` on, each with two names, a serial number and a form. */
export function createMeters(id, from, count) {
  const meters = Array.from(
    { length: count },
    (_, at) => `          <obj:Meter>
            <obj:formNumber>2S</obj:formNumber>
            <obj:serialNumber>${10_000_000 + from + at}</obj:serialNumber>
            <obj:Names>
              <obj:name>${meterName(from + at)}</obj:name>
              <obj:NameType>
                <obj:name>MeterName</obj:name>
              </obj:NameType>
            </obj:Names>
          </obj:Meter>
`,
  );
  return Buffer.from(`${open('MeterConfig')}    <m:CreateMeterConfig>
${header('create', 'MeterConfig').replace(/<msg:MessageID>[^<]*/, `<msg:MessageID>${id}`)}      <m:Payload>
        <obj:MeterConfig>
${meters.join('')}        </obj:MeterConfig>
      </m:Payload>
    </m:CreateMeterConfig>
${close}`);
}

const [beforeName, afterName] = `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://iec.ch/TC57/2011/GetMeterConfigMessage" xmlns:msg="http://iec.ch/TC57/2011/schema/message" xmlns:g="http://iec.ch/TC57/2011/GetMeterConfig#">
  <s:Body>
    <m:GetMeterConfig>
      <m:Header>
        <msg:Verb>get</msg:Verb>
        <msg:Noun>MeterConfig</msg:Noun>
        <msg:Source>CIS</msg:Source>
      </m:Header>
      <m:Request>
        <g:GetMeterConfig>
          <g:Meter>
            <g:Names>
              <g:name>\u0000</g:name>
            </g:Names>
          </g:Meter>
        </g:GetMeterConfig>
      </m:Request>
    </m:GetMeterConfig>
  </s:Body>
</s:Envelope>
`.split(gap);

/** GetMeterConfig of the meter with this name. */
export function getMeter(name) {
  return Buffer.from(`${beforeName}${name}${afterName}`);
}

const [beforeMeter, beforeEnd, beforeStart, afterStart] = `<?xml version="1.0" encoding="UTF-8"?>
<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" xmlns:m="http://iec.ch/TC57/2011/GetMeterReadingsMessage" xmlns:msg="http://iec.ch/TC57/2011/schema/message" xmlns:g="http://iec.ch/TC57/2011/GetMeterReadings#">
  <s:Body>
    <m:GetMeterReadings>
      <m:Header>
        <msg:Verb>get</msg:Verb>
        <msg:Noun>MeterReadings</msg:Noun>
        <msg:Source>CIS</msg:Source>
      </m:Header>
      <m:Request>
        <m:Option>
          <msg:name>Source</msg:name>
          <msg:value>stored</msg:value>
        </m:Option>
        <g:GetMeterReadings>
          <g:EndDevice>
            <g:Names>
              <g:name>SIM-\u0000</g:name>
            </g:Names>
          </g:EndDevice>
          <g:ReadingType>
            <g:mRID>0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0</g:mRID>
          </g:ReadingType>
          <g:TimeSchedule>
            <g:scheduleInterval>
              <g:end>\u0000</g:end>
              <g:start>\u0000</g:start>
            </g:scheduleInterval>
          </g:TimeSchedule>
        </g:GetMeterReadings>
      </m:Request>
    </m:GetMeterReadings>
  </s:Body>
</s:Envelope>
`.split(gap);

/** GetMeterReadings of what is stored of a simulated meter for one day of 2026; the period is open at its start. */
export function getDay(meter, day) {
  const from = Date.UTC(2026, 0, 1) + day * 86_400_000 - 1_000;
  const at = (time) => new Date(time).toISOString();
  return Buffer.from(
    `${beforeMeter}${String(meter).padStart(6, '0')}${beforeEnd}${at(from + 86_400_000)}${beforeStart}${at(from)}${afterStart}`,
  );
}
