/** The JSON API for operators: registrations, the outbox, requests in hand. */
import { z } from 'zod';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { newDelivery } from '../support/outbox-bench.js';
import { receiver, replyText, respond, type Receiver } from '../support/receiver.js';
import { until } from '../support/until.js';

let there: Receiver;
let gateway: TestGateway;

beforeAll(async () => {
  there = await receiver();
  gateway = await testGateway({
    config: {
      replyEndpoints: [
        {
          ...{ name: 'fixed', url: `${there.url}/fixed`, soap: '1.1', tls: {}, era: '2011', replies: 'response' },
          auth: { basic: { user: 'gate', password: { value: 'configured-secret' } } },
          ...{ active: true, connections: 2 },
        } as never,
      ],
      subscriptions: [{ name: 'fixed-events', endpoint: 'fixed', noun: 'EndDeviceEvents', active: true, filter: {} }],
    },
  });
});
afterAll(async () => {
  await gateway.stop();
  await there.close();
});

type Body = Record<string, unknown>;
const json = { 'Content-Type': 'application/json' };
/** What an answer holds. */
const read = (answer: Answer): Body => JSON.parse(answer.text) as Body;

async function call(method: string, path: string, body?: unknown): Promise<{ status: number; body: Body }> {
  const text = body === undefined ? undefined : JSON.stringify(body);
  const answer = await gateway.send(method, `/api/v1${path}`, text === undefined ? {} : json, text);
  return { status: answer.status, body: answer.text === '' ? {} : proved(method, path, answer) };
}

/** Holds every answer against the API's own description. */
function proved(method: string, path: string, answer: Answer): Body {
  const body = read(answer);
  const [, operation] = Object.entries(paths).find(([template]) => fits(template, path.split('?')[0] ?? '')) ?? [];
  const responses = operation?.[method.toLowerCase()]?.responses;
  const content = (responses?.[String(answer.status)] ?? responses?.['default'])?.content;
  const schema = content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`${method} ${path} ${answer.status} is not described`);
  const reference = JSON.stringify(schema).replaceAll('#/components/schemas/', '#/$defs/');
  const checked = z.fromJSONSchema({ ...(JSON.parse(reference) as object), $defs: schemas }).safeParse(body);
  if (!checked.success) throw new Error(`${method} ${path}: ${checked.error.message}\n${answer.text}`);
  return body;
}

const fits = (template: string, path: string): boolean =>
  template === path || (new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`).test(path) && !(path in paths));

interface Described {
  readonly responses: Readonly<Record<string, { content?: Record<string, { schema: object }> }>>;
}
let paths: Record<string, Record<string, Described>>;
let schemas: Record<string, never>;
beforeAll(async () => {
  const description = read(await gateway.send('GET', '/api/v1/openapi.json'));
  paths = description['paths'] as typeof paths;
  const text = JSON.stringify(description['components']).replaceAll('#/components/schemas/', '#/$defs/');
  schemas = (JSON.parse(text) as { schemas: typeof schemas }).schemas;
});

const endpoint = () => ({ url: `${there.url}/${Math.random()}` });

describe('the description', () => {
  test('names every operation there is', () => {
    const all = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method} ${path}`),
    );
    expect(all.sort()).toEqual([
      'delete /disconnect-limits',
      'delete /disconnects/stop',
      'delete /endpoints/{name}',
      'delete /subscriptions/{name}',
      'get /audit',
      'get /audit/heads',
      'get /deliveries',
      'get /deliveries/depth',
      'get /deliveries/{id}',
      'get /disconnects',
      'get /endpoints',
      'get /endpoints/{name}',
      'get /held-disconnects',
      'get /policy',
      'get /requests',
      'get /requests/{id}',
      'get /simulator',
      'get /simulator/meters/{name}',
      'get /subscriptions',
      'get /subscriptions/{name}',
      'post /deliveries/resend',
      'post /deliveries/{id}/resend',
      'post /held-disconnects/{id}/refuse',
      'post /held-disconnects/{id}/release',
      'post /simulator/event',
      'post /simulator/outage',
      'post /simulator/restore',
      'post /simulator/scenario',
      'put /disconnect-limits',
      'put /disconnects/stop',
      'put /endpoints/{name}',
      'put /simulator/meters/{name}/switch',
      'put /simulator/speed',
      'put /subscriptions/{name}',
    ]);
  });
});

describe('reply endpoints', () => {
  test('are made, seen, replaced and removed', async () => {
    const { url } = endpoint();
    expect(await call('PUT', '/endpoints/oms', { url })).toEqual({
      status: 201,
      body: {
        ...{ name: 'oms', url, soap: '1.1', auth: {}, tls: {}, era: '2011', replies: 'response' },
        ...{ active: true, connections: 4, configured: false },
      },
    });
    expect((await call('GET', '/endpoints/oms')).body).toMatchObject({ url });
    expect(gateway.ports.registry.endpointAt(url)).toMatchObject({ name: 'oms' });
    expect(await call('PUT', '/endpoints/oms', { url, soap: '1.2', active: false })).toMatchObject({ status: 200 });
    expect(gateway.ports.registry.endpointAt(url)).toBeUndefined();
    const { endpoints } = (await call('GET', '/endpoints')).body as { endpoints: { name: string }[] };
    expect(endpoints.map(({ name }) => name)).toEqual(['fixed', 'oms']);
    expect((await call('DELETE', '/endpoints/oms')).status).toBe(204);
    expect((await call('GET', '/endpoints/oms')).status).toBe(404);
    expect((await call('DELETE', '/endpoints/oms')).status).toBe(404);
    expect(await gateway.ports.store.savedEndpoints()).toEqual([]);
  });

  test('keep their secrets to themselves, whoever asks and however', async () => {
    const { url } = endpoint();
    const auth = {
      basic: { user: 'gate', password: { value: 'basic-secret' } },
      usernameToken: { user: 'gate', password: { env: 'SECRET_TOKEN' } },
      signature: { key: { value: 'key-secret' }, certificate: { file: '/etc/cimgate/gate.pem' } },
    };
    await call('PUT', '/endpoints/oms', {
      url,
      auth,
      tls: { certificate: { value: 'c' }, key: { value: 'tls-secret' } },
    });
    const { body } = await call('GET', '/endpoints/oms');
    expect(body['auth']).toEqual({
      basic: { user: 'gate', password: { kept: true } },
      usernameToken: { user: 'gate', password: { env: 'SECRET_TOKEN' } },
      signature: { key: { kept: true }, certificate: { file: '/etc/cimgate/gate.pem' } },
    });
    const everything = await Promise.all(
      ['/endpoints', '/endpoints/oms', '/endpoints/fixed', '/openapi.json'].map((path) =>
        gateway.send('GET', `/api/v1${path}`),
      ),
    );
    for (const { text } of everything) expect(text).not.toMatch(/-secret/);
    expect(JSON.stringify(gateway.logged)).not.toMatch(/-secret/);

    // what was seen can be given back
    const again = { ...body, soap: '1.2' };
    expect((await call('PUT', '/endpoints/oms', again)).status).toBe(200);
    expect(gateway.ports.registry.endpoint('oms')).toMatchObject({
      soap: '1.2',
      auth,
      tls: { key: { value: 'tls-secret' } },
    });
    expect(JSON.stringify(await gateway.ports.store.savedEndpoints())).not.toMatch(/-secret/);

    // but not for somebody else
    const elsewhere = await call('PUT', '/endpoints/oms', { ...body, url: 'https://evil.example/' });
    expect(elsewhere).toMatchObject({
      status: 400,
      body: {
        error: expect.stringMatching(/secrets are kept for http:\/\/\S+ only; give them anew for https:\/\/evil/),
      },
    });
    await call('DELETE', '/endpoints/oms');
  });

  const wrong: readonly (readonly [string, unknown, RegExp])[] = [
    ['nothing', null, /not JSON/],
    ['a list', [], /must be a JSON object/],
    ['another name', { name: 'cis', url: 'http://a.example/' }, /names another one/],
    ['no address', {}, /url: /],
    ['an address of another kind', { url: 'ftp://a.example/' }, /url: must be an http or https address/],
    ['a password in the address', { url: 'http://u:p@a.example/' }, /url: must have no user, password or fragment/],
    ['a member that means nothing', { url: 'http://a.example/', sopa: '1.1' }, /sopa/],
    [
      'two secrets in one',
      { url: 'http://a.example/', auth: { basic: { user: 'u', password: { env: 'A', value: 'b' } } } },
      /auth.basic.password: must be one of/,
    ],
    [
      'a secret kept that there is not',
      { url: 'http://a.example/', auth: { basic: { user: 'u', password: { kept: true } } } },
      /auth.basic.password/,
    ],
    ...[
      { env: 'CIMGATE_STORE' },
      { env: 'PGPASSWORD' },
      { env: 'XSECRET_A' },
      { file: '/etc/passwd' },
      { file: '/run/secrets/../../etc/passwd' },
      { file: '/run/secretsome/a' },
      { file: '/run/secrets' },
      { file: 'data/cimgate.db.key' },
    ].map(
      (place) =>
        [
          `what is not its business (${Object.values(place)[0]})`,
          { url: 'http://a.example/', auth: { basic: { user: 'u', password: place } } },
          /auth\.basic\.password: by the API only (files below \/run\/secrets, \/etc\/cimgate|variables that begin with SECRET_) may be named/,
        ] as const,
    ),
    [
      'a key without its certificate',
      { url: 'http://a.example/', tls: { key: { env: 'SECRET_KEY' } } },
      /tls: a client certificate and its key/,
    ],
    [
      'a network that is none',
      { url: 'http://a.example/', allowNetworks: ['10.0.0.0/99'] },
      /allowNetworks.0: must be a network/,
    ],
    ['too many connections', { url: 'http://a.example/', connections: 1000 }, /connections: /],
    ['an era that is not spoken', { url: 'http://a.example/', era: '2013' }, /era: /],
  ];
  test.each(wrong)('with %s are refused with every place that is wrong', async (_, body, problem) => {
    const answer = await call('PUT', '/endpoints/wrong', body);
    expect(answer.status).toBe(400);
    expect(JSON.stringify(answer.body)).toMatch(problem);
    expect(gateway.ports.registry.endpoint('wrong')).toBeUndefined();
  });

  test.each(['poll', 'a%20b', '%F0%9F%94%8C', 'x'.repeat(65)])('cannot be called %s', async (name) => {
    expect(await call('PUT', `/endpoints/${name}`, endpoint())).toMatchObject({ status: 400 });
  });

  test('cannot share an address, be removed while in use, or be changed where they are configured', async () => {
    const taken = await call('PUT', '/endpoints/other', { url: `${there.url}/fixed` });
    expect(taken).toMatchObject({ status: 409, body: { error: expect.stringMatching(/fixed has the same address/) } });
    expect(await call('PUT', '/endpoints/fixed', endpoint())).toMatchObject({
      status: 409,
      body: { error: 'fixed stands in the configuration file, and is changed there' },
    });
    expect(await call('DELETE', '/endpoints/fixed')).toMatchObject({ status: 409 });
    await call('PUT', '/endpoints/used', { ...endpoint(), active: false });
    await call('PUT', '/subscriptions/uses', { endpoint: 'used', noun: 'EndDeviceEvents' });
    expect(await call('DELETE', '/endpoints/used')).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/uses/) },
    });
    await call('DELETE', '/subscriptions/uses');
    await gateway.ports.store.write({
      deliveries: [newDelivery({ id: 'kept', endpoint: 'used' }, gateway.clock.now())],
    });
    expect(await call('DELETE', '/endpoints/used')).toMatchObject({
      status: 409,
      body: { error: expect.stringMatching(/messages wait/) },
    });
  });
});

describe('subscriptions', () => {
  test('are made, seen, replaced and removed', async () => {
    const given = { endpoint: 'fixed', noun: 'MeterReadings', filter: { readingTypes: ['0.0.0.1'] } };
    expect(await call('PUT', '/subscriptions/mdm', given)).toEqual({
      status: 201,
      body: { ...given, name: 'mdm', active: true, configured: false },
    });
    expect(gateway.ports.registry.subscriptions('MeterReadings')).toHaveLength(1);
    expect(await call('PUT', '/subscriptions/mdm', { ...given, active: false })).toMatchObject({ status: 200 });
    expect(gateway.ports.registry.subscriptions('MeterReadings')).toEqual([]);
    const { subscriptions } = (await call('GET', '/subscriptions')).body as { subscriptions: { name: string }[] };
    expect(subscriptions.map(({ name }) => name)).toEqual(['fixed-events', 'mdm']);
    expect((await call('DELETE', '/subscriptions/mdm')).status).toBe(204);
    expect((await call('GET', '/subscriptions/mdm')).status).toBe(404);
  });

  test.each([
    ['an endpoint nobody knows', { endpoint: 'nobody', noun: 'EndDeviceEvents' }, 404, /no endpoint nobody/],
    ['no noun', { endpoint: 'fixed' }, 400, /noun/],
    [
      'an empty filter list',
      { endpoint: 'fixed', noun: 'EndDeviceEvents', filter: { types: [] } },
      400,
      /filter.types/,
    ],
    [
      'a filter that means nothing',
      { endpoint: 'fixed', noun: 'EndDeviceEvents', filter: { kinds: ['x'] } },
      400,
      /kinds/,
    ],
  ])('with %s are refused', async (_, body, status, problem) => {
    const answer = await call('PUT', '/subscriptions/wrong', body);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toMatch(problem);
  });

  test('of the configuration are changed there', async () => {
    expect(await call('DELETE', '/subscriptions/fixed-events')).toMatchObject({ status: 409 });
  });
});

describe('deliveries', () => {
  beforeAll(async () => {
    there.answer((_received, response) => void response.writeHead(404).end());
    const deliveries = ['d-1', 'd-2', 'd-3'].map((id) =>
      newDelivery({ id, endpoint: 'fixed', correlationId: 'c-1' }, gateway.clock.now()),
    );
    await gateway.ports.store.write({ deliveries });
    await until('all are dead', async () => (await gateway.ports.store.delivery('d-3'))?.state === 'dead');
  });

  test('are listed the newest first, page by page, without their text', async () => {
    const first = await call('GET', '/deliveries?state=dead&endpoint=fixed&limit=2');
    const { deliveries, next } = first.body as { deliveries: Body[]; next: number };
    expect(deliveries.map(({ id }) => id)).toEqual(['d-3', 'd-2']);
    expect(deliveries[0]).toMatchObject({ attempts: 1, lastError: 'HTTP 404: refused for good', correlationId: 'c-1' });
    expect(deliveries[0]).not.toHaveProperty('xml');
    const second = await call('GET', `/deliveries?state=dead&endpoint=fixed&limit=2&before=${next}`);
    expect(second.body).toEqual({ deliveries: [expect.objectContaining({ id: 'd-1' })] });
    expect((await call('GET', '/deliveries?correlationId=c-9')).body).toEqual({ deliveries: [] });
    expect((await call('GET', '/deliveries/d-1')).body).toMatchObject({ xml: expect.stringContaining('d-1') });
  });

  test.each(['state=gone', 'limit=0', 'limit=1001', 'limit=x', 'before=-1'])('with %s are refused', async (query) => {
    expect(await call('GET', `/deliveries?${query}`)).toMatchObject({ status: 400 });
  });

  test('that are dead are sent again, one, some or all of an endpoint', async () => {
    there.answer((_received, response) => respond(response, 200, replyText()));
    expect(await call('POST', '/deliveries/d-1/resend', {})).toEqual({ status: 200, body: { revived: 1 } });
    await until('it is delivered', async () => (await gateway.ports.store.delivery('d-1'))?.state === 'delivered');
    expect(await call('POST', '/deliveries/d-1/resend', {})).toMatchObject({
      status: 409,
      body: { error: 'only dead letters can be sent again; this one is delivered' },
    });
    expect(await call('POST', '/deliveries/d-9/resend', {})).toMatchObject({ status: 404 });
    expect(await call('POST', '/deliveries/resend', { ids: ['d-1', 'd-2', 'd-9'] })).toMatchObject({
      body: { revived: 1 },
    });
    expect(await call('POST', '/deliveries/resend', { endpoint: 'fixed' })).toMatchObject({ body: { revived: 1 } });
    await until('all are delivered', async () => (await gateway.ports.store.delivery('d-3'))?.state === 'delivered');
    const bodies = there.received.filter(({ messageId }) => messageId === 'd-2').map(({ body }) => body);
    expect(bodies).toHaveLength(2);
    expect(bodies[1]).toBe(bodies[0]);
  });

  test.each([[{}], [{ ids: 'd-1' }], [{ ids: [1] }], [{ ids: ['d-1'], endpoint: 'fixed' }]])(
    '%j says not what to send again',
    async (body) => {
      expect(await call('POST', '/deliveries/resend', body)).toMatchObject({ status: 400 });
    },
  );

  test('are counted by endpoint', async () => {
    const { endpoints } = (await call('GET', '/deliveries/depth')).body as { endpoints: Body[] };
    expect(endpoints).toEqual([{ endpoint: 'used', waiting: 1, dead: 0 }]);
  });
});

describe('requests', () => {
  test('are listed page by page and seen with their devices and deliveries', async () => {
    const { store, clock } = gateway.ports;
    const at = clock.now();
    for (const id of ['r-1', 'r-2', 'r-3'])
      await store.write({
        request: {
          request: {
            ...{
              id,
              noun: 'EndDeviceControls',
              verb: 'create',
              principal: 'cis',
              correlationId: `c-${id}`,
              messageId: id,
            },
            ...{ replyTo: { kind: 'endpoint', name: 'fixed' }, header: { Verb: 'create' }, body: { secret: 'body' } },
            ...{ receivedAt: at, due: at + 60_000, deadline: at + 120_000, priority: 'normal' },
          },
          tasks: [0, 1].map((seq) => ({
            ...{ seq, entry: 0, device: `meter-${seq}`, headEnd: 'simulated', action: '3.31.0.23' },
            ...{ state: seq === 0 ? 'sent' : 'waiting', data: {} },
          })),
        },
        deliveries: [newDelivery({ id: `e-${id}`, endpoint: 'used', correlationId: `c-${id}` }, at)],
      });
    const first = (await call('GET', '/requests?limit=2&state=open')).body as { requests: Body[]; next: string };
    expect(first.requests.map(({ id }) => id)).toEqual(['r-1', 'r-2']);
    const second = (await call('GET', `/requests?limit=2&state=open&after=${first.next}`)).body as { requests: Body[] };
    expect(second.requests.map(({ id }) => id)).toEqual(['r-3']);
    expect((await call('GET', '/requests?noun=MeterReadings')).body).toEqual({ requests: [] });

    const one = (await call('GET', '/requests/r-2?limit=1')).body;
    expect(one).toMatchObject({
      ...{ id: 'r-2', correlationId: 'c-r-2', state: 'open', deadline: new Date(at + 120_000).toISOString(), next: 0 },
      ...{ counts: { sent: 1, waiting: 1 }, header: { Verb: 'create' } },
      tasks: [{ device: 'meter-0', state: 'sent', action: '3.31.0.23' }],
      deliveries: [{ id: 'e-r-2', state: 'waiting' }],
    });
    expect(one).not.toHaveProperty('body');
    expect((await call('GET', '/requests/r-2?after=0')).body).toMatchObject({ tasks: [{ device: 'meter-1' }] });
    expect((await call('GET', '/requests/r-9')).status).toBe(404);
    expect((await call('GET', '/requests?after=x')).status).toBe(400);
    expect((await call('GET', '/requests?state=gone')).status).toBe(400);
  });
});

describe('a page in a browser on the same machine', () => {
  const path = '/api/v1/endpoints/evil';
  const body = JSON.stringify({ url: 'http://evil.example/' });
  test.each([
    ['cannot write by a form', { 'Content-Type': 'text/plain' }, 415],
    ['cannot write without a type', {}, 415],
    ['cannot write from another site', { ...json, 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['cannot give the gateway a name of its own', { ...json, Host: 'evil.example' }, 403],
    ['cannot give it a name that looks like an address', { ...json, Host: '127.0.0.1.evil.example:80' }, 403],
  ])('%s', async (_, headers, status) => {
    const answer = await gateway.send('PUT', path, headers, body);
    expect(answer.status).toBe(status);
    expect(read(answer)['error']).toMatch(/^[A-Z].*\.$/);
    expect(gateway.ports.registry.endpoint('evil')).toBeUndefined();
  });

  test.each(['localhost', 'localhost:8080', '127.0.0.1', '[::1]:8080'])('of its own is called at %s', async (Host) => {
    expect((await gateway.send('GET', '/api/v1/endpoints', { Host, 'Sec-Fetch-Site': 'same-origin' })).status).toBe(
      200,
    );
  });
});

test.each([
  [{ http: { trustProxy: true } }, 404],
  [{ http: { trustProxy: true }, security: { allowAnonymous: true } }, 200],
])('the API behind a trusted proxy, with %j, answers %i', async (config, status) => {
  const other = await testGateway({ config });
  expect((await other.send('GET', '/api/v1/endpoints')).status).toBe(status);
  await other.stop();
});

test('an endpoint whose secrets are not there is told of at the start', async () => {
  const missing = {
    name: 'mdm',
    url: 'http://127.0.0.1:1/',
    soap: '1.1',
    tls: {},
    era: '2011',
    replies: 'response',
  } as const;
  const key = { file: '/nowhere/sign.key' };
  const other = await testGateway({
    config: {
      replyEndpoints: [
        { ...missing, auth: { signature: { key, certificate: key } }, active: true, connections: 1 },
        {
          ...missing,
          name: 'esb',
          url: 'http://127.0.0.1:2/',
          auth: { basic: { user: 'u', password: { env: 'ESB' } } },
          active: true,
          connections: 1,
        },
      ],
    },
    environment: { ESB: 'there' },
  });
  const warned = other.logged.filter(({ level }) => level === 'warn');
  expect(warned.map(({ facts }) => facts)).toEqual([
    { endpoint: 'mdm', reason: 'the file /nowhere/sign.key cannot be read: ENOENT' },
  ]);
  await other.stop();
});

describe('what is no part of the API', () => {
  test.each([
    ['GET', '/nothing', undefined, 404, /nothing at/],
    ['POST', '/endpoints', '{}', 405, /GET is/],
    ['PATCH', '/endpoints/x', '{}', 405, /GET, PUT, DELETE/],
    ['PUT', '/endpoints/x', '{"url":', 400, /not JSON/],
    ['PUT', '/endpoints/x', `{"url":"${'x'.repeat(1_100_000)}"}`, 413, /larger than/],
  ])('%s %s is answered in JSON: %s', async (method, path, body, status, sentence) => {
    const answer = await gateway.send(method, `/api/v1${path}`, body === undefined ? {} : json, body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/application\/json/);
    expect(read(answer)['error']).toMatch(sentence);
  });
});
