/** `close` of controls (behaviour §4.6): what is in force is ended early, by the control that undoes it. */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import { matchesMask } from '../message/codes/end-device-code.js';
import type { AnyMessage, Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectStore } from '../ports/object-store.js';
import { controlKind, controlNoun, dataOf } from './control-plan.js';
import { commandsMeant, type Selected } from './control-selection.js';
import { nameElementsOf } from './name-elements.js';

/** The controls that end what a message means, as a message that creates them, and the mRIDs of those that they end. */
export interface Closing {
  readonly message: AnyMessage;
  readonly closes: readonly string[];
}

/**
 * How what a message closes is ended; `documents` when it means no commands of ours.
 * @param naming the message as it says which controls are meant
 * Throws `ReplyError` when one of them is not in force, or no control ends it.
 */
export async function closingOf(
  store: ObjectStore,
  message: AnyMessage,
  call: Call,
  now: number,
  naming: AnyMessage = message,
): Promise<Closing | 'documents'> {
  const { selected, findings, documents } = await commandsMeant(store, naming, call, now);
  if (documents) return 'documents';
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
  const counter = { ...message, Payload: { ...message.Payload, [controlNoun]: { [controlKind]: undone } } };
  return { message: counter, closes };
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

/** The control that ends what another one has begun, by the type of the other. */
export function counterpartOf(type: string): string | undefined {
  const found = counterparts.find(([mask]) => matchesMask(type, mask));
  return found === undefined ? undefined : `${type.split('.')[0]}.${found[1]}`;
}

const counterparts = [
  ['*.15.43.300', '15.43.8'],
  ['*.15.0.54', '15.0.55'],
  ['*.13.112.77', '13.112.8'],
] as const;
