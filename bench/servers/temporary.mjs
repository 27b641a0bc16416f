/** A folder of this process, gone with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
export const database = `sqlite:${join(folder, 'bench.db')}`;
