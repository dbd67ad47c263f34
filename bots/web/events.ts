import express from 'express'
import type { Feed } from '../../src/contracts/feed.ts'
import type { Nudges } from '../../src/contracts/nudges.ts'
import type { ChannelName } from '../../src/core/ids.ts'
import type { Address } from '../../src/core/message.ts'
import type { Door } from './door.ts'
import { openStream } from './event-stream.ts'
import { refuse } from './refusal.ts'
import { chatOf } from './token.ts'

export interface EventsDeps {
  readonly name: ChannelName
  readonly feed: Feed
  readonly nudges: Nudges
}

const STREAMS_PER_CHAT = 5

interface Watched {
  readonly wake: Set<() => void>
}

/** `GET /?after=<seq>`: one chat as server-sent events, from the item after `seq`, for as long as it is read. */
export function createEvents({ name, feed, nudges }: EventsDeps, door: Door): express.Router {
  const chats = new Map<string, Watched>()
  // One listener for all streams: with thousands of readers a nudge looks up its chat, it does not ask round.
  nudges.on('feed', (about) => {
    if (about === undefined) for (const { wake } of chats.values()) for (const look of wake) look()
    else if (about.channel === name) for (const look of chats.get(about.chat)?.wake ?? []) look()
  })

  const router = express.Router()
  router.get('/', (request, response) => {
    const chat = chatOf(request)
    if (chat === undefined) return refuse(request, response, 'token-missing')
    const after = Number(request.query['after'] ?? 0)
    if (!Number.isSafeInteger(after) || after < 0) return refuse(request, response, 'cursor-invalid')
    if (!door.open) return refuse(request, response, 'not-now')
    const watched = chats.get(chat) ?? { wake: new Set() }
    if (watched.wake.size >= STREAMS_PER_CHAT) return refuse(request, response, 'streams-too-many')

    const address: Address = { channel: name, chat }
    const stream = openStream(response, (seq, limit) => feed.after(address, seq, limit), after)
    chats.set(chat, watched)
    watched.wake.add(stream.look)
    const forget = door.onClose(stream.end)
    response.once('close', () => {
      forget()
      stream.end()
      watched.wake.delete(stream.look)
      if (watched.wake.size === 0) chats.delete(chat)
    })
  })
  return router
}
