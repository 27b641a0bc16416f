/** All services of a noun table: the special functions of a row over the generic ones. */
import { nounService } from './noun-service.js';
import type { NounService, NounTable, ServicePorts } from './noun-row.js';

/** A service for each row, by noun; each answers only the verbs its row offers. */
export function nounServices(table: NounTable, ports: ServicePorts): ReadonlyMap<string, NounService> {
  const services = new Map<string, NounService>();
  for (const [noun, row] of Object.entries(table)) {
    const service = { ...nounService(row, noun, ports), ...(row.service?.(ports) as NounService | undefined) };
    const offered = Object.entries(service).filter(([verb]) => (row.verbs as readonly string[]).includes(verb));
    services.set(noun, Object.fromEntries(offered));
  }
  return services;
}
