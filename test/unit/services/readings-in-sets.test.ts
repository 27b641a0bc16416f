/** Readings as operations of a set: stored with it, read from the store, and undone with it. */
import type { AnyResponse } from '../../../src/generated/operations.js';
import type { Dispatch } from '../../../src/message/call.js';
import { operationSetOf, type SetOperation } from '../../../src/message/operation-set.js';
import { nouns } from '../../../src/nouns.js';
import { dispatcher } from '../../../src/services/dispatcher.js';
import { aMessage, aMeter, aName, gist } from '../../support/builders.js';
import { testPorts, type TestPorts } from '../../support/test-ports.js';

const type = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const timeStamp = '2026-11-01T00:00:00+01:00';

let ports: TestPorts;
let dispatch: Dispatch;
beforeEach(async () => {
  ports = await testPorts();
  dispatch = dispatcher(nouns, ports);
});
afterEach(() => ports.close());

const operation = (operationId: string, verb: string, noun: string, value: object): SetOperation => ({
  operationId,
  verb,
  noun,
  payload: { name: verb === 'get' ? `Get${noun}` : noun, value: { ...value } },
});
const told = (id: string, verb: string, value: string): SetOperation =>
  operation(id, verb, 'MeterReadings', {
    MeterReading: [{ Meter: { Names: [aName('M-1')] }, Readings: [{ timeStamp, value, ReadingType: { ref: type } }] }],
  });
const meter = operation('1', 'create', 'MeterConfig', { Meter: [aMeter('M-1', { mRID: 'm-1' })] });
const get = operation('9', 'get', 'MeterReadings', {
  EndDevice: [{ Names: [aName('M-1')] }],
  ReadingType: [{ Names: [{ name: type }] }],
  TimeSchedule: [{ scheduleInterval: { start: '2026-10-01T00:00:00Z', end: '2026-11-02T00:00:00Z' } }],
});
const send = (whole: boolean, ...Operation: readonly SetOperation[]): Promise<AnyResponse> =>
  aMessage('ExecuteOperationSet')
    .with({ enforceTransactionalIntegrity: String(whole), Operation })
    .to(dispatch);
const stored = async (): Promise<readonly (string | undefined)[]> =>
  (await ports.store.readings({ meters: ['m-1'], limit: 10 })).map(({ value }) => value);

it('stores what is told of a meter of the same set, changes it, and answers it', async () => {
  const reply = await send(true, meter, told('2', 'created', '1.50'), told('3', 'changed', '1.75'), get);
  expect(gist(reply)).toMatchObject({ result: 'OK' });
  expect(await stored()).toEqual(['1.75']);
  expect(JSON.stringify(operationSetOf(reply)?.Operation)).toContain('"value":"1.75"');
});

it('keeps nothing of it when the set is undone', async () => {
  const reply = await send(true, meter, told('2', 'created', '1.50'), { ...meter, operationId: '3' });
  expect(gist(reply)).toMatchObject({ result: 'FAILED', codes: ['5.9', '5.9', '5.3', '2.15'] });
  expect(await stored()).toEqual([]);
});
