/** Where the reply of a request goes (behaviour §2.1–2.3): at once, or later to somebody the gateway may call, or to whoever asks. */
import type { AnyMessage, Call } from '../message/call.js';
import { gatewayNames } from '../message/caller.js';
import { ReplyError, type Finding } from '../message/finding.js';
import { codes } from '../message/reply-codes.js';
import { mayName, type Registry } from '../ports/registry.js';
import type { ReplyTo } from '../ports/requests.js';

type Header = AnyMessage['Header'];

/** The ReplyAddress of callers that cannot be called. */
export const pollAddress = 'poll';

/** Whether a reply later is asked for. */
export function isAsynchronous({ AsyncReplyFlag }: Header): boolean {
  return AsyncReplyFlag === 'true' || AsyncReplyFlag === '1';
}

/**
 * Where the reply goes; undefined when it is wanted at once.
 * Throws `ReplyError` when it is to come later and could not be delivered: such work is not begun (messaging §4.2, §4.8).
 */
export function replyToOf(header: Header, { registry }: { readonly registry: Registry }): ReplyTo | undefined {
  if (!isAsynchronous(header)) return undefined;
  const address = addressee(header, { registry });
  if (address === undefined) throw new ReplyError(noAddress);
  return address;
}

/** Whom a ReplyAddress means, whether the message is asynchronous or not; undefined when there is none. Throws when it is unknown. */
export function addressee(header: Header, { registry }: { readonly registry: Registry }): ReplyTo | undefined {
  const address = header.ReplyAddress?.trim() ?? '';
  if (address === '') return undefined;
  if (address === pollAddress) return { kind: 'poll' };
  const endpoint = registry.endpointAt(address);
  if (endpoint !== undefined) return { kind: 'endpoint', name: endpoint.name };
  throw new ReplyError(unknownAddress);
}

/** What is wrong with the address, if anything; for those who collect findings. */
export function replyAddressFindings(header: Header, ports: { readonly registry: Registry }): readonly Finding[] {
  try {
    replyToOf(header, ports);
    return [];
  } catch (error) {
    if (error instanceof ReplyError) return error.findings;
    throw error;
  }
}

/** What is wrong where the address is of an endpoint that is for others: whether or not the reply would go there. */
export function foreignAddress(
  { Header }: AnyMessage,
  { caller, operation }: Call,
  { registry }: { readonly registry: Registry },
): readonly Finding[] {
  const address = Header.ReplyAddress?.trim() ?? '';
  // an answer only repeats what it was asked with
  if (address === '' || operation.shape === 'response') return [];
  const endpoint = registry.endpointAt(address);
  const principal = caller?.principal;
  if (endpoint === undefined || mayName(principal, endpoint)) return [];
  const details = `${principal ?? gatewayNames.anonymous} may not have replies sent to ${address.slice(0, 200)}; nothing was done`;
  return [
    {
      code: codes.policyViolation,
      path: 'Header.ReplyAddress',
      details,
      values: { details: 'a ReplyAddress of somebody else' },
    },
  ];
}

const noAddress: Finding = {
  code: codes.headerMissing,
  path: 'Header.ReplyAddress',
  details: `AsyncReplyFlag is true and no address says where the reply goes; name a registered reply endpoint, or ${pollAddress} to fetch the reply, or leave the flag out for an answer at once`,
  values: { element: 'ReplyAddress' },
};

const unknownAddress: Finding = {
  code: codes.policyViolation,
  path: 'Header.ReplyAddress',
  details: `it is neither the address nor the name of a registered and active reply endpoint; have it registered, or send ${pollAddress} to fetch the reply, or leave AsyncReplyFlag out for an answer at once`,
  values: { details: 'unknown ReplyAddress' },
};
