/** Nobody to call: the registry of a gateway without reply endpoints and subscriptions. */
import type { Registry } from '../ports/registry.js';

export function emptyRegistry(): Registry {
  return {
    endpoint: () => undefined,
    endpointAt: () => undefined,
    endpoints: () => [],
    subscriptions: () => [],
  };
}
