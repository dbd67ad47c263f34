import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadContent } from '../src/content/load.ts'
import type { Understanding } from '../src/core/outcome.ts'
import { createUnderstand } from '../src/nlu/understand.ts'
import { corpusOf } from '../src/nlu-corpus.ts'

/*
 * How well and how fast the shipped corpus is understood:
 *   node bench/understand.ts [--content FOLDER] [--dev FILE]
 * FILE holds one message a line, {"text", "topic", "style"}; a topic of null is one that nobody answers.
 * Messages about topics that the corpus does not have are counted apart.
 */
interface Message {
  readonly text: string
  readonly topic: string | null
  readonly style: string
}

const ROUNDS_OF_TIMING = 5

const { values: options } = parseArgs({
  options: { content: { type: 'string', default: '.' }, dev: { type: 'string' } },
})
const loaded = loadContent(options.content)
if (!loaded.ok)
  throw new Error(`The content has ${loaded.faults.length} faults; \`okno faq check\` names them.`)
const corpus = corpusOf(loaded.content)
const examples = corpus.entries.flatMap((entry) => entry.examples)

const began = performance.now()
const understand = createUnderstand(corpus)
const learning = performance.now() - began
console.log(
  `${corpus.entries.length} entries, ${examples.length} examples, ${corpus.background.length} of background: learnt in ${learning.toFixed(0)} ms`,
)

if (options.dev === undefined) {
  console.log('skipped: right and wrong by style (give a file of messages by --dev FILE)')
  time('understand, the corpus’ own examples', examples)
} else {
  const messages = readMessages(options.dev)
  time(
    'understand, the messages of --dev',
    messages.map(({ text }) => text),
  )
  judge(messages)
}

function judge(messages: readonly Message[]): void {
  const known = new Set<string>(corpus.entries.map(({ of }) => of.id))
  const inScope = messages.filter(({ topic }) => topic !== null && known.has(topic))
  report('in scope', inScope)
  for (const [style, some] of Map.groupBy(inScope, (message) => message.style)) report(`  ${style}`, some)
  report(
    'no topic',
    messages.filter(({ topic }) => topic === null),
  )
  report(
    'topics not here',
    messages.filter(({ topic }) => topic !== null && !known.has(topic)),
  )
}

/** Shares in percent: the right topic first; answered, and of these wrong; asked back; fallen back. */
function report(name: string, messages: readonly Message[]): void {
  if (messages.length === 0) return
  const judged = messages.map(({ text, topic }) => {
    const { band, candidates } = ask(text)
    return { band, right: candidates[0]?.of.id === topic }
  })
  const answered = judged.filter(({ band }) => band === 'answer')
  const share = (part: number, of: number) => `${of === 0 ? '–' : ((100 * part) / of).toFixed(1)}`.padStart(5)
  const inBand = (wanted: string) => share(judged.filter(({ band }) => band === wanted).length, judged.length)
  const right = share(judged.filter((each) => each.right).length, judged.length)
  const wrong = share(answered.filter((each) => !each.right).length, answered.length)
  console.log(
    `${name.padEnd(16)} n ${String(messages.length).padStart(3)}  first right ${right}  answered ${inBand('answer')} (wrong ${wrong})  asked back ${inBand('clarify')}  fell back ${inBand('fallback')}`,
  )
}

function time(what: string, texts: readonly string[]): void {
  const times: number[] = []
  for (let round = 0; round < ROUNDS_OF_TIMING; round += 1) {
    for (const text of texts) {
      const start = performance.now()
      ask(text)
      times.push(performance.now() - start)
    }
  }
  times.sort((one, other) => one - other)
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(3)
  console.log(`${what}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`)
}

function ask(text: string): Understanding {
  return understand(text, { locale: 'ru', topic: undefined, leans: false })
}

function readMessages(path: string): readonly Message[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Message => JSON.parse(line))
}
