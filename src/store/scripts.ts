/** Scripts by the names of their statements: the line learns these once, and is told numbers from then on. */
import type { RawBuilder } from 'kysely';
import type { RunScript, ScriptStatement } from './engine.js';
import type { Groups } from './groups.js';
import type { Line } from './line.js';

/** @param compile the text of a statement, and how many parameters it takes */
export function scriptsOver<Name extends string>(
  line: Pick<Line, 'learn'>,
  groups: Pick<Groups, 'script'>,
  compile: (statement: RawBuilder<unknown>) => { readonly sql: string; readonly parameters: readonly unknown[] },
  statements: Readonly<Record<Name, ScriptStatement>>,
): RunScript<Name> {
  const names = Object.keys(statements) as Name[];
  const first = line.learn(
    names.map((name) => {
      const { statement, must, together } = statements[name];
      const { sql, parameters } = compile(statement);
      const many = together && { sql: compile(together.statement).sql, names: together.names };
      return { sql, parameters: parameters.length, must, together: many };
    }),
  );
  const numbers = new Map(names.map((name, at) => [name, first + at]));
  return (steps, exclusive) => {
    const script: unknown[] = [];
    for (const step of steps) {
      script.push(numbers.get(step[0]));
      for (let at = 1; at < step.length; at++) script.push(step[at]);
    }
    return groups.script(script, exclusive);
  };
}
