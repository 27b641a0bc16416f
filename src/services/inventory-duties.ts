/** Which process brings in the meters of which head end: the one that drives it, and of those that all drive one of them. */
import type { HeadEnd } from '../ports/head-end.js';
import { adoptInventory } from './inventory.js';
import type { ServicePorts } from './noun-row.js';

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
    const behind = (): void => void adopt().catch((error: unknown) => trouble(headEnd.name, error));
    if (headEnd.onHeld !== undefined) ends.push(await whileHeld(headEnd, adopt, behind));
    else if (peers.homes() !== undefined)
      ends.push(
        peers.serve(`inventory of ${headEnd.name}`, {
          sticky: true,
          begin: async () => behind(),
          end: async () => {},
        }),
      );
    else if (headEnd.capabilities().simulated) await adopt();
    else behind();
  }
  return async () => void (await Promise.all(ends.map(async (end) => end())));
}

/** Waits for the first time when it is held here already, so that who is served first knows the meters. */
async function whileHeld(headEnd: HeadEnd, adopt: () => Promise<void>, behind: () => void): Promise<() => void> {
  let first: Promise<void> | undefined;
  let begun = false;
  const end = headEnd.onHeld?.(() => {
    if (begun || !headEnd.capabilities().simulated) return behind();
    first = adopt();
  });
  begun = true;
  await first;
  return end ?? (() => {});
}
