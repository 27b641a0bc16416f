/** Reads the file with further principals, at the start and again whenever it changes. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { principal, type PrincipalSettings, type SecuritySettings } from './security.js';
import { principalProblems } from './security-problems.js';

const principals = z.array(principal).max(10_000);

/** The principals of a file. Throws a sentence that names every wrong place. */
export function principalsInFile(file: string): readonly PrincipalSettings[] {
  let tree: unknown;
  try {
    tree = parse(readFileSync(file, 'utf8')) ?? [];
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
  const checked = principals.safeParse(tree);
  if (checked.success) return checked.data;
  const places = checked.error.issues.map(({ path, message }) =>
    [file, path.join('.'), message].filter(Boolean).join(': '),
  );
  throw new Error(places.join('; '));
}

/** All there are, of the settings and of the file. Throws as above, also for what the two contradict in. */
export function allPrincipals({ principals: own, principalsFile }: SecuritySettings): readonly PrincipalSettings[] {
  const all = principalsFile === undefined ? own : [...own, ...principalsInFile(principalsFile)];
  const problems = principalProblems(all);
  if (problems.length > 0) throw new Error(problems.map(([path, problem]) => `${path}: ${problem}`).join('; '));
  return all;
}
