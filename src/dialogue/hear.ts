import type { Memory } from '../core/conversation.ts'
import type { TopicId } from '../core/ids.ts'
import type { Locale } from '../core/locale.ts'
import type { Understanding } from '../core/outcome.ts'
import type { Understand } from '../nlu/understand.ts'
import type { Cues } from './cues.ts'
import { isCourtesy } from './intents.ts'
import { ANSWERS_AT_MOST, PIECES_AT_MOST, SHORT_WORDS, TOPIC_LASTS_MS } from './thresholds.ts'
import { wordsIn } from './words.ts'

/** What the texts of one step mean, each and all together. */
export interface Heard {
  /** Everything said, in order. */
  readonly text: string
  readonly locale: Locale
  readonly best: Understanding
  /** The topics to answer: several when each text asks for one of its own, surely. */
  readonly topics: readonly TopicId[]
}

export interface Ears {
  readonly understand: Understand
  readonly cues: Cues
}

interface Context {
  readonly memory: Memory
  readonly locale: Locale
  readonly at: number
}

export function hear(texts: readonly string[], ears: Ears, context: Context): Heard {
  const text = texts.join('\n')
  const pieces = texts.flatMap((each) => ears.cues.questionsIn(each)).slice(-PIECES_AT_MOST)
  const together = understandOne(text, ears, context)
  const each = pieces.length > 1 ? pieces.map((piece) => understandOne(piece, ears, context)) : []
  const best = [together, ...each].reduce((one, other) => (isBetter(other, one) ? other : one))
  return { text, locale: together.locale, best, topics: topicsToAnswer(best, together, each) }
}

/** The topic answered last, while a question may still lean on it. */
export function recentTopic({ topic, topicAt }: Memory, at: number): TopicId | undefined {
  return at - topicAt <= TOPIC_LASTS_MS ? topic : undefined
}

function understandOne(text: string, ears: Ears, context: Context): Understanding {
  const rest = ears.cues.withoutCourtesy(text)
  const meant = inContext(rest, ears, context)
  if (rest === text || meant.band !== 'fallback') return meant
  // «Добрый день, девушка»: what is left means nothing, and the greeting does.
  const whole = inContext(text, ears, context)
  return isBetter(whole, meant) ? whole : meant
}

/**
 * A text that leans on the topic before, by its first words or for being short, is read with that topic
 * in mind as well; that reading counts where it is sure.
 */
function inContext(text: string, { understand, cues }: Ears, { memory, locale, at }: Context): Understanding {
  const topic = recentTopic(memory, at)
  const alone = understand(text, { locale, topic, leans: false })
  if (topic === undefined || !alone.asks) return alone
  const leans = cues.leans(text)
  const isShort = alone.band !== 'answer' && wordsIn(text).length <= SHORT_WORDS
  if (!leans && !isShort) return alone
  const leaning = understand(text, { locale, topic, leans: true })
  if (leans) return leaning.band === 'answer' || isBetter(leaning, alone) ? leaning : alone
  // A name, too, is short: the topic before alone makes no question of it.
  const other = topicOf(leaning)
  return other !== undefined && other !== topic ? leaning : alone
}

function topicsToAnswer(
  best: Understanding,
  together: Understanding,
  each: readonly Understanding[],
): readonly TopicId[] {
  const sure = each.flatMap((one) => (topicOf(one) === undefined ? [] : [one]))
  const topics = [...new Set(sure.flatMap((one) => topicOf(one) ?? []))]
  const whole = topicOf(together)
  const isOneThing = whole !== undefined && sure.every((one) => confidenceOf(one) <= confidenceOf(together))
  if (topics.length > 1 && !isOneThing) return topics.slice(0, ANSWERS_AT_MOST)
  const only = topicOf(best)
  return only === undefined ? [] : [only]
}

/** The topic that is sure enough to be answered. */
function topicOf({ band, candidates: [first] }: Understanding): TopicId | undefined {
  return band === 'answer' && first?.of.kind === 'topic' ? first.of.id : undefined
}

const confidenceOf = ({ candidates: [first] }: Understanding): number => first?.confidence ?? 0

function isBetter(one: Understanding, other: Understanding): boolean {
  const more = weightOf(one) - weightOf(other)
  return more > 0 || (more === 0 && confidenceOf(one) > confidenceOf(other))
}

/** A question counts more than a courtesy beside it, even a question that was not understood. */
function weightOf(understanding: Understanding): number {
  const { band, asks, evidence, candidates } = understanding
  const of = candidates[0]?.of
  if (band === 'fallback') return asks && wordsIn(evidence.read).length > 2 ? 3 : 1
  if (of?.kind === 'intent') return isCourtesy(of.id) ? 2 : band === 'answer' ? 5 : 2
  return band === 'answer' ? 6 : 4
}
