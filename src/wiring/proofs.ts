/** What the SOAP endpoint needs to find out who sends a message, and who hears of those who are not let in. */
import type { Config } from '../config.js';
import type { TurnedAway } from '../http/way-in.js';
import type { Log } from '../log.js';
import type { Clock } from '../ports/clock.js';
import type { ObjectStore } from '../ports/object-store.js';
import type { Principals } from '../ports/principals.js';
import { entryOf, record } from '../services/audit-trail.js';
import type { ServicePorts } from '../services/noun-row.js';
import { storedNonces } from '../services/stored-nonces.js';
import type { ProofSettings, RefusedSender } from '../soap/ws-security/sender.js';

export interface ProofMeans {
  readonly store: ObjectStore;
  readonly clock: Clock;
  readonly principals: Principals;
  readonly refused: (facts: RefusedSender) => void;
}

export function proofsOf(
  { security }: Pick<Config, 'security'>,
  { store, clock, principals, refused }: ProofMeans,
): ProofSettings {
  const [past, future] = [security.wsSecurity.past * 1000, security.wsSecurity.future * 1000];
  const nonces = storedNonces(store, clock, { past, future, most: security.replayWindow.most });
  return { principals, nonces, window: { past, future }, refused };
}

/** Records of those who were not let in, in a second at most; whoever floods the gateway must not fill its disk as well. */
const mostRecords = 20;

/** Tells log and audit of those who were not let in. */
export function turnedAwayBy(
  ports: Pick<ServicePorts, 'store' | 'clock' | 'guard'>,
  log: Pick<Log, 'warn' | 'error'>,
): { readonly way: (facts: TurnedAway) => void; readonly message: (facts: RefusedSender) => void } {
  let second = 0;
  let recorded = 0;
  let passedOver = 0;
  const note = (facts: Readonly<Record<string, string | undefined>>): void => {
    const now = ports.clock.now();
    if (Math.floor(now / 1000) !== second) {
      second = Math.floor(now / 1000);
      recorded = 0;
    }
    if (++recorded > mostRecords) {
      passedOver++;
      return;
    }
    log.warn('somebody was not let in', passedOver === 0 ? { ...facts } : { ...facts, passedOver });
    const { code, ...said } = facts;
    const more = passedOver === 0 ? {} : { passedOver };
    passedOver = 0;
    const entry = entryOf({ event: 'authentication', ...said }, now, { decision: 'refused', ...more });
    void record(ports, { ...entry, document: { ...entry.document, code } }).catch((error: unknown) =>
      log.error('the audit cannot be written', { error: String(error) }),
    );
  };
  return {
    way: ({ listener, remote, method, claimed, code, why }) => note({ listener, remote, method, claimed, code, why }),
    message: ({ requestId, listener, remote, claimed, code, why, operation, messageId }) =>
      note({ requestId, listener, remote, claimed, code, why, operation, messageId }),
  };
}
