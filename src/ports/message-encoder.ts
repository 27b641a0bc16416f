/** Writes a typed message as XML, for what is sent later than it is made. Implemented over contract/, handed in by main.ts. */

/** A message as it will stand in a SOAP Body, and the SOAPAction of the operation that takes it. */
export interface EncodedMessage {
  readonly xml: string;
  readonly action: string;
}

/** To whom a message goes: every endpoint may want to be spoken to in its own way. */
export interface Addressee {
  /** Name of a reply endpoint of the registry. */
  readonly endpoint: string;
  /** Of what a reply answers: the verb of the request. */
  readonly asked?: string | undefined;
}

export interface MessageEncoder {
  /** A reply, as the element `<Noun>ResponseMessage`, or as its addressee wants it. */
  response(noun: string, message: object, to?: Addressee): EncodedMessage;
  /** An event (`created`, `changed` ...), as the element `Created<Noun>` and so on, or as its addressee wants it. */
  event(verb: string, noun: string, message: object, to?: Addressee): EncodedMessage;
}
