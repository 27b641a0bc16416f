/** What operators see of deliveries: a line for each that failed, an error for each that is given up; no payloads. */
import type { Log } from '../log.js';
import type { DeliveryWatch } from './lane.js';

export interface DeliveryCounts {
  delivery(endpoint: string, outcome: 'delivered' | 'failed' | 'dead'): void;
}

export function deliveryWatch(log: Log, counts: DeliveryCounts): DeliveryWatch {
  return {
    attempted: (delivery, verdict) => {
      const { endpoint, id: messageId, correlationId, noun } = delivery;
      counts.delivery(endpoint, verdict.kind);
      const facts = { endpoint, messageId, correlationId, noun, attempt: delivery.attempts + 1 };
      if (verdict.kind === 'delivered') log.info('delivered', facts);
      else log.warn('not delivered', { ...facts, reason: verdict.reason });
    },
    dead: ({ endpoint, id: messageId, correlationId, noun }, reason) =>
      void log.error('given up a message: it is a dead letter now', {
        endpoint,
        messageId,
        correlationId,
        noun,
        reason,
      }),
    paused: (endpoint, until, reason) =>
      void log.warn('an endpoint is down and is left alone for a while', {
        endpoint,
        until: new Date(until).toISOString(),
        reason,
      }),
    trouble: (error) => void log.error('the outbox could not be worked on', { error: String(error) }),
  };
}
