import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Me } from '../../../handoff/inbox/protocol.ts'
import { DATABASES } from '../../databases.ts'
import { operatorScreen } from '../house/operator-screen.ts'
import { type InboxStage, idOf, linkIn, logIn, PASSWORD, startInboxStage, tokenIn } from './stage.ts'

const MINUTE = 60_000
const OTHER = 'another horse, another battery'

describe.each(DATABASES)('a session on $name', (kind) => {
  let stage: InboxStage
  beforeEach(async () => {
    stage = await startInboxStage(kind)
  })
  afterEach(() => stage.close())

  const statusOf = async (cookie: string) => (await operatorScreen(stage.url, cookie).gets('me')).status

  it('is new with every login, and never one that was brought along', async () => {
    await stage.operator('maria')
    const planted = stage.screen()
    planted.cookie = `okno=${'A'.repeat(43)}`
    await logIn(planted, 'maria')
    expect(planted.cookie).not.toContain('AAAA')
    expect(await statusOf(`okno=${'A'.repeat(43)}`)).toBe(401)

    const before = planted.cookie
    await logIn(planted, 'maria')
    expect(planted.cookie).not.toBe(before)
    expect([await statusOf(before), await statusOf(planted.cookie)]).toEqual([401, 200])
  })

  it('ends with the logout, and the cookie goes', async () => {
    const maria = await stage.operator('maria')
    const { cookie } = maria
    const { status, headers } = await maria.posts('logout', {})
    expect(status).toBe(200)
    expect(String(headers['set-cookie'])).toMatch(/^okno=; .*Max-Age=0/)
    expect(await statusOf(cookie)).toBe(401)
  })

  it('outlives a change of its password, the others of the operator do not', async () => {
    const maria = await stage.operator('maria')
    const elsewhere = stage.screen()
    await logIn(elsewhere, 'maria')
    const wrong = await maria.posts('password', { old: 'not the old one', password: OTHER })
    expect(wrong.status).toBe(403)
    expect(await statusOf(elsewhere.cookie)).toBe(200)
    expect((await maria.posts('password', { old: PASSWORD, password: OTHER })).status).toBe(200)
    expect([await statusOf(maria.cookie), await statusOf(elsewhere.cookie)]).toEqual([200, 401])
    expect((await logIn(stage.screen(), 'maria')).status).toBe(401)
    expect((await logIn(stage.screen(), 'maria', OTHER)).status).toBe(200)
  })

  it('is no place to guess the old password at', async () => {
    const maria = await stage.operator('maria')
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) {
      statuses.push((await maria.posts('password', { old: `wrong ${n}`, password: OTHER })).status)
    }
    expect(statuses).toContain(429)
  })

  it('ends when the operator is disabled, and there is no new one', async () => {
    const administrator = await stage.administrator()
    const maria = await stage.operator('maria')
    const path = `operators/${await idOf(maria)}`
    await administrator.posts(`${path}/disable`, {})
    expect((await maria.gets('queue')).status).toBe(401)
    expect((await logIn(stage.screen(), 'maria')).status).toBe(401)
    await administrator.posts(`${path}/enable`, {})
    expect((await maria.gets('queue')).status).toBe(401)
    expect((await logIn(stage.screen(), 'maria')).status).toBe(200)
  })

  it('ends with a reset, and the old password with it', async () => {
    const administrator = await stage.administrator()
    const maria = await stage.operator('maria')
    const answer = await administrator.posts(`operators/${await idOf(maria)}/reset`, {})
    expect(await statusOf(maria.cookie)).toBe(401)
    expect((await logIn(stage.screen(), 'maria')).status).toBe(401)
    const again = stage.screen()
    await again.posts(`links/${tokenIn(linkIn(answer.text))}`, { password: OTHER })
    expect(await statusOf(again.cookie)).toBe(200)
  })

  it('ends after an hour of nothing, and goes on with whoever works', async () => {
    const idle = await stage.operator('maria')
    const busy = await stage.operator('pavel')
    for (let minutes = 0; minutes < 80; minutes += 20) {
      expect((await busy.gets('queue')).status).toBe(200)
      stage.clock.advance(20 * MINUTE)
    }
    expect([await statusOf(idle.cookie), await statusOf(busy.cookie)]).toEqual([401, 200])
  })

  it('ends after twelve hours in any case, when it said it would', async () => {
    const maria = await stage.operator('maria')
    const { endsAt } = JSON.parse((await maria.gets('me')).text) as Me
    while (stage.clock.now() < endsAt - 1) {
      expect((await maria.gets('me')).status).toBe(200)
      stage.clock.advance(Math.min(30 * MINUTE, endsAt - 1 - stage.clock.now()))
    }
    expect((await maria.gets('me')).status).toBe(200)
    stage.clock.advance(1)
    expect((await maria.gets('me')).status).toBe(401)
  })

  it('is not to be had by a cookie of another shape', async () => {
    const maria = await stage.operator('maria')
    const token = maria.cookie.slice('okno='.length)
    const hash = (await stage.store.db.selectFrom('session').select('hash').execute()).map((row) => row.hash)
    const cookies = [
      ...hash.map((each) => `okno=${each}`),
      `okno=${token}x`,
      `okno=${token.slice(1)}`,
      `okno="${token}"`,
      `Okno=${token}`,
      `__Host-okno=${token}`,
      `okno=${token}; okno=${'B'.repeat(43)}`,
      'okno=',
      "okno=' or 1=1 --",
    ]
    for (const cookie of cookies) expect([cookie, await statusOf(cookie)]).toEqual([cookie, 401])
    expect(await statusOf(`a=b; okno=${token}; c=d`)).toBe(200)
  })
})

describe('the cookie', () => {
  it.each([
    ['http://localhost:8080', /^okno=[\w-]{43}; Path=\/; HttpOnly; SameSite=(Lax|Strict)$/],
    ['https://okno.example', /^__Host-okno=[\w-]{43}; Path=\/; HttpOnly; SameSite=(Lax|Strict); Secure$/],
  ])('of %s is bound as tightly as can be', async (publicUrl, shape) => {
    const [sqlite] = DATABASES
    if (sqlite === undefined) throw new Error('no database')
    const stage = await startInboxStage(sqlite, { publicUrl })
    try {
      const link = (await stage.inbox.firstLink()) ?? ''
      expect(link.startsWith(`${publicUrl}/inbox/link/`)).toBe(true)
      const form = { login: 'anna', name: 'Анна', password: PASSWORD }
      const { headers } = await stage.screen().posts(`links/${tokenIn(link)}`, form)
      expect(headers['set-cookie']).toEqual([expect.stringMatching(shape)])
    } finally {
      await stage.close()
    }
  })
})
