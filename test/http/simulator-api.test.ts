/** The JSON API of the simulated head end. */
import { z } from 'zod';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { until } from '../support/until.js';

type Body = Record<string, unknown>;
let gateway: TestGateway;
let schemas: Record<string, never>;
let paths: Record<
  string,
  Record<string, { responses: Record<string, { content: Record<string, { schema: object }> }> }>
>;

beforeAll(async () => {
  const kinds = { gas: 2, water: 1 };
  gateway = await testGateway({ config: { simulator: { kinds, suffixed: { busy: 1 } } } });
  const description = JSON.parse((await gateway.send('GET', '/api/v1/openapi.json')).text) as Body;
  paths = description['paths'] as typeof paths;
  const text = JSON.stringify(description['components']).replaceAll('#/components/schemas/', '#/$defs/');
  schemas = (JSON.parse(text) as { schemas: typeof schemas }).schemas;
});
afterAll(() => gateway.stop());

/** Calls the API, and holds a good answer against its description. */
async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const headers = text === undefined ? {} : { 'Content-Type': 'application/json' };
  const answer = await gateway.send(method, `/api/v1${path}`, headers, text);
  const given = JSON.parse(answer.text) as Body;
  if (answer.status === 200) {
    const template = path.replace(/\/meters\/[^/]+/, '/meters/{name}');
    const schema = paths[template]?.[method.toLowerCase()]?.responses['200']?.content['application/json']?.schema;
    const reference = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/');
    z.fromJSONSchema({ ...(JSON.parse(reference) as object), $defs: schemas }).parse(given);
  }
  return { status: answer.status, body: given };
}
const meter = async (name: string): Promise<Body> => (await call('GET', `/simulator/meters/${name}`)).body;

test('the simulator and its meters are seen as they stand', async () => {
  expect((await call('GET', '/simulator')).body).toMatchObject({
    ...{ name: 'simulated', speed: 1, meters: { electricity: 21, gas: 2, water: 1 }, out: 0 },
  });
  expect(await meter('SIM-000001')).toMatchObject({ kind: 'electricity', powered: true, usagePoint: 'UP-000001' });
  expect(await meter('SIM-GAS-000002')).toMatchObject({ kind: 'gas', switchPosition: 'closed' });
  expect(await meter('SIM-000001-BUSY')).toMatchObject({ scenario: 'busy' });
  expect(await call('GET', '/simulator/meters/SIM-000099')).toMatchObject({
    status: 404,
    body: { error: 'there is no simulated meter SIM-000099' },
  });
});

test('an outage and its end are made, and kept as events of the meters', async () => {
  expect(await call('POST', '/simulator/outage', { count: 4, spread: 0 })).toEqual({
    status: 200,
    body: { meters: 4 },
  });
  expect((await call('GET', '/simulator')).body).toMatchObject({ out: 4 });
  expect((await call('POST', '/simulator/restore', { share: 1, spread: 0 })).body).toEqual({ meters: 4 });
  expect((await call('GET', '/simulator')).body).toMatchObject({ out: 0 });
  await call('POST', '/simulator/event', { meters: ['SIM-000002'], eventType: '*.12.0.257', facts: { cover: 'open' } });
  const { store } = gateway.ports;
  const types = async (): Promise<string[]> => {
    const found = await store.objects({ noun: 'EndDeviceEvents', limit: 100 });
    return JSON.stringify(found).match(/\d+\.\d+\.\d+\.\d+(?=")/g) ?? [];
  };
  await until('the events are kept', async () => {
    const kept = await types();
    return kept.filter((type) => type === '3.26.0.216').length === 4 && kept.includes('3.12.0.257');
  });
});

test('a switch is operated, a scenario given and taken, the speed changed', async () => {
  expect((await call('PUT', '/simulator/meters/SIM-000003/switch', { position: 'open' })).body).toMatchObject({
    ...{ switchPosition: 'open', load: 0 },
  });
  const meters = ['SIM-000003', 'SIM-000001-BUSY'];
  await call('POST', '/simulator/scenario', { meters, scenario: 'slow' });
  expect((await meter('SIM-000003'))['scenario']).toBe('slow');
  await call('POST', '/simulator/scenario', { meters, scenario: 'normal' });
  expect((await meter('SIM-000001-BUSY'))['scenario']).toBeUndefined();
  expect((await call('PUT', '/simulator/speed', { speed: 60 })).body).toMatchObject({ speed: 60 });
});

test.each([
  ['POST', '/simulator/outage', {}, 400, /say which meters/],
  ['POST', '/simulator/outage', { count: 1, share: 1 }, 400, /say which meters/],
  ['POST', '/simulator/outage', { share: 1.5 }, 400, /say which meters/],
  ['POST', '/simulator/outage', { meters: ['SIM-000099'] }, 404, /no simulated meter SIM-000099/],
  ['POST', '/simulator/outage', { count: 1, spread: -1 }, 400, /spread must be/],
  ['POST', '/simulator/restore', { count: 1, sprad: 1 }, 400, /sprad means nothing here/],
  ['POST', '/simulator/event', { count: 1, eventType: 'tamper' }, 400, /eventType must be/],
  ['POST', '/simulator/event', { count: 1, eventType: '3.*.0.1' }, 400, /eventType must be/],
  ['POST', '/simulator/event', { count: 1, eventType: '3.12.0.257', facts: { a: 1 } }, 400, /facts must be/],
  ['POST', '/simulator/scenario', { count: 1, scenario: 'odd' }, 400, /scenario must be one of/],
  ['POST', '/simulator/scenario', { count: 1 }, 400, /scenario must be one of/],
  ['PUT', '/simulator/speed', { speed: 0 }, 400, /speed must be/],
  ['PUT', '/simulator/meters/SIM-000001/switch', { position: 'ajar' }, 400, /position must be one of/],
  ['PUT', '/simulator/meters/SIM-000099/switch', { position: 'open' }, 404, /no simulated meter/],
] as const)('%s %s with %j is refused', async (method, path, body, status, problem) => {
  const answer = await call(method, path, body);
  expect(answer).toMatchObject({ status, body: { error: expect.stringMatching(new RegExp(problem, 'i')) } });
});

test('a gateway without a simulated head end has no such API', async () => {
  const other = await testGateway({ headEnds: [] });
  expect((await other.send('GET', '/api/v1/simulator')).status).toBe(404);
  const { text } = await other.send('GET', '/api/v1/openapi.json');
  expect(text).not.toContain('imulat');
  await other.stop();
});
