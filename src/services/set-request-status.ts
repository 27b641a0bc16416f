/**
 * Questions about the requests that one operation set has made of a noun: together, as they came together. Each has a final reply of
 * its own; what these say is put into one answer, with the states of what is still under way.
 */
import type { AnyMessage, AnyResponse } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { replyTo, resultOf } from '../message/replies.js';
import type { StoredRequest } from '../ports/requests.js';
import { partOf } from './final-reply.js';
import type { ServicePorts } from './noun-row.js';

/** Said of a reply as a whole: it is said of all of them here. */
const summaries: readonly string[] = [codes.ok, codes.partialDone];

/** @param statesOf how far a request is that is under way */
export async function setRequestStatus(
  ports: ServicePorts,
  noun: string,
  message: AnyMessage,
  requests: readonly StoredRequest[],
  statesOf: (request: StoredRequest) => Promise<readonly Finding[]>,
): Promise<AnyResponse> {
  const states: Finding[] = [];
  const replies: AnyResponse[] = [];
  for (const request of requests)
    if (request.state === 'open') states.push(...(await statesOf(request)));
    else replies.push((await partOf(ports.store, request, 1)) ?? lost(ports, noun, message));
  const bad = replies.filter(({ Reply }) => Reply.Result !== 'OK').length;
  const failed = replies.filter(({ Reply }) => Reply.Result === 'FAILED').length;
  const result = states.length > 0 ? 'PARTIAL' : resultOf(requests.length - failed, bad);
  const details = `the set has made ${requests.length} requests of ${noun}, and ${requests.length - bad} were carried out as a whole; nothing more follows`;
  const whole: Finding[] = result === 'PARTIAL' && states.length === 0 ? [{ code: codes.partialDone, details }] : [];
  const answer = replyTo(message, noun, { result, findings: [...whole, ...states] }, ports.replies);
  const said = replies.flatMap(({ Reply: { Error = [] } }) =>
    Error.filter(({ code, ID }) => ID !== undefined || !summaries.includes(code)),
  );
  const ids = new Map(replies.flatMap(({ Reply }) => Reply.ID ?? []).map((id) => [`${id.kind} ${id.text}`, id]));
  const Error = [...(answer.Reply.Error ?? []), ...said];
  return {
    ...answer,
    Reply: {
      ...answer.Reply,
      ...(Error.length > 0 ? { Error } : {}),
      ...(ids.size > 0 ? { ID: [...ids.values()] } : {}),
    },
  };
}

/** Of a reply that is not kept, no more is known than that it went out. */
function lost({ replies }: ServicePorts, noun: string, message: AnyMessage): AnyResponse {
  return replyTo(message, noun, { result: 'OK' }, replies);
}
