/** Texts and bytes put aside for later: few of them in memory, many in a file that nobody else can open. */
import { closeSync, readSync, writeSync } from 'node:fs';
import { namelessFile } from './nameless-file.js';

/** Where something was put. */
export interface Place {
  readonly at: number;
  readonly length: number;
}

/** Bytes that stay in memory. */
const inMemory = 2 * 1024 * 1024;

export class Overflow {
  private held: Buffer[] = [];
  private heldAt = 0;
  private size = 0;
  private file: number | undefined;

  /** @param folder of the file, which has no name there */
  constructor(private readonly folder: string) {}

  put(text: string): Place {
    return this.putBytes(Buffer.from(text, 'utf8'));
  }

  putBytes(bytes: Buffer): Place {
    const place = { at: this.size, length: bytes.length };
    this.held.push(bytes);
    this.size += bytes.length;
    if (this.size - this.heldAt > inMemory) this.spill();
    return place;
  }

  get(place: Place): string {
    return this.bytesAt(place).toString('utf8');
  }

  /** Bytes for whoever asks for them: nobody else has their memory. */
  getBytes(place: Place): ArrayBuffer {
    const found = this.bytesAt(place);
    const { buffer, byteOffset, byteLength } = found;
    const alone = buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength;
    return alone ? buffer : new Uint8Array(found).buffer;
  }

  private bytesAt({ at, length }: Place): Buffer {
    if (this.file === undefined) return this.inMemory(at);
    if (this.held.length > 0) this.spill();
    const bytes = Buffer.allocUnsafeSlow(length);
    for (let done = 0; done < length;) {
      const read = readSync(this.file, bytes, done, length - done, at + done);
      if (read === 0) throw new Error('what was put aside is gone');
      done += read;
    }
    return bytes;
  }

  close(): void {
    if (this.file !== undefined) closeSync(this.file);
    this.file = undefined;
    this.held = [];
  }

  private inMemory(at: number): Buffer {
    let start = 0;
    for (const bytes of this.held) {
      if (start === at) return bytes;
      start += bytes.length;
    }
    throw new Error('nothing was put there');
  }

  private spill(): void {
    this.file ??= namelessFile(this.folder);
    for (const bytes of this.held) {
      for (let done = 0; done < bytes.length;) {
        const written = writeSync(this.file, bytes, done, bytes.length - done, this.heldAt);
        done += written;
        this.heldAt += written;
      }
    }
    this.held = [];
  }
}
