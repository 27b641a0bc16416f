/** Payloads of operation sets: each is read by its own profile, whatever the others are. */
import { Validators } from '../../../src/contract/validator.js';
import { operationSetOf, type SetOperation } from '../../../src/message/operation-set.js';
import { MessageReader } from '../../../src/soap/read.js';
import { envelope, limits, mediaOf, request, wsdl } from './messages.js';

const reader = new MessageReader(new Validators(wsdl), limits);

const meter = (inside: string, declared = 'xmlns="http://iec.ch/TC57/2011/MeterConfig#"'): string =>
  `<MeterConfig ${declared}>${inside}</MeterConfig>`;

function operations(...written: readonly string[]): readonly SetOperation[] {
  const listed = written.map((payload, at) => {
    const head = `<msg:operationId>${at + 1}</msg:operationId><msg:noun>MeterConfig</msg:noun><msg:verb>create</msg:verb>`;
    return `<msg:Operation>${head}${payload}</msg:Operation>`;
  });
  const body = `<m:ExecuteOperationSet xmlns:m="http://iec.ch/TC57/2011/OperationSetMessage"
    xmlns:msg="http://iec.ch/TC57/2011/schema/message" xmlns:around="http://iec.ch/TC57/2011/MeterConfig#">
    <m:Header><msg:Verb>execute</msg:Verb><msg:Noun>OperationSet</msg:Noun></m:Header>
    <m:Payload><m:OperationSet>${listed.join('\n')}</m:OperationSet></m:Payload>
  </m:ExecuteOperationSet>`;
  const read = reader.read(
    request(envelope(body), {
      contentType: mediaOf['1.1'],
      soapAction: 'http://iec.ch/TC57/2011/OperationSet/ExecuteOperationSet',
      service: 'ExecuteOperationSet',
    }),
  );
  return operationSetOf(read.message)?.Operation ?? [];
}

test('a payload is typed by the profile of its root', () => {
  const [first, second] = operations(
    meter('<Meter><mRID>m-1</mRID></Meter>'),
    '<UsagePointConfig xmlns="http://iec.ch/TC57/2011/UsagePointConfig#"><UsagePoint><mRID>u-1</mRID></UsagePoint></UsagePointConfig>',
  );
  expect(first).toMatchObject({
    operationId: '1',
    payload: { name: 'MeterConfig', value: { Meter: [{ mRID: 'm-1' }] } },
  });
  expect(second?.payload).toMatchObject({ name: 'UsagePointConfig', value: { UsagePoint: [{ mRID: 'u-1' }] } });
});

test('a payload may use prefixes that are declared around it, and be anything but plain', () => {
  const [prefixed, commented] = operations(
    '<around:MeterConfig><around:Meter><around:mRID>m-1</around:mRID></around:Meter></around:MeterConfig>',
    meter('<!-- why not --><Meter><mRID><![CDATA[m-2]]></mRID></Meter>'),
  );
  expect(prefixed?.payload?.value).toMatchObject({ Meter: [{ mRID: 'm-1' }] });
  expect(commented?.payload?.value).toMatchObject({ Meter: [{ mRID: 'm-2' }] });
});

test('an operation may have no payload', () => {
  expect(operations('')).toEqual([{ operationId: '1', noun: 'MeterConfig', verb: 'create' }]);
});

const wrong: readonly (readonly [string, string, string, string | RegExp])[] = [
  [
    'an element that its profile does not have',
    meter('<Meter><mRID>m-1</mRID></Meter><Meter><colour>red</colour></Meter>'),
    'MeterConfig.Meter[1].colour',
    /colour is not expected here/,
  ],
  [
    'a value of another type',
    meter('<Meter><electronicAddress/><isPan>maybe</isPan></Meter>'),
    'MeterConfig.Meter',
    /not expected here|not a value/,
  ],
  ['another namespace', meter('', 'xmlns="urn:x"'), 'MeterConfig', /in the namespace "urn:x" but belongs to/],
  ['no payload of the contract', '<x:y xmlns:x="urn:x"/>', 'y', /\{urn:x\}y is no payload of the contract/],
];
test.each(wrong)('%s is told with its path, and the other operations are read', (_, payload, path, details) => {
  const [bad, good] = operations(payload, meter('<Meter><mRID>m-2</mRID></Meter>'));
  expect(bad?.payload).toBeUndefined();
  expect(bad?.findings?.[0]).toMatchObject({ code: '1.8', path: expect.stringContaining(path) as unknown });
  expect(bad?.findings?.[0]?.details).toMatch(details);
  expect(good?.payload?.value).toMatchObject({ Meter: [{ mRID: 'm-2' }] });
});
