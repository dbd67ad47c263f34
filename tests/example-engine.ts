import type { Outcome } from '../src/core/outcome.ts'
import type { Turn } from '../src/core/turn.ts'
import { createEngine } from '../src/dialogue/engine.ts'
import { exampleContent, type Meanings, understandBy } from './example-content.ts'

/** What the table of the example engine understands. */
const MEANINGS: Meanings = {
  'код не приходит': { code: 0.95 },
  'the code does not come': { code: 0.95 },
  'какой телефон': { phone: 0.9 },
  'часы работы': { hours: 0.9 },
  'меня взломали': { hacked: 0.9 },
  'прошлогодняя льгота': { old: 0.9 },
  'будущая льгота': { later: 0.9 },
  'что-то с телефоном': { phone: 0.4, code: 0.3, hours: 0.1, hacked: 0.01 },
  'что-то про часы': { hours: 0.4, old: 0.3 },
  здравствуйте: { 'talk.greeting': 0.9 },
  hello: { 'talk.greeting': 0.9 },
  спасибо: { 'talk.thanks': 0.9 },
  'до свидания': { 'talk.goodbye': 0.9 },
  'кто ты': { 'talk.about_bot': 0.9 },
  'кто ты такой вообще': { 'talk.about_bot': 0.4 },
  'ну ты и робот': { 'talk.about_bot': 0.4, phone: 0.3 },
  'тупой бот': { 'talk.insult': 0.9 },
  'все заработало': { 'talk.helped': 0.9 },
  'все это я уже пробовал': { 'talk.not_helped': 0.9 },
  отмена: { 'talk.cancel': 0.9 },
  'дайте мне кого-то настоящего': { 'talk.operator': 0.9 },
  'вроде дайте кого-то': { 'talk.operator': 0.4 },
  'а в праздники': { hours: 0.3 },
  'hours + а в праздники': { holidays: 0.8 },
  'в праздники': { hours: 0.3 },
  'hours + в праздники': { holidays: 0.8 },
}

const engine = createEngine({ content: exampleContent(), understand: understandBy(MEANINGS) })

export const respond = (turn: Turn): Outcome => engine.respond(turn)

/** What was said, a text a reply. */
export const textsOf = ({ replies }: Outcome): readonly string[] =>
  replies.map((reply) => (reply.kind === 'text' ? reply.text : `(${reply.kind})`))

/** The ids of the choices of the last reply. */
export const choicesOf = ({ replies }: Outcome): readonly string[] => {
  const last = replies.at(-1)
  return last?.kind === 'text' ? last.choices.map(({ id }) => id) : []
}
