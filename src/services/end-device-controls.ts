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
import { replyTo, type ReplyMaker } from '../message/replies.js';
import { DuplicateObject, type JsonObject, type NewObject } from '../ports/object-store.js';
import type { NewRequest, ReplyTo } from '../ports/requests.js';
import { commandsOf } from './commands.js';
import { planOf, type Plan } from './control-acceptance.js';
import { pathOf } from './control-checks.js';
import { bodyOf, controlKind, controlNoun } from './control-plan.js';
import { documentOf, referencesOf } from './documents.js';
import { headEndDesk } from './head-end-desk.js';
import { objectIdOf, referenceOf } from './identification.js';
import { keptAnswer } from './kept-answers.js';
import type { ServicePorts } from './noun-row.js';
import { taken } from './object-writer.js';
import { refuseWhenTooMany } from './open-requests.js';
import { replyToOf } from './reply-address.js';
import { provenanceOf, subjectOf } from './subject.js';

export function endDeviceControls(ports: ServicePorts): Partial<EndDeviceControlsHandlers<Call>> {
  const { store, clock, ids } = ports;
  const desk = headEndDesk(ports);
  const commands = commandsOf(ports);
  const subject = subjectOf({ verbs: ['create'], objects: [controlKind] }, controlNoun, ports);

  /** Writes down what is planned, with the acknowledgement if there is one, and begins it. */
  async function begin(request: NewRequest, plan: Plan, message: AnyMessage, call: Call, reply?: AnyResponse) {
    const objects = plan.controls.map(({ mRID, control }): NewObject => {
      const document = documentOf(control);
      const { names } = referenceOf(controlKind, control);
      const references = referencesOf(document);
      return { noun: controlNoun, kind: controlKind, mRID, names, state: 'active', document, references };
    });
    const answer = reply === undefined ? undefined : keptAnswer(call, reply, clock.now());
    try {
      await commands.begin(request, plan.tasks, {
        objects: { objects, provenance: provenanceOf(subject, message, call) },
        answer,
      });
    } catch (error) {
      if (!(error instanceof DuplicateObject)) throw error;
      const bearer = await store.objectByMRID(controlNoun, [controlKind], error.mRID);
      const planned = plan.controls.find(({ mRID }) => mRID === error.mRID);
      if (bearer === undefined || planned === undefined) throw error;
      const given = objectIdOf({ kind: controlKind, mRID: error.mRID, names: [] });
      const advice = 'give every command an mRID of its own, or none';
      throw new ReplyError(taken(pathOf(planned.entry), controlKind, given, bearer, advice));
    } finally {
      plan.release();
    }
  }

  function requestOf(message: AnyMessage, call: Call, plan: Plan, to: ReplyTo): NewRequest {
    const { Header } = message;
    const now = clock.now();
    return {
      id: ids.next(),
      noun: controlNoun,
      verb: call.operation.verb,
      principal: call.principal ?? '',
      correlationId: Header.CorrelationID ?? Header.MessageID ?? '',
      messageId: Header.MessageID,
      replyTo: to,
      header: JSON.parse(JSON.stringify(Header)) as JsonObject,
      body: bodyOf({ controls: plan.controls, refused: plan.findings }),
      receivedAt: now,
      due: Math.min(...plan.controls.map(({ start }) => start)),
      deadline: Math.max(...plan.controls.map(({ deadline }) => deadline)),
      priority: isUrgent(message) ? 'high' : 'normal',
    };
  }

  async function later(message: AnyMessage, call: Call, to: ReplyTo): Promise<AnyResponse> {
    await refuseWhenTooMany(ports, call.principal ?? '');
    const plan = await planOf(ports, desk, commands.claims, message, call, 'later');
    const request = requestOf(message, call, plan, to);
    const reply = accepted(message, request.correlationId, plan, ports.replies);
    await begin(request, plan, message, call, reply);
    return reply;
  }

  async function atOnce(message: AnyMessage, call: Call): Promise<AnyResponse> {
    const before = await begunBefore(message, call);
    if (before !== undefined) return before;
    const plan = await planOf(ports, desk, commands.claims, message, call, 'at once');
    const request = requestOf(message, call, plan, { kind: 'nobody' });
    const final = commands.final(request.id);
    await begin(request, plan, message, call);
    const reply = await final;
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
    const same = requests.find(({ messageId, verb }) => messageId === Header.MessageID && verb === 'create');
    if (same === undefined) return undefined;
    const final = commands.final(same.id); // before the look, or it may end in between
    const [reply] = ((await store.request(same.id))?.reply?.['parts'] as readonly JsonObject[] | undefined) ?? [];
    return reply === undefined ? final : (reply as unknown as AnyResponse);
  }

  return {
    async create(message: EndDeviceControlsRequestMessageType, call: Call) {
      const request = message as unknown as AnyMessage;
      const to = replyToOf(request.Header, ports);
      const reply = to === undefined ? await atOnce(request, call) : await later(request, call, to);
      return reply as EndDeviceControlsResponseMessageType; // it has no payload
    },
  };
}

/** The acknowledgement: OK when all is taken, PARTIAL with what is wrong with the rest. */
function accepted(message: AnyMessage, correlationId: string, { findings }: Plan, maker: ReplyMaker): AnyResponse {
  const all: readonly Finding[] = [{ code: codes.accepted }, ...findings];
  const ids = [{ id: correlationId, kind: 'transaction' } as const];
  return replyTo(message, controlNoun, { result: findings.length === 0 ? 'OK' : 'PARTIAL', findings: all, ids }, maker);
}

/** Header/Property `Priority` = `high`. */
function isUrgent({ Header }: AnyMessage): boolean {
  return (Header.Property ?? []).some(
    ({ Name, Value }) => Name.trim() === 'Priority' && Value?.trim().toLowerCase() === 'high',
  );
}
