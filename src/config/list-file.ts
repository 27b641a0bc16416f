/** Reads a list of settings that stands in a file of its own, at the start and again whenever it changes. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/**
 * The list in a YAML file. Throws a sentence that names every wrong place.
 * @param empty what an empty file stands for; undefined where it is refused
 */
export function listInFile<T>(file: string, list: z.ZodType<readonly T[]>, empty?: readonly T[]): readonly T[] {
  let tree: unknown;
  try {
    tree = parse(readFileSync(file, 'utf8')) ?? empty;
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
  if (tree === undefined) throw new Error(`${file}: there is nothing in it; write [] where the list is to be empty`);
  const checked = list.safeParse(tree);
  if (checked.success) return checked.data;
  const places = checked.error.issues.map(({ path, message }) =>
    [file, path.join('.'), message].filter(Boolean).join(': '),
  );
  throw new Error(places.join('; '));
}
