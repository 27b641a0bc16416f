import { Places, type Wish } from '../../../../src/head-ends/held/places.js';
import { virtualClock, type VirtualClock } from '../../../support/virtual-clock.js';

let clock: VirtualClock;
let places: Places;
let got: string[];

beforeEach(() => {
  clock = virtualClock();
  places = new Places({ most: 10, reserve: 2 }, clock);
  got = [];
});
afterEach(() => {
  places.close();
  expect(clock.pending()).toBe(0);
});

/** Wants places, and writes down what becomes of it. */
async function want(of: string, count: number, priority: Wish['priority'] = 'normal', name = of): Promise<void> {
  void places.take({ of, count, priority }).then((taken) => got.push(`${name} ${taken ? 'goes' : 'is refused'}`));
  await clock.advance(0);
}

test('wishes go at once while there is room, and the last places are for urgent ones', async () => {
  await want('one', 8);
  await want('other', 1);
  await want('other', 2, 'high', 'urgent');
  expect(got).toEqual(['one goes', 'urgent goes']);
});

test('who has least goes first, and each in order', async () => {
  await want('one', 8);
  await want('one', 2, 'normal', 'one, again');
  await want('other', 2, 'normal', 'other, first');
  await want('other', 2, 'normal', 'other, second');
  places.free('one', 4);
  await clock.advance(0);
  expect(got).toEqual(['one goes', 'other, first goes', 'other, second goes']);
  places.free('one', 2);
  await clock.advance(0);
  expect(got.at(-1)).toBe('one, again goes');
});

test('a wish is refused when there is no room in time, and those behind it are looked at again', async () => {
  await want('one', 5);
  await want('other', 6);
  await clock.advance(5_000);
  await want('third', 3);
  await clock.advance(5_000);
  expect(got).toEqual(['one goes', 'other is refused', 'third goes']);
});

test('a wish for more than there is goes when nothing else does', async () => {
  await want('one', 1);
  await want('other', 50);
  places.free('one', 1);
  await clock.advance(0);
  expect(got).toEqual(['one goes', 'other goes']);
});

test('whoever waits at the end is refused', async () => {
  await want('one', 8);
  await want('other', 8);
  places.close();
  await want('third', 1);
  expect(got.sort()).toEqual(['one goes', 'other is refused', 'third is refused']);
});
