/** Commands given to two gateways over one PostgreSQL: what one has taken up the other knows of, and neither does it again. */
import { aMeter, gist, operationNamed } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { countingIds } from '../support/test-ports.js';
import { until } from '../support/until.js';
import type { AnyMessage, AnyResponse } from '../../src/message/call.js';

let there: Receiver;
let schema: Schema;
let one: TestGateway;
let other: TestGateway;

describePostgres('two gateways over one database', () => {
  beforeAll(async () => {
    there = await receiver();
    schema = await newSchema();
    one = await start('1');
    other = await start('2');
    await until('they know each other', () =>
      [one, other].every(({ ports: { peers } }) => peers.others().length === 1),
    );
  }, 60_000);
  afterAll(async () => {
    await other.stop();
    await one.stop();
    await there.close();
    await schema.drop();
  }, 60_000);

  test('give a device one command at a time, whichever of them is asked', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) => give(at % 2 === 0 ? one : other, `c-${at}`, ['SIM-000001'], tomorrow)),
    );
    const taken = answers.filter(({ Reply }) => Reply.Result === 'OK');
    expect(taken).toHaveLength(1);
    const refused = answers.filter(({ Reply }) => Reply.Result === 'FAILED').map((answer) => gist(answer).codes);
    expect(refused).toEqual(Array.from({ length: 23 }, () => ['6.1']));
  }, 30_000);

  test('the same for many devices at once: each gets one, none is left out', async () => {
    const meters = Array.from({ length: 18 }, (_, at) => `SIM-${String(at + 2).padStart(6, '0')}`);
    const answers = await Promise.all([
      give(one, 'm-1', meters, tomorrow),
      give(other, 'm-2', [...meters].reverse(), tomorrow),
    ]);
    expect(answers.map(({ Reply }) => Reply.Result).sort()).toEqual(['FAILED', 'OK']);
    const tasks = await schema.query(`select count(*)::int as n, count(distinct device)::int as d from tasks`);
    expect(tasks).toEqual([{ n: 19, d: 19 }]);
  }, 30_000);

  test('one changes and cancels what the other has taken up', async () => {
    const correlation = await winnerOf('m-');
    for (const [gateway, at] of [
      [one, nextWeek],
      [other, inTwoWeeks],
    ] as const) {
      const changed = await gateway.ask(operationNamed('ChangeEndDeviceControls'), {
        Header: { Verb: 'change', Noun: 'EndDeviceControls', MessageID: `x ${at}`, CorrelationID: correlation },
        Payload: { EndDeviceControls: { EndDeviceControl: [control([], at)] } },
      } as unknown as AnyMessage);
      expect(gist(changed)).toMatchObject({ result: 'OK' });
      const due = await schema.query(`select due from requests where correlation_id = '${correlation}'`);
      expect(due).toEqual([{ due: String(Date.parse(at)) }]);
    }
    const canceled = await one.ask(operationNamed('CancelEndDeviceControls'), {
      Header: { Verb: 'cancel', Noun: 'EndDeviceControls', MessageID: 'x-2', CorrelationID: await winnerOf('c-') },
    } as unknown as AnyMessage);
    expect(canceled.Reply.Result).toBe('OK');
    await until('the canceled one has its final reply', () =>
      there.received.some(({ correlationId }) => correlationId?.startsWith('c-') === true),
    );
    const again = await give(other, 'again', ['SIM-000001'], undefined);
    expect(gist(again)).toMatchObject({ result: 'OK', codes: ['0.3'] });
    await until('it is carried out', () => there.received.filter((r) => r.correlationId === 'again').length === 2);
  }, 30_000);

  test('the same message at once to both is carried out once, and both answer the outcome', async () => {
    for (let n = 1; n <= 8; n++) {
      const connect = message(`at-once-${n}`, [shed(n)], {});
      const create = operationNamed('CreateEndDeviceControls');
      const answers = await Promise.all([one.ask(create, connect), other.ask(create, connect)]);
      expect(answers.map(gist)).toEqual([
        expect.objectContaining({ result: 'OK' }),
        expect.objectContaining({ result: 'OK' }),
      ]);
    }
    const begun = await schema.query(`select count(*)::int as n from requests where correlation_id like 'at-once-%'`);
    expect(begun).toEqual([{ n: 8 }]);
  }, 60_000);

  test.each(['1.6666667', '1e30'])(
    'what lasts for %s minutes is over at a whole millisecond that can be kept',
    async (duration) => {
      const shed = {
        EndDeviceControlType: { ref: '3.15.0.54' },
        EndDevices: [aMeter('SIM-000001')],
        primaryDeviceTiming: { duration },
      };
      const later = { AsyncReplyFlag: 'true', ReplyAddress: 'cis' };
      await one.ask(operationNamed('CreateEndDeviceControls'), message(`for ${duration}`, [shed], later));
      const replies = () => there.received.filter((r) => r.correlationId === `for ${duration}`);
      await until('its final reply has come', () => replies().length === 2);
      expect(replies()[1]!.body).toContain('Result>OK<');
    },
    30_000,
  );

  test('one that stops leaves what it has taken up to the other, which brings it to its end', async () => {
    const third = await start('3');
    await give(third, 'left', ['SIM-000020'], tomorrow);
    const { self } = third.ports.peers;
    await third.stop();
    await until('it is taken over', () =>
      [one, other].some(({ ports: { peers } }) => peers.homes()?.includes(self) === true),
    );
    const canceled = await one.ask(operationNamed('CancelEndDeviceControls'), {
      Header: { Verb: 'cancel', Noun: 'EndDeviceControls', MessageID: 'x-3', CorrelationID: 'left' },
    } as unknown as AnyMessage);
    expect(canceled.Reply.Result).toBe('OK');
    await until('its final reply has come', () => there.received.some((r) => r.correlationId === 'left'));
    expect(there.received.filter((r) => r.correlationId === 'left')).toHaveLength(1);
  }, 30_000);
});

function start(number: string): Promise<TestGateway> {
  const endpoint = { name: 'cis', url: there.url, soap: '1.1', auth: {}, tls: {}, era: '2011' } as const;
  return testGateway({
    env: { CIMGATE_STORE: schema.url },
    ids: countingIds(`${number.repeat(8)}-0000-4000-8000`),
    config: { replyEndpoints: [{ ...endpoint, replies: 'response', active: true, connections: 4 }] },
  });
}

const tomorrow = '2026-11-23T07:00:00Z';
const nextWeek = '2026-11-29T07:00:00Z';
const inTwoWeeks = '2026-12-06T07:00:00Z';

function control(meters: readonly string[], at: string | undefined): Readonly<Record<string, unknown>> {
  return {
    EndDeviceControlType: { ref: '3.31.0.23' },
    ...(meters.length === 0 ? {} : { EndDevices: meters.map((name) => aMeter(name)) }),
    ...(at === undefined ? {} : { primaryDeviceTiming: { interval: { start: at } } }),
  };
}

function shed(meter: number): Readonly<Record<string, unknown>> {
  const EndDevices = [aMeter(`SIM-${String(meter).padStart(6, '0')}`)];
  return { EndDeviceControlType: { ref: '3.15.0.54' }, EndDevices };
}

function message(
  id: string,
  controls: readonly Readonly<Record<string, unknown>>[],
  header: Readonly<Record<string, unknown>>,
): AnyMessage {
  const Header = { Verb: 'create', Noun: 'EndDeviceControls', MessageID: id, CorrelationID: id, ...header };
  return { Header, Payload: { EndDeviceControls: { EndDeviceControl: controls } } } as unknown as AnyMessage;
}

function give(
  gateway: TestGateway,
  id: string,
  meters: readonly string[],
  at: string | undefined,
): Promise<AnyResponse> {
  const later = { AsyncReplyFlag: 'true', ReplyAddress: 'cis' };
  return gateway.ask(operationNamed('CreateEndDeviceControls'), message(id, [control(meters, at)], later));
}

async function winnerOf(prefix: string): Promise<string> {
  const [found] = await schema.query(
    `select correlation_id as id from requests where correlation_id like '${prefix}%'`,
  );
  return (found as { readonly id: string }).id;
}
