import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Router } from 'express'
import type { DeskDeps } from '../handoff/desk/deps.ts'
import { createDesk } from '../handoff/desk/desk.ts'
import { buildInbox } from '../handoff/inbox/build.ts'
import { createInbox, type Inbox } from '../handoff/inbox/inbox.ts'
import { type ChannelState, createChannels, LEAST_LIMITS } from './channels.ts'
import type { Config } from './config.ts'
import type { Channel, Limits } from './contracts/channel.ts'
import type { Clock } from './contracts/clock.ts'
import type { Log } from './contracts/log.ts'
import type { Content } from './core/content.ts'
import type { ChannelName } from './core/ids.ts'
import { prepareDataFolder } from './data-folder.ts'
import { type Admission, createAdmission } from './gateway/admission.ts'
import { faultName } from './gateway/fault-name.ts'
import { startGateway } from './gateway/gateway.ts'
import { createHealth } from './gateway/health.ts'
import { createSpeak } from './gateway/say.ts'
import { closeServer, createHandler, createServer, listen } from './gateway/server.ts'
import { createWebhooks } from './gateway/webhooks.ts'
import { type LiveContent, openLiveContent } from './live-content.ts'
import { previewOf } from './privacy/preview.ts'
import { lockFolder } from './store/folder-lock.ts'
import type { Store } from './store/open.ts'
import { openPostgresStore } from './store/open-postgres.ts'
import { openSqliteStore } from './store/open-sqlite.ts'

/** What comes from the edge of the process. */
export interface Edges {
  readonly clock: Clock
  readonly random: () => number
  readonly randomBytes: (count: number) => Buffer
  readonly log: Log
}

export interface App {
  readonly url: string
  readonly database: Store['dialect']
  readonly content: Content
  /** How many faults keep the content's files from going live. */
  readonly contentFaults: number
  readonly channels: readonly ChannelState[]
  /** Where operators come in. */
  readonly inboxUrl: string
  /** The one-time way in of the first administrator, while there is none. */
  readonly firstLink: string | undefined
  /** Ends what is under way and closes; nothing that was accepted is lost. */
  stop(): Promise<void>
}

const PREPARE_AFTER_MS = 3_000

/** The gateway whole: the road, its doors and its HTTP server. */
export async function startApp(config: Config, edges: Edges): Promise<App> {
  const closing = new AsyncDisposableStack()
  try {
    const { server, serve } = createServer()
    const port = await listen(server, config.port, config.host)
    closing.defer(() => closeServer(server))
    const url = config.publicUrl ?? `http://localhost:${port}`
    const house = await openHouse(config, edges, closing)
    const { store, content, admission } = house
    const { overloaded } = admission
    const channels = await createChannels(config, { store, content: content.current(), overloaded })
    const desk = deskOf(config, content, channels.all)
    const inbox = inboxOf(url, config, edges, house, desk)
    closing.defer(() => inbox.stop())
    let isStopping = false
    serve(
      handlerOf(config, edges, house, [...channels.routers, inbox.router], channels.all, () => isStopping),
    )
    await openRoad(house, channels.all, desk, edges, closing)
    // Citizens first: the operators' page is built when the start is over.
    const preparing = setTimeout(() => inbox.prepare(), PREPARE_AFTER_MS).unref()
    closing.defer(() => clearTimeout(preparing))
    return {
      url,
      database: store.dialect,
      content: content.current(),
      contentFaults: content.faults().length,
      channels: channels.states,
      inboxUrl: `${url}/inbox/`,
      firstLink: await inbox.firstLink(),
      async stop() {
        isStopping = true
        await closing.disposeAsync()
      },
    }
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}

export interface Talk {
  /** Resolves when everything said so far has been answered. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** The same road with one channel and no server: a talk in the terminal. */
export async function startTalk(config: Config, channel: Channel, edges: Edges): Promise<Talk> {
  const closing = new AsyncDisposableStack()
  try {
    const house = await openHouse(config, edges, closing)
    await openRoad(house, [channel], deskOf(config, house.content, [channel]), edges, closing)
    return {
      async settled() {
        while (!(await house.store.reads.isQuiet())) await new Promise((resolve) => setTimeout(resolve, 20))
      },
      stop: () => closing.disposeAsync(),
    }
  } catch (error) {
    await closing.disposeAsync()
    throw error
  }
}

interface House {
  readonly store: Store
  readonly content: LiveContent
  readonly admission: Admission
}

async function openHouse(config: Config, edges: Edges, closing: AsyncDisposableStack): Promise<House> {
  prepareDataFolder(config.dataFolder)
  const store = await openStore(config, edges, closing)
  const { clock } = store
  const content = await openLiveContent({
    folder: config.contentFolder,
    dataFolder: config.dataFolder,
    locale: config.locale,
    now: () => clock.now(),
    log: edges.log,
  })
  closing.defer(() => content.close())
  const admission = await createAdmission(store.reads, clock)
  closing.defer(() => admission.stop())
  return { store, content, admission }
}

async function openStore(
  config: Config,
  { clock, log }: Edges,
  closing: AsyncDisposableStack,
): Promise<Store> {
  if (config.databaseUrl === undefined) closing.defer(lockFolder(config.dataFolder))
  const onError = (error: Error) => log.warn('database.connection-lost', { fault: faultName(error) })
  const store =
    config.databaseUrl === undefined
      ? await openSqliteStore(config.dataFolder, clock)
      : await openPostgresStore({ url: config.databaseUrl, clock, timeFrom: 'database', onError })
  closing.defer(() => store.close())
  return store
}

function handlerOf(
  config: Config,
  { log }: Edges,
  { store, admission }: House,
  routers: readonly Router[],
  channels: readonly Channel[],
  isStopping: () => boolean,
): RequestListener {
  const { transact, clock } = store
  const webhooks = createWebhooks(channels, { transact, clock, log, admission })
  return createHandler({
    routers: [webhooks, ...routers],
    health: createHealth(admission, isStopping),
    trustedProxies: config.trustedProxies,
    log,
  })
}

function inboxOf(
  url: string,
  config: Config,
  edges: Edges,
  { store, content }: House,
  desk: DeskDeps,
): Inbox {
  const { transact, inbox: reads, nudges, clock } = store
  const { log, randomBytes } = edges
  return createInbox({
    ...{ transact, reads, nudges, clock, log, randomBytes, desk },
    topicTitle: (id, locale) => content.current().topics.get(id)?.title[locale],
    previewOf,
    publicUrl: url,
    build: () => buildInbox(join(config.dataFolder, 'cache')),
  })
}

function deskOf(config: Config, content: LiveContent, channels: readonly Channel[]): DeskDeps {
  const speak = createSpeak(limitsOfEach(channels))
  return { speak, notices: content.notices, times: config.desk }
}

function limitsOfEach(channels: readonly Channel[]): (channel: ChannelName) => Limits {
  const limits = new Map(channels.map((channel) => [channel.name, channel.limits]))
  return (channel) => limits.get(channel) ?? LEAST_LIMITS
}

async function openRoad(
  { store, content, admission }: House,
  channels: readonly Channel[],
  desk: DeskDeps,
  { log, random }: Edges,
  closing: AsyncDisposableStack,
): Promise<void> {
  const { transact, reads, locks, nudges, width, clock } = store
  const { responder, notices } = content
  const limitsOf = limitsOfEach(channels)
  const gateway = await startGateway({
    ...{ transact, reads, locks, nudges, width, clock, log, random, admission },
    ...{ desk: createDesk(desk), responder, notices, channels, limitsOf },
  })
  closing.defer(() => gateway.stop())
}
