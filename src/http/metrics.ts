/** What Prometheus reads: messages by noun, verb and result, their duration and size, and the process itself. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export interface Metrics {
  message(facts: {
    readonly noun: string;
    readonly verb: string;
    readonly result: string;
    readonly seconds: number;
    readonly bytes: number;
  }): void;
  /** An attempt to deliver something. */
  delivery(endpoint: string, outcome: 'delivered' | 'failed' | 'dead'): void;
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** What is asked when the metrics are read. */
export interface MetricSources {
  outboxDepth(): Promise<readonly { readonly endpoint: string; readonly waiting: number; readonly dead: number }[]>;
}

export function openMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const messages = new Counter({
    name: 'cimgate_messages_total',
    help: 'Messages answered.',
    labelNames: ['noun', 'verb', 'result'],
    registers: [registry],
  });
  const bytes = new Counter({
    name: 'cimgate_message_bytes_total',
    help: 'Bytes of messages received, after inflation.',
    registers: [registry],
  });
  const duration = new Histogram({
    name: 'cimgate_message_seconds',
    help: 'From the head of a request to the end of its answer.',
    labelNames: ['verb'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const deliveries = new Counter({
    name: 'cimgate_delivery_attempts_total',
    help: 'Attempts to deliver replies and events, by what they led to.',
    labelNames: ['endpoint', 'outcome'],
    registers: [registry],
  });
  new Gauge({
    name: 'cimgate_outbox_messages',
    help: 'Messages of the outbox that wait to be delivered, or are dead letters.',
    labelNames: ['endpoint', 'state'],
    registers: [registry],
    async collect() {
      this.reset();
      for (const { endpoint, waiting, dead } of await sources.outboxDepth().catch(() => [])) {
        this.set({ endpoint, state: 'waiting' }, waiting);
        this.set({ endpoint, state: 'dead' }, dead);
      }
    },
  });
  return {
    delivery: (endpoint, outcome) => deliveries.inc({ endpoint, outcome }),
    message: (facts) => {
      messages.inc({ noun: facts.noun, verb: facts.verb, result: facts.result });
      duration.observe({ verb: facts.verb }, facts.seconds);
      bytes.inc(facts.bytes);
    },
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
