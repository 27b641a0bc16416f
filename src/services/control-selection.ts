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
import { controlTypeOf, pathOf } from './control-checks.js';
import { controlKind, controlNoun, controlRequestOf, dataOf, type PlannedControl } from './control-plan.js';
import { namesIndirectly, targetsOf } from './control-targets.js';
import { devicePlaces, objectIdOf, referenceOf, resolve } from './identification.js';
import { idsOf, objectIdOfGiven } from './targets.js';

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
  const byCorrelation =
    CorrelationID === undefined ? [] : await store.requestsByCorrelation(principal, CorrelationID, controlNoun);
  const request = byCorrelation.find(({ verb }) => verb === 'create');
  const ids = idsOf(message);
  if (request !== undefined) {
    const all = await controlsOf(store, request);
    if (elements.length === 0 && ids.length === 0) {
      const given: ObjectId = { id: CorrelationID ?? '', kind: 'transaction' };
      const path = 'Header.CorrelationID';
      return { selected: all.map((one) => ({ ...one, path, given })), findings: [], documents: false };
    }
    const found = await Promise.all(elements.map((element, at) => amongAll(store, all, element, pathOf(at), now)));
    return {
      selected: found.flatMap(({ selected }) => selected),
      findings: found.flatMap(({ findings }) => findings),
      documents: false,
    };
  }

  const selected: Selected[] = [];
  const findings: Finding[] = [];
  let documents = true;
  const named = [
    ...ids.map((id) => ({ mRID: id.text, path: id.path, given: objectIdOfGiven(id), element: undefined })),
    ...elements.map((element, at) => {
      const reference = referenceOf(controlKind, element);
      return { mRID: reference.mRID, path: pathOf(at), given: objectIdOf(reference), element };
    }),
  ];
  for (const { mRID, path, given, element } of named) {
    const object = mRID === undefined ? undefined : await store.objectByMRID(controlNoun, [controlKind], mRID);
    const own = object && (await requestOf(store, principal, object));
    if (own === undefined) continue;
    documents = false;
    const all = (await controlsOf(store, own)).filter((one) => one.planned.mRID === mRID);
    if (element === undefined) selected.push(...all.map((one) => ({ ...one, path, given })));
    else {
      const found = await amongAll(store, all, element, path, now);
      selected.push(...found.selected);
      findings.push(...found.findings);
    }
  }
  if (CorrelationID !== undefined && named.length === 0) {
    documents = false;
    findings.push(unknownRequest(CorrelationID));
  }
  return { selected, findings, documents };
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
  const requests = await store.requestsByCorrelation(principal, correlationId, controlNoun);
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
