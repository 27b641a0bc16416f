/** Reads the file with further rules of the policy, at the start and again whenever it changes. */
import { z } from 'zod';
import { listInFile } from './list-file.js';
import { policyProblems, policyRule, type PolicyRuleSettings } from './policy.js';
import type { SecuritySettings } from './security.js';

const rules = z.array(policyRule).max(1_000);

/** The rules of a file. Throws a sentence that names every wrong place. */
export function rulesInFile(file: string): readonly PolicyRuleSettings[] {
  // a file that is being written is empty for a moment, and rules that deny are missed at once
  return listInFile(file, rules);
}

/** All there are, of the settings and of the file. Throws as above, also for what the two contradict in. */
export function allRules({ policy: own, policyFile }: SecuritySettings): readonly PolicyRuleSettings[] {
  const all = policyFile === undefined ? own : [...own, ...rulesInFile(policyFile)];
  const problems = policyProblems(all);
  if (problems.length > 0) throw new Error(problems.map(([path, problem]) => `${path}: ${problem}`).join('; '));
  return all;
}
