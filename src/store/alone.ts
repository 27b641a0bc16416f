/** The only process of a store: has every duty, and nobody to talk to. */
import { type Duty, PeerGone } from '../ports/peers.js';
import type { JoinedPeers } from './engine.js';

export function alone(): JoinedPeers {
  const duties = new Map<string, { readonly duty: Duty; readonly begun: Promise<void> }>();
  const nothing = (): void => {};
  return {
    self: 0,
    others: () => [],
    homes: () => undefined,
    tell: nothing,
    hear: () => nothing,
    ask: () => Promise.reject(new PeerGone('there is no other process')),
    respond: () => nothing,
    onMissed: () => nothing,
    onTakenOver: () => nothing,
    serve: (name, duty) => {
      const begun = duty.begin();
      begun.catch(nothing); // whoever serves it knows
      duties.set(name, { duty, begun });
      return async () => {
        if (!duties.delete(name)) return;
        await begun.catch(nothing);
        await duty.end();
      };
    },
    holder: (name) => (duties.has(name) ? 0 : undefined),
    leave: () => Promise.resolve(),
  };
}
