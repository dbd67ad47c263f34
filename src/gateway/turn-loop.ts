import { setTimeout as sleep } from 'node:timers/promises'
import type { DeskTx } from '../contracts/desk-store.ts'
import type { Log } from '../contracts/log.ts'
import type { Nudges } from '../contracts/nudges.ts'
import type { Transact } from '../contracts/transaction.ts'
import type { TurnTx } from '../contracts/turn-store.ts'
import { failTurn } from './fail-turn.ts'
import { faultName } from './fault-name.ts'
import { type TurnDeps, TurnFailed, takeTurn } from './turn.ts'
import { createWake } from './wake.ts'

const POLL_MS = 400

export interface TurnLoopDeps extends TurnDeps {
  readonly transact: Transact<TurnTx & DeskTx>
  readonly nudges: Nudges
  readonly log: Log
  readonly random: () => number
  /** So many turns at once: on SQLite they share a commit. */
  readonly width: number
}

/** Takes turns for as long as there are any, until `stop`. */
export async function keepTakingTurns(deps: TurnLoopDeps, stop: AbortSignal): Promise<void> {
  const wake = createWake(deps.nudges, 'inbox', stop)
  let width = 1
  while (!stop.aborted) {
    const taken = await Promise.all(Array.from({ length: width }, () => attempt(deps)))
    const busy = taken.filter(Boolean).length
    // Widen while all find work, so that an idle gateway asks once and a busy one fills its commits.
    width = busy === width ? Math.min(deps.width, width * 2) : Math.max(1, busy)
    if (busy === 0) await wake.wait(POLL_MS)
  }
}

/** False when nothing was due. */
async function attempt(deps: TurnLoopDeps): Promise<boolean> {
  const { transact } = deps
  try {
    return await transact((tx) => takeTurn(tx, deps)).catch((error: unknown) => {
      if (error instanceof TurnFailed) return noteFailure(error, deps)
      throw error
    })
  } catch (error) {
    deps.log.alarm('turn.store-failed', { fault: faultName(error) })
    await sleep(200)
    return false
  }
}

async function noteFailure(failed: TurnFailed, deps: TurnLoopDeps): Promise<true> {
  const { transact, log, random } = deps
  const why = faultName(failed.cause)
  const fate = await transact((tx) => failTurn(tx, failed, why, random(), deps))
  if (fate !== 'known') {
    log.alarm('turn.failed', { fault: why, fate, conversation: failed.due.conversation.id })
  }
  return true
}
