import { simulatedHeadEnd } from '../../src/head-ends/simulated/head-end.js';
import { virtualClock } from '../support/virtual-clock.js';
import { headEndContract } from './head-end.js';

headEndContract('simulated', async () => {
  const clock = virtualClock();
  const headEnd = simulatedHeadEnd({ meters: 20, seed: 61968, clock });
  return {
    headEnd,
    now: () => clock.now(),
    async until(condition) {
      for (let waited = 0; !condition(); waited += 10) {
        if (waited > 60_000) throw new Error('waited a minute of virtual time in vain');
        await clock.advance(10);
      }
    },
    settle: () => clock.advance(60_000),
    control: { controlType: '3.31.0.23', eventType: '3.31.0.68' },
    async silence(device) {
      headEnd.setReachable(device.names[0]?.name ?? '', false);
    },
    async close() {
      expect(clock.pending()).toBe(0);
    },
  };
});
