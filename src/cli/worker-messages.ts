/** What the primary process of a gateway and its workers say to each other. */
import type { ProcessMetrics } from '../http/metrics.js';

/** How a worker is to end. */
export interface Ending {
  /** Another one has taken its place: it need not listen any longer, and those connected to it are sent there. */
  readonly handedOver: boolean;
}

/** Where a gateway serves, the main listener first. */
export type Addresses = readonly { readonly name: string; readonly url: string }[];

export type FromWorker =
  | { readonly kind: 'ready'; readonly listeners: Addresses }
  /** It cannot start, in words for the operator; `code` is what the process ends with. */
  | { readonly kind: 'failed'; readonly reason: string; readonly code: number }
  | { readonly kind: 'wants metrics'; readonly question: number }
  | { readonly kind: 'metrics'; readonly question: number; readonly metrics: ProcessMetrics };

export type ToWorker =
  | ({ readonly kind: 'end' } & Ending)
  | { readonly kind: 'metrics?'; readonly question: number }
  | { readonly kind: 'all metrics'; readonly question: number; readonly all: readonly ProcessMetrics[] };
