/** Which devices a control means: those it names, those at its usage points, and those of its groups. */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import type { FoundTarget } from './control-checks.js';
import { devicePlaces, listOf, objectIdOf, referenceOf, resolve, usagePointPlaces, wordsOf } from './identification.js';
import { metersOfUsagePoint } from './linkage.js';
import { placesOf } from './places.js';

type Found = { readonly targets: readonly FoundTarget[]; readonly findings: readonly Finding[] };

const nothing: Found = { targets: [], findings: [] };

/** Whether it takes more than a look at the devices themselves: then it is done when the control starts. */
export function namesIndirectly({ UsagePoints, UsagePointGroups, EndDeviceGroups }: EndDeviceControl): boolean {
  return [UsagePoints, UsagePointGroups, EndDeviceGroups].some((list) => (list?.length ?? 0) > 0);
}

/** The devices of a control as things are linked and grouped at `now`, each once, and what is wrong with the way it names them. */
export async function targetsOf(
  store: StoreReader,
  control: EndDeviceControl,
  path: string,
  now: number,
): Promise<Found> {
  const { EndDevices = [], UsagePoints = [], EndDeviceGroups = [], UsagePointGroups = [] } = control;
  const place = (name: string, at: number): string => `${path}.${name}[${at}]`;
  const found: Found[] = [
    ...(await askAll(EndDevices, (element, at) => ofDevice(store, element, place('EndDevices', at)))),
    ...(await askAll(UsagePoints, (element, at) => ofUsagePoint(store, element, place('UsagePoints', at), now))),
    ...(await askAll(EndDeviceGroups, (element, at) =>
      ofGroup(store, 'EndDeviceGroup', element, place('EndDeviceGroups', at), now),
    )),
    ...(await askAll(UsagePointGroups, (element, at) =>
      ofGroup(store, 'UsagePointGroup', element, place('UsagePointGroups', at), now),
    )),
  ];
  const findings = found.flatMap((one) => one.findings);
  const targets = new Map<string, FoundTarget>();
  for (const target of found.flatMap((one) => one.targets)) {
    const before = targets.get(target.device.mRID);
    if (before === undefined) targets.set(target.device.mRID, target);
    else if (target.group === undefined && before.path !== target.path) findings.push(twice(target, before));
  }
  if (targets.size + findings.length === 0) {
    const details = 'no device is named; name one in EndDevices, or its usage point in UsagePoints';
    findings.push({ code: codes.payloadMissing, path, details, values: { element: 'EndDevices' } });
  }
  return { targets: [...targets.values()], findings };
}

/** What cannot come right until the control starts: usage points and groups that do not exist. */
export async function unknownPlaces(
  store: StoreReader,
  { UsagePoints = [], EndDeviceGroups = [], UsagePointGroups = [] }: EndDeviceControl,
  path: string,
): Promise<Finding[]> {
  const lists = [
    ['UsagePoint', UsagePoints],
    ['EndDeviceGroup', EndDeviceGroups],
    ['UsagePointGroup', UsagePointGroups],
  ] as const;
  const findings: Finding[] = [];
  for (const [kind, elements] of lists) {
    const answers = await askAll(elements as readonly unknown[], (element, at) =>
      resolve(
        store,
        kind === 'UsagePoint' ? usagePointPlaces : placesOf(kind),
        referenceOf(kind, element),
        `${path}.${kind}s[${at}]`,
      ),
    );
    for (const answer of answers) if ('finding' in answer) findings.push(answer.finding);
  }
  return findings;
}

async function ofDevice(store: StoreReader, element: unknown, path: string): Promise<Found> {
  const reference = referenceOf('EndDevice', element);
  const found = await resolve(store, devicePlaces, reference, path);
  if ('finding' in found) return { targets: [], findings: [found.finding] };
  return { targets: [{ device: found.object, named: objectIdOf(reference), path }], findings: [] };
}

async function ofUsagePoint(store: StoreReader, usagePoint: unknown, path: string, now: number): Promise<Found> {
  const reference = referenceOf('UsagePoint', usagePoint);
  const found = await metersOfUsagePoint(store, reference, path, now);
  if ('finding' in found) return { targets: [], findings: [found.finding] };
  const named = objectIdOf(reference);
  const element = usagePoint as FoundTarget['usagePoint'];
  return { targets: found.meters.map((device) => ({ device, named, path, usagePoint: element })), findings: [] };
}

/** The members of a group; a member that cannot be found is a finding of its own, and spoils no other. */
async function ofGroup(
  store: StoreReader,
  kind: 'EndDeviceGroup' | 'UsagePointGroup',
  element: unknown,
  path: string,
  now: number,
): Promise<Found> {
  const reference = referenceOf(kind, element);
  const found = await resolve(store, placesOf(kind), reference, path);
  if ('finding' in found) return { targets: [], findings: [found.finding] };
  const { mRID, document, state } = found.object;
  const by = objectIdOf(reference);
  const members = state === 'active' ? listOf(document[kind === 'EndDeviceGroup' ? 'EndDevices' : 'UsagePoints']) : [];
  if (members.length === 0) return { ...nothing, findings: [empty(kind, by, state, path)] };
  const all = await askAll(members, (member) =>
    kind === 'EndDeviceGroup' ? ofDevice(store, member, path) : ofUsagePoint(store, member, path, now),
  );
  return {
    targets: all.flatMap(({ targets }) => targets.map((target) => ({ ...target, group: mRID }))),
    findings: all.flatMap(({ findings }) => findings),
  };
}

function empty(kind: string, object: ObjectId, state: string, path: string): Finding {
  const details =
    state === 'active'
      ? `the ${wordsOf(kind)} ${object.id} has no members`
      : `the ${wordsOf(kind)} ${object.id} is ${state}`;
  return { code: codes.notAttempted, path, details, object, values: { details: 'no device is meant' } };
}

function twice({ named, path }: FoundTarget, before: FoundTarget): Finding {
  const details = `the same device stands at ${before.path} already; name each device once in a control`;
  return { code: codes.invalidRequestId, path, details, object: named, values: { object: named.id } };
}
