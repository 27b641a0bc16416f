/** Readings by usage point for a period of the past: whose meter was there then, for as long as it was. */
import type { AnyResponse } from '../../../../src/message/call.js';
import { aMessage, aMeter, gist, named, type MessageBuilder } from '../../../support/builders.js';
import { scriptedHeadEnd } from '../../../support/scripted-head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench, type Bench } from './bench.js';
import { during, readingOf, readingsIn, register, source, stampsIn } from './messages.js';

let bench: Bench;

const at = (time: string): string => `2026-11-22T${time}:00Z`;
const link = (meter: string, point: string, effectiveDateTime: string): MessageBuilder =>
  aMessage('CreateMasterDataLinkageConfig').with({
    ConfigurationEvent: { createdDateTime: at('00:00'), effectiveDateTime },
    Meter: [{ mRID: meter }],
    UsagePoint: [{ mRID: point }],
  });
const unlink = (meter: string, point: string, effectiveDateTime: string): MessageBuilder =>
  aMessage('CloseMasterDataLinkageConfig').with({
    ConfigurationEvent: { createdDateTime: at('00:00'), effectiveDateTime },
    Meter: [{ mRID: meter }],
    UsagePoint: [{ mRID: point }],
  });
const told = (meter: string, ...times: string[]): MessageBuilder =>
  aMessage('CreatedMeterReadings').with({
    MeterReading: [
      {
        Meter: { mRID: meter },
        Readings: times.map((time) => ({ timeStamp: at(time), value: '1', ReadingType: { ref: register } })),
      },
    ],
  });

/** What each meter answers, by its mRID. */
function valuesIn(reply: AnyResponse): Readonly<Record<string, readonly (string | undefined)[]>> {
  return Object.fromEntries(readingsIn(reply).map((one) => [one.Meter?.mRID ?? '', stampsIn(one)]));
}
const asked = (start: string, end: string, more: object = {}) =>
  readingOf(
    { UsagePoint: [{ mRID: 'u-1' }], ...during({ start: at(start), end: at(end) }) },
    { ...source('stored'), ...more },
  );

// The meter m-1 is exchanged at 06:00 for m-2, and comes to another usage point at 08:00.
beforeAll(async () => {
  bench = await aBench(() => scriptedHeadEnd({ inventory: [] }), virtualClock());
  const send = async (message: MessageBuilder): Promise<void> => {
    expect(gist(await bench.ask(message)).result).toBe('OK');
  };
  await send(
    aMessage('CreateMeterConfig').with({ Meter: ['m-1', 'm-2'].map((mRID) => aMeter(mRID.toUpperCase(), { mRID })) }),
  );
  await send(
    aMessage('CreateUsagePointConfig').with({
      UsagePoint: [named('U-1', { mRID: 'u-1' }), named('U-2', { mRID: 'u-2' })],
    }),
  );
  await send(
    aMessage('CreateUsagePointGroups').with({ UsagePointGroup: [named('G', { UsagePoints: [{ mRID: 'u-1' }] })] }),
  );
  await send(link('m-1', 'u-1', at('00:00')));
  await send(unlink('m-1', 'u-1', at('06:00')));
  await send(link('m-2', 'u-1', at('06:00')));
  await send(link('m-1', 'u-2', at('08:00')));
  await send(told('m-1', '04:00', '05:00', '06:00', '07:00', '09:00'));
  await send(told('m-2', '05:00', '06:00', '07:00', '09:00'));
});
afterAll(() => bench.close());

it.each<[string, string, string, Readonly<Record<string, readonly string[]>>]>([
  ['before the exchange', '03:00', '05:00', { 'm-1': ['04:00', '05:00'] }],
  ['after it', '06:30', '10:00', { 'm-2': ['07:00', '09:00'] }],
  ['around it', '04:30', '10:00', { 'm-1': ['05:00', '06:00'], 'm-2': ['06:00', '07:00', '09:00'] }],
])('a period %s has the values of the meters that were there, while they were', async (_, start, end, expected) => {
  const reply = await bench.ask(asked(start, end));
  expect(gist(reply)).toMatchObject({ result: 'OK' });
  const stamps = Object.entries(expected).map(([meter, times]) => [meter, times.map(at)]);
  expect(valuesIn(reply)).toEqual(Object.fromEntries(stamps));
});

it('finds them by a group of usage points as well', async () => {
  const profile = { UsagePointGroup: [named('G')], ...during({ start: at('04:30'), end: at('07:00') }) };
  const reply = await bench.ask(readingOf(profile, source('stored')));
  expect(valuesIn(reply)).toEqual({ 'm-1': [at('05:00'), at('06:00')], 'm-2': [at('06:00'), at('07:00')] });
});

it('answers a meter for all of the period that is named itself, too', async () => {
  const profile = {
    EndDevice: [{ mRID: 'm-1' }],
    UsagePoint: [{ mRID: 'u-1' }],
    ...during({ start: at('04:30'), end: at('10:00') }),
  };
  const reply = await bench.ask(readingOf(profile, source('stored')));
  expect(valuesIn(reply)['m-1']).toEqual(['05:00', '06:00', '07:00', '09:00'].map(at));
});

it('answers the present value of the meter that is there now', async () => {
  const reply = await bench.ask(readingOf({ UsagePoint: [{ mRID: 'u-1' }] }, source('stored')));
  expect(valuesIn(reply)).toEqual({ 'm-2': [at('09:00')] });
});

it('says that no meter was there in a period in which none was', async () => {
  const profile = { UsagePoint: [{ mRID: 'u-2' }], ...during({ start: at('01:00'), end: at('07:00') }) };
  const reply = await bench.ask(readingOf(profile, source('stored')));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['2.13'] });
  expect(gist(reply).details[0]).toMatch(/no meter was linked to the usage point u-2 in the periods asked about/);
});

it('answers later in the same way', async () => {
  const message = asked('04:30', '10:00').header({
    AsyncReplyFlag: 'true',
    ReplyAddress: 'poll',
    MessageID: 'later-1',
    CorrelationID: 'later-1',
  });
  expect(gist(await bench.ask(message)).codes).toEqual(['0.3']);
  await bench.ports.jobs.idle();
  const [request] = await bench.ports.store.requestsByCorrelation('', 'later-1', 'MeterReadings');
  const [part] = request?.reply?.['parts'] as unknown as readonly AnyResponse[];
  expect(valuesIn(part!)).toEqual({
    'm-1': [at('05:00'), at('06:00')],
    'm-2': [at('06:00'), at('07:00'), at('09:00')],
  });
});

it('refuses a usage point of more links than are followed, and leaves none out silently', async () => {
  const { store } = bench.ports;
  const links = Array.from({ length: 1_001 }, (_, which) => ({
    noun: 'MasterDataLinkageConfig',
    kind: 'MasterDataLinkageConfig',
    mRID: `link-${which}`,
    names: [],
    state: 'active' as const,
    document: { Meter: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-3' }] },
    references: ['Meter', 'UsagePoint'].map((kind) => ({ kind, mRID: kind === 'Meter' ? 'm-1' : 'u-3', names: [] })),
  }));
  await bench.ask(aMessage('CreateUsagePointConfig').with({ UsagePoint: [named('U-3', { mRID: 'u-3' })] }));
  await store.transaction((tx) => tx.insert(links, { at: '2026-11-22T00:00:00Z' }));
  const profile = { UsagePoint: [{ mRID: 'u-3' }], ...during({ start: at('01:00'), end: at('07:00') }) };
  const reply = await bench.ask(readingOf(profile, source('stored')));
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['3.1'] });
  expect(gist(reply).details[0]).toMatch(/^GetMeterReadings.UsagePoint\[0\]: more than 1000 links/);
});

it('still answers what a meter has measured that is not in service any more', async () => {
  await bench.ask(
    aMessage('CloseMasterDataLinkageConfig').with({ Meter: [{ mRID: 'm-1' }], UsagePoint: [{ mRID: 'u-2' }] }),
  );
  expect(gist(await bench.ask(aMessage('CloseMeterConfig').with({ Meter: [{ mRID: 'm-1' }] }))).result).toBe('OK');
  const reply = await bench.ask(asked('03:00', '05:00', { Option: [] }));
  expect(valuesIn(reply)).toEqual({ 'm-1': [at('04:00'), at('05:00')] });
});
