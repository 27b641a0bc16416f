/** Batches: all or nothing, many at a time, in order; and who hears of what they add. */
import { AlreadyAnswered } from '../../src/ports/answers.js';
import { type Batch, BatchRefused, DuplicateObject, type ObjectStore } from '../../src/ports/object-store.js';
import { answer, delivery, first, job, meter, request, second, task } from './object-store-samples.js';

export function batchesContract(store: () => ObjectStore): void {
  test('writes a batch whole', async () => {
    const object = meter('m-1', {
      names: [{ name: 'N', nameType: 'T', authority: 'A' }, { name: 'N2' }],
      references: [
        { kind: 'UsagePoint', mRID: 'up-1', names: [{ name: 'UP' }] },
        { kind: 'UsagePoint', mRID: 'up-2', names: [] },
      ],
    });
    await store().write({
      objects: { objects: [object, meter('m-2')], provenance: first },
      request: { request: request('r-1'), tasks: [task(0), task(1)] },
      jobs: [job('a'), job('b')],
      deliveries: [delivery('d-1'), delivery('d-2')],
      answer: answer('msg-1'),
    });
    const { references: _, ...visible } = object;
    const stored = await store().objectByMRID('MeterConfig', ['Meter'], 'm-1');
    expect(stored).toEqual({ id: stored?.id, ...visible, version: 1, provenance: first });
    expect(await store().objectsByName(['MeterConfig'], ['Meter'], { name: 'N2' })).toEqual([stored]);
    for (const mRID of ['up-1', 'up-2']) {
      const referringTo = [{ kind: 'UsagePoint', mRID, names: [] }];
      expect(await store().objects({ noun: 'MeterConfig', referringTo, limit: 9 })).toEqual([stored]);
    }
    expect(await store().request('r-1')).toMatchObject({ state: 'open' });
    expect(await store().tasks('r-1')).toHaveLength(2);
    expect((await store().deliveries({ limit: 9 })).map(({ id }) => id)).toEqual(['d-2', 'd-1']);
    expect(await store().answerOf('', 'msg-1')).toEqual(answer('msg-1'));
  });

  test('steps, ends and changes of state go along, with what is not needed any more', async () => {
    await store().write({
      objects: { objects: [meter('m-1')], provenance: first },
      request: { request: request('r-1'), tasks: [task(0), task(1)] },
      jobs: [job('a'), job('b')],
    });
    const step = { requestId: 'r-1', seq: 1, from: ['accepted'], to: 'sent', jobId: 'j-1', at: 2_000 } as const;
    const change = { noun: 'MeterConfig', kind: 'Meter', mRID: 'm-1', from: 'active', to: 'closed' } as const;
    await store().write({
      steps: [step],
      ends: [{ id: 'r-1', reply: { parts: [] }, at: 3_000 }],
      states: [{ ...change, provenance: second }],
      unneeded: [
        { queue: job('a').queue, key: 'a' },
        { queue: job('a').queue, key: 'nobody' },
      ],
    });
    expect((await store().tasks('r-1')).map(({ state, jobId, changedAt }) => [state, jobId, changedAt])).toEqual([
      ['accepted', undefined, 1_000],
      ['sent', 'j-1', 2_000],
    ]);
    expect(await store().request('r-1')).toMatchObject({ state: 'final', reply: { parts: [] }, endedAt: 3_000 });
    const closed = await store().objectByMRID('MeterConfig', ['Meter'], 'm-1');
    expect(closed).toMatchObject({ state: 'closed', version: 2, document: meter('m-1').document, provenance: second });
    expect((await store().history(closed!.id)).map(({ version, state }) => [version, state])).toEqual([
      [1, 'active'],
      [2, 'closed'],
    ]);
  });

  test.each<[string, Batch]>([
    ['a step from another state', { steps: [{ requestId: 'r-1', seq: 0, from: ['sent'], to: 'failed', at: 9 }] }],
    ['the end of a request that is not there', { ends: [{ id: 'r-2', at: 9 }] }],
    [
      'the change of an object in another state',
      {
        states: [
          { noun: 'MeterConfig', kind: 'Meter', mRID: 'm-1', from: 'closed', to: 'deleted', provenance: second },
        ],
      },
    ],
  ])('%s refuses the whole batch', async (_, batch) => {
    await store().write({
      objects: { objects: [meter('m-1')], provenance: first },
      request: { request: request('r-1'), tasks: [task(0)] },
    });
    await expect(store().write({ ...batch, deliveries: [delivery('d-1')] })).rejects.toThrow(BatchRefused);
    expect(await store().deliveries({ limit: 9 })).toEqual([]);
    expect(await store().objectByMRID('MeterConfig', ['Meter'], 'm-1')).toMatchObject({ version: 1 });
    expect(await store().tasks('r-1')).toMatchObject([{ state: 'accepted' }]);
  });

  test('a batch writes what the same calls of a transaction write', async () => {
    const one = { messageId: 'm', replyTo: { kind: 'endpoint', name: 'cis' }, priority: 'high' } as const;
    const add = (name: string): Batch => ({
      request: { request: request(`r-${name}`, one), tasks: [task(0), task(1, { data: { names: ['Ä'] } })] },
      jobs: [job(name)],
      deliveries: [delivery(`d-${name}`)],
      answer: answer(`m-${name}`),
    });
    const { request: asked, jobs, deliveries, answer: kept } = add('one');
    await store().transaction(async (tx) => {
      await tx.addRequest(asked!.request, asked!.tasks);
      await tx.addJobs(jobs!);
      await tx.addDeliveries(deliveries!);
      await tx.keepAnswer(kept!);
    });
    await store().write(add('two'));
    const all = async (name: string) =>
      JSON.stringify([
        await store().request(`r-${name}`),
        await store().tasks(`r-${name}`),
        { ...(await store().delivery(`d-${name}`)), seq: 0 },
        await store().answerOf('', `m-${name}`),
      ]).replaceAll(name, 'NAME');
    expect(await all('two')).toBe(await all('one'));
  });

  test('an empty batch does nothing', async () => {
    await store().write({});
    await store().write({ jobs: [], deliveries: [], objects: { objects: [], provenance: first } });
  });

  test('a batch with an object that is there leaves nothing behind', async () => {
    await store().write({ objects: { objects: [meter('there', { state: 'deleted' })], provenance: first } });
    const refused = store().write({
      answer: answer('msg-1'),
      objects: { objects: [meter('new'), meter('there')], provenance: first },
      request: { request: request('r-1'), tasks: [task(0)] },
      deliveries: [delivery('d-1')],
    });
    await expect(refused).rejects.toThrow(DuplicateObject);
    await expect(refused).rejects.toMatchObject({ noun: 'MeterConfig', kind: 'Meter', mRID: 'there' });
    expect(await store().objectByMRID('MeterConfig', undefined, 'new')).toBeUndefined();
    expect(await store().answerOf('', 'msg-1')).toBeUndefined();
    expect(await store().request('r-1')).toBeUndefined();
    expect(await store().delivery('d-1')).toBeUndefined();
  });

  test('of many batches at once with the same answer one is written; the others are told, and leave nothing', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, at) =>
        store().write({
          request: { request: request(`r-${at}`), tasks: [task(0)] },
          answer: answer(`msg-${at % 10}`, { digest: `${at}` }),
        }),
      ),
    );
    const written = results.flatMap(({ status }, at) => (status === 'fulfilled' ? [at] : []));
    expect(written).toHaveLength(10);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(AlreadyAnswered);
    const requests = await store().requests({ limit: 1000 });
    expect(requests.map(({ id }) => id).sort()).toEqual(written.map((at) => `r-${at}`).sort());
    for (const at of written) expect(await store().answerOf('', `msg-${at % 10}`)).toMatchObject({ digest: `${at}` });
  });

  test('many batches at once write what each would write alone', async () => {
    const firsts = (name: string) =>
      Array.from({ length: 40 }, (_, at): Batch => {
        const id = `${name}-${at}`;
        const references = [
          { kind: 'UsagePoint', mRID: `up-${id}`, names: [] },
          { kind: 'UsagePoint', names: [{ name: `up "${id}"`, nameType: 'T' }, { name: 'Ä\\ü' }] },
        ].slice(at % 3);
        const object = meter(id, { names: [{ name: `n ${id}`, authority: 'A' }].slice(at % 2), references });
        return {
          objects: { objects: [object, meter(`${id}-2`)], provenance: at % 2 === 0 ? first : second },
          request: {
            request: request(id, { messageId: at % 2 === 0 ? id : undefined }),
            tasks: [task(0), task(1, { data: { names: ['Ä', '"', '\\'] } })],
          },
          jobs: [job(id), job(`${id} 2`, { due: at })],
          deliveries: [delivery(`d-${id}`), delivery(`e-${id}`)],
          answer: answer(id),
          nonce: { kind: 'token', principal: 'p', nonce: id, until: 9 },
        };
      });
    const thens = (name: string) =>
      Array.from({ length: 40 }, (_, at): Batch => {
        const id = `${name}-${at}`;
        const key = { requestId: id, from: ['accepted'] as const, at: 5_000 + at };
        return {
          steps: [
            { ...key, seq: 1, to: 'sent', jobId: `j-${id}` },
            { ...key, seq: 0, to: 'failed', outcome: { code: '5.1', said: 'it "failed"' } },
          ].slice(at % 2) as Batch['steps'],
          ends: [{ id, reply: at % 3 === 0 ? undefined : { parts: [{ at }] }, at: 6_000 }],
          states: [
            { noun: 'MeterConfig', kind: 'Meter', mRID: id, from: 'active', to: 'closed', provenance: second },
            { noun: 'MeterConfig', kind: 'Meter', mRID: `${id}-2`, from: 'active', to: 'canceled', provenance: first },
          ],
          unneeded: [{ queue: job('').queue, key: id }],
          jobs: at % 2 === 0 ? [job(`${id} 2`, { due: 77 })] : [],
        };
      });
    const all = async (name: string) => {
      const parts: unknown[] = [];
      for (let at = 0; at < 40; at++) {
        const id = `${name}-${at}`;
        const object = await store().objectByMRID('MeterConfig', ['Meter'], id);
        const other = await store().objectByMRID('MeterConfig', ['Meter'], `${id}-2`);
        const referringTo = [{ kind: 'UsagePoint', mRID: `up-${id}`, names: [{ name: `up "${id}"` }] }];
        const referring = await store().objects({ noun: 'MeterConfig', referringTo, limit: 9 });
        const objects = [object, other, ...referring].map((one) => ({ ...one, id: 0 }));
        parts.push(objects, await store().history(object!.id), await store().request(id), await store().tasks(id));
        parts.push(await store().answerOf('', id));
        parts.push((await store().objectsByName(['MeterConfig'], ['Meter'], { name: `n ${id}` })).length);
      }
      const written = (await store().deliveries({ limit: 1_000 })).filter(({ id }) => id.includes(name));
      parts.push(written.map((one) => ({ ...one, seq: 0 })));
      return JSON.stringify(parts).replaceAll(name, 'NAME');
    };
    for (const batches of [firsts, thens]) {
      for (const batch of batches('alone')) await store().write(batch);
      await Promise.all(batches('many').map((batch) => store().write(batch)));
    }
    expect(await all('many')).toBe(await all('alone'));
  });

  test('a batch that the database refuses harms no other one, nor a transaction beside it', async () => {
    const bad = { request: { request: request('bad'), tasks: [task(0), task(0)] } };
    const good = (at: number) => store().write({ request: { request: request(`r-${at}`), tasks: [task(0)] } });
    const results = await Promise.allSettled([
      good(1),
      store().write(bad),
      good(2),
      store().transaction(async (tx) => {
        await tx.insert([meter('m-1')], first);
        throw new Error('on purpose');
      }),
      store().transaction((tx) => tx.insert([meter('m-2')], first)),
      store().write(bad),
      good(3),
    ]);
    expect(results.map(({ status }) => (status === 'fulfilled' ? 1 : 0))).toEqual([1, 0, 1, 0, 1, 0, 1]);
    expect((await store().requests({ limit: 9 })).map(({ id }) => id)).toEqual(['r-1', 'r-2', 'r-3']);
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-1')).toBeUndefined();
    expect(await store().objectByMRID('MeterConfig', undefined, 'm-2')).toBeDefined();
  });

  test('batches and transactions come in the order in which they were asked for', async () => {
    const all: Promise<unknown>[] = [];
    for (let at = 0; at < 200; at++) {
      const id = `d-${String(at).padStart(3, '0')}`;
      all.push(
        at % 3 === 0
          ? store().transaction((tx) => tx.addDeliveries([delivery(id)]))
          : store().write({ deliveries: [delivery(id)] }),
      );
    }
    await Promise.all(all);
    const written = [...(await store().deliveries({ limit: 1000 }))].reverse().map(({ id }) => id);
    expect(written).toEqual([...written].sort());
    expect(written).toHaveLength(200);
  });

  test('a transaction sees the batches and transactions before it', async () => {
    const seen: boolean[] = [];
    const all: Promise<unknown>[] = [];
    for (let at = 0; at < 20; at++) {
      all.push(store().write({ request: { request: request(`r-${at}`), tasks: [] } }));
      all.push(
        store().transaction(async (tx) => {
          seen.push((await tx.request(`r-${at}`)) !== undefined, (await tx.request(`r-${at + 1}`)) !== undefined);
        }),
      );
    }
    await Promise.all(all);
    expect(seen).toEqual(seen.map((_, at) => at % 2 === 0));
  });

  test('tells of jobs and deliveries after their commit, and never of those that were undone', async () => {
    const heard: string[] = [];
    const stop = store().onAdded((what, endpoints) => heard.push([what, ...(endpoints ?? [])].join(' ')));
    await store().write({ jobs: [job('a')] });
    expect(heard).toEqual(['jobs']);
    await store().transaction(async (tx) => {
      await tx.addJobs([job('b')]);
      await tx.addDeliveries([delivery('d-1')]);
      expect(heard).toEqual(['jobs']);
    });
    expect(heard).toEqual(['jobs', 'jobs', 'deliveries cis']);
    await store()
      .transaction(async (tx) => {
        await tx.addJobs([job('c')]);
        throw new Error('undone');
      })
      .catch(() => {});
    await store()
      .write({ deliveries: [delivery('d-2'), delivery('d-1')] })
      .catch(() => {});
    await store().write({ answer: answer('msg-1') });
    await store().write({ jobs: [], deliveries: [] });
    expect(heard).toHaveLength(3);
    await store().transaction((tx) => tx.noteAttempts([{ id: 'd-1', state: 'dead', at: 1 }]));
    expect(heard).toHaveLength(3);
    await store().transaction((tx) => tx.reviveDeliveries(['d-1'], 2));
    expect(heard.slice(3)).toEqual(['deliveries']);
    await store().write({ deliveries: [delivery('d-3', { endpoint: 'a' }), delivery('d-4', { endpoint: 'b' })] });
    expect(heard.slice(4)).toEqual(['deliveries a b']);
    stop();
    await store().write({ jobs: [job('d')] });
    expect(heard).toHaveLength(5);
  });

  test('who hears of a delivery finds it', async () => {
    let found: Promise<unknown> | undefined;
    store().onAdded(() => {
      found = store().delivery('d-1');
    });
    await store().write({ deliveries: [delivery('d-1')] });
    expect(await found).toMatchObject({ id: 'd-1' });
  });
}
