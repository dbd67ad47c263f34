import type { Api } from 'grammy'
import { SendError } from '../../src/core/send-error.ts'
import { nodeFetch } from './fetch.ts'
import { toSendError } from './send-fault.ts'

/** Longer than the longest poll, shorter than the library's 500 s. */
const LIBRARY_TIMEOUT_S = 30

export type LibrarySignal = NonNullable<Parameters<Api['getMe']>[0]>

/** Calls one method of the Bot API. Rejects with `SendError` only. */
export type CallBotApi = <Result>(
  method: string,
  signal: AbortSignal,
  call: (api: Api, signal: LibrarySignal) => Promise<Result>,
) => Promise<Result>

/** The library is loaded with the first call, so that a program without Telegram never loads it. */
export function createBotApi(token: string, apiRoot: string | undefined): CallBotApi {
  let loading: Promise<Api> | undefined
  const load = async () => {
    const { Api } = await import('grammy')
    return new Api(token, {
      ...(apiRoot === undefined ? {} : { apiRoot }),
      timeoutSeconds: LIBRARY_TIMEOUT_S,
      fetch: nodeFetch,
    })
  }
  return async (method, signal, call) => {
    loading ??= load()
    const api = await loading
    if (signal.aborted) throw new SendError({ kind: 'unsent' }, `${method}: given up before it began`)
    try {
      return await call(api, signal as unknown as LibrarySignal)
    } catch (error) {
      throw toSendError(method, error)
    }
  }
}
