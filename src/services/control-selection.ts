/**
 * Which commands in hand a message means that calls off, changes or closes some: those of a correlation id, or those of the controls
 * that it names; of these all devices, or those that it names.
 */
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import { wholePayload, type AnyMessage, type Call } from '../message/call.js';
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { ObjectStore, StoredObject } from '../ports/object-store.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { askAll } from './ask-all.js';
import { controlTypeOf, pathOf } from './control-checks.js';
import { controlKind, controlNoun, controlRequestOf, dataOf, type PlannedControl } from './control-plan.js';
import { namesIndirectly, targetsOf } from './control-targets.js';
import { devicePlaces, objectIdOf, referenceOf, resolve } from './identification.js';
import { idsOf, objectIdOfGiven, resolveId, type GivenId } from './targets.js';

/** One control in hand, with the devices meant. */
export interface Selected {
  readonly request: StoredRequest;
  readonly planned: PlannedControl;
  readonly tasks: readonly Task[];
  /** Whether all devices of the control are meant. */
  readonly whole: boolean;
  readonly path: string;
  /** As the caller named it. */
  readonly given: ObjectId;
  /** The element of the message, if there is one. */
  readonly element?: EndDeviceControl | undefined;
}

export interface Meant {
  readonly selected: readonly Selected[];
  readonly findings: readonly Finding[];
  /** Whether nothing of it is or was a command of ours: controls that others have told of are documents like any other. */
  readonly documents: boolean;
}

/** What a message means: its Header's CorrelationID decides if it is that of a request, else what it names. */
export async function commandsMeant(store: ObjectStore, message: AnyMessage, call: Call, now: number): Promise<Meant> {
  const { CorrelationID } = message.Header;
  const principal = call.principal ?? '';
  const root = await wholePayload(message, call);
  const elements = (root?.[controlKind] as readonly EndDeviceControl[] | undefined) ?? [];
  const ids = idsOf(message);
  const ofRequest = await controlsOfRequest(store, principal, CorrelationID);
  if (ofRequest !== undefined) {
    if (elements.length === 0 && ids.length === 0) {
      const given: ObjectId = { id: CorrelationID ?? '', kind: 'transaction' };
      const path = 'Header.CorrelationID';
      return { selected: ofRequest.map((one) => ({ ...one, path, given })), findings: [], documents: false };
    }
    const found = [
      ...(await askAll(elements, (element, at) => amongAll(store, ofRequest, element, pathOf(at), now))),
      ...(await askAll(ids, async (id) => among(ofRequest, id, await namedById(store, principal, id)))),
    ];
    return { ...together(found), documents: false };
  }
  const byElement = await askAll(elements, async (element, at): Promise<Found | 'a document'> => {
    const { mRID } = referenceOf(controlKind, element);
    const object = mRID === undefined ? undefined : await store.objectByMRID(controlNoun, [controlKind], mRID);
    const all = object && (await knownOf(store, principal, object));
    return all === undefined ? 'a document' : amongAll(store, all, element, pathOf(at), now);
  });
  const byId = await askAll(ids, (id) => namedById(store, principal, id));
  const found = [...byElement, ...byId];
  if (CorrelationID !== undefined && found.length === 0)
    return { selected: [], findings: [unknownRequest(CorrelationID)], documents: false };
  const commands = found.filter((one) => one !== 'a document');
  // what is only wrong is said by whoever looks among the documents
  if (commands.every(({ selected, missing }) => selected.length === 0 && missing === true))
    return { selected: [], findings: [], documents: true };
  const others = found.flatMap((one, at) => (one === 'a document' ? [toldByOthers(at, elements, ids)] : []));
  return { ...together([...commands, { selected: [], findings: others }]), documents: false };
}

interface Found {
  readonly selected: readonly Selected[];
  readonly findings: readonly Finding[];
  /** Nothing is there that is named so. */
  readonly missing?: boolean | undefined;
}

function together(found: readonly Found[]): Pick<Meant, 'selected' | 'findings'> {
  const all = found.flatMap(({ selected }) => selected);
  // a control that is named as a whole, and again by another ID, is meant once
  const selected = all.filter(
    ({ element, planned }, at) =>
      element !== undefined || all.findIndex((one) => one.planned.mRID === planned.mRID) === at,
  );
  return { selected, findings: found.flatMap(({ findings }) => findings) };
}

/** More than any message makes: a set makes a request for each of its operations. */
const mostOfOne = 10_000;

/** The controls of the requests that a transaction is; undefined when it is none of this caller. */
async function controlsOfRequest(
  store: ObjectStore,
  principal: string,
  transaction: string | undefined,
): Promise<readonly Known[] | undefined> {
  if (transaction === undefined) return undefined;
  const requests = await store.requestsByCorrelation(principal, transaction, controlNoun, mostOfOne);
  const created = requests.filter(({ verb }) => verb === 'create').reverse();
  if (created.length === 0) return undefined;
  const [newest] = created.slice(-1);
  // a CorrelationID that was used again means what was asked for last
  const own = created.filter(({ messageId }) => messageId === newest?.messageId);
  return (await askAll(own, (request) => controlsOf(store, request))).flat();
}

/** What an ID means: all controls of a request, or one by mRID or name. */
async function namedById(store: ObjectStore, principal: string, id: GivenId): Promise<Found | 'a document'> {
  const given = objectIdOfGiven(id);
  const { path } = id;
  if (id.kind === 'transaction') {
    const all = await controlsOfRequest(store, principal, id.text);
    if (all !== undefined) return { selected: all.map((one) => ({ ...one, path, given })), findings: [] };
    const details =
      'no request for controls with this correlation id is known to this caller; name the controls by their mRIDs';
    return { selected: [], findings: [invalid(path, details, given)], missing: true };
  }
  const found = await resolveId(store, { noun: controlNoun, kinds: [controlKind] }, id);
  if ('finding' in found) return { selected: [], findings: [found.finding], missing: true };
  const all = await knownOf(store, principal, found.object);
  return all === undefined ? 'a document' : { selected: all.map((one) => ({ ...one, path, given })), findings: [] };
}

/** Of what an ID means, that which belongs to a request. */
function among(all: readonly Known[], id: GivenId, found: Found | 'a document'): Found {
  const selected = found === 'a document' ? [] : found.selected;
  const own = selected.filter(({ planned }) => all.some((one) => one.planned.mRID === planned.mRID));
  if (own.length > 0) return { selected: own, findings: [] };
  if (found !== 'a document' && found.findings.length > 0) return found;
  const given = objectIdOfGiven(id);
  return { selected: [], findings: [invalid(id.path, `no control ${id.text} belongs to this request`, given)] };
}

/** The command that a stored control is, with its devices; undefined for a document that others have told. */
async function knownOf(
  store: ObjectStore,
  principal: string,
  object: StoredObject,
): Promise<readonly Known[] | undefined> {
  const own = await requestOf(store, principal, object);
  return own && (await controlsOf(store, own)).filter(({ planned }) => planned.mRID === object.mRID);
}

function toldByOthers(at: number, elements: readonly EndDeviceControl[], ids: readonly GivenId[]): Finding {
  const element = elements[at];
  const id = ids[at - elements.length];
  const given = element === undefined ? objectIdOfGiven(id!) : objectIdOf(referenceOf(controlKind, element));
  const path = element === undefined ? id!.path : pathOf(at);
  const details =
    'it is no command of this caller that is remembered; send what others have told of in a message of its own';
  return invalid(path, details, given);
}

type Known = Pick<Selected, 'request' | 'planned' | 'tasks' | 'whole'>;

async function controlsOf(store: ObjectStore, request: StoredRequest): Promise<Known[]> {
  const tasks = await store.tasks(request.id);
  return controlRequestOf(request).controls.map((planned) => ({
    request,
    planned,
    tasks: tasks.filter(({ entry }) => entry === planned.entry),
    whole: true,
  }));
}

/** The controls an element means: by mRID, else by type; and of these the devices that it names, if it names any. */
async function amongAll(
  store: ObjectStore,
  all: readonly Known[],
  element: EndDeviceControl,
  path: string,
  now: number,
): Promise<{ readonly selected: readonly Selected[]; readonly findings: readonly Finding[] }> {
  const reference = referenceOf(controlKind, element);
  const type = controlTypeOf(element);
  const given: ObjectId =
    reference.mRID === undefined
      ? { id: type, kind: 'other', objectType: 'EndDeviceControlType' }
      : objectIdOf(reference);
  const fits = all.filter(({ planned }) =>
    reference.mRID === undefined ? type === '' || planned.type === type : planned.mRID === reference.mRID,
  );
  if (fits.length === 0) {
    const details = `no control ${given.id} belongs to this request`;
    return { selected: [], findings: [invalid(path, details, given)] };
  }
  const narrows = element.EndDevices !== undefined || namesIndirectly(element);
  if (!narrows) return { selected: fits.map((one) => ({ ...one, path, given, element })), findings: [] };
  const { targets, findings } = await targetsOf(store, element, path, now);
  const wanted = new Map(targets.map((target) => [target.device.mRID, target]));
  const selected: Selected[] = [];
  const missing = new Set(wanted.keys());
  for (const one of fits) {
    const tasks = one.tasks.filter(({ device }) => wanted.has(device));
    for (const { device } of tasks) missing.delete(device);
    const whole = tasks.length === one.tasks.length && one.planned.unresolved !== true;
    if (tasks.length > 0) selected.push({ ...one, tasks, whole, path, given, element });
  }
  const others = [...missing].map((mRID) => {
    const target = wanted.get(mRID)!;
    return invalid(target.path, `${target.named.id} is no device of this command`, target.named);
  });
  return { selected, findings: [...findings, ...others] };
}

/** The request a control came with, as long as it is remembered. */
async function requestOf(
  store: ObjectStore,
  principal: string,
  object: StoredObject,
): Promise<StoredRequest | undefined> {
  const control = object.document as unknown as EndDeviceControl;
  const devices: string[] = [];
  for (const element of control.EndDevices ?? []) {
    const found = await resolve(store, devicePlaces, referenceOf('EndDevice', element), '');
    if ('object' in found) devices.push(found.object.mRID);
    if (devices.length > 0) break;
  }
  const active = devices.length === 0 ? [] : await store.activeTasks(devices);
  const task = active.find((one) => one.action !== 'read' && dataOf(one).control === object.mRID);
  if (task !== undefined) return store.request(task.requestId);
  const [first] = await store.history(object.id);
  const correlationId = first?.provenance.correlationId ?? first?.provenance.messageId;
  if (correlationId === undefined) return undefined;
  const requests = await store.requestsByCorrelation(principal, correlationId, controlNoun, mostOfOne);
  return requests.find((one) => controlRequestOf(one).controls.some(({ mRID }) => mRID === object.mRID));
}

function unknownRequest(correlationId: string): Finding {
  const object: ObjectId = { id: correlationId, kind: 'transaction' };
  const details =
    'no request for controls with this correlation id is known to this caller; name the controls by their mRIDs, or send the CorrelationID of the request that is meant';
  return invalid('Header.CorrelationID', details, object);
}

function invalid(path: string, details: string, object: ObjectId): Finding {
  return { code: codes.invalidRequestId, path, details, object, values: { object: object.id } };
}
