/**
 * Events as they are kept: codes of older numberings and of vendors become the present ones, and what our own commands have caused
 * is marked. Both are noted in the details of the event; nothing of it is lost.
 */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import { presentCode, supplyChange, type VendorCodes } from '../message/codes/end-device-code.js';
import type { StoredObject, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import {
  byCommand,
  cause,
  correlation,
  detailIn,
  isOwnDoing,
  originalCode,
  withDetails,
  type Detail,
} from './event-details.js';
import { devicePlaces, referenceOf, resolve } from './identification.js';
import { boundOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { ownCommands, type SupplyEvent } from './own-commands.js';

type Ports = Pick<ServicePorts, 'settings'>;

/** Events that some system tells, as they are kept. `source` is the name of the head end, or what a message says of its sender. */
export async function takenIn(
  store: StoreReader,
  { settings }: Ports,
  told: readonly EndDeviceEvent[],
  source: string | undefined,
): Promise<readonly EndDeviceEvent[]> {
  const events = told.map((event) => withPresentCode(event, settings.eventCodes[source ?? ''] ?? {}));
  const changes = events.map((event) => supplyChange(event.EndDeviceEventType.ref ?? ''));
  if (changes.every((change) => change === undefined)) return events;
  const before = await storedBefore(
    store,
    events.filter((_, at) => changes[at] !== undefined),
  );
  const supplies = await askAll(events, (event, at) => {
    const known = before.has(event.mRID ?? '');
    return known ? Promise.resolve(undefined) : supplyOf(store, event, changes[at]);
  });
  const commands = await ownCommands(
    store,
    settings.suppressionWindow,
    supplies.filter((one) => one !== undefined),
  );
  let next = 0;
  return events.map((event, at) => {
    // what was decided when the event came first stays so, or telling it again would change it
    const former = before.get(event.mRID ?? '');
    if (former !== undefined) return withDetails(event, marksOf(former));
    const command = supplies[at] === undefined ? undefined : commands[next++];
    return command === undefined ? event : withDetails(event, marks(command.correlationId));
  });
}

/** @param codes present codes by those of the vendor */
function withPresentCode(event: EndDeviceEvent, codes: VendorCodes): EndDeviceEvent {
  const given = event.EndDeviceEventType.ref ?? '';
  const present = presentCode(given, codes);
  if (present === given.trim()) return event;
  const type = { ...event.EndDeviceEventType, ref: present };
  return withDetails({ ...event, EndDeviceEventType: type }, [{ name: originalCode, value: given }]);
}

function marks(correlationId: string | undefined): readonly Detail[] {
  const mark = { name: cause, value: byCommand };
  return correlationId === undefined ? [mark] : [mark, { name: correlation, value: correlationId }];
}

function marksOf({ document }: StoredObject): readonly Detail[] {
  return isOwnDoing(document) ? marks(detailIn(document, correlation)) : [];
}

async function storedBefore(
  store: StoreReader,
  events: readonly EndDeviceEvent[],
): Promise<ReadonlyMap<string, StoredObject>> {
  const mRIDs = events.flatMap(({ mRID }) => (mRID?.trim() ? [mRID] : []));
  if (mRIDs.length === 0) return new Map();
  return store.objectsByMRIDs('EndDeviceEvents', ['EndDeviceEvent'], mRIDs);
}

async function supplyOf(
  store: StoreReader,
  event: EndDeviceEvent,
  change: SupplyEvent['change'] | undefined,
): Promise<SupplyEvent | undefined> {
  const instant = boundOf(event.createdDateTime);
  if (change === undefined || event.Assets === undefined || instant === undefined) return undefined;
  const reference = referenceOf('Meter', event.Assets);
  const found = reference.mRID === undefined ? await resolve(store, devicePlaces, reference, '') : undefined;
  const device = reference.mRID ?? (found !== undefined && 'object' in found ? found.object.mRID : undefined);
  return device === undefined ? undefined : { device, change, at: instant / 1000 };
}
