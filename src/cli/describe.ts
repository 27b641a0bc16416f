/** Finds the codes that stand in a document and says them in plain English. */
import { decodeCode } from '../message/codes/decode.js';

/** Most codes that are told. */
const most = 40;

/** One line per different code, in the order of the document: `3.31.0.23  disconnect ...`. */
export function describeCodes(xml: string): readonly string[] {
  const seen = new Map<string, string>();
  const take = (code: string, kinds: readonly string[]): void => {
    if (seen.has(code) || seen.size >= most) return;
    const meaning = decodeCode(code).find((m) => kinds.includes(m.kind));
    if (meaning) seen.set(code, meaning.sentence);
  };
  for (const match of xml.matchAll(/\bref="([0-9.*-]{3,120})"|<(?:[\w.-]+:)?(mRID|code)>\s*([0-9.-]{3,120})\s*</g)) {
    if (match[1] !== undefined) take(match[1], ['readingType', 'endDeviceEvent', 'endDeviceControl', 'readingQuality']);
    else if (match[2] === 'code') take(match[3]!, ['replyCode']);
    else take(match[3]!, ['readingType']);
  }
  return [...seen].map(([code, sentence]) => `${code}  ${sentence}`);
}
