/**
 * What becomes of tasks that have joined others (`command-joining.ts`): they end as the one they have joined, in a transaction of
 * their own behind it; when that is called off, or was never sent, they take its place. Who follows whom stands in the rows; memory
 * only tells when to look, and after a restart each request is looked at anyway.
 */
import { codes } from '../message/reply-codes.js';
import type { StoreReader, StoreTransaction } from '../ports/object-store.js';
import type { StoredRequest, Task, TaskStep } from '../ports/requests.js';
import { isOpen, stepFor } from './command.js';
import { isHeld } from './command-joining.js';
import type { Ended } from './command-ends.js';
import { dataOf } from './control-plan.js';
import { completionsOf, endedBy } from './control-reply.js';
import type { HeadEndDesk } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { insertNew } from './reported.js';

export interface Followers {
  /** Ends, or lets go, what of a request has joined others that are over. */
  follow(requestId: string): Promise<void>;
  /** A request has just joined others: what these come to is watched from now on. */
  begin(requestId: string): void;
  /** A task is over: requests that have joined it are looked at. */
  over(requestId: string, seq: number): void;
}

/** Milliseconds until a look is tried again that has failed. */
const retry = 1_000;

/**
 * @param endIfOver ends a request of which nothing is left
 * @param committed hears, once it is on disk, which tasks are over and what has ended
 * @param look does all that is due of a request, `follow` among it
 */
export function commandFollowers(
  { store, clock }: Pick<ServicePorts, 'store' | 'clock'>,
  desk: HeadEndDesk,
  endIfOver: (tx: StoreTransaction, request: StoredRequest) => Promise<Ended | undefined>,
  committed: (ended: Ended | undefined, tasks: readonly Task[]) => void,
  look: (requestId: string) => Promise<void>,
): Followers {
  /** By task, the requests that wait for it. */
  const watching = new Map<string, Set<string>>();
  const looking = new Set<string>();
  const again = new Set<string>();
  const keyOf = (requestId: string, seq: number): string => `${requestId} ${seq}`;

  async function follow(id: string): Promise<void> {
    const held = (await store.tasks(id, { states: ['accepted'] })).filter(isHeld);
    if (held.length === 0) return;
    let over: readonly Task[] = [];
    const end = await store.transaction(async (tx) => {
      const request = await tx.request(id);
      if (request === undefined || request.state === 'final') return undefined;
      const at = clock.now();
      const taskOf = reader(tx, id);
      const steps: (TaskStep & { readonly task: Task })[] = [];
      for (const task of held) {
        const step = nextOf(await leadOf(task, taskOf), at);
        if (step !== undefined) steps.push({ requestId: id, seq: task.seq, ...step, at, task });
      }
      const allowed = await tx.stepTasks(steps.map(({ task: _, ...step }) => step));
      over = steps.flatMap(({ task, to, outcome }, n) =>
        allowed[n] === true && !isOpen(to) ? [{ ...task, state: to, outcome, changedAt: at }] : [],
      );
      const { messageId, principal } = request;
      const by = { at: timeStampOf(at), messageId, ...(principal === '' ? {} : { user: principal }) };
      await insertNew(tx, completionsOf(request, over), by);
      return endIfOver(tx, request);
    });
    committed(end, over);
  }

  /** Reads tasks by their keys, those of one request together; each is watched from before it is read until it is over. */
  function reader(tx: StoreReader, follower: string) {
    const read = new Map<string, Promise<readonly Task[]>>();
    return async (requestId: string, seq: number): Promise<Task | undefined> => {
      const key = keyOf(requestId, seq);
      const waiting = watching.get(key) ?? new Set();
      watching.set(key, waiting.add(follower));
      const tasks = read.get(requestId) ?? tx.tasks(requestId);
      read.set(requestId, tasks);
      const task = (await tasks).find((one) => one.seq === seq);
      if (task === undefined || !isOpen(task.state)) watching.delete(key);
      return task;
    };
  }

  /** Looks at a request, and once more if it is woken meanwhile. */
  function wake(id: string): void {
    if (looking.has(id)) return void again.add(id);
    looking.add(id);
    void lookAt(id);
  }

  async function lookAt(id: string): Promise<void> {
    try {
      do {
        again.delete(id);
        await look(id);
      } while (again.has(id));
    } catch (error) {
      desk.trouble(error);
      if (desk.running()) clock.at(clock.now() + retry, () => wake(id));
    } finally {
      looking.delete(id);
      again.delete(id);
    }
  }

  return {
    follow,
    begin: wake,
    over(requestId, seq) {
      const key = keyOf(requestId, seq);
      const waiting = watching.get(key);
      watching.delete(key);
      for (const id of waiting ?? []) wake(id);
    },
  };
}

type Reader = (requestId: string, seq: number) => Promise<Task | undefined>;

/** What a task that has joined another waits for: that one, or what it has joined itself if it was called off; `free` = nothing. */
async function leadOf(task: Task, taskOf: Reader): Promise<Task | 'free' | 'forgotten'> {
  let joined = dataOf(task).joined;
  while (joined !== undefined) {
    const lead = await taskOf(joined.requestId, joined.seq);
    if (lead === undefined) return 'forgotten';
    const neverRan = lead.state === 'canceled' || (lead.state === 'expired' && lead.jobId === undefined);
    if (!neverRan) return lead;
    joined = dataOf(lead).joined;
  }
  return 'free';
}

/** The step of a task by what it waits for; undefined while that is not over. */
function nextOf(lead: Task | 'free' | 'forgotten', at: number): Pick<TaskStep, 'from' | 'to' | 'outcome'> | undefined {
  if (lead === 'free') return stepFor('wait');
  if (lead === 'forgotten') return { ...stepFor('expire'), outcome: endedBy(codes.timedOut, unanswered, at) };
  switch (lead.state) {
    case 'succeeded':
      return { ...stepFor('adopt'), outcome: lead.outcome };
    case 'failed':
      return { ...stepFor('refuse'), outcome: lead.outcome };
    case 'expired':
      return { ...stepFor('expire'), outcome: endedBy(codes.timedOut, unanswered, at) };
    default:
      return undefined;
  }
}

const unanswered = 'the command that it had joined was not answered before its deadline';
