import { createPostgresDatabase } from '../tests/databases.ts'
import { SERVER_VARIABLE, startTestServer } from '../tests/postgres/server.ts'

/**
 * Makes an empty database a time; `closing` drops them all. Undefined is Okno's own SQLite, in its folder.
 * Throws when `kind` is neither `sqlite` nor `postgres`.
 */
export async function databases(
  kind: string,
  closing: AsyncDisposableStack,
): Promise<() => Promise<string | undefined>> {
  if (kind === 'sqlite') return async () => undefined
  if (kind !== 'postgres') throw new Error('--database is sqlite or postgres')
  const server = await startTestServer()
  closing.defer(() => server.stop())
  process.env[SERVER_VARIABLE] = server.url
  return async () => {
    const { url, drop } = await createPostgresDatabase()
    closing.defer(drop)
    return url
  }
}
