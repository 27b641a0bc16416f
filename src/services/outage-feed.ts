/**
 * Storms (behaviour §6.2): when many devices lose their supply or get it back, subscribers get fewer messages with many events each.
 * Above a rate, power events are not told at once but collected until the end of a window: by jobs, written in the transaction
 * that stores the events, so that none is lost with the process. Below the rate it ends by itself.
 */
import { supplyChange } from '../message/codes/end-device-code.js';
import type { Clock } from '../ports/clock.js';
import type { Json, JsonObject, StoreTransaction } from '../ports/object-store.js';
import type { Job } from '../ports/jobs.js';
import { fanOut, type Publication, type PublishPorts } from './fan-out.js';
import { listOf, memberOf } from './identification.js';

const noun = 'EndDeviceEvents';
const kind = 'EndDeviceEvent';
/** The queue of what is collected: a job for each transaction that has brought some. */
export const outageQueue = 'outage-feed';
/** In which the rate is counted. */
const seconds = 60;
/** Jobs taken together, and events told in one transaction. */
const mostJobs = 1_000;
const mostEvents = 5_000;

/** What a job keeps: the verb, and which events, by their mRIDs. */
interface Collected {
  readonly verb: string;
  readonly events: readonly string[];
}

export interface OutageFeed {
  /** Takes out what is collected, if there is a storm; answers what is left to be told at once, undefined for nothing. */
  collect(tx: StoreTransaction, publication: Publication): Promise<Publication | undefined>;
}

const feeds = new WeakMap<object, OutageFeed>();

/** The outage feed of these ports: one for all, since it is their common rate that counts. Serves its jobs from then on. */
export function outageFeed(ports: PublishPorts): OutageFeed {
  const feed = feeds.get(ports.registry) ?? makeFeed(ports);
  feeds.set(ports.registry, feed);
  return feed;
}

function makeFeed(ports: PublishPorts): OutageFeed {
  const { clock, ids, jobs, settings, store } = ports;
  const lately = rateOf(clock);
  let windowEnd = -Infinity;
  let together: Job[] = [];
  let telling: Promise<void> | undefined;

  /** Jobs that are given out in the same moment become one publication. */
  function take(job: Job): Promise<void> {
    together.push(job);
    telling ??= Promise.resolve().then(async () => {
      const taken = together;
      [together, telling] = [[], undefined];
      for (const some of inChunks(taken)) await tell(some);
    });
    return telling;
  }

  async function tell(some: readonly Job[]): Promise<void> {
    await store.transaction(async (tx) => {
      const byVerb = new Map<string, string[]>();
      for (const { verb, events } of some.map(collectedOf)) byVerb.set(verb, [...(byVerb.get(verb) ?? []), ...events]);
      for (const [verb, mRIDs] of byVerb) {
        const stored = await tx.objectsByMRIDs(noun, [kind], mRIDs);
        const documents = mRIDs.flatMap((mRID): Json[] => {
          const document = stored.get(mRID)?.document;
          return document === undefined ? [] : [document];
        });
        await fanOut(tx, ports, { noun, verb, root: { [kind]: documents } });
      }
      // in this transaction: what has been told is not told again
      const keys = some.map(({ key }) => key);
      await tx.removeJobs(outageQueue, keys);
    });
  }

  jobs.serve(outageQueue, mostJobs, take);

  return {
    async collect(tx, publication) {
      if (publication.noun !== noun || publication.except !== undefined) return publication;
      const events = listOf(publication.root[kind]) as readonly JsonObject[];
      const power = events.filter(isPowerEvent);
      if (power.length === 0) return publication;
      const now = clock.now();
      const rate = lately(power.length);
      // when the clock is set back the end of a window may seem far off
      const open = now < windowEnd && windowEnd <= now + settings.stormWindow;
      if (rate <= settings.stormRate && !open) return publication;
      if (!open) windowEnd = now + settings.stormWindow;
      const mRIDs = power.map(({ mRID }) => mRID as string);
      const data: JsonObject = { verb: publication.verb, events: mRIDs };
      await tx.addJobs([{ queue: outageQueue, key: ids.next(), due: windowEnd, data }]);
      const others: readonly Json[] = events.filter((event) => !isPowerEvent(event));
      return others.length === 0 ? undefined : { ...publication, root: { ...publication.root, [kind]: others } };
    },
  };
}

/** Whether an event tells of a change of the supply. One that cannot be found again by its mRID is not collected. */
function isPowerEvent(event: JsonObject): boolean {
  const ref = memberOf(event['EndDeviceEventType'], 'ref');
  return typeof ref === 'string' && supplyChange(ref.trim()) !== undefined && typeof event['mRID'] === 'string';
}

function collectedOf({ data }: Job): Collected {
  return data as unknown as Collected;
}

function* inChunks(jobs: readonly Job[]): Generator<readonly Job[]> {
  let chunk: Job[] = [];
  let events = 0;
  for (const job of jobs) {
    const more = collectedOf(job).events.length;
    if (chunk.length > 0 && events + more > mostEvents) {
      yield chunk;
      [chunk, events] = [[], 0];
    }
    chunk.push(job);
    events += more;
  }
  if (chunk.length > 0) yield chunk;
}

/** Counts what comes; answers how much has come in the last minute, that included. What a clock set back puts ahead is forgotten. */
function rateOf(clock: Clock): (count: number) => number {
  /** By seconds, the oldest first. */
  let came: { readonly second: number; count: number }[] = [];
  return (count) => {
    const second = Math.floor(clock.now() / 1_000);
    const last = came.at(-1);
    if (last?.second === second) last.count += count;
    else came = [...came.filter((one) => one.second > second - seconds && one.second < second), { second, count }];
    return came.reduce((sum, one) => sum + one.count, 0);
  };
}
