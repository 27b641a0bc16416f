/** Large messages, which worker threads read, in other eras and in the weakly typed forms. */
import { eras, type Spelling } from '../../src/contract/spelling.js';
import { idsIn } from '../support/builders.js';
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';
import { inProfile, mannerText, operationOf, type TextManner } from '../support/noun-messages.js';
import type { Tree } from '../support/xsd-generator.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const drafts: Spelling = { messages: 'http://www.iec.ch/TC57/2011/{Name}Message' };
const manners: readonly (readonly [string, TextManner])[] = [
  ['of 2017', { form: 'typed', spelling: eras['2017'], version: '1.1' }],
  ['of a draft', { form: 'typed', spelling: drafts, version: '1.2' }],
  ['in the generic form', { form: 'generic', spelling: {}, version: '1.1' }],
  ['in the bare form of 2021', { form: 'bare', spelling: { envelope: eras['2021'].envelope }, version: '1.2' }],
];

const count = 4_000;
const profile = inProfile('MeterConfig');
const named = (name: string): Tree =>
  profile('Meter', [profile('serialNumber', ['é'.repeat(20)]), profile('Names', [profile('name', [name])])]);
const meters = (prefix: string): readonly Tree[] => Array.from({ length: count }, (_, at) => named(`${prefix}-${at}`));

async function create(content: readonly Tree[], manner: TextManner, packed = false): Promise<Answer> {
  const text = mannerText(operationOf('MeterConfig', 'create'), { content, packed }, manner);
  const { largeBody } = gateway.config.limits;
  if (packed) expect(text.length).toBeLessThan(largeBody);
  else expect(text.length).toBeGreaterThan(largeBody);
  const type = manner.version === '1.1' ? 'text/xml' : 'application/soap+xml';
  const answer = await gateway.post('/soap', text, { 'Content-Type': `${type}; charset=utf-8` });
  // a fault has no wrapper of the generic service
  const form = manner.form === 'generic' && answer.checked?.fault ? 'bare' : manner.form;
  expect(answer.checked).toMatchObject({ form, spelling: manner.spelling, version: manner.version });
  return answer;
}

const stored = (name: string): Promise<readonly unknown[]> =>
  gateway.ports.store.objectsByName(['MeterConfig'], ['Meter'], { name });

let serial = 0;

describe.each(manners)('a large message %s', (_, manner) => {
  test.each([
    ['plain', false],
    ['compressed', true],
  ])('is taken, all of it; %s', async (_how, packed) => {
    const prefix = `LARGE-${++serial}`;
    const { reply } = await create(meters(prefix), manner, packed);
    expect(reply?.Reply.Result).toBe('OK');
    expect(idsIn(reply!)).toHaveLength(count);
    expect(await stored(`${prefix}-${count - 1}`)).toHaveLength(1);
  });

  test('that is not valid at one place is refused whole, and the place is named', async () => {
    const prefix = `LARGE-${++serial}`;
    const bad = profile('Meter', [profile('colour', ['red'])]);
    const { checked } = await create([...meters(prefix).slice(0, count - 2), bad, named(prefix)], manner);
    expect(checked?.fault?.reason).toContain(`Payload.MeterConfig.Meter[${count - 2}].colour`);
    expect(await stored(`${prefix}-0`)).toEqual([]);
  });
});

test('a large message of a noun that there is not is answered FAILED', async () => {
  const manner: TextManner = { form: 'generic', spelling: {}, version: '1.1' };
  const text = mannerText(operationOf('MeterConfig', 'create'), { content: meters('NOWHERE') }, manner);
  const other = text.replace(/(Noun[^>]*>)MeterConfig</, '$1GasBalloon<');
  const { text: answer, checked } = await gateway.post('/soap', other);
  expect(checked?.form).toBe('generic');
  expect(answer).toMatch(/Result>FAILED<.*code>2\.5<.*GasBalloon/s);
});
