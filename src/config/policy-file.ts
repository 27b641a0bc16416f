/** Reads the file with further rules of the policy, at the start and again whenever it changes. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { policyProblems, policyRule, type PolicyRuleSettings } from './policy.js';
import type { SecuritySettings } from './security.js';

const rules = z.array(policyRule).max(1_000);

/** The rules of a file. Throws a sentence that names every wrong place. */
export function rulesInFile(file: string): readonly PolicyRuleSettings[] {
  let tree: unknown;
  try {
    tree = parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message.split('\n')[0]}`, { cause: error });
  }
  // a file that is being written is empty for a moment, and rules that deny are missed at once
  if (tree === null || tree === undefined)
    throw new Error(`${file}: there is nothing in it; write [] where there are to be no rules`);
  const checked = rules.safeParse(tree);
  if (checked.success) return checked.data;
  const places = checked.error.issues.map(({ path, message }) =>
    [file, path.join('.'), message].filter(Boolean).join(': '),
  );
  throw new Error(places.join('; '));
}

/** All there are, of the settings and of the file. Throws as above, also for what the two contradict in. */
export function allRules({ policy: own, policyFile }: SecuritySettings): readonly PolicyRuleSettings[] {
  const all = policyFile === undefined ? own : [...own, ...rulesInFile(policyFile)];
  const problems = policyProblems(all);
  if (problems.length > 0) throw new Error(problems.map(([path, problem]) => `${path}: ${problem}`).join('; '));
  return all;
}
