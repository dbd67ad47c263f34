/** What the fake platform sent, and what its citizens received. */
export interface PlatformLedger {
  readonly sent: readonly { readonly key: string; readonly chat: string; readonly isPrivate: boolean }[]
  readonly received: readonly { readonly chat: string; readonly text: string }[]
}

/** What the store holds. */
export interface StoreLedger {
  readonly inbox: readonly {
    readonly key: string
    readonly chat: string
    readonly status: 'new' | 'done' | 'dead'
  }[]
  /** Transcript rows of the citizens' messages, in the order of their conversations. */
  readonly turned: readonly {
    readonly key: string
    readonly chat: string
    /** Within a queue the platform keeps the order. */
    readonly queue: string
    readonly order: number
  }[]
  readonly outbox: readonly {
    readonly chat: string
    readonly text: string
    readonly status: 'sent' | 'dead' | 'open' | 'withdrawn'
    readonly unknowns: number
  }[]
  /** Outcomes that hand over, and whether their conversation has a ticket. */
  readonly handoffs: readonly { readonly chat: string; readonly ticket: boolean; readonly lateMs: number }[]
}

export interface Agreement {
  /** Acknowledged updates that the store does not have, or that had no turn. */
  readonly lostIn: number
  readonly turnedTwice: number
  readonly orderIn: number
  /** Replies that the store calls sent and nobody received, and replies left in the outbox. */
  readonly lostOut: number
  readonly orderOut: number
  /** Repeats where an outcome was unknown, which promise 6 allows once, and all others. */
  readonly repeatsAllowed: number
  readonly repeatsForbidden: number
  /** Given up after two unknown outcomes, as promise 6 demands; shown to operators. */
  readonly unconfirmed: number
  readonly withoutTicket: number
  readonly latestTicketMs: number
}

/** Compares both ledgers; every figure but `repeatsAllowed`, `unconfirmed` and the last must be 0. */
export function compare(platform: PlatformLedger, store: StoreLedger): Agreement {
  const turns = new Map<string, number>()
  for (const { key } of store.turned) turns.set(key, (turns.get(key) ?? 0) + 1)
  const acknowledged = platform.sent.filter((update) => update.isPrivate)
  const chats = [...new Set([...acknowledged, ...store.outbox].map((each) => each.chat))]
  const queues = ordersByQueue(store.turned)
  const out = chats.map((chat) => replies(platform, store, chat))
  const sum = (of: keyof (typeof out)[number]) => out.reduce((total, each) => total + each[of], 0)
  return {
    lostIn: acknowledged.filter(({ key }) => turns.get(key) === undefined).length,
    turnedTwice: [...turns.values()].filter((count) => count > 1).length,
    orderIn: queues.filter((queue) => !isAscending(queue)).length,
    lostOut: sum('lost'),
    orderOut: sum('disorder'),
    repeatsAllowed: sum('allowed'),
    repeatsForbidden: sum('forbidden'),
    unconfirmed: sum('unconfirmed'),
    withoutTicket: store.handoffs.filter((each) => !each.ticket).length,
    latestTicketMs: Math.max(0, ...store.handoffs.map((each) => each.lateMs)),
  }
}

interface Counts {
  readonly lost: number
  readonly disorder: number
  readonly allowed: number
  readonly forbidden: number
  readonly unconfirmed: number
}
const NONE: Counts = { lost: 0, disorder: 0, allowed: 0, forbidden: 0, unconfirmed: 0 }

/**
 * Lays what one citizen received beside what the store sent them, so that as little as possible is
 * wrong: each reply once, in order, and once more where an outcome was unknown. An alignment as of two
 * texts, by dynamic programming, since equal replies may follow each other.
 */
function replies(platform: PlatformLedger, store: StoreLedger, chat: string): Counts {
  const received = platform.received.filter((each) => each.chat === chat).map((each) => each.text)
  const rows = store.outbox.filter((each) => each.chat === chat)
  // best[p]: the least wrong way to explain the first p received messages by the rows so far.
  let best = received
    .map((_, p) => ({ ...NONE, disorder: p }))
    .concat([{ ...NONE, disorder: received.length }])
  for (const row of rows) {
    best = best.map((_, p) => {
      const ways = [0, 1, 2, 3].flatMap((times) => {
        const before = best[p - times]
        const isIt = received.slice(Math.max(0, p - times), p).every((text) => text === row.text)
        return before !== undefined && isIt ? [add(before, explained(row, times))] : []
      })
      return leastWrong(ways)
    })
    // A message that no row explains may stand anywhere.
    for (let p = 1; p < best.length; p++) {
      const before = best[p - 1] ?? NONE
      best[p] = leastWrong([best[p] ?? NONE, { ...before, disorder: before.disorder + 1 }])
    }
  }
  return best[received.length] ?? NONE
}

function explained({ status, unknowns }: StoreLedger['outbox'][number], times: number): Counts {
  const repeats = Math.max(0, times - 1)
  const allowed = Math.min(repeats, unknowns, 1)
  const isLost = status === 'open' || (status === 'sent' && times === 0)
  return {
    ...NONE,
    lost: isLost ? 1 : 0,
    allowed,
    forbidden: repeats - allowed,
    unconfirmed: status === 'dead' ? 1 : 0,
  }
}

function add(a: Counts, b: Counts): Counts {
  return {
    lost: a.lost + b.lost,
    disorder: a.disorder + b.disorder,
    allowed: a.allowed + b.allowed,
    forbidden: a.forbidden + b.forbidden,
    unconfirmed: a.unconfirmed + b.unconfirmed,
  }
}

/** A repeat is called a repeat rather than a message from nowhere, where it may be either. */
const wrong = ({ lost, disorder, forbidden, allowed }: Counts): number =>
  1_000 * forbidden + 1_001 * disorder + 1_002 * lost + allowed

function leastWrong(ways: readonly Counts[]): Counts {
  return ways.reduce(
    (least, way) => (wrong(way) < wrong(least) ? way : least),
    ways[0] ?? { ...NONE, lost: 1e6 },
  )
}

function ordersByQueue(turned: StoreLedger['turned']): number[][] {
  const orders = new Map<string, number[]>()
  for (const { chat, queue, order } of turned) {
    const name = `${chat} ${queue}`
    orders.set(name, [...(orders.get(name) ?? []), order])
  }
  return [...orders.values()]
}

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0))
