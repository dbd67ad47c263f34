import { OknoError } from '../core/errors.ts'
import { SendError } from '../core/send-error.ts'
import { StoreUnavailable } from '../core/store-unavailable.ts'

/**
 * A fault as a log may name it: its class, its code and where it happened. The free text of an error
 * stays out, it may quote what a citizen wrote (a JSON parser's does, a database's too) or a token.
 */
export function faultName(error: unknown): string {
  if (error instanceof SendError) return `${error.fault.kind}: ${error.message}`
  if (error instanceof OknoError || error instanceof StoreUnavailable) return error.code
  if (!(error instanceof Error)) return typeof error
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const where = /\(?([^\s()]+:\d+:\d+)\)?$/m.exec(firstFrame(error))?.[1] ?? ''
  return `${error.name}${code} at ${where.split('/').slice(-2).join('/')}`
}

/** Where it was thrown. The stack begins with the message, whose lines may look like anything. */
function firstFrame({ stack = '', message }: Error): string {
  const end = stack.indexOf(message) + message.length
  return stack.slice(end).split('\n')[1] ?? ''
}
