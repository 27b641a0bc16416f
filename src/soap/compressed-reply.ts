/** Compressed payloads of what the gateway sends (messaging §6): for whoever asks by `Request/Option`, and for who is to get them so. */
import { promisify } from 'node:util';
import { gzip, gzipSync } from 'node:zlib';
import { rootNamed } from '../contract/payload-reader.js';
import { XmlWriter } from '../contract/xml-writer.js';
import type { AnyMessage, AnyResponse } from '../message/call.js';

const compress = promisify(gzip);

/** Whether a message says of its answer that it be compressed, by Option `Compressed`; undefined when it says nothing. */
export function wishForCompressed({ Request }: AnyMessage): boolean | undefined {
  const options = (Request?.['Option'] ?? []) as readonly { readonly name: string; readonly value?: string }[];
  const values = options.flatMap(({ name, value }) => (name.trim() === 'Compressed' ? [(value ?? '').trim()] : []));
  return values.length === 0 ? undefined : values.some((value) => ['true', '1'].includes(value));
}

/** How the content of a payload is to be packed. */
export interface Packing {
  /** Bytes of content up to which it stays as it is. */
  readonly above: number;
  /** Renames the namespaces of the content for who gets it. */
  readonly spell: (xml: string) => string;
  /** Whether the schema lets the empty element of the noun go: in the answer to a get. */
  readonly alone: boolean;
}

/**
 * The reply with its payload compressed; the reply itself when it has none of its noun, or a small one. The empty element of the noun
 * stays where the schema demands it.
 */
export async function withCompressedPayload(reply: AnyResponse, noun: string, packing: Packing): Promise<AnyResponse> {
  const content = contentOf(reply, noun, packing);
  return content === undefined ? reply : packed(reply, noun, packing, await compress(content));
}

/** The same for a message that goes out later, made within a transaction, which waits for nothing but the store. */
export function compressedNow<M extends AnyMessage | AnyResponse>(message: M, noun: string, packing: Packing): M {
  const content = contentOf(message, noun, packing);
  return content === undefined ? message : packed(message, noun, packing, gzipSync(content));
}

/** The document to be compressed; undefined when there is nothing to compress. */
function contentOf({ Payload }: AnyMessage | AnyResponse, noun: string, { above, spell }: Packing): string | undefined {
  const root = rootNamed(noun);
  const value = Payload?.[noun] as object | undefined;
  if (root === undefined || value === undefined || Payload?.['OperationSet'] !== undefined) return undefined;
  const writer = new XmlWriter();
  root.write(writer, value);
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n${spell(writer.xml)}`;
  return Buffer.byteLength(content) > above ? content : undefined;
}

function packed<M extends AnyMessage | AnyResponse>(message: M, noun: string, { alone }: Packing, bytes: Buffer): M {
  const beside = alone ? {} : { [noun]: {} };
  return { ...message, Payload: { ...beside, Compressed: bytes.toString('base64'), Format: 'XML' } };
}
