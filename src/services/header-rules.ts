/** Rules of the Header that no schema can say. All of them are checked, whatever the first ones find. */
import type { AnyMessage, Operation } from '../message/call.js';
import type { Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { asksForDryRun } from './dry-run.js';
import type { ServicePorts } from './noun-row.js';
import { isAsynchronous, replyAddressFindings } from './reply-address.js';

/** Longest identifiers that are taken; they come back in replies, and are keys of the store. */
export const longestId = 256;
const longestAddress = 2048;

/** Revisions of the message types that are understood, however many zeros follow. */
const knownRevision = /^[123](\.0){0,2}$/;

/** Whatever is wrong with the Header for this operation. */
export function headerFindings({ Header }: AnyMessage, operation: Operation, ports: ServicePorts): readonly Finding[] {
  const findings: Finding[] = [];
  const found = (code: Finding['code'], element: string, details: string, values: Finding['values'] = {}): void => {
    findings.push({ code, path: `Header.${element}`, details, values });
  };
  const missing = (element: string, details: string): void => {
    found(codes.headerMissing, element, details, { element });
  };

  if (Header.Verb !== operation.verb) {
    const value = shown(Header.Verb);
    found(codes.invalidVerb, 'Verb', `the operation ${operation.name} has the verb ${operation.verb}, not ${value}`, {
      value,
    });
  }
  if (blank(Header.Noun))
    missing('Noun', `it is blank; the operation ${operation.name} has the noun ${operation.noun}`);
  else if (Header.Noun !== operation.noun) {
    const value = shown(Header.Noun);
    found(codes.invalidNoun, 'Noun', `the operation ${operation.name} has the noun ${operation.noun}, not ${value}`, {
      value,
    });
  }
  const required: readonly (readonly [string, string | undefined])[] = [
    ['ReplayDetection.Nonce', Header.ReplayDetection?.Nonce],
    ['ReplayDetection.Created', Header.ReplayDetection?.Created],
    ['User.UserID', Header.User?.UserID],
    ...(Header.Property ?? []).map(({ Name }, at) => [`Property[${at}].Name`, Name] as const),
  ];
  for (const [element, text] of required) if (text !== undefined && blank(text)) missing(element, 'it is blank');

  if (!blank(Header.Revision) && !knownRevision.test(Header.Revision?.trim() ?? '')) {
    const value = shown(Header.Revision);
    found(codes.unsupportedRevision, 'Revision', `${value} is not known; send 2.0, or leave it out`, { value });
  }
  const lengths = [
    ['MessageID', Header.MessageID, longestId],
    ['CorrelationID', Header.CorrelationID, longestId],
    ['ReplyAddress', Header.ReplyAddress, longestAddress],
  ] as const;
  for (const [element, text, most] of lengths) {
    if (text !== undefined && text.length > most) {
      const details = `it has ${text.length} characters; at most ${most} are taken`;
      found(codes.schemaInvalid, element, details, { details: `${element} is too long` });
    }
  }
  findings.push(...replyAddressFindings(Header, ports));
  if (isAsynchronous(Header) && blank(Header.MessageID))
    missing(
      'MessageID',
      'a request that is answered later needs one, so that it can be repeated without being done twice',
    );

  const real = ports.headEnds.some((headEnd) => !headEnd.capabilities().simulated);
  const { contexts } = ports.settings;
  if (real && !blank(Header.Context) && !contexts.includes(Header.Context?.trim() ?? '')) {
    const details = `this gateway works on real devices and takes ${contexts.join(', ')} only, or no Context`;
    found(codes.policyViolation, 'Context', details, { details: `Context ${shown(Header.Context)}` });
  }
  if (asksForDryRun(Header) === undefined) {
    const at = (Header.Property ?? []).findIndex(({ Name }) => Name.trim() === 'DryRun');
    const details = 'DryRun takes true or false; nothing has been done';
    found(codes.schemaInvalid, `Property[${at}].Value`, details, { details: 'DryRun' });
  }
  return findings;
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

/** A text of the caller, short enough to be said in a sentence. */
function shown(text: string | undefined): string {
  const said = text ?? '';
  return said.length > 80 ? `${said.slice(0, 79)}…` : said;
}
