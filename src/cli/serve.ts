/** `cimgate serve`: starts the gateway, says where it is and how to try it, stops on SIGINT and SIGTERM. */
import cluster from 'node:cluster';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '../config.js';
import { builtIn } from '../config/head-ends.js';
import { openLog } from '../log.js';
import { settingsNamed } from './settings.js';

export interface ServeOptions {
  readonly workers?: string;
}

export async function serve({ workers }: ServeOptions = {}): Promise<void> {
  if (cluster.isWorker) {
    const { CIMGATE_WORKER: number, CIMGATE_LISTENER_PORTS: ports = '{}', ...env } = process.env;
    const { runWorker } = await import('./worker.js');
    return runWorker(Number(number), env, new Map(Object.entries(JSON.parse(ports) as Record<string, number>)));
  }
  // what the command line says goes before the environment
  const config =
    workers === undefined
      ? loadConfig(process.env)
      : settingsNamed({ ...process.env, CIMGATE_WORKERS: workers }, { CIMGATE_WORKERS: '--workers' });
  const log = openLog(config.log);
  const named = { host: 'CIMGATE_HOST', port: 'CIMGATE_PORT' };
  const { listeners } =
    config.workers === 1
      ? await (await import('./run.js')).run(config, log, named)
      : await (await import('./workers.js')).runWorkers(config, log, named);
  // last, since whoever reads it may stop the gateway at once
  console.log(welcome(listeners, config));
}

function welcome(
  listeners: readonly { readonly name: string; readonly url: string }[],
  { headEnd, headEnds, simulator: { meters }, security }: Config,
): string {
  const url = listeners[0]!.url;
  const which = meters === 0 ? 'no meters' : meters === 1 ? '1 meter: SIM-000001' : `${meters} meters: SIM-000001 ...`;
  const simulated = headEnd === builtIn && headEnds[builtIn] === undefined ? [`simulated, ${which}`] : [];
  const others = Object.entries(headEnds).map(([name, { kind }]) => `${name} (${kind})`);
  return `cimgate serves IEC 61968-9 at ${url}/soap
  services   ${url}/soap
  a WSDL     ${url}/soap/ExecuteEndDeviceControls?wsdl
  health     ${url}/health/ready
  metrics    ${url}/metrics
  head end   ${[...simulated, ...others].join('; ')}
${listeners
  .slice(1)
  .map((one) => `  listener   ${one.name}: ${one.url}/soap\n`)
  .join('')}
Disconnect a meter:
  curl -s ${credentials(url, security.authentication)}${url}/soap -H 'Content-Type: text/xml' --data ${inShell(`@${example('disconnect.xml')}`)}
`;
}

/** What curl needs beside the address. */
function credentials(url: string, authentication: readonly string[]): string {
  const trust = url.startsWith('https:') ? '--cacert AUTHORITY.pem ' : '';
  if (authentication.includes('certificate')) return `${trust}--cert CLIENT.pem --key CLIENT.key `;
  return authentication.includes('basic') ? `${trust}--user NAME ` : trust;
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
