/** What becomes of jobs when the process that holds a head end leaves, dies, or is cut off; over real connections. */
import { heldHeadEnd } from '../../src/head-ends/held/head-end.js';
import type { ControlJob, HeadEnd, Job, Notice } from '../../src/ports/head-end.js';
import { openStore } from '../../src/store/open-store.js';
import type { SqlStore } from '../../src/store/sql-store.js';
import { systemClock } from '../../src/system.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { anInstallation, scriptedHeadEnd, type ScriptedHeadEnd } from '../support/scripted-head-end.js';
import { until } from '../support/until.js';

const devices = [1, 2].map((number) => anInstallation(number).meter);
const clock = systemClock();
let schema: Schema;
let jobs = 0;

interface Process {
  readonly store: SqlStore;
  readonly adapter: ScriptedHeadEnd;
  readonly headEnd: HeadEnd;
  readonly heard: Notice[];
  /** What its adapter has been told to do: `begins`, `ends`. */
  readonly sessions: string[];
}
let processes: Process[];

async function join(limits = { most: 100, reserve: 1 }): Promise<Process> {
  const store = await openStore(schema.url);
  const sessions: string[] = [];
  const heard: Notice[] = [];
  const scripted = scriptedHeadEnd({ inventory: Array.from({ length: 1_200 }, (_, at) => anInstallation(at)) });
  const adapter: ScriptedHeadEnd = {
    ...scripted,
    start: async (notify) => {
      sessions.push('begins');
      await scripted.start(notify);
    },
    stop: async () => {
      sessions.push('ends');
      await scripted.stop();
    },
    cancel: async (_ticket, only) => only ?? [],
    state: async (asked) => new Map(asked.map(({ mRID }) => [mRID, { 'switch position': 'open' }])),
  };
  const trouble = (error: unknown): void => void sessions.push(String(error));
  const headEnd = heldHeadEnd(adapter, { peers: store.peers, clock, limits, trouble });
  await headEnd.start((notice) => heard.push(notice));
  const process = { store, adapter, headEnd, heard, sessions };
  processes.push(process);
  return process;
}

async function leave({ headEnd, store }: Process): Promise<void> {
  await headEnd.stop();
  await store.close();
}

beforeEach(async () => {
  schema = await newSchema();
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map(leave));
  await schema.drop();
});

/** The one that holds the head end, and one that does not. */
async function two(limits?: { readonly most: number; readonly reserve: number }): Promise<readonly [Process, Process]> {
  const pair = [await join(limits), await join(limits)] as const;
  await until('both know each other', () => pair.every(({ store }) => store.peers.others().length === 1));
  return pair;
}
const control = (job: Partial<ControlJob> = {}): ControlJob => ({
  ...{ kind: 'control', id: `job-${++jobs}`, controlType: '3.31.0.23', parameters: {}, priority: 'normal' },
  ...{ devices, deadline: clock.now() + 60_000 },
  ...job,
});
const read = (): Job => ({
  ...{ kind: 'read', id: `job-${++jobs}`, devices, readingTypes: [], priority: 'normal' },
  deadline: clock.now() + 60_000,
});
const final = (jobId: string, device = 'meter-1'): Notice => ({
  ...{ kind: 'final', jobId, device, outcome: 'succeeded', facts: {}, at: 0 },
});
const endsOf = ({ heard }: Process, { id }: Job): readonly string[] =>
  heard.flatMap((one) => (one.kind === 'final' && one.jobId === id ? [`${one.device} ${one.outcome}`] : []));

describePostgres('a head end that one process holds for all', () => {
  test('does what the others ask, and tells each of its own jobs; what belongs to nobody stays with the holder', async () => {
    const [holder, other] = await two();
    expect([holder.sessions, other.sessions]).toEqual([['begins'], []]);
    const [mine, theirs] = [control(), control()];
    await holder.headEnd.submit(mine);
    const ticket = await other.headEnd.submit(theirs);
    expect(ticket).toEqual({ jobId: theirs.id, reference: `scripted:${theirs.id}` });
    expect(holder.adapter.jobs).toEqual([mine, theirs]);
    for (const { id } of [mine, theirs]) holder.adapter.say(final(id));
    holder.adapter.say({ kind: 'event', device: 'meter-2', eventType: '3.26.0.85', at: 1, facts: {} });
    await until('all is told', () => other.heard.length === 1 && holder.heard.length === 2);
    expect([endsOf(other, theirs), endsOf(holder, mine)]).toEqual([['meter-1 succeeded'], ['meter-1 succeeded']]);
    expect(await other.headEnd.cancel(ticket, ['meter-2'])).toEqual(['meter-2']);
    expect(await other.headEnd.state?.(devices)).toEqual(
      new Map(devices.map(({ mRID }) => [mRID, { 'switch position': 'open' }])),
    );
    const meters: string[] = [];
    for await (const { meter } of other.headEnd.inventory()) meters.push(meter.mRID);
    expect(meters).toEqual(Array.from({ length: 1_200 }, (_, at) => `meter-${at}`));
  });

  test('refuses in its own words, and what broke while it was taken is no refusal', async () => {
    const [holder, other] = await two();
    holder.adapter.follow(() => {
      throw new Error('the line broke');
    });
    const broken = control();
    await expect(other.headEnd.submit(broken)).rejects.toThrow('the line broke');
    holder.adapter.follow((job, say) => say(final(job.id)));
    await other.headEnd.submit(control());
    const late = final(broken.id);
    holder.adapter.say(late); // it had taken the job all the same
    await until('it is told', () => other.heard.includes(late) || other.heard.length === 2);
    expect(endsOf(other, broken)).toEqual(['meter-1 succeeded']);
  });

  test('has no more in hand than it may, whoever wants it', async () => {
    const [holder, other] = await two({ most: 3, reserve: 1 });
    const first = control();
    await other.headEnd.submit(first);
    const second = control();
    const waiting = holder.headEnd.submit(second);
    const urgent = control({ devices: devices.slice(0, 1), priority: 'high' });
    await other.headEnd.submit(urgent);
    expect(holder.adapter.jobs).toEqual([first, urgent]);
    await other.headEnd.submit(read()); // reads take no places
    for (const { mRID } of devices) holder.adapter.say(final(first.id, mRID));
    holder.adapter.say(final(urgent.id));
    await waiting;
    expect(holder.adapter.jobs.at(-1)).toEqual(second);
  });

  test('goes to another process when its holder leaves; what was open is not known then, and new jobs go on', async () => {
    const [holder, other] = await two();
    const [open, half] = [read(), control()];
    for (const job of [open, half]) await other.headEnd.submit(job);
    holder.adapter.say(final(half.id));
    processes.splice(processes.indexOf(holder), 1);
    await leave(holder);
    await until('it has begun', () => other.sessions.includes('begins'));
    expect(endsOf(other, open)).toEqual(['meter-1 unknown', 'meter-2 unknown']);
    expect(endsOf(other, half)).toEqual(['meter-1 succeeded', 'meter-2 unknown']);
    const next = control();
    await other.headEnd.submit(next);
    expect(other.adapter.jobs).toEqual([next]);
  });

  test('begins anew, here or there, when its holder is taken for gone, while a job is handed over and after', async () => {
    const [holder, other] = await two();
    const [open, mine] = [read(), read()];
    await other.headEnd.submit(open);
    await holder.headEnd.submit(mine);
    holder.adapter.follow(() => new Promise(() => {}));
    const handedOver = other.headEnd.submit(control());
    await until('it has come', () => holder.adapter.jobs.length === 3);
    holder.adapter.follow(() => {});
    const from = performance.now();
    await Promise.all([
      expect(handedOver).rejects.toThrow('may have taken the job or not'),
      schema.takeForGone(holder.store.peers.self),
    ]);
    const begun = (): number =>
      [holder, other].flatMap(({ sessions }) => sessions).filter((one) => one === 'begins').length;
    await until('it has begun anew', () => begun() === 2);
    await until('all ends are told', () => endsOf(other, open).length === 2 && endsOf(holder, mine).length === 2);
    expect(performance.now() - from).toBeLessThan(10_000);
    for (const ends of [endsOf(other, open), endsOf(holder, mine)])
      expect(ends).toEqual(['meter-1 unknown', 'meter-2 unknown']);
    expect(holder.sessions.slice(0, 2)).toEqual(['begins', 'ends']);
    const later: string[] = [];
    for (const { headEnd } of [holder, other]) {
      const job = read();
      later.push(job.id);
      await until('the way is clear', () =>
        headEnd.submit(job).then(
          () => true,
          () => false,
        ),
      );
    }
    const present = other.sessions.includes('begins') ? other : holder;
    expect(present.adapter.jobs.slice(-2).map(({ id }) => id)).toEqual(later);
  });

  test('tells a process that was cut off what it has missed', async () => {
    const [holder, other] = await two();
    const job = read();
    await other.headEnd.submit(job);
    const poll: HeadEnd['poll'] = async () => devices.map(({ mRID }) => final(job.id, mRID));
    Object.assign(holder.adapter, { poll });
    await schema.takeForGone(other.store.peers.self);
    await until('it knows', () => endsOf(other, job).length === 2);
    expect(endsOf(other, job)).toEqual(['meter-1 succeeded', 'meter-2 succeeded']);
    holder.adapter.say({ kind: 'event', jobId: job.id, device: 'meter-1', eventType: '3.26.0.85', at: 1, facts: {} });
    await until('it hears of its job under its new number', () => other.heard.some(({ kind }) => kind === 'event'));
  });
});
