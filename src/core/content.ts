import type { IntentId, TeamName, TopicId } from './ids.ts'
import type { Locale, Localized } from './locale.ts'

/** The FAQ, the small talk and the bot's words: an immutable snapshot, swapped whole. */
export interface Content {
  /** Hash of everything in it. */
  readonly version: string
  readonly topics: ReadonlyMap<TopicId, Topic>
  readonly intents: ReadonlyMap<IntentId, Intent>
  readonly phrases: Phrases
  readonly lexicon: Lexicon
  /** Words that mean the same, each group's first word stands for the others. */
  readonly synonyms: readonly (readonly string[])[]
  /** Messages that no topic answers: what «none of these» is learnt from. */
  readonly background: readonly string[]
}

export type Examples = Readonly<Record<Locale, readonly string[]>>

/** An intent of the FAQ: a question that many ask, and its answer. */
export interface Topic {
  readonly id: TopicId
  /** Shown in a clarification: what a citizen recognises as the question meant. */
  readonly title: Localized
  readonly examples: Examples
  /** What sounds alike and is not this topic. */
  readonly negatives: Examples
  /** Light markup; the facts are filled in. */
  readonly answer: Localized
  /** Topics that lead on from the answer. */
  readonly options: readonly TopicId[]
  readonly team: TeamName | undefined
  /** Answered, and handed to a human as well. */
  readonly escalate: boolean
  /** ms UTC; outside of them the topic is not answered from. */
  readonly validFrom: number
  readonly validTo: number
}

/** Small talk, or a wish about the conversation itself. */
export interface Intent {
  readonly id: IntentId
  readonly examples: Examples
  readonly reply: Localized | undefined
}

/** Every fixed thing the bot says. `{name}` is a place for a value. */
export const PHRASE_KEYS = [
  'privacy',
  'greeting.start',
  'help',
  'clarify',
  'clarify.none',
  'fallback',
  'fallback.sticker',
  'fallback.file',
  'choose.nothing',
  'choose.range',
  'helped.ask',
  'helped.yes',
  'helped.no',
  'helped.thanks',
  'human.button',
  'handoff.asked',
  'handoff.not-helped',
  'handoff.not-understood',
  'handoff.topic',
  'handoff.failed',
  'handoff.already',
  'cancelled',
  'language.switched',
  'group.leave',
  'pace.notice',
  'options.more',
  'topic.expired',
] as const
export type PhraseKey = (typeof PHRASE_KEYS)[number]
export type Phrases = Readonly<Record<PhraseKey, Localized>>

/** Word lists that rules go by, each entry one word or phrase, as stems or whole words the rule says. */
export const LEXICON_KEYS = [
  /** Whom one may ask for: operator, person, specialist … */
  'human.who',
  /** How one asks: call, connect, want, need … */
  'human.want',
  /** Phrases that ask for a human all by themselves. */
  'human.whole',
  /** Where a word of `human.who` asks for nobody: operators' hours, operator's phone … */
  'human.not',
  /** One entry an ordinal, in order, its forms separated by spaces. */
  'ordinals',
  'yes',
  'no',
  /** How a question begins that leans on the one before: «а в», «а если» … */
  'ellipsis',
] as const
export type LexiconKey = (typeof LEXICON_KEYS)[number]
export type Lexicon = Readonly<Record<LexiconKey, Examples>>
