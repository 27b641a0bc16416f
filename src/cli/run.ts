/** Runs a gateway until the terminal or the system asks it to stop. */
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import { type Gateway, startGateway } from '../main.js';

/** Where whoever runs it has said host and port: to be named when they are no good. */
interface Named {
  readonly host: string;
  readonly port: string;
}

/** Starts it; it stops on SIGINT and SIGTERM and ends the process with it: 0 when all has gone well. */
export async function run(config: Config, log: Log, named: Named): Promise<Gateway> {
  const gateway = await start(config, log, named);
  const stop = (signal: string): void => {
    log.info('stopping', { signal });
    gateway.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('stopping failed', { error: String(error) });
        process.exit(1);
      },
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return gateway;
}

async function start(config: Config, log: Log, named: Named): Promise<Gateway> {
  try {
    return await startGateway(config, log);
  } catch (error) {
    const { host, port } = config;
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: `port ${port} of ${host} is taken by another program: stop it, or set ${named.port} (0 takes a free port)`,
      EACCES: `port ${port} of ${host} may not be opened by this user: set ${named.port} to one above 1023`,
      EADDRNOTAVAIL: `${host} is no address of this machine: set ${named.host}`,
      ENOTFOUND: `${host} is no address of this machine: set ${named.host}`,
    };
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    const reason = syscall === 'listen' || syscall === 'getaddrinfo' ? reasons[code] : undefined;
    if (reason === undefined) throw error;
    throw new Error(reason, { cause: error });
  }
}
