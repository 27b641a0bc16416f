/**
 * Every reply code of the catalogue: what makes the gateway say it, over HTTP and with every answer proved; or why it never does. The
 * head end is a scripted one with two meters, M-1 at P-1 and M-2 at P-2, that does what a scenario tells it.
 */
import { replyCodes, type ReplyCode } from '../../src/message/reply-codes.js';
import { HeadEndRefusal, type Job } from '../../src/ports/head-end.js';
import { linkPairs } from '../../src/services/link-pairs.js';
import { aMessage, aMeter, named, type MessageBuilder } from '../support/builders.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { anInstallation, scriptedHeadEnd, type Script } from '../support/scripted-head-end.js';
import { until } from '../support/until.js';

/** What an answer says. */
interface Said {
  readonly result: string | undefined;
  readonly errors: readonly { readonly code: string; readonly level: string | undefined }[];
}

const energy = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.72.0';
const demand = '0.0.0.1.1.1.12.0.0.0.0.0.0.0.0.3.38.0';
const headEnd = scriptedHeadEnd({
  inventory: [anInstallation(1), anInstallation(2)],
  // real devices: the gateway then takes no message of another Context
  capabilities: { simulated: false, readingTypes: [energy] },
});
let gateway: TestGateway;
beforeAll(async () => {
  const limits = { operations: 2, disconnectDevices: 2, openRequests: 4 };
  gateway = await testGateway({ headEnds: [headEnd], config: { limits } });
});
afterAll(() => gateway.stop());
afterEach(() => headEnd.follow(() => {}));

let messages = 0;
const ask = async (builder: MessageBuilder): Promise<Said> => {
  const { message, call } =
    builder.message.Header.MessageID === 'message-1' ? builder.header({ MessageID: `m-${++messages}` }) : builder;
  const { Reply } = await gateway.ask(call.operation, message);
  return { result: Reply.Result, errors: (Reply.Error ?? []).map(({ code, level }) => ({ code, level })) };
};
const get = (noun: string, kind: string, ...names: readonly string[]): MessageBuilder =>
  aMessage(`Get${noun}`).with({ [kind]: names.map((name) => named(name)) });
const create = (noun: string, root: Readonly<Record<string, unknown>>): MessageBuilder =>
  aMessage(`Create${noun}`).with(root);
const disconnect = (names: readonly string[], more: Readonly<Record<string, unknown>> = {}): MessageBuilder =>
  create('EndDeviceControls', {
    EndDeviceControl: [
      { EndDeviceControlType: { ref: '3.31.0.23' }, EndDevices: names.map((name) => aMeter(name)), ...more },
    ],
  });
const read = (type: string, source = 'headEnd'): MessageBuilder =>
  aMessage('GetMeterReadings')
    .with({ EndDevice: [named('M-1')], ReadingType: [{ mRID: type }] })
    .request({ Option: [{ name: 'Source', value: source }] });
const tomorrow = () => ({
  primaryDeviceTiming: { interval: { start: new Date(gateway.clock.now() + 86_400_000).toISOString() } },
});
/** Answered later, to be fetched by its correlation id. */
const later = (builder: MessageBuilder, id: string): MessageBuilder =>
  builder.header({ AsyncReplyFlag: 'true', ReplyAddress: 'poll', CorrelationID: id, MessageID: `m-${id}` });
const outcomeOf = (id: string): MessageBuilder =>
  aMessage('GetEndDeviceControls').request({
    ID: [id],
    Option: [{ name: 'IDKind', value: 'transaction' }],
  });

/** The head end fails at every device of a job, with a code. */
const failing =
  (code: string): Script =>
  ({ id: jobId, devices }: Job, say) => {
    const failure = { code, details: 'said by the head end' };
    for (const { mRID: device } of devices)
      say({ kind: 'final', jobId, device, outcome: 'failed', failure, facts: {}, at: gateway.clock.now() });
  };
/** What a caller is told of a disconnect at which the head end fails with a code. */
const passedOn = (code: string) => async (): Promise<Said> => {
  headEnd.follow(failing(code));
  return ask(disconnect(['M-1']));
};

/** An object of a class that does not exist, asked for by name. */
const unknown = (noun: string, kind: string) => (): Promise<Said> => ask(get(noun, kind, 'NOBODY'));

/** Nouns whose objects the links of some scenarios join. */
const nounOf = (kind: string): string => `${kind}Config`;
/** Links two objects of the first pair with this code, and then one of them, which can have one partner only, to a third. */
const contradictingLink = (code: ReplyCode) => async (): Promise<Said> => {
  const { kinds, single } = linkPairs.find(({ mismatch }) => mismatch === code)!;
  const own = single[0]!;
  const other = kinds.find((kind) => kind !== own)!;
  for (const [kind, names] of [
    [own, ['ONE']],
    [other, ['ONE', 'TWO']],
  ] as const)
    await ask(create(nounOf(kind), { [kind]: names.map((name) => named(`${code} ${kind} ${name}`)) }));
  const link = (name: string) =>
    ask(
      create('MasterDataLinkageConfig', {
        [own]: [named(`${code} ${own} ONE`)],
        [other]: [named(`${code} ${other} ${name}`)],
      }),
    );
  expect(await link('ONE')).toMatchObject({ result: 'OK' });
  return link('TWO');
};

/** A message as text, for what no typed message can say. */
async function post(operation: string, noun: string, verb: string, inside: string): Promise<Said> {
  const { text } = await gateway.post(
    '/soap',
    `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>` +
      `<m:${operation} xmlns:m="http://iec.ch/TC57/2011/${noun}Message" xmlns:h="http://iec.ch/TC57/2011/schema/message">` +
      `<m:Header><h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun></m:Header>` +
      `<m:Payload>${inside}</m:Payload></m:${operation}></s:Body></s:Envelope>`,
  );
  const errors = [...text.matchAll(/<msg:code>([^<]+)<\/msg:code>\s*<msg:level>([^<]+)</g)];
  return {
    result: /<msg:Result>(\w+)</.exec(text)?.[1],
    errors: errors.map(([, code, level]) => ({ code: code!, level })),
  };
}
const meters = (content: string): Promise<Said> =>
  post(
    'CreateMeterConfig',
    'MeterConfig',
    'create',
    `<MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#">${content}</MeterConfig>`,
  );
const operation = (id: number, content: string): string =>
  `<h:Operation><h:operationId>${id}</h:operationId><h:noun>MeterConfig</h:noun><h:verb>create</h:verb>` +
  `<MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#">${content}</MeterConfig></h:Operation>`;
const wholeSet = (...operations: readonly string[]): Promise<Said> =>
  post(
    'ExecuteOperationSet',
    'OperationSet',
    'execute',
    `<m:OperationSet><h:enforceTransactionalIntegrity>true</h:enforceTransactionalIntegrity>${operations.join('')}</m:OperationSet>`,
  );
const meterNamed = (name: string): string => `<Meter><Names><name>${name}</name></Names></Meter>`;

/** Code, what happens, the Result of the answer, and how it is made to happen. */
type Scenario = readonly [code: ReplyCode, what: string, result: string, cause: () => Promise<Said>];

const scenarios: readonly Scenario[] = [
  ['0.0', 'a get that finds what it asks for', 'OK', () => ask(get('MeterConfig', 'Meter', 'M-1'))],
  [
    '0.1',
    'a question about a command that is under way',
    'PARTIAL',
    async () => {
      await ask(later(disconnect(['M-1'], tomorrow()), 'under-way'));
      const said = await ask(outcomeOf('under-way'));
      await ask(aMessage('CancelEndDeviceControls').header({ CorrelationID: 'under-way' }));
      return said;
    },
  ],
  [
    '0.2',
    'a get of a meter that is there and one that is not',
    'PARTIAL',
    () => ask(get('MeterConfig', 'Meter', 'M-1', 'NOBODY')),
  ],
  [
    '0.3',
    'a request that is answered later',
    'OK',
    () => ask(later(create('MeterConfig', { Meter: [aMeter('LATER')] }), 'accepted')),
  ],
  [
    '1.5',
    'a request to be answered later, without a MessageID',
    'FAILED',
    () => ask(later(disconnect(['M-1']), 'x').header({ MessageID: '' })),
  ],
  ['1.6', 'a read of no meter', 'FAILED', () => ask(aMessage('GetMeterReadings'))],
  ['1.7', 'a create of nothing', 'FAILED', () => meters('')],
  ['1.8', 'an element that the schema does not have', 'FAILED', () => meters('<Meter><colour>red</colour></Meter>')],
  [
    '1.9',
    'a revision that is not known',
    'FAILED',
    () => ask(get('MeterConfig', 'Meter', 'M-1').header({ Revision: '9.0' })),
  ],
  ['2.4', 'a disconnect of nobody', 'FAILED', () => ask(disconnect(['NOBODY']))],
  [
    '2.5',
    'a Noun that is not that of the operation',
    'FAILED',
    () => ask(get('MeterConfig', 'Meter', 'M-1').header({ Noun: 'UsagePointConfig' })),
  ],
  ['2.6', 'a read of something that is no reading type', 'FAILED', () => ask(read('kWh'))],
  [
    '2.9',
    'a Verb that is not that of the operation',
    'FAILED',
    () => ask(get('MeterConfig', 'Meter', 'M-1').header({ Verb: 'create' })),
  ],
  ['2.10', 'a read of a type that the meter does not measure', 'FAILED', () => ask(read(demand))],
  ['2.12', 'an unknown usage point', 'FAILED', unknown('UsagePointConfig', 'UsagePoint')],
  ['2.13', 'a second usage point for a meter', 'FAILED', contradictingLink('2.13')],
  ['2.14', 'a read from a source that does not exist', 'FAILED', () => ask(read(energy, 'elsewhere'))],
  ['2.15', 'a meter with a name that is taken', 'FAILED', () => ask(create('MeterConfig', { Meter: [aMeter('M-1')] }))],
  ['2.16', 'an unknown service location', 'FAILED', unknown('ServiceLocationConfig', 'ServiceLocation')],
  ['2.17', 'a second service location for a meter', 'FAILED', contradictingLink('2.17')],
  ['2.18', 'a second meter for a communication module', 'FAILED', contradictingLink('2.18')],
  ['2.19', 'an unknown account', 'FAILED', unknown('CustomerAccountConfig', 'CustomerAccount')],
  ['2.20', 'an unknown supplier', 'FAILED', unknown('ServiceSupplierConfig', 'ServiceSupplier')],
  ['2.21', 'a second supplier for an account', 'FAILED', contradictingLink('2.21')],
  ['2.22', 'an unknown customer', 'FAILED', unknown('CustomerConfig', 'Customer')],
  ['2.23', 'a second customer for an account', 'FAILED', contradictingLink('2.23')],
  ['2.24', 'an unknown agreement', 'FAILED', unknown('CustomerAgreementConfig', 'CustomerAgreement')],
  ['2.25', 'a second account for an agreement', 'FAILED', contradictingLink('2.25')],
  ['2.26', 'a second agreement for a usage point', 'FAILED', contradictingLink('2.26')],
  ['2.27', 'a second account for a usage point', 'FAILED', contradictingLink('2.27')],
  ['2.28', 'a second supplier for a usage point', 'FAILED', contradictingLink('2.28')],
  [
    '2.29',
    'a link of objects without a relation',
    'FAILED',
    async () => {
      await ask(create('ServiceSupplierConfig', { ServiceSupplier: [named('ALONE')] }));
      return ask(create('MasterDataLinkageConfig', { Meter: [named('M-1')], ServiceSupplier: [named('ALONE')] }));
    },
  ],
  ['2.30', 'an unknown communication module', 'FAILED', unknown('ComModuleConfig', 'ComModule')],
  ['2.31', 'an unknown service category', 'FAILED', unknown('ServiceCategoryConfig', 'ServiceCategory')],
  ['2.32', 'an unknown usage point location', 'FAILED', unknown('UsagePointLocationConfig', 'UsagePointLocation')],
  ['2.33', 'an unknown pricing structure', 'FAILED', unknown('PricingStructureConfig', 'PricingStructure')],
  ['3.1', 'a disconnect of more devices than allowed', 'FAILED', () => ask(disconnect(['M-1', 'M-2', 'NOBODY']))],
  [
    '3.2',
    'more requests than one caller may have open',
    'FAILED',
    async () => {
      const names = Array.from({ length: gateway.config.limits.openRequests + 1 }, (_, at) => `open-${at}`);
      await ask(create('MeterConfig', { Meter: names.map((name) => aMeter(name)) }));
      const answers: Said[] = [];
      for (const name of names) answers.push(await ask(later(disconnect([name], tomorrow()), name)));
      for (const name of names) await ask(aMessage('CancelEndDeviceControls').header({ CorrelationID: name }));
      return answers.find(({ result }) => result === 'FAILED')!;
    },
  ],
  ['4.1', 'a meter that did not answer its head end in time', 'FAILED', passedOn('4.1')],
  [
    '5.1',
    'a head end that takes nothing now',
    'FAILED',
    () => {
      headEnd.follow(() => {
        throw new HeadEndRefusal({ code: '5.1', details: 'the queue is full' }, false);
      });
      return ask(disconnect(['M-1']));
    },
  ],
  [
    '5.2',
    'a read at once of a period that ends in the future',
    'FAILED',
    () => ask(read(energy).request({ EndTime: new Date(gateway.clock.now() + 86_400_000).toISOString() })),
  ],
  ['5.3', 'a device at which the command failed', 'FAILED', passedOn('5.3')],
  ['5.4', 'more findings than are listed', 'FAILED', () => meters('<Meter><colour>red</colour></Meter>'.repeat(60))],
  ['5.5', 'a read of the store, which has nothing of the type', 'FAILED', () => ask(read(energy, 'stored'))],
  [
    '5.6',
    'a type that the head end cannot read at the meter after all',
    'FAILED',
    () => {
      headEnd.follow(failing('5.6'));
      return ask(read(energy));
    },
  ],
  [
    '5.7',
    'a get of the meters of a usage point that has none',
    'FAILED',
    async () => {
      await ask(create('UsagePointConfig', { UsagePoint: [named('EMPTY')] }));
      return ask(get('MeterConfig', 'UsagePoint', 'EMPTY'));
    },
  ],
  [
    '5.8',
    'a meter with neither mRID nor name',
    'FAILED',
    () =>
      ask(
        create('EndDeviceControls', {
          EndDeviceControl: [{ EndDeviceControlType: { ref: '3.31.0.23' }, EndDevices: [{}] }],
        }),
      ),
  ],
  [
    '5.9',
    'a set that must be whole, of a good operation and a bad one',
    'FAILED',
    () => wholeSet(operation(1, meterNamed('WHOLE')), operation(2, meterNamed('WHOLE'))),
  ],
  [
    '6.1',
    'a cancel of a meter that is in force',
    'FAILED',
    () => ask(aMessage('CancelMeterConfig').with({ Meter: [aMeter('M-1')] })),
  ],
  ['6.2', 'a head end that waits for a release', 'FAILED', passedOn('6.2')],
  [
    '6.5',
    'a command that was canceled, for who asks for its outcome',
    'FAILED',
    async () => {
      await ask(later(disconnect(['M-2'], tomorrow()), 'canceled'));
      await ask(aMessage('CancelEndDeviceControls').header({ CorrelationID: 'canceled' }));
      await until('the request is over', async () => {
        const [request] = await gateway.ports.store.requestsByCorrelation('', 'canceled', 'EndDeviceControls');
        return request?.state === 'final';
      });
      return ask(outcomeOf('canceled'));
    },
  ],
  ['7.1', 'a head end that cannot check who the gateway is', 'FAILED', passedOn('7.1')],
  ['7.2', 'a head end that wants to know who the gateway is', 'FAILED', passedOn('7.2')],
  ['7.5', 'a head end that does not let the gateway do this', 'FAILED', passedOn('7.5')],
  [
    '7.7',
    'a message for a test system',
    'FAILED',
    () => ask(get('MeterConfig', 'Meter', 'M-1').header({ Context: 'TESTING' })),
  ],
];

/** What this gateway does not say, and why. What a head end says with one of these codes is passed on all the same. */
const notCaused: Readonly<Partial<Record<ReplyCode, string>>> = {
  '6.3': 'no rule of the gateway puts anything on hold, so nothing is released',
  '6.4': 'no rule of the gateway moves a command to another time',
  '7.3': 'callers are not authenticated yet',
  '7.4': 'callers are not authenticated yet',
  '7.6': 'callers are not authenticated yet',
};

test('every code of the catalogue has a scenario, or a reason why it has none', () => {
  const told = [...scenarios.map(([code]) => code), ...Object.keys(notCaused)];
  expect(told.sort()).toEqual(Object.keys(replyCodes).sort());
});

test.each(scenarios)('%s: %s', async (code, _, result, cause) => {
  const said = await cause();
  expect(said.errors).toContainEqual({ code, level: replyCodes[code].level });
  expect(said.result).toBe(result);
});
