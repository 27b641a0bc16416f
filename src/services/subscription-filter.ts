/** Whether an element is for a subscription, and what of it. Pure: what the element has to do with is handed in. */
import { matchesMask, supplyChange } from '../message/codes/end-device-code.js';
import type { Json, JsonObject } from '../ports/object-store.js';
import type { Subscription } from '../ports/registry.js';
import { isOwnDoing } from './event-details.js';
import { listOf, memberOf } from './identification.js';
import { relationNames, type Element, type RelationName, type Relations } from './related-names.js';

type Filter = Subscription['filter'];

/** The part of an element that a subscription gets: the whole, readings of some types, or undefined for nothing. */
export function partFor(filter: Filter, element: Element, relations: Relations): JsonObject | undefined {
  if (filter.types !== undefined && !fitsTypes(filter.types, element.document)) return undefined;
  for (const name of relationNames) {
    const wanted = filter[name];
    if (wanted !== undefined && !wanted.some((one) => relations[name].has(one))) return undefined;
  }
  return filter.readingTypes === undefined ? element.document : ofTypes(filter.readingTypes, element.document);
}

/** What a filter must know of elements besides themselves. */
export function relationsNeeded(filters: readonly Filter[]): ReadonlySet<RelationName> {
  return new Set(relationNames.filter((name) => filters.some((filter) => filter[name] !== undefined)));
}

/**
 * Masks of codes of events and controls. What asks for power events by name (`3.26.*.*`) is an outage feed: a change of the
 * supply that our own command has caused is no outage, and not for it (behaviour §6.2).
 */
function fitsTypes(masks: readonly string[], document: JsonObject): boolean {
  const code = codeOf(document);
  if (code === undefined) return false;
  const ours = supplyChange(code) !== undefined && isOwnDoing(document);
  return masks.some((mask) => matchesMask(code, mask.trim()) && !(ours && mask.trim().split('.')[1] === power));
}

const power = '26';

function codeOf(document: JsonObject): string | undefined {
  const ref = memberOf(document['EndDeviceEventType'], 'ref') ?? memberOf(document['EndDeviceControlType'], 'ref');
  return typeof ref === 'string' ? ref.trim() : undefined;
}

/** A MeterReading with the readings of these types only; undefined when it has none. */
function ofTypes(types: readonly string[], document: JsonObject): JsonObject | undefined {
  const wanted = (entry: unknown): boolean => {
    const ref = memberOf(memberOf(entry, 'ReadingType'), 'ref');
    return typeof ref === 'string' && types.includes(ref.trim());
  };
  const { IntervalBlocks, Readings, ...rest } = document;
  const blocks = listOf(IntervalBlocks).filter(wanted) as readonly Json[];
  const readings = listOf(Readings).filter(wanted) as readonly Json[];
  if (blocks.length + readings.length === 0) return undefined;
  return {
    ...rest,
    ...(blocks.length === 0 ? {} : { IntervalBlocks: blocks }),
    ...(readings.length === 0 ? {} : { Readings: readings }),
  };
}
