import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Content, Intent, Topic } from '../src/core/content.ts'
import { intentId, teamName, topicId } from '../src/core/ids.ts'
import type { Candidate, Understanding } from '../src/core/outcome.ts'
import { normalize } from '../src/nlu/normalize.ts'
import type { Understand } from '../src/nlu/understand.ts'
import { NOON } from './eg.ts'

/** A few topics, and the shipped words of the bot: what rules are tested with. */
export function exampleContent(): Content {
  return {
    version: 'example',
    topics: new Map(TOPICS.map((topic) => [topic.id, topic])),
    intents: new Map(
      shipped<Intent[]>('small-talk', 'intents').map((intent) => [intentId(intent.id), intent]),
    ),
    phrases: shipped('phrases', 'phrases'),
    lexicon: shipped('lexicon', 'lexicon'),
    synonyms: [],
    background: [],
  }
}

/** What a text means: candidates with their confidence, best first; no entry means nothing. */
export type Meanings = Readonly<Record<string, Readonly<Record<string, number>>>>

/** Understands exactly what the table says, in the bands of the real one. */
export function understandBy(meanings: Meanings): Understand {
  return (text, { locale, topic, leans }) => {
    const read = normalize(text)
    const known = (leans ? meanings[`${topic} + ${read}`] : undefined) ?? meanings[read] ?? {}
    const candidates = Object.entries(known).map(([id, confidence]) => ({ of: named(id), confidence }))
    return {
      locale: localeOf(read) ?? locale,
      band: bandOf(candidates[0]?.confidence ?? 0),
      candidates,
      asks: /\p{L}{2}/u.test(read) && !/^[^аеиоуыэюяaeiouy]+$/.test(read),
      evidence: { read, repairs: [], example: undefined, features: [], margin: 0 },
    }
  }
}

function shipped<Value>(file: string, key: string): Value {
  return parse(readFileSync(new URL(`../intents/${file}.yaml`, import.meta.url), 'utf8'))[key]
}

function topic(id: string, title: string, more: Partial<Topic> = {}): Topic {
  return {
    id: topicId(id),
    title: { ru: title, en: `${id} in English` },
    examples: { ru: [], en: [] },
    negatives: { ru: [], en: [] },
    answer: { ru: `Ответ: ${title}.\n`, en: `Answer: ${id}.\n` },
    options: [],
    team: undefined,
    escalate: false,
    validFrom: 0,
    validTo: Number.MAX_SAFE_INTEGER,
    ...more,
  }
}

const TOPICS: readonly Topic[] = [
  topic('code', 'Не приходит СМС с кодом', {
    options: ['phone', 'old', 'hours'].map(topicId),
    team: teamName('access'),
  }),
  topic('phone', 'Телефон поддержки'),
  topic('hours', 'Часы работы операторов'),
  topic('holidays', 'Работа в праздники'),
  topic('hacked', 'Подозрение на взлом', { escalate: true, team: teamName('security') }),
  topic('old', 'Прошлогодняя льгота', { validTo: NOON - 1 }),
  topic('later', 'Будущая льгота', { validFrom: NOON + 1 }),
]

function named(id: string): Candidate['of'] {
  return id.startsWith('talk.') ? { kind: 'intent', id: intentId(id) } : { kind: 'topic', id: topicId(id) }
}

function localeOf(text: string): Understanding['locale'] | undefined {
  if (/[а-я]/.test(text)) return 'ru'
  return /[a-z]/.test(text) ? 'en' : undefined
}

function bandOf(confidence: number): Understanding['band'] {
  if (confidence >= 0.55) return 'answer'
  return confidence >= 0.2 ? 'clarify' : 'fallback'
}
