import type { Machine } from './machine.ts'
import type { Times } from './statistics.ts'

/** Everything that is measured of the desk; times in ms. */
export interface DeskFigures {
  /** From the message pushed to the first stream that hears of its ticket. */
  readonly visible: Times
  /** From the first stream that hears of a ticket to each. */
  readonly spread: Times
  /** From the message pushed to each stream. */
  readonly everywhere: Times
  /** Tickets that a stream did not hear of, over all streams. */
  readonly missing: number
  /** The gateway's, of one core, 0..1. */
  readonly cpu: { readonly idle: number; readonly loaded: number }
  /** Resident, MB: the page built and no stream open, with all of them, after the load. */
  readonly memory: { readonly started: number; readonly open: number; readonly loaded: number }
  /** That streams heard in the time of the load. */
  readonly events: number
  /** Streams that the gateway ended. */
  readonly ended: number
  /** Webhook posts that were refused and repeated. */
  readonly repeats: number
  /** How busy this process was, 0..1. */
  readonly busy: number
}

export interface DeskRun {
  readonly date: string
  readonly command: string
  readonly database: string
  readonly machine: Machine
  readonly plan: { readonly streams: number; readonly tickets: number; readonly perSecond: number }
  readonly figures: DeskFigures
}

/** Above this the readers and the fake, one process, are what limits the figure. */
const READERS_ARE_BUSY = 0.9

/** The figures for README, as plain text. */
export function deskReportOf({ date, command, database, machine, plan, figures }: DeskRun): string {
  const rows = rowsOf(plan, figures)
  const width = Math.max(...rows.map(([name]) => name.length))
  return [
    `${date}  ${command}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb.toFixed(0)} GB, Node ${machine.node}`,
    `one fdatasync ${machine.syncMs.toFixed(2)} ms; load average before the run ${machine.load.toFixed(2)}`,
    'The screens and the fake Telegram, one process, share the cores with what is measured.',
    '',
    [''.padEnd(width), `Okno, ${database}`.padStart(26)].join('  '),
    ...rows.map(([name, cell]) => [name.padEnd(width), cell.padStart(26)].join('  ')),
    '',
    ...notes(figures),
    '',
  ].join('\n')
}

type Row = readonly [name: string, cell: string]

function rowsOf({ streams, tickets, perSecond }: DeskRun['plan'], figures: DeskFigures): readonly Row[] {
  const { visible, spread, everywhere, cpu, memory } = figures
  return [
    ['streams open / tickets / tickets a second', `${streams} / ${tickets} / ${perSecond}`],
    ['message → first screen p50 / p95 / p99', three(visible)],
    ['first screen → every screen p50 / p99', two(spread)],
    ['message → every screen p50 / p99', two(everywhere)],
    ['message → the last screen of all', `${everywhere.most.toFixed(0)} ms`],
    ['memory, the page built and no stream open', mb(memory.started)],
    ['memory with all streams', mb(memory.open)],
    ['memory after the load', mb(memory.loaded)],
    ['processor, streams open and nothing to tell', percent(cpu.idle)],
    ['processor, under the load', percent(cpu.loaded)],
    ['events that streams heard', String(figures.events)],
    ['the screens and the fake were busy', percent(figures.busy)],
  ]
}

const two = ({ p50, p99 }: Times): string => `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`
const three = ({ p50, p95, p99 }: Times): string =>
  `${p50.toFixed(1)} / ${p95.toFixed(1)} / ${p99.toFixed(1)} ms`
const mb = (value: number): string => `${value.toFixed(0)} MB`
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`

function notes({ missing, ended, repeats, busy }: DeskFigures): readonly string[] {
  return [
    missing === 0 ? 'Every stream heard of every ticket.' : `${missing} deliveries are missing.`,
    ...(ended > 0 ? [`${ended} streams were ended.`] : []),
    ...(repeats > 0 ? [`${repeats} webhook posts were refused and repeated.`] : []),
    ...(busy > READERS_ARE_BUSY ? ['Here the screens, not the gateway, are the limit.'] : []),
  ]
}
