/**
 * The outbox: replies and events to be delivered, at least once, as the same bytes on every attempt, in order for each
 * correlation (security.md §4.3). Written in the transaction that makes them; sent by delivery/. Knows nothing of SOAP.
 */

/** A message for an endpoint. Its text is fixed here, once and for all. */
export interface NewDelivery {
  /** Its MessageID. */
  readonly id: string;
  /** Name of a reply endpoint of the registry. */
  readonly endpoint: string;
  /** Deliveries of one endpoint and one correlation go one after the other. */
  readonly correlationId: string;
  readonly noun: string;
  /** SOAPAction of the operation. */
  readonly action: string;
  /** The message element, namespaces declared: what goes into the SOAP Body. */
  readonly xml: string;
  readonly createdAt: number;
}

export type DeliveryState = 'waiting' | 'delivered' | 'dead';

export interface Delivery extends NewDelivery {
  /** The order in which they were written. */
  readonly seq: number;
  readonly state: DeliveryState;
  /** When it was written, or sent again by hand: from then on its attempts are counted. */
  readonly since: number;
  readonly attempts: number;
  /** Not before this time; milliseconds since 1970. */
  readonly nextAttempt: number;
  /** Why the last attempt failed, for people. */
  readonly lastError?: string | undefined;
  readonly endedAt?: number | undefined;
}

export interface OutboxReads {
  /**
   * What can be sent to an endpoint now: waiting, due, and the first of its correlation; the oldest first. Without the
   * correlations in `except`, which are under way.
   */
  dueDeliveries(query: {
    readonly endpoint: string;
    readonly now: number;
    readonly except: readonly string[];
    readonly limit: number;
  }): Promise<readonly Delivery[]>;
  /** Endpoints for which something waits, with the time at which the next can be sent. */
  waitingEndpoints(): Promise<readonly { readonly endpoint: string; readonly nextAttempt: number }[]>;
  /** How many wait and how many are dead, by endpoint; those that are none are left out. */
  outboxDepth(): Promise<readonly { readonly endpoint: string; readonly waiting: number; readonly dead: number }[]>;
  delivery(id: string): Promise<Delivery | undefined>;
  /** The newest first; `before` is the `seq` of the last one of the page before. */
  deliveries(query: {
    readonly endpoint?: string | undefined;
    readonly state?: DeliveryState | undefined;
    readonly correlationId?: string | undefined;
    readonly before?: number | undefined;
    readonly limit: number;
  }): Promise<readonly Delivery[]>;
}

export interface OutboxWrites {
  addDeliveries(deliveries: readonly NewDelivery[]): Promise<void>;
  /** What an attempt led to; nothing happens to a delivery that is over already. */
  noteAttempts(
    attempts: readonly {
      readonly id: string;
      readonly state: DeliveryState;
      readonly at: number;
      readonly nextAttempt?: number | undefined;
      readonly error?: string | undefined;
    }[],
  ): Promise<void>;
  /** Makes dead ones wait again, attempts counted from nothing; answers how many. */
  reviveDeliveries(ids: readonly string[], at: number): Promise<number>;
  /** Forgets what was delivered before that time; answers how many. */
  forgetDeliveries(before: number, limit: number): Promise<number>;
}
