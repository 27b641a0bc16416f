/** Messages to the services of devices, and what is read from their answers. */
import type { AnyResponse } from '../../../../src/generated/operations.js';
import type { MeterReading, MeterReadings } from '../../../../src/generated/MeterReadings.js';
import { aMessage, aMeter, type MessageBuilder } from '../../../support/builders.js';
import { rootOf } from './bench.js';

export const disconnect = { ref: '3.31.0.23' };

/** A disconnect of one meter. */
export function aControl(more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { EndDeviceControlType: disconnect, EndDevices: [aMeter('SIM-000001')], ...more };
}

export function commanding(...controls: readonly Readonly<Record<string, unknown>>[]): MessageBuilder {
  return aMessage('CreateEndDeviceControls').header({ CorrelationID: 'order-1' }).with({ EndDeviceControl: controls });
}

export const interval = '0.0.2.4.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
export const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
export const strange = '0.0.7.4.1.7.58.0.0.0.0.0.0.0.0.0.42.0';
export const hourBefore = { start: '2026-11-22T11:00:00Z', end: '2026-11-22T12:00:00Z' };

export const aType = (mRID: string) => ({ mRID });
export const during = (scheduleInterval: Readonly<Record<string, string>>) => ({
  TimeSchedule: [{ scheduleInterval }],
});
export const source = (value: string) => ({ Option: [{ name: 'Source', value }] });

export function readingOf(
  profile: Readonly<Record<string, unknown>>,
  request: Readonly<Record<string, unknown>> = {},
): MessageBuilder {
  return aMessage('GetMeterReadings').with(profile).request(request);
}

export function readingsIn(reply: AnyResponse): readonly MeterReading[] {
  return rootOf<MeterReadings>(reply, 'MeterReadings').MeterReading ?? [];
}

export function stampsIn({ IntervalBlocks = [], Readings = [] }: MeterReading): (string | undefined)[] {
  return [...IntervalBlocks.flatMap(({ IntervalReadings = [] }) => IntervalReadings), ...Readings].map(
    ({ timeStamp }) => timeStamp,
  );
}
