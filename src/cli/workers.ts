/**
 * The primary process of a gateway of several: makes the workers, starts those again that die, replaces them one by one on SIGHUP, ends
 * them on SIGINT and SIGTERM. It takes the connections and hands them to the workers in turn; messages it does not see.
 */
import { createServer, type AddressInfo } from 'node:net';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import { openStore } from '../store/open-store.js';
import { addressError, type Named } from './address-error.js';
import { openCrew } from './crew.js';
import type { Addresses } from './worker-messages.js';

/** Resolves when all of them serve; rejects when one cannot be started. */
export async function runWorkers(config: Config, log: Log, named: Named): Promise<{ readonly listeners: Addresses }> {
  const port = await freePort(config, named);
  const ports = new Map<string, number>();
  for (const [at, one] of config.listeners.entries())
    ports.set(one.name, await freePort(one, { host: `listeners.${at}.host`, port: `listeners.${at}.port` }));
  // once, before any of them: what is wrong with the store is said once then
  await (await openStore(config.store)).close();
  const crew = openCrew({
    size: config.workers,
    environment: {
      ...{ CIMGATE_HOST: config.host, CIMGATE_PORT: String(port), CIMGATE_WORKERS: String(config.workers) },
      CIMGATE_LISTENER_PORTS: JSON.stringify(Object.fromEntries(ports)),
    },
    drainDelay: config.http.drainDelay,
    log,
    giveUp: (reason) => {
      console.error(`cimgate: ${reason}`);
      void crew.end().then(() => process.exit(1));
    },
  });
  let listeners: Addresses;
  try {
    listeners = await crew.begin();
  } catch (error) {
    await crew.end();
    throw error;
  }
  const stop = (signal: string): void => {
    log.info('stopping', { signal });
    void crew.end().then((well) => process.exit(well ? 0 : 1));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.on('SIGHUP', () => void crew.renew());
  return { listeners };
}

/** The port, tried before there are workers: all of them get the same one, also those that start later. */
function freePort({ host, port }: Pick<Config, 'host' | 'port'>, named: Named): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(addressError(error, { host, port }, named)));
    probe.listen(port, host, () => {
      const taken = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(taken));
    });
  });
}
