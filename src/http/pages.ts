/**
 * Requests that a page in somebody's browser makes without his knowing. Browsers show who their user is, or are on the gateway's own
 * machine, whatever page asks; and what they say of the page cannot be changed by it.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';

/** Whether a browser says that the page is of another site than what it asks. */
export function isOfOtherSite({ 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  return site === 'cross-site' || site === 'same-site';
}

/** Whether a host, with a port or without, is a name or address of machines, and none that somebody else could make lead here. */
export function isLocalHost(host: string): boolean {
  const name = host
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .toLowerCase();
  return name === 'localhost' || isIP(name) !== 0;
}

/**
 * Whether a message is sent by a page that has no business here. A message needs no media type, and so no leave that a browser would ask
 * for first (CORS). Clients that are no browsers send no Origin.
 * @param asks whether callers are asked who they are: otherwise also the page's own host must be believed, which may be a name that
 * leads here for that page only (DNS rebinding)
 */
export function isForeignPage(headers: IncomingHttpHeaders, asks: boolean): boolean {
  const { origin, host = '' } = headers;
  if (isOfOtherSite(headers)) return true;
  if (origin === undefined) return false;
  const page = URL.canParse(origin) ? new URL(origin).host : '';
  if (page === '') return true;
  if (!asks && !isLocalHost(page)) return true;
  return headers['sec-fetch-site'] !== 'same-origin' && page !== host.toLowerCase().replace(/:(80|443)$/, '');
}
