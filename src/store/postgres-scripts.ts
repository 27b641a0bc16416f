/** From the steps of scripts to statements: each as one of its own, or those of one kind as one for all scripts. */
import type { KnownStatement } from './line.js';

/** A step of a script. */
export interface KnownStep {
  readonly number: number;
  readonly statement: KnownStatement;
  readonly values: readonly unknown[];
}

/** A statement to be run. */
export interface Ordered {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Rows it must change at least. */
  readonly rows: number;
}

/** The steps of scripts: each a statement by its number, with its parameters behind it. */
export function stepsOf(script: readonly unknown[], known: readonly KnownStatement[]): readonly KnownStep[] {
  const steps: KnownStep[] = [];
  for (let at = 0; at < script.length;) {
    const number = script[at] as number;
    const statement = known[number];
    if (statement === undefined) throw new Error(`there is no statement ${number}`);
    const end = at + 1 + statement.parameters;
    steps.push({ number, statement, values: script.slice(at + 1, end) });
    at = end;
  }
  return steps;
}

/** A step as a statement of its own. */
export function alone({ statement: { sql, must }, values }: KnownStep): Ordered {
  return { sql, values, rows: must ? 1 : 0 };
}

/**
 * The steps of many scripts, those of one kind as one statement: in the order of the kinds, so scripts must not depend on each other but
 * by what they must change (together they change fewer rows then).
 */
export function together(steps: readonly KnownStep[]): readonly Ordered[] {
  const kinds = new Map<number, KnownStep[]>();
  for (const step of steps) {
    const alike = kinds.get(step.number);
    if (alike === undefined) kinds.set(step.number, [step]);
    else alike.push(step);
  }
  return [...kinds]
    .sort(([one], [other]) => one - other)
    .flatMap(([, alike]) => {
      const { must, together: form } = alike[0]!.statement;
      if (form === undefined || alike.length === 1) return alike.map(alone);
      const { sql, names } = form;
      return [{ sql, values: [textOf(alike, names)], rows: must ? alike.length : 0 }];
    });
}

/** Steps as a JSON text: their parameters by name. */
function textOf(steps: readonly KnownStep[], names: readonly string[]): string {
  return JSON.stringify(
    steps.map(({ values }) => {
      const object: Record<string, unknown> = {};
      for (let at = 0; at < names.length; at++) object[names[at]!] = values[at];
      return object;
    }),
  );
}
