/** Disconnects that are moved to another time: their count goes with them, and nothing comes to life again. */
import { aMessage, gist } from '../../../support/builders.js';
import { brakeBench, hour, type BrakeBench } from './brake-bench.js';

let it: BrakeBench;
beforeEach(async () => {
  it = await brakeBench({ settings: { headEndSlots: 1, urgentSlots: 0 } });
});
afterEach(() => it.bench.close());

/** A control of so many devices of which some have come to something: the head end takes one at a time. */
async function partlyGone(outcome: 'succeeded' | 'failed' | 'unknown'): Promise<void> {
  const answered = new Set<string>();
  it.headEnd.follow((job, say) => {
    const [device] = job.devices;
    if (answered.size > 0) return;
    answered.add(device!.mRID);
    const failure = { code: '5.3', details: 'it says so' };
    say({ kind: 'final', jobId: job.id, device: device!.mRID, outcome, failure, facts: {}, at: 0 });
  });
  const message = it.control('3.31.0.23', [1, 2, 3], { mRID: 'the-three' });
  expect((await it.ask(message.request({ Option: [{ name: 'Deadline', value: 'PT10H' }] }))).result).toBe('OK');
  const jobs = outcome === 'unknown' ? 1 : 2;
  await it.until(() => it.headEnd.jobs.length >= jobs);
}

test.each(['succeeded', 'failed', 'unknown'] as const)(
  'one of whose devices some have gone (%s) is not moved: its count stays where it is',
  async (outcome) => {
    await partlyGone(outcome);
    const reply = await it.move('the-three', it.from(5 * hour));
    expect(reply).toMatchObject({ result: 'FAILED' });
    expect(reply.details[0]).toMatch(/the disconnect of M-1 is \w+ already, so the others are not moved/);
    expect((await it.brake.state()).withinHour).toBe(3);
  },
);

test('what has been called off while it was being moved stays called off', async () => {
  const first = it.control('3.31.0.23', [], { ...it.points(1), ...it.from(hour), mRID: 'at-points' });
  const elements = [
    { EndDeviceControlType: { ref: '3.31.0.23' }, ...it.points(1), ...it.from(hour), mRID: 'at-points' },
    { EndDeviceControlType: { ref: '3.31.0.23' }, ...it.points(2), ...it.from(hour), mRID: 'others' },
  ];
  expect((await it.ask(first.with({ EndDeviceControl: elements }))).result).toBe('OK');
  const { store } = it;
  const tasks = store.tasks.bind(store);
  // behind the look at what is to be moved, and before it is moved
  store.tasks = async (...asked) => {
    store.tasks = tasks;
    const found = await tasks(...asked);
    const cancel = aMessage('CancelEndDeviceControls').header({ MessageID: 'cancel', CorrelationID: undefined });
    const element = { mRID: 'at-points', EndDeviceControlType: { ref: '3.31.0.23' } };
    const canceled = await cancel
      .with({ EndDeviceControl: [element] })
      .by({ principal: 'cis' })
      .to(it.bench.dispatch);
    expect(gist(canceled).result).toBe('OK');
    return found;
  };
  expect((await it.move('at-points', it.from(2 * hour))).result).toBe('FAILED');
  await it.clock.advance(2 * hour);
  const [request] = await store.requests({ limit: 1 });
  const controls = request!.body['controls'] as { mRID: string; unresolved?: true }[];
  expect(controls.find(({ mRID }) => mRID === 'at-points')?.unresolved).toBeUndefined();
  expect(it.sent()).not.toContain('M-1');
});

test('one that is moved while it is written down as sent does not go before its time', async () => {
  expect((await it.ask(it.control('3.31.0.23', [1], { ...it.from(hour), mRID: 'moved' }))).result).toBe('OK');
  const { store } = it;
  const write = store.write.bind(store);
  // another process moves it, which has not been heard of here yet, right before the rows say that it is sent
  let moved = '';
  store.write = async (batch) => {
    if (batch.steps === undefined) return write(batch);
    store.write = write;
    const [request] = await store.requests({ limit: 1 });
    moved = request!.id;
    const start = it.clock.now() + 5 * hour;
    await store.transaction(async (tx) => {
      const controls = (request!.body['controls'] as object[]).map((one) => ({
        ...one,
        start,
        deadline: start + hour,
      }));
      await tx.changeRequest(request!.id, { body: { ...request!.body, controls }, due: start });
    });
    return write(batch);
  };
  await it.clock.advance(hour);
  await it.until(async () => moved !== '' && (await store.tasks(moved))[0]?.state === 'waiting');
  expect(it.sent()).toEqual([]);
});
