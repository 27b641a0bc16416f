/** Events that are asked for together with readings: those stored of the meters, within the same periods. */
import { matchesMask } from '../message/codes/end-device-code.js';
import { ReplyError } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import type { JsonObject, StoreReader } from '../ports/object-store.js';
import { mayBeSame } from './documents.js';
import { memberOf, referenceOf } from './identification.js';
import { boundOf } from './instant.js';
import { isIn } from './reading-coverage.js';
import type { ReadingRequest } from './reading-request.js';
import { periodsOf, type ReadingTarget } from './reading-targets.js';

const pageSize = 1_000;
/** Most events looked through for one chunk or answer. */
const most = 100_000;

/** Documents of events by the mRID of their meter, in the order in which they came; none when none are asked for. */
export async function eventsOf(
  store: StoreReader,
  { events: mask, periods = [] }: ReadingRequest,
  targets: readonly ReadingTarget[],
): Promise<ReadonlyMap<string, readonly JsonObject[]>> {
  const found = new Map<string, JsonObject[]>();
  if (mask === undefined || targets.length === 0) return found;
  const meters = targets.map(({ meter: { mRID, names } }) => ({ kind: 'Asset', mRID, names }));
  const byMRID = new Map(meters.map((meter) => [meter.mRID, meter]));
  const linked = new Map(targets.map((target) => [target.meter.mRID, periodsOf({ periods }, target) ?? []]));
  let looked = 0;
  for (let after: number | undefined; ;) {
    const page = await store.objects({ noun: 'EndDeviceEvents', referringTo: meters, after, limit: pageSize });
    for (const { document } of page) {
      const at = boundOf(document['createdDateTime'] as string);
      const type = memberOf(document['EndDeviceEventType'], 'ref');
      if (at === undefined || !isIn(periods, at) || !matchesMask(String(type), mask)) continue;
      const asset = referenceOf('Asset', document['Assets']);
      const meter = byMRID.get(asset.mRID ?? '') ?? meters.find((one) => mayBeSame(one, asset));
      if (meter === undefined || !isIn(linked.get(meter.mRID) ?? [], at)) continue;
      const known = found.get(meter.mRID);
      if (known === undefined) found.set(meter.mRID, [document]);
      else known.push(document);
    }
    if (page.length < pageSize) return found;
    looked += page.length;
    if (looked >= most) throw new ReplyError(tooMany);
    after = page.at(-1)?.id;
  }
}

const tooMany = {
  code: codes.tooManyItems,
  path: 'GetMeterReadings.MeterReadings.EndDeviceEvents',
  details: `more than ${most} events of these meters are stored; ask for fewer meters, or for events by EndDeviceEvents`,
  values: { limit: String(most) },
} as const;
