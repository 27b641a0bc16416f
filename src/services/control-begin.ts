/** From a plan to rows: how a request for controls is written down and begun, whoever asks for it. */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError } from '../message/finding.js';
import {
  DevicesTaken,
  DuplicateObject,
  StoreUnavailable,
  type JsonObject,
  type NewObject,
} from '../ports/object-store.js';
import type { NewRequest, ReplyTo } from '../ports/requests.js';
import type { Commands } from './commands.js';
import { auditWith } from './audit-trail.js';
import type { Plan } from './control-acceptance.js';
import { isDisconnect, pathOf } from './control-checks.js';
import { bodyOf, controlKind, controlNoun, type PlannedControl } from './control-plan.js';
import { referencesOf } from './documents.js';
import { objectIdOf, referenceOf } from './identification.js';
import { countDisconnects, uncount, type Disconnects } from './disconnect-brake.js';
import { keptAnswer } from './kept-answers.js';
import { commandVerbs, type ServicePorts } from './noun-row.js';
import { taken } from './object-writer.js';
import { provenanceOf, subjectOf } from './subject.js';

/** The request of a message for controls. */
export function controlRequest(
  { clock, ids }: Pick<ServicePorts, 'clock' | 'ids'>,
  message: AnyMessage,
  call: Call,
  plan: Plan,
  to: ReplyTo,
  closes?: readonly string[],
): NewRequest {
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
    header: Header as unknown as JsonObject,
    body: bodyOf({ controls: controlsOf(plan, call), refused: plan.findings, closes, caller: call.caller }),
    receivedAt: now,
    due: Math.min(...plan.controls.map(({ start }) => start)),
    deadline: Math.max(...plan.controls.map(({ deadline }) => deadline)),
    priority: isUrgent(message) ? 'high' : 'normal',
  };
}

/** The controls as they are kept: with how many devices a second person has released of each. */
function controlsOf(plan: Plan, { released }: Call): readonly PlannedControl[] {
  if (released === undefined) return plan.controls;
  const devices = new Map(disconnectsOf(plan).map((one) => [one.entry, one.devices]));
  return plan.controls.map((one) => (devices.has(one.entry) ? { ...one, released: devices.get(one.entry) } : one));
}

/** Times a plan is made anew because other processes were first: each look takes a trip to the store and back. */
const mostTries = 100;

/**
 * Begins what is planned; once more by a plan made anew when another process has given one of its devices a command meanwhile.
 * @param begin begins a plan, and lets go of it
 */
export async function beginPlanned<T>(plan: Plan, begin: (plan: Plan) => Promise<T>): Promise<T> {
  for (let tries = 1, current = plan; ; tries++) {
    try {
      return await begin(current);
    } catch (error) {
      if (!(error instanceof DevicesTaken) || tries >= mostTries) throw error;
      current = await current.again();
    }
  }
}

/** Writes down what is planned, with the acknowledgement if there is one, and begins it. Throws `DevicesTaken`. */
export async function beginControls(
  ports: ServicePorts,
  commands: Pick<Commands, 'begin'>,
  request: NewRequest,
  plan: Plan,
  message: AnyMessage,
  call: Call,
  reply?: AnyResponse,
): Promise<void> {
  const { store, clock } = ports;
  const subject = subjectOf({ verbs: [...commandVerbs], objects: [controlKind] }, controlNoun, ports);
  const objects = plan.controls.map(({ mRID, control }): NewObject => {
    const document = control as unknown as JsonObject; // a copy already
    const { names } = referenceOf(controlKind, control);
    const references = referencesOf(document);
    return { noun: controlNoun, kind: controlKind, mRID, names, state: 'active', document, references };
  });
  const answer = reply === undefined ? undefined : keptAnswer(call, reply, clock.now());
  const disconnects = disconnectsOf(plan);
  const { audit, recorded } = auditWith(ports, message, call, {
    controlTypes: [...new Set(plan.controls.map(({ type }) => type))],
    devices: plan.tasks.length,
    ...(disconnects.length > 0 && { disconnects: disconnects.reduce((sum, { devices }) => sum + devices, 0) }),
    request: request.id,
  });
  try {
    await countDisconnects(ports, request, disconnects, call.released !== undefined);
    await commands
      .begin(request, plan.tasks, {
        objects: { objects, provenance: provenanceOf(subject, message, call) },
        answer,
        audit,
        looked: plan.looked,
      })
      .catch(async (error: unknown) => {
        // a store that was lost while it committed may have begun it: then it stays counted
        if (disconnects.length > 0 && !(error instanceof StoreUnavailable)) await uncount(ports, request.id);
        throw error;
      });
    recorded();
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

/** What a plan disconnects. Usage points whose meters are found when it starts count as one device each, and are counted anew then. */
export function disconnectsOf({ controls, tasks }: Pick<Plan, 'controls' | 'tasks'>): Disconnects {
  return controls
    .filter(({ type }) => isDisconnect(type))
    .map(({ entry, start, unresolved, control }) => {
      const named = tasks.filter((task) => task.entry === entry).length;
      return { entry, at: start, devices: named + (unresolved === true ? (control.UsagePoints?.length ?? 0) : 0) };
    });
}

/** Header/Property `Priority` = `high`. */
function isUrgent({ Header }: AnyMessage): boolean {
  return (Header.Property ?? []).some(
    ({ Name, Value }) => Name.trim() === 'Priority' && Value?.trim().toLowerCase() === 'high',
  );
}
