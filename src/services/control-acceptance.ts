/** From a message to what will be done: the checks of a `create EndDeviceControls`, and the entries and tasks that come of it. */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import { payloadPieces, type AnyMessage, type Call } from '../message/call.js';
import { ReplyError, type Finding, type ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Looked, StoreReader } from '../ports/object-store.js';
import type { NewTask, Task } from '../ports/requests.js';
import { joiner } from './command-joining.js';
import {
  checkGroups,
  checkSize,
  checkTarget,
  checkTiming,
  checkType,
  controlTypeOf,
  isDisconnect,
  pathOf,
  tooManyDisconnects,
  type FoundTarget,
  type Mode,
} from './control-checks.js';
import {
  collide,
  controlKind,
  controlNoun,
  dataOf,
  taskOf,
  timesOf,
  type AskedDeadline,
  type PlannedControl,
} from './control-plan.js';
import { namesIndirectly, targetsOf, unknownPlaces } from './control-targets.js';
import { guardTargets, type AskedBy } from './control-guard.js';
import { documentOf } from './documents.js';
import type { HeadEndDesk } from './head-end-desk.js';
import { durationOf } from './duration.js';
import { optionOf } from './get-options.js';
import { referenceOf } from './identification.js';
import { boundOf, timeStampOf } from './instant.js';
import type { Claims } from './command-claims.js';
import type { ServicePorts } from './noun-row.js';

/** What a message asks for, as far as it can be done. */
export interface Plan {
  readonly controls: readonly PlannedControl[];
  readonly tasks: readonly NewTask[];
  /** What is wrong with the rest. */
  readonly findings: readonly Finding[];
  /** What else there is to say: which devices have joined a command that is under way. */
  readonly notes: readonly Finding[];
  /** What was seen on its devices. */
  readonly looked: Looked;
  /** Lets go of the devices: to be called when the plan is on disk, or given up. */
  release(): void;
  /** The same once more, after it was let go: what its devices have to do may be other than it was. Throws as `planOf` does. */
  again(): Promise<Plan>;
}

type Ports = Pick<ServicePorts, 'store' | 'clock' | 'ids' | 'settings' | 'guard'>;

/**
 * Checks all of a message. Answered at once it is refused for the least thing; answered later the good devices go on.
 * Throws `ReplyError` with everything that is wrong when nothing of it can be done.
 */
export async function planOf(
  ports: Ports,
  desk: HeadEndDesk,
  claims: Claims,
  message: AnyMessage,
  call: Call,
  mode: Mode,
): Promise<Plan> {
  const { settings, clock } = ports;
  const elements: EndDeviceControl[] = [];
  for await (const { root } of payloadPieces(message, call)) {
    // one more than allowed is enough to refuse the rest unread
    if (elements.length <= settings.controlDevices)
      elements.push(...((root[controlKind] as EndDeviceControl[] | undefined) ?? []));
  }
  const now = clock.now();
  const asked = deadlineOf(message, now);
  const whole: Finding[] = [...checkSize(elements, settings, mode), ...asked.findings];
  const controls: PlannedControl[] = [];
  const tasks: NewTask[] = [];
  const findings: Finding[] = [];
  for (const [entry, element] of elements.slice(0, settings.controlDevices).entries()) {
    const wait = mode === 'at once' ? settings.syncTimeout : settings.commandDeadline;
    const awaited = plannedControl(ports, element, entry, now, wait, asked.deadline);
    // whoever waits for the answer waits no longer than that, however long the control may take
    const planned = mode === 'at once' ? { ...awaited, deadline: Math.min(awaited.deadline, now + wait) } : awaited;
    const found = await checkControl(ports, desk, planned, now, mode, {
      ...{ caller: call.caller, verb: call.operation.verb, source: message.Header.Source },
    });
    const never = neverInTime(awaited, message);
    findings.push(...found.findings, ...never);
    if (!found.sound || never.length > 0) continue;
    const fresh = tasksOf(desk, planned, found.targets, tasks.length);
    if (fresh.length === 0 && planned.unresolved !== true) continue;
    controls.push(planned);
    tasks.push(...fresh);
  }
  // usage points may have several meters each
  const disconnecting = new Set(controls.filter(({ type }) => isDisconnect(type)).map(({ entry }) => entry));
  const disconnected = disconnecting.size === 0 ? 0 : tasks.filter(({ entry }) => disconnecting.has(entry)).length;
  if (disconnected > settings.disconnectDevices && whole.length === 0)
    whole.push(tooManyDisconnects(disconnected, settings, controlNoun));
  const ofIdle = async (): Promise<Plan> => {
    const idle = await onlyIdle(ports.store, claims, tasks, settings.duplicates === 'join' ? controls : undefined);
    const all = [...findings, ...idle.findings];
    const good = controls.filter(
      ({ entry, unresolved }) => unresolved === true || idle.tasks.some((task) => task.entry === entry),
    );
    if (whole.length > 0 || good.length === 0 || (mode === 'at once' && all.length > 0)) {
      idle.release();
      throw new ReplyError(...whole, ...all);
    }
    const { notes, looked, release } = idle;
    return { controls: good, tasks: idle.tasks, findings: all, notes, looked, release, again: ofIdle };
  };
  return ofIdle();
}

/** An entry with its times; one that brings no mRID gets one. */
export function plannedControl(
  { ids }: Pick<ServicePorts, 'ids'>,
  element: EndDeviceControl,
  entry: number,
  now: number,
  wait: number,
  asked: AskedDeadline | undefined,
): PlannedControl {
  const { mRID = ids.next() } = referenceOf(controlKind, element);
  const { start, deadline } = timesOf(element, now, wait, asked);
  return {
    mRID,
    type: controlTypeOf(element),
    entry,
    start,
    deadline,
    control: documentOf(element, mRID) as unknown as EndDeviceControl,
    ...(start > now && namesIndirectly(element) ? { unresolved: true } : {}),
  };
}

interface Checked {
  /** Whether nothing is wrong with the entry itself, whatever is wrong with its devices. */
  readonly sound: boolean;
  readonly targets: readonly FoundTarget[];
  readonly findings: readonly Finding[];
}

async function checkControl(
  ports: Ports,
  desk: HeadEndDesk,
  { control, entry, unresolved }: PlannedControl,
  now: number,
  mode: Mode,
  by: AskedBy,
): Promise<Checked> {
  const { store } = ports;
  const path = pathOf(entry);
  const wrongType = checkType(control, path);
  const groups = checkGroups(control, path, mode);
  // groups that may not be named are not looked into
  const named = groups.length > 0 ? { ...control, EndDeviceGroups: undefined, UsagePointGroups: undefined } : control;
  const found =
    unresolved === true
      ? await laterTargets(store, control, path, now)
      : groups.length > 0 && !namesIndirectly(named) && named.EndDevices === undefined
        ? { targets: [], findings: [] }
        : await targetsOf(store, named, path, now);
  // a type that is none cannot be supported either: that goes without saying
  const type = wrongType.length > 0 ? undefined : controlTypeOf(control);
  const guarded = await guardTargets(ports, found.targets, type, by, now);
  const bad = found.targets.map((target, at) => [...checkTarget(desk, target, type), ...(guarded[at] ?? [])]);
  const several = mode === 'at once' ? severalMeters(control, found.targets) : [];
  const timing = checkTiming(control, path, now, mode);
  return {
    sound: wrongType.length + groups.length + timing.length === 0,
    targets: found.targets.filter((_, at) => bad[at]?.length === 0),
    findings: [...wrongType, ...groups, ...found.findings, ...bad.flat(), ...several, ...timing],
  };
}

/** The devices that are named themselves; the others are found when the control starts. */
async function laterTargets(store: StoreReader, control: EndDeviceControl, path: string, now: number) {
  const { EndDevices } = control;
  const findings = await unknownPlaces(store, control, path);
  if (EndDevices === undefined) return { targets: [], findings };
  const named = { EndDeviceControlType: control.EndDeviceControlType, EndDevices };
  const found = await targetsOf(store, named, path, now);
  return { targets: found.targets, findings: [...found.findings, ...findings] };
}

function severalMeters({ EndDevices, UsagePoints }: EndDeviceControl, targets: readonly FoundTarget[]): Finding[] {
  const [first] = targets;
  if (targets.length < 2 || EndDevices !== undefined || UsagePoints?.length !== 1 || first === undefined) return [];
  const details = `${targets.length} meters are linked to the usage point ${first.named.id}, and an answer at once is for one: name the meter, or add AsyncReplyFlag`;
  return [{ code: codes.tooManyItems, path: first.path, details, object: first.named, values: { limit: '1' } }];
}

/** A task for each device, numbered from `from` on. */
export function tasksOf(
  desk: HeadEndDesk,
  planned: PlannedControl,
  targets: readonly FoundTarget[],
  from: number,
): NewTask[] {
  return targets.map((target, at) => taskOf(planned, target, from + at, desk.headEndOf(target.device)?.name ?? ''));
}

/**
 * The tasks whose devices have nothing else to do at that time, in this message or in requests that are open. Their devices are
 * claimed until `release` is called.
 * @param joining the controls of the tasks, when they may join what is under way
 */
export async function onlyIdle(
  store: StoreReader,
  claims: Claims,
  tasks: readonly NewTask[],
  joining?: readonly PlannedControl[],
): Promise<{
  readonly tasks: readonly NewTask[];
  readonly findings: readonly Finding[];
  readonly notes: readonly Finding[];
  readonly looked: Looked;
  readonly release: () => void;
}> {
  const findings: Finding[] = [];
  const among = (others: ReadonlyMap<string, readonly NewTask[]>, task: NewTask): boolean => {
    const other = others.get(task.device)?.find((one) => collide(task, one));
    if (other !== undefined) findings.push(underWay(task, other));
    return other === undefined;
  };
  // whom it may join is known when it is on disk
  while (joining !== undefined && claims.anyOf(tasks)) await claims.released();
  // claimed before the store is asked: whoever asks behind us sees the claim, or what has come of it
  const mine = new Map<string, readonly NewTask[]>();
  const unclaimed = tasks.filter((task) => {
    const { device } = task;
    const others = [...claims.of(device), ...(mine.get(device) ?? [])];
    const idle = among(new Map([[device, others]]), task);
    if (idle) mine.set(device, [...(mine.get(device) ?? []), task]);
    return idle;
  });
  const release = claims.take(unclaimed);
  try {
    const active = new Map<string, Task[]>();
    if (mine.size > 0)
      for (const task of await store.activeTasks([...mine.keys()]))
        active.set(task.device, [...(active.get(task.device) ?? []), task]);
    const requests = [...new Set([...active.values()].flat().map(({ requestId }) => requestId))];
    const looked = { devices: [...mine.keys()], requests };
    if (joining === undefined || active.size === 0)
      return { tasks: unclaimed.filter((task) => among(active, task)), findings, notes: [], looked, release };
    const join = joiner(store, joining);
    const good: NewTask[] = [];
    const notes: Finding[] = [];
    for (const task of unclaimed) {
      const inTheWay = (active.get(task.device) ?? []).filter((other) => collide(task, other));
      const found = await join(task, inTheWay);
      if (found !== undefined) good.push(found.task);
      else findings.push(underWay(task, inTheWay[0]!));
      if (found?.note !== undefined) notes.push(found.note);
    }
    return { tasks: good, findings, notes, looked, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** Said of a device that has another command to carry out at that time. */
export function underWay(task: NewTask, other: NewTask): Finding {
  const { named, path, from } = dataOf(task);
  const { control, from: begun } = dataOf(other);
  const when = begun > from ? ` from ${timeStampOf(begun)} on` : '';
  const related: ObjectId = { id: control, kind: 'uuid', objectType: controlKind };
  return {
    code: codes.canceledByRule,
    path,
    details: `another command is under way on ${named.id}${when}; wait for its outcome, or cancel it`,
    object: named,
    related,
    values: { details: 'one command at a time' },
  };
}

/** What is said of a control whose start comes when its caller waits no longer, as Option `Deadline` says. */
function neverInTime({ start, deadline, control }: PlannedControl, message: AnyMessage): Finding[] {
  const option = optionOf(message, 'Deadline');
  if (option === undefined || deadline > start || control.primaryDeviceTiming?.interval?.end !== undefined) return [];
  const details = `the deadline is not after the start (${timeStampOf(start)})`;
  return [{ code: codes.notAttempted, path: option.path, details, values: { details } }];
}

/** Option `Deadline`: when the caller no longer waits, for controls whose interval has no end. */
function deadlineOf(
  message: AnyMessage,
  now: number,
): {
  readonly deadline?: AskedDeadline | undefined;
  readonly findings: Finding[];
} {
  const option = optionOf(message, 'Deadline');
  if (option === undefined) return { findings: [] };
  const after = durationOf(option.text);
  if (after !== undefined && after > 0) return { deadline: { after }, findings: [] };
  const instant = boundOf(option.text);
  const time = instant && Math.floor(instant / 1000);
  if (time !== undefined && time > now) return { deadline: { at: time }, findings: [] };
  if (time !== undefined) {
    const details = 'the deadline is over already; nothing was begun';
    return { findings: [{ code: codes.timedOut, path: option.path, details, values: { details: 'the deadline' } }] };
  }
  const details =
    'the deadline is a duration of days, hours, minutes and seconds such as PT30M, or a dateTime such as 2027-01-31T18:00:00+01:00';
  return { findings: [{ code: codes.schemaInvalid, path: option.path, details, values: { details: 'Deadline' } }] };
}
