/** Groups of devices and of usage points: their members are devices and usage points, never groups, so that no circle can be. */
import type { Handlers } from '../generated/handlers.js';
import type { Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { NewObject, ObjectReference, StoreReader, StoreTransaction } from '../ports/object-store.js';
import { changeObjects } from './change-objects.js';
import { createObjects } from './create-objects.js';
import { mayBeSame } from './documents.js';
import { listOf, objectIdOf, referenceOf, resolve, wordsOf } from './identification.js';
import { configVerbs, type Handler, type ServicePorts } from './noun-row.js';
import { placesOf } from './places.js';
import { subjectOf, type Subject } from './subject.js';

/** The kinds of groups, and what each has as members. */
const members = {
  EndDeviceGroup: { element: 'EndDevices', kind: 'EndDevice' },
  UsagePointGroup: { element: 'UsagePoints', kind: 'UsagePoint' },
} as const;

const common = { verbs: configVerbs, masterData: true, repeatable: true, elementOperations: true } as const;
export const groupRows = {
  EndDeviceGroups: { ...common, objects: ['EndDeviceGroup'] },
  UsagePointGroups: { ...common, objects: ['UsagePointGroup'] },
} as const;

/** The service of a noun of groups: create and change look at the members. */
export function groups<N extends keyof typeof groupRows>(noun: N) {
  return (ports: ServicePorts): Partial<Handlers<Call>[N]> =>
    groupsWithin(noun)(ports) as unknown as Partial<Handlers<Call>[N]>;
}

/** The same for operations of a set. */
export function groupsWithin(noun: keyof typeof groupRows) {
  return (ports: ServicePorts): Readonly<Record<'create' | 'change', Handler>> => {
    const subject: Subject = { ...subjectOf(groupRows[noun], noun, ports), before: withMembers };
    return {
      create: (message, call) => (call.elementOperation ? changeObjects : createObjects)(subject, message, call),
      change: (message, call) => changeObjects(subject, message, call),
    };
  };
}

/** Refuses a group with a member that names a group. */
async function withMembers(tx: StoreTransaction, next: NewObject, path: string): Promise<NewObject> {
  const finding = await notAMember(tx, next, path);
  if (finding) throw new ReplyError(finding);
  return next;
}

/** Finds a member that names a group: the group itself, or another. */
async function notAMember(store: StoreReader, own: NewObject, path: string): Promise<Finding | undefined> {
  const { kind, document } = own;
  if (kind !== 'EndDeviceGroup' && kind !== 'UsagePointGroup') return undefined;
  const { element, kind: memberKind } = members[kind];
  for (const [at, member] of listOf(document[element]).entries()) {
    const reference = referenceOf(memberKind, member);
    if (reference.mRID === undefined && reference.names.length === 0) continue;
    const place = `${path}.${element}[${at}]`;
    const known = await resolve(store, placesOf(memberKind), reference, place);
    if ('object' in known || !known.missing) continue;
    if (mayBeSame({ ...reference, kind }, own)) return circular(reference, kind, place, true);
    for (const group of ['EndDeviceGroup', 'UsagePointGroup']) {
      const found = await resolve(store, placesOf(group), { ...reference, kind: group }, place);
      if ('object' in found) return circular(reference, group, place, false);
    }
  }
  return undefined;
}

function circular(reference: ObjectReference, group: string, path: string, itself: boolean): Finding {
  const object = objectIdOf(reference);
  const details = itself
    ? `a group cannot be a member of itself; name ${wordsOf(reference.kind)}s as members`
    : `${object.id} is a ${wordsOf(group)}, and groups cannot be members of groups; name ${wordsOf(reference.kind)}s`;
  return { code: codes.relationshipMismatch, path, details, object, values: { object: object.id } };
}
