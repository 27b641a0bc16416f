/**
 * Routes about what one process of several holds, such as a simulated head end: whichever process is asked, the holder answers.
 * Knows nothing of what the routes do.
 */
import type { Json, JsonObject } from '../ports/object-store.js';
import { PeerGone, type Peers } from '../ports/peers.js';
import { ApiProblem, type ApiAnswer, type ApiRequest, type ApiRoute } from './route.js';

/** The same routes, answered by whoever has the duty. */
export function heldRoutes(
  routes: readonly ApiRoute[],
  duty: string,
  peers: Pick<Peers, 'self' | 'homes' | 'holder' | 'ask' | 'respond'>,
): readonly ApiRoute[] {
  if (peers.homes() === undefined) return routes; // there are no others
  const topic = `API of ${duty}`;
  const nobody = (): ApiProblem =>
    new ApiProblem(503, `the ${duty} is on its way from one process to another; try again in a moment`);

  peers.respond(topic, async ({ method, path, request }) => {
    const route = routes.find((one) => one.method === method && one.path === path);
    if (route === undefined || peers.holder(duty) !== peers.self) return problemIn(nobody());
    try {
      return { ...(await route.handle(request as unknown as ApiRequest)) };
    } catch (error) {
      if (error instanceof ApiProblem) return problemIn(error);
      throw error;
    }
  });

  async function ask({ method, path }: ApiRoute, request: ApiRequest): Promise<ApiAnswer> {
    const holder = peers.holder(duty);
    if (holder === undefined) throw nobody();
    const { params, query, body } = request;
    const question = { method, path, request: { params, query, body: body as Json } };
    const answer = await peers.ask(holder, topic, question).catch((error: unknown) => {
      throw error instanceof PeerGone ? nobody() : error;
    });
    return answerIn(answer);
  }

  return routes.map((route) => ({
    ...route,
    handle: (request) => (peers.holder(duty) === peers.self ? route.handle(request) : ask(route, request)),
  }));
}

function problemIn({ status, message, problems }: ApiProblem): JsonObject {
  return { status, problem: message, problems: [...problems] };
}

function answerIn({ status, body, problem, problems }: JsonObject): ApiAnswer {
  if (typeof problem !== 'string') return { status: status as number, body };
  throw new ApiProblem(status as ApiProblem['status'], problem, problems as readonly string[]);
}
