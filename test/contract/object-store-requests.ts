/** Requests and their tasks: guarded steps, one end, what is found how. */
import type { ObjectStore } from '../../src/ports/object-store.js';
import type { TaskState, TaskStep } from '../../src/ports/requests.js';
import { delivery, request, task } from './object-store-samples.js';

export function requestsContract(store: () => ObjectStore): void {
  const add = (id: string, with_: Parameters<typeof request>[1] = {}, tasks = [task(0)]) =>
    store().transaction((tx) => tx.addRequest(request(id, with_), tasks));
  const step = (...steps: (Pick<TaskStep, 'seq' | 'from' | 'to'> & Partial<TaskStep>)[]) =>
    store().transaction((tx) => tx.stepTasks(steps.map((one) => ({ requestId: 'r-1', at: 2_000, ...one }))));
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  test('gives back a request and its tasks as they were added', async () => {
    const given = request('r-1', {
      messageId: 'm-1',
      replyTo: { kind: 'endpoint', name: 'cis' },
      priority: 'high',
      header: { Verb: 'create', nested: { list: ['1.00', null] } },
    });
    const tasks = [task(0, { data: { names: ["O'Brien", '%'] } }), task(1, { state: 'waiting' })];
    await store().transaction((tx) => tx.addRequest(given, tasks));
    expect(await store().request('r-1')).toEqual({ ...given, state: 'open' });
    expect(await store().tasks('r-1')).toEqual(
      tasks.map((one) => ({ ...one, requestId: 'r-1', changedAt: given.receivedAt })),
    );
    expect(await store().request('r-2')).toBeUndefined();
    expect(await store().tasks('r-2')).toEqual([]);
  });

  test.each([{ kind: 'poll' }, { kind: 'nobody' }, { kind: 'endpoint', name: 'x' }] as const)(
    'remembers that the replies go to %j',
    async (replyTo) => {
      await add('r-1', { replyTo });
      expect(await store().request('r-1')).toMatchObject({ replyTo });
    },
  );

  test('a request of ten thousand tasks is read in pages', async () => {
    await add(
      'r-1',
      {},
      Array.from({ length: 10_000 }, (_, seq) => task(seq)),
    );
    const page = await store().tasks('r-1', { after: 4_999, limit: 100 });
    expect(page.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, at) => 5_000 + at));
    expect(await store().taskCounts('r-1')).toEqual({ accepted: 10_000 });
  });

  test('takes further tasks, but no task twice', async () => {
    await add('r-1');
    await store().transaction((tx) => tx.addTasks('r-1', [task(1), task(2)], 1_500));
    expect((await store().tasks('r-1', { after: 0 })).map(({ changedAt }) => changedAt)).toEqual([1_500, 1_500]);
    await expect(store().transaction((tx) => tx.addTasks('r-1', [task(2)], 1_600))).rejects.toThrow();
    await expect(add('r-1')).rejects.toThrow();
  });

  test('gives tasks that are there other data, and touches nothing else of them', async () => {
    await add('r-1', {}, [task(0), task(1), task(2)]);
    const before = await store().tasks('r-1');
    await store().transaction((tx) =>
      tx.changeTasks('r-1', [
        { seq: 1, data: { until: 5 } },
        { seq: 2, data: { until: 6 } },
        { seq: 9, data: {} },
      ]),
    );
    const [first, second, third] = before;
    const expected = [first, { ...second, data: { until: 5 } }, { ...third, data: { until: 6 } }];
    expect(await store().tasks('r-1')).toEqual(expected);
  });

  test('a step happens only from the states it names, and says so', async () => {
    await add('r-1', {}, [task(0), task(1, { state: 'waiting' }), task(2, { state: 'succeeded' })]);
    const from: TaskState[] = ['accepted', 'waiting'];
    const done = await step(
      { seq: 0, from, to: 'sent', jobId: 'j-1' },
      { seq: 1, from, to: 'sent', jobId: 'j-1' },
      { seq: 2, from, to: 'sent', jobId: 'j-1' },
      { seq: 3, from, to: 'sent', jobId: 'j-1' },
      { seq: 0, from: [], to: 'failed' },
    );
    expect(done).toEqual([true, true, false, false, false]);
    expect(await store().taskCounts('r-1')).toEqual({ sent: 2, succeeded: 1 });
    expect(await step()).toEqual([]);
  });

  test('of two steps that exclude each other the first wins', async () => {
    await add('r-1', {}, [task(0, { state: 'sent' })]);
    expect(await step({ seq: 0, from: ['sent'], to: 'expired' }, { seq: 0, from: ['sent'], to: 'succeeded' })).toEqual([
      true,
      false,
    ]);
    expect(await store().taskCounts('r-1')).toEqual({ expired: 1 });
  });

  test('a step keeps job and outcome it says nothing about', async () => {
    await add('r-1');
    await step({ seq: 0, from: ['accepted'], to: 'sent', jobId: 'j-1' });
    await step({ seq: 0, from: ['sent'], to: 'unknown', outcome: { code: '4.1' } });
    await step({ seq: 0, from: ['unknown'], to: 'succeeded', outcome: { code: '0.0' }, at: 3_000 });
    expect(await store().tasks('r-1')).toEqual([
      { ...task(0), requestId: 'r-1', state: 'succeeded', jobId: 'j-1', outcome: { code: '0.0' }, changedAt: 3_000 },
    ]);
  });

  test('a step takes a task out of its job', async () => {
    await add('r-1');
    await step({ seq: 0, from: ['accepted'], to: 'sent', jobId: 'j-1' });
    await step({ seq: 0, from: ['sent'], to: 'waiting', jobId: '', at: 3_000 });
    expect(await store().tasks('r-1')).toEqual([{ ...task(0), requestId: 'r-1', state: 'waiting', changedAt: 3_000 }]);
  });

  test('narrows tasks to states', async () => {
    await add('r-1', {}, [task(0), task(1, { state: 'sent' }), task(2, { state: 'failed' })]);
    const seqs = async (...states: TaskState[]) => (await store().tasks('r-1', { states })).map(({ seq }) => seq);
    expect(await seqs('accepted', 'failed')).toEqual([0, 2]);
    expect(await seqs()).toEqual([]);
  });

  test('active tasks of devices are those not over, of requests not over', async () => {
    const states: TaskState[] = [
      'accepted',
      'waiting',
      'sent',
      'unknown',
      'succeeded',
      'failed',
      'canceled',
      'expired',
    ];
    await add(
      'r-1',
      {},
      states.map((state, seq) => task(seq, { state, device: 'd-1' })),
    );
    await add('r-2', {}, [task(0, { device: 'd-1' }), task(1, { device: 'd-2' })]);
    await add('r-3', {}, [task(0, { device: 'd-1' })]);
    await store().transaction((tx) => tx.endRequest('r-3', undefined, 9));
    const active = await store().activeTasks(['d-1']);
    expect(active.map(({ requestId, state }) => `${requestId} ${state}`)).toEqual([
      'r-1 accepted',
      'r-1 waiting',
      'r-1 sent',
      'r-1 unknown',
      'r-2 accepted',
    ]);
    expect((await store().activeTasks(['d-2', 'd-3'])).map(({ device }) => device)).toEqual(['d-2']);
    expect(await store().activeTasks([])).toEqual([]);
  });

  test('a request ends once', async () => {
    await add('r-1');
    const end = (reply: object | undefined) =>
      store().transaction((tx) => tx.endRequest('r-1', reply as Parameters<typeof tx.endRequest>[1], 5_000));
    expect(await end({ Reply: { Result: 'OK' } })).toBe(true);
    expect(await end({ Reply: { Result: 'FAILED' } })).toBe(false);
    expect(await store().request('r-1')).toEqual({
      ...request('r-1'),
      state: 'final',
      reply: { Reply: { Result: 'OK' } },
      endedAt: 5_000,
    });
    expect(await store().transaction((tx) => tx.endRequest('r-2', undefined, 1))).toBe(false);
  });

  test('of ten transactions that end the same request exactly one does', async () => {
    await add('r-1');
    const ends = Array.from({ length: 10 }, (_, at) =>
      store().transaction((tx) => tx.endRequest('r-1', { by: at }, at)),
    );
    const results = await Promise.all(ends);
    expect(results.filter((won) => won)).toHaveLength(1);
    expect(await store().request('r-1')).toMatchObject({ reply: { by: results.indexOf(true) } });
  });

  test('changes what an open request keeps, and nothing of one that is over', async () => {
    await add('r-1');
    const change = (with_: object) => store().transaction((tx) => tx.changeRequest('r-1', with_));
    expect(await change({ body: { step: 2 }, due: 7 })).toBe(true);
    expect(await change({ deadline: 8 })).toBe(true);
    expect(await change({})).toBe(true);
    expect(await store().request('r-1')).toMatchObject({ body: { step: 2 }, due: 7, deadline: 8 });
    await store().transaction((tx) => tx.endRequest('r-1', undefined, 9));
    expect(await change({ due: 10 })).toBe(false);
    expect(await store().request('r-1')).toMatchObject({ due: 7 });
  });

  test('finds the latest requests of a correlation, of their principal alone', async () => {
    for (let at = 1; at <= 12; at++) await add(`r-${at}`, { correlationId: 'c', principal: 'ada', receivedAt: at });
    await add('other', { correlationId: 'c', principal: 'bob' });
    await add('reads', { correlationId: 'c2', principal: 'ada', noun: 'MeterReadings', receivedAt: 2 });
    await add('controls', { correlationId: 'c2', principal: 'ada', receivedAt: 1 });
    const found = await store().requestsByCorrelation('ada', 'c');
    expect(ids(found)).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((at) => `r-${at}`));
    expect(ids(await store().requestsByCorrelation('bob', 'c'))).toEqual(['other']);
    expect(ids(await store().requestsByCorrelation('ada', 'c2'))).toEqual(['reads', 'controls']);
    expect(ids(await store().requestsByCorrelation('ada', 'c2', 'EndDeviceControls'))).toEqual(['controls']);
    expect(ids(await store().requestsByCorrelation('ada', 'c2', undefined, 1))).toEqual(['reads']);
    expect(await store().requestsByCorrelation('ada', 'c3')).toEqual([]);
  });

  test('pages through requests in order of time and id, narrowed by noun and state', async () => {
    await add('b', { receivedAt: 1 });
    await add('c', { receivedAt: 1, noun: 'MeterReadings' });
    await add('a', { receivedAt: 2 });
    await add('d', { receivedAt: 1 });
    await store().transaction((tx) => tx.endRequest('d', undefined, 3));
    const all: string[] = [];
    for (let after: { receivedAt: number; id: string } | undefined; ;) {
      const page = await store().requests({ after, limit: 3 });
      all.push(...ids(page));
      if (page.length < 3) break;
      after = page.at(-1);
    }
    expect(all).toEqual(['b', 'c', 'd', 'a']);
    expect(ids(await store().requests({ state: 'open', limit: 9 }))).toEqual(['b', 'c', 'a']);
    expect(ids(await store().requests({ state: 'final', limit: 9 }))).toEqual(['d']);
    expect(ids(await store().requests({ noun: 'MeterReadings', limit: 9 }))).toEqual(['c']);
  });

  test('counts what is open, of all and of one principal', async () => {
    await add('r-1', { principal: 'ada' });
    await add('r-2', { principal: 'ada' });
    await add('r-3', { principal: 'bob' });
    await store().transaction((tx) => tx.endRequest('r-2', undefined, 3));
    expect(await store().openRequests()).toBe(2);
    expect(await store().openRequests('ada')).toBe(1);
    expect(await store().openRequests('eve')).toBe(0);
  });

  test('removes a request with its tasks once it is over, not before', async () => {
    await add('r-1');
    const remove = () => store().transaction((tx) => tx.removeRequest('r-1'));
    expect(await remove()).toBe(false);
    expect(await store().tasks('r-1')).toHaveLength(1);
    await store().transaction((tx) => tx.endRequest('r-1', undefined, 3));
    expect(await remove()).toBe(true);
    expect(await store().request('r-1')).toBeUndefined();
    expect(await store().tasks('r-1')).toEqual([]);
    expect(await remove()).toBe(false);
  });

  test('forgets requests that ended long ago, with their tasks, the oldest first and no more than asked for', async () => {
    for (const [id, at] of [
      ['r-3', 30],
      ['r-1', 10],
      ['r-2', 20],
    ] as const) {
      await add(id, {}, [task(0), task(1)]);
      await store().transaction((tx) => tx.endRequest(id, undefined, at));
    }
    await add('open', { receivedAt: 1 });
    const forget = (before: number, limit: number) => store().transaction((tx) => tx.forgetRequests(before, limit));
    expect(await forget(30, 1)).toBe(1);
    expect(await store().request('r-1')).toBeUndefined();
    expect(await store().tasks('r-1')).toEqual([]);
    expect(await forget(30, 9)).toBe(1);
    expect(await forget(30, 9)).toBe(0);
    expect(ids(await store().requests({ limit: 9 }))).toEqual(['open', 'r-3']);
    expect(await store().tasks('r-3')).toHaveLength(2);
  });

  test('steps, end and reply of a transaction that throws have not happened', async () => {
    await add('r-1');
    const failed = store().transaction(async (tx) => {
      await tx.stepTasks([{ requestId: 'r-1', seq: 0, from: ['accepted'], to: 'succeeded', at: 2 }]);
      await tx.endRequest('r-1', {}, 2);
      await tx.addDeliveries([delivery('d-1')]);
      throw new Error('on purpose');
    });
    await expect(failed).rejects.toThrow('on purpose');
    expect(await store().request('r-1')).toMatchObject({ state: 'open' });
    expect(await store().taskCounts('r-1')).toEqual({ accepted: 1 });
    expect(await store().delivery('d-1')).toBeUndefined();
  });
}
