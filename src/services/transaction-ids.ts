/**
 * An `ID` of kind `transaction` names the objects that an earlier request has made, by its MessageID, or by its CorrelationID where it
 * was answered later (messaging §1.5). What it has made stands in its answer, which is remembered as long as repetitions are known.
 */
import type { AnyResponse } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { StoreReader } from '../ports/object-store.js';
import { listOf, memberOf } from './identification.js';
import { answerOfLater } from './later-answers.js';
import type { Subject } from './subject.js';
import { objectIdOfGiven, type GivenId } from './targets.js';

type Asked = Pick<Subject, 'noun' | 'kinds'>;

/** The IDs with those of transactions taken apart, or what is wrong with these; each at the place of the ID it came by. */
export async function withoutTransactions(
  store: StoreReader,
  asked: Asked,
  principal: string,
  ids: readonly GivenId[],
): Promise<readonly (GivenId | Finding)[]> {
  const found: (GivenId | Finding)[] = [];
  for (const id of ids)
    if (id.kind !== 'transaction') found.push(id);
    else for (const one of await madeBy(store, asked, principal, id)) found.push(one);
  return found;
}

async function madeBy(
  store: StoreReader,
  { noun, kinds }: Asked,
  principal: string,
  id: GivenId,
): Promise<readonly (GivenId | Finding)[]> {
  const transaction = id.text;
  const wanted = id.objectType === undefined ? kinds : kinds.filter((kind) => kind === id.objectType);
  const requests = [
    ...(await store.requestsByCorrelation(principal, transaction, noun)),
    ...(await store.requestsByCorrelation(principal, transaction, 'OperationSet')),
  ];
  if (requests.some(({ state }) => state === 'open'))
    return [refused(id, 'that request is still under way; wait for its reply')];
  const answers = [await store.answerOf(principal, transaction)];
  for (const request of requests) answers.push(await answerOfLater(store, request.id));
  const given = answers.flatMap((kept) => listOf((kept?.answer as unknown as AnyResponse | undefined)?.Reply.ID));
  const made = given.flatMap((one): GivenId[] => {
    const [text, kind, objectType] = [memberOf(one, 'text'), memberOf(one, 'kind'), memberOf(one, 'objectType')];
    if (typeof text !== 'string' || kind !== 'uuid' || typeof objectType !== 'string') return [];
    return wanted.includes(objectType) ? [{ text, kind, objectType, path: id.path }] : [];
  });
  const unlike = [...new Map(made.map((one) => [`${one.objectType} ${one.text}`, one])).values()];
  if (unlike.length > 0) return unlike;
  if (requests.length === 0 && answers[0] === undefined)
    return [
      refused(
        id,
        'no request with this MessageID is remembered for this caller; name the objects by mRID, or by a name with kind name',
      ),
    ];
  return [refused(id, `that request has made no ${wanted.join(' or ') || (id.objectType ?? noun)} of ${noun}`)];
}

function refused(id: GivenId, details: string): Finding {
  return {
    code: codes.invalidRequestId,
    path: id.path,
    details,
    object: objectIdOfGiven(id),
    values: { object: id.text },
  };
}
