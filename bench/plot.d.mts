/** For the tests, which are TypeScript. */
export interface Curves {
  readonly file?: string;
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly { readonly name: string; readonly points: readonly (readonly [number, number])[] }[];
}
export function plot(curves: Curves): string;
export function niceTicks(highest: number): number[];
