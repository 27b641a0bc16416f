/** Reading with patience: what a head end cannot take now, or may not have got, is asked for again while there is time. */
import type { HeadEndDesk } from './head-end-desk.js';
import { readMeters, type MeterRead, type Need } from './head-end-reading.js';
import type { ServicePorts } from './noun-row.js';
import type { Asker } from './reading-sink.js';

const firstPause = 5_000;
const longestPause = 300_000;

/** Like `readMeters`, once and again. To read twice does no harm. */
export async function readPatiently(
  ports: ServicePorts,
  desk: HeadEndDesk,
  needs: readonly Need[],
  deadline: number,
  asker: Asker,
): Promise<ReadonlyMap<string, MeterRead>> {
  const reads = new Map<string, MeterRead>();
  let left = needs;
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    for (const [mRID, read] of await readMeters(ports, desk, left, deadline, asker)) {
      const before = reads.get(mRID)?.rows ?? [];
      reads.set(mRID, { ...read, rows: [...before, ...read.rows] });
    }
    left = left.filter(({ target }) => reads.get(target.meter.mRID)?.again);
    if (left.length === 0 || !desk.running() || ports.clock.now() + pause >= deadline) return reads;
    await rest(ports, desk, pause);
  }
}

/** Waits, but not longer than head ends are served. */
function rest({ clock }: ServicePorts, desk: HeadEndDesk, milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      cancel();
      forget();
      resolve();
    };
    const cancel = clock.at(clock.now() + milliseconds, end);
    const forget = desk.onStop(end);
  });
}
