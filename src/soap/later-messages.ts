/**
 * Writes what is sent later than it is made in the way its addressee wants it: in the namespaces, the form and the dialect of the
 * endpoint. Fills `MessageEncoder` of ports/, which soap/ does not know: main.ts hands it on as such.
 */
import type { Encoded, Encoder } from '../contract/message-encoder.js';
import { operationFor } from '../contract/operations.js';
import { abstractNamespace, eras, spelledAction, type Era, type Spelling } from '../contract/spelling.js';
import { operations, type AnyMessage, type AnyResponse, type Operation } from '../generated/operations.js';
import type { Dialect, Dialects, Form } from './dialects.js';
import { compressedNow } from './compressed-reply.js';
import { inHabit } from './habits.js';
import { inSpelling, mannered } from './mannered.js';

/** How an endpoint wants to be spoken to; absent parts are those of the contract. */
export interface EndpointWay {
  readonly era?: Era | undefined;
  readonly form?: Form | undefined;
  readonly dialect?: string | undefined;
  /** Bytes of a payload above which it is compressed; that of the dialect when absent. */
  readonly compressAbove?: number | undefined;
}

interface To {
  readonly endpoint: string;
  readonly asked?: string | undefined;
}

export interface AddressedEncoder extends Pick<Encoder, 'request'> {
  response(noun: string, message: object, to?: To): Encoded;
  event(verb: string, noun: string, message: object, to?: To): Encoded;
}

/** Answers to operation sets are of no noun. */
const executeSet = operations.find(({ shape }) => shape === 'operationSet')!;

/** @param wayOf how an endpoint wants to be spoken to; undefined for one that there is not */
export function addressedEncoder(
  plain: Encoder,
  dialects: Dialects,
  wayOf: (endpoint: string) => EndpointWay | undefined,
): AddressedEncoder {
  /** The way to an endpoint, where it is not that of the contract. */
  const speechTo = (to: To | undefined): Speech | undefined => {
    const way = to && wayOf(to.endpoint);
    const { era = '2011', form = 'typed', dialect: name, compressAbove } = way ?? {};
    const dialect = dialects.named(name);
    const above = compressAbove ?? dialect?.compressAbove;
    if (era === '2011' && form === 'typed' && name === undefined && above === undefined) return undefined;
    return { form, spelling: { ...dialects.spellingFor(name), ...eras[era] }, dialect, above };
  };
  const operationOf = (verb: string, noun: string): Operation => {
    const operation = noun === 'OperationSet' ? executeSet : operationFor('event', verb, noun);
    if (operation === undefined) throw new Error(`the contract has no event "${verb}" of ${noun}`);
    return operation;
  };

  return {
    request: (verb, noun, message) => plain.request(verb, noun, message),
    response: (noun, message, to) => {
      const speech = speechTo(to);
      if (speech === undefined) return plain.response(noun, message);
      const operation = operationOf('created', noun);
      const reply = packedFor(speech, inHabit(message as AnyResponse, to?.asked ?? '', speech.dialect), noun);
      const action = operation.soapAction.slice(0, -operation.name.length) + operation.responseName;
      const xml = mannered(speech, operation, 'response', reply);
      return { xml, action: actionOf(speech, action, 'Response') };
    },
    event: (verb, noun, message, to) => {
      const speech = speechTo(to);
      if (speech === undefined) return plain.event(verb, noun, message);
      const operation = operationOf(verb, noun);
      const xml = mannered(speech, operation, 'event', packedFor(speech, message as AnyMessage, noun));
      return { xml, action: actionOf(speech, operation.soapAction, 'PublishEvent') };
    },
  };
}

interface Speech {
  readonly form: Form;
  readonly spelling: Spelling;
  readonly dialect: Dialect | undefined;
  /** Bytes of a payload above which it is compressed; never when absent. */
  readonly above: number | undefined;
}

function packedFor<M extends AnyMessage | AnyResponse>({ above, spelling }: Speech, message: M, noun: string): M {
  if (above === undefined) return message;
  return compressedNow(message, noun, { above, spell: (xml) => inSpelling(xml, spelling), alone: false });
}

/** What the action of a bare message is stands in no contract: it gets that of the typed one. */
function actionOf({ form, spelling }: Speech, typed: string, wrapper: string): string {
  return spelledAction(form === 'generic' ? `${abstractNamespace}/${wrapper}` : typed, spelling);
}
