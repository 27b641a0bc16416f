/**
 * What callers ask of the gateway while it is being killed, one kind of work at a time, and what must be true of the answers in the end.
 * A workload says: the message of a number and its meters; under which correlation its answers come; which message is the last one;
 * and what is wrong with all that has come under one correlation. Where the last one is not all there is to wait for, `isOver` says so.
 */
import { setWorkload } from './set-workload.mjs';

const soap = 'http://schemas.xmlsoap.org/soap/envelope/';
const envelopeNamespace = 'http://iec.ch/TC57/2011/schema/message';
export const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

export const nameOf = (meter) => `KILL-${String(meter).padStart(6, '0')}`;
export const mRIDOf = (meter) => `61968000-0000-4000-8000-0000aa${String(meter).padStart(6, '0')}`;
/** What the head end reads of a meter: always the same, so that a wrong value shows. */
export const valueOf = (meter) => `${meter}.250`;
/** The meter that a text names, by its name or its mRID. */
const meterIn = (text) => Number(/(?:KILL-|0000aa)(\d{6})/.exec(text)?.[1]);

const named = (prefix, meter) => `<${prefix}:Names><${prefix}:name>${nameOf(meter)}</${prefix}:name></${prefix}:Names>`;

function message({ name, noun, verb, header, content, get = false }) {
  const namespace = `http://iec.ch/TC57/2011/${get ? `Get${noun}` : noun}Message`;
  return `<s:Envelope xmlns:s="${soap}" xmlns:m="${namespace}" xmlns:h="${envelopeNamespace}"><s:Body><m:${name}><m:Header><h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun>${header}</m:Header>${content}</m:${name}></s:Body></s:Envelope>`;
}
const asynchronous = '<h:AsyncReplyFlag>true</h:AsyncReplyFlag>';
const replyTo = '<h:ReplyAddress>cis</h:ReplyAddress>';
const ids = (number) => `<h:MessageID>message-${number}</h:MessageID><h:CorrelationID>kill-${number}</h:CorrelationID>`;
const ownCorrelation = (_, number) => `kill-${number}`;
const idIn = (text) => /<msg:ID[^>]*>([^<]+)</.exec(text)?.[1];

/** Every message of the correlation, each a part of one reply: no part twice, none missing, each meter once, with its value. */
function wrongWithParts(texts, meters) {
  const parts = texts.map(
    (text) => /Name>Part<[^>]*>\s*<[^>]*Value>(\d+)\/(\d+)</.exec(text)?.slice(1).map(Number) ?? [1, 1],
  );
  const [, all] = parts.at(-1);
  if (parts.some(([, count]) => count !== all)) return 'parts of several replies';
  if (parts.length !== all || new Set(parts.map(([n]) => n)).size !== all) return `parts ${JSON.stringify(parts)}`;
  const readings = texts.flatMap((text) => text.match(/<obj:MeterReading>.*?<\/obj:MeterReading>/gs) ?? []);
  const read = readings.map((one) => [meterIn(one), /<obj:value>([^<]*)</.exec(one)?.[1]]);
  const wrong = read.find(([meter, value]) => value !== valueOf(meter));
  if (wrong !== undefined) return `the value ${wrong[1]} of ${wrong[0]}`;
  const found = new Set(read.map(([meter]) => meter));
  if (read.length !== found.size) return 'a meter twice';
  return meters.every((meter) => found.has(meter)) && found.size === meters.length ? undefined : 'a meter is missing';
}
const isLastPart = (text) => text.includes('MeterReadingsResponseMessage') && !/code>0\.1</.test(text);

const commands = {
  path: 'ExecuteEndDeviceControls',
  meters: 1,
  message: (number, [meter]) =>
    message({
      name: 'CreateEndDeviceControls',
      noun: 'EndDeviceControls',
      verb: 'create',
      header: asynchronous + replyTo + ids(number),
      content: `<m:Payload><c:EndDeviceControls xmlns:c="http://iec.ch/TC57/2011/EndDeviceControls#"><c:EndDeviceControl><c:issuerTrackingID>kill-${number}</c:issuerTrackingID><c:EndDeviceControlType ref="3.31.0.23"/><c:EndDevices>${named('c', meter)}</c:EndDevices></c:EndDeviceControl></c:EndDeviceControls></m:Payload>`,
    }),
  correlation: ownCorrelation,
  isLast: (text) => text.includes('EndDeviceControlsResponseMessage'),
  executes: true,
  wrongWith: (texts) =>
    texts.some((text) => text.includes('EndDeviceControlsResponseMessage') && /Result>OK</.test(text))
      ? undefined
      : 'not OK',
};

export const workloads = {
  commands,

  /** The same few commands again and again: those under way are joined. */
  joined: {
    ...commands,
    meters: 0,
    message: (number) => commands.message(number, [(number % 5) + 1]),
    settings: { commands: { duplicates: 'join' } },
    /** Milliseconds that a device takes: long enough to be joined. */
    longest: 600,
  },

  /** Reads of many meters, answered in several parts. */
  reads: {
    path: 'GetMeterReadings',
    meters: 30,
    message: (number, meters) =>
      message({
        name: 'GetMeterReadings',
        noun: 'MeterReadings',
        verb: 'get',
        get: true,
        header: asynchronous + replyTo + ids(number),
        content: `<m:Request><g:GetMeterReadings xmlns:g="http://iec.ch/TC57/2011/GetMeterReadings#">${meters.map((meter) => `<g:EndDevice>${named('g', meter)}</g:EndDevice>`).join('')}</g:GetMeterReadings></m:Request>`,
      }),
    correlation: ownCorrelation,
    isLast: isLastPart,
    wrongWith: wrongWithParts,
  },

  /** Schedules of one run, which is due a moment after they are made. */
  schedules: {
    path: 'ExecuteMeterReadSchedule',
    meters: 30,
    message(number, meters) {
      this.starts.set(number, new Date(Date.now() + 2_000).toISOString());
      return message({
        name: 'CreateMeterReadSchedule',
        noun: 'MeterReadSchedule',
        verb: 'create',
        header: replyTo + ids(number),
        content: `<m:Payload><c:MeterReadSchedule xmlns:c="http://iec.ch/TC57/2011/MeterReadSchedule#">${meters.map((meter) => `<c:EndDevice><c:mRID>${mRIDOf(meter)}</c:mRID></c:EndDevice>`).join('')}<c:TimeSchedule><c:scheduleInterval><c:start>${this.starts.get(number)}</c:start></c:scheduleInterval></c:TimeSchedule></c:MeterReadSchedule></m:Payload>`,
      });
    },
    starts: new Map(),
    correlation(text, number) {
      return `${idIn(text)}/${this.starts.get(number)}`;
    },
    /** It could not be sent before its time: there was no gateway. */
    isTooLate: (text) => text.includes('none of its times is still to come'),
    isLast: isLastPart,
    wrongWith: wrongWithParts,
  },

  /** Works that the gateway does itself: a disconnect and the closing read, told to a subscriber. */
  works: {
    path: 'ExecuteMeterServiceRequests',
    meters: 1,
    subscription: { name: 'works', endpoint: 'cis', noun: 'MeterServiceRequests' },
    message: (number, [meter]) =>
      message({
        name: 'CreateMeterServiceRequests',
        noun: 'MeterServiceRequests',
        verb: 'create',
        header: ids(number),
        content: `<m:Payload><c:MeterServiceRequests xmlns:c="http://iec.ch/TC57/2011/MeterServiceRequests#"><c:MeterServiceWork><c:kind>disconnect</c:kind><c:Meter>${named('c', meter)}</c:Meter></c:MeterServiceWork></c:MeterServiceRequests></m:Payload>`,
      }),
    correlation: ownCorrelation,
    isLast: (text) => /<(\w+:)?(Closed|Canceled)MeterServiceRequests/.test(text),
    executes: true,
    wrongWith(texts, [meter]) {
      const closed = texts.filter((text) => text.includes('ClosedMeterServiceRequests'));
      if (closed.length !== 1) return 'not closed';
      const value = /<obj:value>([\d.]+)</.exec(closed[0])?.[1];
      return value === valueOf(meter) ? undefined : `the closing read ${value}`;
    },
  },

  /** Operation sets of 1,000 operations. */
  sets: setWorkload({ nameOf, mRIDOf }),
};
