/**
 * Controls in an operation set: accepted with the set, and begun when it is on disk. A set that is undone leaves neither a command
 * nor a trace of one, and no head end has heard of it.
 */
import type { AnyResponse } from '../message/call.js';
import { acknowledge } from '../message/replies.js';
import { commandQueue } from './command-ends.js';
import { commandsOf, type Commands } from './commands.js';
import { planOf } from './control-acceptance.js';
import { beginControls, controlRequest } from './control-begin.js';
import { controlNoun } from './control-plan.js';
import { headEndDesk } from './head-end-desk.js';
import type { ServiceWithin } from './noun-row.js';
import { refuseWhenTooMany } from './open-requests.js';
import type { PortsWithin } from './unit-of-work.js';

/** The verbs of `EndDeviceControls` as operations of a set: those that reach for what is under way are for messages of their own. */
export function controlsWithin(ports: PortsWithin): ServiceWithin {
  return {
    create: async (message, call): Promise<AnyResponse> => {
      const { claims } = commandsOf(ports.outside);
      await refuseWhenTooMany(ports, call.principal ?? '');
      // to join what is under way one would have to wait until it is on disk, which a transaction must not
      const refusing = { ...ports, settings: { ...ports.settings, duplicates: 'refuse' as const } };
      const plan = await planOf(refusing, headEndDesk(ports), claims, message, call, 'later');
      // the devices stay claimed until the commands on them can be seen by others, or will never be
      ports.afterwards(() => plan.release());
      const request = controlRequest(ports, message, call, plan, ports.replyTo ?? { kind: 'nobody' });
      await beginControls(ports, writing(ports), request, { ...plan, release: () => {} }, message, call);
      return acknowledge(message, controlNoun, request.correlationId, ports.replies, plan.findings);
    },
    change: 'alone',
    cancel: 'alone',
    close: 'alone',
    delete: 'alone',
  };
}

/** Writes a request down with the job that will begin it, which is served once it is on disk. */
function writing({ store, clock }: PortsWithin): Pick<Commands, 'begin'> {
  return {
    begin: (request, tasks, more) =>
      store.write({
        ...more,
        request: { request, tasks },
        jobs: [{ queue: commandQueue, key: request.id, due: clock.now(), data: {} }],
      }),
  };
}
