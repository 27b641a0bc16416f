/** An issuer of bearer tokens as an OpenID provider is one: a real HTTP server with discovery and keys. */
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TokenIssuer {
  readonly url: string;
  /** How often its keys were fetched. */
  readonly fetched: number;
  /** A token that is good for `audience` and ten minutes unless `claims` say otherwise. */
  token(
    claims: JWTPayload,
    how?: { readonly kid?: string; readonly key?: CryptoKey | Uint8Array; readonly alg?: string },
  ): Promise<string>;
  /** Signs with another key from now on. */
  rotate(): Promise<void>;
  /** Whether it answers. */
  answers: boolean;
  close(): Promise<void>;
}

export const audience = 'cimgate';

export async function tokenIssuer(): Promise<TokenIssuer> {
  let number = 0;
  const next = async (): Promise<{ kid: string; privateKey: CryptoKey; jwk: object }> => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const kid = `key-${++number}`;
    return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' } };
  };
  let current = await next();
  const state = { fetched: 0, answers: true };
  const server = createServer((request, response) => {
    if (!state.answers) return void response.writeHead(503).end();
    response.setHeader('Content-Type', 'application/json');
    if (request.url === '/.well-known/openid-configuration')
      return void response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/keys` }));
    state.fetched++;
    response.end(JSON.stringify({ keys: [current.jwk] }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    get fetched() {
      return state.fetched;
    },
    get answers() {
      return state.answers;
    },
    set answers(value) {
      state.answers = value;
    },
    token: (claims, { kid = current.kid, key = current.privateKey, alg = 'ES256' } = {}) => {
      const now = Math.floor(Date.now() / 1000);
      return new SignJWT({ iss: url, aud: audience, iat: now, exp: now + 600, ...claims })
        .setProtectedHeader({ alg, kid })
        .sign(key);
    },
    rotate: async () => void (current = await next()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
