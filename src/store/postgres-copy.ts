/**
 * COPY over a pipelined connection: the command and all its rows are on their way at once, as with any statement. The driver hands a
 * connection with a pipeline no statements of other packages, so this is one of its own kind.
 */
import { CompiledQuery } from 'kysely';
import pg from 'pg';

/** A COPY with its rows as text; goes through Kysely like any other statement to reach its connection. */
export interface CopyQuery extends CompiledQuery {
  readonly rows: string;
}

/** @param into a table and its columns */
export function copyQuery(into: string, rows: string): CopyQuery {
  return { ...CompiledQuery.raw(`copy ${into} from stdin`), rows };
}

const header = 5;
/** CopyDone, which has nothing but its length. */
const done = Buffer.from([0x63, 0, 0, 0, 4]);

/** CopyData: its letter, the length without the letter, the rows. */
function copyData(rows: string): Buffer {
  const message = Buffer.allocUnsafe(header + Buffer.byteLength(rows));
  message.write('d', 'latin1');
  message.writeInt32BE(message.length - 1, 1);
  message.write(rows, header);
  return message;
}

class CopyIn extends pg.Query {
  constructor({ sql, rows }: CopyQuery, callback: (error: Error | undefined, result: unknown) => void) {
    super({ text: sql }, callback);
    this.submit = (connection) => {
      connection.query(sql);
      // A COPY that is refused leaves rows that nobody wants: the database passes over them.
      connection.stream.write(copyData(rows));
      connection.stream.write(done);
    };
  }
  /** The rows have not waited for it. */
  handleCopyInResponse(): void {}
}

/** Runs a COPY behind what is on its way. */
export function copyIn(client: pg.Client, copy: CopyQuery): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    client.query(
      new CopyIn(copy, (error, result) => (error == null ? resolve(result as pg.QueryResult) : reject(error))),
    );
  });
}

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A text as it stands in a row. */
export function copied(text: string | null | undefined): string {
  if (text == null) return '\\N';
  return special.test(text) ? text.replace(/[\\\t\n\r]/g, (character) => escapes[character]!) : text;
}
