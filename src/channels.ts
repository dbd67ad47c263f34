import { join } from 'node:path'
import type express from 'express'
import { createTelegramChannel } from '../bots/telegram/channel.ts'
import { createWebChat } from '../bots/web/web-chat.ts'
import type { Config } from './config.ts'
import type { Channel, Limits } from './contracts/channel.ts'
import type { Content } from './core/content.ts'
import { channelName } from './core/ids.ts'
import type { Store } from './store/open.ts'

/** A channel of the house, on or off, in the words of `cli/words.ts`. */
export type ChannelState =
  | { readonly name: 'web' | 'telegram'; readonly on: true; readonly how: 'web' | 'webhook' | 'polling' }
  | {
      readonly name: 'web' | 'telegram'
      readonly on: false
      readonly why: 'disabled' | 'no-token' | 'profile' | 'web-disabled'
    }

export interface Channels {
  readonly all: readonly Channel[]
  readonly routers: readonly express.Router[]
  readonly states: readonly ChannelState[]
}

export interface ChannelDeps {
  readonly store: Store
  readonly content: Content
  readonly overloaded: () => boolean
}

/** Every messenger that the settings turn on; one that is off costs nothing. */
export async function createChannels(config: Config, deps: ChannelDeps): Promise<Channels> {
  const parts = [await webChat(config, deps), telegram(config, deps)]
  return {
    all: parts.flatMap((part) => part.channels),
    routers: parts.flatMap((part) => part.routers),
    states: parts.map((part) => part.state),
  }
}

interface Built {
  readonly channels: readonly Channel[]
  readonly routers: readonly express.Router[]
  readonly state: ChannelState
}

async function webChat(config: Config, { store, overloaded }: ChannelDeps): Promise<Built> {
  const name = 'web'
  if (config.web === undefined)
    return { channels: [], routers: [], state: { name, on: false, why: 'web-disabled' } }
  const title = { ru: config.operatorOfService ?? 'Okno', en: config.operatorOfService ?? 'Okno' }
  const { channel, router } = await createWebChat({
    name: channelName(name),
    feed: store.feed,
    nudges: store.nudges,
    clock: store.clock,
    origins: config.web.origins,
    cacheFolder: join(config.dataFolder, 'cache'),
    title,
    overloaded,
  })
  return { channels: [channel], routers: [router], state: { name, on: true, how: 'web' } }
}

function telegram({ telegram: settings }: Config, { content, store }: ChannelDeps): Built {
  const name = 'telegram'
  if ('off' in settings) return { channels: [], routers: [], state: { name, on: false, why: settings.off } }
  const menu = MENU.map((command) => ({ command, description: content.phrases[`command.${command}`] }))
  const channel = createTelegramChannel({ name: channelName(name), menu, ...settings }, store.clock)
  return { channels: [channel], routers: [], state: { name, on: true, how: settings.mode.kind } }
}

const MENU = ['start', 'help', 'human', 'bot', 'cancel', 'language'] as const

/** What a message is fitted to whose channel was turned off meanwhile: the least that any can show. */
export const LEAST_LIMITS: Limits = {
  text: 1_000,
  markup: 'none',
  buttons: undefined,
  list: undefined,
  perSecond: 1,
  idempotent: false,
  sendTimeoutMs: 15_000,
}
