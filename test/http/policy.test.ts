/** No way around the policy: every operation, every path and every verb of the API is asked about who asks. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../../src/generated/operations.js';
import { withWrittenOperations } from '../../src/contract/operation-payloads.js';
import { XmlWriter } from '../../src/contract/xml-writer.js';
import { proveAudit } from '../../src/store/audit-proof.js';
import { openAudit } from '../../src/store/open-store.js';
import { wrapBody } from '../../src/soap/envelope.js';
import { aMessage, aMeter, type MessageBuilder } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { inProfile, mannerText, messageText, operationOf } from '../support/noun-messages.js';

let gateway: TestGateway;
let folder: string;
let store: string;
const people: Readonly<Record<string, readonly string[]>> = {
  viewer: ['VIEWER'],
  operator: ['OPERATOR'],
  switcher: ['DISCONNECT'],
  engineer: ['ENGINEER'],
  hes: ['HEADEND'],
  secadm: ['SECADM'],
  secaud: ['SECAUD'],
  nobody: [],
  // who may disconnect from one Source only, by a rule
  torn: ['SECADM'],
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cimgate-policy-'));
  store = `sqlite:${join(folder, 'gateway.db')}`;
  gateway = await testGateway({
    env: { CIMGATE_STORE: store },
    config: {
      security: {
        authentication: ['basic'],
        allowUnencrypted: true,
        policy: [
          {
            ...{ name: 'torn from OMS', effect: 'allow', principals: ['torn'], sources: ['OMS'] },
            ...{ nouns: ['EndDeviceControls'], controlTypes: ['*.31.0.23'] },
          },
        ],
        principals: Object.entries(people).map(([name, roles]) => ({
          ...{ name, roles, certificates: [] },
          password: { value: `${name}-secret` },
        })),
      },
    } as never,
  });
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true, force: true });
});

const as = (name: string, password = `${name}-secret`): { readonly Authorization: string } => ({
  Authorization: `Basic ${Buffer.from(`${name}:${password}`).toString('base64')}`,
});
let messages = 0;
test.each(['/soap/GetMeterConfig?wsdl', '/soap', '/metrics'])(
  'what %s says is kept by nobody who would give it to others',
  async (path) => {
    const { status, headers } = await gateway.send('GET', path, as('viewer'));
    expect(status).toBe(200);
    expect(headers['cache-control'] ?? 'private').toMatch(/^private/);
  },
);

/** Sends a message as somebody; the result and the first code, or the status of what is no answer of a service. */
async function ask(name: string, builder: MessageBuilder, path?: string): Promise<string> {
  const { operation } = builder.call;
  const writer = new XmlWriter();
  operation.write(
    writer,
    withWrittenOperations({
      ...builder.message,
      Header: { ...builder.message.Header, MessageID: `p-${++messages}` },
    }),
  );
  const address = path ?? `/soap/${operation.services[0]}`;
  const answer = await gateway.post(address, wrapBody('1.1', writer.xml), as(name));
  const { reply } = answer;
  return reply === undefined ? String(answer.status) : `${reply.Reply.Result} ${reply.Reply.Error?.[0]?.code}`;
}
const control = (ref: string) =>
  aMessage('CreateEndDeviceControls').with({
    EndDeviceControl: [{ EndDeviceControlType: { ref }, EndDevices: [aMeter('SIM-000001')] }],
  });

describe('operations', () => {
  const asked = operations.filter(({ shape }) => shape !== 'response');

  test('each of them is refused to somebody without a role, at its own address and at that of all', async () => {
    for (const operation of asked) {
      const message = aMessage(operation.name);
      expect([operation.name, await ask('nobody', message)]).toEqual([operation.name, 'FAILED 7.5']);
      expect([operation.name, await ask('nobody', message, '/soap')]).toEqual([operation.name, 'FAILED 7.5']);
    }
  });

  test('each of them is refused to somebody who is not known, and to somebody who says nothing', async () => {
    for (const [name, password] of [
      ['stranger', 'x'],
      ['operator', 'wrong'],
    ] as const)
      // prettier-ignore
      expect((await gateway.post('/soap', wrapBody('1.1', '<x/>'), as(name, password))).status).toBe(401);
    for (const operation of asked) {
      const writer = new XmlWriter();
      operation.write(writer, aMessage(operation.name).message);
      const path = `/soap/${operation.services[0]}`;
      const body = wrapBody('1.1', writer.xml);
      expect([operation.name, (await gateway.post(path, body)).status]).toEqual([operation.name, 401]);
    }
  });

  test.each<[string, MessageBuilder, string]>([
    ['operator', control('3.31.0.18'), 'OK 0.0'],
    ['operator', control('3.31.0.23'), 'FAILED 7.5'],
    ['switcher', control('3.31.0.23'), 'OK 0.0'],
    ['viewer', aMessage('GetMeterConfig').with({ Meter: [aMeter('SIM-000001')] }), 'OK 0.0'],
    ['viewer', aMessage('CreateMeterConfig').with({ Meter: [aMeter('NEW')] }), 'FAILED 7.5'],
    ['engineer', aMessage('CreateMeterConfig').with({ Meter: [aMeter('NEW')] }), 'OK 0.0'],
    ['hes', aMessage('GetMeterConfig').with({ Meter: [aMeter('SIM-000001')] }), 'FAILED 7.5'],
    ['secadm', control('3.31.0.23'), 'FAILED 7.5'],
  ])('%s', async (name, message, said) => expect(await ask(name, message)).toBe(said));

  test('a set of operations, the generic form and compressed payloads are no way around it', async () => {
    const noun = 'EndDeviceControls';
    const value = control('3.31.0.23').message.Payload![noun as never];
    const set = aMessage('ExecuteOperationSet').with({
      Operation: [{ operationId: '1', noun, verb: 'create', payload: { name: noun, value } }],
    });
    expect(await ask('operator', set)).toBe('FAILED 7.5');
    expect(await ask('nobody', set)).toBe('FAILED 7.5');
    const operation = operationOf(noun, 'create');
    const own = inProfile(noun);
    const content = [
      own('EndDeviceControl', [
        own('EndDeviceControlType', [], { ref: '3.31.0.23' }),
        own('EndDevices', [own('Names', [own('name', ['SIM-000001'])])]),
      ]),
    ];
    const sent: readonly (readonly [string, string])[] = [
      ['/soap', messageText(operation, { content, packed: true })],
      ['/soap/Generic', mannerText(operation, { content }, { form: 'generic', spelling: {}, version: '1.1' })],
      ['/soap', mannerText(operation, { content }, { form: 'bare', spelling: {}, version: '1.1' })],
    ];
    for (const [path, body] of sent) {
      const refused = await gateway.post(path, body, as('operator'));
      expect(refused.text).toMatch(/code>7\.5</);
      const taken = await gateway.post(path, body, as('switcher'));
      expect(taken.text).not.toMatch(/code>7\.5</);
    }
  });
});

describe('everything else', () => {
  const paths = ['/', '/soap', '/soap/GetMeterConfig?wsdl', '/soap/GetMeterConfig?xsd=MeterConfig.xsd', '/metrics', '/api/v1/openapi.json']; // prettier-ignore

  test.each(paths)('%s needs somebody who may see it', async (path) => {
    expect((await gateway.send('GET', path)).status).toBe(401);
    expect((await gateway.send('GET', path, as('nobody'))).status).toBe(403);
    expect((await gateway.send('HEAD', path, as('nobody'))).status).toBe(403);
  });

  test('probes need nobody, and tell nothing but whether it is well', async () => {
    expect(await gateway.send('GET', '/health/live')).toMatchObject({ status: 200, text: 'live\n' });
    expect(await gateway.send('GET', '/health/ready')).toMatchObject({ status: 200, text: 'ready\n' });
  });

  test('every route of the API needs a right of its own', async () => {
    const openapi = await gateway.send('GET', '/api/v1/openapi.json', as('secadm'));
    const { paths: routes } = JSON.parse(openapi.text) as { paths: Record<string, Record<string, unknown>> };
    const all = Object.entries(routes).flatMap(([path, methods]) => Object.keys(methods).map((method) => [method, path] as const)); // prettier-ignore
    expect(all.length).toBeGreaterThan(25);
    const send = (method: string, path: string, headers: object) =>
      gateway.send(
        method.toUpperCase(),
        path,
        { ...headers },
        method === 'put' || method === 'post' ? '{}' : undefined,
      );
    for (const [method, path] of all) {
      const at = `/api/v1${path.replaceAll(/\{\w+\}/g, 'x')}`;
      const json = { 'Content-Type': 'application/json' };
      for (const variant of [at, `${at}/`, at.toUpperCase().replace('/API/V1', '/api/v1')]) {
        const statuses = [
          (await send(method, variant, json)).status,
          (await send(method, variant, { ...json, ...as('nobody') })).status,
          (await send(method, variant, { ...json, ...as('hes') })).status,
        ];
        expect([method, variant, ...statuses]).toEqual([method, variant, 401, 403, 403]);
      }
    }
  });

  test('the kill switch is thrown by an operator, and taken back by somebody else', async () => {
    const json = { 'Content-Type': 'application/json' };
    const stop = (name: string) => gateway.send('PUT', '/api/v1/disconnects/stop', { ...json, ...as(name) }, '{"reason":"drill"}'); // prettier-ignore
    expect((await stop('viewer')).status).toBe(403);
    expect((await stop('operator')).status).toBe(200);
    expect(await ask('switcher', control('3.31.0.23'))).toBe('FAILED 7.7');
    expect((await gateway.send('DELETE', '/api/v1/disconnects/stop', as('operator'))).status).toBe(403);
    expect((await gateway.send('DELETE', '/api/v1/disconnects/stop', as('secadm'))).status).toBe(204);
    expect(await ask('switcher', control('3.31.0.23'))).toBe('OK 0.0');
  });

  test('limits are set by who may not disconnect, and seen by who looks after them', async () => {
    const until = new Date(gateway.clock.now() + 3_600_000).toISOString();
    const put = (name: string, body: object) =>
      gateway.send('PUT', '/api/v1/disconnect-limits', { 'Content-Type': 'application/json', ...as(name) }, JSON.stringify(body)); // prettier-ignore
    expect((await put('switcher', {})).status).toBe(403);
    expect((await put('torn', { principalHour: 60, hour: 200, day: 1000, until })).status).toBe(403);
    expect((await put('secadm', { principalHour: -1 })).status).toBe(400);
    const set = await put('secadm', { principalHour: 60, hour: 200, day: 1000, until });
    expect(JSON.parse(set.text)).toMatchObject({ limits: { principalHour: 60 }, until });
    const seen = await gateway.send('GET', '/api/v1/disconnects', as('secaud'));
    expect(JSON.parse(seen.text)).toMatchObject({ limits: { principalHour: 60, hour: 200, day: 1000 } });
  });
});

test('the audit tells all of it to its reader, and proves whole', async () => {
  const answer = await gateway.send('GET', '/api/v1/audit?limit=1000', as('secaud'));
  const { records } = JSON.parse(answer.text) as { records: readonly Record<string, unknown>[] };
  expect(records.length).toBeGreaterThan(300);
  const of = (some: object) => records.find((record) => Object.entries(some).every(([name, value]) => record[name] === value)); // prettier-ignore
  expect(of({ event: 'authentication', claimed: 'stranger', code: '7.4' })).toBeDefined();
  expect(of({ event: 'disconnects stopped', principal: 'operator', reason: 'drill' })).toBeDefined();
  expect(of({ principal: 'operator', noun: 'EndDeviceControls', decision: 'refused', code: '7.5' })).toBeDefined();
  expect(of({ principal: 'switcher', noun: 'EndDeviceControls', decision: 'allowed', disconnects: 1 })).toBeDefined();
  expect(of({ event: 'request', principal: 'nobody', noun: 'Metrics', decision: 'refused' })).toBeDefined();
  expect(answer.text).not.toContain('secret');
  const { audit, close } = await openAudit(store);
  const proof = await proveAudit(audit).finally(close);
  expect(proof).toMatchObject({ chains: 1, problems: [] });
  expect(proof.records).toBeGreaterThanOrEqual(records.length);
});
