/**
 * Which changes of supply we have brought about ourselves: a meter whose switch a command of ours has opened has no outage
 * (behaviour §6.2). All of the rule stands here. It is read from rows, so that it holds after a restart as well: the tasks of
 * commands that are under way, and the events that tell of those that are done.
 */
import { matchesMask } from '../message/codes/end-device-code.js';
import type { JsonObject, StoreReader } from '../ports/object-store.js';
import type { Task } from '../ports/requests.js';
import { askAll } from './ask-all.js';
import { correlation, detailIn } from './event-details.js';
import { memberOf } from './identification.js';
import { boundOf } from './instant.js';

/** A device has lost its supply or got it back. */
export interface SupplyEvent {
  /** mRID. */
  readonly device: string;
  readonly change: 'lost' | 'restored';
  /** When, by the device's own clock; milliseconds since 1970. */
  readonly at: number;
}

export interface OwnCommand {
  /** Of the request, where it is known. */
  readonly correlationId?: string | undefined;
}

/** What commands switch off and on, and the events by which that is told: the switch opened; closed, or armed to be closed. */
const commandsFor = { lost: ['*.31.0.23'], restored: ['*.31.0.18', '*.31.0.5'] } as const;
const outcomesFor = { lost: ['*.31.0.68'], restored: ['*.31.0.42', '*.31.0.11'] } as const;

const opposite = { lost: 'restored', restored: 'lost' } as const;

/** Clocks of meters are off by some seconds, and their stamps are cut to seconds. */
const skew = 60_000;
/** How long it may take from the switch to the news of it: an event in between tells of the command too. */
const underWay = 120_000;
/** Events of a device among which the last command is looked for. */
const latest = 50;

/**
 * The command behind each event, where there is one: sent not longer than `window` milliseconds before it, by the event's own time.
 * A command that has failed has switched nothing.
 */
export async function ownCommands(
  store: StoreReader,
  window: number,
  events: readonly SupplyEvent[],
): Promise<readonly (OwnCommand | undefined)[]> {
  if (events.length === 0) return [];
  const active = await store.activeTasks([...new Set(events.map(({ device }) => device))]);
  return askAll(events, async (event) => {
    const task = active.find((one) => isBehind(one, event, window));
    if (task === undefined) return toldBehind(await switchedOf(store, event), event, window);
    // one whose fate is not known stays so for long, and another command may have come behind it
    const undone = task.state === 'unknown' && isUndone(await switchedOf(store, event), event, task.changedAt);
    if (undone) return undefined;
    const correlationId = (await store.request(task.requestId))?.correlationId;
    return { correlationId: correlationId === '' ? undefined : correlationId };
  });
}

function isBehind({ device, state, action, changedAt }: Task, event: SupplyEvent, window: number): boolean {
  if (device !== event.device || (state !== 'sent' && state !== 'unknown')) return false;
  if (!commandsFor[event.change].some((mask) => matchesMask(action, mask))) return false;
  return changedAt - skew <= event.at && event.at <= changedAt + window;
}

/** What an event tells of a switch. */
interface Switched {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly when: number;
  readonly document: JsonObject;
}

async function switchedOf(store: StoreReader, { device }: SupplyEvent): Promise<readonly Switched[]> {
  const referringTo = [{ kind: 'Asset', mRID: device, names: [] }];
  const told = await store.objects({ noun: 'EndDeviceEvents', referringTo, newestFirst: true, limit: latest });
  return told.flatMap(({ document }) => {
    const [code, time] = [memberOf(document['EndDeviceEventType'], 'ref'), document['createdDateTime']];
    if (typeof code !== 'string' || typeof time !== 'string') return [];
    return [{ code, when: (boundOf(time) ?? -Infinity) / 1000, document }];
  });
}

function toldBehind(switched: readonly Switched[], event: SupplyEvent, window: number): OwnCommand | undefined {
  const { change, at } = event;
  const behind = switched.find(
    ({ code, when }) =>
      isOutcome(change, code) && when - underWay <= at && at <= when + window && !isUndone(switched, event, when),
  );
  return behind && { correlationId: detailIn(behind.document, correlation) };
}

/**
 * Whether the opposite of a command has succeeded between it and the event. What comes then was not caused by the command: whoever has
 * supply again may lose it in an outage.
 */
function isUndone(switched: readonly Switched[], { change, at }: SupplyEvent, command: number): boolean {
  return switched.some(({ code, when }) => isOutcome(opposite[change], code) && command < when && when + skew < at);
}

function isOutcome(change: SupplyEvent['change'], code: string): boolean {
  return outcomesFor[change].some((mask) => matchesMask(code, mask));
}
