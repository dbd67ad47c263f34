import { randomBytes } from 'node:crypto'
import { readConfig, readContentFolder, readLocale } from '../config.ts'
import type { Clock } from '../contracts/clock.ts'
import { OknoError } from '../core/errors.ts'
import { createLog } from '../log.ts'
import type { Shell } from './shell.ts'
import { CLI_WORDS } from './words.ts'

const CLOCK: Clock = { now: () => Date.now(), monotonic: () => performance.now() }

/** Runs one command; resolves to the exit code. A fault is told in a person's words, with its cure. */
export async function run([command = 'serve', ...args]: readonly string[], shell: Shell): Promise<number> {
  const locale = readLocale(shell.env, shell.root)
  const print = (line: string) => void shell.stdout.write(`${line}\n`)
  try {
    switch (command) {
      case 'serve': {
        const config = readConfig(shell.env, shell.root)
        const { serve } = await import('./serve.ts')
        const edges = { clock: CLOCK, random: Math.random, randomBytes, log: createLog(config.logLevel) }
        await serve(config, { ...edges, print, asked: shell.asked })
        return 0
      }
      case 'chat': {
        const { chat } = await import('./chat.ts')
        return await chat(shell, { clock: CLOCK, random: Math.random, randomBytes })
      }
      case 'content': {
        const { contentCommand } = await import('./content.ts')
        return contentCommand(args, {
          write: (text) => void shell.stdout.write(text),
          folder: () => readContentFolder(shell.env, shell.root),
          locale,
          now: CLOCK.now(),
        })
      }
      case 'help':
        print(CLI_WORDS[locale].help)
        return 0
      default:
        throw new OknoError('UNKNOWN_COMMAND', { command: command.slice(0, 40) })
    }
  } catch (error) {
    if (!(error instanceof OknoError)) throw error
    shell.stderr.write(`${error.in(locale)}\n`)
    return error.code === 'UNKNOWN_COMMAND' ? 2 : 1
  }
}
