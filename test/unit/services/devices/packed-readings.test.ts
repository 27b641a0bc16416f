/** Readings that come packed are to the service, and to subscribers, what they are when they are written out. */
import { roomForReadings, unpacked, type PackedReadings } from '../../../../src/message/packed-readings.js';
import type { PayloadPiece } from '../../../../src/message/call.js';
import { aMessage, aMeter, gist } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { aSubscription, outbox } from '../../../support/subscribing.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench } from './bench.js';

const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const first = Date.UTC(2026, 10, 22) * 1_000;
const count = 12;

/** Twelve readings, a quarter of an hour apart. */
function packed(): PackedReadings {
  const values = Array.from({ length: count }, (_, at) => `${at}.50`);
  const room = roomForReadings(count, values.join('').length);
  room.instants.set(values.map((_, at) => first + at * 900_000_000));
  room.values.set(Buffer.from(values.join('')));
  room.ends.set(values.map((_, at) => values.slice(0, at + 1).join('').length));
  return room;
}

const reading = (more: Readonly<Record<string, unknown>> = {}) => ({
  timeStamp: '2026-11-22T00:00:00Z',
  value: '0.50',
  ReadingType: { ref: register },
  ...more,
});
const run = (from: number, length: number) => ({ packed: { from, count: length } });
const before = reading({ timeStamp: '2026-11-21T00:00:00+01:00', value: 'x' });
const undated = reading({ timeStamp: undefined });

const messages: readonly (readonly [string, ...unknown[]])[] = [
  ['single readings', { Meter: aMeter('M-1'), Readings: [reading(), run(0, 5), before] }],
  [
    'several runs',
    { Meter: aMeter('M-1'), Readings: [before, reading(), run(0, 5), reading({ source: 'AMI' }), run(5, 7)] },
  ],
  ['an undated one behind a run', { Meter: aMeter('M-1'), Readings: [reading(), run(0, 5), undated] }],
  [
    'a reading type that is none',
    { Meter: aMeter('M-1'), Readings: [before, reading({ ReadingType: { ref: 'kWh' } }), run(0, 5), undated] },
  ],
  [
    'a meter that nobody knows',
    { Meter: aMeter('NOBODY'), Readings: [reading(), run(0, 5)] },
    { Meter: aMeter('M-2'), Readings: [reading(), run(5, 7)] },
  ],
  [
    'blocks',
    {
      Meter: aMeter('M-2'),
      isCoincidentTrigger: 'true',
      IntervalBlocks: [{ IntervalReadings: [reading(), run(0, 12)], ReadingType: { ref: register } }],
    },
  ],
  ['values that are told twice', { Meter: aMeter('M-1'), Readings: [reading(), run(0, 12), reading(), run(0, 12)] }],
];

/** What the service answers, what is stored then, and what a subscriber is told. */
async function outcome(piece: PayloadPiece) {
  const inventory = [anInstallation(1), anInstallation(2)];
  const subscription = aSubscription({}, { noun: 'MeterReadings', name: 'all' });
  const bench = await aBench(() => scriptedHeadEnd({ inventory }), virtualClock(), {}, [subscription]);
  try {
    const { store } = bench.ports;
    const reply = await bench.ask(aMessage('CreatedMeterReadings').with({}).rest(piece));
    const rows = await store.readings({ meters: ['meter-1', 'meter-2'], limit: 1_000 });
    const told = await outbox(store);
    return JSON.parse(
      JSON.stringify([gist(reply), rows, told.map(({ xml }) => xml.replace(/<msg:(MessageID|Timestamp)>[^<]*/g, ''))]),
    ) as readonly unknown[];
  } finally {
    await bench.close();
  }
}

test.each(messages)('packed readings are what they are when written out: %s', async (_, ...MeterReading) => {
  const piece = { root: { MeterReading }, offsets: {}, packed: packed() };
  const found = await outcome(piece);
  expect(found).toEqual(await outcome(unpacked(piece)));
  for (const some of found.slice(1) as readonly (readonly unknown[])[]) expect(some.length).toBeGreaterThan(0);
});
