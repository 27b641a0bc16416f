/** Files of the contract in another spelling, as they are served and as what is spelled so is valid by. */
import { partOf, spelled, spelledAction, wraps, type Spelling } from './spelling.js';
import { wrappedSchema } from './wrapping.js';

/** A file of the contract as a spelling has it: every namespace, service and action in it, and payloads as its envelope wraps them. */
export function spelledFile(text: string, spelling: Spelling): string {
  const file = wraps(spelling) ? wrappedSchema(text) : text;
  return file.replace(/(?<=["'])http:\/\/iec\.ch\/TC57\/2011\/[^"'<>\s]*(?=["'])/g, (uri) =>
    partOf(uri) === undefined ? spelledAction(uri, spelling) : spelled(uri, spelling),
  );
}
