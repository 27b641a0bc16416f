/** The whole gateway with an SQLite file that can be filled with readings, past the messages: day by day, as they come in the field. */
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database } from './temporary.mjs';

const aDay = 96;
const most = 1_000;
const quarter = 900_000_000;
const begin = Date.UTC(2026, 0, 1) * 1000;
const readingType = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

const { ports } = await serveGateway(database, { env: { CIMGATE_SIM_METERS: String(most) } });
let filled = { meters: 0, days: 0 };

/** Fills up to about so many readings: whole days of all meters, at most a thousand meters. Says what is stored of it. */
answer('fill', async (given) => {
  const meters = Math.min(most, Math.floor(Number(given) / aDay));
  const days = Math.max(1, Math.floor(Number(given) / aDay / meters));
  const names = Array.from({ length: meters }, (_, at) => `SIM-${String(at + 1).padStart(6, '0')}`);
  const found = await Promise.all(names.map((name) => ports.store.objectsByName(['MeterConfig'], ['Meter'], { name })));
  for (let day = 0; day < days; day++) {
    // meters that have this day already are left out
    const from = day < filled.days ? filled.meters : 0;
    const rows = found.slice(from).flatMap(([{ mRID }], at) => dayOf(mRID, from + at, day));
    if (rows.length > 0) await ports.store.transaction((tx) => tx.putReadings(rows, { keepFormer: false }));
  }
  filled = { meters, days };
  return { stored: meters * days * aDay, meters, days };
});

function dayOf(meter, number, day) {
  return Array.from({ length: aDay }, (_, at) => {
    const instant = begin + (day * aDay + at) * quarter;
    const timeStamp = new Date(instant / 1000).toISOString().replace('.000Z', 'Z');
    return { meter, readingType, instant, timeStamp, value: `${number + day}.${100 + at}`, shape: 'reading' };
  });
}
