/** Which meters a `get MeterReadings` or a schedule names: directly, by usage point, or by group. */
import type { GetMeterReadings } from '../generated/GetMeterReadings.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { Device } from '../ports/head-end.js';
import type { Json, JsonObject, StoreReader } from '../ports/object-store.js';
import { devicePlaces, listOf, namesOf, objectIdOf, referenceOf, resolve, wordsOf } from './identification.js';
import { metersOfUsagePoints, type LinkedMeter } from './linkage.js';
import { nameElementsOf } from './name-elements.js';
import { placesOf } from './places.js';
import { merged, type Period } from './reading-coverage.js';
import { resolveAll, type Asked } from './resolve-all.js';

export interface ReadingTarget {
  readonly meter: Device;
  /** As the caller named it, or the group or usage point it was found by. */
  readonly named: ObjectId;
  readonly path: string;
  /** `Meter` and `UsagePoint` of the answer. */
  readonly elements: { readonly Meter: JsonObject; readonly UsagePoint?: JsonObject | undefined };
  /** The parts of the periods asked about in which it was at the usage point it was found by; all of them when absent. */
  readonly linked?: readonly Period[] | undefined;
  /** It is not in service any more: only what is stored of it can be answered. */
  readonly retired?: true | undefined;
}

/** A reference to a meter or a usage point, named in the request or found in a group that is. */
interface Named extends Asked {
  readonly kind: 'Meter' | 'UsagePoint';
  readonly element: unknown;
  /** The group it was found by. */
  readonly by?: ObjectId | undefined;
}

/** The members of a request that choose meters: those of `GetMeterReadings` and of schedules. */
export type Choice = Pick<GetMeterReadings, 'EndDevice' | 'UsagePoint' | 'EndDeviceGroup' | 'UsagePointGroup'> & {
  readonly MeterReadings?: Pick<NonNullable<GetMeterReadings['MeterReadings']>, 'Meter' | 'UsagePoint'> | undefined;
};

/**
 * @param now milliseconds since 1970: the moment whose links count when no periods are asked about
 * @param periods what values are asked about: the meters that were at a usage point then, each for the time that it was there
 * @param root where the choice stands in the message
 * @returns the meters, each once, and a finding for each reference that leads to none
 */
export async function readingTargets(
  store: StoreReader,
  choice: Choice,
  now: number,
  periods?: readonly Period[],
  root = 'GetMeterReadings',
): Promise<{ readonly targets: readonly ReadingTarget[]; readonly findings: readonly Finding[] }> {
  const named = await namedIn(store, choice, root);
  const meters = named.filter((one): one is Named => 'kind' in one && one.kind === 'Meter');
  const points = named.filter((one): one is Named => 'kind' in one && one.kind === 'UsagePoint');
  const foundMeters = await resolveAll(store, devicePlaces, meters);
  const foundPoints = await metersOfUsagePoints(store, points, now, periods);

  const targets = new Map<string, ReadingTarget>();
  const findings: Finding[] = [];
  const add = (target: ReadingTarget): void => {
    const { mRID } = target.meter;
    const known = targets.get(mRID);
    if (known === undefined) targets.set(mRID, target);
    // named twice, it is asked about for both times
    else if (known.linked !== undefined) {
      const linked = target.linked && merged([...known.linked, ...target.linked]);
      targets.set(mRID, { ...known, linked });
    }
  };
  let [nextMeter, nextPoint] = [0, 0];
  for (const one of named) {
    if (!('kind' in one)) findings.push(one);
    else if (one.kind === 'Meter') {
      const found = foundMeters[nextMeter++]!;
      if ('object' in found) add(directTarget(one, found.object));
      else findings.push(found.finding);
    } else {
      const found = foundPoints[nextPoint++]!;
      if ('meters' in found) for (const meter of found.meters) add(targetAt(one, meter));
      else findings.push(found.finding);
    }
  }
  if (targets.size + findings.length === 0) {
    const details = 'no meter, usage point or group is named; name one, since readings of all meters are too many';
    const values = { element: 'EndDevice, UsagePoint or a group' };
    const code = root === 'GetMeterReadings' ? codes.requestMissing : codes.payloadMissing;
    findings.push({ code, path: root, details, values });
  }
  return { targets: [...targets.values()], findings };
}

/** Everything named, groups as their members, in the order of the request; findings stand where a group is wrong. */
async function namedIn(
  store: StoreReader,
  { EndDevice = [], UsagePoint = [], EndDeviceGroup = [], UsagePointGroup = [], MeterReadings }: Choice,
  root: string,
): Promise<readonly (Named | Finding)[]> {
  const one = (kind: Named['kind'], element: unknown, path: string, by?: ObjectId): Named => ({
    kind,
    element,
    reference: referenceOf(kind, element),
    path,
    by,
  });
  const named: (Named | Finding)[] = EndDevice.map((element, at) => one('Meter', element, `${root}.EndDevice[${at}]`));
  for (const kind of ['Meter', 'UsagePoint'] as const) {
    const element = MeterReadings?.[kind];
    if (element !== undefined) named.push(one(kind, element, `${root}.MeterReadings.${kind}`));
  }
  for (const [at, element] of UsagePoint.entries()) named.push(one('UsagePoint', element, `${root}.UsagePoint[${at}]`));
  const groups = [
    ...EndDeviceGroup.map((element, at) => ['EndDeviceGroup', element, at] as const),
    ...UsagePointGroup.map((element, at) => ['UsagePointGroup', element, at] as const),
  ];
  for (const [kind, element, at] of groups) {
    const path = `${root}.${kind}[${at}]`;
    const reference = referenceOf(kind, element);
    const found = await resolve(store, placesOf(kind), reference, path);
    if ('finding' in found) {
      named.push(found.finding);
      continue;
    }
    const by = objectIdOf(reference);
    const ofDevices = kind === 'EndDeviceGroup';
    const members = listOf(found.object.document[ofDevices ? 'EndDevices' : 'UsagePoints']);
    if (members.length === 0) {
      const details = `the ${wordsOf(kind)} ${by.id} has no members`;
      named.push({ code: codes.dataUnavailable, path, details, object: by, values: { details } });
    }
    for (const member of members) named.push(one(ofDevices ? 'Meter' : 'UsagePoint', member, path, by));
  }
  return named;
}

/** A meter named itself: in the answer as it was named. */
function directTarget({ element, reference, path, by }: Named, meter: Device): ReadingTarget {
  const names = by === undefined ? namesOf(element) : meter.names;
  const named = by === undefined ? objectIdOf(reference) : meterId(meter);
  return { meter: deviceOf(meter), named, path, elements: { Meter: withNames(meter.mRID, nameElementsOf(names)) } };
}

function targetAt({ reference, path }: Named, meter: LinkedMeter): ReadingTarget {
  const Meter = withNames(meter.mRID, nameElementsOf(meter.names));
  const UsagePoint = withNames(reference.mRID, nameElementsOf(reference.names));
  return {
    meter: deviceOf(meter),
    named: objectIdOf(reference),
    path,
    elements: { Meter, UsagePoint },
    linked: meter.linked,
    ...(meter.state === 'active' ? {} : { retired: true }),
  };
}

function deviceOf({ mRID, names }: Device): Device {
  return { mRID, names };
}

function withNames(mRID: string | undefined, Names: Json | undefined): JsonObject {
  return { ...(mRID === undefined ? {} : { mRID }), ...(Names === undefined ? {} : { Names }) };
}

function meterId(meter: Device): ObjectId {
  return objectIdOf({ kind: 'Meter', names: meter.names, ...(meter.names.length === 0 ? { mRID: meter.mRID } : {}) });
}

/** The periods of a request in which values of this meter are wanted; undefined where the present value is. */
export function periodsOf(
  { periods }: { readonly periods?: readonly Period[] | undefined },
  { linked }: Pick<ReadingTarget, 'linked'>,
): readonly Period[] | undefined {
  return periods === undefined ? undefined : (linked ?? periods);
}
