/** Where objects of a class are kept, and which classes stand for the same thing. Derived from the names of the nouns. */
import { nounNames } from '../generated/operations.js';
import { profiles } from '../generated/profiles.js';
import { devicePlaces, type Place } from './identification.js';

/** The noun that records which objects belong together. */
export const linkageNoun = 'MasterDataLinkageConfig';

/** One physical thing has three classes in the profiles: events speak of assets, groups of end devices, works of meters. */
const deviceKinds: readonly string[] = ['Meter', 'EndDevice', 'Asset'];

/** Element names that do not tell their class. */
const classes: ReadonlyMap<string, string> = new Map([
  ['Assets', 'Asset'],
  ['OldMeter', 'Meter'],
  ['Equipments', 'TransformerTank'],
]);

/** Every class that stands directly below the root of some profile. */
const knownKinds: ReadonlySet<string> = new Set(profiles.flatMap(({ children }) => children.map(({ name }) => name)));

const nouns: ReadonlySet<string> = new Set(nounNames);

/** The class an element is of: `EndDevices` holds an `EndDevice`. */
export function kindOf(element: string): string {
  const known = classes.get(element);
  if (known !== undefined) return known;
  const single = element.slice(0, -1);
  return element.endsWith('s') && knownKinds.has(single) ? single : element;
}

/** The class and those that may stand for it. */
export function sameThing(kind: string): readonly string[] {
  return deviceKinds.includes(kind) ? deviceKinds : [kind];
}

/** Where objects of a class are kept; none for a class that has no noun of its own (`Vendor`, `TransformerTank`). */
export function placesOf(kind: string): readonly Place[] {
  if (deviceKinds.includes(kind)) return devicePlaces;
  return [`${kind}Config`, `${kind}s`, `${kind}Record`]
    .filter((noun) => nouns.has(noun))
    .map((noun) => ({ noun, kinds: [kind] }));
}

/** Elements directly below the root of a profile, in the order of the schema. */
export function childrenOf(profile: string): readonly string[] {
  return profiles.find(({ name }) => name === profile)?.children.map(({ name }) => name) ?? [];
}
