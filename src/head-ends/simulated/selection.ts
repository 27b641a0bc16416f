import { setImmediate as breathe } from 'node:timers/promises';
import type { Selection } from '../../ports/simulator.js';
import type { Fleet } from './fleet.js';
import { noise } from './noise.js';

const SLICE = 50_000;

/**
 * The numbers of the meters that are meant, of those that fit. A count takes neighbours, as a failing feeder would, from a place that
 * follows from seed and `salt`; a share takes each meter by its own chance.
 */
export async function chosen(
  fleet: Fleet,
  selection: Selection,
  salt: number,
  fits: (number: number) => boolean = () => true,
): Promise<readonly number[]> {
  if ('meters' in selection) return named(fleet, selection.meters).filter(fits);
  const { size, seed } = fleet;
  const bound = 'share' in selection ? selection.share * 2 ** 32 : 0;
  const most = 'count' in selection ? selection.count : Infinity;
  const first = 'count' in selection && size > 0 ? noise(seed, salt, 72) % size : 0;
  const numbers: number[] = [];
  for (let step = 0; step < size && numbers.length < most; step++) {
    const number = ((first + step) % size) + 1;
    const within = !('share' in selection) || noise(seed, number, salt, 73) < bound;
    if (within && fits(number)) numbers.push(number);
    if (step % SLICE === SLICE - 1) await breathe();
  }
  return numbers;
}

function named(fleet: Fleet, names: readonly string[]): readonly number[] {
  const numbers = names.map((name) => {
    const number = fleet.numberOfName(name);
    if (number === undefined) throw new RangeError(`there is no simulated meter ${name}`);
    return number;
  });
  return [...new Set(numbers)];
}
