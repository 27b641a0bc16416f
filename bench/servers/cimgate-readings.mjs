/** The whole gateway with an SQLite file that can be filled with readings, past the messages: day by day, as they come in the field. */
import { aDay, putDay } from '../days.mjs';
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database } from './temporary.mjs';

const most = 1_000;
const { ports } = await serveGateway(database, { env: { CIMGATE_SIM_METERS: String(most) } });
let filled = { meters: 0, days: 0 };

/** Fills up to about so many readings: whole days of all meters, at most a thousand meters. Says what is stored of it. */
answer('fill', async (given) => {
  const count = Math.min(most, Math.floor(Number(given) / aDay));
  const days = Math.max(1, Math.floor(Number(given) / aDay / count));
  const names = Array.from({ length: count }, (_, at) => `SIM-${String(at + 1).padStart(6, '0')}`);
  const found = await Promise.all(names.map((name) => ports.store.objectsByName(['MeterConfig'], ['Meter'], { name })));
  const meters = found.map(([{ mRID }]) => mRID);
  for (let day = 0; day < days; day++) {
    // meters that have this day already are left out
    const left = meters.slice(day < filled.days ? filled.meters : 0);
    if (left.length > 0) await putDay(ports.store, left, day);
  }
  filled = { meters: count, days };
  return { stored: count * days * aDay, meters: count, days };
});
