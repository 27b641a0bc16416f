/** `cimgate send`: posts the bytes of a file unchanged and tells the answer. */
import { TapeCursor } from '../contract/cursor.js';
import { operationOf } from '../contract/operations.js';
import { Scanner } from '../contract/scan.js';
import { documentText } from '../contract/text.js';
import { describeCodes } from './describe.js';
import { readNamed } from './file.js';
import { generous } from './limits.js';
import { openEnvelope } from '../soap/envelope.js';

/** Milliseconds an answer may take: well above what a synchronous read may. */
const patience = 120_000;

/** @returns the exit code: 0 when the answer is a reply with Result OK or PARTIAL */
export async function send(file: string, to: string, print: (line: string) => void): Promise<number> {
  const bytes = readNamed(file);
  const headers = headersFor(file, bytes);
  const request = { method: 'POST', headers, body: new Uint8Array(bytes), redirect: 'manual' } as const;
  let response: Response;
  let answer: string;
  try {
    response = await fetch(to, { ...request, signal: AbortSignal.timeout(patience) });
    answer = await response.text();
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: Error & { code?: string } };
    const why = name === 'TimeoutError' ? `no answer within ${patience / 1000} s` : cause?.message || cause?.code;
    throw new Error(`${to} cannot be reached: ${why || message}`, { cause: error });
  }
  print(`HTTP ${response.status} ${response.statusText}`);
  print(answer.trim());
  for (const line of describeCodes(answer)) print(`  ${line}`);
  const result = /<(?:[\w.-]+:)?Result>\s*(\w+)\s*</.exec(answer)?.[1];
  if (result === undefined && !/[<:]Envelope[\s>]/.test(answer))
    print(`the answer is no SOAP message: is ${to} the address of a SOAP service?`);
  return response.ok && (result === 'OK' || result === 'PARTIAL') ? 0 : 1;
}

/** The headers that go with the envelope; throws when the file holds none. */
function headersFor(file: string, bytes: Buffer): Record<string, string> {
  try {
    const tape = new Scanner(generous).scan(documentText(bytes, undefined).text);
    const { version, message } = openEnvelope(tape, '1.1');
    const cursor = new TapeCursor(tape, message);
    const action = operationOf(tape.uri(cursor.namespace), cursor.name)?.soapAction ?? '';
    return version === '1.2'
      ? { 'Content-Type': `application/soap+xml; charset=utf-8; action="${action}"` }
      : { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${action}"` };
  } catch (error) {
    throw new Error(`${file} is not sent: ${(error as Error).message}`, { cause: error });
  }
}
