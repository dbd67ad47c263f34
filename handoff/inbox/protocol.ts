import type { Role } from '../../src/core/operator.ts'
import type { HandoffReason, TicketState } from '../../src/core/ticket.ts'

/**
 * What the inbox' screens and its server say to each other, all under `/inbox/api/`. Times are ms UTC.
 * Every request that changes something is a POST with a JSON body, same origin only. An answer that is
 * no success is a `Refusal`.
 *
 * | request                                | body             | answer                                    |
 * | -------------------------------------- | ---------------- | ----------------------------------------- |
 * | GET  me                                |                  | Me · 401                                  |
 * | POST login                             | LoginForm        | Me · 401 wrong · 429 locked               |
 * | POST logout                            | {}               | {}                                        |
 * | GET  links/:token                      |                  | LinkInfo · 404 unknown, used or expired   |
 * | POST links/:token                      | PasswordForm     | Me: the password is set and one is in     |
 * | POST password                          | OwnPassword      | {} · 403 the old one is wrong             |
 * | POST locale                            | { locale }       | Me                                        |
 * | GET  queue                             |                  | Queue                                     |
 * | GET  tickets/:id                       |                  | Dialogue · 404                            |
 * | POST tickets/:id/claim, release, resolve, reopen | {}     | TicketSummary · 409 with who has it       |
 * | POST tickets/:id/answer                | AnswerForm       | TicketSummary · 409 not yours any more    |
 * | POST tickets/:id/note                  | NoteForm         | TicketSummary                             |
 * | GET  promise                           |                  | PromiseFigures                            |
 * | GET  operators                         |                  | { operators: OperatorRow[] } · 403        |
 * | POST operators                         | OperatorForm     | { operator: OperatorRow, link: string }   |
 * | POST operators/:id/disable, enable     | {}               | OperatorRow                               |
 * | POST operators/:id/reset               | {}               | { operator: OperatorRow, link: string }   |
 * | GET  events                            |                  | SSE, see `InboxEvent`                     |
 */
export interface Me {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly locale: 'ru' | 'en'
  /** When the session ends if nothing is done, and when it ends in any case. */
  readonly idleUntil: number
  readonly endsAt: number
}

export interface LoginForm {
  readonly login: string
  readonly password: string
}

/** Of a one-time link: the first administrator chooses a login and a name, too. */
export interface PasswordForm {
  readonly password: string
  readonly login?: string
  readonly name?: string
}

export interface OwnPassword {
  readonly old: string
  readonly password: string
}

export interface LinkInfo {
  readonly kind: 'first-administrator' | 'invitation' | 'reset'
  readonly login: string | undefined
  readonly name: string | undefined
  readonly expiresAt: number
}

/** Every ticket that is open, and those resolved lately. */
export interface Queue {
  readonly tickets: readonly TicketSummary[]
  /** Of the server, so that waiting times do not hang on this computer's clock. */
  readonly now: number
}

/** A line of the queue. */
export interface TicketSummary {
  readonly id: number
  readonly number: string
  readonly state: TicketState
  readonly reason: HandoffReason
  /** The topic's title, in the operator's language. */
  readonly topic: string | undefined
  readonly team: string
  readonly channel: string
  /** What the platform calls the citizen; not checked by anybody. */
  readonly citizen: string | undefined
  readonly citizenLocale: 'ru' | 'en'
  readonly operator: { readonly id: string; readonly name: string } | undefined
  readonly askedAt: number
  readonly openedAt: number
  readonly dueAt: number
  /** Since when the citizen waits for a word of an operator; undefined when nothing is unanswered. */
  readonly waitingSince: number | undefined
  /** The citizen's last text, shortened, numbers that identify people masked. */
  readonly preview: string
  /** Grows with every change: an older one than known is stale. */
  readonly version: number
}

export interface Dialogue {
  readonly ticket: TicketSummary
  readonly messages: readonly DialogueMessage[]
  /** What the bot decided, in the order of the turns. */
  readonly turns: readonly DialogueTurn[]
  /** Earlier tickets of the same conversation. */
  readonly earlier: readonly {
    readonly id: number
    readonly number: string
    readonly state: TicketState
    readonly openedAt: number
  }[]
}

export interface DialogueMessage {
  readonly seq: number
  readonly at: number
  readonly author: 'citizen' | 'bot' | 'notice' | 'operator' | 'note'
  readonly operatorName: string | undefined
  /** Plain text, whatever the channel's markup was. Untrusted: shown as text and nothing else. */
  readonly text: string
  /** What could be pressed under it. */
  readonly choices: readonly string[]
  readonly kind: 'text' | 'choice' | 'files' | 'edit' | 'command' | 'stopped' | 'other'
  readonly files: readonly {
    readonly name: string | undefined
    readonly type: string | undefined
    readonly bytes: number | undefined
  }[]
  /** Of what we sent; undefined for what came in. `unconfirmed`: nobody knows whether it arrived. */
  readonly delivery: 'pending' | 'sent' | 'failed' | 'unconfirmed' | 'withdrawn' | undefined
}

/** What the bot understood and did, and why, in words of the operator's language. */
export interface DialogueTurn {
  /** It follows the message of this number. */
  readonly afterSeq: number
  readonly at: number
  readonly kind: string
  /** One sentence: «Ответил по теме «Часы работы»: похоже на пример «во сколько открываетесь», уверенность 92 %». */
  readonly why: string
  readonly candidates: readonly { readonly title: string; readonly confidence: number }[]
  readonly read: string | undefined
  readonly repairs: readonly string[]
}

export interface AnswerForm {
  readonly text: string
  /** A UUID that the screen makes once for each answer: repeated, the answer goes out once. */
  readonly key: string
}

export interface NoteForm {
  readonly text: string
  readonly key: string
}

export interface OperatorForm {
  readonly login: string
  readonly name: string
  readonly role: Role
}

export interface OperatorRow {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly disabled: boolean
  /** Has chosen a password. */
  readonly active: boolean
  readonly lastSeenAt: number | undefined
}

/** Promise 4: from the message that left a dialogue unresolved to the ticket in the queue, ms. */
export interface PromiseFigures {
  readonly since: number
  readonly tickets: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly worst: number
  /** Later than 30 s. */
  readonly late: number
  /** Until an operator took it: a target of its own. */
  readonly claimP50: number | undefined
  readonly claimP95: number | undefined
}

/**
 * On the stream of `events`, each `data:` is one of these. `hello` comes first, after every connection:
 * whoever was away fetches the queue again. `seq` grows by one in a connection, so a gap is seen.
 */
export type InboxEvent =
  | { readonly kind: 'hello'; readonly seq: number; readonly now: number }
  | { readonly kind: 'ticket'; readonly seq: number; readonly ticket: TicketSummary }
  /** The session ended: whoever still has a draft keeps it. */
  | { readonly kind: 'ended'; readonly seq: number }

export interface Refusal {
  readonly error: RefusalCode
  /** Who has the ticket, when it is about that. */
  readonly operator?: string
  /** When one may try again, ms. */
  readonly retryAfterMs?: number
  /** What is wrong with a form's field, by its name. */
  readonly fields?: Readonly<Record<string, string>>
}

export type RefusalCode =
  | 'not-logged-in'
  | 'wrong-login'
  | 'locked'
  | 'forbidden'
  | 'not-found'
  | 'not-waiting'
  | 'not-yours'
  | 'not-resolved'
  | 'invalid'
  | 'link-dead'
  | 'login-taken'
  | 'last-administrator'
  | 'overloaded'
