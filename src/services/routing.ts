/** Which head end reaches a device: the first rule that fits it, else its amrSystem, else the default. */
import type { Device, HeadEnd } from '../ports/head-end.js';
import type { JsonObject } from '../ports/object-store.js';

/** All that is given must hold. */
export interface RoutingRule {
  readonly headEnd: string;
  /** Names of the device; `*` stands for any text. */
  readonly names?: readonly string[] | undefined;
  readonly mRIDs?: readonly string[] | undefined;
  readonly amrSystems?: readonly string[] | undefined;
}

/** A device as a job names it, or as it is stored. */
export type Routed = Device & { readonly document?: JsonObject };

/**
 * The way to the head end of a device; undefined when there is none.
 * @param headEnds the first is the default
 */
export function routes(
  headEnds: readonly HeadEnd[],
  rules: readonly RoutingRule[] = [],
): (device: Routed) => HeadEnd | undefined {
  const byName = new Map(headEnds.map((headEnd) => [headEnd.name, headEnd]));
  const tests = rules.map(({ headEnd, names, mRIDs, amrSystems }) => {
    const ids = mRIDs && new Set(mRIDs);
    const systems = amrSystems && new Set(amrSystems);
    const masks = names?.map(maskOf);
    const fits = (device: Routed): boolean =>
      (ids === undefined || ids.has(device.mRID)) &&
      (systems === undefined || systems.has(amrSystemOf(device) ?? '')) &&
      (masks === undefined || device.names.some(({ name }) => masks.some((mask) => mask.test(name))));
    return { headEnd: byName.get(headEnd), fits };
  });
  return (device) =>
    tests.find(({ fits }) => fits(device))?.headEnd ?? byName.get(amrSystemOf(device) ?? '') ?? headEnds[0];
}

/** What the device's document says of its head end. */
export function amrSystemOf({ amrSystem, document }: Routed): string | undefined {
  if (amrSystem !== undefined) return amrSystem;
  const said = document?.['amrSystem'];
  return typeof said === 'string' ? said.trim() : undefined;
}

/** A stored device as jobs name it, with what is needed to find its head end. */
export function deviceOf(stored: Routed): Device {
  const { mRID, names } = stored;
  const amrSystem = amrSystemOf(stored);
  return amrSystem === undefined ? { mRID, names } : { mRID, names, amrSystem };
}

function maskOf(text: string): RegExp {
  const parts = text.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
