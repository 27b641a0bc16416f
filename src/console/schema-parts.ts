/** Parts of which the schemas of the API are made. */
import type { JsonObject } from '../ports/object-store.js';

export const text = { type: 'string' } as const;
export const whole = { type: 'integer' } as const;
export const time = { type: 'string', format: 'date-time' } as const;
export const listOf = (name: string): JsonObject => ({
  type: 'array',
  items: { $ref: `#/components/schemas/${name}` },
});
export const object = (properties: JsonObject, required: readonly string[] = Object.keys(properties)): JsonObject => ({
  type: 'object',
  properties,
  required,
});
