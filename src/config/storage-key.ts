/** Where the keys are by which the store's secrets are encrypted. Knows the shape only: delivery/vault.ts reads and uses them. */
import { z } from 'zod';

const place = z.string().min(1).max(2048);

/** A key never stands in a settings file itself. */
const keyPlace = z.union(
  [z.strictObject({ env: place }), z.strictObject({ file: place })],
  'must be {env: NAME} or {file: PATH}; the key itself does not belong into the settings',
);

export const storageKey = keyPlace.nullable();
export const formerStorageKeys = z.array(keyPlace).max(20);
