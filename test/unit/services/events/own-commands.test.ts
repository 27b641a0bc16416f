import type { TaskState } from '../../../../src/ports/requests.js';
import { ownCommands, type SupplyEvent } from '../../../../src/services/own-commands.js';
import { eventObject } from '../../../../src/services/reported.js';
import { testPorts, type TestPorts } from '../../../support/test-ports.js';

const noon = Date.UTC(2026, 10, 22, 12);
const window = 600_000;
const minute = 60_000;

let ports: TestPorts;
beforeEach(async () => {
  ports = await testPorts();
});
afterEach(() => ports.close());

/** A command on meter-1, sent at noon. */
async function aCommand(action: string, state: TaskState): Promise<void> {
  const request = {
    id: 'r-1',
    noun: 'EndDeviceControls',
    verb: 'create',
    principal: '',
    correlationId: 'order-1',
    replyTo: { kind: 'nobody' },
    header: {},
    body: {},
    receivedAt: noon,
    due: noon,
    deadline: noon + window,
    priority: 'normal',
  } as const;
  const task = { seq: 0, entry: 0, device: 'meter-1', headEnd: 'hes', action, state, data: {} };
  await ports.store.transaction((tx) => tx.addRequest(request, [task]));
}

/** An event of meter-1 that tells how a command has ended, at noon or some time after it. */
async function anOutcome(ref: string, after = 0): Promise<void> {
  const event = eventObject({
    mRID: `e-${after}`,
    createdDateTime: new Date(noon + after).toISOString(),
    Assets: { mRID: 'meter-1' },
    EndDeviceEventDetails: [{ name: 'CorrelationID', value: 'order-1' }],
    EndDeviceEventType: { ref },
  });
  await ports.store.transaction((tx) => tx.insert([event], { at: '2026-11-22T12:00:00Z' }));
}

const behind = async (change: SupplyEvent['change'], at: number, device = 'meter-1') =>
  (await ownCommands(ports.store, window, [{ device, change, at }]))[0];
const ours = { correlationId: 'order-1' };

const sent: readonly (readonly [string, string, TaskState, SupplyEvent['change'], number, boolean])[] = [
  ['a loss while a disconnect is under way', '3.31.0.23', 'sent', 'lost', 5_000, true],
  ['a loss whose disconnect has an unknown fate', '3.31.0.23', 'unknown', 'lost', 5_000, true],
  ['a loss stamped by a clock some seconds slow', '3.31.0.23', 'sent', 'lost', -2_000, true],
  ['a loss long before the disconnect', '3.31.0.23', 'sent', 'lost', -2 * minute, false],
  ['a loss behind the window', '3.31.0.23', 'sent', 'lost', window + 1, false],
  ['a loss while a disconnect waits to be sent', '3.31.0.23', 'waiting', 'lost', 5_000, false],
  ['a loss while a connect is under way', '3.31.0.18', 'sent', 'lost', 5_000, false],
  ['a return while a connect is under way', '3.31.0.18', 'sent', 'restored', 5_000, true],
  ['a return when the switch was armed', '3.31.0.5', 'sent', 'restored', 5_000, true],
  ['a return while a disconnect is under way', '3.31.0.23', 'sent', 'restored', 5_000, false],
  ['a loss while something else is done', '3.8.0.214', 'sent', 'lost', 5_000, false],
];
test.each(sent)('%s', async (_, action, state, change, after, isOurs) => {
  await aCommand(action, state);
  expect(await behind(change, noon + after)).toEqual(isOurs ? ours : undefined);
  expect(await behind(change, noon + after, 'meter-2')).toBeUndefined();
});

const ended: readonly (readonly [string, string, SupplyEvent['change'], number, boolean])[] = [
  ['a loss after a disconnect', '3.31.0.68', 'lost', minute, true],
  ['a loss that is told after the disconnect and came with it', '3.31.0.68', 'lost', -10_000, true],
  ['a loss long before it', '3.31.0.68', 'lost', -5 * minute, false],
  ['a loss behind the window of it', '3.31.0.68', 'lost', window + 1, false],
  ['a loss after a disconnect that failed', '3.31.0.84', 'lost', minute, false],
  ['a loss after a connect', '3.31.0.42', 'lost', minute, false],
  ['a return after a connect', '3.31.0.42', 'restored', minute, true],
];
test.each(ended)('when it has ended: %s', async (_, code, change, after, isOurs) => {
  await anOutcome(code);
  expect(await behind(change, noon + after)).toEqual(isOurs ? ours : undefined);
});

const undone: readonly (readonly [string, string, string, SupplyEvent['change'], number, boolean])[] = [
  ['a loss after the reconnect', '3.31.0.68', '3.31.0.42', 'lost', 6 * minute, false],
  ['a loss after the switch was armed to be closed', '3.31.0.68', '3.31.0.11', 'lost', 6 * minute, false],
  ['a loss before the reconnect, told after it', '3.31.0.68', '3.31.0.42', 'lost', minute, true],
  ['a loss about the time of the reconnect, since clocks are off', '3.31.0.68', '3.31.0.42', 'lost', 190_000, true],
  ['a return after another disconnect', '3.31.0.42', '3.31.0.68', 'restored', 6 * minute, false],
];
test.each(undone)('when it was undone three minutes later: %s', async (_, first, then, change, after, isOurs) => {
  await anOutcome(first);
  await anOutcome(then, 3 * minute);
  expect(await behind(change, noon + after)).toEqual(isOurs ? ours : undefined);
});

test('a disconnect of unknown fate is behind no loss after a reconnect', async () => {
  await aCommand('3.31.0.23', 'unknown');
  await anOutcome('3.31.0.42', 3 * minute);
  expect(await behind('lost', noon + minute)).toEqual(ours);
  expect(await behind('lost', noon + 6 * minute)).toBeUndefined();
});

test('asks nothing for no events', async () => {
  expect(await ownCommands({} as never, window, [])).toEqual([]);
});
