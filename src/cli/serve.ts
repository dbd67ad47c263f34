import { type App, type Edges, startApp } from '../app.ts'
import type { ChannelState } from '../channels.ts'
import type { Config } from '../config.ts'
import { CLI_WORDS, type CliWords } from './words.ts'

export interface ServeIo extends Edges {
  readonly print: (line: string) => void
  /** Resolves when somebody asks us to stop. */
  readonly asked: Promise<void>
}

/** Runs the gateway until it is asked to stop. */
export async function serve(config: Config, io: ServeIo): Promise<void> {
  const words = CLI_WORDS[config.locale]
  const app = await startApp(config, io)
  for (const line of welcome(app, config, words)) io.print(line)
  await io.asked
  io.print(words.stopping)
  await app.stop()
  io.print(words.stopped)
}

function welcome(app: App, config: Config, words: CliWords): string[] {
  const database = app.database === 'sqlite' ? 'SQLite' : 'PostgreSQL'
  const chat = app.channels.some(({ name, on }) => name === 'web' && on) ? [words.chatAt(app.url)] : []
  return [
    words.ready(app.url),
    ...chat,
    words.contentServes(words.topics(app.content.topics.size)),
    ...(app.contentFaults > 0 ? [words.contentBroken(words.faults(app.contentFaults))] : []),
    words.inboxAt(app.inboxUrl),
    ...(app.firstLink === undefined ? [] : [words.firstLink(app.firstLink)]),
    words.dataIn(config.dataFolder, database),
    ...app.channels.map((channel) => channelLine(channel, words)),
    ...(config.operatorOfService === undefined ? [words.demonstration] : []),
    words.stopHint,
  ]
}

function channelLine(channel: ChannelState, words: CliWords): string {
  const name = words.channel[channel.name]
  return channel.on
    ? words.channelOn(name, words.how[channel.how])
    : words.channelOff(name, words.off[channel.why])
}
