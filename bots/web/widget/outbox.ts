import { backoff } from './backoff.ts'
import type { Device } from './device.ts'
import { isShown, type Outgoing, type Posted } from './outgoing.ts'
import type { Store } from './store.ts'

/** A message on its way, kept until the server has shown it back. */
export interface Entry {
  readonly message: Outgoing
  readonly at: number
  /** waiting: to be sent · kept: the server has it · refused: the server will never take it. */
  readonly state: 'waiting' | 'kept' | 'refused'
}

export interface Outbox {
  /** In the order they were said, those of other tabs too. */
  entries(): readonly Entry[]
  /** True while sending fails and is tried again. */
  readonly failing: boolean
  add(message: Outgoing): void
  /** Sends what waits, now. */
  flush(): void
  /** The server has shown these back. */
  settle(ids: ReadonlySet<string>): void
  remove(id: string): void
}

export const OUTBOX_PREFIX = 'out.'
/** What the server took and never showed is shown as said for so long, ms. */
const KEPT_FOR_MS = 24 * 3600 * 1000

/**
 * One key an entry, so that tabs never overwrite each other's. Every tab may send every entry: the
 * server knows a repeated id.
 */
export function openOutbox(deps: {
  readonly store: Store
  readonly device: Device
  /** Undefined while there is no chat to send to. */
  readonly send: (message: Outgoing) => Promise<Posted> | undefined
  readonly changed: () => void
}): Outbox {
  const { store, device, changed } = deps
  let sending = false
  let again = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function read(key: string): Entry | undefined {
    try {
      return JSON.parse(store.get(key) ?? 'null') ?? undefined
    } catch {
      return undefined
    }
  }
  function write(entry: Entry): void {
    store.set(OUTBOX_PREFIX + entry.message.id, JSON.stringify(entry))
  }
  function entries(): Entry[] {
    const all = store.keys(OUTBOX_PREFIX).map(read)
    return all.filter((entry) => entry !== undefined).sort((a, b) => a.message.order - b.message.order)
  }

  /** False when sending is to be tried later. */
  async function sendOne(entry: Entry): Promise<boolean> {
    const posted = await deps.send(entry.message)
    clearTimeout(timer)
    if (posted === undefined) return false
    // Forgotten, or settled by the feed, while it was under way.
    const still = read(OUTBOX_PREFIX + entry.message.id) !== undefined
    if (posted.kind === 'later') {
      const wait = Math.max(posted.afterMs, backoff(failures++, device.chance()))
      timer = setTimeout(flush, wait)
      return false
    }
    failures = 0
    if (!still) return true
    if (posted.kind === 'refused') write({ ...entry, state: 'refused' })
    else if (isShown(entry.message)) write({ ...entry, state: 'kept' })
    else store.remove(OUTBOX_PREFIX + entry.message.id)
    return true
  }

  async function drain(): Promise<void> {
    let going = true
    while (going) {
      again = false
      const next = entries().find((entry) => entry.state === 'waiting')
      going = next !== undefined && (await sendOne(next))
      changed()
      going ||= again
    }
  }

  function flush(): void {
    clearTimeout(timer)
    again = sending
    if (sending) return
    sending = true
    void drain().finally(() => {
      sending = false
    })
  }

  for (const { message, at, state } of entries()) {
    if (state === 'kept' && at < device.now() - KEPT_FOR_MS) store.remove(OUTBOX_PREFIX + message.id)
  }

  return {
    entries,
    get failing() {
      return failures > 0
    },
    add(message) {
      write({ message, at: device.now(), state: 'waiting' })
      changed()
      flush()
    },
    flush,
    settle(ids) {
      for (const key of store.keys(OUTBOX_PREFIX))
        if (ids.has(key.slice(OUTBOX_PREFIX.length))) store.remove(key)
    },
    remove: (id) => store.remove(OUTBOX_PREFIX + id),
  }
}
