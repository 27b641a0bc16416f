/**
 * The way in of a listener: finds out who calls by the TLS connection and the head of the request, before a body is read. Knows
 * nothing of what he may do, and leaves what stands in a message to soap.
 */
import type { X509Certificate } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import type { Caller, Entrance, Method } from '../message/caller.js';
import type { Principals, Verdict } from '../ports/principals.js';

type Code = NonNullable<Verdict['refused']> | '7.2';

/** Somebody was not let in. Without any secret, for the log and the audit. */
export interface TurnedAway {
  readonly listener: string;
  readonly remote: string | undefined;
  /** How he has tried to show who he is; undefined when he has not. */
  readonly method: Method | undefined;
  /** Who he says that he is, as far as that is known; not proved. */
  readonly claimed: string | undefined;
  readonly code: Code;
  readonly why: string;
}

export interface Refusal {
  readonly code: Code;
  readonly status: 401 | 403 | 503;
  /** What WWW-Authenticate is to say. */
  readonly challenges: readonly string[];
}

export type Entered =
  | { readonly entrance: Entrance; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly entrance?: undefined };

export interface WayInPorts {
  /** Name of the listener. */
  readonly listener: string;
  readonly accepts: readonly Method[];
  readonly principals: Principals;
  /** Whether what is not encrypted here is taken for encrypted: TLS ends at a proxy. */
  readonly allowUnencrypted: boolean;
  /** What the revocation lists of the listener say by now. */
  standing(certificate: X509Certificate): 'good' | 'revoked' | 'unknown';
  turnedAway(facts: TurnedAway): void;
}

export interface WayIn {
  readonly listener: string;
  /** Whether anybody is asked who he is. */
  readonly asks: boolean;
  /**
   * @param byMessage whether he may show it in a message that follows, where the listener takes that
   */
  enter(request: IncomingMessage, byMessage: boolean): Promise<Entered>;
  /** A client has connected whose certificate is no good, where one is required. */
  refuseConnection(socket: TLSSocket): void;
}

/** Longest name that is logged of somebody who is not known. */
const mostClaimed = 256;
const realm = 'realm="cimgate"';

interface Proof {
  readonly method: Method;
  readonly claimed: string | undefined;
  readonly verdict: Verdict;
}

export function wayIn(ports: WayInPorts): WayIn {
  const { accepts, principals, listener } = ports;
  const takes = (method: Method): boolean => accepts.includes(method);
  const inMessage = takes('usernameToken') || takes('signature');

  const byCertificate = (socket: unknown): Proof | undefined => {
    if (!takes('certificate') || !(socket instanceof TLSSocket)) return undefined;
    const certificate = certificateOf(socket);
    if (certificate === undefined) return undefined;
    const claimed = certificate.subject.replaceAll('\n', ',').slice(0, mostClaimed);
    return { method: 'certificate', claimed, verdict: verdictOf(socket, certificate) };
  };
  const verdictOf = (socket: TLSSocket, certificate: X509Certificate): Verdict => {
    const failed = tlsFailure(socket);
    if (failed !== undefined) return failed;
    const standing = ports.standing(certificate);
    if (standing === 'revoked') return { refused: '7.4', why: 'the certificate is revoked' };
    if (standing === 'unknown')
      return { refused: '7.1', why: 'there is no revocation list of its issuer that still holds' };
    return principals.ofCertificate(certificate);
  };

  const byHeader = async (
    { headers: { authorization = '' } }: IncomingMessage,
    encrypted: boolean,
    remote: string | undefined,
  ): Promise<Proof | undefined> => {
    const [, scheme = '', credentials = ''] = /^\s*(\S+)\s+(.*?)\s*$/.exec(authorization) ?? [];
    const method = scheme.toLowerCase();
    if ((method !== 'basic' && method !== 'bearer') || !takes(method)) return undefined;
    const open: Verdict = { refused: '7.6', why: `${method} came over a way that is not encrypted` };
    if (method === 'bearer')
      return { method, claimed: undefined, verdict: encrypted ? await principals.ofBearer(credentials) : open };
    const { user, password } = basicOf(credentials);
    if (user === undefined || password === undefined)
      return { method, claimed: undefined, verdict: { refused: '7.4', why: 'it is no Basic credential' } };
    const verdict = encrypted ? await principals.ofPassword(user, password, 'basic', remote) : open;
    return { method, claimed: user.slice(0, mostClaimed), verdict };
  };

  const turnAway = (code: Code, why: string, remote: string | undefined, proof?: Proof): Entered => {
    const { method, claimed } = proof ?? {};
    ports.turnedAway({ listener, remote, method, claimed, code, why });
    return { refusal: refusalFor(code, accepts, method) };
  };

  return {
    listener,
    asks: accepts.length > 0,
    async enter(request, byMessage) {
      const { socket } = request;
      const remote = socket.remoteAddress;
      const encrypted = socket instanceof TLSSocket || ports.allowUnencrypted;
      const proofs = [byCertificate(socket), await byHeader(request, encrypted, remote)].flatMap(
        (proof) => proof ?? [],
      );
      let caller: Caller | undefined;
      for (const proof of proofs) {
        const { verdict } = proof;
        if (verdict.refused !== undefined) return turnAway(verdict.refused, verdict.why, remote, proof);
        if (caller !== undefined && caller.principal !== verdict.caller.principal)
          return turnAway(
            '7.4',
            `it proves ${verdict.caller.principal}, the connection ${caller.principal}`,
            remote,
            proof,
          );
        caller ??= verdict.caller;
      }
      if (caller === undefined && !(byMessage && inMessage)) return turnAway('7.2', 'nothing shows who it is', remote);
      return { entrance: { listener, accepts, encrypted, remote, caller } };
    },
    refuseConnection(socket) {
      const certificate = certificateOf(socket);
      const claimed = certificate?.subject.replaceAll('\n', ',').slice(0, mostClaimed);
      const method = certificate === undefined ? undefined : 'certificate';
      const failed = certificate === undefined ? undefined : tlsFailure(socket);
      const { code, why } = { code: failed?.refused ?? ('7.2' as const), why: failed?.why ?? 'no certificate came' };
      ports.turnedAway({ listener, remote: socket.remoteAddress, method, claimed, code, why });
    },
  };
}

/** What TLS has found wrong with the chain of a client's certificate. */
function tlsFailure(socket: TLSSocket): Extract<Verdict, { readonly why: string }> | undefined {
  if (socket.authorized) return undefined;
  const reason = String(socket.authorizationError);
  const noList = /CRL/.test(reason) && !/REVOKED/.test(reason);
  return { refused: noList ? '7.1' : '7.4', why: `the certificate is not accepted: ${reason}` };
}

const certificatesOf = new WeakMap<TLSSocket, X509Certificate>();

/** A connection has one for all its life: there is no renegotiation. */
function certificateOf(socket: TLSSocket): X509Certificate | undefined {
  const before = certificatesOf.get(socket);
  if (before !== undefined) return before;
  const found = socket.getPeerX509Certificate();
  if (found !== undefined) certificatesOf.set(socket, found);
  return found;
}

/** What HTTP Basic says (RFC 7617). */
export function basicOf(credentials: string): { readonly user?: string; readonly password?: string } {
  const text = Buffer.from(credentials, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? {} : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

function refusalFor(code: Code, accepts: readonly Method[], method: Method | undefined): Refusal {
  if (code === '7.1') return { code, status: 503, challenges: [] };
  if (code === '7.3' || code === '7.6') return { code, status: 403, challenges: [] };
  const challenges = [
    ...(accepts.includes('basic') ? [`Basic ${realm}, charset="UTF-8"`] : []),
    ...(accepts.includes('bearer') ? [`Bearer ${realm}${method === 'bearer' ? ', error="invalid_token"' : ''}`] : []),
  ];
  // 401 must say how to do better (RFC 9110, 15.5.2)
  return { code, status: challenges.length > 0 ? 401 : 403, challenges };
}
