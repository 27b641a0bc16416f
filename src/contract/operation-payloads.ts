/** Operations of a set between their two forms: payloads as XML in the envelope, typed for the services (message/operation-set.ts). */
import type { OperationType } from '../generated/Message.js';
import type { AnyMessage, AnyResponse } from '../generated/operations.js';
import type { PayloadRoot } from '../message/call.js';
import { operationSetOf, type SetOperation } from '../message/operation-set.js';
import { rootNamed, type PayloadReader } from './payload-reader.js';
import { XmlWriter } from './xml-writer.js';

/** The message with the payloads of its operations typed; the message itself when it carries no set. */
export function withTypedOperations(message: AnyMessage, reader: PayloadReader): AnyMessage {
  const set = operationSetOf(message);
  if (set === undefined) return message;
  return { ...message, Payload: { ...message.Payload, OperationSet: typedOperations(set as PayloadRoot, reader) } };
}

/** The same for a set by itself, or for a part of one. */
export function typedOperations(set: PayloadRoot, reader: PayloadReader): PayloadRoot {
  const operations = set['Operation'] as readonly OperationType[] | undefined;
  if (operations === undefined) return set;
  return { ...set, Operation: operations.map((operation) => typedOperation(operation, reader)) };
}

function typedOperation({ any, ...operation }: OperationType, reader: PayloadReader): SetOperation {
  const [element] = any ?? [];
  return element === undefined ? operation : { ...operation, ...reader.read(element.xml) };
}

/** A message or reply as it can be written: the typed payloads of its operations as XML again. */
export function withWrittenOperations<M extends AnyMessage | AnyResponse>(message: M): M {
  const set = operationSetOf(message);
  if (set?.Operation === undefined) return message;
  return {
    ...message,
    Payload: { ...message.Payload, OperationSet: { ...set, Operation: set.Operation.map(written) } },
  };
}

function written({ payload, findings: _, ...operation }: SetOperation): object {
  if (payload === undefined) return operation;
  const root = rootNamed(payload.name);
  if (root === undefined) throw new Error(`the contract has no payload ${payload.name}`);
  const writer = new XmlWriter();
  root.write(writer, payload.value);
  return { ...operation, any: [{ namespace: root.namespace, name: root.name, xml: writer.xml }] };
}
