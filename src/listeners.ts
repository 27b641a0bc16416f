/**
 * The listeners of a gateway: the main one and the further ones, each with its own TLS and its own way in, all serving the same. Takes
 * certificates, lists and principals anew while they serve. Knows nothing of what they serve.
 */
import type { RequestListener } from 'node:http';
import type { Config } from './config.js';
import { httpServer, type HttpServer, type ServerPorts } from './http/server.js';
import { wayIn, type TurnedAway, type WayIn } from './http/way-in.js';
import type { Log } from './log.js';
import type { Method } from './message/caller.js';
import type { Secret } from './ports/registry.js';
import { listenerTls, type ListenerTls } from './security/listener-tls.js';
import type { RenewedPrincipals } from './security/principals.js';
import { watchFiles } from './security/watched-files.js';

/** Milliseconds after which nobody can take up a session of before: each time one is taken up it could last longer. */
const sessionsLast = 43_200_000;
/** Milliseconds before its end at which the log begins to speak of a certificate. */
const endsSoon = 14 * 86_400_000;

/** What the settings say of one. */
interface ListenerSettings {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly tls?: Config['http']['tls'];
  readonly authentication: readonly Method[];
}

export interface ListenerPorts {
  readonly config: Config;
  readonly log: Log;
  readonly principals: RenewedPrincipals;
  /** Takes the rules of the policy anew. Throws a sentence, and leaves all as it was, when they cannot be read. */
  readonly renewPolicy: () => void;
  /** Counts alarms by what they are about. */
  readonly counted: (what: string) => void;
  /** Counts the connections that were closed, by the limit they were above. */
  readonly tooMany: (limit: string) => void;
  /** The text of a secret, read anew at each call. */
  readonly read: (secret: Secret) => string;
  readonly now: () => number;
  readonly turnedAway: (facts: TurnedAway) => void;
  /** What one of them serves. */
  serve(way: WayIn, host: string): { readonly app: RequestListener; readonly soapPost: ServerPorts['soapPost'] };
}

export interface Listeners {
  /** The main one first. */
  readonly addresses: readonly { readonly name: string; readonly url: string }[];
  /** Reads certificates, keys, lists, principals and the policy anew; what is no good stays as it was, and the log says so. */
  readonly renew: () => void;
  drain: HttpServer['drain'];
  close: HttpServer['close'];
}

/** Opens all, or none: rejects when one cannot be opened. */
export async function openListeners(ports: ListenerPorts): Promise<Listeners> {
  const { config, log, principals } = ports;
  const { host, port, security, http } = config;
  const main = { name: 'main', host, port, tls: http.tls, authentication: security.authentication };
  const all = [main, ...config.listeners].map((settings) => prepared(settings, ports));
  const close = async (grace: number): Promise<void> =>
    void (await Promise.all(
      all.filter(({ server }) => server.server.listening).map(({ server }) => server.close(grace)),
    ));
  const addresses: { name: string; url: string }[] = [];
  try {
    for (const { settings, server } of all)
      addresses.push({ name: settings.name, url: await opened(settings, server) });
  } catch (error) {
    await close(0);
    throw error;
  }
  const renew = (): void => {
    for (const { settings, renewTls } of all)
      renewed(`the certificates of the listener ${settings.name}`, ports, renewTls);
    renewed('the principals', ports, () => principals.renew());
    renewed('the rules of the policy', ports, () => ports.renewPolicy());
    log.info('certificates, principals and the policy have been read anew');
  };
  const rotation = setInterval(() => all.forEach(({ rotate }) => rotate()), sessionsLast).unref();
  const unwatch = watchFiles(filesOf(config), security.fileCheck, renew);
  return {
    addresses,
    renew,
    drain: async (...how) => void (await Promise.all(all.map(({ server }) => server.drain(...how)))),
    close: async (grace) => {
      unwatch();
      clearInterval(rotation);
      await close(grace);
    },
  };
}

interface Prepared {
  readonly settings: ListenerSettings;
  readonly server: HttpServer;
  /** Throws when what is there now is no good. */
  readonly renewTls: () => void;
  /** The same certificates with other keys of sessions: none of before can be taken up. */
  readonly rotate: () => void;
}

function prepared(settings: ListenerSettings, ports: ListenerPorts): Prepared {
  const { config, log, principals, turnedAway } = ports;
  const { name, tls: wanted } = settings;
  const read = (): ListenerTls | undefined => wanted && listenerTls(wanted, ports.read, ports.now);
  let tls: ListenerTls | undefined;
  try {
    tls = read();
  } catch (error) {
    throw new Error(`the listener ${name} cannot be opened: ${(error as Error).message}`, { cause: error });
  }
  const look = (): void => {
    const reason = tls?.trouble();
    if (reason !== undefined) log.error('a listener has TLS that does not hold', { listener: name, reason });
    else if (tls !== undefined && tls.ends - ports.now() < endsSoon)
      log.warn('the certificate of a listener ends soon', { listener: name, ends: new Date(tls.ends).toISOString() });
  };
  look();
  const way = wayIn({
    ...{ listener: name, accepts: settings.authentication, principals, turnedAway },
    allowUnencrypted: config.security.allowUnencrypted,
    standing: (certificate) => tls?.standing(certificate) ?? 'good',
  });
  const server = httpServer({
    limits: config.limits,
    ...ports.serve(way, settings.host),
    tooMany: {
      closed: ports.tooMany,
      told: (facts) => log.warn('connections above a limit have been closed', { listener: name, ...facts }),
    },
    tls: tls && {
      options: tls.options,
      required: wanted?.clientCertificates === 'required',
      refused: (socket) => way.refuseConnection(socket),
      failed: (facts) => log.warn('handshakes have failed', { listener: name, ...facts }),
    },
  });
  return {
    settings,
    server,
    renewTls: () => {
      const next = read();
      if (next === undefined) return;
      const trouble = next.trouble();
      if (trouble !== undefined && tls?.trouble() === undefined) throw new Error(trouble);
      // a chain is looked at in the handshake only
      const anew = [...(tls?.believed ?? [])].some((authority) => !next.believed.has(authority));
      server.renewTls(next.options, anew);
      tls = next;
      look();
    },
    rotate: () => {
      if (tls !== undefined) server.renewTls(tls.options, false);
      look();
    },
  };
}

async function opened({ name, host, port, tls }: ListenerSettings, server: HttpServer): Promise<string> {
  const address = await server.listen(host, port).catch((error: NodeJS.ErrnoException) => {
    // where the main one is to listen was said in other places, by whoever starts it
    if (name === 'main') throw error;
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: 'is taken',
      EACCES: 'may not be opened by this user',
    };
    const reason = reasons[error.code ?? ''] ?? 'cannot be opened';
    throw new Error(`listeners: ${name}: port ${port} of ${host} ${reason}; choose another one`, { cause: error });
  });
  const scheme = tls === undefined ? 'http' : 'https';
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

/** Does it, or says that all stays as it was. */
function renewed(what: string, { log, counted }: Pick<ListenerPorts, 'log' | 'counted'>, work: () => void): void {
  try {
    work();
  } catch (error) {
    log.error(`${what} could not be read anew and stay as they were`, { error: (error as Error).message });
    counted(`${what} could not be read anew`);
  }
}

/** All files that may change while the gateway runs. */
function filesOf({ http, listeners, security }: Config): readonly string[] {
  const files: string[] = [security.principalsFile, security.policyFile].flatMap((file) => file ?? []);
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { file } = value as { readonly file?: unknown };
    if (typeof file === 'string') files.push(file);
    else for (const inner of Object.values(value)) visit(inner);
  };
  visit([http.tls, listeners, security]);
  return files;
}
