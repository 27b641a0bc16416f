/** The head ends' inventory as master data, so that a fresh gateway knows the meters it can reach. */
import type { MasterDataLinkageConfig } from '../generated/MasterDataLinkageConfig.js';
import type { Meter } from '../generated/MeterConfig.js';
import type { UsagePoint } from '../generated/UsagePointConfig.js';
import type { HeadEnd, InventoryItem } from '../ports/head-end.js';
import { DuplicateObject, type JsonObject, type NewObject, type StoreTransaction } from '../ports/object-store.js';
import { derivedId } from './derived-id.js';
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
 * @param headEnds all by default
 * @returns how many meters were looked at, and how many objects were new
 */
export async function adoptInventory(
  ports: ServicePorts,
  headEnds: readonly HeadEnd[] = ports.headEnds,
): Promise<{ readonly meters: number; readonly added: number }> {
  let meters = 0;
  let added = 0;
  for (const headEnd of headEnds) {
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

/** An item with the mRID of its link, which follows from what it joins. */
interface Adopted extends InventoryItem {
  readonly linkId: string;
}

async function adopt(ports: ServicePorts, headEnd: HeadEnd, batch: readonly InventoryItem[]): Promise<number> {
  const provenance = { at: timeStampOf(ports.clock.now()), source: headEnd.name };
  const items = batch.map((item): Adopted => ({
    ...item,
    linkId: derivedId('link', item.meter.mRID, item.usagePoint?.mRID ?? ''),
  }));
  return ports.store.transaction(async (tx) => {
    const missing = await notAdopted(tx, items);
    const objects = distinct(missing.flatMap((item) => objectsOf(item, headEnd.name)));
    if (objects.length === 0) return 0;
    try {
      return (await tx.insert(objects, provenance)).length; // the usual case: all is new
    } catch (error) {
      if (!(error instanceof DuplicateObject)) throw error;
      return (await insertNew(tx, objects, provenance)).length;
    }
  });
}

/** Those without a link of ours: the link was made together with the rest, so one question answers for the whole batch. */
async function notAdopted(tx: StoreTransaction, items: readonly Adopted[]): Promise<readonly Adopted[]> {
  const linked = new Set<string>();
  const referringTo = items.map(({ meter: { mRID } }) => ({ kind: 'Meter', mRID, names: [] }));
  const states = ['active', 'canceled', 'closed', 'deleted'] as const;
  for (let after: number | undefined; ;) {
    const page = await tx.objects({ noun: linkageNoun, states, referringTo, after, limit: batchSize });
    for (const { mRID } of page) linked.add(mRID);
    if (page.length < batchSize) break;
    after = page.at(-1)?.id;
  }
  return items.filter(({ linkId }) => !linked.has(linkId));
}

function objectsOf({ meter, usagePoint, linkId }: Adopted, amrSystem: string): NewObject[] {
  const Names = nameElementsOf(meter.names) as Meter['Names'];
  // amrSystem says which head end can reach the meter
  const objects = [objectOf('MeterConfig', 'Meter', meter, { mRID: meter.mRID, amrSystem, Names } satisfies Meter, [])];
  if (usagePoint === undefined) return objects;
  const itsNames = nameElementsOf(usagePoint.names) as UsagePoint['Names'];
  const point: UsagePoint = { mRID: usagePoint.mRID, Names: itsNames };
  const link: MasterDataLinkageConfig = { Meter: [{ mRID: meter.mRID, Names }], UsagePoint: [point] };
  const joined = [
    { kind: 'Meter', mRID: meter.mRID, names: meter.names },
    { kind: 'UsagePoint', mRID: usagePoint.mRID, names: usagePoint.names },
  ];
  return [
    ...objects,
    objectOf('UsagePointConfig', 'UsagePoint', usagePoint, point, []),
    objectOf(linkageNoun, linkageNoun, { mRID: linkId, names: [] }, link, joined),
  ];
}

/** References are given rather than looked for in the document: there are thousands of objects, and we know what they say. */
function objectOf(
  noun: string,
  kind: string,
  { mRID, names }: Pick<NewObject, 'mRID' | 'names'>,
  value: Meter | UsagePoint | MasterDataLinkageConfig,
  references: NewObject['references'],
): NewObject {
  return { noun, kind, mRID, names, state: 'active', document: value as unknown as JsonObject, references };
}

function distinct(objects: readonly NewObject[]): readonly NewObject[] {
  return [...new Map(objects.map((object) => [`${object.noun} ${object.mRID}`, object])).values()];
}
