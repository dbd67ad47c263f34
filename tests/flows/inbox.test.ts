import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Dialogue, Me, Queue, TicketSummary } from '../../handoff/inbox/protocol.ts'
import type { App } from '../../src/app.ts'
import { DATABASES } from '../databases.ts'
import { until } from '../until.ts'
import { type House, openHouse } from './house/house.ts'
import { type OperatorScreen, operatorScreen } from './house/operator-screen.ts'
import { webCitizen } from './house/web-citizen.ts'

const PASSWORD = 'correct horse battery'

for (const { name } of DATABASES) {
  describe(`the inbox on ${name}`, () => {
    let house: House
    let app: App
    let administrator: OperatorScreen
    beforeAll(async () => {
      house = await openHouse(name)
      app = await house.start({ web: { origins: [] } })
      administrator = operatorScreen(app.url)
      const token = app.firstLink?.split('/').at(-1) ?? ''
      const form = { login: 'anna', name: 'Анна', password: PASSWORD }
      expect((await administrator.posts(`links/${token}`, form)).status).toBe(200)
    }, 60_000)
    afterAll(() => house.close())

    async function invited(login: string): Promise<OperatorScreen> {
      const made = await administrator.posts('operators', {
        login,
        name: login.toUpperCase(),
        role: 'operator',
      })
      const { link } = JSON.parse(made.text) as { link: string }
      const screen = operatorScreen(app.url)
      const entered = await screen.posts(`links/${link.split('/').at(-1)}`, { password: PASSWORD })
      expect(entered.status).toBe(200)
      return screen
    }

    /** A citizen asks for a human; resolves to the ticket as the screen sees it. */
    async function ticketOf(screen: OperatorScreen, said = 'позовите оператора') {
      const citizen = webCitizen()
      await citizen.says(app.url, 'меня зовут <b>Ева</b>, СНИЛС 112-233-445 95')
      await citizen.says(app.url, said)
      const waiting = async () => {
        const { tickets } = JSON.parse((await screen.gets('queue')).text) as Queue
        return tickets.find(
          (ticket): ticket is TicketSummary => !known.has(ticket.id) && ticket.state === 'waiting',
        )
      }
      await until('the ticket is in the queue', async () => (await waiting()) !== undefined)
      const found = await waiting()
      if (found === undefined) throw new Error('no ticket')
      known.add(found.id)
      return { citizen, ticket: found }
    }
    const known = new Set<number>()

    it('lets the first administrator in once, and nobody by the same link again', async () => {
      const me = JSON.parse((await administrator.gets('me')).text) as Me
      expect(me).toMatchObject({ login: 'anna', role: 'administrator' })
      const again = operatorScreen(app.url)
      const token = app.firstLink?.split('/').at(-1)
      const form = { login: 'eve', name: 'Eve', password: PASSWORD }
      expect((await again.posts(`links/${token}`, form)).status).toBe(404)
    })

    it('shows a dialogue whole: what was said, what the bot decided and why', async () => {
      const maria = await invited('maria')
      const { ticket } = await ticketOf(maria)
      expect(ticket.preview).not.toContain('112-233')
      const dialogue = JSON.parse((await maria.gets(`tickets/${ticket.id}`)).text) as Dialogue
      const texts = dialogue.messages.map((message) => message.text)
      expect(texts).toContain('меня зовут <b>Ева</b>, СНИЛС 112-233-445 95')
      expect(texts.some((text) => text.includes(ticket.number))).toBe(true)
      expect(dialogue.turns.map((turn) => turn.why)).toContain(
        'Передал оператору: гражданин попросил человека',
      )
    })

    it('tells screens of a new ticket, of each change, and of the end of a session', async () => {
      const screen = await invited('olga')
      const { events, ended } = screen.follows()
      await until('hello', () => events.length > 0)
      expect(events[0]).toMatchObject({ kind: 'hello', seq: 0 })
      const { ticket } = await ticketOf(screen)
      const versions = () =>
        events.flatMap((e) => (e.kind === 'ticket' && e.ticket.id === ticket.id ? [e.ticket] : []))
      await until('the ticket is told of', () => versions().length > 0)
      await screen.posts(`tickets/${ticket.id}/claim`, {})
      await until('the claim is told of', () => versions().some((each) => each.state === 'claimed'))
      await screen.posts(`tickets/${ticket.id}/resolve`, {})
      await until('the end is told of', () => versions().some((each) => each.state === 'resolved'))
      expect(events.map((event) => event.seq)).toEqual(events.map((_event, index) => index))
      await screen.posts('logout', {})
      await ended
    }, 40_000)

    it('has one winner among many who claim, and names it to the others', async () => {
      const screens = await Promise.all(Array.from({ length: 4 }, (_, index) => invited(`claimer-${index}`)))
      const { ticket } = await ticketOf(screens[0] ?? administrator)
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          (screens[index % 4] ?? administrator).posts(`tickets/${ticket.id}/claim`, {}),
        ),
      )
      expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
      const losers = answers
        .filter((answer) => answer.status === 409)
        .map((answer) => JSON.parse(answer.text))
      expect(losers).toHaveLength(19)
      for (const loser of losers) {
        expect(loser).toEqual({ error: 'not-waiting', operator: expect.stringMatching(/^CLAIMER-\d$/) })
      }
    })

    it('brings an answer to the citizen once, and says who answers', async () => {
      const screen = await invited('pavel')
      const { citizen, ticket } = await ticketOf(screen)
      const feed = citizen.reads(app.url)
      await screen.posts(`tickets/${ticket.id}/claim`, {})
      const answer = { text: 'Здравствуйте, **я** здесь <i>и</i> слушаю', key: randomUUID() }
      for (let times = 0; times < 3; times++) await screen.posts(`tickets/${ticket.id}/answer`, answer)
      await until('the citizen reads it', () => feed.items.some((item) => item.author === 'operator'))
      await house.quiet()
      const said = feed.items.filter((item) => item.author === 'operator').map((item) => item.text)
      expect(said).toEqual(['Здравствуйте, **я** здесь &lt;i&gt;и&lt;/i&gt; слушаю'])
      expect(feed.items.some((item) => item.text.includes('Вам отвечает PAVEL'))).toBe(true)
      const before = feed.items.length
      await citizen.says(app.url, 'во сколько вы работаете')
      await until('the citizen’s word is there', () => feed.items.length > before)
      await house.quiet()
      expect(feed.items.slice(before).map((item) => item.author)).toEqual(['citizen'])
      feed.close()
    })

    it('opens a resolved ticket again by its number', async () => {
      const screen = await invited('vera')
      const { citizen, ticket } = await ticketOf(screen)
      await screen.posts(`tickets/${ticket.id}/claim`, {})
      await screen.posts(`tickets/${ticket.id}/resolve`, {})
      await citizen.says(app.url, ticket.number)
      await until('the ticket waits again', async () => {
        const { tickets } = JSON.parse((await screen.gets('queue')).text) as Queue
        return tickets.some((each) => each.id === ticket.id && each.state === 'waiting')
      })
    })

    it('is for nobody who is not logged in, and for nobody’s page but its own', async () => {
      const stranger = operatorScreen(app.url)
      for (const path of ['me', 'queue', 'tickets/1', 'promise', 'operators', 'events']) {
        expect([path, (await stranger.gets(path)).status]).toEqual([path, 401])
      }
      for (const verb of ['claim', 'release', 'resolve', 'reopen', 'answer', 'note']) {
        expect((await stranger.posts(`tickets/1/${verb}`, {})).status).toBe(401)
      }
      const forged: Readonly<Record<string, string>>[] = [
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { 'content-type': 'text/plain' },
        { 'content-type': 'application/x-www-form-urlencoded' },
      ]
      for (const headers of forged) {
        expect((await administrator.posts('tickets/1/claim', {}, headers)).status).toBe(403)
      }
    })

    it('refuses what is no ticket and no answer', async () => {
      for (const path of ['tickets/0/claim', 'tickets/x/claim', 'tickets/1/claim?__proto__=1']) {
        expect((await administrator.posts(path, { __proto__x: 1 })).status).toBe(400)
      }
      expect((await administrator.posts('tickets/1/answer', { text: ' ', key: randomUUID() })).status).toBe(
        400,
      )
      expect((await administrator.posts('tickets/999999/claim', {})).status).toBe(404)
      expect((await administrator.gets('nothing')).status).toBe(404)
    })

    it('measures promise 4', async () => {
      const figures = JSON.parse((await administrator.gets('promise')).text)
      expect(figures.tickets).toBeGreaterThan(0)
      expect(figures.late).toBe(0)
    })

    it('logs no word and no number of a citizen', () => {
      expect(JSON.stringify(house.log)).not.toMatch(/112-233|Ева|correct horse/)
    })
  })
}
