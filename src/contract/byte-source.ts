/** Bytes of a document, from memory or from a file, as document-parts.ts reads them. */
import { readSync } from 'node:fs';
import type { ByteSource } from './document-parts.js';

/** A source that can be looked at once more, to say where something stands. */
export interface KnownSource extends ByteSource {
  readonly size: number;
  /** Begins again. */
  rewind(): void;
  /** The line of a byte, from 1. */
  lineOf(byte: number): number;
}

export function memorySource(bytes: Uint8Array): KnownSource {
  return source(bytes.byteLength, (into, at) => {
    const some = bytes.subarray(at, at + into.byteLength);
    into.set(some);
    return some.byteLength;
  });
}

/** @param file number of an open file, which has `size` bytes */
export function fileSource(file: number, size: number): KnownSource {
  return source(size, (into, at) => readSync(file, into, 0, Math.min(into.byteLength, size - at), at));
}

function source(size: number, readAt: (into: Uint8Array, at: number) => number): KnownSource {
  let at = 0;
  return {
    size,
    read: (into) => {
      const read = at < size ? readAt(into, at) : 0;
      at += read;
      return read;
    },
    rewind: () => {
      at = 0;
    },
    lineOf: (byte) => {
      const block = Buffer.allocUnsafe(65_536);
      let line = 1;
      for (let from = 0; from < byte;) {
        const read = readAt(block, from);
        if (read === 0) break;
        const seen = block.subarray(0, Math.min(read, byte - from));
        for (let i = seen.indexOf(10); i >= 0; i = seen.indexOf(10, i + 1)) line++;
        from += read;
      }
      return line;
    },
  };
}
