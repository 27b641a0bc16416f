/** Walks over DER (X.690), as far as certificates and revocation lists need it. Knows nothing of what the parts mean. */

export interface DerPart {
  /** The whole first byte: class, form and number. */
  readonly tag: number;
  readonly content: Buffer;
  /** With tag and length. */
  readonly whole: Buffer;
}

export const tags = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  time: 0x18,
  sequence: 0x30,
} as const;

/** The parts that stand one behind the other. Throws when the bytes are not such. */
export function derParts(bytes: Buffer): readonly DerPart[] {
  const parts: DerPart[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at]!;
    let length = bytes[at + 1] ?? 0x80;
    let begin = at + 2;
    if (length >= 0x80) {
      const count = length & 0x7f;
      if (count === 0 || count > 4 || begin + count > bytes.length) throw new Error('the bytes are no DER');
      length = bytes.readUIntBE(begin, count);
      begin += count;
    }
    const end = begin + length;
    if ((tag & 0x1f) === 0x1f || end > bytes.length) throw new Error('the bytes are no DER');
    parts.push({ tag, content: bytes.subarray(begin, end), whole: bytes.subarray(at, end) });
    at = end;
  }
  return parts;
}

/** The parts inside the one part that the bytes are. */
export function insideOf(bytes: Buffer): readonly DerPart[] {
  const [only, ...more] = derParts(bytes);
  if (only === undefined || more.length > 0) throw new Error('the bytes are no DER');
  return derParts(only.content);
}

/** An object identifier in its dotted form. */
export function oidOf(content: Buffer): string {
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (byte >= 0x80) continue;
    if (numbers.length > 0) numbers.push(value);
    else numbers.push(Math.min(Math.floor(value / 40), 2), value - 40 * Math.min(Math.floor(value / 40), 2));
    value = 0;
  }
  return numbers.join('.');
}

/** Milliseconds since 1970 of a UTCTime or GeneralizedTime as certificates have them (RFC 5280, 4.1.2.5). */
export function timeOf({ tag, content }: DerPart): number {
  const text = content.toString('latin1');
  const [, year = '', ...rest] = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text) ?? [];
  const [month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN] = rest.map(Number);
  const full = tag === tags.utcTime ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  const time = Date.UTC(full, month - 1, day, hour, minute, second);
  if (Number.isNaN(time) || year === '') throw new Error('a time in it is not understood');
  return time;
}

/** Hexadecimal digits of a number, without leading zeros. */
export function integerText(content: Buffer): string {
  return content.toString('hex').replace(/^0+(?=.)/, '');
}
