import { randomUUID } from 'node:crypto'
import type { LinkInfo, OperatorForm, OperatorRow } from '../../../handoff/inbox/protocol.ts'
import { DeskRefusal, type FakeOperator, type Verb } from './desk.ts'
import { type FakeInbox, meOf } from './server.ts'

export interface Asked {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body: Readonly<Record<string, unknown>>
  readonly operator: FakeOperator | undefined
}

export interface Answered {
  readonly answer: object
  /** Who is logged in by this. */
  readonly entered?: FakeOperator
}

/** Throws a `DeskRefusal`. */
export function answerApi(fake: FakeInbox, asked: Asked): Answered {
  const { method, path, body, operator } = asked
  const [first = '', second = '', third = ''] = path.split('/')
  if (first === 'login') return login(fake, String(body['login']), String(body['password']))
  if (first === 'links')
    return method === 'GET' ? { answer: linkInfo(fake, second) } : spendLink(fake, second, body)
  if (operator === undefined) throw new DeskRefusal(401, 'not-logged-in')
  if (first === 'me' || first === 'locale') {
    if (body['locale'] !== undefined) operator.locale = body['locale'] === 'en' ? 'en' : 'ru'
    return { answer: meOf(operator) }
  }
  if (first === 'logout') return { answer: {} }
  if (first === 'password') {
    if (operator.password !== body['old']) throw new DeskRefusal(403, 'forbidden')
    operator.password = String(body['password'])
    return { answer: {} }
  }
  if (first === 'queue') return { answer: queue(fake) }
  if (first === 'promise') return { answer: fake.promise }
  if (first === 'tickets') return { answer: tickets(fake, Number(second), third, asked, operator.row) }
  if (first === 'operators') return { answer: operators(fake, asked, second, third) }
  throw new DeskRefusal(404, 'not-found')
}

function login(fake: FakeInbox, name: string, password: string): Answered {
  if (name === 'locked') throw new DeskRefusal(429, 'locked', { retryAfterMs: 90_000 })
  const operator = fake.operators.find(({ row }) => row.login === name && !row.disabled)
  if (operator === undefined || operator.password !== password) throw new DeskRefusal(401, 'wrong-login')
  return { answer: meOf(operator), entered: operator }
}

function queue(fake: FakeInbox): object {
  const tickets = [...fake.desk.tickets.values()].map(({ summary }) => summary)
  return {
    now: Date.now(),
    tickets: tickets.filter(({ state }) => state !== 'withdrawn' && state !== 'closed'),
  }
}

function tickets(
  fake: FakeInbox,
  id: number,
  verb: string,
  { method, body }: Asked,
  by: OperatorRow,
): object {
  if (method === 'GET') {
    const { summary, messages, turns, earlier } = fake.desk.get(id)
    return { ticket: summary, messages, turns, earlier }
  }
  if (verb === 'answer') return fake.desk.answer(id, String(body['text']), String(body['key']), by)
  if (verb === 'note') return fake.desk.note(id, String(body['text']), String(body['key']), by)
  return fake.desk.act(verb as Verb, id, by)
}

function linkInfo(fake: FakeInbox, token: string): LinkInfo {
  if (!fake.links.has(token)) throw new DeskRefusal(404, 'link-dead')
  const row = fake.operators.find((operator) => operator.row.id === fake.links.get(token))?.row
  const kind = row === undefined ? 'first-administrator' : row.active ? 'reset' : 'invitation'
  return { kind, login: row?.login, name: row?.name, expiresAt: Date.now() + 3_600_000 }
}

function spendLink(fake: FakeInbox, token: string, body: Asked['body']): Answered {
  const { kind } = linkInfo(fake, token)
  if (kind === 'first-administrator') {
    addOperator(fake, { login: String(body['login']), name: String(body['name']), role: 'administrator' })
  }
  const id = fake.links.get(token)
  const entered = fake.operators.find(({ row }) => row.id === id) ?? fake.operators.at(-1)
  if (entered === undefined) throw new DeskRefusal(404, 'link-dead')
  fake.links.delete(token)
  entered.password = String(body['password'])
  entered.row = { ...entered.row, active: true }
  return { answer: meOf(entered), entered }
}

function operators(fake: FakeInbox, { method, body, operator }: Asked, id: string, verb: string): object {
  if (operator?.row.role !== 'administrator') throw new DeskRefusal(403, 'forbidden')
  if (method === 'GET') return { operators: fake.operators.map(({ row }) => row) }
  if (id === '') return invite(fake, body as unknown as OperatorForm)
  const other = fake.operators.find(({ row }) => row.id === id)
  if (other === undefined) throw new DeskRefusal(404, 'not-found')
  if (verb === 'reset') return withLink(fake, other)
  other.row = { ...other.row, disabled: verb === 'disable' }
  return other.row
}

function invite(fake: FakeInbox, form: OperatorForm): object {
  if (fake.operators.some(({ row }) => row.login === form.login)) throw new DeskRefusal(409, 'login-taken')
  return withLink(fake, addOperator(fake, form))
}

function addOperator(fake: FakeInbox, { login, name, role }: OperatorForm): FakeOperator {
  const row = { id: randomUUID(), login, name, role, disabled: false, active: false, lastSeenAt: undefined }
  const operator: FakeOperator = { row, password: undefined, locale: 'ru' }
  fake.operators.push(operator)
  return operator
}

function withLink(fake: FakeInbox, { row }: FakeOperator): object {
  const token = randomUUID()
  fake.links.set(token, row.id)
  return { operator: row, link: `${fake.url}/inbox/link/${token}` }
}
