/** What is wrong with a request, said so that the caller can mend it; and the one error thrown on purpose. */
import type { ReplyCode } from './reply-codes.js';

/** An object as the caller named it. Becomes `ID` with its attributes. */
export interface ObjectId {
  /** What the caller sent. */
  readonly id: string;
  readonly kind: 'name' | 'uuid' | 'transaction' | 'other';
  /** NameType of a name. */
  readonly idType?: string | undefined;
  readonly idAuthority?: string | undefined;
  /** Class of the object, e.g. `Meter`. */
  readonly objectType?: string | undefined;
}

/** One finding becomes one `Error` element of the reply. */
export interface Finding {
  readonly code: ReplyCode;
  /** Where, e.g. `EndDeviceControls.EndDeviceControl[2].EndDevices[0]`; indexes count from 0. */
  readonly path?: string | undefined;
  /** What is wrong here and what to do: a sentence without the path. */
  readonly details?: string | undefined;
  readonly object?: ObjectId | undefined;
  readonly related?: ObjectId | undefined;
  /** Values for the places in the catalogue's sentence. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly operationId?: string | undefined;
}

/** The request cannot be done, for these reasons. Everything else that is thrown is a defect of ours. */
export class ReplyError extends Error {
  readonly findings: readonly Finding[];

  constructor(...findings: readonly Finding[]) {
    super(findings.map((f) => `${f.code} ${f.path ?? ''} ${f.details ?? ''}`.trim()).join('; '));
    this.name = 'ReplyError';
    this.findings = findings;
  }
}
