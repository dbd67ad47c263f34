import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { topicId } from '../core/ids.ts'
import { dropFolder, exampleFolder, put, TOPICS } from './example-folder.ts'
import { stampOf } from './stamp.ts'
import { type ContentWatch, type WatchOptions, watchContent } from './watch.ts'

let folder = ''
let watching: ContentWatch | undefined
let heard: string[] = []
let wake = () => {}
beforeEach(() => {
  folder = exampleFolder()
  heard = []
})
afterEach(() => {
  watching?.close()
  dropFolder(folder)
})

const DEAF: WatchOptions['watchFolders'] = () => () => {}

function hear(news: string): void {
  heard.push(news)
  wake()
}

function start(options: Partial<WatchOptions> = {}): void {
  watching = watchContent({
    folder,
    debounceMs: 40,
    pollMs: 60_000,
    onLoaded: (content) => hear(content.topics.get(topicId('contacts.phone'))?.title.ru ?? 'no topic'),
    onBroken: (faults) => hear(faults.map(({ code }) => code).join()),
    ...options,
  })
}

/** Resolves when that much was heard; a test that waits in vain is ended by Jest. */
async function until(count: number): Promise<readonly string[]> {
  while (heard.length < count) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
  return heard
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const titled = (title: string) => TOPICS.replace('Телефон поддержки', title)

describe.each([
  ['told by the operating system', {}],
  ['told nothing, so that it polls', { watchFolders: DEAF, pollMs: 30 }],
])('watchContent, %s', (_how, options) => {
  it('loads what was changed', async () => {
    start(options)
    put(folder, 'faq/contacts.yaml', titled('Телефон подмостки'))
    expect(await until(1)).toEqual(['Телефон подмостки'])
    put(folder, 'faq/deeper/more.yaml', titled('Ещё').replaceAll('contacts.', 'more.'))
    rmSync(join(folder, 'faq/contacts.yaml'))
    expect(await until(2)).toEqual(['Телефон подмостки', 'no topic'])
  })

  it('tells of broken content, and of the cure', async () => {
    start(options)
    put(folder, 'faq/contacts.yaml', 'topics: [')
    expect(await until(1)).toEqual(['YAML_UNCLOSED'])
    put(folder, 'faq/contacts.yaml', titled('Починен'))
    expect(await until(2)).toEqual(['YAML_UNCLOSED', 'Починен'])
  })
})

describe('watchContent', () => {
  it('loads once what is written in many pieces', async () => {
    start()
    const text = titled('Кусками')
    for (let end = 0; end < text.length; end += Math.ceil(text.length / 12)) {
      put(folder, 'faq/contacts.yaml', text.slice(0, end))
      await rest(5)
    }
    put(folder, 'faq/contacts.yaml', text)
    await until(1)
    await rest(150)
    expect(heard).toEqual(['Кусками'])
  })

  it('follows a file that is swapped by its name, as editors save', async () => {
    start()
    writeFileSync(join(folder, 'faq/.new'), titled('Подменён'))
    renameSync(join(folder, 'faq/.new'), join(folder, 'faq/contacts.yaml'))
    expect(await until(1)).toEqual(['Подменён'])
  })

  it('follows a folder that is swapped by a link, again and again', async () => {
    const home = join(folder, 'mounted')
    for (const version of ['1', '2', '3'])
      put(folder, `versions/${version}/contacts.yaml`, titled(`v${version}`))
    for (const version of ['1', '2', '3']) {
      for (const name of ['facts', 'synonyms', 'background']) {
        const from = join(folder, 'faq', `${name}.yaml`)
        symlinkSync(from, join(folder, 'versions', version, `${name}.yaml`))
      }
    }
    mkdirSync(home)
    symlinkSync(join(folder, 'intents'), join(home, 'intents'))
    const swap = (version: string) => {
      symlinkSync(join(folder, 'versions', version), join(home, 'next'))
      renameSync(join(home, 'next'), join(home, 'faq'))
    }
    swap('1')
    start({ folder: home, pollMs: 30 })
    swap('2')
    await until(1)
    swap('3')
    expect(await until(2)).toEqual(['v2', 'v3'])
  })

  it('misses no change between the caller’s load and its own start', async () => {
    const since = stampOf(folder)
    put(folder, 'faq/contacts.yaml', titled('Между'))
    start({ since, watchFolders: DEAF })
    expect(await until(1)).toEqual(['Между'])
  })

  it('is silent after it was closed', async () => {
    start({ pollMs: 20 })
    put(folder, 'faq/contacts.yaml', titled('Поздно'))
    watching?.close()
    await rest(150)
    expect(heard).toEqual([])
  })
})
