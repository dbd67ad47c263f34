import { setTimeout as sleep } from 'node:timers/promises'
import type { DeskTx } from '../contracts/desk-store.ts'
import type { Log } from '../contracts/log.ts'
import type { Transact } from '../contracts/transaction.ts'
import type { TurnTx } from '../contracts/turn-store.ts'
import type { WatchTx } from '../contracts/watch-store.ts'
import type { Admission } from './admission.ts'
import { faultName } from './fault-name.ts'
import { say } from './say.ts'
import type { TurnDeps } from './turn.ts'

const EVERY_MS = 1_000
/** A message that failed, or waits though we are not behind, goes to an operator after so long. */
const STALLED_MS = 15_000
/** Any message that still waits for its turn does. */
const STALLED_AT_ALL_MS = 25_000
const NOT_BEHIND_MS = 5_000
/** The keys by which repeated updates are known are kept for so long. */
const KEYS_KEPT_MS = 14 * 24 * 3_600_000
const FORGET_EVERY_MS = 3_600_000

export type WatchdogTx = WatchTx & TurnTx & DeskTx

export interface WatchdogDeps extends TurnDeps {
  readonly transact: Transact<WatchdogTx>
  readonly admission: Admission
  readonly log: Log
}

/**
 * Looks, in SQL, for whatever nears its deadline: leases that ran out, dialogues left unresolved,
 * messages that wait for their turn. What it finds it opens by the desk's own verb.
 */
export async function watchOnce(deps: WatchdogDeps): Promise<void> {
  const { transact, clock } = deps
  await transact((tx) => tx.reclaimLeases(clock.now()))
  while (await transact((tx) => openOverdue(tx, deps)));
  const isBehind = (deps.admission.backlogAge() ?? Number.POSITIVE_INFINITY) >= NOT_BEHIND_MS
  while (await transact((tx) => openStalled(tx, deps, STALLED_MS, isBehind)));
  while (await transact((tx) => openStalled(tx, deps, STALLED_AT_ALL_MS, false)));
  while (await transact((tx) => deps.desk.sweep(tx, clock.now())));
}

/** The bot's clarification or fallback led nowhere: operators see it, the bot goes on. */
async function openOverdue(tx: WatchdogTx, { clock, desk, log }: WatchdogDeps): Promise<boolean> {
  const at = clock.now()
  const due = await tx.nextOverdueClock(at)
  if (due === undefined) return false
  const { conversation, clock: unresolved } = due
  const { askedAt, topic } = unresolved
  const handoff = { reason: 'unresolved', provisional: true, team: undefined } as const
  await desk.open(tx, { conversation, ...handoff, topic, askedAt, at })
  log.info('watchdog.unresolved', { conversation: conversation.id, age: at - askedAt })
  return true
}

async function openStalled(
  tx: WatchdogTx,
  deps: WatchdogDeps,
  age: number,
  failing: boolean,
): Promise<boolean> {
  const { clock, desk, log, notices, limitsOf } = deps
  const at = clock.now()
  const stalled = await tx.nextStalled(at - age, failing)
  if (stalled === undefined) return false
  const { conversation, row } = stalled
  const handoff = { reason: 'stalled', provisional: false, topic: undefined, team: undefined } as const
  const opened = await desk.open(tx, { conversation, ...handoff, askedAt: row.receivedAt, at })
  // Another process was as quick: it has told the citizen, too.
  if (!opened.isNew) return true
  const reply = notices.failed(conversation.memory.locale)
  await say(tx, { conversation, reply, limits: limitsOf(conversation.address.channel), opened, at })
  log.alarm('watchdog.stalled', {
    conversation: conversation.id,
    age: at - row.receivedAt,
    attempts: row.attempts,
  })
  return true
}

/** Watches each second until `stop`, and forgets old keys each hour. */
export async function keepWatching(deps: WatchdogDeps, stop: AbortSignal): Promise<void> {
  let forgetAt = deps.clock.now()
  while (!stop.aborted) {
    try {
      await watchOnce(deps)
      if (deps.clock.now() >= forgetAt) {
        await deps.transact((tx) => tx.forgetKeys(deps.clock.now() - KEYS_KEPT_MS))
        forgetAt = deps.clock.now() + FORGET_EVERY_MS
      }
    } catch (error) {
      deps.log.alarm('watchdog.failed', { fault: faultName(error) })
    }
    await sleep(EVERY_MS, undefined, { signal: stop }).catch(() => undefined)
  }
}
