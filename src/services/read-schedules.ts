/**
 * MeterReadSchedule: documents like others, whose runs are planned in the transaction that writes them. The result of a run goes to
 * the ReplyAddress of the message that made the schedule.
 */
import type { MeterReadSchedule } from '../generated/MeterReadSchedule.js';
import type { Handlers } from '../generated/handlers.js';
import type { AnyMessage, Call } from '../message/call.js';
import { ReplyError } from '../message/finding.js';
import type { JsonObject, NewObject, StoreTransaction } from '../ports/object-store.js';
import { changeObjects } from './change-objects.js';
import { createObjects } from './create-objects.js';
import { endObjects, type Ending } from './end-objects.js';
import { headEndDesk } from './head-end-desk.js';
import { commandVerbs, type Handler, type ServicePorts } from './noun-row.js';
import { addressee } from './reply-address.js';
import {
  factsKind,
  factsOf,
  jobKey,
  nextJob,
  scheduleFindings,
  scheduleQueue,
  serveSchedules,
  type ScheduleFacts,
} from './schedule-runs.js';
import { provenanceOf, subjectOf, type Subject } from './subject.js';

/** What both nouns of schedules have in common. */
export const readSchedule = { verbs: commandVerbs, objects: 'payload', repeatable: true } as const;

/** The service of a noun of schedules, under its singular or its plural name. */
export function readSchedules<N extends 'MeterReadSchedule' | 'MeterReadSchedules'>(noun: N) {
  return (ports: ServicePorts): Partial<Handlers<Call>[N]> => {
    serveSchedules(ports, headEndDesk(ports));
    return schedulesWithin(noun)(ports) as unknown as Partial<Handlers<Call>[N]>;
  };
}

/** What it does with messages, without serving the runs: also for operations of a set. */
export function schedulesWithin(noun: 'MeterReadSchedule' | 'MeterReadSchedules') {
  return (ports: ServicePorts): Readonly<Record<'create' | 'change' | Ending, Handler>> => {
    const subject = subjectOf(readSchedule, noun, ports);
    const planning = (message: AnyMessage, call: Call): Subject => ({
      ...subject,
      before: (tx, next) => plan(tx, subject, message, call, next),
    });
    const ending =
      (verb: Ending): Handler =>
      (message, call) =>
        endObjects(planning(message, call), verb, message, call);
    return {
      create: (message, call) => createObjects(planning(message, call), message, call),
      change: (message, call) => changeObjects(planning(message, call), message, call),
      cancel: ending('cancel'),
      close: ending('close'),
      delete: ending('delete'),
    };
  };
}

/** Plans the next run of a schedule as it will be; throws when it can never run. */
async function plan(
  tx: StoreTransaction,
  subject: Subject,
  message: AnyMessage,
  call: Call,
  next: NewObject,
): Promise<NewObject> {
  const { noun } = subject;
  const { mRID, state, document } = next;
  const key = jobKey(noun, mRID);
  if (state !== 'active') {
    await tx.removeJobs(scheduleQueue, [key]);
    return next;
  }
  const now = subject.ports.clock.now();
  const since = (await factsOf(tx, noun, mRID))?.facts.since ?? now;
  const schedule = document as unknown as MeterReadSchedule;
  const { times, findings } = await scheduleFindings(tx, noun, schedule, since, now);
  if (findings.length > 0) throw new ReplyError(...findings);
  await keepFacts(tx, subject, message, call, mRID);
  await tx.removeJobs(scheduleQueue, [key]);
  await tx.addJobs(nextJob(noun, mRID, times, now - 1));
  return next;
}

/** Keeps whom the runs are for; a change without a ReplyAddress leaves that as it is. */
async function keepFacts(
  tx: StoreTransaction,
  subject: Subject,
  message: AnyMessage,
  call: Call,
  mRID: string,
): Promise<void> {
  const { noun, ports } = subject;
  const replyTo = addressee(message.Header, ports);
  const known = await factsOf(tx, noun, mRID);
  if (known !== undefined && replyTo === undefined) return;
  const facts: ScheduleFacts = {
    replyTo: replyTo ?? { kind: 'nobody' },
    ...(known !== undefined && { directedBy: call.principal ?? '' }),
    principal: known?.facts.principal ?? call.principal ?? '',
    context: message.Header.Context,
    since: known?.facts.since ?? ports.clock.now(),
  };
  const object: NewObject = {
    noun,
    kind: factsKind,
    mRID,
    names: [],
    state: 'active',
    document: JSON.parse(JSON.stringify(facts)) as JsonObject,
    references: [],
  };
  const provenance = provenanceOf(subject, message, call);
  if (known === undefined) await tx.insert([object], provenance);
  else await tx.replace(known.object.id, known.object.version, object, provenance);
}
