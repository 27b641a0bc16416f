/**
 * The rules of well-formedness for plain documents, as the scan asks for them: each says yes only when the rule is certainly
 * kept (XML 1.0 and Namespaces in XML 1.0), and no to whatever is rare enough to be left to libxml2.
 */

const COLON = 0x3a;

/** What a plain name may have: 1 at the start and later, 2 only later. Names beyond ASCII are left to libxml2. */
const nameUnits = ((): Uint8Array => {
  const units = new Uint8Array(128);
  for (let c = 0; c < 128; c++) {
    const unit = String.fromCharCode(c);
    if (/[A-Za-z_]/.test(unit)) units[c] = 1;
    else if (/[0-9.-]/.test(unit)) units[c] = 2;
  }
  return units;
})();

const strangeReference = /&(?!(?:lt|gt|amp|quot|apos);)/;

/** An XML declaration that every parser takes for what it is. */
export const xmlDeclaration =
  /^<\?xml[ \t\r\n]+version=(["'])1\.0\1([ \t\r\n]+encoding=(["'])[A-Za-z][A-Za-z0-9._-]*\3)?([ \t\r\n]+standalone=(["'])(yes|no)\5)?[ \t\r\n]*\?>$/;

/** `&` begins one of the five entities wherever it stands, and nowhere stands `]]>`. */
export function hasPlainMarks(text: string): boolean {
  return !text.includes(']]>') && !(text.includes('&') && strangeReference.test(text));
}

/** All characters are allowed ones. Those of the higher planes are left to libxml2, since they may be broken halves. */
export function hasPlainCharacters(text: string): boolean {
  for (let k = 0; k < text.length; k++) {
    const c = text.charCodeAt(k);
    if (c >= 0xd800 || (c < 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09)) return false;
  }
  return true;
}

/** A text as numbers: its bytes when all of it is ASCII, else its UTF-16 units. Looking at them is twice as fast as at the text. */
export type Units = Uint8Array | Uint16Array;

export function unitsOf(text: string): Units {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint16Array(bytes.buffer, bytes.byteOffset, text.length);
}

export function isBlank(units: Units, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const c = units[k]!;
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return false;
  }
  return true;
}

/** The end tag at `end`, whose `>` is at `gt`, bears the name of `length` units at `start`. */
export function isSameName(units: Units, start: number, end: number, length: number, gt: number): boolean {
  if (gt - end < length) return false;
  for (let k = 0; k < length; k++) if (units[start + k] !== units[end + k]) return false;
  return isBlank(units, end + length, gt);
}

/** A name without prefix. */
function isPlainName(units: Units, from: number, to: number): boolean {
  if (nameUnits[units[from]!] !== 1) return false;
  for (let k = from + 1; k < to; k++) if (!nameUnits[units[k]!]) return false;
  return true;
}

/** A namespace name of the usual kinds, but not the one that may not be declared; libxml2 refuses what is no URI. */
const plainUri =
  /^(https?:\/\/(?!www\.w3\.org\/(XML\/|2000\/xmlns))[A-Za-z0-9./_-]+#?[A-Za-z0-9._-]*|urn:[A-Za-z0-9:._-]+)?$/;

/** A name without prefix and its value, or a namespace declaration. */
export function isPlainAttribute(
  text: string,
  units: Units,
  nameAt: number,
  nameEnd: number,
  valueAt: number,
  valueEnd: number,
): boolean {
  if (text.startsWith('xmlns', nameAt) && (nameEnd === nameAt + 5 || units[nameAt + 5] === COLON)) {
    if (!plainUri.test(text.slice(valueAt, valueEnd))) return false;
    if (nameEnd === nameAt + 5) return true;
    return valueEnd > valueAt && !text.startsWith('xml', nameAt + 6) && isPlainName(units, nameAt + 6, nameEnd);
  }
  if (!isPlainName(units, nameAt, nameEnd)) return false;
  for (let k = valueAt; k < valueEnd; k++) if (units[k] === 0x3c) return false;
  return true;
}

/**
 * Notes the name of the nth attribute of a tag (from 1); false when one before it bears the same.
 * @param names where the names noted so far begin and end
 */
export function isNewName(units: Units, names: Int32Array, nth: number, from: number, to: number): boolean {
  const at = 2 * (nth - 1);
  names[at] = from;
  names[at + 1] = to;
  for (let n = 0; n < at; n += 2)
    if (names[n + 1]! - names[n]! === to - from && isSameName(units, names[n]!, from, to - from, to)) return false;
  return true;
}

/**
 * A name with a prefix and its value, whose characters are allowed ones: no reader asks for it. Whether the prefix is bound, and no
 * other name means the same, `haveOwnMeanings` tells. Those of `xml` are left to libxml2.
 */
export function isPlainPrefixed(
  text: string,
  units: Units,
  nameAt: number,
  nameEnd: number,
  valueAt: number,
  valueEnd: number,
): boolean {
  const colon = text.indexOf(':', nameAt);
  if (colon < 0 || colon >= nameEnd || text.startsWith('xml', nameAt)) return false;
  if (!isPlainName(units, nameAt, colon) || !isPlainName(units, colon + 1, nameEnd)) return false;
  const value = text.slice(valueAt, valueEnd);
  return !value.includes('<') && hasPlainCharacters(value);
}

/**
 * All prefixes of the attributes of a tag are bound, and no two of them have the same local name: then they are different ones,
 * whatever their prefixes mean.
 * @param names where their names begin and end
 */
export function haveOwnMeanings(
  text: string,
  names: Int32Array,
  count: number,
  meaning: ReadonlyMap<string, number>,
): boolean {
  const locals = new Set<string>();
  for (let n = 0; n < 2 * count; n += 2) {
    const name = text.slice(names[n], names[n + 1]);
    const colon = name.indexOf(':');
    if (colon < 0 || name.startsWith('xmlns:')) continue;
    const local = name.slice(colon + 1);
    if (!meaning.has(name.slice(0, colon)) || locals.has(local)) return false;
    locals.add(local);
  }
  return true;
}
