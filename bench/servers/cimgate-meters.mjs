/** The whole gateway with an SQLite file that can be filled with meters, past the messages. */
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database } from './temporary.mjs';

const { ports } = await serveGateway(database, { env: { CIMGATE_SIM_METERS: '1' } });
answer('fill', async (given) => {
  const count = Number(given);
  const together = 5_000;
  for (let from = 0; from < count; from += together) {
    const length = Math.min(together, count - from);
    await ports.store.transaction((tx) =>
      tx.insert(
        Array.from({ length }, (_, at) => meter(from + at)),
        { at: new Date().toISOString() },
      ),
    );
  }
});

function meter(at) {
  const name = `M-${String(at).padStart(7, '0')}`;
  const mRID = ports.ids.next();
  const Names = [{ name, NameType: { name: 'MeterName' } }];
  const document = { mRID, serialNumber: String(10_000_000 + at), formNumber: '2S', Names };
  const names = [{ name, nameType: 'MeterName' }];
  return { noun: 'MeterConfig', kind: 'Meter', mRID, names, state: 'active', document, references: [] };
}
