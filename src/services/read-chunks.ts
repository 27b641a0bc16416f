/**
 * The chunks of a read: each reads its meters and gives its part of the reply, in one transaction that ends its tasks. A chunk
 * may come again after a crash: it reads once more then, but what has been answered is not answered twice.
 */
import type { AnyMessage, AnyResponse } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { replyTo, type ReplyParts } from '../message/replies.js';
import type { Job } from '../ports/jobs.js';
import type { JsonObject, StoreTransaction } from '../ports/object-store.js';
import type { StoredRequest, Task, TaskState } from '../ports/requests.js';
import { askAll } from './ask-all.js';
import { endWithPart, handOut } from './final-reply.js';
import { answeredSentence } from './get-readings.js';
import { findingOf, type Need } from './head-end-reading.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import { readPatiently } from './patient-reading.js';
import { noun, planOf, queue, targetOf, type ReadPlan } from './read-plan.js';
import { meterReadingsOf } from './reading-answer.js';
import { addRead, both, isAnswered, judge, storedCourses, type Course } from './reading-courses.js';
import { missingOf } from './reading-gaps.js';
import { lacksOf, lacksOne, typesLacking } from './reading-lacks.js';
import type { ReadingRequest } from './reading-request.js';
import type { Asker } from './reading-sink.js';
import type { ReadingTarget } from './reading-targets.js';

/** Chunks under way at a time; most of them wait for their meters. */
const concurrency = 64;

/** Milliseconds after which a chunk is tried again that was interrupted. */
const retry = 1_000;

const open: readonly TaskState[] = ['accepted', 'waiting', 'sent'];

/** Serves the chunks of all reads. */
export function serveReads(ports: ServicePorts, desk: HeadEndDesk): void {
  ports.jobs.serve(queue, concurrency, (job) => readChunk(ports, desk, job));
}

async function readChunk(ports: ServicePorts, desk: HeadEndDesk, job: Job): Promise<void> {
  const { store } = ports;
  const [id, chunk] = [job.data['request'] as string, job.data['chunk'] as number];
  const request = await store.request(id);
  if (request === undefined || request.state === 'final') return;
  const plan = planOf(request);
  const tasks = await store.tasks(id, { after: chunk * plan.chunk - 1, limit: plan.chunk });
  if (!tasks.some(({ state }) => open.includes(state))) return;
  const sent = async (targets: readonly ReadingTarget[]): Promise<void> => {
    const meters = new Set(targets.map(({ meter }) => meter.mRID));
    const at = ports.clock.now();
    const steps = tasks
      .filter(({ device }) => meters.has(device))
      .map(({ seq }) => ({ requestId: id, seq, from: ['accepted', 'waiting'] as const, to: 'sent' as const, at }));
    await store.transaction((tx) => tx.stepTasks(steps));
  };
  const deadline = await ownDeadline(ports, request, plan);
  const answers = await Promise.all(
    plan.wants.map((want) => answersTo(ports, desk, want, tasks.map(targetOf), deadline, askerOf(request), sent)),
  );
  if (!desk.running()) {
    // what was not heard is no answer: it is asked for again after the start
    await store.write({ jobs: [{ ...job, due: ports.clock.now() + retry }] });
    return;
  }
  const courses = answers.map(({ courses: its }) => its).reduce(both);
  const missing = new Set(answers.flatMap(({ lacking }) => lacking));
  const findings = [...answers.flatMap(({ types }) => types), ...courses.flatMap((course) => course.findings)];
  const ends = courses.map((course): End => {
    const whole = course.findings.length === 0 && !missing.has(course.target.meter.mRID);
    if (isAnswered(course)) return { to: 'succeeded', part: !whole };
    return { to: course.findings.some(({ code }) => code === codes.timedOut) ? 'expired' : 'failed', part: false };
  });
  await store.transaction((tx) => endChunk(tx, ports, { request, plan, tasks, courses, findings, ends }));
}

/**
 * Until when a chunk waits for its meters: while there are more chunks than can be under way, a part of the time there is, so
 * that silent meters do not take it all from those behind them.
 */
async function ownDeadline({ store, clock, settings }: ServicePorts, request: StoredRequest, plan: ReadPlan) {
  const counts = await store.taskCounts(request.id);
  const left = open.reduce((sum, state) => sum + (counts[state] ?? 0), 0) / plan.chunk;
  const now = clock.now();
  const share = ((request.deadline - now) * concurrency) / Math.max(left, concurrency);
  return Math.min(request.deadline, now + Math.max(Math.floor(share), settings.syncTimeout));
}

function askerOf({ correlationId, replyTo }: StoredRequest): Asker {
  return { correlationId, endpoint: replyTo.kind === 'endpoint' ? replyTo.name : undefined };
}

interface Answers {
  readonly courses: readonly Course[];
  /** What is said of reading types rather than of meters. */
  readonly types: readonly Finding[];
  /** Meters that lack one of the types. */
  readonly lacking: readonly string[];
}

/** What the store and the head end have of one want, for each meter in order. */
async function answersTo(
  ports: ServicePorts,
  desk: HeadEndDesk,
  want: ReadingRequest,
  targets: readonly ReadingTarget[],
  deadline: number,
  asker: Asker,
  sent: (targets: readonly ReadingTarget[]) => Promise<void>,
): Promise<Answers> {
  try {
    const courses = await storedCourses(ports, want, targets, true);
    const needs = await askAll(courses, async (course): Promise<Need & { readonly course: Course }> => {
      const { target, rows } = course;
      return { course, target, wanted: await missingOf(ports, desk, want, target, rows, true) };
    });
    const open = needs.filter(({ wanted }) => wanted.length > 0);
    if (open.length > 0) {
      await sent(open.map(({ target }) => target));
      const reads = await readPatiently(ports, desk, open, deadline, asker);
      for (const { course, target } of open) addRead(want, course, reads.get(target.meter.mRID)!);
    }
    const lacks = await lacksOf(ports, desk, want, courses);
    judge(want, courses, lacks);
    return {
      courses,
      types: typesLacking(want, lacks),
      lacking: courses.filter((course) => lacksOne(want, lacks, course)).map(({ target }) => target.meter.mRID),
    };
  } catch (error) {
    if (!(error instanceof ReplyError)) throw error;
    // too much of it: that is so for each of the meters
    const refused = (target: ReadingTarget): Finding[] =>
      error.findings.map(({ code, details = '', values }) => ({ ...findingOf(target, code, details), values }));
    return {
      courses: targets.map((target) => ({ target, rows: [], findings: refused(target), events: [] })),
      types: [],
      lacking: [],
    };
  }
}

interface End {
  readonly to: TaskState;
  readonly part: boolean;
}

interface Chunk {
  readonly request: StoredRequest;
  readonly plan: ReadPlan;
  readonly tasks: readonly Task[];
  readonly courses: readonly Course[];
  readonly findings: readonly Finding[];
  readonly ends: readonly End[];
}

async function endChunk(tx: StoreTransaction, ports: ServicePorts, chunk: Chunk): Promise<void> {
  const { request, plan, tasks, courses, findings, ends } = chunk;
  const at = ports.clock.now();
  const stepped = await tx.stepTasks(
    tasks.map(({ seq }, place) => {
      const { to, part } = ends[place]!;
      const outcome: JsonObject = { codes: [...new Set(courses[place]?.findings.map(({ code }) => code))], part };
      return { requestId: request.id, seq, from: open, to, outcome, at };
    }),
  );
  if (!stepped.includes(true)) return; // it has been answered: this is a repetition
  const counts = await tx.taskCounts(request.id);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const left = open.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
  // all chunks are of one size but for one, whose rest counts as one by rounding up
  const n = Math.ceil((all - left) / plan.chunk);
  const parts = Math.ceil(all / plan.chunk);
  const payload = payloadOf(courses);
  const reply = (said: ReplyParts): AnyResponse => {
    const message = { Header: request.header } as unknown as AnyMessage;
    const made = replyTo(message, noun, { ...said, payload }, ports.replies);
    if (parts === 1) return made;
    return { ...made, Header: { ...made.Header, Property: [{ Name: 'Part', Value: `${n}/${parts}` }] } };
  };
  if (left > 0) {
    const more = reply({ result: 'PARTIAL', findings: [{ code: codes.moreFollows }, ...findings] });
    await handOut(tx, ports, request, more, n);
    return;
  }
  const last = await lastWords(tx, request, plan, findings, all);
  await endWithPart(tx, ports, request, reply(last), n);
}

/** What the last part says of the whole read. */
async function lastWords(
  tx: StoreTransaction,
  { id }: StoredRequest,
  plan: ReadPlan,
  findings: readonly Finding[],
  all: number,
): Promise<ReplyParts> {
  const answered = await tx.tasks(id, { states: ['succeeded'] });
  const part = answered.filter(({ outcome }) => outcome?.['part'] === true).length;
  const whole = answered.length - part;
  const said = [...plan.findings, ...findings];
  if (whole === all && plan.findings.length === 0) return { result: 'OK', findings: said };
  if (answered.length === 0) return { result: 'FAILED', findings: said };
  const details = answeredSentence(whole, part, plan.named);
  return { result: 'PARTIAL', findings: [{ code: codes.partialDone, details }, ...said] };
}

function payloadOf(courses: readonly Course[]): ReplyParts['payload'] {
  const MeterReading = courses.flatMap(({ target, rows, events }) => meterReadingsOf(target, rows, events));
  return MeterReading.length > 0 ? { MeterReadings: { MeterReading } } : undefined;
}
