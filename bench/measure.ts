import { setTimeout as sleep } from 'node:timers/promises'
import { SAYINGS_EACH, type Seen, saturate, trickle, warmUp } from './load.ts'
import { startPlatform } from './platform.ts'
import { type Start, startOnce } from './startup.ts'
import { median } from './statistics.ts'
import type { Subject } from './subject.ts'

export interface Plan {
  readonly messages: number
  /** So many citizens write at the same time when it is saturated. */
  readonly chats: number
  /** Of the moderate load. */
  readonly perSecond: number
  readonly starts: number
}

/** Everything that is measured of one subject. */
export interface Figures {
  readonly firstStart: Start | undefined
  readonly restart: Start | undefined
  readonly moderate: Loaded
  readonly saturated: Loaded
  /** Resident, MB. */
  readonly memory: { readonly started: number; readonly loaded: number }
}

export interface Loaded extends Seen {
  /** Messages that reached citizens; more than one a message said if a reply had parts. */
  readonly received: number
  /** Of one core, in the time of the load: the subject's. */
  readonly cpu: number
}

/** `fresh` makes a subject on an empty folder each time. */
export async function measure(fresh: () => Promise<Subject>, plan: Plan): Promise<Figures> {
  const starts = await measureStarts(fresh, plan.starts)
  const platform = await startPlatform(100_000_000)
  const running = await (await fresh()).start(platform)
  try {
    await sleep(2_000)
    const started = running.memory()
    const citizens = Math.ceil(plan.messages / SAYINGS_EACH)
    await warmUp(platform, citizens, Math.min(plan.chats, citizens))
    const loaded = async (load: () => Promise<Seen>): Promise<Loaded> => {
      const before = { cpu: running.cpu(), received: platform.received() }
      const seen = await load()
      const cpu = (running.cpu() - before.cpu) / (seen.seconds * 1_000)
      return { ...seen, cpu, received: platform.received() - before.received }
    }
    const moderate = await loaded(() =>
      trickle(platform, Math.min(plan.messages, plan.perSecond * 20), plan.perSecond, citizens),
    )
    // Everybody may write eight at once again (`src/gateway/pace.ts`).
    await sleep(8_000)
    const saturated = await loaded(() => saturate(platform, plan.messages, plan.chats))
    await sleep(2_000)
    return { ...starts, moderate, saturated, memory: { started, loaded: running.memory() } }
  } finally {
    await running.stop()
    await platform.close()
  }
}

async function measureStarts(fresh: () => Promise<Subject>, times: number) {
  const first: Start[] = []
  const again: Start[] = []
  for (let time = 0; time < times; time++) {
    const subject = await fresh()
    first.push(await startOnce(subject))
    again.push(await startOnce(subject))
  }
  return { firstStart: middle(first), restart: middle(again) }
}

/** Each figure's own median. */
function middle(starts: readonly Start[]): Start | undefined {
  if (starts.length === 0) return undefined
  const of = (figure: keyof Start): number => median(starts.map((start) => start[figure]))
  return { healthy: of('healthy'), replied: of('replied'), memory: of('memory') }
}
