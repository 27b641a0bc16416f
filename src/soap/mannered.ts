/** Writes answers in the manner in which a message came: namespaces renamed, in the wrapper of the generic service or bare. */
import { liftedLimits } from '../contract/lifted-limits.js';
import { withWrittenOperations } from '../contract/operation-payloads.js';
import { respelled } from '../contract/respell.js';
import { Scanner } from '../contract/scan.js';
import { abstractNamespace, ownSpelling, spelled, type Spelling } from '../contract/spelling.js';
import { XmlWriter } from '../contract/xml-writer.js';
import * as Message from '../generated/Message.js';
import type { AnyFault, AnyMessage, AnyResponse, Operation } from '../generated/operations.js';
import type { Form, Manner } from './dialects.js';

/** What is written: a response or an event of an operation, or the message of a fault. */
export type Written = 'response' | 'event' | 'fault';

/** Names of the root elements of the weakly typed forms. */
const wrappers: Readonly<Record<Written, string>> = {
  response: 'Response',
  event: 'PublishEvent',
  fault: 'FaultMessage',
};
const bare: Readonly<Record<Written, string>> = {
  response: 'ResponseMessage',
  event: 'EventMessage',
  fault: 'FaultMessage',
};

/** The text of a message as it stands in the Body. An answer without operation is the common envelope's own. */
export function mannered(
  { form, spelling }: Pick<Manner, 'form' | 'spelling'>,
  operation: Operation | undefined,
  what: Written,
  message: AnyResponse | AnyMessage | AnyFault,
): string {
  const written = what === 'fault' ? message : withWrittenOperations(message as AnyMessage | AnyResponse);
  const content = form === 'typed' ? written : withOneContent(written, operation);
  const writer = new XmlWriter();
  if (what === 'fault') (operation ?? common).writeFault(writer, content as AnyFault);
  else if (what === 'event') operation!.write(writer, content as AnyMessage);
  else operation!.writeResponse(writer, content as AnyResponse);
  return inSpelling(inForm(writer.xml, form, what), spelling);
}

const common = {
  writeFault: (writer: XmlWriter, message: AnyFault): void => Message.FaultMessageElement.write(writer, message),
};

/**
 * The generic Payload has one kind of content, where the typed one must have an object of the noun beside operations or packed
 * content.
 */
function withOneContent<T extends AnyResponse | AnyMessage | AnyFault>(
  message: T,
  operation: Operation | undefined,
): T {
  const payload = (message as AnyMessage).Payload;
  if (payload === undefined || operation === undefined) return message;
  const { OperationSet, Compressed, Format, ...content } = payload;
  if (OperationSet === undefined && Compressed === undefined) return message;
  void content;
  const only = OperationSet === undefined ? { Compressed } : { OperationSet };
  return { ...message, Payload: { ...only, ...(Format !== undefined && { Format }) } };
}

/**
 * A typed message in another form. Its root alone changes: what it binds to the prefix `m` is the namespace of the noun's messages,
 * and the same elements are of the common envelope here.
 */
function inForm(xml: string, form: Form, what: Written): string {
  if (form === 'typed') return xml;
  const [start = '', root = '', declared = ''] = /^<([^\s>]+)([^>]*)>/.exec(xml) ?? [];
  const declarations = declared.replace(/ xmlns:m="[^"]*"/, () => ` xmlns:m="${ownSpelling.envelope}"`);
  const content = xml.slice(start.length, -`</${root}>`.length);
  const prefix = root.split(':')[0]!;
  if (form === 'generic' && what !== 'fault') {
    const wrapper = `abs:${wrappers[what]}`;
    return `<${wrapper} xmlns:abs="${abstractNamespace}"${declarations}><abs:message>${content}</abs:message></${wrapper}>`;
  }
  const tag = `${prefix}:${bare[what]}`;
  return `<${tag}${declarations}>${content}</${tag}>`;
}

/** Elements that were kept as they came may declare namespaces of the contract too: those are renamed where they stand. */
export function inSpelling(xml: string, spelling: Spelling): string {
  if (Object.values(spelling).every((pattern) => pattern === undefined)) return xml;
  const end = xml.indexOf('>') + 1;
  const rename = (uri: string): string => spelled(uri, spelling);
  if (xml.indexOf(' xmlns', end) >= 0 || xml.indexOf('\nxmlns', end) >= 0)
    return respelled(new Scanner(liftedLimits).scan(xml), rename);
  return xml.slice(0, end).replace(/(?<=")[^"]*(?=")/g, rename) + xml.slice(end);
}
