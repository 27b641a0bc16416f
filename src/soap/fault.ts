/** SOAP faults: the one place that makes them, in the version of the request (messaging rules, 8.1). */
import { spelledWords } from '../contract/spelling.js';
import { escapeText, XmlWriter } from '../contract/xml-writer.js';
import type { ReplyType } from '../generated/Message.js';
import type { Finding } from '../message/finding.js';
import { faultReply } from '../message/replies.js';
import type { Operation } from '../generated/operations.js';
import type { Manner } from './dialects.js';
import { mannered } from './mannered.js';
import type { SoapVersion } from './envelope.js';

export type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

/** Ends the processing of a message with a fault. `operation` and `findings` fill its detail. */
export class SoapFault extends Error {
  /** How the message came, when that was not in the contract's own way. */
  manner?: Manner | undefined;
  /** What the detail says, instead of what the findings would. */
  reply?: ReplyType | undefined;

  constructor(
    readonly code: FaultCode,
    readonly reason: string,
    readonly version: SoapVersion,
    readonly operation?: Operation | undefined,
    readonly findings: readonly Finding[] = [],
    /** HTTP status other than the one of the SOAP binding: 413, 415, 503. */
    readonly status?: number | undefined,
  ) {
    super(reason);
    this.name = 'SoapFault';
  }
}

const codes12: Readonly<Record<FaultCode, string>> = {
  Client: 'Sender',
  Server: 'Receiver',
  VersionMismatch: 'VersionMismatch',
  MustUnderstand: 'MustUnderstand',
};

/** The same fault in the words of whoever sent the message: his namespaces, his form. */
export function inManner(fault: SoapFault, manner: Manner): SoapFault {
  const { code, version, operation, findings, status } = fault;
  const name = operation?.name;
  const wrapper = { typed: name, generic: 'message', bare: 'message' }[manner.form];
  const words = (text: string): string => {
    const named = spelledWords(text, manner.spelling);
    return name === undefined || wrapper === undefined ? named : named.replace(`${name}.`, `${wrapper}.`);
  };
  const told = findings.map((finding) => ({
    ...finding,
    ...(finding.path !== undefined && { path: words(finding.path) }),
    ...(finding.details !== undefined && { details: words(finding.details) }),
  }));
  const said = new SoapFault(code, words(fault.reason), version, operation, told, status);
  said.manner = manner;
  return said;
}

/** The fault as body element. Its detail is the noun's FaultMessage when the operation is known. */
export function faultBody(fault: SoapFault): string {
  const detail = fault.findings.length > 0 || fault.reply !== undefined ? detailOf(fault) : '';
  if (fault.version === '1.2')
    return (
      `<soap:Fault><soap:Code><soap:Value>soap:${codes12[fault.code]}</soap:Value></soap:Code>` +
      `<soap:Reason><soap:Text xml:lang="en">${escapeText(fault.reason)}</soap:Text></soap:Reason>` +
      `${detail && `<soap:Detail>${detail}</soap:Detail>`}</soap:Fault>`
    );
  return (
    `<soap:Fault><faultcode>soap:${fault.code}</faultcode><faultstring>${escapeText(fault.reason)}</faultstring>` +
    `${detail && `<detail>${detail}</detail>`}</soap:Fault>`
  );
}

/** SOAP 1.1 knows only 500; SOAP 1.2 blames the sender with 400 (part 2, 7.5.2.2). */
export function faultStatus(fault: SoapFault): number {
  if (fault.status !== undefined) return fault.status;
  return fault.version === '1.2' && fault.code === 'Client' ? 400 : 500;
}

function detailOf({ operation, findings, manner, reply = faultReply(findings) }: SoapFault): string {
  const message = { Reply: reply };
  if (manner !== undefined) return mannered(manner, operation, 'fault', message);
  if (operation === undefined) return '';
  const writer = new XmlWriter();
  operation.writeFault(writer, message);
  return writer.xml;
}
