/** A head end that says what a test tells it: before `submit` has returned, twice, late, out of order, or never. */
import type {
  Device,
  HeadEnd,
  HeadEndCapabilities,
  InventoryItem,
  Job,
  Notice,
  Ticket,
} from '../../src/ports/head-end.js';

/** Called with each job while it is being submitted; may keep `say` for later, and throw to refuse the job. */
export type Script = (job: Job, say: (notice: Notice) => void) => void | Promise<void>;

export interface ScriptedHeadEnd extends HeadEnd {
  /** Jobs in the order in which they came. */
  readonly jobs: readonly Job[];
  /** Replaces the script for the jobs to come. */
  follow(script: Script): void;
  /** Says something that no job asked for. */
  say(notice: Notice): void;
}

export interface ScriptedHeadEndOptions {
  readonly name?: string;
  readonly inventory?: readonly InventoryItem[];
  readonly capabilities?: Partial<HeadEndCapabilities>;
  /** Default: says nothing. */
  readonly script?: Script;
}

export function scriptedHeadEnd(options: ScriptedHeadEndOptions = {}): ScriptedHeadEnd {
  const { name = 'scripted', inventory = [] } = options;
  const jobs: Job[] = [];
  let script: Script = options.script ?? (() => {});
  let notify: ((notice: Notice) => void) | undefined;
  const say = (notice: Notice): void => notify?.(notice);
  return {
    name,
    jobs,
    say,
    follow(next) {
      script = next;
    },
    capabilities: () => ({
      controls: ['3.31.0.18', '3.31.0.23'],
      readingTypes: [],
      devicesPerJob: 1_000,
      cancel: false,
      notifies: true,
      simulated: true,
      ...options.capabilities,
    }),
    async start(hear) {
      notify = hear;
    },
    async stop() {
      notify = undefined;
    },
    async *inventory() {
      yield* inventory;
    },
    async submit(job): Promise<Ticket> {
      jobs.push(job);
      await script(job, say);
      return { jobId: job.id, reference: `${name}:${job.id}` };
    },
    cancel: async () => [],
    poll: async () => [],
  };
}

/** A meter with a usage point: `M-1` at `P-1`, with mRIDs `meter-1` and `point-1`. */
export function anInstallation(number: number): InventoryItem {
  const device = (mRID: string, name: string, nameType: string): Device => ({ mRID, names: [{ name, nameType }] });
  return {
    meter: device(`meter-${number}`, `M-${number}`, 'MeterName'),
    usagePoint: device(`point-${number}`, `P-${number}`, 'UsagePointName'),
  };
}
