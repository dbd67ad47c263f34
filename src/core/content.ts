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
  'clarify.one',
  'clarify.none',
  'fallback',
  'fallback.none',
  'fallback.sticker',
  'fallback.file',
  'nothing.asked',
  'choose.nothing',
  'choose.range',
  'choose.gone',
  'helped.ask',
  'helped.yes',
  'helped.no',
  'helped.thanks',
  'options.more',
  'topic.expired',
  'desk.claimed',
  'desk.released',
  'desk.resolved',
  'desk.reopened',
  'desk.returned',
  'ticket.unknown',
  'ticket.closed',
  'command.bot',
  'human.button',
  'handoff.asked',
  'handoff.not-helped',
  'handoff.not-understood',
  'handoff.topic',
  'handoff.failed',
  'handoff.already',
  'queue.kept',
  'cancelled',
  'cancelled.queue',
  'language.ask',
  'language.name',
  'language.switched',
  'group.leave',
  'pace.notice',
  'command.start',
  'command.help',
  'command.human',
  'command.cancel',
  'command.language',
] as const
export type PhraseKey = (typeof PHRASE_KEYS)[number]
export type Phrases = Readonly<Record<PhraseKey, Localized>>

/** Word lists that rules go by. Words are compared as `nlu/normalize.ts` writes them, misspelt ones too. */
export const LEXICON_KEYS = [
  /** Whom one may ask for, in the forms one asks in: оператора, оператором, human … */
  'human.who',
  /** How one asks, before the one asked for: позовите, хочу поговорить, talk … */
  'human.want',
  /** How one asks, after: «оператор нужен», “operator needed”. */
  'human.want-after',
  /** What may stand between the two and changes nothing: мне, с, пожалуйста, a, real … */
  'human.filler',
  /** What turns a wish into none, directly before it: не, какой, not … */
  'human.not',
  /** What turns a wish that comes after it in a clause into a question: «во сколько можно …» */
  'human.about',
  /** What makes the bare name no wish: «вы оператор?», «спасибо оператору». */
  'human.us',
  /** What makes another thing of the name, directly after it: «оператор связи», «живая очередь». */
  'human.else',
  /** Sentences that ask for a human with none of the words above; fillers do not count. */
  'human.whole',
  /** One entry an ordinal, in order, its forms separated by spaces. */
  'ordinals',
  /** What may stand beside a number or ordinal that chooses: вариант, номер, the, option … */
  'choose.filler',
  'yes',
  'no',
  /** How a question begins that leans on the one before: «а в», «а если» … */
  'ellipsis',
  /** What joins two questions in one message: «и ещё», “and also”. */
  'also',
] as const
export type LexiconKey = (typeof LEXICON_KEYS)[number]
export type Lexicon = Readonly<Record<LexiconKey, Examples>>
