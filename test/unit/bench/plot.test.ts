import { readFileSync } from 'node:fs';
import libxml from 'libxmljs2';
import { niceTicks, plot, type Curves } from '../../../bench/plot.mjs';

const folder = new URL('../../../docs/performance/', import.meta.url);
const curves: Curves = {
  title: 'Gets & "creates" <small>',
  x: 'readings stored',
  y: 'messages per second',
  series: [
    {
      name: 'one',
      points: [
        [1_000, 10],
        [10_000_000, 250],
      ],
    },
    {
      name: 'other',
      points: [
        [1_000, 0],
        [10_000_000, 1],
      ],
    },
  ],
};

const drawn = () => libxml.parseXml(plot(curves));
const all = (xpath: string) => drawn().find(xpath) as unknown as { text(): string }[];

describe('the plot of curves', () => {
  it('is well-formed whatever its title, and names both axes, each line and the values between which it runs', () => {
    const said = all('//*[local-name()="text"]').map((text) => text.text());
    expect(said).toEqual(
      expect.arrayContaining([curves.title, curves.x, curves.y, 'one', 'other', '1 k', '10 M', '0', '300']),
    );
  });

  it('draws the lowest value at the bottom of the frame and what is larger higher up and further right', () => {
    const [line] = drawn().find('//*[local-name()="polyline"]/@points') as unknown as { value(): string }[];
    const [first, last] = line!
      .value()
      .split(' ')
      .map((point) => point.split(',').map(Number));
    expect(last![0]).toBeGreaterThan(first![0]!);
    expect(last![1]).toBeLessThan(first![1]!);
  });

  it.each([
    [7, [0, 2, 4, 6, 8]],
    [2157, [0, 1000, 2000, 3000]],
    [0.9, [0, 0.5, 1]],
  ])('has levels of 1, 2 or 5 times a power of ten up to just above %s', (highest, ticks) => {
    expect(niceTicks(highest)).toEqual(ticks);
  });

  it('has been made of the figures that are kept beside it', () => {
    const kept = JSON.parse(readFileSync(new URL('curves.json', folder), 'utf8')) as { curves: Curves[] };
    expect(kept.curves.length).toBeGreaterThan(0);
    for (const each of kept.curves) expect(readFileSync(new URL(`${each.file}.svg`, folder), 'utf8')).toBe(plot(each));
  });
});
