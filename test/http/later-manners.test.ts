/** Replies that come later and events, as the endpoint wants them that they go to. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import libxmljs, { type Element } from 'libxmljs2';
import { eras, spelled, type Spelling } from '../../src/contract/spelling.js';
import { mediaTypes } from '../../src/soap/envelope.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { fullContent, messageText, operationOf } from '../support/noun-messages.js';
import { receiver, type Receiver } from '../support/receiver.js';
import { alsoSpelled, checkAnswer, childrenOf, validateMessage } from '../support/soap-check.js';
import { until } from '../support/until.js';

const podis: Spelling = { profiles: 'http://iec.ch/TC57/2011/podis15/{Name}#' };
const messages2017 = 'http://iec.ch/TC57/2017/{Name}Message';

interface Way {
  readonly settings: string;
  readonly form: 'typed' | 'generic' | 'bare';
  readonly spelling: Spelling;
  /** SOAPActions of a later reply, and of an event. */
  readonly actions: readonly [string, string];
}

const base = 'http://iec.ch/TC57';
const typed = (year: number): Way['actions'] => [
  `${base}/${year}/MeterConfig/MeterConfigResponseMessage`,
  `${base}/${year}/MeterConfig/CreatedMeterConfig`,
];
const ways: Readonly<Record<string, Way>> = {
  plain: { settings: '', form: 'typed', spelling: {}, actions: typed(2011) },
  later: { settings: `era: '2017'`, form: 'typed', spelling: { messages: messages2017 }, actions: typed(2017) },
  generic: {
    settings: 'form: generic',
    form: 'generic',
    spelling: {},
    actions: [`${base}/2011/abstract/Response`, `${base}/2011/abstract/PublishEvent`],
  },
  bare: { settings: `form: bare, era: '2017'`, form: 'bare', spelling: {}, actions: typed(2017) },
  wrapped: { settings: `era: '2021'`, form: 'typed', spelling: eras['2021'], actions: typed(2021) },
  'wrapped-generic': {
    settings: `form: generic, era: '2021'`,
    form: 'generic',
    spelling: { envelope: eras['2021'].envelope },
    actions: [`${base}/2011/abstract/Response`, `${base}/2011/abstract/PublishEvent`],
  },
  'wrapped-bare': {
    settings: `form: bare, era: '2021'`,
    form: 'bare',
    spelling: { envelope: eras['2021'].envelope },
    actions: typed(2021),
  },
  podis: { settings: 'dialect: podis', form: 'typed', spelling: podis, actions: typed(2011) },
};

let folder: string;
let there: Receiver;
let gateway: TestGateway;

beforeAll(async () => {
  there = await receiver();
  folder = mkdtempSync(join(tmpdir(), 'ways-'));
  const file = join(folder, 'settings.yaml');
  const endpoints = Object.entries(ways).map(([name, { settings }]) =>
    [`  - { name: ${name}, url: '${there.url}/${name}'`, settings]
      .filter((part) => part !== '')
      .join(', ')
      .concat(' }'),
  );
  const subscriptions = Object.keys(ways).map((name) => `  - { endpoint: ${name}, noun: MeterConfig }`);
  writeFileSync(
    file,
    `dialects: { podis: { namespaces: { profiles: '${podis.profiles}' }, successCode: false, answerVerb: past } }\n` +
      `replyEndpoints:\n${endpoints.join('\n')}\nsubscriptions:\n${subscriptions.join('\n')}\n`,
  );
  alsoSpelled(podis);
  gateway = await testGateway({ env: { CIMGATE_CONFIG: file } });
});
afterAll(async () => {
  await gateway.stop();
  await there.close();
  rmSync(folder, { recursive: true });
});

const cameTo = (name: string, correlation: string) =>
  there.received.filter((one) => one.path.endsWith(`/${name}`) && one.correlationId === correlation);

describe.each(Object.entries(ways))('an endpoint %s', (name, { form, spelling, actions }) => {
  test('gets the later reply in its way, valid there', async () => {
    const correlation = `later-${name}`;
    const parts = {
      content: fullContent('MeterConfig', ['Meter'], correlation),
      header: { AsyncReplyFlag: 'true', ReplyAddress: name, MessageID: correlation, CorrelationID: correlation },
    };
    const answer = await gateway.post('/soap', messageText(operationOf('MeterConfig', 'create'), parts));
    expect(answer.reply?.Reply.Error?.[0]?.code).toBe('0.3');
    // the endpoint has subscribed as well: the event of what was created may come before the reply
    const replies = (): ReturnType<typeof cameTo> =>
      cameTo(name, correlation).filter(({ headers }) => headers['soapaction'] === `"${actions[0]}"`);
    await until('it has come', () => replies().length > 0);
    const [reply] = replies();
    const checked = checkAnswer(200, mediaTypes['1.1'], reply!.body);
    expect(checked).toMatchObject({ form, spelling });
    expect(reply?.body).toContain(name === 'podis' ? '>created<' : '>reply<');
    expect(reply?.body.includes('<msg:code>0.0</msg:code>')).toBe(name !== 'podis');
  });

  test('gets events in its way, valid there', async () => {
    const correlation = `event-${name}`;
    const content = fullContent('MeterConfig', ['Meter'], correlation);
    const header = { CorrelationID: correlation };
    await gateway.post('/soap', messageText(operationOf('MeterConfig', 'created'), { content, header }));
    await until('it has come', () => cameTo(name, correlation).length > 0);
    const [event] = cameTo(name, correlation);
    expect(event?.headers['soapaction']).toBe(`"${actions[1]}"`);
    const message = childrenOf(childrenOf(libxmljs.parseXml(event!.body).root()!).at(-1)!)[0]!;
    const { schema, namespace } = operationOf('MeterConfig', 'created');
    const expected = {
      typed: [schema, 'CreatedMeterConfig', spelled(namespace, spelling)],
      generic: ['Generic.xsd', 'PublishEvent', `${base}/2011/abstract`],
      bare: ['Generic.xsd', 'EventMessage', spelled(`${base}/2011/schema/message`, spelling)],
    }[form] as [string, string, string];
    expect([message.name(), message.namespace()?.href()]).toEqual(expected.slice(1));
    validateMessage(expected[0], event!.body, [0, 0], message, spelling);
    const root = find(message, 'MeterConfig');
    expect(root?.namespace()?.href()).toBe(spelled(`${base}/2011/MeterConfig#`, spelling));
  });
});

test('a dialect that there is not is refused, by the API too', async () => {
  const body = JSON.stringify({ url: `${there.url}/x`, dialect: 'nobody' });
  const answer = await gateway.send('PUT', '/api/v1/endpoints/x', { 'Content-Type': 'application/json' }, body);
  expect(answer.status).toBe(400);
  expect(answer.text).toContain('there is no nobody under dialects');
});

function find(element: Element, name: string): Element | undefined {
  if (element.name() === name && element.namespace()?.href().endsWith('#')) return element;
  for (const child of childrenOf(element)) {
    const found = find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
