/** Bad messages in other eras, in the weakly typed forms, packed, and for a partner whose extra elements are left out. */
import { gzipSync } from 'node:zlib';
import { fault, request, type Group, type Hostile } from './hostile-case.js';
import { createMeter, goodHeader, goodMeter, messageNamespace } from './messages.js';

const abstract = 'http://iec.ch/TC57/2011/abstract';
const of2017 = (text: string): string => text.replace('2011/MeterConfigMessage', '2017/MeterConfigMessage');

/** CreateMeterConfig with this content in Compressed. */
const packed = (content: string | Buffer): string =>
  createMeter()
    .replace(/<obj:MeterConfig>.*<\/obj:MeterConfig>/, '<obj:MeterConfig/>')
    .replace('</m:Payload>', `<m:Compressed>${gzipSync(content).toString('base64')}</m:Compressed></m:Payload>`);
const inside = (content: string, prolog = ''): string =>
  `${prolog}<MeterConfig xmlns="http://iec.ch/TC57/2011/MeterConfig#">${content}</MeterConfig>`;
const innerMeter = '<Meter><Names><name>HOSTILE</name></Names></Meter>';

/** The children of a weakly typed message that creates a meter. */
const children = (header = goodHeader, payload = `<obj:MeterConfig>${goodMeter}</obj:MeterConfig>`): string =>
  `<msg:Header>${header}</msg:Header><msg:Payload>${payload}</msg:Payload>`;
const inBody = (content: string): string =>
  createMeter().replace(/<soap:Body>.*<\/soap:Body>/, () => `<soap:Body>${content}</soap:Body>`);
const generic = (content: string, wrapper = 'Request'): string =>
  inBody(`<abs:${wrapper} xmlns:abs="${abstract}">${content}</abs:${wrapper}>`);
const message = (content: string): string => `<abs:message>${content}</abs:message>`;

/** What is answered FAILED by a reply. */
const failed = (name: string, body: () => string, says: RegExp): Hostile =>
  request(name, 200, () => ({ body: body() }), says);

const packedInEras: Group = [
  'packed content in another era or form',
  [
    ...(
      [
        ['2017', (text: string) => of2017(text)],
        [
          '2021',
          (text: string) =>
            text.replaceAll('2011/schema', '2021/schema').replace('2011/MeterConfigM', '2021/MeterConfigM'),
        ],
        ['a draft', (text: string) => text.replaceAll('http://iec.ch/', 'http://www.iec.ch/')],
      ] as const
    ).flatMap(([era, spelt]) => [
      fault(`a bomb, ${era}`, () => spelt(packed(Buffer.alloc(3_000_000, 0x20))), /expands more than 100 times/),
      fault(
        `a bomb of elements, ${era}`,
        () => spelt(packed(inside('<Meter/>'.repeat(400_000)))),
        /expands more than 100 times/,
      ),
      fault(
        `a document type, ${era}`,
        () => spelt(packed(inside('<Meter><mRID>&x;</mRID></Meter>', '<!DOCTYPE x [<!ENTITY x "y">]>'))),
        /DOCTYPE/,
      ),
      fault(`no gzip, ${era}`, () => spelt(packed('x').replace(/(Compressed>)[^<]+/, '$1AAAA')), /not gzip/),
    ]),
    fault(
      'a bomb in the bare form',
      () => {
        const bomb = gzipSync(Buffer.alloc(3_000_000, 0x20)).toString('base64');
        return inBody(
          `<msg:RequestMessage>${children(goodHeader, `<msg:Compressed>${bomb}</msg:Compressed>`)}</msg:RequestMessage>`,
        );
      },
      /expands more than 100 times/,
    ),
    fault(
      'packed content of another era that is not valid',
      () => of2017(packed(inside('<Bomb/>').replace('2011/MeterConfig#', '2017/MeterConfig#'))),
      /Bomb/,
    ),
    fault('content that closes the message', () => of2017(packed(`${inside(innerMeter)}</m:Payload><m:Payload>`))),
    fault(
      'content that uses a prefix of the message',
      () => of2017(packed(`<obj:MeterConfig><obj:bomb/></obj:MeterConfig>`)),
      /bomb/,
    ),
    fault('packed content in packed content', () =>
      of2017(
        packed(
          packed(inside(innerMeter))
            .replace(/^.*(<m:Payload>)/, '$1')
            .replace(/<\/m:Payload>.*$/, '</m:Payload>'),
        ),
      ),
    ),
    fault(
      'content beside packed content',
      () =>
        of2017(
          packed(inside(innerMeter)).replace('<obj:MeterConfig/>', `<obj:MeterConfig>${goodMeter}</obj:MeterConfig>`),
        ),
      /another payload/,
    ),
  ],
];

const wrappers: Group = [
  'weakly typed messages',
  [
    fault('an empty Request', () => generic('')),
    fault('a Request of text', () => generic('create MeterConfig')),
    fault('two messages', () => generic(message(children()) + message(children()))),
    fault('a message and something behind it', () => generic(`${message(children())}<x xmlns="urn:x"/>`)),
    fault('a message in a message', () => generic(message(message(children())))),
    fault('a Request in a Request', () => generic(`<abs:Request>${message(children())}</abs:Request>`)),
    fault('a message of another namespace', () => generic(`<x:message xmlns:x="urn:x">${children()}</x:message>`)),
    fault('a RequestMessage in the wrapper', () => generic(`<msg:RequestMessage>${children()}</msg:RequestMessage>`)),
    fault('a typed message in the wrapper', () =>
      generic(/<m:CreateMeterConfig.*<\/m:CreateMeterConfig>/.exec(createMeter())![0]),
    ),
    fault('another wrapper', () => generic(message(children()), 'Ask'), /no operation/),
    fault('no Header', () => generic(message(children().replace(/<msg:Header>.*<\/msg:Header>/, '')))),
    fault('two Headers', () => generic(message(`<msg:Header>${goodHeader}</msg:Header>${children()}`))),
    fault('the Header behind the Payload', () =>
      generic(message(children().replace(/(<msg:Header>.*<\/msg:Header>)(.*)/, '$2$1'))),
    ),
    fault('an element in the Noun', () =>
      generic(message(children(goodHeader.replace('MeterConfig<', '<x/>MeterConfig<')))),
    ),
    fault('a typed child', () => generic(message(children().replaceAll('msg:Payload', 'm:Payload'))), /Payload/),
    fault(
      'an attribute of the wrapper',
      () => generic(message(children())).replace('<abs:Request', '<abs:Request bomb="1"'),
      /bomb/,
    ),
    fault('an attribute of the message', () => generic(`<abs:message bomb="1">${children()}</abs:message>`), /bomb/),
    fault('the payload of another noun', () =>
      generic(message(children(goodHeader, '<e:EndDeviceConfig xmlns:e="http://iec.ch/TC57/2011/EndDeviceConfig#"/>'))),
    ),
    fault(
      'content that is not valid',
      () => generic(message(children(goodHeader, '<obj:MeterConfig><obj:bomb/></obj:MeterConfig>'))),
      /bomb/,
    ),
    fault('content in no namespace', () =>
      generic(message(children(goodHeader, '<MeterConfig><Meter/></MeterConfig>'))),
    ),
    fault(
      'a bare message with another beside it',
      () => inBody(`<msg:RequestMessage>${children()}</msg:RequestMessage>`.repeat(2)),
      /several elements/,
    ),
    failed(
      'a noun that there is not',
      () => generic(message(children(goodHeader.replace('MeterConfig', 'Bomb')))),
      /FAILED[^]*2\.5/,
    ),
    failed(
      'a noun of JavaScript',
      () => generic(message(children(goodHeader.replace('MeterConfig', '__proto__')))),
      /FAILED[^]*2\.5/,
    ),
    failed(
      'an event in a Request',
      () => generic(message(children(goodHeader.replace('create', 'created')))),
      /FAILED[^]*2\.9/,
    ),
    failed('a request in an event', () => generic(message(children()), 'PublishEvent'), /FAILED[^]*2\.9/),
    request(
      'a Request at a typed service',
      500,
      () => ({ path: '/soap/ExecuteMeterConfig', body: generic(message(children())) }),
      /send it to the service Generic/,
    ),
    request(
      'a typed message at the generic service',
      500,
      () => ({ path: '/soap/Generic', body: createMeter() }),
      /belongs to/,
    ),
    request(
      'a SOAPAction of another message',
      500,
      () => ({
        headers: { SOAPAction: `"${abstract}/PublishEvent"` },
        body: generic(message(children())),
      }),
      /disagrees/,
    ),
  ],
];

const spellings: Group = [
  'names of eras',
  [
    fault(
      'a year that there is not',
      () => createMeter().replace('2011/MeterConfigMessage', '2016/MeterConfigMessage'),
      /no operation/,
    ),
    fault('an era in capitals', () => of2017(createMeter()).replace('TC57/2017', 'tc57/2017'), /no operation/),
    fault(
      'a blank behind the name',
      () => of2017(createMeter()).replace('MeterConfigMessage"', 'MeterConfigMessage "'),
      /not a valid URI/,
    ),
    fault('the prefix of the content bound anew to nothing of ours', () =>
      of2017(createMeter({ payload: goodMeter.replace('<obj:Meter>', '<obj:Meter xmlns:obj="urn:x">') })),
    ),
    fault(
      'the prefix of the content bound to the messages',
      () =>
        of2017(
          createMeter({
            payload: goodMeter.replace(
              '<obj:Names>',
              '<obj:Names xmlns:obj="http://iec.ch/TC57/2017/MeterConfigMessage">',
            ),
          }),
        ),
      /Names is not expected here/,
    ),
    fault('no namespace within the content', () =>
      of2017(createMeter({ payload: '<Meter xmlns=""><Names><name>HOSTILE</name></Names></Meter>' })),
    ),
    fault('a prefix undeclared', () =>
      of2017(createMeter({ payload: goodMeter.replace('<obj:Meter>', '<obj:Meter xmlns:obj="">') })),
    ),
    fault('the same attribute in two spellings of a namespace', () =>
      of2017(
        createMeter({
          blocks: `<soap:Header><x xmlns="urn:x" xmlns:a="${messageNamespace}" xmlns:b="${messageNamespace.replace('2011', '2021')}" a:y="1" b:y="2"/></soap:Header>`,
          payload: '<obj:bomb/>',
        }),
      ),
    ),
    fault('namespaces of an era in a document that is not well-formed', () =>
      of2017(createMeter({ payload: '<obj:Meter>' })),
    ),
    fault(
      'the name of a service as that of a message',
      () => of2017(createMeter()).replace('MeterConfigMessage', 'ExecuteMeterConfig'),
      /no operation/,
    ),
    fault('a namespace of 100 kB', () =>
      createMeter().replace('2011/MeterConfigMessage', `2017/${'M'.repeat(100_000)}Message`),
    ),
    fault('5,000 namespaces of all eras', () =>
      of2017(
        createMeter({
          payload: Array.from(
            { length: 5_000 },
            (_, at) => `<a${at}:x xmlns:a${at}="http://iec.ch/TC57/20${15 + 2 * (at % 2)}/MeterConfig#"/>`,
          ).join(''),
        }),
      ),
    ),
  ],
];

const lenient = (name: string, body: () => string, says?: RegExp): Hostile =>
  request(name, 500, () => ({ path: '/soap/lenient', body: body() }), says);

const extras: Group = [
  'what not even a partner with extra elements may bring',
  [
    lenient(
      '20,000 places of extra elements, one within what is wrong',
      () => createMeter({ payload: `${'<x xmlns="urn:x"/><obj:Meter/>'.repeat(20_000)}<obj:Meter bomb="1"/>` }),
      /bomb/,
    ),
    lenient(
      'extra elements that are nested 1,000 deep',
      () => createMeter({ payload: '<x xmlns="urn:x">'.repeat(1_000) + '</x>'.repeat(1_000) }),
      /deep|nested/,
    ),
    lenient('an extra element that is not well-formed', () => createMeter({ payload: '<x xmlns="urn:x"><y></x>' })),
    lenient(
      'an extra element with a document type',
      () => createMeter({ before: '<!DOCTYPE x>', payload: '<x xmlns="urn:x"/>' }),
      /DOCTYPE/,
    ),
    lenient('no Header', () => createMeter().replace(/<m:Header>.*<\/m:Header>/, '<x xmlns="urn:x"/>'), /Header/),
    lenient('two Verbs', () => createMeter({ header: `<msg:Verb>create</msg:Verb>${goodHeader}` })),
  ],
];

export const manners: readonly Group[] = [packedInEras, wrappers, spellings, extras];
