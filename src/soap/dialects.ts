/**
 * Who speaks which dialect, and what that means for a message: in which spelling it is, and how it is answered. What a dialect may
 * ask for is in config/dialects.ts. Plain data and pure functions; threads make their own from the same settings.
 */
import { eras, otherNames, spellingOf, type Era, type OtherName, type Spelling } from '../contract/spelling.js';

/** A dialect as it is configured; the shape is that of config/dialects.ts. */
export interface Dialect {
  readonly users: readonly string[];
  readonly sources: readonly string[];
  readonly era: Era;
  readonly namespaces: Spelling;
  readonly extraElements: 'refuse' | 'drop' | 'keep';
  readonly failures: 'reply' | 'fault';
  readonly invalid: 'fault' | 'reply';
  readonly successCode?: boolean | undefined;
  readonly answerVerb: 'reply' | 'past';
  /** Bytes from which on payloads are compressed; never when absent. */
  readonly compressAbove?: number | undefined;
}

export type DialectTable = Readonly<Record<string, Dialect>>;

/** In which form a message stands in the Body. */
export type Form = 'typed' | 'generic' | 'bare';

/** How a message came that did not come in the contract's own way, and so how it is answered. Crosses threads: plain data. */
export interface Manner {
  readonly form: Form;
  readonly spelling: Spelling;
  /** Name of the dialect chosen; undefined when it is known by its namespaces or form only. */
  readonly dialect?: string | undefined;
  /** What its Header says, be the message valid or not. */
  readonly heard?: { readonly MessageID?: string; readonly CorrelationID?: string } | undefined;
  /** So many IDs at the end of the Request stood in the Payload. */
  readonly targets?: number | undefined;
  /** Where extra elements stood that have been left out. */
  readonly leftOut?: readonly string[] | undefined;
}

/** What a request says of who sends it, before it is read. */
export interface Sender {
  /** Of the address `/soap/{dialect}/…`. */
  readonly dialect?: string | undefined;
  /** User of HTTP Basic: a label here, not a proof. */
  readonly user?: string | undefined;
}

export class Dialects {
  /** Every name by which our namespaces may go. */
  readonly others: ReadonlyMap<string, OtherName>;
  private readonly byName: ReadonlyMap<string, Dialect>;
  private readonly byUser = new Map<string, string>();
  private readonly bySource = new Map<string, string>();

  constructor(table: DialectTable = {}) {
    this.byName = new Map(Object.entries(table));
    this.others = otherNames([...this.byName.values()].map(({ namespaces }) => namespaces));
    for (const [name, { users, sources }] of this.byName) {
      for (const user of users) this.byUser.set(user, name);
      for (const source of sources) this.bySource.set(source, name);
    }
  }

  /** The names of all dialects, which are parts of addresses. */
  get names(): readonly string[] {
    return [...this.byName.keys()];
  }

  named(name: string | undefined): Dialect | undefined {
    return name === undefined ? undefined : this.byName.get(name);
  }

  /** How a dialect calls the namespaces when nothing it answers shows it. */
  spellingFor(name: string | undefined): Spelling {
    const dialect = this.named(name);
    return dialect === undefined ? {} : { ...eras[dialect.era], ...dialect.namespaces };
  }

  /** The name of the dialect of a sender: by address, else by user, else by the Source of the Header. */
  of({ dialect, user }: Sender, source: () => string | undefined): string | undefined {
    if (dialect !== undefined) return dialect;
    const byUser = user === undefined ? undefined : this.byUser.get(user);
    if (byUser !== undefined || this.bySource.size === 0) return byUser;
    const given = source();
    return given === undefined ? undefined : this.bySource.get(given);
  }

  /** The spelling that a message shows by the names met in it. */
  spellingOf(met: readonly string[]): Spelling {
    return spellingOf(met, this.others);
  }
}
