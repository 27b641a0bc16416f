/** What Prometheus reads: messages by noun, verb and result, their duration and size, and the process itself. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  message(facts: {
    readonly noun: string;
    readonly verb: string;
    readonly result: string;
    readonly seconds: number;
    readonly bytes: number;
  }): void;
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

export function openMetrics(): Metrics {
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
  return {
    message: (facts) => {
      messages.inc({ noun: facts.noun, verb: facts.verb, result: facts.result });
      duration.observe({ verb: facts.verb }, facts.seconds);
      bytes.inc(facts.bytes);
    },
    text: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
