/** Two gateways over one PostgreSQL: whichever is called, the one head end is driven, and every answer comes to whoever waits for it. */
import type { AnyMessage } from '../../src/message/call.js';
import type { Job, Notice, Told } from '../../src/ports/head-end.js';
import { systemClock } from '../../src/system.js';
import { aMessage, aMeter, gist } from '../support/builders.js';
import { testGateway, type TestGateway, type TestGatewayOptions } from '../support/gateway.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { replyText } from '../support/receiver.js';
import { anInstallation, scriptedHeadEnd } from '../support/scripted-head-end.js';
import { countingIds } from '../support/test-ports.js';
import { until } from '../support/until.js';

const register = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
let schema: Schema;
let asked = 0;

function gateway(number: number, options: TestGatewayOptions = {}): Promise<TestGateway> {
  const ids = countingIds(`${number}0000000-0000-4000-8000`);
  return testGateway({ clock: systemClock(), ids, env: { CIMGATE_STORE: schema.url }, ...options });
}

async function two(options: (number: number) => TestGatewayOptions = () => ({})): Promise<[TestGateway, TestGateway]> {
  schema = await newSchema();
  const gateways: [TestGateway, TestGateway] = [await gateway(1, options(1)), await gateway(2, options(2))];
  await until('they know each other', () => gateways.every(({ ports }) => ports.peers.others().length === 1));
  return gateways;
}

/** Sends a message and waits for its answer. */
function ask(at: TestGateway, operation: string, root: Readonly<Record<string, unknown>>) {
  const { call, message } = aMessage(operation)
    .header({ MessageID: `message-${++asked}` })
    .with(root);
  return at.ask(call.operation, message);
}
const control = (meter: string, type: string): Readonly<Record<string, unknown>> => ({
  EndDeviceControl: [{ EndDeviceControlType: { ref: type }, EndDevices: [aMeter(meter)] }],
});
const open = '3.31.0.23';
const close = '3.31.0.18';
const read = (at: TestGateway, meter: string) =>
  ask(at, 'GetMeterReadings', { EndDevice: [aMeter(meter)], ReadingType: [{ mRID: register }] });

async function api(at: TestGateway, method: string, path: string, body?: unknown) {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = text === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await at.send(method, `/api/v1/simulator${path}`, headers, text);
  return { status: answer.status, body: JSON.parse(answer.text) as Record<string, unknown> };
}
const position = async (at: TestGateway, meter: string) =>
  (await api(at, 'GET', `/meters/${meter}`)).body['switchPosition'];

describePostgres('two gateways with one simulated head end', () => {
  let one: TestGateway;
  let other: TestGateway;
  const duty = 'head end simulated';

  beforeAll(async () => {
    [one, other] = await two();
  });
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await schema.drop();
  });

  test('read and command the same meters, whichever is called', async () => {
    expect(one.ports.peers.holder(duty)).toBe(one.ports.peers.self);
    const before = await read(other, 'SIM-000001');
    expect(gist(before)).toMatchObject({ result: 'OK' });
    expect(JSON.stringify(before.Payload)).toContain(register);
    expect(gist(await ask(other, 'CreateEndDeviceControls', control('SIM-000001', open)))).toMatchObject({
      result: 'OK',
    });
    expect([await position(one, 'SIM-000001'), await position(other, 'SIM-000001')]).toEqual(['open', 'open']);
    expect(gist(await ask(one, 'CreateEndDeviceControls', control('SIM-000001', close)))).toMatchObject({
      result: 'OK',
    });
    expect([await position(one, 'SIM-000001'), await position(other, 'SIM-000001')]).toEqual(['closed', 'closed']);
  });

  test('let the simulator be seen and changed through both', async () => {
    expect(await api(other, 'POST', '/outage', { count: 3, spread: 0 })).toEqual({ status: 200, body: { meters: 3 } });
    const [here, there] = await Promise.all([api(one, 'GET', ''), api(other, 'GET', '')]);
    expect([here.body['out'], there.body['out']]).toEqual([3, 3]);
    expect(await api(other, 'POST', '/restore', { share: 1, spread: 0 })).toMatchObject({ body: { meters: 3 } });
    const nobody = await api(other, 'GET', '/meters/SIM-000099');
    expect(nobody).toEqual({ status: 404, body: { error: 'there is no simulated meter SIM-000099' } });
    expect(await api(other, 'PUT', '/speed', { speed: -1 })).toMatchObject({ status: 400 });
  });

  test('go on when the one that held it is gone: a read says so at once, a command is believed by the switch', async () => {
    await api(one, 'POST', '/scenario', { meters: ['SIM-000002', 'SIM-000003'], scenario: 'unreachable' });
    const reading = read(other, 'SIM-000002');
    const command = ask(other, 'CreateEndDeviceControls', control('SIM-000003', close));
    await until('both are under way', async () => {
      const sent = await schema.query(`select 1 from tasks where state = 'sent'`);
      return sent.length === 1;
    });
    const from = performance.now();
    await one.stop();
    expect(gist(await reading)).toMatchObject({ result: 'FAILED', codes: ['4.1'] });
    expect(gist(await command)).toMatchObject({ result: 'OK' });
    await until('it is read again', async () => gist(await read(other, 'SIM-000002')).result === 'OK');
    expect(performance.now() - from).toBeLessThan(15_000);
    expect(await api(other, 'GET', '')).toMatchObject({ status: 200, body: { touched: 0 } });
    expect(gist(await ask(other, 'CreateEndDeviceControls', control('SIM-000004', open)))).toMatchObject({
      result: 'OK',
    });
  }, 40_000);
});

describePostgres('two gateways with a head end that both drive, and that calls back', () => {
  let one: TestGateway;
  let other: TestGateway;
  /** Jobs and what was told, by gateway. */
  const jobs: Job[][] = [[], []];
  const told: AnyMessage[][] = [[], []];
  const say: ((notice: Notice) => void)[] = [];
  let inventories = 0;

  beforeAll(async () => {
    [one, other] = await two((number) => {
      const at = number - 1;
      const capabilities = { simulated: false, readingTypes: [register] };
      const headEnd = scriptedHeadEnd({
        ...{ inventory: [anInstallation(1)], capabilities },
        script: (job) => void jobs[at]?.push(job),
      });
      say[at] = headEnd.say;
      const inventory = (): ReturnType<typeof headEnd.inventory> => {
        inventories++;
        return headEnd.inventory();
      };
      const take = async (one: Told): Promise<boolean> => {
        const job = jobs[at]?.find(({ id }) => id === one.correlationId);
        if (job === undefined) return false;
        told[at]?.push(await one.message());
        const [device] = job.devices.map(({ mRID }) => mRID);
        const reading = { readingType: register, timeStamp: '2026-11-22T07:00:00Z', value: '17', qualities: [] };
        const about = { jobId: job.id, device: device ?? '', at: 1 };
        headEnd.say({ kind: 'data', readings: [{ ...reading, shape: 'reading' }], ...about });
        headEnd.say({ kind: 'final', outcome: 'succeeded', facts: {}, ...about });
        return true;
      };
      return { headEnds: [{ ...headEnd, inventory, take }] };
    });
  });
  afterAll(async () => {
    await Promise.all([one.stop(), other.stop()]);
    await schema.drop();
  });

  const response = (correlation: string): string =>
    replyText('OK', '', 'MeterReadings').replace(
      '</m:Noun>',
      `</m:Noun><m:CorrelationID>${correlation}</m:CorrelationID>`,
    );

  test('learn its meters once, and hand a response to the one that waits for it', async () => {
    await until(
      'the meters are known',
      async () => (await one.ports.store.objects({ noun: 'MeterConfig', limit: 1 })).length > 0,
    );
    expect(inventories).toBe(1);
    const reading = read(one, 'M-1');
    await until('it is asked for', () => jobs[0]?.length === 1);
    const { reply } = await other.post('/soap/ReplyMeterReadings', response(jobs[0]![0]!.id));
    expect(reply?.Reply).toMatchObject({ Result: 'OK', Error: [{ code: '0.3' }] });
    expect(gist(await reading)).toMatchObject({ result: 'OK' });
    expect(told[0]).toMatchObject([{ Header: { Noun: 'MeterReadings' }, Reply: { Result: 'OK' } }]);
    expect(told[1]).toEqual([]);
  });

  test('refuse a response that neither has asked for', async () => {
    const { reply } = await other.post('/soap/ReplyMeterReadings', response('foreign'));
    expect(reply?.Reply).toMatchObject({ Result: 'FAILED', Error: [{ code: '2.15' }] });
  });
});
