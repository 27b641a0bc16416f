/**
 * Jobs that this process has given to whoever holds the head end, and whose end it has not heard. When the session that has them is over
 * nothing more comes of them: what became of their devices is not known then.
 */
import { keyOf, type Job, type Notice } from '../../ports/head-end.js';

interface Entry {
  readonly open: Set<string>;
  /** Undefined while it is being handed over. */
  session: string | undefined;
}

export class OpenJobs {
  readonly #jobs = new Map<string, Entry>();

  /** It is being handed over. */
  enter({ id, devices }: Job): void {
    const before = this.#jobs.get(id);
    if (before !== undefined) before.session = undefined;
    else this.#jobs.set(id, { open: new Set(devices.map(keyOf)), session: undefined });
  }

  /** It is in the hand of a session. */
  taken(jobId: string, session: string): void {
    const entry = this.#jobs.get(jobId);
    if (entry !== undefined) entry.session = session;
  }

  forget(jobId: string): void {
    this.#jobs.delete(jobId);
  }

  hear(notice: Notice): void {
    if (notice.kind === 'final') this.over(notice.jobId, [notice.device]);
  }

  /** Nothing more is expected of these devices. */
  over(jobId: string, devices: readonly string[]): void {
    const entry = this.#jobs.get(jobId);
    for (const device of devices) entry?.open.delete(device);
    if (entry?.open.size === 0) this.#jobs.delete(jobId);
  }

  /** Jobs that this session has. */
  of(session: string): readonly string[] {
    return [...this.#jobs].filter(([, entry]) => entry.session === session).map(([id]) => id);
  }

  /** Takes out those that other sessions have had; answers their devices. */
  lost(present: string | undefined): readonly (readonly [jobId: string, device: string])[] {
    const lost = [...this.#jobs].filter(([, { session }]) => session !== undefined && session !== present);
    for (const [id] of lost) this.#jobs.delete(id);
    return lost.flatMap(([id, { open }]) => [...open].map((device) => [id, device] as const));
  }
}
