/**
 * Mounts the JSON API below /api/v1. Who may call it is seen to before (guard.ts). Browsers show who their user is, or are on the same
 * machine, whatever page asks: so what changes something must come as JSON (which a foreign page may not send), and to an address that is
 * meant.
 */
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import type { Log } from '../log.js';
import type { Caller } from '../message/caller.js';
import { callerIn } from './guard.js';
import { isLocalHost, isOfOtherSite } from './pages.js';

/** A route of the API; console/ makes them. */
export interface MountedRoute {
  readonly method: 'get' | 'put' | 'post' | 'delete';
  /** `/endpoints/{name}` */
  readonly path: string;
  readonly handle: (request: {
    readonly params: Readonly<Record<string, string>>;
    readonly query: Readonly<Record<string, string>>;
    readonly body: unknown;
    readonly caller?: Caller | undefined;
  }) => Promise<{ readonly status: number; readonly body?: unknown }>;
}

export interface Api {
  readonly routes: readonly MountedRoute[];
  /** Answered at /openapi.json. */
  readonly description: object;
  /** Whether it is called on its own machine only, and under names of that: nobody is asked who he is. */
  readonly onlyLocal: boolean;
  readonly log: Log;
}

/** Bytes of a body: a list of ten thousand identifiers. */
const mostBytes = 1_048_576;

export function apiRouter(api: Api): Router {
  const router = express.Router();
  router.use((request, response, next) => {
    response.set('Cache-Control', 'no-store');
    const refusal = refusalOf(request, api.onlyLocal);
    if (refusal === undefined) next();
    else problem(response, refusal.status, refusal.sentence);
  });
  router.use(express.json({ limit: mostBytes, strict: true }));
  router.get('/openapi.json', (_request, response) => void response.json(api.description));
  for (const { method, path, handle } of fixedFirst(api.routes)) {
    router[method](path.replace(/\{(\w+)\}/g, ':$1'), async (request: Request, response: Response) => {
      const query = Object.fromEntries(
        Object.entries(request.query).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
      );
      const params = request.params as Record<string, string>;
      const caller = callerIn(response);
      const { status, body } = await handle({ params, query, body: request.body as unknown, caller });
      if (method !== 'get') {
        const path = request.path.slice(0, 200);
        api.log.info('changed by the API', { method, path, status, principal: caller?.principal });
      }
      if (body === undefined) response.status(status).end();
      else response.status(status).json(body);
    });
  }
  const paths = new Map<string, string[]>();
  for (const { path, method } of api.routes) paths.set(path, [...(paths.get(path) ?? []), method.toUpperCase()]);
  for (const [path, methods] of paths) {
    router.all(path.replace(/\{(\w+)\}/g, ':$1'), (request, response, next) => {
      if (methods.includes(request.method) || (request.method === 'HEAD' && methods.includes('GET'))) return next();
      response.set('Allow', methods.join(', '));
      problem(response, 405, `${request.method} is not allowed here; ${methods.join(', ')} is.`);
    });
  }
  router.use((request, response) =>
    problem(response, 404, `There is nothing at ${request.path.slice(0, 200)}; openapi.json lists what there is.`),
  );
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const { status, name, message, problems } = error as Partial<
      Error & { readonly status: number; readonly problems: readonly string[] }
    >;
    if (response.headersSent || status === undefined) return next(error);
    if (name === 'ApiProblem')
      return void response.status(status).json({ error: message, ...(problems?.length ? { problems } : {}) });
    if (status >= 500) return next(error);
    problem(response, status, status === 413 ? `The body is larger than ${mostBytes} bytes.` : 'The body is not JSON.');
  });
  return router;
}

/** `/deliveries/depth` before `/deliveries/{id}`. */
function fixedFirst(routes: readonly MountedRoute[]): readonly MountedRoute[] {
  const places = ({ path }: MountedRoute): number => path.split('{').length;
  return [...routes].sort((a, b) => places(a) - places(b));
}

function refusalOf(
  request: Request,
  onlyLocal: boolean,
): { readonly status: number; readonly sentence: string } | undefined {
  if (onlyLocal && !isLocalHost(request.headers.host ?? ''))
    return { status: 403, sentence: 'The API of this gateway is called as localhost or by an address.' };
  if (isOfOtherSite(request.headers)) return { status: 403, sentence: 'The API is not for pages of other sites.' };
  const writes = request.method === 'POST' || request.method === 'PUT';
  if (writes && request.is('application/json') !== 'application/json')
    return { status: 415, sentence: 'Send JSON, with Content-Type: application/json.' };
  return undefined;
}

function problem(response: Response, status: number, sentence: string): void {
  response.status(status).json({ error: sentence });
}
