/**
 * Controls in an operation set: written down with the set, and what reaches head ends begins when it is on disk. A set that is undone
 * leaves neither a command nor a trace of one, and has done nothing to those there are.
 */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { acknowledge, replyTo } from '../message/replies.js';
import { changeObjects } from './change-objects.js';
import { commandQueue } from './command-ends.js';
import { commandsOf, type Commands } from './commands.js';
import { planOf } from './control-acceptance.js';
import { beginControls, controlRequest, disconnectsOf } from './control-begin.js';
import { controlCanceling } from './control-canceling.js';
import { controlChanging, controlRemoval } from './control-changing.js';
import { closingOf } from './control-closing.js';
import type { BesideRows, Ending } from './control-endings.js';
import { collide, controlKind, controlNoun, dataOf } from './control-plan.js';
import type { Selected } from './control-selection.js';
import { stoppable, withdrawalJob } from './control-withdrawal.js';
import { tallied } from './disconnect-tally.js';
import { endObjects } from './end-objects.js';
import { headEndDesk } from './head-end-desk.js';
import { listOf, memberOf, referenceOf } from './identification.js';
import { commandVerbs, type NounService } from './noun-row.js';
import { onCommands } from './on-commands.js';
import { refuseWhenTooMany } from './open-requests.js';
import { provenanceOf, subjectOf } from './subject.js';
import type { PortsWithin } from './unit-of-work.js';

/** The verbs of `EndDeviceControls` as operations of a set. */
export function controlsWithin(ports: PortsWithin): NounService {
  return controlsIn(ports, ofOperation);
}

/** The same for a message of its own that is tried in a transaction: all of what its Header says is about it. */
export function controlsTried(ports: PortsWithin): NounService {
  return controlsIn(ports, (message) => message);
}

/** @param naming the message as it says which controls are meant */
function controlsIn(ports: PortsWithin, naming: (message: AnyMessage) => AnyMessage): NounService {
  const { store, clock } = ports;
  const beside = whenOnDisk(ports);
  const subject = subjectOf({ verbs: [...commandVerbs], objects: [controlKind] }, controlNoun, ports);

  async function begin(message: AnyMessage, call: Call, closes?: readonly string[]): Promise<AnyResponse> {
    const { claims } = commandsOf(ports.outside);
    await refuseWhenTooMany(ports, call.principal ?? '');
    // to join what is under way one would have to wait until it is on disk, which a transaction must not
    const refusing = { ...ports, settings: { ...ports.settings, duplicates: 'refuse' as const } };
    const plan = await planOf(refusing, headEndDesk(ports), claims, message, call, 'later');
    // the devices stay claimed until the commands on them can be seen by others, or will never be
    ports.afterwards(() => plan.release());
    const devices = disconnectsOf(plan).reduce((sum, one) => sum + one.devices, 0);
    if (ports.disconnects !== undefined) tallied(ports.disconnects, devices, ports.settings, controlNoun);
    const request = controlRequest(ports, message, call, plan, ports.replyTo ?? { kind: 'nobody' }, closes);
    await beginControls(ports, writing(ports), request, { ...plan, release: () => {} }, message, call);
    return acknowledge(message, controlNoun, request.correlationId, ports.replies, plan.findings);
  }

  async function toCommands(
    message: AnyMessage,
    call: Call,
    each: (selected: Selected) => Promise<Ending>,
    documents: () => Promise<AnyResponse>,
  ): Promise<AnyResponse> {
    const parts = await onCommands(ports, naming(message), call, clock.now(), each);
    if (parts === 'documents') return documents();
    // a set answers the ids of what it has made
    return replyTo(message, controlNoun, { ...parts, ids: [] }, ports.replies);
  }

  return {
    create: (message, call) => begin(message, call),
    cancel: (message, call) =>
      toCommands(message, call, controlCanceling(ports, beside), () => endObjects(subject, 'cancel', message, call)),
    change(message, call) {
      const change = controlChanging(ports, beside);
      const provenance = provenanceOf(subject, message, call);
      const documents = (): Promise<AnyResponse> => changeObjects(subject, message, call);
      return toCommands(message, call, (one) => change(one, provenance), documents);
    },
    async close(message, call) {
      const closing = await closingOf(store, message, call, clock.now(), naming(message));
      if (closing === 'documents') return endObjects(subject, 'close', message, call);
      return begin(closing.message, call, closing.closes);
    },
    delete(message, call) {
      const remove = controlRemoval(ports);
      const provenance = provenanceOf(subject, message, call);
      const documents = (): Promise<AnyResponse> => endObjects(subject, 'delete', message, call);
      return toCommands(message, call, (one) => remove(one, provenance), documents);
    },
  };
}

/** The CorrelationID of the Header is that of the set: it says which request is meant only where the controls are not named. */
function ofOperation(message: AnyMessage): AnyMessage {
  const elements = listOf(memberOf(memberOf(message.Payload, controlNoun), controlKind));
  const named = elements.every((element) => {
    const { mRID, names } = referenceOf(controlKind, element);
    return mRID !== undefined || names.length > 0;
  });
  if (elements.length === 0 || !named) return message;
  return { ...message, Header: { ...message.Header, CorrelationID: undefined } };
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

/** What waits in memory hears of the rows when they are on disk; head ends are asked by a job, which is written with them. */
function whenOnDisk(ports: PortsWithin): BesideRows {
  const commands = commandsOf(ports.outside);
  const { claims, settle, committed, replan } = commands;
  const onDisk = (run: () => void): void => ports.afterwards((isOnDisk) => void (isOnDisk && run()));
  return {
    settle,
    committed: (ended, tasks) => onDisk(() => committed(ended, tasks)),
    replan: (requestId, planned) => onDisk(() => replan(requestId, planned)),
    claim(tasks, why) {
      // whoever joins what is canceled here takes its place, and is sent by itself
      if (why === 'cancel') return Promise.resolve(() => {});
      // nobody may be waited for: their claim lasts until they are on disk, and that is behind this set
      const others = tasks.filter((task) =>
        claims.of(task.device).some((one) => dataOf(one).control !== dataOf(task).control && collide(task, one)),
      );
      if (others.length > 0) return Promise.resolve(undefined);
      const release = claims.take(tasks);
      ports.afterwards(release);
      return Promise.resolve(() => {});
    },
    async stop(request, tasks) {
      const asked = stoppable(headEndDesk(ports), tasks);
      if (asked.length > 0) await ports.store.write({ jobs: [withdrawalJob(ports, request, asked)] });
      return { stopped: [], asked };
    },
  };
}
