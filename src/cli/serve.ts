/** `cimgate serve`: starts the gateway, says where it is and how to try it, stops on SIGINT and SIGTERM. */
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Config, loadConfig } from '../config.js';
import { builtIn } from '../config/head-ends.js';
import { openLog } from '../log.js';
import { run } from './run.js';

export async function serve(): Promise<void> {
  const config = loadConfig(process.env);
  const { url } = await run(config, openLog(config.log), { host: 'CIMGATE_HOST', port: 'CIMGATE_PORT' });
  // last, since whoever reads it may stop the gateway at once
  console.log(welcome(url, config));
}

function welcome(url: string, { headEnd, headEnds, simulator: { meters } }: Config): string {
  const which = meters === 0 ? 'no meters' : meters === 1 ? '1 meter: SIM-000001' : `${meters} meters: SIM-000001 ...`;
  const simulated = headEnd === builtIn && headEnds[builtIn] === undefined ? [`simulated, ${which}`] : [];
  const others = Object.entries(headEnds).map(([name, { kind }]) => `${name} (${kind})`);
  return `cimgate serves IEC 61968-9 at ${url}/soap
  services   ${url}/soap
  a WSDL     ${url}/soap/ExecuteEndDeviceControls?wsdl
  health     ${url}/health/ready
  metrics    ${url}/metrics
  head end   ${[...simulated, ...others].join('; ')}

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
