import { StoreUnavailable, type ObjectStore, type StoreTransaction } from '../../../../src/ports/object-store.js';
import { deferredWrites } from '../../../../src/services/deferred-writes.js';
import { virtualClock } from '../../../support/virtual-clock.js';

describe('writing what nobody waits for', () => {
  const clock = virtualClock();
  let available: boolean;
  let transactions: number;
  let done: string[];
  let trouble: unknown[];
  const store = {
    async transaction<T>(work: (tx: StoreTransaction) => Promise<T>): Promise<T> {
      transactions++;
      const before = [...done];
      try {
        if (!available) throw new StoreUnavailable('disk full', 'SQLITE_FULL');
        return await work({} as StoreTransaction);
      } catch (error) {
        done = before;
        throw error;
      }
    },
  } as ObjectStore;
  const writing = () => deferredWrites(store, clock, (error) => trouble.push(error));
  const note = (text: string) => async () => {
    done.push(text);
  };

  beforeEach(() => {
    available = true;
    transactions = 0;
    done = [];
    trouble = [];
  });

  test('happens in order, and what comes together in one transaction', async () => {
    const writes = writing();
    for (const text of ['a', 'b', 'c']) writes.add(note(text));
    expect(await writes.settled()).toBe(true);
    expect(done).toEqual(['a', 'b', 'c']);
    expect(transactions).toBe(1);
  });

  test('waits for a store that cannot work, longer each time, and loses nothing', async () => {
    const writes = writing();
    available = false;
    writes.add(note('a'));
    expect(await writes.settled()).toBe(false);
    writes.add(note('b'));
    await clock.advance(1_000);
    await clock.advance(1_999);
    expect(transactions).toBe(2);
    available = true;
    await clock.advance(1);
    expect(done).toEqual(['a', 'b']);
    expect(trouble).toHaveLength(2);
    expect(clock.pending()).toBe(0);
  });

  test('gives up a write that is faulty in itself, and none of the others', async () => {
    const writes = writing();
    const faulty = async () => {
      throw new Error('a defect');
    };
    for (const write of [note('a'), note('b'), faulty, note('c'), note('d')]) writes.add(write);
    await writes.settled();
    expect(done).toEqual(['a', 'b', 'c', 'd']);
  });

  test('tries once more when it is stopped, and leaves no timer', async () => {
    const writes = writing();
    available = false;
    writes.add(note('a'));
    await writes.settled();
    available = true;
    await writes.stop();
    expect(done).toEqual(['a']);
    available = false;
    writes.add(note('b'));
    await writes.stop();
    expect(clock.pending()).toBe(0);
  });
});
