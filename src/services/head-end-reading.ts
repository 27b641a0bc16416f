/** Reading meters now: asks their head end, keeps what comes as it comes, and tells what did not. */
import type { Finding } from '../message/finding.js';
import { codes, isReplyCode } from '../message/reply-codes.js';
import type { DeviceReading, Failure, Notice, ReadJob } from '../ports/head-end.js';
import type { ReadingRow } from '../ports/object-store.js';
import { type HeadEndDesk } from './head-end-desk.js';
import { timeStampOf } from './instant.js';
import type { ServicePorts } from './noun-row.js';
import { hull, merged, type Period } from './reading-coverage.js';
import { readingSink, type Asker } from './reading-sink.js';
import type { ReadingTarget } from './reading-targets.js';
import { rowsOf } from './reported.js';
import { deviceOf } from './routing.js';

/** What is to be read; without a period the present value. No reading types = all that the meter measures. */
export interface Wanted {
  readonly readingTypes: readonly string[];
  readonly period?: Period | undefined;
}

/** All that is to be read of one meter. */
export interface Need {
  readonly target: ReadingTarget;
  readonly wanted: readonly Wanted[];
}

/** What came of reading a meter so far: while its session is open it may become more. */
export interface MeterRead {
  readonly rows: readonly ReadingRow[];
  readonly findings: readonly Finding[];
  /** Whether asking once more may help: the head end could not take the job now, or may not have got it. */
  readonly again: boolean;
}

/** A reading that goes on until its answer is made: what comes before that counts, even if the head end seemed to be done. */
export interface ReadSession {
  open: boolean;
}

/** Codes that ask for the same again later. */
const temporary: readonly string[] = [codes.tooBusy, codes.tooManyPending, codes.authenticationUnavailable];

/** Jobs of one reading; where meters want more different things than this, one job asks for all of them together. */
const mostJobs = 8;

/**
 * Reads all that is wanted, at the same time, by one job for all the meters that want the same; answers when all of it is there
 * and stored, or at the deadline. What comes later is stored all the same. Subscribers are told what is new in it.
 * @returns what was read, by the mRID of the meter
 */
export async function readMeters(
  ports: ServicePorts,
  desk: HeadEndDesk,
  needs: readonly Need[],
  deadline: number,
  asker: Asker,
  shared?: ReadSession,
): Promise<ReadonlyMap<string, MeterRead>> {
  const { ids, clock } = ports;
  const sink = readingSink(ports);
  const writes = new Set<Promise<void>>();
  const reads = new Map(needs.map(({ target }) => [target.meter.mRID, emptyRead(target)]));
  const take = (notice: Notice): void => {
    if (notice.kind === 'data') {
      const { rows, undated } = rowsOf(notice.device, notice.readings);
      const read = reads.get(notice.device);
      const meter = read?.target.meter ?? { mRID: notice.device, names: [] };
      if (rows.length > 0) writes.add(sink.put({ rows, meter, asker }));
      for (const row of rows) read?.rows.push(row);
      for (const reading of undated) read?.undated.push(reading);
    } else if (notice.kind === 'event') {
      const provenance = {
        at: timeStampOf(clock.now()),
        source: desk.headEndOf({ mRID: notice.device, names: [] })?.name,
      };
      desk.keep(notice, provenance);
    }
  };
  const session = shared ?? { open: true };
  const takeLate = lateTaker(ports, desk, new WeakRef(reads), session, writes, asker);
  const jobs = together(needs).map(async ([{ readingTypes, period }, devices]) => {
    const times = period && { start: Math.floor((period.after ?? 0) / 1000), end: Math.ceil(period.until / 1000) };
    const job: ReadJob = {
      kind: 'read',
      id: ids.next(),
      devices,
      readingTypes,
      period: times,
      deadline,
      priority: 'normal',
    };
    for (const [device, { outcome, failure }] of await desk.run(job, take, takeLate))
      if (outcome !== 'succeeded') reads.get(device)?.failures.push({ outcome, ...(failure ?? noReason) });
  });
  await Promise.all(jobs);
  await Promise.all(writes);
  if (shared === undefined) session.open = false;
  const again = ({ failures }: Read): boolean =>
    clock.now() < deadline && failures.some(({ outcome, code }) => outcome === 'unknown' || temporary.includes(code));
  return new Map(
    [...reads].map(([mRID, read]) => [
      mRID,
      {
        // by way of all of them: they live as long as somebody has one of these answers, and no longer
        get rows() {
          return reads.get(mRID)?.rows ?? [];
        },
        get findings() {
          return findingsOf(read.target, read);
        },
        get again() {
          return again(read);
        },
      },
    ]),
  );
}

/**
 * Hears what comes when a job seems to be over: behind its end, or of one that its head end may not have got. It is remembered for long, so it
 * holds nothing of what was read: a function of its own, since all that are made in one place hold what any of them does.
 */
function lateTaker(
  ports: ServicePorts,
  desk: HeadEndDesk,
  reads: WeakRef<ReadonlyMap<string, Read>>,
  session: { readonly open: boolean },
  writes: Set<Promise<void>>,
  asker: Asker,
): (notice: Notice) => void {
  const { clock } = ports;
  const sink = readingSink(ports);
  return (notice) => {
    const read = session.open ? reads.deref()?.get(notice.device) : undefined;
    if (notice.kind === 'data' && read !== undefined) {
      const { rows } = rowsOf(notice.device, notice.readings);
      for (const row of rows) read.rows.push(row);
      if (rows.length > 0) writes.add(sink.put({ rows, meter: read.target.meter, asker }).catch(desk.trouble));
    } else if (session.open && notice.kind === 'final' && notice.outcome === 'succeeded') {
      read?.failures.splice(0, read.failures.length, ...read.failures.filter(({ outcome }) => outcome !== 'unknown'));
    } else if (notice.kind === 'data' || notice.kind === 'event') {
      const source = desk.headEndOf({ mRID: notice.device, names: [] })?.name;
      desk.keep(notice, { at: timeStampOf(clock.now()), source });
    }
  };
}

const noReason: Failure = { code: codes.attemptFailed, details: 'the head end gives no reason' };

interface Read {
  readonly target: ReadingTarget;
  readonly rows: ReadingRow[];
  readonly undated: DeviceReading[];
  readonly failures: (Failure & { readonly outcome: 'failed' | 'unknown' })[];
}

function emptyRead(target: ReadingTarget): Read {
  return { target, rows: [], undated: [], failures: [] };
}

/** Each thing wanted, with the meters that want it. */
function together(needs: readonly Need[]): readonly (readonly [Wanted, ReadJob['devices']])[] {
  const groups = new Map<string, readonly [Wanted, ReadJob['devices'][number][]]>();
  for (const { target, wanted } of needs) {
    for (const one of wanted) {
      const key = JSON.stringify(one);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [one, [deviceOf(target.meter)]]);
      else group[1].push(deviceOf(target.meter));
    }
  }
  if (groups.size <= mostJobs || needs.length === 1) return [...groups.values()];
  const all = needs.flatMap(({ wanted }) => wanted);
  const [period] = hull(merged(all.flatMap((one) => one.period ?? [])), 1);
  const readingTypes = all.some((one) => one.readingTypes.length === 0)
    ? []
    : [...new Set(all.flatMap((one) => one.readingTypes))];
  return [[{ readingTypes, period }, needs.map(({ target }) => deviceOf(target.meter))]];
}

function findingsOf(
  target: ReadingTarget,
  { undated, failures }: Pick<Read, 'undated' | 'failures'>,
): readonly Finding[] {
  const findings = new Map<string, Finding>();
  const add = ({ code, details }: Failure): void => {
    const finding = findingOf(target, code, details);
    findings.set(`${finding.code} ${finding.details}`, finding);
  };
  for (const failure of failures) add(failure);
  if (undated.length > 0) {
    add({
      code: codes.attemptFailed,
      details: `${undated.length} values came without a usable time stamp, such as "${undated[0]?.timeStamp}"`,
    });
  }
  return [...findings.values()];
}

/** What went wrong with a meter, in the words of the head end. */
export function findingOf({ path, named: object }: ReadingTarget, code: string, details: string): Finding {
  if (!isReplyCode(code))
    return findingOf({ path, named: object } as ReadingTarget, codes.attemptFailed, `${code}: ${details}`);
  return { code, path, details, object, values: { details: object.id, object: object.id } };
}
