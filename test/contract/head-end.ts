/**
 * What every head end owes the port, whatever is behind it: exported as a function, run for each head end by a test file.
 * Knows only src/ports/head-end.ts; a bench says how to let time pass and what this head end can do.
 */
import {
  HeadEndRefusal,
  type ControlJob,
  type Device,
  type HeadEnd,
  type Notice,
  type ReadJob,
} from '../../src/ports/head-end.js';

/** A head end, not started yet, with at least three devices that are reachable and connected. */
export interface HeadEndBench {
  readonly headEnd: HeadEnd;
  /** The gateway's time, milliseconds since 1970. */
  now(): number;
  /** Lets time pass until the condition holds; rejects when it does not within what this head end usually needs. */
  until(condition: () => boolean): Promise<void>;
  /** Lets so much time pass that anything still to come has come, deadlines of ten seconds included. */
  settle(): Promise<void>;
  /** A control that succeeds on every device, and the event that reports it; absent when this head end only reads. */
  readonly control?: { readonly controlType: string; readonly eventType: string };
  /** Makes a device fall silent; absent when that cannot be arranged. */
  silence?(device: Device): Promise<void>;
  close(): Promise<void>;
}

const STRANGER: Device = { mRID: 'aaaaaaaa-0000-4000-8000-000000000001', names: [{ name: 'nobody knows this meter' }] };

type Final = Extract<Notice, { kind: 'final' }>;

export function headEndContract(name: string, make: () => Promise<HeadEndBench>): void {
  describe(`the head end ${name}`, () => {
    let bench: HeadEndBench;
    let headEnd: HeadEnd;
    let heard: Notice[];
    let devices: Device[];
    let count = 0;

    beforeEach(async () => {
      bench = await make();
      headEnd = bench.headEnd;
      heard = [];
      await headEnd.start((notice) => heard.push(notice));
      devices = [];
      for await (const { meter } of headEnd.inventory()) if (devices.push(meter) === 3) break;
    });
    afterEach(async () => {
      await headEnd.stop();
      await bench.close();
    });

    const jobId = (): string => `job-${++count}-${bench.now()}`;
    const control = (job: Partial<ControlJob> = {}): ControlJob => ({
      kind: 'control',
      id: jobId(),
      controlType: bench.control?.controlType ?? '3.31.0.18',
      devices,
      parameters: {},
      deadline: bench.now() + 10_000,
      priority: 'normal',
      ...job,
    });
    const read = (job: Partial<ReadJob> = {}): ReadJob => ({
      kind: 'read',
      id: jobId(),
      devices,
      readingTypes: headEnd.capabilities().readingTypes.slice(0, 1),
      deadline: bench.now() + 10_000,
      priority: 'normal',
      ...job,
    });
    const finals = (id: string): Final[] =>
      heard.filter((notice): notice is Final => notice.kind === 'final' && notice.jobId === id);
    const ended = (id: string, many = devices.length): Promise<void> =>
      bench.until(() => new Set(finals(id).map((notice) => notice.device)).size === many);

    it('lists its devices twice in the same order, each with an mRID of its own', async () => {
      const again: Device[] = [];
      for await (const { meter } of headEnd.inventory()) if (again.push(meter) === 3) break;
      expect(again).toEqual(devices);
      expect(devices).toHaveLength(3);
      expect(new Set(devices.map(({ mRID }) => mRID)).size).toBe(3);
    });

    it('answers a ticket before the first notice of the job', async () => {
      const job = read();
      const ticket = await headEnd.submit(job);
      expect(ticket.jobId).toBe(job.id);
      expect(ticket.reference).not.toBe('');
      expect(finals(job.id)).toEqual([]);
      await ended(job.id);
    });

    it('reads every device of a job and ends each of them', async () => {
      const job = read();
      await headEnd.submit(job);
      await ended(job.id);
      for (const device of devices) {
        const mine = heard.filter((notice) => notice.device === device.mRID && notice.jobId === job.id);
        const data = mine.filter((notice) => notice.kind === 'data');
        const readings = data.flatMap((notice) => notice.readings);
        expect(readings.map(({ readingType }) => readingType)).toContain(job.readingTypes[0]);
        for (const reading of readings) {
          expect(reading.value).toMatch(/^-?\d+(\.\d+)?$/);
          expect(reading.timeStamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
        }
        expect(mine.at(-1)).toMatchObject({ kind: 'final', outcome: 'succeeded' });
      }
    });

    it('says that a device does not measure a reading type, and delivers those it measures', async () => {
      const strange = '0.0.7.4.1.7.58.0.0.0.0.0.0.0.0.0.42.0';
      const measured = headEnd.capabilities().readingTypes[0] ?? '';
      const job = read({ devices: devices.slice(0, 1), readingTypes: [measured, strange] });
      await headEnd.submit(job);
      await ended(job.id, 1);
      expect(heard.some((notice) => notice.kind === 'data' && notice.readings[0]?.readingType === measured)).toBe(true);
      const failure = finals(job.id)[0]?.failure;
      expect(failure?.code).toBe('2.10');
      expect(failure?.details).toContain(strange);
      expect(failure?.details).not.toContain(measured);
    });

    it('ends a device it does not know with 2.4, and the others as usual', async () => {
      const job = read({ devices: [devices[0] as Device, STRANGER] });
      await headEnd.submit(job);
      await ended(job.id, 2);
      expect(finals(job.id).find(({ device }) => device === STRANGER.mRID)).toMatchObject({
        outcome: 'failed',
        failure: { code: '2.4' },
      });
      expect(finals(job.id).find(({ device }) => device === devices[0]?.mRID)).toMatchObject({ outcome: 'succeeded' });
    });

    it('carries a control out and tells of it by an event before the end', async () => {
      if (bench.control === undefined) return;
      const job = control();
      await headEnd.submit(job);
      await ended(job.id);
      for (const { mRID } of devices) {
        const mine = heard.filter((notice) => notice.device === mRID && notice.jobId === job.id);
        expect(mine.filter(({ kind }) => kind === 'event')).toMatchObject([{ eventType: bench.control.eventType }]);
        expect(mine.at(-1)).toMatchObject({ kind: 'final', outcome: 'succeeded' });
      }
    });

    it('refuses a control it does not support, for good', async () => {
      const refused = headEnd.submit(control({ controlType: '3.99.99.9999' }));
      await expect(refused).rejects.toBeInstanceOf(HeadEndRefusal);
      await expect(refused).rejects.toMatchObject({ temporary: false });
      await bench.settle();
      expect(heard).toEqual([]);
    });

    it('runs a job submitted twice only once, and answers the same ticket', async () => {
      const job = read();
      const [first, second] = await Promise.all([headEnd.submit(job), headEnd.submit(job)]);
      await ended(job.id);
      const third = await headEnd.submit(job);
      await bench.settle();
      expect(second).toEqual(first);
      expect(third).toEqual(first);
      expect(finals(job.id)).toHaveLength(devices.length);
    });

    it('answers a poll with the notices so far, in order, and with nothing for a strange ticket', async () => {
      const job = read();
      const ticket = await headEnd.submit(job);
      await ended(job.id);
      expect(await headEnd.poll(ticket)).toEqual(heard.filter((notice) => notice.jobId === job.id));
      expect(await headEnd.poll({ jobId: 'no such job', reference: 'nothing' })).toEqual([]);
      expect(await headEnd.poll({ ...ticket, reference: '' })).toEqual(await headEnd.poll(ticket));
    });

    it('cancels what has not begun, and says no more about it', async () => {
      if (!headEnd.capabilities().cancel || bench.control === undefined) return;
      const start = bench.now() + 5_000;
      const job = control({ notBefore: start });
      const ticket = await headEnd.submit(job);
      const first = devices[0]?.mRID ?? '';
      expect(await headEnd.cancel(ticket, [first])).toEqual([first]);
      expect(await headEnd.cancel(ticket, [first])).toEqual([]);
      await ended(job.id, 2);
      await bench.settle();
      expect(bench.now()).toBeGreaterThanOrEqual(start);
      expect(finals(job.id).map(({ device }) => device)).not.toContain(first);
      expect(await headEnd.cancel(ticket)).toEqual([]);
      expect(await headEnd.cancel({ jobId: 'no such job', reference: 'nothing' })).toEqual([]);
    });

    it('says at the deadline that it does not know what became of a silent device', async () => {
      if (bench.silence === undefined) return;
      const silent = devices[1] as Device;
      await bench.silence(silent);
      const job = read();
      await headEnd.submit(job);
      await ended(job.id, 2);
      expect(heard.filter(({ device }) => device === silent.mRID)).toEqual([]);
      await ended(job.id, 3);
      expect(bench.now()).toBeGreaterThanOrEqual(job.deadline);
      expect(heard.filter(({ device }) => device === silent.mRID)).toMatchObject([
        { kind: 'final', outcome: 'unknown', failure: { code: '4.1' } },
      ]);
    });

    it('says nothing after it was stopped', async () => {
      await headEnd.submit(read());
      await headEnd.stop();
      const before = heard.length;
      await bench.settle();
      expect(heard).toHaveLength(before);
    });
  });
}
