import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { DATABASES } from '../../databases.ts'
import { type InboxStage, logIn, PASSWORD, startInboxStage, tally } from './stage.ts'

const MINUTE = 60_000

describe.each(DATABASES)('guessing passwords on $name', (kind) => {
  let stage: InboxStage
  beforeEach(async () => {
    stage = await startInboxStage(kind)
    await stage.operator('maria')
  })
  afterEach(() => stage.close())

  it('gets as few tries at once as one after the other', async () => {
    const screen = stage.screen()
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => logIn(screen, 'maria', `wrong ${n}`)),
    )
    const counts = tally(answers)
    expect(counts[401]).toBeLessThanOrEqual(10)
    expect((counts[401] ?? 0) + (counts[429] ?? 0)).toBe(40)
    const locked = answers.find(({ status }) => status === 429)
    const { retryAfterMs } = JSON.parse(locked?.text ?? '{}') as { readonly retryAfterMs: number }
    expect(retryAfterMs).toBeGreaterThan(0)
    expect(Number(locked?.headers['retry-after'])).toBe(Math.ceil(retryAfterMs / 1_000))
  })

  it('never has more than ten tries in a quarter of an hour', async () => {
    const screen = stage.screen()
    const tries: number[] = []
    for (let seconds = 0; seconds < 2 * 3_600; seconds += 15) {
      const { status } = await logIn(screen, 'maria', 'wrong')
      if (status === 401) tries.push(stage.clock.now())
      stage.clock.advance(15_000)
    }
    const within = tries.map((from) => tries.filter((at) => at >= from && at < from + 15 * MINUTE).length)
    expect(tries.length).toBeGreaterThan(10)
    expect(Math.max(...within)).toBeLessThanOrEqual(10)
  }, 60_000)

  it('keeps the right password out, too, until the pause is over', async () => {
    const screen = stage.screen()
    for (let n = 0; n < 12; n++) await logIn(screen, 'maria', 'wrong')
    expect((await logIn(screen, 'maria')).status).toBe(429)
    stage.clock.advance(15 * MINUTE)
    expect((await logIn(screen, 'maria')).status).toBe(200)
  })

  it('does not lock others out: another login, another address', async () => {
    await stage.operator('pavel')
    const guesser = stage.screen('198.51.100.66')
    for (let n = 0; n < 12; n++) await logIn(guesser, 'maria', 'wrong')
    expect((await logIn(guesser, 'pavel')).status).toBe(200)
    expect((await logIn(stage.screen('198.51.100.2'), 'maria')).status).toBe(200)
  })

  it('stops after a hundred from one address, whoever is meant', async () => {
    const screen = stage.screen('198.51.100.77')
    const answers = []
    for (let n = 0; n < 130; n++) answers.push(await logIn(screen, `user-${n}`, 'wrong'))
    expect(tally(answers)).toEqual({ 401: 100, 429: 30 })
    stage.clock.advance(60 * MINUTE)
    expect((await logIn(screen, 'maria')).status).toBe(200)
  }, 30_000)

  it('counts all addresses of one IPv6 line as one', async () => {
    const answers = []
    for (let n = 0; n < 12; n++) {
      answers.push(await logIn(stage.screen(`2001:db8:1:2::${n.toString(16)}`), 'maria', 'wrong'))
    }
    expect(tally(answers)[429]).toBeGreaterThan(0)
  })

  it('learns nothing from the answer about who there is', async () => {
    const administrator = await stage.administrator()
    await administrator.posts('operators', { login: 'invited', name: 'Invited', role: 'operator' })
    const answers = await Promise.all(
      ['maria', 'nobody', 'invited', 'A'.repeat(60), "x' or 1=1 --", 'мария\u0000', '__proto__'].map(
        (login) => logIn(stage.screen(), login, 'wrong password'),
      ),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['401 {"error":"wrong-login"}']),
    )
  })

  it('takes a password exactly as it is', async () => {
    for (const wrong of [` ${PASSWORD}`, `${PASSWORD} `, PASSWORD.toUpperCase(), '', PASSWORD.slice(0, -1)]) {
      expect((await logIn(stage.screen('198.51.100.9'), 'maria', wrong)).status).not.toBe(200)
      stage.clock.advance(16 * MINUTE)
    }
    expect((await logIn(stage.screen('198.51.100.9'), 'maria')).status).toBe(200)
  })

  it('leaves no password and no token in the database or in the log', async () => {
    const screen = stage.screen()
    await logIn(screen, 'maria')
    await logIn(stage.screen(), 'maria', 'a wrong password')
    const { db } = stage.store
    const tables = ['operator', 'session', 'one_time_link', 'login_attempt'] as const
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
    const kept = JSON.stringify([rows, stage.log.lines])
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$')
    const token = screen.cookie.split('=')[1] ?? ''
    expect(token).toMatch(/^[\w-]{43}$/)
    for (const secret of [token, PASSWORD, 'a wrong password']) expect(kept).not.toContain(secret)
  })
})
