import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInbox, type Inbox } from '../../../handoff/inbox/inbox.ts'
import type { Me } from '../../../handoff/inbox/protocol.ts'
import { LEAST_LIMITS } from '../../../src/channels.ts'
import type { Role } from '../../../src/core/operator.ts'
import { createSpeak } from '../../../src/gateway/say.ts'
import { createHandler } from '../../../src/gateway/server.ts'
import { createNotices } from '../../../src/notices.ts'
import type { Store } from '../../../src/store/open.ts'
import { collectedLog } from '../../collected-log.ts'
import type { DatabaseKind } from '../../databases.ts'
import { exampleContent } from '../../example-content.ts'
import { type FakeClock, fakeClock } from '../../fake-clock.ts'
import { type OperatorScreen, operatorScreen } from '../house/operator-screen.ts'

export const PASSWORD = 'correct horse battery'

/** The inbox alone, behind real HTTP on loopback, on a real database and with a clock of the test's. */
export interface InboxStage {
  readonly url: string
  readonly clock: FakeClock
  readonly store: Store
  readonly inbox: Inbox
  readonly log: ReturnType<typeof collectedLog>
  /** A browser with nobody logged in; `from` is its address. */
  screen(from?: string): OperatorScreen
  /** Made by the one-time link, the first time. */
  administrator(): Promise<OperatorScreen>
  /** Invited by the administrator, and in by the link. */
  operator(login: string, role?: Role): Promise<OperatorScreen>
  close(): Promise<void>
}

export async function startInboxStage(
  kind: DatabaseKind,
  { publicUrl = 'http://localhost' }: { readonly publicUrl?: string } = {},
): Promise<InboxStage> {
  const database = await kind.create()
  const clock = fakeClock()
  const store = await database.open(clock)
  const log = collectedLog()
  const page = await mkdtemp(join(tmpdir(), 'okno-page-'))
  await writeFile(join(page, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
  const { transact, inbox: reads, nudges } = store
  const inbox = createInbox({
    ...{ transact, reads, nudges, clock, log, randomBytes, publicUrl },
    desk: {
      speak: createSpeak(() => LEAST_LIMITS),
      notices: createNotices(() => exampleContent().phrases),
      times: { leaseMs: 90_000, silenceMs: 600_000, closeAfterMs: 86_400_000 },
    },
    topicTitle: (id, locale) => `${id} ${locale}`,
    previewOf: (text) => text,
    build: async () => page,
  })
  const handler = createHandler({
    ...{ routers: [inbox.router], health: () => [], trustedProxies: ['127.0.0.1'], log },
  })
  const server = createServer(handler).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  let first: Promise<OperatorScreen> | undefined
  const stage: InboxStage = {
    ...{ url, clock, store, inbox, log },
    screen: (from = '198.51.100.1') => operatorScreen(url, '', { 'x-forwarded-for': from }),
    administrator() {
      first ??= enterFirst(stage)
      return first
    },
    async operator(login, role = 'operator') {
      const administrator = await stage.administrator()
      const made = await administrator.posts('operators', { login, name: login.toUpperCase(), role })
      return enterBy(stage, linkIn(made.text), { password: PASSWORD })
    },
    async close() {
      inbox.stop()
      server.closeAllConnections()
      server.close()
      await store.close()
      await database.drop()
      await rm(page, { recursive: true })
    },
  }
  return stage
}

async function enterFirst(stage: InboxStage): Promise<OperatorScreen> {
  const link = (await stage.inbox.firstLink()) ?? ''
  return enterBy(stage, link, { password: PASSWORD, login: 'anna', name: 'Анна' })
}

async function enterBy(stage: InboxStage, link: string, form: object): Promise<OperatorScreen> {
  const screen = stage.screen()
  const { status, text } = await screen.posts(`links/${tokenIn(link)}`, form)
  if (status !== 200) throw new Error(`no way in: ${status} ${text}`)
  return screen
}

/** What an answer that made a link has in it. */
export const linkIn = (text: string): string => (JSON.parse(text) as { readonly link: string }).link
export const tokenIn = (link: string): string => link.split('/').at(-1) ?? ''

export async function idOf(screen: OperatorScreen): Promise<string> {
  return (JSON.parse((await screen.gets('me')).text) as Me).id
}

export const logIn = (screen: OperatorScreen, login: string, password = PASSWORD) =>
  screen.posts('login', { login, password })

/** How often each status came. */
export function tally(answers: readonly { readonly status: number }[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}
