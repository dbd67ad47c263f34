import { SERVER_VARIABLE, startTestServer } from './server.ts'

/**
 * Starts PostgreSQL once for the whole run. Where none starts the PostgreSQL half of the suite cannot
 * run: in CI that fails the run, elsewhere it is said loudly and the rest goes on.
 */
// biome-ignore lint/style/noDefaultExport: Jest calls the default export.
export default async function setUp(): Promise<void> {
  try {
    const server = await startTestServer()
    process.env[SERVER_VARIABLE] = server.url
    ;(globalThis as { stopTestServer?: () => Promise<void> }).stopTestServer = server.stop
  } catch (error) {
    if (process.env['CI'] !== undefined) throw error
    const line = '!'.repeat(78)
    process.stderr.write(
      `\n${line}\nNo PostgreSQL: the tests that need it are SKIPPED. Name a server in ${SERVER_VARIABLE}.\n${String(error)}\n${line}\n`,
    )
  }
}
