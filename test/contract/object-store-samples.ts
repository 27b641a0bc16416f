/** Objects, readings and provenance for the contract of the object store; each made whole, to be varied by the test. */
import fc from 'fast-check';
import type { KeptAnswer } from '../../src/ports/answers.js';
import type { Job } from '../../src/ports/jobs.js';
import type { JsonObject, NewObject, Provenance, ReadingRow } from '../../src/ports/object-store.js';
import type { NewDelivery } from '../../src/ports/outbox.js';
import type { NewRequest, NewTask } from '../../src/ports/requests.js';

export const first: Provenance = { at: '2026-03-01T08:00:00Z', messageId: 'msg-1', source: 'CIS', user: 'ada' };
export const second: Provenance = { at: '2026-03-02T08:00:00Z', messageId: 'msg-2', correlationId: 'order-1' };

export const meter = (mRID: string, with_: Partial<NewObject> = {}): NewObject => ({
  noun: 'MeterConfig',
  kind: 'Meter',
  mRID,
  names: [],
  state: 'active',
  document: { mRID },
  references: [],
  ...with_,
});

export const usagePoint = (mRID: string, with_: Partial<NewObject> = {}): NewObject =>
  meter(mRID, { noun: 'UsagePointConfig', kind: 'UsagePoint', ...with_ });

export const energy = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
export const voltage = '0.0.0.0.0.1.54.0.0.0.0.0.0.0.128.0.29.0';
/** 2026-03-01T00:00:00Z. */
export const midnight = Date.UTC(2026, 2, 1) * 1000;
export const quarter = 900_000_000;

export const readingAt = (meterId: string, instant: number, with_: Partial<ReadingRow> = {}): ReadingRow => ({
  meter: meterId,
  readingType: energy,
  instant,
  timeStamp: `${new Date(instant / 1000).toISOString().slice(0, 19)}Z`,
  value: '17.50',
  shape: 'reading',
  ...with_,
});

export const request = (id: string, with_: Partial<NewRequest> = {}): NewRequest => ({
  id,
  noun: 'EndDeviceControls',
  verb: 'create',
  principal: '',
  correlationId: `correlation of ${id}`,
  replyTo: { kind: 'nobody' },
  header: { Verb: 'create', Noun: 'EndDeviceControls' },
  body: { controlType: '3.31.0.23' },
  receivedAt: 1_000,
  due: 1_000,
  deadline: 60_000,
  priority: 'normal',
  ...with_,
});

export const task = (seq: number, with_: Partial<NewTask> = {}): NewTask => ({
  seq,
  entry: 0,
  device: `device-${seq}`,
  headEnd: 'simulated',
  action: '3.31.0.23',
  state: 'accepted',
  data: { path: `EndDeviceControl[${seq}]` },
  ...with_,
});

export const job = (key: string, with_: Partial<Job> = {}): Job => ({
  queue: 'deadlines',
  key,
  due: 2_000,
  data: { key },
  ...with_,
});

export const delivery = (id: string, with_: Partial<NewDelivery> = {}): NewDelivery => ({
  id,
  endpoint: 'cis',
  correlationId: 'c-1',
  noun: 'EndDeviceEvents',
  action: 'urn:created',
  xml: `<a>${id}</a>`,
  createdAt: 1_000,
  ...with_,
});

export const answer = (messageId: string, with_: Partial<KeptAnswer> = {}): KeptAnswer => ({
  principal: '',
  messageId,
  digest: 'e3b0c442',
  answer: { Reply: { Result: 'OK' } },
  at: 1_000,
  ...with_,
});

/** Any text XML can carry, with a liking for what trips up SQL, JSON and JavaScript objects. */
export const text = fc.oneof(
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    "O'Brien",
    '"quoted"',
    '%',
    '_',
    '\\',
    '?1',
    '--',
    "'; drop table objects; --",
    ' leading and trailing ',
    'Zähler',
    'Za\u0308hler',
    '電力量計',
    '\u{1F50C}',
    '\uFEFF',
    'a\r\nb\tc',
    '1e5',
    '007',
    'null',
    '',
  ),
  fc.string({ unit: 'grapheme', maxLength: 40 }).filter((string) => !string.includes('\0')),
);

/** Any document, its keys the like of `__proto__` too (as own keys, as JSON.parse makes them). */
export const document: fc.Arbitrary<JsonObject> = fc
  .tuple(fc.array(fc.tuple(text, fc.jsonValue({ maxDepth: 4 })), { maxLength: 6 }), fc.boolean())
  .map(([entries, nested]) => {
    const members = entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
    const object = `{${members.join(',')}}`;
    return JSON.parse(nested ? `{"__proto__":${object},"constructor":{"prototype":1}}` : object) as JsonObject;
  });
