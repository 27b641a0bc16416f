import { cimSoapBench } from '../support/cim-soap-bench.js';
import { headEndContract } from './head-end.js';

headEndContract('cim-soap', async () => {
  const bench = await cimSoapBench();
  return {
    headEnd: bench.headEnd,
    now: () => bench.clock.now(),
    until: (condition) => bench.until(condition),
    settle: () => bench.pass(60_000),
    control: { controlType: '3.31.0.23', eventType: '3.31.0.68' },
    async silence(device) {
      bench.meters.setReachable(device.names[0]?.name ?? '', false);
    },
    close: () => bench.close(),
  };
});
