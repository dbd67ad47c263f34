import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { databases } from './databases.ts'
import { machine } from './machine.ts'
import { measure } from './measure.ts'
import { reportOf } from './report.ts'
import { echoBot, okno } from './subject.ts'

/*
 * The road's figures, beside a bare grammY bot: `npm run bench`. README.md in this folder says what each
 * of them means.
 */
const { values: options } = parseArgs({
  options: {
    messages: { type: 'string', default: '6000' },
    /** Citizens that write at the same time when it is saturated. */
    chats: { type: 'string', default: '400' },
    database: { type: 'string', default: 'sqlite' },
    /** The moderate load, messages a second. */
    rate: { type: 'string', default: '50' },
    /** Starts on an empty folder, and as many again on the same; 0 for none. */
    starts: { type: 'string', default: '5' },
    /** For Okno's node: `--flag=--cpu-prof`; its folder is kept then. */
    flag: { type: 'string', multiple: true, default: [] },
    json: { type: 'boolean', default: false },
  },
})
const plan = {
  messages: Number(options.messages),
  chats: Number(options.chats),
  perSecond: Number(options.rate),
  starts: Number(options.starts),
}

const folder = mkdtempSync(join(tmpdir(), 'okno-bench-'))
const closing = new AsyncDisposableStack()
try {
  const where = machine(folder)
  let subjects = 0
  const freshFolder = () => join(folder, `${subjects++}`)
  const freshDatabase = await databases(options.database, closing)
  const figures = {
    okno: await measure(async () => okno(freshFolder(), await freshDatabase(), options.flag), plan),
    echo: await measure(async () => echoBot(freshFolder()), plan),
  }
  const run = {
    date: new Date().toISOString(),
    command: `node bench/road.ts ${process.argv.slice(2).join(' ')}`.trim(),
    database: options.database === 'sqlite' ? 'SQLite' : 'PostgreSQL',
    ...{ machine: where, plan, ...figures },
  }
  process.stdout.write(options.json ? `${JSON.stringify(run)}\n` : reportOf(run))
} finally {
  await closing.disposeAsync()
  if (options.flag.length === 0) rmSync(folder, { recursive: true, force: true })
  else process.stderr.write(`kept: ${folder}\n`)
}
