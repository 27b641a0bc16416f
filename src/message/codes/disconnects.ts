/** Which control codes open a supply switch: all that guards disconnects asks here. */
import { matchesMask } from './end-device-code.js';

/** The switch itself or one point of it, and devices that are commanded as a whole; 23 is the order to disconnect. */
const masks = ['*.31.*.23', '*.0.0.23'];

/** Codes held in memory; there are few, and each is asked about with every command. */
const most = 1_000;
const longest = 64;
const known = new Map<string, boolean>();

export function isDisconnectCode(code: string): boolean {
  let does = known.get(code);
  if (does === undefined) {
    does = masks.some((mask) => matchesMask(code, mask));
    if (known.size >= most) known.clear();
    if (code.length <= longest) known.set(code, does);
  }
  return does;
}

/** Whether a mask says in so many words that it is for disconnects: a `*` in its last three parts is not enough. */
export function namesDisconnect(mask: string): boolean {
  return /(^|\.)(31\.\d+|0\.0)\.23$/.test(mask);
}
