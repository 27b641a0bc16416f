/** `cimgate send`: posts the bytes of a file and tells the answer. They go unchanged, unless who sends is to stand in the message. */
import { isLoopback } from '../config.js';
import { TapeCursor } from '../contract/cursor.js';
import { operationOf } from '../contract/operations.js';
import { Scanner, type Tape } from '../contract/scan.js';
import { documentText } from '../contract/text.js';
import type { Environment } from '../delivery/secrets.js';
import { openEnvelope, type OpenEnvelope } from '../soap/envelope.js';
import { credentialsOf, hasSecrets, type CredentialOptions } from './credentials.js';
import { describeCodes } from './describe.js';
import { readNamed } from './file.js';
import { generous } from './limits.js';
import { post } from './post.js';
import { withUsernameToken } from './username-token.js';

/** Milliseconds an answer may take: well above what a synchronous read may. */
const patience = 120_000;

export interface SendOptions extends CredentialOptions {
  /** Address of a SOAP service. */
  readonly to: string;
}

/** @returns the exit code: 0 when the answer is a reply with Result OK or PARTIAL */
export async function send(
  file: string,
  options: SendOptions,
  environment: Environment,
  print: (line: string) => void,
): Promise<number> {
  const credentials = credentialsOf(options, environment);
  const to = addressOf(options.to, hasSecrets(credentials));
  const bytes = readNamed(file);
  const { tape, envelope } = opened(file, bytes);
  const { authorization, usernameToken, tls } = credentials;
  const body =
    usernameToken === undefined
      ? bytes
      : Buffer.from(withUsernameToken(tape, envelope.version, usernameToken, new Date()));
  const headers = {
    ...headersFor(tape, envelope),
    ...(authorization !== undefined && { Authorization: authorization }),
  };
  const answer = await post(to, headers, body, tls, patience);
  print(`HTTP ${answer.status} ${answer.statusText}`);
  print(answer.body.trim());
  for (const line of describeCodes(answer.body)) print(`  ${line}`);
  const result = /<(?:[\w.-]+:)?Result>\s*(\w+)\s*</.exec(answer.body)?.[1];
  if (result === undefined && !/[<:]Envelope[\s>]/.test(answer.body))
    print(`the answer is no SOAP message: is ${options.to} the address of a SOAP service?`);
  return answer.status >= 200 && answer.status < 300 && (result === 'OK' || result === 'PARTIAL') ? 0 : 1;
}

/** Throws for what is no address, and for one to which secrets would go where others can read them. */
function addressOf(text: string, secrets: boolean): URL {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new Error(`--to ${text} is no http or https address`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    throw new Error('--to must have no user and password; say --user, and where the password is by --password');
  if (secrets && url.protocol === 'http:' && !isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1')))
    throw new Error('passwords and tokens go over https only, or to this machine');
  return url;
}

/** Throws when the file holds no envelope. */
function opened(file: string, bytes: Buffer): { readonly tape: Tape; readonly envelope: OpenEnvelope } {
  try {
    const tape = new Scanner(generous).scan(documentText(bytes, undefined).text);
    return { tape, envelope: openEnvelope(tape, '1.1', true) };
  } catch (error) {
    throw new Error(`${file} is not sent: ${(error as Error).message}`, { cause: error });
  }
}

/** The headers that go with the envelope. */
function headersFor(tape: Tape, { version, message }: OpenEnvelope): Record<string, string> {
  const cursor = new TapeCursor(tape, message);
  const action = operationOf(tape.uri(cursor.namespace), cursor.name)?.soapAction ?? '';
  return version === '1.2'
    ? { 'Content-Type': `application/soap+xml; charset=utf-8; action="${action}"` }
    : { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${action}"` };
}
