/** The log: one JSON line per entry, to standard error. Payloads never stand in it. */
import winston from 'winston';

export type Log = Pick<winston.Logger, 'error' | 'warn' | 'info' | 'http' | 'verbose' | 'debug'>;

/** @param level winston's npm levels; entries below it are dropped */
export function openLog(level: string): Log {
  return winston.createLogger({
    level,
    format: winston.format.combine(winston.format.timestamp(), winston.format.json()),
    transports: [
      new winston.transports.Console({ stderrLevels: ['error', 'warn', 'info', 'http', 'verbose', 'debug'] }),
    ],
  });
}
