/** Files for what is too large for memory and of no use after a restart. */
import { randomUUID } from 'node:crypto';
import { openSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Opens a new file for this process alone; its number. Its name is gone at once, and its bytes are when it is closed, however the
 * process ends.
 */
export function namelessFile(folder: string): number {
  const path = join(folder, `cimgate-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  unlinkSync(path);
  return file;
}
