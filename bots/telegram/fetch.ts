import type { ApiClientOptions } from 'grammy'

type LibraryFetch = NonNullable<ApiClientOptions['fetch']>

/** Something that is no Bot API answered: a proxy's page, a firewall's. */
export class NotBotApi extends Error {
  override readonly name = 'NotBotApi'
  readonly status: number

  constructor(status: number) {
    super(`HTTP ${status} without JSON`)
    this.status = status
  }
}

/**
 * Node's own fetch in the place of the library's (node-fetch 2), which loses the status of an answer
 * that is no JSON, cannot tell a connection never made from one that broke, and writes the token into
 * its errors. Redirects are not followed: the address that is called holds the token.
 */
export const nodeFetch = (async (url: string, init: LibraryInit): Promise<Response> => {
  const response = await fetch(url, {
    method: init.method ?? 'GET',
    headers: init.headers ?? {},
    body: init.body ?? null,
    signal: nativeSignal(init.signal),
    redirect: 'manual',
  })
  if (response.headers.get('content-type')?.includes('json') === true) return response
  await response.body?.cancel()
  throw new NotBotApi(response.status)
}) as unknown as LibraryFetch

interface LibraryInit {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly signal?: LibrarySignal
}

/** The library makes its signals with a package of its own, which Node's fetch does not accept. */
interface LibrarySignal {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
}

function nativeSignal(signal: LibrarySignal | undefined): AbortSignal | null {
  if (signal === undefined) return null
  const controller = new AbortController()
  if (signal.aborted) controller.abort()
  else signal.addEventListener('abort', () => controller.abort())
  return controller.signal
}
