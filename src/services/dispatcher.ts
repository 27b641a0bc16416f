/**
 * Takes a typed message to the service of its noun. Knows nothing of HTTP and XML: a message that comes here is valid by
 * its schema, and whatever it asks that cannot be done is answered FAILED with every reason there is.
 */
import type { AnyMessage, AnyResponse, Call, Dispatch, Operation } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { replyTo } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import { StoreUnavailable } from '../ports/object-store.js';
import { authorised } from './authorisation.js';
import { callbacks } from './callbacks.js';
import { asksForDryRun, dryRuns } from './dry-run.js';
import { headerFindings } from './header-rules.js';
import { repetitions } from './kept-answers.js';
import type { NounRow, NounTable, ServicePorts } from './noun-row.js';
import { checkedPieces, payloadFindings } from './payload-rules.js';
import { isAsynchronous } from './reply-address.js';
import { detectsReplay, replayed, replayMissing } from './replay.js';
import { nounServices } from './services.js';

/** The dispatcher over a noun table, behind what guards it. What it throws is a defect of ours, never of the caller. */
export function dispatcher(table: NounTable, ports: ServicePorts): Dispatch {
  return authorised(toServices(table, ports), ports);
}

function toServices(table: NounTable, ports: ServicePorts): Dispatch {
  const services = nounServices(table, ports);
  const rows = new Map(Object.entries(table));
  const answered = repetitions(ports.store, () => ports.clock.now());
  const calledBack = callbacks(ports);
  const dryRun = dryRuns(table, ports);
  return async (message, call) => {
    const { operation } = call;
    if (operation.shape === 'response') return calledBack.response(message, call);
    const findings = [
      ...headerFindings(message, operation, ports),
      ...notServed(operation, rows),
      ...unrepeatable(message, operation, rows.get(operation.noun), ports),
      ...payloadFindings(message, call, rows.get(operation.noun)),
      ...replayMissing(message, rows.get(operation.noun)?.acts === true && operation.shape === 'request', ports),
    ];
    const failed = (reasons: readonly Finding[]): AnyResponse =>
      replyTo(message, operation.noun, { result: 'FAILED', findings: reasons }, ports.replies);
    // a message that is sent again gets its answer again, before its nonce is looked at
    const once = detectsReplay(message, ports);
    const isDry = operation.verb !== 'get' && asksForDryRun(message.Header) === true;
    const run = async (): Promise<AnyResponse> => {
      const handler = isDry ? dryRun : services.get(operation.noun)?.[operation.verb];
      try {
        if (findings.length > 0) throw new ReplyError(...findings);
        const replay = once ? await replayed(message, call, ports) : undefined;
        if (replay !== undefined) throw new ReplyError(replay);
        if (handler === undefined) throw new Error(`no service answers ${operation.verb} ${operation.noun}`);
        return await handler(message, withCheckedRest(call));
      } catch (error) {
        const reasons = reasonsOf(error);
        if (reasons === undefined) throw error;
        return failed(reasons);
      }
    };
    try {
      if (isDry) return await run();
      const claimed = findings.length === 0 && (await calledBack.event(message, call));
      if (claimed) return claimed;
      const promised = isAsynchronous(message.Header) && !once;
      return await answered.once(call, run, (error) => failed(error.findings), promised);
    } catch (error) {
      const reasons = reasonsOf(error);
      if (reasons === undefined) throw error;
      return failed(reasons);
    }
  };
}

/** What the caller is told; undefined for a defect of ours. */
function reasonsOf(error: unknown): readonly Finding[] | undefined {
  if (error instanceof ReplyError) return error.findings;
  if (error instanceof StoreUnavailable)
    return [
      {
        code: codes.tooBusy,
        details: 'the store cannot work now; send the same message again later, with the same MessageID',
      },
    ];
  return undefined;
}

/** The noun is not served, or it has no such verb. The operation set is no noun; what it may hold is looked at operation by operation. */
function notServed(
  { noun, verb, shape }: Operation,
  rows: ReadonlyMap<string, { verbs: readonly string[] }>,
): Finding[] {
  if (shape === 'operationSet') return [];
  const row = rows.get(noun);
  if (!row) {
    const details = `this gateway does not serve ${noun}`;
    return [{ code: codes.invalidNoun, path: 'Header.Noun', details, values: { value: noun } }];
  }
  if (row.verbs.includes(verb)) return [];
  const details = `${noun} has no ${verb}; it has ${row.verbs.join(', ')}`;
  return [{ code: codes.invalidVerb, path: 'Header.Verb', details, values: { value: verb } }];
}

/** What acts on devices and could not be known again, so that its repetition would be another one. */
function unrepeatable(
  { Header }: AnyMessage,
  { verb, shape }: Operation,
  row: NounRow | undefined,
  { settings }: ServicePorts,
): Finding[] {
  const acts = row?.acts === true && shape === 'request';
  // those that are answered later need one anyway (header-rules.ts)
  if (!acts || settings.controlMessageId !== 'required' || isAsynchronous(Header)) return [];
  if ((Header.MessageID ?? '').trim() !== '') return [];
  const details = `${verb} of ${Header.Noun} needs one here, so that it can be repeated without being done twice; nothing was done`;
  return [{ code: codes.headerMissing, path: 'Header.MessageID', details, values: { element: 'MessageID' } }];
}

function withCheckedRest(call: Call): Call {
  return call.rest ? { ...call, rest: checkedPieces(call.operation.noun, call.rest) } : call;
}
