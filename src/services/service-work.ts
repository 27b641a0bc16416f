/**
 * Work at meters: what kind it is, and how its state stands in its document (behaviour §8). The states are created, scheduled,
 * dispatched, done and canceled. Pure.
 */
import type { MeterServiceWork } from '../generated/MeterServiceRequests.js';
import type { JsonObject } from '../ports/object-store.js';
import { documentOf } from './documents.js';
import { boundOf, timeStampOf } from './instant.js';

export const workNoun = 'MeterServiceRequests';
export const workKind = 'MeterServiceWork';

export type WorkState = 'created' | 'scheduled' | 'dispatched' | 'done' | 'canceled';

/** What the gateway does of a work: the remote ones by itself, the others when they are told to be over. */
export type WorkCourse = 'disconnect' | 'reconnect' | 'install' | 'remove' | 'exchange' | 'none';

/** The control of a remote work. */
export const controlOf: Readonly<Partial<Record<WorkCourse, string>>> = {
  disconnect: '3.31.0.23',
  reconnect: '3.31.0.18',
};

/**
 * The course of a work: its kind says disconnect and reconnect; a work on a meter is an exchange when there is an old meter, else a
 * removal or an installation as its type says.
 */
export function courseOf({ kind, type = '', OldMeter }: MeterServiceWork): WorkCourse {
  if (kind === 'disconnect' || kind === 'reconnect') return kind;
  if (kind !== 'meter') return 'none';
  if (OldMeter !== undefined) return 'exchange';
  if (/remov/i.test(type)) return 'remove';
  return /instal/i.test(type) ? 'install' : 'none';
}

export function isRemote(course: WorkCourse): boolean {
  return controlOf[course] !== undefined;
}

/** When a remote work is to begin, milliseconds since 1970; undefined = at once. */
export function workDue({ requestDateTime }: MeterServiceWork): number | undefined {
  const instant = requestDateTime === undefined ? undefined : boundOf(requestDateTime);
  return instant === undefined ? undefined : Math.floor(instant / 1000);
}

/** The document of a work in another state, with a record of when it came there and why. */
export function inWorkState(
  work: MeterServiceWork,
  state: WorkState,
  at: number,
  reason?: string,
  more: Partial<MeterServiceWork> = {},
): JsonObject {
  const time = timeStampOf(at);
  const why = reason === undefined ? {} : { reason };
  const next: MeterServiceWork = {
    ...work,
    ...more,
    lastModifiedDateTime: time,
    ActivityRecords: [...(work.ActivityRecords ?? []), { createdDateTime: time, ...why, type: state }],
    status: { ...work.status, dateTime: time, ...why, value: state },
  };
  return documentOf(next);
}
