/**
 * Reading types that were asked for and of which some meters have nothing, now or ever: which is said of the type, once for all of
 * them (2.10 when it could have been read, 5.5 when only stored values are wanted), and not as a gap in the values of each meter.
 */
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { askAll } from './ask-all.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import type { Course } from './reading-courses.js';
import { measuredBy } from './reading-gaps.js';
import type { ReadingRequest } from './reading-request.js';

/** The meters that have nothing of a type, by its code. */
export type Lacks = ReadonlyMap<string, ReadonlySet<Course>>;

/** Looks for the types that are lacking. To be asked with all that is known of the meters, be it of the kind asked for or not. */
export async function lacksOf(
  ports: Pick<ServicePorts, 'store'>,
  desk: HeadEndDesk,
  { types = [], source, anyOfThem, periods }: ReadingRequest,
  courses: readonly Course[],
): Promise<Lacks> {
  if (source === 'stored' && anyOfThem === true) return new Map();
  const lacks = new Map<string, ReadonlySet<Course>>();
  for (const { code } of types) {
    const without = courses.filter(({ rows }) => !rows.some(({ readingType }) => readingType === code));
    const never =
      source !== 'stored'
        ? without.map(({ target }) => !measuredBy(desk, target).includes(code))
        : await askAll(without, async ({ target: { meter } }) => {
            if (periods === undefined) return true; // then it was looked for at any time
            return (await ports.store.readings({ meters: [meter.mRID], readingTypes: [code], limit: 1 })).length === 0;
          });
    lacks.set(code, new Set(without.filter((_, at) => never[at])));
  }
  return lacks;
}

/** A finding for each type that is lacking at some of the meters. */
export function typesLacking({ types = [], source, anyOfThem }: ReadingRequest, lacks: Lacks): Finding[] {
  if (anyOfThem === true) return [];
  return types.flatMap(({ code: type, path }): Finding[] => {
    const without = [...(lacks.get(type) ?? [])];
    if (without.length === 0) return [];
    const object = { id: type, kind: 'other', objectType: 'ReadingType' } as const;
    const code = source === 'stored' ? codes.notInStore : codes.unsupportedReadingType;
    return [{ code, path, details: sentence(without, source), object, values: { value: type } }];
  });
}

function sentence(without: readonly Course[], source: ReadingRequest['source']): string {
  const names = without.slice(0, 3).map(({ target }) => target.named.id);
  const more = without.length > names.length ? ` and ${without.length - names.length} more` : '';
  const one = without.length === 1;
  return source === 'stored'
    ? `of ${names.join(', ')}${more} no value of this is stored, of whatever time; leave Source away to have it read`
    : `${names.join(', ')}${more} do${one ? 'es' : ''} not measure this, and nothing of it is stored`;
}

/** Whether a meter has nothing of one of the types asked for. */
export function lacksOne({ anyOfThem }: ReadingRequest, lacks: Lacks, course: Course): boolean {
  return anyOfThem !== true && [...lacks.values()].some((without) => without.has(course));
}

/** Whether it has nothing of any of them. */
export function lacksAll(lacks: Lacks, course: Course): boolean {
  return lacks.size > 0 && [...lacks.values()].every((without) => without.has(course));
}
