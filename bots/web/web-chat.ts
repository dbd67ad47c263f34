import express from 'express'
import type { Channel } from '../../src/contracts/channel.ts'
import type { Clock } from '../../src/contracts/clock.ts'
import type { Feed } from '../../src/contracts/feed.ts'
import type { Nudges } from '../../src/contracts/nudges.ts'
import type { ChannelName } from '../../src/core/ids.ts'
import type { Localized } from '../../src/core/locale.ts'
import { createChannel } from './channel.ts'
import { createDoor } from './door.ts'
import { createEvents } from './events.ts'
import { createMessages } from './messages.ts'
import { onlyFrom } from './origins.ts'
import { createPage } from './page.ts'
import { bundleWidget } from './widget-bundle.ts'
import { serveWidget } from './widget-script.ts'

export interface WebChatDeps {
  readonly name: ChannelName
  readonly feed: Feed
  readonly nudges: Nudges
  readonly clock: Clock
  /** Origins of other sites that may embed the widget; `*` allows all of them. */
  readonly origins: readonly string[]
  /** Where the bundled widget is kept until its sources change. */
  readonly cacheFolder: string
  /** What the demonstration page calls the service. */
  readonly title: Localized
  /** True while the gateway can take no more: the door then asks to come again later. */
  readonly overloaded: () => boolean
}

/**
 * The web chat: a channel, and the routes that browsers talk to. The server keeps no session; who has
 * the token has the chat. Rejects when the widget cannot be bundled.
 */
export async function createWebChat(
  deps: WebChatDeps,
): Promise<{ readonly channel: Channel; readonly router: express.Router }> {
  const door = createDoor()
  const router = express.Router()

  const script = await bundleWidget(deps.cacheFolder)
  router.get('/widget/okno.js', serveWidget(script))
  router.use('/chat', onlyFrom(deps.origins))
  router.use('/chat/messages', createMessages(deps, door))
  router.use('/chat/events', createEvents(deps, door))
  router.use(await createPage(deps.title))

  return { channel: createChannel(deps.name, door), router }
}
