/**
 * Keeps what head ends tell, whoever did or did not ask for it, and tells subscribers what was new in it: many notices in one
 * transaction, and one message for all of them. Told again it changes nothing and is told to nobody.
 */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { Notice } from '../ports/head-end.js';
import type { JsonObject, Provenance, ReadingRow, StoredObject, StoreTransaction } from '../ports/object-store.js';
import { takenIn } from './event-intake.js';
import { devicePlaces } from './identification.js';
import type { ServicePorts } from './noun-row.js';
import { publish, type PublishPorts } from './publish.js';
import { putAndPublish } from './publish-readings.js';
import { eventObject, insertNew, noticedEvent, rowsOf } from './reported.js';

export type KeepPorts = PublishPorts & Pick<ServicePorts, 'settings'>;

/** A notice, and who has told it when. */
export interface Told {
  readonly notice: Notice;
  readonly provenance: Provenance;
}

/** Keeps what notices bring. Progress and ends of jobs are no data. */
export async function keepNotices(tx: StoreTransaction, ports: KeepPorts, told: readonly Told[]): Promise<void> {
  const devices = await storedDevices(
    tx,
    told.map(({ notice }) => notice.device),
  );
  const rows: ReadingRow[] = [];
  for (const { notice } of told)
    if (notice.kind === 'data') for (const row of rowsOf(notice.device, notice.readings).rows) rows.push(row);
  if (rows.length > 0) await putAndPublish(tx, ports, 'created', rows, devices);
  for (const group of bySource(told)) await keepEvents(tx, ports, eventsOf(group, devices), group[0].provenance);
}

/** Stores those of the events that are new, with present codes, and tells subscribers. Each has an mRID by which it is known again. */
export async function keepEvents(
  tx: StoreTransaction,
  ports: KeepPorts,
  events: readonly EndDeviceEvent[],
  provenance: Provenance,
  correlationId?: string,
): Promise<void> {
  if (events.length === 0) return;
  const taken = await takenIn(tx, ports, events, provenance.source);
  const fresh = await insertNew(
    tx,
    taken.map((event) => eventObject(event)),
    provenance,
  );
  if (fresh.length === 0) return;
  const root: JsonObject = { EndDeviceEvent: fresh.map(({ document }) => document) };
  await publish(tx, ports, { noun: 'EndDeviceEvents', verb: 'created', root, correlationId });
}

function eventsOf(told: readonly Told[], devices: ReadonlyMap<string, StoredObject>): readonly EndDeviceEvent[] {
  return told.flatMap(({ notice }) => {
    if (notice.kind !== 'event') return [];
    const names = devices.get(notice.device)?.names ?? [];
    return [noticedEvent(notice, { mRID: notice.device, names })];
  });
}

async function storedDevices(
  tx: StoreTransaction,
  mRIDs: readonly string[],
): Promise<ReadonlyMap<string, StoredObject>> {
  const found = new Map<string, StoredObject>();
  for (const { noun, kinds } of devicePlaces) {
    const missing = [...new Set(mRIDs)].filter((mRID) => !found.has(mRID));
    if (missing.length === 0) break;
    for (const [mRID, device] of await tx.objectsByMRIDs(noun, kinds, missing)) found.set(mRID, device);
  }
  return found;
}

function bySource(told: readonly Told[]): Iterable<readonly [Told, ...Told[]]> {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const one of told) {
    const key = JSON.stringify(one.provenance);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups.values();
}
