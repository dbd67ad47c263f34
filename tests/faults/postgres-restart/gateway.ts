import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../../src/contracts/clock.ts'
import { openPostgresStore } from '../../../src/store/open-postgres.ts'
import { answerNext, text, WEB } from '../eg.ts'

/**
 * One gateway process's work on the store, without its doors: keeps messages, again until they are
 * kept, as a platform does; takes turns; holds a polled channel when it can. Tells its parent what
 * became of it. Arguments: the database's URL, the process's name.
 */
export type Told =
  | { readonly tells: 'kept' | 'refused' | 'broken'; readonly what: string }
  | { readonly tells: 'answered'; readonly keys: readonly string[] }
  | { readonly tells: 'ready' | 'heard' | 'held' | 'lost' | 'calm' }

/** `calm`: no more of your own. `keep`: this one message. `leave`: end as a gateway does. */
export type Asked = { readonly ask: 'calm' | 'leave' } | { readonly ask: 'keep'; readonly chat: string }

const DOORS = 6
const CHATS = 10

const [url = '', name = ''] = process.argv.slice(2)
const clock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }
const store = await openPostgresStore({
  url,
  clock,
  timeFrom: 'database',
  onError: (error) => tell({ tells: 'broken', what: error.message }),
})
const now = () => store.clock.now()
let isBusy = true
let isLeaving = false

function tell(told: Told): void {
  process.send?.(told)
}

async function keepUntilKept(key: string, chat: string): Promise<void> {
  for (;;) {
    try {
      await store.transact((tx) => tx.keep(text(key, chat), now()))
      tell({ tells: 'kept', what: key })
      return
    } catch (error) {
      tell({ tells: 'refused', what: String((error as { code?: unknown }).code) })
      await sleep(50)
    }
  }
}

async function door(index: number): Promise<void> {
  for (let count = 0; isBusy; count++) {
    await keepUntilKept(`${name}-${index}-${count}`, `chat ${(index + count) % CHATS}`)
    await sleep(5)
  }
}

async function worker(): Promise<void> {
  while (!isLeaving) {
    const keys = await answerNext(store, now).catch(() => [])
    if (keys.length > 0) tell({ tells: 'answered', keys })
    else await sleep(20)
  }
}

async function poller(): Promise<void> {
  while (!isLeaving) {
    const lost = Promise.withResolvers<void>()
    const release = await store.locks.hold(WEB, lost.resolve).catch(() => undefined)
    if (release === undefined) {
      await sleep(100)
      continue
    }
    tell({ tells: 'held' })
    await Promise.race([lost.promise, leaving.promise])
    if (isLeaving) await release()
    else tell({ tells: 'lost' })
  }
}

const leaving = Promise.withResolvers<void>()
store.nudges.on('inbox', () => tell({ tells: 'heard' }))
const doors = Promise.all(Array.from({ length: DOORS }, (_, index) => door(index)))
const others = Promise.all([...Array.from({ length: store.width }, worker), poller()])

process.on('message', (asked: Asked) => {
  if (asked.ask === 'keep') void keepUntilKept(`${name}-to-${asked.chat}`, asked.chat)
  if (asked.ask === 'calm') {
    isBusy = false
    void doors.then(() => tell({ tells: 'calm' }))
  }
  if (asked.ask === 'leave') {
    isLeaving = true
    leaving.resolve()
    void others.then(() => store.close()).then(() => process.disconnect())
  }
})
tell({ tells: 'ready' })
