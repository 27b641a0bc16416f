/**
 * What must stand in the configuration file about who may come in: TLS of a listener, what it takes as a proof, further listeners,
 * and the principals (docs/authentication.md). Knows nothing of how a proof is checked.
 */
import { z } from 'zod';
import { apiSecrets } from './api-secrets.js';
import { policySettings } from './policy.js';
import { wsSecurity } from './ws-security.js';
import { name, secret } from './registrations.js';
import { formerStorageKeys, storageKey } from './storage-key.js';

const method = z.enum(['certificate', 'basic', 'bearer', 'usernameToken', 'signature']);
/** What a listener takes as a proof; empty where nobody is asked. */
const authentication = z
  .array(method)
  .refine((all) => new Set(all).size === all.length, 'names a method twice')
  .default([]);

/** How a listener shows itself, and what it wants to see of who calls; PEM. */
export const listenerTls = z
  .strictObject({
    certificate: secret,
    key: secret,
    /** Who may have issued the certificates of clients. */
    clientAuthorities: secret.optional(),
    /** Lists of what these have revoked. */
    revocationList: secret.optional(),
    clientCertificates: z.enum(['none', 'asked', 'required']).default('none'),
    least: z.enum(['TLSv1.2', 'TLSv1.3']).default('TLSv1.2'),
  })
  .refine(({ clientCertificates: wanted, clientAuthorities: by }) => wanted === 'none' || by !== undefined, {
    message: 'certificates of clients need authorities: give clientAuthorities, or set clientCertificates to none',
    path: ['clientAuthorities'],
  });

/** Another address at which the gateway serves all that it serves at `host` and `port`. */
export const listener = z.strictObject({
  name: name.refine((text) => text !== 'main', 'must not be "main": so the listener at host and port is called'),
  host: z.string().min(1),
  port: z.int().min(0).max(65535),
  tls: listenerTls.optional(),
  authentication,
});

const certificate = z
  .strictObject({
    subject: z.string().regex(/^[A-Za-z0-9.]+=/, 'must be a distinguished name such as CN=cis,O=Utility'),
    fingerprint256: z
      .string()
      .regex(
        /^([0-9A-Fa-f]{2}:?){32}$/,
        'must be the 64 hexadecimal digits of a SHA-256 fingerprint, with or without colons',
      ),
    subjectAltName: z
      .string()
      .regex(/^(DNS|URI|email|IP Address):.+$/, 'must be such as DNS:cis.example or URI:urn:example:cis'),
    certificate: secret,
  })
  .partial()
  .refine(
    (given) => Object.keys(given).length === 1,
    'must be one of subject, fingerprint256, subjectAltName, certificate',
  );

/** Somebody who may come in. */
export const principal = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(256)
      .regex(/^[^:\p{Cc}]+$/u, 'must have no colon and no control characters'),
    roles: z.array(z.string().trim().min(1).max(64)).max(50).default([]),
    certificates: z.array(certificate).max(20).default([]),
    /** In the clear, as a digest needs it. */
    password: secret.optional(),
    /** What `cimgate password` prints. */
    passwordHash: z
      .string()
      .regex(
        /^\$scrypt\$ln=1[4-7],r=8,p=[1-5]\$[A-Za-z0-9+/]{22,86}\$[A-Za-z0-9+/]{43}$/,
        'must be what "cimgate password" prints',
      )
      .optional(),
    bearer: z.strictObject({ subject: z.string().min(1).max(512) }).optional(),
  })
  .refine(({ password, passwordHash }) => password === undefined || passwordHash === undefined, {
    message: 'a password is given in the clear or as passwordHash, not both',
    path: ['passwordHash'],
  });

/** Keys come over a way on which nobody can change them: https, or the machine itself. */
function isTrusted(given: string): boolean {
  if (!URL.canParse(given)) return false;
  const { protocol, hostname, username, hash } = new URL(given);
  const local = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(hostname);
  return (protocol === 'https:' || (protocol === 'http:' && local)) && username === '' && hash === '';
}
const trusted = 'must be an https address, or an http one of this machine';

const bearer = z
  .strictObject({
    /** Who issues the tokens, as it stands in them; without `jwks` its keys are found by OpenID Connect Discovery. */
    issuer: z.string().min(1).max(2048),
    /** What the tokens must be meant for. */
    audience: z.string().min(1).max(2048),
    jwks: z
      .union([
        z.strictObject({ file: z.string().min(1) }),
        z.strictObject({ url: z.string().refine(isTrusted, trusted) }),
      ])
      .optional(),
    principalClaim: z.string().min(1).max(256).default('sub'),
    rolesClaim: z.string().min(1).max(256).optional(),
    algorithms: z
      .array(z.enum(['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA']))
      .min(1)
      .default(['RS256', 'PS256', 'ES256', 'EdDSA']),
    /** Seconds by which clocks may differ. */
    clockTolerance: z.int().min(0).max(600).default(60),
  })
  .refine(({ issuer, jwks }) => jwks !== undefined || isTrusted(issuer), {
    message: `an issuer whose keys are to be found ${trusted}; or give jwks`,
    path: ['issuer'],
  });

export const security = z.strictObject({
  allowAnonymous: z.boolean(),
  allowUnencrypted: z.boolean().default(false),
  storageKey: storageKey.default(null),
  formerStorageKeys: formerStorageKeys.default([]),
  apiSecrets: apiSecrets.default({ files: [], variables: [] }),
  authentication,
  principals: z.array(principal).max(10_000).default([]),
  /** A file with further principals: a list of the same shape. */
  principalsFile: z.string().min(1).optional(),
  bearer: bearer.optional(),
  signature: z
    .strictObject({ authorities: z.array(secret).min(1).max(20), revocationList: secret.optional() })
    .optional(),
  /** How many wrong passwords of one name from one address are looked at in so many milliseconds. */
  attempts: z
    .strictObject({ failures: z.int().min(1).default(10), window: z.int().min(1).default(60_000) })
    .prefault({}),
  /** Milliseconds after which a changed file is noticed. */
  fileCheck: z.int().min(10).max(86_400_000).default(5_000),
  wsSecurity: wsSecurity.prefault({}),
  ...policySettings,
});

export type ListenerTlsSettings = z.infer<typeof listenerTls>;
export type ListenerSettings = z.infer<typeof listener>;
export type PrincipalSettings = z.infer<typeof principal>;
export type SecuritySettings = z.infer<typeof security>;
