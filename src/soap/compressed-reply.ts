/** Compressed payloads of answers: for whoever asks for one by `Request/Option` (messaging §6), never by ourselves. */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { rootNamed } from '../contract/payload-reader.js';
import { XmlWriter } from '../contract/xml-writer.js';
import type { AnyMessage, AnyResponse } from '../message/call.js';

const compress = promisify(gzip);

/** Whether a message asks for its answer to be compressed: Option `Compressed` = `true`. */
export function asksForCompressed({ Request }: AnyMessage): boolean {
  const options = (Request?.['Option'] ?? []) as readonly { readonly name: string; readonly value?: string }[];
  return options.some(
    ({ name, value }) => name.trim() === 'Compressed' && value !== undefined && ['true', '1'].includes(value.trim()),
  );
}

/**
 * The reply with its payload compressed; the reply itself when it has none of its noun. The empty element of the noun stays where
 * the schema demands it.
 * @param spell renames the namespaces of the content for who asks
 * @param get whether the reply answers a get, whose payload need not have the element
 */
export async function withCompressedPayload(
  reply: AnyResponse,
  noun: string,
  get: boolean,
  spell: (xml: string) => string = (xml) => xml,
): Promise<AnyResponse> {
  const root = rootNamed(noun);
  const value = reply.Payload?.[noun] as object | undefined;
  if (root === undefined || value === undefined || reply.Payload?.['OperationSet'] !== undefined) return reply;
  const writer = new XmlWriter();
  root.write(writer, value);
  const content = await compress(`<?xml version="1.0" encoding="UTF-8"?>\n${spell(writer.xml)}`);
  const beside = get ? {} : { [noun]: {} };
  return { ...reply, Payload: { ...beside, Compressed: content.toString('base64'), Format: 'XML' } };
}
