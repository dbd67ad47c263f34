import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { run } from './cli/run.ts'

const root = dirname(dirname(fileURLToPath(import.meta.url)))

process.exitCode = await run(process.argv.slice(2), {
  env: process.env,
  root,
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  asked: new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  }),
})
