/** A head end that speaks SOAP, on the other end of a real wire: `cimgate simulate` in this process, and a gateway in front for its callbacks. */
import { setTimeout as wait } from 'node:timers/promises';
import { simulationConfig } from '../../src/cli/simulate.js';
import { headEnds, type CimSoapSettings } from '../../src/config/head-ends.js';
import { simulatedHeadEnd, type SimulatedHeadEnd } from '../../src/head-ends/simulated/head-end.js';
import { loadConfig } from '../../src/config.js';
import { startGateway, type Gateway } from '../../src/main.js';
import { cimSoapOf } from '../../src/wiring/head-ends.js';
import type { Log } from '../../src/log.js';
import type { HeadEnd, Told } from '../../src/ports/head-end.js';
import { scriptedHeadEnd } from './scripted-head-end.js';
import { countingIds } from './test-ports.js';
import { virtualClock, type VirtualClock } from './virtual-clock.js';

export interface CimSoapBench {
  readonly headEnd: HeadEnd;
  readonly clock: VirtualClock;
  /** The meters behind the wire. */
  readonly meters: SimulatedHeadEnd;
  /** Lets virtual time pass, and real time for the wire. */
  pass(milliseconds: number): Promise<void>;
  until(condition: () => boolean): Promise<void>;
  close(): Promise<void>;
}

/** The settings of a head end of this kind, with the defaults for what is not given. */
export function cimSoapSettings(given: object): CimSoapSettings {
  const { there } = headEnds.parse({ there: { kind: 'cim-soap', replyAddress: 'cimgate', ...given } });
  if (there?.kind !== 'cim-soap') throw new Error('it is of another kind');
  return there;
}

const quiet = Object.fromEntries(
  ['error', 'warn', 'info', 'http', 'verbose', 'debug'].map((level) => [level, () => {}]),
) as unknown as Log;

/** A gateway that has nothing to do but to hand on callbacks. */
export async function frontGateway(take: (told: Told) => Promise<boolean>, clock: VirtualClock): Promise<Gateway> {
  const config = loadConfig({ CIMGATE_STORE: 'memory', CIMGATE_PORT: '0', CIMGATE_LOG: 'error' });
  const headEnd = { ...scriptedHeadEnd(), take };
  return startGateway(config, quiet, { headEnds: [headEnd], clock, ids: countingIds('22222222-0000-4000-8000') });
}

export async function cimSoapBench(over: object = {}): Promise<CimSoapBench> {
  const clock = virtualClock();
  const taking: { head?: HeadEnd } = {};
  const front = await frontGateway(async (told) => (await taking.head?.take?.(told)) ?? false, clock);
  const config = simulationConfig({
    port: '0',
    meters: '20',
    replyTo: [`cimgate=${front.url}/soap`],
    events: ['cimgate'],
  });
  const { seed, meters: count } = config.simulator;
  const meters = simulatedHeadEnd({ meters: count, seed, clock });
  const there = await startGateway(config, quiet, {
    headEnds: [meters],
    clock,
    ids: countingIds('33333333-0000-4000-8000'),
  });
  const { controls, readingTypes } = meters.capabilities();
  const settings = cimSoapSettings({
    url: `${there.url}/soap`,
    inventory: 'query',
    capabilities: { controls, readingTypes, remembersJobs: true },
    ...over,
  });
  const headEnd = cimSoapOf('there', settings, config, {
    clock,
    ids: countingIds('44444444-0000-4000-8000'),
    environment: {},
  });
  taking.head = headEnd;
  const pass = async (milliseconds: number): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      await clock.advance(Math.min(50, milliseconds - passed));
      await wait(1);
    }
  };
  return {
    headEnd,
    clock,
    meters,
    pass,
    async until(condition) {
      for (let waited = 0; !condition(); waited += 10) {
        if (waited > 60_000) throw new Error('waited a minute of virtual time in vain');
        await pass(10);
      }
    },
    async close() {
      // what still waits for a time would never end otherwise
      const ended = Promise.all([there.stop(), front.stop()]);
      let over = false;
      void ended.finally(() => (over = true)).catch(() => {});
      while (!over) await pass(500);
      await ended;
    },
  };
}
