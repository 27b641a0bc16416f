/**
 * In front of the services: is the caller allowed to ask this, has the message been played before, and is it on record what was decided
 * (security.md §2, §4.9). Every message of every entry comes through here. Knows nothing of how somebody has shown who he is.
 */
import type { AnyMessage, AnyResponse, Call, Decided, Dispatch } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { replyTo } from '../message/replies.js';
import { codes, type ReplyCode } from '../message/reply-codes.js';
import { entryOf, record, recordOf } from './audit-trail.js';
import { concerns, decide, type PolicyRule } from './policy.js';
import { asksForDryRun } from './dry-run.js';
import type { ServicePorts } from './noun-row.js';
import { foreignAddress } from './reply-address.js';
import { askedByPart, askedOf, wishesOf, type Asked } from './wishes.js';

/** Puts the policy, the lists of who may name an endpoint and the audit in front of a dispatcher. */
export function authorised(dispatch: Dispatch, ports: ServicePorts): Dispatch {
  const { guard } = ports;
  const { audit } = guard;
  const failed = (message: AnyMessage, { operation }: Call, findings: readonly Finding[]): AnyResponse =>
    replyTo(message, operation.noun, { result: 'FAILED', findings }, ports.replies);
  if (guard.policy === undefined && audit === 'off')
    return async (message, call) => {
      const foreign = foreignAddress(message, call, ports);
      return foreign.length === 0 ? dispatch(message, call) : failed(message, call, foreign);
    };
  return async (message, call) => {
    const { operation } = call;
    // the same for all parts of a message
    const { policy } = guard;
    const asked = askedOf(message, call);
    const source = message.Header.Source;
    const findings = [
      ...(policy === undefined ? [] : refusals(policy, asked, call, source)),
      ...foreignAddress(message, call, ports),
    ];
    const asksOnly = operation.verb === 'get' && operation.shape !== 'response' && asked.length === 1;
    const isDry = asksForDryRun(message.Header) === true;
    const said = audit === 'off' ? {} : { ...recordOf(message, call, asked), ...(isDry && { dryRun: 'true' }) };
    const refuse = async (code: ReplyCode): Promise<void> => {
      if (audit !== 'off') await record(ports, entryOf(said, ports.clock.now(), { decision: 'refused', code }));
    };
    /** Nothing was begun: it was refused, or answered before. */
    const told = (reply: AnyResponse): Promise<void> => {
      const [error] = reply.Reply.Error ?? [];
      const code = (error?.code ?? codes.ok) as ReplyCode;
      const how =
        reply.Reply.Result === 'FAILED'
          ? ({ decision: 'refused' } as const)
          : { decision: 'allowed' as const, repeated: 'true' };
      return record(ports, entryOf(said, ports.clock.now(), { ...how, code }));
    };
    try {
      if (findings.length > 0) {
        await refuse(findings[0]!.code);
        return failed(message, call, findings);
      }
      if (audit === 'off' || (asksOnly && audit !== 'all'))
        return await dispatch(message, watched(message, call, policy, source));
      const decided: Decided = { record: said, recorded: false };
      // commands are recorded in the transaction that begins them (control-begin.ts)
      const begins = operation.name === 'CreateEndDeviceControls' && asked.length === 1 && !isDry;
      if (!begins) {
        await record(ports, entryOf(said, ports.clock.now(), { decision: 'allowed' }));
        decided.recorded = true;
      }
      const reply = await dispatch(message, { ...watched(message, call, policy, source), decided });
      if (!decided.recorded) await told(reply);
      return reply;
    } catch (error) {
      if (error instanceof ReplyError) return failed(message, call, error.findings);
      throw error;
    }
  };
}

/** What the policy has against it. */
function refusals(
  policy: readonly PolicyRule[],
  asked: readonly Asked[],
  call: Call,
  source: string | undefined,
): readonly Finding[] {
  return asked.flatMap((one) =>
    wishesOf(one, call, source).flatMap((wish): readonly Finding[] => {
      if (decide(policy, wish).decision !== 'denied') return [];
      const what = `${wish.verb} of ${wish.noun}${wish.controlType === undefined ? '' : ` with the control type ${wish.controlType}`}`;
      const from =
        source !== undefined && anySource(policy, { ...wish, source: undefined })
          ? ` from the Source ${source.slice(0, 80)}`
          : '';
      const details = `${wish.principal} may not ask for ${what}${from}; nothing was done`;
      const { operationId } = one;
      return [
        {
          code: codes.notAuthorized,
          details,
          values: { details: what },
          ...(operationId !== undefined && { operationId }),
        },
      ];
    }),
  );
}

/** Whether it would have been allowed from some Source. */
function anySource(policy: readonly PolicyRule[], wish: Parameters<typeof concerns>[1]): boolean {
  return policy.some(
    (rule) => rule.effect === 'allow' && rule.sources !== undefined && concerns({ ...rule, sources: undefined }, wish),
  );
}

/** The call, with every further part of its payload looked at before the service gets it. */
function watched(
  message: AnyMessage,
  call: Call,
  policy: readonly PolicyRule[] | undefined,
  source: string | undefined,
): Call {
  const { rest } = call;
  if (rest === undefined || policy === undefined) return call;
  const looked = async function* (): NonNullable<Call['rest']> {
    for await (const piece of rest) {
      const findings = refusals(policy, askedByPart(piece.root, message, call), call, source);
      if (findings.length > 0) throw new ReplyError(...findings);
      yield piece;
    }
  };
  return { ...call, rest: looked() };
}
