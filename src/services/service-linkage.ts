/** What a work at a meter changes of the links between meters and usage points, in the transaction that ends the work. */
import type { MeterServiceWork } from '../generated/MeterServiceRequests.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, Provenance, ReadingRow, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { documentOf, referencesOf } from './documents.js';
import {
  devicePlaces,
  listOf,
  memberOf,
  objectIdOf,
  referenceOf,
  resolve,
  usagePointPlaces,
  type Place,
} from './identification.js';
import { instantOf } from './instant.js';
import { nameElementsOf } from './name-elements.js';
import { linkageNoun } from './places.js';
import type { WorkCourse } from './service-work.js';
import { inState } from './subject.js';

interface Asked {
  readonly element: unknown;
  readonly kind: string;
  readonly places: readonly Place[];
  readonly path: string;
}

/** The meters and the usage point of a work, as stored. Throws with what is not there. */
export interface WorkObjects {
  readonly meter: StoredObject;
  readonly oldMeter?: StoredObject | undefined;
  readonly usagePoint?: StoredObject | undefined;
}

/** Finds what a work names. A usage point without identification names none. Throws `ReplyError` for what cannot be found. */
export async function objectsOfWork(
  tx: Pick<StoreTransaction, 'objectByMRID' | 'objectsByName'>,
  work: MeterServiceWork,
  course: WorkCourse,
): Promise<WorkObjects> {
  const path = 'MeterServiceRequests.MeterServiceWork';
  const findings: Finding[] = [];
  const find = async ({ element, kind, places, path: at }: Asked): Promise<StoredObject | undefined> => {
    const found = await resolve(tx, places, referenceOf(kind, element), at);
    if ('object' in found) return found.object;
    findings.push(found.finding);
    return undefined;
  };
  const meter = await find({ element: work.Meter, kind: 'Meter', places: devicePlaces, path: `${path}.Meter` });
  const oldMeter =
    work.OldMeter === undefined
      ? undefined
      : await find({ element: work.OldMeter, kind: 'Meter', places: devicePlaces, path: `${path}.OldMeter` });
  const needsPoint = course === 'install' || course === 'exchange' || course === 'remove';
  const usagePoint =
    work.UsagePoint === undefined || !needsPoint
      ? undefined
      : await find({
          element: work.UsagePoint,
          kind: 'UsagePoint',
          places: usagePointPlaces,
          path: `${path}.UsagePoint`,
        });
  if (course === 'install' && work.UsagePoint === undefined)
    findings.push({
      code: codes.payloadMissing,
      path: `${path}.UsagePoint`,
      details: 'the usage point at which the meter is installed is missing',
      values: { element: 'UsagePoint' },
    });
  if (findings.length > 0 || meter === undefined) throw new ReplyError(...findings);
  return { meter, oldMeter, usagePoint };
}

/** Makes and breaks the links that a finished work means, and keeps the values read at it. */
export async function linkAsDone(
  tx: StoreTransaction,
  work: MeterServiceWork,
  course: WorkCourse,
  id: string,
  provenance: Provenance,
): Promise<void> {
  const { meter, oldMeter, usagePoint } = await objectsOfWork(tx, work, course);
  await tx.putReadings([...rowsIn(meter, work.Meter), ...(oldMeter ? rowsIn(oldMeter, work.OldMeter) : [])], {
    keepFormer: true,
  });
  const links = await linksOf(tx, oldMeter ?? meter);
  if (course === 'remove') {
    for (const link of links) await tx.replace(link.id, link.version, inState(link, 'closed'), provenance);
    return;
  }
  if (course === 'exchange')
    for (const link of links) await tx.replace(link.id, link.version, inState(link, 'closed'), provenance);
  const point = usagePoint ?? (course === 'exchange' ? await pointOf(tx, links) : undefined);
  if (point === undefined) {
    const object = objectIdOf(referenceOf('Meter', work.OldMeter ?? work.Meter));
    const details = 'the work names no usage point, and the old meter is linked to none; name it in UsagePoint';
    throw new ReplyError({
      code: codes.meterUsagePointMismatch,
      path: 'MeterServiceRequests.MeterServiceWork.UsagePoint',
      details,
      object,
      values: { object: object.id },
    });
  }
  const already = await linksOf(tx, meter);
  if (already.length > 0 && course === 'install') {
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
  };
  await tx.insert([link], provenance);
}

async function linksOf(tx: StoreTransaction, { mRID, names }: StoredObject): Promise<readonly StoredObject[]> {
  const links = await tx.objects({ noun: linkageNoun, referringTo: [{ kind: 'Meter', mRID, names }], limit: 100 });
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
