/** `cimgate serve`: starts the gateway, says where it is and how to try it, stops on SIGINT and SIGTERM. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '../config.js';
import { openLog } from '../log.js';
import { type Gateway, startGateway } from '../main.js';

export async function serve(): Promise<void> {
  const config = loadConfig(process.env);
  const log = openLog(config.log);
  const gateway = await start(config, log);
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
  // last, since whoever reads it may stop the gateway at once
  console.log(welcome(gateway.url, config.simulator.meters));
}

async function start(config: Config, log: ReturnType<typeof openLog>): Promise<Gateway> {
  try {
    return await startGateway(config, log);
  } catch (error) {
    const { host, port } = config;
    const reasons: Readonly<Record<string, string>> = {
      EADDRINUSE: `port ${port} of ${host} is taken by another program: stop it, or set CIMGATE_PORT (0 takes a free port)`,
      EACCES: `port ${port} of ${host} may not be opened by this user: set CIMGATE_PORT to one above 1023`,
      EADDRNOTAVAIL: `${host} is no address of this machine: set CIMGATE_HOST`,
      ENOTFOUND: `${host} is no address of this machine: set CIMGATE_HOST`,
    };
    const { code = '', syscall } = error as NodeJS.ErrnoException;
    const reason = syscall === 'listen' || syscall === 'getaddrinfo' ? reasons[code] : undefined;
    if (reason === undefined) throw error;
    throw new Error(reason, { cause: error });
  }
}

function welcome(url: string, meters: number): string {
  const which = meters === 0 ? 'no meters' : meters === 1 ? '1 meter: SIM-000001' : `${meters} meters: SIM-000001 ...`;
  return `cimgate serves IEC 61968-9 at ${url}/soap
  services   ${url}/soap
  a WSDL     ${url}/soap/ExecuteEndDeviceControls?wsdl
  health     ${url}/health/ready
  metrics    ${url}/metrics
  head end   simulated, ${which}

Disconnect a meter:
  curl -s ${url}/soap -H 'Content-Type: text/xml' --data ${inShell(`@${example('disconnect.xml')}`)}
`;
}

/** Where an example lies, as one would type it here. */
function example(name: string): string {
  const path = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}

function inShell(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
