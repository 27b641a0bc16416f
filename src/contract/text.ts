/** From the bytes of a request to its text: UTF-8 or UTF-16, with or without byte order mark, never guessed. */
import { isAscii, isUtf8 } from 'node:buffer';

/** The bytes are no text we read; `unsupported` when the encoding itself is refused (HTTP 415). */
export class EncodingError extends Error {
  constructor(
    message: string,
    readonly unsupported: boolean,
  ) {
    super(message);
    this.name = 'EncodingError';
  }
}

export interface DocumentText {
  /** Without byte order mark. */
  readonly text: string;
  /** The same text as UTF-8, for libxml2. */
  readonly utf8: Uint8Array;
  /** Whether all of it is ASCII, so that the nth byte is the nth character. */
  readonly ascii: boolean;
}

const utf8Names = new Set(['utf-8', 'utf8', 'us-ascii', 'ascii']);

/**
 * Decodes a request body. A byte order mark decides, then the charset of the Content-Type, then the XML declaration
 * (RFC 7303); without any of them it is UTF-8. Throws `EncodingError` for another encoding and for broken bytes.
 */
export function documentText(body: Uint8Array, charset: string | undefined): DocumentText {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const marked = utf16Mark(bytes);
  if (marked) return fromUtf16(bytes.subarray(2), marked);
  const name = charset?.toLowerCase();
  if (name === 'utf-16' || name === 'utf-16be' || name === 'utf-16le') {
    const guess = bytes[0] === 0x3c && bytes[1] === 0 ? 'utf-16le' : 'utf-16be';
    return fromUtf16(bytes, name === 'utf-16' ? guess : name);
  }
  if (name !== undefined && !utf8Names.has(name))
    throw new EncodingError(`the character encoding "${charset}" is not accepted; send UTF-8 or UTF-16`, true);
  if (bytes[0] === 0 && bytes[1] === 0x3c) return fromUtf16(bytes, 'utf-16be');
  if (bytes[0] === 0x3c && bytes[1] === 0) return fromUtf16(bytes, 'utf-16le');
  const utf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const document = utf8Text(utf8);
  const { text } = document;
  if (name === undefined && utf8 === bytes) {
    const declared = declaredEncoding(text);
    if (declared !== undefined && !utf8Names.has(declared.toLowerCase()))
      throw new EncodingError(
        /^utf-16/i.test(declared)
          ? `the XML declaration says ${declared} but the bytes are not UTF-16; declare the encoding that is sent`
          : `the character encoding "${declared}" of the XML declaration is not accepted; send UTF-8 or UTF-16`,
        true,
      );
  }
  return onceMarked(document);
}

/** Decodes UTF-8 from the midst of a document. Throws `EncodingError` for broken bytes. */
export function utf8Text(bytes: Buffer): DocumentText {
  const ascii = isAscii(bytes);
  if (!ascii && !isUtf8(bytes)) throw new EncodingError('the body is not valid UTF-8', false);
  return { text: bytes.toString(ascii ? 'latin1' : 'utf8'), utf8: bytes, ascii };
}

/** libxml2 would pass over a second byte order mark; XML has none there. */
function onceMarked(document: DocumentText): DocumentText {
  if (document.text.startsWith('\ufeff')) throw new EncodingError('the body begins with two byte order marks', false);
  return document;
}

function utf16Mark(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

function fromUtf16(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): DocumentText {
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new EncodingError('the body is not valid UTF-16', false);
  }
  return onceMarked({ text, utf8: Buffer.from(text, 'utf8'), ascii: false });
}

function declaredEncoding(text: string): string | undefined {
  if (!text.startsWith('<?xml')) return undefined;
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text.slice(0, 200))?.[1];
}
