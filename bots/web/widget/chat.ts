import { type Bubble, bubblesOf } from './bubble.ts'
import { type Line, openConnection } from './connection.ts'
import { type Device, uuid } from './device.ts'
import type { Item } from './item.ts'
import type { Locale } from './locale.ts'
import { OUTBOX_PREFIX, openOutbox } from './outbox.ts'
import { type Outgoing, post, type Saying } from './outgoing.ts'
import { openSession, TOKEN_KEY } from './session.ts'
import type { Store } from './store.ts'

export interface ChatState {
  readonly bubbles: readonly Bubble[]
  readonly line: Line
  /** The history has been read; what comes now is news. */
  readonly caughtUp: boolean
  /** The chat was ended and forgotten, here or in another tab; nothing of it is left. */
  readonly ended: boolean
  /** Replies that came since the panel was last open. */
  readonly unread: number
  /** Messages that the server does not have. */
  readonly unsent: number
}

/** The conversation, without its looks. */
export interface Chat {
  state(): ChatState
  /** Goes on with the chat that there is, where there is one. */
  resume(): void
  /** Begins a chat where there is none: the bot then greets. */
  begin(): void
  say(saying: Saying): void
  /** Everything up to now has been seen. */
  seen(): void
  /** Tells the server, and forgets everything on this device. */
  forget(): void
  /** Another tab changed this key of ours; `''` when all are gone. */
  noticed(key: string): void
  /** The line or the page is back: what waits is tried now. */
  hurry(): void
  /** Stops reading, until resumed. */
  rest(): void
}

export interface ChatDeps {
  readonly server: string
  readonly store: Store
  readonly device: Device
  readonly locale: () => Locale
  readonly changed: () => void
}

const SEEN_KEY = 'seen'
const FAREWELLS = 3

export function openChat({ server, store, device, locale, changed }: ChatDeps): Chat {
  const session = openSession(store, device)
  let items: Item[] = []
  let line: Line = 'off'
  let caughtUp = false
  let ended = false

  const outbox = openOutbox({
    store,
    device,
    changed,
    send(message) {
      const token = session.token()
      return token === undefined ? undefined : post(server, token, message)
    },
  })
  const connection = openConnection({
    server,
    device,
    token: session.token,
    after: lastSeq,
    hear(item) {
      if (item.seq <= lastSeq()) return
      items.push(item)
      if (item.key !== undefined) outbox.settle(new Set([item.key]))
      if (caughtUp) changed()
    },
    caughtUp() {
      caughtUp = true
      changed()
    },
    changed(now) {
      if (now === line) return
      line = now
      if (now === 'live') outbox.flush()
      changed()
    },
  })

  function lastSeq(): number {
    return items.at(-1)?.seq ?? 0
  }
  function outgoing(saying: Saying): Outgoing {
    return { id: uuid(device), order: session.nextOrder(), locale: locale(), ...saying }
  }
  function drop(): void {
    connection.stop()
    items = []
    caughtUp = false
    ended = true
  }

  return {
    state() {
      const entries = outbox.entries()
      const seen = Number(store.get(SEEN_KEY) ?? 0)
      return {
        bubbles: bubblesOf(items, entries, outbox.failing),
        line,
        caughtUp,
        ended,
        unread: items.filter((item) => item.author !== 'citizen' && item.seq > seen).length,
        unsent: entries.filter((entry) => entry.state === 'waiting').length,
      }
    },
    resume() {
      connection.start()
      outbox.flush()
    },
    begin() {
      ended = false
      if (session.begin()) outbox.add(outgoing({ kind: 'command', command: 'start' }))
      connection.start()
      changed()
    },
    say(saying) {
      this.begin()
      outbox.add(outgoing(saying))
    },
    seen() {
      const last = lastSeq()
      if (session.token() !== undefined && last > Number(store.get(SEEN_KEY) ?? 0))
        store.set(SEEN_KEY, String(last))
    },
    forget() {
      const token = session.token()
      const goodbye = outgoing({ kind: 'stopped' })
      drop()
      // First, so that no other tab takes the rest for a chat that goes on, and writes.
      store.remove(TOKEN_KEY)
      store.clear()
      if (token !== undefined) void sayGoodbye(server, token, goodbye)
      changed()
    },
    noticed(key) {
      const token = session.token()
      const hasSome = line !== 'off' || items.length > 0
      if (token === undefined && hasSome && (key === TOKEN_KEY || key === '')) drop()
      if (token !== undefined && key === TOKEN_KEY) {
        drop()
        ended = false
        connection.start()
      }
      if (key === '' || key === TOKEN_KEY || key === SEEN_KEY || key.startsWith(OUTBOX_PREFIX)) changed()
    },
    hurry() {
      connection.start()
      connection.hurry()
      outbox.flush()
    },
    rest: () => connection.stop(),
  }
}

/** The token is forgotten already and lives here alone, so there are a few tries and no more. */
async function sayGoodbye(server: string, token: string, goodbye: Outgoing): Promise<void> {
  for (let tries = 0; tries < FAREWELLS; tries++) {
    const { kind } = await post(server, token, goodbye)
    if (kind !== 'later') return
    await new Promise((resolve) => setTimeout(resolve, 2000))
  }
}
