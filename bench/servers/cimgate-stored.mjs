/** The whole gateway with an SQLite file in a folder of its own: what is answered has been stored. */
import { serveGateway } from './gateway.mjs';
import { database } from './temporary.mjs';

await serveGateway(database);
