/** Puts objects together again that are too long for one piece of a payload, for whoever takes objects as a whole. */
import type { PayloadPiece, PayloadRoot } from './call.js';

/** The same pieces, but no object goes on from one into the next. */
export async function* joinedPieces(pieces: AsyncIterable<PayloadPiece>): AsyncIterable<PayloadPiece> {
  let open: PayloadPiece | undefined;
  /** The object that the open piece has, when it may go on: a copy of our own, since its lists grow. */
  let object: Record<string, unknown> | undefined;
  for await (const piece of pieces) {
    const name = open && nameOfSame(open, piece);
    if (open === undefined || name === undefined) {
      if (open !== undefined) yield open;
      [open, object] = [piece, undefined];
      continue;
    }
    const [before] = open.root[name] as readonly PayloadRoot[];
    object ??= copied(before!);
    extend(object, (piece.root[name] as readonly PayloadRoot[])[0]!, piece.within ?? {});
    open = { root: { ...open.root, [name]: [object] }, offsets: open.offsets };
  }
  if (open !== undefined) yield open;
}

/** The list in which a piece has the same object as the one before: a single one each, with as many before it. */
function nameOfSame(before: PayloadPiece, piece: PayloadPiece): string | undefined {
  if (piece.within === undefined) return undefined;
  const hasOne = ({ root }: PayloadPiece, name: string): boolean =>
    Array.isArray(root[name]) && root[name].length === 1;
  return Object.keys(piece.root).find(
    (name) => hasOne(piece, name) && hasOne(before, name) && (piece.offsets[name] ?? 0) === (before.offsets[name] ?? 0),
  );
}

/** Takes what a piece has of an object behind what it has already; `within` as in `PayloadPiece`. */
function extend(object: Record<string, unknown>, more: PayloadRoot, within: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(more)) {
    const list = object[name];
    if (!Array.isArray(value) || !Array.isArray(list)) {
      object[name] = Array.isArray(value) ? [...(value as unknown[])] : value;
      continue;
    }
    const from = within[name] ?? list.length;
    for (const [at, member] of (value as unknown[]).entries()) {
      if (from + at >= list.length) list.push(member);
      else {
        const whole = copied(list[from + at] as PayloadRoot);
        extend(whole, member as PayloadRoot, within);
        list[from + at] = whole;
      }
    }
  }
}

/** The object with lists that may grow. */
function copied(object: PayloadRoot): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [name, Array.isArray(value) ? [...(value as unknown[])] : value]),
  );
}
