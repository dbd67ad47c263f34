import type { Device } from './device.ts'
import type { Store } from './store.ts'

/** Whose chat this is: a secret that this browser made up. Whoever has it reads and writes the chat. */
export interface Session {
  /** Undefined while there is no chat. */
  token(): string | undefined
  /** Begins a chat. False when another tab was faster. */
  begin(): boolean
  /** Grows with every message of the chat, across tabs and through a clock that is set back. */
  nextOrder(): number
}

export const TOKEN_KEY = 'token'
const ORDER_KEY = 'order'
const TOKEN = /^[A-Za-z0-9_-]{43}$/

export function openSession(store: Store, device: Device): Session {
  function token(): string | undefined {
    const kept = store.get(TOKEN_KEY)
    return kept !== undefined && TOKEN.test(kept) ? kept : undefined
  }
  return {
    token,
    begin() {
      if (token() !== undefined) return false
      const made = base64url(device.bytes(32))
      store.set(TOKEN_KEY, made)
      return token() === made
    },
    nextOrder() {
      const last = Number(store.get(ORDER_KEY) ?? 0)
      const order = Math.max(device.now(), last + 1)
      store.set(ORDER_KEY, String(order))
      return order
    },
  }
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
