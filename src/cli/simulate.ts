/**
 * `cimgate simulate`: a head end of simulated meters in a process of its own, which speaks IEC 61968-9 over SOAP: a gateway with a
 * store in memory. What it is asked asynchronously it answers at the registered addresses.
 */
import { ConfigError, type Config } from '../config.js';
import { checkReplyEndpoint, checkSubscription } from '../config/registrations.js';
import { openLog } from '../log.js';
import { run } from './run.js';
import { settingsNamed } from './settings.js';

export interface SimulateOptions {
  readonly host?: string;
  readonly port?: string;
  readonly meters?: string;
  readonly seed?: string;
  readonly speed?: string;
  /** Each `NAME=URL`. */
  readonly replyTo: readonly string[];
  /** Names of those who hear of events. */
  readonly events: readonly string[];
}

/** Nouns that those who want events hear of. */
const eventNouns = ['EndDeviceEvents', 'MeterReadings'] as const;

/** The settings of a simulation; of the environment only the log level and the permission to be reached from outside count. */
export function simulationConfig(
  options: SimulateOptions,
  env: Readonly<Record<string, string | undefined>> = {},
): Config {
  const { host, port = '8081', meters, seed, speed } = options;
  const given = {
    CIMGATE_STORE: 'memory',
    CIMGATE_HOST: host,
    CIMGATE_PORT: port,
    CIMGATE_SIM_METERS: meters,
    CIMGATE_SIM_SEED: seed,
    CIMGATE_SIM_SPEED: speed,
    CIMGATE_LOG: env['CIMGATE_LOG'] ?? 'warn',
    CIMGATE_ALLOW_ANONYMOUS: env['CIMGATE_ALLOW_ANONYMOUS'],
  };
  const config = settingsNamed(given, optionNames);
  const problems: string[] = [];
  const checked = <T>(
    what: string,
    result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly string[] },
  ): T[] => {
    if (result.ok) return [result.value];
    problems.push(...result.problems.map((problem) => `${what}: ${problem}`));
    return [];
  };
  const replyEndpoints = options.replyTo.flatMap((text) => {
    const [, name, url] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    if (url === undefined) problems.push(`--reply-to ${text}: give a name and an address, as in cimgate=http://...`);
    return url === undefined ? [] : checked(`--reply-to ${text}`, checkReplyEndpoint({ name, url }));
  });
  const subscriptions = options.events.flatMap((endpoint) => {
    if (!replyEndpoints.some(({ name }) => name === endpoint))
      problems.push(`--events ${endpoint}: there is no --reply-to of this name`);
    return eventNouns.flatMap((noun) => checked(`--events ${endpoint}`, checkSubscription({ endpoint, noun })));
  });
  if (problems.length > 0) throw new ConfigError(problems);
  // how many may be disconnected at once is for the gateway in front to say
  const limits = { ...config.limits, controlDevices: 10_000, disconnectDevices: 10_000 };
  return { ...config, replyEndpoints, subscriptions, limits };
}

const optionNames: Readonly<Record<string, string>> = {
  CIMGATE_HOST: '--host',
  CIMGATE_PORT: '--port',
  CIMGATE_SIM_METERS: '--meters',
  CIMGATE_SIM_SEED: '--seed',
  CIMGATE_SIM_SPEED: '--speed',
};

export async function simulate(options: SimulateOptions): Promise<void> {
  const config = simulationConfig(options, process.env);
  const { url } = await run(config, openLog(config.log), { host: '--host', port: '--port' });
  const lines = [
    `cimgate simulates a head end of ${config.simulator.meters} meters (seed ${config.simulator.seed}, speed ${config.simulator.speed}) at ${url}/soap`,
    `  services   ${url}/soap`,
    ...config.replyEndpoints.map(({ name, url: address }) => `  replies    ${name} at ${address}`),
    ...options.events.map((name) => `  events     to ${name}`),
    ...(config.replyEndpoints.length === 0 ? ['  replies    only to those who fetch them (ReplyAddress poll)'] : []),
    '',
  ];
  // last, since whoever reads it may stop it at once
  console.log(lines.join('\n'));
}
