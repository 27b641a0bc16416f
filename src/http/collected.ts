/** The bytes of a body as they arrive: in memory, or in a file when they are many. */
import { close, write } from 'node:fs';
import { namelessFile } from '../contract/nameless-file.js';

/** Chunks below this many bytes cost more than they carry, once there are many of them. */
const smallChunk = 4096;
const fewChunks = 16;
/** From this many bytes on the memory of an announced body is taken at once; the system gives it page by page as it fills. */
const largeEnough = 128 * 1024;

/** Bytes as they arrive. Many small chunks are put together, or 8 MiB sent byte by byte would take a gigabyte. */
export class Collected {
  private readonly parts: Buffer[] = [];
  private readonly block = { bytes: Buffer.alloc(0), used: 0 };
  size = 0;
  /** For a large body of known length: its bytes go straight to where they belong. */
  private readonly room: Buffer | undefined;

  constructor(expected: number) {
    if (expected > largeEnough) this.room = Buffer.from(new ArrayBuffer(expected));
  }

  add(chunk: Buffer): void {
    if (this.room) {
      this.size += chunk.copy(this.room, this.size);
      return;
    }
    this.size += chunk.length;
    if (chunk.length >= smallChunk || this.parts.length < fewChunks) {
      this.closeBlock();
      this.parts.push(chunk);
      return;
    }
    const { block } = this;
    if (block.bytes.length === 0) block.bytes = Buffer.allocUnsafeSlow(16 * smallChunk);
    if (block.used + chunk.length > block.bytes.length) this.closeBlock();
    block.used += chunk.copy(block.bytes, block.used);
  }

  /** The bytes in one buffer; when they came in several chunks, with memory of its own that can be handed to a thread. */
  whole(): Buffer {
    if (this.room) return this.size === this.room.length ? this.room : this.room.subarray(0, this.size);
    this.closeBlock();
    const [only] = this.parts;
    if (only !== undefined && this.parts.length === 1) return only;
    const whole = Buffer.from(new ArrayBuffer(this.size));
    let at = 0;
    for (const part of this.parts) at += part.copy(whole, at);
    return whole;
  }

  /** What has come so far, for a look at its beginning. */
  get beginning(): Buffer {
    return this.room?.subarray(0, this.size) ?? this.parts[0] ?? this.block.bytes.subarray(0, this.block.used);
  }

  /** The chunks so far, in order. */
  *chunks(): Generator<Buffer, void> {
    this.closeBlock();
    if (this.room) yield this.room.subarray(0, this.size);
    else yield* this.parts;
  }

  private closeBlock(): void {
    if (this.block.used === 0) return;
    this.parts.push(Buffer.from(this.block.bytes.subarray(0, this.block.used)));
    this.block.used = 0;
  }
}

/** Bytes that may wait to be written before their sender is asked to wait. */
const mostWaiting = 1024 * 1024;

/** A body that is being written to a file without a name. */
export class Spool {
  private readonly file: number;
  private readonly waiting: Buffer[] = [];
  private waitingBytes = 0;
  private written = 0;
  private busy = false;
  private failure: Error | undefined;
  private isClosed = false;
  size = 0;

  /**
   * @param drained called when the sender may go on
   * @param failed called when the file cannot be written
   */
  constructor(
    folder: string,
    private readonly drained: () => void,
    private readonly failed: (error: Error) => void,
  ) {
    this.file = namelessFile(folder);
  }

  /** Whether the sender may go on at once. */
  add(chunk: Buffer): boolean {
    this.size += chunk.length;
    this.waiting.push(chunk);
    this.waitingBytes += chunk.length;
    this.go();
    return this.waitingBytes < mostWaiting;
  }

  /** Resolves with the number of the file when all is written. */
  async whole(): Promise<number> {
    while (this.failure === undefined && (this.busy || this.waiting.length > 0))
      await new Promise<void>((resolve) => (this.wake = resolve));
    if (this.failure !== undefined) throw this.failure;
    return this.file;
  }

  close(): void {
    if (this.isClosed) return;
    this.isClosed = true;
    this.waiting.length = 0;
    if (!this.busy) close(this.file, () => {});
  }

  private wake: (() => void) | undefined;

  private go(): void {
    const chunk = this.busy ? undefined : this.waiting.shift();
    if (chunk === undefined) return;
    this.busy = true;
    write(this.file, chunk, 0, chunk.length, this.written, (error, bytes) => {
      this.busy = false;
      this.written += bytes;
      this.waitingBytes -= bytes;
      if (this.isClosed) return close(this.file, () => {});
      if (error) {
        this.failure = error;
        this.failed(error);
      } else {
        if (bytes < chunk.length) this.waiting.unshift(chunk.subarray(bytes));
        this.go();
        if (this.waitingBytes < mostWaiting) this.drained();
      }
      this.wake?.();
    });
  }
}
