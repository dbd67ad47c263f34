import type { Content } from '../core/content.ts'
import type { Conversation, Memory } from '../core/conversation.ts'
import type { Locale } from '../core/locale.ts'
import type { Decision } from '../core/outcome.ts'
import type { Reply } from '../core/reply.ts'
import type { Cues } from './cues.ts'
import type { Heard } from './hear.ts'
import type { Step } from './steps.ts'
import type { Phrase } from './wording.ts'

/** Looks at a scene; says what to do, or nothing, and then the next rule is asked. */
export interface Rule {
  /** Kept as evidence. */
  readonly name: string
  decide(scene: Scene): Verdict | undefined
}

/** Everything a rule may go by. */
export interface Scene {
  readonly step: Step
  readonly conversation: Conversation
  readonly memory: Memory
  /** What the citizen is answered in. */
  readonly locale: Locale
  /** ms UTC. */
  readonly at: number
  /** Undefined when nothing was said in words. */
  readonly heard: Heard | undefined
  readonly content: Content
  readonly cues: Cues
  readonly phrase: Phrase
}

export interface Verdict {
  readonly decision: Decision
  readonly replies: readonly Reply[]
  /** The citizen wants to be answered in this from now on. */
  readonly locale?: Locale
}
