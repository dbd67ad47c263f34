import { createHash, randomBytes } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { operatorId } from '../src/core/ids.ts'
import { openPostgresStore } from '../src/store/open-postgres.ts'
import { openSqliteStore } from '../src/store/open-sqlite.ts'

const clock = { now: () => Date.now(), monotonic: () => performance.now() }

/**
 * So many operators, each with a session as a login would leave it; resolves to their tokens. They are
 * written by a second store beside the running gateway, which is closed again: 200 passwords would be
 * minutes of hashing, and the login is not what is measured.
 */
export async function letIn(
  dataFolder: string,
  databaseUrl: string | undefined,
  count: number,
): Promise<readonly string[]> {
  const store =
    databaseUrl === undefined
      ? await openSqliteStore(dataFolder, clock)
      : await openPostgresStore({ url: databaseUrl, clock, timeFrom: 'database', onError: () => undefined })
  try {
    const now = store.clock.now()
    const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
    await store.transact(async (tx) => {
      for (const [at, token] of tokens.entries()) {
        const login = `operator-${at}`
        const who = { id: operatorId(login), login, name: login, role: 'operator', locale: 'ru' } as const
        const hash = createHash('sha256').update(token).digest('base64url')
        await tx.addOperator({ ...who, disabled: false }, now)
        await tx.addSession({ hash, operator: who.id, createdAt: now, seenAt: now })
      }
    })
    return tokens
  } finally {
    await store.close()
  }
}
