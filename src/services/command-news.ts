/**
 * What the processes of a gateway tell each other of commands (ADR 13): that a device is done with one, that a request has ended, that a
 * control was changed. It says where to look; what is so stands in the rows.
 */
import type { JsonObject } from '../ports/object-store.js';
import type { ServicePorts } from './noun-row.js';

/** A device's part of a command that is over. */
export interface OverThere {
  readonly requestId: string;
  readonly seq: number;
  readonly jobId?: string | undefined;
  readonly device: string;
  readonly headEnd: string;
}

export interface CommandNews {
  over(tasks: readonly OverThere[]): void;
  ended(requestId: string): void;
  replanned(requestId: string): void;
}

export interface CommandNewsHearer {
  over(task: OverThere): void;
  ended(requestId: string): void;
  replanned(requestId: string): void;
  /** Something may have been missed. */
  missed(): void;
}

const topic = 'commands';

/** @param hearer hears what the others tell */
export function commandNews({ peers }: Pick<ServicePorts, 'peers'>, hearer: CommandNewsHearer): CommandNews {
  peers.hear(topic, ({ over = [], ended, replanned }) => {
    for (const task of over as unknown as readonly OverThere[]) hearer.over(task);
    if (typeof ended === 'string') hearer.ended(ended);
    if (typeof replanned === 'string') hearer.replanned(replanned);
  });
  peers.onMissed(() => hearer.missed());
  const tell = (data: JsonObject): void => {
    if (peers.others().length > 0) peers.tell(topic, data);
  };
  return {
    over: (tasks) => {
      if (tasks.length === 0) return;
      const over = tasks.map(({ requestId, seq, jobId, device, headEnd }) => ({
        requestId,
        seq,
        device,
        headEnd,
        ...(jobId === undefined ? {} : { jobId }),
      }));
      tell({ over });
    },
    ended: (requestId) => tell({ ended: requestId }),
    replanned: (requestId) => tell({ replanned: requestId }),
  };
}
