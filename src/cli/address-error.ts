/** What is wrong with the address at which a gateway is to listen. */
import type { Config } from '../config.js';

/** Where whoever runs it has said host and port: to be named when they are no good. */
export interface Named {
  readonly host: string;
  readonly port: string;
}

/** An error of listening in words that say what to do; any other as it is. */
export function addressError(error: Error, { host, port }: Pick<Config, 'host' | 'port'>, named: Named): Error {
  const reasons: Readonly<Record<string, string>> = {
    EADDRINUSE: `port ${port} of ${host} is taken by another program: stop it, or set ${named.port} (0 takes a free port)`,
    EACCES: `port ${port} of ${host} may not be opened by this user: set ${named.port} to one above 1023`,
    EADDRNOTAVAIL: `${host} is no address of this machine: set ${named.host}`,
    ENOTFOUND: `${host} is no address of this machine: set ${named.host}`,
  };
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  const reason = syscall === 'listen' || syscall === 'getaddrinfo' ? reasons[code] : undefined;
  return reason === undefined ? error : new Error(reason, { cause: error });
}
