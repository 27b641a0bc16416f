/** The whole gateway with an SQLite file and one reply endpoint, into whose outbox the bench has replies put. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { acknowledgement } from '../messages.mjs';
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database, folder } from './temporary.mjs';

const config = join(folder, 'config.yaml');
writeFileSync(
  config,
  JSON.stringify({ replyEndpoints: [{ name: 'bench', url: process.env.BENCH_RECEIVER, connections: 8 }] }),
);
const { ports } = await serveGateway(database, { env: { CIMGATE_CONFIG: config } });

answer('fill', async () => {
  const xml = (id) =>
    /<m:EndDeviceControlsResponseMessage.*<\/m:EndDeviceControlsResponseMessage>/s
      .exec(acknowledgement(id))[0]
      .replace('<msg:CorrelationID>', `<msg:MessageID>${id}</msg:MessageID><msg:CorrelationID>`);
  const deliveries = Array.from({ length: 5_000 }, (_, at) => {
    const id = `a7b0c1de-0003-4c7e-8f00-${String(at).padStart(12, '0')}`;
    const action = 'http://iec.ch/TC57/2011/EndDeviceControls/CreateEndDeviceControls';
    return {
      id,
      endpoint: 'bench',
      correlationId: id,
      noun: 'EndDeviceControls',
      action,
      xml: xml(id),
      createdAt: Date.now(),
    };
  });
  await ports.store.write({ deliveries });
});
