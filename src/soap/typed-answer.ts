/**
 * Answers of others as typed messages, for those who need more of them than whether the message was taken. What is no valid
 * response, and yet says how it went, is taken for that.
 */
import { Validators } from '../contract/validator.js';
import type { AnyResponse } from '../generated/operations.js';
import type { ReaderLimits } from './compressed.js';
import { SoapFault } from './fault.js';
import type { HttpAnswer } from './http-post.js';
import { MessageReader } from './read.js';
import { readAnswer, type AnswerRead } from './read-answer.js';

export type TypedAnswer =
  { readonly kind: 'reply'; readonly message: AnyResponse } | Extract<AnswerRead, { readonly kind: 'fault' | 'junk' }>;

/** @param wsdl the folder of the contract */
export function answerReader(wsdl: string, limits: ReaderLimits): (answer: HttpAnswer) => TypedAnswer {
  let reader: MessageReader | undefined;
  return ({ body, contentType }) => {
    reader ??= new MessageReader(new Validators(wsdl), limits);
    try {
      const { operation, message } = reader.read({ body, contentType, soapAction: undefined, service: undefined });
      if (operation.shape === 'response') return { kind: 'reply', message: message as AnyResponse };
      return { kind: 'junk', reason: `the answer ${operation.name} is no response` };
    } catch (error) {
      if (!(error instanceof SoapFault)) throw error;
      return lenient(readAnswer(body, contentType));
    }
  };
}

function lenient(answer: AnswerRead): TypedAnswer {
  if (answer.kind !== 'reply') return answer;
  const { result, code, details } = answer;
  if (result !== 'OK' && result !== 'PARTIAL' && result !== 'FAILED')
    return { kind: 'junk', reason: 'the Result of the answer is none' };
  const errors = code === undefined ? {} : { Error: [{ code, ...(details !== undefined && { details }) }] };
  return { kind: 'reply', message: { Header: { Verb: 'reply', Noun: '' }, Reply: { Result: result, ...errors } } };
}
