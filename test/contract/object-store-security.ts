/** The part of the store's contract about the audit, what may be used once only, and the disconnect brake. */
import { createHash } from 'node:crypto';
import type { AuditRecord } from '../../src/ports/audit.js';
import { NonceUsed } from '../../src/ports/nonces.js';
import { DuplicateObject, type ObjectStore } from '../../src/ports/object-store.js';
import { meter, first as provenance } from './object-store-samples.js';

/** The hash of a record, computed by itself. */
function hashOf({ chain, seq, at, text }: AuditRecord, before: string): string {
  return createHash('sha256').update([before, chain, seq, at, text].join('\n'), 'utf8').digest('hex');
}

export function securityContract(store: () => ObjectStore): void {
  const ownChain = async (): Promise<readonly AuditRecord[]> => {
    const [head] = await store().auditHeads();
    return store().auditRecords({ chain: head!.chain, after: 0, limit: 100 });
  };

  test('audit records of batches and transactions form one chain in the order in which they were written', async () => {
    await store().write({
      audit: [
        { at: 1_000, document: { decision: 'allowed', user: 'Zoë "\u2028' } },
        { at: 1_001, document: { decision: 'refused' } },
      ],
    });
    await store().transaction((tx) => tx.addAudit([{ at: 1_002, document: { third: true } }]));
    await store().write({ audit: [{ at: 999, document: { behind: 'a clock that was set back' } }] });
    const records = await ownChain();
    expect(records.map(({ seq, at }) => [seq, at])).toEqual([[1, 1_000], [2, 1_001], [3, 1_002], [4, 999]]); // prettier-ignore
    expect(JSON.parse(records[0]!.text)).toEqual({ decision: 'allowed', user: 'Zoë "\u2028' });
    let before = 'genesis';
    for (const record of records) {
      expect(record.hash).toBe(hashOf(record, before));
      before = record.hash;
    }
    const [head] = await store().auditHeads();
    expect(head).toEqual({ chain: records[3]!.chain, seq: 4, hash: before });
  });

  test('an audit record goes with what is refused together with it, and leaves no gap', async () => {
    const objects = { objects: [meter('m-1')], provenance };
    await store().write({ objects, audit: [{ at: 1, document: { n: 1 } }] });
    await expect(store().write({ objects, audit: [{ at: 2, document: { n: 2 } }] })).rejects.toThrow(DuplicateObject);
    await store().write({ audit: [{ at: 3, document: { n: 3 } }] });
    const records = await ownChain();
    expect(records.map(({ seq, text }) => [seq, text])).toEqual([[1, '{"n":1}'], [2, '{"n":3}']]); // prettier-ignore
    expect(records[1]!.hash).toBe(hashOf(records[1]!, records[0]!.hash));
  });

  test('audit records written at the same moment all find their place', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        n % 5 === 0
          ? store().transaction((tx) => tx.addAudit([{ at: n, document: { n } }]))
          : store().write({ audit: [{ at: n, document: { n } }] }),
      ),
    );
    const records = await ownChain();
    expect(records.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    records.forEach((record, n) => expect(record.hash).toBe(hashOf(record, records[n - 1]?.hash ?? 'genesis')));
  });

  test('the latest audit records come newest first, and from before a time', async () => {
    for (const at of [10, 20, 30]) await store().write({ audit: [{ at, document: { at } }] });
    expect((await store().latestAudit(2)).map(({ at }) => at)).toEqual([30, 20]);
    expect((await store().latestAudit(5, 30)).map(({ at }) => at)).toEqual([20, 10]);
  });

  test('a nonce can be used once by each principal, and of all who try at the same moment one succeeds', async () => {
    const nonce = { kind: 'usernameToken', principal: 'cis', nonce: 'n1', until: 100 };
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => store().write({ nonce })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(NonceUsed);
    await store().write({ nonce: { ...nonce, principal: 'oms' } });
    await store().write({ nonce: { ...nonce, kind: 'replayDetection' } });
    await store().write({ nonce: { ...nonce, nonce: 'n2', until: 200 } });
    expect(await store().countNonces()).toBe(4);
    await store().forgetNonces(200);
    expect(await store().countNonces()).toBe(1);
    await expect(store().write({ nonce: { ...nonce, nonce: 'n2' } })).rejects.toThrow(NonceUsed);
  });

  test('disconnects are counted by the time of their effect, counted anew, and taken back', async () => {
    const one = { request: 'r1', entry: 0, principal: 'cis', at: 1_000, devices: 3 };
    await store().transaction((tx) =>
      tx.countDisconnects([
        one,
        { ...one, entry: 1, at: 3_000 },
        { ...one, request: 'r2', principal: 'oms', at: 2_000 },
      ]),
    );
    const seen = async () => (await store().disconnectsBetween(0, 10_000)).map(({ request, entry, at }) => [request, entry, at]); // prettier-ignore
    expect(await seen()).toEqual([['r1', 0, 1_000], ['r2', 0, 2_000], ['r1', 1, 3_000]]); // prettier-ignore
    expect(await store().disconnectsBetween(1_000, 3_000)).toEqual([
      { request: 'r2', entry: 0, principal: 'oms', at: 2_000, devices: 3 },
    ]);
    await store().transaction((tx) => tx.countDisconnects([{ ...one, at: 5_000, devices: 2 }]));
    expect(await seen()).toEqual([['r2', 0, 2_000], ['r1', 1, 3_000], ['r1', 0, 5_000]]); // prettier-ignore
    await store().transaction((tx) => tx.uncountDisconnects('r1'));
    expect(await seen()).toEqual([['r2', 0, 2_000]]);
    await store().transaction((tx) => tx.forgetDisconnects(2_001));
    expect(await seen()).toEqual([]);
  });

  test('the state of the brake is set, replaced and taken away', async () => {
    expect(await store().safeguard('stop')).toBeUndefined();
    await store().transaction((tx) => tx.setSafeguard('stop', { by: 'oms' }));
    await store().transaction((tx) => tx.setSafeguard('stop', { by: 'secadm' }));
    expect(await store().safeguard('stop')).toEqual({ by: 'secadm' });
    await store().transaction((tx) => tx.setSafeguard('stop', undefined));
    expect(await store().safeguard('stop')).toBeUndefined();
  });

  test('a message on hold is released once', async () => {
    const held = { id: 'h1', principal: 'cis', at: 5, state: 'held', document: { asked: true } } as const;
    await store().transaction((tx) => tx.holdMessage(held));
    expect(await store().heldMessages('held', 10)).toEqual([held]);
    expect([await store().countHeld('cis'), await store().countHeld('oms')]).toEqual([1, 0]);
    const releases = await Promise.all(
      ['a', 'b'].map((by) => store().transaction((tx) => tx.moveHeldMessage('h1', 'held', 'released', { by }))),
    );
    expect(releases.filter((done) => done)).toHaveLength(1);
    expect(await store().heldMessages('held', 10)).toEqual([]);
    expect(await store().countHeld('cis')).toBe(0);
    expect((await store().heldMessage('h1'))?.state).toBe('released');
  });
}
