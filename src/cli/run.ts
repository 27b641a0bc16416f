/** Runs a gateway until the terminal or the system asks it to stop. */
import type { Config } from '../config.js';
import type { Siblings } from '../http/metrics.js';
import type { Log } from '../log.js';
import { type Gateway, startGateway } from '../main.js';
import { addressError, type Named } from './address-error.js';

/**
 * Starts it; it stops on SIGINT and SIGTERM and ends the process with it: 0 when all has gone well. On SIGHUP it reads certificates and
 * principals anew; from a terminal that signal says that the terminal is gone, and ends it.
 */
export async function run(config: Config, log: Log, named: Named): Promise<Gateway> {
  const gateway = await start(config, log, named);
  const stop = stopper(gateway, log);
  process.once('SIGINT', (signal) => stop({ signal }));
  process.once('SIGTERM', (signal) => stop({ signal }));
  if (!process.stdin.isTTY) process.on('SIGHUP', () => gateway.renew());
  return gateway;
}

/** What stops a gateway and ends the process, once: several may ask for it, as a terminal and the primary process do. */
export function stopper(gateway: Gateway, log: Log): (how: { signal?: string; handedOver?: boolean }) => void {
  let stopping = false;
  return (how) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', how);
    gateway.stop(how).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stopping failed', { error: String(error) });
        process.exit(1);
      },
    );
  };
}

/** Starts a gateway; what is wrong with its address is said in words. */
export async function start(config: Config, log: Log, named: Named, siblings?: Siblings): Promise<Gateway> {
  try {
    return await startGateway(config, log, { siblings });
  } catch (error) {
    throw addressError(error as Error, config, named);
  }
}
