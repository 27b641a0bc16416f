/** All services of a noun table: the special functions of a row over the generic ones. */
import { nounService } from './noun-service.js';
import type { Noun, Verb } from '../generated/operations.js';
import { operationSetOf } from '../message/operation-set.js';
import { serveEffectiveChanges } from './effective-changes.js';
import { laterAnswers } from './later-answers.js';
import type { Handler, NounRow, NounService, NounTable, ServicePorts } from './noun-row.js';
import { operationSets, setNoun } from './operation-set.js';
import { askedRequest, requestStatus } from './request-status.js';

/** A service for each row, by noun, and that of operation sets; each answers only the verbs its row offers. */
export function nounServices(table: NounTable, ports: ServicePorts): ReadonlyMap<string, NounService> {
  const services = new Map<string, NounService>();
  /** As they answer at once. */
  const atOnce = new Map<string, NounService>();
  serveEffectiveChanges(table, ports);
  const later = laterAnswers(
    ports,
    (noun, verb) => atOnce.get(noun)?.[verb as Verb],
    (noun) => table[noun as Noun]?.objects === 'payload',
  );
  const set = operationSets(table, ports);
  for (const [noun, row] of Object.entries(table) as [Noun, NounRow][]) {
    const special = row.service?.(ports) as NounService | undefined;
    const service = { ...nounService(row, noun, ports), ...special };
    const offered = row.verbs.flatMap((verb) => {
      const handler = service[verb];
      return handler === undefined ? [] : [[verb, handler] as const];
    });
    const offeredAtOnce = offered.map(([verb, handler]) => [verb, orSet(handler, set)] as const);
    atOnce.set(noun, Object.fromEntries(offeredAtOnce));
    const answering = offered.map(([verb, handler]) => {
      const both = later({ noun, row, verb, special: special?.[verb] !== undefined }, handler);
      const laterSet = later({ noun, row: setRow, verb, special: true }, set);
      return [verb, verb === 'get' ? orStatus(ports, noun, both) : orSet(both, laterSet)] as const;
    });
    services.set(noun, Object.fromEntries(answering));
  }
  atOnce.set(setNoun, { execute: set });
  services.set(setNoun, { execute: later({ noun: setNoun, row: setRow, verb: 'execute', special: true }, set) });
  return services;
}

/** How sets are answered later: all that one does is in one transaction, with its answer. */
const setRow: NounRow = { verbs: ['execute'], objects: 'payload', repeatable: true };

/** What a noun does, or what the operation set in its message asks for. */
function orSet(handler: Handler, set: Handler): Handler {
  return (message, call) => (operationSetOf(message) === undefined ? handler : set)(message, call);
}

/** A get of a noun, or the question what has become of a request for it. */
function orStatus(ports: ServicePorts, noun: string, get: Handler): Handler {
  return async (message, call) => {
    const asked = askedRequest(message);
    return asked === undefined ? get(message, call) : requestStatus(ports, noun, message, call, asked);
  };
}
