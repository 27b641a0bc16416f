/** What a load consists of: the messages in their order, each with the mRIDs that its answer must name. */
import { create, operationSet } from './messages.mjs';

const linkage = 'MasterDataLinkageConfig';

/** The numbers from 1 to `count` in groups of `size`. */
export function* groupsOf(count, size) {
  for (let start = 1; start <= count; start += size)
    yield Array.from({ length: Math.min(size, count - start + 1) }, (_, at) => start + at);
}

/** The nouns, then the links of each kind; `messages` makes them when they are asked for. */
export function plan(all, { customers, batch, links }) {
  const nouns = all.nouns.map(({ noun, kind, count, object }) => ({
    name: `Create${noun}`,
    objects: count(customers),
    *messages() {
      for (const numbers of groupsOf(count(customers), batch))
        yield {
          text: create(noun, kind, numbers.map(object)),
          objects: numbers.length,
          ids: numbers.map((number) => all.mRIDOf(kind, number)),
        };
    },
  }));
  const linked = all.links.map((kinds) => ({
    name: `Create${linkage}: ${kinds.join(', ')}`,
    objects: customers,
    *messages() {
      for (const numbers of groupsOf(customers, links)) {
        const operations = numbers.map((number) => ({ noun: linkage, verb: 'create', content: linkOf(all, kinds, number) }));
        yield { text: operationSet(operations), objects: numbers.length };
      }
    },
  }));
  return [...nouns, ...linked];
}

/** A link of one customer's objects, which are named as a person would name them. */
export const linkOf = (all, kinds, number) => Object.fromEntries(kinds.map((kind) => [kind, all.nameOnly(kind, number)]));
