/** Namespaces are renamed where they are declared and nowhere else: texts that look like them stay what they are. */
import { testGateway, type Answer, type TestGateway } from '../support/gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await testGateway();
});
afterAll(() => gateway.stop());

const abstract = 'http://iec.ch/TC57/2011/abstract';
const envelope = 'http://iec.ch/TC57/2011/schema/message';
const content = (year: string): string => `http://iec.ch/TC57/${year}/MeterConfig#`;
const messages = (year: string): string => `http://iec.ch/TC57/${year}/MeterConfigMessage`;
const inBody = (message: string): string =>
  `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${message}</s:Body></s:Envelope>`;
const header = (verb: string): string =>
  `<Header><h:Verb xmlns:h="${envelope}">${verb}</h:Verb><h:Noun xmlns:h="${envelope}">MeterConfig</h:Noun></Header>`;
const typed = (payload: string, year = '2017'): string =>
  inBody(
    `<CreateMeterConfig xmlns="${messages(year)}">${header('create')}<Payload>${payload}</Payload></CreateMeterConfig>`,
  );
const generic = (payload: string): string =>
  inBody(
    `<Request xmlns="${abstract}"><message><Header xmlns="${envelope}"><Verb>create</Verb><Noun>MeterConfig</Noun></Header>` +
      `<Payload xmlns="${envelope}">${payload}</Payload></message></Request>`,
  );
const bare = (payload: string): string =>
  inBody(
    `<RequestMessage xmlns="http://iec.ch/TC57/2021/schema/message"><Header><Verb>create</Verb><Noun>MeterConfig</Noun></Header>` +
      `<Payload>${payload}</Payload></RequestMessage>`,
  );
const ways = { typed, generic, bare };

/** Texts that look like what is renamed; each as it is written in XML, and what it means. */
const texts: readonly (readonly [string, string, string])[] = [
  ['a namespace', messages('2017'), messages('2017')],
  ['a draft of a namespace', 'http://www.iec.ch/TC57/2011/MeterConfig#', 'http://www.iec.ch/TC57/2011/MeterConfig#'],
  ['a declaration', `xmlns:m="${messages('2017')}"`, `xmlns:m="${messages('2017')}"`],
  [
    'a start tag in CDATA',
    `<![CDATA[<m:CreateMeterConfig xmlns:m="${messages('2017')}">]]>`,
    `<m:CreateMeterConfig xmlns:m="${messages('2017')}">`,
  ],
  ['a start tag in references', `&lt;a xmlns=&quot;${content('2021')}&quot;>`, `<a xmlns="${content('2021')}">`],
  ['a comment between', `a<!-- xmlns="${messages('2017')}" <Payload> -->b`, 'ab'],
  ['the names of our own prefixes', 'xmlns:typed xmlns:typed_ xmlns:get', 'xmlns:typed xmlns:typed_ xmlns:get'],
];

let serial = 0;

/** Stores a meter by this message, and answers what it holds. */
async function stored(text: string, id: string): Promise<object> {
  const { reply, text: answer } = await gateway.post('/soap', text);
  expect({ result: reply?.Reply.Result, answer }).toMatchObject({ result: 'OK' });
  const found = await gateway.ports.store.objectByMRID('MeterConfig', ['Meter'], id);
  return found!.document;
}

describe.each(Object.entries(ways))('in the %s form', (_way, way) => {
  test.each(texts)('%s stays as a text', async (_, written, meant) => {
    const id = `text-${++serial}`;
    const meter = `<Meter><mRID>${id}</mRID><serialNumber>${written}</serialNumber></Meter>`;
    const text = way(`<MeterConfig xmlns="${content('2017')}">${meter}</MeterConfig>`);
    expect(await stored(text, id)).toMatchObject({ serialNumber: meant });
  });

  test.each([
    ['a namespace', messages('2017')],
    ['a declaration', "xmlns:m='http://iec.ch/TC57/2017/MeterConfigMessage'"],
    ['">" and "/>"', '> /> xmlns=x'],
  ])('%s stays as the value of an attribute', async (_, value) => {
    const id = `attribute-${++serial}`;
    const meter = `<Meter><mRID>${id}</mRID><ComFunction ref="${value}"/></Meter>`;
    const functions = `<ComFunction><mRID>${value}</mRID></ComFunction>`;
    const text = way(`<MeterConfig xmlns="${content('2017')}">${functions}${meter}</MeterConfig>`);
    expect(JSON.stringify(await stored(text, id))).toContain(JSON.stringify(value).slice(1, -1));
  });

  test.each([
    [
      'prefixes bound anew on the way',
      (id: string) =>
        `<a:MeterConfig xmlns:a="${content('2017')}"><b:Meter xmlns:b="${content('2015')}" xmlns:a="urn:nobody"><c:mRID xmlns:c="${content('2011')}">${id}</c:mRID></b:Meter></a:MeterConfig>`,
    ],
    [
      'our own prefixes in use for something else',
      (id: string) =>
        `<typed:MeterConfig xmlns:typed="${content('2021')}" xmlns:get="urn:get" xmlns:env="urn:env" xmlns:typed_="urn:typed"><typed:Meter><typed:mRID>${id}</typed:mRID></typed:Meter></typed:MeterConfig>`,
    ],
    [
      'references in the name of a namespace, and apostrophes',
      (id: string) =>
        `<MeterConfig xmlns='http://iec.ch/TC57/2017/Meter&#67;onfig&#x23;'><Meter><mRID>${id}</mRID></Meter></MeterConfig>`,
    ],
    [
      'blanks and line ends within tags',
      (id: string) =>
        `<MeterConfig\n xmlns\n=\n"${content('2017')}"\n><Meter\n><mRID\t>${id}</mRID\n></Meter ></MeterConfig\n>`,
    ],
  ])('understands %s', async (_, payload) => {
    const id = `prefix-${++serial}`;
    expect(await stored(way(payload(id)), id)).toMatchObject({ mRID: id });
  });
});

test('a message of several eras is one message; its answer is in one of them and valid', async () => {
  const id = `mixed-${++serial}`;
  const text = typed(`<MeterConfig xmlns="${content('2021')}"><Meter><mRID>${id}</mRID></Meter></MeterConfig>`)
    .replace('<Header>', `<p:Header xmlns:p="${messages('2015')}">`)
    .replace('</Header>', '</p:Header>')
    .replace(`xmlns:h="${envelope}"`, `xmlns:h="${envelope.replace('2011', '2021')}"`);
  const answer: Answer = await gateway.post('/soap', text);
  expect(answer.reply?.Reply.Result).toBe('OK');
  expect(answer.checked?.spelling).toMatchObject({ messages: 'http://iec.ch/TC57/2017/{Name}Message' });
});
