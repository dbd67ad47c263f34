import { describe, expect, it } from '@jest/globals'
import { SendError } from '../../src/core/send-error.ts'
import { toSendError } from './send-fault.ts'

const refused = (error_code: number, description = '', parameters = {}) =>
  Object.assign(new Error(`Call to 'sendMessage' failed! (${error_code}: ${description})`), {
    error_code,
    description,
    parameters,
  })

/** As Node's fetch fails, in the library's wrapping. */
const broken = (code: string) => {
  const cause = Object.assign(new Error(`connect ${code} 149.154.167.220:443`), { code })
  const failed = new TypeError('fetch failed', { cause })
  return Object.assign(new Error("Network request for 'sendMessage' failed!"), { error: failed })
}

describe('a failed call', () => {
  it.each([
    [refused(400, 'Bad Request: message is too long'), 'invalid'],
    [refused(400, "Bad Request: can't parse entities: Unsupported start tag"), 'invalid'],
    [refused(400, 'Bad Request: chat not found'), 'gone'],
    [refused(400, 'Bad Request: group chat was upgraded to a supergroup chat'), 'gone'],
    [refused(401, 'Unauthorized'), 'auth'],
    [refused(404, 'Not Found'), 'auth'],
    [refused(403, 'Forbidden: bot was blocked by the user'), 'gone'],
    [refused(409, 'Conflict: terminated by other getUpdates request'), 'unsent'],
    [refused(413, 'Request Entity Too Large'), 'invalid'],
    [refused(500, 'Internal Server Error'), 'unknown'],
    [refused(502, 'Bad Gateway'), 'unknown'],
    [broken('ECONNREFUSED'), 'unsent'],
    [broken('ENOTFOUND'), 'unsent'],
    [broken('EAI_AGAIN'), 'unsent'],
    [broken('UND_ERR_CONNECT_TIMEOUT'), 'unsent'],
    [broken('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'unsent'],
    [broken('ECONNRESET'), 'unknown'],
    [broken('ETIMEDOUT'), 'unknown'],
    [broken('UND_ERR_SOCKET'), 'unknown'],
    [broken('UND_ERR_HEADERS_TIMEOUT'), 'unknown'],
    [new SyntaxError('Unexpected end of JSON input'), 'unknown'],
    [new TypeError("Cannot read properties of null (reading 'ok')"), 'unknown'],
    [undefined, 'unknown'],
  ])('%s is %s', (error, kind) => {
    expect(toSendError('sendMessage', error).fault).toEqual({ kind })
  })

  it('for its speed is repeated when Telegram says', () => {
    const error = refused(429, 'Too Many Requests: retry after 34', { retry_after: 34 })
    expect(toSendError('sendMessage', error).fault).toEqual({ kind: 'rate', retryAfterMs: 34_000 })
    expect(toSendError('sendMessage', refused(429)).fault).toMatchObject({ kind: 'rate' })
  })

  it('is told by method and code, and by no text of anybody', () => {
    const { message } = toSendError('sendMessage', refused(400, 'Bad Request: Анна Петрова not allowed'))
    expect(message).toBe('sendMessage: 400')
    expect(toSendError('getUpdates', broken('ECONNREFUSED')).message).toBe('getUpdates: ECONNREFUSED')
    expect(toSendError('getUpdates', new Error('bot123:TOKEN')).message).toBe(
      'getUpdates: no readable answer',
    )
  })

  it('that is told already is passed on', () => {
    const error = new SendError({ kind: 'invalid' }, 'sendMessage: no chat id')
    expect(toSendError('sendMessage', error)).toBe(error)
  })
})
