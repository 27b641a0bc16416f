/** Writes a typed message as XML, for what is sent later than it is made. Implemented over contract/, handed in by main.ts. */

/** A message as it will stand in a SOAP Body, and the SOAPAction of the operation that takes it. */
export interface EncodedMessage {
  readonly xml: string;
  readonly action: string;
}

export interface MessageEncoder {
  /** A reply, as the element `<Noun>ResponseMessage`. */
  response(noun: string, message: object): EncodedMessage;
  /** An event (`created`, `changed` ...), as the element `Created<Noun>` and so on. */
  event(verb: string, noun: string, message: object): EncodedMessage;
}
