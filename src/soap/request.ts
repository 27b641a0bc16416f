/** A SOAP request as the transport hands it over: its media type and its text. */
import { documentText, EncodingError, type DocumentText } from '../contract/text.js';
import type { SoapVersion } from './envelope.js';
import { SoapFault } from './fault.js';

/** A request as the transport hands it over: what stands around the envelope. */
export interface SoapRequest {
  /** Empty when the body is in a file. */
  readonly body: Uint8Array;
  /** A body too large for memory: the number of an open file, and how many bytes it has. */
  readonly spooled?: { readonly file: number; readonly size: number } | undefined;
  /** Value of Content-Type as received. */
  readonly contentType: string | undefined;
  /** Value of the SOAPAction header as received (SOAP 1.1). */
  readonly soapAction: string | undefined;
  /** The service of the address, undefined for the address of all services. */
  readonly service: string | undefined;
  /** The dialect of the address, and the user of HTTP Basic, who is a label here and nothing more. */
  readonly dialect?: string | undefined;
  readonly user?: string | undefined;
  /** Whether who sends it may show in the message who he is: then its Security header block is understood. */
  readonly proofs?: boolean | undefined;
}

/** What stands around the body of a request. */
export type AroundBody = Omit<SoapRequest, 'body' | 'spooled'>;

export interface MediaType {
  readonly version: SoapVersion;
  readonly charset: string | undefined;
  /** The action parameter of SOAP 1.2. */
  readonly action: string | undefined;
}

/** Splits Content-Type; a request without one is taken as SOAP 1.1. Throws the fault with status 415 for other media types. */
export function mediaType(value: string | undefined): MediaType {
  let media = known.get(value);
  if (media === undefined) {
    media = splitContentType(value);
    if (known.size < mostKnown) known.set(value, media);
  }
  return media;
}

/** Clients send few different ones; the bound is for those who mean harm. */
const mostKnown = 100;
const known = new Map<string | undefined, MediaType>();

function splitContentType(value: string | undefined): MediaType {
  const [type = '', ...parameters] = (value ?? '').split(';').map((part) => part.trim());
  const name = type.toLowerCase();
  const parameter = (key: string): string | undefined => {
    const found = parameters.find((p) => p.toLowerCase().startsWith(`${key}=`));
    return found
      ?.slice(key.length + 1)
      .replace(/^"(.*)"$/, '$1')
      .trim();
  };
  const version = name === 'application/soap+xml' ? '1.2' : '1.1';
  if (name !== '' && name !== 'text/xml' && name !== 'application/soap+xml')
    throw new SoapFault(
      'Client',
      `the media type ${type.slice(0, 100)} is not accepted; send text/xml (SOAP 1.1) or application/soap+xml (SOAP 1.2)`,
      version,
      undefined,
      [],
      415,
    );
  return { version, charset: parameter('charset'), action: parameter('action') };
}

/** The text of the body. Throws `SoapFault` for an empty one, another encoding and broken bytes. */
export function decodeText(request: SoapRequest, media: MediaType): DocumentText {
  if (request.body.byteLength === 0)
    throw new SoapFault('Client', 'the request has no body; POST a SOAP envelope', media.version);
  try {
    return documentText(request.body, media.charset);
  } catch (error) {
    if (!(error instanceof EncodingError)) throw error;
    throw new SoapFault('Client', error.message, media.version, undefined, [], error.unsupported ? 415 : undefined);
  }
}
