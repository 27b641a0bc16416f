/** What a work at a meter changes of the links between meters and usage points, in the transaction that ends the work. */
import type { MeterServiceWork } from '../generated/MeterServiceRequests.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type {
  JsonObject,
  Provenance,
  ReadingRow,
  StoredObject,
  StoreReader,
  StoreTransaction,
} from '../ports/object-store.js';
import { documentOf, referencesOf } from './documents.js';
import { endedAt } from './effective.js';
import {
  devicePlaces,
  idOfStored,
  listOf,
  memberOf,
  objectIdOf,
  referenceOf,
  resolve,
  usagePointPlaces,
} from './identification.js';
import { boundOf, instantOf } from './instant.js';
import { notActive } from './link-checks.js';
import { linksOf } from './links.js';
import { nameElementsOf } from './name-elements.js';
import { linkageNoun } from './places.js';
import { publish, type PublishPorts } from './publish.js';
import { putAndPublish } from './publish-readings.js';
import type { WorkCourse } from './service-work.js';

/** The meters of a work, as stored. */
export interface WorkMeters {
  readonly meter: StoredObject;
  readonly oldMeter?: StoredObject | undefined;
}

/**
 * Finds the meters of a work. Throws `ReplyError` for what cannot be found.
 * @param path where the message has the work, or names it
 */
export async function metersOfWork(
  store: StoreReader,
  { Meter, OldMeter }: MeterServiceWork,
  path: string,
): Promise<WorkMeters> {
  const findings: Finding[] = [];
  const find = async (element: unknown, at: string): Promise<StoredObject | undefined> => {
    const found = await resolve(store, devicePlaces, referenceOf('Meter', element), elementAt(path, at));
    if ('object' in found) return found.object;
    findings.push(found.finding);
    return undefined;
  };
  const meter = await find(Meter, 'Meter');
  const oldMeter = OldMeter === undefined ? undefined : await find(OldMeter, 'OldMeter');
  if (findings.length > 0 || meter === undefined) throw new ReplyError(...findings);
  return { meter, oldMeter };
}

/** Where an element of a work stands; a work that is named by `Request.ID` has none in the message. */
function elementAt(path: string, element: string): string {
  return path.startsWith('Request') ? path : `${path}.${element}`;
}

/**
 * Makes and breaks the links that a finished work means, keeps the values read at it, and tells subscribers of both.
 * @param place mRID or name of the usage point where a meter is installed: works have no element that could say it
 * @param id the mRID of a new link
 * @param path where the message has the work, or names it
 * @throws ReplyError before anything is written
 */
export async function linkAsDone(
  tx: StoreTransaction,
  ports: PublishPorts,
  work: MeterServiceWork,
  course: WorkCourse,
  place: string | undefined,
  id: string,
  provenance: Provenance,
  path: string,
): Promise<void> {
  const { meter, oldMeter } = await metersOfWork(tx, work, path);
  const now = boundOf(provenance.at) ?? 0;
  const links = await placesOfMeter(tx, oldMeter ?? meter, now);
  const point = course === 'remove' ? undefined : await pointFor(tx, work, course, links, place, path);
  if (oldMeter !== undefined && oldMeter.mRID !== meter.mRID && (await placesOfMeter(tx, meter, now)).length > 0)
    throw new ReplyError(mismatch(work.Meter, elementAt(path, 'Meter'), elsewhere));
  if (point !== undefined) {
    const pointPath = course === 'exchange' ? elementAt(path, 'OldMeter') : 'Header.Property';
    const over = [
      notActive('Meter', meter, objectIdOf(referenceOf('Meter', work.Meter)), elementAt(path, 'Meter')),
      notActive('UsagePoint', point, idOfStored(point), pointPath),
    ].filter((finding) => finding !== undefined);
    if (over.length > 0) throw new ReplyError(...over);
  }
  const correlationId = provenance.correlationId ?? provenance.messageId;
  const rows = [...rowsIn(meter, work.Meter), ...(oldMeter ? rowsIn(oldMeter, work.OldMeter) : [])];
  const meters = new Map([meter, oldMeter ?? meter].map((one) => [one.mRID, one]));
  if (rows.length > 0) await putAndPublish(tx, ports, 'created', rows, meters, { correlationId });
  const tell = (verb: string, root: JsonObject): Promise<void> =>
    publish(tx, ports, { noun: linkageNoun, verb, root, objects: 'payload', correlationId });
  for (const link of course === 'install' ? [] : links) {
    await tx.replace(link.id, link.version, endedAt(link, 'closed', now), provenance);
    await tell('closed', link.document);
  }
  if (point === undefined) return;
  const document: JsonObject = documentOf({
    Meter: [{ mRID: meter.mRID, Names: nameElementsOf(meter.names) }],
    UsagePoint: [{ mRID: point.mRID, Names: nameElementsOf(point.names) }],
  });
  const references = referencesOf(document);
  const link = {
    noun: linkageNoun,
    kind: linkageNoun,
    mRID: id,
    names: [],
    state: 'active' as const,
    document,
    references,
    validFrom: now,
  };
  await tx.insert([link], provenance);
  await tell('created', document);
}

/** Where the meter of a work stands from now on; the meter must not stand anywhere else. */
async function pointFor(
  tx: StoreTransaction,
  { Meter, OldMeter }: MeterServiceWork,
  course: WorkCourse,
  links: readonly StoredObject[],
  place: string | undefined,
  path: string,
): Promise<StoredObject> {
  if (course === 'exchange') {
    const point = await pointOf(tx, links);
    if (point !== undefined) return point;
    const lacks = 'is linked to no usage point, so no other can take its place';
    throw new ReplyError(mismatch(OldMeter, elementAt(path, 'OldMeter'), lacks));
  }
  const point = await usagePointAt(tx, place);
  if (links.length === 0) return point;
  throw new ReplyError(mismatch(Meter, elementAt(path, 'Meter'), elsewhere));
}

const elsewhere = 'is linked to a usage point already; remove it there first';

function mismatch(meter: unknown, path: string, what: string): Finding {
  const object = objectIdOf(referenceOf('Meter', meter));
  const details = `the meter ${object.id} ${what}`;
  return { code: codes.meterUsagePointMismatch, path, details, object, values: { object: object.id } };
}

/** Links of a meter to usage points that are in force at an instant (microseconds since 1970) or later. */
async function placesOfMeter(
  tx: StoreTransaction,
  meter: StoredObject,
  from: number,
): Promise<readonly StoredObject[]> {
  const links = await linksOf(tx, [meter], { from }, 100);
  return links.filter(({ document }) => listOf(document['UsagePoint']).length > 0);
}

async function pointOf(tx: StoreTransaction, links: readonly StoredObject[]): Promise<StoredObject | undefined> {
  for (const { document } of links)
    for (const element of listOf(document['UsagePoint'])) {
      const found = await resolve(tx, usagePointPlaces, referenceOf('UsagePoint', element), '');
      if ('object' in found) return found.object;
    }
  return undefined;
}

/** The usage point with this mRID, or else this name. */
async function usagePointAt(tx: StoreTransaction, place: string | undefined): Promise<StoredObject> {
  const path = 'Header.Property';
  if (place === undefined || place.trim() === '') {
    const details =
      'the work does not say where the meter was installed; put the mRID or the name of the usage point into the Property UsagePoint';
    throw new ReplyError({ code: codes.fieldMissing, path, details, values: { element: 'Property UsagePoint' } });
  }
  const byMRID = await resolve(tx, usagePointPlaces, { kind: 'UsagePoint', mRID: place, names: [] }, path);
  if ('object' in byMRID) return byMRID.object;
  const byName = await resolve(tx, usagePointPlaces, { kind: 'UsagePoint', names: [{ name: place }] }, path);
  if ('object' in byName) return byName.object;
  throw new ReplyError(byName.finding);
}

/** Values told with a meter, as rows. */
function rowsIn({ mRID }: StoredObject, element: unknown): ReadingRow[] {
  return listOf(memberOf(element, 'MeterReadings')).flatMap((reading) =>
    listOf(memberOf(reading, 'Readings')).flatMap((one): ReadingRow[] => {
      const { timeStamp, value, ReadingType, ...rest } = documentOf(one) as JsonObject & {
        readonly timeStamp?: string;
        readonly value?: string;
        readonly ReadingType?: { readonly ref?: string };
      };
      const instant = timeStamp === undefined ? undefined : instantOf(timeStamp);
      const readingType = ReadingType?.ref;
      if (instant === undefined || timeStamp === undefined || readingType === undefined) return [];
      return [{ meter: mRID, readingType, instant, timeStamp, value, shape: 'reading', rest: rest }];
    }),
  );
}
