/**
 * A long result in several messages (behaviour §2.7): all but the last PARTIAL with 0.1, the last with what was to be said of the
 * whole, each with the Property `Part` n/m. A payload that is one object is not for this file: cut, it would be several.
 */
import type { AnyResponse } from '../message/call.js';
import { replyCodes, codes, reasonOf } from '../message/reply-codes.js';
import type { ServicePorts } from './noun-row.js';

type Payload = Readonly<Record<string, unknown>>;

/** The reply in parts of about `settings.partSize` characters of XML each; one part when it is no longer than that. */
export function inParts(
  { encoder, replies, settings }: Pick<ServicePorts, 'encoder' | 'replies' | 'settings'>,
  noun: string,
  reply: AnyResponse,
): readonly AnyResponse[] {
  const root = (reply as { readonly Payload?: Payload }).Payload?.[noun] as Payload | undefined;
  if (root === undefined) return [reply];
  const length = encoder.response(noun, reply).xml.length;
  if (length <= settings.partSize) return [reply];
  const cut = inPieces(root, length, settings.partSize);
  if (cut.length === 1) return [reply];
  return cut.map((piece, at) => {
    const last = at === cut.length - 1;
    const Header = {
      ...reply.Header,
      ...(last ? {} : { MessageID: replies.messageId() }),
      Property: [{ Name: 'Part', Value: `${at + 1}/${cut.length}` }],
    };
    return { ...reply, Header, ...(last ? {} : { Reply: moreFollows }), Payload: { [noun]: piece } };
  });
}

const moreFollows: AnyResponse['Reply'] = {
  Result: 'PARTIAL',
  Error: [{ code: codes.moreFollows, level: replyCodes[codes.moreFollows].level, reason: reasonOf(codes.moreFollows) }],
};

/**
 * The children of a payload root in their order, some to each piece, so that a piece has about `partSize` characters of XML.
 * @param length of the whole, as XML
 */
export function inPieces(root: Payload, length: number, partSize: number): readonly Payload[] {
  // as JSON it has another length, but the same proportions
  const most = (partSize * JSON.stringify(root).length) / length;
  const done: Payload[] = [];
  let piece: Record<string, unknown[]> = {};
  let size = 0;
  for (const [name, value] of Object.entries(root)) {
    if (!Array.isArray(value)) return [root]; // a member that no piece could be without
    for (const element of value as unknown[]) {
      const length = JSON.stringify(element).length;
      if (size > 0 && size + length > most) {
        done.push(piece);
        piece = {};
        size = 0;
      }
      (piece[name] ??= []).push(element);
      size += length;
    }
  }
  return [...done, piece];
}
