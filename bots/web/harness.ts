import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import type { ChannelEvent, Hear } from '../../src/contracts/channel.ts'
import type { FeedItem } from '../../src/contracts/feed.ts'
import { channelName } from '../../src/core/ids.ts'
import type { Address } from '../../src/core/message.ts'
import { createWebChat, type WebChatDeps } from './web-chat.ts'

/** For the tests in this folder: the web chat behind real HTTP on loopback, with a feed in memory. */
export interface Harness {
  readonly url: string
  readonly heard: ChannelEvent[]
  /** Puts an item into a chat's feed and, unless told otherwise, nudges. */
  grow(chat: string, item: Partial<FeedItem>, options?: { readonly nudge: boolean }): void
  /** What hearing an event does; replace it to make it fail. */
  hear: Hear
  overloaded: boolean
  /** As the gateway does on its way out. */
  stopListening(): Promise<void>
  close(): Promise<void>
}

const NAME = channelName('web')
export const NOW = Date.UTC(2030, 4, 6, 10, 0)

export async function startHarness(
  changes: Partial<WebChatDeps> & { readonly listens?: boolean } = {},
): Promise<Harness> {
  const items = new Map<string, FeedItem[]>()
  const looks = new Set<(about: Address | undefined) => void>()
  const cacheFolder = await mkdtemp(join(tmpdir(), 'okno-web-'))
  const stop = new AbortController()
  const heard: ChannelEvent[] = []
  const { channel, router } = await createWebChat({
    name: NAME,
    feed: {
      async after({ chat }, seq, limit) {
        return (items.get(chat) ?? []).filter((item) => item.seq > seq).slice(0, limit)
      },
    },
    nudges: {
      on(_topic, look) {
        looks.add(look)
        return () => void looks.delete(look)
      },
    },
    clock: { now: () => NOW, monotonic: () => 0 },
    origins: [],
    cacheFolder,
    title: { ru: 'Поддержка', en: 'Support' },
    overloaded: () => harness.overloaded,
    ...changes,
  })
  const server = createServer(express().use(router))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  if (channel.door.kind !== 'pushed') throw new Error('the web chat is called by browsers')
  const listening =
    changes.listens === false
      ? Promise.resolve()
      : channel.door.listen((events) => harness.hear(events), stop.signal)

  const harness: Harness = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    grow(chat, item, { nudge } = { nudge: true }) {
      const chatItems = items.get(chat) ?? []
      items.set(chat, chatItems)
      const seq = chatItems.length + 1
      chatItems.push({
        seq,
        at: NOW,
        author: 'bot',
        key: undefined,
        text: `text ${seq}`,
        choices: [],
        ...item,
      })
      if (nudge) for (const look of looks) look({ channel: NAME, chat })
    },
    async hear(events) {
      heard.push(...events)
    },
    overloaded: false,
    async stopListening() {
      stop.abort()
      await listening
    },
    async close() {
      stop.abort()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(cacheFolder, { recursive: true })
    },
  }
  return harness
}
