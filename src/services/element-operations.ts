/**
 * Operations on single elements of an object (messaging §1.6, `elementOperation`): the verb applies to the elements that the payload
 * has, however deep, and to nothing else. Pure: documents in, a document out. Whether the outcome is valid by the schema is asked
 * elsewhere.
 *
 * Entries of a list are the same where their `ref`, their mRID or one of their names is. Entries without any of these have no identity:
 * they are looked at as a whole.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Json, JsonObject } from '../ports/object-store.js';
import { includes, mayBeSame } from './documents.js';
import { referenceOf } from './identification.js';

/** `change` sets or replaces the elements given, `create` adds what is not there yet, `delete` takes away what is there. */
export type ElementVerb = 'create' | 'change' | 'delete';

export type Applied = { readonly document: JsonObject } | { readonly findings: readonly Finding[] };

/** Who changed what, when and why: of every change anew, whatever the verb. */
const records: ReadonlySet<string> = new Set(['ConfigurationEvent', 'ConfigurationEvents']);

/** What tells one entry of a list from the others. */
const identifying: ReadonlySet<string> = new Set(['mRID', 'Names', 'ref']);

/**
 * The document with the verb applied to the elements given.
 * @param given the element of the payload. Its mRID, or its names where it has none, say which object is meant and are no change
 * @param path where the element stands in the message
 */
export function applyElements(document: JsonObject, given: JsonObject, verb: ElementVerb, path: string): Applied {
  const { mRID, Names, ...rest } = given;
  const byMRID = typeof mRID === 'string' && mRID.trim() !== '';
  const elements = { ...rest, ...(byMRID && Names !== undefined ? { Names } : {}) };
  const wanted = membersOf(elements).filter(([name]) => !records.has(name));
  if (wanted.length === 0) return { findings: [nothingGiven(verb, path)] };
  const findings: Finding[] = [];
  const changed = applied(document, Object.fromEntries(wanted), verb, path, findings);
  if (findings.length > 0) return { findings };
  return { document: { ...changed, ...Object.fromEntries(membersOf(elements).filter(([name]) => records.has(name))) } };
}

function applied(
  stored: JsonObject,
  given: JsonObject,
  verb: ElementVerb,
  path: string,
  findings: Finding[],
): JsonObject {
  const next = new Map(membersOf(stored));
  for (const [name, value] of membersOf(given)) {
    const place = `${path}.${name}`;
    const before = next.get(name);
    const after =
      isList(value) || isList(before)
        ? listed(isList(before) ? before : [], isList(value) ? value : [value], verb, place, findings)
        : single(before, value, verb, place, findings);
    if (after === undefined || (isList(after) && after.length === 0)) next.delete(name);
    else next.set(name, after);
  }
  return Object.fromEntries(next);
}

/** An element that can be there once. */
function single(
  stored: Json | undefined,
  given: Json,
  verb: ElementVerb,
  path: string,
  findings: Finding[],
): Json | undefined {
  if (stored === undefined) {
    if (verb !== 'delete') return given;
    findings.push(notThere(path));
    return undefined;
  }
  if (!isObject(stored) || !isObject(given)) {
    if (verb === 'create') findings.push(thereAlready(path));
    return verb === 'delete' ? undefined : given;
  }
  const named = hasIdentity(given) && hasIdentity(stored);
  if (named && !isSame(stored, given)) {
    // a reference that points elsewhere, or another object: nothing of the former one holds for it
    if (verb === 'change') return given;
    findings.push(verb === 'create' ? thereAlready(path) : notThere(path));
    return stored;
  }
  return contentOf(stored, named ? withoutIdentity(given) : given, verb, path, findings);
}

function listed(
  stored: readonly Json[],
  given: readonly Json[],
  verb: ElementVerb,
  path: string,
  findings: Finding[],
): readonly Json[] {
  // what has no identity cannot be told apart from what is there: the list given is the list
  if (verb === 'change' && !given.every(hasIdentity)) return given;
  let next: readonly Json[] = stored;
  for (const [at, entry] of given.entries()) next = withEntry(next, entry, verb, `${path}[${at}]`, findings);
  return next;
}

/** The list with the verb applied to one entry. */
function withEntry(
  list: readonly Json[],
  given: Json,
  verb: ElementVerb,
  path: string,
  findings: Finding[],
): readonly Json[] {
  if (verb === 'delete' && !hasIdentity(given)) {
    const left = list.filter((entry) => !includes(entry, given));
    if (left.length === list.length) findings.push(notThere(path));
    return left;
  }
  const found = list.findIndex((entry) => isSame(entry, given));
  const stored = list[found];
  if (stored === undefined) {
    if (verb !== 'delete') return [...list, given];
    findings.push(notThere(path));
    return list;
  }
  const content = isObject(given) && hasIdentity(given) ? withoutIdentity(given) : {};
  const next = contentOf(stored, content, verb, path, findings);
  return next === undefined ? list.toSpliced(found, 1) : list.with(found, next);
}

/** The verb applied to what is within an element; to the element itself when nothing is given within it. */
function contentOf(
  stored: Json,
  given: JsonObject,
  verb: ElementVerb,
  path: string,
  findings: Finding[],
): Json | undefined {
  if (membersOf(given).length > 0 && isObject(stored)) {
    const next = applied(stored, given, verb, path, findings);
    return membersOf(next).length === 0 ? undefined : next;
  }
  if (verb === 'create') findings.push(thereAlready(path));
  return verb === 'delete' ? undefined : stored;
}

function withoutIdentity(entry: JsonObject): JsonObject {
  return Object.fromEntries(membersOf(entry).filter(([name]) => !identifying.has(name)));
}

function hasIdentity(value: Json): boolean {
  if (!isObject(value)) return false;
  const { mRID, names } = referenceOf('', value);
  return mRID !== undefined || names.length > 0 || typeof value['ref'] === 'string';
}

function isSame(one: Json, other: Json): boolean {
  if (!isObject(one) || !isObject(other)) return one === other;
  if (!hasIdentity(other)) return isDeepStrictEqual(one, other);
  if (typeof one['ref'] === 'string' && one['ref'] === other['ref']) return true;
  return mayBeSame(referenceOf('', one), referenceOf('', other));
}

function membersOf(value: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(value).filter((member): member is [string, Json] => member[1] !== undefined);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function nothingGiven(verb: ElementVerb, path: string): Finding {
  const whole = verb === 'delete' ? '; send the operation without elementOperation to delete the object itself' : '';
  return {
    code: codes.payloadMissing,
    path,
    details: `nothing is given beside what names the object, so that there is no element to ${verb}${whole}`,
    values: { element: 'element' },
  };
}

function thereAlready(path: string): Finding {
  const details = 'it is there already; alter it by change';
  return { code: codes.canceledByRule, path, details, values: { details: 'it is there already' } };
}

function notThere(path: string): Finding {
  return { code: codes.canceledByRule, path, details: 'it is not there', values: { details: 'it is not there' } };
}
