/**
 * Hands commands to head ends: in order of their arrival, the urgent ones first, no more at a time than a head end and a group may
 * have in hand. A device is written down as sent before its head end hears of it, so that no crash can have it sent twice.
 */
import { isDeepStrictEqual } from 'node:util';
import { HeadEndRefusal, type ControlJob, type Failure } from '../ports/head-end.js';
import { BatchRefused, StoreUnavailable, type JsonObject } from '../ports/object-store.js';
import type { NewRequest, NewTask } from '../ports/requests.js';
import { codes } from '../message/reply-codes.js';
import { stepFor } from './command.js';
import { jobIdOf, type Flight, type Flights } from './command-flights.js';
import { controlRequestOf, dataOf, type PlannedControl } from './control-plan.js';
import { isDisconnect } from './control-checks.js';
import { keptBack, mayStillGo } from './disconnect-clearance.js';
import type { HeadEndDesk, JobNotice } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

/** Tasks of one control, all for one head end, that may be sent now. */
export interface Ready {
  readonly request: NewRequest;
  readonly planned: PlannedControl;
  readonly headEnd: string;
  readonly tasks: readonly NewTask[];
  /** Whether these are all tasks the request has or will have. */
  readonly whole: boolean;
}

export interface CommandSender {
  /** Takes tasks; those that it has already are left out. */
  add(ready: Ready): void;
  /**
   * Takes a slot for the one task of a request, to be written down as sent from the start; undefined when it has to wait its turn.
   * To be followed by `handOver` or `giveBack`.
   */
  reserve(ready: Ready): Flight | undefined;
  /** Hands over what has been written down as sent. */
  handOver(flight: Flight): void;
  /** It could not be written down. */
  giveBack(flight: Flight): void;
  /** A control has been changed: what waits here is sent as it is now, or not before it is handed over again. */
  readonly replan: (requestId: string, planned: PlannedControl) => void;
  /** A slot has become free. */
  wake(headEnd: string): void;
  stop(): void;
}

/** Most devices in one job where a head end sets no limit, and most taken at a time. */
const together = 500;
const firstPause = 1_000;
const longestPause = 60_000;

interface Waiting extends Omit<Ready, 'tasks' | 'planned'> {
  planned: PlannedControl;
  tasks: NewTask[];
}

interface Lane {
  readonly high: Waiting[];
  readonly normal: Waiting[];
  /** Requests and positions of what waits here. */
  readonly known: Set<string>;
  running: boolean;
  /** Something has come, or has become free, while it was running. */
  again: boolean;
  /** The head end wants no more before that time. */
  pausedUntil: number;
  pause: number;
  wakeUp: (() => void) | undefined;
}

/**
 * @param tell hears what becomes of jobs that head ends refuse, as if they had said so
 * @param trouble hears of failures that nobody waits for
 */
export function commandSender(
  ports: Pick<ServicePorts, 'store' | 'clock' | 'peers' | 'guard'>,
  desk: HeadEndDesk,
  flights: Flights,
  tell: (notice: JobNotice) => void,
  trouble: (error: unknown) => void,
): CommandSender {
  const { store, clock } = ports;
  const lanes = new Map<string, Lane>();
  /** What is being written down as sent, with its control as it is now: it may be changed until that is on disk. */
  const marking = new Map<Flight, PlannedControl>();
  let stopped = false;

  const keyOf = (request: NewRequest, task: NewTask): string => `${request.id} ${task.seq}`;

  function laneOf(headEnd: string): Lane {
    let lane = lanes.get(headEnd);
    if (lane === undefined) {
      lane = {
        high: [],
        normal: [],
        known: new Set(),
        running: false,
        again: false,
        pausedUntil: 0,
        pause: firstPause,
        wakeUp: undefined,
      };
      lanes.set(headEnd, lane);
    }
    return lane;
  }

  /** Takes from the front what may go now; what its group has no room for stays where it is. */
  function take(name: string, lane: Lane): { readonly waiting: Waiting; readonly tasks: readonly NewTask[] }[] {
    const most = desk.headEndNamed(name)?.capabilities().devicesPerJob ?? together;
    const taken: { readonly waiting: Waiting; readonly tasks: NewTask[] }[] = [];
    const ofGroup = new Map<string, number>();
    let count = 0;
    for (const priority of ['high', 'normal'] as const) {
      const queue = lane[priority];
      let free = Math.min(flights.free(name, priority) - count, together - count);
      for (let at = 0; at < queue.length && free > 0;) {
        const waiting = queue[at]!;
        const tasks: NewTask[] = [];
        const left: NewTask[] = [];
        for (const task of waiting.tasks) {
          const { group } = dataOf(task);
          const already = group === undefined ? 0 : (ofGroup.get(group) ?? 0);
          if (tasks.length >= Math.min(free, most) || flights.groupIsFull(group, already)) left.push(task);
          else {
            tasks.push(task);
            if (group !== undefined) ofGroup.set(group, already + 1);
          }
        }
        waiting.tasks = left;
        if (left.length === 0) queue.splice(at, 1);
        if (tasks.length > 0) taken.push({ waiting, tasks });
        else at++;
        free -= tasks.length;
        count += tasks.length;
      }
    }
    return taken;
  }

  function run(name: string, lane: Lane): void {
    while (!stopped && lane.pausedUntil <= clock.now()) {
      const taken = take(name, lane);
      if (taken.length === 0) return;
      const flown = taken.map(({ waiting, tasks }): Flight => {
        const { request, planned, whole } = waiting;
        const jobId = jobIdOf(request.id, tasks[0]!.seq);
        const byDevice = new Map(tasks.map((task) => [task.device, task]));
        return { jobId, headEnd: name, request, planned, tasks: byDevice, alone: whole && tasks.length === 1 };
      });
      for (const { waiting, tasks } of taken) for (const task of tasks) lane.known.delete(keyOf(waiting.request, task));
      for (const flight of flown) {
        flights.begin(flight);
        void launch(flight);
      }
    }
  }

  /**
   * Writes down what is about to be sent, and hands it over; what may not be sent any more is left out.
   * @param tried the times at which that was tried before, each of which may have been written down all the same
   */
  async function markAndSubmit(flight: Flight, tried: Set<number>): Promise<void> {
    const { request, jobId } = flight;
    const tasks = [...flight.tasks.values()];
    const at = clock.now();
    const before = new Set(tried);
    tried.add(at);
    const steps = tasks.map(({ seq }) => ({ requestId: request.id, seq, ...stepFor('send'), jobId, at }));
    const sendable = await store.write({ steps }).then(
      () => tasks,
      async (error: unknown) => {
        if (!(error instanceof BatchRefused)) throw error;
        const allowed = await store.transaction((tx) => tx.stepTasks(steps));
        const ours = await markedBefore(flight, before);
        return tasks.filter(({ seq }, n) => allowed[n] === true || ours.has(seq));
      },
    );
    free(
      flight,
      tasks.filter((task) => !sendable.includes(task)),
    );
    // a change that came first is told of before the answer to the order behind it comes
    const planned = (await replannedElsewhere(flight)) ?? marking.get(flight) ?? flight.planned;
    marking.delete(flight);
    if (sendable.length === 0) return;
    if (planned === flight.planned) return submit(flight, sendable);
    if (planned.start > clock.now()) return void (await takeBack(flight, sendable));
    const changed: Flight = { ...flight, planned, tasks: new Map(sendable.map((task) => [task.device, task])) };
    flights.begin(changed);
    await submit(changed, sendable);
  }

  /**
   * What an earlier try has written down, although the store was lost while it committed: it has not gone, and may. The time tells it from
   * what another process has sent under the same name, having taken this one for gone.
   */
  async function markedBefore({ request, jobId }: Flight, tried: ReadonlySet<number>): Promise<ReadonlySet<number>> {
    if (tried.size === 0) return new Set();
    const sent = await store.tasks(request.id, { states: ['sent'] });
    return new Set(sent.filter((task) => task.jobId === jobId && tried.has(task.changedAt)).map(({ seq }) => seq));
  }

  /** Slots of what is not sent go to those that wait for one. */
  function free({ jobId, headEnd }: Flight, tasks: readonly NewTask[]): void {
    for (const { device } of tasks) flights.over(jobId, device);
    if (tasks.length > 0) wake(headEnd);
  }

  /**
   * The control as another process may have changed it before it was written down as sent; undefined where that has not happened.
   * Disconnects are always looked at: one that goes at another time than it was moved to would be one too many there.
   */
  async function replannedElsewhere({ request, planned }: Flight): Promise<PlannedControl | undefined> {
    if (ports.peers.others().length === 0 && !isDisconnect(planned.type)) return undefined;
    const stored = await store.request(request.id);
    const now = stored && controlRequestOf(stored).controls.find(({ entry }) => entry === planned.entry);
    return now === undefined || isDeepStrictEqual(now, asStored(planned)) ? undefined : now;
  }

  /** What was written down as sent, and has not gone, waits again; answers which tasks may. */
  async function takeBack(flight: Flight, tasks: readonly NewTask[]): Promise<readonly NewTask[]> {
    const { request } = flight;
    const at = clock.now();
    const steps = tasks.map(({ seq }) => ({ requestId: request.id, seq, ...stepFor('postpone'), jobId: '', at }));
    const allowed = await store.transaction((tx) => tx.stepTasks(steps));
    free(flight, tasks);
    return tasks.filter((_, n) => allowed[n] === true);
  }

  /** Again and again while the store cannot work: nothing is known of a command that could not be written down. */
  async function launch(flight: Flight): Promise<void> {
    marking.set(flight, flight.planned);
    const tried = new Set<number>();
    while (!stopped) {
      try {
        return await markAndSubmit(flight, tried);
      } catch (error) {
        trouble(error);
        if (!(error instanceof StoreUnavailable)) {
          marking.delete(flight);
          return free(flight, [...flight.tasks.values()]);
        }
        await new Promise<void>((resolve) => clock.at(clock.now() + firstPause, resolve));
      }
    }
  }

  async function submit(flight: Flight, marked: readonly NewTask[]): Promise<void> {
    const { jobId, headEnd: name, request, planned } = flight;
    const headEnd = desk.headEndNamed(name);
    const sayOf = (device: string, outcome: 'failed' | 'unknown', failure: Failure): void =>
      tell({ kind: 'final', jobId, device, outcome, failure, facts: {}, at: clock.now() });
    const say = (outcome: 'failed' | 'unknown', code: string, details: string): void => {
      for (const { device } of tasks) sayOf(device, outcome, { code, details });
    };
    let tasks = marked;
    if (headEnd === undefined) return say('failed', codes.notAttempted, `there is no head end ${name} any more`);
    if (isDisconnect(planned.type)) {
      const back = await whichStay(flight, marked);
      for (const [device, failure] of back) sayOf(device, 'failed', failure);
      if (stopped) return; // the next process takes it up
      tasks = marked.filter(({ device }) => !back.has(device));
      if (tasks.length === 0) return;
    }
    try {
      const still = isDisconnect(planned.type) ? () => mayStillGo(ports, request, planned, tasks) : undefined;
      await headEnd.submit(jobOf(jobId, planned, tasks, request.priority), still);
      laneOf(name).pause = firstPause;
    } catch (error) {
      if (!(error instanceof HeadEndRefusal)) {
        trouble(error);
        return say('unknown', codes.timedOut, `${name} failed while it took the command`);
      }
      if (!error.temporary) return say('failed', error.failure.code, error.failure.details);
      await postpone(flight, tasks).catch(trouble);
    }
  }

  /**
   * Which devices are not disconnected now, and why; asked of the store each time, since anybody may stop disconnects at any moment.
   * While the store cannot say it nothing goes.
   */
  async function whichStay(
    { request, planned }: Flight,
    tasks: readonly NewTask[],
  ): Promise<ReadonlyMap<string, Failure>> {
    while (!stopped) {
      try {
        return await keptBack(ports, request, planned, tasks);
      } catch (error) {
        trouble(error);
        const details = 'it could not be seen whether disconnects are stopped, so it was not sent';
        if (clock.now() >= planned.deadline)
          return new Map(tasks.map(({ device }) => [device, { code: codes.policyViolation, details }]));
        await new Promise<void>((resolve) => clock.at(clock.now() + firstPause, resolve));
      }
    }
    return new Map();
  }

  /** The head end has not taken it: it goes back to the front, and nothing more goes there for a while. */
  async function postpone(flight: Flight, tasks: readonly NewTask[]): Promise<void> {
    const lane = laneOf(flight.headEnd);
    lane.pausedUntil = clock.now() + lane.pause;
    lane.pause = Math.min(lane.pause * 2, longestPause);
    const { request, planned, headEnd } = flight;
    const again = await takeBack(flight, tasks);
    for (const task of again) lane.known.add(keyOf(request, task));
    if (again.length > 0)
      lane[request.priority].unshift({ request, planned, headEnd, whole: flight.alone, tasks: again.slice() });
    wake(headEnd);
  }

  function wake(name: string): void {
    const lane = laneOf(name);
    if (lane.running) lane.again = true;
    if (stopped || lane.running || lane.high.length + lane.normal.length === 0) return;
    const wait = lane.pausedUntil - clock.now();
    if (wait > 0) {
      lane.wakeUp ??= clock.at(lane.pausedUntil, () => {
        lane.wakeUp = undefined;
        wake(name);
      });
      return;
    }
    lane.running = true;
    // what else comes in this tick goes along in the same transaction
    void Promise.resolve()
      .then(() => run(name, lane))
      .catch(trouble)
      .finally(() => {
        const { again } = lane;
        lane.running = lane.again = false;
        if (again) wake(name);
      });
  }

  return {
    add({ request, planned, headEnd, tasks, whole }) {
      const lane = laneOf(headEnd);
      const fresh = tasks.filter((task) => !lane.known.has(keyOf(request, task)));
      if (fresh.length === 0) return;
      for (const task of fresh) lane.known.add(keyOf(request, task));
      lane[request.priority].push({ request, planned, headEnd, whole: whole && tasks.length === 1, tasks: fresh });
      wake(headEnd);
    },
    reserve({ request, planned, headEnd, tasks }) {
      const [task] = tasks;
      const lane = laneOf(headEnd);
      const idle = lane.high.length + lane.normal.length === 0 && lane.pausedUntil <= clock.now();
      if (stopped || !idle || task === undefined || desk.headEndNamed(headEnd) === undefined) return undefined;
      if (flights.free(headEnd, request.priority) === 0 || flights.groupIsFull(dataOf(task).group)) return undefined;
      const jobId = jobIdOf(request.id, task.seq);
      const flight = { jobId, headEnd, request, planned, tasks: new Map([[task.device, task]]), alone: true };
      flights.begin(flight);
      return flight;
    },
    handOver(flight) {
      if (!stopped) void submit(flight, [...flight.tasks.values()]);
    },
    giveBack(flight) {
      for (const device of flight.tasks.keys()) flights.over(flight.jobId, device);
      wake(flight.headEnd);
    },
    replan(requestId, planned) {
      for (const flight of marking.keys())
        if (flight.request.id === requestId && flight.planned.entry === planned.entry) marking.set(flight, planned);
      for (const lane of lanes.values())
        for (const queue of [lane.high, lane.normal])
          for (let at = queue.length - 1; at >= 0; at--) {
            const waiting = queue[at]!;
            if (waiting.request.id !== requestId || waiting.planned.entry !== planned.entry) continue;
            waiting.planned = planned;
            if (planned.start <= clock.now()) continue;
            for (const task of waiting.tasks) lane.known.delete(keyOf(waiting.request, task));
            queue.splice(at, 1);
          }
    },
    wake,
    stop() {
      stopped = true;
      for (const lane of lanes.values()) lane.wakeUp?.();
    },
  };
}

function asStored(planned: PlannedControl): unknown {
  return JSON.parse(JSON.stringify(planned));
}

/** What a head end is given. */
export function jobOf(
  jobId: string,
  { type, control, deadline }: PlannedControl,
  tasks: readonly NewTask[],
  priority: 'normal' | 'high',
): ControlJob {
  return {
    kind: 'control',
    id: jobId,
    controlType: type,
    devices: tasks.map((task) => ({ mRID: task.device, names: dataOf(task).names })),
    parameters: control as unknown as JsonObject,
    deadline,
    priority,
  };
}
