/**
 * What a message says of who sends it: the Security header block for us, understood, with everything checked that needs neither keys
 * nor passwords. Plain data that crosses threads; who it is, identify.ts finds out.
 */
import { declaredAround } from '../../contract/canonical.js';
import type { Tape } from '../../contract/scan.js';
import { childrenOf } from '../../contract/tape-tree.js';
import type { OpenEnvelope } from '../envelope.js';
import { elementAt, idOf, is, startAt, type Element } from './element.js';
import { malformed, Refused, type Refusal } from './refusal.js';
import { signatureIn, type Signable, type SignatureProof } from './signature.js';
import { timestampIn, type Timestamp } from './timestamp.js';
import { usernameTokenIn, type UsernameToken } from './username-token.js';
import { ds, wsse, wsu } from './vocabulary.js';

export interface Proofs {
  readonly token?: UsernameToken | undefined;
  readonly timestamp?: Timestamp | undefined;
  readonly signature?: SignatureProof | undefined;
  /** Why nothing of it is believed. */
  readonly refused?: Refusal | undefined;
}

const mostTokens = 5;

/**
 * The proofs of a message; undefined when it has no Security header block for us. What is wrong with them is told later, after the
 * message itself has been found valid.
 * @param tape of the document as it came: a signature is over that
 */
export function proofsIn(tape: Tape, envelope: OpenEnvelope): Proofs | undefined {
  if (envelope.security === undefined) return undefined;
  try {
    return read(tape, envelope, envelope.security);
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal };
    throw error;
  }
}

function read(tape: Tape, { message }: OpenEnvelope, security: number): Proofs {
  const body = message - 1;
  const inHeader = declaredAround(tape, security);
  const block = elementAt(tape, security, inHeader);
  const tokens = block.children.filter((child) => is(child, wsse, 'BinarySecurityToken'));
  const userToken = one(block, wsse, 'UsernameToken');
  const timestamp = one(block, wsu, 'Timestamp');
  const signature = one(block, ds, 'Signature');
  const understood = [...tokens, userToken, timestamp, signature];
  const other = block.children.find((child) => !understood.includes(child));
  if (other !== undefined)
    malformed(
      `the Security header has ${other.name} of "${other.namespace.slice(0, 200)}" in it, which is not understood here`,
    );
  if (tokens.length + (userToken === undefined ? 0 : 1) > mostTokens)
    malformed(`the Security header has more than ${mostTokens} tokens`);
  const token = userToken && usernameTokenIn(userToken);
  const times = timestamp && timestampIn(timestamp);
  if (signature === undefined) return { token, timestamp: times };
  if (times?.created === undefined) malformed('a signature needs a Timestamp with Created beside it');
  const signables: Signable[] = [
    { what: 'Body', index: body, id: idOf(startAt(tape, body, declaredAround(tape, body))), required: true },
    ...block.children
      .filter((child) => child !== signature)
      .map((child) => ({
        what: child.name,
        index: child.index,
        id: idOf(child),
        required: child === timestamp || child === userToken,
      })),
    ...childrenOf(tape, 1)
      .filter((index) => index !== security)
      .map((index) => ({ what: 'header block', index, id: idOf(startAt(tape, index, inHeader)), required: false })),
  ];
  return { token, timestamp: times, signature: signatureIn(tape, signature, signables, tokens) };
}

function one(block: Element, namespace: string, name: string): Element | undefined {
  const [first, second] = block.children.filter((child) => is(child, namespace, name));
  if (second !== undefined) malformed(`the Security header has more than one ${name}`);
  return first;
}
