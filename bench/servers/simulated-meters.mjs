/** A million simulated meters, and nothing else in the process. */
import { simulatedHeadEnd } from '../../dist/head-ends/simulated/head-end.js';
import { systemClock } from '../../dist/system.js';
import { answer, ready } from './child.mjs';

const headEnd = simulatedHeadEnd({ meters: 1_000_000, seed: 61968, clock: systemClock() });
let heard = () => {};
await headEnd.start((notice) => heard(notice));

answer('work', async () => {
  const begun = performance.now();
  const devices = [];
  for await (const { meter } of headEnd.inventory()) if (devices.length < 10_000) devices.push(meter);
  let left = devices.length;
  const all = new Promise((resolve) => {
    heard = ({ kind }) => {
      if (kind === 'final' && --left === 0) resolve();
    };
  });
  const job = {
    kind: 'read',
    id: 'bench',
    devices,
    readingTypes: [],
    deadline: Date.now() + 600_000,
    priority: 'normal',
  };
  await headEnd.submit(job);
  await all;
  return { seconds: (performance.now() - begun) / 1000 };
});
ready(0);
