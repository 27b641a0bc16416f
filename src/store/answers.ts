/** Answers by MessageID. The unique key decides which of two calls with the same message was first. */
import { sql } from 'kysely';
import { AlreadyAnswered, type AnswerReads, type AnswerWrites, type KeptAnswer } from '../ports/answers.js';
import type { JsonObject } from '../ports/object-store.js';
import type { Engine } from './engine.js';
import { json } from './rows.js';
import type { AnswersTable, Db } from './tables.js';

/** Reads over `db`, which is a transaction or not. */
export function answerReads(db: Db): AnswerReads {
  return {
    answerOf: async (principal, messageId) => {
      const row = await db
        .selectFrom('answers')
        .selectAll()
        .where('principal', '=', principal)
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return row && { principal, messageId, digest: row.digest, answer: json<JsonObject>(row.answer), at: row.at };
    },
  };
}

const keep = sql`insert into answers (principal, message_id, digest, at, answer)
values (${null}, ${null}, ${null}, ${null}, ${null}) on conflict do nothing returning 1`;

/** Writes over the transaction `db`. */
export function answerWrites(engine: Engine, db: Db): AnswerWrites {
  return {
    keepAnswer: async (answer) => {
      const row = answerRow(answer);
      const [kept] = await engine.changeEach(db, keep, [
        [row.principal, row.message_id, row.digest, row.at, row.answer],
      ]);
      if (!kept) throw new AlreadyAnswered(answer.messageId);
    },
    forgetAnswers: async (before, limit) => {
      const old = db.selectFrom('answers').select(['principal', 'message_id']).where('at', '<', before);
      const { numDeletedRows } = await db
        .deleteFrom('answers')
        .where((eb) =>
          eb(
            eb.refTuple('principal', 'message_id'),
            'in',
            old.orderBy('at').limit(limit).$asTuple('principal', 'message_id'),
          ),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/** The row of a new answer. */
export function answerRow({ principal, messageId, digest, at, answer }: KeptAnswer): AnswersTable {
  return { principal, message_id: messageId, digest, at, answer: JSON.stringify(answer) };
}
