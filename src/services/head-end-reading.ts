/** Reading a meter now: asks its head end, keeps what came, and tells what did not. */
import type { Finding } from '../message/finding.js';
import { codes, isReplyCode } from '../message/reply-codes.js';
import type { DeviceReading, Failure, Notice, ReadJob } from '../ports/head-end.js';
import type { Provenance, ReadingRow } from '../ports/object-store.js';
import { keyOf, type HeadEndDesk } from './head-end-desk.js';
import type { ServicePorts } from './noun-row.js';
import type { Period } from './reading-coverage.js';
import type { ReadingTarget } from './reading-targets.js';
import { rowsOf } from './reported.js';
import { timeStampOf } from './instant.js';

/** What is to be read; without a period the present value. No reading types = all that the meter measures. */
export interface Wanted {
  readonly readingTypes: readonly string[];
  readonly period?: Period | undefined;
}

/**
 * Reads all that is wanted of one meter, at the same time; answers when all of it is there and stored, or after the time
 * limit of synchronous requests. What comes later is stored all the same.
 */
export async function readMeter(
  { ids, clock, settings, store }: ServicePorts,
  desk: HeadEndDesk,
  target: ReadingTarget,
  wanted: readonly Wanted[],
): Promise<{ readonly rows: readonly ReadingRow[]; readonly findings: readonly Finding[] }> {
  const device = { mRID: target.meter.mRID, names: target.meter.names };
  const deadline = clock.now() + settings.syncTimeout;
  const source = desk.headEndOf(device)?.name;
  const provenance = (): Provenance => ({ at: timeStampOf(clock.now()), source });
  const readings: DeviceReading[] = [];
  const failures = await Promise.all(
    wanted.map(async ({ readingTypes, period }): Promise<Failure | undefined> => {
      const times = period && { start: Math.floor((period.after ?? 0) / 1000), end: Math.ceil(period.until / 1000) };
      const job: ReadJob = {
        kind: 'read',
        id: ids.next(),
        devices: [device],
        readingTypes,
        period: times,
        deadline,
        priority: 'normal',
      };
      const take = (notice: Notice): void => {
        if (notice.kind === 'data') readings.push(...notice.readings);
        else if (notice.kind === 'event') desk.keep(notice, provenance());
      };
      const outcome = (await desk.run(job, take)).get(keyOf(device));
      if (outcome === undefined || outcome.outcome === 'succeeded') return undefined;
      return outcome.failure ?? { code: codes.attemptFailed, details: 'the head end gives no reason' };
    }),
  );
  const { rows, undated } = rowsOf(device.mRID, readings);
  if (rows.length > 0) await store.transaction((tx) => tx.putReadings(rows, { keepFormer: true }));

  const findings = new Map<string, Finding>();
  const add = ({ code, details }: Failure): void => {
    const finding = findingOf(target, code, details);
    findings.set(`${finding.code} ${finding.details}`, finding);
  };
  for (const failure of failures) if (failure !== undefined) add(failure);
  if (undated.length > 0) {
    add({
      code: codes.attemptFailed,
      details: `${undated.length} values came without a usable time stamp, such as "${undated[0]?.timeStamp}"`,
    });
  }
  return { rows, findings: [...findings.values()] };
}

/** What went wrong with a meter, in the words of the head end. */
export function findingOf({ path, named: object }: ReadingTarget, code: string, details: string): Finding {
  if (!isReplyCode(code))
    return findingOf({ path, named: object } as ReadingTarget, codes.attemptFailed, `${code}: ${details}`);
  return { code, path, details, object, values: { details: object.id, object: object.id } };
}
