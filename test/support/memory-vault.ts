/** A vault whose key is forgotten with the test. */
import { storageKeys } from '../../src/delivery/storage-keys.js';
import { vault, type Vault } from '../../src/delivery/vault.js';

export function memoryVault(): Vault {
  return vault(storageKeys({ key: null, former: [], store: 'memory', environment: {} }));
}
