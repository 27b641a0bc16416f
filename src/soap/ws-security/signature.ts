/**
 * The signature of a message, as far as it can be judged without a key: which elements it is over, and that they are what was signed.
 * Only elements in their own places can be signed here, so what was verified is what is processed.
 */
import { createHash } from 'node:crypto';
import { canonicalText, writeCanonical } from '../../contract/canonical.js';
import type { Tape } from '../../contract/scan.js';
import { base64Of, is, membersOf, onlyChild, type Element } from './element.js';
import { uniqueIds } from './ids.js';
import { signingKeyIn, type SigningKey } from './key-info.js';
import { malformed, weak, wrong } from './refusal.js';
import { digestMethods, ds, enveloped, exclusive, signatureMethods } from './vocabulary.js';

/** What is left to be judged with the key. */
export interface SignatureProof {
  /** URI of the algorithm. */
  readonly method: string;
  /** SignedInfo in canonical form. */
  readonly signedInfo: string;
  readonly value: Uint8Array;
  readonly key: SigningKey;
}

/** An element that can be signed. */
export interface Signable {
  /** For sentences. */
  readonly what: string;
  /** On the tape. */
  readonly index: number;
  readonly id: string | undefined;
  /** Whether a signature that leaves it out proves nothing. */
  readonly required: boolean;
}

const mostReferences = 16;
const mostPrefixes = 64;

/**
 * Checks the digests of everything the signature is over. Throws `Refused`.
 * @param tokens the BinarySecurityTokens of the header
 */
export function signatureIn(
  tape: Tape,
  element: Element,
  signables: readonly Signable[],
  tokens: readonly Element[],
): SignatureProof {
  const { SignedInfo, SignatureValue, KeyInfo } = membersOf(element, {
    SignedInfo: ds,
    SignatureValue: ds,
    KeyInfo: ds,
  });
  if (SignedInfo === undefined || SignatureValue === undefined || KeyInfo === undefined)
    malformed('the Signature needs SignedInfo, SignatureValue and KeyInfo');
  const [canonicalization, method, ...references] = SignedInfo.children;
  if (canonicalization === undefined || !is(canonicalization, ds, 'CanonicalizationMethod'))
    malformed('SignedInfo must begin with CanonicalizationMethod');
  if (method === undefined || !is(method, ds, 'SignatureMethod')) malformed('SignedInfo has no SignatureMethod');
  const prefixes = exclusivePrefixes(canonicalization, 'CanonicalizationMethod');
  if (method.children.length > 0) malformed('SignatureMethod has parameters, which are not understood here');
  const algorithm = method.attributes.get('Algorithm') ?? '';
  if (!signatureMethods.has(algorithm)) weak(`the SignatureMethod "${algorithm.slice(0, 200)}" is not taken`);
  if (references.length === 0 || references.length > mostReferences)
    malformed(`the signature must have 1 to ${mostReferences} References`);
  const key = signingKeyIn(KeyInfo, tokens);
  checkReferences(tape, references, signables);
  return {
    method: algorithm,
    signedInfo: canonicalText(tape, SignedInfo.index, prefixes),
    value: base64Of(SignatureValue),
    key,
  };
}

function checkReferences(tape: Tape, references: readonly Element[], signables: readonly Signable[]): void {
  const isUnique = uniqueIds(tape, signables);
  const covered = new Set<Signable>();
  for (const reference of references) {
    if (!is(reference, ds, 'Reference'))
      malformed(`SignedInfo has ${reference.name} in it, which is not understood here`);
    const [, id] = /^#([^\s#()/'"]+)$/.exec(reference.attributes.get('URI') ?? '') ?? [];
    if (id === undefined) malformed('every Reference must have a URI such as #id, of an element in the message');
    const signed = signables.find((one) => one.id === id);
    if (signed === undefined)
      malformed(
        `#${id.slice(0, 100)} is none of what may be signed: the Body, header blocks, the parts of the Security header`,
      );
    if (!isUnique(id)) malformed(`the Id ${id.slice(0, 100)} is there more than once`);
    if (covered.has(signed)) malformed(`there are two References to #${id.slice(0, 100)}`);
    covered.add(signed);
    checkDigest(tape, reference, signed);
  }
  const missing = signables.find((one) => one.required && !covered.has(one));
  if (missing !== undefined) weak(`the signature does not cover the ${missing.what}`);
}

function checkDigest(tape: Tape, reference: Element, { what, index }: Signable): void {
  const { Transforms, DigestMethod, DigestValue } = membersOf(reference, {
    Transforms: ds,
    DigestMethod: ds,
    DigestValue: ds,
  });
  if (DigestMethod === undefined || DigestValue === undefined)
    malformed('a Reference needs DigestMethod and DigestValue');
  const prefixes = transformPrefixes(Transforms);
  const algorithm = DigestMethod.attributes.get('Algorithm') ?? '';
  const hash = digestMethods.get(algorithm);
  if (hash === undefined) weak(`the DigestMethod "${algorithm.slice(0, 200)}" is not taken`);
  const digest = createHash(hash);
  writeCanonical(tape, index, (piece) => digest.update(piece, 'utf8'), prefixes);
  if (!digest.digest().equals(base64Of(DigestValue))) wrong(`the ${what} is not what was signed`);
}

/** Exclusive canonical XML alone, or behind the transform that takes the signature out, which is in nothing that is signed here. */
function transformPrefixes(transforms: Element | undefined): readonly string[] {
  const all = transforms?.children ?? [];
  const last = all.at(-1);
  const first = all.length === 2 ? all[0] : undefined;
  const isRight =
    last !== undefined &&
    all.length <= 2 &&
    all.every((one) => is(one, ds, 'Transform')) &&
    (first === undefined || first.attributes.get('Algorithm') === enveloped);
  if (!isRight) weak('a Reference must have exclusive canonical XML as its one Transform');
  return exclusivePrefixes(last, 'Transform');
}

/** The prefixes of InclusiveNamespaces. Throws `Refused` for any other algorithm. */
function exclusivePrefixes(element: Element, what: string): readonly string[] {
  const algorithm = element.attributes.get('Algorithm') ?? '';
  if (algorithm !== exclusive)
    weak(`the ${what} "${algorithm.slice(0, 200)}" is not taken; use exclusive canonical XML without comments`);
  if (element.children.length === 0) return [];
  const parameters = onlyChild(element);
  if (!is(parameters, exclusive, 'InclusiveNamespaces'))
    malformed(`${parameters.name} in ${what} is not understood here`);
  const list = (parameters.attributes.get('PrefixList') ?? '').split(/[\t\n\r ]+/).filter((prefix) => prefix !== '');
  if (list.length > mostPrefixes) malformed(`the PrefixList has more than ${mostPrefixes} prefixes`);
  return list.map((prefix) => (prefix === '#default' ? '' : prefix));
}
