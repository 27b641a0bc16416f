/** The parts that proofs are made of: times, nonces and windows, and what hostile headers cost. */
import { cpuTime } from '../contract/cpu-time.js';
import { wsSecurity } from '../../../src/config/ws-security.js';
import { openEnvelope } from '../../../src/soap/envelope.js';
import { instantOf } from '../../../src/soap/ws-security/instant.js';
import { proofsIn } from '../../../src/soap/ws-security/proofs.js';
import { Refused } from '../../../src/soap/ws-security/refusal.js';
import { checkTimestamp } from '../../../src/soap/ws-security/timestamp.js';
import { secured, signerOf, tapeOf, timestampOf } from '../../support/signed-message.js';
import { event } from './messages.js';

test.each([
  ['2026-11-22T08:00:00Z', Date.UTC(2026, 10, 22, 8)],
  [' 2026-11-22T08:00:00.5Z\n', Date.UTC(2026, 10, 22, 8, 0, 0, 500)],
  ['2026-11-22T08:00:00.123456789Z', Date.UTC(2026, 10, 22, 8, 0, 0, 123)],
  ['2026-11-22T09:30:00+01:30', Date.UTC(2026, 10, 22, 8)],
  ['2026-11-22T03:00:00-05:00', Date.UTC(2026, 10, 22, 8)],
  ['2028-02-29T00:00:00Z', Date.UTC(2028, 1, 29)],
  ['2026-02-29T00:00:00Z', undefined],
  ['2026-02-30T00:00:00Z', undefined],
  ['2026-13-01T00:00:00Z', undefined],
  ['2026-00-10T00:00:00Z', undefined],
  ['2026-11-22T24:00:00Z', undefined],
  ['2026-11-22T08:00:60Z', undefined],
  ['2026-11-22T08:00:00', undefined],
  ['2026-11-22', undefined],
  ['2026-11-22T08:00:00+15:00', undefined],
  ['99999-11-22T08:00:00Z', undefined],
  ['tomorrow', undefined],
  ['', undefined],
])('the time %j is %s', (text, moment) => {
  expect(instantOf(text)).toBe(moment);
});

describe('a Timestamp', () => {
  const now = Date.UTC(2026, 10, 22, 8);
  const at = (ms: number): string => new Date(now + ms).toISOString();
  const window = { past: 300_000, future: 60_000 };

  test.each([
    ['as old as may be', { created: at(-300_000) }],
    ['as far ahead as may be', { created: at(60_000) }],
    ['that has not quite expired', { created: at(0), expires: at(1) }],
  ])('%s is right', (_, timestamp) => {
    expect(checkTimestamp(timestamp, now, window)).toBe(Date.parse(timestamp.created));
  });

  test.each([
    ['too old', { created: at(-300_001) }],
    ['too far ahead', { created: at(60_001) }],
    ['that expires this instant', { created: at(0), expires: at(0) }],
    ['without times', { created: 'now' }],
    ['with an Expires that is none', { created: at(0), expires: 'never' }],
  ])('%s is refused', (_, timestamp) => {
    expect(() => checkTimestamp(timestamp, now, window)).toThrow(Refused);
  });
});

test('settings are seconds, with defaults', () => {
  expect(wsSecurity.parse({})).toEqual({ past: 300, future: 60 });
  expect(wsSecurity.safeParse({ past: 0 }).success).toBe(false);
  expect(wsSecurity.safeParse({ skew: 1 }).success).toBe(false);
});

describe('a hostile header costs no more than its length', () => {
  const time = timestampOf('2026-11-22T08:00:00Z');
  const many = (count: number, one: (n: number) => string): string => Array.from({ length: count }, (_, n) => one(n)).join('');
  const declarations = (n: number): string => many(60, (k) => ` xmlns:p${n}-${k}="u"`);
  const deep = `${many(50, (n) => `<a${declarations(n)}>`)}${many(900, (n) => `<b xmlns:q${n}="u"/>`)}${'</a>'.repeat(50)}`;
  const prefixes = Array.from({ length: 5_000 }, (_, n) => `p${n}`);
  const signer = signerOf('signer');

  test.each<[string, () => string]>([
    ['thousands of prefixes in force', () => secured({ message: event(), parts: deep })],
    ['thousands of inclusive prefixes', () => secured({ message: event(500), timestamp: time, signature: { by: signer, prefixes } })],
    ['thousands of Ids', () => secured({ message: event().replace('<m:Header>', `<m:Header ${many(40, (n) => ` a${n}:id="${n}"`)}>`), blocks: many(8_000, (n) => `<x wsu:Id="i${n}"/>`), timestamp: time, signature: { by: signer } })],
    ['many elements', () => secured({ message: event(), parts: '<a/>'.repeat(40_000) })],
    ['spaces behind Ids', () => secured({ message: event(), blocks: `<x>${'id '.repeat(20_000)}id${' '.repeat(60_000)}</x>`, timestamp: time, signature: { by: signer } })],
    ['a long base64', () => secured({ message: event(), timestamp: time, parts: `<wsse:BinarySecurityToken>${'AAAA '.repeat(40_000)}=</wsse:BinarySecurityToken>` })],
  ])('%s', (_, make) => {
    const text = make();
    const tape = tapeOf(text);
    const envelope = openEnvelope(tape, '1.1', true);
    const begun = cpuTime();
    proofsIn(tape, envelope);
    expect(cpuTime() - begun).toBeLessThan(250);
  });
}); // prettier-ignore
