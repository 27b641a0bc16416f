/** What the gateway itself notes in the details of an event: the code it came with, and that a command of ours has caused it. */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { JsonObject } from '../ports/object-store.js';
import { listOf, memberOf } from './identification.js';

export type Detail = NonNullable<EndDeviceEvent['EndDeviceEventDetails']>[number];

export const originalCode = 'original code';
export const cause = 'cause';
/** The value of `cause` for what a command of ours has brought about. */
export const byCommand = 'command';
export const correlation = 'CorrelationID';

/** Whether the event says that a command has caused it. */
export function isOwnDoing(event: EndDeviceEvent | JsonObject): boolean {
  return detailIn(event, cause) === byCommand;
}

export function detailIn(event: EndDeviceEvent | JsonObject, name: string): string | undefined {
  const details = listOf(memberOf(event, 'EndDeviceEventDetails'));
  const value = memberOf(
    details.find((one) => memberOf(one, 'name') === name),
    'value',
  );
  return typeof value === 'string' ? value : undefined;
}

/** The event with these details beside its own; what it has already stays as it is. */
export function withDetails(event: EndDeviceEvent, more: readonly Detail[]): EndDeviceEvent {
  const own = event.EndDeviceEventDetails ?? [];
  const fresh = more.filter(({ name }) => !own.some((one) => one.name === name));
  return fresh.length === 0 ? event : { ...event, EndDeviceEventDetails: [...own, ...fresh] };
}
