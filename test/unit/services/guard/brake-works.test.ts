/** Works at meters that disconnect: what is called off is not begun. */
import { aMessage, aMeter, gist, idsIn } from '../../../support/builders.js';
import { brakeBench, hour, type BrakeBench } from './brake-bench.js';

let it: BrakeBench;
beforeEach(async () => {
  it = await brakeBench();
});
afterEach(() => it.bench.close());

const noun = 'MeterServiceRequests';
const kind = 'MeterServiceWork';
const message = (verb: 'Create' | 'Cancel', work: object) =>
  aMessage(`${verb}${noun}`)
    .header({ MessageID: verb, CorrelationID: undefined })
    .with({ [kind]: [{ Meter: aMeter('M-1'), ...work }] })
    .by({ principal: 'cis' });

test('one that is called off while it is begun is not begun', async () => {
  const due = it.clock.now() + hour;
  const requestDateTime = new Date(due).toISOString();
  const created = await it.bench.ask(message('Create', { kind: 'disconnect', requestDateTime }));
  const [mRID] = idsIn(created) as [string];
  const { store } = it;
  const objectByMRID = store.objectByMRID.bind(store);
  let calledOff = false;
  // behind the look at the work, and before it is said to be under way
  store.objectByMRID = async (...asked) => {
    const found = await objectByMRID(...asked);
    if (asked[0] !== noun || it.clock.now() < due) return found;
    store.objectByMRID = objectByMRID;
    const reply = await message('Cancel', {})
      .request({ ID: [mRID] })
      .to(it.bench.dispatch);
    expect(gist(reply).result).toBe('OK');
    calledOff = true;
    return found;
  };
  await it.clock.advance(hour);
  await it.until(() => calledOff);
  await it.bench.ports.jobs.idle();
  expect(await store.objectByMRID(noun, [kind], mRID)).toMatchObject({ state: 'canceled' });
  expect((await it.brake.state()).withinDay).toBe(0);
  expect(it.sent()).toEqual([]);
});
