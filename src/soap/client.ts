/**
 * Calls others: a message that stands ready as XML, in an envelope with the security the other side wants, made by the client of
 * the `soap` package. The transport is ours, because it has bounds; so is the reading of answers, because the package's reader
 * is slow, and believes what is not well-formed.
 */
import { Client, WSDL } from 'soap';
import { NotWellFormed, ParsedDocument } from '../contract/validator.js';
import type { SoapVersion } from './envelope.js';
import { httpPoster, usualCallLimits, type CallLimits, type HttpAnswer, type PostTarget } from './http-post.js';
import type { Resolve } from './addresses.js';
import { securityOf, type OutgoingAuth } from './outgoing-security.js';
import { readAnswer, type AnswerRead } from './read-answer.js';

export interface SoapTarget extends PostTarget {
  readonly soap: SoapVersion;
  readonly auth: OutgoingAuth;
}

/** The message could not be put on the wire as it is; another attempt would fail the same way. */
export class Unsendable extends Error {
  constructor(reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Unsendable';
  }
}

export interface CallAnswer {
  /** HTTP status. */
  readonly status: number;
  readonly answer: AnswerRead;
}

/** What is to be sent: the element that goes into the Body, namespaces declared, and its SOAPAction. */
export interface Sent {
  readonly action: string;
  readonly xml: string;
}

export interface SoapClient {
  /** Sends one message. Throws `CallFailed` when no answer came, `Unsendable` when there is nothing to send. */
  call(message: Sent): Promise<CallAnswer>;
  close(): void;
}

/** The same for those who read answers by themselves. */
export interface SoapPoster {
  post(message: Sent): Promise<HttpAnswer>;
  close(): void;
}

export async function soapPoster(
  target: SoapTarget,
  limits: CallLimits = usualCallLimits,
  resolve?: Resolve,
): Promise<SoapPoster> {
  const poster = httpPoster(target, limits, resolve);
  const envelopes = await envelopeMaker(target);
  return {
    async post(message) {
      const { xml, headers } = envelopes(message);
      return poster.post(xml, headers);
    },
    close: () => poster.close(),
  };
}

export async function soapClient(
  target: SoapTarget,
  limits: CallLimits = usualCallLimits,
  resolve?: Resolve,
): Promise<SoapClient> {
  const poster = await soapPoster(target, limits, resolve);
  return {
    async call(message) {
      const { status, contentType, body } = await poster.post(message);
      return { status, answer: readAnswer(body, contentType) };
    },
    close: () => poster.close(),
  };
}

interface Envelope {
  readonly xml: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Makes envelopes with their HTTP headers. One client for all messages of a target: it is asked and has answered at once. */
async function envelopeMaker({ url, soap, auth }: SoapTarget): Promise<(message: Sent) => Envelope> {
  let made: Envelope | undefined;
  const options = {
    forceSoap12Headers: soap === '1.2',
    // stands where the package would open a connection of its own
    httpClient: {
      request: (_url: string, xml: string, _done: unknown, headers: Record<string, string>) => {
        made = { xml, headers };
        return Promise.resolve();
      },
    } as never,
  };
  const client = new Client(await anyMessage(options), url, options);
  const send = client['Send'] as (body: { readonly _xml: string }, done: () => void) => void;
  return ({ action, xml }) => {
    made = undefined;
    prove(xml);
    try {
      client.setSecurity(securityOf(auth));
      client.setSOAPAction(action);
      send({ _xml: xml }, () => {});
    } catch (error) {
      throw new Unsendable(`the envelope could not be made: ${(error as Error).message}`, { cause: error });
    }
    if (made === undefined) throw new Unsendable('the envelope could not be made');
    return made;
  };
}

/** What was kept may have been harmed since. The package would repair it by guessing, and sign what it has guessed. */
function prove(xml: string): void {
  try {
    ParsedDocument.parse(Buffer.from(xml, 'utf8'), true)[Symbol.dispose]();
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    throw new Unsendable(`the message is not well-formed: ${error.reason}`, { cause: error });
  }
}

/** A contract that takes any message: the real ones have been written by contract/ and go out as they are. */
function anyMessage(options: object): Promise<WSDL> {
  const own = 'urn:cimgate:outgoing';
  const text = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:own="${own}" targetNamespace="${own}">
<wsdl:types><xs:schema targetNamespace="${own}"><xs:element name="Message" type="xs:anyType"/></xs:schema></wsdl:types>
<wsdl:message name="Message"><wsdl:part name="body" element="own:Message"/></wsdl:message>
<wsdl:portType name="Any"><wsdl:operation name="Send"><wsdl:input message="own:Message"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="Any" type="own:Any"><soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
<wsdl:operation name="Send"><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding>
<wsdl:service name="Any"><wsdl:port name="Any" binding="own:Any"><soap:address location="${own}"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;
  return new Promise((done, fail) => {
    const wsdl = new WSDL(text, own, options);
    wsdl.onReady((error?: Error | null) => {
      if (error) return fail(error);
      wsdl.xmlnsInEnvelope = ''; // of this contract, of no concern to the other side
      done(wsdl);
    });
  });
}
