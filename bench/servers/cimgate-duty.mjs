/** The whole gateway with an SQLite file and as many simulated meters as asked for; can be filled with requests that are open. */
import { answer } from './child.mjs';
import { serveGateway } from './gateway.mjs';
import { database } from './temporary.mjs';

const { BENCH_DATABASE, BENCH_METERS, BENCH_OPEN } = process.env;
const { ports } = await serveGateway(BENCH_DATABASE ?? database, { env: { CIMGATE_SIM_METERS: BENCH_METERS } });
answer('open', async () => ({ open: await ports.store.openRequests() }));

/** Commands that start tomorrow, each with a task, a job and a control, as an acknowledgement leaves them. */
answer('fill', async () => {
  const [meter] = await ports.store.objects({ noun: 'MeterConfig', limit: 1 });
  const now = Date.now();
  const start = now + 86_400_000;
  const deadline = start + 1_800_000;
  const one = (at) => {
    const id = `a7b0c1de-0004-7c7e-8f00-${String(at).padStart(12, '0')}`;
    const control = {
      mRID: id,
      EndDeviceControlType: { ref: '3.31.0.18' },
      EndDevices: [{ mRID: meter.mRID }],
    };
    const planned = { mRID: id, type: '3.31.0.18', entry: 0, start, deadline, control };
    const data = {
      control: id,
      named: { id, kind: 'uuid' },
      path: '',
      names: meter.names,
      from: start,
      until: deadline,
    };
    return ports.store.write({
      request: {
        request: {
          id,
          noun: 'EndDeviceControls',
          verb: 'create',
          principal: '',
          correlationId: id,
          messageId: id,
          replyTo: { kind: 'poll' },
          header: { Verb: 'create', Noun: 'EndDeviceControls' },
          body: { controls: [planned], refused: [] },
          receivedAt: now,
          // half of them are due and have been sent, as far as anybody knows
          due: at % 2 === 0 ? now : start,
          deadline,
          priority: 'normal',
        },
        tasks: [
          {
            seq: 0,
            entry: 0,
            device: `${meter.mRID} ${at}`,
            headEnd: 'simulated',
            action: '3.31.0.18',
            state: at % 2 === 0 ? 'sent' : 'accepted',
            data,
          },
        ],
      },
      jobs: [{ queue: 'commands', key: id, due: start, data: {} }],
    });
  };
  const together = 500;
  for (let from = 0; from < Number(BENCH_OPEN); from += together)
    await Promise.all(Array.from({ length: together }, (_, at) => one(from + at)));
});
