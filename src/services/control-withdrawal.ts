/**
 * Commands that have been sent and are to be stopped: the head end is asked, and what it says will not run is canceled. It is asked
 * at once, or by a job, where what asks for it must be on disk first.
 */
import { codes } from '../message/reply-codes.js';
import type { Job } from '../ports/jobs.js';
import type { JsonObject } from '../ports/object-store.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { stepFor, unsentStates } from './command.js';
import { claimed } from './command-claims.js';
import { companions } from './command-joining.js';
import { resumeJob } from './command-resumption.js';
import type { Commands } from './commands.js';
import { endedBy } from './control-reply.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

/** What is said of a device whose command the caller has called off. */
export const canceledDetails = 'canceled by the caller';

const queue = 'control-withdrawals';
const concurrency = 8;

interface Wanted extends JsonObject {
  readonly request: string;
  /** Positions of the tasks. */
  readonly tasks: readonly number[];
}

export type CommandsToEnd = Pick<Commands, 'settle' | 'committed'>;

/** Cancels tasks that may still be: unsent ones (`cancel`), or those that a head end has stopped (`withdraw`); answers which. */
export async function callOff(
  { store, clock }: Pick<ServicePorts, 'store' | 'clock'>,
  commands: CommandsToEnd,
  request: StoredRequest,
  tasks: readonly Task[],
  how: 'cancel' | 'withdraw',
): Promise<readonly Task[]> {
  if (tasks.length === 0) return [];
  const at = clock.now();
  const outcome = endedBy(codes.canceledByUser, canceledDetails, at);
  let done: readonly Task[] = [];
  const end = await store.transaction(async (tx) => {
    const allowed = await tx.stepTasks(
      tasks.map(({ seq }) => ({ requestId: request.id, seq, ...stepFor(how), outcome, at })),
    );
    done = tasks.filter((_, n) => allowed[n] === true);
    return commands.settle(tx, request.id);
  });
  commands.committed(end, done);
  return done;
}

/** Those of the tasks that are with a head end that can stop them. */
export function stoppable(desk: HeadEndDesk, tasks: readonly Task[]): readonly Task[] {
  return tasks.filter(
    ({ state, jobId, headEnd }) =>
      (state === 'sent' || state === 'unknown') &&
      jobId !== undefined &&
      desk.headEndNamed(headEnd)?.capabilities().cancel === true,
  );
}

/** Has head ends stop what they can still stop; answers what will not run. */
export async function withdraw(
  ports: Pick<ServicePorts, 'store' | 'clock'>,
  desk: HeadEndDesk,
  commands: CommandsToEnd,
  request: StoredRequest,
  tasks: readonly Task[],
): Promise<readonly Task[]> {
  // what has been sent in between shows in the rows, not in what was read before
  const now = await ports.store.tasks(request.id, { states: ['sent', 'unknown'] });
  const sent = stoppable(
    desk,
    now.filter(({ seq }) => tasks.some((task) => task.seq === seq)),
  );
  const stopped: Task[] = [];
  for (const jobId of new Set(sent.map((task) => task.jobId))) {
    const its = sent.filter((task) => task.jobId === jobId);
    const headEnd = desk.headEndNamed(its[0]?.headEnd ?? '');
    if (jobId === undefined || headEnd === undefined) continue;
    const devices = its.map(({ device }) => device);
    // another process may have sent it: then its head end must first be told here which job that is
    if (headEnd.resume !== undefined) await resumeJob(ports.store, desk, jobId).catch(desk.trouble);
    const gone = await headEnd.cancel({ jobId, reference: '' }, devices).catch((error: unknown) => {
      desk.trouble(error);
      return [] as readonly string[];
    });
    stopped.push(...its.filter(({ device }) => gone.includes(device)));
  }
  const done = await callOff(ports, commands, request, stopped, 'withdraw');
  return tasks.filter(({ seq }) => done.some((task) => task.seq === seq));
}

/** The job that has head ends stop tasks of a request. */
export function withdrawalJob(
  { ids, clock }: Pick<ServicePorts, 'ids' | 'clock'>,
  request: StoredRequest,
  tasks: readonly Task[],
): Job {
  const data: Wanted = { request: request.id, tasks: tasks.map(({ seq }) => seq) };
  return { queue, key: ids.next(), due: clock.now(), data };
}

/** Carries these jobs out. What is over by then, and what somebody else has come to want meanwhile, is left as it is. */
export function serveWithdrawals(ports: ServicePorts, desk: HeadEndDesk, commands: Commands): void {
  const { store, jobs, settings } = ports;
  const joins = settings.duplicates === 'join';
  jobs.serve(queue, concurrency, async ({ data }) => {
    const { request: id, tasks: wanted } = data as Wanted;
    const request = await store.request(id);
    if (request === undefined || request.state === 'final') return;
    const tasks = (await store.tasks(id)).filter(({ seq }) => wanted.includes(seq));
    const release = joins ? await claimed(commands.claims, tasks) : () => {};
    try {
      const shared = joins ? await companions(store, tasks) : new Map<Task, Task>();
      const own = tasks.filter((task) => !shared.has(task));
      // one that its head end has not taken in the end waits here again
      const unsent = own.filter(({ state }) => (unsentStates as readonly string[]).includes(state));
      await callOff(ports, commands, request, unsent, 'cancel');
      await withdraw(ports, desk, commands, request, own);
    } finally {
      release();
    }
  });
}
