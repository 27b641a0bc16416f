/**
 * Requests in hand: what the gateway has accepted and must carry to exactly one final reply, whatever dies on the way
 * (security.md §4, behaviour.md §4). A request has a task for each device; both are rows, written before anything is promised.
 * Knows nothing of head ends, of messages and of what a task is for.
 */
import type { JsonObject } from './object-store.js';

/** Where a device's part of a request stands. The last five are final, but for `unknown`, which a later answer may settle. */
export type TaskState = 'accepted' | 'waiting' | 'sent' | 'succeeded' | 'failed' | 'canceled' | 'expired' | 'unknown';

/** Who gets the replies: an endpoint of the registry by its name, nobody, or whoever asks by the correlation id. */
export type ReplyTo =
  { readonly kind: 'endpoint'; readonly name: string } | { readonly kind: 'poll' } | { readonly kind: 'nobody' };

export interface NewRequest {
  /** The gateway's own name for it; never leaves the gateway. */
  readonly id: string;
  readonly noun: string;
  readonly verb: string;
  /** Who sent it; blank when callers are not authenticated. */
  readonly principal: string;
  /** What ties its replies and events to it; how callers name it. */
  readonly correlationId: string;
  readonly messageId?: string | undefined;
  readonly replyTo: ReplyTo;
  /** The request's Header, for the replies. */
  readonly header: JsonObject;
  /** What the service needs to go on after a restart, in a shape of its own. */
  readonly body: JsonObject;
  /** Milliseconds since 1970, as all times here. */
  readonly receivedAt: number;
  /** When its first step is due. */
  readonly due: number;
  /** When it ends at the latest. */
  readonly deadline: number;
  readonly priority: 'normal' | 'high';
}

export interface StoredRequest extends NewRequest {
  readonly state: 'open' | 'final';
  /** The final reply as a typed message, for callers that fetch it. */
  readonly reply?: JsonObject | undefined;
  readonly endedAt?: number | undefined;
}

export interface NewTask {
  /** Position in the request, from 0; with the request's id the key of the task. */
  readonly seq: number;
  /** Which entry of the message it belongs to, from 0. */
  readonly entry: number;
  /** mRID of the device. */
  readonly device: string;
  /** Name of the head end that manages it; blank when none does. */
  readonly headEnd: string;
  /** What is done to the device: a control code, or `read`. */
  readonly action: string;
  readonly state: TaskState;
  /** The head end's job it is handed over with, where it is written down as sent from the start. */
  readonly jobId?: string | undefined;
  /** What the service needs to report on it: names as the caller gave them, place in the message and so on. */
  readonly data: JsonObject;
}

export interface Task extends NewTask {
  readonly requestId: string;
  /** What became of it: code, details and facts; absent until it is over. */
  readonly outcome?: JsonObject | undefined;
  readonly changedAt: number;
}

/** A step of a task; nothing happens to a task that is in none of the states named in `from`. */
export interface TaskStep {
  readonly requestId: string;
  readonly seq: number;
  readonly from: readonly TaskState[];
  readonly to: TaskState;
  /** The job it is handed over with; blank takes it out of the one it had. Absent leaves it as it is. */
  readonly jobId?: string | undefined;
  readonly outcome?: JsonObject | undefined;
  readonly at: number;
}

export interface RequestReads {
  request(id: string): Promise<StoredRequest | undefined>;
  /** Requests of a principal with this correlation id, the newest first; at most 10 unless `limit` says otherwise. */
  requestsByCorrelation(
    principal: string,
    correlationId: string,
    noun?: string,
    limit?: number,
  ): Promise<readonly StoredRequest[]>;
  /** Requests in order of `receivedAt` and id; `after` is the last one of the page before. */
  requests(query: {
    readonly noun?: string | undefined;
    readonly state?: 'open' | 'final' | undefined;
    readonly after?: { readonly receivedAt: number; readonly id: string } | undefined;
    readonly limit: number;
  }): Promise<readonly StoredRequest[]>;
  /** How many requests are open, of one principal or of all. */
  openRequests(principal?: string): Promise<number>;
  /** Tasks of a request in order of `seq`. */
  tasks(
    requestId: string,
    query?: {
      readonly states?: readonly TaskState[] | undefined;
      readonly after?: number | undefined;
      readonly limit?: number | undefined;
    },
  ): Promise<readonly Task[]>;
  /** Tasks on these devices that are accepted, waiting, sent or unknown, and whose request is open. */
  activeTasks(devices: readonly string[]): Promise<readonly Task[]>;
  /**
   * Open requests of a noun that are under way: a task is with a head end or its fate is unknown, or a task is to be sent and the
   * request was due by `now`. Those in the hand of these processes (`Peers.homes`), of all without. In order of their ids; `after` is
   * the last one of the page before.
   */
  requestsToTakeUp(query: {
    readonly noun: string;
    readonly now: number;
    readonly homes?: readonly number[] | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<readonly string[]>;
  /** How many tasks of a request are in each state. */
  taskCounts(requestId: string): Promise<Readonly<Partial<Record<TaskState, number>>>>;
}

export interface RequestWrites {
  /** Writes a request (`open`) and its tasks. */
  addRequest(request: NewRequest, tasks: readonly NewTask[]): Promise<void>;
  /** Further tasks of a request, found when it starts. */
  addTasks(requestId: string, tasks: readonly NewTask[], at: number): Promise<void>;
  /** Gives tasks of a request other data, whatever their state. */
  changeTasks(requestId: string, changes: readonly Pick<NewTask, 'seq' | 'data'>[]): Promise<void>;
  /** Carries out the steps that are allowed; answers for each whether it was. */
  stepTasks(steps: readonly TaskStep[]): Promise<readonly boolean[]>;
  /** Changes what a request keeps while it is open; answers false when it is over. */
  changeRequest(
    id: string,
    change: {
      readonly body?: JsonObject | undefined;
      readonly due?: number | undefined;
      readonly deadline?: number | undefined;
    },
  ): Promise<boolean>;
  /** Ends a request, once: answers false when it had ended before. */
  endRequest(id: string, reply: JsonObject | undefined, at: number): Promise<boolean>;
  /** Removes a request that is over, with its tasks; answers whether there was one. */
  removeRequest(id: string): Promise<boolean>;
  /** Forgets requests that ended before that time, with their tasks, the oldest first; answers how many. */
  forgetRequests(before: number, limit: number): Promise<number>;
}
