/** Master data as they were: the version of an object at a moment, and all of them with who made each. */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectVersion, Provenance, StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { startOf, timeText } from './effective.js';
import { idOfStored } from './identification.js';
import { linkageNoun } from './places.js';

/**
 * The object as it was at a moment (microseconds since 1970): its latest version that holds from then or earlier. Nothing when it was
 * not there, no more or not yet. A link is as it is for as long as it holds.
 */
export async function versionAt(
  store: StoreReader,
  object: StoredObject,
  moment: number,
): Promise<StoredObject | undefined> {
  if (object.noun === linkageNoun) return object;
  const before = (await store.history(object.id)).filter((version) => startOf(version) <= moment);
  const version = before.at(-1);
  if (version === undefined || version.state === 'deleted' || version.state === 'canceled') return undefined;
  const { validFrom: _, validTo: __, ...same } = object;
  return { ...same, ...version };
}

/** The versions of each object, the oldest first. */
export function historiesOf(
  store: StoreReader,
  objects: readonly StoredObject[],
): Promise<readonly (readonly ObjectVersion[])[]> {
  return askAll(objects, ({ id }) => store.history(id));
}

/** What is said of each version of an object, and of the changes that are still to come. */
export async function versionNotes(
  store: StoreReader,
  object: StoredObject,
  versions: readonly ObjectVersion[],
): Promise<readonly Finding[]> {
  const note = (details: string): Finding => ({ code: codes.ok, details, object: idOfStored(object) });
  const notes = versions.map((version) => {
    const { validTo } = version;
    const until = validTo === undefined ? '' : ` until ${timeText(validTo)}`;
    const span = `${version.state} from ${timeText(startOf(version))}${until}`;
    return note(`version ${version.version} of ${versions.length}: ${span}; ${whoOf(version.provenance)}`);
  });
  const pending = await store.pendingChanges(object.noun, [object.mRID]);
  for (const { verb, effective, refused, provenance } of pending) {
    const what = refused === undefined ? `to come: ${verb} at` : `did not come into force (${refused}): ${verb} of`;
    notes.push(note(`${what} ${timeText(effective)}; ${whoOf(provenance)}`));
  }
  return notes;
}

function whoOf({ at, user, source, messageId }: Provenance): string {
  const by = [user, source].filter((one) => one !== undefined).join(' of ');
  return `written ${at}${by === '' ? '' : ` by ${by}`}${messageId === undefined ? '' : `, MessageID ${messageId}`}`;
}
