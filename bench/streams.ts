import { readFileSync } from 'node:fs'
import { type ClientRequest, get } from 'node:http'
import { performance } from 'node:perf_hooks'

/** The gateway keeps the newest five of an operator (`handoff/inbox/live.ts`). */
export const STREAMS_EACH = 5
const OPENED_AT_ONCE = 20
/** Beside the streams: the database, the webhook, modules, the log. */
const OTHER_FILES = 200

export interface Streams {
  /** By the citizen's name: when each stream first heard of the ticket, monotonic ms; NaN has not yet. */
  readonly heard: ReadonlyMap<string, Float64Array>
  /** Events of any kind that came, and their bytes. */
  readonly counts: { events: number; bytes: number; ended: number }
  close(): void
}

/** Opens them all and resolves when each was greeted. Rejects when one is refused. */
export async function openStreams(url: string, tokens: readonly string[], count: number): Promise<Streams> {
  enoughFiles(count)
  const heard = new Map<string, Float64Array>()
  const counts = { events: 0, bytes: 0, ended: 0 }
  const open: ClientRequest[] = []
  const hear = (stream: number, block: string): void => {
    const at = performance.now()
    counts.events++
    // Parsing would cost this process more than reading does.
    const name = /"citizen":"(\w{1,64})"/.exec(block)?.[1]
    if (name === undefined) return
    const times = heard.get(name) ?? new Float64Array(count).fill(Number.NaN)
    heard.set(name, times)
    if (Number.isNaN(times[stream])) times[stream] = at
  }
  const left = Array.from({ length: count }, (_, at) => at).values()
  await Promise.all(
    Array.from({ length: OPENED_AT_ONCE }, async () => {
      for (const stream of left) {
        const token = tokens[Math.floor(stream / STREAMS_EACH)] ?? ''
        open.push(await openStream(url, token, counts, (block) => hear(stream, block)))
      }
    }),
  )
  return {
    heard,
    counts,
    close: () => {
      for (const asked of open) asked.destroy()
    },
  }
}

function openStream(
  url: string,
  token: string,
  counts: Streams['counts'],
  hear: (block: string) => void,
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    let rest = ''
    // Without an agent each has a connection of its own, as a browser's tab has.
    const asked = get(`${url}/inbox/api/events`, { headers: { cookie: `okno=${token}` }, agent: false })
    asked.on('error', reject)
    asked.on('response', (response) => {
      if (response.statusCode !== 200)
        return reject(new Error(`a stream was refused: ${response.statusCode}`))
      response.setEncoding('utf8')
      response.on('error', () => undefined)
      response.on('close', () => counts.ended++)
      response.on('data', (chunk: string) => {
        counts.bytes += chunk.length
        const blocks = `${rest}${chunk}`.split('\n\n')
        rest = blocks.pop() ?? ''
        for (const block of blocks) {
          if (block.startsWith('data: {"kind":"hello"')) resolve(asked)
          else if (block.startsWith('data: ')) hear(block)
        }
      })
    })
  })
}

/** Node raises its own limit as far as it may, and the gateway inherits it; what then lacks is said at once. */
function enoughFiles(streams: number): void {
  const limit = Number(/Max open files\s+(\d+)/.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1])
  if (limit < streams + OTHER_FILES)
    throw new Error(
      `${streams} streams need ${streams + OTHER_FILES} open files, ${limit} are allowed: ulimit -n`,
    )
}
