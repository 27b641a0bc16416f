/**
 * From an object to others over several links: customer, account, agreement, usage point, meter, communication module. The way goes
 * along this chain in one direction only, towards what is wanted: from a customer to the meters, and not back up to whoever else has to
 * do with one of them. What stands beside the chain (a location that many customers share, a supplier of all of them) is where a way
 * may begin or end, and never lies on it.
 */
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectReference, StoreReader } from '../ports/object-store.js';
import { askAll } from './ask-all.js';
import { referencesOf } from './documents.js';
import { linksOf, type Span } from './links.js';
import { sameThing } from './places.js';
import { inFull } from './targets.js';

const chain = ['Customer', 'CustomerAccount', 'CustomerAgreement', 'UsagePoint', 'Meter', 'ComModule'];
const usagePoint = chain.indexOf('UsagePoint');
const device = chain.indexOf('Meter');

/** Beside usage points: a way goes through the usage points there. */
const places: readonly string[] = ['ServiceLocation', 'UsagePointLocation', 'TransformerTank'];
/** Beside contracts. */
const terms: readonly string[] = ['ServiceSupplier', 'PricingStructure', 'AuxiliaryAgreement'];

/** Nouns without links of their own, whose objects name devices or usage points. */
const ofDevices: ReadonlySet<string> = new Set([
  'EndDeviceControls',
  'EndDeviceEvents',
  'MeterReadSchedule',
  'MeterReadSchedules',
  'MeterServiceRequests',
  'TransactionRecord',
]);

/** Most links that are followed from one object. */
export const mostLinks = 1000;

/** Whether objects of the noun that name a device or usage point have to do with whatever links lead there from. */
export function standFor(noun: string, asked: string): boolean {
  const rank = rankOf(asked);
  return isOfDevices(noun) && (places.includes(asked) || (rank !== undefined && rank < device));
}

function isOfDevices(noun: string): boolean {
  return ofDevices.has(noun);
}

/**
 * Everything that links lead to on the way from objects to those of a noun.
 * @param starts objects of one class, or the members of a group
 * @param path of the element that names them, for the refusal
 * @throws ReplyError 3.1 when there are more links on the way than are followed
 */
export async function reachedFrom(
  store: StoreReader,
  starts: readonly ObjectReference[],
  { noun, kinds }: { readonly noun: string; readonly kinds: readonly string[] },
  span: Span,
  path: string,
): Promise<readonly ObjectReference[]> {
  const reached = new Map<string, ObjectReference>();
  const most = mostLinks * Math.max(1, starts.length);
  const besides = kinds.some((kind) => rankOf(kind) === undefined);
  let followed = 0;
  const goesOn = ({ kind }: ObjectReference): boolean => {
    const goal = goalOf(kind, noun, kinds);
    // at the end of the chain only what stands beside it is still to be found
    return goal !== undefined && (rankOf(kind) !== goal || (besides && !isOfDevices(noun)));
  };
  let frontier = starts.filter(goesOn);
  while (frontier.length > 0) {
    const links = await linksOf(store, frontier, span, most + 1 - followed);
    followed += links.length;
    if (followed > most) throw new ReplyError(tooManyLinks(path));
    const next: ObjectReference[] = [];
    for (const { document } of links) {
      const joined = referencesOf(document);
      const from = joined.filter(({ kind }) => frontier.some((one) => sameThing(one.kind).includes(kind)));
      for (const one of joined) {
        if (from.some(({ kind }) => leads(kind, one.kind, noun, kinds))) next.push(one);
      }
    }
    frontier = [];
    // others may name the same object in another way
    for (const one of await askAll(next, (ref) => inFull(store, ref))) {
      const key = JSON.stringify(one);
      if (reached.has(key)) continue;
      reached.set(key, one);
      if (rankOf(one.kind) !== undefined && goesOn(one)) frontier.push(one);
    }
  }
  return [...reached.values()];
}

/** Whether a step from one class to another leads on to objects of the noun, or is the last one. */
function leads(from: string, to: string, noun: string, kinds: readonly string[]): boolean {
  const goal = goalOf(from, noun, kinds);
  if (goal === undefined) return false;
  if (kinds.includes(to) && rankOf(to) === undefined) return true;
  const [here, there] = [rankOf(from), rankOf(to)];
  if (there === undefined) return false;
  if (here === undefined) return places.includes(from) ? there === usagePoint : true;
  const direction = Math.sign(goal - here);
  return (there - here) * direction > 0 && (goal - there) * direction >= 0;
}

/** How far along the chain one has to go from a class; undefined where links lead nowhere. */
function goalOf(from: string, noun: string, kinds: readonly string[]): number | undefined {
  const here = rankOf(from);
  if (here === undefined && !places.includes(from) && !terms.includes(from)) return undefined;
  if (isOfDevices(noun)) return device;
  for (const kind of kinds) {
    const rank = rankOf(kind);
    if (rank !== undefined) return rank;
    if (places.includes(kind)) return usagePoint;
    if (terms.includes(kind)) return here !== undefined && here < 2 ? 2 : 1;
  }
  return undefined;
}

function rankOf(kind: string): number | undefined {
  const rank = chain.findIndex((one) => sameThing(one).includes(kind));
  return rank < 0 ? undefined : rank;
}

/** Said of an object with more links than are followed. */
export function tooManyLinks(path: string): Finding {
  const details = `more than ${mostLinks} links lead on from it; name something that fewer objects have to do with`;
  return { code: codes.tooManyItems, path, details, values: { limit: String(mostLinks) } };
}
