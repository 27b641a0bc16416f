/** Why bodies of requests are refused, as HTTP says it. */
export interface BodyLimits {
  readonly body: number;
  readonly inflatedBody: number;
  readonly inflationRatio: number;
  /** Bytes of a message that is read part by part, as received and after inflation. */
  readonly largestReadings: number;
  /** Bytes of all bodies together that are held in memory, from their arrival to their release. */
  readonly bodiesInFlight: number;
  /** The same for those that are held in files. */
  readonly spooled: number;
  /** Bytes per second that a body must bring on the average, once `bodyGrace` milliseconds have passed. */
  readonly bodyRate: number;
  readonly bodyGrace: number;
}

export class BodyRefused extends Error {
  constructor(
    readonly status: 400 | 408 | 413 | 415 | 503,
    message: string,
  ) {
    super(message);
    this.name = 'BodyRefused';
  }
}

export function tooLarge(limit: number): BodyRefused {
  return new BodyRefused(413, `the body is larger than ${limit} bytes as received`);
}

export function tooLargeToProve({ body, inflatedBody }: BodyLimits): BodyRefused {
  const most = Math.max(body, inflatedBody);
  return new BodyRefused(413, `a body above ${most} bytes needs somebody who shows by TLS or HTTP who sends it`);
}

export function tooMany(): BodyRefused {
  return new BodyRefused(503, 'the gateway has too many large requests in hand; try again later');
}

export function noRoom(error: unknown): BodyRefused {
  return Object.assign(new BodyRefused(503, 'there is no room to keep a large message; try again later'), {
    cause: error,
  });
}
