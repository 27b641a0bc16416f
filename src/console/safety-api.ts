/** The disconnect brake by the API: how it stands, the kill switch, limits for some time, and messages on hold (docs/disconnects.md). */
import { gatewayNames } from '../message/caller.js';
import type { Brake, DisconnectLimits } from '../ports/brake.js';
import type { JsonObject } from '../ports/object-store.js';
import type { HeldMessage } from '../ports/safeguards.js';
import { ApiProblem, limitOf, timeOf, type ApiRequest, type ApiRoute } from './route.js';

/** A week: who wants it for longer changes the settings. */
const longest = 7 * 86_400_000;

export function safetyRoutes(brake: Brake): readonly ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/disconnects',
      summary: 'The disconnect brake: limits, what is counted, and whether disconnects are stopped.',
      answer: 'Disconnects',
      handle: async () => ({ status: 200, body: await view(brake) }),
    },
    {
      method: 'put',
      path: '/disconnects/stop',
      summary: 'Stops all disconnects, those that wait too, until it is taken back.',
      body: 'Stop',
      answer: 'Stopped',
      handle: async (request) => {
        const { refused, withdrawn } = await brake.stop(nameOf(request), reasonOf(request.body));
        return { status: 200, body: { ...(await view(brake)), refused, withdrawn } };
      },
    },
    {
      method: 'delete',
      path: '/disconnects/stop',
      summary: 'Lets disconnects go on. Those that were refused meanwhile stay refused.',
      handle: async (request) => {
        await brake.letGo(nameOf(request));
        return { status: 204 };
      },
    },
    {
      method: 'put',
      path: '/disconnect-limits',
      summary: 'Sets other limits of disconnects for some time. Not for those who may disconnect.',
      body: 'DisconnectLimits',
      answer: 'Disconnects',
      handle: async (request) => {
        refuseWhoDisconnects(brake, request);
        await brake.setLimits(nameOf(request), limitsOf(request.body, brake.now()));
        return { status: 200, body: await view(brake) };
      },
    },
    {
      method: 'delete',
      path: '/disconnect-limits',
      summary: 'Takes such limits back; those of the settings hold again.',
      handle: async (request) => {
        refuseWhoDisconnects(brake, request);
        await brake.setLimits(nameOf(request), undefined);
        return { status: 204 };
      },
    },
    ...heldRoutes(brake),
  ];
}

function heldRoutes(brake: Brake): readonly ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/held-disconnects',
      summary: 'Messages above the limits that wait for a second person.',
      query: { limit: { description: 'Most entries, 1 to 1000; 100 by default.', integer: true } },
      answer: 'HeldDisconnects',
      handle: async (request) => ({ status: 200, body: { held: (await brake.held(limitOf(request))).map(heldView) } }),
    },
    {
      method: 'post',
      path: '/held-disconnects/{id}/release',
      summary: 'Begins a message on hold. Not by whoever has sent it.',
      handle: async (request) => {
        const id = request.params['id'] ?? '';
        const wrong = await brake.release(id, nameOf(request));
        if (wrong === undefined) return { status: 204 };
        if (wrong === 'unknown') throw new ApiProblem(404, `nothing is on hold as ${id.slice(0, 100)}`);
        if (wrong === 'over') throw new ApiProblem(409, 'it has been released or refused already');
        if (wrong === 'own') throw new ApiProblem(403, 'a second person releases it, not the one who has sent it');
        throw new ApiProblem(409, 'it cannot be begun as things stand, and stays on hold', wrong);
      },
    },
    {
      method: 'post',
      path: '/held-disconnects/{id}/refuse',
      summary: 'Refuses a message on hold; its sender is told.',
      handle: async (request) => {
        const id = request.params['id'] ?? '';
        if (await brake.refuse(id, nameOf(request))) return { status: 204 };
        throw new ApiProblem(409, 'it is not on hold, or not any more');
      },
    },
  ];
}

async function view(brake: Brake): Promise<JsonObject> {
  const { stopped, limits, setUntil, withinHour, withinDay } = await brake.state();
  return {
    ...(stopped && { stopped: { ...stopped, at: timeOf(stopped.at) } }),
    ...(limits && { limits: { ...limits } }),
    ...(setUntil !== undefined && { until: timeOf(setUntil) }),
    counted: { hour: withinHour, day: withinDay },
  };
}

function heldView({ id, principal, at, document }: HeldMessage): JsonObject {
  const { Header = {} } = (document['message'] ?? {}) as { readonly Header?: JsonObject };
  const { Source, MessageID, CorrelationID, User } = Header;
  return {
    ...{ id, principal, at: timeOf(at), because: document['because'] },
    ...{ source: Source, messageId: MessageID, correlationId: CorrelationID, user: User },
    payload: (document['message'] as JsonObject | undefined)?.['Payload'],
  };
}

/** Who asks; the machine's own people where nobody is asked who he is. */
function nameOf({ caller }: ApiRequest): string {
  return caller?.principal ?? gatewayNames.localOperator;
}

function reasonOf(body: unknown): string {
  const reason = typeof body === 'object' && body !== null ? (body as { readonly reason?: unknown }).reason : undefined;
  if (reason === undefined) return '';
  if (typeof reason === 'string' && reason.length <= 1_000) return reason;
  throw new ApiProblem(400, 'reason must be a text of at most 1000 characters');
}

function refuseWhoDisconnects(brake: Brake, { caller }: ApiRequest): void {
  if (!brake.mayDisconnect(caller)) return;
  throw new ApiProblem(403, 'limits are set by somebody who may not disconnect himself');
}

function limitsOf(body: unknown, now: number): DisconnectLimits & { readonly until: number } {
  const given = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>;
  const problems: string[] = [];
  const whole = (name: keyof DisconnectLimits): number => {
    const value = given[name];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 10_000_000) return value;
    problems.push(`${name}: must be a whole number from 0 to 10000000`);
    return 0;
  };
  const limits = { principalHour: whole('principalHour'), hour: whole('hour'), day: whole('day') };
  const { until } = given;
  const time =
    typeof until === 'string' && /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(until) ? Date.parse(until) : NaN;
  if (!(time > now && time <= now + longest))
    problems.push('until: must be a time within the next seven days, such as 2027-01-31T18:00:00Z');
  for (const name of Object.keys(given))
    if (!['principalHour', 'hour', 'day', 'until'].includes(name)) problems.push(`${name}: is not known`);
  if (problems.length > 0) throw new ApiProblem(400, 'the limits are wrong', problems);
  return { ...limits, until: time };
}
