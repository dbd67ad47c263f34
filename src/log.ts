import pino from 'pino'
import type { Log } from './contracts/log.ts'

/** JSON lines on standard error; standard output is for people. */
export function createLog(level: 'info' | 'warn' | 'error' | 'silent'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
  return {
    info: (event, fields) => logger.info(fields ?? {}, event),
    warn: (event, fields) => logger.warn(fields ?? {}, event),
    alarm: (event, fields) => logger.error(fields ?? {}, event),
  }
}
