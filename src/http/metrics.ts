/** What Prometheus reads: messages by noun, verb and result, their duration and size, and the process itself. */
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from 'prom-client';

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
  /** Something that operators must know at once. */
  alarm(what: string): void;
  /** A connection that was closed because there were as many as the limit of this name allows. */
  tooMany(limit: string): void;
  text(): Promise<{ readonly contentType: string; readonly body: string }>;
}

/** The metrics of one of several processes, as they go from one to the other. */
export interface ProcessMetrics {
  readonly worker: number;
  readonly metrics: readonly MetricObjectWithValues<MetricValue<string>>[];
}

/** The processes of one gateway on this machine: whichever is asked answers for all. */
export interface Siblings {
  /** Which of them this one is. */
  readonly worker: number;
  /** What this one answers when it is asked. */
  answer(own: () => Promise<ProcessMetrics>): void;
  /** Of all that serve, this one too. */
  all(): Promise<readonly ProcessMetrics[]>;
}

/** What is asked when the metrics are read. */
export interface MetricSources {
  outboxDepth(): Promise<readonly { readonly endpoint: string; readonly waiting: number; readonly dead: number }[]>;
}

export function openMetrics(sources: MetricSources, siblings?: Siblings): Metrics {
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
  const alarms = new Counter({
    name: 'cimgate_alarms_total',
    help: 'What operators must know at once: the disconnect brake, the audit, files that could not be read anew.',
    labelNames: ['what'],
    registers: [registry],
  });
  const connections = new Counter({
    name: 'cimgate_connections_closed_total',
    help: 'Connections closed at once, by the limit that they were above.',
    labelNames: ['limit'],
    registers: [registry],
  });
  new Gauge({
    name: 'cimgate_outbox_messages',
    help: 'Messages of the outbox that wait to be delivered, or are dead letters.',
    labelNames: ['endpoint', 'state'],
    aggregator: 'first', // of the store, not of a process
    registers: [registry],
    async collect() {
      this.reset();
      for (const { endpoint, waiting, dead } of await sources.outboxDepth().catch(() => [])) {
        this.set({ endpoint, state: 'waiting' }, waiting);
        this.set({ endpoint, state: 'dead' }, dead);
      }
    },
  });
  const { worker } = siblings ?? {};
  if (worker !== undefined) siblings?.answer(async () => ({ worker, metrics: await registry.getMetricsAsJSON() }));
  return {
    alarm: (what) => alarms.inc({ what }),
    tooMany: (limit) => connections.inc({ limit }),
    delivery: (endpoint, outcome) => deliveries.inc({ endpoint, outcome }),
    message: (facts) => {
      messages.inc({ noun: facts.noun, verb: facts.verb, result: facts.result });
      duration.observe({ verb: facts.verb }, facts.seconds);
      bytes.inc(facts.bytes);
    },
    text: async () => {
      const read = siblings === undefined ? registry : together(await siblings.all());
      return { contentType: read.contentType, body: await read.metrics() };
    },
  };
}

/**
 * Every series of every process, labelled with its number, so that one that starts anew is a counter reset as any other; what all of
 * them say alike stands there once.
 */
function together(processes: readonly ProcessMetrics[]): Registry {
  const labelled = processes.map(({ worker, metrics }) =>
    metrics.map((metric) => {
      if (metric.aggregator === 'first') return metric;
      const values = metric.values.map((value) => ({ ...value, labels: { ...value.labels, worker } }));
      return { ...metric, aggregator: 'sum' as const, values };
    }),
  );
  return AggregatorRegistry.aggregate(labelled);
}
