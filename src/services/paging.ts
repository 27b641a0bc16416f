/**
 * Answers by the page: `Request/Option` `limit` and `offset` (messaging §3.4). Objects come in the order in which they were first
 * stored, so that what is stored meanwhile comes behind what has been answered.
 */
import type { AnyMessage } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectQuery, StoredObject, StoreReader } from '../ports/object-store.js';
import { optionOf } from './get-options.js';

/** Which of the objects that fit are wanted. */
export interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** What a page has, and how many objects fit in all; `counted` is less than all when there were too many to count. */
export interface Paged<T = StoredObject> {
  readonly found: readonly T[];
  readonly counted: number;
  readonly all: boolean;
}

/** Objects are counted as far as this, and then said to be more. */
export const mostCounted = 100_000;

/**
 * The page that is asked for, if one is.
 * @param most objects of one answer
 * @param what they are called in what is refused
 * @param usual the limit when only `offset` is given
 * @throws ReplyError 1.8 for what is no number, 3.1 for a limit above `most`
 */
export function pageIn(message: AnyMessage, most: number, what = 'objects', usual = most): Page | undefined {
  const limit = optionOf(message, 'limit');
  const offset = optionOf(message, 'offset');
  if (limit === undefined && offset === undefined) return undefined;
  const newest = optionOf(message, 'Newest');
  if (newest !== undefined) newest.refuse('it cannot be asked for together with limit or offset; choose one of them');
  if (limit !== undefined && !/^[1-9]\d{0,8}$/.test(limit.text)) {
    limit.refuse(`limit takes the number of ${what} wanted, from 1 to ${most}`);
  }
  if (offset !== undefined && !/^\d{1,9}$/.test(offset.text)) {
    offset.refuse(`offset takes the number of ${what} to pass over, from 0 to 999999999`);
  }
  const wanted = limit === undefined ? usual : Number(limit.text);
  if (limit !== undefined && wanted > most) {
    const details = `at most ${most} ${what} are answered at a time; ask for fewer, and for the rest by offset`;
    throw new ReplyError({ code: codes.tooManyItems, path: limit.path, details, values: { limit: String(most) } });
  }
  return { offset: Number(offset?.text ?? '0'), limit: wanted };
}

/** A page of all that a query finds. */
export async function storedPage(
  store: StoreReader,
  query: Omit<ObjectQuery, 'limit' | 'after' | 'offset'>,
  page: Page,
): Promise<Paged> {
  const found = await store.objects({ ...query, ...page });
  const end = page.offset + found.length;
  if (found.length > 0 && found.length < page.limit) return { found, counted: end, all: true };
  const counted = await store.countObjects(query, Math.max(mostCounted, end) + 1);
  const most = Math.max(mostCounted, end);
  return { found, counted: Math.min(counted, most), all: counted <= most };
}

/** A page of what comes one by one, all of which fits. */
export async function walkedPage(objects: AsyncIterable<StoredObject>, page: Page): Promise<Paged> {
  const found: StoredObject[] = [];
  const end = page.offset + page.limit;
  const most = Math.max(mostCounted, end);
  let counted = 0;
  for await (const object of objects) {
    if (counted === most) return { found, counted, all: false };
    if (counted >= page.offset && counted < end) found.push(object);
    counted += 1;
  }
  return { found, counted, all: true };
}

/** Says which page it is: `objects 101 to 200 of 5000; ask for the next ones with offset 200`. */
export function pageNote({ offset }: Page, { found, counted, all }: Paged<unknown>, what = 'object'): Finding {
  const total = all ? String(counted) : `more than ${counted}`;
  const end = offset + found.length;
  if (found.length === 0) return { code: codes.ok, details: `no ${what}s from offset ${offset} on, of ${total}` };
  const which = found.length === 1 ? `${what} ${end}` : `${what}s ${offset + 1} to ${end}`;
  const next = all && end >= counted ? 'none follow' : `ask for the next ones with offset ${end}`;
  return { code: codes.ok, details: `${which} of ${total}; ${next}` };
}
