import { badRequest, Refusal } from './refusal.ts'

export type ChatState = 'open' | 'blocked' | 'deactivated' | 'left'

/** Whom the bot may write to: only who wrote to it, and has not blocked it since. */
export interface Chats {
  open(chat: number): void
  set(chat: number, state: ChatState): void
  /** Throws Telegram's refusal when the chat cannot be written to. */
  mustBeOpen(chat: number): void
}

export function createChats(): Chats {
  const states = new Map<number, ChatState>()
  return {
    open(chat) {
      if (!states.has(chat)) states.set(chat, 'open')
    },
    set: (chat, state) => void states.set(chat, state),
    mustBeOpen(chat) {
      switch (states.get(chat)) {
        case undefined:
          throw badRequest('chat not found')
        case 'blocked':
          throw new Refusal(403, 'Forbidden: bot was blocked by the user')
        case 'deactivated':
          throw new Refusal(403, 'Forbidden: user is deactivated')
        case 'left':
          throw new Refusal(403, 'Forbidden: bot is not a member of the supergroup chat')
        case 'open':
          return
      }
    },
  }
}
