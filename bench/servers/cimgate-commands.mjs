/** The whole gateway with an SQLite file and as many simulated meters as the bench commands. */
import { meters } from '../durable.mjs';
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database } from './temporary.mjs';

const { ports } = await serveGateway(database, { env: { CIMGATE_SIM_METERS: String(meters) } });
answer('open', async () => ({ open: await ports.store.openRequests() }));
