/**
 * Commands whose fate is not known: behind a crash, or when a head end has not said whether it has taken a job. The head end is asked
 * now and again; what it knows, and how the switches stand, settles them (security.md §4).
 */
import type { HeadEnd } from '../ports/head-end.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { requestIdOf } from './command-flights.js';
import { resumeJob } from './command-resumption.js';
import { jobOf } from './command-sender.js';
import { isDisconnect } from './control-checks.js';
import { positionAfter } from './control-completion.js';
import { commandOf, controlRequestOf, type PlannedControl } from './control-plan.js';
import { keptBack, mayStillGo } from './disconnect-clearance.js';
import type { HeadEndDesk, JobNotice } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

/** How long it takes until a head end is asked again about commands whose fate is not known; doubled each time. */
const firstQuestion = 5_000;
const longestQuestion = 300_000;

/**
 * Answers what has a job asked about until nothing of it is in doubt.
 * @param hear takes what the head end says, as if it had said so by itself
 * @param most how many jobs are asked about at a time: behind a restart there may be very many
 */
export function commandDoubts(
  ports: Pick<ServicePorts, 'store' | 'clock' | 'guard'>,
  desk: HeadEndDesk,
  hear: (notice: JobNotice) => void,
  most: number,
): (jobId: string) => void {
  const { store, clock } = ports;
  /** Disconnects that have once been kept back: they do not go when what kept them is over. */
  const keptFor = new Set<string>();
  /** Jobs whose fate is not known, with the pause before the next question. */
  const inDoubt = new Map<string, number>();
  const inTurn = limited(most);

  function doubt(jobId: string): void {
    if (inDoubt.has(jobId)) return;
    inDoubt.set(jobId, firstQuestion);
    void question(jobId);
  }

  async function question(jobId: string): Promise<void> {
    const pause = inDoubt.get(jobId) ?? firstQuestion;
    const open = await inTurn(() => ask(jobId)).catch((error: unknown) => {
      desk.trouble(error);
      return true;
    });
    if (!open || !desk.running()) {
      keptFor.delete(jobId);
      return void inDoubt.delete(jobId);
    }
    inDoubt.set(jobId, Math.min(pause * 2, longestQuestion));
    clock.at(clock.now() + pause, () => void question(jobId));
  }

  /** What the head end knows of a job becomes its notices; answers whether something is still in doubt. */
  async function ask(jobId: string): Promise<boolean> {
    const request = await store.request(requestIdOf(jobId));
    if (request === undefined || request.state === 'final') return false;
    const doubtful = (await store.tasks(request.id, { states: ['unknown'] })).filter((task) => task.jobId === jobId);
    const [first] = doubtful;
    const planned = controlRequestOf(request).controls.find(({ entry }) => entry === first?.entry);
    const headEnd = first && desk.headEndNamed(first.headEnd);
    if (headEnd === undefined || planned === undefined) return false;
    if (headEnd.resume !== undefined) await resumeJob(store, desk, jobId);
    const notices = await headEnd.poll({ jobId, reference: '' });
    for (const notice of notices) if (notice.jobId !== undefined) hear({ ...notice, jobId: notice.jobId });
    const told = new Set(
      notices.flatMap((one) => (one.kind === 'final' && one.outcome !== 'unknown' ? [one.device] : [])),
    );
    const left = doubtful.filter(({ device }) => !told.has(device));
    if (left.length === 0) return false;
    if (headEnd.capabilities().remembersJobs === true) {
      // handed over again it may be the first time that the head end hears of it
      const disconnects = isDisconnect(planned.type);
      if (disconnects && (await staysBack(jobId, request, planned, left))) return true;
      const still = disconnects ? () => mayStillGo(ports, request, planned, left) : undefined;
      // the same job under the same name: it runs once, whether it has come or not. What is over stays over: it may never have been in it
      const open = await store.tasks(request.id, { states: ['sent', 'unknown'] });
      const its = open.filter((task) => task.jobId === jobId);
      await headEnd.submit(jobOf(jobId, planned, its, request.priority), still).catch(desk.trouble);
      return true;
    }
    return (await believeState(headEnd, request, planned, left)) < left.length;
  }

  async function staysBack(
    jobId: string,
    request: StoredRequest,
    planned: PlannedControl,
    tasks: readonly Task[],
  ): Promise<boolean> {
    if (!keptFor.has(jobId) && (await keptBack(ports, request, planned, tasks)).size > 0) keptFor.add(jobId);
    return keptFor.has(jobId);
  }

  /** A switch that stands where the command wanted it has obeyed; answers for how many devices that is so. */
  async function believeState(
    headEnd: HeadEnd,
    request: StoredRequest,
    planned: PlannedControl,
    tasks: readonly Task[],
  ): Promise<number> {
    const wanted = positionAfter(planned.type);
    if (wanted === undefined || headEnd.state === undefined) return 0;
    const commands = tasks.map((task) => commandOf(request, planned, task));
    const states = await headEnd.state(commands.map(({ target }) => target.device));
    let believed = 0;
    for (const task of tasks) {
      const facts = states.get(task.device);
      if (facts?.['switch position'] !== wanted || task.jobId === undefined) continue;
      const { jobId, device } = task;
      hear({ kind: 'final', jobId, device, outcome: 'succeeded', facts, at: clock.now() });
      believed++;
    }
    return believed;
  }

  return doubt;
}

/** Lets so many pieces of work run at a time; the others wait in order. */
function limited(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) running--;
      else next(); // its place goes to the next one
    }
  };
}
