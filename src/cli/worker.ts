/** One of several processes of a gateway: starts when its primary process has made it, ends when that says so. */
import { ConfigError, loadConfig } from '../config.js';
import type { ProcessMetrics } from '../http/metrics.js';
import { openLog } from '../log.js';
import { start, stopper } from './run.js';
import type { FromWorker, ToWorker } from './worker-messages.js';

/**
 * @param number which of the workers it is; stands in its log
 * @param ports of the further listeners by their names: all workers share them, also those that start later
 */
export async function runWorker(
  number: number,
  env: NodeJS.ProcessEnv,
  ports: ReadonlyMap<string, number>,
): Promise<void> {
  // a terminal tells all processes; the primary one decides
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => {});
  try {
    const loaded = loadConfig(env);
    const listeners = loaded.listeners.map((one) => ({ ...one, port: ports.get(one.name) ?? one.port }));
    const config = { ...loaded, listeners };
    const log = openLog(config.log, { worker: number });
    const siblings = siblingsOf(number);
    const gateway = await start(config, log, { host: 'CIMGATE_HOST', port: 'CIMGATE_PORT' }, siblings);
    const stop = stopper(gateway, log);
    process.once('SIGTERM', () => stop({ signal: 'SIGTERM' }));
    hear((message) => {
      if (message.kind === 'end') stop({ handedOver: message.handedOver });
    });
    say({ kind: 'ready', listeners: gateway.listeners });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof ConfigError ? 78 : 1;
    process.send!({ kind: 'failed', reason, code } satisfies FromWorker, () => process.exit(code));
  }
}

/** The metrics of all workers are read together, whichever is asked: by way of the primary process. */
function siblingsOf(number: number): {
  readonly worker: number;
  answer(own: () => Promise<ProcessMetrics>): void;
  all(): Promise<readonly ProcessMetrics[]>;
} {
  const asked = new Map<number, (all: readonly ProcessMetrics[]) => void>();
  let questions = 0;
  hear((message) => {
    if (message.kind !== 'all metrics') return;
    asked.get(message.question)?.(message.all);
    asked.delete(message.question);
  });
  return {
    worker: number,
    answer: (own) =>
      hear((message) => {
        if (message.kind !== 'metrics?') return;
        void own().then((metrics) => say({ kind: 'metrics', question: message.question, metrics }));
      }),
    all: () =>
      new Promise((resolve) => {
        const question = ++questions;
        asked.set(question, resolve);
        say({ kind: 'wants metrics', question });
      }),
  };
}

function hear(listener: (message: ToWorker) => void): void {
  process.on('message', listener);
}

function say(message: FromWorker): void {
  // the primary may be gone: this process ends then
  process.send!(message, () => {});
}
