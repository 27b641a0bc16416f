/** The kill switch and what waits for its time: it is ended, and does not go when the switch is taken back. */
import { brakeBench, hour, type BrakeBench } from './brake-bench.js';

let it: BrakeBench;
beforeEach(async () => {
  it = await brakeBench();
});
afterEach(() => it.bench.close());

test('ends those whose devices are found when they start, too', async () => {
  const message = it.control('3.31.0.23', [1], { ...it.points(2, 3), ...it.from(hour) });
  expect((await it.ask(message)).result).toBe('OK');
  expect(await it.brake.stop('operator', 'a wrong list')).toEqual({ refused: 3, withdrawn: 0 });
  expect(await it.final('c-1')).toMatchObject({ result: 'FAILED', codes: ['7.7', '7.7'] });
  await it.brake.letGo('ada');
  await it.clock.advance(2 * hour);
  expect(it.sent()).toEqual([]);
});

test('leaves what connects beside them as it is', async () => {
  const point = it.points(2);
  const elements = [
    { EndDeviceControlType: { ref: '3.31.0.23' }, ...it.points(1), ...it.from(hour) },
    { EndDeviceControlType: { ref: '3.31.0.18' }, ...point, ...it.from(hour) },
  ];
  expect((await it.ask(it.disconnect(1).with({ EndDeviceControl: elements }))).result).toBe('OK');
  expect(await it.brake.stop('operator', '')).toEqual({ refused: 1, withdrawn: 0 });
  await it.clock.advance(hour);
  expect(await it.final('c-1')).toMatchObject({ result: 'PARTIAL', codes: ['0.2', '7.7'] });
  expect(it.sent()).toEqual(['M-2']);
});

test('what was on its way into the store when it was thrown is ended when it is taken back', async () => {
  const { store } = it;
  const write = store.write.bind(store);
  store.write = async (batch) => {
    if (batch.request === undefined) return write(batch);
    store.write = write;
    await it.brake.stop('operator', '');
    return write(batch);
  };
  expect((await it.ask(it.control('3.31.0.23', [1], it.from(hour)))).result).toBe('OK');
  await it.brake.letGo('ada');
  expect(await it.final('c-1')).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  await it.clock.advance(2 * hour);
  expect(it.sent()).toEqual([]);
});

test('a head end that does not answer keeps nothing from being ended, and the switch can be taken back', async () => {
  await it.bench.close();
  it = await brakeBench({ capabilities: { cancel: true } });
  it.headEnd.follow(() => {}); // it has it in hand, and says nothing
  expect((await it.ask(it.disconnect(1))).result).toBe('OK');
  await it.until(() => it.sent().length === 1);
  expect((await it.ask(it.control('3.31.0.23', [2], it.from(hour)))).result).toBe('OK');
  let answer: ((stopped: readonly string[]) => void) | undefined;
  it.headEnd.cancel = () => new Promise((resolve) => (answer = resolve));
  const stopped = it.brake.stop('operator', '');
  expect(await it.final('c-2')).toMatchObject({ result: 'FAILED', codes: ['7.7'] });
  await it.until(() => answer !== undefined);
  await it.brake.letGo('ada');
  answer!(['meter-1']);
  expect(await stopped).toEqual({ refused: 1, withdrawn: 1 });
});

test('what another process has sent is called off, too', async () => {
  await it.bench.close();
  it = await brakeBench({ capabilities: { cancel: true } });
  it.headEnd.follow(() => {});
  expect((await it.ask(it.disconnect(1, 2))).result).toBe('OK');
  await it.until(() => it.sent().length === 2);
  // as an adapter that has not sent the job itself
  const known = new Set<string>();
  it.headEnd.resume = ({ id }) => void known.add(id);
  it.headEnd.cancel = async ({ jobId }, devices = []) => (known.has(jobId) ? devices : []);
  expect(await it.brake.stop('operator', '')).toEqual({ refused: 0, withdrawn: 2 });
});
