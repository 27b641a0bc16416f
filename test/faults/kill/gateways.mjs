/** The gateways that are killed: so many processes over one store, each at an address of its own. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export function gatewaysOf({ count, env }) {
  /** Address and process; undefined while one is down. */
  const all = Array.from({ length: count });
  /** Milliseconds that each start took. */
  const starts = [];

  async function start(at) {
    const begun = performance.now();
    const child = fork(fileURLToPath(new URL('gateway.mjs', import.meta.url)), [], { silent: true, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (said = (said + chunk).slice(-4_000)));
    const url = await new Promise((resolve, reject) => {
      child.once('message', (message) => resolve(message.url));
      child.once('exit', (code, signal) => reject(new Error(`the gateway ended with ${code ?? signal}: ${said}`)));
    });
    child.removeAllListeners('exit');
    // by itself one must never end
    child.once('exit', (code, signal) => {
      if (all[at]?.child !== child) return;
      console.error(`broken: gateway ${at + 1} ended by itself with ${code ?? signal}: ${said}`);
      process.exitCode = 1;
      all[at] = undefined;
    });
    all[at] = { child, url };
    starts.push(performance.now() - begun);
  }
  async function end(at, signal) {
    const its = all[at];
    if (its === undefined) return;
    all[at] = undefined;
    await new Promise((resolve) => {
      its.child.once('exit', resolve);
      its.child.kill(signal);
    });
  }
  return {
    starts,
    start,
    /** One after the other: the first learns the meters. */
    async startAll() {
      for (const at of all.keys()) await start(at);
    },
    kill: (at) => end(at, 'SIGKILL'),
    stopAll: () => Promise.all(all.map((_, at) => end(at, 'SIGTERM'))),
    isUp: (at) => all[at] !== undefined,
    /** The address of one that is there, by a number from 0 to 1; undefined when there is none. */
    addressBy(number) {
      const up = all.filter((one) => one !== undefined);
      return up[Math.floor(number * up.length)]?.url;
    },
  };
}
