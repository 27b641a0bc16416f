/** Proves what the gateway sends by itself: an envelope whose message is valid by its XSD. Throws with everything that is wrong. */
import libxmljs from 'libxmljs2';
import { ParsedDocument, Validators } from '../../src/contract/validator.js';
import { wsdlFolder } from './soap-check.js';

const validators = new Validators(wsdlFolder);

/** Answers the local name of the message. */
export function checkSent(body: string): string {
  const envelope = libxmljs.parseXml(body).root()!;
  const parts = envelope.childNodes().filter((node) => node.type() === 'element');
  const at = parts.findIndex((part) => (part as libxmljs.Element).name() === 'Body');
  if (envelope.name() !== 'Envelope' || at !== parts.length - 1) throw new Error(`no envelope with a Body:\n${body}`);
  const document = ParsedDocument.parse(Buffer.from(body));
  try {
    const findings = validators.validate(document.element([at, 0]));
    if (findings.length > 0) throw new Error(`${findings.map((f) => f.message).join('\n')}\n${body}`);
  } finally {
    document[Symbol.dispose]();
  }
  const [message] = (parts[at] as libxmljs.Element).childNodes().filter((node) => node.type() === 'element');
  return (message as libxmljs.Element).name();
}
