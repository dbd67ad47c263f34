import type { Kysely } from 'kysely'
import type { NudgeTopic } from '../contracts/nudges.ts'
import type { Address } from '../core/message.ts'
import type { Dialect } from './dialect.ts'
import type { Tables } from './schema.ts'

/** One transaction as the queries see it, and what is to be told once it is committed. */
export interface Session {
  readonly db: Kysely<Tables>
  readonly dialect: Dialect
  readonly told: Nudge[]
}

export interface Nudge {
  readonly topic: NudgeTopic
  readonly about: Address | undefined
}
