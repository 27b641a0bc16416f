/**
 * What the gateway needs of an AMI head end: give it a job for many devices, hear what becomes of it.
 * A job is named by the gateway, so that a notice can be matched even if it comes before `submit` has returned,
 * twice, late or out of order. Knows nothing of SOAP, of SQL and of requests.
 * Implemented in head-ends/, proved by test/contract/head-end.ts.
 */
import type { AnyMessage } from '../message/call.js';
import type { JsonObject, ObjectName } from './object-store.js';

/** A device as head ends know it. */
export interface Device {
  readonly mRID: string;
  readonly names: readonly ObjectName[];
  /** The system that reads it, as its document says: by this its head end is found. */
  readonly amrSystem?: string | undefined;
}

/** How notices name a device: by mRID, by its first name if it has none. */
export function keyOf({ mRID, names }: Device): string {
  return mRID === '' ? (names[0]?.name ?? '') : mRID;
}

/** A meter that a head end manages, with the usage point it is installed at. */
export interface InventoryItem {
  readonly meter: Device;
  readonly usagePoint?: Device | undefined;
}

export interface HeadEndCapabilities {
  /** Four-part control codes it can carry out; `*` in any part stands for all. */
  readonly controls: readonly string[];
  /** Whether it can read on request, and which 18-part reading types it measures (all of its devices together). */
  readonly readingTypes: readonly string[];
  /** Most devices one job may name. */
  readonly devicesPerJob: number;
  /** Whether `cancel` can stop a job that has been submitted. */
  readonly cancel: boolean;
  /** Whether it calls back by itself; otherwise it must be polled. */
  readonly notifies: boolean;
  /** True only for a simulated head end: nothing real happens. */
  readonly simulated: boolean;
  /**
   * Whether it knows a job by its id for as long as the job can matter, whatever becomes of the gateway's process: then a job that
   * may or may not have reached it can be submitted once more. Absent = no.
   */
  readonly remembersJobs?: boolean | undefined;
  /**
   * Whether it takes one session only, by which it tells everything itself (neither `resume` nor `take`): then one process at a
   * time drives it for all (head-ends/held). Absent = no.
   */
  readonly exclusive?: boolean | undefined;
}

/** A control for devices: the type, and the control's own parameters as in the EndDeviceControl element. */
export interface ControlJob {
  readonly kind: 'control';
  /** The gateway's name for the job, unique for ever: the head end must not run the same one twice. */
  readonly id: string;
  readonly controlType: string;
  readonly devices: readonly Device[];
  readonly parameters: JsonObject;
  /** Milliseconds since 1970; absent = at once. */
  readonly notBefore?: number | undefined;
  /** Milliseconds since 1970 after which the gateway no longer waits. */
  readonly deadline: number;
  readonly priority: 'normal' | 'high';
}

/** A read of devices on request. */
export interface ReadJob {
  readonly kind: 'read';
  readonly id: string;
  readonly devices: readonly Device[];
  /** Reading types wanted; empty = all that the device measures. */
  readonly readingTypes: readonly string[];
  /** Wanted period, open at the start, closed at the end, milliseconds since 1970; absent = the present value. */
  readonly period?: { readonly start: number; readonly end: number } | undefined;
  readonly deadline: number;
  readonly priority: 'normal' | 'high';
}

export type Job = ControlJob | ReadJob;

/**
 * The head end has taken the job. `reference` is its own name for it, for cancel and poll; blank when the gateway has lost it, and
 * then the job's id says which one is meant.
 */
export interface Ticket {
  readonly jobId: string;
  readonly reference: string;
}

/** One value read from a device. Texts as the device gave them. */
export interface DeviceReading {
  readonly readingType: string;
  /** Blank where the device gave none: then it has no place in time, and whoever asked is told so. */
  readonly timeStamp: string;
  /** Absent where the device says only why there is none. */
  readonly value: string | undefined;
  /** Quality codes `system.category.index`. */
  readonly qualities: readonly string[];
  readonly shape: 'interval' | 'reading';
  /** All else that a head end says of it in the elements of MeterReadings, its qualities among it, as it came. */
  readonly rest?: JsonObject | undefined;
}

/** Why a device did not do what it was asked, in terms of reply codes (codes/reply-codes). */
export interface Failure {
  /** A reply code, for example `4.1` (no answer), `5.3` (tried and failed), `2.10` (does not measure that). */
  readonly code: string;
  readonly details: string;
}

/** What a head end tells. Every notice may come more than once. `at` is the head end's own time, milliseconds since 1970. */
export type Notice =
  /** Where a device's part of the job stands. */
  | {
      readonly kind: 'progress';
      readonly jobId: string;
      readonly device: string;
      readonly state: 'queued' | 'sent' | 'retrying';
      readonly at: number;
    }
  /** Values read, on request or spontaneously (then without `jobId`). */
  | {
      readonly kind: 'data';
      readonly jobId?: string | undefined;
      readonly device: string;
      readonly readings: readonly DeviceReading[];
      readonly at: number;
    }
  /** An event of a device: a four-part code and facts. */
  | {
      readonly kind: 'event';
      readonly jobId?: string | undefined;
      readonly device: string;
      readonly eventType: string;
      readonly at: number;
      readonly facts: Readonly<Record<string, string>>;
      /** The EndDeviceEvent as it came, of head ends that tell events so; it is kept as it is. */
      readonly told?: JsonObject | undefined;
    }
  /** A device's part of the job is over. `facts` such as `switch position`: `open`. */
  | {
      readonly kind: 'final';
      readonly jobId: string;
      readonly device: string;
      readonly outcome: 'succeeded' | 'failed' | 'unknown';
      readonly failure?: Failure | undefined;
      readonly facts: Readonly<Record<string, string>>;
      readonly at: number;
    };

/** Why a head end refuses a job as a whole. */
export class HeadEndRefusal extends Error {
  constructor(
    readonly failure: Failure,
    /** Whether the same job may be taken later. */
    readonly temporary: boolean,
  ) {
    super(failure.details);
    this.name = 'HeadEndRefusal';
  }
}

/** A message that has come to the gateway's own services and bears a CorrelationID: a response, or an event. */
export interface Told {
  readonly kind: 'response' | 'event';
  readonly noun: string;
  /** `reply` of a response; `created`, `changed` ... of an event. */
  readonly verb: string;
  readonly correlationId: string;
  /** Who has sent it; absent where he has not shown who he is. */
  readonly principal?: string | undefined;
  /** The message with all of its payload. To be asked for only by whoever takes it: a large payload can be read once. */
  message(): Promise<AnyMessage>;
}

/** Whether a job may still be carried out: disconnects may have been stopped since it was submitted. */
export type MayStillGo = () => Promise<boolean>;

export interface HeadEnd {
  readonly name: string;
  /** Who may answer for it, and tell of its jobs; everybody who may report when absent. */
  readonly principals?: readonly string[] | undefined;
  capabilities(): HeadEndCapabilities;
  /** Begins to send notices to `notify`; resolves when jobs can be submitted. */
  start(notify: (notice: Notice) => void): Promise<void>;
  /** Stops sending notices and lets go of everything it holds. */
  stop(): Promise<void>;
  /** Devices it manages, in a stable order. */
  inventory(): AsyncIterable<InventoryItem>;
  /**
   * Takes a job. Submitting the same job id again answers the same ticket and runs nothing twice.
   * Throws `HeadEndRefusal` when it cannot take it; a device it does not know is not a refusal but that device's final notice.
   * @param mayStillGo asked before a job that may not have arrived is sent once more; when it must not go any more, its fate is not known
   */
  submit(job: Job, mayStillGo?: MayStillGo): Promise<Ticket>;
  /** Stops what can still be stopped; answers the mRIDs whose part will not run. Their final notice does not come. */
  cancel(ticket: Ticket, devices?: readonly string[]): Promise<readonly string[]>;
  /** What is known of a job now: the notices so far, in order. An unknown ticket answers nothing. */
  poll(ticket: Ticket): Promise<readonly Notice[]>;
  /**
   * What is so at devices now, such as `switch position`: `open`, by mRID; without those of which nothing is known. For a command
   * whose fate is not known. Absent where a head end cannot tell.
   */
  state?(devices: readonly Device[]): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>>;
  /**
   * Makes a job of an earlier process known again without sending it: from now on it hears what is told of it. One that it knows
   * already stays as it is. Absent where jobs are not told of by calls from outside.
   */
  resume?(job: Job): void;
  /**
   * Offers what has come from outside. Answers whether it belongs to a job of this head end; if so, all notices that follow from it
   * have been given when this resolves, and the same message told again changes nothing.
   */
  take?(told: Told): Promise<boolean>;
  /**
   * Hears that this process drives it from now on, at once if it does already; the answer ends it. Absent where every process drives it,
   * or there is only one.
   */
  onHeld?(listener: () => void): () => void;
}
