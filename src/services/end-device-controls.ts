/**
 * `EndDeviceControls`: commands to devices. A request becomes rows, one for each device, and is carried out from these; answered at
 * once it is the same, for one device, and somebody waits. Knows nothing of SOAP and of how head ends are spoken to.
 */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import type {
  EndDeviceControlsRequestMessageType,
  EndDeviceControlsResponseMessageType,
} from '../generated/EndDeviceControlsMessage.js';
import type { EndDeviceControlsHandlers } from '../generated/handlers.js';
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { acknowledge, acknowledgeDone, replyTo, resultOf } from '../message/replies.js';
import type { JsonObject } from '../ports/object-store.js';
import type { NewRequest, ReplyTo, StoredRequest } from '../ports/requests.js';
import { commandsOf } from './commands.js';
import { planOf } from './control-acceptance.js';
import { beginControls, controlRequest } from './control-begin.js';
import { controlEndings, counterpartOf, type Ending } from './control-endings.js';
import { bodyOf, controlKind, controlNoun, dataOf } from './control-plan.js';
import { idsOf } from './control-reply.js';
import { commandsMeant, type Selected } from './control-selection.js';
import { changeObjects } from './change-objects.js';
import { endObjects } from './end-objects.js';
import { endWith } from './final-reply.js';
import { headEndDesk } from './head-end-desk.js';
import { keptAnswer } from './kept-answers.js';
import { nameElementsOf } from './name-elements.js';
import { commandVerbs, type ServicePorts } from './noun-row.js';
import { refuseWhenTooMany } from './open-requests.js';
import { replyToOf } from './reply-address.js';
import { provenanceOf, subjectOf } from './subject.js';

export function endDeviceControls(ports: ServicePorts): Partial<EndDeviceControlsHandlers<Call>> {
  const { store, clock, ids } = ports;
  const desk = headEndDesk(ports);
  const commands = commandsOf(ports);
  const subject = subjectOf({ verbs: [...commandVerbs], objects: [controlKind] }, controlNoun, ports);

  async function later(message: AnyMessage, call: Call, to: ReplyTo, closes?: readonly string[]): Promise<AnyResponse> {
    await refuseWhenTooMany(ports, call.principal ?? '');
    const plan = await planOf(ports, desk, commands.claims, message, call, 'later');
    const request = controlRequest(ports, message, call, plan, to, closes);
    const reply = acknowledge(message, controlNoun, request.correlationId, ports.replies, plan.findings, plan.notes);
    await beginControls(ports, commands, request, plan, message, call, reply);
    return reply;
  }

  async function atOnce(message: AnyMessage, call: Call, closes?: readonly string[]): Promise<AnyResponse> {
    const before = await begunBefore(message, call);
    if (before !== undefined) return before;
    const plan = await planOf(ports, desk, commands.claims, message, call, 'at once');
    const request = controlRequest(ports, message, call, plan, { kind: 'nobody' }, closes);
    await beginControls(ports, commands, request, plan, message, call);
    // what has just been begun cannot have ended yet: that takes a write
    const reply = await commands.final(request.id);
    if (reply !== undefined) return reply;
    const details =
      'the gateway was stopped; whether the command was carried out is not known: the outcome will appear as an event of EndDeviceEvents';
    throw new ReplyError({ code: codes.timedOut, details, values: { details: 'the gateway was stopped' } });
  }

  /** A message that an earlier process has begun and could not answer any more: it is not done a second time. */
  async function begunBefore({ Header }: AnyMessage, call: Call): Promise<AnyResponse | undefined> {
    if (call.repeat === undefined) return undefined;
    const correlationId = Header.CorrelationID ?? Header.MessageID ?? '';
    const requests = await store.requestsByCorrelation(call.principal ?? '', correlationId, controlNoun);
    const same = requests.find(({ messageId, verb }) => messageId === Header.MessageID && verb === call.operation.verb);
    if (same === undefined) return undefined;
    const partOf = (request: StoredRequest | undefined): AnyResponse | undefined =>
      (request?.reply?.['parts'] as readonly AnyResponse[] | undefined)?.[0];
    const before = partOf(same);
    if (before !== undefined) return before;
    const final = commands.final(same.id); // before the next look, or it may end in between
    const reply = partOf(await store.request(same.id));
    return reply ?? final;
  }

  const endings = controlEndings(ports, desk, commands);

  /** Does to each command meant what a verb says; what was never a command of ours is a document. */
  async function onCommands(
    message: AnyMessage,
    call: Call,
    each: (selected: Selected) => Promise<Ending>,
    documents: (call: Call) => Promise<AnyResponse>,
  ): Promise<AnyResponse> {
    const meant = await commandsMeant(store, message, call, clock.now());
    const to = replyToOf(message.Header, ports);
    let reply: AnyResponse;
    // what is acknowledged first is kept with the acknowledgement, not by the way
    if (meant.documents) reply = await documents(to === undefined ? call : { ...call, repeat: undefined });
    else {
      const findings = [...meant.findings];
      const notes: Finding[] = [];
      let good = 0;
      for (const selected of meant.selected) {
        const ending = await each(selected);
        good += ending.good;
        findings.push(...ending.findings);
        notes.push(...(ending.notes ?? []));
      }
      if (good === 0) throw new ReplyError(...findings);
      const controls = [...new Map(meant.selected.map(({ planned }) => [planned.mRID, planned])).values()];
      const correlationId = message.Header.CorrelationID ?? message.Header.MessageID ?? '';
      const ids = idsOf(controls, correlationId);
      const result = resultOf(good, findings.length);
      reply = replyTo(message, controlNoun, { result, findings: [...notes, ...findings], ids }, ports.replies);
    }
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
    const { selected, findings, documents } = await commandsMeant(store, message, call, clock.now());
    const to = replyToOf(message.Header, ports);
    if (documents) {
      if (to === undefined) return endObjects(subject, 'close', message, call);
      return saidLater(message, call, to, await endObjects(subject, 'close', message, { ...call, repeat: undefined }));
    }
    const wrong = [...findings, ...selected.filter(({ request }) => request.state === 'open').map(notOver)];
    const over = selected.filter(({ request }) => request.state === 'final');
    const stored = await store.objectsByMRIDs(
      controlNoun,
      [controlKind],
      over.map(({ planned }) => planned.mRID),
    );
    const inForce = over.filter(({ planned }) => stored.get(planned.mRID)?.state === 'active');
    wrong.push(...over.filter((one) => !inForce.includes(one)).map(notInForce));
    const undone = inForce.flatMap((one) => undoing(one) ?? []);
    wrong.push(...inForce.filter((one) => undoing(one) === undefined).map(notUndone));
    if (wrong.length > 0 || undone.length === 0) throw new ReplyError(...wrong);
    const closes = inForce.map(({ planned }) => planned.mRID);
    const counter = {
      ...message,
      Payload: { ...message.Payload, [controlNoun]: { [controlKind]: undone } },
    } as AnyMessage;
    return to === undefined ? atOnce(counter, call, closes) : later(counter, call, to, closes);
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
      return withoutPayload(await onCommands(request, call, endings.cancel, documents));
    },
    async change(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const provenance = provenanceOf(subject, request, call);
      const documents = (by: Call) => changeObjects(subject, request, by);
      return withoutPayload(await onCommands(request, call, (one) => endings.change(one, provenance), documents));
    },
    async close(message: EndDeviceControlsRequestMessageType, call: Call) {
      return withoutPayload(await close(message as unknown as AnyMessage, call));
    },
    async delete(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const provenance = provenanceOf(subject, request, call);
      const documents = (by: Call) => endObjects(subject, 'delete', request, by);
      return withoutPayload(await onCommands(request, call, (one) => endings.remove(one, provenance), documents));
    },
  };
}

function withoutPayload(reply: AnyResponse): EndDeviceControlsResponseMessageType {
  return reply as EndDeviceControlsResponseMessageType;
}

function notOver({ path, given }: Selected): Finding {
  const details = 'the command is still under way; wait for its outcome, or cancel it';
  return { code: codes.canceledByRule, path, details, object: given, values: { details: 'it is under way' } };
}

function notInForce({ path, given }: Selected): Finding {
  const details = 'the command is over, and nothing of it is in force that could be ended';
  return { code: codes.canceledByRule, path, details, object: given, values: { details: 'it is over' } };
}

function notUndone({ path, given, planned }: Selected): Finding {
  const details = `no control ends what ${planned.type} has begun; it ends when its time is over`;
  return { code: codes.canceledByRule, path, details, object: given, values: { details: 'it cannot be ended early' } };
}

/** The control that undoes another one at the devices that have carried it out; undefined where no control does. */
function undoing({ planned, tasks }: Selected): EndDeviceControl | undefined {
  const type = counterpartOf(planned.type);
  const done = tasks.filter(({ state }) => state === 'succeeded');
  if (type === undefined || done.length === 0) return undefined;
  const { issuerID, issuerTrackingID } = planned.control;
  const EndDevices = done.map((task) => {
    const { names } = dataOf(task);
    return { mRID: task.device, Names: nameElementsOf(names) };
  }) as unknown as EndDeviceControl['EndDevices'];
  return { issuerID, issuerTrackingID, EndDeviceControlType: { ref: type }, EndDevices };
}
