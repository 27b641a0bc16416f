/** Payloads of 2021, by their own name and as the abstract one of the envelope, alone and in an operation set: the same effect. */
import { gzipSync } from 'node:zlib';
import libxmljs from 'libxmljs2';
import { mediaTypes, wrapBody, type SoapVersion } from '../../src/soap/envelope.js';
import { rootNamed } from '../../src/contract/payload-reader.js';
import { eras } from '../../src/contract/spelling.js';
import { nouns } from '../../src/nouns.js';
import { testGateway, type TestGateway } from '../support/gateway.js';
import { checkAnswer, type CheckedAnswer } from '../support/soap-check.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const envelope = 'http://iec.ch/TC57/2021/schema/message';
const content = 'http://iec.ch/TC57/2011/MeterConfig#';
const instance = 'http://www.w3.org/2001/XMLSchema-instance';
const declared = `xmlns:h="${envelope}" xmlns:p="${content}" xmlns:xsi="${instance}"`;

interface Said {
  readonly verb: string;
  readonly noun: string;
  readonly payload: string;
}

let messages = 0;
const header = ({ verb, noun }: Said): string =>
  `<h:Verb>${verb}</h:Verb><h:Noun>${noun}</h:Noun><h:MessageID>w-${++messages}</h:MessageID>`;

const forms = {
  typed: (said: Said): string => {
    const { noun, payload } = said;
    const name = noun === 'OperationSet' ? 'ExecuteOperationSet' : `Create${noun}`;
    const own = payload.replaceAll(/(<\/?)h:(OperationSet|Compressed|Format)>/g, '$1m:$2>');
    return `<m:${name} xmlns:m="http://iec.ch/TC57/2021/${noun}Message" ${declared}><m:Header>${header(said)}</m:Header><m:Payload>${own}</m:Payload></m:${name}>`;
  },
  generic: (said: Said): string =>
    `<a:Request xmlns:a="http://iec.ch/TC57/2011/abstract" ${declared}><a:message><h:Header>${header(said)}</h:Header><h:Payload>${said.payload}</h:Payload></a:message></a:Request>`,
  bare: (said: Said): string =>
    `<h:RequestMessage ${declared}><h:Header>${header(said)}</h:Header><h:Payload>${said.payload}</h:Payload></h:RequestMessage>`,
} as const;
type Form = keyof typeof forms;

/** How a payload of one meter may be written. */
const payloads = {
  'by its name': (meter: string): string => `<p:MeterConfig>${meter}</p:MeterConfig>`,
  'by its name and its type': (meter: string): string =>
    `<p:MeterConfig xsi:type="p:MeterConfig">${meter}</p:MeterConfig>`,
  'by its type': (meter: string): string => `<h:AbstractPayload xsi:type="p:MeterConfig">${meter}</h:AbstractPayload>`,
  'by its type, declared on the spot': (meter: string): string =>
    `<AbstractPayload\n xmlns="${envelope}" i:type = ' q:MeterConfig '\n xmlns:i="${instance}" xmlns:q='http://iec.ch/TC57/2021/MeterConfig&#35;'>${meter.replaceAll('p:', 'q:')}</AbstractPayload >`,
  'by its type in the default namespace': (meter: string): string =>
    `<h:AbstractPayload xmlns="${content}" xsi:type="MeterConfig">${meter.replaceAll('p:', '')}</h:AbstractPayload>`,
} as const;

const versions: readonly SoapVersion[] = ['1.1', '1.2'];

async function send(
  form: Form,
  said: Said,
  version: SoapVersion = '1.1',
): Promise<{ text: string; checked: CheckedAnswer }> {
  const headers = { 'Content-Type': mediaTypes[version] };
  const body = wrapBody(version, forms[form](said));
  const answer = await fetch(`${gateway.url}/soap`, { method: 'POST', headers, body });
  const text = await answer.text();
  const checked = checkAnswer(answer.status, answer.headers.get('content-type') ?? undefined, text);
  // a fault of the generic service has the envelope's own message as its detail
  const answered = checked.fault !== undefined && form === 'generic' ? 'bare' : form;
  expect(checked).toMatchObject({ version, form: answered, spelling: { envelope } });
  return { text, checked };
}

let meters = 0;
const aMeter = (): readonly [string, string] => {
  const name = `WRAPPED-${++meters}`;
  return [
    name,
    `<p:Meter><p:serialNumber>${name} p:MeterConfig</p:serialNumber><p:Names><p:name>${name}</p:name></p:Names></p:Meter>`,
  ];
};
const stored = async (name: string): Promise<readonly object[]> =>
  (await gateway.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name })).map((one) => one.document);

const operation = (id: number, payload: string, verb = 'create'): string =>
  `<h:Operation><h:operationId>${id}</h:operationId><h:noun>MeterConfig</h:noun><h:verb>${verb}</h:verb>${payload}</h:Operation>`;

const ways = Object.entries(payloads).flatMap(([how, payload]) =>
  (Object.keys(forms) as Form[]).flatMap((form) => versions.map((version) => ({ how, payload, form, version }))),
);

describe.each(ways)('$form, SOAP $version, $how', ({ payload, form, version, how }) => {
  test("a payload does what it does in the contract's own form", async () => {
    const [name, meter] = aMeter();
    const { text } = await send(form, { verb: 'create', noun: 'MeterConfig', payload: payload(meter) }, version);
    expect(text).toMatch(/Result>OK<.*code>0\.0</s);
    expect(await stored(name)).toMatchObject([{ Names: [{ name }] }]);
    if (!how.includes('default')) expect(JSON.stringify(await stored(name))).toContain(`${name} `);
  });

  test('a compressed payload does', async () => {
    const [name, meter] = aMeter();
    const [start = ''] = payload(meter).split('>');
    const alone = payload(meter).replace(start, start.includes('xmlns:q') ? start : `${start} ${declared}`);
    const packed = `<h:Compressed>${gzipSync(alone).toString('base64')}</h:Compressed>`;
    const beside = form === 'typed' ? '<p:MeterConfig/>' : '';
    const { text } = await send(form, { verb: 'create', noun: 'MeterConfig', payload: beside + packed }, version);
    expect(text).toMatch(/Result>OK</);
    expect(await stored(name)).toHaveLength(1);
  });

  test('payloads in an operation set do', async () => {
    const [[one, first], [other, second]] = [aMeter(), aMeter()];
    const wanted = `<g:GetMeterConfig xmlns:g="http://iec.ch/TC57/2011/GetMeterConfig#"><g:Meter><g:Names><g:name>${one}</g:name></g:Names></g:Meter></g:GetMeterConfig>`;
    const set = operation(1, payload(first)) + operation(2, payload(second)) + operation(3, wanted, 'get');
    const said = { verb: 'execute', noun: 'OperationSet', payload: `<h:OperationSet>${set}</h:OperationSet>` };
    const { text } = await send(form, said, version);
    expect(text).toMatch(new RegExp(`Result>OK<.*operationId>3<.*>${one}<`, 's'));
    expect([await stored(one), await stored(other)].map(({ length }) => length)).toEqual([1, 1]);
  });
});

const ofType = (type: string, more = ''): string =>
  `<h:AbstractPayload ${more}${type === '' ? '' : `xsi:type="${type}"`}/>`;
const otherNoun = '<q:MeterReadings xmlns:q="http://iec.ch/TC57/2011/MeterReadings#"/>';
const instead = 'AbstractPayload stands for a payload and never for itself; send MeterConfig in its place';
const second = (name: string): string =>
  `${name} is the second payload element, and Payload takes one; send a message for each, or an OperationSet`;
const abstract = { path: 'Payload.AbstractPayload', code: '1.7', says: instead };

/** Payloads that a message of MeterConfig does not take. */
const wrong: readonly { readonly what: string; readonly payload: string; readonly path: string; readonly code: string; readonly says: string }[] = [
  { what: 'an unknown element', payload: '<q:Nonsense xmlns:q="urn:x"/>', path: 'Payload.Nonsense', code: '1.7', says: 'expected is MeterConfig' },
  { what: 'the payload of another noun', payload: otherNoun, path: 'Payload.MeterReadings', code: '1.7', says: 'expected is MeterConfig' },
  { what: 'one of another noun, by its type', payload: ofType('q:MeterReadings', 'xmlns:q="http://iec.ch/TC57/2011/MeterReadings#" '), path: 'Payload.MeterReadings', code: '1.7', says: 'expected is MeterConfig' },
  { what: 'the abstract payload without a type', payload: ofType(''), ...abstract },
  { what: 'one of an unknown type', payload: ofType('p:Nonsense'), ...abstract },
  { what: 'one of a type within the profile', payload: ofType('p:Meter'), ...abstract },
  { what: 'one whose prefix is not declared', payload: ofType('z:MeterConfig'), ...abstract },
  { what: 'one whose type is neither known nor declared', payload: ofType('z:Nonsense'), ...abstract },
  { what: 'one whose type is no name', payload: ofType('p:MeterConfig:x'), ...abstract },
  { what: 'one whose type has an empty prefix', payload: ofType(':MeterConfig'), ...abstract },
  { what: 'one whose type is of the wrong namespace', payload: ofType('h:MeterConfig'), ...abstract },
  { what: 'one of the type of a Get profile', payload: ofType('q:GetMeterConfig', 'xmlns:q="http://iec.ch/TC57/2011/GetMeterConfig#" '), ...abstract },
  { what: 'one whose type is no xsi:type', payload: '<h:AbstractPayload xmlns:y="urn:y" y:type="p:MeterConfig"/>', ...abstract },
  { what: 'two payloads', payload: '<p:MeterConfig/><p:MeterConfig/>', path: 'Payload.MeterConfig[1]', code: '1.8', says: second('MeterConfig') },
  { what: 'two of two nouns', payload: `<p:MeterConfig/>${otherNoun}`, path: 'Payload.MeterReadings', code: '1.8', says: second('MeterReadings') },
  { what: 'two by their type', payload: ofType('p:MeterConfig').repeat(2), path: 'Payload.MeterConfig[1]', code: '1.8', says: second('MeterConfig') },
  { what: 'content that is not valid, by its type', payload: '<h:AbstractPayload xsi:type="p:MeterConfig"><p:Nonsense/></h:AbstractPayload>', path: 'Payload.MeterConfig.Nonsense', code: '1.8', says: 'Nonsense is not expected here' },
]; // prettier-ignore

describe.each(Object.keys(forms) as Form[])('in the %s form', (form) => {
  test.each(wrong)(
    '$what is refused, and told where it stands and what to send',
    async ({ payload, path, code, says }) => {
      const { text, checked } = await send(form, { verb: 'create', noun: 'MeterConfig', payload });
      expect(checked.fault).toMatchObject({ code: 'Client' });
      expect(checked.fault?.reason).toContain(`${path} (line 2): `);
      expect(checked.fault?.reason).toContain(says);
      expect(text).toContain(`code>${code}<`);
    },
  );

  test.each([
    ['an unknown element', '<q:Nonsense xmlns:q="urn:x"/>', '1.8', 'Operation[1].Nonsense: {urn:x}Nonsense is no payload'],
    ['the payload of another noun', otherNoun, '2.5', 'create of MeterConfig takes the payload MeterConfig, not MeterReadings'],
    ['the abstract payload without a type', ofType(''), '1.8', 'never for itself; send the root element of a profile in its place'],
    ['two payloads', '<p:MeterConfig/><p:MeterConfig/>', '1.8', 'Operation takes one; send an Operation for each'],
  ])('%s in an operation is refused, and nothing is done', async (_, payload, code, says) => {
    const [name, meter] = aMeter();
    const set = operation(1, payloads['by its type'](meter)) + operation(2, payload);
    const whole = `<h:OperationSet><h:enforceTransactionalIntegrity>true</h:enforceTransactionalIntegrity>${set}</h:OperationSet>`;
    const { text } = await send(form, { verb: 'execute', noun: 'OperationSet', payload: whole });
    expect(text).toContain('Result>FAILED<');
    expect(text).toContain(`code>${code}<`);
    expect(text).toContain(says);
    expect(await stored(name)).toEqual([]);
  }); // prettier-ignore

  test('a message that comes again gets the answer of the first', async () => {
    const [name, meter] = aMeter();
    const said = { verb: 'create', noun: 'MeterConfig', payload: payloads['by its type'](meter) };
    const before = messages;
    const first = await send(form, said);
    messages = before; // the MessageID of the first
    expect((await send(form, said)).text).toBe(first.text);
    expect(await stored(name)).toHaveLength(1);
  });
});

test.each(['2011', '2015', '2017'] as const)('an abstract payload is unknown in the envelope of %s', async (era) => {
  const own = eras[era].envelope ?? envelope.replace('2021', '2011');
  const text = wrapBody('1.1', forms.typed({ verb: 'create', noun: 'MeterConfig', payload: ofType('p:MeterConfig') }))
    .replaceAll(envelope, own)
    .replace('2021/MeterConfigMessage', `${era}/MeterConfigMessage`);
  const answer = await gateway.post('/soap', text);
  expect(answer.checked?.fault?.reason).toContain(instead);
});

test('the element AbstractPayload of somebody else, and one in another place, stay what they are', async () => {
  const [name, meter] = aMeter();
  const foreign = `<x:AbstractPayload xmlns:x="urn:x" xsi:type="p:MeterConfig"/>`;
  const text = forms.typed({ verb: 'create', noun: 'MeterConfig', payload: payloads['by its type'](meter) });
  const within = (end: string, more: string): string => wrapBody('1.1', text.replace(end, more + end));
  expect((await gateway.post('/soap', within('</m:Header>', foreign))).reply?.Reply.Result).toBe('OK');
  expect(await stored(name)).toHaveLength(1);
  const misplaced = await gateway.post('/soap', within('</m:Header>', ofType('p:MeterConfig')));
  expect(misplaced.checked?.fault?.reason).toContain('CreateMeterConfig.Header.AbstractPayload (line 2): ');
  const besides = await gateway.post('/soap', within('</m:Payload>', foreign));
  expect(besides.checked?.fault?.reason).toContain('CreateMeterConfig.Payload.AbstractPayload (line 2): ');
});

test('a large payload is taken by its type, all of it', async () => {
  const many = Array.from({ length: 4_000 }, aMeter);
  const payload = payloads['by its type'](many.map(([, meter]) => meter).join(''));
  expect(payload.length).toBeGreaterThan(gateway.config.limits.largeBody);
  const { text } = await send('generic', { verb: 'create', noun: 'MeterConfig', payload });
  expect(text).toContain('Result>OK<');
  expect(await stored(many.at(-1)![0])).toHaveLength(1);
});

test('every noun is understood by the type of its payload', async () => {
  for (const noun of Object.keys(nouns)) {
    const { namespace } = rootNamed(noun)!;
    const payload = `<h:AbstractPayload xmlns:n="${namespace}" xsi:type="n:${noun}"/>`;
    const { text } = await send('generic', { verb: 'create', noun, payload });
    expect(text).not.toContain('AbstractPayload');
    expect(text).not.toContain('not expected here');
  }
});

test('the generic WSDL of 2021 leads to schemas by which a payload can be written and is valid', async () => {
  const seen = new Map<string, string>();
  const open = [`${gateway.url}/soap/Generic?wsdl&era=2021`];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    const answer = await fetch(at);
    expect({ at, status: answer.status }).toEqual({ at, status: 200 });
    const text = await answer.text();
    seen.set(at, text);
    for (const [, next = ''] of text.matchAll(/schemaLocation="([^"]*)"/g)) open.push(next.replaceAll('&amp;', '&'));
  }
  const served = [...seen.values()].map((text) => libxmljs.parseXml(text).root()!);
  const payload = served.flatMap((root) =>
    root.find('/xs:schema/xs:element[@substitutionGroup]/@name', { xs: 'http://www.w3.org/2001/XMLSchema' }),
  );
  expect(payload.map((one) => (one as unknown as { value(): string }).value()).sort()).toEqual(
    Object.keys(nouns).sort(),
  );
  expect(served.filter((root) => root.toString().includes('ref="msg:AbstractPayload"'))).toHaveLength(1);
});
