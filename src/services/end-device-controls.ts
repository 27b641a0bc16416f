/**
 * `EndDeviceControls`: commands to devices. A request becomes rows, one for each device, and is carried out from these; answered at
 * once it is the same, for one device, and somebody waits. Knows nothing of SOAP and of how head ends are spoken to.
 */
import type {
  EndDeviceControlsRequestMessageType,
  EndDeviceControlsResponseMessageType,
} from '../generated/EndDeviceControlsMessage.js';
import type { EndDeviceControlsHandlers } from '../generated/handlers.js';
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { acknowledge, acknowledgeDone, replyTo } from '../message/replies.js';
import type { JsonObject } from '../ports/object-store.js';
import type { NewRequest, ReplyTo } from '../ports/requests.js';
import { commandsOf } from './commands.js';
import { planOf } from './control-acceptance.js';
import { beginControls, beginPlanned, controlRequest } from './control-begin.js';
import { controlCanceling } from './control-canceling.js';
import { controlChanging, controlRemoval } from './control-changing.js';
import { closingOf } from './control-closing.js';
import { atOnceBesideRows, type Ending } from './control-endings.js';
import { bodyOf, controlKind, controlNoun } from './control-plan.js';
import type { Selected } from './control-selection.js';
import { serveWithdrawals } from './control-withdrawal.js';
import { changeObjects } from './change-objects.js';
import { BrakeEngaged } from './disconnect-brake.js';
import { hold, keptWhole, serveHeld } from './disconnect-hold.js';
import { endObjects } from './end-objects.js';
import { endWith } from './final-reply.js';
import { headEndDesk } from './head-end-desk.js';
import { keptAnswer } from './kept-answers.js';
import { commandVerbs, type ServicePorts } from './noun-row.js';
import { onCommands } from './on-commands.js';
import { refuseWhenTooMany } from './open-requests.js';
import { replyToOf } from './reply-address.js';
import { provenanceOf, subjectOf } from './subject.js';

export function endDeviceControls(ports: ServicePorts): Partial<EndDeviceControlsHandlers<Call>> {
  const { store, clock, ids, guard } = ports;
  const desk = headEndDesk(ports);
  const commands = commandsOf(ports);
  const subject = subjectOf({ verbs: [...commandVerbs], objects: [controlKind] }, controlNoun, ports);

  async function later(asked: AnyMessage, by: Call, to: ReplyTo, closes?: readonly string[]): Promise<AnyResponse> {
    const { message, call } = await keptWhole(ports, asked, by);
    try {
      return await begunLater(message, call, to, closes);
    } catch (error) {
      const mayWait = guard.disconnects.secondPerson && closes === undefined;
      if (!mayWait || !(error instanceof BrakeEngaged)) throw error;
      return hold(ports, message, call, to, error);
    }
  }

  async function begunLater(
    message: AnyMessage,
    call: Call,
    to: ReplyTo,
    closes: readonly string[] | undefined,
  ): Promise<AnyResponse> {
    await refuseWhenTooMany(ports, call.principal ?? '');
    const first = await planOf(ports, desk, commands.claims, message, call, 'later');
    return beginPlanned(first, async (plan) => {
      const request = controlRequest(ports, message, call, plan, to, closes);
      const reply = acknowledge(message, controlNoun, request.correlationId, ports.replies, plan.findings, plan.notes);
      await beginControls(ports, commands, request, plan, message, call, reply);
      return reply;
    });
  }

  async function atOnce(message: AnyMessage, call: Call, closes?: readonly string[]): Promise<AnyResponse> {
    const before = await begunBefore(message, call);
    if (before !== undefined) return before;
    try {
      const first = await planOf(ports, desk, commands.claims, message, call, 'at once');
      const request = await beginPlanned(first, async (plan) => {
        const made = controlRequest(ports, message, call, plan, { kind: 'nobody' }, closes);
        await beginControls(ports, commands, made, plan, message, call);
        return made;
      });
      // what has just been begun cannot have ended yet: that takes a write. Not awaited here: that it does not come in time is an answer
      // of its own, and must not be taken for something in the way, which would be looked for and waited for a second time
      return waitedFor(commands.final(request.id));
    } catch (error) {
      // what was in the way may be this very message, which another process has begun since we looked
      const same = error instanceof ReplyError ? await begunBefore(message, call) : undefined;
      if (same === undefined) throw error;
      return same;
    }
  }

  /** The outcome of a command, for somebody who waits. Throws `ReplyError` when it does not come. */
  async function waitedFor(final: Promise<AnyResponse | undefined>): Promise<AnyResponse> {
    const reply = await inTime(final);
    if (reply === 'late') throw new ReplyError(late);
    if (reply !== undefined) return reply;
    const details =
      'the gateway was stopped; whether the command was carried out is not known: the outcome will appear as an event of EndDeviceEvents';
    throw new ReplyError({ code: codes.timedOut, details, values: { details: 'the gateway was stopped' } });
  }

  /** The deadline of a command is a time of the day, which may be set back; whoever waits waits no longer for that. */
  async function inTime<T>(answer: Promise<T>): Promise<T | 'late'> {
    let cancel = (): void => {};
    const late = new Promise<'late'>((resolve) => {
      cancel = clock.at(clock.now() + ports.settings.syncTimeout + grace, () => resolve('late'));
    });
    return Promise.race([answer, late]).finally(() => cancel());
  }

  /** A message that another process has begun, and perhaps could not answer any more: it is not done a second time. */
  async function begunBefore({ Header }: AnyMessage, call: Call): Promise<AnyResponse | undefined> {
    if (call.repeat === undefined) return undefined;
    const correlationId = Header.CorrelationID ?? Header.MessageID ?? '';
    const requests = await store.requestsByCorrelation(call.principal ?? '', correlationId, controlNoun);
    const same = requests.find(
      ({ messageId, verb, replyTo: { kind } }) =>
        messageId === Header.MessageID && verb === call.operation.verb && kind === 'nobody',
    );
    if (same === undefined) return undefined;
    const [before] = (same.reply?.['parts'] ?? []) as unknown as readonly AnyResponse[];
    if (before !== undefined) return before;
    return waitedFor(commands.finalAnywhere(same.id));
  }

  const beside = atOnceBesideRows(ports, desk, commands);
  const cancel = controlCanceling(ports, beside);
  const change = controlChanging(ports, beside);
  const remove = controlRemoval(ports);
  serveWithdrawals(ports, desk, commands);
  serveHeld(ports);

  /** Does to each command meant what a verb says; what was never a command of ours is a document. */
  async function toCommands(
    message: AnyMessage,
    call: Call,
    each: (selected: Selected) => Promise<Ending>,
    documents: (call: Call) => Promise<AnyResponse>,
  ): Promise<AnyResponse> {
    const parts = await onCommands(ports, message, call, clock.now(), each);
    const to = replyToOf(message.Header, ports);
    // what is acknowledged first is kept with the acknowledgement, not by the way
    const reply =
      parts === 'documents'
        ? await documents(to === undefined ? call : { ...call, repeat: undefined })
        : replyTo(message, controlNoun, parts, ports.replies);
    return to === undefined ? reply : saidLater(message, call, to, reply);
  }

  /** A reply that is there at once, to somebody who wants it later: the acknowledgement now, the reply by the outbox. */
  async function saidLater(message: AnyMessage, call: Call, to: ReplyTo, reply: AnyResponse): Promise<AnyResponse> {
    const { Header } = message;
    const now = clock.now();
    const correlationId = Header.CorrelationID ?? Header.MessageID ?? '';
    const request: NewRequest = {
      id: ids.next(),
      noun: controlNoun,
      verb: call.operation.verb,
      principal: call.principal ?? '',
      correlationId,
      messageId: Header.MessageID,
      replyTo: to,
      header: JSON.parse(JSON.stringify(Header)) as JsonObject,
      body: bodyOf({ controls: [], refused: [] }),
      receivedAt: now,
      due: now,
      deadline: now,
      priority: 'normal',
    };
    const acknowledged = acknowledgeDone(message, controlNoun, correlationId, ports.replies, reply);
    const answer = keptAnswer(call, acknowledged, now);
    await store.transaction(async (tx) => {
      await tx.addRequest(request, []);
      await endWith(tx, ports, { ...request, state: 'open' }, [reply]);
      if (answer !== undefined) await tx.keepAnswer(answer);
    });
    return acknowledged;
  }

  /** Ends what is in force, by the control that undoes it; what none undoes stays until its time is over. */
  async function close(message: AnyMessage, call: Call): Promise<AnyResponse> {
    const closing = await closingOf(store, message, call, clock.now());
    const to = replyToOf(message.Header, ports);
    if (closing !== 'documents') {
      const { message: counter, closes } = closing;
      return to === undefined ? atOnce(counter, call, closes) : later(counter, call, to, closes);
    }
    if (to === undefined) return endObjects(subject, 'close', message, call);
    return saidLater(message, call, to, await endObjects(subject, 'close', message, { ...call, repeat: undefined }));
  }

  return {
    async create(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const to = replyToOf(request.Header, ports);
      return withoutPayload(to === undefined ? await atOnce(request, call) : await later(request, call, to));
    },
    async cancel(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const documents = (by: Call) => endObjects(subject, 'cancel', request, by);
      return withoutPayload(await toCommands(request, call, cancel, documents));
    },
    async change(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const provenance = provenanceOf(subject, request, call);
      const documents = (by: Call) => changeObjects(subject, request, by);
      return withoutPayload(await toCommands(request, call, (one) => change(one, provenance), documents));
    },
    async close(message: EndDeviceControlsRequestMessageType, call: Call) {
      return withoutPayload(await close(message as unknown as AnyMessage, call));
    },
    async delete(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const provenance = provenanceOf(subject, request, call);
      const documents = (by: Call) => endObjects(subject, 'delete', request, by);
      return withoutPayload(await toCommands(request, call, (one) => remove(one, provenance), documents));
    },
  };
}

/** Milliseconds behind its deadline in which a command comes to its end by itself. */
const grace = 1_000;

const late: Finding = {
  code: codes.timedOut,
  details: 'no answer in time; the outcome will appear as an event of EndDeviceEvents',
  values: { details: 'no answer in time' },
};

function withoutPayload(reply: AnyResponse): EndDeviceControlsResponseMessageType {
  return reply as EndDeviceControlsResponseMessageType;
}
