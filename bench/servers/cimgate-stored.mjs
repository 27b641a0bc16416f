/** The whole gateway with a store of its own, an SQLite file unless another is named: what is answered has been stored. */
import { serveGateway } from './gateway.mjs';
import { database } from './temporary.mjs';

await serveGateway(process.env.BENCH_DATABASE ?? database);
