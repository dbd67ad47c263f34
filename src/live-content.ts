import { beginCalibration } from './calibration.ts'
import type { ContentFault } from './content/fault.ts'
import { loadContent } from './content/load.ts'
import { readSnapshot, writeSnapshot } from './content/snapshot.ts'
import { stampOf } from './content/stamp.ts'
import { watchContent } from './content/watch.ts'
import type { Log } from './contracts/log.ts'
import type { Notices } from './contracts/notices.ts'
import type { Responder } from './contracts/responder.ts'
import type { DeskNotices } from './contracts/speak.ts'
import type { Content } from './core/content.ts'
import { OknoError } from './core/errors.ts'
import type { Locale } from './core/locale.ts'
import { createEngine } from './dialogue/engine.ts'
import { prepareUnderstand } from './nlu/understand.ts'
import { corpusOf } from './nlu-corpus.ts'
import { createNotices } from './notices.ts'

export interface LiveContentOptions {
  readonly folder: string
  readonly dataFolder: string
  readonly locale: Locale
  readonly now: () => number
  readonly log: Log
}

export interface LiveContent {
  readonly responder: Responder
  readonly notices: Notices & DeskNotices
  readonly current: () => Content
  /** What keeps the files from going live, for the one who starts the gateway; empty when they are live. */
  readonly faults: () => readonly ContentFault[]
  close(): void
}

/**
 * The content that serves now: loaded, reloaded when its files change and swapped whole between two
 * turns. Broken files change nothing: what served goes on, at a start the last good content. Rejects
 * with CONTENT_INVALID when the files are broken and nothing good was ever kept.
 */
export async function openLiveContent(options: LiveContentOptions): Promise<LiveContent> {
  const { folder, dataFolder, locale, now, log } = options
  const since = stampOf(folder)
  const loaded = loadContent(folder, now())
  const first = loaded.ok ? loaded.content : await readSnapshot(dataFolder)
  let faults = loaded.ok ? [] : loaded.faults
  if (first === undefined) throw invalid(faults, locale)
  let content = first
  let responder = await respondFrom(content, dataFolder)
  if (loaded.ok) await writeSnapshot(dataFolder, content)
  else log.alarm('content.broken', { faults: faults.length, serves: content.version.slice(0, 12) })

  let newest = content.version
  async function swap(next: Content): Promise<void> {
    const ready = await respondFrom(next, dataFolder)
    // Saved again meanwhile: the newer one is on its way.
    if (next.version !== newest) return
    responder = ready
    content = next
    log.info('content.swapped', { version: next.version.slice(0, 12), topics: next.topics.size })
    await writeSnapshot(dataFolder, next)
  }

  const watch = watchContent({
    folder,
    since,
    now,
    onLoaded(next) {
      faults = []
      newest = next.version
      if (next.version !== content.version) swap(next).catch(() => log.alarm('content.not-swapped'))
    },
    onBroken(found) {
      faults = found
      const [at] = found
      log.alarm('content.broken', {
        faults: found.length,
        file: at?.file,
        line: at?.line,
        column: at?.column,
        code: at?.code,
      })
    },
  })

  return {
    responder: { current: () => responder },
    notices: createNotices(() => content.phrases),
    current: () => content,
    faults: () => faults,
    close: () => watch.close(),
  }
}

async function respondFrom(content: Content, dataFolder: string): Promise<ReturnType<Responder['current']>> {
  const corpus = corpusOf(content)
  const calibrating = await beginCalibration(content.version, corpus, dataFolder)
  const understandBy = prepareUnderstand(corpus)
  const engine = createEngine({ content, understand: understandBy(await calibrating.weights) })
  return { respond: (turn) => engine.respond(turn), contentVersion: content.version }
}

function invalid(faults: readonly ContentFault[], locale: Locale): OknoError {
  const lines = faults.map(
    (f) => `  ${f.file}:${f.line}:${f.column}  ${f.problem[locale]}; ${f.cure[locale]}`,
  )
  return new OknoError('CONTENT_INVALID', { count: faults.length, list: lines.join('\n') })
}
