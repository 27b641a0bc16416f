/** All services of a noun table: the special functions of a row over the generic ones. */
import { nounService } from './noun-service.js';
import type { Noun, Verb } from '../generated/operations.js';
import { serveEffectiveChanges } from './effective-changes.js';
import { laterAnswers } from './later-answers.js';
import type { Handler, NounRow, NounService, NounTable, ServicePorts } from './noun-row.js';
import { askedRequest, requestStatus } from './request-status.js';

/** A service for each row, by noun; each answers only the verbs its row offers. */
export function nounServices(table: NounTable, ports: ServicePorts): ReadonlyMap<string, NounService> {
  const services = new Map<string, NounService>();
  /** As they answer at once. */
  const atOnce = new Map<string, NounService>();
  serveEffectiveChanges(table, ports);
  const later = laterAnswers(ports, (noun, verb) => atOnce.get(noun)?.[verb as Verb]);
  for (const [noun, row] of Object.entries(table) as [Noun, NounRow][]) {
    const special = row.service?.(ports) as NounService | undefined;
    const service = { ...nounService(row, noun, ports), ...special };
    const offered = row.verbs.flatMap((verb) => {
      const handler = service[verb];
      return handler === undefined ? [] : [[verb, handler] as const];
    });
    atOnce.set(noun, Object.fromEntries(offered));
    const answering = offered.map(([verb, handler]) => {
      const both = later({ noun, row, verb, special: special?.[verb] !== undefined }, handler);
      return [verb, verb === 'get' ? orStatus(ports, noun, both) : both] as const;
    });
    services.set(noun, Object.fromEntries(answering));
  }
  return services;
}

/** A get of a noun, or the question what has become of a request for it. */
function orStatus(ports: ServicePorts, noun: string, get: Handler): Handler {
  return async (message, call) => {
    const asked = askedRequest(message);
    return asked === undefined ? get(message, call) : requestStatus(ports, noun, message, call, asked);
  };
}
