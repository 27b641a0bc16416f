/**
 * Messages to head ends that have come to the wrong process: the job they belong to may be in the memory of another one. All others are
 * offered what has come, without its payload; the one that takes it asks for the rest.
 */
import type { AnyMessage } from '../message/call.js';
import type { Told } from '../ports/head-end.js';
import type { JsonObject } from '../ports/object-store.js';
import type { Peers } from '../ports/peers.js';

/** What became of an offer: nobody knows the job, its notices are on disk, or it has to come again. */
export type Taken = 'nobody' | 'kept' | 'not kept';

/** Answers what others are told, and offers them what is told here. */
export function callbacksElsewhere(
  peers: Peers,
  takeHere: (told: Told) => Promise<Taken>,
): (told: Told) => Promise<Taken> {
  /** Offered just now, for whoever wants the payload. */
  const offered = new Map<number, Told>();
  let last = 0;

  peers.respond('callback', async ({ kind, noun, verb, correlationId, principal, offer }, from) => {
    const message = async (): Promise<AnyMessage> =>
      (await peers.ask(from, 'message of a callback', { offer: offer! })) as unknown as AnyMessage;
    return { taken: await takeHere({ kind, noun, verb, correlationId, principal, message } as unknown as Told) };
  });
  peers.respond('message of a callback', async ({ offer }) => {
    const told = offered.get(offer as number);
    if (told === undefined) throw new Error('it is not offered any more');
    return (await told.message()) as unknown as JsonObject;
  });

  async function offerTo(
    process: number,
    { kind, noun, verb, correlationId, principal }: Told,
    offer: number,
  ): Promise<Taken> {
    try {
      const { taken } = await peers.ask(process, 'callback', { kind, noun, verb, correlationId, principal, offer });
      return taken as Taken;
    } catch {
      // of one that is gone the rows know; one that does not answer may know the job
      return peers.others().includes(process) ? 'not kept' : 'nobody';
    }
  }

  return async (told) => {
    const offer = ++last;
    offered.set(offer, told);
    try {
      const answers = await Promise.all(peers.others().map((process) => offerTo(process, told, offer)));
      return answers.find((taken) => taken === 'kept') ?? answers.find((taken) => taken === 'not kept') ?? 'nobody';
    } finally {
      offered.delete(offer);
    }
  };
}
