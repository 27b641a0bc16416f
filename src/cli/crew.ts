/** The workers of a gateway, as its primary process keeps them: so many, each with a number of its own. */
import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../log.js';
import { gatherMetrics } from './gather-metrics.js';
import { restarts } from './restarts.js';
import type { Addresses, FromWorker, ToWorker } from './worker-messages.js';

/** A worker that does not serve after so long is taken for dead; milliseconds. */
const longestStart = 60_000;
/** What a worker may take to end, beside `drainDelay`: open exchanges have 10 s, deliveries 5 s. */
const longestEnd = 20_000;

export interface CrewPorts {
  readonly size: number;
  /** For each worker, beside the primary's own. */
  readonly environment: Readonly<Record<string, string>>;
  readonly drainDelay: number;
  readonly log: Log;
  /** There is no sense in starting workers any more. */
  giveUp(reason: string): void;
}

export interface Crew {
  /** Starts all; resolves with their addresses, rejects when one of them cannot be started. */
  begin(): Promise<Addresses>;
  /** Replaces one after the other, each when its successor serves. When one cannot be started, those of before go on. */
  renew(): Promise<void>;
  /** Ends all; resolves with whether all have ended well. */
  end(): Promise<boolean>;
}

export function openCrew(ports: CrewPorts): Crew {
  const { log } = ports;
  const numbers = Array.from({ length: ports.size }, (_, at) => at + 1);
  /** Those that serve. */
  const serving = new Map<number, Worker>();
  const starting = new Set<Worker>();
  const leaving = new Set<Worker>();
  const policy = restarts();
  let ending = false;
  let renewing: number | undefined;
  const metrics = gatherMetrics(() => [...serving.values()]);

  /** Resolves with its addresses when it serves. */
  const start = async (number: number): Promise<Addresses> => {
    const worker = cluster.fork({ ...ports.environment, CIMGATE_WORKER: String(number) });
    starting.add(worker);
    const addresses = await untilReady(worker).finally(() => starting.delete(worker));
    serving.set(number, worker);
    log.info('a worker serves', { worker: number, pid: worker.process.pid });
    worker.once('exit', (code, signal) => gone(number, worker, signal ?? code));
    worker.on('message', (message: FromWorker) => metrics.heard(worker, message));
    return addresses;
  };
  const gone = (number: number, worker: Worker, how: number | string): void => {
    metrics.gone(worker);
    if (leaving.delete(worker) || ending) return;
    if (serving.get(number) === worker) serving.delete(number);
    log.error('a worker has died', { worker: number, pid: worker.process.pid, end: how });
    // the one that is to replace it is on its way
    if (renewing !== number) void restart(number, `worker ${number} ended with ${how}`);
  };
  /** Tries until there is one. */
  const restart = async (number: number, death: string): Promise<void> => {
    for (let last = death; !ending;) {
      const wait = policy.pauseAfterDeath(performance.now());
      if (wait === undefined) return ports.giveUp(`workers die again and again, and are not started any more: ${last}`);
      await pause(wait);
      if (ending) return;
      try {
        await start(number);
        return;
      } catch (error) {
        last = (error as Error).message;
        log.error('a worker cannot be started', { worker: number, error: last });
      }
    }
  };
  const replace = async (number: number): Promise<void> => {
    const before = serving.get(number);
    await start(number);
    if (before !== undefined && !before.isDead()) await leave(before, true);
  };
  /** Resolves with whether it has ended well. */
  const leave = (worker: Worker, handedOver: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      leaving.add(worker);
      const force = setTimeout(() => worker.process.kill('SIGKILL'), ports.drainDelay + longestEnd);
      worker.once('exit', (code) => {
        clearTimeout(force);
        resolve(code === 0);
      });
      worker.send({ kind: 'end', handedOver } satisfies ToWorker, () => {});
    });

  return {
    async begin() {
      const [addresses = []] = await Promise.all(numbers.map(start));
      return addresses;
    },
    async renew() {
      if (renewing !== undefined || ending) return void log.warn('workers are being replaced already');
      log.info('workers are replaced one by one');
      for (const number of numbers) {
        renewing = number;
        try {
          await replace(number);
        } catch (error) {
          if (ending) return;
          log.error('workers are not replaced any more: the new one cannot be started', {
            worker: number,
            error: (error as Error).message,
          });
          if (!serving.has(number)) void restart(number, 'it died while it was to be replaced');
          return;
        } finally {
          renewing = undefined;
        }
      }
      log.info('workers have been replaced');
    },
    async end() {
      ending = true;
      for (const worker of starting) worker.process.kill('SIGTERM');
      const ends = await Promise.all([...serving.values()].map((worker) => leave(worker, false)));
      return ends.every((well) => well);
    },
  };
}

/** Resolves with the addresses when a worker serves; rejects when it cannot, in words. */
function untilReady(worker: Worker): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    let reason: string | undefined;
    const late = setTimeout(() => worker.process.kill('SIGKILL'), longestStart);
    const heard = (message: FromWorker): void => {
      if (message.kind === 'failed') reason = message.reason;
      if (message.kind === 'ready') done(() => resolve(message.listeners));
    };
    const ended = (code: number | null, signal: string | null): void =>
      done(() => reject(new Error(reason ?? `a worker ended with ${signal ?? code} before it served`)));
    const done = (then: () => void): void => {
      clearTimeout(late);
      worker.off('message', heard).off('exit', ended);
      then();
    };
    worker.on('message', heard).on('exit', ended);
  });
}
