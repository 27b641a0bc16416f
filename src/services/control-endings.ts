/**
 * What ends or alters commands in hand, device by device and control by control (behaviour §4.6): what its parts have in common, and
 * how they reach beyond the rows of the store.
 */
import type { Finding, ObjectId } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { StoredRequest, Task } from '../ports/requests.js';
import { claimed } from './command-claims.js';
import type { Commands } from './commands.js';
import { dataOf } from './control-plan.js';
import { withdraw } from './control-withdrawal.js';
import type { HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';

/** What has become of devices or controls. */
export interface Ending {
  /** How many it went well for, or will be seen to. */
  readonly good: number;
  readonly findings: readonly Finding[];
  /** What else there is to say. */
  readonly notes?: readonly Finding[] | undefined;
}

/** What is done beside the rows: by a message of its own at once, in a set when the set is on disk. */
export interface BesideRows extends Pick<Commands, 'settle' | 'committed' | 'replan'> {
  /** Keeps others from joining these tasks until the answer is called; undefined when somebody is about to. */
  claim(tasks: readonly Task[], why: 'cancel' | 'change'): Promise<(() => void) | undefined>;
  /** Has head ends stop what they have been sent: what they have stopped, and what they are going to be asked about. */
  stop(
    request: StoredRequest,
    tasks: readonly Task[],
  ): Promise<{ readonly stopped: readonly Task[]; readonly asked: readonly Task[] }>;
}

/** For messages of their own, which wait for others and for head ends. */
export function atOnceBesideRows(ports: ServicePorts, desk: HeadEndDesk, commands: Commands): BesideRows {
  const { settle, committed, replan } = commands;
  return {
    settle,
    committed,
    replan,
    claim: (tasks) => claimed(commands.claims, tasks),
    stop: async (request, tasks) => ({ stopped: await withdraw(ports, desk, commands, request, tasks), asked: [] }),
  };
}

/** Said of a device whose command somebody else wants too. */
export function wantedByOthers(task: Task): Finding {
  const { named, path } = dataOf(task);
  const details = `the command on ${named.id} is shared with another request, which wants it as it is`;
  return tooLate(path, details, named);
}

export function tooLate(path: string, details: string, object: ObjectId): Finding {
  return { code: codes.canceledByRule, path, details, object, values: { details: 'too late' } };
}
