/**
 * What is sent to a head end. A message follows from the job alone: sent again, also after a restart, it is the same to the last
 * byte under the same MessageID, so that the other side knows it and does nothing twice.
 */
import type { EndDeviceControl } from '../../generated/EndDeviceControls.js';
import type { GetMeterReadings } from '../../generated/GetMeterReadings.js';
import type { AnyMessage } from '../../message/call.js';
import type { ControlJob, Device, Job, ReadJob } from '../../ports/head-end.js';
import { elementOf, type Dialect } from './dialect.js';

export interface Request {
  readonly verb: string;
  readonly noun: string;
  readonly message: AnyMessage;
}

/** Who asks, and where the replies go. */
export interface Sender {
  readonly source: string;
  readonly dialect: Dialect;
  readonly replyAddress: string;
}

export const nounOf = ({ kind }: Pick<Job, 'kind'>): string =>
  kind === 'control' ? 'EndDeviceControls' : 'MeterReadings';

/** The request of a job, to be answered later. Its correlation id is the name of the job. */
export function jobRequest(job: Job, sender: Sender): Request {
  const control = job.kind === 'control';
  const verb = control ? 'create' : 'get';
  const header = {
    AsyncReplyFlag: 'true',
    ReplyAddress: sender.replyAddress,
    MessageID: job.id,
    CorrelationID: job.id,
  } as const;
  const body = control ? controlBody(job, sender) : { Request: readRequest(job, sender) };
  return request(verb, nounOf(job), sender, header, body);
}

/** Takes back the parts of a job that these devices have, as far as they have not begun; answered at once. */
export function cancelRequest(
  job: ControlJob,
  devices: readonly Device[],
  messageId: string,
  { source, dialect }: Pick<Sender, 'source' | 'dialect'>,
): Request {
  const control: EndDeviceControl = {
    EndDeviceControlType: { ref: job.controlType },
    EndDevices: devices.map((device) => elementOf(device, dialect)),
  };
  const header = { MessageID: messageId, CorrelationID: job.id };
  return request('cancel', nounOf(job), { source }, header, payload(control));
}

/** Asks what has become of a job; `part` of a reply in several. */
export function statusRequest(job: Job, messageId: string, part: number, { source }: Pick<Sender, 'source'>): Request {
  const noun = nounOf(job);
  const options = { IDKind: 'transaction', ...(part > 1 && { Part: String(part) }) };
  const Request = { Option: optionsOf(options), ID: [job.id], [`Get${noun}`]: {} };
  return request('get', noun, { source }, { MessageID: messageId }, { Request });
}

/** Asks for all meters. */
export function inventoryRequest(messageId: string, { source }: Pick<Sender, 'source'>): Request {
  return request('get', 'MeterConfig', { source }, { MessageID: messageId }, { Request: { GetMeterConfig: {} } });
}

function request(
  verb: string,
  noun: string,
  { source }: Pick<Sender, 'source'>,
  header: object,
  body: Pick<AnyMessage, 'Request' | 'Payload'>,
): Request {
  // no time stamp: it would make another message of the repetition
  const Header = { Verb: verb, Noun: noun, Revision: '2.0', Source: source, ...header } as AnyMessage['Header'];
  return { verb, noun, message: { Header, ...body } };
}

function controlBody(job: ControlJob, { dialect }: Sender): Pick<AnyMessage, 'Request' | 'Payload'> {
  const { notBefore, controlType, devices } = job;
  // the control is ours, and so are its identifiers; the devices are those of the job, however the caller has named them
  const own = ['mRID', 'Names', 'EndDeviceGroups', 'UsagePointGroups', 'UsagePoints'];
  const rest = Object.fromEntries(Object.entries(job.parameters).filter(([name]) => !own.includes(name)));
  const given = rest as Partial<EndDeviceControl>;
  const timing = given.primaryDeviceTiming;
  const start = notBefore === undefined ? {} : { start: timeOf(notBefore) };
  const primaryDeviceTiming =
    notBefore === undefined ? timing : { ...timing, interval: { ...start, ...timing?.interval } };
  const control = {
    ...rest,
    EndDeviceControlType: { ref: controlType },
    EndDevices: devices.map((device) => elementOf(device, dialect)),
    ...(primaryDeviceTiming && { primaryDeviceTiming }),
  };
  return { Request: { Option: optionsOf({ Deadline: deadlineOf(job, dialect) }) }, ...payload(control) };
}

/** Until when the head end may try: a little before we stop waiting, so that its answer is there in time. */
function deadlineOf({ deadline }: Job, { deadlineMargin }: Dialect): string {
  return timeOf(deadline - deadlineMargin);
}

function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

function payload(control: EndDeviceControl): Pick<AnyMessage, 'Payload'> {
  return { Payload: { EndDeviceControls: { EndDeviceControl: [control] } } };
}

function readRequest(job: ReadJob, { dialect }: Sender): Readonly<Record<string, unknown>> {
  const { devices, readingTypes, period } = job;
  const profile: GetMeterReadings = {
    EndDevice: devices.map((device) => elementOf(device, dialect)),
    ...(readingTypes.length > 0 && { ReadingType: readingTypes.map((name) => ({ Names: [{ name }] })) }),
    ...(period !== undefined && {
      TimeSchedule: [
        {
          scheduleInterval: { start: timeOf(period.start), end: timeOf(period.end) },
        },
      ],
    }),
  };
  const options = { ...dialect.readOptions, Deadline: deadlineOf(job, dialect) };
  return { Option: optionsOf(options), GetMeterReadings: profile };
}

function optionsOf(options: Readonly<Record<string, string>>): readonly object[] | undefined {
  const list = Object.entries(options).map(([name, value]) => ({ name, value }));
  return list.length > 0 ? list : undefined;
}
