/** The outbox: order within a correlation, attempts, the dead and their return. */
import type { ObjectStore } from '../../src/ports/object-store.js';
import { delivery } from './object-store-samples.js';

export function outboxContract(store: () => ObjectStore): void {
  const add = (...deliveries: Parameters<typeof delivery>[]) =>
    store().transaction((tx) => tx.addDeliveries(deliveries.map((given) => delivery(...given))));
  type Attempt = Parameters<Parameters<Parameters<ObjectStore['transaction']>[0]>[0]['noteAttempts']>[0][number];
  const note = (...attempts: Attempt[]) => store().transaction((tx) => tx.noteAttempts(attempts));
  const due = async (with_: { now?: number; except?: string[]; limit?: number; endpoint?: string } = {}) => {
    const found = await store().dueDeliveries({ endpoint: 'cis', now: 5_000, except: [], limit: 9, ...with_ });
    return found.map(({ id }) => id);
  };

  test('gives back a delivery as it was added, its text byte for byte', async () => {
    const xml = '<m:A xmlns:m="urn:a">Zähler\r\n\t\u{1F50C} &amp; "quoted" </m:A>';
    await add(['d-1', { xml }]);
    expect(await store().delivery('d-1')).toEqual({
      ...delivery('d-1', { xml }),
      seq: expect.any(Number) as number,
      state: 'waiting',
      attempts: 0,
      nextAttempt: delivery('d-1').createdAt,
      since: delivery('d-1').createdAt,
    });
    expect(await store().delivery('d-2')).toBeUndefined();
    await expect(add(['d-1'])).rejects.toThrow();
  });

  test('of each correlation the first one is due, the oldest first', async () => {
    await add(
      ['a-1', { correlationId: 'a' }],
      ['b-1', { correlationId: 'b' }],
      ['a-2', { correlationId: 'a' }],
      ['c-1', { correlationId: 'c' }],
      ['b-2', { correlationId: 'b' }],
      ['other', { correlationId: 'a', endpoint: 'oms' }],
    );
    expect(await due()).toEqual(['a-1', 'b-1', 'c-1']);
    expect(await due({ limit: 2 })).toEqual(['a-1', 'b-1']);
    expect(await due({ except: ['a', 'c'] })).toEqual(['b-1']);
    expect(await due({ endpoint: 'oms' })).toEqual(['other']);
    expect(await due({ endpoint: 'nobody' })).toEqual([]);
    await note({ id: 'a-1', state: 'delivered', at: 5_000 });
    expect(await due()).toEqual(['b-1', 'a-2', 'c-1']);
  });

  test('a delivery that waits for its next attempt holds up those behind it, and none of another correlation', async () => {
    await add(['a-1', { correlationId: 'a' }], ['a-2', { correlationId: 'a' }], ['b-1', { correlationId: 'b' }]);
    await note({ id: 'a-1', state: 'waiting', at: 5_000, nextAttempt: 6_000, error: 'refused' });
    expect(await due({ now: 5_999 })).toEqual(['b-1']);
    expect(await due({ now: 6_000 })).toEqual(['a-1', 'b-1']);
    expect(await store().delivery('a-1')).toMatchObject({ attempts: 1, nextAttempt: 6_000, lastError: 'refused' });
  });

  test('a dead one lets those behind it pass', async () => {
    await add(['a-1', { correlationId: 'a' }], ['a-2', { correlationId: 'a' }]);
    await note({ id: 'a-1', state: 'dead', at: 5_000, error: 'gone' });
    expect(await due()).toEqual(['a-2']);
    expect(await store().delivery('a-1')).toMatchObject({ state: 'dead', endedAt: 5_000, lastError: 'gone' });
  });

  test('nothing is due before its time', async () => {
    await add(['a-1', { createdAt: 5_001 }]);
    expect(await due()).toEqual([]);
    expect(await due({ now: 5_001 })).toEqual(['a-1']);
  });

  test('an attempt at one that is over changes nothing', async () => {
    await add(['a-1']);
    await note({ id: 'a-1', state: 'delivered', at: 5_000 });
    await note({ id: 'a-1', state: 'dead', at: 6_000, error: 'late' }, { id: 'unknown', state: 'dead', at: 6_000 });
    const found = await store().delivery('a-1');
    expect(found).toMatchObject({ state: 'delivered', attempts: 1, endedAt: 5_000 });
    expect(found?.lastError).toBeUndefined();
  });

  test('names the endpoints for which something waits, with the time of what can be sent next', async () => {
    expect(await store().waitingEndpoints()).toEqual([]);
    await add(
      ['a-1', { correlationId: 'a' }],
      ['a-2', { correlationId: 'a' }],
      ['b-1', { correlationId: 'b', endpoint: 'oms', createdAt: 3_000 }],
      ['c-1', { endpoint: 'mdm' }],
    );
    await note(
      { id: 'a-1', state: 'waiting', at: 5_000, nextAttempt: 9_000 },
      { id: 'c-1', state: 'delivered', at: 5_000 },
    );
    expect(await store().waitingEndpoints()).toEqual([
      { endpoint: 'cis', nextAttempt: 9_000 },
      { endpoint: 'oms', nextAttempt: 3_000 },
    ]);
  });

  test('tells how many wait and how many are dead, by endpoint', async () => {
    expect(await store().outboxDepth()).toEqual([]);
    await add(['a-1'], ['a-2'], ['b-1'], ['c-1', { endpoint: 'oms' }]);
    await note({ id: 'a-1', state: 'dead', at: 1 }, { id: 'b-1', state: 'delivered', at: 1 });
    expect(await store().outboxDepth()).toEqual([
      { endpoint: 'cis', waiting: 1, dead: 1 },
      { endpoint: 'oms', waiting: 1, dead: 0 },
    ]);
  });

  test('dead ones wait again from nothing when they are revived, in their old place', async () => {
    await add(['a-1'], ['a-2'], ['a-3', { correlationId: 'b' }]);
    await note({ id: 'a-1', state: 'waiting', at: 1, nextAttempt: 2, error: 'no' });
    await note({ id: 'a-1', state: 'dead', at: 2, error: 'gone' }, { id: 'a-3', state: 'delivered', at: 3 });
    const revived = await store().transaction((tx) => tx.reviveDeliveries(['a-1', 'a-2', 'a-3', 'unknown'], 4_000));
    expect(revived).toBe(1);
    expect(await store().delivery('a-1')).toMatchObject({
      state: 'waiting',
      attempts: 0,
      nextAttempt: 4_000,
      since: 4_000,
    });
    expect((await store().delivery('a-1'))?.endedAt).toBeUndefined();
    expect(await due()).toEqual(['a-1']);
  });

  test('lists the newest first, in pages, narrowed by endpoint, state and correlation', async () => {
    for (let at = 1; at <= 7; at++) {
      await add([`d-${at}`, { endpoint: at % 2 ? 'cis' : 'oms', correlationId: at < 4 ? 'a' : 'b' }]);
    }
    await note({ id: 'd-1', state: 'dead', at: 1 }, { id: 'd-2', state: 'delivered', at: 1 });
    const list = async (with_: Omit<Parameters<ObjectStore['deliveries']>[0], 'limit'> & { limit?: number } = {}) =>
      (await store().deliveries({ limit: 99, ...with_ })).map(({ id }) => id);
    expect(await list()).toEqual(['d-7', 'd-6', 'd-5', 'd-4', 'd-3', 'd-2', 'd-1']);
    const [, second] = await store().deliveries({ limit: 2 });
    expect(await list({ before: second?.seq, limit: 2 })).toEqual(['d-5', 'd-4']);
    expect(await list({ endpoint: 'oms' })).toEqual(['d-6', 'd-4', 'd-2']);
    expect(await list({ state: 'dead' })).toEqual(['d-1']);
    expect(await list({ state: 'waiting', correlationId: 'a' })).toEqual(['d-3']);
    expect(await list({ correlationId: 'b', endpoint: 'cis' })).toEqual(['d-7', 'd-5']);
  });

  test('forgets what was delivered long ago, never what waits or is dead', async () => {
    await add(['d-1'], ['d-2'], ['d-3'], ['d-4', { correlationId: 'b' }], ['d-5', { correlationId: 'c' }]);
    await note(
      { id: 'd-1', state: 'delivered', at: 10 },
      { id: 'd-2', state: 'delivered', at: 20 },
      { id: 'd-3', state: 'delivered', at: 30 },
      { id: 'd-4', state: 'dead', at: 10 },
    );
    const forget = (before: number, limit: number) => store().transaction((tx) => tx.forgetDeliveries(before, limit));
    expect(await forget(30, 1)).toBe(1);
    expect(await store().delivery('d-1')).toBeUndefined();
    expect(await forget(30, 9)).toBe(1);
    expect(await forget(30, 9)).toBe(0);
    expect((await store().deliveries({ limit: 9 })).map(({ id }) => id)).toEqual(['d-5', 'd-4', 'd-3']);
  });
}
