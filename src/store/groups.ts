/**
 * Group commit: whoever wants to write at the same time shares a transaction, and so the one flush to disk at its end. Each
 * is a member, within a savepoint if others have come before it, and undone alone when it fails. Nobody is answered before the
 * commit is on disk; when it fails, all of the group are told so. Knows nothing of what members write.
 */
import { StoreUnavailable } from '../ports/object-store.js';
import type { Line } from './line.js';
import { afterThisRound } from './soon.js';

/** Members of a group at most, and milliseconds after which it takes no more: the first one has waited long enough. */
const mostMembers = 64;
const longestGroup = 10;

interface Group {
  members: number;
  /** Takes no more members. */
  closed: boolean;
  readonly until: number;
  /** Scripts only. */
  readonly shared: boolean;
  /** Resolves when it is on disk; rejects when it is not, for whatever reason. */
  readonly committed: Promise<void>;
  commit(): void;
}

/** A member whose statements come one by one. */
export interface Member {
  /** Ends it, and passes the turn on at once; resolves when the group is on disk. */
  done(): Promise<void>;
  /** Takes it back; resolves when the group is on disk, since only then it is true what the member has seen of others. */
  undo(): Promise<void>;
  /** Hears for what reason a statement of it has failed. */
  failed(reason: unknown): void;
}

/** Statements that belong together: for each its number (which the line knows) and its parameters, one after the other. */
export type Script = readonly unknown[];

interface WaitingScript {
  readonly kind: 'script';
  readonly script: Script;
  readonly exclusive: boolean;
  readonly resolve: (refused: number | undefined) => void;
  readonly reject: (reason: unknown) => void;
}
type Waiting =
  | WaitingScript
  | { readonly kind: 'member'; readonly enter: (member: Member) => void }
  | { readonly kind: 'alone'; readonly run: () => void };

export interface Groups {
  /** Waits for its turn; nobody else has it until the member is done or undone. */
  enter(): Promise<Member>;
  /**
   * Runs a script as a member, all of it in one go; resolves when it is on disk: with the position of the statement that
   * undid it (which must change something and did not), or undefined. Rejects when the database does not take it.
   * @param exclusive whether no transaction of another process may run at the same time
   */
  script(script: Script, exclusive?: boolean): Promise<number | undefined>;
  /** Has something ordered between two groups: it sees what is committed, and nothing else. */
  alone<T>(order: () => Promise<T>): Promise<T>;
}

/**
 * The groups of a line; all its transactions go through here.
 * @param scriptsApart whether a group that has begun with scripts takes no others, so that it may run beside those of other processes
 */
export function groupCommits(line: Pick<Line, 'tell' | 'commit' | 'scripts'>, scriptsApart = false): Groups {
  const waiting: Waiting[] = [];
  let group: Group | undefined;
  /** A member has the turn. */
  let taken = false;
  /** Commits that are on their way. */
  let committing = 0;
  let awake = false;

  const wake = (): void => {
    if (!awake) afterThisRound(advance);
    awake = true;
  };

  const begin = (shared: boolean): Group => {
    line.tell(shared ? 'begin shared' : 'begin');
    let commit: () => void = () => {};
    const committed = new Promise<void>((resolve, reject) => {
      commit = () => {
        committing++;
        const over = (): void => {
          committing--;
          wake();
        };
        line.commit().then(resolve, reject).finally(over);
      };
    });
    committed.catch(() => {}); // told to every member
    const until = performance.now() + longestGroup;
    return { members: 0, closed: false, until, shared, committed, commit: () => commit() };
  };

  const advance = (): void => {
    awake = false;
    while (!taken) {
      const [next] = waiting;
      if (
        group !== undefined &&
        (isFull(group) || next === undefined || next.kind === 'alone' || refuses(group, next))
      ) {
        group.commit();
        group = undefined;
      } else if (next === undefined) {
        return;
      } else if (next.kind === 'alone') {
        waiting.shift();
        next.run();
      } else if (next.kind === 'member') {
        waiting.shift();
        taken = true;
        group ??= begin(false);
        next.enter(enter(group));
      } else {
        // While a commit is on its way more of them come together, for the price of one.
        if (group === undefined && committing > 0) return;
        group ??= begin(scriptsApart && !next.exclusive);
        runScripts(group);
      }
    }
  };

  const enter = (into: Group): Member => {
    // The first one needs no savepoint: what would be undone is all that there is. A savepoint around those of its parts would
    // also make each of them dearer than the one before.
    const first = into.members === 0;
    into.members++;
    if (!first) line.tell('savepoint');
    let left = false;
    const leave = (...how: readonly ('release' | 'undo' | 'rollback' | 'begin')[]): Promise<void> => {
      if (!left) {
        left = true;
        for (const order of how) line.tell(order);
        taken = false;
        wake();
      }
      return into.committed;
    };
    return {
      done: () => (first ? leave() : leave('release')),
      undo: () => (first ? leave('rollback', 'begin') : leave('undo')),
      failed: (reason) => {
        // The next one may do better in a transaction of its own: there may be room for less.
        if (reason instanceof StoreUnavailable) into.closed = true;
      },
    };
  };

  const runScripts = (into: Group): void => {
    const scripts: WaitingScript[] = [];
    const values: unknown[] = [];
    const ends: number[] = [];
    for (let next = waiting[0]; next?.kind === 'script' && into.members < mostMembers; next = waiting[0]) {
      if (refuses(into, next)) break;
      waiting.shift();
      into.members++;
      scripts.push(next);
      for (const value of next.script) values.push(value);
      ends.push(values.length);
    }
    Promise.all([line.scripts(values, ends), into.committed]).then(
      ([failures]) => {
        const failed = new Map(failures.map((failure) => [failure.script, failure]));
        for (const [at, { resolve, reject }] of scripts.entries()) {
          const failure = failed.get(at);
          if (failure?.error !== undefined) reject(failure.error);
          else resolve(failure?.step);
        }
      },
      (reason: unknown) => {
        for (const { reject } of scripts) reject(reason);
      },
    );
  };

  const wait = (entry: Waiting): void => {
    waiting.push(entry);
    wake();
  };
  return {
    enter: () => new Promise((resolve) => wait({ kind: 'member', enter: resolve })),
    script: (script, exclusive = false) =>
      new Promise((resolve, reject) => wait({ kind: 'script', script, exclusive, resolve, reject })),
    alone: (order) =>
      new Promise((resolve, reject) => wait({ kind: 'alone', run: () => void order().then(resolve, reject) })),
  };
}

/** Whether a group of scripts, beside which others run, cannot take the next one. */
function refuses({ shared }: Group, next: Waiting): boolean {
  return shared && (next.kind === 'member' || (next.kind === 'script' && next.exclusive));
}

function isFull({ closed, members, until }: Group): boolean {
  return closed || members >= mostMembers || performance.now() > until;
}
