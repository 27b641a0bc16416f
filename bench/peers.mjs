/**
 * What a user would take instead and is not written for Node: servers built by the scripts of bench/peers from our own WSDLs.
 * Builds them when they are missing or older than what they are made of; a peer that cannot be built here is said to be missing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { keepTrackOf } from './measure.mjs';

const here = (path) => fileURLToPath(new URL(`peers/${path}`, import.meta.url));

const java = (validation) => ({
  folder: 'jaxws',
  made: here('build/jaxws/classes/Server.class'),
  commands: ['wsimport', 'javac', 'java'],
  packages: 'jaxws openjdk-17-jdk-headless',
  // without nodelay the server of the JDK waits 40 ms before each answer on a kept connection
  run: [
    'java',
    '-Dsun.net.httpserver.nodelay=true',
    '-cp',
    `${here('build/jaxws/classes')}:/usr/share/jaxws/lib/jaxws-rt.jar`,
    'Server',
    validation,
  ],
});

const peers = {
  jaxws: java('annotation'),
  'jaxws-provider': java('provider'),
  gsoap: {
    folder: 'gsoap',
    made: here('build/gsoap/server'),
    commands: ['wsdl2h', 'soapcpp2', 'g++'],
    packages: 'gsoap libgsoap-dev g++',
    run: [here('build/gsoap/server')],
  },
};

export const isPeer = (name) => Object.hasOwn(peers, name);

/** Why a peer cannot be measured here and what to do about it; undefined when it can. */
export function missingPeer(name) {
  const { commands, packages } = peers[name];
  const missing = commands.filter((command) => !onPath(command));
  if (missing.length > 0) return `no ${missing.join(', ')}; on Debian: apt-get install ${packages}`;
  return undefined;
}

/** @returns {Promise<import('./measure.mjs').MeasuredServer>} */
export async function startPeer(name) {
  build(name);
  const [command, ...args] = peers[name].run;
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said = (said + chunk).slice(-2000)));
  const release = keepTrackOf(child, () => `${name}: ${said}`);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  const port = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(Number(line)));
    child.once('error', reject);
    gone.then((code) => reject(new Error(`the peer ${name} ended with ${code}: ${said}`)));
  });
  const stop = async () => {
    release();
    child.stdin.end();
    await gone;
  };
  const questions = { cpu: () => cpuTime(child.pid) };
  return { name, port, pid: child.pid, ask: async (question) => questions[question](), stop };
}

/** Runs the peer's build script when what it makes is not there or is older than its sources. */
function build(name) {
  const { folder, made } = peers[name];
  const sources = [here(folder), here('../../wsdl/services'), here('../../wsdl/profiles')];
  const changed = Math.max(...sources.flatMap(files).map((file) => statSync(file).mtimeMs));
  if (existsSync(made) && statSync(made).mtimeMs >= changed) return;
  console.error(`  building the peer ${folder} ...`);
  const { status, stderr, stdout } = spawnSync(here(`${folder}/build.sh`), { encoding: 'utf8' });
  if (status !== 0) throw new Error(`bench/peers/${folder}/build.sh failed:\n${(stdout + stderr).slice(-2000)}`);
}

const files = (folder) => readdirSync(folder).map((file) => join(folder, file));

/** As `process.cpuUsage()` of the other process, all its threads; microseconds, to the kernel's clock tick of 10 ms. */
function cpuTime(pid) {
  // the name of the program may hold spaces: count the fields behind it
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
  return { user: Number(fields[11]) * 10_000, system: Number(fields[12]) * 10_000 };
}

export function onPath(command) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
