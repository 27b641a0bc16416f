/** The head ends' inventory as master data, so that a fresh gateway knows the meters it can reach. */
import type { MasterDataLinkageConfig } from '../generated/MasterDataLinkageConfig.js';
import type { Meter } from '../generated/MeterConfig.js';
import type { UsagePoint } from '../generated/UsagePointConfig.js';
import type { HeadEnd, InventoryItem } from '../ports/head-end.js';
import { DuplicateObject, type NewObject, type StoreTransaction } from '../ports/object-store.js';
import { derivedId } from './derived-id.js';
import { documentOf, referencesOf } from './documents.js';
import { timeStampOf } from './instant.js';
import { nameElementsOf } from './name-elements.js';
import type { ServicePorts } from './noun-row.js';
import { linkageNoun } from './places.js';
import { insertNew } from './reported.js';

/** Meters in one transaction: enough for the store's speed, few enough to let others write in between. */
const batchSize = 2_000;

/**
 * Brings meters, usage points and their links into the store, as far as they are not there yet; what has been adopted once
 * and was changed, unlinked or deleted since stays so. To be called before requests are served.
 * @returns how many meters were looked at, and how many objects were new
 */
export async function adoptInventory(
  ports: ServicePorts,
): Promise<{ readonly meters: number; readonly added: number }> {
  let meters = 0;
  let added = 0;
  for (const headEnd of ports.headEnds) {
    let batch: InventoryItem[] = [];
    const flush = async (): Promise<void> => {
      meters += batch.length;
      added += await adopt(ports, headEnd, batch);
      batch = [];
    };
    for await (const item of headEnd.inventory()) if (batch.push(item) === batchSize) await flush();
    if (batch.length > 0) await flush();
  }
  return { meters, added };
}

async function adopt(ports: ServicePorts, headEnd: HeadEnd, batch: readonly InventoryItem[]): Promise<number> {
  const provenance = { at: timeStampOf(ports.clock.now()), source: headEnd.name };
  return ports.store.transaction(async (tx) => {
    const missing = await notAdopted(tx, batch);
    const objects = distinct(missing.flatMap((item) => objectsOf(item, headEnd.name)));
    if (objects.length === 0) return 0;
    try {
      return (await tx.insert(objects, provenance)).length; // the usual case: all is new
    } catch (error) {
      if (!(error instanceof DuplicateObject)) throw error;
      return insertNew(tx, objects, provenance);
    }
  });
}

/** Those without a link of ours: the link was made together with the rest, so one question answers for the whole batch. */
async function notAdopted(tx: StoreTransaction, batch: readonly InventoryItem[]): Promise<readonly InventoryItem[]> {
  const linked = new Set<string>();
  const referringTo = batch.map(({ meter: { mRID } }) => ({ kind: 'Meter', mRID, names: [] }));
  const states = ['active', 'canceled', 'closed', 'deleted'] as const;
  for (let after: number | undefined; ;) {
    const page = await tx.objects({ noun: linkageNoun, states, referringTo, after, limit: batchSize });
    for (const { mRID } of page) linked.add(mRID);
    if (page.length < batchSize) break;
    after = page.at(-1)?.id;
  }
  return batch.filter((item) => !linked.has(linkIdOf(item)));
}

function linkIdOf({ meter, usagePoint }: InventoryItem): string {
  return derivedId('link', meter.mRID, usagePoint?.mRID ?? '');
}

function objectsOf(item: InventoryItem, amrSystem: string): NewObject[] {
  const { meter, usagePoint } = item;
  const names = nameElementsOf(meter.names) as Meter['Names'];
  // amrSystem says which head end can reach the meter
  const objects = [
    objectOf('MeterConfig', 'Meter', meter, { mRID: meter.mRID, amrSystem, Names: names } satisfies Meter),
  ];
  if (usagePoint === undefined) return objects;
  const itsNames = nameElementsOf(usagePoint.names) as UsagePoint['Names'];
  const link: MasterDataLinkageConfig = {
    Meter: [{ mRID: meter.mRID, Names: names }],
    UsagePoint: [{ mRID: usagePoint.mRID, Names: itsNames }],
  };
  return [
    ...objects,
    objectOf('UsagePointConfig', 'UsagePoint', usagePoint, {
      mRID: usagePoint.mRID,
      Names: itsNames,
    } satisfies UsagePoint),
    objectOf(linkageNoun, linkageNoun, { mRID: linkIdOf(item), names: [] }, link),
  ];
}

function objectOf(
  noun: string,
  kind: string,
  { mRID, names }: Pick<NewObject, 'mRID' | 'names'>,
  value: unknown,
): NewObject {
  const document = documentOf(value);
  return { noun, kind, mRID, names, state: 'active', document, references: referencesOf(document) };
}

function distinct(objects: readonly NewObject[]): readonly NewObject[] {
  return [...new Map(objects.map((object) => [`${object.noun} ${object.mRID}`, object])).values()];
}
