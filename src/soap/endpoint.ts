/**
 * The SOAP endpoint: bytes in, bytes out. Reads and validates the message, calls the dispatcher, writes the reply or the
 * fault in the SOAP version of the request. Knows nothing of HTTP servers and of what the services do.
 */
import { withWrittenOperations } from '../contract/operation-payloads.js';
import { Validators } from '../contract/validator.js';
import { XmlWriter } from '../contract/xml-writer.js';
import type { AnyMessage, AnyResponse, Call, Dispatch } from '../message/call.js';
import type { Operation } from '../generated/operations.js';
import { asksForCompressed, withCompressedPayload } from './compressed-reply.js';
import { TooMuchHere, type ReaderLimits } from './compressed.js';
import { mediaTypes, wrapBody, type SoapVersion } from './envelope.js';
import { faultBody, faultStatus, SoapFault } from './fault.js';
import { largeReader } from './large.js';
import { MessageReader } from './read.js';
import { mediaType, type SoapRequest } from './request.js';

export interface EndpointSettings {
  /** Folder with `services/` and `profiles/`. */
  readonly wsdl: string;
  readonly limits: ReaderLimits;
  /** Bodies larger than this are read in a worker thread; bytes. */
  readonly largeBody: number;
  readonly threads: number;
  readonly queue: number;
}

/** One exchange, for the log. Holds no payload. */
export interface Exchange {
  readonly operation?: Operation | undefined;
  readonly message?: AnyMessage | undefined;
  readonly reply?: AnyResponse | undefined;
  readonly fault?: SoapFault | undefined;
  /** A defect of ours, with its stack. */
  readonly defect?: unknown;
}

export interface SoapAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly exchange: Exchange;
}

export interface CallContext {
  readonly requestId: string;
  readonly receivedAt: number;
  readonly principal?: string | undefined;
}

export interface SoapEndpoint {
  /** Never rejects. */
  readonly answer: (request: SoapRequest, context: CallContext) => Promise<SoapAnswer>;
  /** Compiles the schemas, so that no caller waits for it. */
  warmUp(): void;
  close(): Promise<void>;
}

export function soapEndpoint(dispatch: Dispatch, settings: EndpointSettings): SoapEndpoint {
  const validators = new Validators(settings.wsdl);
  const reader = new MessageReader(validators, settings.limits);
  const large = largeReader(settings);

  const small = async (request: SoapRequest, context: CallContext): Promise<SoapAnswer> => {
    const { version, operation, message, digest } = reader.read(request, settings.largeBody);
    const reply = await dispatch(message, callOf(context, operation, message, digest));
    return replyAnswer(version, operation, message, reply);
  };

  const big = async (request: SoapRequest, context: CallContext): Promise<SoapAnswer> => {
    const { version, operation, message, digest, rest, close } = await large.read(request);
    try {
      const call: Call = { ...callOf(context, operation, message, digest), rest };
      return await replyAnswer(version, operation, message, await dispatch(message, call));
    } finally {
      close();
    }
  };

  return {
    answer: async (request, context) => {
      try {
        if (request.body.byteLength > settings.largeBody) return await big(request, context);
        return await small(request, context).catch((error: unknown) => {
          if (error instanceof TooMuchHere) return big(request, context);
          throw error;
        });
      } catch (error) {
        if (error instanceof SoapFault) return faultAnswer(error);
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

function callOf(context: CallContext, operation: Operation, message: AnyMessage, digest: string | undefined): Call {
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
    exchange: { fault, operation: fault.operation, defect },
  };
}

async function replyAnswer(
  version: SoapVersion,
  operation: Operation,
  message: AnyMessage,
  reply: AnyResponse,
): Promise<SoapAnswer> {
  const { noun, shape } = operation;
  const packed = asksForCompressed(message) ? await withCompressedPayload(reply, noun, shape === 'get') : reply;
  const writer = new XmlWriter();
  operation.writeResponse(writer, withWrittenOperations(packed));
  return {
    status: 200,
    contentType: mediaTypes[version],
    body: wrapBody(version, writer.xml),
    exchange: { operation, message, reply },
  };
}

function versionOf(request: SoapRequest): SoapVersion {
  try {
    return mediaType(request.contentType).version;
  } catch {
    return '1.1';
  }
}
