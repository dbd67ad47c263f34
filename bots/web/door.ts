import type { ChannelEvent, Hear } from '../../src/contracts/channel.ts'

/** Joins the HTTP routes, which are always there, to the gateway, which listens for a while. */
export interface Door {
  listen(hear: Hear, until: AbortSignal): Promise<void>
  /** Resolves when the event is durable; rejects when it is not, or when nobody listens. */
  tell(event: ChannelEvent): Promise<void>
  readonly open: boolean
  /** Calls back once when the gateway stops listening. Returns how to be left alone. */
  onClose(close: () => void): () => void
}

export function createDoor(): Door {
  let hear: Hear | undefined
  const closing = new Set<() => void>()

  return {
    async listen(listener, until) {
      if (until.aborted) return
      hear = listener
      await new Promise<void>((resolve) => until.addEventListener('abort', () => resolve(), { once: true }))
      hear = undefined
      for (const close of closing) close()
      closing.clear()
    },
    async tell(event) {
      if (hear === undefined) throw new Error('the gateway does not listen')
      await hear([event])
    },
    get open() {
      return hear !== undefined
    },
    onClose(close) {
      closing.add(close)
      return () => void closing.delete(close)
    },
  }
}
