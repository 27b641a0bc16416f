/** Reads what an EndDeviceControl says beside its type: the element as JSON, all of it optional. */
import { millisecondsIn } from '../../message/calendar.js';
import type { Json, JsonObject } from '../../ports/object-store.js';

const MINUTE = 60_000;
/** The last instant that is a date: minutes are floating point, and may go far beyond. */
const LAST_DATE = 8.64e15;

/** The text at a path such as `PanDisplay.textMessage`, without surrounding blanks; undefined when there is none. */
export function textAt(parameters: JsonObject, path: string): string | undefined {
  let at: Json | undefined = parameters;
  for (const step of path.split('.')) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = (at as Readonly<Record<string, Json | undefined>>)[step];
  }
  if (typeof at !== 'string' && typeof at !== 'number' && typeof at !== 'boolean') return undefined;
  const text = String(at).trim();
  return text === '' ? undefined : text;
}

export function numberAt(parameters: JsonObject, path: string): number | undefined {
  const text = textAt(parameters, path);
  const value = text === undefined ? NaN : Number(text);
  return Number.isFinite(value) ? value : undefined;
}

export function isTrue(parameters: JsonObject, path: string): boolean {
  return ['true', '1'].includes(textAt(parameters, path) ?? '');
}

/** Milliseconds since 1970; a time without zone is taken as UTC. */
export function timeAt(parameters: JsonObject, path: string): number | undefined {
  const text = textAt(parameters, path);
  return text === undefined ? undefined : millisecondsIn(text);
}

/**
 * From when to when something asked for by the element `action` (such as `PanDisplay`) holds: its own times, else those of
 * `primaryDeviceTiming`, else from `now` for as long as `otherwise` says. Never begins in the past.
 */
export function periodOf(
  parameters: JsonObject,
  action: string,
  now: number,
  otherwise = Infinity,
): { readonly from: number; readonly to: number } {
  const timing = 'primaryDeviceTiming';
  const start = timeAt(parameters, `${action}.startDateTime`) ?? timeAt(parameters, `${timing}.interval.start`) ?? now;
  const from = Math.max(start, now);
  if (isTrue(parameters, `${action}.durationIndefinite`) || isTrue(parameters, `${timing}.durationIndefinite`))
    return { from, to: Infinity };
  const minutes = numberAt(parameters, `${action}.duration`) ?? numberAt(parameters, `${timing}.duration`);
  const end = minutes === undefined ? from + otherwise : Math.round(start + minutes * MINUTE);
  return { from, to: end > LAST_DATE ? Infinity : Math.max(end, -LAST_DATE) };
}
