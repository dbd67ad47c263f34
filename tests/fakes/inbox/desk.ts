import type {
  Dialogue,
  DialogueMessage,
  DialogueTurn,
  OperatorRow,
  Refusal,
  RefusalCode,
  TicketSummary,
} from '../../../handoff/inbox/protocol.ts'

export interface FakeTicket {
  summary: TicketSummary
  readonly messages: DialogueMessage[]
  readonly turns: DialogueTurn[]
  readonly earlier: Dialogue['earlier']
}

export interface FakeOperator {
  row: OperatorRow
  password: string | undefined
  locale: 'ru' | 'en'
}

/** Says no, with the status that belongs to it. */
export class DeskRefusal extends Error {
  readonly status: number
  readonly refusal: Refusal

  constructor(status: number, error: RefusalCode, more: Omit<Refusal, 'error'> = {}) {
    super(error)
    this.status = status
    this.refusal = { error, ...more }
  }
}

export type Verb = 'claim' | 'release' | 'resolve' | 'reopen'

/** Tickets and what operators do to them, in memory. */
export class FakeDesk {
  readonly tickets = new Map<number, FakeTicket>()
  readonly #keys = new Set<string>()
  readonly #tell: (ticket: TicketSummary) => void

  constructor(tell: (ticket: TicketSummary) => void) {
    this.#tell = tell
  }

  add(ticket: FakeTicket): void {
    this.tickets.set(ticket.summary.id, ticket)
    this.#tell(ticket.summary)
  }

  get(id: number): FakeTicket {
    const ticket = this.tickets.get(id)
    if (ticket === undefined) throw new DeskRefusal(404, 'not-found')
    return ticket
  }

  act(verb: Verb, id: number, by: OperatorRow): TicketSummary {
    const { state, operator } = this.get(id).summary
    if (verb === 'claim') {
      if (state !== 'waiting' && state !== 'provisional') throw refusedTo('not-waiting', operator?.name)
      return this.change(id, { state: 'claimed', operator: { id: by.id, name: by.name } })
    }
    if (verb === 'reopen') {
      if (state !== 'resolved') throw refusedTo('not-resolved', operator?.name)
      return this.change(id, { state: 'claimed', operator: { id: by.id, name: by.name } })
    }
    if (state !== 'claimed' || operator?.id !== by.id) throw refusedTo('not-yours', operator?.name)
    return verb === 'release'
      ? this.change(id, { state: 'waiting', operator: undefined })
      : this.change(id, { state: 'resolved', waitingSince: undefined })
  }

  answer(id: number, text: string, key: string, by: OperatorRow): TicketSummary {
    const { summary } = this.get(id)
    if (summary.state !== 'claimed' || summary.operator?.id !== by.id) {
      throw refusedTo('not-yours', summary.operator?.name)
    }
    if (this.#isNew(key)) this.#say(id, { author: 'operator', operatorName: by.name, text, delivery: 'sent' })
    return this.change(id, { waitingSince: undefined })
  }

  note(id: number, text: string, key: string, by: OperatorRow): TicketSummary {
    if (this.#isNew(key)) this.#say(id, { author: 'note', operatorName: by.name, text })
    return this.change(id, {})
  }

  /** A citizen writes. */
  hear(id: number, text: string): void {
    const { summary } = this.get(id)
    this.#say(id, { author: 'citizen', text })
    this.change(id, { preview: text.slice(0, 140), waitingSince: summary.waitingSince ?? Date.now() })
  }

  change(id: number, differs: Partial<TicketSummary>): TicketSummary {
    const ticket = this.get(id)
    ticket.summary = { ...ticket.summary, ...differs, version: ticket.summary.version + 1 }
    this.#tell(ticket.summary)
    return ticket.summary
  }

  #say(id: number, differs: Partial<DialogueMessage>): void {
    const { messages } = this.get(id)
    messages.push({ ...SAID, seq: (messages.at(-1)?.seq ?? 0) + 1, at: Date.now(), ...differs })
  }

  #isNew(key: string): boolean {
    const isNew = !this.#keys.has(key)
    this.#keys.add(key)
    return isNew
  }
}

export const SAID: DialogueMessage = {
  seq: 0,
  at: 0,
  author: 'citizen',
  operatorName: undefined,
  text: '',
  choices: [],
  kind: 'text',
  files: [],
  delivery: undefined,
}

function refusedTo(error: RefusalCode, operator: string | undefined): DeskRefusal {
  return new DeskRefusal(409, error, operator === undefined ? {} : { operator })
}
