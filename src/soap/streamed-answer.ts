/** An answer whose payload is written part by part: its text is never held whole. */
import { XmlWriter } from '../contract/xml-writer.js';
import type { AnyResponse, PayloadRoot } from '../message/call.js';
import type { Operation } from '../generated/operations.js';
import { wrapBody, type SoapVersion } from './envelope.js';

/** The text of a reply with the parts that follow its payload. */
export async function* streamedAnswer(
  version: SoapVersion,
  operation: Operation,
  reply: AnyResponse,
  parts: AsyncGenerator<PayloadRoot, void>,
): AsyncGenerator<string, void> {
  const { noun } = operation;
  const around = (root: PayloadRoot): string => {
    const writer = new XmlWriter();
    operation.writeResponse(writer, { ...reply, Payload: { ...reply.Payload, [noun]: root } });
    return wrapBody(version, writer.xml);
  };
  const empty = around({});
  const end = [...empty.matchAll(new RegExp(`</[^:>]+:${noun}>`, 'g'))].at(-1)!.index;
  const behind = empty.length - end;
  const within = (root: PayloadRoot): string => around(root).slice(end, -behind);
  try {
    yield empty.slice(0, end) + within(reply.Payload?.[noun] as PayloadRoot);
    for await (const part of parts) yield within(part);
    yield empty.slice(end);
  } finally {
    await parts.return();
  }
}
