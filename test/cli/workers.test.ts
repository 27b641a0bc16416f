/** Several processes of one gateway, as an operator runs them. */
import { connect } from 'node:net';
import { type GatewayProcess, startGatewayProcess } from '../faults/gateway-process.js';
import { describePostgres, newSchema, type Schema } from '../support/postgres.js';
import { getMeterConfig } from '../support/soap-text.js';
import { steadyCallers } from '../support/steady-callers.js';
import { until } from '../support/until.js';
import { cimgate, expectNoInsides } from './command-line.js';

/** Starts take long where all processors are busy. */
const patience = 120_000;

it.each([
  ['--workers', ['serve', '--workers', '2'], {}],
  ['CIMGATE_WORKERS', ['serve'], { CIMGATE_WORKERS: '2' }],
])('%s: over a store that is not shared they are refused, with what to do', async (named, args, settings) => {
  const ran = await cimgate(args, { CIMGATE_STORE: 'memory', ...settings });
  expect(ran.error).toContain(`${named}: 2 processes need a store that they can share; set CIMGATE_STORE=postgres://`);
  expect(ran.status).toBe(78);
  expectNoInsides(ran);
});

describePostgres('two workers over PostgreSQL', () => {
  let schema: Schema;
  let gateway: GatewayProcess;
  beforeAll(async () => {
    schema = await newSchema();
    const settings = { CIMGATE_STORE: schema.url, CIMGATE_LOG: 'info' };
    gateway = await startGatewayProcess(settings, undefined, ['serve', '--workers', '2']);
  }, patience);
  afterAll(async () => {
    await gateway?.stop();
    await schema?.drop();
  }, patience);

  /** What the log says of those that serve: worker and process, in the order of their start. */
  const served = (): readonly { readonly worker: number; readonly pid: number }[] =>
    gateway.log.flatMap((line) => {
      const entry = JSON.parse(line) as { message: string; worker: number; pid: number };
      return entry.message === 'a worker serves' ? [{ worker: entry.worker, pid: entry.pid }] : [];
    });
  const logged = (text: string): readonly string[] => gateway.log.filter((line) => line.includes(text));
  const ask = async (): Promise<number> => {
    const headers = { 'Content-Type': 'text/xml', Connection: 'close' };
    return (await fetch(`${gateway.url}/soap`, { method: 'POST', headers, body: getMeterConfig() })).status;
  };

  it('welcome the operator once, at a port that both share', async () => {
    expect(gateway.said.match(/cimgate serves IEC 61968-9/g)).toHaveLength(1);
    expect([...new Set(served().map(({ worker }) => worker))].sort()).toEqual([1, 2]);
    for (let n = 0; n < 4; n++) expect(await ask()).toBe(200);
    await until('both have answered', () =>
      [1, 2].every((worker) => logged('"noun":"MeterConfig"').some((line) => line.includes(`"worker":${worker}`))),
    );
  });

  it('are measured together, whichever is asked', async () => {
    const text = await (await fetch(`${gateway.url}/metrics`)).text();
    for (const worker of [1, 2]) {
      expect(text).toMatch(new RegExp(`^process_resident_memory_bytes\\{worker="${worker}"\\} \\d+`, 'm'));
      expect(text).toMatch(new RegExp(`^cimgate_messages_total\\{.*worker="${worker}"\\} [1-9]`, 'm'));
    }
    expect(text.match(/^nodejs_version_info\{/gm)).toHaveLength(1);
  });

  it(
    'are replaced one by one on SIGHUP, and no message is lost or refused',
    async () => {
      const before = served().map(({ pid }) => pid);
      const callers = steadyCallers(`${gateway.url}/soap`, 6, (n) => getMeterConfig({ messageId: `steady ${n}` }));
      await until('messages are answered', () => callers.answered > 20);
      process.kill(gateway.pid, 'SIGHUP');
      await until('all are replaced', () => logged('workers have been replaced').length > 0, patience);
      const then = callers.answered;
      await until('messages are answered by the new ones', () => callers.answered > then + 20);
      await callers.stop();
      expect(callers.failures).toEqual([]);
      expect(callers.closing).toBeGreaterThan(0);
      const after = served().slice(before.length);
      expect(after.map(({ worker }) => worker)).toEqual([1, 2]);
      for (const pid of before) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
    2 * patience,
  );

  it(
    'go on when one is killed, and it is started again',
    async () => {
      const [killed] = served().slice(-1);
      const count = served().length;
      process.kill(killed!.pid, 'SIGKILL');
      await until('its death is known', () => logged('a worker has died').length === 1);
      expect(await ask()).toBe(200);
      await until('there is another one', () => served().length > count, patience);
      expect(served().at(-1)!.worker).toBe(killed!.worker);
    },
    patience,
  );

  it(
    'end with their primary process on SIGTERM, with what was begun',
    async () => {
      const callers = steadyCallers(`${gateway.url}/soap`, 4, (n) => getMeterConfig({ messageId: `last ${n}` }));
      await until('messages are answered', () => callers.answered > 10);
      const stopped = gateway.stop('SIGTERM');
      await until('nobody listens', () => isRefused(gateway.port));
      await callers.stop();
      expect(await stopped).toBe(0);
      for (const { pid } of served()) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
    patience,
  );
});

function isRefused(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
}
