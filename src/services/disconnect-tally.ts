/** How many devices one message disconnects over all of its operations and works: together no more than one control message may. */
import { ReplyError } from '../message/finding.js';
import { tooManyDisconnects } from './control-checks.js';
import type { ServiceSettings } from './noun-row.js';

export interface DisconnectTally {
  devices: number;
}

/** Adds devices; throws `ReplyError` when these are too many. What was refused for another reason afterwards stays in the sum. */
export function tallied(tally: DisconnectTally, more: number, settings: ServiceSettings, path: string): void {
  if (more === 0) return;
  const devices = tally.devices + more;
  if (devices > settings.disconnectDevices) throw new ReplyError(tooManyDisconnects(devices, settings, path));
  tally.devices = devices;
}
