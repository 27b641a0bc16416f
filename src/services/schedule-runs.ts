/**
 * The runs of read schedules: each is a read of its own, made in the transaction that plans the next one. A job for each schedule
 * that is in force, due when it runs next.
 */
import type { MeterReadSchedule } from '../generated/MeterReadSchedule.js';
import { parseReadingType, readingForm } from '../message/codes/reading-type.js';
import type { AnyMessage } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { replyTo } from '../message/replies.js';
import type { Job } from '../ports/jobs.js';
import type { JsonObject, StoredObject, StoreReader } from '../ports/object-store.js';
import { mayName } from '../ports/registry.js';
import type { NewRequest, ReplyTo } from '../ports/requests.js';
import { derivedId } from './derived-id.js';
import { endWith } from './final-reply.js';
import type { HeadEndDesk } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { noun as readNoun, rowsOfRead } from './read-plan.js';
import { measuredBy } from './reading-gaps.js';
import { readingTypes, type AskedType, type ReadingRequest } from './reading-request.js';
import { readingTargets, type ReadingTarget } from './reading-targets.js';
import { lastRun, nextRun, runBefore, timesOf, type Times } from './time-schedule.js';

const queue = 'read-schedules';
/** A run that is later than this was missed: nobody was there. */
const late = 60_000;

/** What a schedule has beside its document: kept as an object of a class that no message knows, under the same mRID. */
export interface ScheduleFacts {
  readonly replyTo: ReplyTo;
  /** Who has said where replies go, where that is not who made it. */
  readonly directedBy?: string | undefined;
  readonly principal: string;
  /** `Context` of the message that made it, for the reads. */
  readonly context?: string | undefined;
  /** When it was made; the start of schedules that name none. */
  readonly since: number;
}

export const factsKind = 'ReadScheduleFacts';

export async function factsOf(
  store: StoreReader,
  noun: string,
  mRID: string,
): Promise<{ readonly object: StoredObject; readonly facts: ScheduleFacts } | undefined> {
  const object = await store.objectByMRID(noun, [factsKind], mRID);
  return object && { object, facts: object.document as unknown as ScheduleFacts };
}

/** Names the job of a schedule. */
export function jobKey(noun: string, mRID: string): string {
  return `${noun} ${mRID}`;
}

/** The job for a run at a time. */
function runJob(noun: string, mRID: string, run: number): Job {
  return { queue, key: jobKey(noun, mRID), due: run, data: { noun, mRID, run } };
}

/** The job for the next run after a time; none when there is none. */
export function nextJob(noun: string, mRID: string, times: Times, after: number): readonly Job[] {
  const run = nextRun(times, after);
  return run === undefined ? [] : [runJob(noun, mRID, run)];
}

export const scheduleQueue = queue;

/** Serves the runs of all schedules; to be asked for it twice changes nothing. */
export function serveSchedules(ports: ServicePorts, desk: HeadEndDesk): void {
  ports.jobs.serve(queue, 2, ({ data }) =>
    run(ports, desk, data['noun'] as string, data['mRID'] as string, data['run'] as number),
  );
}

async function run(ports: ServicePorts, desk: HeadEndDesk, noun: string, mRID: string, planned: number): Promise<void> {
  const { store, clock, settings } = ports;
  const schedule = await store.objectByMRID(noun, [noun], mRID);
  const known = await factsOf(store, noun, mRID);
  if (schedule?.state !== 'active' || known === undefined) return;
  const document = schedule.document as unknown as MeterReadSchedule;
  const times = timesOf(document.TimeSchedule ?? [], known.facts.since, noun, []);
  const now = clock.now();
  const at = Math.max(lastRun(times, now) ?? planned, planned);
  const next = nextJob(noun, mRID, times, Math.max(now, at));
  const { targets, findings } = await readingTargets(store, document, now, undefined, noun);
  const after = runBefore(times, settings.catchUpReads === 'once' ? planned : at);
  const id = derivedId('run of a schedule', noun, mRID, String(at));
  const correlationId = `${mRID}/${timeStampOf(at)}`;
  const request: Omit<NewRequest, 'noun' | 'verb' | 'body' | 'priority'> = {
    id,
    principal: known.facts.principal,
    correlationId,
    replyTo: stillTo(known.facts, ports),
    header: headerOf(known.facts, correlationId),
    receivedAt: now,
    due: now,
    deadline: now + settings.commandDeadline,
  };
  const wants = wantsOf(desk, document, noun, targets, { after, until: at });
  const rows = rowsOfRead(ports, desk, { request, targets, wants, findings, named: targets.length + findings.length });
  await store.transaction(async (tx) => {
    const still = await tx.objectByMRID(noun, [noun], mRID);
    if (still?.version !== schedule.version) return; // whoever changed it has planned anew
    await tx.addJobs(next);
    const missed = settings.catchUpReads === 'skip' && now - at > late;
    if (missed || (await tx.request(id)) !== undefined) return;
    await tx.addRequest(rows.request.request, rows.request.tasks);
    await tx.addJobs(rows.jobs);
    if (targets.length > 0) return;
    const message = { Header: request.header } as unknown as AnyMessage;
    const reply = replyTo(message, readNoun, { result: 'FAILED', findings }, ports.replies);
    await endWith(tx, ports, { ...rows.request.request, state: 'open' }, [reply]);
  });
}

/** Nobody, where the endpoint is by now for others than who named it. */
function stillTo(
  { replyTo: to, principal, directedBy = principal }: ScheduleFacts,
  { registry }: Pick<ServicePorts, 'registry'>,
): ReplyTo {
  const endpoint = to.kind === 'endpoint' ? registry.endpoint(to.name) : undefined;
  const may = endpoint === undefined || mayName(directedBy === '' ? undefined : directedBy, endpoint);
  return may ? to : { kind: 'nobody' };
}

function headerOf({ context }: ScheduleFacts, correlationId: string): JsonObject {
  const Context = context === undefined ? {} : { Context: context };
  return { Verb: 'get', Noun: readNoun, ...Context, CorrelationID: correlationId };
}

/** Of intervals all since the run before, of everything else the present value: a register is read when the schedule says. */
function wantsOf(
  desk: HeadEndDesk,
  { ReadingType }: MeterReadSchedule,
  root: string,
  targets: readonly ReadingTarget[],
  { after, until }: { readonly after: number | undefined; readonly until: number },
): readonly ReadingRequest[] {
  const named = readingTypes(ReadingType, root, []);
  const measured = [...new Set(targets.flatMap((target) => measuredBy(desk, target)))];
  const types = named ?? measured.map((code): AskedType => ({ code, path: root }));
  const isInterval = ({ code }: AskedType): boolean => {
    const parts = parseReadingType(code);
    return parts !== undefined && readingForm(parts) === 'interval';
  };
  const periods = after === undefined ? undefined : [{ after: after * 1000, until: until * 1000 }];
  const plain = { source: 'hybrid', choice: { readings: [], qualities: [] } } as const;
  // a head end that says of no type that it measures it may bring readings all the same: what is stored of them is the result
  if (types.length === 0) return [{ ...plain, types: undefined, periods }];
  const all = named === undefined ? ({ anyOfThem: true } as const) : {};
  const wants: readonly ReadingRequest[] = [
    { ...plain, ...all, types: types.filter(isInterval), periods },
    { ...plain, ...all, types: types.filter((type) => !isInterval(type)), periods: undefined },
  ];
  return wants.filter((want) => want.types?.length !== 0);
}

/** What is wrong with a schedule: its times, its reading types, its meters. */
export async function scheduleFindings(
  store: StoreReader,
  noun: string,
  document: MeterReadSchedule,
  since: number,
  now: number,
): Promise<{ readonly times: Times; readonly findings: readonly Finding[] }> {
  const findings: Finding[] = [];
  const { TimeSchedule = [], CustomerAccount = [], CustomerAgreement = [] } = document;
  if (TimeSchedule.length === 0) {
    const details = 'a schedule without times never reads; say when by a TimeSchedule';
    const path = `${noun}.TimeSchedule`;
    findings.push({ code: codes.fieldMissing, path, details, values: { element: 'TimeSchedule' } });
  }
  const times = timesOf(TimeSchedule, since, noun, findings);
  if (findings.length === 0 && times.length > 0 && nextRun(times, now) === undefined) {
    const details = 'none of its times is still to come';
    findings.push({ code: codes.notAttempted, path: `${noun}.TimeSchedule`, details, values: { details } });
  }
  for (const [element, given] of Object.entries({ CustomerAccount, CustomerAgreement })) {
    if (given.length === 0) continue;
    const details = `choosing meters by ${element} is not offered in this version; name meters, usage points or groups`;
    findings.push({ code: codes.notAttempted, path: `${noun}.${element}`, details, values: { details: element } });
  }
  readingTypes(document.ReadingType, noun, findings);
  const { findings: missing } = await readingTargets(store, document, now, undefined, noun);
  // a group may get its members later, a usage point its meter
  const lasting = missing.filter(
    ({ code }) => code !== codes.dataUnavailable && code !== codes.meterUsagePointMismatch,
  );
  return { times, findings: [...findings, ...lasting] };
}
