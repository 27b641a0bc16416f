/**
 * Writes typed messages that the gateway sends by itself: replies that come later than the answer, and events.
 * Fills `MessageEncoder` of ports/, which contract/ does not import: main.ts hands it on as such.
 */
import { operations, type AnyMessage, type AnyResponse, type Operation } from '../generated/operations.js';
import { withWrittenOperations } from './operation-payloads.js';
import { XmlWriter } from './xml-writer.js';

/** A message as it will stand in a SOAP Body, and its SOAPAction. */
export interface Encoded {
  readonly xml: string;
  readonly action: string;
}

export interface Encoder {
  response(noun: string, message: object): Encoded;
  event(verb: string, noun: string, message: object): Encoded;
  /** A request or a Get, with the service that the executing system offers for it. */
  request(verb: string, noun: string, message: object): Encoded & { readonly service: string };
}

const setNoun = 'OperationSet';
const executeSet = operations.find(({ shape }) => shape === 'operationSet')!;

/** Encodes by the table of operations; throws for a noun or verb that is not in it. */
export function messageEncoder(): Encoder {
  const byVerb = new Map<string, Operation>();
  for (const operation of operations)
    if (operation.shape !== 'operationSet') byVerb.set(`${operation.verb} ${operation.noun}`, operation);
  const operationFor = (kind: 'event' | 'request', verb: string, noun: string): Operation => {
    const operation = byVerb.get(`${verb} ${noun}`);
    if (operation === undefined || (operation.shape === 'event') !== (kind === 'event'))
      throw new Error(`the contract has no ${kind} "${verb}" of ${noun}`);
    return operation;
  };
  const written = (operation: Operation, message: object): Encoded => {
    const writer = new XmlWriter();
    operation.write(writer, message as AnyMessage);
    return { xml: writer.xml, action: operation.soapAction };
  };

  return {
    // In the namespace of the noun's own messages, be it that a Get asked: what a receiver of replies serves is that of
    // Reply<Noun>. No operation takes a response as its input, so its action is made as those of operations are.
    response: (noun, message) => {
      const operation = noun === setNoun ? executeSet : operationFor('event', 'created', noun);
      const { soapAction, name, responseName } = operation;
      const writer = new XmlWriter();
      operation.writeResponse(writer, withWrittenOperations(message as AnyResponse));
      return { xml: writer.xml, action: soapAction.slice(0, -name.length) + responseName };
    },
    event: (verb, noun, message) => written(operationFor('event', verb, noun), message),
    request: (verb, noun, message) => {
      const operation = operationFor('request', verb, noun);
      return { ...written(operation, message), service: operation.services[0] ?? '' };
    },
  };
}
