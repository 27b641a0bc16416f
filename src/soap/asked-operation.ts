/** Which operation a message asks for: its element says so, and address and SOAPAction must agree. */
import { TapeCursor } from '../contract/cursor.js';
import { genericService, namespacesOf, operationOf, operationsOf } from '../contract/operations.js';
import type { Tape } from '../contract/scan.js';
import type { Operation } from '../generated/operations.js';
import { noExecuted } from '../message/operation-set.js';
import type { SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';
import type { AroundBody, MediaType } from './request.js';

/**
 * The operation of the message element at this tape index.
 * Throws `SoapFault` when there is none, or when the service of the address or the SOAPAction disagree.
 */
export function askedOperation(
  tape: Tape,
  message: number,
  version: SoapVersion,
  request: AroundBody,
  media: MediaType,
): Operation {
  const cursor = new TapeCursor(tape, message);
  const namespace = tape.uri(cursor.namespace);
  const name = cursor.name;
  const operation = operationOf(namespace, name);
  if (!operation) {
    const meant = namespacesOf(name);
    const elsewhere = meant.length > 0 ? `; ${name.slice(0, 200)} is known in the namespace ${meant.join(' or ')}` : '';
    const hint = name === 'ExecutedOperationSet' ? `; ${noExecuted}` : elsewhere;
    throw new SoapFault(
      'Client',
      `no operation has the message {${namespace.slice(0, 200)}}${name.slice(0, 200)}${hint}`,
      version,
    );
  }
  if (request.service === genericService)
    throw new SoapFault(
      'Client',
      `the service ${genericService} takes Request, PublishEvent and Response of any noun; ${name} belongs to ${operation.services.join(', ')}`,
      version,
      operation,
      [{ code: '2.9', details: `${name} is not an operation of ${genericService}` }],
    );
  if (request.service !== undefined && !operation.services.includes(request.service)) {
    const offered = (operationsOf(request.service) ?? []).map((o) => o.name).join(', ');
    throw new SoapFault(
      'Client',
      `the service ${request.service} does not offer ${name}; it offers ${offered}. ${name} belongs to ${operation.services.join(', ')}`,
      version,
      operation,
      [{ code: '2.9', details: `${name} is not an operation of ${request.service}` }],
    );
  }
  const action = actionOf(version, request, media);
  // what the action of a response is stands in no contract
  const agreed = operation.shape === 'response';
  if (!agreed && action !== undefined && action !== '' && action !== operation.soapAction)
    throw new SoapFault(
      'Client',
      `the SOAPAction "${action.slice(0, 200)}" disagrees with the message ${name}, whose action is "${operation.soapAction}"`,
      version,
      operation,
      [{ code: '2.9', details: `SOAPAction must be "${operation.soapAction}" or empty` }],
    );
  return operation;
}

/** The SOAPAction of a request, without its quotes. */
export function actionOf(version: SoapVersion, request: AroundBody, media: MediaType): string | undefined {
  return (version === '1.2' ? (media.action ?? request.soapAction) : request.soapAction)
    ?.trim()
    .replace(/^"(.*)"$/, '$1');
}
