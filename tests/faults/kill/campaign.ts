import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Store } from '../../../src/store/open.ts'
import { freePort } from '../../postgres/server.ts'
import { seeded } from '../seeded.ts'
import { botSendsAfterClaims } from './after-claims.ts'
import { type Agreement, compare } from './agreement.ts'
import { startFront } from './front.ts'
import { createGatewayProcess } from './gateway-process.ts'
import { repeatSome, startLoad } from './load.ts'
import { startOperators } from './operators.ts'
import { type Platform, startPlatform } from './platform.ts'
import { readStoreLedger } from './store-ledger.ts'

export interface Campaign {
  readonly cycles: number
  readonly processes: number
  readonly seed: number
  /** Undefined for SQLite, in a folder of the campaign's. */
  readonly databaseUrl: string | undefined
  /** Opens what the gateways wrote, to read it. */
  readonly open: (dataFolder: string) => Promise<Store>
}

export interface CampaignResult extends Agreement {
  readonly claims: number
  readonly answers: number
  readonly resolved: number
  /** Sends of the bot's that began while an operator had the conversation. */
  readonly botAfterClaim: number
  readonly kills: number
  readonly updates: number
  readonly turns: number
  readonly messages: number
  readonly repeatedWebhooks: number
  readonly restartP50Ms: number
  readonly restartMaxMs: number
  /** Left after a quiet minute: must be 0. */
  readonly unprocessed: number
  readonly seed: number
}

const CHATS = 60
const PER_SECOND = 40
const OPERATORS = 3
const SECRET = 'secret_of_the_kill_campaign_0123456789'

/** What befalls calls to the platform while gateways are being killed: about one in eight. */
const MISHAPS = [
  {
    method: 'sendMessage',
    probability: 0.03,
    fault: { kind: 'refuse', code: 429, description: 'Too Many Requests', retryAfter: 1 },
  },
  { method: 'sendMessage', probability: 0.03, fault: { kind: 'html', when: 'before' } },
  { method: 'sendMessage', probability: 0.02, fault: { kind: 'html', when: 'after' } },
  { method: 'sendMessage', probability: 0.02, fault: { kind: 'reset', when: 'before' } },
  { method: 'sendMessage', probability: 0.02, fault: { kind: 'reset', when: 'after' } },
  { method: 'sendMessage', probability: 0.002, fault: { kind: 'hang', when: 'after' } },
  { method: 'sendMessage', probability: 0.002, fault: { kind: 'hang', when: 'before' } },
] as const

/** Kills gateways under load at random moments, lets everything settle, and compares the ledgers. */
export async function runCampaign({
  cycles,
  processes,
  seed,
  databaseUrl,
  open,
}: Campaign): Promise<CampaignResult> {
  const random = seeded(seed)
  const folder = mkdtempSync(join(tmpdir(), 'okno-kill-'))
  const platform = await startPlatform(seed)
  const ports = await Promise.all(Array.from({ length: processes }, freePort))
  const front = await startFront(ports, random)
  const gateways = ports.map((port, index) =>
    createGatewayProcess({
      name: `gateway-${index}`,
      folder: join(folder, `gateway-${index}`),
      port,
      publicUrl: front.url,
      botApi: platform.url,
      token: platform.token,
      secret: SECRET,
      databaseUrl,
    }),
  )
  try {
    for (const gateway of gateways) await gateway.start()
    await webhookIsSet(platform)
    await platform.befall(MISHAPS)
    const store = await open(join(folder, 'gateway-0', 'data'))
    const desk = await startOperators(store, front.url, OPERATORS, random)
    const load = startLoad(platform, CHATS, PER_SECOND, random)
    const restarts: number[] = []
    for (let cycle = 0; cycle < cycles; cycle++) {
      await sleep(200 + random() * 800)
      const victim = gateways[Math.floor(random() * gateways.length)]
      await victim?.kill()
      restarts.push((await victim?.start()) ?? 0)
    }
    await load.stop()
    const work = await desk.stop()
    await platform.heal()
    const { updates } = await platform.ledger()
    const delivered = updates.filter((each) => each.acknowledgedAt !== undefined).map(({ update }) => update)
    const repeatedWebhooks = await repeatSome(delivered, `${front.url}/webhooks/telegram`, SECRET, random)

    const unprocessed = await settle(platform, store)
    await Promise.all(gateways.map((gateway) => gateway.stop()))
    const ledger = await platform.ledger()
    const kept = await readStoreLedger(store)
    const botAfterClaim = await botSendsAfterClaims(store)
    await store.close()

    const agreement = compare(
      {
        sent: ledger.updates.map(({ update }) => ({
          key: String(update.update_id),
          chat: '',
          isPrivate: true,
        })),
        received: ledger.messages.map(({ chat, text }) => ({ chat, text })),
      },
      kept,
    )
    restarts.sort((a, b) => a - b)
    return {
      ...agreement,
      ...work,
      botAfterClaim,
      kills: cycles,
      updates: ledger.updates.length,
      turns: kept.turned.length,
      messages: ledger.messages.length,
      repeatedWebhooks,
      restartP50Ms: Math.round(restarts[Math.floor(restarts.length / 2)] ?? 0),
      restartMaxMs: Math.round(restarts.at(-1) ?? 0),
      unprocessed,
      seed,
    }
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.kill()))
    front.server.closeAllConnections()
    front.server.close()
    platform.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function webhookIsSet(platform: Platform): Promise<void> {
  for (;;) {
    const { calls } = await platform.ledger()
    if (calls.some((call) => call.method === 'setWebhook')) return
    await sleep(50)
  }
}

/** Waits until nothing is on its way any more, for at most two minutes; returns what is left. */
async function settle(platform: Platform, store: Store): Promise<number> {
  const until = performance.now() + 120_000
  let calm = 0
  while (performance.now() < until) {
    const { pending } = await platform.counts()
    const isQuiet = pending === 0 && (await store.reads.isQuiet())
    calm = isQuiet ? calm + 1 : 0
    if (calm === 5) return 0
    await sleep(200)
  }
  return (await platform.counts()).pending + 1
}
