/**
 * The SOAP endpoint: bytes in, bytes out. Reads and validates the message, calls the dispatcher, writes the reply or the
 * fault in the SOAP version of the request. Knows nothing of HTTP servers and of what the services do.
 */
import { withWrittenOperations } from '../contract/operation-payloads.js';
import { Validators } from '../contract/validator.js';
import { XmlWriter } from '../contract/xml-writer.js';
import type { Caller, Entrance } from '../message/caller.js';
import { followingOf, type AnyMessage, type AnyResponse, type Call, type Dispatch } from '../message/call.js';
import { replyTo, type ReplyMaker } from '../message/replies.js';
import type { Operation } from '../generated/operations.js';
import { wishForCompressed, withCompressedPayload } from './compressed-reply.js';
import { TooMuchHere, type ReaderLimits } from './compressed.js';
import { Dialects, type Dialect, type DialectTable, type Manner } from './dialects.js';
import { mediaTypes, wrapBody, type SoapVersion } from './envelope.js';
import { faultBody, faultStatus, SoapFault } from './fault.js';
import { failureAsFault, inHabit, invalidAsReply } from './habits.js';
import { largeReader } from './large.js';
import type { ReaderSettings } from './large-reader.js';
import { inSpelling, mannered } from './mannered.js';
import type { ReadMessage } from './proven.js';
import { MessageReader } from './read.js';
import { mediaType, type SoapRequest } from './request.js';
import { asksProofs, NotIdentified, senderOf, tooLargeToProve, type ProofSettings } from './ws-security/sender.js';
import { streamedAnswer } from './streamed-answer.js';

export interface EndpointSettings {
  /** Folder with `services/` and `profiles/`. */
  readonly wsdl: string;
  readonly limits: ReaderLimits;
  /** Bodies larger than this are read in a worker thread; bytes. */
  readonly largeBody: number;
  readonly threads: number;
  readonly queue: number;
  /** How messages of many readings are read part by part; left out, all messages are read whole. */
  readonly streaming?: ReaderSettings['streaming'];
  /** What replies need that are made here: to messages that no service takes. */
  readonly replies: ReplyMaker;
  readonly dialects?: DialectTable | undefined;
  /** Who judges what messages say of who sends them; left out, only the way they come by says that. */
  readonly proofs?: ProofSettings | undefined;
  /** The schemas compiled, where others need them too. */
  readonly validators?: Validators | undefined;
}

/** One exchange, for the log. Holds no payload. */
export interface Exchange {
  readonly operation?: Operation | undefined;
  readonly message?: AnyMessage | undefined;
  readonly reply?: AnyResponse | undefined;
  readonly fault?: SoapFault | undefined;
  /** How the message came, when that was not in the contract's own way. */
  readonly manner?: Manner | undefined;
  /** Who has sent it, where somebody is asked. */
  readonly caller?: Caller | undefined;
  /** A defect of ours, with its stack. */
  readonly defect?: unknown;
}

export interface SoapAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  /** The whole body instead, when it is too large to be held. Whoever does not read it closes it by `return`. */
  readonly stream?: AsyncGenerator<string, void> | undefined;
  readonly exchange: Exchange;
}

export interface CallContext {
  readonly requestId: string;
  readonly receivedAt: number;
  readonly principal?: string | undefined;
  /** How it came in, and who has shown who he is on the way; absent where nobody is asked. */
  readonly entrance?: Entrance | undefined;
}

export interface SoapEndpoint {
  /** Never rejects. */
  readonly answer: (request: SoapRequest, context: CallContext) => Promise<SoapAnswer>;
  /** Compiles the schemas, so that no caller waits for it. */
  warmUp(): void;
  close(): Promise<void>;
}

export function soapEndpoint(dispatch: Dispatch, settings: EndpointSettings): SoapEndpoint {
  const dialects = new Dialects(settings.dialects);
  const validators = settings.validators ?? new Validators(settings.wsdl);
  const reader = new MessageReader(validators, settings.limits, dialects);
  const large = largeReader(settings);

  const answered = async (read: ReadMessage, came: CallContext, rest?: Call['rest']): Promise<SoapAnswer> => {
    if (came.entrance === undefined) return carriedOut(read, came, rest);
    const caller = await senderOf(read, came, came.entrance, settings.proofs);
    if (caller === undefined) return carriedOut(read, came, rest);
    const answer = await carriedOut(read, { ...came, principal: caller.principal, caller }, rest);
    return { ...answer, exchange: { ...answer.exchange, caller } };
  };

  const carriedOut = async (read: ReadMessage, context: Known, rest: Call['rest']): Promise<SoapAnswer> => {
    const { version, operation, digest, manner, refusal } = read;
    const message = withTargets(read.message, manner?.targets ?? 0);
    const wish = wishForCompressed(message);
    const mayStream = manner === undefined && wish !== true;
    const call = { ...callOf(context, operation, message, digest), mayStream };
    const reply =
      refusal === undefined
        ? await dispatch(message, rest === undefined ? call : { ...call, rest })
        : replyTo(message, message.Header.Noun, { result: 'FAILED', findings: refusal }, settings.replies);
    const parts = followingOf(reply);
    if (parts !== undefined) {
      const stream = streamedAnswer(version, operation, reply, parts);
      const exchange = { operation, message, reply };
      return { status: 200, contentType: mediaTypes[version], body: '', stream, exchange };
    }
    const above = wish === true ? 0 : dialects.named(manner?.dialect)?.compressAbove;
    const packed = wish === false || above === undefined ? reply : await compressed(reply, operation, manner, above);
    return manner === undefined
      ? replyAnswer(version, operation, message, packed)
      : answerInManner(version, operation, message, packed, manner, dialects.named(manner.dialect));
  };

  /** The same request, with its Security header block understood where proofs are asked. */
  const asking = (request: SoapRequest, { entrance }: CallContext): SoapRequest =>
    asksProofs(entrance, settings.proofs) ? { ...request, proofs: true } : request;

  const small = async (request: SoapRequest, context: CallContext): Promise<SoapAnswer> =>
    answered(reader.read(asking(request, context), settings.largeBody), context);

  const big = async (request: SoapRequest, context: CallContext): Promise<SoapAnswer> => {
    const { spooled, contentType } = request;
    if (spooled !== undefined && spooled.size > settings.limits.inflatedBody)
      tooLargeToProve(mediaType(contentType).version, context, settings);
    const { rest, close, ...read } = await large.read(asking(request, context));
    try {
      return await answered(read, context, rest);
    } finally {
      close();
    }
  };

  const refused = (fault: SoapFault): SoapAnswer => {
    const { operation, manner } = fault;
    const reply = manner && invalidAsReply(fault, dialects.named(manner.dialect), settings.replies);
    if (reply === undefined || operation === undefined || manner === undefined) return faultAnswer(fault);
    return answerInManner(fault.version, operation, undefined, reply, manner, dialects.named(manner.dialect));
  };

  return {
    answer: async (request, context) => {
      try {
        if (request.spooled !== undefined || request.body.byteLength > settings.largeBody)
          return await big(request, context);
        return await small(request, context).catch((error: unknown) => {
          if (error instanceof TooMuchHere) return big(request, context);
          throw error;
        });
      } catch (error) {
        if (error instanceof NotIdentified) return faultAnswer(error.fault);
        if (error instanceof SoapFault) return refused(error);
        const reason = `the gateway could not process the message because of a fault of its own; quote the request id ${context.requestId}`;
        return faultAnswer(new SoapFault('Server', reason, versionOf(request)), error);
      }
    },
    warmUp: () => {
      validators.compile();
    },
    close: () => large.close(),
  };
}

/** The message with those IDs in its Payload that came there, so that findings name their place. */
function withTargets(message: AnyMessage, count: number): AnyMessage {
  const ids = (message.Request?.['ID'] ?? []) as readonly unknown[];
  if (count === 0 || ids.length < count) return message;
  const ID = ids.slice(-count);
  const rest = ids.slice(0, -count);
  return {
    ...message,
    Request: { ...message.Request, ID: rest.length > 0 ? rest : undefined },
    Payload: { ...message.Payload, ID },
  };
}

/** With who sends the message, once that is known. */
interface Known extends CallContext {
  readonly caller?: Caller | undefined;
}

function callOf(context: Known, operation: Operation, message: AnyMessage, digest: string | undefined): Call {
  const messageId = message.Header.MessageID;
  if (digest === undefined || messageId === undefined) return { ...context, operation };
  return { ...context, operation, repeat: { principal: context.principal ?? '', messageId, digest } };
}

/** The answer to a request that fails before its envelope is looked at: too large, refused encoding, overload. */
export function faultAnswer(fault: SoapFault, defect?: unknown): SoapAnswer {
  return {
    status: faultStatus(fault),
    contentType: mediaTypes[fault.version],
    body: wrapBody(fault.version, faultBody(fault)),
    exchange: { fault, operation: fault.operation, manner: fault.manner, defect },
  };
}

/** The reply with its payload compressed, which is spelled as whoever asked for it spells. */
function compressed(
  reply: AnyResponse,
  { noun, shape }: Operation,
  manner: Manner | undefined,
  above: number,
): Promise<AnyResponse> {
  const spell = (xml: string): string => (manner === undefined ? xml : inSpelling(xml, manner.spelling));
  return withCompressedPayload(reply, noun, { above, spell, alone: shape === 'get' });
}

function replyAnswer(version: SoapVersion, operation: Operation, message: AnyMessage, reply: AnyResponse): SoapAnswer {
  const writer = new XmlWriter();
  operation.writeResponse(writer, withWrittenOperations(reply));
  return {
    status: 200,
    contentType: mediaTypes[version],
    body: wrapBody(version, writer.xml),
    exchange: { operation, message, reply },
  };
}

/** The answer to a message that came in another way than the contract's own: in the same way. */
function answerInManner(
  version: SoapVersion,
  operation: Operation,
  message: AnyMessage | undefined,
  plain: AnyResponse,
  manner: Manner,
  dialect: Dialect | undefined,
): SoapAnswer {
  const reply = inHabit(plain, operation.verb, dialect);
  const fault = failureAsFault(reply, version, operation, dialect);
  const exchange = { operation, message, reply, manner };
  if (fault !== undefined) {
    fault.manner = manner;
    return { ...faultAnswer(fault), exchange };
  }
  const body = wrapBody(version, mannered(manner, operation, 'response', reply));
  return { status: 200, contentType: mediaTypes[version], body, exchange };
}

function versionOf(request: SoapRequest): SoapVersion {
  try {
    return mediaType(request.contentType).version;
  } catch {
    return '1.1';
  }
}
