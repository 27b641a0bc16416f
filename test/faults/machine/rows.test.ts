/** One poisoned row in a queue, in the requests or in the answers: the others continue (security §5.13; the outbox: receivers.test.ts). */
import Database from 'better-sqlite3';
import { until } from '../../support/until.js';
import { createControl } from '../messages.js';
import { exchange, post, type RawAnswer } from '../raw-client.js';
import { type Folder, isAcknowledged, newFolder, storedGateway, type StoredGateway } from './stored-gateway.js';

let folder: Folder;
let gateway: StoredGateway | undefined;
beforeEach(() => (folder = newFolder()));
afterEach(async () => {
  await gateway?.stop('SIGKILL');
  folder.remove();
});

/** Requests that end at their deadline: nobody answers for these meters. */
const file = 'simulator: { suffixed: { unreachable: 9 } }\nreplies: { commandDeadline: 2500 }\n';

it('a reply endpoint that cannot be read is named at the start', async () => {
  gateway = await storedGateway(folder);
  await gateway.stop();
  inDatabase((db) => db.prepare(`insert into endpoints (name, document) values ('cis', '{"torn')`).run());
  const start = storedGateway(folder);
  await expect(start).rejects.toThrow(
    /cimgate: the row "cis" of the table endpoints cannot be read; mend or remove it/,
  );
}, 30_000);

function command(at: number): Promise<RawAnswer> {
  const body = createControl('3.31.0.18', [`SIM-00000${at}-UNREACHABLE`]).replace(
    '</m:Header>',
    `<msg:AsyncReplyFlag>true</msg:AsyncReplyFlag><msg:ReplyAddress>poll</msg:ReplyAddress><msg:MessageID>open-${at}</msg:MessageID></m:Header>`,
  );
  return exchange(gateway!.port, [post({ body })]);
}

function inDatabase<T>(work: (db: Database.Database) => T): T {
  const db = new Database(folder.file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}
const stateOf = (at: number): unknown =>
  inDatabase((db) => db.prepare('select state from requests where message_id = ?').pluck().get(`open-${at}`));

it.each([
  ['a job', `update jobs set data = '{"torn' where key = (select id from requests where message_id = 'open-1')`],
  ['the header of a request', `update requests set header = '{"torn' where message_id = 'open-1'`],
  ['the body of a request', `update requests set body = 'torn}' where message_id = 'open-1'`],
  ['a task', `update tasks set data = 'torn' where request_id = (select id from requests where message_id = 'open-1')`],
  ['an answer', `update answers set answer = 'torn' where message_id = 'open-1'`],
])(
  '%s that cannot be read keeps no other from its end',
  async (_, poison) => {
    gateway = await storedGateway(folder, { file });
    for (const at of [1, 2, 3]) expect(isAcknowledged(await command(at))).toBe(true);
    await gateway.stop('SIGKILL');
    expect(inDatabase((db) => db.prepare(poison).run().changes)).toBe(1);

    gateway = await storedGateway(folder, { file });
    expect(isAcknowledged(await command(4))).toBe(true);
    for (const at of [2, 3, 4]) await until(`request ${at} is over`, () => stateOf(at) === 'final', 15_000);
    // the same message again: its own answer, or that it cannot be had; never a crash
    const again = await command(1);
    expect([200, 500]).toContain(again.status);
    expect(isAcknowledged(await gateway.create('NEW'))).toBe(true);
    expect(gateway.running()).toBe(true);
  },
  60_000,
);
