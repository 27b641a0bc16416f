/**
 * What a message asks for, as the policy sees it: verb, noun and control types, of itself and of every operation in it. A message whose
 * payload comes in parts is looked at part by part.
 */
import type { MeterServiceWork } from '../generated/MeterServiceRequests.js';
import type { EndDeviceControl } from '../generated/EndDeviceControls.js';
import type { AnyMessage, Call, PayloadRoot } from '../message/call.js';
import { operationSetOf, type OperationSet } from '../message/operation-set.js';
import { controlTypeOf } from './control-checks.js';
import { controlKind, controlNoun } from './control-plan.js';
import { anonymous, type Wish } from './policy.js';
import { nounOf, verbOf } from './set-operations.js';
import { controlOf, courseOf, workKind, workNoun } from './service-work.js';

/** What is asked for, and the control types it names: none where nothing is commanded. */
export interface Asked {
  readonly verb: string;
  readonly noun: string;
  readonly controlTypes: readonly string[];
  /** In a set: which operation it is. */
  readonly operationId?: string | undefined;
}

/** What the message itself asks for, by what is in hand of it. */
export function askedOf(message: AnyMessage, call: Call): readonly Asked[] {
  const { noun, verb, shape } = call.operation;
  const own = { verb: shape === 'response' ? 'reply' : verb, noun };
  const root = message.Payload?.[noun] as PayloadRoot | undefined;
  const set = shape === 'operationSet' ? (root as OperationSet | undefined) : operationSetOf(message);
  return [{ ...own, controlTypes: controlTypesIn(noun, root) }, ...(set === undefined ? [] : askedBySet(set, message))];
}

/** What a further part of its payload asks for. */
export function askedByPart(root: PayloadRoot, message: AnyMessage, { operation }: Call): readonly Asked[] {
  const { noun, verb, shape } = operation;
  if (shape === 'operationSet') return askedBySet(root, message);
  return [{ verb, noun, controlTypes: controlTypesIn(noun, root) }];
}

function askedBySet({ Operation = [] }: OperationSet, message: AnyMessage): readonly Asked[] {
  return Operation.map((one) => {
    const noun = nounOf(one, message) ?? '';
    const { operationId, payload } = one;
    return { operationId, noun, verb: verbOf(one, message) ?? '', controlTypes: controlTypesIn(noun, payload?.value) };
  });
}

/** The types of control in a payload: those of controls, and those that works at meters lead to. */
function controlTypesIn(noun: string, root: PayloadRoot | undefined): readonly string[] {
  if (root === undefined) return [];
  if (noun === controlNoun) {
    const controls = (root[controlKind] as readonly EndDeviceControl[] | undefined) ?? [];
    return [...new Set(controls.map(controlTypeOf).filter((type) => type !== ''))];
  }
  if (noun !== workNoun) return [];
  const works = (root[workKind] as readonly MeterServiceWork[] | undefined) ?? [];
  return [...new Set(works.flatMap((work) => controlOf[courseOf(work)] ?? []))];
}

/** The wishes that the policy decides about: one for each control type, or one alone. */
export function wishesOf(
  { verb, noun, controlTypes }: Asked,
  { caller }: Call,
  source: string | undefined,
): readonly Wish[] {
  const { principal = anonymous, roles = [] } = caller ?? {};
  const wish = { principal, roles, verb, noun, source };
  return controlTypes.length === 0 ? [wish] : controlTypes.map((controlType) => ({ ...wish, controlType }));
}
