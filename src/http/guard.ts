/** Stands before everything that is not a message, where a listener asks who calls: lets in who has shown it and may see it. */
import type { Request, RequestHandler, Response } from 'express';
import type { Caller } from '../message/caller.js';
import { reasonOf } from '../message/reply-codes.js';
import type { WayIn } from './way-in.js';

/** What somebody wants to see or do: WSDLs, schemas and the list of services; the metrics; a request to the JSON API. */
export type Wanted = 'contract' | 'metrics' | { readonly api: { readonly method: string; readonly path: string } };

/** Whether somebody may, or nobody knows who, where nobody is asked. */
export type May = (
  caller: Caller | undefined,
  wanted: Wanted,
  from: { readonly listener: string; readonly remote?: string | undefined },
) => boolean | Promise<boolean>;

const api = '/api/v1';

export function guard(wayIn: WayIn, may: May): RequestHandler {
  return async (request, response, next) => {
    const from = { listener: wayIn.listener, remote: request.socket.remoteAddress };
    if (!wayIn.asks) {
      if (await may(undefined, wantedBy(request), from)) return next();
      return refuse(request, response, 403, reasonOf('7.5'));
    }
    const { entrance, refusal } = await wayIn.enter(request, false);
    const caller = entrance?.caller;
    if (caller === undefined) {
      const { code = '7.2', status = 403, challenges = [] } = refusal ?? {};
      if (challenges.length > 0) response.setHeader('WWW-Authenticate', [...challenges]);
      if (status === 503) response.setHeader('Retry-After', '1');
      return refuse(request, response, status, reasonOf(code));
    }
    if (!(await may(caller, wantedBy(request), from))) return refuse(request, response, 403, reasonOf('7.5'));
    (response.locals as { caller?: Caller }).caller = caller;
    next();
  };
}

/** Who has been let in. */
export function callerIn({ locals }: Response): Caller | undefined {
  return (locals as { readonly caller?: Caller }).caller;
}

/** As express matches paths: whatever the case, with a slash at the end or without. */
function wantedBy({ path: given, method }: Request): Wanted {
  const path = given.toLowerCase().replace(/\/$/, '');
  if (path === '/metrics') return 'metrics';
  if (path !== api && !path.startsWith(`${api}/`)) return 'contract';
  return { api: { method: method === 'HEAD' ? 'GET' : method, path: given.slice(api.length) || '/' } };
}

function refuse(request: Request, response: Response, status: number, sentence: string): void {
  response.set('Cache-Control', 'no-store').status(status);
  if (request.path.toLowerCase().startsWith(`${api}/`)) response.json({ error: sentence });
  else response.type('text/plain').send(`${sentence}\n`);
}
