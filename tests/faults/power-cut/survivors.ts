import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { INBOX } from '../../../src/store/schema.ts'
import type { Contents } from './disk.ts'

export interface Survivors {
  /** Messages that were kept, and those that also had their turn and its reply. */
  readonly kept: ReadonlySet<string>
  readonly answered: ReadonlySet<string>
  /** What must never be, however the power went; empty for a sound database. */
  readonly faults: readonly string[]
}

/** Opens what the disk holds as the program would, and looks at what is there. */
export function survivorsOf(contents: Contents, folder: string): Survivors {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [name, data] of contents) writeFileSync(join(folder, name), data)
  try {
    return lookInto(join(folder, 'okno.sqlite'))
  } catch (error) {
    return { kept: new Set(), answered: new Set(), faults: [String(error)] }
  }
}

function lookInto(file: string): Survivors {
  const sqlite = new Sqlite(file)
  try {
    sqlite.pragma('synchronous = OFF')
    const list = (query: string) => sqlite.prepare(query).pluck().all().map(String)
    return {
      kept: new Set(list('select key from inbox')),
      answered: new Set(
        list(`
          select i.key from inbox i
          join message m on m.inbox_id = i.id
          join outbox o on o.conversation_id = i.conversation_id
            and json_extract(o.part, '$.text') = 're: ' || i.key
          where i.status = ${INBOX.done}`),
      ),
      faults: [
        ...list('pragma integrity_check').filter((line) => line !== 'ok'),
        ...list('pragma foreign_key_check').map((table) => `${table}: a row refers to nothing`),
        ...HALVES.flatMap(([what, query]) => list(query).map((row) => `${what}: ${row}`)),
      ],
    }
  } finally {
    sqlite.close()
  }
}

/** What one transaction wrote must be there whole or not at all. */
const HALVES = [
  [
    'done without a place in the transcript',
    `select key from inbox where status = ${INBOX.done} and id not in (
       select inbox_id from message where inbox_id is not null)`,
  ],
  [
    'in the transcript, and yet to have its turn',
    `select key from inbox where status <> ${INBOX.done} and id in (select inbox_id from message)`,
  ],
  [
    'said and not to be sent',
    `select m.id from message m left join outbox o using (conversation_id, seq)
     where m.author = 'bot' and o.id is null`,
  ],
  [
    'numbered wrongly',
    `select c.id from conversation c left join message m on m.conversation_id = c.id
     group by c.id having c.next_seq <> count(m.id) + 1`,
  ],
] as const
