/** Writes down what attempts led to: many in one transaction, since each transaction is a flush to disk. */
import type { Clock } from '../ports/clock.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { OutboxWrites } from '../ports/outbox.js';

export type AttemptNote = Parameters<OutboxWrites['noteAttempts']>[0][number];

export interface AttemptNotes {
  /** Resolves when it is on disk; a store that fails is asked again until it works, or until the end. */
  write(note: AttemptNote): Promise<void>;
  /** Resolves when nothing is left to write, or when the last attempt to write it has failed. */
  close(): Promise<void>;
}

/** How long to wait for a store that cannot write, in milliseconds. */
const pause = 1_000;

export function attemptNotes(
  store: Pick<ObjectStore, 'transaction'>,
  clock: Clock,
  trouble: (error: unknown) => void,
): AttemptNotes {
  let waiting: { readonly note: AttemptNote; readonly written: () => void }[] = [];
  let writing: Promise<void> | undefined;
  let closing = false;
  let wakeUp: () => void = () => {};

  async function run(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await store.transaction((tx) => tx.noteAttempts(batch.map(({ note }) => note)));
        for (const { written } of batch) written();
      } catch (error) {
        trouble(error);
        waiting = [...batch, ...waiting];
        if (closing) break; // what was delivered will be delivered once more, under the same MessageID
        await new Promise<void>((done) => {
          const cancel = clock.at(clock.now() + pause, done);
          wakeUp = () => {
            cancel();
            done();
          };
        });
      }
    }
    writing = undefined;
  }

  return {
    write: (note) =>
      new Promise((written) => {
        waiting.push({ note, written });
        writing ??= Promise.resolve().then(run);
      }),
    close: async () => {
      closing = true;
      wakeUp();
      await writing;
    },
  };
}
