/** Says in words how a licensed schema differs from ours: namespace, types, members, cardinalities. */
import type { ComplexType, Particle, Schema } from './model.js';

/** One line per difference; none when the structures agree. */
export function compareSchemas(ours: Schema, theirs: Schema): string[] {
  const lines: string[] = [];
  if (ours.namespace !== theirs.namespace) lines.push(`namespace ${theirs.namespace} instead of ${ours.namespace}`);
  const rootNames = (s: Schema): string => s.roots.map((r) => r.name).join(' ');
  if (rootNames(ours) !== rootNames(theirs))
    lines.push(`document elements ${rootNames(theirs)} instead of ${rootNames(ours)}`);
  const types = (s: Schema): Map<string, ComplexType> => new Map(s.complexTypes.map((t) => [t.name, t]));
  const [mine, others] = [types(ours), types(theirs)];
  for (const name of mine.keys()) if (!others.has(name)) lines.push(`type ${name} is not there`);
  for (const [name, type] of others) {
    const own = mine.get(name);
    if (!own) lines.push(`type ${name} is new`);
    else lines.push(...compareMembers(name, members(own), members(type)));
  }
  const values = (s: Schema): Map<string, string> =>
    new Map(s.simpleTypes.map((t) => [t.name, (t.values ?? [t.base.name]).join(' ')]));
  const [mineSimple, othersSimple] = [values(ours), values(theirs)];
  for (const name of mineSimple.keys()) if (!othersSimple.has(name)) lines.push(`simple type ${name} is not there`);
  for (const [name, list] of othersSimple) {
    const own = mineSimple.get(name);
    if (own === undefined) lines.push(`simple type ${name} is new`);
    else if (own !== list) lines.push(`simple type ${name}: ${list} instead of ${own}`);
  }
  return lines;
}

function compareMembers(
  type: string,
  mine: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
): string[] {
  const lines: string[] = [];
  for (const name of mine.keys()) if (!theirs.has(name)) lines.push(`${type}.${name} is not there`);
  for (const [name, what] of theirs) {
    const own = mine.get(name);
    if (own === undefined) lines.push(`${type}.${name} is new (${what})`);
    else if (own !== what) lines.push(`${type}.${name} is ${what} instead of ${own}`);
  }
  const order = (m: ReadonlyMap<string, string>): string =>
    [...m.keys()].filter((k) => mine.has(k) && theirs.has(k)).join(' ');
  if (order(mine) !== order(theirs)) lines.push(`${type}: the elements are in another order`);
  return lines;
}

function members(type: ComplexType): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (particles: readonly Particle[], inChoice: string): void => {
    for (const p of particles) {
      if (p.kind === 'choice') walk(p.options, ` in a choice ${occurs(p)}`);
      else
        found.set(
          p.kind === 'any' ? '(any)' : p.name,
          `${p.kind === 'element' ? p.type.name : 'any'} ${occurs(p)}${inChoice}`,
        );
    }
  };
  walk(type.particles, '');
  for (const a of type.attributes) found.set(`@${a.name}`, `${a.type.name}${a.required ? ' required' : ''}`);
  if (type.simpleContent) found.set('(text)', type.simpleContent.name);
  return found;
}

function occurs(p: { readonly min: number; readonly max: number }): string {
  return `${p.min}..${p.max === Infinity ? '*' : p.max}`;
}
