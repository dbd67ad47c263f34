import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { databases } from './databases.ts'
import { type DeskFigures, deskReportOf } from './desk-report.ts'
import { machine } from './machine.ts'
import { letIn } from './operators.ts'
import { type Platform, startPlatform } from './platform.ts'
import { timesOf } from './statistics.ts'
import { openStreams, STREAMS_EACH, type Streams } from './streams.ts'
import { okno, type Running } from './subject.ts'

/*
 * The desk's figures: how soon operators see that a citizen asks for a human, with many screens open.
 * README.md in this folder says what each of them means.
 */
const { values: options } = parseArgs({
  options: {
    streams: { type: 'string', default: '1000' },
    tickets: { type: 'string', default: '200' },
    /** Tickets a second. */
    rate: { type: 'string', default: '10' },
    database: { type: 'string', default: 'sqlite' },
    json: { type: 'boolean', default: false },
  },
})
const plan = {
  streams: Number(options.streams),
  tickets: Number(options.tickets),
  perSecond: Number(options.rate),
}
/** Before what counts: code is compiled. */
const WARM_UP = 20
const BUILT_WITHIN_MS = 60_000
/** Longer than a heartbeat of the streams, so that it is in the figure. */
const IDLE_MS = 16_000
/** A ticket that some stream has not heard of by then is lost. */
const LOST_AFTER_MS = 30_000

const folder = mkdtempSync(join(tmpdir(), 'okno-bench-'))
const closing = new AsyncDisposableStack()
try {
  const where = machine(folder)
  const databaseUrl = await (await databases(options.database, closing))()
  const home = join(folder, 'okno')
  const platform = await startPlatform(100_000_000)
  closing.defer(() => platform.close())
  const running = await okno(home, databaseUrl, []).start(platform)
  closing.defer(() => running.stop())
  const tokens = await letIn(join(home, 'data'), databaseUrl, Math.ceil(plan.streams / STREAMS_EACH))
  const figures = await measureDesk(platform, running, tokens)
  const run = {
    date: new Date().toISOString(),
    command: `node bench/desk.ts ${process.argv.slice(2).join(' ')}`.trim(),
    database: options.database === 'sqlite' ? 'SQLite' : 'PostgreSQL',
    ...{ machine: where, plan, figures },
  }
  process.stdout.write(options.json ? `${JSON.stringify(run)}\n` : deskReportOf(run))
} finally {
  await closing.disposeAsync()
  rmSync(folder, { recursive: true, force: true })
}

async function measureDesk(
  platform: Platform,
  running: Running,
  tokens: readonly string[],
): Promise<DeskFigures> {
  await pageIsBuilt(running.url)
  await sleep(2_000)
  const started = running.memory()
  const streams = await openStreams(running.url, tokens, plan.streams)
  closing.defer(() => streams.close())
  await citizensAsk(platform, streams, 0, WARM_UP)
  await sleep(2_000)
  const idle = await processorOf(running, () => sleep(IDLE_MS))
  const open = running.memory()
  const before = { ...streams.counts, elu: performance.eventLoopUtilization() }
  let busy = 0
  let asked: ReadonlyMap<string, number> = new Map()
  const loaded = await processorOf(running, async () => {
    asked = await citizensAsk(platform, streams, WARM_UP, plan.tickets)
    busy = performance.eventLoopUtilization(before.elu).utilization
  })
  return {
    ...deliveriesOf(asked, streams),
    cpu: { idle, loaded },
    memory: { started, open, loaded: running.memory() },
    events: streams.counts.events - before.events,
    ended: streams.counts.ended,
    repeats: platform.repeats(),
    busy,
  }
}

/** A first start builds the operators' page, which takes memory and processor of its own. */
async function pageIsBuilt(url: string): Promise<void> {
  const until = performance.now() + BUILT_WITHIN_MS
  while ((await fetch(`${url}/inbox/`)).status !== 200) {
    if (performance.now() > until) throw new Error("the operators' page was not built")
    await sleep(500)
  }
}

/** Open loop: each asks once. Resolves to when each was pushed, after every stream has heard or all is lost. */
async function citizensAsk(platform: Platform, { heard }: Streams, first: number, count: number) {
  const pushed = new Map<string, number>()
  const replies: Promise<number>[] = []
  const began = performance.now()
  for (let nth = 0; nth < count; nth++) {
    await sleep(Math.max(0, began + (nth * 1_000) / plan.perSecond - performance.now()))
    const name = nameOf(first + nth)
    const said = platform.says(1_000 + first + nth, 'позовите оператора', { first_name: name })
    pushed.set(name, said.pushedAt)
    replies.push(said.repliedAt)
  }
  const hasAll = (name: string) => !(heard.get(name)?.some(Number.isNaN) ?? true)
  const until = performance.now() + LOST_AFTER_MS
  while (performance.now() < until && ![...pushed.keys()].every(hasAll)) await sleep(100)
  await Promise.all(replies)
  return pushed
}

/** Letters only: digits in a name might be masked as a person's number. */
function nameOf(nth: number): string {
  return `Citizen${[...String(nth)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}`
}

function deliveriesOf(asked: ReadonlyMap<string, number>, { heard }: Streams) {
  const visible: number[] = []
  const spread: number[] = []
  const everywhere: number[] = []
  for (const [name, pushedAt] of asked) {
    const times = [...(heard.get(name) ?? [])].filter((at) => !Number.isNaN(at))
    if (times.length === 0) continue
    const first = Math.min(...times)
    visible.push(first - pushedAt)
    for (const at of times) {
      spread.push(at - first)
      everywhere.push(at - pushedAt)
    }
  }
  return {
    visible: timesOf(visible),
    spread: timesOf(spread),
    everywhere: timesOf(everywhere),
    missing: asked.size * plan.streams - everywhere.length,
  }
}

/** Of one core, 0..1: what the gateway used while `work` ran. */
async function processorOf(running: Running, work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const before = running.cpu()
  await work()
  return (running.cpu() - before) / (performance.now() - began)
}
