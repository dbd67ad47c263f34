import type { Update } from './update.ts'

/** One update, from the citizen's finger to the bot's word that it has it. Times in ms UTC. */
export interface SentUpdate {
  readonly update: Update
  readonly pushedAt: number
  deliveries: number
  firstDeliveredAt: number | undefined
  /** The webhook answered 2xx, or a poll asked for what follows. */
  acknowledgedAt: number | undefined
}

/** One message that a citizen can see. */
export interface ReceivedMessage {
  readonly chat: string
  readonly messageId: number
  /** As it is read: without its markup. */
  readonly text: string
  readonly links: readonly string[]
  readonly buttons: readonly { readonly text: string; readonly data: string }[]
  readonly at: number
  /** False when a fault kept the answer from the bot: one repeat is then fair. */
  answered: boolean
}

/** Any other call that took effect. */
export interface OtherCall {
  readonly method: string
  readonly params: Readonly<Record<string, unknown>>
  readonly at: number
}

/** Everything that happened between the fake and the bot, to be compared with the bot's own books. */
export interface Ledger {
  readonly updates: ReadonlyMap<number, SentUpdate>
  readonly messages: readonly ReceivedMessage[]
  readonly calls: readonly OtherCall[]
  /** Calls by method, the failed ones too. */
  readonly counts: ReadonlyMap<string, number>
  messagesTo(chat: string | number): readonly ReceivedMessage[]
  pushed(update: Update): void
  delivered(updateId: number): void
  acknowledged(updateId: number): void
  received(message: ReceivedMessage): void
  called(call: OtherCall): void
  counted(method: string): void
  clear(): void
}

export function createLedger(): Ledger {
  const updates = new Map<number, SentUpdate>()
  const messages: ReceivedMessage[] = []
  const calls: OtherCall[] = []
  const counts = new Map<string, number>()
  return {
    updates,
    messages,
    calls,
    counts,
    messagesTo: (chat) => messages.filter((message) => message.chat === String(chat)),
    pushed(update) {
      updates.set(update.update_id, {
        update,
        pushedAt: Date.now(),
        deliveries: 0,
        firstDeliveredAt: undefined,
        acknowledgedAt: undefined,
      })
    },
    delivered(updateId) {
      const entry = updates.get(updateId)
      if (entry === undefined) return
      entry.deliveries++
      entry.firstDeliveredAt ??= Date.now()
    },
    acknowledged(updateId) {
      const entry = updates.get(updateId)
      if (entry !== undefined) entry.acknowledgedAt ??= Date.now()
    },
    received: (message) => void messages.push(message),
    called: (call) => void calls.push(call),
    counted: (method) => void counts.set(method, (counts.get(method) ?? 0) + 1),
    clear() {
      updates.clear()
      messages.length = 0
      calls.length = 0
      counts.clear()
    },
  }
}
