/** Kept answers, of which each message has one; and what the API has put into the registry. */
import { AlreadyAnswered } from '../../src/ports/answers.js';
import type { ObjectStore } from '../../src/ports/object-store.js';
import type { ReplyEndpoint, Subscription } from '../../src/ports/registry.js';
import { answer, first, meter } from './object-store-samples.js';

export function answersContract(store: () => ObjectStore): void {
  const keep = (with_: Parameters<typeof answer>[1] = {}, id = 'm-1') =>
    store().transaction((tx) => tx.keepAnswer(answer(id, with_)));

  test('keeps one answer for each principal and message', async () => {
    await keep();
    await keep({ principal: 'bob', digest: 'other' });
    expect(await store().answerOf('', 'm-1')).toEqual(answer('m-1'));
    expect(await store().answerOf('bob', 'm-1')).toEqual(answer('m-1', { principal: 'bob', digest: 'other' }));
    expect(await store().answerOf('eve', 'm-1')).toBeUndefined();
    expect(await store().answerOf('', 'm-2')).toBeUndefined();
  });

  test('refuses a second answer, and with it everything else in the transaction', async () => {
    await keep();
    const again = store().transaction(async (tx) => {
      await tx.insert([meter('x')], first);
      await tx.keepAnswer(answer('m-1', { digest: 'other' }));
    });
    await expect(again).rejects.toThrow(AlreadyAnswered);
    await expect(again).rejects.toMatchObject({ messageId: 'm-1' });
    expect(await store().objectByMRID('MeterConfig', undefined, 'x')).toBeUndefined();
    expect(await store().answerOf('', 'm-1')).toMatchObject({ digest: answer('m-1').digest });
  });

  test('forgets old answers, the oldest first, no more than asked for', async () => {
    for (let at = 1; at <= 5; at++) await keep({ at }, `m-${at}`);
    const forget = (before: number, limit: number) => store().transaction((tx) => tx.forgetAnswers(before, limit));
    expect(await forget(4, 2)).toBe(2);
    expect(await store().answerOf('', 'm-2')).toBeUndefined();
    expect(await store().answerOf('', 'm-3')).toBeDefined();
    expect(await forget(4, 9)).toBe(1);
    expect(await forget(4, 9)).toBe(0);
    expect(await store().answerOf('', 'm-4')).toBeDefined();
  });
}

export function registryContract(store: () => ObjectStore): void {
  const endpoint = (name: string, with_: Partial<ReplyEndpoint> = {}): ReplyEndpoint => ({
    name,
    url: `https://${name}.example/replies`,
    soap: '1.1',
    auth: { basic: { user: 'gateway', password: { env: 'SECRET' } } },
    tls: {},
    era: '2011',
    replies: 'response',
    active: true,
    connections: 4,
    ...with_,
  });
  const subscription = (name: string, with_: Partial<Subscription> = {}): Subscription => ({
    name,
    endpoint: 'cis',
    noun: 'EndDeviceEvents',
    active: true,
    filter: { types: ['3.26.*.*'] },
    ...with_,
  });

  test('saves endpoints and subscriptions by name, the later one in place of the earlier', async () => {
    await store().transaction(async (tx) => {
      await tx.saveEndpoint(endpoint('oms'));
      await tx.saveEndpoint(endpoint('cis'));
      await tx.saveEndpoint(endpoint('oms', { active: false }));
      await tx.saveSubscription(subscription('s-2'));
      await tx.saveSubscription(subscription('s-1'));
      expect(await tx.savedEndpoints()).toHaveLength(2);
    });
    expect(await store().savedEndpoints()).toEqual([endpoint('cis'), endpoint('oms', { active: false })]);
    expect(await store().savedSubscriptions()).toEqual([subscription('s-1'), subscription('s-2')]);
  });

  test('removes them, and says whether there was one', async () => {
    await store().transaction(async (tx) => {
      await tx.saveEndpoint(endpoint('cis'));
      await tx.saveSubscription(subscription('s-1'));
    });
    const remove = (name: string) =>
      store().transaction(async (tx) => [await tx.removeEndpoint(name), await tx.removeSubscription(name)]);
    expect(await remove('cis')).toEqual([true, false]);
    expect(await remove('s-1')).toEqual([false, true]);
    expect(await store().savedEndpoints()).toEqual([]);
    expect(await store().savedSubscriptions()).toEqual([]);
  });
}
