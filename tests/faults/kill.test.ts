import { describe, expect, it } from '@jest/globals'
import { openPostgresStore } from '../../src/store/open-postgres.ts'
import { openSqliteStore } from '../../src/store/open-sqlite.ts'
import { createPostgresDatabase } from '../databases.ts'
import { SERVER_VARIABLE } from '../postgres/server.ts'
import { type CampaignResult, runCampaign } from './kill/campaign.ts'
import { describeWhere } from './needs.ts'

/** How often a gateway is killed: `OKNO_KILLS=200 npm run test:faults -- kill`. */
const CYCLES = Number(process.env['OKNO_KILLS'] ?? 20)
const SEED = Number(process.env['OKNO_SEED'] ?? 20_261_124)
const MINUTES = 60_000

const clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** One line that a machine can read, and then every promise. */
function judge(name: string, result: CampaignResult): void {
  process.stdout.write(`kill campaign on ${name}: ${JSON.stringify(result)}\n`)
  expect(result.updates).toBeGreaterThan(CYCLES * 10)
  expect(result).toMatchObject({
    unprocessed: 0,
    lostIn: 0,
    turnedTwice: 0,
    orderIn: 0,
    lostOut: 0,
    orderOut: 0,
    repeatsForbidden: 0,
    withoutTicket: 0,
    botAfterClaim: 0,
  })
  expect(result.claims).toBeGreaterThan(CYCLES / 4)
  expect(result.answers).toBeGreaterThan(0)
  expect(result.latestTicketMs).toBeLessThanOrEqual(30_000)
}

describe('kill -9 under load', () => {
  it(
    'loses nothing on SQLite',
    async () => {
      const result = await runCampaign({
        cycles: CYCLES,
        processes: 1,
        seed: SEED,
        databaseUrl: undefined,
        open: (folder) => openSqliteStore(folder, clock),
      })
      judge('SQLite', result)
    },
    (5 + CYCLES / 10) * MINUTES,
  )
})

describeWhere(
  process.env[SERVER_VARIABLE] !== undefined,
  'PostgreSQL',
  `Name a server in ${SERVER_VARIABLE}.`,
)('kill -9 under load, two processes', () => {
  it(
    'loses nothing on PostgreSQL',
    async () => {
      const { url, drop } = await createPostgresDatabase()
      try {
        const result = await runCampaign({
          cycles: CYCLES,
          processes: 2,
          seed: SEED,
          databaseUrl: url,
          open: () => openPostgresStore({ url, clock, timeFrom: 'database', onError: () => undefined }),
        })
        judge('PostgreSQL', result)
      } finally {
        await drop()
      }
    },
    (5 + CYCLES / 10) * MINUTES,
  )
})
