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
  listOf,
  memberOf,
  objectIdOf,
  referenceOf,
  resolve,
  usagePointPlaces,
} from './identification.js';
import { boundOf, instantOf } from './instant.js';
import { linksOf } from './links.js';
import { nameElementsOf } from './name-elements.js';
import { linkageNoun } from './places.js';
import type { WorkCourse } from './service-work.js';

/** The meters of a work, as stored. */
export interface WorkMeters {
  readonly meter: StoredObject;
  readonly oldMeter?: StoredObject | undefined;
}

/** Finds the meters of a work. Throws `ReplyError` for what cannot be found. */
export async function metersOfWork(store: StoreReader, { Meter, OldMeter }: MeterServiceWork): Promise<WorkMeters> {
  const path = 'MeterServiceRequests.MeterServiceWork';
  const findings: Finding[] = [];
  const find = async (element: unknown, at: string): Promise<StoredObject | undefined> => {
    const found = await resolve(store, devicePlaces, referenceOf('Meter', element), `${path}.${at}`);
    if ('object' in found) return found.object;
    findings.push(found.finding);
    return undefined;
  };
  const meter = await find(Meter, 'Meter');
  const oldMeter = OldMeter === undefined ? undefined : await find(OldMeter, 'OldMeter');
  if (findings.length > 0 || meter === undefined) throw new ReplyError(...findings);
  return { meter, oldMeter };
}

/**
 * Makes and breaks the links that a finished work means, and keeps the values read at it.
 * @param place mRID or name of the usage point where a meter is installed: works have no element that could say it
 * @param id the mRID of a new link
 */
export async function linkAsDone(
  tx: StoreTransaction,
  work: MeterServiceWork,
  course: WorkCourse,
  place: string | undefined,
  id: string,
  provenance: Provenance,
): Promise<void> {
  const { meter, oldMeter } = await metersOfWork(tx, work);
  await tx.putReadings([...rowsIn(meter, work.Meter), ...(oldMeter ? rowsIn(oldMeter, work.OldMeter) : [])], {
    keepFormer: true,
  });
  const now = boundOf(provenance.at) ?? 0;
  const links = await placesOfMeter(tx, oldMeter ?? meter, now);
  if (course !== 'install')
    for (const link of links) await tx.replace(link.id, link.version, endedAt(link, 'closed', now), provenance);
  if (course === 'remove') return;
  const point = course === 'exchange' ? await pointOf(tx, links) : await usagePointAt(tx, place);
  if (point === undefined) {
    const object = objectIdOf(referenceOf('Meter', work.OldMeter));
    throw new ReplyError({
      code: codes.meterUsagePointMismatch,
      path: 'MeterServiceRequests.MeterServiceWork.OldMeter',
      details: `the meter ${object.id} is linked to no usage point, so no other can take its place`,
      object,
      values: { object: object.id },
    });
  }
  const already = await placesOfMeter(tx, meter, now);
  if (already.length > 0) {
    const object = objectIdOf(referenceOf('Meter', work.Meter));
    const details = `the meter ${object.id} is linked to a usage point already; remove it there first`;
    throw new ReplyError({
      code: codes.meterUsagePointMismatch,
      path: 'MeterServiceRequests.MeterServiceWork.Meter',
      details,
      object,
      values: { object: object.id },
    });
  }
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
