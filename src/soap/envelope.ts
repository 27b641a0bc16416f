/** The SOAP envelope, 1.1 and 1.2: finds header blocks and the message on the tape, and wraps what goes out. */
import { namespaceId } from '../generated/runtime.js';
import { TapeCursor } from '../contract/cursor.js';
import { NEXT, STRIDE, type Tape } from '../contract/scan.js';
import { SoapFault } from './fault.js';
import { wsse } from './ws-security/vocabulary.js';

export type SoapVersion = '1.1' | '1.2';

export const envelopeNamespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

export const mediaTypes: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

const SOAP11 = namespaceId(envelopeNamespaces['1.1']);
const SOAP12 = namespaceId(envelopeNamespaces['1.2']);
const WSSE = namespaceId(wsse);

/** An opened envelope: where the message stands. */
export interface OpenEnvelope {
  readonly version: SoapVersion;
  /** Tape index of the only child of Body. */
  readonly message: number;
  /** Element children to follow from the root to the message, for the parsed tree. */
  readonly steps: readonly [number, number];
  /** Tape index of the Security header block for us; only where it is understood. */
  readonly security?: number | undefined;
}

/** Roles in which a final receiver acts. */
const ourRoles = new Set([
  '',
  'http://schemas.xmlsoap.org/soap/actor/next',
  'http://www.w3.org/2003/05/soap-envelope/role/next',
  'http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver',
]);

/**
 * Opens the envelope of a well-formed document.
 * @param fallback the version to answer in when the root is no envelope at all
 * @param understands whether a Security header block is understood; no other is
 * Throws `SoapFault`: not an envelope, unknown version, mandatory header block, no or several messages in the body.
 */
export function openEnvelope(tape: Tape, fallback: SoapVersion, understands = false): OpenEnvelope {
  const root = new TapeCursor(tape);
  if (root.name !== 'Envelope')
    throw new SoapFault('Client', `the document is no SOAP envelope: its root element is ${clip(root.name)}`, fallback);
  const version = root.namespace === SOAP11 ? '1.1' : root.namespace === SOAP12 ? '1.2' : undefined;
  if (version === undefined)
    throw new SoapFault(
      'VersionMismatch',
      `the envelope's namespace "${clip(tape.uri(root.namespace))}" is neither SOAP 1.1 nor SOAP 1.2`,
      fallback,
    );
  const soap = root.namespace;
  root.enter();
  let step = 0;
  let security: number | undefined;
  if (root.at(soap, 'Header')) {
    security = checkHeaders(new TapeCursor(tape, root.index), soap, version, understands);
    root.skip();
    step = 1;
  }
  if (!root.at(soap, 'Body')) throw new SoapFault('Client', 'the envelope has no Body', version);
  const body = root.index;
  root.skip();
  if (!root.done && root.index < tape.length)
    throw new SoapFault('Client', `nothing may follow the Body, but ${clip(root.name)} does`, version);
  const message = body + 1;
  // of a document that comes in parts the first may end between the end of the message and that of the Body
  const behind = Math.min(tape.cells[body * STRIDE + NEXT]!, Math.max(tape.length, message + 1));
  if (message >= behind) throw new SoapFault('Client', 'the Body is empty: it must hold one message', version);
  if (tape.cells[message * STRIDE + NEXT]! < behind)
    throw new SoapFault('Client', 'the Body holds several elements: it must hold one message', version);
  return { version, message, steps: [step, 0], ...(security !== undefined && { security }) };
}

/**
 * A header block that is not understood and must be stops the message (WS-I BP R1027, SOAP 1.2 part 1, 2.4). Answers the Security
 * block when that is understood.
 */
function checkHeaders(
  header: TapeCursor,
  soap: number,
  version: SoapVersion,
  understands: boolean,
): number | undefined {
  let security: number | undefined;
  header.enter();
  while (!header.done) {
    if (understands && header.at(WSSE, 'Security')) {
      const actor = prefixed(header, soap, version === '1.1' ? 'actor' : 'role') ?? '';
      if (ourRoles.has(actor.trim())) {
        if (security !== undefined)
          throw new SoapFault(
            'Client',
            'there are two Security header blocks for the same receiver; send one',
            version,
          );
        security = header.index;
      }
      header.skip();
      continue;
    }
    const must = prefixed(header, soap, 'mustUnderstand')?.trim();
    const role = (prefixed(header, soap, version === '1.1' ? 'actor' : 'role') ?? '').trim();
    if ((must === '1' || must === 'true') && ourRoles.has(role))
      throw new SoapFault(
        'MustUnderstand',
        `the header block ${clip(header.name)} must be understood and is not`,
        version,
      );
    header.skip();
  }
  return security;
}

/** An attribute in the envelope's namespace, whatever its prefix. */
function prefixed(cursor: TapeCursor, soap: number, name: string): string | undefined {
  return cursor.attributeOf(soap, name);
}

/** A whole document around the text of one body element. */
export function wrapBody(version: SoapVersion, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${envelopeNamespaces[version]}"><soap:Body>${body}</soap:Body></soap:Envelope>`;
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 199)}…` : text;
}
