/** Who sends a message, once that is proved; and what a listener asks of those who come to it. */

/**
 * How somebody shows who he is: a TLS client certificate, HTTP Basic, a bearer token (JWT), a WS-Security UsernameToken, an X.509
 * signature of the message.
 */
export const methods = ['certificate', 'basic', 'bearer', 'usernameToken', 'signature'] as const;
export type Method = (typeof methods)[number];

/**
 * What stands for the gateway itself where others have the name of a principal: in rules, in the audit, beside answers that are kept.
 * Nobody is called so: he would be taken for it, and would get its answers.
 */
export const gatewayNames = {
  /** Who has not shown who he is. */
  anonymous: 'anonymous',
  /** Of whom the audit says what the gateway does by itself. */
  itself: 'gateway',
  /** Who calls the API and has not shown who he is. */
  localOperator: 'local operator',
  /** Beside answers that were made later, and beside early parts of them. */
  laterAnswers: 'later-answers',
  partsOfReplies: 'parts of replies',
} as const;

/** Whether nobody else may be called so, in whatever letters. */
export function isGatewayName(name: string): boolean {
  return Object.values<string>(gatewayNames).includes(name.trim().toLowerCase());
}

/** A principal: somebody the settings name, with the roles they give him. Never taken from the Header of a message. */
export interface Caller {
  readonly principal: string;
  readonly roles: readonly string[];
  readonly method: Method;
}

/** The way by which a message came in. */
export interface Entrance {
  /** The listener's name, for logs and the audit. */
  readonly listener: string;
  /** What it takes as a proof; empty where nobody is asked who he is. */
  readonly accepts: readonly Method[];
  /** Whether the way is encrypted, or the settings vouch for it. */
  readonly encrypted: boolean;
  /** The address it came from, for the log and against those who guess. */
  readonly remote?: string | undefined;
  /** Who has proved himself on the way already (TLS, HTTP). */
  readonly caller?: Caller | undefined;
}
