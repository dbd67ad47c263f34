/** An update before Telegram numbers it: `{ message: … }`, `{ callback_query: … }`, anything at all. */
export type Happening = Readonly<Record<string, unknown>>

export type Update = Happening & { readonly update_id: number }

/** What happened: the update's key beside its number. */
export function kindOf(update: Happening): string {
  return Object.keys(update).find((key) => key !== 'update_id') ?? 'nothing'
}

interface Inside {
  readonly id?: unknown
  readonly chat?: { readonly id?: unknown; readonly type?: unknown }
  readonly from?: { readonly id?: unknown }
  readonly message?: { readonly chat?: { readonly id?: unknown } }
}

function inside(update: Happening): Inside {
  const value = update[kindOf(update)]
  return typeof value === 'object' && value !== null ? (value as Inside) : {}
}

/** The chat in which it happened. */
export function chatOf(update: Happening): number | undefined {
  const { chat, message, from } = inside(update)
  const id = chat?.id ?? message?.chat?.id ?? from?.id
  return typeof id === 'number' ? id : undefined
}

/** The id of a pressed button's press, by which it is acknowledged. */
export function pressOf(update: Happening): string | undefined {
  const { id } = inside(update)
  return kindOf(update) === 'callback_query' && typeof id === 'string' ? id : undefined
}

/**
 * Within a queue the webhook's updates come one after the other. As in Telegram's own server a chat's
 * messages and its pressed buttons are in different queues, so that one may overtake the other.
 */
export function queueOf(update: Happening): string {
  const chat = chatOf(update)
  if (chat === undefined) return `${kindOf(update)}`
  return kindOf(update) === 'callback_query' ? `press ${chat}` : `chat ${chat}`
}
