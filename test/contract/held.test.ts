/** The simulated head end as seen by a process that does not hold it, over real connections between the two. */
import { setTimeout as wait } from 'node:timers/promises';
import { heldHeadEnd } from '../../src/head-ends/held/head-end.js';
import { simulatedHeadEnd } from '../../src/head-ends/simulated/head-end.js';
import { openStore } from '../../src/store/open-store.js';
import type { SqlStore } from '../../src/store/sql-store.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { until } from '../support/until.js';
import { virtualClock } from '../support/virtual-clock.js';
import { headEndContract } from './head-end.js';

let schema: Schema;
let stores: readonly SqlStore[];
let count = 0;

describePostgres('a head end held by another process', () => {
  beforeAll(async () => {
    schema = await newSchema();
    stores = [await openStore(schema.url), await openStore(schema.url)];
    await until('both know each other', () => stores.every(({ peers }) => peers.others().length === 1));
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await schema.drop();
  });

  headEndContract('simulated, held elsewhere', async () => {
    const clock = virtualClock();
    const name = `simulated ${++count}`;
    const adapters = stores.map(() => simulatedHeadEnd({ name, meters: 20, seed: 61968, clock }));
    const [holder, headEnd] = adapters.map((adapter, at) =>
      heldHeadEnd(adapter, {
        peers: stores[at]!.peers,
        clock,
        limits: { most: 100, reserve: 1 },
        trouble: (error) => expect(error).toBeUndefined(),
      }),
    );
    await holder!.start(() => {});
    /** Lets virtual time pass, and real time for what travels. */
    const pass = async (milliseconds: number): Promise<void> => {
      await clock.advance(milliseconds);
      await wait(1);
    };
    return {
      headEnd: headEnd!,
      now: () => clock.now(),
      async until(condition) {
        for (let waited = 0; !condition(); waited += 10) {
          if (waited > 60_000) throw new Error('waited a minute of virtual time in vain');
          await pass(10);
        }
      },
      async settle() {
        for (let passed = 0; passed < 60_000; passed += 5_000) await pass(5_000);
        // what one tells comes in order
        await headEnd!.poll({ jobId: 'none', reference: '' }).catch(() => {});
      },
      control: { controlType: '3.31.0.23', eventType: '3.31.0.68' },
      async silence(device) {
        adapters[0]!.setReachable(device.names[0]?.name ?? '', false);
      },
      async close() {
        await holder!.stop();
        expect(clock.pending()).toBe(0);
      },
    };
  });
});
