/** Reads the file with further principals, at the start and again whenever it changes. */
import { z } from 'zod';
import { listInFile } from './list-file.js';
import { principal, type PrincipalSettings, type SecuritySettings } from './security.js';
import { principalProblems } from './security-problems.js';

const principals = z.array(principal).max(10_000);

/** The principals of a file; none in an empty one. Throws a sentence that names every wrong place. */
export function principalsInFile(file: string): readonly PrincipalSettings[] {
  return listInFile(file, principals, []);
}

/** All there are, of the settings and of the file. Throws as above, also for what the two contradict in. */
export function allPrincipals({ principals: own, principalsFile }: SecuritySettings): readonly PrincipalSettings[] {
  const all = principalsFile === undefined ? own : [...own, ...principalsInFile(principalsFile)];
  const problems = principalProblems(all);
  if (problems.length > 0) throw new Error(problems.map(([path, problem]) => `${path}: ${problem}`).join('; '));
  return all;
}
