/**
 * A head end that speaks IEC 61968-9 over SOAP itself: jobs go out as asynchronous requests, and their replies and events come back
 * to the gateway's own services (`take`), or are fetched. Knows nothing of the gateway's store and services.
 */
import { matchesMask, type VendorCodes } from '../../message/codes/end-device-code.js';
import type { AnyMessage, AnyResponse } from '../../message/call.js';
import type { Clock } from '../../ports/clock.js';
import {
  HeadEndRefusal,
  keyOf,
  type HeadEnd,
  type HeadEndCapabilities,
  type InventoryItem,
  type Job,
  type MayStillGo,
  type Notice,
  type Ticket,
  type Told,
} from '../../ports/head-end.js';
import type { Ids } from '../../ports/ids.js';
import type { Sent } from '../../soap/client.js';
import { Course } from './course.js';
import type { Dialect } from './dialect.js';
import { hearEvents, hearReadings, hearReply } from './hearing.js';
import { metersIn } from './inventory.js';
import { cancelRequest, inventoryRequest, jobRequest, nounOf, statusRequest, type Request } from './messages.js';
import { isMereAcknowledgement, partOf, saidIn } from './replies.js';
import { isTemporary, type Wire, type WireAnswer } from './wire.js';

export interface CimSoapOptions {
  readonly name: string;
  /** Who may answer for it; everybody who may report when absent. */
  readonly principals?: readonly string[] | undefined;
  /** Our name in `Header/Source`. */
  readonly source: string;
  readonly dialect: Dialect;
  /** What its codes of events mean. */
  readonly vendorCodes: VendorCodes;
  /** What the head end is told as our ReplyAddress; `poll` when replies are fetched. */
  readonly replyAddress: string;
  readonly replies: 'callback' | 'poll';
  /** Milliseconds between two questions about a job whose replies are fetched. */
  readonly pollEvery: number;
  readonly capabilities: Omit<HeadEndCapabilities, 'notifies' | 'simulated'>;
  readonly inventory: 'query' | 'none';
  readonly clock: Clock;
  readonly ids: Ids;
  /** Makes a connection; called by `start`. */
  readonly wire: () => Wire;
  readonly encode: (verb: string, noun: string, message: object) => Sent & { readonly service: string };
}

/** Jobs that are over and still known, so that what comes late or again is known for what it is. */
const jobsKept = 10_000;
const noticesKept = 200_000;
/** Parts of a reply that are fetched in one go, whatever number of them the head end claims. */
const mostParts = 10_000;

interface Entry {
  readonly course: Course;
  /** The answer to whoever submits the job, now or again. */
  taken: Promise<Ticket>;
  /** Whether it is not known that the head end has taken it. */
  lost: boolean;
}

export function cimSoapHeadEnd(options: CimSoapOptions): HeadEnd {
  const { name, clock, ids, dialect, capabilities } = options;
  const jobs = new Map<string, Entry>();
  const over = new Set<string>();
  let weight = 0;
  let notify: ((notice: Notice) => void) | undefined;
  let wire: Wire | undefined;

  function send({ verb, noun, message }: Request, until: number, mayStillGo?: MayStillGo): Promise<WireAnswer> {
    if (wire === undefined) return Promise.resolve(notRunning(name));
    const { service, ...sent } = options.encode(verb, noun, message);
    return wire.send(service, sent, until, mayStillGo);
  }

  /** A job with its course, which holds back what it has to say. */
  function enter(job: Job): Entry {
    const ticket = { jobId: job.id, reference: job.id };
    const course: Course = new Course(
      job,
      ticket,
      clock,
      (notice) => notify?.(notice),
      () => ended(course),
      dialect.nameType,
    );
    const entry: Entry = { course, taken: Promise.resolve(ticket), lost: false };
    jobs.set(job.id, entry);
    return entry;
  }

  function begin(job: Job, mayStillGo: MayStillGo | undefined): Entry {
    const entry = enter(job); // before it is sent: the reply may overtake the acknowledgement
    entry.taken = hand(entry, mayStillGo);
    return entry;
  }

  /** Keeps a job that is over, and forgets the oldest ones. */
  function ended({ job }: Course): void {
    if (over.has(job.id)) return;
    over.add(job.id);
    weight += jobs.get(job.id)?.course.notices.length ?? 0;
    for (const id of over) {
      if (over.size <= jobsKept && weight <= noticesKept) break;
      if (id === job.id) break;
      weight -= jobs.get(id)?.course.notices.length ?? 0;
      over.delete(id);
      jobs.delete(id);
    }
  }

  /** Sends the job; resolves when the head end has taken it, by its acknowledgement or by a word about the job. */
  async function hand(entry: Entry, mayStillGo: MayStillGo | undefined): Promise<Ticket> {
    const { course } = entry;
    const { job, ticket } = course;
    const sender = { source: options.source, dialect, replyAddress: options.replyAddress };
    const sent = send(jobRequest(job, sender), job.deadline, mayStillGo);
    const answer = await Promise.race([sent, course.heard.then(() => undefined)]);
    if (notify === undefined) throw new Error(`${name} was stopped while it took the job`);
    if (answer?.kind === 'refused') {
      jobs.delete(job.id);
      course.close();
      throw new HeadEndRefusal(answer.failure, answer.temporary);
    }
    if (answer === undefined) void sent.then((late) => heardAlready(course, late)).catch(() => {});
    if (answer?.kind === 'reply') acknowledged(course, answer.reply);
    // when this function has returned
    course.after(clock.now(), () => course.release());
    entry.lost = answer?.kind === 'lost';
    if (answer?.kind === 'lost') throw new Error(`${name} may have taken the job or not: ${answer.reason}`);
    if (options.replies === 'poll') ask(course);
    return ticket;
  }

  /** The answer to the request itself: an acknowledgement, or of those that answer at once everything. */
  function acknowledged(course: Course, reply: AnyResponse): void {
    const said = saidIn(reply.Reply, course.find);
    if (said.result === 'FAILED' && said.failures.size === 0 && said.types.size === 0) {
      jobs.delete(course.job.id);
      course.close();
      const failure = said.whole ?? { code: '5.3', details: `${name} refuses the job and gives no reason` };
      throw new HeadEndRefusal(failure, isTemporary(failure.code));
    }
    const complete = said.done || said.result === 'FAILED' || reply.Payload !== undefined;
    if (complete && !said.accepted) return hearReply(course, reply, clock.now(), dialect.eventGrace);
    for (const [device, failure] of said.failures) course.end(device, 'failed', failure, clock.now());
  }

  /** An acknowledgement that comes after the first word about the job tells of the devices that were not accepted. */
  function heardAlready(course: Course, answer: WireAnswer): void {
    if (answer.kind !== 'reply' || notify === undefined) return;
    const { failures } = saidIn(answer.reply.Reply, course.find);
    for (const [device, failure] of failures) course.end(device, 'failed', failure, clock.now());
  }

  /** Asks now and then, until the job is over. */
  function ask(course: Course): void {
    course.after(clock.now() + options.pollEvery, () => {
      if (notify === undefined || !isAsked(course)) return;
      void fetchReply(course)
        .catch(() => {})
        .then(() => {
          if (notify !== undefined && isAsked(course)) ask(course);
        });
    });
  }

  /** Whether there is more to be learned: not when the reply is there. */
  function isAsked(course: Course): boolean {
    return course.open.length > 0 && course.last === undefined;
  }

  /** Asks for the reply of a job. Anything that is not the reply itself, such as a state on the way, says nothing of the end. */
  async function fetchReply(course: Course): Promise<void> {
    const { job } = course;
    const fetched = new Set<number>();
    for (let part = 1, of = 1; part <= Math.min(of, mostParts); part++) {
      const answer = await send(statusRequest(job, ids.next(), part, options), clock.now());
      if (answer.kind !== 'reply' || answer.reply.Header.CorrelationID?.trim() !== job.id) return;
      const its = partOf(answer.reply) ?? { part, of: 1 };
      // it gives what it likes, whatever is asked for: it would be asked as often as it claims that there are parts
      if (fetched.has(its.part)) return;
      fetched.add(its.part);
      of = its.of;
      hearReply(course, answer.reply, clock.now(), dialect.eventGrace);
    }
  }

  function refuseIfImpossible(job: Job): void {
    if (notify === undefined) throw new HeadEndRefusal({ code: '5.1', details: `${name} is not running` }, true);
    const { controls, devicesPerJob } = capabilities;
    if (job.kind === 'control' && !controls.some((mask) => matchesMask(job.controlType, mask)))
      throw new HeadEndRefusal(
        { code: '5.2', details: `${name} does not support the control ${job.controlType}` },
        false,
      );
    if (job.devices.length > devicesPerJob)
      throw new HeadEndRefusal(
        { code: '3.1', details: `${name} takes at most ${devicesPerJob} devices in a job` },
        false,
      );
    if (job.deadline <= clock.now())
      throw new HeadEndRefusal({ code: '4.1', details: `the deadline of job ${job.id} has passed` }, false);
  }

  return {
    name,
    principals: options.principals,
    capabilities: () => ({ ...capabilities, notifies: options.replies === 'callback', simulated: false }),

    async start(hear) {
      notify = hear;
      wire = options.wire();
    },

    async stop() {
      notify = undefined;
      for (const { course } of jobs.values()) course.close();
      jobs.clear();
      over.clear();
      weight = 0;
      wire?.close();
      wire = undefined;
    },

    async *inventory(): AsyncIterable<InventoryItem> {
      if (options.inventory === 'none') return;
      const answer = await send(inventoryRequest(ids.next(), options), clock.now());
      if (answer.kind === 'refused') throw new HeadEndRefusal(answer.failure, answer.temporary);
      if (answer.kind === 'lost') throw new Error(`${name} does not tell its meters: ${answer.reason}`);
      const { result, whole } = saidIn(answer.reply.Reply, () => undefined);
      if (result === 'FAILED' && whole?.code !== '5.7')
        throw new Error(`${name} does not tell its meters: ${whole?.code ?? ''} ${whole?.details ?? ''}`);
      yield* metersIn(answer.reply);
    },

    async submit(job, mayStillGo) {
      const known = jobs.get(job.id);
      if (known?.lost === true && known.course.open.length > 0) {
        known.lost = false;
        known.taken = hand(known, mayStillGo);
      }
      if (known !== undefined) return known.taken;
      refuseIfImpossible(job);
      return begin(job, mayStillGo).taken;
    },

    async cancel({ jobId }, only) {
      const course = jobs.get(jobId)?.course;
      if (course?.job.kind !== 'control' || !capabilities.cancel) return [];
      const devices = course.open
        .flatMap((key) => course.devices.get(key) ?? [])
        .filter((device) => only === undefined || only.includes(device.mRID));
      if (devices.length === 0) return [];
      const request = cancelRequest(course.job, devices, ids.next(), options);
      const answer = await send(request, course.job.deadline);
      // what is not known to be stopped may still run
      if (answer.kind !== 'reply') return [];
      const said = saidIn(answer.reply.Reply, course.find);
      if (said.result === 'FAILED' || isMereAcknowledgement(said)) return [];
      if (said.result === 'PARTIAL' && said.failures.size === 0) return [];
      const stopped = devices.filter((device) => !said.failures.has(keyOf(device)));
      course.cancel(stopped.map(keyOf));
      return stopped.map(({ mRID }) => mRID);
    },

    resume(job) {
      if (notify === undefined || jobs.has(job.id)) return;
      const entry = enter(job);
      entry.lost = true;
      entry.course.release();
      if (options.replies === 'poll') ask(entry.course);
    },

    async poll({ jobId, reference }) {
      const course = jobs.get(jobId)?.course;
      if (course === undefined || (reference !== '' && reference !== course.ticket.reference)) return [];
      if (course.open.length > 0) await fetchReply(course);
      return [...course.notices];
    },

    async take(told: Told) {
      const course = jobs.get(told.correlationId)?.course;
      if (course === undefined || !belongs(course, told)) return false;
      const message = await told.message();
      course.wasHeard();
      await course.released;
      // refused meanwhile, it would hear what nobody is told any more
      if (notify === undefined || jobs.get(told.correlationId)?.course !== course) return false;
      const id = message.Header.MessageID;
      if (id !== undefined && course.seen.has(id)) return true;
      if (id !== undefined) course.seen.add(id);
      hear(course, told, message);
      return true;
    },
  };

  /** Whether a message is one of those that follow from the job. */
  function belongs({ job }: Course, { kind, noun }: Told): boolean {
    return noun === nounOf(job) || (kind === 'event' && (noun === 'EndDeviceEvents' || noun === 'MeterReadings'));
  }

  function hear(course: Course, { kind, noun }: Told, message: AnyMessage): void {
    const at = clock.now();
    if (kind === 'response') hearReply(course, message as AnyResponse, at, dialect.eventGrace);
    else if (noun === 'EndDeviceEvents') hearEvents(course, message, at, options.vendorCodes);
    else if (noun === 'MeterReadings') hearReadings(course, message, at);
  }
}

function notRunning(name: string): WireAnswer {
  return { kind: 'refused', failure: { code: '5.1', details: `${name} is not running` }, temporary: true };
}
