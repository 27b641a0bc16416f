/** Readings as the field brings them, past the messages: a day of all meters, then the next day. Register values every quarter of an hour. */
export const aDay = 96;
const quarter = 900_000_000;
const begin = Date.UTC(2026, 0, 1) * 1000;
const readingType = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';

/** Puts one day of these meters, given by mRID. */
export function putDay(store, meters, day) {
  const rows = meters.flatMap((meter, at) =>
    Array.from({ length: aDay }, (_, quarters) => reading(meter, at, day * aDay + quarters)),
  );
  return store.transaction((tx) => tx.putReadings(rows, { keepFormer: false }));
}

function reading(meter, at, quarters) {
  const instant = begin + quarters * quarter;
  const timeStamp = new Date(instant / 1000).toISOString().replace('.000Z', 'Z');
  return { meter, readingType, instant, timeStamp, value: (1000 + at + quarters * 0.25).toFixed(3), shape: 'reading' };
}
