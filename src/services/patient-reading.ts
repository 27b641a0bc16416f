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
  const reads = new Map<string, MeterRead[]>();
  const session = { open: true };
  const needed = ({ target }: Need): boolean => reads.get(target.meter.mRID)?.at(-1)?.again === true;
  let left = needs;
  for (let pause = firstPause; ; pause = Math.min(2 * pause, longestPause)) {
    for (const [mRID, read] of await readMeters(ports, desk, left, deadline, asker, session)) {
      reads.set(mRID, [...(reads.get(mRID) ?? []), read]);
    }
    left = left.filter(needed);
    if (left.length > 0 && desk.running() && ports.clock.now() + pause < deadline) {
      await rest(ports, desk, pause);
      // what has come meanwhile need not be asked for once more
      left = left.filter(needed);
      if (left.length > 0) continue;
    }
    session.open = false;
    return new Map([...reads].map(([mRID, all]) => [mRID, whole(all)]));
  }
}

/** All rows of several attempts, and what the last one says of the rest. */
function whole(attempts: readonly MeterRead[]): MeterRead {
  const { findings, again } = attempts.at(-1)!;
  return { rows: attempts.flatMap(({ rows }) => rows), findings, again };
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
