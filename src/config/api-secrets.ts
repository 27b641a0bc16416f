/**
 * Where the secrets may be that somebody names by the API: whoever registers an endpoint has them sent there, and so must not be
 * able to name every file and variable that the gateway can read. What the settings file names is not bounded.
 */
import { resolve, sep } from 'node:path';
import { z } from 'zod';
import type { ReplyEndpointSettings } from './registrations.js';

export const apiSecrets = z.strictObject({
  /** Folders; what lies below them may be named. */
  files: z.array(z.string().startsWith('/', 'must be the absolute path of a folder')).max(100),
  /** Beginnings of the names of environment variables. */
  variables: z.array(z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the beginning of a variable name')).max(100),
});

export type ApiSecrets = z.infer<typeof apiSecrets>;

/** Secrets of an endpoint that stand where the API may not name them: a line each. */
export function apiSecretProblems({ auth, tls }: ReplyEndpointSettings, allowed: ApiSecrets): readonly string[] {
  const { basic, usernameToken, signature } = auth;
  const places = [
    ['auth.basic.password', basic?.password],
    ['auth.usernameToken.password', usernameToken?.password],
    ['auth.signature.key', signature?.key],
    ['auth.signature.certificate', signature?.certificate],
    ['tls.ca', tls.ca],
    ['tls.certificate', tls.certificate],
    ['tls.key', tls.key],
  ] as const;
  return places.flatMap(([path, secret]) => {
    if (secret === undefined || 'value' in secret) return [];
    if ('env' in secret)
      return allowed.variables.some((beginning) => secret.env.startsWith(beginning))
        ? []
        : [
            `${path}: by the API only ${told('variables', allowed.variables, 'that begin with ')} may be named (security.apiSecrets)`,
          ];
    const file = resolve(secret.file);
    return allowed.files.some((folder) => file.startsWith(resolve(folder).replace(/\/?$/, sep)))
      ? []
      : [`${path}: by the API only ${told('files', allowed.files, 'below ')} may be named (security.apiSecrets)`];
  });
}

function told(what: string, list: readonly string[], where: string): string {
  return list.length === 0 ? `no ${what}` : `${what} ${where}${list.join(', ')}`;
}
