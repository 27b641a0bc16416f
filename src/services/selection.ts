/**
 * What a get asks for. Criteria of one kind are alternatives, different kinds narrow: two meters and a time window are the
 * objects of either meter in that window.
 */
import type { AnyMessage } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, ObjectReference, StoredObject } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { documentOf, includes } from './documents.js';
import { optionOf } from './get-options.js';
import { listOf, memberOf, referenceOf, resolve, type Resolution } from './identification.js';
import { relatedCriterion } from './related-criterion.js';
import type { Subject } from './subject.js';
import { idsOf, resolveId } from './targets.js';
import { boundOf, instantOf } from './instant.js';

/** One kind of criterion. */
export interface Criterion {
  /** The only objects that can fit; absent when that cannot be known beforehand. */
  readonly listed?: readonly StoredObject[] | undefined;
  /** With `also`: every object that can fit points at one of these. */
  readonly referringTo?: readonly ObjectReference[] | undefined;
  readonly also?: readonly StoredObject[] | undefined;
  fits(object: StoredObject): boolean;
}

export interface Selection {
  readonly criteria: readonly Criterion[];
  /** What was named and is not there. */
  readonly findings: readonly Finding[];
  /** How many of the newest are wanted; all that fit when absent. */
  readonly newest?: number | undefined;
}

/** Reads the criteria of a get from its IDs, its time span and its Get profile. */
export async function selectionOf(subject: Subject, message: AnyMessage): Promise<Selection> {
  const findings: Finding[] = [];
  const criteria: Criterion[] = [];
  const profileName = `Get${subject.noun}`;
  const own: { readonly name: string; readonly entries: readonly unknown[] }[] = [];
  for (const [name, value] of Object.entries(memberOf(message.Request, profileName) ?? {})) {
    const entries = listOf(value);
    if (entries.length === 0 || name === 'any') continue;
    if (subject.kinds.includes(name)) own.push({ name, entries });
    else if (name === 'TimeSchedule') criteria.push(scheduleCriterion(entries));
    else criteria.push(await relatedCriterion(subject, name, entries, `${profileName}.${name}`, findings));
  }
  if (own.length > 0 || idsOf(message).length > 0) criteria.push(await ownCriterion(subject, message, own, findings));
  const span = spanOf(message);
  const timeOf = subject.row.happens === true ? documentedTime : storedTime;
  if (span) criteria.push({ fits: (object) => within(span, timeOf(object)) });
  return { criteria, findings, newest: newestOf(message) };
}

/** `Request/Option` `Newest` = n: only so many of what fits, the newest first. */
function newestOf(message: AnyMessage): number | undefined {
  const option = optionOf(message, 'Newest');
  if (option === undefined) return undefined;
  if (/^[1-9]\d{0,8}$/.test(option.text)) return Number(option.text);
  return option.refuse('Newest takes the number of objects wanted, from 1');
}

/** Objects of the noun, by mRID or names, by ID, or by the elements they must have. */
async function ownCriterion(
  subject: Subject,
  message: AnyMessage,
  own: readonly { readonly name: string; readonly entries: readonly unknown[] }[],
  findings: Finding[],
): Promise<Criterion> {
  const { noun, ports } = subject;
  const listed = new Map<number, StoredObject>();
  const like: { readonly kind: string; readonly wanted: JsonObject }[] = [];
  for (const { name, entries } of own) {
    const answers = await askAll(entries, async (entry, at) => {
      const ref = referenceOf(name, entry);
      const { mRID: _, Names: __, ...wanted } = documentOf(entry);
      if (ref.mRID === undefined && ref.names.length === 0 && Object.keys(wanted).length > 0) {
        like.push({ kind: name, wanted });
        return undefined;
      }
      const found = await resolve(ports.store, [{ noun, kinds: [name] }], ref, `Get${noun}.${name}[${at}]`);
      return { wanted, ...(await orDeleted(subject, found, [name], ref.mRID)) };
    });
    for (const found of answers) {
      if (found === undefined) continue;
      if ('finding' in found) findings.push(found.finding);
      else if (includes(found.object.document, found.wanted)) listed.set(found.object.id, found.object);
    }
  }
  const byId = await askAll(idsOf(message), async (id) =>
    orDeleted(subject, await resolveId(ports.store, subject, id), subject.kinds, id.text),
  );
  for (const found of byId) {
    if ('finding' in found) findings.push(found.finding);
    else listed.set(found.object.id, found.object);
  }
  return {
    listed: like.length === 0 ? [...listed.values()] : undefined,
    fits: (object) =>
      listed.has(object.id) ||
      like.some(({ kind, wanted }) => kind === object.kind && includes(object.document, wanted)),
  };
}

/** Who asks what was may mean what is deleted. */
async function orDeleted(
  { noun, past, ports }: Subject,
  found: Resolution,
  kinds: readonly string[],
  mRID: string | undefined,
): Promise<Resolution> {
  if (!past || 'object' in found || !found.missing || mRID === undefined) return found;
  const object = await ports.store.objectByMRID(noun, kinds, mRID);
  return object ? { object } : found;
}

function scheduleCriterion(entries: readonly unknown[]): Criterion {
  const windows = entries.map((entry): Window => {
    const interval = memberOf(entry, 'scheduleInterval');
    return { start: timeIn(interval, 'start'), end: timeIn(interval, 'end') };
  });
  return { fits: (object) => windows.some((window) => within(window, documentedTime(object))) };
}

/** When the object itself says it came about; else when it was stored. */
function documentedTime({ document, provenance }: StoredObject): number | undefined {
  const texts = [
    memberOf(document, 'createdDateTime'),
    memberOf(document, 'requestDateTime'),
    memberOf(memberOf(document, 'line'), 'dateTime'),
    memberOf(document, 'lastModifiedDateTime'),
  ];
  const text = texts.find((one) => typeof one === 'string');
  return instantOf(typeof text === 'string' ? text : provenance.at);
}

function storedTime({ provenance }: StoredObject): number | undefined {
  return instantOf(provenance.at);
}

/** Open at the start, closed at the end; what is absent leaves that side open. Microseconds since 1970. */
interface Window {
  readonly start: number | undefined;
  readonly end: number | undefined;
}

function within({ start, end }: Window, instant: number | undefined): boolean {
  return instant !== undefined && (start === undefined || instant > start) && (end === undefined || instant <= end);
}

function spanOf(message: AnyMessage): Window | undefined {
  const start = timeIn(message.Request, 'StartTime');
  const end = timeIn(message.Request, 'EndTime');
  if (start === undefined && end === undefined) return undefined;
  if (start !== undefined && end !== undefined && end < start) {
    const details = 'it lies before StartTime; give a span that ends after its start';
    throw new ReplyError({ code: codes.schemaInvalid, path: 'Request.EndTime', details });
  }
  return { start, end };
}

function timeIn(value: unknown, name: string): number | undefined {
  const text = memberOf(value, name);
  return typeof text === 'string' ? boundOf(text) : undefined;
}
