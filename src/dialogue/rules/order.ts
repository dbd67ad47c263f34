import type { Rule } from '../rule.ts'
import { answersTopic } from './answers-topic.ts'
import { asksForHuman } from './asks-for-human.ts'
import { choosesInWords } from './chooses-in-words.ts'
import { clarifies } from './clarifies.ts'
import { fallsBack } from './falls-back.ts'
import { followsChoice } from './follows-choice.ts'
import { hearsNothing } from './hears-nothing.ts'
import { keepsSilent } from './keeps-silent.ts'
import { leavesGroup } from './leaves-group.ts'
import { makesSmallTalk } from './makes-small-talk.ts'
import { notesUnreadable } from './notes-unreadable.ts'
import { obeysCommand } from './obeys-command.ts'
import { reopensTicket } from './reopens-ticket.ts'
import { returnsToBot } from './returns-to-bot.ts'

/** The first that has something to say wins. */
export const RULES: readonly Rule[] = [
  leavesGroup,
  returnsToBot,
  keepsSilent,
  obeysCommand,
  followsChoice,
  notesUnreadable,
  reopensTicket,
  asksForHuman,
  choosesInWords,
  makesSmallTalk,
  hearsNothing,
  answersTopic,
  clarifies,
  fallsBack,
]
