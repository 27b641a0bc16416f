/** `EndDeviceEvents`: the generic service, but that events told by others are taken in by the rules of event-intake.ts. */
import type { EndDeviceEvent } from '../generated/EndDeviceEvents.js';
import type { EndDeviceEventsHandlers } from '../generated/handlers.js';
import type { Call } from '../message/call.js';
import { takenIn } from './event-intake.js';
import type { Handler, ServicePorts } from './noun-row.js';
import { outageFeed } from './outage-feed.js';
import { reportObjects, type Prepare, type Reported } from './report-objects.js';
import { subjectOf, type PayloadObject } from './subject.js';

const kind = 'EndDeviceEvent';

export function endDeviceEvents(ports: ServicePorts): Partial<EndDeviceEventsHandlers<Call>> {
  outageFeed(ports); // what an earlier process has collected is told
  return eventsWithin(ports) as unknown as Partial<EndDeviceEventsHandlers<Call>>;
}

/** What it does with messages: also for operations of a set. */
export function eventsWithin(ports: ServicePorts): Readonly<Record<Reported, Handler>> {
  const subject = subjectOf({ verbs: [], objects: [kind] }, 'EndDeviceEvents', ports);

  const prepare: Prepare = async (tx, elements, { source }) => {
    const own = elements.filter((element) => element.kind === kind);
    const events = own.map(({ value }) => value as unknown as EndDeviceEvent);
    const taken = await takenIn(tx, ports, events, source);
    const prepared = new Map(own.map((element, at) => [element, taken[at] as unknown as PayloadObject['value']]));
    return elements.map((element) => ({ ...element, value: prepared.get(element) ?? element.value }));
  };

  const report =
    (verb: Reported): Handler =>
    (message, call) =>
      reportObjects(subject, verb, message, call, prepare);

  return { created: report('created'), changed: report('changed') };
}
