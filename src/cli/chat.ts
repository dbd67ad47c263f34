import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createConsoleChannel } from '../../bots/console/channel.ts'
import { type Edges, startTalk, type Talk } from '../app.ts'
import { readConfig } from '../config.ts'
import { channelName } from '../core/ids.ts'
import { createLog } from '../log.ts'
import type { Shell } from './shell.ts'
import { CLI_WORDS } from './words.ts'

/** The whole road over a folder that is thrown away afterwards. */
export async function chat(shell: Shell, edges: Omit<Edges, 'log'>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'okno-chat-'))
  try {
    const config = { ...readConfig(shell.env, shell.root), dataFolder: folder, databaseUrl: undefined }
    shell.stdout.write(`${CLI_WORDS[config.locale].chatHint}\n`)
    const begun = Promise.withResolvers<Talk>()
    const { channel, ended } = createConsoleChannel({
      name: channelName('console'),
      input: shell.stdin,
      output: shell.stdout,
      clock: edges.clock,
      answered: async () => (await begun.promise).settled(),
    })
    const talk = await startTalk(config, channel, { ...edges, log: createLog('error') })
    begun.resolve(talk)
    await Promise.race([ended, shell.asked])
    await talk.settled()
    await talk.stop()
    return 0
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
