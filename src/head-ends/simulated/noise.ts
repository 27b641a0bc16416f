/**
 * A repeatable "random" number: the same for the same arguments on every machine, for ever.
 * The finalizer of MurmurHash3 over each part in turn; all parts are taken as 32-bit integers. Answers 0 … 2³²−1.
 */
export function noise(seed: number, ...parts: readonly number[]): number {
  let h = mix(seed ^ 0x9e3779b9);
  for (const part of parts) h = mix(h ^ mix(part + 0x85ebca6b));
  return h >>> 0;
}

/** A repeatable whole number from `min` to `max`, both included. */
export function between(min: number, max: number, seed: number, ...parts: readonly number[]): number {
  return min + (noise(seed, ...parts) % (max - min + 1));
}

/** A text as a number for `noise` (FNV-1a over its UTF-16 units). */
export function numberOf(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
