/**
 * What the JSON API is made of: routes that say what they take and answer, and do it. Knows nothing of HTTP servers; http/ mounts
 * the routes, openapi.ts describes them from the same table.
 */
import type { Caller } from '../message/caller.js';
import type { Json } from '../ports/object-store.js';

export interface ApiRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** The JSON body; undefined when there is none. */
  readonly body: unknown;
  /** Who asks; absent where nobody is asked who he is. */
  readonly caller?: Caller | undefined;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body?: Json | undefined;
}

export interface QueryParameter {
  readonly description: string;
  readonly values?: readonly string[];
  readonly integer?: true;
}

export interface ApiRoute {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  /** Below `/api/v1`, places in braces: `/endpoints/{name}`. */
  readonly path: string;
  readonly summary: string;
  readonly query?: Readonly<Record<string, QueryParameter>>;
  /** Name of the schema of the body. */
  readonly body?: string;
  /** Name of the schema of a good answer; absent when it has no body. */
  readonly answer?: string;
  readonly handle: (request: ApiRequest) => Promise<ApiAnswer>;
}

/** The request cannot be done; the sentence is for the caller. */
export class ApiProblem extends Error {
  constructor(
    readonly status: 400 | 403 | 404 | 409 | 503,
    sentence: string,
    /** Each wrong place, a line each. */
    readonly problems: readonly string[] = [],
  ) {
    super(sentence);
    this.name = 'ApiProblem';
  }
}

/** How many entries a page has. Throws `ApiProblem`. */
export function limitOf({ query }: ApiRequest): number {
  return integerOf(query['limit'], 'limit', 1, 1_000) ?? 100;
}

/** A whole number of the query; undefined when it is not given. Throws `ApiProblem`. */
export function integerOf(text: string | undefined, name: string, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new ApiProblem(400, `${name} must be a whole number from ${least} to ${most}`);
}

/** One of several words; undefined when it is not given. Throws `ApiProblem`. */
export function wordOf<T extends string>(text: string | undefined, name: string, words: readonly T[]): T | undefined {
  if (text === undefined) return undefined;
  const found = words.find((word) => word === text);
  if (found === undefined) throw new ApiProblem(400, `${name} must be one of ${words.join(', ')}`);
  return found;
}

/** A time as the API writes it. */
export function timeOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
