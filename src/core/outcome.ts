import type { Memory } from './conversation.ts'
import type { IntentId, TeamName, TopicId } from './ids.ts'
import type { Locale } from './locale.ts'
import type { Reply } from './reply.ts'
import type { HandoffReason } from './ticket.ts'

/** What the engine decided about a turn, why, what to say, and what to remember. */
export type Outcome = Decision & {
  readonly replies: readonly Reply[]
  readonly memory: Memory
  readonly because: Evidence
}

export type Decision =
  | { readonly kind: 'answered'; readonly topics: readonly TopicId[] }
  /** Titles were offered; the citizen is to choose. Starts the clock of promise 4. */
  | { readonly kind: 'clarified'; readonly topics: readonly TopicId[] }
  /** Not understood, for the first time in a row. Starts the clock of promise 4. */
  | { readonly kind: 'fell-back' }
  /** `closes`: the citizen is content (thanks, goodbye, cancel), and a provisional ticket is withdrawn. */
  | { readonly kind: 'talked'; readonly intent: IntentId; readonly closes: boolean }
  | {
      readonly kind: 'handed-off'
      readonly reason: HandoffReason
      readonly topic: TopicId | undefined
      readonly team: TeamName | undefined
    }
  /** The citizen wrote the number of a ticket of theirs: it is open again, if it was not. */
  | { readonly kind: 'reopened' }
  /** The citizen goes on with the bot: the ticket is not needed any more. */
  | { readonly kind: 'returned' }
  /** Nothing to decide: a file without words, an old edit, a citizen who left. */
  | { readonly kind: 'noted' }

/** Why it was decided so. Kept with the turn; operators and editors read it. */
export interface Evidence {
  /** The dialogue rule that spoke. */
  readonly rule: string
  /** What was understood, where there was something to understand. */
  readonly understanding: Understanding | undefined
}

export type Band = 'answer' | 'clarify' | 'fallback'

/** What an utterance probably means. */
export interface Understanding {
  readonly locale: Locale
  readonly band: Band
  /** Best first, at most five. */
  readonly candidates: readonly Candidate[]
  /** False for a lone emoji, punctuation, bare noise: nothing was asked, so no clock starts. */
  readonly asks: boolean
  readonly evidence: MatchEvidence
}

export interface Candidate {
  readonly of:
    | { readonly kind: 'topic'; readonly id: TopicId }
    | { readonly kind: 'intent'; readonly id: IntentId }
  /** 0..1, calibrated: of the answers given at 0.8, 80 % are right. */
  readonly confidence: number
}

export interface MatchEvidence {
  /** The utterance as it was compared, after repair. */
  readonly read: string
  /** Repairs that were made: `layout`, `translit`, `пароол→пароль`. */
  readonly repairs: readonly string[]
  /** The example nearest to the utterance, of the best candidate. */
  readonly example: string | undefined
  /** The features that spoke loudest for the best candidate, strongest first. */
  readonly features: readonly { readonly feature: string; readonly weight: number }[]
  /** Confidence of the best less that of the runner-up. */
  readonly margin: number
}
