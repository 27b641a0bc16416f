/** What a dialect of a partner must look like in the configuration file (docs/dialects.md). */
import { z } from 'zod';

/** Small letters, so that in an address it is never the name of a service. */
export const dialectName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'must be 1 to 64 small letters, digits, dots, dashes and underscores');

const uri = z
  .string()
  .max(1024)
  .regex(/^[a-z][a-z0-9+.-]*:[^\s<>"'&{}]+$/, 'must be a namespace such as http://iec.ch/TC57/2017/schema/message');
const pattern = z
  .string()
  .max(1024)
  .regex(
    /^[a-z][a-z0-9+.-]*:[^\s<>"'&{}]*\{Name\}[^\s<>"'&{}]*$/,
    'must be a namespace with {Name} where MeterConfig or GetMeterConfig stands, such as http://example.org/{Name}#',
  );

const some = z.array(z.string().min(1).max(256)).min(1).max(1_000).default([]);

export const era = z.enum(['2011', '2015', '2017', '2021']);
/** Bytes of a payload above which it is compressed. */
export const compressAbove = z.int().min(0).max(1_000_000_000);
export const form = z.enum(['typed', 'generic', 'bare']);

const dialect = z.strictObject({
  /** Who speaks it, beside those who use its address `/soap/{name}/…`: users of HTTP Basic, and Sources of Headers. */
  users: some,
  sources: some,
  era: era.default('2011'),
  /** What it calls our namespaces, where that is no era. */
  namespaces: z
    .strictObject({ envelope: uri, messages: pattern, profiles: pattern, abstract: uri })
    .partial()
    .default({}),
  /** Elements that no schema knows where they stand: refused, left out, or kept where a schema takes anything. */
  extraElements: z.enum(['refuse', 'drop', 'keep']).default('refuse'),
  /** How FAILED is said: in a reply, or in a fault. */
  failures: z.enum(['reply', 'fault']).default('reply'),
  /** How a message that is not valid is answered: by a fault, or by a reply that is FAILED. */
  invalid: z.enum(['fault', 'reply']).default('fault'),
  /** Whether plain success has Error 0.0; as for everybody when absent. */
  successCode: z.boolean().optional(),
  /** Verb of answers: reply, or the past form of what was asked. */
  answerVerb: z.enum(['reply', 'past']).default('reply'),
  /** Payloads of more bytes than that are sent compressed; none when absent. */
  compressAbove: compressAbove.optional(),
});

export const dialects = z.record(dialectName, dialect);

export type DialectSettings = z.infer<typeof dialect>;
export type DialectsSettings = z.infer<typeof dialects>;

/** What is wrong with the dialects as a whole, with the path of each. */
export function dialectProblems(all: DialectsSettings): readonly (readonly [path: string, problem: string])[] {
  const problems: [string, string][] = [];
  for (const key of ['users', 'sources'] as const) {
    const taken = new Map<string, string>();
    for (const [name, settings] of Object.entries(all))
      for (const [at, one] of settings[key].entries()) {
        const other = taken.get(one);
        if (other !== undefined) problems.push([`dialects.${name}.${key}.${at}`, `${one} speaks ${other} already`]);
        taken.set(one, name);
      }
  }
  return problems;
}
