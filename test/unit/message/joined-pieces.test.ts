import type { PayloadPiece } from '../../../src/message/call.js';
import { joinedPieces } from '../../../src/message/joined-pieces.js';
import { splitLarge } from '../../../src/contract/pieces.js';

async function joined(pieces: readonly PayloadPiece[]): Promise<readonly PayloadPiece[]> {
  const found: PayloadPiece[] = [];
  const source = async function* (): AsyncGenerator<PayloadPiece> {
    for (const piece of pieces) yield await Promise.resolve(piece);
  };
  for await (const piece of joinedPieces(source())) found.push(piece);
  return found;
}

const numbers = (count: number, from = 0) => Array.from({ length: count }, (_, at) => ({ n: String(from + at) }));

it.each<[string, Record<string, unknown>]>([
  ['a long list', { id: '1', Names: [{ name: 'x' }], Long: numbers(3_500) }],
  ['two long lists', { id: '1', Long: numbers(2_500), Other: numbers(1_001) }],
  [
    'long lists in a list',
    {
      id: '1',
      Block: [
        { a: '1', Long: numbers(2_500) },
        { a: '2', Long: numbers(3) },
        { a: '3', Long: numbers(1_500) },
      ],
    },
  ],
])('%s of one object is whole again', async (_, object) => {
  const before = structuredClone(object);
  const pieces = [...splitLarge({ Thing: [object] })].map((slice) => ({ ...slice, offsets: {} }));
  expect(pieces.length).toBeGreaterThan(1);
  expect(await joined(pieces)).toEqual([{ root: { Thing: [before] }, offsets: {} }]);
  expect(object).toEqual(before);
});

it('objects that follow each other stay apart', async () => {
  const objects = [1, 2].map((one) => ({ id: String(one), Long: numbers(2_500, one) }));
  const pieces = objects.flatMap((object, at) =>
    [...splitLarge({ Thing: [object] })].map((slice): PayloadPiece => ({
      ...slice,
      offsets: at === 0 ? {} : { Thing: at },
    })),
  );
  pieces.push({ root: { Thing: [{ id: '3', Long: [] }] }, within: undefined, offsets: { Thing: 2 } });
  expect((await joined(pieces)).map(({ root }) => root['Thing'])).toEqual([
    [objects[0]],
    [objects[1]],
    [{ id: '3', Long: [] }],
  ]);
});
