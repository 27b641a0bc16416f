/** A bench for the disconnect brake: twenty meters, low limits, a head end that does what it is told to. */
import type { JsonObject } from '../../../../src/ports/object-store.js';
import { brakeControl } from '../../../../src/services/brake-control.js';
import type { DisconnectSettings, Guard } from '../../../../src/services/guard.js';
import type { ServiceSettings } from '../../../../src/services/noun-row.js';
import { aMessage, aMeter, gist, type MessageBuilder } from '../../../support/builders.js';
import { anInstallation, scriptedHeadEnd, type Script } from '../../../support/scripted-head-end.js';
import { virtualClock } from '../../../support/virtual-clock.js';
import { aBench } from '../devices/bench.js';

export const hour = 3_600_000;

/** Says of every device that it has done it. */
export const obeys: Script = (job, say) => {
  for (const { mRID } of job.devices)
    say({ kind: 'final', jobId: job.id, device: mRID, outcome: 'succeeded', facts: {}, at: 0 });
};

export interface BrakeBenchOptions {
  readonly disconnects?: Partial<DisconnectSettings>;
  readonly guard?: Partial<Guard>;
  readonly settings?: Partial<ServiceSettings>;
  readonly capabilities?: object;
}

export async function brakeBench({
  disconnects = {},
  guard = {},
  settings = {},
  capabilities = {},
}: BrakeBenchOptions = {}) {
  const alarms: (readonly [string, JsonObject])[] = [];
  const headEnd = scriptedHeadEnd({
    inventory: Array.from({ length: 20 }, (_, n) => anInstallation(n + 1)),
    capabilities: { controls: ['*.31.0.*'], ...capabilities },
    script: obeys,
  });
  const bench = await aBench(() => headEnd, virtualClock(), settings, [], {
    audit: 'changes',
    alarm: (what, facts) => alarms.push([what, facts]),
    ...guard,
    disconnects: {
      limits: { principalHour: 5, hour: 8, day: 12 },
      secondPerson: false,
      heldFor: hour,
      critical: { specialNeed: true, servicePriorities: ['1'], groups: ['Hospitals'] },
      ...disconnects,
    },
  });
  const { clock, store } = bench.ports;
  let messages = 0;

  /** An asynchronous message with one control. */
  const control = (ref: string, meters: readonly number[], more: object = {}): MessageBuilder =>
    aMessage('CreateEndDeviceControls')
      .header({ MessageID: `m-${++messages}`, CorrelationID: `c-${messages}` })
      .header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll' })
      .with({
        EndDeviceControl: [
          {
            EndDeviceControlType: { ref },
            ...(meters.length > 0 && { EndDevices: meters.map((n) => aMeter(`M-${n}`)) }),
            ...more,
          },
        ],
      })
      .by({ principal: 'cis' });

  return {
    ...{ bench, headEnd, alarms, clock, store, control },
    brake: brakeControl(bench.ports),
    disconnect: (...meters: readonly number[]) => control('3.31.0.23', meters),
    /** Usage points by their numbers. */
    points: (...which: readonly number[]) => ({
      UsagePoints: which.map((n) => ({ Names: [{ name: `P-${n}`, NameType: { name: 'UsagePointName' } }] })),
    }),
    /** A start so many milliseconds from now. */
    from: (milliseconds: number) => ({
      primaryDeviceTiming: { interval: { start: new Date(clock.now() + milliseconds).toISOString() } },
    }),
    ask: (message: MessageBuilder) => bench.ask(message).then(gist),
    /** Gives the controls of a message of this caller another start. */
    move: (mRID: string, timing: object) =>
      bench
        .ask(
          aMessage('ChangeEndDeviceControls')
            .header({ MessageID: `m-${++messages}`, CorrelationID: undefined })
            .with({ EndDeviceControl: [{ mRID, EndDeviceControlType: { ref: '3.31.0.23' }, ...timing }] })
            .by({ principal: 'cis' }),
        )
        .then(gist),
    /** Names of the meters whose disconnect has reached the head end. */
    sent: () => headEnd.jobs.flatMap(({ devices }) => devices).map(({ names }) => names[0]!.name),
    /** Lets time pass until something holds. */
    until: (holds: () => boolean | Promise<boolean>) =>
      bench.until(
        (async () => {
          while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 2));
        })(),
      ),
    /** What a message comes to. */
    async final(correlationId: string) {
      const ended = async () =>
        (await store.requests({ limit: 50 })).find(
          (one) => one.state === 'final' && one.correlationId === correlationId,
        );
      await this.until(async () => (await ended()) !== undefined);
      return gist(((await ended())!.reply!['parts'] as never[])[0]!);
    },
  };
}

export type BrakeBench = Awaited<ReturnType<typeof brakeBench>>;
