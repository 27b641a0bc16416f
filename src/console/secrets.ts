/** Secrets in what goes through the API: they go in and never come out. */
import type { Json, JsonObject } from '../ports/object-store.js';

/** A copy with every secret that is given as such replaced by the word that there is one; where a secret is may be told. */
export function withoutSecrets(value: JsonObject): JsonObject {
  return mapped(value, (inner) => (isSecretValue(inner) ? { kept: true } : undefined));
}

/** The other way: where the caller gives back the word that there is a secret, the one of `before` stays. */
export function withKeptSecrets(given: JsonObject, before: JsonObject | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(given).map(([key, inner]) => {
      if (!isObject(inner)) return [key, inner];
      const former = before?.[key];
      if (inner['kept'] === true && isSecretValue(former)) return [key, former];
      return [key, withKeptSecrets(inner, isObject(former) ? former : undefined)];
    }),
  );
}

/** Whether the caller gives back the word that there is a secret, anywhere. */
export function keepsSecrets(given: JsonObject): boolean {
  return Object.values(given).some((inner) => isObject(inner) && (inner['kept'] === true || keepsSecrets(inner)));
}

function mapped(value: JsonObject, instead: (inner: Json | undefined) => Json | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      instead(inner) ?? (isObject(inner) ? mapped(inner, instead) : inner),
    ]),
  );
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether this is a secret given as such (in clear, or encrypted as the store has it), and not by the place where it is. */
function isSecretValue(value: Json | undefined): boolean {
  if (!isObject(value) || Object.keys(value).length !== 1) return false;
  return typeof value['value'] === 'string' || typeof value['sealed'] === 'string';
}
