/** The whole gateway with an SQLite file, or the store named by BENCH_STORE, and as many simulated meters as the bench commands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { meters } from '../durable.mjs';
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database, folder } from './temporary.mjs';

const config = join(folder, 'config.yaml');
writeFileSync(config, JSON.stringify({ limits: { openRequests: 1_000_000 } }));
const { ports } = await serveGateway(process.env.BENCH_STORE ?? database, {
  env: { CIMGATE_CONFIG: config, CIMGATE_SIM_METERS: String(meters) },
});
answer('open', async () => ({ open: await ports.store.openRequests() }));
