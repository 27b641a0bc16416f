/**
 * What every store must do, as a suite: run for each one that there is (object-store.test.ts).
 * Knows only the port; `open` gives a fresh and empty store each time.
 */
import type { ObjectStore } from '../../src/ports/object-store.js';
import { answersContract, registryContract } from './object-store-answers.js';
import { batchesContract } from './object-store-batches.js';
import { objectsContract } from './object-store-objects.js';
import { outboxContract } from './object-store-outbox.js';
import { queriesContract } from './object-store-queries.js';
import { readingsContract } from './object-store-readings.js';
import { requestsContract } from './object-store-requests.js';
import { securityContract } from './object-store-security.js';
import { transactionsContract } from './object-store-transactions.js';
import { validityContract } from './object-store-validity.js';

/** Declares the tests of the contract for one store, one fresh store for each test. */
export function objectStoreContract(name: string, open: () => Promise<ObjectStore>): void {
  describe(`object store: ${name}`, () => {
    let store: ObjectStore;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describe('objects', () => objectsContract(() => store));
    describe('queries', () => queriesContract(() => store));
    describe('validity', () => validityContract(() => store));
    describe('readings', () => readingsContract(() => store));
    describe('requests', () => requestsContract(() => store));
    describe('outbox', () => outboxContract(() => store));
    describe('answers', () => answersContract(() => store));
    describe('registry', () => registryContract(() => store));
    describe('batches', () => batchesContract(() => store));
    describe('security', () => securityContract(() => store));
    describe('transactions', () => transactionsContract(() => store));
  });
}
