/** The proof that every other test here relies on must itself find what is wrong. */
import { readFileSync } from 'node:fs';
import { checkAnswer } from '../support/soap-check.js';

const golden = (name: string): string => readFileSync(new URL(`../golden/${name}/reply.xml`, import.meta.url), 'utf8');
const reply = golden('meter-config/get-finds-a-meter-by-its-name-in-soap-1.2');
const fault = golden('end-device-controls/answers-a-fault-when-the-message-does-not-fit-its-schema');
const xml11 = 'text/xml; charset=utf-8';
const xml12 = 'application/soap+xml; charset=utf-8';

test('a good reply and a good fault pass', () => {
  expect(checkAnswer(200, xml12, reply).message?.name).toBe('MeterConfigResponseMessage');
  expect(checkAnswer(500, xml11, fault).message?.name).toBe('EndDeviceControlsFaultMessage');
});

test.each<[string, number, string, string, RegExp]>([
  ['in the wrong media type', 200, xml11, reply, /SOAP 1\.2 as text\/xml/],
  ['with the wrong status', 500, xml12, reply, /a reply with status 500/],
  ['with a value that is none', 200, xml12, reply.replace('>60<', '>sixty<'), /invalid by libxml2-wasm/],
  ['with an element too many', 200, xml12, reply.replace(/(<obj:formNumber>.*<\/obj:formNumber>)/, '$1$1'), /invalid/],
  ['with an element in the wrong namespace', 200, xml12, reply.replaceAll('msg:Verb', 'm:Verb'), /invalid/],
  ['of no operation', 200, xml12, reply.replaceAll('MeterConfigResponseMessage', 'Nothing'), /no operation/],
  [
    'with its parts in the wrong order',
    500,
    xml11,
    fault.replace(/(<faultcode>.*)\n(.*<faultstring>.*)/, '$2\n$1'),
    /fault of/,
  ],
  ['with a detail that is not valid', 500, xml11, fault.replace('>FAILED<', '>BROKEN<'), /invalid/],
  ['with a fault and status 200', 200, xml11, fault, /status 200/],
  ['with a stack trace', 500, xml11, fault.replace('smash', 'at f (file:///a.js:1:2)'), /stack trace/],
])('an answer %s does not', (_, status, contentType, body, what) => {
  expect(() => checkAnswer(status, contentType, body)).toThrow(what);
});
