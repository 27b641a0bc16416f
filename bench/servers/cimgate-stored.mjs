/** The whole gateway with an SQLite file in a folder of its own: what is answered has been stored. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveGateway } from './gateway.mjs';

const folder = mkdtempSync(join(tmpdir(), 'cimgate-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

await serveGateway(`sqlite:${join(folder, 'bench.db')}`);
