import pino, { type Logger } from 'pino';
import type { LogLevel } from '../config.ts';

export type { Logger };

/** Structured lines on standard error; no token, password, mail address or body is ever handed to it. */
export function createLog(level: LogLevel): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  );
}
