import type { JsonObject, ObjectName } from '../ports/object-store.js';

/** `Names` elements as every profile has them: the way back from `namesOf`. Undefined when there are none. */
export function nameElementsOf(names: readonly ObjectName[]): readonly JsonObject[] | undefined {
  if (names.length === 0) return undefined;
  return names.map(({ name, nameType, authority }): JsonObject => {
    if (nameType === undefined) return { name };
    const by: JsonObject = authority === undefined ? {} : { NameTypeAuthority: { name: authority } };
    return { name, NameType: { name: nameType, ...by } };
  });
}
