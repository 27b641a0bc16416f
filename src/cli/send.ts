/** `cimgate send`: posts the bytes of a file unchanged and tells the answer. */
import { readFileSync } from 'node:fs';
import { TapeCursor } from '../contract/cursor.js';
import { operationOf } from '../contract/operations.js';
import { Scanner } from '../contract/scan.js';
import { documentText } from '../contract/text.js';
import { describeCodes } from './describe.js';
import { generous } from './limits.js';
import { openEnvelope } from '../soap/envelope.js';

/** @returns the exit code: 0 when the answer is a reply with Result OK or PARTIAL */
export async function send(file: string, to: string, print: (line: string) => void): Promise<number> {
  const bytes = readFileSync(file);
  const tape = new Scanner(generous).scan(documentText(bytes, undefined).text);
  const { version, message } = openEnvelope(tape, '1.1');
  const cursor = new TapeCursor(tape, message);
  const action = operationOf(tape.uri(cursor.namespace), cursor.name)?.soapAction ?? '';
  const headers: Record<string, string> =
    version === '1.2'
      ? { 'Content-Type': `application/soap+xml; charset=utf-8; action="${action}"` }
      : { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"${action}"` };
  let response: Response;
  try {
    response = await fetch(to, { method: 'POST', headers, body: new Uint8Array(bytes), redirect: 'manual' });
  } catch (error) {
    const cause = (error as { cause?: Error }).cause;
    throw new Error(`${to} cannot be reached: ${cause?.message || (error as Error).message}`, { cause: error });
  }
  const answer = await response.text();
  print(`HTTP ${response.status} ${response.statusText}`);
  print(answer.trim());
  const result = /<(?:\w+:)?Result>(\w+)</.exec(answer)?.[1];
  for (const line of describeCodes(answer)) print(`  ${line}`);
  return response.ok && (result === 'OK' || result === 'PARTIAL') ? 0 : 1;
}
