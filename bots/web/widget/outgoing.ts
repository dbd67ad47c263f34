import type { Locale } from './locale.ts'

/** What the citizen says, in the words of the server's door. Sent again it bears the same id. */
export type Outgoing = { readonly id: string; readonly order: number; readonly locale: Locale } & Saying

export type Saying =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string; readonly label: string }
  | { readonly kind: 'command'; readonly command: 'start' | 'human' | 'language'; readonly rest?: string }
  | { readonly kind: 'stopped' }

/** Commands that the citizen did not say in words are not shown as said. */
export function isShown(saying: Saying): boolean {
  return (
    saying.kind === 'text' ||
    saying.kind === 'choice' ||
    (saying.kind === 'command' && saying.command === 'human')
  )
}

export type Posted =
  /** Durable. */
  | { readonly kind: 'kept' }
  /** It may be tried again, no sooner than after `afterMs`. */
  | { readonly kind: 'later'; readonly afterMs: number }
  /** It will never be taken. */
  | { readonly kind: 'refused' }

const POST_TIMEOUT_MS = 15_000

export async function post(server: string, token: string, message: Outgoing): Promise<Posted> {
  try {
    const response = await fetch(`${server}/chat/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(message),
      credentials: 'omit',
      // Browsers keep only short requests alive beyond the page, and refuse long ones.
      keepalive: message.kind === 'stopped',
      signal: AbortSignal.timeout(POST_TIMEOUT_MS),
    })
    if (response.ok) return { kind: 'kept' }
    if (response.status === 400 || response.status === 413) return { kind: 'refused' }
    return { kind: 'later', afterMs: 1000 * Number(response.headers.get('retry-after') ?? 0) || 0 }
  } catch {
    return { kind: 'later', afterMs: 0 }
  }
}
