/** Which process brings in the meters of which head end: the one that drives it, and of those that all drive one of them. */
import type { HeadEnd } from '../ports/head-end.js';
import { adoptInventory } from './inventory.js';
import type { ServicePorts } from './noun-row.js';

/** How often, and at which intervals in milliseconds, another process is asked whether it has brought in its meters. */
const mostTries = 50;
const pause = 200;

/**
 * Adopts the inventory of all head ends, and again whenever this process becomes the one to see to it. Resolves when those of simulated head
 * ends are there, as far as this process sees to them; others may be down, and must not keep the gateway from serving.
 * @param trouble hears of inventories that could not be learned
 * @returns ends it
 */
export async function adoptInventories(
  ports: ServicePorts,
  trouble: (headEnd: string, error: unknown) => void,
): Promise<() => Promise<void>> {
  const { headEnds, peers } = ports;
  const ends: (() => Promise<void> | void)[] = [];
  for (const headEnd of headEnds) {
    const adopt = async (): Promise<void> => void (await adoptInventory(ports, [headEnd]));
    const behind = (): Promise<void> => adopt().catch((error: unknown) => trouble(headEnd.name, error));
    if (headEnd.onHeld !== undefined) ends.push(await whileHeld(ports, headEnd, adopt, behind));
    else if (peers.homes() !== undefined)
      ends.push(
        peers.serve(`inventory of ${headEnd.name}`, {
          sticky: true,
          begin: async () => void behind(),
          end: async () => {},
        }),
      );
    else if (headEnd.capabilities().simulated) await adopt();
    else void behind();
  }
  return async () => void (await Promise.all(ends.map(async (end) => end())));
}

/** Waits for the first time, here or where it is held, so that who is served first knows the meters. */
async function whileHeld(
  ports: ServicePorts,
  headEnd: HeadEnd,
  adopt: () => Promise<void>,
  behind: () => Promise<void>,
): Promise<() => void> {
  const topic = `inventory of ${headEnd.name}`;
  let first: Promise<void> | undefined;
  let begun = false;
  const endAnswers = ports.peers.respond(topic, async () => {
    await first;
    return { adopted: first !== undefined };
  });
  const end = headEnd.onHeld?.(() => {
    first = begun || !headEnd.capabilities().simulated ? behind() : adopt();
  });
  begun = true;
  if (first === undefined && headEnd.capabilities().simulated) await adoptedElsewhere(ports, topic);
  await first;
  return () => {
    end?.();
    endAnswers();
  };
}

/** Resolves when the process that holds the head end has its meters in the store; after a while in any case. */
async function adoptedElsewhere({ peers, clock }: ServicePorts, topic: string): Promise<void> {
  for (let tries = 0; tries < mostTries && peers.others().length > 0; tries++) {
    const asked = peers.others().map((other) => peers.ask(other, topic, {}).catch(() => ({ adopted: false })));
    if ((await Promise.all(asked)).some(({ adopted }) => adopted === true)) return;
    // it is about to begin
    await new Promise<void>((resolve) => clock.at(clock.now() + pause, resolve));
  }
}
