/** The statements behind `putReadings`, both with the columns of a reading as parameters, in the same order. */
import type { Bulk } from './sqlite-bulk-runs.js';

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

/** So many readings of one meter and type at once: a day of hours, a quarter of a day of quarters. More is not faster. */
const runs = 24;

/** With plain time stamps and nothing else to keep, as most readings are: meter, type and shape once, then instants and values. */
const several = {
  sql: `insert into readings (${columns}) select ?, ?, column1, null, column2, ?, null from (values ${Array(runs).fill('(?, ?)').join(', ')})
where true on conflict do nothing`,
  runs,
  same: [0, 1, 5],
  own: [2, 4],
};

/** Mostly readings are new: only of those that are not is there a former one to look for. */
export function readingStatements(keepFormer: boolean): Pick<Bulk, 'sql' | 'otherwise' | 'several'> {
  return keepFormer ? { sql: insert, otherwise: [keep, put], several } : { sql: put };
}
