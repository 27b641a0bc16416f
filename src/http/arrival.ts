/** One body while it arrives: whether it may go on, and where it waits until it is whole, in memory or in a file. */
import { BodyRefused, noRoom, tooLarge, tooLargeToProve, tooMany, type BodyLimits } from './body-refused.js';
import { Collected, Spool } from './collected.js';

/** What is read part by part, and where it waits for that. */
export interface LargerBodies {
  /** Whether a body that begins so may be larger than `limits.body`. */
  readonly mayBe: (beginning: Buffer) => boolean;
  /** Whether it may be one by what stands before the body: the address, and the SOAPAction if there is one. */
  readonly mayFollow: (url: string, action: string) => boolean;
  readonly folder: string;
}

/** A body that has arrived, inflated. */
export interface ReceivedBody {
  readonly size: number;
  /** Empty when the body is in a file. */
  readonly bytes: Buffer;
  readonly spooled?: { readonly file: number; readonly size: number } | undefined;
  /** Says that the body is done with. */
  readonly release: () => void;
}

/** Expansion below this many bytes is harmless whatever the ratio. */
const harmless = 64 * 1024;

/** Bytes after which it is clear what a body is. */
const beginning = 16_384;

/** Bytes of a body that is read part by part above which it waits in a file. */
const spoolAbove = 1024 * 1024;

/** What all bodies of a receiver share. */
export interface SharedByBodies {
  readonly limits: BodyLimits;
  readonly larger: LargerBodies | undefined;
  inMemory: number;
  inFiles: number;
}

/** One body while it arrives. */
export class Arrival {
  private collected = new Collected(0);
  private spool: Spool | undefined;
  /** Whether the body is one of those that may be larger; undefined before that is clear. */
  private larger: boolean | undefined;
  private size = 0;
  private counted = 0;
  full = false;
  drained: () => void = () => {};
  failed: (error: Error) => void = () => {};

  /** @param expected bytes that were announced; 0 when nothing was */
  constructor(
    private readonly shared: SharedByBodies,
    private readonly expected: number,
    private readonly stranger: boolean,
  ) {
    if (shared.larger === undefined) this.decide(false);
  }

  /** Most bytes that may be received. */
  get most(): number {
    const { limits } = this.shared;
    return this.larger === false ? limits.body : Math.max(limits.body, limits.largestReadings);
  }

  /** Takes a chunk, or says why not. */
  take(chunk: Buffer, received: number, inflated: boolean): BodyRefused | undefined {
    const { limits } = this.shared;
    this.size += chunk.length;
    if (this.spool) {
      this.shared.inFiles += chunk.length;
      this.full = !this.spool.add(chunk);
    } else this.keep(chunk);
    if (this.larger === undefined && (this.size >= beginning || received > limits.body))
      this.decide(this.shared.larger?.mayBe(this.collected.beginning) === true);
    const { size } = this;
    if (received > this.most) return tooLarge(this.most);
    if (this.stranger && this.larger === true && size > Math.max(limits.body, limits.inflatedBody))
      return tooLargeToProve(limits);
    const most = this.larger === true ? Math.max(limits.inflatedBody, limits.largestReadings) : limits.inflatedBody;
    if (inflated && size > most) return new BodyRefused(400, `the body is larger than ${most} bytes after inflation`);
    if (inflated && size > harmless && size > received * limits.inflationRatio)
      return new BodyRefused(400, `the body expands to more than ${limits.inflationRatio} times its size`);
    if (this.larger === true && !this.spool && size > spoolAbove) {
      const refusal = this.moveToFile();
      if (refusal) return refusal;
    }
    return this.shared.inMemory > limits.bodiesInFlight || this.shared.inFiles > limits.spooled ? tooMany() : undefined;
  }

  async whole(): Promise<ReceivedBody> {
    const { size, spool } = this;
    const release = (): void => this.release();
    if (spool === undefined) return { size, bytes: this.collected.whole(), release };
    const file = await spool.whole().catch((error: unknown) => {
      throw noRoom(error);
    });
    return { size, bytes: Buffer.alloc(0), spooled: { file, size }, release };
  }

  release(): void {
    this.shared.inMemory -= this.counted;
    this.counted = 0;
    if (this.spool) {
      this.shared.inFiles -= this.spool.size;
      this.spool.close();
      this.spool = undefined;
    }
  }

  private keep(chunk: Buffer): void {
    this.collected.add(chunk);
    this.counted += chunk.length;
    this.shared.inMemory += chunk.length;
  }

  private decide(larger: boolean): void {
    this.larger = larger;
    if (larger || this.expected <= this.collected.size) return;
    const known = new Collected(this.expected);
    for (const chunk of this.collected.chunks()) known.add(chunk);
    this.collected = known;
  }

  private moveToFile(): BodyRefused | undefined {
    try {
      this.spool = new Spool(
        this.shared.larger!.folder,
        () => {
          if (!this.full) return;
          this.full = false;
          this.drained();
        },
        (error) => this.failed(noRoom(error)),
      );
    } catch (error) {
      return noRoom(error);
    }
    for (const chunk of this.collected.chunks()) this.full = !this.spool.add(chunk);
    this.collected = new Collected(0);
    this.shared.inMemory -= this.counted;
    this.counted = 0;
    this.shared.inFiles += this.spool.size;
    return undefined;
  }
}
