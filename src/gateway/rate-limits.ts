/** What a platform's «too fast» is about: it does not say whether one chat or all of them. */
export interface RateLimits {
  /**
   * Notes that a chat was refused until then, ms UTC. True when another chat is refused at the same
   * time: then it is all of them, and asking on for a third would only prolong it.
   */
  refused(chat: string, until: number, now: number): boolean
}

export function createRateLimits(): RateLimits {
  const chats = new Map<string, number>()
  return {
    refused(chat, until, now) {
      for (const [known, end] of chats) if (end <= now) chats.delete(known)
      chats.set(chat, until)
      return chats.size > 1
    },
  }
}
