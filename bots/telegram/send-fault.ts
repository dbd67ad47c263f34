import { SendError, type SendFault } from '../../src/core/send-error.ts'

/** Telegram says so when it is too fast without saying for how long. */
const DEFAULT_RETRY_AFTER_S = 5

/**
 * What a failed call means for the message. The text is made of the method and a code alone: the
 * library's errors hold the token and what the citizen was told.
 */
export function toSendError(method: string, error: unknown): SendError {
  if (error instanceof SendError) return error
  const refusal = refusalOf(error)
  if (refusal !== undefined) return new SendError(faultOfRefusal(refusal), `${method}: ${refusal.code}`)
  const status = statusOf(error)
  if (status !== undefined) return new SendError(faultOfStatus(status), `${method}: HTTP ${status}, no JSON`)
  const code = codeOf(error)
  const kind = code !== undefined && NEVER_CONNECTED.has(code) ? 'unsent' : 'unknown'
  return new SendError({ kind }, `${method}: ${code ?? 'no readable answer'}`)
}

interface Refusal {
  readonly code: number
  readonly description: string
  readonly retryAfter: number | undefined
}

/** Telegram's own «no»: the library's `GrammyError`, known by its fields. */
function refusalOf(error: unknown): Refusal | undefined {
  const { error_code: code, description, parameters } = fieldsOf(error)
  if (typeof code !== 'number') return undefined
  const { retry_after: retryAfter } = fieldsOf(parameters)
  return {
    code,
    description: typeof description === 'string' ? description.toLowerCase() : '',
    retryAfter: typeof retryAfter === 'number' ? retryAfter : undefined,
  }
}

function faultOfRefusal({ code, description, retryAfter = DEFAULT_RETRY_AFTER_S }: Refusal): SendFault {
  switch (code) {
    case 400:
      return { kind: NOBODY_THERE.some((words) => description.includes(words)) ? 'gone' : 'invalid' }
    // A token of the wrong shape is «not found», one that was revoked «unauthorized».
    case 401:
    case 404:
      return { kind: 'auth' }
    case 403:
      return { kind: 'gone' }
    // Another process polls, or a webhook is still set: nothing was done, and it passes.
    case 409:
      return { kind: 'unsent' }
    case 429:
      return { kind: 'rate', retryAfterMs: retryAfter * 1000 }
    default:
      return { kind: code >= 400 && code < 500 ? 'invalid' : 'unknown' }
  }
}

/** 400s that speak of the chat and not of the message. */
const NOBODY_THERE = [
  'chat not found',
  'user not found',
  'peer_id_invalid',
  'chat_write_forbidden',
  'upgraded to a supergroup',
]

/** A proxy in between refused or redirected the call: Telegram has not seen it. A 5xx may hide a success. */
function faultOfStatus(status: number): SendFault {
  return { kind: status >= 300 && status < 500 ? 'unsent' : 'unknown' }
}

/** The connection was not made, so that not a byte of the call was written. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_FAIL',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'UND_ERR_CONNECT_TIMEOUT',
  'ERR_SSL_WRONG_VERSION_NUMBER',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

function statusOf(error: unknown): number | undefined {
  return within(error, ({ name, status }) =>
    name === 'NotBotApi' && typeof status === 'number' ? status : undefined,
  )
}

function codeOf(error: unknown): string | undefined {
  return within(error, ({ code, name }) => {
    if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,60}$/.test(code)) return code
    return name === 'AbortError' ? 'ABORTED' : undefined
  })
}

/** The first find in an error and what it wraps: the library keeps it in `error`, Node in `cause`. */
function within<Found>(error: unknown, find: (fields: Fields) => Found | undefined): Found | undefined {
  let inner = error
  for (let depth = 0; depth < 5 && inner !== undefined; depth++) {
    const fields = fieldsOf(inner)
    const found = find(fields)
    if (found !== undefined) return found
    inner = fields['error'] ?? fields['cause']
  }
  return undefined
}

type Fields = Readonly<Record<string, unknown>>

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}
