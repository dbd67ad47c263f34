import pino, { type DestinationStream } from 'pino'
import type { Log, LogFields } from './contracts/log.ts'
import { maskFields, maskText } from './privacy/mask-fields.ts'

/**
 * JSON lines on standard error; standard output is for people. Every line is masked here, so that a
 * field with a citizen's number in it is a mistake and no leak (promise 8).
 */
export function createLog(
  level: 'info' | 'warn' | 'error' | 'silent',
  to: DestinationStream = pino.destination(2),
): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, to)
  const line =
    (write: (fields: LogFields, event: string) => void) =>
    (event: string, fields: LogFields = {}): void =>
      write(maskFields(fields), maskText(event))
  return {
    info: line((fields, event) => logger.info(fields, event)),
    warn: line((fields, event) => logger.warn(fields, event)),
    alarm: line((fields, event) => logger.error(fields, event)),
  }
}
