/** `cimgate validate`: what is wrong with a file, by line and path, and what its codes mean. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { TapeCursor } from '../contract/cursor.js';
import { plainFindings, sentenceOf } from '../contract/findings.js';
import { namespacesOf, operationOf } from '../contract/operations.js';
import { operations } from '../generated/operations.js';
import { profiles } from '../generated/profiles.js';
import { ScanError, Scanner, type Tape } from '../contract/scan.js';
import { documentText, EncodingError } from '../contract/text.js';
import { compileFile, findingsOf, NotWellFormed, ParsedDocument } from '../contract/validator.js';
import { openEnvelope } from '../soap/envelope.js';
import { SoapFault } from '../soap/fault.js';
import { describeCodes } from './describe.js';
import { readNamed } from './file.js';
import { generous } from './limits.js';
import { wsdlFolder } from '../wiring/wsdl-folder.js';

/** @returns the exit code: 0 valid, 1 not valid or not recognised */
export function validate(file: string, print: (line: string) => void): number {
  const bytes = readNamed(file);
  try {
    const { text, utf8 } = documentText(bytes, undefined);
    const tape = scan(text, utf8);
    using parsed = ParsedDocument.parse(utf8, true);
    const target = targetOf(tape);
    print(`${file}: ${target.what}`);
    const findings = findingsOf(compileFile(wsdlFolder, target.schema), parsed.element(target.steps));
    for (const finding of plainFindings(findings, target.steps.length)) print(`  ${sentenceOf(finding)}`);
    for (const line of describeCodes(text)) print(`  ${line}`);
    print(
      findings.length === 0
        ? 'valid'
        : `not valid: ${findings.length === 1 ? '1 finding' : `${findings.length} findings`}`,
    );
    return findings.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof NotWellFormed) print(`${file}: not well-formed XML, line ${error.line}: ${error.reason}`);
    else if (error instanceof ScanError || error instanceof EncodingError || error instanceof SoapFault)
      print(`${file}: ${error.message}`);
    else throw error;
    return 1;
  }
}

function scan(text: string, utf8: Uint8Array): Tape {
  try {
    return new Scanner(generous).scan(text);
  } catch (error) {
    if (error instanceof ScanError && error.kind === 'syntax') ParsedDocument.parse(utf8, true)[Symbol.dispose]();
    throw error;
  }
}

interface Target {
  readonly what: string;
  /** Below wsdl/. */
  readonly schema: string;
  readonly steps: readonly number[];
}

/** What the document is: an envelope with a message, a bare message, or a bare payload. */
function targetOf(tape: Tape): Target {
  const root = new TapeCursor(tape);
  if (root.name === 'Envelope') {
    const { version, message, steps } = openEnvelope(tape, '1.1');
    const inside = new TapeCursor(tape, message);
    return { ...messageTarget(tape.uri(inside.namespace), inside.name, `SOAP ${version} envelope with `), steps };
  }
  const namespace = tape.uri(root.namespace);
  const profile = profiles.find((p) => p.namespace === namespace && p.name === root.name);
  if (profile) {
    const licensed = join('licensed', `${profile.name}.xsd`);
    const schema = existsSync(join(wsdlFolder, licensed)) ? licensed : join('profiles', `${profile.name}.xsd`);
    return { what: `a payload of the profile ${profile.name}`, schema, steps: [] };
  }
  return { ...messageTarget(namespace, root.name, ''), steps: [] };
}

function messageTarget(namespace: string, name: string, before: string): Omit<Target, 'steps'> {
  const operation =
    operationOf(namespace, name) ??
    operations.find((o) => o.namespace === namespace && (o.responseName === name || o.faultName === name));
  if (operation) return { what: `${before}the message ${name}`, schema: join('services', operation.schema) };
  if (name === 'Fault') throw new SoapFault('Client', 'a SOAP fault; its detail is not checked', '1.1');
  const meant = namespacesOf(name);
  throw new SoapFault(
    'Client',
    `{${namespace}}${name} is not in the contract${meant.length > 0 ? `; ${name} is known in the namespace ${meant.join(' or ')}` : ''}`,
    '1.1',
  );
}
