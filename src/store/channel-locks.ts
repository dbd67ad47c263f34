import pg from 'pg'
import type { ChannelLocks } from '../contracts/keep-store.ts'
import { connectionSettings } from './postgres.ts'

/** On SQLite there is one process, and its folder is locked: the channel is ours. */
export const OWN_CHANNELS: ChannelLocks = { hold: async () => async () => undefined }

/**
 * An advisory lock of a session: it goes with the connection, so a killed process frees its channel
 * in the moment the server notices.
 */
export function createPostgresChannelLocks(url: string): ChannelLocks {
  return {
    async hold(channel, onLost) {
      const client = new pg.Client(connectionSettings(url))
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
      return async () => {
        released = true
        await client.end().catch(() => undefined)
      }
    },
  }
}
