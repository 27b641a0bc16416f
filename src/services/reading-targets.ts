/** Which meters a `get MeterReadings` names: directly, by usage point, or by group. */
import type { GetMeterReadings } from '../generated/GetMeterReadings.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Json, JsonObject, StoredObject } from '../ports/object-store.js';
import { devicePlaces, listOf, namesOf, objectIdOf, referenceOf, resolve, wordsOf } from './identification.js';
import { metersOfUsagePoint } from './linkage.js';
import { nameElementsOf } from './name-elements.js';
import type { ServicePorts } from './noun-row.js';
import { placesOf } from './places.js';

export interface ReadingTarget {
  readonly meter: StoredObject;
  /** As the caller named it, or the group or usage point it was found by. */
  readonly named: ObjectId;
  readonly path: string;
  /** `Meter` and `UsagePoint` of the answer. */
  readonly elements: { readonly Meter: JsonObject; readonly UsagePoint?: JsonObject | undefined };
}

/** @returns the meters, each once, and a finding for each reference that leads to none */
export async function readingTargets(
  { store, clock }: ServicePorts,
  profile: GetMeterReadings,
): Promise<{ readonly targets: readonly ReadingTarget[]; readonly findings: readonly Finding[] }> {
  const targets = new Map<string, ReadingTarget>();
  const findings: Finding[] = [];
  const add = (target: ReadingTarget): void => {
    if (!targets.has(target.meter.mRID)) targets.set(target.meter.mRID, target);
  };

  async function addMeter(element: unknown, path: string, by?: ObjectId): Promise<void> {
    const reference = referenceOf('Meter', element);
    const found = await resolve(store, devicePlaces, reference, path);
    if ('finding' in found) {
      findings.push(found.finding);
      return;
    }
    const { mRID } = found.object;
    const names = by === undefined ? namesOf(element) : found.object.names;
    const Meter = withNames(mRID, nameElementsOf(names));
    add({
      meter: found.object,
      named: by === undefined ? objectIdOf(reference) : meterId(found.object),
      path,
      elements: { Meter },
    });
  }

  async function addUsagePoint(element: unknown, path: string): Promise<void> {
    const reference = referenceOf('UsagePoint', element);
    const found = await metersOfUsagePoint(store, reference, path, clock.now());
    if ('finding' in found) {
      findings.push(found.finding);
      return;
    }
    for (const meter of found.meters) {
      const Meter = withNames(meter.mRID, nameElementsOf(meter.names));
      const UsagePoint = withNames(reference.mRID, nameElementsOf(reference.names));
      add({ meter, named: objectIdOf(reference), path, elements: { Meter, UsagePoint } });
    }
  }

  async function addGroup(kind: 'EndDeviceGroup' | 'UsagePointGroup', element: unknown, path: string): Promise<void> {
    const reference = referenceOf(kind, element);
    const found = await resolve(store, placesOf(kind), reference, path);
    if ('finding' in found) {
      findings.push(found.finding);
      return;
    }
    const by = objectIdOf(reference);
    const members = listOf(found.object.document[kind === 'EndDeviceGroup' ? 'EndDevices' : 'UsagePoints']);
    if (members.length === 0) {
      const details = `the ${wordsOf(kind)} ${by.id} has no members`;
      findings.push({ code: codes.dataUnavailable, path, details, object: by, values: { details } });
    }
    for (const member of members) {
      if (kind === 'EndDeviceGroup') await addMeter(member, path, by);
      else await addUsagePoint(member, path);
    }
  }

  const each = async (
    name: string,
    entries: readonly unknown[] = [],
    work: (element: unknown, path: string) => Promise<void>,
  ): Promise<void> => {
    for (const [at, element] of entries.entries()) await work(element, `GetMeterReadings.${name}[${at}]`);
  };
  const { EndDevice, UsagePoint, EndDeviceGroup, UsagePointGroup, MeterReadings } = profile;
  await each('EndDevice', EndDevice, addMeter);
  if (MeterReadings?.Meter) await addMeter(MeterReadings.Meter, 'GetMeterReadings.MeterReadings.Meter');
  if (MeterReadings?.UsagePoint)
    await addUsagePoint(MeterReadings.UsagePoint, 'GetMeterReadings.MeterReadings.UsagePoint');
  await each('UsagePoint', UsagePoint, addUsagePoint);
  await each('EndDeviceGroup', EndDeviceGroup, (element, path) => addGroup('EndDeviceGroup', element, path));
  await each('UsagePointGroup', UsagePointGroup, (element, path) => addGroup('UsagePointGroup', element, path));

  if (targets.size + findings.length === 0) {
    const details = 'no meter, usage point or group is named; name one, since readings of all meters are too many';
    const values = { element: 'EndDevice, UsagePoint or a group' };
    findings.push({ code: codes.requestMissing, path: 'GetMeterReadings', details, values });
  }
  return { targets: [...targets.values()], findings };
}

function withNames(mRID: string | undefined, Names: Json | undefined): JsonObject {
  return { ...(mRID === undefined ? {} : { mRID }), ...(Names === undefined ? {} : { Names }) };
}

function meterId(meter: StoredObject): ObjectId {
  return objectIdOf({ kind: 'Meter', names: meter.names, ...(meter.names.length === 0 ? { mRID: meter.mRID } : {}) });
}
