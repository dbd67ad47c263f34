import { Refusal } from './refusal.ts'

/** Messages a second; a call over either is refused with how long to wait. */
export interface Rates {
  readonly perSecond: number
  readonly perChatPerSecond: number
}

export interface RateLimiter {
  /** Throws a 429 when it is too fast. */
  pass(chat: string): void
}

/** Windows of a second. `rates` undefined: as fast as one likes. */
export function createRateLimiter(rates: Rates | undefined, now: () => number): RateLimiter {
  let second = 0
  let sent = new Map<string, number>()
  const ALL = ''
  return {
    pass(chat) {
      if (rates === undefined) return
      const current = Math.floor(now() / 1000)
      if (current !== second) {
        second = current
        sent = new Map()
      }
      const all = sent.get(ALL) ?? 0
      const here = sent.get(chat) ?? 0
      if (all >= rates.perSecond || here >= rates.perChatPerSecond) {
        throw new Refusal(429, 'Too Many Requests: retry after 1', 1)
      }
      sent.set(ALL, all + 1)
      sent.set(chat, here + 1)
    },
  }
}
