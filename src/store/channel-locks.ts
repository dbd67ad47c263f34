import pg from 'pg'
import type { ChannelLocks } from '../contracts/keep-store.ts'
import { connectionSettings } from './postgres.ts'

/** On SQLite there is one process, and its folder is locked: the channel is ours. */
export const OWN_CHANNELS: ChannelLocks = { hold: async () => async () => undefined }

/** How often we ask whether the lock's connection lives; an answer may take `BEAT_MS`, too. */
const BEAT_MS = 5_000

/**
 * An advisory lock of a session: it goes with the connection, so a killed process frees its channel
 * in the moment the server notices.
 */
export function createPostgresChannelLocks(url: string): ChannelLocks {
  return {
    async hold(channel, onLost) {
      const client = new pg.Client({ ...connectionSettings(url), query_timeout: BEAT_MS })
      let released = false
      const lost = () => {
        if (!released) onLost()
        released = true
      }
      client.on('error', lost)
      client.on('end', lost)
      try {
        await client.connect()
        const key = `okno channel ${channel}`
        const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as held', [
          key,
        ])
        if (rows[0]?.held !== true) {
          released = true
          await client.end()
          return undefined
        }
      } catch (error) {
        released = true
        await client.end().catch(() => undefined)
        throw error
      }
      // Behind a half-open network nothing is heard of a lock that the server has given to another.
      const beat = setInterval(() => {
        client.query('select 1').catch(lost)
      }, BEAT_MS)
      beat.unref()
      return async () => {
        clearInterval(beat)
        released = true
        await client.end().catch(() => undefined)
      }
    },
  }
}
