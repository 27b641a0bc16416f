/**
 * Holds typed payloads that were put together by the gateway against the schema of their noun: writes them and reads them again.
 * Fills `PayloadCheck` of ports/, which contract/ does not import: main.ts hands it on as such.
 */
import type { Finding } from '../message/finding.js';
import { liftedLimits } from './lifted-limits.js';
import { PayloadReader, rootNamed } from './payload-reader.js';
import { ParsedDocument, type Validators } from './validator.js';
import { XmlWriter } from './xml-writer.js';

/** @param validators the schemas; asked only when a payload is not plainly valid */
export function payloadCheck(validators: Pick<Validators, 'validate'>): {
  readonly findings: (noun: string, root: object) => readonly Finding[];
} {
  const reader = new PayloadReader(liftedLimits, () => ({
    parse: (utf8, dense) => ParsedDocument.parse(utf8, true, dense),
    validate: (document) => validators.validate(document.root),
  }));
  return {
    findings: (noun, value) => {
      const root = rootNamed(noun);
      if (root === undefined) throw new Error(`the contract has no payload ${noun}`);
      const writer = new XmlWriter();
      root.write(writer, value);
      const read = reader.read(writer.xml);
      return 'findings' in read ? read.findings : [];
    },
  };
}
