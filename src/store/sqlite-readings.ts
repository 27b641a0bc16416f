/** The statements behind `putReadings`, both with the columns of a reading as parameters, in the same order. */
import type { Bulk } from './sqlite-thread.js';

const columns = 'meter_id, type_id, instant, time_stamp, value, shape, rest';

const put = `insert into readings (${columns}) values (?, ?, ?, ?, ?, ?, ?)
on conflict (meter_id, type_id, instant) do update
set time_stamp = excluded.time_stamp, value = excluded.value, shape = excluded.shape, rest = excluded.rest
where value is not excluded.value or time_stamp is not excluded.time_stamp
or shape is not excluded.shape or rest is not excluded.rest`;

const keep = `insert into former_readings (${columns}) select ${columns} from readings
where meter_id = ? and type_id = ? and instant = ?
and (time_stamp is not ? or value is not ? or shape is not ? or rest is not ?)`;

const insert = `insert into readings (${columns}) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing`;

/** Mostly readings are new: only of those that are not is there a former one to look for. */
export function readingStatements(keepFormer: boolean): Pick<Bulk, 'sql' | 'otherwise'> {
  return keepFormer ? { sql: insert, otherwise: [keep, put] } : { sql: put };
}
