import type { Machine } from './machine.ts'
import type { Figures, Loaded, Plan } from './measure.ts'
import type { Times } from './statistics.ts'

export interface Run {
  readonly date: string
  readonly command: string
  readonly database: string
  readonly machine: Machine
  readonly plan: Plan
  readonly okno: Figures
  readonly echo: Figures
}

/** Above this the load and the fake, one process, are what limits the figure. */
const FAKE_IS_BUSY = 0.9

/** The figures for README, as plain text. */
export function reportOf({ date, command, database, machine, plan, okno, echo }: Run): string {
  const rows = rowsOf(plan, okno, echo)
  const width = Math.max(...rows.map(([name]) => name.length))
  return [
    `${date}  ${command}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGb.toFixed(0)} GB, Node ${machine.node}`,
    `one fdatasync ${machine.syncMs.toFixed(2)} ms; load average before the run ${machine.load.toFixed(2)}`,
    'The load and the fake Telegram, one process, share the cores with what is measured.',
    '',
    [''.padEnd(width), `Okno, ${database}`.padStart(18), 'bare grammY echo'.padStart(18)].join('  '),
    ...rows.map(([name, ...cells]) =>
      [name.padEnd(width), ...cells.map((cell) => cell.padStart(18))].join('  ').trimEnd(),
    ),
    '',
    ...notes(okno, echo),
    '',
  ].join('\n')
}

type Row = readonly [name: string, okno: string, echo: string]

function rowsOf(plan: Plan, okno: Figures, echo: Figures): Row[] {
  const row = (name: string, of: (figures: Figures) => string): Row => [name, of(okno), of(echo)]
  const saturated = `${plan.chats} citizens at once`
  const moderate = `${plan.perSecond} messages/s`
  return [
    row('messages a second, said and answered', ({ saturated: { messages, seconds } }) =>
      (messages / seconds).toFixed(0),
    ),
    row(`webhook answer p50 / p99, ${moderate}`, (each) => both(each.moderate.answers)),
    row(`webhook answer p50 / p99, ${saturated}`, (each) => both(each.saturated.answers)),
    row(`reply p50 / p99, ${moderate}`, (each) => both(each.moderate.replies)),
    row(`reply p50 / p99, ${saturated}`, (each) => both(each.saturated.replies)),
    ...(plan.starts === 0
      ? []
      : [
          row('first start: /healthz', ({ firstStart }) => ms(firstStart?.healthy)),
          row('first start: a waiting message answered', ({ firstStart }) => ms(firstStart?.replied)),
          row('restart: /healthz', ({ restart }) => ms(restart?.healthy)),
          row('restart: a waiting message answered', ({ restart }) => ms(restart?.replied)),
          row('memory after a restart', ({ restart }) => mb(restart?.memory)),
        ]),
    row('memory after a first start', ({ memory }) => mb(memory.started)),
    row('memory after the load', ({ memory }) => mb(memory.loaded)),
    row(`processor, ${moderate}`, (each) => percent(each.moderate.cpu)),
    row(`processor, ${saturated}`, (each) => percent(each.saturated.cpu)),
    row(
      `processor for one message, ${saturated}`,
      ({ saturated: { cpu, seconds, messages } }) => `${((cpu * seconds * 1_000) / messages).toFixed(2)} ms`,
    ),
    row('the load and the fake were busy', (each) => percent(each.saturated.busy)),
  ]
}

const both = ({ p50, p99 }: Times): string => `${p50.toFixed(1)} / ${p99.toFixed(1)} ms`
const ms = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(0)} ms`)
const mb = (value: number | undefined): string => (value === undefined ? '–' : `${value.toFixed(0)} MB`)
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`

function notes(okno: Figures, echo: Figures): string[] {
  const stretches: readonly (readonly [string, Loaded])[] = [
    ['Okno', okno.saturated],
    ['the echo bot', echo.saturated],
    ['Okno, moderate', okno.moderate],
    ['the echo bot, moderate', echo.moderate],
  ]
  return [
    "The echo bot answers its webhook when its reply is sent, Okno when the message is durable; the reply's time is what compares.",
    ...stretches.flatMap(([name, { busy, repeats, received, messages }]) => [
      ...(busy > FAKE_IS_BUSY ? [`Here the fake, not the bot, is the limit: ${name}.`] : []),
      ...(repeats > 0 ? [`${repeats} webhook posts were refused and repeated: ${name}.`] : []),
      ...(received !== messages ? [`${messages} said, ${received} received: ${name}.`] : []),
    ]),
  ]
}
