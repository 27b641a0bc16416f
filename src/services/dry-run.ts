/**
 * Dry runs (behaviour §1.7): `Header/Property` `DryRun` = `true`. What is asked for is done by the very services that would do it, in
 * a transaction that is undone; controls are checked and planned, which writes nothing. Nothing is stored, nothing sent, nobody told,
 * and the MessageID is not remembered, so that the real message may follow under the same one.
 */
import type { HeaderType } from '../generated/Message.js';
import { wholeMessage, type AnyMessage, type AnyResponse, type Call } from '../message/call.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { operationSetOf } from '../message/operation-set.js';
import { partsOfReply, replyTo, resultOf, type ReplyParts } from '../message/replies.js';
import { codes } from '../message/reply-codes.js';
import { commandsOf } from './commands.js';
import { planOf } from './control-acceptance.js';
import { pathOf } from './control-checks.js';
import { closingOf } from './control-closing.js';
import { controlKind, controlNoun, dataOf } from './control-plan.js';
import { disconnectsOf } from './control-begin.js';
import { controlsTried } from './controls-within.js';
import { lookAtBrake } from './disconnect-brake.js';
import { dryRunLog } from './dry-run-log.js';
import { headEndDesk } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import { objectIdOf, wordsOf } from './identification.js';
import type { Handler, NounTable, ServicePorts } from './noun-row.js';
import { taken } from './object-writer.js';
import { refuseWhenTooMany } from './open-requests.js';
import { operationSets } from './operation-set.js';
import { replyToOf } from './reply-address.js';
import { serviceWithin } from './service-within.js';
import { storeWithin, type PortsWithin } from './unit-of-work.js';

/** Whether a message asks for a dry run; undefined when what it says is neither true nor false. */
export function asksForDryRun({ Property = [] }: HeaderType): boolean | undefined {
  const values = Property.filter(({ Name }) => Name.trim() === 'DryRun').map(({ Value }) =>
    Value?.trim().toLowerCase(),
  );
  if (values.every((value) => value === 'false' || value === '0' || value === '')) return false;
  return values.every((value) => value === 'true' || value === '1') ? true : undefined;
}

/** What answers messages that ask for a dry run, whatever their noun; answered at once, whatever they say of that. */
export function dryRuns(table: NounTable, ports: ServicePorts): Handler {
  return async (message, call) => {
    const { noun } = call.operation;
    const isSet = call.operation.shape === 'operationSet' || operationSetOf(message) !== undefined;
    const planned = noun === controlNoun && !isSet ? await controlsPlanned(ports, message, call) : undefined;
    const said = planned ?? (await undone(table, ports, message, call, isSet));
    const findings = [nothingDone, ...(said.findings ?? [])];
    return replyTo(message, noun, { ...said, findings }, ports.replies);
  };
}

const nothingDone: Finding = {
  code: codes.ok,
  path: 'Header.Property',
  details: 'a dry run: nothing has been done; what else is said is what would be',
};

/** Thrown to undo everything. */
class Undone extends Error {
  constructor(readonly reply: AnyResponse) {
    super('a dry run is undone');
  }
}

/** Lets the service do what is asked for, and undoes it. */
async function undone(
  table: NounTable,
  ports: ServicePorts,
  message: AnyMessage,
  call: Call,
  isSet: boolean,
): Promise<ReplyParts> {
  const later: ((isOnDisk: boolean) => void)[] = [];
  const log = dryRunLog(ports.ids);
  const dryCall: Call = { ...call, repeat: undefined };
  try {
    await ports.store.transaction(async (tx) => {
      const { store } = storeWithin(log.watched(tx));
      const within: PortsWithin = {
        ...ports,
        store,
        ids: log.ids,
        // subscribers are not told, nor power events counted
        registry: { ...ports.registry, subscriptions: () => [] },
        outside: ports,
        replyTo: replyToOf(message.Header, ports),
        afterwards: (run) => void later.push(run),
      };
      const { noun, verb } = call.operation;
      const handler = isSet
        ? operationSets(table, within, {
            outside: ports,
            before: ({ path, operationId }) => log.operation(path, operationId),
            afterwards: within.afterwards,
          })
        : ((noun === controlNoun ? controlsTried(within)[verb] : undefined) ??
          serviceWithin(table, within, call.operation));
      throw new Undone(await handler(message, dryCall));
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    const parts = partsOfReply(error.reply);
    if (parts === undefined)
      throw new Error('a service has answered something that is no reply of ours', { cause: error });
    // identifiers given on the way mean nothing when it has been undone
    return { ...parts, ids: [], findings: [...log.notes, ...(parts.findings ?? [])] };
  } finally {
    for (const run of later) run(false);
  }
  throw new Error('a dry run was not undone');
}

/**
 * Checks controls as if they were to begin, those of a create or those that a close sends, and says what would be sent where; undefined
 * for what only alters what there is.
 */
async function controlsPlanned(ports: ServicePorts, message: AnyMessage, call: Call): Promise<ReplyParts | undefined> {
  const { verb } = call.operation;
  if (verb !== 'create' && verb !== 'close') return undefined;
  const mode = replyToOf(message.Header, ports) === undefined ? 'at once' : 'later';
  if (mode === 'later') await refuseWhenTooMany(ports, call.principal ?? '');
  const desk = headEndDesk(ports);
  const asked = await wholeMessage(message, call);
  const closing = verb === 'close' ? await closingOf(ports.store, asked, call, ports.clock.now()) : undefined;
  if (closing === 'documents') return undefined;
  const whole = closing?.message ?? asked;
  const { claims } = commandsOf(ports);
  const plan = await planOf(ports, desk, claims, whole, { ...call, rest: undefined, repeat: undefined }, mode);
  plan.release();
  await lookAtBrake(ports, call.principal ?? '', disconnectsOf(plan));
  const mRIDs = plan.controls.map(({ mRID }) => mRID);
  const borne = await ports.store.objectsByMRIDs(controlNoun, [controlKind], mRIDs);
  const twice = plan.controls.flatMap(({ mRID, entry }): readonly Finding[] => {
    const bearer = borne.get(mRID);
    const given = objectIdOf({ kind: controlKind, mRID, names: [] });
    const advice = 'give every command an mRID of its own, or none';
    return bearer === undefined ? [] : [taken(pathOf(entry), controlKind, given, bearer, advice)];
  });
  if (twice.length > 0) throw new ReplyError(...twice);
  const sent = plan.tasks.map((task): Finding => {
    const { named, path, from } = dataOf(task);
    const details = `${task.action} would be sent to ${named.id} by the head end ${task.headEnd} at ${timeStampOf(from)}`;
    return { code: codes.ok, path, details, object: named };
  });
  const found = plan.controls
    .filter(({ unresolved }) => unresolved === true)
    .map(({ entry, type, start }): Finding => {
      const details = `${type} would be sent at ${timeStampOf(start)} to the devices that its groups and usage points have then`;
      return { code: codes.ok, path: pathOf(entry), details };
    });
  const ended = (closing?.closes ?? []).map((id): Finding => {
    const details = `the ${wordsOf(controlKind)} ${id} would be closed when that is done`;
    return { code: codes.ok, details, object: { id, kind: 'uuid', objectType: controlKind } };
  });
  const findings = [...sent, ...found, ...ended, ...plan.notes, ...plan.findings];
  return { result: resultOf(1, plan.findings.length), findings };
}
