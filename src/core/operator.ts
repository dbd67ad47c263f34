import type { OperatorId } from './ids.ts'
import type { Locale } from './locale.ts'

/** Somebody who answers citizens, or looks after those who do. */
export interface Operator {
  readonly id: OperatorId
  /** What is typed at the login: small letters, digits, `.`, `-`, `_`. */
  readonly login: string
  /** What citizens and colleagues read: «Вам отвечает Мария». */
  readonly name: string
  readonly role: Role
  readonly locale: Locale
  /** May not log in; what was written stays. */
  readonly disabled: boolean
}

/** operator: the queue and the dialogues · administrator: the same, and the operators. */
export type Role = 'operator' | 'administrator'
