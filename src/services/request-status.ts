/** Questions about a request: its final reply when it has ended, else where each of its devices stands (behaviour §2.3). */
import type { AnyMessage, AnyResponse, Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { replyTo } from '../message/replies.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { partOf, partsKept } from './final-reply.js';
import { optionOf } from './get-options.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { setRequestStatus } from './set-request-status.js';
import { idsOf } from './targets.js';

/** Most devices whose state one answer tells. */
const mostDevices = 1_000;
/** More than one message makes. */
const mostRequests = 10_000;
const setNoun = 'OperationSet';

/** The correlation id a Get asks about, by `Request/ID` of the kind `transaction`; undefined for any other Get. */
export function askedRequest(message: AnyMessage): string | undefined {
  const given = idsOf(message);
  const asks = given.some(({ kind }) => kind === 'transaction') || optionOf(message, 'IDKind')?.text === 'transaction';
  if (!asks) return undefined;
  const ids = given.map(({ text }) => text).filter((id) => id !== '');
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return only;
  throw new ReplyError({
    code: codes.requestMissing,
    path: 'Request.ID',
    details: `give the correlation id of one request in one ID; there are ${ids.length}`,
    values: { element: 'ID' },
  });
}

/** Answers a question about a request of the same caller and noun. A part of a reply is fetched by Option `Part` = n. */
export async function requestStatus(
  ports: ServicePorts,
  noun: string,
  message: AnyMessage,
  call: Call,
  correlationId: string,
): Promise<AnyResponse> {
  const principal = call.principal ?? '';
  // nobody can get an operation set, so that any noun may ask for one
  const own = await ports.store.requestsByCorrelation(principal, correlationId, noun, mostRequests);
  const [request] = own.length > 0 ? own : await ports.store.requestsByCorrelation(principal, correlationId, setNoun);
  if (request === undefined) throw new ReplyError(unknown(noun, correlationId));
  const { messageId } = request;
  const together = own.filter((one) => messageId !== undefined && one.messageId === messageId);
  if (together.length > 1)
    return setRequestStatus(ports, noun, message, together.toReversed(), (one) => statesOf(ports, one));
  const given = optionOf(message, 'Part')?.text;
  const part =
    given !== undefined && /^\d{1,6}$/.test(given) ? await partOf(ports.store, request, Number(given)) : undefined;
  if (part !== undefined) return part;
  if (request.state === 'final') return ended(ports, noun, message, request, given);
  return replyTo(message, noun, { result: 'PARTIAL', findings: await statesOf(ports, request) }, ports.replies);
}

/** Where a request that is under way stands, as a whole and device by device. */
async function statesOf({ store }: ServicePorts, request: StoredRequest): Promise<readonly Finding[]> {
  const tasks = await store.tasks(request.id, { limit: mostDevices });
  const counts = await store.taskCounts(request.id);
  const said = Object.entries(counts).map(([state, count]) => `${count} ${state}`);
  const whole: Finding = {
    code: codes.moreFollows,
    details: `the request is in hand: ${said.length > 0 ? said.join(', ') : 'its devices are not known yet'}; next step ${timeStampOf(request.due)}, over at the latest ${timeStampOf(request.deadline)}`,
    object: { id: request.correlationId, kind: 'transaction' },
  };
  return [whole, ...tasks.map(stateOf)];
}

async function ended(
  ports: ServicePorts,
  noun: string,
  message: AnyMessage,
  request: StoredRequest,
  asked: string | undefined,
): Promise<AnyResponse> {
  const parts = partsKept(request);
  if (parts === undefined) {
    const details = `the request ended at ${timeStampOf(request.endedAt ?? request.deadline)}; its reply went to its ReplyAddress`;
    return replyTo(message, noun, { result: 'OK', findings: [{ code: codes.ok, details }] }, ports.replies);
  }
  const first = asked === undefined ? await partOf(ports.store, request, 1) : undefined;
  if (first !== undefined) return first;
  const wanted = asked ?? '1';
  const forgotten = /^\d+$/.test(wanted) && Number(wanted) >= 1 && Number(wanted) <= parts;
  const details = forgotten
    ? `part ${wanted} of the reply is forgotten: parts are kept as long as answers are; send the request again`
    : `the reply has ${parts} parts; ask for one of them by its number, from 1`;
  throw new ReplyError({
    code: codes.invalidRequestId,
    path: 'Request.Option',
    details,
    values: { object: wanted.slice(0, 20) },
  });
}

function stateOf({ device, state, changedAt, action }: Task): Finding {
  return {
    code: codes.moreFollows,
    details: `${action}: ${state} since ${timeStampOf(changedAt)}`,
    object: { id: device, kind: 'uuid', objectType: 'EndDevice' },
  };
}

function unknown(noun: string, correlationId: string): Finding {
  return {
    code: codes.invalidRequestId,
    path: 'Request.ID[0]',
    details: `no request of ${noun} with this correlation id is known to this caller; the ids of requests long over are forgotten`,
    object: { id: correlationId, kind: 'transaction' },
    values: { object: correlationId },
  };
}
