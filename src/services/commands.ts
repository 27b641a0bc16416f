/**
 * Commands in hand: from rows that promise them to exactly one final reply each. Starts what is due, ends what is too late, and
 * after a restart takes up what an earlier process has left (behaviour.md §4, security.md §4). Everything it needs is in the store;
 * memory only makes it faster.
 */
import type { AnyResponse } from '../message/call.js';
import { codes } from '../message/reply-codes.js';
import { StoreUnavailable, type Batch, type StoreTransaction } from '../ports/object-store.js';
import type { NewRequest, NewTask, Task, TaskStep } from '../ports/requests.js';
import { openStates, sentAs, stepFor, unsentStates } from './command.js';
import { Flights, type Flight, jobPrefix } from './command-flights.js';
import { commandQueue, endIfOver, type Ended, forceQueue } from './command-ends.js';
import { commandOutcomes, type CommandOutcomes } from './command-outcomes.js';
import { claims, type Claims } from './command-claims.js';
import { commandNews } from './command-news.js';
import { commandDoubts } from './command-doubts.js';
import { commandFollowers } from './command-followers.js';
import { isHeld } from './command-joining.js';
import { commandSender, type CommandSender } from './command-sender.js';
import { controlKind, controlNoun, controlRequestOf, type PlannedControl } from './control-plan.js';
import { endedBy, keptOutcome } from './control-reply.js';
import { deviceResolution } from './control-resolution.js';
import { headEndDesk } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { inState } from './subject.js';

export interface Commands {
  /** Devices about to get a command that is not on disk yet. */
  readonly claims: Claims;
  /** Writes a request down with what belongs to it, and begins it; resolves when it is on disk. */
  begin(request: NewRequest, tasks: readonly NewTask[], more: Omit<Batch, 'request' | 'jobs'>): Promise<void>;
  /** The final reply, when the request has come to its end; undefined when the gateway is stopped before. */
  final(requestId: string): Promise<AnyResponse | undefined>;
  /** The same of a request that another process may have in hand, which need not tell us: it is looked for again and again. */
  finalAnywhere(requestId: string): Promise<AnyResponse | undefined>;
  /**
   * Ends tasks of an open request in a transaction of the caller's, and the request itself when nothing is left of it. To be told
   * `committed` afterwards.
   */
  readonly settle: (tx: StoreTransaction, requestId: string) => Promise<Ended | undefined>;
  readonly committed: (ended: Ended | undefined, tasks: readonly Task[]) => void;
  /** A control of a request has been changed, and its row too. */
  readonly replan: (requestId: string, planned: PlannedControl) => void;
  /** Takes up what an earlier process has left; resolves when all of it has been looked at. */
  recover(): Promise<void>;
}

const concurrency = 8;
/** Milliseconds between two questions to a store that cannot work, or about what is in the hand of another process. */
const askAgain = 500;
/** Requests looked at together after a restart. */
const page = 500;
const all = new WeakMap<object, Commands>();

/** The commands of these ports: the same for all who ask. */
export function commandsOf(ports: ServicePorts): Commands {
  const known = all.get(ports.store) ?? makeCommands(ports);
  all.set(ports.store, known);
  return known;
}

function makeCommands(ports: ServicePorts): Commands {
  const { store, clock, jobs, settings } = ports;
  const desk = headEndDesk(ports);
  const flights = new Flights({
    headEnd: settings.headEndSlots,
    reserve: settings.urgentSlots,
    group: settings.groupSlots,
  });
  const claimed = claims();
  const waiters = new Map<string, ((reply: AnyResponse | undefined) => void)[]>();

  const ended = ({ id, reply }: Ended, ours = false): void => {
    if (!ours && !waiters.has(id)) news.ended(id); // whoever waits for it may be elsewhere
    for (const resolve of waiters.get(id) ?? []) resolve(reply);
    waiters.delete(id);
  };
  const news = commandNews(ports, {
    over: ({ requestId, seq, jobId, device, headEnd }) => {
      if (jobId !== undefined) flights.over(jobId, device);
      followers.over(requestId, seq);
      sender.wake(headEnd);
    },
    ended: (id) => void endedElsewhere(id).catch(desk.trouble),
    replanned: (id) => void replannedElsewhere(id).catch(desk.trouble),
    missed: () => void lookAgain().catch(desk.trouble),
  });
  const joins = settings.duplicates === 'join';
  const resolveDevices = deviceResolution(ports, desk, claimed);
  const outcomes: CommandOutcomes = commandOutcomes(
    ports,
    desk,
    flights,
    (flight, device, outcome) => {
      const { jobId, headEnd, request } = flight;
      const foreign = flights.get(jobId) === undefined;
      flights.over(jobId, device);
      sender.wake(headEnd);
      const task = flight.tasks.get(device);
      if (outcome === 'unknown') return doubt(jobId);
      if (task === undefined) return;
      followers.over(request.id, task.seq);
      if (foreign || joins) news.over([{ requestId: request.id, seq: task.seq, jobId, device, headEnd }]);
    },
    ended,
  );
  const sender: CommandSender = commandSender(ports, desk, flights, outcomes.hear, desk.trouble);
  const doubt = commandDoubts(ports, desk, outcomes.hear, concurrency);
  const followers = commandFollowers(ports, desk, (tx, request) => endIfOver(tx, ports, request), committed, look);
  desk.onJobs(jobPrefix, outcomes.hear);
  desk.onStop(() => {
    sender.stop();
    for (const list of waiters.values()) for (const resolve of list) resolve(undefined);
    waiters.clear();
  });
  jobs.serve(commandQueue, concurrency, (job) => look(job.key));
  jobs.serve(forceQueue, concurrency, (job) => store.transaction((tx) => endForce(tx, job.key)));

  /** Sends what is due of a request, ends what is too late, and sets the time of the next look. */
  async function look(id: string): Promise<void> {
    const request = await store.request(id);
    if (request === undefined || request.state === 'final') return;
    const now = clock.now();
    for (const planned of controlRequestOf(request).controls)
      if (planned.unresolved === true && planned.start <= now) await resolveDevices(request, planned);
    const end = await expire(id, now);
    if (end !== undefined) return;
    await followers.follow(id);
    const current = await store.request(id);
    if (current === undefined || current.state === 'final') return;
    const { controls } = controlRequestOf(current);
    const next = Math.min(
      ...controls.map(({ start, deadline }) => (start > now ? start : deadline)).filter((at) => at > now),
    );
    if (next !== Infinity) await store.write({ jobs: [{ queue: commandQueue, key: id, due: next, data: {} }] });
    const unsent = await store.tasks(id, { states: unsentStates });
    send(
      current,
      controls,
      unsent.filter((task) => !isHeld(task) && dueEntry(controls, task, now)),
      false,
    );
  }

  function dueEntry(controls: readonly PlannedControl[], { entry }: NewTask, now: number): boolean {
    const planned = controls.find((one) => one.entry === entry);
    return planned !== undefined && planned.start <= now && planned.deadline > now;
  }

  /** Hands tasks to the sender, by control and head end. */
  function send(
    request: NewRequest,
    controls: readonly PlannedControl[],
    tasks: readonly NewTask[],
    whole: boolean,
  ): void {
    for (const planned of controls) {
      const byHeadEnd = new Map<string, NewTask[]>();
      for (const task of tasks) {
        if (task.entry !== planned.entry) continue;
        const list = byHeadEnd.get(task.headEnd);
        if (list === undefined) byHeadEnd.set(task.headEnd, [task]);
        else list.push(task);
      }
      for (const [headEnd, its] of byHeadEnd)
        sender.add({ request, planned, headEnd, tasks: its, whole: whole && its.length === tasks.length });
    }
  }

  /** The flight of a request's only task, when nothing keeps it from being sent at once: that saves it a step, and the store an order. */
  function reserve(
    request: NewRequest,
    controls: readonly PlannedControl[],
    tasks: readonly NewTask[],
  ): Flight | undefined {
    const [planned] = controls;
    const [task] = tasks;
    if (tasks.length !== 1 || controls.length !== 1 || planned === undefined || task === undefined) return undefined;
    return sender.reserve({ request, planned, headEnd: task.headEnd, tasks, whole: true });
  }

  /** Ends what is past its deadline; and the request, when nothing is left of it. */
  async function expire(id: string, now: number): Promise<Ended | undefined> {
    let late: readonly Task[] = [];
    const end = await store.transaction(async (tx) => {
      const request = await tx.request(id);
      if (request === undefined || request.state === 'final') return undefined;
      const { controls } = controlRequestOf(request);
      const over = new Set(controls.filter(({ deadline }) => deadline <= now).map(({ entry }) => entry));
      if (over.size > 0) {
        const open = await tx.tasks(id, { states: openStates });
        late = open.filter(({ entry }) => over.has(entry));
        await tx.stepTasks(late.map((task) => ({ requestId: id, seq: task.seq, ...lateStep(task, now), at: now })));
      }
      return endIfOver(tx, ports, request);
    });
    committed(end, late);
    return end;
  }

  function lateStep(task: Task, now: number): Pick<TaskStep, 'from' | 'to' | 'outcome'> {
    const reported = outcomes.reported(task);
    if (reported !== undefined) return { ...stepFor('fail'), outcome: keptOutcome(reported) };
    const details =
      task.jobId === undefined && !isHeld(task)
        ? 'it could not be sent before the deadline'
        : 'no answer before the deadline';
    return { ...stepFor('expire'), outcome: endedBy(codes.timedOut, details, now) };
  }

  function committed(end: Ended | undefined, tasks: readonly Task[]): void {
    news.over(joins ? tasks : tasks.filter(({ jobId }) => jobId !== undefined && flights.get(jobId) === undefined));
    for (const { requestId, seq, jobId, device, headEnd } of tasks) {
      followers.over(requestId, seq);
      if (jobId === undefined) continue;
      flights.over(jobId, device);
      sender.wake(headEnd);
    }
    if (end !== undefined) ended(end);
  }

  /** A control whose time is over is closed. */
  async function endForce(tx: StoreTransaction, mRID: string): Promise<void> {
    const object = await tx.objectByMRID(controlNoun, [controlKind], mRID);
    if (object?.state !== 'active') return;
    await tx.replace(object.id, object.version, inState(object, 'closed'), { at: timeStampOf(clock.now()) });
  }

  /**
   * Whether a request has come to be all the same: a store that is lost while it commits has done so or not. Asked until it can say it;
   * when the gateway stops before, the next process takes up what there is.
   */
  async function whetherBegun(id: string): Promise<boolean> {
    while (desk.running()) {
      try {
        return (await store.request(id))?.state === 'open';
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) desk.trouble(error);
        await new Promise<void>((resolve) => clock.at(clock.now() + askAgain, resolve));
      }
    }
    return false;
  }

  function final(requestId: string): Promise<AnyResponse | undefined> {
    if (!desk.running()) return Promise.resolve(undefined); // who comes after the stop would wait for ever
    return new Promise((resolve) => waiters.set(requestId, [...(waiters.get(requestId) ?? []), resolve]));
  }

  /** What others have ended is answered here, too. */
  async function endedElsewhere(id: string): Promise<void> {
    if (!waiters.has(id)) return;
    const request = await store.request(id);
    const [reply] = (request?.reply?.['parts'] ?? []) as unknown as readonly AnyResponse[];
    if (request?.state === 'final' && reply !== undefined) ended({ id, reply }, true);
  }

  /** Looks whether a request has ended for as long as somebody here waits for it. */
  async function lookForEnd(id: string): Promise<void> {
    while (desk.running() && waiters.has(id)) {
      await endedElsewhere(id).catch(desk.trouble);
      await new Promise<void>((resolve) => clock.at(clock.now() + askAgain, resolve));
    }
  }

  async function replannedElsewhere(id: string): Promise<void> {
    const request = await store.request(id);
    if (request === undefined) return;
    for (const planned of controlRequestOf(request).controls) sender.replan(id, planned);
  }

  /** Nobody may have told us: what is over elsewhere keeps no slot here, and nobody waiting. */
  async function lookAgain(): Promise<void> {
    for (const id of [...waiters.keys()]) await endedElsewhere(id);
    for (const flight of flights.all()) {
      const open = await store.tasks(flight.request.id, { states: ['sent', 'unknown'] });
      const left = new Set(open.map(({ device }) => device));
      for (const device of flight.tasks.keys()) if (!left.has(device)) flights.over(flight.jobId, device);
      sender.wake(flight.headEnd);
    }
  }

  async function takeUp(id: string): Promise<void> {
    const open = await store.tasks(id, { states: ['sent', 'unknown'] });
    const left = open.filter(({ jobId }) => jobId !== undefined && flights.get(jobId) === undefined);
    const at = clock.now();
    if (left.length > 0)
      await store.transaction((tx) =>
        tx.stepTasks(left.map(({ seq }) => ({ requestId: id, seq, ...stepFor('lose'), at }))),
      );
    for (const jobId of new Set(left.map((task) => task.jobId))) if (jobId !== undefined) doubt(jobId);
    await look(id);
  }

  async function takeUpAll(homes: readonly number[] | undefined): Promise<void> {
    for (let after: string | undefined; desk.running();) {
      const ids = await store.requestsToTakeUp({ noun: controlNoun, now: clock.now(), homes, after, limit: page });
      for (let at = 0; at < ids.length; at += concurrency)
        await Promise.all(ids.slice(at, at + concurrency).map((id) => takeUp(id).catch(desk.trouble)));
      after = ids.at(-1);
      if (ids.length < page) return;
    }
  }
  // the work of a process that is gone
  ports.peers.onTakenOver((home) => void takeUpAll([home]).catch(desk.trouble));

  return {
    claims: claimed,
    async begin(request, tasks, more) {
      const { controls } = controlRequestOf(request);
      const now = clock.now();
      const later = controls.some(({ start, unresolved }) => start > now || unresolved === true);
      const due = Math.min(...controls.map(({ start, deadline }) => (start > now ? start : deadline)));
      const jobs = [{ queue: commandQueue, key: request.id, due, data: {} }];
      const held = tasks.some(isHeld);
      const flight = later || held ? undefined : reserve(request, controls, tasks);
      if (flight !== undefined) {
        const { jobId } = flight;
        const sent = tasks.map((task): NewTask => ({ ...task, ...sentAs(jobId) }));
        await store.write({ ...more, request: { request, tasks: sent }, jobs }).catch((error: unknown) => {
          if (!(error instanceof StoreUnavailable)) sender.giveBack(flight);
          else
            void whetherBegun(request.id).then((begun) => (begun ? sender.handOver(flight) : sender.giveBack(flight)));
          throw error;
        });
        return sender.handOver(flight);
      }
      await store.write({ ...more, request: { request, tasks }, jobs }).catch((error: unknown) => {
        if (error instanceof StoreUnavailable)
          void whetherBegun(request.id)
            .then((begun) => (begun ? look(request.id) : undefined))
            .catch(desk.trouble);
        throw error;
      });
      const ready = later || held ? tasks.filter((task) => !isHeld(task) && dueEntry(controls, task, now)) : tasks;
      send(request, controls, ready, !later && !held);
      if (held) followers.begin(request.id);
    },

    final,
    finalAnywhere(requestId) {
      const found = final(requestId);
      void lookForEnd(requestId);
      return found;
    },

    async settle(tx, requestId) {
      const request = await tx.request(requestId);
      return request === undefined || request.state === 'final' ? undefined : endIfOver(tx, ports, request);
    },
    committed,
    replan: (requestId, planned) => {
      sender.replan(requestId, planned);
      news.replanned(requestId);
    },

    recover: () => takeUpAll(ports.peers.homes()),
  };
}
